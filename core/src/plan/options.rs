//! How much of a plan is written out.

use serde::{Deserialize, Serialize};

use crate::domain::{Verdict, object};

/// How much of a plan to write out. What is left out is not computed either; what is written does not differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct PlanOptions {
    /// Which paths are in the plan.
    #[serde(deserialize_with = "object::null_as_default")]
    pub paths: PathSelection,
    /// How the plan's list of sources is written.
    #[serde(deserialize_with = "object::null_as_default")]
    pub sources: SourceForm,
}

/// Which paths are in a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, strum::EnumIter)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum PathSelection {
    /// The recommended path; none when no path is recommended.
    Recommended,
    /// The recommended path and those that are possible.
    Open,
    /// Every path, those ruled out included.
    #[default]
    All,
}

impl PathSelection {
    /// Whether paths of this verdict are in the plan.
    pub const fn includes(self, verdict: Verdict) -> bool {
        match (self, verdict) {
            (_, Verdict::Recommended) | (Self::Open | Self::All, Verdict::Possible) | (Self::All, Verdict::RuledOut) => true,
            (Self::Recommended, Verdict::Possible) | (Self::Recommended | Self::Open, Verdict::RuledOut) => false,
        }
    }
}

/// How the sources of a plan are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, strum::EnumIter)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum SourceForm {
    /// Each with its page, heading and date.
    #[default]
    Full,
    /// Only the id of each.
    Ids,
}
