//! What pages read: the answers, and the plan that follows from them.

use std::rc::Rc;

use apim_plan::model::{Day, PlanRequest};
use yew::prelude::*;

use crate::state::fleet::{FleetState, Table};
use crate::state::{Answers, Planned};

/// The answers, and `dispatch` to change them.
pub type AnswersHandle = UseReducerHandle<Answers>;

/// The answers, and `dispatch` to change them.
///
/// # Panics
/// Outside of the application, which provides them.
#[hook]
#[expect(clippy::expect_used, reason = "a page outside of the application is a mistake in this crate, not in its input")]
pub fn use_answers() -> AnswersHandle {
    use_context().expect("pages stand inside the application")
}

/// Says something by the page's own polite live region: what a press of a button did.
pub type Say = Callback<AttrValue>;

/// A way to say what a press of a button did.
#[hook]
pub fn use_say() -> Say {
    use_context().unwrap_or_default()
}

/// The plan for the answers.
///
/// # Panics
/// Outside of the application, which provides it.
#[hook]
#[expect(clippy::expect_used, reason = "a page outside of the application is a mistake in this crate, not in its input")]
pub fn use_plan() -> Planned {
    use_context().expect("pages stand inside the application")
}

/// Computes the plan anew when an answer or the day has changed, and not otherwise.
#[hook]
pub fn use_planning(request: &Rc<PlanRequest>, today: Option<Day>) -> Planned {
    let planned = use_memo((request.clone(), today), |(request, today)| {
        let mut request = PlanRequest::clone(request);
        request.as_of = *today;
        Planned::new(apim_plan::api::plan(&request), *today)
    });
    Planned::clone(&planned)
}

/// The fleet as the reader left it, and `dispatch` to change it.
///
/// # Panics
/// Outside of the application, which provides it.
#[hook]
#[expect(clippy::expect_used, reason = "a page outside of the application is a mistake in this crate, not in its input")]
pub fn use_fleet() -> UseReducerHandle<FleetState> {
    use_context().expect("pages stand inside the application")
}

/// The rows and waves of the fleet; `None` when none was read.
#[hook]
pub fn use_table() -> Option<Table> {
    use_context().unwrap_or_default()
}
