//! Which part of the traffic does the location serve?

use super::prelude::*;
use crate::domain::Share;

pub(super) static QUESTION: Question<Location> = Question {
    field: Field::named("share"),
    group: Group::LocationLoad,
    label: "Share of the traffic, percent",
    short: "Traffic share",
    help: "",
    find_out: &[
        FindOut::Command(r#"az monitor metrics list --resource "$APIM" --metric Requests --filter "Location eq '*'""#),
        FindOut::Portal("Monitoring > Metrics > Requests"),
    ],
    in_links: InLinks::Carried,
    kind: Kind::Number(WholeNumber {
        at: at!(share as Share),
        low: Share::MIN.get(),
        high: Share::MAX.get(),
        largest: Share::MAX.get(),
        step: 1,
        counted: "percent",
        stepped: "Share of the traffic",
        unit: None,
        control: "share",
        look: NumberLook::Stepper,
    }),
    weight: Weight::Location(|_| true),
};
