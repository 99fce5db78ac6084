//! Are there self-hosted gateways? Their reliability is the reader's own, migration or not.

use super::prelude::*;

pub(super) static QUESTION: Question = Question {
    field: Field::named("selfHostedGateways"),
    group: Group::Addresses,
    label: "Do you run self-hosted gateways?",
    short: "Self-hosted gateways",
    help: "They connect to the instance, so their firewall rules must allow a new VIP.",
    find_out: &[FindOut::Portal("Deployment + infrastructure > Self-hosted gateways")],
    in_links: InLinks::Carried,
    kind: yes_no!(self_hosted_gateways),
    weight: Weight::Counted(Counted {
        open: "whether there are self-hosted gateways",
        matters: |case| case.may_have_self_hosted(),
        unneeded: |_| None,
        sway: Sway::None,
    }),
};
