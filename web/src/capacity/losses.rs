//! What the reader has switched off to see what remains. Never part of an answer, a link or a file.

use std::collections::BTreeMap;
use std::rc::Rc;

use apim_plan::RegionName;

/// The zones and the region that are lost.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Losses {
    /// By region the zone that is lost, counted from one.
    pub zones: Rc<BTreeMap<RegionName, u32>>,
    /// The region that is lost.
    pub region: Option<RegionName>,
}

/// A turn of a switch; `None` gives back what was lost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Loss {
    /// A zone of a region, counted from one.
    Zone(RegionName, Option<u32>),
    /// A region as a whole.
    Region(Option<RegionName>),
}

impl Losses {
    /// The zone that is lost in a region.
    pub fn zone(&self, region: &RegionName) -> Option<u32> {
        self.zones.get(region).copied()
    }

    /// Whether a region is lost as a whole.
    pub fn is_lost(&self, region: &RegionName) -> bool {
        self.region.as_ref() == Some(region)
    }
}
