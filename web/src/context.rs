//! What pages read: the answers, the plan that follows from them, and what there is besides.

mod later;

use std::ops::Deref;
use std::rc::Rc;

use apim_plan::{Day, PlanRequest};
use yew::prelude::*;

pub use self::later::{Later, Parts, Wish};
use crate::fleet::state::{FleetState, Table};
use crate::planned::Planned;
use crate::questionnaire::answers::Answers;

/// The answers, and `dispatch` to change them.
pub type AnswersHandle = UseReducerHandle<Answers>;

/// Says something by the page's own polite live region: what a press of a button did.
pub type Say = Callback<AttrValue>;

/// What every page can read. One context and not one for each: every kind of context is some kilobytes of code.
#[derive(Clone, PartialEq)]
pub struct Page {
    /// The answers, and a way to change them.
    pub answers: AnswersHandle,
    /// The plan for the answers.
    pub plan: Planned,
    /// A way to say what a press of a button did.
    pub say: Say,
    /// What comes later.
    pub later: Later,
    /// The fleet as the reader left it, and a way to change it.
    pub fleet: UseReducerHandle<FleetState>,
    /// The rows and waves of the fleet; `None` when none was read.
    pub table: Option<Table>,
    /// What was last pasted or dropped on the page.
    pub arrived: Option<Arrival>,
}

/// A description as it came, not yet read.
#[derive(Debug)]
pub enum Arrived {
    /// Pasted.
    Text(AttrValue),
    /// Dropped: name and bytes of a file, or no bytes where the browser does not give them.
    File(AttrValue, Option<Vec<u8>>),
}

/// One description; the same one pasted again is another one.
#[derive(Debug, Clone)]
pub struct Arrival(Rc<Arrived>);

impl From<Arrived> for Arrival {
    fn from(arrived: Arrived) -> Self {
        Self(Rc::new(arrived))
    }
}

impl Deref for Arrival {
    type Target = Arrived;

    fn deref(&self) -> &Arrived {
        &self.0
    }
}

impl PartialEq for Arrival {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// What every page can read.
///
/// # Panics
/// Outside of the application, which provides it.
#[hook]
#[expect(clippy::expect_used, reason = "a page outside of the application is a mistake in this crate, not in its input")]
pub fn use_page() -> Page {
    use_context().expect("pages stand inside the application")
}

/// Computes the plan anew when an answer or the day has changed, and not otherwise.
#[hook]
pub fn use_planning(request: &Rc<PlanRequest>, today: Option<Day>) -> Planned {
    let planned = use_memo((request.clone(), today), |(request, today)| {
        let mut request = PlanRequest::clone(request);
        request.as_of = *today;
        Planned::new(apim_plan::plan(&request), *today)
    });
    Planned::clone(&planned)
}
