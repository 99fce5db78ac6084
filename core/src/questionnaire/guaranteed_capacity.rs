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
        // A peak load that is answered or measured must be carried anyway.
        matters: |case| {
            let locations = &case.request.locations;
            let unmeasured = |location: &Location| location.units_needed.is_none() && location.capacity_percent.is_none();
            case.decision.capacities.aim.is_set()
                && locations.iter().any(|location| unmeasured(location) && location.units.is_some() && location.serves())
        },
        unneeded: |case| (!case.decision.capacities.aim.is_set()).then_some("It counts with a goal for an outage only."),
        sway: Sway::None,
    }),
};
