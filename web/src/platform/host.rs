//! The page around this one, when it is shown in a frame.

use gloo::events::EventListener;
use gloo::utils::window;
use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::MessageEvent;
use web_sys::js_sys::{self, Reflect};

use super::element;

/// Whether this page has an origin: a sandboxed frame has none.
pub fn has_origin() -> bool {
    window().location().origin().is_ok_and(|origin| origin != "null") && window().origin() != "null"
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

/// The page that holds this one in a frame, once it has spoken to us.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HostPage(String);

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
struct Signed<'a, T> {
    from: &'static str,
    #[serde(flatten)]
    said: &'a Said<'a, T>,
}

#[derive(Serialize)]
#[serde(tag = "type", rename_all = "camelCase")]
enum Said<'a, T> {
    Hello,
    Height { height: f64 },
    Plan { plan: &'a T },
}

impl HostPage {
    /// Tells the host page what the plan says, at its origin only.
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
    let message = Signed { from: "apim-plan", said };
    if let Ok(message) = message.serialize(&Serializer::json_compatible()) {
        let _ = parent.post_message(&message, origin);
    }
}

/// What embed.js sends. Anything else that arrives is not for this page.
#[derive(Deserialize)]
struct Message {
    to: String,
    #[serde(rename = "type")]
    kind: String,
    request: Option<String>,
    theme: Option<String>,
}

/// Calls with what the page around this one says, until dropped. Other windows are ignored.
pub fn on_host(call: impl Fn(HostPage, HostSays) + 'static) -> EventListener {
    EventListener::new(&window(), "message", move |event| {
        let Some(event) = event.dyn_ref::<MessageEvent>() else { return };
        let parent = window().parent().ok().flatten();
        let from_parent = parent.is_some_and(|parent| {
            parent != window() && event.source().is_some_and(|source| JsValue::from(source) == JsValue::from(parent))
        });
        let message = serde_wasm_bindgen::from_value::<Message>(event.data()).ok();
        let Some(message) = message.filter(|message| from_parent && message.to == "apim-plan") else { return };
        let said = match message.kind.as_str() {
            "connect" => Some(HostSays::Connect),
            "request" => message.request.map(HostSays::Request),
            "theme" => message.theme.map(HostSays::Theme),
            _ => None,
        };
        if let Some(said) = said {
            call(HostPage(event.origin()), said);
        }
    })
}
