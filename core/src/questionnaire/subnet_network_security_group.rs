//! Is a network security group associated with the subnet?

use super::prelude::*;

pub(super) static QUESTION: Question<Location> = Question {
    field: Field::named("subnet.networkSecurityGroup"),
    group: Group::LocationDetails,
    label: "Does the subnet have a network security group?",
    short: "Network security group",
    help: "",
    find_out: &[
        FindOut::Command(r#"az network vnet subnet show --ids "$SUBNET" --query networkSecurityGroup.id -o tsv"#),
        FindOut::Portal("Virtual network > Subnets > Network security group"),
    ],
    in_links: InLinks::Carried,
    kind: yes_no!(subnet.network_security_group),
    weight: Weight::Location(|case| case.may_be_injected()),
};
