//! Day, moment and time zone of the reader.

use std::cell::Cell;
use std::rc::Rc;

use apim_plan::Day;
use gloo::events::EventListener;
use gloo::render::{AnimationFrame, request_animation_frame};
use gloo::timers::callback::Timeout;
use gloo::utils::window;
use wasm_bindgen::JsValue;
use web_sys::js_sys::{self, Date, Reflect};

/// Today in the reader's own time zone.
pub fn today() -> Option<Day> {
    let now = Date::new_0();
    format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date()).parse().ok()
}

/// A moment of the reader's own clock, as a field of day and hour writes it, as one of UTC: `2026-12-01T19:00:00.000Z`.
/// `None` when it is no moment.
pub fn utc(local: &str) -> Option<String> {
    let moment = Date::new(&JsValue::from_str(local));
    // Asking a moment that is none for its text would throw.
    (!local.is_empty() && !moment.get_time().is_nan()).then(|| moment.to_iso_string().into())
}

/// The name of the reader's time zone, such as `Europe/Amsterdam`.
pub fn time_zone() -> Option<String> {
    let format = js_sys::Intl::DateTimeFormat::default();
    Reflect::get(&format.resolved_options(), &"timeZone".into()).ok()?.as_string()
}

/// Calls after what has changed has been painted, or when the page is left before that. Not at all when it is dropped first.
pub fn soon(call: impl FnOnce() + 'static) -> Soon {
    let call = Rc::new(Cell::new(Some(call)));
    let run = move || {
        if let Some(call) = call.take() {
            call();
        }
    };
    // The frame is painted between its own callback and the next task.
    let task = Rc::new(Cell::new(None));
    let frame = request_animation_frame({
        let (run, task) = (run.clone(), Rc::clone(&task));
        move |_| task.set(Some(Timeout::new(0, run)))
    });
    // A page out of sight paints no frames.
    let timeout = Timeout::new(200, run.clone());
    let left = EventListener::once(&window(), "pagehide", move |_| run());
    Soon { _frame: frame, _task: task, _timeout: timeout, _left: left }
}

/// Calls after so many milliseconds. Not at all when it is dropped first.
pub fn after(milliseconds: u32, call: impl FnOnce() + 'static) -> PendingCall {
    PendingCall(Timeout::new(milliseconds, call))
}

/// A call that waits.
pub struct PendingCall(#[expect(dead_code, reason = "dropping it ends the wait")] Timeout);

/// Something that is about to be done.
pub struct Soon {
    _frame: AnimationFrame,
    _task: Rc<Cell<Option<Timeout>>>,
    _timeout: Timeout,
    _left: EventListener,
}
