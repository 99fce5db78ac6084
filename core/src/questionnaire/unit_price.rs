//! What does one unit cost a month, by the reader's own agreement? Prices are not known here, and never travel in a link.

use super::prelude::*;

pub(super) static QUESTION: Question = Question {
    field: Field::named("unitPrice"),
    group: Group::Goals,
    label: "Price of one unit a month",
    short: "Unit price",
    help: "By your agreement. Stays in this browser; links never contain it.",
    find_out: &[],
    in_links: InLinks::Private,
    kind: Kind::Price(at!(unit_price)),
    weight: Weight::Described,
};
