//! Does the portal report special conditions in the virtual network?

use super::prelude::*;

pub(super) static QUESTION: Question = Question {
    field: Field::named("specialVnetConditions"),
    group: Group::Subnets,
    label: "Special conditions in the virtual network?",
    short: "Special conditions",
    help: "The portal tells when you press Verify. Yes costs about an hour more in today's subnet.",
    find_out: &[FindOut::Portal("Settings > Platform migration > Verify")],
    in_links: InLinks::Carried,
    kind: yes_no!(special_vnet_conditions),
    weight: Weight::Counted(Counted {
        open: "whether the portal reports special conditions",
        matters: |case| case.may_be_changed() && case.may_be_injected() && case.tier_can_be_injected(),
        unneeded: |case| case.is_outside().then_some("It concerns instances in a virtual network, and this one is outside."),
        sway: Sway::Alternatives {
            turn: 10,
            answers: &[
                Alternative {
                    answer: Answer::YesNo(true),
                    condition: "If the portal reports special conditions in the network",
                    effect: wish!(special_vnet_conditions = true),
                },
                Alternative {
                    answer: Answer::YesNo(false),
                    condition: "If the portal reports no special conditions in the network",
                    effect: wish!(special_vnet_conditions = false),
                },
            ],
        },
    }),
};
