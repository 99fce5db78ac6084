//! What the reader has switched off to see what remains. Never part of an answer, a link or a file.

use apim_plan::model::RegionName;

/// The zones and the region that are lost.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Losses {
    zones: Vec<(RegionName, u32)>,
    region: Option<RegionName>,
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
        self.zones.iter().find(|(name, _)| name == region).map(|(_, zone)| *zone)
    }

    /// The region that is lost.
    pub fn region(&self) -> Option<&RegionName> {
        self.region.as_ref()
    }

    /// After the switch was turned.
    #[must_use]
    pub fn with(mut self, loss: Loss) -> Self {
        match loss {
            Loss::Zone(region, zone) => {
                self.zones.retain(|(name, _)| *name != region);
                self.zones.extend(zone.map(|zone| (region, zone)));
            }
            Loss::Region(region) => self.region = region,
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(clippy::unwrap_used, reason = "the name is written here")]
    fn a_zone_of_one_region_is_lost_and_given_back_alone() {
        let (west, north) = (RegionName::new("West Europe").unwrap(), RegionName::new("North Europe").unwrap());
        let losses = Losses::default().with(Loss::Zone(west.clone(), Some(2))).with(Loss::Zone(north.clone(), Some(1)));
        assert_eq!((losses.zone(&west), losses.zone(&north)), (Some(2), Some(1)));
        let losses = losses.with(Loss::Zone(west.clone(), Some(3))).with(Loss::Zone(north.clone(), None));
        assert_eq!((losses.zone(&west), losses.zone(&north)), (Some(3), None));
    }
}
