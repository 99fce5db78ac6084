//! Are there host names other than the default ones?

use super::prelude::*;
use crate::domain::Vnet;

pub(super) static QUESTION: Question = Question {
    field: Field::named("customDomains"),
    group: Group::Addresses,
    label: "Custom domains",
    short: "Custom domains",
    help: "Host names other than the default host names.",
    find_out: &[
        FindOut::Command(r#"az apim show -n "$NAME" -g "$GROUP" -o tsv --query "hostnameConfigurations[].hostName""#),
        FindOut::Portal("Deployment + infrastructure > Custom domains"),
    ],
    in_links: InLinks::Carried,
    kind: yes_no!(custom_domains),
    weight: Weight::Counted(Counted {
        open: "whether there are custom domains",
        matters: |case| {
            let answers = &case.decision.answers;
            // Other zones change VIPs, and A records must follow; in internal mode every name does.
            let with_zones = case.changes_zones() && (answers.vnet != Some(Vnet::Internal) || answers.has_a_record());
            case.must_move() || with_zones
        },
        unneeded: |_| None,
        sway: Sway::Alternatives {
            turn: 7,
            answers: &[Alternative {
                answer: Answer::YesNo(false),
                condition: "If there are no custom domains",
                effect: Effect::Wish(|answers| {
                    // A record of custom names says that there are some.
                    answers.custom_domain_record.is_none().then_some(Answers { custom_domains: Some(false), ..*answers })
                }),
            }],
        },
    }),
};
