//! Ticked steps. A runbook is worked through once for each instance, so ticks belong to one.

use std::collections::BTreeSet;
use std::rc::Rc;

use apim_plan::PlanRequest;

use super::AnswersState;

impl AnswersState {
    /// The steps that are ticked of this instance.
    pub fn ticked(&self) -> BTreeSet<String> {
        let of = self.owner();
        self.ticks.iter().map(|tick| owned(tick)).filter(|(owner, _)| *owner == of).map(|(_, step)| step.to_owned()).collect()
    }

    /// The instance whose ticks these are.
    pub(super) fn owner(&self) -> String {
        whose(&self.request)
    }

    pub(super) fn tick(&mut self, step: &str) {
        let tick = of_owner(&self.owner(), step);
        let ticks = Rc::make_mut(&mut self.ticks);
        if !ticks.remove(&tick) {
            ticks.insert(tick);
        }
    }

    /// Ticks go with the instance when it is given another name.
    pub(super) fn rename_ticks(&mut self, from: &str) {
        let to = self.owner();
        let renamed = |tick: &String| match owned(tick) {
            (owner, step) if owner == from => of_owner(&to, step),
            _ => tick.clone(),
        };
        if from != to && !self.ticks.is_empty() {
            self.ticks = Rc::new(self.ticks.iter().map(renamed).collect());
        }
    }

    /// Forgets the ticks of this instance.
    pub(super) fn clear_ticks(&mut self) {
        let of = self.owner();
        Rc::make_mut(&mut self.ticks).retain(|tick| owned(tick).0 != of);
    }
}

/// The names of an instance, whose ticks are its own; empty for one without any.
pub(super) fn whose(request: &PlanRequest) -> String {
    let names = [&request.subscription_id, &request.resource_group, &request.name];
    names.iter().filter_map(|name| name.as_deref()).collect::<Vec<_>>().join("/").to_ascii_lowercase()
}

/// A tick as it is kept: whose it is, and of which step.
fn of_owner(owner: &str, step: &str) -> String {
    if owner.is_empty() { step.to_owned() } else { [owner, "\t", step].concat() }
}

fn owned(tick: &str) -> (&str, &str) {
    tick.rsplit_once('\t').unwrap_or(("", tick))
}
