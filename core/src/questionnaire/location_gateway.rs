//! Is the gateway of the location switched on?

use super::prelude::*;
use crate::domain::GatewayState;
use strum::VariantNames;

pub(super) static QUESTION: Question<Location> = Question {
    field: Field::named("gateway"),
    group: Group::LocationDetails,
    label: "Gateway",
    short: "Gateway",
    help: "A disabled gateway serves no traffic.",
    find_out: &[FindOut::Command(
        r#"az apim show -n "$NAME" -g "$GROUP" -o tsv --query "[disableGateway, additionalLocations[].disableGateway]""#,
    )],
    in_links: InLinks::Carried,
    kind: Kind::Word(Vocabulary {
        at: at!(gateway, GatewayState),
        words: GatewayState::VARIANTS,
        offered: &[("enabled", "Enabled"), ("disabled", "Disabled")],
    }),
    weight: Weight::Location(|_| true),
};
