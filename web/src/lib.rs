//! The page: questions on the left, the plan on the right, computed here and sent nowhere.
//!
//! Imports go one way: `core → words → state → share → components → hooks → pages → app`, with `platform` beside the
//! components. Only `platform` knows the browser.

pub mod app;
pub mod components;
pub mod hooks;
pub mod pages;
pub mod platform;
pub mod share;
pub mod state;
pub mod words;

/// Puts the page in the place of the frame that `index.html` shows meanwhile.
pub fn start() {
    let Some(place) = platform::element("app") else { return };
    // What an embedded view is asked for is read by what shows it: reading JSON is no part of the first view.
    if share::embed::is_asked_for(&platform::fragment()) {
        drop(yew::Renderer::<app::Embedded>::with_root(place).render());
    } else {
        drop(yew::Renderer::<app::App>::with_root(place).render());
    }
}
