//! Which parts of the page are on the screen.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{IntersectionObserver, IntersectionObserverEntry};

use super::element;

/// Knows which of the watched elements are on the screen, without asking the browser to lay out the page in the middle of a change.
pub struct Sight {
    seen: Rc<RefCell<BTreeSet<String>>>,
    observer: Option<IntersectionObserver>,
    _tell: Closure<dyn Fn(Box<[IntersectionObserverEntry]>)>,
}

impl Default for Sight {
    fn default() -> Self {
        let seen = Rc::<RefCell<BTreeSet<String>>>::default();
        let tell = Closure::<dyn Fn(Box<[IntersectionObserverEntry]>)>::new({
            let seen = Rc::clone(&seen);
            move |entries: Box<[IntersectionObserverEntry]>| {
                let mut seen = seen.borrow_mut();
                for entry in &entries {
                    if entry.is_intersecting() {
                        seen.insert(entry.target().id());
                    } else {
                        seen.remove(&entry.target().id());
                    }
                }
            }
        });
        let observer = IntersectionObserver::new(tell.as_ref().unchecked_ref()).ok();
        Self { seen, observer, _tell: tell }
    }
}

impl Sight {
    /// Watches the elements with these ids that there are now. What is watched already stays so.
    pub fn watch(&self, ids: &[&str]) {
        let Some(observer) = &self.observer else { return };
        ids.iter().filter_map(|id| element(id)).for_each(|element| observer.observe(&element));
    }

    /// Whether any of the element with that id is on the screen, as of the last frame.
    pub fn has(&self, id: &str) -> bool {
        self.seen.borrow().contains(id)
    }
}

impl Drop for Sight {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}
