//! Must the instance survive a zone outage?

use super::prelude::*;
use crate::domain::Tier;

pub(super) static QUESTION: Question = Question {
    field: Field::named("goals.surviveZoneLoss"),
    group: Group::Goals,
    label: "Survive the loss of a zone?",
    short: "Survive a zone",
    help: "Capacity is then planned with one zone gone.",
    find_out: &[],
    in_links: InLinks::Carried,
    kind: yes_no!(goals.survive_zone_loss),
    weight: Weight::Counted(Counted {
        open: "whether the loss of a zone must be survived",
        matters: |case| case.has_locations() || case.decision.answers.tier != Some(Tier::Premium),
        unneeded: |_| None,
        sway: Sway::Fact,
    }),
};
