//! Which load of the Capacity metric is aimed for?

use super::prelude::*;
use crate::domain::Percent;

pub(super) static QUESTION: Question<Location> = Question {
    field: Field::named("targetPercent"),
    group: Group::LocationLoad,
    label: "Target of the capacity metric, percent",
    short: "Target of the capacity metric",
    help: "",
    find_out: &[],
    in_links: InLinks::Carried,
    kind: Kind::Number(WholeNumber {
        at: at!(target_percent as Percent),
        low: Percent::MIN.get(),
        high: Percent::MAX.get(),
        largest: Percent::MAX.get(),
        step: 1,
        counted: "percent",
        stepped: "Target of the capacity metric",
        unit: None,
        control: "target",
        look: NumberLook::Stepper,
    }),
    weight: Weight::Location(|_| true),
};
