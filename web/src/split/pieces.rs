#![expect(clippy::unnecessary_wraps, reason = "what is cut off may fail to come")]

// What the cutter calls becomes asynchronous; without the cutter the result is there at once.
#[cfg(feature = "split")]
use std::convert::identity as when_there;
#[cfg(not(feature = "split"))]
use std::future::ready as when_there;

use apim_plan::{Owner, Plan, PlanRequest, RequestError, export, read_request};
use yew::prelude::*;

use crate::capacity::CapacityPage;
use crate::embedding::{EmbedPage, address};
use crate::fleet::FleetPage;
use crate::import::{Arrival, Paste};
use crate::menus::{ExportMenu, ShareMenu, export_context};
use crate::plan::ChangeCode;
use crate::planned::Planned;
use crate::platform;
use crate::reference::ReferencePage;
use crate::route::View;

/// A piece that did not come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NotLoaded;

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for NotLoaded {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Self
    }
}

/// A part of the page that the first view does without.
#[derive(Debug, Clone, PartialEq)]
pub enum Piece {
    /// The view at `#/capacity`.
    Capacity,
    /// The view at `#/fleet`.
    Fleet,
    /// The view at `#/reference`.
    Reference,
    /// What can be shared of a view.
    ShareMenu(View),
    /// What can be written to files.
    ExportMenu(View),
    /// The change of a plan as code.
    Change(Planned),
    /// What reads a description, and the one that arrived last.
    Paste(Option<Arrival>),
}

/// What only the rest of the page holds. Called through here it stays out of the first view.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rest {
    /// Draws a piece.
    pub draw: fn(&Piece) -> Html,
    /// Writes a plan as Markdown, or as a letter what one owner has to do.
    pub write: fn(&Plan, Option<Owner>) -> String,
    /// Reads a file of answers; else says what is wrong with it.
    pub read_answers: fn(&str) -> Result<PlanRequest, RequestError>,
    /// Writes one.
    pub write_answers: fn(&PlanRequest) -> String,
}

/// There is only one.
impl PartialEq for Rest {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// Draws what the part of the address behind `#` asks to be embedded.
pub(super) type DrawEmbed = fn(&str) -> Html;

// What the cutter calls has to be a function of its own, with nothing of the piece in its signature.
#[cfg_attr(feature = "split", wasm_split_helpers::wasm_split(later, fallible))]
fn rest() -> Result<Rest, NotLoaded> {
    Ok(Rest { draw, write, read_answers: read_request, write_answers: platform::json_for_people })
}

#[cfg_attr(feature = "split", wasm_split_helpers::wasm_split(embed, fallible))]
fn embedded() -> Result<DrawEmbed, NotLoaded> {
    Ok(|fragment| html! { <EmbedPage embed={address::read(fragment).unwrap_or_default()} /> })
}

/// Brings the rest of the page.
pub(super) fn load() -> impl Future<Output = Result<Rest, NotLoaded>> {
    when_there(rest())
}

/// Brings what an embedded view needs.
pub(super) fn load_embed() -> impl Future<Output = Result<DrawEmbed, NotLoaded>> {
    when_there(embedded())
}

fn draw(piece: &Piece) -> Html {
    match piece.clone() {
        Piece::Capacity => html! { <CapacityPage /> },
        Piece::Fleet => html! { <FleetPage /> },
        Piece::Reference => html! { <ReferencePage /> },
        Piece::ShareMenu(view) => html! { <ShareMenu {view} /> },
        Piece::ExportMenu(view) => html! { <ExportMenu {view} /> },
        Piece::Change(plan) => html! { <ChangeCode {plan} /> },
        Piece::Paste(arrived) => html! { <Paste {arrived} /> },
    }
}

fn write(plan: &Plan, owner: Option<Owner>) -> String {
    match owner {
        Some(owner) => export::to_letter(plan, owner.into(), &export_context(plan)).unwrap_or_default(),
        // For everyone there is the whole plan.
        None => export::markdown(plan, &export_context(plan)),
    }
}
