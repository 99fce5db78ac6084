use super::{At, Basis, Check, Found, Rule, RuleId};
use crate::domain::{Severity, ZoneLayout, ZoneSupport};
use crate::facts::reliability::{ZONE_DETECTION_AUTOMATIC, ZONE_DOWNTIME_AUTOMATIC};
use crate::facts::zones::{AUTOMATIC_THREE, AUTOMATIC_TWO, AUTOMATIC_TWO_LATER, UNIT_IS_TWO_MACHINES};

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
    let automatic = match at.decided.current.layout {
        Some(layout) => layout == ZoneLayout::Automatic {},
        None => !at.decided.moves,
    };
    let has_zones = matches!(at.decided.support, ZoneSupport::Yes | ZoneSupport::Unknown);
    (automatic && has_zones && at.decided.current.units == Some(1)).then(|| {
        at.found(
            format!(
                "The one unit in {} may be lost with its zone; a later page says that it stands in two zones and stays up.",
                at.title()
            ),
            "Run two units or more. Until then, when the zone is lost: add units, which are placed in another zone, or fail over to another instance.",
        )
    })
}
