//! Must the instance survive a region outage?

use super::prelude::*;
use crate::domain::Tier;

pub(super) static QUESTION: Question = Question {
    field: Field::named("goals.surviveRegionLoss"),
    group: Group::Goals,
    label: "Survive the loss of a region?",
    short: "Survive a region",
    help: "The other regions then carry its traffic.",
    find_out: &[],
    in_links: InLinks::Carried,
    kind: yes_no!(goals.survive_region_loss),
    weight: Weight::Counted(Counted {
        open: "whether the loss of a region must be survived",
        matters: |case| case.has_locations() || case.decision.answers.tier != Some(Tier::Premium),
        unneeded: |_| None,
        sway: Sway::Fact,
    }),
};
