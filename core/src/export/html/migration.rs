//! The migration: figures, timeline, checklist, commands, back-out, records, paths, ports.

use maud::{Markup, html};

use super::super::words;
use super::cites::Footnotes;
use super::table;
use crate::domain::Phase;
use crate::facts::ports::Direction;
use crate::migration::{ChangedBy, Path, Reversible};
use crate::plan::Plan;
use crate::wording;

pub(super) fn figures(path: &Path, cites: &mut Footnotes) -> Markup {
    let mut down = words::figure(path.downtime.minutes).into_owned();
    if let Some(minutes) = path.downtime.temporary_address_minutes {
        down = format!("{down}; up to {} on a temporary IP address", words::short(minutes));
    }
    let back = match &path.reversible {
        Reversible::No => "A completed migration can't be reversed.".into(),
        Reversible::By(way) => way.clone(),
    };
    let rows = [
        ("Gateway downtime", down, &path.downtime.sources),
        ("stv1 compute retained", words::kept(&path.retention).into_owned(), &path.retention.sources),
        ("Configuration locked", words::figure(path.lock_minutes).into_owned(), &path.lock_sources),
        ("Duration", words::length(&path.duration_minutes).into_owned(), &path.duration_minutes.sources),
        ("Public VIP", words::address(path.public_vip).to_owned(), &path.address_sources),
        ("Private VIP", words::address(path.private_vip).to_owned(), &path.address_sources),
        ("Tools", words::tools(path), &path.tool_sources),
    ];
    let mut cells: Vec<Vec<Markup>> = Vec::new();
    for (label, value, sources) in rows {
        cells.push(vec![html! { (label) }, html! { (value) (cites.mark(sources)) }]);
    }
    cells.push(vec![html! { "Roll back" }, html! { (back) }]);
    html! { h2 { "Figures" } (table(&[path.title, ""], cells.into_iter())) }
}

pub(super) fn timeline(path: &Path) -> Markup {
    let rows = path.timeline.iter().map(|span| {
        let to = span.to_minute.map_or("open".to_owned(), |minute| minute.to_string());
        vec![html! { (span.from_minute) }, html! { (to) }, html! { (span.label) }]
    });
    html! {
        @if !path.timeline.is_empty() {
            h2 { "Timeline" }
            p.soft { "Minutes from the start of a migration." }
            (table(&["From", "To", "What happens"], rows))
        }
    }
}

pub(super) fn checklist(path: &Path, cites: &mut Footnotes) -> Markup {
    html! {
        h2 { "Checklist" }
        @for phase in [Phase::Before, Phase::During, Phase::After, Phase::WayBack] {
            @if path.actions.iter().any(|action| action.phase == phase) {
                h3 { (words::phase(phase)) }
                ul.todo {
                    @for action in path.actions.iter().filter(|action| action.phase == phase) {
                        li {
                            span.tag { (words::owner(action.owner)) } ": "
                            @if let Some(location) = &action.location { (wording::region(location)) ": " }
                            (action.text)
                            @if let Some(why) = &action.why { " " span.soft { (why) } }
                            @if let Some(minute) = action.by_minute { " Due by minute " (minute) " of the migration." }
                            (cites.mark(&action.sources))
                        }
                    }
                }
            }
        }
    }
}

pub(super) fn portal_steps(path: &Path, cites: &mut Footnotes) -> Markup {
    html! {
        @if !path.portal_steps.is_empty() {
            h2 { "In the portal" }
            ol { @for step in &path.portal_steps { li { (step.text) (cites.mark(&step.sources)) } } }
        }
    }
}

pub(super) fn commands(path: &Path, cites: &mut Footnotes) -> Markup {
    html! {
        @if !path.commands.is_empty() {
            h2 { "Commands" }
            @for command in &path.commands {
                @let shell: &str = command.shell.into();
                h3 { (command.title) " (" (shell) ")" }
                @if let Some(note) = &command.note { p { (note) (cites.mark(&command.sources)) } }
                pre { code { (command.text) } }
            }
        }
    }
}

pub(super) fn back_out(path: &Path, cites: &mut Footnotes) -> Markup {
    html! {
        @if let Some(back_out) = &path.back_out {
            h2 { "Back-out" }
            ul {
                @if let Some(minute) = back_out.until_minute {
                    li { "Until minute " (minute) ", a failed migration rolls back to stv1 by itself." }
                }
                @for after in &back_out.after { li { (cites.statement(after)) } }
            }
        }
    }
}

pub(super) fn dns_records(path: &Path) -> Markup {
    let rows = path.dns_records.iter().map(|record| {
        let by = match record.changed_by {
            ChangedBy::Platform => "the platform",
            ChangedBy::You => "you",
        };
        let due = record.due_minute.map(|minute| minute.to_string()).unwrap_or_default();
        let location = record.location.as_ref().map_or("", |name| wording::region(name));
        [location, &record.name, &record.zone, record.record_type, &record.now, &record.then, by, &due]
            .map(|cell| html! { (cell) })
            .into()
    });
    html! {
        @if !path.dns_records.is_empty() {
            h2 { "DNS records" }
            (table(&["Location", "Host name", "Zone", "Type", "Now", "After", "Changed by", "Due by minute"], rows))
        }
    }
}

pub(super) fn paths(plan: &Plan, cites: &mut Footnotes) -> Markup {
    let mut rows: Vec<Vec<Markup>> = Vec::new();
    for path in &plan.paths {
        rows.push(vec![
            html! { (path.title) },
            html! { (words::verdict(path.verdict)) },
            html! { (words::figure(path.downtime.minutes)) (cites.mark(&path.downtime.sources)) },
            html! { (words::kept(&path.retention)) (cites.mark(&path.retention.sources)) },
            html! { (words::figure(path.lock_minutes)) (cites.mark(&path.lock_sources)) },
            html! { (words::address(path.public_vip)) },
            html! { (words::tools(path)) },
            html! { @for reason in &path.reasons { (cites.statement(reason)) " " } },
        ]);
    }
    let head = ["Path", "Verdict", "Gateway downtime", "stv1 compute retained", "Locked", "Public VIP", "Tools", "Why"];
    html! { h2 { "Paths" } (table(&head, rows.into_iter())) }
}

pub(super) fn same_subnet(plan: &Plan, cites: &mut Footnotes) -> Markup {
    let mut rows: Vec<Vec<Markup>> = Vec::new();
    for row in &plan.table {
        rows.push(vec![
            html! { (words::mode(row.vnet)) @if row.current { " (yours)" } },
            html! { (words::vip(row.vip)) },
            html! { (words::short(row.downtime_minutes)) },
            html! { (if row.temporary_address_minutes == 0 { "no".into() } else { words::short(row.temporary_address_minutes) }) },
            html! {
                (words::kept_for(Some(row.retention_minutes)))
                @for later in &row.later_pages { "; " (words::kept_for(later.minutes)) " in the " (wording::dated(later.source.page.dated)) " revision" }
                (cites.mark(&row.sources))
            },
            html! { (words::short(row.lock_minutes)) },
        ]);
    }
    let head = ["Network mode", "VIP", "Gateway downtime", "Temporary IP address", "stv1 compute retained", "Locked"];
    html! { h2 { "Downtime and retention in the same subnet" } (table(&head, rows.into_iter())) }
}

pub(super) fn ports(plan: &Plan, cites: &mut Footnotes) -> Markup {
    let mut rows: Vec<Vec<Markup>> = Vec::new();
    for port in &plan.ports {
        let direction = match port.direction {
            Direction::In => "inbound",
            Direction::Out => "outbound",
            Direction::InOut => "inbound and outbound",
        };
        rows.push(vec![
            html! { (direction) },
            html! { (port.source) },
            html! { (port.destination) },
            html! { (port.ports) },
            html! { (port.protocol) },
            html! { (port.purpose) @if let Some(note) = &port.note { ". " (note) } (cites.mark(&port.sources)) },
            html! { (if port.required { "yes" } else { "no" }) },
        ]);
    }
    let head = ["Direction", "Source", "Destination", "Ports", "Protocol", "Purpose", "Required"];
    html! { @if !rows.is_empty() { h2 { "Ports" } (table(&head, rows.into_iter())) } }
}
