//! Must the instance end in the subnet it has now?

use super::prelude::*;

pub(super) static QUESTION: Question = Question {
    field: Field::named("returnToOriginalSubnet"),
    group: Group::Subnets,
    label: "Must it end in today's subnet?",
    short: "End in today's subnet",
    help: "Yes means two runs where another subnet is used on the way.",
    find_out: &[],
    in_links: InLinks::Carried,
    kind: yes_no!(return_to_original_subnet),
    weight: Weight::Counted(Counted {
        open: "whether the instance must end in its present subnet",
        matters: |case| case.must_move() && case.may_be_injected() && case.tier_can_be_injected(),
        unneeded: |case| case.is_outside().then_some("It concerns instances in a virtual network, and this one is outside."),
        sway: Sway::Alternatives {
            turn: 5,
            answers: &[
                Alternative {
                    answer: Answer::YesNo(true),
                    condition: "If the instance must end in today's subnet",
                    effect: wish!(return_to_original_subnet = true),
                },
                Alternative {
                    answer: Answer::YesNo(false),
                    condition: "If the instance may stay in another subnet",
                    effect: wish!(return_to_original_subnet = false),
                },
            ],
        },
    }),
};
