//! The page: questions on the left, the plan on the right, computed here and sent nowhere.
//!
//! By things of the domain: each folder holds its view, its components and its state. `tests/layers.rs` says which may
//! import which. Only `platform` knows the browser.

pub mod app;
pub mod capacity;
pub mod embedding;
pub mod fleet;
pub mod import;
pub mod menus;
pub mod plan;
pub mod planned;
pub mod platform;
pub mod questionnaire;
pub mod reference;
#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test says what it expects by failing")]
pub(crate) mod rendered;
pub mod route;
pub mod split;
pub mod start;
pub mod ui;
pub mod words;

/// Puts the page in the place of the frame that `index.html` shows meanwhile.
pub fn start() {
    let Some(place) = platform::element("app") else { return };
    // What an embedded view is asked for is read by what shows it: reading JSON is no part of the first view.
    if embedding::address::is_asked_for(&platform::fragment()) {
        drop(yew::Renderer::<app::Embedded>::with_root(place).render());
    } else {
        drop(yew::Renderer::<app::App>::with_root(place).render());
    }
}
