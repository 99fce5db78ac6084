//! Many instances as Markdown, as tables and as a calendar.

use std::fmt::Write;

use super::csv::Sheet;
use super::ics::{Event, Feed, later, uid};
use super::markdown::{MarkdownDocument, Md};
use super::words;
use crate::domain::{Day, Status};
use crate::fleet::{Fleet, Moment, Moves, Row, Run, Slot};

/// The tables of a fleet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Deserialize, strum::EnumIter, strum::IntoStaticStr)]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum FleetTable {
    /// One row for each instance.
    Instances,
    /// One row for each run, in the order of the waves.
    Schedule,
}

/// The fleet as JSON, in the shape of the contract.
///
/// # Errors
/// None in practice: every part of a fleet can be written.
pub fn fleet_json(fleet: &Fleet) -> Result<String, serde_json::Error> {
    serde_json::to_string(fleet)
}

/// The fleet as Markdown: figures, waves, conflicts, instances.
pub fn fleet_markdown(fleet: &Fleet) -> String {
    let mut page = MarkdownDocument::default();
    let totals = &fleet.totals;
    page.line(format_args!("# {} of {} instances must migrate", totals.migrate, totals.instances));
    page.paragraph(format_args!(
        "Planned: {} in {}. Not planned: {}.",
        totals.planned,
        counted(fleet.waves.len(), "wave", "waves"),
        totals.not_planned
    ));
    page.head(&["Figure", ""]);
    let shortest = match (totals.shortest_dns_minutes, totals.dns_without_figure) {
        (None, 0) => "no DNS change needed".to_owned(),
        (Some(minutes), 0) => words::short(minutes).into_owned(),
        (None, without) => format!("not documented for {without}"),
        (Some(minutes), without) => format!("{}; not documented for {without}", words::short(minutes)),
    };
    for (label, value) in [
        ("Must migrate", totals.migrate.to_string()),
        ("Gateways, one for each region", totals.gateways.to_string()),
        ("Migrated", totals.migrated.to_string()),
        ("Not affected", totals.not_affected.to_string()),
        ("Platform not known", totals.unknown.to_string()),
        ("With gateway downtime", totals.with_downtime.to_string()),
        ("New public VIPs", totals.new_addresses.to_string()),
        ("Shortest DNS deadline", shortest),
        ("With blockers", totals.with_blockers.to_string()),
        ("With risks", totals.with_risks.to_string()),
    ] {
        page.line(format_args!("| {label} | {value} |"));
    }
    waves(&mut page, fleet);
    if !fleet.conflicts.is_empty() {
        page.heading("Conflicts");
        for conflict in &fleet.conflicts {
            let names: Vec<String> = conflict.instances.iter().map(|index| Md(&name(fleet, *index)).to_string()).collect();
            page.line(format_args!("- {} {} ({})", Md(&conflict.what), Md(&conflict.instead), names.join(", ")));
        }
    }
    page.heading("Instances");
    page.head(&[
        "Instance",
        "Resource group",
        "Status",
        "Path",
        "Gateway downtime",
        "Retention",
        "Public VIP",
        "Zones",
        "Findings",
        "Wave",
    ]);
    for (index, row) in (0..).zip(&fleet.instances) {
        page.line(format_args!(
            "| {} | {} | {} | {} | {} | {} | {} | {} | {} | {} |",
            Md(&name(fleet, index)),
            Md(row.resource_group.as_deref().unwrap_or_default()),
            words::status(row.status),
            row.recommended.map_or("", crate::domain::PathId::title),
            row.recommended.map_or("".into(), |_| words::figure(row.downtime_minutes)),
            row.recommended.map_or("".into(), |_| words::kept_for(row.plan_for_minutes)),
            row.public_vip.map_or("", words::address),
            words::zones(row.zones),
            watch(row),
            wave(row),
        ));
    }
    page.paragraph(format_args!("The plan of each instance cites the documentation of each figure."));
    page.out
}

fn waves(page: &mut MarkdownDocument, fleet: &Fleet) {
    if fleet.waves.is_empty() {
        return;
    }
    page.heading("Waves");
    for wave in &fleet.waves {
        if let (Some(opens), Some(closes)) = (wave.opens, wave.closes) {
            let mut ahead = String::new();
            // Writing to a String cannot fail.
            let _ = opens.ahead(&mut ahead);
            page.subheading(format_args!("Wave {}: {} to {}, UTC{ahead}", wave.number, clock(opens), clock(closes)));
            page.head(&[
                "Start",
                "End",
                "Instance",
                "Path",
                "Gateway downtime",
                "Locked until",
                "stv1 compute retained until",
                "DNS by",
                "Subnet",
            ]);
        } else {
            page.subheading(format_args!("Wave {}", wave.number));
            page.head(&["Instance", "Path", "Gateway downtime", "Retention", "Subnet"]);
        }
        for run in &wave.runs {
            let Some(row) = row(fleet, run.instance) else { continue };
            let who = Md(&whole_name(fleet, run.instance, &run.moves)).to_string();
            let path = row.recommended.map_or("", crate::domain::PathId::title);
            let down = words::figure(row.downtime_minutes);
            let subnet = run.subnet.map_or(String::new(), |subnet| format!("shared subnet {}, in this order", subnet + 1));
            match slot(fleet, run) {
                Some(slot) => page.line(format_args!(
                    "| {} | {} | {who} | {path} | {down} | {} | {} | {} | {subnet} |",
                    clock(slot.start),
                    clock(slot.end),
                    optional(slot.lock_end),
                    optional(slot.retention_end),
                    optional(slot.dns_by),
                )),
                None => {
                    page.line(format_args!("| {who} | {path} | {down} | {} | {subnet} |", words::kept_for(row.plan_for_minutes)));
                }
            }
        }
    }
}

/// One table of a fleet. Lines end in CR LF; the text is UTF-8 without a mark at its start.
pub fn fleet_csv(fleet: &Fleet, table: FleetTable) -> String {
    match table {
        FleetTable::Instances => instances(fleet),
        FleetTable::Schedule => schedule(fleet),
    }
}

fn instances(fleet: &Fleet) -> String {
    let mut sheet = Sheet::new(&[
        "Instance",
        "Resource group",
        "Subscription",
        "Environment",
        "Tier",
        "Network mode",
        "Regions",
        "Status",
        "Path",
        "Gateway downtime, minutes",
        "Temporary address, minutes",
        "stv1 compute retained, minutes",
        "Retention to plan for, minutes",
        "Public VIP",
        "DNS change by you",
        "Zones",
        "Blockers",
        "Risks",
        "Notes",
        "Wave",
    ]);
    for row in &fleet.instances {
        let regions: Vec<String> = row
            .regions
            .iter()
            .map(|region| match region.units {
                // No bare number behind a name: "eastus 2" is a region as well.
                Some(units) => format!("{}, {units} {}", region.name, if units == 1 { "unit" } else { "units" }),
                None => region.name.to_string(),
            })
            .collect();
        sheet.text(row.name.as_deref().unwrap_or_default());
        sheet.text(row.resource_group.as_deref().unwrap_or_default());
        sheet.text(row.subscription_id.as_deref().unwrap_or_default());
        sheet.text(words::environment(row.environment));
        sheet.text(row.tier.map_or("", crate::domain::Tier::title));
        sheet.text(row.vnet.map_or("", words::mode));
        sheet.text(&regions.join("; "));
        sheet.text(words::status(row.status));
        sheet.text(row.recommended.map_or("", crate::domain::PathId::title));
        sheet.number(row.downtime_minutes);
        sheet.number(row.temporary_address_minutes);
        sheet.number(row.retention_minutes);
        sheet.number(row.plan_for_minutes);
        sheet.text(row.public_vip.map_or("", words::address));
        sheet.text(row.recommended.map_or("", |_| if row.dns_by_hand { "yes" } else { "no" }));
        sheet.text(words::zones(row.zones));
        sheet.number(Some(row.blockers));
        sheet.number(Some(row.risks));
        sheet.number(Some(row.notes));
        sheet.number(row.wave);
        sheet.end_row();
    }
    sheet.out
}

fn schedule(fleet: &Fleet) -> String {
    let mut sheet = Sheet::new(&[
        "Wave",
        "Instance",
        "Resource group",
        "Moves",
        "Path",
        "Shared subnet",
        "Start",
        "End",
        "Locked until",
        "stv1 compute retained until",
        "DNS by",
        "Start DNS change by",
    ]);
    for (wave, run) in fleet.waves.iter().flat_map(|wave| wave.runs.iter().map(move |run| (wave.number, run))) {
        let Some(row) = row(fleet, run.instance) else { continue };
        let slot = slot(fleet, run);
        let moment = |of: fn(&Slot) -> Option<Moment>| slot.and_then(of).map_or(String::new(), |moment| moment.to_string());
        let moments = [
            moment(|slot| Some(slot.start)),
            moment(|slot| Some(slot.end)),
            moment(|slot| slot.lock_end),
            moment(|slot| slot.retention_end),
            moment(|slot| slot.dns_by),
            moment(|slot| slot.dns_start_by),
        ];
        sheet.number(Some(wave));
        sheet.text(row.name.as_deref().unwrap_or_default());
        sheet.text(row.resource_group.as_deref().unwrap_or_default());
        sheet.text(match &run.moves {
            Moves::All => "all regions",
            Moves::Location(name) => name.as_str(),
            Moves::Back => "return to the original subnet",
        });
        sheet.text(row.recommended.map_or("", crate::domain::PathId::title));
        sheet.number(run.subnet.map(|subnet| subnet + 1));
        for moment in &moments {
            sheet.text(moment);
        }
        sheet.end_row();
    }
    sheet.out
}

/// The calendar of a fleet: each run, its lock, how long stv1 compute is retained, the last minute for DNS. `None` without a
/// schedule.
///
/// An event keeps its identity when its run moves to another hour, so that importing again moves it.
pub fn fleet_ics(fleet: &Fleet) -> Option<String> {
    let stamp = fleet.schedule.iter().map(|slot| slot.start.at).min()?;
    let mut calendar = Feed::new(stamp);
    for slot in &fleet.schedule {
        let Some(row) = row(fleet, slot.instance) else { continue };
        let who = whole_name(fleet, slot.instance, &slot.moves);
        let path = row.recommended.map_or("", crate::domain::PathId::title);
        // Without a name only its place in the list tells an instance from another.
        let place = if row.name.is_none() { slot.instance.to_string() } else { String::new() };
        let identity = [row.subscription_id.as_deref(), row.resource_group.as_deref(), Some(who.as_str()), Some(place.as_str())]
            .map(Option::unwrap_or_default);
        let id = |kind: &str| {
            let [subscription, group, name, place] = identity;
            uid(&[subscription, group, name, place, kind])
        };
        let mut about = format!("{path}. Wave {}.", slot.wave);
        if let Some(group) = &row.resource_group {
            let _ = write!(about, " Resource group {group}.");
        }
        if row.downtime_minutes.is_some_and(|minutes| minutes > 0) {
            let _ = write!(about, " Gateway downtime: about {}.", words::figure(row.downtime_minutes));
        }
        if row.dns_by_hand && slot.dns_by.is_none() {
            about.push_str(" Not documented: how long the old VIP still answers. Update DNS as soon as the migration finishes.");
        }
        let mut event = |kind: &str, summary: String, start: Moment, end: Moment, remind: bool| {
            calendar.event(&Event {
                uid: id(kind),
                summary: &summary,
                description: &about,
                url: None,
                start: start.at,
                end: end.at,
                busy: kind == "run",
                remind,
            });
        };
        event("run", format!("Migrate {who}"), slot.start, slot.end, false);
        if let Some(end) = slot.lock_end {
            event("lock", format!("{who}: configuration is locked"), slot.start, end, false);
        }
        if let Some(end) = slot.retention_end {
            event("kept", format!("{who}: stv1 compute is retained"), slot.end, end, false);
        }
        if let Some(by) = slot.dns_by {
            event("dns", format!("{who}: DNS deadline"), by, Moment { at: later(by.at, 0), ..by }, true);
        }
    }
    Some(calendar.finish())
}

fn row(fleet: &Fleet, index: u32) -> Option<&Row> {
    fleet.instances.get(usize::try_from(index).ok()?)
}

fn slot<'a>(fleet: &'a Fleet, run: &Run) -> Option<&'a Slot> {
    fleet.schedule.get(usize::try_from(run.slot?).ok()?)
}

/// The name of an instance, or its place in the list.
fn name(fleet: &Fleet, index: u32) -> String {
    match row(fleet, index).and_then(|row| row.name.as_deref()).filter(|name| !name.is_empty()) {
        Some(name) => name.to_owned(),
        None => format!("instance {}", u64::from(index) + 1),
    }
}

/// The name of an instance, and what of it a run moves.
fn whole_name(fleet: &Fleet, index: u32, moves: &Moves) -> String {
    let name = name(fleet, index);
    match moves {
        Moves::All => name,
        Moves::Location(location) => format!("{name}, {location}"),
        Moves::Back => format!("{name}, return to the original subnet"),
    }
}

/// `2026-12-01 20:00`, on the calendar's clock; the offset is in the tables.
fn clock(moment: Moment) -> String {
    let at = moment.offset.to_datetime(moment.at);
    format!("{} {:02}:{:02}", Day::from(at.date()), at.time().hour(), at.time().minute())
}

fn optional(moment: Option<Moment>) -> String {
    moment.map_or(String::new(), clock)
}

fn wave(row: &Row) -> String {
    match (row.wave, row.status) {
        (Some(wave), _) => wave.to_string(),
        (None, Status::Migrate | Status::Unknown) => "not planned".to_owned(),
        (None, Status::Migrated | Status::NotAffected) => String::new(),
    }
}

fn watch(row: &Row) -> String {
    let mut out = Vec::new();
    for (number, one, many) in [(row.blockers, "blocker", "blockers"), (row.risks, "risk", "risks"), (row.notes, "note", "notes")]
    {
        if number > 0 {
            out.push(counted(usize::try_from(number).unwrap_or(usize::MAX), one, many));
        }
    }
    out.join(", ")
}

fn counted(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}
