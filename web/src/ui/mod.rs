//! Parts of any page: icons, choices, numbers, menus, notices. They know nothing of API Management.

mod copy_button;
mod icon;
mod menu;
mod notice;
mod say;
mod segmented;
mod sign;
mod stepper;
mod tabs;

pub use copy_button::{CopyButton, CopyButtonProps};
pub use icon::{icon, logo, sprite, turning_icon};
pub use menu::{MenuItem, items, menu};
pub use notice::{NoticeKind, notice};
pub use say::{Say, use_say, use_saying};
pub use segmented::segmented;
pub use sign::Sign;
pub use stepper::{StepperProps, stepper};
pub use tabs::tabs;
