//! Zones as resources name them.

use crate::domain::ZoneLayout;

/// Numbers of availability zones. They are logical: which two of three is the reader's choice.
pub(super) const fn named(layout: ZoneLayout) -> &'static [&'static str] {
    match layout {
        ZoneLayout::Automatic {} => &[],
        ZoneLayout::Zonal {} => &["1"],
        ZoneLayout::Redundant { zones } => {
            if zones.get() == 2 {
                &["1", "2"]
            } else {
                ALL
            }
        }
    }
}

/// A public IP address is zone-redundant where zones are planned.
pub(super) const ALL: &[&str] = &["1", "2", "3"];
