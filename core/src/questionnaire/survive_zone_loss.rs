//! Must the instance survive a zone outage?

use super::prelude::*;
use crate::domain::Tier;

pub(super) static QUESTION: Question = Question {
    field: Field::named("goals.surviveZoneLoss"),
    group: Group::Goals,
    label: "Survive a zone outage?",
    short: "Survive a zone outage",
    help: "The remaining units must be enough at peak.",
    find_out: &[],
    in_links: InLinks::Carried,
    kind: yes_no!(goals.survive_zone_loss),
    weight: Weight::Counted(Counted {
        open: "whether the instance must survive a zone outage",
        matters: |case| case.has_locations() || case.decision.answers.tier != Some(Tier::Premium),
        unneeded: |_| None,
        sway: Sway::Fact,
    }),
};
