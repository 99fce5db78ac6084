//! What is kept in this browser for the next visit. Nothing happens where nothing can be kept.
//!
//! By web-sys and not by `gloo::storage`, which panics where a frame or a private window denies storage.

use std::collections::BTreeSet;

use apim_plan::PlanRequest;
use gloo::utils::window;

const ANSWERS: &str = "apim-plan.answers";
const TICKS: &str = "apim-plan.ticks";
pub(super) const THEME: &str = "apim-plan.theme";

/// Whether anything can be kept here at all: an embedding page or a private window may deny it.
pub fn can_store() -> bool {
    window().local_storage().ok().flatten().is_some_and(|storage| {
        let key = "apim-plan.probe";
        storage.set_item(key, "").and_then(|()| storage.remove_item(key)).is_ok()
    })
}

/// What is kept under a name; `None` where nothing can be kept.
fn kept(name: &str) -> Option<String> {
    window().local_storage().ok()??.get_item(name).ok()?
}

/// Keeps a text, or nothing any more; nothing happens where nothing can be kept.
pub(super) fn keep(name: &str, text: Option<&str>) {
    if let Ok(Some(storage)) = window().local_storage() {
        // Full or denied: then it is not there on the next visit.
        let _ = match text {
            Some(text) => storage.set_item(name, text),
            None => storage.remove_item(name),
        };
    }
}

/// The answers of the last visit; `None` where there are none, or none that this version can read.
pub fn stored_answers() -> Option<PlanRequest> {
    serde_json::from_str(&kept(ANSWERS)?).ok()
}

/// Keeps the answers for the next visit, names included.
pub fn store_answers(request: &PlanRequest) {
    keep(ANSWERS, serde_json::to_string(request).ok().as_deref());
}

/// The steps that were ticked.
pub fn stored_ticks() -> BTreeSet<String> {
    kept(TICKS).and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
}

/// Keeps the ticks for the next visit.
pub fn store_ticks(ticks: &BTreeSet<String>) {
    keep(TICKS, serde_json::to_string(ticks).ok().as_deref());
}
