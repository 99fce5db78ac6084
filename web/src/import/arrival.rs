use std::ops::Deref;
use std::rc::Rc;

use yew::AttrValue;

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
