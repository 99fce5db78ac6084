//! To how many units has support raised the limit of a region?

use super::prelude::*;
use crate::domain::Units;

pub(super) static QUESTION: Question = Question {
    field: Field::named("unitLimit"),
    group: Group::Goals,
    label: "Unit limit of a region, if support has raised it",
    short: "Unit limit",
    help: "Without an answer, the limit of the tier applies.",
    find_out: &[FindOut::Portal("Help + support > Usage + quotas")],
    in_links: InLinks::Carried,
    kind: Kind::Number(WholeNumber {
        at: at!(unit_limit as Units),
        low: Units::MIN.get(),
        high: Units::MAX.get(),
        largest: Units::MAX.get(),
        step: 1,
        counted: "units",
        stepped: "Unit limit",
        unit: Some("units"),
        control: "unit-limit",
        look: NumberLook::Stepper,
    }),
    weight: Weight::Detail,
};
