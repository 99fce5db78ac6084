//! Properties in, HTML out: no context, no platform.

mod cites;
mod finding_item;
mod icon;
mod notice;
mod seg;
mod stepper;

pub use cites::{Cites, CitesProps, SourceNotes, SourceNotesProps};
pub use finding_item::{FindingItem, FindingItemProps};
pub use icon::{Icon, IconProps, Sign, Sprite};
pub use notice::{Notice, NoticeKind, NoticeProps};
pub use seg::{Seg, SegProps};
pub use stepper::{Stepper, StepperProps};
