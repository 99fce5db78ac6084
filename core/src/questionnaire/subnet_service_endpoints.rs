//! Does the subnet have service endpoints for Storage, SQL and Key Vault?

use super::prelude::*;

pub(super) static QUESTION: Question<Location> = Question {
    field: Field::named("subnet.serviceEndpoints"),
    group: Group::LocationDetails,
    label: "Does the subnet have service endpoints for Storage, SQL and Key Vault?",
    short: "Service endpoints",
    help: "",
    find_out: &[
        FindOut::Command(r#"az network vnet subnet show --ids "$SUBNET" --query "serviceEndpoints[].service" -o tsv"#),
        FindOut::Portal("Virtual network > Subnets > Service endpoints"),
    ],
    in_links: InLinks::Carried,
    kind: yes_no!(subnet.service_endpoints),
    weight: Weight::Location(|case| case.may_be_injected()),
};
