//! Which subscription is it in? Only fills in commands.

use super::prelude::*;

pub(super) static QUESTION: Question = Question {
    field: Field::named("subscriptionId"),
    group: Group::Names,
    label: "Subscription ID",
    short: "Subscription",
    help: "Stays in this browser; links never contain it.",
    find_out: &[FindOut::Command("az account show --query id --output tsv"), FindOut::Portal("Overview > Subscription ID")],
    in_links: InLinks::Private,
    kind: Kind::Text(at!(subscription_id)),
    weight: Weight::Detail,
};
