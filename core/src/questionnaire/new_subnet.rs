//! Can another subnet be provided?

use super::prelude::*;

pub(super) static QUESTION: Question = Question {
    field: Field::named("newSubnet"),
    group: Group::Subnets,
    label: "Can another subnet be had?",
    short: "Another subnet",
    help: "One in each region, same subscription.",
    find_out: &[
        FindOut::Command(r#"az network vnet subnet list --vnet-name "$VNET" --resource-group "$GROUP" -o table"#),
        FindOut::Portal("Virtual network > Subnets"),
    ],
    in_links: InLinks::Carried,
    kind: yes_no!(new_subnet),
    weight: Weight::Counted(Counted {
        open: "whether another subnet can be had",
        matters: |case| case.must_move() && case.tier_can_be_injected() || case.capacity_needs_subnet(),
        unneeded: |case| case.is_outside().then_some("It concerns instances in a virtual network, and this one is outside."),
        sway: Sway::Alternatives {
            turn: 4,
            answers: &[
                Alternative {
                    answer: Answer::YesNo(true),
                    condition: "If another subnet can be had",
                    effect: wish!(new_subnet = true),
                },
                Alternative {
                    answer: Answer::YesNo(false),
                    condition: "If no other subnet can be had",
                    effect: wish!(new_subnet = false),
                },
            ],
        },
    }),
};
