use yew::prelude::*;

use super::FleetState;

/// The fleet, and `dispatch` to change it.
pub type FleetHandle = UseReducerHandle<FleetState>;

/// Changes the fleet. It never changes itself: who only dispatches is not drawn again with every change.
pub type FleetDispatcher = UseReducerDispatcher<FleetState>;

/// The fleet as the reader left it, and a way to change it.
///
/// # Panics
/// Outside of the application, which provides it.
#[hook]
#[expect(clippy::expect_used, reason = "a view outside of the application is a mistake in this crate, not in its input")]
pub fn use_fleet() -> FleetHandle {
    use_context().expect("views are inside the application")
}

/// A way to change the fleet without being drawn again when it changes.
///
/// # Panics
/// Outside of the application, which provides it.
#[hook]
#[expect(clippy::expect_used, reason = "a view outside of the application is a mistake in this crate, not in its input")]
pub fn use_fleet_dispatcher() -> FleetDispatcher {
    use_context().expect("views are inside the application")
}
