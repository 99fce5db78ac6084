//! How many addresses of the subnet are free now?

use super::prelude::*;

pub(super) static QUESTION: Question<Location> = Question {
    field: Field::named("subnet.availableAddresses"),
    group: Group::LocationAddresses,
    label: "Available IP addresses",
    short: "Available IP addresses",
    help: "",
    find_out: &[FindOut::Portal("Virtual network > Subnets > Available IPs")],
    in_links: InLinks::Carried,
    kind: Kind::Number(WholeNumber {
        at: at!(subnet.available_addresses),
        low: 0,
        // What a /16 holds.
        high: 65_536,
        largest: u32::MAX,
        step: 1,
        counted: "addresses",
        stepped: "Available IP addresses",
        unit: None,
        control: "addresses",
        look: NumberLook::Stepper,
    }),
    weight: Weight::Location(|case| case.may_be_injected()),
};
