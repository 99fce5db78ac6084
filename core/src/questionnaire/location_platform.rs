//! Does the location run on a compute platform of its own?

use super::prelude::*;
use crate::domain::PlatformVersion;
use strum::VariantNames;

pub(super) static QUESTION: Question<Location> = Question {
    field: Field::named("platform"),
    group: Group::LocationDetails,
    label: "Compute platform of this location",
    short: "Platform",
    help: "Answer only if locations differ; otherwise the platform of the instance applies.",
    find_out: &[
        FindOut::Command(
            r#"az apim show -n "$NAME" -g "$GROUP" -o tsv --query "additionalLocations[].[location, platformVersion]""#,
        ),
        FindOut::Portal("Overview > JSON View > additionalLocations"),
    ],
    in_links: InLinks::Carried,
    kind: Kind::Word(Vocabulary {
        at: at!(platform, PlatformVersion),
        words: PlatformVersion::VARIANTS,
        offered: &[("stv1", "stv1"), ("stv2", "stv2"), ("stv2.1", "stv2.1")],
    }),
    weight: Weight::Location(|case| case.platforms_can_differ()),
};
