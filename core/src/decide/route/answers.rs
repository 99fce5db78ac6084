//! The answers that paths depend on, with the defaults of the contract.

use super::super::platform::{self, PlatformDecision};
use super::super::subnet;
use super::super::zones::Capacities;
use crate::domain::{DnsRecord, Firewall, Location, PathId, PlanRequest, Subnet, Tier, Vnet};
use crate::facts::regions::region;

/// The answers that paths depend on. Small, so that every other answer can be tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answers {
    /// `None` = not known, here as below.
    pub tier: Option<Tier>,
    /// Basic and Standard are outside networks by default.
    pub vnet: Option<Vnet>,
    /// Host names of the reader's own.
    pub custom_domains: Option<bool>,
    /// How they point at the instance.
    pub custom_domain_record: Option<DnsRecord>,
    /// The firewall between the instance and other systems.
    pub firewall: Option<Firewall>,
    /// Something lists the IP addresses.
    pub ip_dependencies: Option<bool>,
    /// The instance may be changed.
    pub modify_instance: Option<bool>,
    /// Gateway downtime is acceptable.
    pub downtime_allowed: Option<bool>,
    /// The new gateway must be tested first.
    pub validate_first: Option<bool>,
    /// Another subnet can be provided.
    pub new_subnet: Option<bool>,
    /// The instance must end where it is.
    pub return_to_original_subnet: Option<bool>,
    /// Key Vault cannot be reached from the subnet.
    pub key_vault_blocked: Option<bool>,
    /// The portal reports special conditions.
    pub special_vnet_conditions: Option<bool>,
    /// What the subnets of today allow.
    pub subnets: Subnets,
    /// Whether every region has zones: `Some(false)` when one certainly has none.
    pub regions_have_zones: Option<bool>,
    /// The goals lead to other zones after the migration, which changes the addresses again.
    pub rezones_afterwards: bool,
}

/// What the subnets of the locations that have yet to move allow, taken together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Subnets {
    /// One of them is delegated.
    pub delegated: bool,
    /// In one of them a second copy certainly does not fit.
    pub no_room: bool,
    /// One of them holds other stv1 instances.
    pub shared: bool,
}

impl Answers {
    /// What a request says, with the contract's defaults.
    pub fn of(request: &PlanRequest, instance: PlatformDecision) -> Self {
        let vnet = request.vnet.or(match request.tier {
            Some(Tier::Basic | Tier::Standard) => Some(Vnet::None),
            None
            | Some(
                Tier::Consumption
                | Tier::Developer
                | Tier::Premium
                | Tier::Isolated
                | Tier::BasicV2
                | Tier::StandardV2
                | Tier::PremiumV2,
            ) => None,
        });
        Self {
            tier: request.tier,
            vnet,
            custom_domains: request.custom_domains,
            custom_domain_record: request.custom_domain_record,
            firewall: request.firewall,
            ip_dependencies: request.ip_dependencies,
            modify_instance: request.modify_instance,
            downtime_allowed: request.downtime_allowed,
            validate_first: request.validate_first,
            new_subnet: request.new_subnet,
            return_to_original_subnet: request.return_to_original_subnet,
            key_vault_blocked: request.key_vault_blocked,
            special_vnet_conditions: request.special_vnet_conditions,
            subnets: to_move(request, instance)
                .filter_map(|location| location.subnet.map(|subnet| (location, subnet)))
                .fold(Subnets::default(), |all, (location, subnet)| all.and(location, &subnet, request.tier, vnet)),
            regions_have_zones: regions_have_zones(request, instance),
            rezones_afterwards: false,
        }
    }

    /// The same with what the capacity plan adds after the migration.
    #[must_use]
    pub fn followed_by(self, capacities: &Capacities) -> Self {
        let goal = capacities.aim.zone || capacities.aim.region;
        let rezones = capacities.locations.iter().any(|location| location.moves && location.rezones);
        Self { rezones_afterwards: goal && rezones, ..self }
    }

    /// Whether the new gateway can be tested before live traffic moves: names must wait for the reader's DNS change.
    ///
    /// In internal mode they do, whatever they are. In external mode only custom domains with A records do; default host
    /// host names and CNAME records that point at them follow automatically. `None` while custom domains are open.
    pub fn names_wait(&self) -> Option<bool> {
        match self.vnet? {
            Vnet::Internal => Some(true),
            Vnet::External | Vnet::None if self.has_no_a_record() => Some(false),
            Vnet::External | Vnet::None => self.has_a_record().then_some(true),
        }
    }

    /// Injected in a virtual network; `None` if the mode is not answered.
    pub fn injected(&self) -> Option<bool> {
        self.vnet.map(Vnet::is_injected)
    }

    /// Gateway downtime is not acceptable.
    pub fn downtime_refused(&self) -> bool {
        self.downtime_allowed == Some(false)
    }

    /// A custom domain certainly uses an A record.
    pub fn has_a_record(&self) -> bool {
        self.custom_domains != Some(false) && self.custom_domain_record == Some(DnsRecord::A)
    }

    /// No custom domain uses an A record.
    pub fn has_no_a_record(&self) -> bool {
        self.custom_domains == Some(false) || self.custom_domain_record == Some(DnsRecord::Cname)
    }

    /// The tier can't be injected, although the network mode says so.
    pub fn contradicts_itself(&self) -> bool {
        matches!(self.tier, Some(Tier::Basic | Tier::Standard)) && self.injected() == Some(true)
    }

    /// Two special conditions at once; single conditions that alone exclude the same subnet are not counted here.
    pub(super) fn two_conditions(&self) -> bool {
        self.special_vnet_conditions == Some(true) && self.subnets.shared
    }

    /// The subnet of today cannot be used, whatever the address.
    pub(super) fn subnet_unusable(&self) -> bool {
        self.subnets.delegated || self.key_vault_blocked == Some(true) || self.subnets.no_room || self.two_conditions()
    }
}

impl Subnets {
    pub(super) fn and(self, location: &Location, subnet: &Subnet, tier: Option<Tier>, vnet: Option<Vnet>) -> Self {
        // With mode or tier open the smaller need counts: only what is certain excludes a path. One unit can be a Developer instance.
        let mode = vnet.unwrap_or(Vnet::External);
        let units = location.units.map_or(1, crate::domain::Units::get);
        let tier = tier.or((units == 1).then_some(Tier::Developer));
        let copy = subnet::addresses(units, tier, mode);
        Self {
            delegated: self.delegated || subnet.delegated == Some(true),
            no_room: self.no_room || subnet::copy_fits(subnet, copy) == Some(false),
            shared: self.shared || subnet.other_instances.is_some_and(|others| others > 0),
        }
    }
}

/// The locations that exist and are not known to run on stv2.
pub fn to_move(request: &PlanRequest, instance: PlatformDecision) -> impl Iterator<Item = &Location> {
    request.locations.iter().filter(move |location| is_to_move(location, instance))
}

/// Whether a location exists and is not known to run on stv2.
pub fn is_to_move(location: &Location, instance: PlatformDecision) -> bool {
    let on_stv2 = platform::of_location(location, instance).settled().is_some_and(crate::domain::PlatformVersion::is_stv2);
    location.new != Some(true) && !on_stv2
}

/// `Some(false)` as soon as one region certainly has none, `None` when one is not known.
pub(super) fn regions_have_zones(request: &PlanRequest, instance: PlatformDecision) -> Option<bool> {
    let mut all = Some(true);
    for location in to_move(request, instance) {
        match region(location.name.as_str()).map(|region| region.zones) {
            Some(false) => return Some(false),
            Some(true) => {}
            None => all = None,
        }
    }
    all
}

impl Answers {
    pub(super) fn cannot_be_injected(&self) -> bool {
        match self.tier {
            Some(Tier::Basic | Tier::Standard) => true,
            None
            | Some(
                Tier::Developer
                | Tier::Premium
                | Tier::Isolated
                | Tier::Consumption
                | Tier::BasicV2
                | Tier::StandardV2
                | Tier::PremiumV2,
            ) => false,
        }
    }

    pub(super) fn lacks_zones(&self) -> bool {
        match self.tier {
            Some(Tier::Developer | Tier::Basic | Tier::Standard) => true,
            None
            | Some(Tier::Premium | Tier::Isolated | Tier::Consumption | Tier::BasicV2 | Tier::StandardV2 | Tier::PremiumV2) => {
                false
            }
        }
    }

    /// Whether the path has gateway downtime; `None` while the network mode is open.
    pub fn takes_gateway(&self, path: PathId) -> Option<bool> {
        let special = self.special_vnet_conditions == Some(true);
        match path {
            PathId::SameSubnetPreserveVip if special => Some(true),
            PathId::SameSubnetPreserveVip => match self.vnet {
                Some(Vnet::Internal) => Some(true),
                Some(Vnet::External | Vnet::None) => Some(false),
                None => None,
            },
            PathId::InPlacePreserveVip => Some(true),
            PathId::SameSubnetNewVip
            | PathId::NewSubnetKeep48h
            | PathId::NewSubnetReturn
            | PathId::InPlaceNewVip
            | PathId::EnableZoneRedundancy
            | PathId::SideBySide => Some(false),
            // A network change has gateway downtime in Developer only.
            PathId::InjectIntoVnet => Some(self.tier == Some(Tier::Developer)),
        }
    }
}
