use serde::{Deserialize, Serialize};
use strum::{EnumIter, IntoStaticStr, VariantNames};

/// A vocabulary: its values are written the way the contract spells them.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident $case:literal { $($(#[$vdoc:meta])* $variant:ident),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, EnumIter, IntoStaticStr, VariantNames)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(rename_all = $case)]
        #[strum(serialize_all = $case)]
        pub enum $name { $($(#[$vdoc])* $variant),+ }
    };
}

words! {
    /// The Azure cloud the instance runs in.
    Cloud "camelCase" {
        /// The public cloud.
        Global,
        /// Azure Government.
        Government,
        /// Azure operated by 21Vianet.
        China,
    }
}

/// The service tier.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, EnumIter, IntoStaticStr, VariantNames,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum Tier {
    /// Billed by the call, on shared compute.
    Consumption,
    /// For trying out; no service level.
    Developer,
    /// Classic Basic.
    Basic,
    /// Classic Standard.
    Standard,
    /// Classic Premium: the tier with zones, regions and injection.
    Premium,
    /// Classic Isolated, which is not documented.
    Isolated,
    /// Basic v2.
    BasicV2,
    /// Standard v2.
    StandardV2,
    /// Premium v2.
    PremiumV2,
}

/// The compute platform: the read-only property `platformVersion`.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, EnumIter, IntoStaticStr, VariantNames,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
pub enum PlatformVersion {
    /// Single-tenant, first generation; retired.
    Stv1,
    /// Single-tenant, second generation.
    Stv2,
    /// A revision of the second generation that Azure rolls out automatically.
    #[serde(rename = "stv2.1")]
    #[strum(serialize = "stv2.1")]
    Stv2_1,
    /// Multi-tenant: Consumption.
    Mtv1,
}

words! {
    /// The network mode.
    Vnet "camelCase" {
        /// Not injected in a virtual network.
        None,
        /// Injected; the gateway is reachable from outside.
        External,
        /// Injected; the gateway is reachable from inside only.
        Internal,
    }
}

words! {
    /// How custom host names point at the instance.
    DnsRecord "camelCase" {
        /// CNAME record: follows automatically.
        Cname,
        /// A record: must be updated.
        A,
    }
}

words! {
    /// The firewall between the instance and other systems.
    Firewall "camelCase" {
        /// Nothing.
        None,
        /// Rules that list IP addresses or ranges.
        Rules,
        /// All outbound traffic is sent through an appliance.
        ForcedTunnel,
    }
}

words! {
    /// What an update was made with.
    UpdateTool "camelCase" {
        /// The Azure portal.
        Portal,
        /// The REST interface, or a template.
        Api,
    }
}

words! {
    /// Whether a migration in the same subnet or in place preserves the VIP.
    Vip "camelCase" {
        /// The VIP is preserved.
        Preserve,
        /// The instance gets a new VIP.
        New,
    }
}

words! {
    /// Which platform question the answers settle, and how surely.
    Certainty "camelCase" {
        /// The property was given.
        Stated,
        /// Tier or zones settle it.
        Inferred,
        /// Only dates and tools indicate it.
        Uncertain,
        /// No answer indicates a platform.
        Unknown,
    }
}

words! {
    /// What the plan is about.
    Status "camelCase" {
        /// Runs on stv1 and must migrate.
        Migrate,
        /// Every location is on stv2 or stv2.1.
        Migrated,
        /// Consumption or a v2 tier.
        NotAffected,
        /// The answers do not decide it.
        Unknown,
    }
}

words! {
    /// A way from stv1 to stv2.
    PathId "kebab-case" {
        /// Same subnet, the VIP is preserved.
        SameSubnetPreserveVip,
        /// Same subnet, new VIP.
        SameSubnetNewVip,
        /// Another subnet, stv1 compute is retained for 48 hours.
        #[serde(rename = "new-subnet-keep-48h")]
        #[strum(serialize = "new-subnet-keep-48h")]
        NewSubnetKeep48h,
        /// Another subnet, then a return as soon as the original one is free.
        NewSubnetReturn,
        /// Not injected, the VIP is preserved.
        InPlacePreserveVip,
        /// Not injected, new VIP.
        InPlaceNewVip,
        /// Configuring availability zones, which moves the instance as a side effect.
        EnableZoneRedundancy,
        /// Injecting the instance in a virtual network, which moves it as a side effect.
        InjectIntoVnet,
        /// A second instance, side by side.
        SideBySide,
    }
}

words! {
    /// What the plan says of a path or a layout.
    Verdict "camelCase" {
        /// The best of those that are open.
        Recommended,
        /// Open; it may miss a wish.
        Possible,
        /// Excluded by the pages, the instance, or what can be provided.
        RuledOut,
    }
}

words! {
    /// What happens to a VIP.
    AddressChange "camelCase" {
        /// It is preserved.
        Kept,
        /// It changes.
        Changes,
        /// It changes twice.
        ChangesTwice,
        /// The second instance has its own.
        New,
        /// There was none before.
        Appears,
        /// The network mode has none.
        NotUsed,
    }
}

words! {
    /// The tool of a path.
    Tool "camelCase" {
        /// The Azure portal.
        Portal,
        /// The REST interface.
        Rest,
    }
}

words! {
    /// How much one migration covers.
    Scope "camelCase" {
        /// One migration covers every location.
        AllLocationsAtOnce,
        /// Each location is a migration of its own.
        OneLocationAtATime,
    }
}

words! {
    /// What, apart from the platform, can still cut clients off.
    Exposure "camelCase" {
        /// Until DNS points at the new VIP.
        DnsUpdated,
        /// Until rules and routes allow the new VIP.
        NetworkRulesUpdated,
    }
}

words! {
    /// When an action is due.
    Phase "camelCase" {
        /// Before the migration starts.
        Before,
        /// During the migration.
        During,
        /// After the migration.
        After,
        /// During the return to the original subnet.
        WayBack,
    }
}

words! {
    /// Who does it.
    Owner "camelCase" {
        /// The team that owns the instance.
        Apim,
        /// The network team.
        Network,
        /// The DNS team.
        Dns,
        /// The team that grants permissions and manages secrets.
        Security,
        /// Teams that call the APIs, and owners of backends.
        Clients,
    }
}

words! {
    /// How grave a finding is.
    Severity "camelCase" {
        /// Impossible as described.
        Blocker,
        /// It works, but a wish is missed or something may suffer.
        Risk,
        /// Good to know.
        Note,
    }
}

words! {
    /// How units are distributed across zones.
    Layout "camelCase" {
        /// The platform distributes the units, and the zones are not visible.
        Automatic,
        /// All in one selected zone.
        Zonal,
        /// Distributed evenly across two or three selected zones.
        Redundant,
    }
}

words! {
    /// The role of a location in the instance.
    Role "camelCase" {
        /// The first location: gateway, management plane and developer portal.
        Primary,
        /// A further location: gateway only.
        Secondary,
    }
}

words! {
    /// Whether a location can have zones.
    ZoneSupport "camelCase" {
        /// Tier and region have them.
        Yes,
        /// The region has none.
        No,
        /// Not documented for the region, or the tier is not answered.
        Unknown,
        /// The tier has none, wherever it runs.
        TierLacksZones,
        /// Only when the instance is created: Premium v2.
        OnlyAtCreation,
    }
}

words! {
    /// The four cases in which zones are enabled.
    Scenario "camelCase" {
        /// The location is not in a virtual network.
        NotInjected,
        /// Injected, on stv1.
        InjectedStv1,
        /// Injected, on stv2.
        InjectedStv2,
        /// The location is not there yet.
        NewLocation,
    }
}

impl Tier {
    /// The classic tiers, which the migration is about.
    pub const fn is_classic(self) -> bool {
        match self {
            Self::Developer | Self::Basic | Self::Standard | Self::Premium | Self::Isolated => true,
            Self::Consumption | Self::BasicV2 | Self::StandardV2 | Self::PremiumV2 => false,
        }
    }

    /// The name people use.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Consumption => "Consumption",
            Self::Developer => "Developer",
            Self::Basic => "Basic",
            Self::Standard => "Standard",
            Self::Premium => "Premium",
            Self::Isolated => "Isolated",
            Self::BasicV2 => "Basic v2",
            Self::StandardV2 => "Standard v2",
            Self::PremiumV2 => "Premium v2",
        }
    }
}

impl PlatformVersion {
    /// `stv1`, `stv2`, `stv2.1`, `mtv1`.
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// On the second generation, whichever revision of it.
    pub const fn is_stv2(self) -> bool {
        match self {
            Self::Stv2 | Self::Stv2_1 => true,
            Self::Stv1 | Self::Mtv1 => false,
        }
    }
}

impl Vnet {
    /// The instance is injected in a virtual network.
    pub const fn is_injected(self) -> bool {
        match self {
            Self::External | Self::Internal => true,
            Self::None => false,
        }
    }
}

impl PathId {
    /// What happens to the VIP on the paths within the current subnet: the row of the table that they stand on.
    pub const fn same_subnet(self) -> Option<Vip> {
        match self {
            Self::SameSubnetPreserveVip => Some(Vip::Preserve),
            Self::SameSubnetNewVip => Some(Vip::New),
            Self::NewSubnetKeep48h
            | Self::NewSubnetReturn
            | Self::InPlacePreserveVip
            | Self::InPlaceNewVip
            | Self::EnableZoneRedundancy
            | Self::InjectIntoVnet
            | Self::SideBySide => None,
        }
    }

    /// The name people use, as a heading.
    pub const fn title(self) -> &'static str {
        match self {
            Self::SameSubnetPreserveVip => "Same subnet, preserve the VIP",
            Self::SameSubnetNewVip => "Same subnet, new VIP",
            Self::NewSubnetKeep48h => "New subnet, 48-hour retention",
            Self::NewSubnetReturn => "New subnet, then return",
            Self::InPlacePreserveVip => "In place, preserve the VIP",
            Self::InPlaceNewVip => "In place, new VIP",
            Self::EnableZoneRedundancy => "Enable zone redundancy",
            Self::InjectIntoVnet => "Inject in a virtual network",
            Self::SideBySide => "Side-by-side deployment",
        }
    }

    /// Its place in a list of all paths: the width of a bit set.
    pub const COUNT: usize = 9;
}

words! {
    /// Whether the gateway of a location is switched on.
    GatewayState "camelCase" {
        /// It serves traffic.
        Enabled,
        /// It is switched off (`disableGateway`) and serves nothing.
        Disabled,
    }
}
