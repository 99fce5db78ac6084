//! The resources of a template: conditions, loops, nested templates.

use crate::domain::Text;

use super::find::{Finder, MOST_COPIES, joined};
use super::node::Node;
use super::service::{self, is_service};
use super::template::{Scope, Turns};

impl<'d> Finder<'d> {
    /// The resources of a template, and of its nested templates.
    pub(super) fn template(
        &mut self,
        template: &'d Node<'d>,
        at: &str,
        scope: &Scope<'d>,
        source: &'static str,
        turns: &Turns<'d>,
    ) {
        let Some(resources) = template.get("resources") else { return };
        let at = joined(at, "resources");
        match resources {
            Node::List(items) => {
                for (index, item) in items.iter().enumerate() {
                    self.resource(item, &format!("{at}[{index}]"), scope, source, turns);
                }
            }
            // Newer templates give their resources names.
            Node::Map(entries) => {
                for (name, item) in entries {
                    self.resource(item, &joined(&at, name), scope, source, turns);
                }
            }
            _ => {}
        }
    }

    fn resource(&mut self, node: &'d Node<'d>, at: &str, scope: &Scope<'d>, source: &'static str, turns: &Turns<'d>) {
        let kind = node.get("type").and_then(Node::text).unwrap_or_default();
        let instance = is_service(node.entries());
        let nested = kind.eq_ignore_ascii_case("Microsoft.Resources/deployments");
        if !instance && !nested {
            let resolved = self.resolved(node, scope, turns);
            self.other(kind, &resolved, at);
            return;
        }
        if node.get("existing") == Some(&Node::Bool(true)) {
            self.skip(at.to_owned(), "the template refers to it and does not describe it");
            return;
        }
        let mut warning = None;
        if let Some(condition) = node.get("condition") {
            let condition = self.evaluator.resolve(condition, scope, turns);
            match condition.plain() {
                (Node::Bool(true), _) => {}
                (Node::Bool(false), _) => {
                    self.skip(at.to_owned(), "the template deploys it only under a condition that is false");
                    return;
                }
                _ => warning = Some("The template deploys it only under a condition that can't be evaluated."),
            }
        }
        let copies = node.get("copy").filter(|copy| matches!(copy, Node::Map(_)));
        let count = match copies.and_then(|copy| copy.get("count")) {
            None => Some(1),
            Some(count) => match self.evaluator.resolve(count, scope, turns).plain().0 {
                Node::Int(count) => Some(*count),
                _ => None,
            },
        };
        if count.is_none() {
            warning = Some("The template deploys several copies; their number can't be evaluated.");
        }
        let named = copies.and_then(|copy| match copy.get("name") {
            Some(Node::Text(name)) => Some(name),
            _ => None,
        });
        for turn in 0..count.unwrap_or(1).min(MOST_COPIES) {
            let mut turns = turns.clone();
            let mut at = at.to_owned();
            if let Some(name) = named
                && count.is_some()
            {
                turns.push((name.clone(), turn));
                at = format!("{at}({turn})");
            }
            if instance {
                self.described(node, at, scope, source, &turns, warning);
            } else {
                self.nested(node, &at, scope, &turns);
            }
        }
    }

    fn described(
        &mut self,
        node: &'d Node<'d>,
        at: String,
        scope: &Scope<'d>,
        source: &'static str,
        turns: &Turns<'d>,
        warning: Option<&'static str>,
    ) {
        let resolved = self.resolved(node, scope, turns);
        let (mut imported, links) = service::read(&resolved, at, source.into(), true);
        imported.warnings.extend(warning.map(Text::from));
        self.push(imported, links);
    }

    /// A resource of a template with its expressions evaluated.
    fn resolved(&mut self, node: &'d Node<'d>, scope: &Scope<'d>, turns: &Turns<'d>) -> Node<'d> {
        let needed = |name: &str| {
            !["resources", "dependsOn", "copy", "condition", "comments"].iter().any(|key| name.eq_ignore_ascii_case(key))
        };
        let entries = node.entries().iter().filter(|(name, _)| needed(name));
        Node::Map(entries.map(|(name, node)| (name.clone(), self.evaluator.resolve(node, scope, turns))).collect())
    }

    /// A nested template, with its own names or with those of the outer template.
    fn nested(&mut self, node: &'d Node<'d>, at: &str, scope: &Scope<'d>, turns: &Turns<'d>) {
        let Some(properties) = node.get("properties") else { return };
        let at = joined(at, "properties");
        let Some(template) = properties.get("template").filter(|template| matches!(template, Node::Map(_))) else {
            self.skip(at, "a linked template, which is another file; read that file as well");
            return;
        };
        let at = joined(&at, "template");
        let options = properties.get("expressionEvaluationOptions").and_then(|options| options.get("scope"));
        if options.and_then(Node::text).is_none_or(|scope| !scope.eq_ignore_ascii_case("inner")) {
            self.template(template, &at, scope, "nested ARM template", turns);
            return;
        }
        let given = properties.get("parameters").map(Node::entries).unwrap_or_default();
        let given = given.iter().filter_map(|(name, given)| {
            let value = given.get("value")?;
            Some((name.clone(), self.evaluator.resolve(value, scope, turns)))
        });
        let inner =
            Scope { given: given.collect(), parameters: template.get("parameters"), variables: template.get("variables") };
        self.template(template, &at, &inner, "nested ARM template", &Turns::new());
    }
}
