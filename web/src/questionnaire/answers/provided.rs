use yew::prelude::*;

use super::AnswersState;

/// The answers, and `dispatch` to change them.
pub type AnswersHandle = UseReducerHandle<AnswersState>;

/// Changes the answers. It never changes itself: who only dispatches is not drawn again with every answer.
pub type AnswersDispatcher = UseReducerDispatcher<AnswersState>;

/// The answers, and a way to change them.
///
/// # Panics
/// Outside of the application, which provides it.
#[hook]
#[expect(clippy::expect_used, reason = "a view outside of the application is a mistake in this crate, not in its input")]
pub fn use_answers() -> AnswersHandle {
    use_context().expect("views are inside the application")
}

/// A way to change the answers without being drawn again when they change.
///
/// # Panics
/// Outside of the application, which provides it.
#[hook]
#[expect(clippy::expect_used, reason = "a view outside of the application is a mistake in this crate, not in its input")]
pub fn use_dispatcher() -> AnswersDispatcher {
    use_context().expect("views are inside the application")
}
