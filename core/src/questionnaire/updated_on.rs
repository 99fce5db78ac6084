//! When was the last network, zone or scale change?

use super::prelude::*;

pub(super) static QUESTION: Question = Question {
    field: Field::named("updatedOn"),
    group: Group::Dates,
    label: "Last updated on",
    short: "Last update",
    help: "Network, zone or scale changes. Used only if the compute platform is not answered.",
    find_out: &[
        FindOut::Command(r#"az monitor activity-log list --resource-id "$APIM" --offset 90d -o table"#),
        FindOut::Portal("Activity log"),
    ],
    in_links: InLinks::Carried,
    kind: Kind::Day(at!(updated_on)),
    weight: Weight::PlatformGuess,
};
