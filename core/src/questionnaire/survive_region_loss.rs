//! Must the instance survive a region outage?

use super::prelude::*;
use crate::domain::Tier;

pub(super) static QUESTION: Question = Question {
    field: Field::named("goals.surviveRegionLoss"),
    group: Group::Goals,
    label: "Survive a region outage?",
    short: "Survive a region outage",
    help: "The other regions must serve the traffic of the affected region.",
    find_out: &[],
    in_links: InLinks::Carried,
    kind: yes_no!(goals.survive_region_loss),
    weight: Weight::Counted(Counted {
        open: "whether the instance must survive a region outage",
        matters: |case| case.has_locations() || case.decision.answers.tier != Some(Tier::Premium),
        unneeded: |_| None,
        sway: Sway::Fact,
    }),
};
