//! Copying and pasting.

use std::cell::RefCell;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::js_sys::{self, Reflect};
use web_sys::{
    ClipboardEvent, Element, HtmlDocument, HtmlElement, HtmlTextAreaElement, ScrollIntoViewOptions, ScrollLogicalPosition,
};

use super::{element, open_popover};

/// Copies a text and tells whether that worked. Where the modern way is denied, the old one is tried; where that is denied
/// too, the text is shown for copying by hand.
pub fn copy(text: String, done: impl FnOnce(bool) + 'static) {
    // Asked for by name: it is only there in a secure context. Not tried where it is known to be refused, because the
    // browser would report that as a violation.
    let clipboard = Reflect::get(&window().navigator(), &"clipboard".into()).ok().filter(|_| has_clipboard());
    spawn_local(async move {
        let copied = match clipboard.map(JsCast::unchecked_into::<web_sys::Clipboard>) {
            Some(clipboard) => JsFuture::from(clipboard.write_text(&text)).await.is_ok(),
            None => false,
        };
        let copied = copied || copy_by_selection(&text).is_some();
        if !copied {
            show_by_hand(&text);
        }
        done(copied);
    });
}

/// Selects the text in a field out of sight and asks the browser to copy the selection.
fn copy_by_selection(text: &str) -> Option<()> {
    let field: HtmlTextAreaElement = document().create_element("textarea").ok()?.dyn_into().ok()?;
    field.set_value(text);
    field.set_class_name("sr");
    let focused = document().active_element();
    let body = document().body()?;
    body.append_child(&field).ok()?;
    field.select();
    let copied = document().dyn_into::<HtmlDocument>().ok()?.exec_command("copy");
    field.remove();
    if let Some(focused) = focused.as_ref().and_then(|focused| focused.dyn_ref::<HtmlElement>()) {
        let _ = focused.focus();
    }
    copied.is_ok_and(|copied| copied).then_some(())
}

thread_local! {
    /// Listens for another size of the window while a text is shown.
    static GROWTH: RefCell<Option<EventListener>> = const { RefCell::new(None) };
}

/// Shows a text, selected, to be copied by hand. The place for it stands in index.html.
pub(super) fn show_by_hand(text: &str) {
    open_popover("by-hand");
    if let Some(field) = element("by-hand-text").as_ref().and_then(|field| field.dyn_ref::<HtmlTextAreaElement>()) {
        field.set_value(text);
        let _ = field.focus();
        field.select();
    }
    // A frame is as tall as the page. What the first press has fetched makes it taller, and moves its middle out of sight.
    GROWTH.set(Some(EventListener::new(&window(), "resize", |_| {
        let shown = element("by-hand").filter(|place| place.matches(":popover-open").unwrap_or(false));
        if let Some(field) = shown.and(element("by-hand-text")) {
            let nearest = ScrollIntoViewOptions::new();
            nearest.set_block(ScrollLogicalPosition::Nearest);
            field.scroll_into_view_with_scroll_into_view_options(&nearest);
        }
    })));
}

/// Calls with a text that is pasted anywhere but into a field, until dropped.
pub fn on_pasted_text(call: impl Fn(String) + 'static) -> EventListener {
    EventListener::new_with_options(&document(), "paste", EventListenerOptions::enable_prevent_default(), move |event| {
        let data = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
        let Some(text) = data.and_then(|data| data.get_data("text").ok()).filter(|text| !text.trim().is_empty()) else {
            return;
        };
        // A choice takes no text, and a field of one line no description.
        let fields = if text.trim_start().starts_with(['{', '[']) {
            "textarea"
        } else {
            "textarea, input:not([type=radio], [type=checkbox], [type=file])"
        };
        let at = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if !at.is_some_and(|at| at.matches(fields).unwrap_or(false)) {
            event.prevent_default();
            call(text);
        }
    })
}

/// Whether the modern clipboard is there, and the page around this one lets it be used.
pub fn has_clipboard() -> bool {
    let get = |of: &JsValue, key: &str| Reflect::get(of, &key.into()).ok().filter(JsValue::is_truthy);
    // Only some browsers tell; in the others a frame's clipboard is as good as its `allow`.
    let policy = get(&document(), "featurePolicy");
    let allows = policy.as_ref().and_then(|policy| get(policy, "allowsFeature")).and_then(|allows| {
        let allowed = allows.dyn_ref::<js_sys::Function>()?.call1(policy.as_ref()?, &"clipboard-write".into());
        allowed.ok()?.as_bool()
    });
    get(&window().navigator(), "clipboard").is_some() && allows.unwrap_or(true)
}
