//! Does the primary location autoscale, and between which limits?

use super::prelude::*;
use crate::domain::Tier;

pub(super) static QUESTION: Question = Question {
    field: Field::named("autoscale"),
    group: Group::Goals,
    label: "Autoscale",
    short: "Autoscale",
    help: "Disable autoscale during the migration. Its limits must fit the zones afterwards.",
    find_out: &[
        FindOut::Command(r#"az monitor autoscale list --resource-group "$GROUP" -o table"#),
        FindOut::Portal("Deployment + infrastructure > Scale out (auto-scale)"),
    ],
    in_links: InLinks::Carried,
    kind: Kind::Autoscale(at!(autoscale)),
    weight: Weight::Counted(Counted {
        open: "the autoscale limits",
        matters: |case| match case.decision.answers.tier {
            Some(Tier::Developer | Tier::Consumption) => true,
            None
            | Some(
                Tier::Basic
                | Tier::Standard
                | Tier::Premium
                | Tier::Isolated
                | Tier::BasicV2
                | Tier::StandardV2
                | Tier::PremiumV2,
            ) => case.may_be_changed() && case.may_be_injected() || case.has_locations(),
        },
        unneeded: |_| None,
        sway: Sway::None,
    }),
};
