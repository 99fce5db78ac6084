//! Words for layouts and numbers of units.

use apim_plan::{Layout, Role, ZoneSupport};

/// `1 unit`, `2 units`.
pub(super) fn units(count: u32) -> String {
    counted(count, "unit")
}

/// `1 thing`, `2 things`.
pub(super) fn counted(count: u32, thing: &str) -> String {
    if count == 1 { format!("1 {thing}") } else { format!("{count} {thing}s") }
}

/// A layout as a heading.
pub(super) fn layout(layout: Layout, zones: Option<u32>) -> String {
    match (layout, zones) {
        (Layout::Automatic, _) => "Automatic".to_owned(),
        (Layout::Zonal, _) => "Zonal, 1 zone".to_owned(),
        (Layout::Redundant, Some(zones)) => format!("Zone-redundant, {}", counted(zones, "zone")),
        (Layout::Redundant, None) => "Zone-redundant".to_owned(),
    }
}

/// What a location does for the instance.
pub(super) const fn role(role: Role) -> &'static str {
    match role {
        Role::Primary => "Primary: gateway, management and developer portal",
        Role::Secondary => "Secondary: gateway only",
    }
}

/// Whether a location can have zones: completes "Zones: …".
pub(super) const fn zone_support(support: ZoneSupport) -> &'static str {
    match support {
        ZoneSupport::Yes => "yes",
        ZoneSupport::No => "none in this region",
        ZoneSupport::Unknown => "not known",
        ZoneSupport::TierLacksZones => "none in this tier",
        ZoneSupport::OnlyAtCreation => "only when the instance is created",
    }
}

/// How what serves compares with what the peak needs.
pub(super) fn against_need(serving: u32, need: u32) -> String {
    match (serving.checked_sub(need), need.checked_sub(serving)) {
        (Some(0), _) => "exactly the units needed at peak".to_owned(),
        (Some(more), _) => format!("{} more than needed at peak", spelt(more)),
        (None, short) => format!("{} fewer than needed at peak", spelt(short.unwrap_or_default())),
    }
}

fn spelt(count: u32) -> String {
    const WORDS: [&str; 10] = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    usize::try_from(count).ok().and_then(|at| WORDS.get(at)).map_or_else(|| count.to_string(), |word| (*word).to_owned())
}

/// `a`, `a and b`, `a, b and c`.
pub(super) fn and(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
