//! Clock, storage, clipboard, files, address, theme, paper: the only file that knows the browser.
//!
//! Everything here may be denied by the browser or by the page that embeds this one; each function says what
//! happens then, and none of them panics.

use std::rc::Rc;

use apim_plan::Day;
use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::{document, window};
use serde::Serialize;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::js_sys::{self, Array, Date, Reflect};
use web_sys::{
    Blob, BlobPropertyBag, ClipboardEvent, DragEvent, Element, Event, File, HtmlAnchorElement, HtmlDetailsElement, HtmlElement,
    HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, InputEvent, MessageEvent, ResizeObserver, Url,
};
use yew::AttrValue;

/// The element with that id.
pub fn element(id: &str) -> Option<Element> {
    document().get_element_by_id(id)
}

/// Runs something that has to wait.
pub fn spawn(future: impl Future<Output = ()> + 'static) {
    spawn_local(future);
}

/// Calls once, when somebody first presses anything on the page or drags something over it.
pub fn on_first_touch(call: impl Fn() + 'static) -> [EventListener; 3] {
    let call = Rc::new(call);
    ["pointerdown", "keydown", "dragenter"].map(|kind| {
        let call = Rc::clone(&call);
        EventListener::once(&document(), kind, move |_| call())
    })
}

// ── Clock ──

/// Today in the reader's own time zone.
pub fn today() -> Option<Day> {
    let now = Date::new_0();
    format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date()).parse().ok()
}

/// A moment of the reader's own clock, as a field of day and hour writes it, as one of UTC: `2026-12-01T19:00:00.000Z`.
/// `None` when it is no moment.
pub fn utc(local: &str) -> Option<String> {
    let moment = Date::new(&JsValue::from_str(local));
    // Asking a moment that is none for its text would throw.
    (!local.is_empty() && !moment.get_time().is_nan()).then(|| moment.to_iso_string().into())
}

// ── Storage ──

const ANSWERS: &str = "apim-plan.answers";
const TICKS: &str = "apim-plan.ticks";
const THEME: &str = "apim-plan.theme";

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
fn keep(name: &str, text: Option<&str>) {
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

// ── Theme ──

/// The reader's choice of colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    const fn name(self) -> Option<&'static str> {
        match self {
            Self::System => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
        }
    }

    /// The one after it, in a circle.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::System => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::System,
        }
    }
}

/// The theme that the page has now.
pub fn theme() -> Theme {
    match document().document_element().and_then(|root| root.get_attribute("data-theme")).as_deref() {
        Some("light") => Theme::Light,
        Some("dark") => Theme::Dark,
        _ => Theme::System,
    }
}

/// Shows `light` or `dark`, or what the system has, and remembers nothing.
pub fn show_theme(name: Option<&str>) {
    if let Some(root) = document().document_element() {
        // Neither can fail: the name is a valid one.
        let _ = match name {
            Some(name) => root.set_attribute("data-theme", name),
            None => root.remove_attribute("data-theme"),
        };
    }
}

/// Shows a theme, and remembers it where that is allowed.
pub fn set_theme(theme: Theme) {
    let Some(root) = document().document_element() else {
        return;
    };
    // Neither can fail: the name is a valid one.
    let _ = match theme.name() {
        Some(name) => root.set_attribute("data-theme", name),
        None => root.remove_attribute("data-theme"),
    };
    keep(THEME, theme.name());
}

// ── Address ──

/// The part of the address behind `#`, that sign included.
pub fn fragment() -> String {
    window().location().hash().unwrap_or_default()
}

/// What the page leaves at each of its own steps in the history.
const OWN: &str = "apim-plan";

/// Puts another part behind `#` without a step in the history. Does nothing where a browser limits such changes.
pub fn set_fragment(fragment: &str) {
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&OWN.into(), "", Some(fragment));
    }
}

/// Whether the present step of the history has been here before: somebody went back or forward, and opened no link.
pub fn is_own_step() -> bool {
    window().history().and_then(|history| history.state()).is_ok_and(|state| state == OWN)
}

/// Goes to another part behind `#`: a step in the history, and a view like any other link.
pub fn go(fragment: &str) {
    // Denied in some frames: then the view stays.
    let _ = window().location().set_hash(fragment);
}

/// The name of the reader's time zone, such as `Europe/Amsterdam`.
pub fn time_zone() -> Option<String> {
    let format = js_sys::Intl::DateTimeFormat::default();
    Reflect::get(&format.resolved_options(), &"timeZone".into()).ok()?.as_string()
}

/// The whole address with another part behind `#`.
pub fn address(fragment: &str) -> String {
    let href = window().location().href().unwrap_or_default();
    format!("{}{fragment}", href.split('#').next().unwrap_or_default())
}

/// Calls with the part behind `#` that somebody went to, until dropped.
///
/// The event says where the step went. The address itself may have been written anew since, by [`set_fragment`], for the
/// view that the step leaves.
pub fn on_fragment(call: impl Fn(String) + 'static) -> EventListener {
    EventListener::new(&window(), "hashchange", move |event| {
        let address = event.dyn_ref::<web_sys::HashChangeEvent>().map(web_sys::HashChangeEvent::new_url).unwrap_or_default();
        call(address.find('#').and_then(|at| address.get(at..)).unwrap_or_default().to_owned());
    })
}

/// Goes to another view, and there to the element with that id.
pub fn go_to(fragment: &str, id: &'static str) {
    if self::fragment().split('?').next() == Some(fragment) {
        reveal(id);
        return;
    }
    // The view is there once everything that listened to the change has been served.
    EventListener::once(&window(), "hashchange", move |_| {
        gloo::timers::callback::Timeout::new(0, move || reveal(id)).forget();
    })
    .forget();
    go(fragment);
}

/// The title of the window.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Follows links to a place on the page without touching the address, which holds the answers. Until dropped.
pub fn on_links_within() -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), "click", options, |event| {
        let link =
            event.target().and_then(|target| target.dyn_into::<Element>().ok()).and_then(|at| at.closest("a[href^='#']").ok()?);
        let Some(href) = link.and_then(|link| link.get_attribute("href")) else {
            return;
        };
        if let Some(id) = href.strip_prefix('#').filter(|id| !id.starts_with('/')) {
            event.prevent_default();
            reveal(id);
        }
    })
}

/// Opens what the element is folded into, scrolls to it, and puts the focus there.
pub fn reveal(id: &str) {
    let Some(target) = element(id) else {
        return;
    };
    let mut within = Some(target.clone());
    while let Some(details) = within.and_then(|at| at.closest("details").ok().flatten()) {
        let _ = details.set_attribute("open", "");
        within = details.parent_element();
    }
    target.scroll_into_view();
    let control = target.query_selector("input:checked, input, select, button").ok().flatten();
    let is_question = target.matches(".q, .q *").unwrap_or(false);
    if let Some(place) = control.filter(|_| is_question).unwrap_or(target).dyn_ref::<HtmlElement>() {
        let _ = place.focus();
    }
}

/// Puts the focus on the element with that id.
pub fn focus(id: &str) {
    if let Some(place) = element(id).as_ref().and_then(|place| place.dyn_ref::<HtmlElement>()) {
        let _ = place.focus();
    }
}

/// Closes the popover with that id, if it is open.
pub fn close_popover(id: &str) {
    if let Some(place) = element(id)
        && let Ok(hide) = Reflect::get(&place, &"hidePopover".into())
        && let Some(hide) = hide.dyn_ref::<js_sys::Function>()
    {
        // Throws when it is not open, which is what was wanted.
        let _ = hide.call0(&place);
    }
}

/// Opens the popover with that id.
pub fn open_popover(id: &str) {
    if let Some(place) = element(id)
        && let Ok(show) = Reflect::get(&place, &"showPopover".into())
        && let Some(show) = show.dyn_ref::<js_sys::Function>()
    {
        let _ = show.call0(&place);
    }
}

// ── What was typed ──

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

// ── Clipboard and files ──

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
    let command = Reflect::get(&document(), &"execCommand".into()).ok()?;
    let copied = command.dyn_ref::<js_sys::Function>()?.call1(&document(), &"copy".into()).ok();
    field.remove();
    if let Some(focused) = focused.as_ref().and_then(|focused| focused.dyn_ref::<HtmlElement>()) {
        let _ = focused.focus();
    }
    copied.filter(JsValue::is_truthy).map(drop)
}

/// Shows a text, selected, to be copied by hand. The place for it stands in index.html.
fn show_by_hand(text: &str) {
    open_popover("by-hand");
    if let Some(field) = element("by-hand-text").as_ref().and_then(|field| field.dyn_ref::<HtmlTextAreaElement>()) {
        field.set_value(text);
        let _ = field.focus();
        field.select();
    }
}

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

// ── Paper ──

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

// ── The page around this one ──

/// Whether this page has an origin: a sandboxed frame has none.
pub fn has_origin() -> bool {
    window().location().origin().is_ok_and(|origin| origin != "null")
        && Reflect::get(&window(), &"origin".into()).is_ok_and(|origin| origin != "null")
}

/// Whether this page stands in another one.
pub fn is_framed() -> bool {
    window().parent().ok().flatten().is_some_and(|parent| parent != window())
}

/// Where the page around this one comes from, in browsers that tell: `https://wiki.example`.
pub fn host_origin() -> Option<String> {
    let ancestors = Reflect::get(&window().location(), &"ancestorOrigins".into()).ok()?;
    Reflect::get_u32(ancestors.dyn_ref::<js_sys::Object>()?, 0).ok()?.as_string().filter(|origin| origin != "null")
}

/// Where this page comes from: `https://tools.example`. A sandboxed frame has no origin, but still an address.
pub fn site_origin() -> Option<String> {
    window().location().origin().ok().filter(|origin| origin.starts_with("http"))
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

/// The page that holds this one in a frame, once it has spoken to us.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Host(String);

/// What the page around this one may ask for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HostSays {
    /// It is there, and wants to hear of plans.
    Connect,
    /// Other answers, as JSON or as the code of a link.
    Request(String),
    /// Other colours; anything but `light` and `dark` is the system's.
    Theme(String),
}

#[derive(Serialize)]
#[serde(tag = "type", rename_all = "camelCase")]
enum Said<'a, T> {
    Hello,
    Height { height: f64 },
    Plan { plan: &'a T },
}

impl Host {
    /// Tells the host, and whoever is there from its origin only, what the plan says.
    pub fn tell_plan(&self, plan: &impl Serialize) {
        // A host without an origin of its own cannot be addressed: it goes without.
        if self.0 != "null" {
            tell(&Said::Plan { plan }, &self.0);
        }
    }
}

/// Tells the page around this one that this one is there. Nothing happens outside of a frame.
pub fn tell_hello() {
    tell::<()>(&Said::Hello, "*");
}

/// Tells the page around this one how tall an element is.
pub fn tell_height_of(id: &str) {
    if let Some(height) = element(id).map(|element| element.get_bounding_client_rect().height()) {
        tell::<()>(&Said::Height { height }, "*");
    }
}

fn tell<T: Serialize>(said: &Said<'_, T>, origin: &str) {
    let Ok(Some(parent)) = window().parent() else { return };
    if parent == window() {
        return;
    }
    // An object and no text: that is what embed.js reads.
    let Some(message) = serde_json::to_string(said).ok().and_then(|text| js_sys::JSON::parse(&text).ok()) else { return };
    let signed = js_sys::Reflect::set(&message, &"from".into(), &"apim-plan".into());
    if signed.is_ok() {
        let _ = parent.post_message(&message, origin);
    }
}

/// A value as JSON for people, indented. The browser indents: a second way of
/// writing every type would make the page a tenth larger.
pub fn json_for_people(value: &impl Serialize) -> String {
    let text = serde_json::to_string(value).unwrap_or_default();
    let indented = js_sys::JSON::parse(&text)
        .and_then(|value| js_sys::JSON::stringify_with_replacer_and_space(&value, &wasm_bindgen::JsValue::NULL, &2.into()));
    indented.map_or(text, String::from)
}

/// Calls with what the page around this one says, until dropped. Nobody else is listened to.
pub fn on_host(call: impl Fn(Host, HostSays) + 'static) -> EventListener {
    EventListener::new(&window(), "message", move |event| {
        let Some(event) = event.dyn_ref::<MessageEvent>() else { return };
        let parent = window().parent().ok().flatten();
        let from_parent = parent.is_some_and(|parent| {
            parent != window() && event.source().is_some_and(|source| JsValue::from(source) == JsValue::from(parent))
        });
        let data = event.data();
        if !from_parent || text_in(&data, "to").as_deref() != Some("apim-plan") {
            return;
        }
        let said = match text_in(&data, "type").as_deref() {
            Some("connect") => Some(HostSays::Connect),
            Some("request") => text_in(&data, "request").map(HostSays::Request),
            Some("theme") => text_in(&data, "theme").map(HostSays::Theme),
            Some(_) | None => None,
        };
        if let Some(said) = said {
            call(Host(event.origin()), said);
        }
    })
}

/// A text in an object; `None` for anything else.
fn text_in(object: &JsValue, name: &str) -> Option<String> {
    // Throws when it is no object.
    Reflect::get(object, &name.into()).ok()?.as_string()
}

/// Calls whenever the size of an element has changed, until dropped.
pub fn on_height(id: &'static str, call: impl Fn(&str) + 'static) -> Watch {
    let measure = Closure::<dyn Fn()>::new(move || call(id));
    let observer = ResizeObserver::new(measure.as_ref().unchecked_ref()).ok();
    if let (Some(observer), Some(element)) = (&observer, element(id)) {
        observer.observe(&element);
    }
    Watch { observer, _measure: measure }
}

/// Watches the size of an element until dropped.
pub struct Watch {
    observer: Option<ResizeObserver>,
    _measure: Closure<dyn Fn()>,
}

impl Drop for Watch {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}

/// Opens links to other places beside the frame instead of in it, until dropped: most of them refuse to be framed.
pub fn on_links_out() -> EventListener {
    EventListener::new(&document(), "click", |event| {
        let link =
            event.target().and_then(|target| target.dyn_into::<Element>().ok()).and_then(|at| at.closest("a[href]").ok()?);
        if let Some(link) = link.filter(|link| link.get_attribute("href").is_some_and(|href| !href.starts_with('#'))) {
            let _ = link.set_attribute("target", "_blank");
            let _ = link.set_attribute("rel", "noopener");
        }
    })
}
