use crate::wording::title;
use super::{Basis, Case, Found, Rule, RuleId};
use crate::facts::reliability::{ZONE_DETECTION_AUTOMATIC, ZONE_DOWNTIME_AUTOMATIC};
use crate::facts::zones::{AUTOMATIC_THREE, AUTOMATIC_TWO, AUTOMATIC_TWO_LATER, UNIT_IS_TWO_MACHINES};
use crate::domain::{Severity, ZoneLayout, ZoneSupport};

pub(super) static RULE: Rule = Rule {
    id: RuleId::AutomaticWithOneUnit,
    severity: Severity::Risk,
    finds: "a single unit that Azure places",
    basis: Basis::Stated,
    because: &[&AUTOMATIC_THREE, &AUTOMATIC_TWO, &AUTOMATIC_TWO_LATER, &UNIT_IS_TWO_MACHINES, &ZONE_DOWNTIME_AUTOMATIC, &ZONE_DETECTION_AUTOMATIC],
    check,
};

/// Silent on stv1, whose units no zones are told of.
fn check(case: &Case<'_>, found: &mut Vec<Found>) {
    for (location, decided) in case.locations() {
        let automatic = match decided.current.layout {
            Some(layout) => layout == ZoneLayout::Automatic {},
            None => !decided.moves,
        };
        let has_zones = matches!(decided.support, ZoneSupport::Yes | ZoneSupport::Unknown);
        if automatic && has_zones && decided.current.units == Some(1) {
            found.push(Found::at(
                &location.name,
                format!(
                    "The one unit in {} may be lost with its zone; a later page says that it stands in two zones and stays up.",
                    title(location, decided)
                ),
                "Run two units or more. Until then, when the zone is lost: add units, which are placed in another zone, or fail over to another instance.",
            ));
        }
    }
}
