//! Preflight: what the migration page asks for beforehand, held against what is known of an instance.
//!
//! Nothing is decided here about the path: the checks are those of the path that the plan recommends. A check passes only on
//! what a description states; an absent value is never taken for a good one.

mod commands;
mod instance;
mod network;
mod rules;
mod shape;

use std::collections::BTreeMap;

use crate::cite::{Source, Sources};
use crate::decide::{Decision, decide};
use crate::domain::{Location, Owner, PathId, PlanRequest, RegionName, Status, Text, Vnet};
use crate::import::{Imported, LocationExtras, LocationNetwork};
use crate::plan::{PathSelection, Plan, PlanOptions, SourceForm, plan_with};

pub use shape::{CheckResult, Preflight, PreflightCheck, PreflightCommand, PreflightFinding, Readiness};

/// Which prerequisites apply.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Prerequisites {
    /// The instance keeps its subnet.
    SameSubnet,
    /// The instance moves to another subnet, and possibly back.
    NewSubnet { returns: bool },
    /// The instance is in no virtual network.
    InPlace,
    /// The path is carried out by other means, or is not known.
    Other,
}

/// Holds the prerequisites of the recommended path against a description.
pub fn preflight(imported: &Imported) -> Preflight {
    let request = &imported.request;
    let decision = decide(request);
    let options = PlanOptions { paths: PathSelection::Recommended, sources: SourceForm::Ids };
    let plan = plan_with(request, options);
    let name = request.name.clone();
    if matches!(plan.status, Status::Migrated | Status::NotAffected) {
        return Preflight {
            name,
            path: None,
            verdict: Readiness::NothingToDo,
            headline: plan.headline,
            failed: 0,
            not_known: 0,
            passed: 0,
            checks: Vec::new(),
            sources: Vec::new(),
        };
    }
    let mut checker = Checker { imported, plan: &plan, decision: &decision, checks: Vec::new() };
    let prerequisites = prerequisites(plan.recommended, request.vnet);
    checker.instance(prerequisites);
    match prerequisites {
        Prerequisites::SameSubnet => checker.same_subnet(),
        Prerequisites::NewSubnet { returns } => checker.new_subnet(returns),
        Prerequisites::InPlace | Prerequisites::Other => {}
    }
    let mut checks = checker.checks;
    // Sorting is stable: within a result, what blocks comes first, then the order is that of the checks.
    checks.sort_by_key(|check| (check.result, !check.blocks));
    let count = |result| u32::try_from(checks.iter().filter(|check| check.result == result).count()).unwrap_or(u32::MAX);
    let verdict = verdict(&checks);
    let used: BTreeMap<_, _> = checks
        .iter()
        .flat_map(|check| check.sources.iter())
        .map(|citation| ((!citation.page.baseline, citation.id), Source::from(citation)))
        .collect();
    Preflight {
        name,
        path: plan.recommended,
        verdict,
        headline: headline(&checks, verdict),
        failed: count(CheckResult::Failed),
        not_known: count(CheckResult::NotKnown),
        passed: count(CheckResult::Passed),
        checks,
        sources: used.into_values().collect(),
    }
}

fn prerequisites(path: Option<PathId>, vnet: Option<Vnet>) -> Prerequisites {
    match path {
        Some(PathId::SameSubnetPreserveVip | PathId::SameSubnetNewVip) => Prerequisites::SameSubnet,
        Some(PathId::NewSubnetKeep48h) => Prerequisites::NewSubnet { returns: false },
        Some(PathId::NewSubnetReturn) => Prerequisites::NewSubnet { returns: true },
        Some(PathId::InPlacePreserveVip | PathId::InPlaceNewVip) => Prerequisites::InPlace,
        Some(PathId::EnableZoneRedundancy | PathId::InjectIntoVnet | PathId::SideBySide) => Prerequisites::Other,
        None => match vnet {
            Some(Vnet::External | Vnet::Internal) => Prerequisites::SameSubnet,
            Some(Vnet::None) => Prerequisites::InPlace,
            None => Prerequisites::Other,
        },
    }
}

fn verdict(checks: &[PreflightCheck]) -> Readiness {
    let blocking = |result| checks.iter().any(|check| check.blocks && check.result == result);
    if blocking(CheckResult::Failed) {
        Readiness::NotReady
    } else if blocking(CheckResult::NotKnown) {
        Readiness::NotKnown
    } else {
        Readiness::Ready
    }
}

fn headline(checks: &[PreflightCheck], verdict: Readiness) -> Text {
    let count = |result, blocks| checks.iter().filter(|check| check.result == result && check.blocks == blocks).count();
    let prerequisites = |count: usize| match count {
        1 => "1 prerequisite".to_owned(),
        count => format!("{count} prerequisites"),
    };
    let autoscale = checks.iter().any(|check| check.id == "autoscale" && check.result == CheckResult::Failed);
    let at_start = if autoscale { ", and disable autoscale at its start" } else { "" };
    match verdict {
        Readiness::NotReady => {
            let failed = prerequisites(count(CheckResult::Failed, true));
            format!("Correct {failed} before the migration window{at_start}.").into()
        }
        Readiness::NotKnown => {
            let open = prerequisites(count(CheckResult::NotKnown, true));
            format!("Check {open} before the migration window{at_start}: the description does not tell.").into()
        }
        Readiness::Ready if autoscale => "The migration can start. Disable autoscale when the window starts.".into(),
        Readiness::Ready => "The migration can start: every prerequisite that a description can show is met.".into(),
        Readiness::NothingToDo => Text::default(),
    }
}

/// Collects the checks.
struct Checker<'a> {
    imported: &'a Imported,
    plan: &'a Plan,
    decision: &'a Decision,
    checks: Vec<PreflightCheck>,
}

/// A location with everything that is known of it.
#[derive(Clone, Copy)]
struct CheckedLocation<'a> {
    index: usize,
    location: &'a Location,
    extras: Option<&'a LocationExtras>,
}

impl<'a> CheckedLocation<'a> {
    fn network(self) -> Option<&'a LocationNetwork> {
        self.extras?.network.as_ref()
    }

    /// `vnet-neu/snet-apim (10.40.0.0/28)`.
    fn subnet(self) -> Option<Text> {
        let network = self.network()?;
        let name = network.subnet.as_deref()?;
        Some(match &network.range {
            Some(range) => format!("{name} ({range})").into(),
            None => name.to_owned().into(),
        })
    }

    fn finding(self, result: CheckResult, what: impl Into<Text>) -> PreflightFinding {
        PreflightFinding {
            location: Some(self.location.name.clone()),
            subnet: self.subnet(),
            ..PreflightFinding::new(result, what)
        }
    }
}

impl PreflightFinding {
    fn new(result: CheckResult, what: impl Into<Text>) -> Self {
        Self { location: None, subnet: None, result, what: what.into(), instead: None, commands: Vec::new(), portal: None }
    }

    fn instead(mut self, instead: impl Into<Text>) -> Self {
        self.instead = Some(instead.into());
        self
    }

    fn portal(mut self, portal: impl Into<Text>) -> Self {
        self.portal = Some(portal.into());
        self
    }

    fn commands(mut self, commands: impl IntoIterator<Item = PreflightCommand>) -> Self {
        self.commands.extend(commands);
        self
    }
}

impl<'a> Checker<'a> {
    fn request(&self) -> &'a PlanRequest {
        &self.imported.request
    }

    /// The locations that exist.
    fn places(&self) -> impl Iterator<Item = CheckedLocation<'a>> + use<'a> {
        let imported = self.imported;
        let all = imported.request.locations.iter().enumerate().filter(|(_, location)| location.exists());
        all.map(move |(index, location)| CheckedLocation { index, location, extras: imported.extras.locations.get(index) })
    }

    /// Adds a check. A check without a finding is left out.
    fn add(
        &mut self,
        id: impl Into<Text>,
        (blocks, owner): (bool, Owner),
        title: impl Into<Text>,
        found: Vec<PreflightFinding>,
        sources: Sources,
    ) -> Option<&mut PreflightCheck> {
        let result = found.iter().map(|finding| finding.result).min()?;
        self.checks.push(PreflightCheck {
            id: id.into(),
            result,
            blocks,
            owner,
            title: title.into(),
            found,
            differs: None,
            sources,
        });
        self.checks.last_mut()
    }
}

/// The name of a region as people write it.
fn region(name: &RegionName) -> Text {
    crate::facts::regions::region(name.as_str()).map_or_else(|| name.as_str().to_owned().into(), |region| region.title.into())
}
