//! What was the last update made with?

use super::prelude::*;

pub(super) static QUESTION: Question = Question {
    field: Field::named("updatedWith"),
    group: Group::Dates,
    label: "Updated with",
    short: "Updated with",
    help: "An update with a current tool can have moved the instance to stv2.",
    find_out: &[
        FindOut::Command(r#"az monitor activity-log list --resource-id "$APIM" --offset 90d -o table"#),
        FindOut::Portal("Activity log"),
    ],
    in_links: InLinks::Carried,
    kind: Kind::UpdatedWith(at!(updated_with)),
    weight: Weight::PlatformGuess,
};
