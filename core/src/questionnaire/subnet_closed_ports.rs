//! Which required ports do the rules of the subnet not allow?

use super::prelude::*;

pub(super) static QUESTION: Question<Location> = Question {
    field: Field::named("subnet.closedPorts"),
    group: Group::LocationDetails,
    label: "Required ports that the NSG does not allow",
    short: "Ports not allowed",
    help: "",
    find_out: &[
        FindOut::Command(r#"az network nsg rule list -g "$GROUP" --nsg-name "$NSG" -o table"#),
        FindOut::Portal("Network security group > Inbound and outbound security rules"),
    ],
    in_links: InLinks::Carried,
    kind: Kind::Ports(at!(subnet.closed_ports)),
    weight: Weight::Described,
};
