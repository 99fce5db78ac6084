//! Which compute platform does it run on?

use super::prelude::*;
use crate::domain::PlatformVersion;
use strum::VariantNames;

pub(super) static QUESTION: Question = Question {
    field: Field::named("platform"),
    group: Group::Instance,
    label: "Compute platform",
    short: "Compute platform",
    help: "The property platformVersion; stv2 is not a v2 tier.",
    find_out: &[
        FindOut::Command(r#"az apim show -n "$NAME" -g "$GROUP" -o tsv --query platformVersion"#),
        FindOut::Portal("Overview > JSON View > platformVersion"),
    ],
    in_links: InLinks::Carried,
    kind: Kind::Word(Vocabulary {
        at: at!(platform, PlatformVersion),
        words: PlatformVersion::VARIANTS,
        offered: &[("stv1", "stv1"), ("stv2", "stv2"), ("stv2.1", "stv2.1"), ("mtv1", "mtv1")],
    }),
    weight: Weight::Counted(Counted {
        open: "the compute platform",
        matters: |case| case.may_be_classic(),
        unneeded: |_| None,
        sway: Sway::Fact,
    }),
};
