//! Must the new gateway be tested before live traffic moves?

use super::prelude::*;

pub(super) static QUESTION: Question = Question {
    field: Field::named("validateFirst"),
    group: Group::Acceptable,
    label: "Must you test the new gateway before live traffic?",
    short: "Test before live traffic",
    help: "Yes requires time in which old and new compute coexist.",
    find_out: &[],
    in_links: InLinks::Carried,
    kind: yes_no!(validate_first),
    weight: Weight::Counted(Counted {
        open: "whether you test the new gateway first",
        matters: |case| {
            // A parallel instance can be tested at leisure.
            case.may_be_changed()
        },
        unneeded: |_| None,
        sway: Sway::Alternatives {
            turn: 3,
            answers: &[
                Alternative {
                    answer: Answer::YesNo(true),
                    condition: "If you test before live traffic moves",
                    effect: wish!(validate_first = true),
                },
                Alternative {
                    answer: Answer::YesNo(false),
                    condition: "If you don't test beforehand",
                    effect: wish!(validate_first = false),
                },
            ],
        },
    }),
};
