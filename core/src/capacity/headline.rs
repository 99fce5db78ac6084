//! The sentence that says which units and zones to use.

use super::account::{CapacityAccount, Change, LocationAccount};
use crate::decide::sizing::NeededFrom;
use crate::domain::{Text, Tier, ZoneLayout, ZoneSupport};
use crate::wording::{joined, units, units_remain};

/// One sentence: which units and zones, and what they achieve; or why no layout does.
pub(super) fn headline(account: &CapacityAccount<'_>) -> Text {
    if account.tier() == Some(Tier::Consumption) {
        return "Consumption has no units and no zones to plan.".into();
    }
    if account.places.is_empty() {
        return "Add the region of the instance to plan its units and zones.".into();
    }
    impossible(account).unwrap_or_else(|| format!("{}{}: {}.", condition(account), advice(account), effect(account)).into())
}

/// What must be true first.
fn condition(account: &CapacityAccount<'_>) -> &'static str {
    let unknown = || account.places.iter().filter(|place| place.decided.support == ZoneSupport::Unknown);
    let selects = unknown().any(|place| place.after.is_some_and(|after| after.layout.is_selected()));
    match (selects, unknown().any(|place| place.decided.region.is_none())) {
        (false, _) => "",
        (true, true) => "If the region has zones: ",
        (true, false) => "If the tier is Premium: ",
    }
}

/// The units and zones to use, or to keep.
fn advice(account: &CapacityAccount<'_>) -> String {
    let then = account.units_after();
    let unchanged = account.places.iter().all(|place| place.change == Change::None);
    match (account.places.as_slice(), account.units_now()) {
        ([place], now) => {
            let Some(layout) = place.after_in_words() else { return format!("Use {}", units(then)) };
            match (unchanged, now) {
                (true, Some(_)) => format!("Keep {layout} in {}", place.title),
                (false, Some(now)) if now != then && now > 0 => format!("Use {layout} in {} instead of {now}", place.title),
                (true | false, _) => format!("Use {layout} in {}", place.title),
            }
        }
        (_, Some(now)) if unchanged && now == then => format!("Keep the {} in {} regions", units(then), account.places.len()),
        (_, Some(now)) if now == then && account.rezones() => {
            format!("Configure zones for the {} in {} regions", units(then), account.places.len())
        }
        (_, Some(now)) if now != then => format!("Use {} instead of {now} in {} regions", units(then), account.places.len()),
        (_, _) => format!("Use {} in {} regions", units(then), account.places.len()),
    }
}

/// What the recommended layouts achieve.
fn effect(account: &CapacityAccount<'_>) -> Text {
    let aim = account.aim();
    let met = account.places.iter().all(meets);
    let measured = account.places.iter().filter(|place| place.decided.load.serves).all(|place| knows_need(place));
    match (aim.zone, aim.region && aim.several, met) {
        (true, true, true) if measured => "enough at peak during a zone or region outage".into(),
        (true, false, true) if measured => "enough at peak during a zone outage".into(),
        (false, true, true) if measured => "enough at peak during a region outage".into(),
        (true, region, true) => remains(account, region),
        (false, true, true) => "available during a region outage, peak load not measured".into(),
        (true, _, false) | (false, true, false) => "a goal is not met".into(),
        (false, false, _) => without_goal(account),
    }
}

/// Every goal is met there, or there is none to meet.
fn meets(place: &LocationAccount<'_>) -> bool {
    !place.decided.load.serves || place.after.is_some_and(|after| after.meets_goal == Some(true))
}

fn knows_need(place: &LocationAccount<'_>) -> bool {
    match place.decided.needed.from {
        NeededFrom::Stated | NeededFrom::Measured { .. } | NeededFrom::Guaranteed => true,
        NeededFrom::Available => false,
    }
}

/// What remains, where the capacity needed is not answered.
fn remains(account: &CapacityAccount<'_>, region: bool) -> Text {
    let also = if region { " or region" } else { "" };
    match account.places.as_slice() {
        [place] => {
            let left = place.after.and_then(|after| after.surviving_units).unwrap_or(0);
            format!("{} after a zone outage", units_remain(left)).into()
        }
        _ => format!("available during a zone{also} outage, peak load not measured").into(),
    }
}

/// A goal or a load that this tier, region or limit excludes.
fn impossible(account: &CapacityAccount<'_>) -> Option<Text> {
    let aim = account.aim();
    let limit = account.capacities().max_units;
    if let Some(place) = account.with(Change::Impossible).next() {
        let needs = place.decided.demand.at_peak;
        return Some(if needs > limit {
            format!("{} needs {}, and the limit is {limit}.", place.title, units(needs)).into()
        } else {
            format!("No layout in {} is within the limit of {}.", place.title, units(limit)).into()
        });
    }
    if aim.zone {
        let lacks = |support: ZoneSupport| account.places.iter().filter(move |place| place.decided.support == support);
        if lacks(ZoneSupport::TierLacksZones).count() == account.places.len() {
            let tier = account.tier().map_or("This tier", Tier::title);
            return Some(format!("{tier} has no availability zones: a zone outage can't be survived.").into());
        }
        if lacks(ZoneSupport::OnlyAtCreation).count() == account.places.len() {
            return Some("Premium v2 gets zones only when it is created: check whether this instance has them.".into());
        }
        let without: Vec<Text> = lacks(ZoneSupport::No).map(|place| place.title.clone()).collect();
        if !without.is_empty() {
            let verb = if without.len() == 1 { "has" } else { "have" };
            return Some(format!("{} {verb} no availability zones: a zone outage can't be survived.", joined(&without)).into());
        }
    }
    if aim.is_set()
        && let Some((place, needs)) = account.places.iter().find_map(|place| Some((place, place.units_out_of_reach()?)))
    {
        let outage = match (aim.zone, aim.region) {
            (true, _) => "a zone outage",
            (false, _) => "a region outage",
        };
        return Some(format!("{} needs {} for {outage}, and the limit is {limit}.", place.title, units(needs)).into());
    }
    if aim.region && !aim.several {
        let more = if account.tier().is_none_or(has_regions) { "add a region" } else { "use a second instance" };
        return Some(format!("{}. To survive a region outage, {more}.", advice(account)).into());
    }
    None
}

const fn has_regions(tier: Tier) -> bool {
    matches!(crate::facts::tiers::has_regions(Some(tier)), Some(true))
}

/// What the layouts achieve while no goal is set.
fn without_goal(account: &CapacityAccount<'_>) -> Text {
    if account.places.iter().any(|place| place.decided.current.valid == Some(false)) {
        return "the current layout is not possible".into();
    }
    let [place] = account.places.as_slice() else {
        return "set a goal to size them for an outage".into();
    };
    let after = place.after.map(|after| (after.layout, after.units, after.surviving_units));
    match after {
        None => "no layout is possible".into(),
        Some((ZoneLayout::Redundant { .. }, _, left)) => {
            format!("{} after a zone outage", units_remain(left.unwrap_or(0))).into()
        }
        Some((ZoneLayout::Zonal {}, ..)) => "none remain after its outage".into(),
        Some((ZoneLayout::Automatic {}, ..)) => match place.decided.support {
            ZoneSupport::Yes => "units remaining after a zone outage: not known".into(),
            ZoneSupport::Unknown => "zone support is not known".into(),
            ZoneSupport::No | ZoneSupport::TierLacksZones => "they share one location without zones".into(),
            ZoneSupport::OnlyAtCreation => "their zones were set when the instance was created".into(),
        },
    }
}
