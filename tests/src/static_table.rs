//! The table of `www/index.html` that is there before the application: written from the facts, and compared by a test.
//!
//! `cargo run -p apim-plan-tests --bin static-table` writes it after a fact has changed.

use std::fmt::Write;

use apim_plan::cite::Cited;
use apim_plan::facts::migration::{Cutover, same_subnet};
use apim_plan::{Minutes, Vip, Vnet};

const START: &str = "        <tbody role=\"rowgroup\">\n";
const END: &str = "        </tbody>\n";

/// The page with its table written anew; `None` if the page has no table.
pub fn with_table(page: &str) -> Option<String> {
    let (before, rest) = page.split_once(START)?;
    let (_, after) = rest.split_once(END)?;
    Some(format!("{before}{START}{}{END}{after}", rows()))
}

/// The rows, one a line.
fn rows() -> String {
    let mut rows = String::new();
    for (vnet, mode) in [(Vnet::External, "External"), (Vnet::Internal, "Internal")] {
        for (vip, address) in [(Vip::Preserve, "preserved"), (Vip::New, "new")] {
            if let Some(fact) = same_subnet(vnet, vip) {
                let names = [<&str>::from(vnet), <&str>::from(vip), mode, address];
                let _ = writeln!(rows, "          {}", row(&fact, names));
            }
        }
    }
    rows
}

fn row(fact: &Cited<Cutover>, [vnet, vip, mode, address]: [&str; 4]) -> String {
    let (first, latest) = (fact.value, fact.latest());
    let (down, temporary, kept) = (first.downtime, first.temporary_address, first.retention);
    let differs = latest.retention != kept;
    let about = if fact.by.says.contains("about") { "about " } else { "" };
    let on_temporary =
        if temporary > 0 { format!("<small>up to {} on a temporary address</small>", minutes(temporary)) } else { String::new() };
    let later = minutes(latest.retention);
    let in_later = if differs { format!("<small>{later} in a later revision: plan for {later}</small>") } else { String::new() };
    let retained = if kept == 0 { "not retained".to_owned() } else { minutes(kept) };
    let data_later = if differs { format!(" data-later=\"{}\"", latest.retention) } else { String::new() };
    format!(
        "<tr role=\"row\" data-vnet=\"{vnet}\" data-vip=\"{vip}\" data-down=\"{down}\" data-temporary=\"{temporary}\" data-kept=\"{kept}\"{data_later}>\
         <th role=\"rowheader\" scope=\"row\">{mode}</th>\
         <td role=\"cell\" data-label=\"VIP\">{address}</td>\
         <td role=\"cell\" class=\"num\" data-label=\"Gateway downtime\">{about}{}{on_temporary}</td>\
         <td role=\"cell\" class=\"num\" data-label=\"stv1 compute retained\">{retained}{in_later}</td></tr>",
        minutes(down),
    )
}

/// `45 min`, `4 h`.
fn minutes(minutes: Minutes) -> String {
    if minutes >= 60 && minutes.is_multiple_of(60) { format!("{} h", minutes / 60) } else { format!("{minutes} min") }
}
