//! The part of the address behind `#`, the history, the title, and links.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::reveal;

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

/// Whether the reader went back or forward in the history, and opened no link.
pub fn is_own_step() -> bool {
    window().history().and_then(|history| history.state()).is_ok_and(|state| state == OWN)
}

/// Goes to another part behind `#`: a step in the history, and a view like any other link.
pub fn go(fragment: &str) {
    // Denied in some frames: then the view stays.
    let _ = window().location().set_hash(fragment);
}

/// The whole address with another part behind `#`.
pub fn address(fragment: &str) -> String {
    let href = window().location().href().unwrap_or_default();
    format!("{}{fragment}", href.split('#').next().unwrap_or_default())
}

/// Calls with the new part behind `#`, until dropped.
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

/// Where this page comes from: `https://tools.example`. A sandboxed frame has no origin, but still an address.
pub fn site_origin() -> Option<String> {
    window().location().origin().ok().filter(|origin| origin.starts_with("http"))
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
