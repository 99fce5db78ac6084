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
        yes: "Acceptable",
        no: "Not acceptable",
        gist: Gist::Either { yes: "Downtime acceptable", no: "Downtime not acceptable" },
    }),
    weight: Weight::Counted(Counted {
        open: "whether gateway downtime is acceptable",
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
                    condition: "If gateway downtime is acceptable",
                    effect: wish!(downtime_allowed = true),
                },
                Alternative {
                    answer: Answer::YesNo(false),
                    condition: "If gateway downtime is not acceptable",
                    effect: wish!(downtime_allowed = false),
                },
            ],
        },
    }),
};
