use apim_plan::fleet::Fleet;
use apim_plan::model::Minutes;
use yew::prelude::*;

use crate::components::{Sign, icon};
use crate::words;

/// The sentence that decides, and five figures for a meeting.
pub fn fleet_summary(fleet: &Fleet, from: &str) -> Html {
    let totals = &fleet.totals;
    let figures = [
        ("Must move", totals.migrate.to_string(), format!("of {}", totals.instances), gateways(totals.gateways)),
        (
            "Gateway down",
            totals.with_downtime.to_string(),
            instances(totals.with_downtime),
            "for a while, on their best path".to_owned(),
        ),
        (
            "New addresses",
            totals.new_addresses.to_string(),
            instances(totals.new_addresses),
            "DNS and firewall to follow".to_owned(),
        ),
        shortest(totals.shortest_dns_minutes, totals.dns_without_figure),
        (
            "Need a decision",
            totals.not_planned.to_string(),
            instances(totals.not_planned),
            "before they can be planned".to_owned(),
        ),
    ];
    html! {
        <section class="verdict" aria-labelledby="verdict-title">
            <p class="verdict__status">
                <span class="tag">{ icon(Sign::Paste) }{ from.to_owned() }</span>
                { " " }
                <span>{ read(totals.instances) }</span>
            </p>
            <h1 class="verdict__line" id="verdict-title">{ headline(fleet) }</h1>
            <dl class="figures">
                for (title, number, unit, note) in figures {
                    <div><dt>{ title }</dt><dd><b>{ number }</b>{ " " }{ unit }</dd><dd class="figures__note">{ note }</dd></div>
                }
            </dl>
        </section>
    }
}

fn read(instances: u32) -> String {
    format!("{} read. Nothing was uploaded.", words::count(instances as usize, "instance", "instances"))
}

/// One sentence: how many move, in how many waves, and how many wait for somebody.
fn headline(fleet: &Fleet) -> String {
    let totals = &fleet.totals;
    if totals.migrate == 0 && totals.not_planned == 0 {
        return format!("Nothing to do: none of {} must move.", words::count(totals.instances as usize, "instance", "instances"));
    }
    let waves = words::count(fleet.waves.len(), "wave", "waves");
    let moving = format!("{} of {} must move", totals.migrate, words::count(totals.instances as usize, "instance", "instances"));
    match (totals.planned, totals.not_planned) {
        (0, waiting) => format!("{moving}: none is planned, {waiting} {} a decision first.", needs(waiting)),
        (planned, 0) => format!("{moving}: {planned} in {waves}."),
        (planned, waiting) => format!("{moving}: {planned} in {waves}, {waiting} {} a decision first.", needs(waiting)),
    }
}

const fn needs(count: u32) -> &'static str {
    if count == 1 { "needs" } else { "need" }
}

fn instances(count: u32) -> String {
    if count == 1 { "instance" } else { "instances" }.to_owned()
}

fn gateways(count: u32) -> String {
    format!("{}, counting each region", words::count(count as usize, "gateway", "gateways"))
}

fn shortest(minutes: Option<Minutes>, without: u32) -> (&'static str, String, String, String) {
    let title = "Shortest time for DNS";
    let note = match without {
        0 => "where DNS is changed by hand".to_owned(),
        more => format!("no figure for {}", words::count(more as usize, "instance", "instances")),
    };
    match minutes {
        Some(minutes) => {
            let (number, unit) = words::figure(minutes);
            (title, number.to_string(), unit.to_owned(), note)
        }
        None if without == 0 => (title, "None".to_owned(), String::new(), "nobody changes DNS by hand".to_owned()),
        None => (title, "No figure".to_owned(), String::new(), note),
    }
}
