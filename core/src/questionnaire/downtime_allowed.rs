//! Is gateway downtime acceptable?

use super::prelude::*;

pub(super) static QUESTION: Question = Question {
    field: Field::named("downtimeAllowed"),
    group: Group::Acceptable,
    label: "Gateway downtime",
    short: "Gateway downtime",
    help: "Preserving the VIP has gateway downtime in most cases, once.",
    find_out: &[],
    in_links: InLinks::Carried,
    kind: Kind::YesNo(YesNo {
        at: at!(downtime_allowed),
        yes: "Accepted",
        no: "Refused",
        gist: Gist::Either { yes: "Downtime accepted", no: "Downtime refused" },
    }),
    weight: Weight::Counted(Counted {
        open: "whether downtime is accepted",
        matters: |case| {
            // A parallel instance takes nothing from the gateway.
            case.may_be_changed() && case.some_path_takes_gateway()
        },
        unneeded: |_| None,
        sway: Sway::Alternatives {
            turn: 2,
            answers: &[
                Alternative {
                    answer: Answer::YesNo(true),
                    condition: "If you accept downtime",
                    effect: wish!(downtime_allowed = true),
                },
                Alternative {
                    answer: Answer::YesNo(false),
                    condition: "If you refuse downtime",
                    effect: wish!(downtime_allowed = false),
                },
            ],
        },
    }),
};
