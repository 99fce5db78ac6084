//! How many scale units does the location have?

use super::prelude::*;
use crate::domain::Units;

pub(super) static QUESTION: Question<Location> = Question {
    field: Field::named("units"),
    group: Group::LocationSize,
    label: "Units",
    short: "Units",
    help: "",
    find_out: &[
        FindOut::Command(r#"az apim show -n "$NAME" -g "$GROUP" -o tsv --query sku.capacity"#),
        FindOut::Portal("Deployment + infrastructure > Locations"),
    ],
    in_links: InLinks::Carried,
    kind: Kind::Number(WholeNumber {
        at: at!(units as Units),
        low: Units::MIN.get(),
        high: Units::MAX.get(),
        largest: Units::MAX.get(),
        step: 1,
        counted: "units",
        stepped: "Units",
        unit: None,
        control: "units",
        look: NumberLook::Stepper,
    }),
    weight: Weight::Location(|_| true),
};
