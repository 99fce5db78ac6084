//! How many addresses of the subnet do other resources use?

use super::prelude::*;

pub(super) static QUESTION: Question<Location> = Question {
    field: Field::named("subnet.usedByOthers"),
    group: Group::LocationAddresses,
    label: "IP addresses used by other resources",
    short: "Used by other resources",
    help: "",
    find_out: &[
        FindOut::Command(r#"az network vnet subnet show --ids "$SUBNET" --query "length(ipConfigurations)""#),
        FindOut::Portal("Virtual network > Connected devices"),
    ],
    in_links: InLinks::Carried,
    kind: Kind::Number(WholeNumber {
        at: at!(subnet.used_by_others),
        low: 0,
        // What a /16 holds.
        high: 65_536,
        largest: u32::MAX,
        step: 1,
        counted: "addresses",
        stepped: "IP addresses used by other resources",
        unit: None,
        control: "used-by-others",
        look: NumberLook::Stepper,
    }),
    weight: Weight::Location(|case| case.may_be_injected()),
};
