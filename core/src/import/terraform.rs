//! Terraform: `terraform show -json` of a state and of a plan, and the state file of version 4.
//!
//! Formats: <https://developer.hashicorp.com/terraform/internals/json-format> and the schemas of the providers `azurerm` and
//! `azapi`. A state holds secrets: only the keys that an instance is known by are read.

use std::borrow::Cow;

use super::around::{Silence, reference_of};
use super::find::{Finder, expanded, joined};
use super::node::{Node, NodeEntry};
use super::service;

/// What the values describe.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Described {
    /// What Terraform last saw.
    State,
    /// What a plan wishes for.
    Wish,
}

impl Described {
    const fn source(self) -> &'static str {
        match self {
            Self::State => "Terraform state",
            Self::Wish => "Terraform plan",
        }
    }

    const fn warning(self) -> &'static str {
        match self {
            Self::State => "Read from a Terraform state: the instance may have been changed since.",
            Self::Wish => "Read from a Terraform plan: this is what is planned, not what is deployed.",
        }
    }
}

/// The types of `azurerm`, and the types of Azure.
const TYPES: [(&str, &str); 13] = [
    ("azurerm_virtual_network", "microsoft.network/virtualnetworks"),
    ("azurerm_subnet", "microsoft.network/virtualnetworks/subnets"),
    ("azurerm_network_security_group", "microsoft.network/networksecuritygroups"),
    ("azurerm_network_security_rule", "microsoft.network/networksecuritygroups/securityrules"),
    ("azurerm_route_table", "microsoft.network/routetables"),
    ("azurerm_route", "microsoft.network/routetables/routes"),
    ("azurerm_public_ip", "microsoft.network/publicipaddresses"),
    ("azurerm_monitor_autoscale_setting", "microsoft.insights/autoscalesettings"),
    ("azurerm_management_lock", "microsoft.authorization/locks"),
    ("azurerm_private_dns_a_record", "microsoft.network/privatednszones/a"),
    ("azurerm_private_dns_cname_record", "microsoft.network/privatednszones/cname"),
    ("azurerm_dns_a_record", "microsoft.network/dnszones/a"),
    ("azurerm_dns_cname_record", "microsoft.network/dnszones/cname"),
];

/// Attachments of a subnet that are resources of their own: the type, and the key of the other end.
const ATTACHMENTS: [(&str, &str); 2] = [
    ("azurerm_subnet_network_security_group_association", "network_security_group_id"),
    ("azurerm_subnet_route_table_association", "route_table_id"),
];

impl<'d> Finder<'d> {
    /// Reads a document of Terraform; false if it is none.
    pub(super) fn terraform(&mut self, node: &'d Node<'d>, at: &str) -> bool {
        if node.get("terraform_version").is_none() {
            return false;
        }
        self.known_shape = true;
        let prior = node.get("prior_state").and_then(|state| state.get("values"));
        if let Some(values) = prior.filter(|values| !values.is_blank()) {
            self.module(values, &joined(&joined(at, "prior_state"), "values"), Described::State);
        }
        let has_instance = !self.reading.instances.is_empty();
        if let Some(planned) = node.get("planned_values").filter(|_| !has_instance) {
            self.module(planned, &joined(at, "planned_values"), Described::Wish);
        } else if let Some(values) = node.get("values") {
            self.module(values, &joined(at, "values"), Described::State);
        } else if let Some(resources) = node.get("resources") {
            self.state_file(resources, &joined(at, "resources"));
        }
        true
    }

    /// A module with its resources and the modules below it.
    fn module(&mut self, node: &'d Node<'d>, at: &str, described: Described) {
        if let Some(root) = node.get("root_module") {
            self.module(root, &joined(at, "root_module"), described);
        }
        let resources = joined(at, "resources");
        for (index, resource) in node.get("resources").map(Node::items).unwrap_or_default().iter().enumerate() {
            let kind = resource.get("type").and_then(Node::text).unwrap_or_default();
            let Some(values) = resource.get("values") else { continue };
            self.terraform_resource(kind, values, &format!("{resources}[{index}].values"), described);
        }
        let modules = joined(at, "child_modules");
        for (index, module) in node.get("child_modules").map(Node::items).unwrap_or_default().iter().enumerate() {
            self.module(module, &format!("{modules}[{index}]"), described);
        }
    }

    /// The resources of a state file, each with its instances.
    fn state_file(&mut self, resources: &'d Node<'d>, at: &str) {
        for (index, resource) in resources.items().iter().enumerate() {
            let kind = resource.get("type").and_then(Node::text).unwrap_or_default();
            for (number, instance) in resource.get("instances").map(Node::items).unwrap_or_default().iter().enumerate() {
                let Some(attributes) = instance.get("attributes") else { continue };
                let at = format!("{at}[{index}].instances[{number}].attributes");
                self.terraform_resource(kind, attributes, &at, Described::State);
            }
        }
    }

    fn terraform_resource(&mut self, kind: &str, values: &'d Node<'d>, at: &str, described: Described) {
        if kind == "azurerm_api_management" {
            let mut entries = vec![entry("type", "Microsoft.ApiManagement/service")];
            entries.extend(values.entries().iter().cloned());
            self.terraform_instance(Node::Map(entries), at, described);
        } else if kind == "azapi_resource" {
            self.azapi(values, at, described);
        } else if let Some((_, known)) = TYPES.iter().find(|(name, _)| *name == kind) {
            if !self.around.take(known, values, at, Silence::SaysNothing) {
                self.count(kind);
            }
        } else if let Some((_, other)) = ATTACHMENTS.iter().find(|(name, _)| *name == kind) {
            let subnet = values.get("subnet_id").and_then(reference_of);
            if let Some((subnet, other)) = subnet.zip(values.get(other).and_then(reference_of)) {
                self.around.attach(subnet, other);
            }
        } else {
            self.count(kind);
        }
    }

    /// A resource of `azapi`: the type with its version, and the body as an object or as text.
    fn azapi(&mut self, values: &'d Node<'d>, at: &str, described: Described) {
        let kind = values.get("type").and_then(Node::text).unwrap_or_default();
        let kind = kind.split('@').next().unwrap_or_default().to_owned();
        let mut entries = vec![entry("type", &kind)];
        for key in ["id", "name", "location"] {
            entries.extend(values.get(key).map(|node| (Cow::Borrowed(key), node.clone())));
        }
        // What Azure answered says more than what was sent.
        for key in ["output", "body"] {
            let Some(node) = values.get(key) else { continue };
            let packed = Node::Map(vec![(Cow::Borrowed(key), node.clone())]);
            let unpacked = expanded(&packed);
            let node = unpacked.as_ref().and_then(|map| map.get(key)).unwrap_or(node);
            entries.extend(node.entries().iter().cloned());
        }
        let node = Node::Map(entries);
        if kind.eq_ignore_ascii_case("Microsoft.ApiManagement/service") {
            self.terraform_instance(node, at, described);
        } else if !self.around.take(&kind, &node, at, Silence::SaysNothing) {
            self.count(&kind);
        }
    }

    #[expect(clippy::needless_pass_by_value, reason = "it was assembled for this call")]
    fn terraform_instance(&mut self, node: Node<'_>, at: &str, described: Described) {
        let (mut imported, links) = service::read(&node, at.to_owned(), described.source().into(), false);
        imported.warnings.push(described.warning().into());
        self.push(imported, links);
    }
}

fn entry<'n>(key: &'static str, text: &str) -> NodeEntry<'n> {
    (Cow::Borrowed(key), Node::Text(Cow::Owned(text.to_owned())))
}

#[cfg(test)]
mod tests {
    use super::super::around::Reference;
    use super::TYPES;

    #[test]
    fn every_type_is_one_of_azure() {
        for (_, kind) in TYPES {
            let names = vec!["x"; kind.split('/').count() - 1];
            assert!(Reference::of_names(kind, names).is_some(), "{kind}");
        }
    }
}
