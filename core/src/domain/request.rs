//! What is known of an instance. Absent means "not known", never "no".

use serde::{Serialize, Serializer};

use super::{
    Cloud, Day, DnsRecord, Firewall, Given, Kind, Layout, Percent, PlatformVersion, Prefix, Read, RegionName, RequestError,
    Share, Tier, Units, UpdateTool, Vnet, ZoneCount, deserialize, object,
};

/// The answers to the questionnaire, or what was read from a description.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
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
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cloud: Option<Cloud>,
    /// The service tier.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tier: Option<Tier>,
    /// The read-only property `platformVersion`; absent, it is inferred where possible.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub platform: Option<PlatformVersion>,
    /// The day the instance was created, for inference only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_on: Option<Day>,
    /// The day of its last update, for inference only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated_on: Option<Day>,
    /// What that update was made with, for inference only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated_with: Option<UpdatedWith>,
    /// The network mode.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vnet: Option<Vnet>,
    /// Are there host names other than the default ones?
    #[serde(skip_serializing_if = "Option::is_none")]
    pub custom_domains: Option<bool>,
    /// How the custom names point at the instance.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub custom_domain_record: Option<DnsRecord>,
    /// Minutes from deciding a DNS change until clients follow it, TTL included.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 525_600)))]
    pub dns_change_minutes: Option<u32>,
    /// What stands between the instance and others.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub firewall: Option<Firewall>,
    /// Does something upstream or downstream pin the instance's addresses?
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ip_dependencies: Option<bool>,
    /// May the existing instance be changed?
    #[serde(skip_serializing_if = "Option::is_none")]
    pub modify_instance: Option<bool>,
    /// May the gateway be away for a while?
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
    #[serde(skip_serializing_if = "Option::is_none")]
    pub goals: Option<Goals>,
    /// The locations; the first is the primary.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub locations: Vec<Location>,
    /// Today, for statements about dates: the planner has no clock.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Day>,
}

object!(
    PlanRequest,
    Self::default(),
    required: 0,
    {
        "name" => name,
        "resourceGroup" => resource_group,
        "subscriptionId" => subscription_id,
        "cloud" => cloud,
        "tier" => tier,
        "platform" => platform,
        "createdOn" => created_on,
        "updatedOn" => updated_on,
        "updatedWith" => updated_with,
        "vnet" => vnet,
        "customDomains" => custom_domains,
        "customDomainRecord" => custom_domain_record,
        "dnsChangeMinutes" => dns_change_minutes as DnsMinutes,
        "firewall" => firewall,
        "ipDependencies" => ip_dependencies,
        "modifyInstance" => modify_instance,
        "downtimeAllowed" => downtime_allowed,
        "nonBusinessHours" => non_business_hours,
        "validateFirst" => validate_first,
        "newSubnet" => new_subnet,
        "returnToOriginalSubnet" => return_to_original_subnet,
        "keyVaultBlocked" => key_vault_blocked,
        "specialVnetConditions" => special_vnet_conditions,
        "selfHostedGateways" => self_hosted_gateways,
        "autoscale" => autoscale,
        "goals" => goals,
        "locations" => locations as Locations,
        "asOf" => as_of,
    }
);

/// What an update was made with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct UpdatedWith {
    /// The portal or the REST interface.
    pub tool: UpdateTool,
    /// The version of the REST interface, such as `2021-01-01-preview`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub api_version: Option<String>,
}

object!(
    UpdatedWith,
    Self { tool: UpdateTool::Portal, api_version: None },
    required: 1,
    {
        "tool" => tool,
        "apiVersion" => api_version,
    }
);

/// The autoscale setting of the primary location. Written as its limits, or as `false`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Autoscale {
    /// There is none.
    Off,
    /// Between two limits.
    Limits(AutoscaleLimits),
}

/// The limits of an autoscale setting: `minimum` is never above `maximum`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AutoscaleLimits {
    /// Never fewer units than this.
    pub minimum: Units,
    /// Never more units than this.
    pub maximum: Units,
    /// So many units come or go at a time.
    pub step: Units,
}

object!(
    AutoscaleLimits,
    Self { minimum: Units::MIN, maximum: Units::MIN, step: Units::MIN },
    required: 3,
    { "minimum" => minimum, "maximum" => maximum, "step" => step },
    contradiction: |limits: &Self| {
        let Self { minimum, maximum, .. } = limits;
        let above = || format!("the minimum of {} lies above the maximum of {}", minimum.get(), maximum.get());
        (minimum > maximum).then(above)
    }
);

impl Serialize for Autoscale {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Off => serializer.serialize_bool(false),
            Self::Limits(limits) => limits.serialize(serializer),
        }
    }
}

impl Read for Autoscale {
    fn read(given: &dyn Given) -> Result<Self, RequestError> {
        const EXPECTED: &str = "`false`, or the limits as { minimum, maximum, step }";
        match given.kind() {
            Kind::Object => AutoscaleLimits::read(given).map(Self::Limits),
            Kind::Bool(false) => Ok(Self::Off),
            _ => Err(RequestError::instead_of(given, EXPECTED)),
        }
    }
}

deserialize!(Autoscale);

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Autoscale {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Autoscale".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let limits = generator.subschema_for::<AutoscaleLimits>();
        let description = "The limits of autoscale in the primary location, or `false`: there is none.";
        schemars::json_schema!({ "description": description, "anyOf": [{ "const": false }, limits] })
    }
}

/// What the instance should survive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Goals {
    /// The loss of one availability zone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub survive_zone_loss: Option<bool>,
    /// The loss of one region.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub survive_region_loss: Option<bool>,
}

object!(
    Goals,
    Self::default(),
    required: 0,
    {
        "surviveZoneLoss" => survive_zone_loss,
        "surviveRegionLoss" => survive_region_loss,
    }
);

/// One location of the instance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Location {
    /// The region, in any spelling.
    pub name: RegionName,
    /// Scale units.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub units: Option<Units>,
    /// Units that carry the peak load.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub units_needed: Option<Units>,
    /// How the units lie over zones.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zones: Option<ZoneLayout>,
    /// This location's own `platformVersion`; absent, it has the instance's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub platform: Option<PlatformVersion>,
    /// Has it a Standard public IP resource of its own?
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub public_ip: Option<bool>,
    /// The location is not there yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub new: Option<bool>,
    /// The measured peak of the Capacity metric.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capacity_percent: Option<Percent>,
    /// The load to aim for; absent means 65, or 40 for one unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target_percent: Option<Percent>,
    /// Percent of the traffic; absent means an even share.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share: Option<Share>,
    /// The public address that Azure has set aside for the migration.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub precreated_ip: Option<String>,
    /// The subnet it stands in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subnet: Option<Subnet>,
}

object!(
    Location,
    Self::new(RegionName::nowhere()),
    required: 1,
    {
        "name" => name,
        "units" => units,
        "unitsNeeded" => units_needed,
        "zones" => zones,
        "platform" => platform,
        "publicIp" => public_ip,
        "new" => new,
        "capacityPercent" => capacity_percent,
        "targetPercent" => target_percent,
        "share" => share,
        "precreatedIp" => precreated_ip,
        "subnet" => subnet,
    }
);

impl Location {
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
            capacity_percent: None,
            target_percent: None,
            share: None,
            precreated_ip: None,
            subnet: None,
        }
    }
}

/// A subnet that a location stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Subnet {
    /// The length of its prefix.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prefix: Option<Prefix>,
    /// How many of its addresses are free now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub available_addresses: Option<u32>,
    /// How many other stv1 instances stand in it.
    #[serde(skip_serializing_if = "Option::is_none")]
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
}

object!(
    Subnet,
    Self::default(),
    required: 0,
    {
        "prefix" => prefix,
        "availableAddresses" => available_addresses,
        "otherInstances" => other_instances,
        "delegated" => delegated,
        "locked" => locked,
        "networkSecurityGroup" => network_security_group,
        "serviceEndpoints" => service_endpoints,
    }
);

/// How the units of a location lie over zones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "camelCase", deny_unknown_fields)]
pub enum ZoneLayout {
    /// The platform spreads the units and does not say where.
    Automatic {},
    /// All in one chosen zone.
    Zonal {},
    /// Spread evenly over chosen zones.
    Redundant {
        /// Two or three; one zone is `zonal`.
        zones: ZoneCount,
    },
}

/// A layout as it is written: only one of them has a number of zones.
struct RawLayout {
    kind: Layout,
    zones: Option<ZoneCount>,
}

object!(
    RawLayout,
    Self { kind: Layout::Automatic, zones: None },
    required: 1,
    { "kind" => kind, "zones" => zones }
);

impl Read for ZoneLayout {
    fn read(given: &dyn Given) -> Result<Self, RequestError> {
        let raw = RawLayout::read(given)?;
        match (raw.kind, raw.zones) {
            (Layout::Automatic, None) => Ok(Self::Automatic {}),
            (Layout::Zonal, None) => Ok(Self::Zonal {}),
            (Layout::Redundant, Some(zones)) => Ok(Self::Redundant { zones }),
            (Layout::Redundant, None) => Err(RequestError::here("the field `zones` is missing")),
            (Layout::Automatic | Layout::Zonal, Some(_)) => Err(RequestError::here("`zones` is for the layout `redundant` only")),
        }
    }
}

deserialize!(ZoneLayout);

/// Minutes that somebody may wait for a record to change.
struct DnsMinutes(Option<u32>);

impl Read for DnsMinutes {
    fn read(given: &dyn Given) -> Result<Self, RequestError> {
        /// A year.
        const LONGEST: u32 = 525_600;
        match Option::<u32>::read(given)? {
            Some(minutes) if minutes > LONGEST => {
                Err(RequestError::here(format!("{minutes} minutes is more than a year; use 0 to {LONGEST}")))
            }
            minutes => Ok(Self(minutes)),
        }
    }
}

/// The locations of one instance.
struct Locations(Vec<Location>);

impl Read for Locations {
    fn read(given: &dyn Given) -> Result<Self, RequestError> {
        let locations = Vec::<Location>::read(given)?;
        if locations.len() > Location::MOST {
            let many = locations.len();
            let most = Location::MOST;
            return Err(RequestError::here(format!("{many} locations are too many: one a region, and at most {most}")));
        }
        Ok(Self(locations))
    }
}
