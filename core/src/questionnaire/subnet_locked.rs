//! Does a resource lock hold the subnet, its virtual network or their resource group?

use super::prelude::*;

pub(super) static QUESTION: Question<Location> = Question {
    field: Field::named("subnet.locked"),
    group: Group::LocationDetails,
    label: "Does a resource lock apply to the subnet?",
    short: "Resource lock",
    help: "",
    find_out: &[
        FindOut::Command(r#"az lock list --resource-group "$GROUP" -o table"#),
        FindOut::Portal("Virtual network > Locks"),
    ],
    in_links: InLinks::Carried,
    kind: yes_no!(subnet.locked),
    weight: Weight::Location(|case| case.may_be_injected()),
};
