//! A whole set of answers takes the place of another, which can be brought back.

use std::collections::BTreeSet;
use std::rc::Rc;

use apim_plan::{Field, PlanRequest};

use super::AnswersState;
use super::ticks::whose;

/// Answers that something else took the place of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replaced {
    /// The answers to bring back.
    pub request: Rc<PlanRequest>,
    /// By what.
    pub by: Origin,
    /// The ticks of that day.
    ticks: Rc<BTreeSet<String>>,
}

/// Where a whole set of answers comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// What this browser kept from the last visit.
    Kept,
    /// A link.
    Link,
    /// A file of answers.
    File,
    /// The description of an instance.
    Description,
    /// An instance of the fleet.
    Fleet,
    /// Nothing: they were cleared.
    Cleared,
}

impl AnswersState {
    /// Takes a whole set of answers: new locations, nothing seen yet, nothing half typed.
    pub(super) fn take(&mut self, request: Rc<PlanRequest>, origin: Origin) {
        let first = self.next_key;
        let count = u32::try_from(request.locations.len()).unwrap_or(u32::MAX);
        self.next_key = first.saturating_add(count);
        self.keys = (first..self.next_key).collect();
        let read = match origin {
            Origin::Description => self.answered(&request),
            Origin::Kept | Origin::Link | Origin::File | Origin::Fleet | Origin::Cleared => BTreeSet::new(),
        };
        self.read = Rc::new(read);
        self.request = request;
        if self.request.as_of.is_some() {
            Rc::make_mut(&mut self.request).as_of = None;
        }
        self.seen = Rc::default();
        self.touched = None;
        self.drafts = Rc::default();
        self.lost = Rc::default();
        self.autoscaling = false;
        self.trial = None;
        self.has_begun = !self.is_empty();
    }

    /// Takes a whole set of answers and keeps those that were here, to be brought back.
    pub(super) fn load(&mut self, request: Rc<PlanRequest>, origin: Origin) {
        let mine = self.settled();
        let replaced = (!self.is_empty() && mine != request)
            .then(|| Rc::new(Replaced { request: mine, by: origin, ticks: self.ticks.clone() }));
        if origin == Origin::Cleared {
            self.clear_ticks();
        }
        self.take(request, origin);
        self.before = replaced;
    }

    /// Takes what a description says, and of the same instance leaves the rest.
    pub(super) fn fill(&mut self, described: &Rc<PlanRequest>) {
        let mine = self.settled();
        let is_same = is_same(&mine, described);
        let request = if is_same { Rc::new(self.questionnaire.completed(described, &mine)) } else { described.clone() };
        self.load(request, Origin::Description);
        self.read = Rc::new(self.answered(described));
        if is_same {
            self.rename_ticks(&whose(&mine));
        }
    }

    pub(super) fn bring_back(&mut self) {
        if let Some(before) = self.before.take() {
            self.take(before.request.clone(), Origin::Kept);
            if before.by == Origin::Cleared {
                self.ticks = before.ticks.clone();
            }
        }
    }

    fn answered(&self, request: &PlanRequest) -> BTreeSet<Field> {
        let questions = self.questionnaire.questions.iter();
        questions.filter(|question| question.kind.is_answered(request)).map(|question| question.field).collect()
    }
}

/// Whether a description may be of the instance that these answers are about: they have no name, or the same one.
pub fn is_same(answered: &PlanRequest, described: &PlanRequest) -> bool {
    answered.name.is_none() || answered.name == described.name
}
