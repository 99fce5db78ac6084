//! Must the peak load still be carried during the outage?

use super::prelude::*;

pub(super) static QUESTION: Question = Question {
    field: Field::named("goals.guaranteedCapacity"),
    group: Group::Goals,
    label: "Must the capacity needed at peak remain during an outage?",
    short: "Guaranteed capacity",
    help: "If not, the gateway only has to stay available.",
    find_out: &[],
    in_links: InLinks::Carried,
    kind: yes_no!(goals.guaranteed_capacity),
    weight: Weight::Counted(Counted {
        open: "whether the capacity needed at peak must remain during an outage",
        // A peak load that is answered or measured must be carried anyway.
        matters: |case| {
            let locations = &case.request.locations;
            let unmeasured = |location: &Location| location.units_needed.is_none() && location.capacity_percent.is_none();
            case.decision.capacities.aim.is_set()
                && locations.iter().any(|location| unmeasured(location) && location.units.is_some() && location.serves())
        },
        unneeded: |case| {
            (!case.decision.capacities.aim.is_set()).then_some("Applies only with a goal for a zone or region outage.")
        },
        sway: Sway::None,
    }),
};
