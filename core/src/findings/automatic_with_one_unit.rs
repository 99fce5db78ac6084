use super::{At, Basis, Check, Found, Rule, RuleId};
use crate::domain::{Severity, ZoneLayout, ZoneSupport};
use crate::facts::reliability::{ZONE_DETECTION_AUTOMATIC, ZONE_DOWNTIME_AUTOMATIC};
use crate::facts::zones::{AUTOMATIC_MINIMUM, AUTOMATIC_THREE, AUTOMATIC_TWO, AUTOMATIC_TWO_LATER, UNIT_IS_TWO_MACHINES};
use crate::wording::units;

pub(super) static RULE: Rule = Rule {
    id: RuleId::AutomaticWithOneUnit,
    severity: Severity::Risk,
    finds: "a location with one unit and automatic zones",
    basis: Basis::Stated,
    because: &[
        &AUTOMATIC_THREE,
        &AUTOMATIC_TWO,
        &AUTOMATIC_TWO_LATER,
        &UNIT_IS_TWO_MACHINES,
        &ZONE_DOWNTIME_AUTOMATIC,
        &ZONE_DETECTION_AUTOMATIC,
    ],
    check: Check::Location(check),
};

/// Silent on stv1: whether its units are in zones is not known.
fn check(at: &At<'_>) -> Option<Found> {
    let automatic = match at.decided.current.certain_layout {
        Some(layout) => layout == ZoneLayout::Automatic {},
        None => !at.decided.moves,
    };
    let has_zones = matches!(at.decided.support, ZoneSupport::Yes | ZoneSupport::Unknown);
    (automatic && has_zones && at.decided.current.units == Some(1)).then(|| {
        at.found(
            format!(
                "Documentation differs on whether the single unit in {} survives a zone outage: unavailable until the zone recovers, or two virtual machines in two zones.",
                at.title()
            ),
            format!(
                "Use {} or more; until then, add units or fail over to another instance during a zone outage.",
                units(AUTOMATIC_MINIMUM.value)
            ),
        )
    })
}
