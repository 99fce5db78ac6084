//! Units over zones and regions, as Markdown.

use super::markdown::{MarkdownDocument, Md};
use super::words;
use crate::capacity::{Capacity, CapacityPlan, Failure, RegionLoss};
use crate::wording;

/// A row of what happens when something is lost.
type FailureAspect = (&'static str, fn(&Failure) -> &str);

pub(super) fn section(page: &mut MarkdownDocument, capacity: &CapacityPlan) {
    if capacity.locations.is_empty() && capacity.headline.is_empty() {
        return;
    }
    page.heading("Capacity");
    page.paragraph(format_args!("**{}**", Md(&capacity.headline)));
    if !capacity.order.is_empty() {
        page.paragraph(format_args!("Order of work:"));
        for step in &capacity.order {
            let cited = page.cited(&step.sources);
            let takes = step.takes.as_ref().map_or(String::new(), |takes| format!(" ({})", Md(takes)));
            let addresses = if step.changes_addresses { " The VIPs change." } else { "" };
            page.line(format_args!("1. {}{takes}{addresses}{cited}", Md(&step.text)));
        }
    }
    for statement in capacity.avoid.iter().chain(&capacity.at_once) {
        let said = page.statement(statement);
        page.paragraph(format_args!("{said}"));
    }
    for location in &capacity.locations {
        one(page, location);
    }
    if let Some(loss) = &capacity.region_loss {
        regions(page, loss);
    }
    for topic in &capacity.reliability {
        page.subheading(format_args!("{}", Md(topic.title)));
        for statement in &topic.statements {
            let said = page.statement(statement);
            page.line(format_args!("- {said}"));
        }
    }
}

fn one(page: &mut MarkdownDocument, location: &Capacity) {
    let title = Md(&location.display_name);
    page.subheading(format_args!("{title}, {}", words::role(location.role)));
    let now = location.current;
    let units = now.units.map_or("units not known".to_owned(), |count| wording::units(count).to_string());
    let layout = now.layout.map_or("zones not known".into(), |layout| words::layout(layout, now.zones));
    let cited = page.cited(&location.zone_support_sources);
    let needed = match &location.units_needed {
        Some(needed) => format!(" {}", page.statement(&needed.because)),
        None => String::new(),
    };
    page.paragraph(format_args!(
        "Now: {units}, {layout}; possible as described: {}. Zone support: {}{cited}.{needed}",
        words::known(now.valid),
        words::support(location.zone_support)
    ));
    if !location.options.is_empty() {
        page.head(&["Layout", "Units", "Units remaining after a zone outage", "Meets the goal", "Verdict", "Why"]);
        for option in &location.options {
            let reason = page.statement(&option.reason);
            let left = option.surviving_units.map_or("not known".to_owned(), |units| units.to_string());
            let goal = option.meets_goal.map_or("no goal, or not known", |meets| if meets { "yes" } else { "no" });
            page.line(format_args!(
                "| {} | {} | {left} | {goal} | {} | {reason} |",
                words::layout(option.layout, option.zones),
                option.units,
                words::verdict(option.verdict)
            ));
        }
    }
    page.block();
    for step in &location.steps {
        let said = page.statement(step);
        page.line(format_args!("1. {said}"));
    }
    if let Some(autoscale) = &location.autoscale {
        let because = page.statement(&autoscale.because);
        page.paragraph(format_args!(
            "Autoscale: minimum {}, maximum {}, step {}. {because}",
            autoscale.minimum, autoscale.maximum, autoscale.step
        ));
        for note in &autoscale.notes {
            let said = page.statement(note);
            page.line(format_args!("- {said}"));
        }
    }
    if let Some(subnet) = &location.subnet {
        let cited = page.cited(&subnet.sources);
        let during = subnet.during_migration.map_or_else(String::new, |during| {
            format!(", {} during the migration, with two copies (fits: {})", during.addresses_needed, words::known(during.fits))
        });
        let others = match subnet.used_by_others {
            Some(others @ 1..) => format!(" Other resources use {others} IP addresses."),
            Some(0) | None => String::new(),
        };
        let smallest =
            subnet.smallest_prefix.map_or_else(String::new, |prefix| format!(" Smallest prefix that fits: /{prefix}."));
        page.paragraph(format_args!(
            "Subnet: {} IP addresses now (fits: {}){during}, {} afterwards (fits: {}).{others}{smallest}{cited}",
            subnet.addresses_needed,
            words::known(subnet.fits),
            subnet.after.addresses_needed,
            words::known(subnet.after.fits),
        ));
    }
    page.head(&["", "Zone outage", "Region outage"]);
    let topics: [FailureAspect; 7] = [
        ("Detection", |failure| &failure.detection),
        ("Requests in progress", |failure| &failure.active_requests),
        ("Data", |failure| &failure.data),
        ("Downtime", |failure| &failure.downtime),
        ("Rerouting", |failure| &failure.rerouting),
        ("Failback", |failure| &failure.failback),
        ("Test", |failure| &failure.test),
    ];
    for (label, of) in topics {
        page.line(format_args!("| {label} | {} | {} |", Md(of(&location.zone_down)), Md(of(&location.region_down))));
    }
    let (zone, region) = (page.cited(&location.zone_down.sources), page.cited(&location.region_down.sources));
    page.line(format_args!("| Sources |{zone} |{region} |"));
}

fn regions(page: &mut MarkdownDocument, loss: &RegionLoss) {
    let cited = page.cited(&loss.sources);
    page.subheading(format_args!("Region outage"));
    page.head(&["Outage of", "Served by", "Units needed", "Units", "Enough"]);
    for lost in &loss.if_lost {
        for survivor in &lost.survivors {
            page.line(format_args!(
                "| {} | {} | {} | {} | {} |",
                Md(wording::region(&lost.name)),
                Md(wording::region(&survivor.name)),
                survivor.units_to_carry,
                survivor.units,
                if survivor.enough { "yes" } else { "no" },
            ));
        }
    }
    page.paragraph(format_args!(
        "Units now: {}. Units for the outage of any one region: {}.{cited}",
        loss.units_total, loss.units_for_any_loss
    ));
}
