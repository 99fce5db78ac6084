//! May the existing instance be changed? If not, a second instance takes over.

use super::prelude::*;

pub(super) static QUESTION: Question = Question {
    field: Field::named("modifyInstance"),
    group: Group::Instance,
    label: "Can this instance be changed?",
    short: "Can be changed",
    help: "No requires a side-by-side deployment.",
    find_out: &[],
    in_links: InLinks::Carried,
    kind: yes_no!(modify_instance),
    weight: Weight::Counted(Counted {
        open: "whether the instance can be changed",
        matters: |case| case.must_move(),
        unneeded: |_| None,
        sway: Sway::Alternatives {
            turn: 11,
            answers: &[
                Alternative {
                    answer: Answer::YesNo(false),
                    condition: "If the instance can't be changed",
                    effect: wish!(modify_instance = false),
                },
                Alternative {
                    answer: Answer::YesNo(true),
                    condition: "If the instance can be changed",
                    effect: wish!(modify_instance = true),
                },
            ],
        },
    }),
};
