//! Can another subnet be provided?

use super::prelude::*;

pub(super) static QUESTION: Question = Question {
    field: Field::named("newSubnet"),
    group: Group::Subnets,
    label: "Can you provide another subnet?",
    short: "Another subnet",
    help: "One in each region, in the same subscription.",
    find_out: &[
        FindOut::Command(r#"az network vnet subnet list --vnet-name "$VNET" --resource-group "$GROUP" -o table"#),
        FindOut::Portal("Virtual network > Subnets"),
    ],
    in_links: InLinks::Carried,
    kind: yes_no!(new_subnet),
    weight: Weight::Counted(Counted {
        open: "whether you can provide another subnet",
        matters: |case| case.must_move() && case.tier_can_be_injected() || case.capacity_needs_subnet(),
        unneeded: |case| case.is_outside().then_some("Applies only to instances in a virtual network."),
        sway: Sway::Alternatives {
            turn: 4,
            answers: &[
                Alternative {
                    answer: Answer::YesNo(true),
                    condition: "If you can provide another subnet",
                    effect: wish!(new_subnet = true),
                },
                Alternative {
                    answer: Answer::YesNo(false),
                    condition: "If you can't provide another subnet",
                    effect: wish!(new_subnet = false),
                },
            ],
        },
    }),
};
