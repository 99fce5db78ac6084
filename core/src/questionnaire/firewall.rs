//! Do firewall rules or forced tunneling stand between the instance and others?

use super::prelude::*;
use crate::domain::Firewall;
use strum::VariantNames;

pub(super) static QUESTION: Question = Question {
    field: Field::named("firewall"),
    group: Group::Addresses,
    label: "Firewall",
    short: "Firewall",
    help: "Rules: firewall rules list the instance's IP addresses or subnet. Forced tunneling: outbound traffic goes through a firewall.",
    find_out: &[FindOut::Command(
        r#"az network route-table route list --route-table-name "$ROUTE_TABLE" --resource-group "$GROUP" -o table"#,
    )],
    in_links: InLinks::Carried,
    kind: Kind::Word(Vocabulary {
        at: at!(firewall, Firewall),
        words: Firewall::VARIANTS,
        offered: &[("none", "None"), ("rules", "Rules"), ("forcedTunnel", "Forced")],
    }),
    weight: Weight::Counted(Counted {
        open: "whether a firewall is in front of or behind the instance",
        // Other zones change VIPs, with or without a migration.
        matters: |case| case.must_move() || case.changes_zones(),
        unneeded: |_| None,
        sway: Sway::None,
    }),
};
