//! Which public IP address has Azure precreated for the migration?

use super::prelude::*;

pub(super) static QUESTION: Question<Location> = Question {
    field: Field::named("precreatedIp"),
    group: Group::LocationDetails,
    label: "Precreated public IP address",
    short: "Precreated IP address",
    help: "",
    find_out: &[FindOut::Command(
        r#"az apim show --name "$NAME" --resource-group "$GROUP" --output json --query customProperties"#,
    )],
    in_links: InLinks::Private,
    kind: Kind::Text(at!(precreated_ip)),
    weight: Weight::Described,
};
