//! Can the work be done outside business hours? Makes a short downtime acceptable where that question is open.

use super::prelude::*;

pub(super) static QUESTION: Question = Question {
    field: Field::named("nonBusinessHours"),
    group: Group::Acceptable,
    label: "Can the migration be outside business hours?",
    short: "Outside business hours",
    help: "Decides how the window is scheduled.",
    find_out: &[],
    in_links: InLinks::Carried,
    kind: yes_no!(non_business_hours),
    weight: Weight::Counted(Counted {
        open: "whether the migration can be outside business hours",
        matters: |case| case.must_move(),
        unneeded: |_| None,
        sway: Sway::None,
    }),
};
