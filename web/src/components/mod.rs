//! Properties in, HTML out: no context, no platform.

pub mod capacity;
mod cites;
mod finding_item;
mod header;
mod icon;
mod menu;
mod notice;
mod seg;
mod stepper;

pub use cites::{Cites, CitesProps, SourceNotes, SourceNotesProps};
pub use finding_item::{FindingItem, FindingItemProps};
pub use header::{Header, HeaderProps};
pub use icon::{Icon, IconProps, Sign, Sprite};
pub use menu::{Menu, MenuItem, MenuProps};
pub use notice::{Notice, NoticeKind, NoticeProps};
pub use seg::{Seg, SegProps};
pub use stepper::{Stepper, StepperProps};
