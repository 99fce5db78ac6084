use std::fmt;

use serde::Serialize;

use super::read_from;

/// An Azure region as resources name it: lower case, without spaces.
///
/// Any spelling is read, `West Europe` and `westeurope` are equal. A region
/// nobody has heard of is a name like any other: the plan says that nothing
/// is known of it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(into = "String")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "String"))]
pub struct RegionName(String);

impl RegionName {
    /// The normalised name; `None` when nothing but spaces was given.
    pub fn new(text: &str) -> Option<Self> {
        let name: String =
            text.chars().filter(|sign| !sign.is_whitespace() && *sign != '-').map(|sign| sign.to_ascii_lowercase()).collect();
        (!name.is_empty()).then_some(Self(name))
    }

    /// What a location is read into before its name is.
    pub(super) const fn nowhere() -> Self {
        Self(String::new())
    }

    /// `westeurope`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

read_from!(String => RegionName);

impl TryFrom<String> for RegionName {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, &'static str> {
        Self::new(&text).ok_or("a location needs the name of its region")
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
