//! Which resource group is it in? Only fills in commands.

use super::prelude::*;

pub(super) static QUESTION: Question = Question {
    field: Field::named("resourceGroup"),
    group: Group::Names,
    label: "Resource group",
    short: "Resource group",
    help: "Stays in this browser; links never contain it.",
    find_out: &[
        FindOut::Command(r#"az apim list --query "[].[name, resourceGroup]" -o tsv"#),
        FindOut::Portal("Overview > Resource group"),
    ],
    in_links: InLinks::Private,
    kind: Kind::Text(at!(resource_group)),
    weight: Weight::Detail,
};
