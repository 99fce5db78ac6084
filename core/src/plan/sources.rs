//! The citations that a plan refers to, written out once.

use std::sync::OnceLock;

use super::shape::{Plan, Source, Statement};
use crate::cite::{Citation, Sources};
use crate::facts::sources::citations;
use crate::model::arrange;

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
/// the order of all citations, which is worked out once, takes a twentieth.
struct Used {
    order: &'static Order,
    bits: [u64; Order::PLACES / 128],
}

impl Used {
    fn new() -> Self {
        static ORDER: OnceLock<Order> = OnceLock::new();
        Self { order: ORDER.get_or_init(Order::new), bits: [0; Order::PLACES / 128] }
    }

    fn add(&mut self, citation: &'static Citation) {
        if let Some(rank) = self.order.rank(citation)
            && let Some(bits) = self.bits.get_mut(rank / 64)
        {
            *bits |= 1 << (rank % 64);
        }
    }

    fn in_order(self) -> impl Iterator<Item = &'static Citation> {
        let Self { order, bits } = self;
        let all = order.all.iter().enumerate();
        all.filter(move |(rank, _)| bits.get(rank / 64).is_some_and(|bits| bits & (1 << (rank % 64)) != 0))
            .map(|(_, citation)| *citation)
    }
}

/// All citations: the primary pages first, then by page and place.
struct Order {
    all: Vec<&'static Citation>,
    /// Addresses and ranks, spread by the address; an address of zero where nothing is.
    places: Vec<(usize, usize)>,
}

impl Order {
    /// A power of two, more than twice the number of citations there are.
    const PLACES: usize = 1024;

    fn new() -> Self {
        let mut all: Vec<&'static Citation> = citations().collect();
        arrange(&mut all, |citation| (!citation.page.baseline, citation.id));
        let mut places = vec![(0, 0); Self::PLACES];
        for (rank, citation) in all.iter().enumerate() {
            let address = address(citation);
            let free = walk(address).find(|place| places.get(*place).is_some_and(|(taken, _)| *taken == 0));
            if let Some(place) = free.and_then(|place| places.get_mut(place)) {
                *place = (address, rank);
            }
        }
        Self { all, places }
    }

    fn rank(&self, citation: &'static Citation) -> Option<usize> {
        let wanted = address(citation);
        let places = walk(wanted).map_while(|place| self.places.get(place).filter(|(address, _)| *address != 0));
        places.into_iter().find(|(address, _)| *address == wanted).map(|(_, rank)| *rank)
    }
}

fn address(citation: &'static Citation) -> usize {
    std::ptr::from_ref(citation).addr()
}

/// The places where an address may be, the likeliest first.
fn walk(address: usize) -> impl Iterator<Item = usize> {
    // Multiplying by a large odd number spreads addresses that lie side by side.
    let start = (address as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 54;
    (0..Order::PLACES as u64).filter_map(move |step| usize::try_from((start + step) % Order::PLACES as u64).ok())
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
        location.autoscale.iter().for_each(|autoscale| see(&autoscale.because.sources));
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
    fn the_table_has_room_for_every_citation() {
        assert!(citations().count() * 2 < Order::PLACES);
    }

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
