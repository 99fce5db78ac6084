use apim_plan::Minutes;
use apim_plan::fleet::Row;
use yew::prelude::*;

use super::state::FleetRows;
use crate::ui::{Sign, icon};
use crate::words;

/// Properties of [`FleetSummary`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct FleetSummaryProps {
    /// The fleet.
    pub rows: FleetRows,
    /// What it was read from.
    pub from: AttrValue,
}

/// The sentence that decides, and five figures for a meeting.
#[component]
pub fn FleetSummary(props: &FleetSummaryProps) -> Html {
    let FleetSummaryProps { rows: table, from } = props;
    let totals = &table.totals;
    let undecided = table.undecided();
    let figures = [
        ("Must migrate", totals.migrate.to_string(), format!("of {}", totals.instances), gateways(totals.gateways)),
        (
            "Gateway downtime",
            totals.with_downtime.to_string(),
            instances(totals.with_downtime),
            "on their recommended path".to_owned(),
        ),
        (
            "New VIPs",
            totals.new_addresses.to_string(),
            instances(totals.new_addresses),
            "DNS and firewall rules to update".to_owned(),
        ),
        shortest(totals.shortest_dns_minutes, totals.dns_without_figure),
        ("Decisions left", undecided.to_string(), instances(undecided), decision(table)),
    ];
    html! {
        <section class="verdict" aria-labelledby="verdict-title">
            <p class="verdict__status">
                <span class="tag">{ icon(Sign::Paste) }{ from }</span>
                { " " }
                <span>{ read(totals.instances) }</span>
            </p>
            <h1 class="verdict__line" id="verdict-title">{ headline(table, undecided) }</h1>
            <dl class="figures">
                for (title, number, unit, note) in figures {
                    <div><dt>{ title }</dt><dd><b>{ number }</b>{ " " }{ unit }</dd><dd class="figures__note">{ note }</dd></div>
                }
            </dl>
        </section>
    }
}

fn read(instances: u32) -> String {
    let instances = words::count(instances as usize, "instance", "instances");
    format!("{instances} read. Nothing is sent or stored: after a reload, paste the description again.")
}

/// What the decisions are for, and that planned rows have something to settle as well.
fn decision(table: &FleetRows) -> String {
    let to_settle = |row: &&Row| row.wave.is_some() && row.blockers > 0;
    match table.instances.iter().filter(to_settle).count() {
        0 => "before they can be planned".to_owned(),
        planned => format!("before they can be planned; {planned} planned with blockers"),
    }
}

/// One sentence: how many move, in how many waves, how many lack a window, and how many wait for a decision.
fn headline(table: &FleetRows, undecided: u32) -> String {
    let totals = &table.totals;
    if totals.migrate == 0 && totals.not_planned == 0 {
        return format!(
            "No migration is needed: none of {} must migrate.",
            words::count(totals.instances as usize, "instance", "instances")
        );
    }
    let moving =
        format!("{} of {} must migrate", totals.migrate, words::count(totals.instances as usize, "instance", "instances"));
    let planned = match totals.planned {
        0 => "none is planned".to_owned(),
        planned => format!("{planned} in {}", words::count(table.waves.len(), "wave", "waves")),
    };
    let without = |count: u32, one: &str, many: &str, what: &str| match count {
        0 => String::new(),
        count => format!(", {} {what}", words::count(count as usize, one, many)),
    };
    let no_window = without(totals.not_planned.saturating_sub(undecided), "fits", "fit", "in no window");
    let waiting = without(undecided, "needs", "need", "a decision first");
    format!("{moving}: {planned}{no_window}{waiting}.")
}

fn instances(count: u32) -> String {
    if count == 1 { "instance" } else { "instances" }.to_owned()
}

fn gateways(count: u32) -> String {
    format!("{}, one for each region", words::count(count as usize, "gateway", "gateways"))
}

fn shortest(minutes: Option<Minutes>, without: u32) -> (&'static str, String, String, String) {
    let title = "Shortest DNS deadline";
    let note = match without {
        0 => "where you update DNS".to_owned(),
        more => format!("not documented for {}", words::count(more as usize, "instance", "instances")),
    };
    match minutes {
        Some(minutes) => {
            let (number, unit) = words::figure(minutes);
            (title, number.to_string(), unit.to_owned(), note)
        }
        None if without == 0 => (title, "None".to_owned(), String::new(), "no DNS change needed".to_owned()),
        None => (title, "Not documented".to_owned(), String::new(), note),
    }
}
