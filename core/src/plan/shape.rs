//! What a plan is made of. The names are the contract's: they are only ever added to.
//!
//! Every statement carries the citations it rests on, written as their ids; the
//! plan's `sources` say page, heading, date and the day we read it.

use serde::Serialize;

use super::sources::SourceList;
use crate::capacity::CapacityPlan;
use crate::change::PlannedChange;
use crate::cite::{Disagreement, Statement};
use crate::domain::{AddressChange, Certainty, Minutes, PathId, PlanRequest, PlatformVersion, RegionName, Status, Text};
use crate::findings::Finding;
use crate::migration::{Path, Port, TableRow};
use crate::questionnaire::{Answer, Field};

/// The whole answer to a request.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Plan {
    /// The instance's name as given; it only fills in titles and commands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// One sentence that says what to do.
    pub headline: Text,
    /// Which platform the instance runs on.
    pub platform: PlatformReport,
    /// What the plan is about.
    pub status: Status,
    /// The best path; `null` when none is needed, none is open, or the answers cannot tell yet.
    pub recommended: Option<PathId>,
    /// The paths: the recommended one first, those ruled out last.
    pub paths: Vec<Path>,
    /// The downtime and retention table, row for row as the page on migrating injected instances has it.
    pub table: Vec<TableRow>,
    /// The ports the network must admit; empty when the instance is not injected.
    pub ports: Vec<Port>,
    /// Units over zones and regions.
    pub capacity: CapacityPlan,
    /// What has to be sent or edited on the recommended path, and for the recommended layouts.
    pub changes: Vec<PlannedChange>,
    /// What stands in the way, what may suffer, and what is good to know: gravest first.
    pub findings: Vec<Finding>,
    /// Questions without an answer, and whether an answer could change the plan.
    pub open_questions: Vec<OpenQuestion>,
    /// The smallest changes of an answer that would change the recommendation.
    pub flips: Vec<Flip>,
    /// Where pages contradict each other on something that this plan uses.
    pub disagreements: Vec<Disagreement>,
    /// Every citation that the plan refers to, grouped by page.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<crate::cite::Source>"))]
    pub sources: SourceList,
    /// The answers that this is the plan for, as they were understood: from them alone it can be made again.
    pub request: PlanRequest,
}

impl Plan {
    /// No migration is needed: nothing about paths has to be shown.
    pub fn is_settled(&self) -> bool {
        matches!(self.status, Status::Migrated | Status::NotAffected)
    }
}

/// The decision without the work: what a list of many instances shows of each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Assessment {
    /// What the plan is about.
    pub status: Status,
    /// The best path.
    pub recommended: Option<PathId>,
    /// Minutes of gateway downtime on it; `null` without a path or a figure.
    pub downtime_minutes: Option<Minutes>,
    /// Minutes on a temporary address.
    pub temporary_address_minutes: Option<Minutes>,
    /// How long stv1 compute is retained by the primary pages.
    pub retention_minutes: Option<Minutes>,
    /// The shortest figure of any page in force.
    pub plan_for_minutes: Option<Minutes>,
    /// What becomes of the public address; `null` without a path.
    pub public_vip: Option<AddressChange>,
    /// How many blockers the plan has.
    pub blockers: u32,
}

/// Which platform the instance runs on, and how we know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PlatformReport {
    /// The platform; `null` when nothing points anywhere.
    pub version: Option<PlatformVersion>,
    /// How sure that is.
    pub certainty: Certainty,
    /// Why.
    pub because: Vec<Statement>,
    /// The same for each location.
    pub locations: Vec<LocationPlatform>,
}

/// The platform of one location.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct LocationPlatform {
    /// The region.
    pub name: RegionName,
    /// The platform, the instance's where the location has none of its own.
    pub version: Option<PlatformVersion>,
    /// How sure that is.
    pub certainty: Certainty,
}

/// A question without an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct OpenQuestion {
    /// Which question.
    pub field: Field,
    /// Some answer to it would change the plan.
    pub matters: bool,
    /// Some answer to it, alone, would change the verdict on the migration: the status, the recommended path, its downtime, or how
    /// long stv1 compute is certainly retained.
    pub decides: bool,
    /// Some answer to it, alone, would change the recommended layout or units of a location.
    pub sizes: bool,
}

/// A change of answers that would change the recommendation.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Flip {
    /// The answers to change: field → value.
    #[serde(serialize_with = "as_map")]
    #[cfg_attr(feature = "schema", schemars(with = "std::collections::BTreeMap<String, Answer>"))]
    pub change: Vec<(Field, Answer)>,
    /// What would be recommended then.
    pub recommended: Option<PathId>,
    /// In words: if, then.
    pub text: Text,
}

fn as_map<S: serde::Serializer>(change: &[(Field, Answer)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(change.iter().map(|(field, answer)| (field.path(), answer)))
}
