//! Is the location still to be added?

use super::prelude::*;

pub(super) static QUESTION: Question<Location> = Question {
    field: Field::named("new"),
    group: Group::LocationDetails,
    label: "Is this location still to be added?",
    short: "New location",
    help: "",
    find_out: &[],
    in_links: InLinks::Carried,
    kind: yes_no!(new),
    weight: Weight::Location(|_| true),
};
