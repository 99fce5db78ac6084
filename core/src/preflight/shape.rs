//! What a preflight is made of. The names are the contract's: they are only ever added to.

use serde::Serialize;

use crate::cite::{Source, Sources};
use crate::domain::{Owner, PathId, RegionName, Text};
use crate::migration::Shell;

/// The prerequisites of the migration, each held against what is known of an instance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Preflight {
    /// The name of the instance.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The path whose prerequisites these are; `null` where none is recommended.
    pub path: Option<PathId>,
    /// Whether the migration can start.
    pub verdict: Readiness,
    /// The result as one sentence.
    pub headline: Text,
    /// The number of checks that failed.
    pub failed: u32,
    /// The number of checks whose result is not known.
    pub not_known: u32,
    /// The number of checks that passed.
    pub passed: u32,
    /// The checks: first what failed, then what is not known, then what passed.
    pub checks: Vec<PreflightCheck>,
    /// The sources that the checks refer to.
    pub sources: Vec<Source>,
}

/// Whether a migration can start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, strum::IntoStaticStr)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum Readiness {
    /// Every check passed, or waits for the start of the window.
    Ready,
    /// A check failed that must pass before the migration starts.
    NotReady,
    /// No check failed that must pass before, and the result of some is not known.
    NotKnown,
    /// There is nothing to migrate.
    NothingToDo,
}

/// The result of a check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, strum::IntoStaticStr)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum CheckResult {
    /// The prerequisite is not met.
    Failed,
    /// Nothing says whether it is met.
    NotKnown,
    /// It is met.
    Passed,
}

/// One prerequisite.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PreflightCheck {
    /// Its name, stable: `service-endpoints`, or `port-` and the id of a port.
    pub id: Text,
    /// The worst result of its locations.
    pub result: CheckResult,
    /// Whether the migration must not start before the check passes.
    pub blocks: bool,
    /// Who can change it.
    pub owner: Owner,
    /// The prerequisite, as a heading.
    pub title: Text,
    /// What the check found; one entry for the instance, or one for each location.
    pub found: Vec<PreflightFinding>,
    /// Where the documentation differs, as a sentence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub differs: Option<Text>,
    /// Where the prerequisite stands.
    pub sources: Sources,
}

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PreflightFinding {
    /// The location; absent for the instance as a whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub location: Option<RegionName>,
    /// The subnet and its range: `vnet-neu/snet-apim (10.40.0.0/28)`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subnet: Option<Text>,
    /// The result here.
    pub result: CheckResult,
    /// What was found: `rule deny-out in nsg-apim-neu, priority 4000`.
    pub what: Text,
    /// What to change, or how to find out: a sentence. Absent if the check passed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub instead: Option<Text>,
    /// Commands that change it, or that tell.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub commands: Vec<PreflightCommand>,
    /// The same in the portal: a sentence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub portal: Option<Text>,
}

/// A command of a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PreflightCommand {
    /// For which shell it is written.
    pub shell: Shell,
    /// What it does, as a heading.
    pub title: Text,
    /// The text, with names quoted in, or placeholders in angle brackets.
    pub text: Text,
    /// Whether it only reads.
    pub reads: bool,
}
