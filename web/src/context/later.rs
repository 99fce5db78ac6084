//! What the first view does without: other views, reading descriptions, writing files. It comes when somebody touches the
//! page, or opens one of those views.

use std::rc::Rc;

use apim_plan::Plan;
use apim_plan::fleet::FleetOptions;
use apim_plan::import::Imported;
use apim_plan::{Owner, PlanRequest};
use yew::prelude::*;

use crate::fleet::state::Table;
use crate::planned::Planned;
use crate::route::View;

/// Functions that only what comes later holds. Called through here they stay out of what comes first: to name one of them
/// anywhere else brings it, and all it needs, into the first view.
#[derive(Debug)]
pub struct Parts {
    /// The view at `#/capacity`.
    pub capacity: fn() -> Html,
    /// The view at `#/fleet`.
    pub fleet: fn() -> Html,
    /// The view at `#/reference`.
    pub reference: fn(&Planned) -> Html,
    /// What can be shared of a view.
    pub share_menu: fn(View) -> Html,
    /// What can be written to files.
    pub export_menu: fn(View) -> Html,
    /// What reads a description.
    pub paste: fn() -> Html,
    /// Reads a file of answers; else says what is wrong with it.
    pub read_answers: fn(&str) -> Result<PlanRequest, String>,
    /// Writes one.
    pub write_answers: fn(&PlanRequest) -> String,
    /// Rows, waves and hours of a fleet; `None` for an empty one.
    pub table: fn(&[Imported], &FleetOptions) -> Option<Table>,
    /// A plan as Markdown.
    pub markdown: fn(&Plan) -> String,
    /// What one owner has to do, as a letter; `None` where that is nothing.
    pub letter: fn(&Plan, Owner) -> Option<String>,
}

/// What is to be done once it is there.
pub type Wish = Rc<dyn Fn(&'static Parts)>;

/// What comes later, and a way to ask for it.
#[derive(Clone, Default)]
pub struct Later {
    /// Nothing until it has come.
    pub parts: Option<&'static Parts>,
    /// It was asked for and did not come.
    pub failed: bool,
    /// Asks for it. When it is there already, the wish is fulfilled before this returns: a browser lets a page copy only
    /// while a key or a button is being pressed.
    pub ask: Callback<Wish>,
}

impl PartialEq for Later {
    fn eq(&self, other: &Self) -> bool {
        self.parts.is_some() == other.parts.is_some() && self.failed == other.failed && self.ask == other.ask
    }
}

impl Later {
    /// Asks for it, and does this with it.
    pub fn with(&self, act: impl Fn(&'static Parts) + 'static) {
        self.ask.emit(Rc::new(act));
    }
}
