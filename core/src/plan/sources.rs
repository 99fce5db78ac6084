//! The citations that a plan refers to, written out once.

use std::collections::BTreeMap;
use std::ops::Deref;

use serde::{Serialize, Serializer};

use super::options::SourceForm;
use super::shape::Plan;
use crate::cite::{Citation, Source, Sources, Statement};
use crate::facts::sources::citations;

/// The sources of a plan: the primary pages first, then by page and place. Written in full, or as a list of ids.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SourceList {
    sources: Vec<Source>,
    form: SourceForm,
}

impl Deref for SourceList {
    type Target = [Source];

    fn deref(&self) -> &[Source] {
        &self.sources
    }
}

impl<'a> IntoIterator for &'a SourceList {
    type Item = &'a Source;
    type IntoIter = std::slice::Iter<'a, Source>;

    fn into_iter(self) -> Self::IntoIter {
        self.sources.iter()
    }
}

impl Serialize for SourceList {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.form {
            SourceForm::Full => self.sources.serialize(serializer),
            SourceForm::Ids => serializer.collect_seq(self.iter().map(|source| source.id)),
        }
    }
}

/// Every source that a plan can name, in the order in which plans list them.
pub fn all_sources() -> Vec<Source> {
    written(citations())
}

/// Every citation of the plan.
pub(super) fn sources(plan: &Plan, form: SourceForm) -> SourceList {
    let mut used: Vec<&'static Citation> = Vec::new();
    collect(plan, &mut |sources| used.extend(sources.iter()));
    used.extend(plan.disagreements.iter().flat_map(|disagreement| &disagreement.sides).map(|side| side.source));
    used.extend(plan.paths.iter().flat_map(|path| &path.retention.later_pages).map(|page| page.source));
    SourceList { sources: written(used), form }
}

/// Each once and in order.
fn written(citations: impl IntoIterator<Item = &'static Citation>) -> Vec<Source> {
    let by_place: BTreeMap<_, _> =
        citations.into_iter().map(|citation| ((!citation.page.baseline, citation.id), citation)).collect();
    by_place.into_values().map(Source::from).collect()
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
        path.portal_steps.iter().for_each(|step| see(&step.sources));
        path.back_out.iter().for_each(|back_out| statements(&back_out.after, see));
    }
    plan.table.iter().for_each(|row| see(&row.sources));
    plan.ports.iter().for_each(|port| see(&port.sources));
    plan.findings.iter().for_each(|finding| see(&finding.sources));
    plan.changes.iter().for_each(|change| see(&change.sources));
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
        if let Some(autoscale) = &location.autoscale {
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
        let all = written(citations().chain(citations()));
        assert_eq!(all.len(), citations().count());
        assert!(all.is_sorted_by_key(|source| (!source.baseline, source.id)));
    }
}
