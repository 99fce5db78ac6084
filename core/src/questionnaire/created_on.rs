//! When was the instance created?

use super::prelude::*;

pub(super) static QUESTION: Question = Question {
    field: Field::named("createdOn"),
    group: Group::Dates,
    label: "Created on",
    short: "Created on",
    help: "Used only if the compute platform is not answered.",
    find_out: &[
        FindOut::Command(r#"az apim show -n "$NAME" -g "$GROUP" -o tsv --query createdAtUtc"#),
        FindOut::Portal("Overview > JSON View > createdAtUtc"),
    ],
    in_links: InLinks::Carried,
    kind: Kind::Day(at!(created_on)),
    weight: Weight::PlatformGuess,
};
