use apim_plan::import::{Imported, NotRead, NotReadKind};
use yew::prelude::*;

use super::phrases;
use super::preflight_list::preflight_list;
use crate::ui::{Sign, icon};
use crate::words;

/// What was understood of a description, field by field; what was not read, and why; what to know before relying on it.
pub fn import_preview(imported: &Imported) -> Html {
    let of_kind = |kind: NotReadKind| imported.not_read.iter().filter(|entry| entry.kind == kind).collect::<Vec<_>>();
    html! {
        <div class="read" data-read={imported.read.len().to_string()}>
            <p class="read__head"><b>{ format!("{} read", words::count(imported.read.len(), "answer", "answers")) }</b>{ source(imported) }</p>
            <dl class="read__fields">
                for entry in &imported.read {
                    <div data-field={entry.field.to_string()}>
                        <dt>{ phrases::field(&entry.field) }</dt>
                        <dd>
                            { phrases::value(&entry.field, &entry.value) }
                            <small><code>{ &entry.from }</code>{ if entry.by_default { ", the default of a parameter" } else { "" } }</small>
                        </dd>
                    </div>
                }
            </dl>
            if !imported.warnings.is_empty() {
                <ul class="findings" aria-label="Check first">
                    for warning in &imported.warnings {
                        <li class="finding finding--risk">{ icon(Sign::Risk) }<p><span class="sr">{ "Risk: " }</span>{ &**warning }</p></li>
                    }
                </ul>
            }
            { preflight_list(imported) }
            { not_made_out(std::slice::from_ref(imported)) }
            { not_read("Dropped without reading: secrets and names of people", &of_kind(NotReadKind::Private), false) }
            { not_read("Not needed", &of_kind(NotReadKind::Unneeded), false) }
        </div>
    }
}

fn source(imported: &Imported) -> String {
    if imported.source.is_empty() { String::new() } else { format!(" from {}", imported.source) }
}

/// What could not be made out of these instances, and which rows are none. It matters, so it is open.
pub fn not_made_out(instances: &[Imported]) -> Html {
    let entries = instances.iter().flat_map(|imported| &imported.not_read);
    not_read("Not readable", &entries.filter(|entry| entry.kind == NotReadKind::Unreadable).collect::<Vec<_>>(), true)
}

/// What was not read, with the reason; of thousands the first.
fn not_read(title: &str, entries: &[&NotRead], open: bool) -> Html {
    const SHOWN: usize = 50;
    if entries.is_empty() {
        return Html::default();
    }
    let more = entries.len().saturating_sub(SHOWN);
    html! {
        <details class="why why--block" {open}>
            <summary>{ format!("{title} ({})", entries.len()) }</summary>
            <ul class="read__not">
                for entry in entries.iter().take(SHOWN) {
                    <li><code>{ &entry.path }</code>{ " " }{ &*entry.why }</li>
                }
                if more > 0 {
                    <li>{ format!("and {more} more") }</li>
                }
            </ul>
        </details>
    }
}
