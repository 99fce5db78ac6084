//! Does something upstream or downstream list the IP addresses of the instance?

use super::prelude::*;

pub(super) static QUESTION: Question = Question {
    field: Field::named("ipDependencies"),
    group: Group::Addresses,
    label: "Does anyone list the instance's IP addresses?",
    short: "IP addresses listed",
    help: "Client allowlists, backends or partners that list a VIP.",
    find_out: &[
        FindOut::Command(r#"az apim show -n "$NAME" -g "$GROUP" -o tsv --query publicIpAddresses"#),
        FindOut::Portal("Overview > Virtual IP (VIP) addresses"),
    ],
    in_links: InLinks::Carried,
    kind: yes_no!(ip_dependencies),
    weight: Weight::Counted(Counted {
        open: "whether anyone lists the IP addresses of the instance",
        matters: |case| {
            // Other zones change addresses, with or without a migration.
            case.must_move() || case.changes_zones()
        },
        unneeded: |_| None,
        sway: Sway::Alternatives {
            turn: 6,
            answers: &[
                Alternative {
                    answer: Answer::YesNo(true),
                    condition: "If clients or backends list the VIP",
                    effect: wish!(ip_dependencies = true),
                },
                Alternative {
                    answer: Answer::YesNo(false),
                    condition: "If nothing lists the VIP",
                    effect: wish!(ip_dependencies = false),
                },
            ],
        },
    }),
};
