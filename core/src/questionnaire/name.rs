//! What is the instance called? Only fills in commands.

use super::prelude::*;

pub(super) static QUESTION: Question = Question {
    field: Field::named("name"),
    group: Group::Names,
    label: "Name of the instance",
    short: "Name",
    help: "Stays in this browser; links never contain it.",
    find_out: &[FindOut::Command(r#"az apim list --query "[].name" -o tsv"#), FindOut::Portal("Overview")],
    in_links: InLinks::Private,
    kind: Kind::Text(at!(name)),
    weight: Weight::Detail,
};
