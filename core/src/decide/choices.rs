//! The layouts that a location could have, with the units that each takes, and which of them is recommended.

use std::cmp::Reverse;

use super::sizing;
use super::zones::{Aim, zones_of};
use crate::domain::{Verdict, ZoneCount, ZoneLayout, ZoneSupport};

/// A layout with its units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// Which layout.
    pub layout: ZoneLayout,
    /// How many units it takes.
    pub units: u32,
    /// `None` for automatic.
    pub units_per_zone: Option<u32>,
    /// `None` for automatic.
    pub surviving_units: Option<u32>,
    /// `None` without a goal, and for automatic while a zone outage must be survived.
    pub meets_goal: Option<bool>,
    /// What the plan says of it.
    pub verdict: Verdict,
}

/// Up to four layouts, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choices {
    all: [Choice; 4],
    count: usize,
}

/// What the layouts of one location are sized for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Demand {
    /// The layout that the location has or is to have, as far as tier and region allow it.
    pub present: Option<ZoneLayout>,
    /// The units that it has; `None` = not answered.
    pub now: Option<u32>,
    /// The units that serve the peak load while everything is available. Not measured, the present ones.
    pub at_peak: u32,
    /// Whether the peak load is answered or measured.
    pub peak_is_known: bool,
    /// The units that must remain after a zone outage.
    pub after_loss: u32,
    /// The units that must be there for the outage of any other region.
    pub carry: u32,
    /// The most units that the location may have.
    pub limit: u32,
    /// What must be survived.
    pub aim: Aim,
}

/// In the order of the zones that they have.
const LAYOUTS: [ZoneLayout; 4] = [
    ZoneLayout::Automatic {},
    ZoneLayout::Zonal {},
    ZoneLayout::Redundant { zones: ZoneCount::TWO },
    ZoneLayout::Redundant { zones: ZoneCount::THREE },
];

impl Choices {
    /// The layouts that tier and region allow.
    ///
    /// Without zones there is one, whose zones Azure selects; where zone support is unknown, all four are possible.
    /// Consumption has no units to lay out.
    pub(super) fn of(support: ZoneSupport, demand: &Demand) -> Self {
        let count = match support {
            _ if demand.limit == 0 => 0,
            ZoneSupport::Yes | ZoneSupport::Unknown => LAYOUTS.len(),
            ZoneSupport::No | ZoneSupport::TierLacksZones | ZoneSupport::OnlyAtCreation => 1,
        };
        let mut all = LAYOUTS.map(|layout| demand.choice(layout, demand.wanted(layout)));
        if let Some(open) = all.get_mut(..count) {
            let met = open.iter().any(|choice| choice.verdict != Verdict::RuledOut && choice.meets_goal == Some(true));
            if demand.aim.is_set() && !met {
                for choice in open.iter_mut() {
                    *choice = demand.most(choice.layout);
                }
            }
            open.sort_by_key(|choice| demand.rank(choice, met));
            if let Some(best) = open.first_mut().filter(|best| best.verdict == Verdict::Possible) {
                best.verdict = Verdict::Recommended;
            }
        }
        Self { all, count }
    }

    /// The layouts, the best first.
    pub fn iter(&self) -> impl Iterator<Item = &Choice> {
        self.all.iter().take(self.count)
    }

    /// The best layout; `None` if every one exceeds the limit.
    pub fn recommended(&self) -> Option<&Choice> {
        self.iter().next().filter(|first| first.verdict == Verdict::Recommended)
    }

    /// The layout with the fewest units that would meet the goals, whatever the limit.
    pub fn least(&self, demand: &Demand) -> Option<(ZoneLayout, u32)> {
        self.iter().map(|choice| (choice.layout, demand.wanted(choice.layout))).min_by_key(|(layout, units)| {
            let promises_nothing = demand.aim.zone && zones_shared(*layout) == 1;
            (promises_nothing, *units)
        })
    }
}

/// The zones across which the units are distributed evenly; 1 where no multiple is required.
pub(super) const fn zones_shared(layout: ZoneLayout) -> u32 {
    match layout {
        ZoneLayout::Automatic {} | ZoneLayout::Zonal {} => 1,
        ZoneLayout::Redundant { zones } => zones.get(),
    }
}

/// What remains after an outage of the fullest zone; `None` for automatic.
pub(super) const fn surviving(layout: ZoneLayout, units: u32) -> Option<u32> {
    match layout {
        ZoneLayout::Automatic {} => None,
        ZoneLayout::Zonal {} => Some(0),
        ZoneLayout::Redundant { zones } => Some(units - units.div_ceil(zones.get())),
    }
}

impl Demand {
    /// The units that the goals alone take in a layout.
    pub fn for_goals(&self, layout: ZoneLayout) -> u32 {
        let zone = match layout {
            _ if !self.aim.zone => 0,
            ZoneLayout::Automatic {} | ZoneLayout::Zonal {} => self.after_loss,
            ZoneLayout::Redundant { zones } => sizing::outliving_a_zone(self.after_loss, zones),
        };
        let region = if self.aim.region { sizing::evenly(self.carry, zones_shared(layout)) } else { 0 };
        zone.max(region)
    }

    /// The units that peak load and goals take in a layout.
    fn wanted(&self, layout: ZoneLayout) -> u32 {
        sizing::evenly(self.at_peak, zones_shared(layout)).max(self.for_goals(layout))
    }

    /// As many units as a layout can hold, where no layout meets the goals.
    ///
    /// Units are never cut for a goal that can't be met: not below the peak load, and not below the present units beyond
    /// the nearest multiple.
    fn most(&self, layout: ZoneLayout) -> Choice {
        let zones = zones_shared(layout);
        let now = self.now.unwrap_or(0);
        let wanted = self.wanted(layout).max(sizing::evenly(now, zones));
        let held = wanted.min(self.limit - self.limit % zones);
        let least = if self.peak_is_known { self.at_peak } else { now - now % zones };
        self.choice(layout, if held < least.max(1) { wanted } else { held })
    }

    fn choice(&self, layout: ZoneLayout, units: u32) -> Choice {
        let surviving_units = surviving(layout, units);
        let zone_outage = match layout {
            ZoneLayout::Automatic {} => None,
            ZoneLayout::Zonal {} => Some(false),
            ZoneLayout::Redundant { .. } => Some(surviving_units >= Some(self.after_loss)),
        };
        let region_outage = self.aim.several && units >= self.carry;
        Choice {
            layout,
            units,
            units_per_zone: match layout {
                ZoneLayout::Automatic {} => None,
                ZoneLayout::Zonal {} => Some(units),
                ZoneLayout::Redundant { zones } => Some(units / zones.get()),
            },
            surviving_units,
            meets_goal: match (self.aim.zone, self.aim.region) {
                (false, false) => None,
                (false, true) => Some(region_outage),
                (true, false) => zone_outage,
                (true, true) => zone_outage.map(|met| met && region_outage),
            },
            verdict: if units > self.limit { Verdict::RuledOut } else { Verdict::Possible },
        }
    }

    /// Smaller is better.
    ///
    /// Without the goal to survive a zone outage the present zones stay, and only units change. With it: what meets the
    /// goals, with the fewest units, then the present layout, then more zones. Where nothing meets them: what leaves most
    /// for certain.
    fn rank(&self, choice: &Choice, met: bool) -> (bool, Reverse<u32>, u8, u32, bool, Reverse<u32>) {
        let present = self.present == Some(choice.layout);
        let for_certain = if self.aim.zone && !met { choice.surviving_units.unwrap_or(0) } else { 0 };
        let kind = match choice.layout {
            _ if self.aim.zone && choice.meets_goal == Some(true) => 0,
            _ if !self.aim.zone && present => 0,
            ZoneLayout::Automatic {} => 1,
            ZoneLayout::Redundant { .. } => 2,
            ZoneLayout::Zonal {} => 3,
        };
        let zones = Reverse(zones_of(choice.layout).unwrap_or(0));
        (choice.verdict == Verdict::RuledOut, Reverse(for_certain), kind, choice.units, !present, zones)
    }
}
