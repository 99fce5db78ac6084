//! How long does a DNS change take until clients follow it?

use super::prelude::*;

pub(super) static QUESTION: Question = Question {
    field: Field::named("dnsChangeMinutes"),
    group: Group::Addresses,
    label: "How long does a DNS change take?",
    short: "DNS change",
    help: "From the decision until clients follow, TTL included.",
    find_out: &[FindOut::Command(r#"dig +noall +answer "$CUSTOM_DOMAIN""#)],
    in_links: InLinks::Carried,
    kind: Kind::Number(WholeNumber {
        at: at!(dns_change_minutes),
        low: 0,
        // A year.
        high: 525_600,
        largest: 525_600,
        step: 5,
        counted: "minutes",
        stepped: "Minutes",
        unit: Some("min"),
        control: "dns-change",
        look: NumberLook::Stepper,
    }),
    weight: Weight::Counted(Counted {
        open: "how long a DNS change takes",
        matters: |case| case.may_be_changed() && case.some_path_needs_dns(),
        unneeded: |case| {
            let may_be_changed = case.request.modify_instance != Some(false);
            may_be_changed.then_some("No possible path needs a DNS change.")
        },
        sway: Sway::None,
    }),
};
