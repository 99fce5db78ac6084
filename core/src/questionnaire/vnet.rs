//! Which network mode is it in? A fact once it is stated; while it is open, each mode is an alternative.

use super::prelude::*;
use crate::domain::{Tier, Vnet};
use strum::VariantNames;

pub(super) static QUESTION: Question = Question {
    field: Field::named("vnet"),
    group: Group::Instance,
    label: "Network mode",
    short: "Network mode",
    help: "Whether the instance is injected in a virtual network, and who can reach the gateway.",
    find_out: &[
        FindOut::Command(r#"az apim show -n "$NAME" -g "$GROUP" -o tsv --query virtualNetworkType"#),
        FindOut::Portal("Deployment + infrastructure > Network"),
    ],
    in_links: InLinks::Carried,
    kind: Kind::Word(Vocabulary {
        at: at!(vnet, Vnet),
        words: Vnet::VARIANTS,
        offered: &[("none", "None"), ("external", "External"), ("internal", "Internal")],
    }),
    weight: Weight::Counted(Counted {
        open: "the network mode",
        matters: |case| {
            let premium_v2 = case.decision.answers.tier == Some(Tier::PremiumV2);
            case.may_be_classic() && case.tier_can_be_injected() || premium_v2 && case.has_locations()
        },
        unneeded: |_| None,
        sway: Sway::Alternatives {
            turn: 1,
            answers: &[
                Alternative {
                    answer: Answer::Word("none"),
                    condition: "If the instance is not in a virtual network",
                    effect: Effect::WhileOpen(is_open),
                },
                Alternative {
                    answer: Answer::Word("external"),
                    condition: "If the network mode is external",
                    effect: Effect::WhileOpen(is_open),
                },
                Alternative {
                    answer: Answer::Word("internal"),
                    condition: "If the network mode is internal",
                    effect: Effect::WhileOpen(is_open),
                },
            ],
        },
    }),
};

/// Basic and Standard are outside of virtual networks by default. What the subnets have room for depends on the mode.
fn is_open(answers: &Answers) -> bool {
    answers.vnet.is_none()
}
