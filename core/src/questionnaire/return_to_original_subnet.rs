//! Must the instance end in the subnet it has now?

use super::prelude::*;

pub(super) static QUESTION: Question = Question {
    field: Field::named("returnToOriginalSubnet"),
    group: Group::Subnets,
    label: "Must the instance end in its current subnet?",
    short: "End in the current subnet",
    help: "Yes requires two migrations if another subnet is used.",
    find_out: &[],
    in_links: InLinks::Carried,
    kind: yes_no!(return_to_original_subnet),
    weight: Weight::Counted(Counted {
        open: "whether the instance must end in its current subnet",
        matters: |case| case.must_move() && case.may_be_injected() && case.tier_can_be_injected(),
        unneeded: |case| case.is_outside().then_some("Applies only to instances in a virtual network."),
        sway: Sway::Alternatives {
            turn: 5,
            answers: &[
                Alternative {
                    answer: Answer::YesNo(true),
                    condition: "If the instance must end in its current subnet",
                    effect: wish!(return_to_original_subnet = true),
                },
                Alternative {
                    answer: Answer::YesNo(false),
                    condition: "If the instance can stay in another subnet",
                    effect: wish!(return_to_original_subnet = false),
                },
            ],
        },
    }),
};
