//! How large is the subnet?

use super::prelude::*;
use crate::domain::Prefix;

pub(super) static QUESTION: Question<Location> = Question {
    field: Field::named("subnet.prefix"),
    group: Group::LocationSize,
    label: "Subnet size",
    short: "Subnet size",
    help: "",
    find_out: &[
        FindOut::Command(r#"az network vnet subnet show --ids "$SUBNET" --query addressPrefix -o tsv"#),
        FindOut::Portal("Virtual network > Subnets"),
    ],
    in_links: InLinks::Carried,
    kind: Kind::Number(WholeNumber {
        at: at!(subnet.prefix as Prefix),
        low: Prefix::MIN.get(),
        high: Prefix::MAX.get(),
        largest: Prefix::MAX.get(),
        step: 1,
        counted: "bits",
        stepped: "Prefix",
        unit: None,
        control: "prefix",
        look: NumberLook::List("/"),
    }),
    weight: Weight::Location(|case| case.may_be_injected()),
};
