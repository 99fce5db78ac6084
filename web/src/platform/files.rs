//! Files that are saved, chosen or dropped.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::file::futures::{read_as_bytes, read_as_text};
use gloo::file::{Blob, File, FileList, ObjectUrl};
use gloo::timers::callback::Timeout;
use gloo::utils::document;
use serde::Serialize;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DragEvent, Event, HtmlAnchorElement, HtmlInputElement};
use yew::AttrValue;

use super::clipboard::show_by_hand;
use super::{has_origin, is_framed};

/// Hands the reader a file. `false` where that is denied, or may be in silence: then its text is shown.
pub fn download(name: &str, kind: &str, text: &str) -> bool {
    // A sandboxed frame is refused in silence.
    let sure = offer(name, kind, text).is_some() && (has_origin() || !is_framed());
    if !sure {
        show_by_hand(text);
    }
    sure
}

fn offer(name: &str, kind: &str, text: &str) -> Option<()> {
    let link: HtmlAnchorElement = document().create_element("a").ok()?.dyn_into().ok()?;
    let url = ObjectUrl::from(Blob::new_with_options(text, Some(kind)));
    link.set_href(&url);
    link.set_download(name);
    document().body()?.append_child(&link).ok()?;
    link.click();
    link.remove();
    // The browser has taken hold of it by now or in a moment.
    Timeout::new(10_000, move || drop(url)).forget();
    Some(())
}

/// Reads the file that was chosen in a file field.
pub fn read_chosen_file(event: &Event, done: impl FnOnce(Result<String, String>) + 'static) {
    if let Some(file) = chosen_file(event) {
        spawn_local(async move {
            let text = read_as_text(&file).await;
            done(text.map_err(|_| format!("{} could not be read.", file.name())));
        });
    }
}

/// Reads the bytes of the file that was chosen in a file field; `None` where it cannot be read.
pub fn read_chosen_bytes(event: &Event, done: impl FnOnce(AttrValue, Option<Vec<u8>>) + 'static) {
    if let Some(file) = chosen_file(event) {
        read_bytes(file, done);
    }
}

fn chosen_file(event: &Event) -> Option<File> {
    let field: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = FileList::from(field.files()?).first().cloned();
    // So that choosing the same file again is a change.
    field.set_value("");
    file
}

/// Bytes and no text: not every tool writes UTF-8.
fn read_bytes(file: File, done: impl FnOnce(AttrValue, Option<Vec<u8>>) + 'static) {
    spawn_local(async move {
        let bytes = read_as_bytes(&file).await.ok();
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
            let files = files.map(FileList::from);
            if let Some((files, file)) = files.as_ref().and_then(|files| Some((files, files.first()?))) {
                event.prevent_default();
                let (call, count) = (call.clone(), files.len());
                // One at a time; of several, the page says which it was.
                read_bytes(file.clone(), move |name, bytes| {
                    call(if count > 1 { format!("{name}, the first of {count} files").into() } else { name }, bytes);
                });
            }
        });
    [over, drop]
}

/// A value as JSON for people, indented.
pub fn json_for_people(value: &impl Serialize) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default()
}
