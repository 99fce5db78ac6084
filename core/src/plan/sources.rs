//! The citations that a plan refers to, written out once.

use std::sync::OnceLock;

use super::shape::{Plan, Source, Statement};
use crate::cite::{Citation, Sources};
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

/// The citations used so far, each once.
///
/// A plan refers five hundred times to a hundred and fifty citations. To find
/// the repetitions by sorting took a third of a plan's time; here each address
/// has a place in a table, and the order of all citations is worked out once.
struct Used {
    /// Addresses, zero where nothing is; never more than half full.
    table: [usize; Used::PLACES],
    /// The rank and the citation, in the order of their first use.
    once: Vec<(usize, &'static Citation)>,
}

impl Used {
    /// A power of two, more than twice the number of citations there are.
    const PLACES: usize = 1024;

    fn new() -> Self {
        Self { table: [0; Self::PLACES], once: Vec::with_capacity(256) }
    }

    fn add(&mut self, citation: &'static Citation) {
        let address = address(citation);
        // Multiplying by a large odd number spreads addresses that lie side by side.
        let start = (address as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 54;
        let places = (0..Self::PLACES as u64).map(|step| (start + step) % Self::PLACES as u64);
        for place in places {
            let Some(slot) = usize::try_from(place).ok().and_then(|place| self.table.get_mut(place)) else { return };
            if *slot == address {
                return;
            }
            if *slot == 0 {
                *slot = address;
                self.once.push((rank(address), citation));
                return;
            }
        }
    }

    fn in_order(self) -> impl Iterator<Item = &'static Citation> {
        // Each has a rank of its own: no need to compare any two.
        let mut by_rank = [None; Self::PLACES];
        for (rank, citation) in self.once {
            if let Some(place) = by_rank.get_mut(rank) {
                *place = Some(citation);
            }
        }
        by_rank.into_iter().flatten()
    }
}

fn address(citation: &'static Citation) -> usize {
    std::ptr::from_ref(citation).addr()
}

/// The place of a citation among all of them, by its address.
fn rank(address: usize) -> usize {
    static RANKS: OnceLock<Vec<(usize, usize)>> = OnceLock::new();
    let ranks = RANKS.get_or_init(|| {
        let mut all: Vec<&'static Citation> = citations().collect();
        all.sort_unstable_by_key(|citation| (!citation.page.baseline, citation.id));
        let mut ranks: Vec<(usize, usize)> =
            all.into_iter().enumerate().map(|(rank, citation)| (self::address(citation), rank)).collect();
        ranks.sort_unstable_by_key(|(address, _)| *address);
        ranks
    });
    let at = ranks.binary_search_by_key(&address, |(address, _)| *address);
    at.ok().and_then(|at| ranks.get(at)).map_or(usize::MAX, |(_, rank)| *rank)
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
        assert!(citations().count() * 2 < Used::PLACES);
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
