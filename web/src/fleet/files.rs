use apim_plan::export;
use yew::prelude::*;

use super::state::FleetRows;
use crate::platform;
use crate::ui::Say;

/// Writes a fleet in some format.
type Write = fn(&FleetRows) -> String;

/// Name, kind and title of a file, and what writes it.
const FORMATS: [(&str, &str, &str, Write); 4] = [
    ("apim-plan-fleet.csv", "text/csv", "Instances as CSV", |rows| export::fleet_csv(rows, export::FleetTable::Instances)),
    ("apim-plan-schedule.csv", "text/csv", "Schedule as CSV", |rows| export::fleet_csv(rows, export::FleetTable::Schedule)),
    ("apim-plan-fleet.md", "text/markdown", "Markdown", |rows| export::fleet_markdown(rows)),
    ("apim-plan-fleet.json", "application/json", "JSON", |rows| export::fleet_json(rows).unwrap_or_default()),
];

fn calendar(rows: &FleetRows) -> String {
    export::fleet_ics(rows).unwrap_or_default()
}

/// The files that a fleet can be taken along as: the title of each, and what saves it. Where downloads are denied, it is copied.
pub(crate) fn files(rows: &FleetRows, say: &Say) -> Vec<(&'static str, Callback<()>)> {
    let file = |(name, kind, title, write): (&'static str, &'static str, &'static str, Write)| {
        let (rows, say) = (rows.clone(), say.clone());
        let save = Callback::from(move |()| {
            let text = write(&rows);
            if !platform::download(name, kind, &text) {
                platform::copy(
                    text,
                    say.either("Copied: saving files is not allowed here.", "Saving files and copying are not allowed here."),
                );
            }
        });
        (title, save)
    };
    let calendar = (!rows.schedule.is_empty()).then_some(("apim-plan-fleet.ics", "text/calendar", "Calendar", calendar as Write));
    FORMATS.iter().copied().chain(calendar).map(file).collect()
}
