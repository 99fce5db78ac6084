//! The sentence that says what to run.

use crate::decide::{Decision, LocationDecision};
use crate::domain::{PlanRequest, Text, Tier, ZoneLayout, ZoneSupport};
use crate::wording::{joined, layout_in_words, title, units};

/// One sentence: what to run, and what it buys; or why no layout does.
pub(super) fn headline(request: &PlanRequest, decision: &Decision) -> Text {
    let decided = &decision.capacities.locations;
    let aim = decision.capacities.aim;
    if request.tier == Some(Tier::Consumption) {
        return "Nothing to lay out: Consumption has no units and no zones.".into();
    }
    if decided.is_empty() {
        return "No region is named yet: add one to see what survives the loss of a zone.".into();
    }
    if let Some(impossible) = impossible(request, decision) {
        return impossible;
    }
    let now: Option<u32> = decided.iter().map(|one| one.current.units).sum();
    let then: u32 =
        decided.iter().filter_map(|one| one.choices.recommended()).map(|best| best.units).fold(0, u32::saturating_add);
    let run = match now {
        Some(now) if now == then => format!("Run the {} you have", units(then)),
        Some(now) => format!("Run {} instead of {now}", units(then)),
        None => format!("Run {}", units(then)),
    };
    let each = if decided.len() == 1 { "it" } else { "each region" };
    let met = |one: &LocationDecision| one.choices.recommended().is_some_and(|best| best.meets_goal == Some(true));
    let region = aim.region && aim.several;
    match (aim.zone, region, decided.iter().all(met)) {
        (true, true, true) => {
            format!("{run}: {each} then carries its peak with a zone lost, and any one region can be lost.").into()
        }
        (true, false, true) => format!(
            "{run}: {} then carries its peak with one of its zones lost.",
            if decided.len() == 1 { "the region" } else { each }
        )
        .into(),
        (false, true, true) => format!("{run}: any one region can then be lost, and the others carry its peak.").into(),
        (false, true, false) if decided.iter().all(|one| one.choices.recommended().is_some()) => {
            format!("{run}: the others then carry the peak of any one region.").into()
        }
        (true, _, false) if aim.region && !aim.several && decided.len() == 1 => {
            format!("{run}: a lost zone is then survived, a lost region only with a second one.").into()
        }
        _ => without_goal(request, decided, &run),
    }
}

/// A goal that this tier, region or limit excludes.
fn impossible(request: &PlanRequest, decision: &Decision) -> Option<Text> {
    let decided = &decision.capacities.locations;
    let aim = decision.capacities.aim;
    let named: Vec<_> = request.locations.iter().zip(decided).collect();
    if named.iter().any(|(_, one)| one.choices.recommended().is_none()) {
        let (location, one) = named.iter().find(|(_, one)| one.choices.recommended().is_none())?;
        return Some(
            format!(
                "{} needs {} and may have {} at most: spread the load over another region or instance.",
                title(location, one),
                units(one.needed.units),
                decision.capacities.max_units
            )
            .into(),
        );
    }
    if !aim.zone {
        return None;
    }
    if named.iter().all(|(_, one)| one.support == ZoneSupport::TierLacksZones) {
        let tier = request.tier.map_or("This tier", Tier::title);
        return Some(format!("{tier} has no zones: no number of units survives the loss of one.").into());
    }
    let without: Vec<Text> =
        named.iter().filter(|(_, one)| one.support == ZoneSupport::No).map(|(location, one)| title(location, one)).collect();
    if without.is_empty() {
        return None;
    }
    let verb = if without.len() == 1 { "has" } else { "have" };
    Some(format!("{} {verb} no zones: no number of units there survives the loss of one.", joined(&without)).into())
}

/// What the present layouts leave, when nobody has asked for more.
fn without_goal(request: &PlanRequest, decided: &[LocationDecision], run: &str) -> Text {
    let invalid = request.locations.iter().zip(decided).find(|(_, one)| one.current.valid == Some(false));
    if let Some((location, one)) = invalid
        && let (Some(layout), Some(count), Some(best)) = (one.current.layout, one.current.units, one.choices.recommended())
    {
        let (title, present) = (title(location, one), layout_in_words(layout, count));
        return match one.support {
            ZoneSupport::Yes | ZoneSupport::Unknown => {
                format!("{title} cannot have {present}: instead, use {}.", layout_in_words(best.layout, best.units)).into()
            }
            ZoneSupport::No | ZoneSupport::TierLacksZones | ZoneSupport::OnlyAtCreation => {
                format!("{title} cannot have {present}: instead, use {} without zones.", units(best.units)).into()
            }
        };
    }
    match decided {
        [one] => match one.choices.recommended() {
            Some(best) => match best.layout {
                ZoneLayout::Redundant { .. } => {
                    format!("{run}: {} of {} go on when a zone is lost.", best.surviving_units.unwrap_or(0), best.units).into()
                }
                ZoneLayout::Zonal {} => format!("{run}: all of them stand in one zone and go with it.").into(),
                ZoneLayout::Automatic {} => match one.support {
                    ZoneSupport::Yes => {
                        format!("{run}: Azure spreads them over zones, and nobody can say how many a lost zone leaves.").into()
                    }
                    ZoneSupport::Unknown => format!("{run}: whether a lost zone leaves any is not known yet.").into(),
                    ZoneSupport::No | ZoneSupport::TierLacksZones => {
                        format!("{run}: they stand together, and no zone is there to lose.").into()
                    }
                    ZoneSupport::OnlyAtCreation => {
                        format!("{run}: whether they stand in several zones was settled when the instance was created.").into()
                    }
                },
            },
            None => run.to_owned().into(),
        },
        several => {
            format!("{run} in {} regions: say which loss they must survive, and the plan sizes them for it.", several.len())
                .into()
        }
    }
}
