//! What is known of an instance. Absent means "not known", never "no".

use std::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, Error, MapAccess, Unexpected, Visitor};
use serde::{Deserialize, Serialize, Serializer};

use super::whole::Whole;
use super::word;
use super::{
    ClosedPorts, Cloud, Day, DnsRecord, Firewall, GatewayState, Layout, Percent, PlatformVersion, Prefix, RegionName, Share,
    Tier, UnitPrice, Units, UpdateTool, Vnet, ZoneCount, object, whole,
};

/// The answers to the questionnaire, or what was read from a description.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct PlanRequest {
    /// The instance's name. Only fills in commands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Its resource group. Only fills in commands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resource_group: Option<String>,
    /// Its subscription. Only fills in commands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subscription_id: Option<String>,
    /// The cloud; absent means the public one.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "word::optional")]
    pub cloud: Option<Cloud>,
    /// The service tier.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "word::optional")]
    pub tier: Option<Tier>,
    /// The read-only property `platformVersion`; absent, it is inferred where possible.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "word::optional")]
    pub platform: Option<PlatformVersion>,
    /// The day the instance was created, for inference only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_on: Option<Day>,
    /// The day of its last update, for inference only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated_on: Option<Day>,
    /// What that update was made with, for inference only.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "object::optional")]
    pub updated_with: Option<UpdatedWith>,
    /// The network mode.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "word::optional")]
    pub vnet: Option<Vnet>,
    /// Are there host names other than the default ones?
    #[serde(skip_serializing_if = "Option::is_none")]
    pub custom_domains: Option<bool>,
    /// How custom domains point at the instance.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "word::optional")]
    pub custom_domain_record: Option<DnsRecord>,
    /// Minutes from deciding a DNS change until clients follow it, TTL included.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "dns_minutes")]
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 525_600)))]
    pub dns_change_minutes: Option<u32>,
    /// The firewall between the instance and other systems.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "word::optional")]
    pub firewall: Option<Firewall>,
    /// Does something upstream or downstream list the instance's IP addresses?
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ip_dependencies: Option<bool>,
    /// May the existing instance be changed?
    #[serde(skip_serializing_if = "Option::is_none")]
    pub modify_instance: Option<bool>,
    /// Is gateway downtime acceptable?
    #[serde(skip_serializing_if = "Option::is_none")]
    pub downtime_allowed: Option<bool>,
    /// Can the work be done outside business hours?
    #[serde(skip_serializing_if = "Option::is_none")]
    pub non_business_hours: Option<bool>,
    /// Must the new gateway be tested before live traffic moves?
    #[serde(skip_serializing_if = "Option::is_none")]
    pub validate_first: Option<bool>,
    /// Can another subnet be provided?
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new_subnet: Option<bool>,
    /// Must the instance end in the subnet it has now?
    #[serde(skip_serializing_if = "Option::is_none")]
    pub return_to_original_subnet: Option<bool>,
    /// Is access to Key Vault blocked from the subnet?
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key_vault_blocked: Option<bool>,
    /// Does the portal report special conditions in the virtual network?
    #[serde(skip_serializing_if = "Option::is_none")]
    pub special_vnet_conditions: Option<bool>,
    /// Are there self-hosted gateways?
    #[serde(skip_serializing_if = "Option::is_none")]
    pub self_hosted_gateways: Option<bool>,
    /// The autoscale limits of the primary location, or that there are none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub autoscale: Option<Autoscale>,
    /// What the instance should survive.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "object::optional")]
    pub goals: Option<Goals>,
    /// Units that one region may have, where support has raised the tier's limit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit_limit: Option<Units>,
    /// What one unit costs a month by the reader's own agreement.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "object::optional")]
    pub unit_price: Option<UnitPrice>,
    /// The locations; the first is the primary.
    #[serde(skip_serializing_if = "Vec::is_empty", deserialize_with = "locations")]
    pub locations: Vec<Location>,
    /// Today, for statements about dates: the planner has no clock.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Day>,
}

/// What an update was made with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct UpdatedWith {
    /// The portal or the REST interface.
    #[serde(deserialize_with = "word::required")]
    pub tool: UpdateTool,
    /// The version of the REST interface, such as `2021-01-01-preview`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub api_version: Option<String>,
}

/// The autoscale setting of the primary location. Written as its limits, or as `false`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Autoscale {
    /// It can't.
    Off,
    /// Between two limits.
    Limits(AutoscaleLimits),
}

/// The limits of an autoscale setting: `minimum` is never above `maximum`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(!try_from))]
#[serde(rename_all = "camelCase", deny_unknown_fields, try_from = "UncheckedLimits")]
pub struct AutoscaleLimits {
    /// Never fewer units than this.
    pub minimum: Units,
    /// Never more units than this.
    pub maximum: Units,
    /// So many units come or go at a time.
    pub step: Units,
}

impl Serialize for Autoscale {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Off => serializer.serialize_bool(false),
            Self::Limits(limits) => limits.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Autoscale {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(FalseOrLimits)
    }
}

struct FalseOrLimits;

impl<'de> Visitor<'de> for FalseOrLimits {
    type Value = Autoscale;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("`false`, or the limits as { minimum, maximum, step }")
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Autoscale, E> {
        if value { Err(E::invalid_value(Unexpected::Bool(value), &self)) } else { Ok(Autoscale::Off) }
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Autoscale, A::Error> {
        AutoscaleLimits::deserialize(MapAccessDeserializer::new(map)).map(Autoscale::Limits)
    }
}

/// Limits before they are compared.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct UncheckedLimits {
    minimum: Units,
    maximum: Units,
    step: Units,
}

/// Limits between which no number of units lies.
#[derive(Debug, thiserror::Error)]
#[error("the minimum of {} is above the maximum of {}", .minimum.get(), .maximum.get())]
struct MinimumAboveMaximum {
    minimum: Units,
    maximum: Units,
}

impl TryFrom<UncheckedLimits> for AutoscaleLimits {
    type Error = MinimumAboveMaximum;

    fn try_from(UncheckedLimits { minimum, maximum, step }: UncheckedLimits) -> Result<Self, MinimumAboveMaximum> {
        if minimum > maximum { Err(MinimumAboveMaximum { minimum, maximum }) } else { Ok(Self { minimum, maximum, step }) }
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Autoscale {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Autoscale".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let limits = generator.subschema_for::<AutoscaleLimits>();
        let description = "The autoscale limits of the primary location, or `false` if autoscale is not configured.";
        schemars::json_schema!({ "description": description, "anyOf": [{ "const": false }, limits] })
    }
}

/// What the instance should survive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Goals {
    /// The loss of one availability zone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub survive_zone_loss: Option<bool>,
    /// The loss of one region.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub survive_region_loss: Option<bool>,
    /// Must the units needed at peak remain during the outage, and not only a part of them?
    #[serde(skip_serializing_if = "Option::is_none")]
    pub guaranteed_capacity: Option<bool>,
}

/// One location of the instance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Location {
    /// The region, in any spelling.
    pub name: RegionName,
    /// Scale units.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub units: Option<Units>,
    /// Units needed at peak.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub units_needed: Option<Units>,
    /// How the units lie over zones.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "object::optional")]
    pub zones: Option<ZoneLayout>,
    /// This location's own `platformVersion`; absent, it has the instance's.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "word::optional")]
    pub platform: Option<PlatformVersion>,
    /// Has it a Standard public IP resource of its own?
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub public_ip: Option<bool>,
    /// The location is not there yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub new: Option<bool>,
    /// Whether the gateway is switched on in this location (the ARM property `disableGateway`); absent means enabled.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "word::optional")]
    pub gateway: Option<GatewayState>,
    /// The measured peak of the Capacity metric.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capacity_percent: Option<Percent>,
    /// The load to aim for; absent means 65, or 40 for one unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target_percent: Option<Percent>,
    /// Percent of the traffic; absent means an even share.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share: Option<Share>,
    /// The precreated public IP address for the migration.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub precreated_ip: Option<String>,
    /// The subnet that it is in.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "object::optional")]
    pub subnet: Option<Subnet>,
}

impl Location {
    /// The location exists, in contrast to one that is still to be added.
    pub fn exists(&self) -> bool {
        self.new != Some(true)
    }

    /// The gateway serves traffic, in contrast to one that is switched off.
    pub fn serves(&self) -> bool {
        self.gateway != Some(GatewayState::Disabled)
    }

    /// More than there are regions. Each location is held against each other one: the plan for a thousand is a book.
    pub(crate) const MOST: usize = 100;

    /// A location of which nothing but the region is known.
    pub const fn new(name: RegionName) -> Self {
        Self {
            name,
            units: None,
            units_needed: None,
            zones: None,
            platform: None,
            public_ip: None,
            new: None,
            gateway: None,
            capacity_percent: None,
            target_percent: None,
            share: None,
            precreated_ip: None,
            subnet: None,
        }
    }
}

/// The subnet of a location.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Subnet {
    /// The length of its prefix.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prefix: Option<Prefix>,
    /// How many of its addresses are free now.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "whole::optional")]
    pub available_addresses: Option<u32>,
    /// How many other stv1 instances are in it.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "whole::optional")]
    pub other_instances: Option<u32>,
    /// Is it delegated to another service?
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delegated: Option<bool>,
    /// Does a resource lock hold it, its network or their resource group?
    #[serde(skip_serializing_if = "Option::is_none")]
    pub locked: Option<bool>,
    /// Is a network security group attached?
    #[serde(skip_serializing_if = "Option::is_none")]
    pub network_security_group: Option<bool>,
    /// Has it service endpoints for Storage, SQL and Key Vault?
    #[serde(skip_serializing_if = "Option::is_none")]
    pub service_endpoints: Option<bool>,
    /// Required ports that the subnet's rules are known not to allow.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closed_ports: Option<ClosedPorts>,
    /// Does the route table send the service tag `ApiManagement` to the internet?
    #[serde(skip_serializing_if = "Option::is_none")]
    pub route_api_management: Option<bool>,
    /// How many of its addresses other resources use.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "whole::optional")]
    pub used_by_others: Option<u32>,
}

/// How the units of a location lie over zones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(!try_from))]
#[serde(tag = "kind", rename_all = "camelCase", deny_unknown_fields, try_from = "LayoutFields")]
pub enum ZoneLayout {
    /// The platform distributes the units, and the zones are not visible.
    Automatic {},
    /// All in one selected zone.
    Zonal {},
    /// Distributed evenly across selected zones.
    Redundant {
        /// Two or three; one zone is `zonal`.
        zones: ZoneCount,
    },
}

impl ZoneLayout {
    /// Whether the zones are selected, in contrast to automatic zones.
    pub const fn is_selected(self) -> bool {
        match self {
            Self::Automatic {} => false,
            Self::Zonal {} | Self::Redundant { .. } => true,
        }
    }
}

/// A layout as it is written. What serde derives for a tagged enum names the layout as a whole for a mistake in `zones`.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct LayoutFields {
    #[serde(deserialize_with = "word::required")]
    kind: Layout,
    zones: Option<ZoneCount>,
}

/// A layout whose fields do not fit together.
#[derive(Debug, thiserror::Error)]
enum LayoutError {
    #[error("missing field `zones`")]
    NoCount,
    #[error("`zones` is for the layout `redundant` only")]
    Count,
}

impl TryFrom<LayoutFields> for ZoneLayout {
    type Error = LayoutError;

    fn try_from(LayoutFields { kind, zones }: LayoutFields) -> Result<Self, LayoutError> {
        match (kind, zones) {
            (Layout::Automatic, None) => Ok(Self::Automatic {}),
            (Layout::Zonal, None) => Ok(Self::Zonal {}),
            (Layout::Redundant, Some(zones)) => Ok(Self::Redundant { zones }),
            (Layout::Redundant, None) => Err(LayoutError::NoCount),
            (Layout::Automatic | Layout::Zonal, Some(_)) => Err(LayoutError::Count),
        }
    }
}

/// Minutes that a DNS change may take: at most a year.
fn dns_minutes<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<u32>, D::Error> {
    const YEAR: u32 = 525_600;
    match Option::deserialize(deserializer)? {
        Some(Whole(minutes @ ..=YEAR)) => Ok(Some(minutes)),
        Some(Whole(minutes)) => Err(D::Error::custom(format_args!("{minutes} minutes is more than a year; use 0 to {YEAR}"))),
        None => Ok(None),
    }
}

/// The locations of one instance.
fn locations<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Location>, D::Error> {
    let locations = object::list(deserializer)?;
    match locations.len() {
        ..=Location::MOST => Ok(locations),
        many => Err(D::Error::custom(format_args!("{many} locations; use at most {}, one for each region", Location::MOST))),
    }
}
