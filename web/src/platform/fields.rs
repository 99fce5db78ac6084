//! What was typed, chosen or ticked.

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, InputEvent};
use yew::AttrValue;

use super::element;

/// The text that stands in the field after this.
pub fn typed(event: &InputEvent) -> AttrValue {
    value(event)
}

/// The text that stands in the field, or the option that is chosen, after this.
pub fn chosen(event: &Event) -> AttrValue {
    value(event)
}

/// Writes into the field that the event comes from.
pub fn write(event: &Event, text: &str) {
    if let Some(field) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
        field.set_value(text);
    }
}

/// Makes a list show the option with that value.
pub fn choose(id: &str, value: &str) {
    if let Some(list) = element(id).as_ref().and_then(|list| list.dyn_ref::<HtmlSelectElement>())
        && list.value() != value
    {
        list.set_value(value);
    }
}

fn value(event: &Event) -> AttrValue {
    let Some(target) = event.target() else {
        return AttrValue::Static("");
    };
    let text = if let Some(field) = target.dyn_ref::<HtmlInputElement>() {
        field.value()
    } else if let Some(field) = target.dyn_ref::<HtmlSelectElement>() {
        field.value()
    } else if let Some(field) = target.dyn_ref::<HtmlTextAreaElement>() {
        field.value()
    } else {
        String::new()
    };
    text.into()
}

/// Whether the box is ticked after this.
pub fn ticked(event: &Event) -> bool {
    event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()).is_some_and(|field| field.checked())
}
