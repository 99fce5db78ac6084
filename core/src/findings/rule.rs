//! What every rule is made of: what it looks at, how it checks, and what it returns.

use super::RuleId;
use crate::capacity::{CapacityAccount, LocationAccount};
use crate::cite::Citation;
use crate::decide::{Decision, LocationDecision, is_to_move};
use crate::domain::{Location, PlanRequest, RegionName, Severity, Text, ZoneLayout};
use crate::migration::Account;

/// Something that is worth finding, how it is found, and the documentation behind it.
#[derive(Debug)]
pub struct Rule {
    /// Named after what is found, never after the cure.
    pub id: RuleId,
    /// How serious a finding of this rule is.
    pub severity: Severity,
    /// Completes "This rule finds …": lower case, no full stop. Shown in the reference.
    pub finds: &'static str,
    /// Whether the documentation states the rule, or we derive it.
    pub basis: Basis,
    /// The citations that the rule rests on; every finding of the rule carries them.
    pub because: &'static [&'static Citation],
    /// How it is found.
    pub(super) check: Check,
}

/// Where a rule comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr)]
#[strum(serialize_all = "camelCase")]
pub enum Basis {
    /// The documentation states it.
    Stated,
    /// We derive it from what the documentation states.
    Derived,
}

/// How a rule looks at a request.
#[derive(Debug)]
pub(super) enum Check {
    /// At most one finding, about the instance.
    Instance(fn(&Case<'_>) -> Option<Found>),
    /// At most one finding about each location.
    Location(fn(&At<'_>) -> Option<Found>),
    /// Several findings about the instance, or findings about the instance and about its locations.
    Several(fn(&Case<'_>) -> Vec<Found>),
}

impl Check {
    pub(super) fn run(&self, case: &Case<'_>) -> Vec<Found> {
        match self {
            Self::Instance(check) => check(case).into_iter().collect(),
            Self::Location(check) => case.locations().filter_map(|at| check(&at)).collect(),
            Self::Several(check) => check(case),
        }
    }
}

/// What a rule looks at: the request, and what was decided from it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Case<'a> {
    /// The answers.
    pub request: &'a PlanRequest,
    /// Platform, status, paths and layouts.
    pub decision: &'a Decision,
    /// Units and zones before and after, and the work in between.
    pub capacity: &'a CapacityAccount<'a>,
    /// What the recommended path does; `None` without one.
    pub account: Option<&'a Account<'a>>,
}

impl<'a> Case<'a> {
    /// The locations of the request, in its order.
    pub(super) fn locations(self) -> impl Iterator<Item = At<'a>> {
        let Self { request, decision, capacity, .. } = self;
        capacity.places.iter().enumerate().map(move |(index, place)| At {
            request,
            decision,
            index,
            location: place.location,
            decided: place.decided,
            place,
        })
    }
}

/// One location of a case.
#[derive(Debug, Clone, Copy)]
pub(super) struct At<'a> {
    /// The answers.
    pub request: &'a PlanRequest,
    /// What was decided for the instance.
    pub decision: &'a Decision,
    /// The position of the location in the request.
    pub index: usize,
    /// The answers about the location.
    pub location: &'a Location,
    /// What was decided for the location.
    pub decided: &'a LocationDecision,
    /// The account of this location: before and after.
    pub place: &'a LocationAccount<'a>,
}

impl At<'_> {
    /// The region as the portal writes it; a region that no list contains keeps its normalised name.
    pub(super) fn title(&self) -> Text {
        self.place.title.clone()
    }

    /// Whether zones are selected in this location, in contrast to automatic zones.
    pub(super) fn has_selected_zones(&self) -> bool {
        self.decided.stated.layout.is_some_and(ZoneLayout::is_selected)
    }

    /// Whether the location exists and is not known to run on stv2.
    pub(super) fn is_to_move(&self) -> bool {
        is_to_move(self.location, self.decision.platform)
    }

    /// A finding about this location.
    pub(super) fn found(&self, what: impl Into<Text>, instead: impl Into<Text>) -> Found {
        Found { location: Some(self.location.name.clone()), what: what.into(), instead: instead.into() }
    }
}

/// What a rule returns, with the figures of the request in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    /// The location it concerns, if it concerns a single one.
    pub location: Option<RegionName>,
    /// What is the matter.
    pub what: Text,
    /// What to do about it.
    pub instead: Text,
}

impl Found {
    /// A finding about the instance.
    pub(super) fn new(what: impl Into<Text>, instead: impl Into<Text>) -> Self {
        Self { location: None, what: what.into(), instead: instead.into() }
    }
}
