//! Keys that act on the whole page, and the questions they act on.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, KeyboardEvent};

use super::elements::reveal;

/// Calls with each key that is pressed alone and not typed into a field, until dropped. A key that the call uses does nothing else.
pub fn on_key(call: impl Fn(&str) -> bool + 'static) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), "keydown", options, move |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        let is_command = event.ctrl_key() || event.alt_key() || event.meta_key();
        if !is_command && !is_typing() && call(&event.key()) {
            event.prevent_default();
        }
    })
}

/// Whether letters go into the element with the focus.
fn is_typing() -> bool {
    let Some(element) = document().active_element() else { return false };
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        return !matches!(input.type_().as_str(), "radio" | "checkbox" | "button" | "file");
    }
    element.has_type::<HtmlTextAreaElement>() || element.has_type::<HtmlSelectElement>()
}

/// Puts the focus on the element of the kind that follows the one with the focus, or on the first; `false` without any.
pub fn focus_next(selector: &str) -> bool {
    let all = within(document().document_element(), selector);
    let has_focus = |element: &Element| element.contains(document().active_element().as_deref());
    let after = all.iter().position(has_focus).and_then(|at| all.get(at + 1)).or_else(|| all.first());
    after.is_some_and(|element| {
        reveal(&element.id());
        true
    })
}

/// Chooses by its place, from 1, among the radios of the group with the focus; `false` without such a radio.
pub fn choose_nth(place: usize, group: &str) -> bool {
    let group = document().active_element().and_then(|element| element.closest(group).ok().flatten());
    let radios = within(group, "input[type=radio]");
    let radio = place.checked_sub(1).and_then(|at| radios.get(at)).and_then(|radio| radio.dyn_ref::<HtmlElement>());
    radio.is_some_and(|radio| {
        // Does not fail for an element of the page.
        let _ = radio.focus();
        radio.click();
        true
    })
}

fn within(element: Option<Element>, selector: &str) -> Vec<Element> {
    let found = element.and_then(|element| element.query_selector_all(selector).ok());
    let items = found.iter().flat_map(|list| (0..list.length()).filter_map(|at| list.item(at)));
    items.filter_map(|node| node.dyn_into().ok()).collect()
}
