//! From the description of one instance to the answers it gives.

use std::net::IpAddr;

use crate::domain::{Cloud, Location, PlatformVersion, RegionName, Text, Tier, Units, Vnet, ZoneCount, ZoneLayout};

use super::node::{Entry, Node};
use super::shape::{Host, Imported, LocationExtras, NotRead, NotReadKind, ReadField};
use super::words;

/// What a location is called whose region is not stated: its units and zones
/// are worth keeping, and the plan says of it what it says of any region that
/// no page knows.
pub const UNKNOWN_REGION: &str = "unknown";

/// What a key means, in whichever tool's spelling.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Key {
    Id,
    Name,
    Type,
    Location,
    ResourceGroup,
    Subscription,
    Sku,
    Capacity,
    Zones,
    ZoneRedundant,
    Properties,
    Platform,
    State,
    TargetState,
    Created,
    SystemData,
    GatewayUrl,
    Hosts,
    ProxyHosts,
    PortalHosts,
    DeveloperPortalHosts,
    ManagementHosts,
    ScmHosts,
    PublicIps,
    PrivateIps,
    OutboundIps,
    PublicIpResource,
    Vnet,
    Subnet,
    Locations,
    CustomProperties,
    MinApiVersion,
    ApiVersion,
    DisableGateway,
    NatGateway,
    PublicAccess,
    PrivateEndpoints,
    Tags,
    Private,
    Unneeded,
}

const KEYS: usize = Key::Unneeded as usize;

/// The meaning of a key; names of Resource Graph columns such as `sku_name` included.
fn key(name: &str) -> Key {
    let mut buffer = [0; 64];
    let Some(name) = words::lower(name, &mut buffer) else { return Key::Unneeded };
    let name = name.strip_prefix("properties").and_then(|rest| rest.strip_prefix(['_', '.'])).unwrap_or(name);
    match name {
        "id" | "resourceid" => Key::Id,
        "name" | "resourcename" => Key::Name,
        "type" | "resourcetype" => Key::Type,
        "location" | "region" => Key::Location,
        "resourcegroup" | "resourcegroupname" => Key::ResourceGroup,
        "subscriptionid" => Key::Subscription,
        "sku" | "sku_name" | "sku.name" | "skuname" | "tier" | "skutype" => Key::Sku,
        "capacity" | "sku_capacity" | "sku.capacity" | "skucapacity" | "skuunitcount" | "units" => Key::Capacity,
        "zones" | "zone" | "availabilityzones" => Key::Zones,
        "zoneredundant" => Key::ZoneRedundant,
        "properties" => Key::Properties,
        "platformversion" | "platform" => Key::Platform,
        "provisioningstate" => Key::State,
        "targetprovisioningstate" => Key::TargetState,
        "createdatutc" | "createdtimeutc" => Key::Created,
        "systemdata" => Key::SystemData,
        "gatewayurl" | "runtimeurl" => Key::GatewayUrl,
        "hostnameconfigurations" => Key::Hosts,
        "proxycustomhostnameconfiguration" => Key::ProxyHosts,
        "portalcustomhostnameconfiguration" => Key::PortalHosts,
        "developerportalhostnameconfiguration" | "developerportalcustomhostnameconfiguration" => Key::DeveloperPortalHosts,
        "managementcustomhostnameconfiguration" => Key::ManagementHosts,
        "scmcustomhostnameconfiguration" => Key::ScmHosts,
        "publicipaddresses" | "staticips" => Key::PublicIps,
        "privateipaddresses" => Key::PrivateIps,
        "outboundpublicipaddresses" => Key::OutboundIps,
        "publicipaddressid" => Key::PublicIpResource,
        "virtualnetworktype" | "vpntype" => Key::Vnet,
        "virtualnetworkconfiguration" | "vpnconfiguration" | "virtualnetwork" => Key::Subnet,
        "additionallocations" | "additionalregions" => Key::Locations,
        "customproperties" => Key::CustomProperties,
        "apiversionconstraint" | "minimalcontrolplaneapiversion" => Key::MinApiVersion,
        "apiversion" => Key::ApiVersion,
        "disablegateway" => Key::DisableGateway,
        "natgatewaystate" => Key::NatGateway,
        "publicnetworkaccess" => Key::PublicAccess,
        "privateendpointconnections" => Key::PrivateEndpoints,
        "tags" | "tag" => Key::Tags,
        // Every instance has these; the words of `is_private` need not be looked for in them.
        "etag"
        | "kind"
        | "managedby"
        | "plan"
        | "tenantid"
        | "identity"
        | "scale"
        | "extendedlocation"
        | "additionalproperties"
        | "gatewayregionalurl"
        | "portalurl"
        | "developerportalurl"
        | "managementapiurl"
        | "scmurl"
        | "enableclientcertificate"
        | "restore"
        | "legacyportalstatus"
        | "developerportalstatus"
        | "configurationapi"
        | "releasechannel" => Key::Unneeded,
        name if is_private(name) => Key::Private,
        _ => Key::Unneeded,
    }
}

/// Names of secrets and of people. Wide on purpose: what is dropped by mistake
/// answers nothing, what is kept by mistake cannot be taken back.
fn is_private(name: &str) -> bool {
    const WORDS: [&str; 12] = [
        "password",
        "secret",
        "certificate",
        "email",
        "mail",
        "token",
        "key",
        "credential",
        "publisher",
        "signature",
        "createdby",
        "owner",
    ];
    WORDS.iter().any(|word| name.contains(word))
}

/// A value with the path to it inside of its map.
#[derive(Clone, Copy)]
struct Slot<'n> {
    node: &'n Node<'n>,
    within: &'n str,
    key: &'n str,
}

impl Slot<'_> {
    fn path(&self) -> String {
        if self.within.is_empty() { self.key.to_owned() } else { [self.within, ".", self.key].concat() }
    }
}

/// The entries of a map by what they mean.
struct Fields<'n>([Option<Slot<'n>>; KEYS]);

impl<'n> Fields<'n> {
    fn get(&self, key: Key) -> Option<Slot<'n>> {
        self.0.get(key as usize).copied().flatten()
    }
}

/// The instance that a map describes; `None` when it describes none.
pub(super) fn is_service(entries: &[Entry<'_>]) -> bool {
    let mut marked = false;
    for (name, node) in entries {
        match key(name) {
            Key::Type if !node.is_blank() => return node.text().is_some_and(is_service_type),
            Key::Id => {
                let id = node.text().unwrap_or_default();
                if parse_id(id).is_some_and(|id| id.name.is_some()) {
                    marked = true;
                }
            }
            Key::Properties => marked |= node.entries().iter().any(|(name, _)| is_marker(key(name))),
            meaning => marked |= is_marker(meaning) && !name.eq_ignore_ascii_case("platform"),
        }
    }
    marked
}

/// Keys that hardly any other resource has.
fn is_marker(key: Key) -> bool {
    matches!(key, Key::Platform | Key::GatewayUrl | Key::Vnet | Key::Hosts | Key::ProxyHosts | Key::Locations)
}

fn is_service_type(text: &str) -> bool {
    text.trim().eq_ignore_ascii_case("microsoft.apimanagement/service")
}

struct Id<'i> {
    subscription: Option<&'i str>,
    group: Option<&'i str>,
    name: Option<&'i str>,
}

/// The parts of a resource id; the name only when it is the id of an instance itself.
fn parse_id(id: &str) -> Option<Id<'_>> {
    let mut parts = id.strip_prefix('/')?.split('/');
    let mut after = |name: &str| parts.next().filter(|part| part.eq_ignore_ascii_case(name)).and_then(|_| parts.next());
    let subscription = after("subscriptions");
    let group = after("resourceGroups");
    let provider = after("providers").is_some_and(|part| part.eq_ignore_ascii_case("microsoft.apimanagement"));
    let name = after("service").filter(|_| provider);
    let name = if parts.next().is_some() { None } else { name };
    Some(Id { subscription, group, name })
}

/// The whole id of an instance, in small letters: two instances never share it. `None` where a part is missing or blanked.
pub(super) fn whole_id(node: &Node<'_>) -> Option<String> {
    let id = node.entries().iter().find(|(name, _)| key(name) == Key::Id).and_then(|(_, node)| node.text())?;
    let parts = parse_id(id)?;
    let whole = [parts.subscription, parts.group, parts.name].iter().all(|part| part.and_then(words::name).is_some());
    whole.then(|| id.to_ascii_lowercase())
}

/// Reads one instance. `at` is its place in the input; `template` says that a
/// template describes it.
pub(super) fn read(node: &Node<'_>, at: String, source: Text, template: bool) -> Imported {
    let mut reader =
        Reader { out: Imported { source, at, ..Imported::default() }, prefix: String::new(), defaults: 0, says_platform: false };
    reader.instance(node.entries());
    let Reader { mut out, defaults, says_platform, .. } = reader;
    let classic = out.request.tier.is_none_or(Tier::is_classic);
    let untold = out.request.platform.is_none() && out.request.locations.iter().all(|location| location.platform.is_none());
    if untold && classic && !template && !says_platform {
        out.warnings.push(
            "No platformVersion is stated. Ask for the description with version 2021-04-01-preview of the REST interface or a later one.".into(),
        );
    }
    if template {
        out.warnings.push("Read from a template: what was deployed may have been changed since.".into());
    }
    if defaults > 0 {
        out.warnings
            .push("Some answers are defaults of the template's parameters: the deployment may have been given others.".into());
    }
    super::shape::gravest_first(&mut out.not_read);
    out
}

/// The way back to traffic, as `facts::retirement::UNBLOCK` has it.
const WAY_OUT: &str = "To get it back, send one PATCH with the network mode, a new subnet and Service.Disabled set to False: it restores network and traffic together. Unblocking in the portal comes first there, cannot be undone, and leaves the endpoints public until the network is back (page of 11 March 2025).";

struct Reader {
    out: Imported,
    /// Put before paths: the additional location that is being read.
    prefix: String,
    defaults: usize,
    /// A platform is stated, be it one that was not made out, which is told where it stands.
    says_platform: bool,
}

/// What stands in a description, apart from being there.
struct Stated<'n> {
    node: &'n Node<'n>,
    by_default: bool,
}

impl Reader {
    fn path(&self, tail: &str) -> String {
        let at = &self.out.at;
        let between = match at.as_str() {
            "" => "",
            at if at.starts_with("line ") && !at.contains('.') => ": ",
            _ => ".",
        };
        [at, between, &self.prefix, tail].concat()
    }

    fn not_read(&mut self, tail: &str, why: impl Into<Text>, kind: NotReadKind) {
        let path = self.path(tail);
        self.out.not_read.push(NotRead { path, why: why.into(), kind });
    }

    fn unreadable(&mut self, tail: &str, why: impl Into<Text>) {
        self.not_read(tail, why, NotReadKind::Unreadable);
    }

    fn found(&mut self, field: impl Into<Text>, tail: &str, value: impl Into<Text>, by_default: bool) {
        let from = self.path(tail);
        self.defaults += usize::from(by_default);
        self.out.read.push(ReadField { field: field.into(), from, value: value.into(), by_default });
    }

    /// The value of a slot; `None` when it is not stated or cannot be made
    /// out, which is noted.
    fn stated<'n>(&mut self, slot: Option<Slot<'n>>) -> Option<Stated<'n>> {
        let slot = slot?;
        self.stated_at(slot.node, &slot.path())
    }

    fn stated_at<'n>(&mut self, node: &'n Node<'n>, tail: &str) -> Option<Stated<'n>> {
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
                self.unreadable(tail, "an expression of a template, which only the whole template can explain");
                return None;
            }
            Node::Text(text) if text.starts_with("@{") || text.starts_with("System.") => {
                self.unreadable(tail, "PowerShell cut it off; repeat the command with ConvertTo-Json -Depth 10");
                return None;
            }
            _ => {}
        }
        Some(Stated { node, by_default })
    }

    /// A word of a vocabulary. The word itself is never repeated: what is no
    /// word of ours may be anything.
    fn word<T>(
        &mut self,
        slot: Option<Slot<'_>>,
        parse: impl FnOnce(&str) -> Option<T>,
        why: &'static str,
    ) -> Option<(T, String, bool)> {
        let tail = slot?.path();
        let stated = self.stated(slot)?;
        let word = stated.node.text().map(str::trim).and_then(parse);
        if word.is_none() {
            self.unreadable(&tail, why);
        }
        Some((word?, tail, stated.by_default))
    }

    /// A switch, as a boolean or as a text.
    fn switch(&mut self, node: &Node<'_>, tail: &str) -> Option<bool> {
        let stated = self.stated_at(node, tail)?;
        let on = match stated.node {
            Node::Bool(on) => Some(*on),
            other => other.text().and_then(words::switch),
        };
        if on.is_none() {
            self.unreadable(tail, "neither on nor off");
        }
        on
    }

    /// Sorts the entries of a map by meaning and notes what is left out.
    fn fields<'n>(&mut self, entries: &'n [Entry<'n>]) -> Fields<'n> {
        let mut fields = Fields([None; KEYS]);
        self.sort_into(&mut fields, entries, "");
        if let Some(Slot { node, key, .. }) = fields.get(Key::Properties) {
            self.sort_into(&mut fields, node.entries(), key);
        }
        fields
    }

    fn sort_into<'n>(&mut self, fields: &mut Fields<'n>, entries: &'n [Entry<'n>], within: &'n str) {
        for (name, node) in entries {
            let slot = Slot { node, within, key: words::shown_key(name) };
            match key(name) {
                Key::Private | Key::Unneeded | Key::Tags if node.is_blank() => {}
                Key::Private => self.not_read(&slot.path(), "a secret or somebody's name; dropped", NotReadKind::Private),
                Key::Unneeded => self.not_read(&slot.path(), "answers nothing that a plan asks", NotReadKind::Unneeded),
                meaning => {
                    if let Some(place) = fields.0.get_mut(meaning as usize)
                        && (place.is_none_or(|known| known.node.is_blank()))
                    {
                        *place = Some(slot);
                    }
                    if meaning == Key::Tags {
                        self.not_read(&slot.path(), "tags may say anything; dropped", NotReadKind::Private);
                    }
                }
            }
        }
    }

    fn instance(&mut self, entries: &[Entry<'_>]) {
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
        if fields.get(Key::Type).is_none_or(|slot| slot.node.is_blank()) {
            self.out.warnings.push("The description does not say what it describes; it is read as an API Management instance by its other properties.".into());
        }
    }

    fn names(&mut self, fields: &Fields<'_>) {
        const WHY: &str = "not a name that Azure would take";
        let slot = fields.get(Key::Id);
        let id = slot.and_then(|slot| slot.node.text()).and_then(parse_id);
        let id_path = slot.map(|slot| slot.path()).unwrap_or_default();
        // A child's name starts with the names of its parents; an instance has none.
        if let Some((name, tail, by_default)) = self.word(fields.get(Key::Name), |text| words::name(text).map(str::to_owned), WHY)
        {
            self.found("name", &tail, name.clone(), by_default);
            self.out.request.name = Some(name);
        } else if let Some(name) = id.as_ref().and_then(|id| id.name).and_then(words::name) {
            self.found("name", &id_path, name.to_owned(), false);
            self.out.request.name = Some(name.to_owned());
        }
        if let Some(group) = id.as_ref().and_then(|id| id.group).and_then(words::name) {
            self.found("resourceGroup", &id_path, group.to_owned(), false);
            self.out.request.resource_group = Some(group.to_owned());
        } else if let Some((group, tail, by_default)) =
            self.word(fields.get(Key::ResourceGroup), |text| words::name(text).map(str::to_owned), WHY)
        {
            self.found("resourceGroup", &tail, group.clone(), by_default);
            self.out.request.resource_group = Some(group);
        }
        if let Some(subscription) = id.as_ref().and_then(|id| id.subscription).and_then(words::name) {
            self.found("subscriptionId", &id_path, subscription.to_owned(), false);
            self.out.request.subscription_id = Some(subscription.to_owned());
        } else if let Some((subscription, tail, by_default)) =
            self.word(fields.get(Key::Subscription), |text| words::name(text).map(str::to_owned), WHY)
        {
            self.found("subscriptionId", &tail, subscription.clone(), by_default);
            self.out.request.subscription_id = Some(subscription);
        }
    }

    fn what_it_is(&mut self, fields: &Fields<'_>) {
        if let Some((tier, tail, by_default)) = self.tier(fields) {
            self.found("tier", &tail, <&str>::from(tier), by_default);
            self.out.request.tier = Some(tier);
        }
        if let Some((platform, tail, by_default)) = self.platform(fields) {
            self.found("platform", &tail, platform.as_str(), by_default);
            self.out.request.platform = Some(platform);
        }
        if let Some((state, ..)) = self.word(fields.get(Key::State), words::state, "not a state that Azure documents") {
            self.out.extras.provisioning_state = Some(state.into());
            if state != "Succeeded" {
                self.out
                    .warnings
                    .push(format!("The instance is in the state {state}: what is read here may be about to change.").into());
            }
        }
    }

    fn tier(&mut self, fields: &Fields<'_>) -> Option<(Tier, String, bool)> {
        const WHY: &str = "not one of the tiers";
        let slot = fields.get(Key::Sku)?;
        let stated = self.stated(Some(slot))?;
        let Node::Map(_) = stated.node else { return self.word(Some(slot), words::tier, WHY) };
        let tail = format!("{}.name", slot.path());
        let name = stated.node.get("name")?;
        let named = self.stated_at(name, &tail)?;
        let tier = named.node.text().and_then(words::tier);
        if tier.is_none() {
            self.unreadable(&tail, WHY);
        }
        Some((tier?, tail, named.by_default || stated.by_default))
    }

    fn platform(&mut self, fields: &Fields<'_>) -> Option<(PlatformVersion, String, bool)> {
        let slot = fields.get(Key::Platform);
        self.says_platform |= slot.is_some_and(|slot| !slot.node.is_blank());
        let undetermined = |text: &str| text.trim().eq_ignore_ascii_case("undetermined");
        if let Some(slot) = slot
            && slot.node.text().is_some_and(undetermined)
        {
            self.unreadable(
                &slot.path(),
                "Azure answers that it is undetermined; ask again when the instance is not being changed",
            );
            return None;
        }
        self.word(slot, words::platform, "not a platform that a page names")
    }

    fn dates(&mut self, fields: &Fields<'_>) {
        const WHY: &str = "not a time in ISO form";
        let system = fields.get(Key::SystemData);
        let within = |name: &'static str| {
            let slot = system?;
            slot.node.get(name).map(|node| Slot { node, within: slot.key, key: name })
        };
        let created = fields.get(Key::Created).filter(|slot| !slot.node.is_blank()).or_else(|| within("createdAt"));
        if let Some((day, tail, by_default)) = self.word(created, words::day, WHY) {
            self.found("createdOn", &tail, day.to_string(), by_default);
            self.out.request.created_on = Some(day);
        }
        if let Some((day, tail, by_default)) = self.word(within("lastModifiedAt"), words::day, WHY) {
            self.found("updatedOn", &tail, day.to_string(), by_default);
            self.out.request.updated_on = Some(day);
        }
        if let Some(slot) =
            system.filter(|slot| slot.node.get("createdBy").is_some() || slot.node.get("lastModifiedBy").is_some())
        {
            self.not_read(&format!("{}.createdBy", slot.path()), "a secret or somebody's name; dropped", NotReadKind::Private);
        }
    }

    fn locations(&mut self, fields: &Fields<'_>) {
        let additional = fields.get(Key::Locations);
        let stated = self.stated(additional);
        let has_more = stated.is_some();
        self.location(fields, has_more);
        let (Some(slot), Some(stated)) = (additional, stated) else { return };
        let path = slot.path();
        for (index, item) in stated.node.items().iter().enumerate() {
            let tail = format!("{path}[{index}]");
            let Some(Stated { node, .. }) = self.stated_at(item, &tail) else { continue };
            if node.entries().is_empty() {
                self.unreadable(&tail, "a location was expected here");
                continue;
            }
            self.prefix = format!("{tail}.");
            let fields = self.fields(node.entries());
            self.location(&fields, true);
            self.prefix.clear();
        }
    }

    /// Reads one location. A location of which only the region is not stated
    /// is kept under another name, so that its units and zones are; one of
    /// which nothing is stated is left out, unless others follow it.
    fn location(&mut self, fields: &Fields<'_>, keep: bool) {
        let index = self.out.request.locations.len();
        if index == Location::MOST {
            let place = self.prefix.trim_end_matches('.').to_owned();
            self.unreadable(&place, "an instance has one location in a region at most, and there are not so many regions");
            return;
        }
        let noted = self.out.read.len();
        let field = |name: &str| ["locations[", &index.to_string(), "].", name].concat();
        let additional = !self.prefix.is_empty();

        let name = self.word(fields.get(Key::Location), words::region, "not the name of a region");
        let named = name.is_some();
        if let Some((name, tail, by_default)) = &name {
            self.found(field("name"), tail, name.to_string(), *by_default);
        }
        let Some(name) = name.map(|(name, ..)| name).or_else(|| self.unnamed()) else { return };
        let mut location = Location::new(name);
        if let Some((units, tail, by_default)) = self.units(fields) {
            self.found(field("units"), &tail, units.get().to_string(), by_default);
            location.units = Some(units);
        }
        if let Some((zones, tail, by_default)) = self.zones(fields) {
            let words = match zones {
                ZoneLayout::Redundant { zones } => format!("{} zones", zones.get()).into(),
                ZoneLayout::Zonal {} => Text::from("one zone"),
                ZoneLayout::Automatic {} => Text::from("automatic"),
            };
            self.found(field("zones"), &tail, words, by_default);
            location.zones = Some(zones);
        }
        if let Some(slot) = fields.get(Key::ZoneRedundant)
            && self.switch(slot.node, &slot.path()) == Some(true)
        {
            self.unreadable(&slot.path(), "it says that the units lie in several zones, not in which");
        }
        if additional && let Some((platform, tail, by_default)) = self.platform(fields) {
            self.found(field("platform"), &tail, platform.as_str(), by_default);
            location.platform = Some(platform);
        }
        let mut extras = LocationExtras::default();
        self.public_ip(fields, &mut location, &mut extras, field("publicIp"));
        extras.public_ips = self.addresses(fields.get(Key::PublicIps));
        extras.private_ips = self.addresses(fields.get(Key::PrivateIps));
        extras.outbound_ips = self.addresses(fields.get(Key::OutboundIps));
        extras.subnet = self.subnet(fields);
        if let Some(slot) = fields.get(Key::DisableGateway) {
            extras.gateway_disabled = self.switch(slot.node, &slot.path());
        }
        if let Some(slot) = fields.get(Key::NatGateway) {
            extras.nat_gateway = self.switch(slot.node, &slot.path());
        }
        if !keep && !named && self.out.read.len() == noted && extras == LocationExtras::default() {
            return;
        }
        if !named {
            let name = location.name.clone();
            self.out.warnings.push(
                format!("A location's region is not stated or cannot be read; it is called {name} here. Choose the region.")
                    .into(),
            );
        }
        self.out.request.locations.push(location);
        self.out.extras.locations.push(extras);
    }

    /// A name for a location without one, different from the others'.
    fn unnamed(&self) -> Option<RegionName> {
        let taken =
            self.out.request.locations.iter().filter(|location| location.name.as_str().starts_with(UNKNOWN_REGION)).count();
        let number = if taken == 0 { String::new() } else { (taken + 1).to_string() };
        RegionName::new(&format!("{UNKNOWN_REGION}{number}"))
    }

    fn units(&mut self, fields: &Fields<'_>) -> Option<(Units, String, bool)> {
        let (node, tail) = match fields.get(Key::Sku) {
            Some(sku) if sku.node.get("capacity").is_some() => (sku.node.get("capacity")?, format!("{}.capacity", sku.path())),
            _ => fields.get(Key::Capacity).map(|slot| (slot.node, slot.path()))?,
        };
        let outer = fields.get(Key::Sku).is_some_and(|sku| sku.node.plain().1);
        let stated = self.stated_at(node, &tail)?;
        let number = match stated.node {
            Node::Int(number) => u32::try_from(*number).ok(),
            other => other.text().and_then(|text| text.trim().parse().ok()),
        };
        // Consumption has the capacity 0: it has no units.
        if number == Some(0) {
            return None;
        }
        let units = number.and_then(Units::new);
        if units.is_none() {
            self.unreadable(&tail, "not a number of units");
        }
        Some((units?, tail, stated.by_default || outer))
    }

    fn zones(&mut self, fields: &Fields<'_>) -> Option<(ZoneLayout, String, bool)> {
        let slot = fields.get(Key::Zones)?;
        let tail = slot.path();
        let stated = self.stated(Some(slot))?;
        let mut named = [false; 3];
        let mut clear = true;
        let mut name = |text: &str| {
            let zone = text.trim().parse::<usize>().ok().and_then(|zone| zone.checked_sub(1));
            match zone.and_then(|zone| named.get_mut(zone)) {
                Some(place) => *place = true,
                None => clear = false,
            }
        };
        let mut by_default = stated.by_default;
        for item in stated.node.items() {
            let (item, default) = item.plain();
            by_default |= default;
            match item {
                Node::Int(zone) => name(&zone.to_string()),
                Node::Text(text) => text.split(',').for_each(&mut name),
                _ => name(""),
            }
        }
        let count = named.iter().filter(|named| **named).count();
        let layout = match u32::try_from(count) {
            Ok(1) => Some(ZoneLayout::Zonal {}),
            Ok(count) => ZoneCount::new(count).map(|zones| ZoneLayout::Redundant { zones }),
            Err(_) => None,
        };
        if !clear || layout.is_none() {
            self.unreadable(&tail, "not a list of zones 1 to 3");
            return None;
        }
        Some((layout?, tail, by_default))
    }

    fn public_ip(&mut self, fields: &Fields<'_>, location: &mut Location, extras: &mut LocationExtras, field: String) {
        let Some(slot) = fields.get(Key::PublicIpResource) else { return };
        let tail = slot.path();
        // A template names the resource by a function: which it is stays open, that there is one does not.
        if let (Node::Unread(unread), by_default) = slot.node.plain()
            && unread.something
        {
            self.found(field, &tail, "true", by_default);
            location.public_ip = Some(true);
            return;
        }
        let Some(stated) = self.stated(Some(slot)) else { return };
        let Some(id) = stated.node.text() else {
            self.unreadable(&tail, "not the id of a public IP address");
            return;
        };
        self.found(field, &tail, "true", stated.by_default);
        location.public_ip = Some(true);
        extras.public_ip_resource = words::resource_id(id).map(str::to_owned);
    }

    fn addresses(&mut self, slot: Option<Slot<'_>>) -> Vec<String> {
        let Some(stated) = self.stated(slot) else { return Vec::new() };
        let tail = slot.map(|slot| slot.path()).unwrap_or_default();
        let mut addresses = Vec::new();
        let mut clear = true;
        for item in stated.node.items() {
            // PowerShell writes a list of one, or joins a list, as a text.
            for text in item.text().unwrap_or_default().split([',', ' ']).filter(|text| !text.is_empty()) {
                match text.parse::<IpAddr>() {
                    Ok(address) => addresses.push(address.to_string()),
                    Err(_) => clear = false,
                }
            }
        }
        if !clear {
            self.unreadable(&tail, "not an IP address");
        }
        addresses
    }

    fn subnet(&mut self, fields: &Fields<'_>) -> Option<String> {
        let slot = fields.get(Key::Subnet)?;
        let stated = self.stated(Some(slot))?;
        let (node, tail) = match stated.node {
            Node::Map(_) => (stated.node.get("subnetResourceId")?, format!("{}.subnetResourceId", slot.path())),
            _ => (stated.node, slot.path()),
        };
        let stated = self.stated_at(node, &tail)?;
        let id = stated.node.text().and_then(words::resource_id);
        if id.is_none() {
            self.unreadable(&tail, "not the id of a subnet");
        }
        id.map(str::to_owned)
    }

    fn network(&mut self, fields: &Fields<'_>) {
        if let Some((vnet, tail, by_default)) = self.word(fields.get(Key::Vnet), words::vnet, "not a network mode") {
            self.found("vnet", &tail, <&str>::from(vnet), by_default);
            self.out.request.vnet = Some(vnet);
        }
    }

    fn hosts(&mut self, fields: &Fields<'_>) {
        const LISTS: [(Key, Option<&str>); 6] = [
            (Key::Hosts, None),
            (Key::ProxyHosts, Some("Proxy")),
            (Key::PortalHosts, Some("Portal")),
            (Key::DeveloperPortalHosts, Some("DeveloperPortal")),
            (Key::ManagementHosts, Some("Management")),
            (Key::ScmHosts, Some("Scm")),
        ];
        let (mut from, mut by_default) = (None, false);
        for (key, purpose) in LISTS {
            let slot = fields.get(key);
            let (Some(slot), Some(stated)) = (slot, self.stated(slot)) else { continue };
            let path = slot.path();
            for (index, item) in stated.node.items().iter().enumerate() {
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

    /// A host name is custom unless it ends as the platform's own do, or is
    /// served with the platform's own certificate.
    fn host(&mut self, item: &Node<'_>, tail: &str, purpose: Option<&'static str>) -> Option<Host> {
        for (name, node) in item.entries() {
            if matches!(key(name), Key::Private) && !node.is_blank() && !name.eq_ignore_ascii_case("keyVaultId") {
                let path = format!("{tail}.{}", words::shown_key(name));
                // What the certificate is from and when it ends is public; the rest is dropped as a whole.
                if !name.eq_ignore_ascii_case("certificateSource") && !name.eq_ignore_ascii_case("certificateStatus") {
                    self.not_read(&path, "a secret or somebody's name; dropped", NotReadKind::Private);
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

    fn switches(&mut self, fields: &Fields<'_>) {
        let custom = fields.get(Key::CustomProperties);
        if let (Some(slot), Some(stated)) = (custom, self.stated(custom)) {
            let path = slot.path();
            for (name, node) in stated.node.entries() {
                self.custom_property(&path, name, node);
            }
        }
        if let Some(slot) = fields.get(Key::MinApiVersion).filter(|slot| !slot.node.is_blank()) {
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
                    None => self.unreadable(&tail, "not a version of the REST interface"),
                }
            }
        }
        if let Some(slot) = fields.get(Key::ApiVersion) {
            self.out.extras.api_version = slot.node.text().and_then(words::api_version).map(str::to_owned);
        }
        if let Some(slot) = fields.get(Key::PublicAccess) {
            self.out.extras.public_network_access = self.switch(slot.node, &slot.path());
        }
        if let Some(slot) = fields.get(Key::PrivateEndpoints).filter(|slot| !slot.node.is_blank()) {
            self.out.extras.private_endpoints = u32::try_from(slot.node.items().len()).ok();
        }
        if self.out.extras.endpoints_blocked == Some(true) {
            let in_network = self.out.request.vnet.is_some_and(Vnet::is_injected);
            let removed = !in_network && self.out.extras.locations.iter().all(|location| location.subnet.is_none());
            self.out.extras.network_removed = Some(removed);
            self.out.warnings.push("The description says that every endpoint of this instance is blocked.".into());
            if removed {
                self.out
                    .warnings
                    .push("It states no virtual network: if there was one, Azure has taken it away with the block.".into());
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

    /// The addresses set aside for the migration: a list in one text, one for each location.
    fn precreated(&mut self, node: &Node<'_>, tail: &str) {
        let Some(stated) = self.stated_at(node, tail) else { return };
        let texts = stated.node.text().unwrap_or_default().split([',', ';']).map(str::trim).filter(|text| !text.is_empty());
        let addresses: Option<Vec<_>> = texts.map(|text| text.parse::<IpAddr>().ok()).collect();
        let Some(addresses) = addresses.filter(|addresses| !addresses.is_empty()) else {
            self.unreadable(tail, "not a list of IP addresses");
            return;
        };
        let by_default = stated.by_default;
        let count = self.out.request.locations.len();
        if addresses.len() != count {
            self.out.warnings.push(
                format!("{} addresses are set aside for {count} locations: which belongs where is not stated.", addresses.len())
                    .into(),
            );
            self.out.extras.precreated_ips = addresses.iter().map(ToString::to_string).collect();
            return;
        }
        if count > 1 {
            self.out.warnings.push(
                "The addresses set aside for the migration are given to the locations in the order they stand in; Azure does not say which belongs where.".into(),
            );
        }
        for (index, address) in addresses.iter().enumerate() {
            self.found(format!("locations[{index}].precreatedIp"), tail, address.to_string(), by_default);
            if let Some(location) = self.out.request.locations.get_mut(index) {
                location.precreated_ip = Some(address.to_string());
            }
        }
    }

    /// The cloud: by the host names that Azure gives, else by the region.
    fn cloud(&mut self, fields: &Fields<'_>) {
        let gateway = fields.get(Key::GatewayUrl);
        let by_url = gateway.and_then(|slot| {
            let cloud = words::cloud_of_host(words::host_of_url(slot.node.text()?.trim()))?;
            Some((cloud, slot.path()))
        });
        let by_host = || {
            let cloud = self.out.extras.hosts.iter().find_map(|host| words::cloud_of_host(host.name.as_deref()?))?;
            Some((cloud, fields.get(Key::Hosts)?.path()))
        };
        let by_region = || {
            let cloud = words::cloud_of_region(&self.out.request.locations.first()?.name)?;
            Some((cloud, fields.get(Key::Location)?.path()))
        };
        let found: Option<(Cloud, String)> = by_url.or_else(by_host).or_else(by_region);
        if let Some((cloud, tail)) = found {
            self.found("cloud", &tail, <&str>::from(cloud), false);
            self.out.request.cloud = Some(cloud);
        }
    }

    /// Only the classified word leaves; a tag goes before the names.
    fn environment(&mut self, fields: &Fields<'_>) {
        let by_tag = fields.get(Key::Tags).and_then(|slot| {
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
