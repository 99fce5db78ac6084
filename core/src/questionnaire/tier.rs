//! Which service tier is it?

use super::prelude::*;
use crate::domain::Tier;
use strum::VariantNames;

pub(super) static QUESTION: Question = Question {
    field: Field::named("tier"),
    group: Group::Instance,
    label: "Tier",
    short: "Tier",
    help: "On the Overview page of the portal.",
    find_out: &[
        FindOut::Command(r#"az apim show -n "$NAME" -g "$GROUP" -o tsv --query sku.name"#),
        FindOut::Portal("Overview > Tier"),
    ],
    in_links: InLinks::Carried,
    kind: Kind::Word(Vocabulary {
        at: at!(tier, Tier),
        words: Tier::VARIANTS,
        offered: &[
            ("consumption", "Consumption"),
            ("developer", "Developer"),
            ("basic", "Basic"),
            ("standard", "Standard"),
            ("premium", "Premium"),
            ("isolated", "Isolated"),
            ("basicV2", "Basic v2"),
            ("standardV2", "Standard v2"),
            ("premiumV2", "Premium v2"),
        ],
    }),
    weight: Weight::Counted(Counted { open: "the tier", matters: |_| true, unneeded: |_| None, sway: Sway::Fact }),
};
