//! From the description of one instance to the answers it gives.

mod id;
mod identity;
mod keys;
mod locations;
mod settings;

use crate::domain::{Text, Tier};

use super::around::InstanceLinks;
use super::node::{Node, NodeEntry};
use super::shape::{Imported, NotRead, NotReadKind, ReadField};
use super::words;
pub(super) use id::{is_service, whole_id};
use keys::{KEYS, KeyedValue, KnownFields, ResourceKey, key};

/// The name of a location whose region is not stated. Its units and zones
/// are kept, and the plan treats it like any region that
/// no list contains.
pub const UNKNOWN_REGION: &str = "unknown";

/// Reads one instance. `at` is its position in the input; `template` says that a
/// template describes it.
pub(super) fn read(node: &Node<'_>, at: String, source: Text, template: bool) -> (Imported, InstanceLinks) {
    let mut reader = ServiceReader {
        out: Imported { source, at, ..Imported::default() },
        links: InstanceLinks::default(),
        prefix: String::new(),
        defaults: 0,
        says_platform: false,
    };
    reader.instance(node.entries());
    let ServiceReader { mut out, mut links, defaults, says_platform, .. } = reader;
    links.own = id::own(node);
    let classic = out.request.tier.is_none_or(Tier::is_classic);
    let untold = out.request.platform.is_none() && out.request.locations.iter().all(|location| location.platform.is_none());
    if untold && classic && !template && !says_platform {
        out.warnings
            .push("platformVersion is not stated. Read the instance again with API version 2021-04-01-preview or later.".into());
    }
    if template {
        out.warnings.push("Read from a template: the instance may have been changed since.".into());
    }
    if defaults > 0 {
        out.warnings.push("Some answers are defaults of template parameters: the deployment may have used other values.".into());
    }
    super::shape::gravest_first(&mut out.not_read);
    (out, links)
}

/// How to restore traffic, as in `facts::retirement::UNBLOCK`.
const WAY_OUT: &str = "To restore it, send one PATCH with the network mode, a new subnet and Service.Disabled set to False (11 Mar 2025 revision). Unblocking in the portal leaves the endpoints public until the virtual network is restored.";

struct ServiceReader {
    out: Imported,
    /// What the answers do not hold: the resources that the instance refers to.
    links: InstanceLinks,
    /// The prefix of paths: the additional location that is being read.
    prefix: String,
    defaults: usize,
    /// Whether a platform is stated, even an unreadable one.
    says_platform: bool,
}

/// The content of a description.
struct StatedValue<'n> {
    node: &'n Node<'n>,
    by_default: bool,
}

impl ServiceReader {
    pub(super) fn path(&self, tail: &str) -> String {
        let at = &self.out.at;
        let between = match at.as_str() {
            "" => "",
            at if at.starts_with("line ") && !at.contains('.') => ": ",
            _ => ".",
        };
        [at, between, &self.prefix, tail].concat()
    }

    pub(super) fn not_read(&mut self, tail: &str, why: impl Into<Text>, kind: NotReadKind) {
        let path = self.path(tail);
        self.out.not_read.push(NotRead { path, why: why.into(), kind });
    }

    pub(super) fn unreadable(&mut self, tail: &str, why: impl Into<Text>) {
        self.not_read(tail, why, NotReadKind::Unreadable);
    }

    pub(super) fn found(&mut self, field: impl Into<Text>, tail: &str, value: impl Into<Text>, by_default: bool) {
        let from = self.path(tail);
        self.defaults += usize::from(by_default);
        self.out.read.push(ReadField { field: field.into(), from, value: value.into(), by_default });
    }

    /// The value of a key; `None` if it is not stated or can't be
    /// read, which is listed.
    pub(super) fn stated<'n>(&mut self, slot: Option<KeyedValue<'n>>) -> Option<StatedValue<'n>> {
        let slot = slot?;
        self.stated_at(slot.node, &slot.path())
    }

    pub(super) fn stated_at<'n>(&mut self, node: &'n Node<'n>, tail: &str) -> Option<StatedValue<'n>> {
        if node.is_blank() {
            return None;
        }
        let (node, by_default) = node.plain();
        match node {
            Node::Unread(unread) => {
                self.unreadable(tail, unread.why.clone());
                return None;
            }
            Node::Text(text) if text.starts_with('[') && text.ends_with(']') => {
                self.unreadable(tail, "a template expression; read the whole template to evaluate it");
                return None;
            }
            Node::Text(text) if text.starts_with("@{") || text.starts_with("System.") => {
                self.unreadable(tail, "PowerShell truncated it; run the command again with ConvertTo-Json -Depth 10");
                return None;
            }
            _ => {}
        }
        Some(StatedValue { node, by_default })
    }

    /// A word of a vocabulary. The word itself is never repeated, because an unknown
    /// word may be private.
    pub(super) fn word<T>(
        &mut self,
        slot: Option<KeyedValue<'_>>,
        parse: impl FnOnce(&str) -> Option<T>,
        why: &'static str,
    ) -> Option<(T, String, bool)> {
        let tail = slot?.path();
        let stated = self.stated(slot)?;
        let word = stated.node.text().map(str::trim).and_then(parse);
        if word.is_none() {
            let is_number = matches!(stated.node, Node::Int(_));
            let numbered =
                "PowerShell wrote a number for a word; repeat the command with ConvertTo-Json -Depth 10 -EnumsAsStrings";
            self.unreadable(&tail, if is_number { numbered } else { why });
        }
        Some((word?, tail, stated.by_default))
    }

    /// A boolean, or a text for one.
    pub(super) fn switch(&mut self, node: &Node<'_>, tail: &str) -> Option<bool> {
        let stated = self.stated_at(node, tail)?;
        let on = match stated.node {
            Node::Bool(on) => Some(*on),
            other => other.text().and_then(words::switch),
        };
        if on.is_none() {
            self.unreadable(tail, "neither true nor false");
        }
        on
    }

    /// Sorts the entries of a map by meaning, and lists what is left out.
    pub(super) fn fields<'n>(&mut self, entries: &'n [NodeEntry<'n>]) -> KnownFields<'n> {
        let mut fields = KnownFields([None; KEYS]);
        self.sort_into(&mut fields, entries, "");
        if let Some(KeyedValue { node, key, .. }) = fields.get(ResourceKey::Properties) {
            self.sort_into(&mut fields, node.entries(), key);
        }
        fields
    }

    fn sort_into<'n>(&mut self, fields: &mut KnownFields<'n>, entries: &'n [NodeEntry<'n>], within: &'n str) {
        for (name, node) in entries {
            let slot = KeyedValue { node, within, key: words::shown_key(name) };
            match key(name) {
                ResourceKey::Private | ResourceKey::Unneeded | ResourceKey::Tags if node.is_blank() => {}
                ResourceKey::Private => self.not_read(&slot.path(), "a secret or a person's name; dropped", NotReadKind::Private),
                ResourceKey::Unneeded => self.not_read(&slot.path(), "not used by a plan", NotReadKind::Unneeded),
                meaning => {
                    if let Some(place) = fields.0.get_mut(meaning as usize)
                        && (place.is_none_or(|known| known.node.is_blank()))
                    {
                        *place = Some(slot);
                    }
                    if meaning == ResourceKey::Tags {
                        self.not_read(&slot.path(), "tags can contain private data; dropped", NotReadKind::Private);
                    }
                }
            }
        }
    }

    pub(super) fn instance(&mut self, entries: &[NodeEntry<'_>]) {
        let fields = self.fields(entries);
        self.names(&fields);
        self.what_it_is(&fields);
        self.dates(&fields);
        self.locations(&fields);
        self.network(&fields);
        self.hosts(&fields);
        self.switches(&fields);
        self.cloud(&fields);
        self.environment(&fields);
        if fields.get(ResourceKey::Type).is_none_or(|slot| slot.node.is_blank()) {
            self.out.warnings.push(
                "The description has no resource type; its other properties are those of an API Management instance.".into(),
            );
        }
    }
}
