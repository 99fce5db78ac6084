//! Requests at random: every field open or answered, every value that a request can hold.

#![expect(clippy::expect_used, reason = "the numbers are drawn from within the bounds")]
use apim_plan::{
    Autoscale, AutoscaleLimits, Day, Goals, Location, Percent, PlanRequest, Prefix, RegionName, Share, Subnet, Units,
    UpdatedWith, ZoneCount, ZoneLayout,
};
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use strum::IntoEnumIterator;

/// One of a vocabulary's words, or no answer.
fn word<T: IntoEnumIterator + Clone + std::fmt::Debug + 'static>() -> impl Strategy<Value = Option<T>> {
    of(select(T::iter().collect::<Vec<_>>()))
}

/// Mostly a number that people have, now and then one that nobody has.
fn units() -> impl Strategy<Value = Units> {
    prop_oneof![8 => 1..=12_u32, 2 => 13..=40_u32, 1 => 1..=10_000_u32]
        .prop_map(|units| Units::new(units).expect("within the bounds"))
}

/// Regions with zones, regions without, sovereign ones, and one that is on no list.
fn region() -> impl Strategy<Value = RegionName> {
    select(vec!["West Europe", "eastus", "japaneast", "westus", "norwaywest", "chinanorth3", "usgovtexas", "atlantis"])
        .prop_map(|name| RegionName::new(name).expect("a name"))
}

fn day() -> impl Strategy<Value = Day> {
    (2018..=2026_i16, 1..=12_i8, 1..=28_i8).prop_map(|(year, month, day)| Day::constant(year, month, day))
}

fn zones() -> impl Strategy<Value = ZoneLayout> {
    select(vec![
        ZoneLayout::Automatic {},
        ZoneLayout::Zonal {},
        ZoneLayout::Redundant { zones: ZoneCount::TWO },
        ZoneLayout::Redundant { zones: ZoneCount::THREE },
    ])
}

fn percent() -> impl Strategy<Value = Percent> {
    (1..=100_u32).prop_map(|percent| Percent::new(percent).expect("within the bounds"))
}

prop_compose! {
    fn subnet()(
        prefix in of((16..=29_u32).prop_map(|bits| Prefix::new(bits).expect("within the bounds"))),
        available_addresses in of(prop_oneof![0..=64_u32, any::<u32>()]),
        other_instances in of(prop_oneof![0..=3_u32, any::<u32>()]),
        delegated in any::<Option<bool>>(),
        locked in any::<Option<bool>>(),
        network_security_group in any::<Option<bool>>(),
        service_endpoints in any::<Option<bool>>(),
    ) -> Subnet {
        Subnet { prefix, available_addresses, other_instances, delegated, locked, network_security_group, service_endpoints }
    }
}

prop_compose! {
    fn location()(
        name in region(),
        (units, units_needed) in (of(units()), of(units())),
        zones in of(zones()),
        platform in word(),
        (public_ip, new) in any::<(Option<bool>, Option<bool>)>(),
        (capacity_percent, target_percent) in (of(percent()), of(percent())),
        share in of((0..=100_u32).prop_map(|share| Share::new(share).expect("within the bounds"))),
        precreated_ip in of("[0-9.]{7,15}"),
        subnet in of(subnet()),
    ) -> Location {
        Location {
            name, units, units_needed, zones, platform, public_ip, new, capacity_percent, target_percent, share,
            precreated_ip, subnet,
        }
    }
}

fn autoscale() -> impl Strategy<Value = Autoscale> {
    prop_oneof![
        Just(Autoscale::Off),
        (units(), units(), units()).prop_map(|(one, other, step)| {
            Autoscale::Limits(AutoscaleLimits { minimum: one.min(other), maximum: one.max(other), step })
        }),
    ]
}

prop_compose! {
    fn instance()(
        name in of("[a-z'\" $-]{0,12}"),
        (cloud, tier, platform, vnet) in (word(), word(), word(), word()),
        (created_on, updated_on, as_of) in (of(day()), of(day()), of(day())),
        updated_with in of((word(), of("20[12][0-9]-0[1-9]-[01][0-9](-preview)?|[a-z]{0,4}"))),
        (custom_domains, custom_domain_record, dns_change_minutes) in (any::<Option<bool>>(), word(), of(0..=525_600_u32)),
        firewall in word(),
        goals in of(any::<(Option<bool>, Option<bool>)>()),
        autoscale in of(autoscale()),
    ) -> PlanRequest {
        PlanRequest {
            name, cloud, tier, platform, vnet, created_on, updated_on, as_of,
            updated_with: updated_with
                .and_then(|(tool, api_version)| tool.map(|tool| UpdatedWith { tool, api_version })),
            custom_domains, custom_domain_record, dns_change_minutes, firewall, autoscale,
            goals: goals.map(|(survive_zone_loss, survive_region_loss)| Goals { survive_zone_loss, survive_region_loss }),
            ..PlanRequest::default()
        }
    }
}

prop_compose! {
    /// Any request that can be read.
    pub(crate) fn requests()(
        instance in instance(),
        (ip_dependencies, modify_instance, downtime_allowed) in any::<(Option<bool>, Option<bool>, Option<bool>)>(),
        (non_business_hours, validate_first, new_subnet) in any::<(Option<bool>, Option<bool>, Option<bool>)>(),
        (return_to_original_subnet, key_vault_blocked) in any::<(Option<bool>, Option<bool>)>(),
        (special_vnet_conditions, self_hosted_gateways) in any::<(Option<bool>, Option<bool>)>(),
        locations in proptest::collection::vec(location(), 0..=4),
    ) -> PlanRequest {
        PlanRequest {
            ip_dependencies, modify_instance, downtime_allowed, non_business_hours, validate_first, new_subnet,
            return_to_original_subnet, key_vault_blocked, special_vnet_conditions, self_hosted_gateways, locations,
            ..instance
        }
    }
}
