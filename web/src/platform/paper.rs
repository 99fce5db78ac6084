//! Printing.

use gloo::events::EventListener;
use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::HtmlDetailsElement;

/// Opens the print dialog.
pub fn print() {
    // Denied in some frames: then nothing happens.
    let _ = window().print();
}

/// Opens every fold while the page is being printed, until dropped.
pub fn on_print() -> [EventListener; 2] {
    let before = EventListener::new(&window(), "beforeprint", |_| {
        for details in every_details("details:not([open])") {
            let _ = details.set_attribute("data-closed", "");
            details.set_open(true);
        }
    });
    let after = EventListener::new(&window(), "afterprint", |_| {
        for details in every_details("details[data-closed]") {
            let _ = details.remove_attribute("data-closed");
            details.set_open(false);
        }
    });
    [before, after]
}

fn every_details(selector: &str) -> Vec<HtmlDetailsElement> {
    let Ok(found) = document().query_selector_all(selector) else {
        return Vec::new();
    };
    (0..found.length()).filter_map(|at| found.get(at)?.dyn_into().ok()).collect()
}
