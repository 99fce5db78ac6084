//! Finds the instances in an input of any kind.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::domain::Text;

use super::around::{Around, COLLECTED, InstanceLinks, Reference, Silence};
use super::json;
use super::node::{Node, NodeEntry};
use super::service::{self, is_service, whole_id};
use super::shape::{Imported, NotRead, NotReadKind, Reading};
use super::subnets;
use super::template::{Evaluator, Scope, Turns, detached};
use super::words;

/// The maximum number of copies of one resource that are read; Azure allows 800.
pub(super) const MOST_COPIES: i64 = 800;

/// What was found besides the instances.
#[derive(Debug)]
pub(super) struct Finder<'d> {
    pub(super) reading: Reading,
    /// The references of each instance of the reading.
    pub(super) links: Vec<InstanceLinks>,
    /// What stands around the instances.
    pub(super) around: Around,
    /// Whether there is nothing but resources that belong to instances.
    pub(super) around_alone: bool,
    /// Resources that are not an instance, and the position of the first.
    pub(super) others: usize,
    /// The type of the first of them, if it may be shown.
    pub(super) other_type: Option<String>,
    /// Resources of API Management that are not an instance: deleted instances, gateways, APIs.
    pub(super) relatives: usize,
    /// Whether there was a list or a template, even an empty one.
    pub(super) known_shape: bool,
    /// The field that says that the last list continues on a page that is missing.
    pub(super) continued: Option<String>,
    /// Values from parameter files.
    given: Vec<NodeEntry<'d>>,
    /// For each complete id, the index of the first instance with it.
    ids: BTreeMap<String, usize>,
    pub(super) evaluator: Evaluator,
    /// The kind of the descriptions, if their own shape does not tell.
    pub(super) source: Option<&'static str>,
}

/// The current position.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Within {
    Nothing,
    List,
    RestList,
    Graph,
    Example,
}

impl<'d> Finder<'d> {
    pub(super) fn new(input: usize) -> Self {
        Self {
            reading: Reading::default(),
            links: Vec::new(),
            around: Around::default(),
            around_alone: false,
            others: 0,
            other_type: None,
            relatives: 0,
            known_shape: false,
            continued: None,
            given: Vec::new(),
            ids: BTreeMap::new(),
            evaluator: Evaluator::new(input),
            source: None,
        }
    }

    /// Reads the values of a parameter file; false if it is not one.
    pub(super) fn take_parameters(&mut self, node: &Node<'d>) -> bool {
        let Some(parameters) = node.get("parameters").filter(|_| is_parameter_file(node)) else { return false };
        for (name, given) in parameters.entries() {
            // A reference to a vault is a secret, and its value is not in the file.
            if let Some(value) = given.get("value") {
                self.given.push((name.clone(), value.clone()));
            }
        }
        true
    }

    pub(super) fn walk(&mut self, node: &'d Node<'d>, at: &str) {
        self.within(node, at, Within::Nothing);
    }

    /// Joins the instances with what stands around them. Whatever gives no answer is one of the other resources.
    pub(super) fn join(&mut self) {
        subnets::count_neighbours(&mut self.reading.instances);
        self.around.join(&mut self.reading.instances, &self.links);
        let unused: Vec<String> = self.around.unused(&self.reading.instances).map(str::to_owned).collect();
        self.around_alone = self.others == 0 && !unused.is_empty();
        for kind in unused {
            self.count(&kind);
        }
    }

    fn within(&mut self, node: &'d Node<'d>, at: &str, within: Within) {
        match node {
            Node::List(items) => {
                self.known_shape = true;
                let inside = if within == Within::Nothing { Within::List } else { within };
                for (index, item) in items.iter().enumerate() {
                    let at = format!("{at}[{index}]");
                    if let Node::Map(_) = item {
                        self.within(item, &at, inside);
                    } else {
                        self.skip(at, "not the description of an instance");
                    }
                }
            }
            Node::Map(entries) => self.map(node, entries, at, within),
            _ => {}
        }
    }

    fn map(&mut self, node: &'d Node<'d>, entries: &'d [NodeEntry<'d>], at: &str, within: Within) {
        if self.terraform(node, at) {
            // Read by its own walk.
        } else if is_sku(node) {
            self.count("Microsoft.ApiManagement/service/skus");
        } else if is_template(node) {
            self.known_shape = true;
            let scope = Scope { parameters: node.get("parameters"), variables: node.get("variables"), given: self.given.clone() };
            self.template(node, at, &scope, "ARM template", &Turns::new());
        } else if is_service(entries) {
            self.service(node, at, within);
        } else if let (Some(_), Some(responses)) = (node.get("parameters"), node.get("responses")) {
            self.example(responses, at);
        } else if let (Some(columns), Some(rows)) = (node.get("columns"), node.get("rows")) {
            self.known_shape = true;
            self.table(columns, rows, at);
        } else if let Some(kind) = node.get("type").and_then(Node::text) {
            if kind == COLLECTED {
                self.collected(node, at);
            } else {
                self.other(kind, node, at);
            }
        } else if node.get("networkStatus").is_some() && self.around.status(None, node, at) {
            self.known_shape = true;
        } else if kind_by_id(node).is_some_and(|kind| self.around.take(&kind, node, at, Silence::IsNone)) {
            // A tool that leaves the type out.
        } else {
            for (name, inside) in [
                ("value", Within::RestList),
                ("data", Within::Graph),
                ("resources", Within::List),
                ("body", within),
                ("content", within),
                ("properties", within),
                ("template", within),
            ] {
                let Some((key, node)) = entries.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)) else { continue };
                if let Node::List(_) | Node::Map(_) = node {
                    let continued = continued(entries, at);
                    // If several pages were joined, only the last one says whether there are more.
                    if continued.is_some() || inside != within {
                        self.continued = continued;
                    }
                    self.within(node, &joined(at, key), inside);
                    return;
                }
            }
        }
    }

    fn service(&mut self, node: &Node<'_>, at: &str, within: Within) {
        let source = match self.source {
            Some(source) => source,
            None => shape(node, within),
        };
        let expanded = expanded(node);
        let (imported, links) = service::read(expanded.as_ref().unwrap_or(node), at.to_owned(), Text::Borrowed(source), false);
        // An example lists the same instance under several status codes.
        if within == Within::Example {
            self.push(imported, links);
        } else {
            self.take(node, imported, links);
        }
    }

    /// Keeps an instance unless it repeats another one: pages that were joined can overlap.
    fn take(&mut self, node: &Node<'_>, mut imported: Imported, links: InstanceLinks) {
        if let Some(id) = whole_id(node) {
            let first = *self.ids.entry(id).or_insert(self.reading.instances.len());
            if let Some(known) = self.reading.instances.get(first) {
                if read_the_same(known, &imported) {
                    let why = format!("the same instance as at {}; read once", known.at).into();
                    self.reading.skipped.push(NotRead { path: imported.at, why, kind: NotReadKind::Unneeded });
                    return;
                }
                imported.warnings.push(
                    format!("The same resource ID is also at {}, with other values: one of the two is out of date.", known.at)
                        .into(),
                );
            }
        }
        self.push(imported, links);
    }

    pub(super) fn push(&mut self, imported: Imported, links: InstanceLinks) {
        self.reading.instances.push(imported);
        self.links.push(links);
    }

    /// A list of `collect`: its kind, the scope that it is complete for, and what is in it.
    fn collected(&mut self, node: &'d Node<'d>, at: &str) {
        self.known_shape = true;
        let text = |key: &str| node.get(key).and_then(Node::text).unwrap_or_default();
        let (of, scope) = (text("of"), text("scope"));
        let Some(value) = node.get("value").filter(|value| !matches!(value, Node::Null)) else { return };
        let at = joined(at, "value");
        if of == "networkStatus" {
            let instance = Reference::of_id(scope);
            for (index, item) in value.items().iter().enumerate() {
                let _ = self.around.status(instance.as_ref(), item, &format!("{at}[{index}]"));
            }
            return;
        }
        self.around.completed(of, scope);
        self.within(value, &at, Within::Nothing);
    }

    /// A documented example has a request and responses. Only the responses are read.
    fn example(&mut self, responses: &'d Node<'d>, at: &str) {
        self.known_shape = true;
        let mut answers: Vec<_> = responses.entries().iter().collect();
        answers.sort_by(|(one, _), (other, _)| one.cmp(other));
        for (status, answer) in answers {
            let at = joined(&joined(at, "responses"), status);
            match answer.get("body") {
                Some(body) => self.within(body, &joined(&at, "body"), Within::Example),
                None => self.within(answer, &at, Within::Example),
            }
        }
    }

    /// Rows without column names, which Resource Graph returns on request.
    fn table(&mut self, columns: &Node<'_>, rows: &Node<'_>, at: &str) {
        let names: Vec<_> =
            columns.items().iter().map(|column| column.get("name").unwrap_or(column).text().unwrap_or_default()).collect();
        for (index, row) in rows.items().iter().enumerate() {
            let at = format!("{}[{index}]", joined(at, "rows"));
            let Node::List(cells) = row else {
                self.skip(at, "not a row of the table");
                continue;
            };
            let entries = names.iter().zip(cells).map(|(name, cell)| (Cow::Borrowed(*name), cell.clone())).collect();
            self.row(entries, &at, "Resource Graph, table");
        }
    }

    /// A row that was just assembled.
    pub(super) fn row(&mut self, entries: Vec<NodeEntry<'_>>, at: &str, source: &'static str) {
        if is_service(&entries) {
            let node = Node::Map(entries);
            let expanded = expanded(&node);
            let node = expanded.as_ref().unwrap_or(&node);
            let (imported, links) = service::read(node, at.to_owned(), source.into(), false);
            self.take(node, imported, links);
            return;
        }
        let kind = entries.iter().find(|(name, _)| name.eq_ignore_ascii_case("type")).and_then(|(_, kind)| kind.text());
        match kind.map(str::to_owned) {
            Some(kind) => {
                let node = Node::Map(entries);
                let expanded = expanded(&node);
                self.other(&kind, expanded.as_ref().unwrap_or(&node), at);
            }
            None => self.skip(at.to_owned(), "not the description of an instance"),
        }
    }

    /// A resource that is not an instance: it may stand around one.
    pub(super) fn other(&mut self, kind: &str, node: &Node<'_>, at: &str) {
        if !self.around.take(kind, node, at, Silence::IsNone) {
            self.count(kind);
        }
    }

    /// Counts a resource that is not an instance.
    pub(super) fn count(&mut self, kind: &str) {
        self.others += 1;
        let mut buffer = [0; 128];
        if words::lower(kind, &mut buffer).is_some_and(|kind| kind.starts_with("microsoft.apimanagement/")) {
            self.relatives += 1;
        }
        let shown = kind.len() <= 120
            && kind.contains('/')
            && kind.chars().all(|sign| sign.is_ascii_alphanumeric() || matches!(sign, '.' | '/'));
        if self.other_type.is_none() && shown {
            self.other_type = Some(kind.to_owned());
        }
    }

    pub(super) fn skip(&mut self, path: String, why: impl Into<Text>) {
        self.reading.skipped.push(NotRead { path, why: why.into(), kind: NotReadKind::Unreadable });
    }
}

/// The type of a resource by its id, where a tool leaves the type out.
fn kind_by_id(node: &Node<'_>) -> Option<String> {
    let id = node.get("id").or_else(|| node.get("resourceId"))?.text()?;
    Reference::of_id(id).map(|reference| reference.kind())
}

/// The field that says that a list continues on another page.
fn continued(entries: &[NodeEntry<'_>], at: &str) -> Option<String> {
    let more = entries.iter().find(|(name, node)| {
        let mut buffer = [0; 24];
        match words::lower(name, &mut buffer).unwrap_or_default() {
            "nextlink" | "$skiptoken" | "skip_token" | "skiptoken" => !node.is_blank(),
            "resulttruncated" => match node {
                Node::Bool(truncated) => *truncated,
                other => other.text().is_some_and(|text| text.eq_ignore_ascii_case("true")),
            },
            _ => false,
        }
    });
    more.map(|(name, _)| joined(at, name))
}

/// Whether two descriptions give the same plan.
fn read_the_same(one: &Imported, other: &Imported) -> bool {
    fn answers(of: &Imported) -> impl Iterator<Item = (&str, &str)> {
        of.read.iter().map(|read| (read.field.as_ref(), read.value.as_ref()))
    }
    let (extras, others) = (&one.extras, &other.extras);
    answers(one).eq(answers(other))
        && one.warnings == other.warnings
        && extras.environment == others.environment
        && extras.hosts == others.hosts
        && extras.locations == others.locations
}

pub(super) fn joined(at: &str, key: &str) -> String {
    let key = words::shown_key(key);
    if at.is_empty() { key.to_owned() } else { format!("{at}.{key}") }
}

fn schema<'n>(node: &'n Node<'_>) -> &'n str {
    node.get("$schema").and_then(Node::text).unwrap_or_default()
}

fn is_template(node: &Node<'_>) -> bool {
    let resources = node.get("resources").is_some_and(|resources| matches!(resources, Node::List(_) | Node::Map(_)));
    resources
        && node.get("type").is_none()
        && (schema(node).contains("eploymentTemplate") || node.get("contentVersion").is_some())
}

/// A row of the list of tiers that an instance can have: its capacity is a range.
fn is_sku(node: &Node<'_>) -> bool {
    node.get("resourceType").is_some() && node.get("capacity").is_some_and(|capacity| capacity.get("maximum").is_some())
}

/// Values for the parameters of a template, and nothing else.
pub(super) fn is_parameter_file(node: &Node<'_>) -> bool {
    let parameters = node.get("parameters").is_some_and(|parameters| matches!(parameters, Node::Map(_)));
    let said = schema(node).contains("eploymentParameters") || node.get("contentVersion").is_some();
    parameters && said && node.get("resources").is_none()
}

/// The kind of the description of one instance.
fn shape(node: &Node<'_>, within: Within) -> &'static str {
    let has = |key: &str| node.get(key).is_some();
    let capital = |key: &str| node.entries().iter().any(|(name, _)| name == key);
    let nested = node.get("properties").is_some_and(|properties| matches!(properties, Node::Map(_) | Node::Text(_)));
    match within {
        Within::Graph => "Resource Graph",
        Within::Example => "example of the REST interface",
        _ if has("ResourceGroupName") && !nested => "PowerShell, Get-AzApiManagement",
        _ if capital("Properties") || capital("ResourceId") => "PowerShell, Get-AzResource",
        _ if has("subscriptionId") && has("tenantId") => "Resource Graph",
        Within::RestList => "REST list",
        Within::List if nested => "list of ARM resources",
        Within::List => "az apim list",
        Within::Nothing if nested && has("id") => "ARM resource: portal JSON view or REST",
        Within::Nothing if nested => "ARM resource without id: request body or part of a template",
        Within::Nothing => "az apim show",
    }
}

/// The node with the JSON in its texts parsed: `properties` and others
/// are text in tables and projections. `None` if there is none.
pub(super) fn expanded<'n>(node: &Node<'n>) -> Option<Node<'n>> {
    let packed = |node: &Node<'_>| node.text().is_some_and(|text| text.trim_start().starts_with(['{', '[']));
    if !node.entries().iter().any(|(_, node)| packed(node)) {
        return None;
    }
    let entries = node.entries().iter().map(|(name, node)| {
        let inner = if packed(node) { node.text().and_then(json::inner).map(|inner| detached(&inner)) } else { None };
        (name.clone(), inner.unwrap_or_else(|| node.clone()))
    });
    Some(Node::Map(entries.collect()))
}
