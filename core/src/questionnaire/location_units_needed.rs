//! How many units does the location need at peak load?

use super::prelude::*;
use crate::domain::Units;

pub(super) static QUESTION: Question<Location> = Question {
    field: Field::named("unitsNeeded"),
    group: Group::LocationSize,
    label: "Units needed at peak",
    short: "Units needed at peak",
    help: "",
    find_out: &[FindOut::Portal("Monitoring > Metrics > Capacity")],
    in_links: InLinks::Carried,
    kind: Kind::Number(WholeNumber {
        at: at!(units_needed as Units),
        low: Units::MIN.get(),
        high: Units::MAX.get(),
        largest: Units::MAX.get(),
        step: 1,
        counted: "units",
        stepped: "Units needed at peak",
        unit: None,
        control: "needed",
        look: NumberLook::Stepper,
    }),
    weight: Weight::Location(|_| true),
};
