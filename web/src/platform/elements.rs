//! Elements by their id: focus, popovers, folds, sizes.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use gloo::utils::document;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlElement, ResizeObserver};

/// Opens what the element is folded into, scrolls to it, and puts the focus there.
pub fn reveal(id: &str) {
    let Some(target) = element(id) else {
        return;
    };
    let mut within = Some(target.clone());
    while let Some(details) = within.and_then(|at| at.closest("details").ok().flatten()) {
        let _ = details.set_attribute("open", "");
        within = details.parent_element();
    }
    lay_out_whole();
    target.scroll_into_view();
    let control = target.query_selector("input:checked, input, select, button").ok().flatten();
    let is_question = target.matches(".q, .q *").unwrap_or(false);
    if let Some(place) = control.filter(|_| is_question).unwrap_or(target).dyn_ref::<HtmlElement>() {
        let _ = place.focus();
    }
}

/// Lays out what is off the screen as well, until a scroll has ended: how far it is to a place is only known then.
fn lay_out_whole() {
    const WHOLE: &str = "data-whole";
    let Some(root) = document().document_element() else { return };
    // Neither can fail: the name is a valid one.
    let _ = root.set_attribute(WHOLE, "");
    let done = move || drop(root.remove_attribute(WHOLE));
    // Not every browser tells the end of a scroll, and there is none when the place is in sight already.
    Timeout::new(2_000, done.clone()).forget();
    // A height is remembered in a frame that shows it: a jump ends before that.
    EventListener::once(&document(), "scrollend", move |_| drop(Timeout::new(300, done).forget())).forget();
}

/// Puts the focus on the element with that id.
pub fn focus(id: &str) {
    if let Some(place) = html_element(id) {
        let _ = place.focus();
    }
}

/// Closes the popover with that id, if it is open.
pub fn close_popover(id: &str) {
    if let Some(place) = html_element(id) {
        // Throws when it is not open, which is what was wanted.
        let _ = place.hide_popover();
    }
}

/// Calls with each element of a kind that is pressed to open one popover, before it opens, until dropped.
///
/// Pressing the element that has opened it closes it. Another one moves it: the popover is placed beside its opener.
pub fn on_opener(openers: &'static str, popover: &'static str, call: impl Fn(&Element) + 'static) -> EventListener {
    let last = RefCell::new(None::<Element>);
    EventListener::new_with_options(&document(), "click", EventListenerOptions::run_in_capture_phase(), move |event| {
        let pressed = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let Some(opener) = pressed.and_then(|pressed| pressed.closest(openers).ok().flatten()) else { return };
        if last.borrow().as_ref() != Some(&opener) {
            close_popover(popover);
            call(&opener);
            *last.borrow_mut() = Some(opener);
        }
    })
}

/// Opens the popover with that id.
pub fn open_popover(id: &str) {
    if let Some(place) = html_element(id) {
        // Throws when it is open, which is what was wanted.
        let _ = place.show_popover();
    }
}

fn html_element(id: &str) -> Option<HtmlElement> {
    element(id)?.dyn_into().ok()
}

/// Calls whenever the size of an element has changed, until dropped.
pub fn on_height(id: &'static str, call: impl Fn(&str) + 'static) -> Watch {
    let measure = Closure::<dyn Fn()>::new(move || call(id));
    let observer = ResizeObserver::new(measure.as_ref().unchecked_ref()).ok();
    if let (Some(observer), Some(element)) = (&observer, element(id)) {
        observer.observe(&element);
    }
    Watch { observer, _measure: measure }
}

/// Watches the size of an element until dropped.
pub struct Watch {
    observer: Option<ResizeObserver>,
    _measure: Closure<dyn Fn()>,
}

impl Drop for Watch {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}

/// The element with that id.
pub fn element(id: &str) -> Option<Element> {
    document().get_element_by_id(id)
}

/// Runs the call on the first pointer, key or drag event, once.
pub fn on_first_touch(call: impl Fn() + 'static) -> [EventListener; 3] {
    let call = Rc::new(call);
    ["pointerdown", "keydown", "dragenter"].map(|kind| {
        let call = Rc::clone(&call);
        EventListener::once(&document(), kind, move |_| call())
    })
}
