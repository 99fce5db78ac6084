//! Do custom domains point at the instance with CNAME or with A records?

use super::prelude::*;
use crate::domain::{DnsRecord, Vnet};
use strum::VariantNames;

pub(super) static QUESTION: Question = Question {
    field: Field::named("customDomainRecord"),
    group: Group::Addresses,
    label: "How do custom domains point at the instance?",
    short: "DNS record type",
    help: "You update an A record yourself; a CNAME record follows the default host name.",
    find_out: &[FindOut::Command(r#"dig +noall +answer "$CUSTOM_DOMAIN""#)],
    in_links: InLinks::Carried,
    kind: Kind::Word(Vocabulary {
        at: at!(custom_domain_record, DnsRecord),
        words: DnsRecord::VARIANTS,
        offered: &[("a", "A record"), ("cname", "CNAME")],
    }),
    weight: Weight::Counted(Counted {
        open: "how custom domains point at the instance",
        matters: |case| {
            let answers = &case.decision.answers;
            // In internal mode every name is changed by hand, however it points.
            let by_hand = case.may_be_changed() && answers.vnet != Some(Vnet::Internal);
            let with_zones = case.changes_zones();
            answers.custom_domains != Some(false) && (by_hand || with_zones)
        },
        unneeded: |case| (case.request.custom_domains == Some(false)).then_some("There are no custom domains."),
        sway: Sway::Alternatives {
            turn: 8,
            answers: &[
                Alternative {
                    answer: Answer::Word("cname"),
                    condition: "If custom domains use CNAME records",
                    effect: wish!(custom_domain_record = DnsRecord::Cname),
                },
                Alternative {
                    answer: Answer::Word("a"),
                    condition: "If custom domains use A records",
                    effect: wish!(custom_domain_record = DnsRecord::A),
                },
            ],
        },
    }),
};
