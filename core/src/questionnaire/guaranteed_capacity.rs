//! Must the peak load still be carried during the outage?

use super::prelude::*;

pub(super) static QUESTION: Question = Question {
    field: Field::named("goals.guaranteedCapacity"),
    group: Group::Goals,
    label: "Must the peak load be carried during the outage?",
    short: "Guaranteed capacity",
    help: "If not, the gateway only has to stay available.",
    find_out: &[],
    in_links: InLinks::Carried,
    kind: yes_no!(goals.guaranteed_capacity),
    weight: Weight::Counted(Counted {
        open: "whether the peak load must be carried during an outage",
        matters: |case| case.has_locations() && case.decision.capacities.aim.is_set(),
        unneeded: |case| (!case.decision.capacities.aim.is_set()).then_some("It counts with a goal for an outage only."),
        sway: Sway::None,
    }),
};
