//! Files that are saved, chosen or dropped.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::document;
use serde::Serialize;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::js_sys::{self, Array};
use web_sys::{Blob, BlobPropertyBag, DragEvent, Event, File, HtmlAnchorElement, HtmlInputElement, Url};
use yew::AttrValue;

use super::clipboard::show_by_hand;
use super::{has_origin, is_framed};

/// Hands the reader a file. `false` where that is denied, or may be without anybody being told: then its text is shown.
pub fn download(name: &str, kind: &str, text: &str) -> bool {
    let offer = || {
        let options = BlobPropertyBag::new();
        options.set_type(kind);
        let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options).ok()?;
        let url = Url::create_object_url_with_blob(&blob).ok()?;
        let link: HtmlAnchorElement = document().create_element("a").ok()?.dyn_into().ok()?;
        link.set_href(&url);
        link.set_download(name);
        document().body()?.append_child(&link).ok()?;
        link.click();
        link.remove();
        // The browser has taken hold of it by now or in a moment.
        gloo::timers::callback::Timeout::new(10_000, move || drop(Url::revoke_object_url(&url))).forget();
        Some(())
    };
    // A sandboxed frame is refused in silence.
    let sure = offer().is_some() && (has_origin() || !is_framed());
    if !sure {
        show_by_hand(text);
    }
    sure
}

/// Reads the file that was chosen in a file field.
pub fn read_chosen_file(event: &Event, done: impl FnOnce(Result<String, String>) + 'static) {
    let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    if let Some(file) = field.as_ref().and_then(HtmlInputElement::files).and_then(|files| files.get(0)) {
        read_file(file, done);
    }
    // So that choosing the same file again is a change.
    if let Some(field) = field {
        field.set_value("");
    }
}

fn read_file(file: File, done: impl FnOnce(Result<String, String>) + 'static) {
    spawn_local(async move {
        let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
        done(text.ok_or_else(|| format!("{} could not be read.", file.name())));
    });
}

/// Reads the bytes of the file that was chosen in a file field; `None` where it cannot be read.
pub fn read_chosen_bytes(event: &Event, done: impl FnOnce(AttrValue, Option<Vec<u8>>) + 'static) {
    let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    if let Some(file) = field.as_ref().and_then(HtmlInputElement::files).and_then(|files| files.get(0)) {
        read_bytes(file, done);
    }
    if let Some(field) = field {
        field.set_value("");
    }
}

/// Bytes and no text: not every tool writes UTF-8.
fn read_bytes(file: File, done: impl FnOnce(AttrValue, Option<Vec<u8>>) + 'static) {
    spawn_local(async move {
        let bytes = JsFuture::from(file.array_buffer()).await.ok().map(|buffer| js_sys::Uint8Array::new(&buffer).to_vec());
        done(file.name().into(), bytes);
    });
}

/// Calls with name and bytes of a file that is dropped anywhere on the page, until dropped itself.
pub fn on_dropped_file(call: impl Fn(AttrValue, Option<Vec<u8>>) + Clone + 'static) -> [EventListener; 2] {
    let over =
        EventListener::new_with_options(&document(), "dragover", EventListenerOptions::enable_prevent_default(), |event| {
            let carries = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
            if carries.is_some_and(|data| data.types().includes(&"Files".into(), 0)) {
                event.prevent_default();
            }
        });
    let drop =
        EventListener::new_with_options(&document(), "drop", EventListenerOptions::enable_prevent_default(), move |event| {
            let files = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer).and_then(|data| data.files());
            let Some(files) = files else { return };
            if let Some(file) = files.get(0) {
                event.prevent_default();
                let (call, count) = (call.clone(), files.length());
                // One at a time; whoever drops more is told which it was.
                read_bytes(file, move |name, bytes| {
                    call(if count > 1 { format!("{name}, the first of {count} files").into() } else { name }, bytes);
                });
            }
        });
    [over, drop]
}

/// A value as JSON for people, indented. The browser indents: a second way of
/// writing every type would make the page a tenth larger.
pub fn json_for_people(value: &impl Serialize) -> String {
    let text = serde_json::to_string(value).unwrap_or_default();
    let indented = js_sys::JSON::parse(&text)
        .and_then(|value| js_sys::JSON::stringify_with_replacer_and_space(&value, &wasm_bindgen::JsValue::NULL, &2.into()));
    indented.map_or(text, String::from)
}
