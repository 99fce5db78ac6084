use std::rc::Rc;

use apim_plan::{Owner, PlanRequest, RequestError};
use yew::prelude::*;

use super::pieces::{self, NotLoaded, Piece, Rest};
use crate::planned::Planned;
use crate::platform;

#[derive(Debug, Clone, Copy, PartialEq)]
enum LoadState {
    Coming,
    There(Rest),
    Failed,
}

/// What the first view does without, and a way to ask for it.
#[derive(Debug, Clone, PartialEq)]
pub struct Later {
    state: LoadState,
    set: UseStateSetter<LoadState>,
}

impl Later {
    /// It was asked for and did not come.
    pub fn has_failed(&self) -> bool {
        self.state == LoadState::Failed
    }

    /// Asks for it.
    pub fn fetch(&self) {
        self.with(|_| ());
    }

    /// Writes a plan as Markdown, or as a letter what one owner has to do, and calls with the text.
    ///
    /// When everything is there, it calls before this returns: a browser lets a page copy only while a key or a button is
    /// being pressed.
    pub fn write(&self, plan: Planned, owner: Option<Owner>, call: impl FnOnce(String) + 'static) {
        self.with(move |rest| call((rest.write)(&plan, owner)));
    }

    /// Reads a file of answers, and calls with them or with what is wrong.
    pub fn read_answers(&self, text: String, call: impl FnOnce(Result<PlanRequest, RequestError>) + 'static) {
        self.with(move |rest| call((rest.read_answers)(&text)));
    }

    /// Writes answers as a file, and calls with its text.
    pub fn write_answers(&self, request: Rc<PlanRequest>, call: impl FnOnce(String) + 'static) {
        self.with(move |rest| call((rest.write_answers)(&request)));
    }

    /// A piece of it; `None` until it has come.
    pub(super) fn draw(&self, piece: &Piece) -> Option<Html> {
        match self.state {
            LoadState::There(rest) => Some((rest.draw)(piece)),
            LoadState::Coming | LoadState::Failed => None,
        }
    }

    fn with(&self, act: impl FnOnce(Rest) + 'static) {
        if let LoadState::There(rest) = self.state {
            act(rest);
            return;
        }
        let set = self.set.clone();
        platform::spawn(async move {
            match pieces::load().await {
                Ok(rest) => {
                    set.set(LoadState::There(rest));
                    act(rest);
                }
                Err(NotLoaded) => set.set(LoadState::Failed),
            }
        });
    }
}

/// What the first view does without. It is asked for at the first touch of the page: until then nothing needs it.
#[hook]
pub fn use_fetching() -> Later {
    let state = use_state_eq(|| LoadState::Coming);
    let later = Later { state: *state, set: state.setter() };
    use_effect_with((), {
        let later = later.clone();
        move |()| {
            let listeners = platform::on_first_touch(move || later.fetch());
            move || drop(listeners)
        }
    });
    later
}

/// What the first view does without.
///
/// # Panics
/// Outside of the application, which provides it.
#[hook]
#[expect(clippy::expect_used, reason = "a view outside of the application is a mistake in this crate, not in its input")]
pub fn use_later() -> Later {
    use_context().expect("views are inside the application")
}
