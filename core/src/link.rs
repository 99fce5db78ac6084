//! A request as the readable query of a link, and back: `tier=premium&vnet=internal&locations[0][name]=westeurope`.
//!
//! A link holds the answers and nothing that names anybody: the instance's name, resource group, subscription and
//! addresses are left out when it is written and refused when it is read, and so is the day.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use serde_qs::Config;

use crate::domain::object::Object;
use crate::domain::{Autoscale, Location, PlanRequest, RegionName, RequestError, read_tree};
use crate::questionnaire::{Answer, Field, InLinks, Kind, NOT_ASKED, QUESTIONNAIRE, Question, Questionnaire};

/// The longest link that is read, in bytes: a hundred locations with every question answered take 90,000.
pub const LONGEST: usize = 128 * 1024;

/// `locations[0][subnet][prefix]` is the deepest answer.
const WRITTEN: Config = Config::new().max_depth(4);

/// Chats and mail programs write `[` as `%5B`: this form reads both.
const READ: Config = WRITTEN.use_form_encoding(true);

/// What a link says.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Decoded {
    /// The answers that can be used.
    pub request: PlanRequest,
    /// The answers that cannot.
    pub dropped: Vec<Dropped>,
}

/// An answer in a link that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Dropped {
    /// Which answer, such as `locations[0].units`; empty for the link as a whole.
    pub path: String,
    /// Why it cannot be used.
    pub why: String,
}

impl fmt::Display for Dropped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.path.as_str() {
            "" => f.write_str(&self.why),
            path => write!(f, "{path}: {}", self.why),
        }
    }
}

/// The answers as the query of a link. Names, ids, addresses and the day are not in it.
pub fn encode(request: &PlanRequest) -> String {
    QUESTIONNAIRE.encode(request)
}

/// The answers in the query of a link. Those that this version cannot use are dropped one by one, and told.
pub fn decode(query: &str) -> Decoded {
    QUESTIONNAIRE.decode(query)
}

/// The answers in the query of a link, all of them.
///
/// # Errors
/// Names the first answer that cannot be used, where [`decode`] drops it.
pub fn decode_whole(query: &str) -> Result<PlanRequest, RequestError> {
    let Decoded { request, dropped } = decode(query);
    match dropped.into_iter().next() {
        None => Ok(request),
        Some(Dropped { path, why }) => Err(RequestError { path, message: why }),
    }
}

impl Questionnaire<'_> {
    /// [`encode`] for this list of questions.
    pub fn encode(&self, request: &PlanRequest) -> String {
        // A request is made of fields, lists, numbers and texts, all of which a query can hold: a law writes every kind.
        WRITTEN.serialize_string(&self.without_names(request)).unwrap_or_default()
    }

    /// [`decode`] for this list of questions.
    pub fn decode(&self, query: &str) -> Decoded {
        let mut reading = LinkReading::default();
        let query = query.trim().trim_start_matches('?');
        if query.len() > LONGEST {
            reading.drop("", format!("the link has {} bytes; at most {LONGEST} bytes are read", query.len()));
            return reading.decoded;
        }
        let mut answers = reading.answers(query);
        for question in self.questions {
            if let Kind::Locations(list) = &question.kind {
                let locations = self.locations(&mut answers, question.field, &mut reading);
                (list.put)(&mut reading.decoded.request, locations);
            } else if let Some(answer) = reading.answer(question, &mut answers, "") {
                question.kind.put(&mut reading.decoded.request, Some(answer));
            }
        }
        reading.leftover(answers, "");
        reading.decoded
    }

    fn locations(&self, answers: &mut Map<String, Value>, field: Field, reading: &mut LinkReading) -> Vec<Location> {
        let mut numbered: BTreeMap<u32, Map<String, Value>> = BTreeMap::new();
        match answers.remove(field.path()) {
            None => {}
            Some(Value::Object(entries)) => {
                for (index, location) in entries {
                    match (index.parse(), location) {
                        (Ok(number), Value::Object(location)) => drop(numbered.insert(number, location)),
                        _ => reading.drop(&format!("{field}[{index}]"), "expected answers such as `locations[0][name]`"),
                    }
                }
            }
            Some(_) => reading.drop(field.path(), "expected answers such as `locations[0][name]`"),
        }
        let mut locations = Vec::new();
        for (number, mut answers) in numbered {
            let path = format!("{field}[{number}]");
            if locations.len() == Location::MOST {
                reading.drop(&path, format!("at most {} locations are read", Location::MOST));
                continue;
            }
            let name = answers.remove("name").ok_or_else(|| "a location needs the name of its region".to_owned());
            let name = name
                .and_then(text)
                .and_then(|name| RegionName::new(&name).ok_or_else(|| "a location needs the name of its region".to_owned()));
            let mut location = match name {
                Ok(name) => Location::new(name),
                Err(why) => {
                    reading.drop(&path, why);
                    continue;
                }
            };
            let prefix = format!("{path}.");
            for question in self.of_location {
                if let Some(answer) = reading.answer(question, &mut answers, &prefix) {
                    question.kind.put(&mut location, Some(answer));
                }
            }
            reading.leftover(answers, &prefix);
            locations.push(location);
        }
        locations
    }
}

/// One answer of a query, as `serde_qs` reads it. Locations are by number, and the numbers of a link may have gaps.
#[derive(Deserialize, Serialize)]
struct Pair {
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    locations: BTreeMap<u32, Map<String, Value>>,
    #[serde(flatten)]
    others: Map<String, Value>,
}

/// A link that is being read.
#[derive(Default)]
struct LinkReading {
    decoded: Decoded,
}

impl LinkReading {
    fn drop(&mut self, path: &str, why: impl Into<String>) {
        self.decoded.dropped.push(Dropped { path: path.to_owned(), why: why.into() });
    }

    /// All answers as a tree. They are read one by one, so that one that is unreadable does not take the others with it.
    fn answers(&mut self, query: &str) -> Map<String, Value> {
        let mut answers = Map::new();
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            // The parser knows the escape of a bracket in capitals only.
            let pair = numbered(&pair.replace("%5b", "%5B").replace("%5d", "%5D"));
            let tree = READ.deserialize_str::<Pair>(&pair).ok().and_then(|pair| serde_json::to_value(pair).ok());
            let Some(Value::Object(tree)) = tree else {
                let key = pair.split('=').next().unwrap_or_default();
                self.drop(quoted(key), "not readable");
                continue;
            };
            let path = tree.iter().next().map(|(key, value)| leaf(key, value)).unwrap_or_default();
            if !join(&mut answers, tree) {
                self.drop(&path, "answered more than once; the first answer is used");
            }
        }
        answers
    }

    /// Takes the answer to a question out of the tree.
    fn answer<Of>(&mut self, question: &Question<Of>, answers: &mut Map<String, Value>, before: &str) -> Option<Answer> {
        let value = take(answers, question.field.path())?;
        let path = format!("{before}{}", question.field);
        match question.in_links {
            InLinks::Private => self.drop(&path, PRIVATE),
            InLinks::Carried => match answer(&question.kind, value) {
                Ok(answer) => return Some(answer),
                Err(why) => self.drop(&path, why),
            },
        }
        None
    }

    /// What no question has taken.
    fn leftover(&mut self, answers: Map<String, Value>, before: &str) {
        // Another crate of a build can give serde_json's maps another order: a link is told in one.
        for (key, value) in answers.into_iter().collect::<BTreeMap<_, _>>() {
            let why = if NOT_ASKED.contains(&key.as_str()) { PRIVATE } else { "this version has no such question" };
            self.drop(&format!("{before}{}", leaf(&key, &value)), why);
        }
    }
}

const PRIVATE: &str = "links contain no names, IDs, IP addresses or dates";

/// The path to the first leaf: `locations[0].subnet.prefix`. A key can be as long as the link.
fn leaf(key: &str, value: &Value) -> String {
    let mut path = quoted(key).to_owned();
    let mut value = value;
    while let Some((key, inner)) = value.as_object().and_then(|entries| entries.iter().next()) {
        let number = key.strip_prefix(NUMBER).unwrap_or(key);
        let is_index = number.bytes().all(|sign| sign.is_ascii_digit());
        if is_index {
            path.extend(["[", quoted(number), "]"]);
        } else {
            path.extend([".", quoted(key)]);
        }
        value = inner;
    }
    path
}

/// Adds one tree to another; `false` when both have an answer in the same place.
fn join(tree: &mut Map<String, Value>, other: Map<String, Value>) -> bool {
    other.into_iter().all(|(key, value)| match (tree.get_mut(&key), value) {
        (None, value) => {
            tree.insert(key, value);
            true
        }
        (Some(Value::Object(tree)), Value::Object(other)) => join(tree, other),
        (Some(_), _) => false,
    })
}

/// Takes what is at a path out of a tree, and with it the branches on which nothing is left.
fn take(tree: &mut Map<String, Value>, path: &str) -> Option<Value> {
    let Some((key, rest)) = path.split_once('.') else { return tree.remove(path) };
    let inner = tree.get_mut(key)?.as_object_mut()?;
    let taken = take(inner, rest);
    if inner.is_empty() {
        tree.remove(key);
    }
    taken
}

/// An answer of this kind, or why it is none.
fn answer<Of>(kind: &Kind<Of>, value: Value) -> Result<Answer, String> {
    match kind {
        Kind::YesNo(_) => match text(value)?.as_str() {
            "true" => Ok(Answer::YesNo(true)),
            "false" => Ok(Answer::YesNo(false)),
            other => Err(format!("expected true or false, not `{}`", quoted(other))),
        },
        Kind::Word(vocabulary) => {
            let said = text(value)?;
            let known = vocabulary.words.iter().find(|word| **word == said);
            known
                .map(|word| Answer::Word(word))
                .ok_or_else(|| format!("unknown value `{}`, expected one of {}", quoted(&said), vocabulary.words.join(", ")))
        }
        Kind::Number(number) => {
            let said = text(value)?;
            let within = digits(&said).filter(|value| (number.low..=number.largest).contains(value));
            within.map(Answer::Number).ok_or_else(|| {
                format!("expected a whole number from {} to {}, not `{}`", number.low, number.largest, quoted(&said))
            })
        }
        Kind::Day(_) => {
            let said = text(value)?;
            said.parse().map(Answer::Day).map_err(|_| format!("expected a date such as 2026-11-30, not `{}`", quoted(&said)))
        }
        Kind::Text(_) => text(value).map(Answer::Text),
        Kind::UpdatedWith(_) => {
            read_tree(&value).map(|Object(updated)| Answer::UpdatedWith(updated)).map_err(|error| error.to_string())
        }
        Kind::Autoscale(_) => match typed(value) {
            Value::Bool(false) => Ok(Answer::Autoscale(Autoscale::Off)),
            limits => read_tree(&limits).map(|Object(limits)| Answer::Autoscale(limits)).map_err(|error| error.to_string()),
        },
        Kind::Zones(_) => read_tree(&typed(value)).map(|Object(layout)| Answer::Zones(layout)).map_err(|error| error.to_string()),
        Kind::Ports(_) => serde_json::from_value(listed(value)).map(Answer::Ports).map_err(|error| error.to_string()),
        // Never in a link.
        Kind::Price(_) => read_tree(&typed(value)).map(|Object(price)| Answer::Price(price)).map_err(|error| error.to_string()),
        // Read one by one, each with its own questions.
        Kind::Locations(_) => Err("expected answers such as `locations[0][name]`".to_owned()),
    }
}

fn text(value: Value) -> Result<String, String> {
    match value {
        Value::String(text) if !text.is_empty() => Ok(text),
        Value::String(_) | Value::Null => Err("no answer is given".to_owned()),
        Value::Array(_) | Value::Object(_) | Value::Bool(_) | Value::Number(_) => Err("expected one answer".to_owned()),
    }
}

/// The number that is written in digits only: not `+4`, which Rust would read.
fn digits(text: &str) -> Option<u32> {
    text.parse().ok().filter(|_| text.bytes().all(|sign| sign.is_ascii_digit()))
}

/// The start of a text: it can be as long as the link.
fn quoted(text: &str) -> &str {
    text.char_indices().nth(80).and_then(|(end, _)| text.get(..end)).unwrap_or(text)
}

/// Marks the number of an item of a list.
const NUMBER: char = '#';

/// A pair whose last step is the number of an item, with that number as a name: the parser reads each pair by itself, and
/// refuses a list that does not begin with item 0.
fn numbered(pair: &str) -> String {
    let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
    let key = key.replace("%5B", "[").replace("%5D", "]");
    let item = key.strip_suffix(']').and_then(|key| key.rsplit_once('['));
    match item {
        Some((list, number)) if list.contains('[') && digits(number).is_some() => format!("{list}[%23{number}]={value}"),
        Some(_) | None => pair.to_owned(),
    }
}

/// The texts of a list, in the order of their numbers: `closedPorts[0]=…&closedPorts[1]=…`.
fn listed(value: Value) -> Value {
    match value {
        Value::Object(entries) => {
            let numbered: BTreeMap<u32, Value> =
                entries.into_iter().filter_map(|(key, value)| Some((digits(key.strip_prefix(NUMBER)?)?, value))).collect();
            Value::Array(numbered.into_values().collect())
        }
        Value::String(_) => Value::Array(vec![value]),
        other @ (Value::Null | Value::Bool(_) | Value::Number(_) | Value::Array(_)) => other,
    }
}

/// A query has texts only: numbers and `false` in an answer become what they are in a request.
fn typed(value: Value) -> Value {
    match value {
        Value::String(text) => match digits(&text) {
            Some(number) => Value::from(number),
            None if text == "false" => Value::Bool(false),
            None => Value::String(text),
        },
        Value::Object(entries) => entries.into_iter().map(|(key, value)| (key, typed(value))).collect(),
        other => other,
    }
}
