//! Does the location have a public IP address resource of its own?

use super::prelude::*;

pub(super) static QUESTION: Question<Location> = Question {
    field: Field::named("publicIp"),
    group: Group::LocationDetails,
    label: "Does this location have a public IP address resource?",
    short: "Public IP address resource",
    help: "",
    find_out: &[
        FindOut::Command(r#"az apim show -n "$NAME" -g "$GROUP" -o tsv --query publicIpAddressId"#),
        FindOut::Portal("Deployment + infrastructure > Network"),
    ],
    in_links: InLinks::Carried,
    kind: yes_no!(public_ip),
    weight: Weight::Location(|case| case.may_be_injected()),
};
