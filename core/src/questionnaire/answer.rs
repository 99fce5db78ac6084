use std::fmt;

use serde::Serialize;

use crate::domain::{Autoscale, ClosedPorts, Day, Location, UnitPrice, UpdatedWith, ZoneLayout};

/// The name of a question: the path of its answer in a request, such as `tier` or `goals.surviveZoneLoss`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Field(&'static str);

impl Field {
    /// The question whose answer is at this path.
    pub const fn named(path: &'static str) -> Self {
        Self(path)
    }

    /// `goals.surviveZoneLoss`
    pub const fn path(self) -> &'static str {
        self.0
    }

    /// The steps of the path: `goals`, then `surviveZoneLoss`.
    pub fn steps(self) -> impl DoubleEndedIterator<Item = &'static str> {
        self.0.split('.')
    }

    /// The last step: `surviveZoneLoss`.
    pub fn key(self) -> &'static str {
        self.steps().next_back().unwrap_or(self.0)
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

/// Only the questions that a plan counts: those are the fields that it names.
#[cfg(feature = "schema")]
impl schemars::JsonSchema for Field {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Field".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let paths: Vec<&str> = super::QUESTIONNAIRE.counted().map(|(question, _)| question.field.path()).collect();
        let description = "A question of the questionnaire: a top-level field of the request, or one of its goals.";
        schemars::json_schema!({ "description": description, "type": "string", "enum": paths })
    }
}

/// An answer to a question, of whatever kind. Written as the request has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Answer {
    /// Yes or no.
    YesNo(bool),
    /// One word of a vocabulary, such as `premium`.
    Word(&'static str),
    /// A whole number.
    Number(u32),
    /// A day.
    Day(Day),
    /// A text.
    Text(String),
    /// What the last update was made with.
    UpdatedWith(UpdatedWith),
    /// The limits of autoscale, or that there is none.
    Autoscale(Autoscale),
    /// How units are distributed across zones.
    Zones(ZoneLayout),
    /// Some of the required ports.
    Ports(ClosedPorts),
    /// An amount of money with its currency.
    Price(UnitPrice),
    /// The locations.
    Locations(Vec<Location>),
}

/// What a plan proposes to change is never typed: the schema has the answers that its alternatives can have.
#[cfg(feature = "schema")]
impl schemars::JsonSchema for Answer {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Answer".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let mut words: Vec<&str> = Vec::new();
        for (_, counted) in super::QUESTIONNAIRE.counted() {
            if let super::Sway::Alternatives { answers, .. } = &counted.sway {
                let word = |answer: &Self| if let Self::Word(word) = answer { Some(*word) } else { None };
                words.extend(answers.iter().filter_map(|alternative| word(&alternative.answer)));
            }
        }
        let description = "An answer to a closed question.";
        let choices = serde_json::json!([{ "type": "boolean" }, { "type": "string", "enum": words }]);
        schemars::json_schema!({ "description": description, "anyOf": choices })
    }
}
