//! What was the measured peak of the Capacity metric?

use super::prelude::*;
use crate::domain::Percent;

pub(super) static QUESTION: Question<Location> = Question {
    field: Field::named("capacityPercent"),
    group: Group::LocationLoad,
    label: "Capacity metric at peak, percent",
    short: "Capacity metric at peak",
    help: "",
    find_out: &[
        FindOut::Command(
            r#"az monitor metrics list --resource "$APIM" --metric Capacity --aggregation Maximum --interval PT1H -o table"#,
        ),
        FindOut::Portal("Monitoring > Metrics > Capacity"),
    ],
    in_links: InLinks::Carried,
    kind: Kind::Number(WholeNumber {
        at: at!(capacity_percent as Percent),
        low: Percent::MIN.get(),
        high: Percent::MAX.get(),
        largest: Percent::MAX.get(),
        step: 1,
        counted: "percent",
        stepped: "Capacity metric at peak",
        unit: None,
        control: "capacity",
        look: NumberLook::Stepper,
    }),
    weight: Weight::Location(|_| true),
};
