use std::rc::Rc;

use apim_plan::cite::Sources;
use apim_plan::{Capacity, Finding, Goals, Layout, LayoutOption, PlanRequest, Severity};
use yew::prelude::*;

use super::phrases;
use crate::plan::{cites, finding_item};
use crate::planned::{Marks, Planned};
use crate::ui::{Sign, icon};

/// Properties of [`CapacityVerdict`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct CapacityVerdictProps {
    /// The answers.
    pub request: Rc<PlanRequest>,
    /// The plan.
    pub plan: Planned,
}

/// The sentence that decides, five figures for a meeting, and what can go wrong.
#[component]
pub fn CapacityVerdict(props: &CapacityVerdictProps) -> Html {
    let CapacityVerdictProps { request, plan } = props;
    let findings: Vec<&Finding> = plan.findings.iter().filter(|finding| finding.rule.concerns_capacity()).collect();
    let standing = GoalState::of(request.goals.unwrap_or_default(), &plan.capacity.locations, &findings);
    let (class, sign, words) = standing.tag();
    html! {
        <section class="verdict" id="verdict" aria-labelledby="verdict-title" data-standing={words}>
            <p class="verdict__status"><span class={classes!("tag", class)}>{ icon(sign) }{ words }</span>{ " " }<span>{ instance(request) }</span></p>
            <h2 class="verdict__line" id="verdict-title">{ &*plan.capacity.headline }</h2>
            { figures(&plan.capacity.locations, plan.marks()) }
            if !findings.is_empty() {
                <ul class="findings" aria-label="Findings">
                    for finding in findings.iter() {
                        { finding_item(finding, plan.marks()) }
                    }
                </ul>
            }
        </section>
    }
}

/// How the present units stand to what the reader wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum GoalState {
    /// Impossible as described.
    Blocked,
    /// Nothing is wanted that could be met or missed.
    NoGoal,
    /// What is there meets it.
    Met,
    /// What is there does not meet it, or cannot promise to.
    NotMet,
}

impl GoalState {
    fn of(goals: Goals, locations: &[Capacity], findings: &[&Finding]) -> Self {
        if findings.iter().any(|finding| finding.severity == Severity::Blocker) {
            return Self::Blocked;
        }
        if goals.survive_zone_loss != Some(true) {
            return Self::NoGoal;
        }
        // Without a measured load, one unit must remain for the gateway to stay available.
        let needed = |capacity: &Capacity| capacity.units_needed.as_ref().map_or(1, |needed| needed.units);
        let met = |capacity: &Capacity| !capacity.serves || capacity.current.surviving_units >= Some(needed(capacity));
        if locations.iter().all(met) { Self::Met } else { Self::NotMet }
    }

    /// Class, icon and words of the tag.
    const fn tag(self) -> (Option<&'static str>, Sign, &'static str) {
        match self {
            Self::Blocked => (Some("tag--blocker"), Sign::Blocker, "Not possible as described"),
            Self::NoGoal => (None, Sign::Note, "No goal for a zone outage"),
            Self::Met => (None, Sign::Check, "Goal met today"),
            Self::NotMet => (Some("tag--risk"), Sign::Risk, "Goal not met today"),
        }
    }
}

/// What the plan is about, in the reader's own words and numbers.
fn instance(request: &PlanRequest) -> String {
    let regions = u32::try_from(request.locations.len()).unwrap_or(u32::MAX);
    let units: Option<u32> = request.locations.iter().map(|location| location.units.map(apim_plan::Units::get)).sum();
    [
        request.name.clone(),
        request.tier.map(|tier| tier.title().to_owned()),
        Some(units.map_or_else(
            || phrases::counted(regions, "region"),
            |units| format!("{} in {}", phrases::units(units), phrases::counted(regions, "region")),
        )),
    ]
    .into_iter()
    .flatten()
    .collect::<Vec<_>>()
    .join(", ")
}

/// One of the five figures.
struct CapacityFigure {
    title: &'static str,
    value: Html,
    note: String,
    sources: Sources,
}

fn figures(locations: &[Capacity], marks: &Marks) -> Html {
    let changing: Vec<&Capacity> = locations.iter().filter(|capacity| changes(capacity)).collect();
    html! {
        <dl class="figures">
            for figure in [units(locations), zones(locations), takes(&changing), down(&changing), addresses(&changing)] {
                <div>
                    <dt>{ figure.title }</dt>
                    <dd>{ figure.value }{ cites(&figure.sources, marks) }</dd>
                    <dd class="figures__note">{ figure.note }</dd>
                </div>
            }
        </dl>
    }
}

fn best(capacity: &Capacity) -> Option<&LayoutOption> {
    capacity.options.first()
}

/// The recommended layout is not the present one.
fn changes(capacity: &Capacity) -> bool {
    let Capacity { current, ip, .. } = capacity;
    let differs = best(capacity)
        .is_some_and(|best| (Some(best.layout), best.zones, Some(best.units)) != (current.layout, current.zones, current.units));
    // Zones that are named where the platform has none yet are still to be made.
    differs || ip.public_changes || ip.private_changes
}

fn units(locations: &[Capacity]) -> CapacityFigure {
    let now: Option<u32> = locations.iter().map(|capacity| capacity.current.units).sum();
    let then: u32 = locations.iter().filter_map(best).map(|best| best.units).sum();
    let value = match now {
        Some(now) if now == then => html! { <b>{ now }</b> },
        Some(now) => html! { <><b>{ now }</b>{ " now, " }<b>{ then }</b>{ " then" }</> },
        None => html! { <><b>{ then }</b>{ " then" }</> },
    };
    let more: Vec<String> = locations
        .iter()
        .filter_map(|capacity| best(capacity).and_then(|best| best.extra_units).map(|extra| (extra, &capacity.display_name)))
        .filter(|(extra, _)| *extra != 0)
        .map(|(extra, name)| format!("{} {} in {name}", extra.unsigned_abs(), if extra > 0 { "more" } else { "fewer" }))
        .collect();
    let note = match (now, more.is_empty()) {
        (None, _) => "current units not known".to_owned(),
        (Some(_), true) => "no change".to_owned(),
        (Some(_), false) => more.join(", "),
    };
    CapacityFigure { title: "Units", value, note, sources: Sources::NONE }
}

fn zones(locations: &[Capacity]) -> CapacityFigure {
    let of = |capacity: &Capacity| match best(capacity).map(|best| (best.layout, best.zones)) {
        Some((Layout::Automatic, _)) => "automatic".to_owned(),
        Some((Layout::Zonal, _)) => "1".to_owned(),
        Some((Layout::Redundant, zones)) => zones.unwrap_or_default().to_string(),
        None => "none".to_owned(),
    };
    let mut words: Vec<String> = locations.iter().map(of).collect();
    words.dedup();
    let per_zone: Option<Vec<String>> = locations
        .iter()
        .map(|capacity| best(capacity).and_then(|best| best.units_per_zone).map(|per_zone| per_zone.to_string()))
        .collect();
    let spread = match per_zone {
        Some(mut per_zone) if !per_zone.is_empty() => {
            per_zone.dedup();
            let single = per_zone.as_slice() == ["1"];
            format!("{} {} in each zone", phrases::and(&per_zone), if single { "unit" } else { "units" })
        }
        _ => "the placement is not visible".to_owned(),
    };
    let title = if locations.len() > 1 { "Zones in each region" } else { "Zones" };
    let sources = locations.first().map(|capacity| capacity.zone_support_sources.clone()).unwrap_or_default();
    let mut zones = words.join(", ");
    if let Some(first) = zones.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    CapacityFigure { title, value: html! { <b>{ zones }</b> }, note: spread, sources }
}

fn takes(changing: &[&Capacity]) -> CapacityFigure {
    let title = "The change takes";
    let Some(first) = changing.first() else {
        return CapacityFigure {
            title,
            value: html! { <b>{ "0" }</b> },
            note: "nothing to change".to_owned(),
            sources: Sources::NONE,
        };
    };
    let takes = &first.change_minutes;
    CapacityFigure {
        title,
        value: html! { <><b>{ format!("{}–{}", takes.from, takes.to) }</b>{ " min" }</> },
        note: if takes.or_more { "or more: documentation differs" } else { "in each region" }.to_owned(),
        sources: takes.sources.clone(),
    }
}

fn down(changing: &[&Capacity]) -> CapacityFigure {
    let minutes = changing.iter().map(|capacity| capacity.gateway_downtime_minutes).max().unwrap_or_default();
    CapacityFigure {
        title: "Gateway downtime",
        value: html! { <><b>{ minutes }</b>{ " min" }</> },
        note: if changing.is_empty() { "nothing to change" } else { "while zones change" }.to_owned(),
        sources: changing.first().map(|capacity| capacity.gateway_downtime_sources.clone()).unwrap_or_default(),
    }
}

fn addresses(changing: &[&Capacity]) -> CapacityFigure {
    let public = changing.iter().any(|capacity| capacity.ip.public_changes);
    let private = changing.iter().any(|capacity| capacity.ip.private_changes);
    let (word, kind) = match (public, private) {
        (false, false) => ("Preserved", "public and private"),
        (true, false) => ("New", "public"),
        (false, true) => ("New", "private"),
        (true, true) => ("New", "public and private"),
    };
    let sources = changing.first().map(|capacity| capacity.ip.sources.clone()).unwrap_or_default();
    CapacityFigure { title: "VIP addresses", value: html! { <b>{ word }</b> }, note: kind.to_owned(), sources }
}

#[cfg(test)]
mod tests {
    use super::changes;
    use apim_plan::RuleId;

    #[test]
    fn zones_that_are_named_on_stv1_are_still_to_be_made() -> Result<(), apim_plan::RequestError> {
        let request = apim_plan::read_request(
            r#"{"tier":"premium","platform":"stv1","vnet":"internal","locations":[{"name":"westeurope","units":3,"zones":{"kind":"redundant","zones":3}}]}"#,
        )?;
        assert!(apim_plan::plan(&request).capacity.locations.iter().all(changes));
        Ok(())
    }

    #[test]
    fn findings_on_the_migration_stay_with_the_migration() {
        use RuleId::{ParallelLacksTrustedBypass, RetiredPlatform, SubnetTooSmall, UnevenZoneUnits, ZonesNamedOnStv1};
        assert!([UnevenZoneUnits, SubnetTooSmall, ZonesNamedOnStv1].into_iter().all(RuleId::concerns_capacity));
        assert!(![RetiredPlatform, ParallelLacksTrustedBypass].into_iter().any(RuleId::concerns_capacity));
    }
}
