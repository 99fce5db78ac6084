//! Which availability zones does the location have now?

use super::prelude::*;

pub(super) static QUESTION: Question<Location> = Question {
    field: Field::named("zones"),
    group: Group::LocationZones,
    label: "Current availability zones",
    short: "Zones",
    help: "",
    find_out: &[
        FindOut::Command(r#"az apim show -n "$NAME" -g "$GROUP" -o tsv --query zones"#),
        FindOut::Portal("Deployment + infrastructure > Locations"),
    ],
    in_links: InLinks::Carried,
    kind: Kind::Zones(at!(zones)),
    weight: Weight::Location(|_| true),
};
