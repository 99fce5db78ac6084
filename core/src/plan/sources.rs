//! The citations that a plan refers to, written out once.

use super::shape::{Plan, Source, Statement};
use crate::cite::{Citation, Sources};

/// Every citation of the plan: the primary pages first, then by page and place.
pub(super) fn sources(plan: &Plan) -> Vec<Source> {
    let mut used: Vec<&'static Citation> = Vec::with_capacity(512);
    collect(plan, &mut |sources| used.extend(sources.iter()));
    for disagreement in &plan.disagreements {
        used.extend(disagreement.sides.iter().map(|side| side.source));
    }
    for page in plan.paths.iter().flat_map(|path| &path.retention.later_pages) {
        used.push(page.source);
    }
    // By address first: pointers compare faster than names, and most are repetitions.
    used.sort_unstable_by_key(|citation| std::ptr::from_ref(*citation));
    used.dedup_by_key(|citation| std::ptr::from_ref(*citation));
    used.sort_unstable_by_key(|citation| (!citation.page.baseline, citation.id));
    used.into_iter().map(Source::from).collect()
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
