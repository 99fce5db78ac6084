//! Is the subnet delegated to a service?

use super::prelude::*;

pub(super) static QUESTION: Question<Location> = Question {
    field: Field::named("subnet.delegated"),
    group: Group::LocationDetails,
    label: "Is the subnet delegated to a service?",
    short: "Subnet delegated",
    help: "",
    find_out: &[
        FindOut::Command(r#"az network vnet subnet show --ids "$SUBNET" --query "delegations[].serviceName" -o tsv"#),
        FindOut::Portal("Virtual network > Subnets > Subnet delegation"),
    ],
    in_links: InLinks::Carried,
    kind: yes_no!(subnet.delegated),
    weight: Weight::Location(|case| case.may_be_injected()),
};
