//! How many other stv1 instances are in the subnet?

use super::prelude::*;

pub(super) static QUESTION: Question<Location> = Question {
    field: Field::named("subnet.otherInstances"),
    group: Group::LocationAddresses,
    label: "Other stv1 instances in the subnet",
    short: "Other stv1 instances",
    help: "",
    find_out: &[
        FindOut::Command(
            r#"az apim list --query "[?virtualNetworkConfiguration.subnetResourceId=='$SUBNET'].[name, platformVersion]" -o tsv"#,
        ),
        FindOut::Portal("Virtual network > Connected devices"),
    ],
    in_links: InLinks::Carried,
    kind: Kind::Number(WholeNumber {
        at: at!(subnet.other_instances),
        low: 0,
        // What a /16 holds.
        high: 65_536,
        largest: u32::MAX,
        step: 1,
        counted: "instances",
        stepped: "Other stv1 instances in the subnet",
        unit: None,
        control: "others",
        look: NumberLook::Stepper,
    }),
    weight: Weight::Location(|case| case.may_be_injected()),
};
