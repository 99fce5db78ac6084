//! Does the portal report special conditions in the virtual network?

use super::prelude::*;

pub(super) static QUESTION: Question = Question {
    field: Field::named("specialVnetConditions"),
    group: Group::Subnets,
    label: "Does Verify in the portal find special conditions?",
    short: "Special conditions",
    help: "Select Verify in the portal. Yes adds about an hour of gateway downtime in the current subnet.",
    find_out: &[FindOut::Portal("Settings > Platform migration > Verify")],
    in_links: InLinks::Carried,
    kind: yes_no!(special_vnet_conditions),
    weight: Weight::Counted(Counted {
        open: "whether Verify finds special conditions",
        matters: |case| case.may_be_changed() && case.may_be_injected() && case.tier_can_be_injected(),
        unneeded: |case| case.is_outside().then_some("Applies only to instances in a virtual network."),
        sway: Sway::Alternatives {
            turn: 10,
            answers: &[
                Alternative {
                    answer: Answer::YesNo(true),
                    condition: "If Verify finds special conditions",
                    effect: wish!(special_vnet_conditions = true),
                },
                Alternative {
                    answer: Answer::YesNo(false),
                    condition: "If Verify finds no special conditions",
                    effect: wish!(special_vnet_conditions = false),
                },
            ],
        },
    }),
};
