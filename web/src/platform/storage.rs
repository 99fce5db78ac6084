//! What is kept in this browser for the next visit. Nothing happens where nothing can be kept.

use gloo::utils::window;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::js_sys::{self, Array};

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

/// The answers of the last visit, as [`store_answers`] was given them; nothing where nothing can be kept.
pub fn stored_answers() -> Vec<String> {
    kept_list(ANSWERS)
}

/// Keeps the answers for the next visit; nothing happens where nothing can be kept.
pub fn store_answers(parts: &[String]) {
    keep_list(ANSWERS, parts);
}

/// The steps that were ticked.
pub fn stored_ticks() -> Vec<String> {
    kept_list(TICKS)
}

/// Keeps the ticks for the next visit.
pub fn store_ticks(ticks: &[String]) {
    keep_list(TICKS, ticks);
}

fn kept_list(name: &str) -> Vec<String> {
    let list = kept(name).and_then(|text| js_sys::JSON::parse(&text).ok());
    list.and_then(|list| list.dyn_into::<Array>().ok()).iter().flat_map(Array::iter).filter_map(|each| each.as_string()).collect()
}

fn keep_list(name: &str, list: &[String]) {
    let list: Array = list.iter().map(JsValue::from).collect();
    keep(name, js_sys::JSON::stringify(&list).ok().map(String::from).as_deref());
}
