//! Values of a resource, in the spelling of every tool.

use super::super::node::Node;
use super::super::words;

/// A resource or a part of one: `properties` are looked into, because the command line has them on the same level.
#[derive(Debug, Clone, Copy)]
pub(super) struct ResourceView<'n>(pub(super) &'n Node<'n>);

impl<'n> ResourceView<'n> {
    /// The value of a key, inside of `properties` first; nothing for null and empty.
    pub(super) fn get(self, key: &str) -> Option<&'n Node<'n>> {
        let inside = self.0.get("properties").and_then(|properties| properties.get(key));
        inside.or_else(|| self.0.get(key)).filter(|node| !node.is_blank())
    }

    /// Whether the key is there at all, even as null or an empty list.
    pub(super) fn has(self, key: &str) -> bool {
        self.0.get("properties").is_some_and(|properties| properties.get(key).is_some()) || self.0.get(key).is_some()
    }

    /// The path of the key below the resource.
    pub(super) fn path(self, key: &str) -> String {
        let spelled = |node: &Node<'_>| {
            let named = node.entries().iter().find(|(name, _)| words::same_key(name, key));
            named.map(|(name, _)| words::shown_key(name).to_owned())
        };
        let inside = self.0.get("properties").and_then(|properties| Some(format!("properties.{}", spelled(properties)?)));
        inside.or_else(|| spelled(self.0)).unwrap_or_else(|| key.to_owned())
    }
}

/// The texts of a list, or of one text: PowerShell and tables write lists as one text with commas.
pub(super) fn texts(node: &Node<'_>) -> Vec<String> {
    let mut all = Vec::new();
    for item in node.items() {
        match item.plain().0 {
            Node::Int(number) => all.push(number.to_string()),
            other => {
                let text = other.text().unwrap_or("\u{0}");
                all.extend(text.split(',').map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned));
            }
        }
    }
    all
}

/// A whole number, or a text for one.
pub(super) fn numbers(node: &Node<'_>) -> Option<u32> {
    match node.plain().0 {
        Node::Int(number) => u32::try_from(*number).ok(),
        other => other.text()?.trim().parse().ok(),
    }
}

/// The id inside of `{ "id": … }`, or a text that is one.
pub(super) fn id_of<'n>(node: &'n Node<'n>) -> &'n Node<'n> {
    node.get("id").unwrap_or(node)
}
