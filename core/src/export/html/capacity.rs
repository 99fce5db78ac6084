//! Units over zones and regions.

use maud::{Markup, html};

use super::super::words;
use super::cites::Footnotes;
use super::table;
use crate::capacity::{Capacity, CapacityPlan, RegionLoss};
use crate::wording;

pub(super) fn section(capacity: &CapacityPlan, cites: &mut Footnotes) -> Markup {
    html! {
        @if !capacity.locations.is_empty() || !capacity.headline.is_empty() {
            h2 { "Capacity" }
            p { strong { (capacity.headline) } }
            @if !capacity.order.is_empty() {
                p { "In this order:" }
                ol {
                    @for step in &capacity.order {
                        li {
                            (step.text)
                            @if let Some(takes) = &step.takes { " (" (takes) ")" }
                            @if step.changes_addresses { " The VIPs change." }
                            (cites.mark(&step.sources))
                        }
                    }
                }
            }
            @for statement in capacity.avoid.iter().chain(&capacity.at_once) { p { (cites.statement(statement)) } }
            @for location in &capacity.locations { (one(location, cites)) }
            @if let Some(loss) = &capacity.region_loss { (regions(loss, cites)) }
            @for topic in &capacity.reliability {
                h3 { (topic.title) }
                ul { @for statement in &topic.statements { li { (cites.statement(statement)) } } }
            }
        }
    }
}

fn one(location: &Capacity, cites: &mut Footnotes) -> Markup {
    let now = location.current;
    let units = now.units.map_or("units not answered".to_owned(), |count| wording::units(count).to_string());
    let layout = now.layout.map_or("zones not answered".into(), |layout| words::layout(layout, now.zones));
    let mut options: Vec<Vec<Markup>> = Vec::new();
    for option in &location.options {
        let left = option.surviving_units.map_or("not known".to_owned(), |units| units.to_string());
        options.push(vec![
            html! { (words::layout(option.layout, option.zones)) },
            html! { (option.units) },
            html! { (left) },
            html! { (option.meets_goal.map_or("no goal, or not certain", |meets| if meets { "yes" } else { "no" })) },
            html! { (words::verdict(option.verdict)) },
            html! { (cites.statement(&option.reason)) },
        ]);
    }
    html! {
        h3 { (location.display_name) ", " (words::role(location.role)) }
        p {
            "Now " (units) ", " (layout) "; allowed: " (words::known(now.valid)) ". Zones: " (words::support(location.zone_support))
            (cites.mark(&location.zone_support_sources)) "."
            @if let Some(needed) = &location.units_needed { " " (cites.statement(&needed.because)) }
        }
        @if !options.is_empty() {
            (table(&["Layout", "Units", "Units remaining after a zone outage", "Meets the goal", "Verdict", "Why"], options.into_iter()))
        }
        @if !location.steps.is_empty() { ol { @for step in &location.steps { li { (cites.statement(step)) } } } }
        @if let Some(autoscale) = &location.autoscale {
            p {
                "Autoscale: minimum " (autoscale.minimum) ", maximum " (autoscale.maximum) ", step " (autoscale.step) ". "
                (cites.statement(&autoscale.because))
            }
            ul { @for note in &autoscale.notes { li { (cites.statement(note)) } } }
        }
        @if let Some(subnet) = &location.subnet {
            p {
                "Subnet: " (wording::addresses(subnet.addresses_needed)) " now, " (subnet.after.addresses_needed) " afterwards. Large enough: "
                (words::known(subnet.fits)) "."
                @if let Some(prefix) = subnet.smallest_prefix { " Smallest subnet: /" (prefix) "." }
                (cites.mark(&subnet.sources))
            }
        }
        (outages(location, cites))
    }
}

fn outages(location: &Capacity, cites: &mut Footnotes) -> Markup {
    let (zone, region) = (&location.zone_down, &location.region_down);
    let topics = [
        ("Detection", &zone.detection, &region.detection),
        ("Requests in progress", &zone.active_requests, &region.active_requests),
        ("Data", &zone.data, &region.data),
        ("Downtime", &zone.downtime, &region.downtime),
        ("Rerouting", &zone.rerouting, &region.rerouting),
        ("Failback", &zone.failback, &region.failback),
        ("Test", &zone.test, &region.test),
    ];
    let mut rows: Vec<Vec<Markup>> =
        topics.into_iter().map(|(label, zone, region)| vec![html! { (label) }, html! { (zone) }, html! { (region) }]).collect();
    rows.push(vec![html! { "Sources" }, cites.mark(&zone.sources), cites.mark(&region.sources)]);
    table(&["", "Zone outage", "Region outage"], rows.into_iter())
}

fn regions(loss: &RegionLoss, cites: &mut Footnotes) -> Markup {
    let rows = loss.if_lost.iter().flat_map(|lost| {
        lost.survivors.iter().map(|survivor| {
            vec![
                html! { (wording::region(&lost.name)) },
                html! { (wording::region(&survivor.name)) },
                html! { (survivor.units_to_carry) },
                html! { (survivor.units) },
                html! { (if survivor.enough { "yes" } else { "no" }) },
            ]
        })
    });
    html! {
        h3 { "Region outage" }
        (table(&["Lost", "Served by", "Units needed there", "Units there", "Enough"], rows))
        p {
            "Units now: " (loss.units_total) ". Units for the outage of any one region: " (loss.units_for_any_loss) "."
            (cites.mark(&loss.sources))
        }
    }
}
