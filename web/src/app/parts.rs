//! Where the page is cut: what the first view needs comes first, the rest when it is asked for.
//!
//! `cargo xtask build` cuts the module here (feature `split`); without, as under Trunk alone and in tests, all of it is
//! there from the start. To move something over the cut, reach it through [`Parts`] and from nowhere else.

#![expect(clippy::unnecessary_wraps, reason = "what is cut off may fail to come")]

use apim_plan::{export, read_request};
use yew::prelude::*;

use crate::capacity::CapacityPage;
use crate::context::{Later, Parts};
use crate::embedding::{EmbedPage, address};
use crate::fleet::FleetPage;
use crate::fleet::state::compute;
use crate::import::Paste;
use crate::menus::{ExportMenu, ShareMenu};
use crate::platform;
use crate::reference::reference_page;

/// A part that did not come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NotLoaded;

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for NotLoaded {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Self
    }
}

/// Draws what the part of the address behind `#` asks to be embedded.
pub(super) type DrawEmbed = fn(&str, Later) -> Html;

// What the cutter calls has to be in a function of its own, with nothing of it in the signature.
#[cfg_attr(feature = "split", wasm_split_helpers::wasm_split(later, fallible))]
fn later() -> Result<&'static Parts, NotLoaded> {
    Ok(&PARTS)
}

#[cfg_attr(feature = "split", wasm_split_helpers::wasm_split(embed, fallible))]
fn embedded() -> Result<DrawEmbed, NotLoaded> {
    Ok(|fragment, later| html! { <EmbedPage embed={address::read(fragment).unwrap_or_default()} {later} /> })
}

/// Brings what comes later.
#[cfg(feature = "split")]
pub(super) fn load() -> impl Future<Output = Result<&'static Parts, NotLoaded>> {
    later()
}

/// Brings what an embedded view needs.
#[cfg(feature = "split")]
pub(super) fn load_embed() -> impl Future<Output = Result<DrawEmbed, NotLoaded>> {
    embedded()
}

/// It is there.
#[cfg(not(feature = "split"))]
pub(super) fn load() -> impl Future<Output = Result<&'static Parts, NotLoaded>> {
    std::future::ready(later())
}

/// It is there.
#[cfg(not(feature = "split"))]
pub(super) fn load_embed() -> impl Future<Output = Result<DrawEmbed, NotLoaded>> {
    std::future::ready(embedded())
}

static PARTS: Parts = Parts {
    capacity: || html! { <CapacityPage /> },
    fleet: || html! { <FleetPage /> },
    reference: reference_page,
    share_menu: |view| html! { <ShareMenu {view} /> },
    export_menu: |view| html! { <ExportMenu {view} /> },
    paste: || html! { <Paste /> },
    read_answers: |text| read_request(text).map_err(|error| error.to_string()),
    write_answers: platform::json_for_people,
    table: compute,
    markdown: export::markdown,
    letter: export::letter,
};
