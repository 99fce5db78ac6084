//! Which regions does it have? Each has questions of its own.

use super::prelude::*;

pub(super) static QUESTION: Question = Question {
    field: Field::named("locations"),
    group: Group::Regions,
    label: "Regions",
    short: "Regions",
    help: "The first region is the primary. Units and subnets decide what fits.",
    find_out: &[
        FindOut::Command(r#"az apim show -n "$NAME" -g "$GROUP" -o tsv --query "[location, additionalLocations[].location]""#),
        FindOut::Portal("Deployment + infrastructure > Locations"),
    ],
    in_links: InLinks::Carried,
    kind: Kind::Locations(LocationList {
        get: |request: &PlanRequest| &request.locations,
        put: |request, all| request.locations = all,
    }),
    weight: Weight::Counted(Counted { open: "the regions", matters: |_| true, unneeded: |_| None, sway: Sway::None }),
};
