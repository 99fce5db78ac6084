//! The page in pieces: the first view comes first, the rest at the first touch of the page.
//!
//! Yew has no component of its own that is fetched when it is needed, and Trunk does not cut modules. This folder can go when
//! both do (yewstack/yew#3932, trunk-rs/trunk#1022). Until then `cargo xtask build` cuts the module with wasm-split where
//! `pieces.rs` says so (feature `split`); under Trunk alone, and in tests, everything is there from the start.
//!
//! To move something over the cut, reach it through [`Piece`] and from nowhere else: to name it anywhere else brings it, and
//! all that it needs, into the first view.

mod later;
mod lazy;
mod pieces;

pub use later::{Later, use_fetching, use_later};
pub use lazy::{LazyEmbed, LazyEmbedProps, LazyPart, LazyProps, LazyView, RestNotLoaded};
pub use pieces::Piece;
