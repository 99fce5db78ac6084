//! The citations that a plan refers to, written out once.

use std::sync::OnceLock;

use super::Plan;
use crate::cite::{Citation, Source, Sources, Statement};
use crate::facts::sources::citations;

/// Every citation of the plan: the primary pages first, then by page and place.
pub(super) fn sources(plan: &Plan) -> Vec<Source> {
    let mut used = Used::new();
    collect(plan, &mut |sources| sources.iter().for_each(|citation| used.add(citation)));
    for disagreement in &plan.disagreements {
        disagreement.sides.iter().for_each(|side| used.add(side.source));
    }
    for page in plan.paths.iter().flat_map(|path| &path.retention.later_pages) {
        used.add(page.source);
    }
    used.in_order().map(Source::from).collect()
}

/// The citations used so far: a bit for each, in the order in which they are listed.
///
/// A plan refers five hundred times to a hundred and fifty citations. To find
/// the repetitions by sorting took a third of a plan's time; to look each up in
/// the order of all citations, which is worked out once, takes a thirtieth.
struct Used {
    order: &'static Order,
    bits: Vec<bool>,
}

impl Used {
    fn new() -> Self {
        static ORDER: OnceLock<Order> = OnceLock::new();
        let order = ORDER.get_or_init(Order::new);
        Self { order, bits: vec![false; order.all.len()] }
    }

    fn add(&mut self, citation: &'static Citation) {
        let rank = self.order.ranks.get(place(citation).wrapping_sub(self.order.first));
        if let Some(used) = rank.and_then(|rank| self.bits.get_mut(usize::from(*rank))) {
            *used = true;
        }
    }

    fn in_order(&self) -> impl Iterator<Item = &'static Citation> {
        self.order.all.iter().zip(&self.bits).filter(|(_, used)| **used).map(|(citation, _)| *citation)
    }
}

/// All citations: the primary pages first, then by page and place.
struct Order {
    all: Vec<&'static Citation>,
    /// The lowest place of all.
    first: usize,
    /// Where a citation stands in the order, by its place behind the first.
    ranks: Vec<u16>,
}

impl Order {
    fn new() -> Self {
        let mut all: Vec<&'static Citation> = citations().collect();
        all.sort_by_key(|citation| (!citation.page.baseline, citation.id));
        let first = all.iter().map(|citation| place(citation)).min().unwrap_or_default();
        let mut ranks = Vec::new();
        for (rank, citation) in (0..).zip(&all) {
            let place = place(citation) - first;
            if ranks.len() <= place {
                ranks.resize(place + 1, u16::MAX);
            }
            if let Some(free) = ranks.get_mut(place) {
                *free = rank;
            }
        }
        Self { all, first, ranks }
    }
}

/// Its address, counted in citations: they do not overlap, so no two are at one place, and the linker puts constants
/// together.
fn place(citation: &'static Citation) -> usize {
    std::ptr::from_ref(citation).addr() / size_of::<Citation>()
}

/// Shows every list of citations in the plan to `see`.
fn collect(plan: &Plan, see: &mut impl FnMut(&Sources)) {
    fn statements(list: &[Statement], see: &mut impl FnMut(&Sources)) {
        for statement in list {
            see(&statement.sources);
        }
    }
    statements(&plan.platform.because, see);
    for path in &plan.paths {
        statements(&path.reasons, see);
        for sources in [
            &path.downtime.sources,
            &path.retention.sources,
            &path.lock_sources,
            &path.duration_minutes.sources,
            &path.address_sources,
            &path.tool_sources,
        ] {
            see(sources);
        }
        path.actions.iter().for_each(|action| see(&action.sources));
        path.commands.iter().for_each(|command| see(&command.sources));
    }
    plan.table.iter().for_each(|row| see(&row.sources));
    plan.ports.iter().for_each(|port| see(&port.sources));
    plan.findings.iter().for_each(|finding| see(&finding.sources));
    let capacity = &plan.capacity;
    for location in &capacity.locations {
        for sources in [
            &location.zone_support_sources,
            &location.zone_down.sources,
            &location.region_down.sources,
            &location.ip.sources,
            &location.change_minutes.sources,
            &location.gateway_downtime_sources,
        ] {
            see(sources);
        }
        statements(&location.steps, see);
        location.options.iter().for_each(|option| see(&option.reason.sources));
        location.units_needed.iter().for_each(|needed| see(&needed.because.sources));
        for autoscale in &location.autoscale {
            see(&autoscale.because.sources);
            statements(&autoscale.notes, see);
        }
        location.subnet.iter().for_each(|subnet| see(&subnet.sources));
    }
    capacity.region_loss.iter().for_each(|loss| see(&loss.sources));
    capacity.order.iter().for_each(|step| see(&step.sources));
    statements(&capacity.avoid, see);
    capacity.at_once.iter().for_each(|statement| see(&statement.sources));
    capacity.reliability.iter().for_each(|topic| statements(&topic.statements, see));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_citation_comes_out_once_and_in_order() {
        let mut used = Used::new();
        for citation in citations().chain(citations()) {
            used.add(citation);
        }
        let order: Vec<_> = used.in_order().map(|citation| (!citation.page.baseline, citation.id)).collect();
        assert_eq!(order.len(), citations().count());
        assert!(order.is_sorted_by(|one, other| one < other), "sorted, and no name twice");
    }
}
