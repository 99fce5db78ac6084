//! Resource ids, and which resources are API Management instances.

use super::super::around::{Reference, reference_of};
use super::super::node::{Node, NodeEntry};
use super::super::words;
use super::keys::{ResourceKey, key};

/// The instance that a map describes; `None` if it describes none.
pub(in crate::import) fn is_service(entries: &[NodeEntry<'_>]) -> bool {
    let mut marked = false;
    for (name, node) in entries {
        match key(name) {
            ResourceKey::Type if !node.is_blank() => return node.text().is_some_and(is_service_type),
            ResourceKey::Id => {
                let id = node.text().unwrap_or_default();
                if parse_id(id).is_some_and(|id| id.name.is_some()) {
                    marked = true;
                }
            }
            ResourceKey::Properties => marked |= node.entries().iter().any(|(name, _)| is_marker(key(name))),
            meaning => marked |= is_marker(meaning) && !name.eq_ignore_ascii_case("platform"),
        }
    }
    marked
}

/// Keys that few other resources have.
fn is_marker(key: ResourceKey) -> bool {
    matches!(
        key,
        ResourceKey::Platform
            | ResourceKey::GatewayUrl
            | ResourceKey::Vnet
            | ResourceKey::Hosts
            | ResourceKey::ProxyHosts
            | ResourceKey::Locations
    )
}

fn is_service_type(text: &str) -> bool {
    text.trim().eq_ignore_ascii_case("microsoft.apimanagement/service")
}

/// The reference of an instance: its id, otherwise its type and its name.
pub(super) fn own(node: &Node<'_>) -> Option<Reference> {
    let of = |wanted: ResourceKey| node.entries().iter().find(|(name, _)| key(name) == wanted).map(|(_, node)| node);
    let by_id = of(ResourceKey::Id).and_then(reference_of);
    by_id.or_else(|| Reference::of_names("microsoft.apimanagement/service", [of(ResourceKey::Name)?.text()?]))
}

pub(super) struct Id<'i> {
    pub(super) subscription: Option<&'i str>,
    pub(super) group: Option<&'i str>,
    pub(super) name: Option<&'i str>,
}

/// The parts of a resource id; the name only if it is the id of an instance itself.
pub(super) fn parse_id(id: &str) -> Option<Id<'_>> {
    let mut parts = id.strip_prefix('/')?.split('/');
    let mut after = |name: &str| parts.next().filter(|part| part.eq_ignore_ascii_case(name)).and_then(|_| parts.next());
    let subscription = after("subscriptions");
    let group = after("resourceGroups");
    let provider = after("providers").is_some_and(|part| part.eq_ignore_ascii_case("microsoft.apimanagement"));
    let name = after("service").filter(|_| provider);
    let name = if parts.next().is_some() { None } else { name };
    Some(Id { subscription, group, name })
}

/// The complete id of an instance in lower case, which is unique. `None` if a part is missing or blanked.
pub(in crate::import) fn whole_id(node: &Node<'_>) -> Option<String> {
    let id = node.entries().iter().find(|(name, _)| key(name) == ResourceKey::Id).and_then(|(_, node)| node.text())?;
    let parts = parse_id(id)?;
    let whole = [parts.subscription, parts.group, parts.name].iter().all(|part| part.and_then(words::name).is_some());
    whole.then(|| id.to_ascii_lowercase())
}
