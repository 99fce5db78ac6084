//! Which Azure cloud is it in?

use super::prelude::*;
use crate::domain::Cloud;
use strum::VariantNames;

pub(super) static QUESTION: Question = Question {
    field: Field::named("cloud"),
    group: Group::Instance,
    label: "Cloud",
    short: "Cloud",
    help: "Retirement dates and regions depend on the cloud.",
    find_out: &[FindOut::Command("az cloud show --query name --output tsv")],
    in_links: InLinks::Carried,
    kind: Kind::Word(Vocabulary {
        at: at!(cloud, Cloud),
        words: Cloud::VARIANTS,
        offered: &[("global", "Public"), ("government", "US Gov"), ("china", "China")],
    }),
    weight: Weight::Detail,
};
