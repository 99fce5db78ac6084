//! Host names, settings, cloud and environment.

use crate::domain::{Cloud, Text, Vnet};

use super::super::node::Node;
use super::super::shape::{Host, NotReadKind};
use super::super::words;
use super::keys::{KnownFields, ResourceKey, key};
use super::{ServiceReader, WAY_OUT};

impl ServiceReader {
    pub(super) fn hosts(&mut self, fields: &KnownFields<'_>) {
        const LISTS: [(ResourceKey, Option<&str>); 6] = [
            (ResourceKey::Hosts, None),
            (ResourceKey::ProxyHosts, Some("Proxy")),
            (ResourceKey::PortalHosts, Some("Portal")),
            (ResourceKey::DeveloperPortalHosts, Some("DeveloperPortal")),
            (ResourceKey::ManagementHosts, Some("Management")),
            (ResourceKey::ScmHosts, Some("Scm")),
        ];
        /// Terraform has a block for each type.
        const BLOCKS: [(&str, &str); 5] = [
            ("proxy", "Proxy"),
            ("portal", "Portal"),
            ("developer_portal", "DeveloperPortal"),
            ("management", "Management"),
            ("scm", "Scm"),
        ];
        let (mut from, mut by_default) = (None, false);
        for (key, purpose) in LISTS {
            let slot = fields.get(key);
            let (Some(slot), Some(stated)) = (slot, self.stated(slot)) else { continue };
            let path = slot.path();
            for (index, item) in stated.node.items().iter().enumerate() {
                for (block, purpose) in BLOCKS.iter().filter(|_| item.get("hostName").is_none()) {
                    for inner in item.get(block).map(Node::items).unwrap_or_default() {
                        if let Some(host) = self.host(inner, &format!("{path}[{index}].{block}"), Some(purpose)) {
                            self.out.extras.hosts.push(host);
                            from.get_or_insert_with(|| path.clone());
                        }
                    }
                }
                if let Some(host) = self.host(item, &format!("{path}[{index}]"), purpose) {
                    self.out.extras.hosts.push(host);
                    by_default |= stated.by_default || item.plain().1;
                    from.get_or_insert_with(|| path.clone());
                }
            }
        }
        if let Some(from) = from {
            let custom = self.out.extras.hosts.iter().any(|host| host.custom);
            self.found("customDomains", &from, if custom { "true" } else { "false" }, by_default);
            self.out.request.custom_domains = Some(custom);
        }
    }

    /// A host name is a custom domain unless it has the suffix of a default host name, or is
    /// served with the default certificate.
    fn host(&mut self, item: &Node<'_>, tail: &str, purpose: Option<&'static str>) -> Option<Host> {
        for (name, node) in item.entries() {
            if matches!(key(name), ResourceKey::Private) && !node.is_blank() && !name.eq_ignore_ascii_case("keyVaultId") {
                let path = format!("{tail}.{}", words::shown_key(name));
                // The source and the expiry of the certificate are public; the rest is dropped.
                if !name.eq_ignore_ascii_case("certificateSource") && !name.eq_ignore_ascii_case("certificateStatus") {
                    self.not_read(&path, "a secret or a person's name; dropped", NotReadKind::Private);
                }
            }
        }
        let purpose = purpose.or_else(|| item.get("type")?.text().and_then(words::purpose));
        let built_in =
            item.get("certificateSource").and_then(Node::text).is_some_and(|text| text.eq_ignore_ascii_case("BuiltIn"));
        let name = item.get("hostName").filter(|name| !name.is_blank())?;
        let tail = format!("{tail}.hostName");
        let default = match name.plain().0 {
            Node::Unread(unread) => unread.default_host,
            other => other.text().is_some_and(|text| words::cloud_of_host(text.trim()).is_some() || ends_as_default(text)),
        };
        let stated = self.stated_at(name, &tail);
        let known = stated.and_then(|stated| {
            let host = stated.node.text().map(str::trim).and_then(words::host);
            if host.is_none() {
                self.unreadable(&tail, "not a host name");
            }
            host
        });
        Some(Host { purpose: purpose.map(Text::from), name: known.map(str::to_owned), custom: !default && !built_in })
    }

    pub(super) fn switches(&mut self, fields: &KnownFields<'_>) {
        let custom = fields.get(ResourceKey::CustomProperties);
        if let (Some(slot), Some(stated)) = (custom, self.stated(custom)) {
            let path = slot.path();
            for (name, node) in stated.node.entries() {
                self.custom_property(&path, name, node);
            }
        }
        if let Some(slot) = fields.get(ResourceKey::MinApiVersion).filter(|slot| !slot.node.is_blank()) {
            let path = slot.path();
            let (node, tail) = match slot.node.get("minApiVersion") {
                Some(node) => (node, format!("{path}.minApiVersion")),
                None => (slot.node, path),
            };
            if !matches!(node.plain().0, Node::Map(_))
                && let Some(stated) = self.stated_at(node, &tail)
            {
                match stated.node.text().and_then(words::api_version) {
                    Some(version) => self.out.extras.min_api_version = Some(version.to_owned()),
                    None => self.unreadable(&tail, "not an API version"),
                }
            }
        }
        if let Some(slot) = fields.get(ResourceKey::ApiVersion) {
            self.out.extras.api_version = slot.node.text().and_then(words::api_version).map(str::to_owned);
        }
        if let Some(slot) = fields.get(ResourceKey::PublicAccess) {
            self.out.extras.public_network_access = self.switch(slot.node, &slot.path());
        }
        if let Some(slot) = fields.get(ResourceKey::PrivateEndpoints).filter(|slot| !slot.node.is_blank()) {
            self.out.extras.private_endpoints = u32::try_from(slot.node.items().len()).ok();
        }
        if self.out.extras.endpoints_blocked == Some(true) {
            let in_network = self.out.request.vnet.is_some_and(Vnet::is_injected);
            let removed = !in_network && self.out.extras.locations.iter().all(|location| location.subnet.is_none());
            self.out.extras.network_removed = Some(removed);
            self.out.warnings.push("The description states that every endpoint of this instance is blocked.".into());
            if removed {
                self.out
                    .warnings
                    .push("The description states no virtual network: if there was one, Azure removed it with the block.".into());
            }
            self.out.warnings.push(WAY_OUT.into());
        }
    }

    fn custom_property(&mut self, path: &str, name: &str, node: &Node<'_>) {
        const RETIRED: [&str; 7] = [
            "Gateway.Security.Protocols.Tls10",
            "Gateway.Security.Protocols.Tls11",
            "Gateway.Security.Protocols.Ssl30",
            "Gateway.Security.Backend.Protocols.Tls10",
            "Gateway.Security.Backend.Protocols.Tls11",
            "Gateway.Security.Backend.Protocols.Ssl30",
            "Gateway.Security.Ciphers.TripleDes168",
        ];
        const FAMILY: &str = "Microsoft.WindowsAzure.ApiManagement.";
        let Some((family, rest)) = name.split_at_checked(FAMILY.len()) else { return };
        if !family.eq_ignore_ascii_case(FAMILY) {
            return;
        }
        let tail = format!("{path}[{}]", words::shown_key(name));
        if rest.eq_ignore_ascii_case("Stv2MigrationPreCreatedIps") {
            self.precreated(node, &tail);
        } else if rest.eq_ignore_ascii_case("Service.Disabled") {
            self.out.extras.endpoints_blocked = self.switch(node, &tail);
        } else if rest.eq_ignore_ascii_case("Gateway.ManagedIdentity.DisableOverPrivilegedAccess") {
            self.out.extras.trusted_access_given_up = self.switch(node, &tail);
        } else if let Some(retired) = RETIRED.into_iter().find(|retired| rest.eq_ignore_ascii_case(retired))
            && self.switch(node, &tail) == Some(true)
        {
            self.out.extras.retired_protocols.push(retired.into());
        }
    }

    /// The cloud, by the default host names, otherwise by the region.
    pub(super) fn cloud(&mut self, fields: &KnownFields<'_>) {
        let gateway = fields.get(ResourceKey::GatewayUrl);
        let by_url = gateway.and_then(|slot| {
            let cloud = words::cloud_of_host(words::host_of_url(slot.node.text()?.trim()))?;
            Some((cloud, slot.path()))
        });
        let by_host = || {
            let cloud = self.out.extras.hosts.iter().find_map(|host| words::cloud_of_host(host.name.as_deref()?))?;
            Some((cloud, fields.get(ResourceKey::Hosts)?.path()))
        };
        let by_region = || {
            let cloud = words::cloud_of_region(&self.out.request.locations.first()?.name)?;
            Some((cloud, fields.get(ResourceKey::Location)?.path()))
        };
        let found: Option<(Cloud, String)> = by_url.or_else(by_host).or_else(by_region);
        if let Some((cloud, tail)) = found {
            self.found("cloud", &tail, <&str>::from(cloud), false);
            self.out.request.cloud = Some(cloud);
        }
    }

    /// Only the classified word is kept; a tag takes precedence over the names.
    pub(super) fn environment(&mut self, fields: &KnownFields<'_>) {
        let by_tag = fields.get(ResourceKey::Tags).and_then(|slot| {
            slot.node.entries().iter().find_map(|(name, value)| {
                let tells = matches!(
                    words::lower(name, &mut [0; 32])?,
                    "env" | "environment" | "stage" | "stagename" | "environmentname" | "environmenttype" | "envtype" | "sdlc"
                );
                if tells { words::environment(value.text()?) } else { None }
            })
        });
        let request = &self.out.request;
        self.out.extras.environment = by_tag
            .or_else(|| words::environment(request.name.as_deref()?))
            .or_else(|| words::environment(request.resource_group.as_deref()?));
    }
}

/// An expression or a pattern that ends in a default suffix, such as `[concat(x, '.azure-api.net')]`.
fn ends_as_default(text: &str) -> bool {
    let text = text.trim().trim_end_matches([']', ')', '\'', ' ']);
    words::cloud_of_host(text).is_some()
}
