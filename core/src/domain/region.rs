use std::fmt;

use serde::{Deserialize, Serialize};

/// An Azure region as resources name it: lower case, without spaces.
///
/// Any spelling is read, `West Europe` and `westeurope` are equal. A region
/// is in no list is a name like any other: the plan says that nothing
/// is known of it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "String"))]
pub struct RegionName(String);

/// A name of spaces and hyphens only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a location needs the name of its region")]
pub struct RegionNameError;

impl RegionName {
    /// The normalised name; `None` when nothing but spaces was given.
    pub fn new(text: &str) -> Option<Self> {
        let name: String =
            text.chars().filter(|sign| !sign.is_whitespace() && *sign != '-').map(|sign| sign.to_ascii_lowercase()).collect();
        (!name.is_empty()).then_some(Self(name))
    }

    /// `westeurope`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for RegionName {
    type Error = RegionNameError;

    fn try_from(text: String) -> Result<Self, RegionNameError> {
        Self::new(&text).ok_or(RegionNameError)
    }
}

impl From<RegionName> for String {
    fn from(name: RegionName) -> Self {
        name.0
    }
}

impl fmt::Display for RegionName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
