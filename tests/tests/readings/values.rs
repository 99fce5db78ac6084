//! What the facts and the decisions have for an entry of the second reading: computed, never typed.

use apim_plan::cite::{Citation, Cited};
use apim_plan::facts::migration as m;
use apim_plan::facts::network::{KEPT_BY_AZURE, UPDATE_LEAST, addresses_per_unit, balancer_addresses, usable};
use apim_plan::facts::platform::{
    SECOND_PLATFORM_API, TIERS_2022, UPDATE_MOVES, UPDATED_SINCE_APRIL_2021, WITHOUT_STV2_IN_2023, runs_on, settled_by,
};
use apim_plan::facts::ports::{Direction, Mode, Need, PortRule, TABLE};
use apim_plan::facts::regions::{REGIONS, region};
use apim_plan::facts::reliability::{CONFIGURATION_LAG, CONFIGURATION_SYNC, REGION_SYNC};
use apim_plan::facts::retirement::{NO_SLA_FROM, retired_on};
use apim_plan::facts::specification::{API_VERSION_WITH_DOWNTIME, mode};
use apim_plan::facts::tiers::{
    TierZones, autoscales, backs_up, can_be_injected, can_become_premium, chooses_updates, has_regions, has_self_hosted,
    smallest_subnet, tier_maximum, zones,
};
use apim_plan::facts::zones as z;
use apim_plan::{
    Cloud, PlanRequest, PlatformVersion, PortId, Prefix, Scenario, Status, Tier, Vip, Vnet, ZoneCount, assess, plan, read_request,
};
use serde_json::{Value, json};
use strum::IntoEnumIterator;

use super::Reading;

/// What the product carries.
pub(crate) struct Left {
    pub(crate) value: Value,
    pub(crate) unit: &'static str,
    /// The citation whose words must express a bound.
    pub(crate) by: Option<&'static Citation>,
}

const fn left(value: Value, unit: &'static str) -> Left {
    Left { value, unit, by: None }
}

fn cited<T: Copy + Into<Value>>(fact: &Cited<T>, unit: &'static str) -> Left {
    Left { value: fact.value.into(), unit, by: Some(fact.by) }
}

fn range(fact: &Cited<(u32, u32)>) -> Left {
    Left { value: json!([fact.value.0, fact.value.1]), unit: "minutes", by: Some(fact.by) }
}

/// The tiers of which something holds, as the reading writes them. Isolated is in no page, so the reading has no word for it.
fn tiers(holds: impl Fn(Tier) -> bool) -> Left {
    let title = |tier: Tier| {
        let name = <&str>::from(tier);
        let name = name.strip_suffix("V2").map_or_else(|| name.to_owned(), |name| format!("{name} v2"));
        let mut signs = name.chars();
        signs.next().map(|first| first.to_uppercase().collect::<String>() + signs.as_str()).unwrap_or_default()
    };
    left(Tier::iter().filter(|tier| *tier != Tier::Isolated && holds(*tier)).map(title).collect(), "none")
}

fn row(vnet: Vnet, vip: Vip, figure: fn(m::Cutover) -> Option<u32>) -> Left {
    let fact = m::same_subnet(vnet, vip);
    Left { value: json!(fact.and_then(|row| figure(row.value))), unit: "minutes", by: fact.map(|row| row.by) }
}

/// The row as its later revision has it.
fn later(vnet: Vnet, vip: Vip, figure: fn(m::Cutover) -> Option<u32>) -> Left {
    let fact = m::same_subnet(vnet, vip);
    let by = fact.map(|row| row.later.last().map_or(row.by, |revision| revision.by));
    Left { value: json!(fact.and_then(|row| figure(row.latest()))), unit: "minutes", by }
}

fn status_of(tier: Tier) -> Status {
    assess(&PlanRequest { tier: Some(tier), ..PlanRequest::default() }).status
}

fn addresses(tier: Option<Tier>, mode: Vnet, units: u32) -> u32 {
    addresses_per_unit(tier) * units + balancer_addresses(mode)
}

/// How many units of a tier fit so many times into a subnet, within the tier's maximum.
fn fitting(prefix: u32, mode: Vnet, copies: u32, tier: Tier) -> Option<u32> {
    let room = usable(Prefix::new(prefix)?);
    let most = tier_maximum(Some(tier)).value;
    Some(
        (0..=most.max(1))
            .rev()
            .find(|units| *units == 0 || copies * addresses(Some(tier), mode, *units) <= room)
            .unwrap_or_default(),
    )
}

/// In either mode, without the tier's maximum: the arithmetic of the subnet alone.
fn arithmetic(prefix: u32) -> Option<u32> {
    let room = usable(Prefix::new(prefix)?);
    (0..200).rev().find(|units| addresses(Some(Tier::Premium), Vnet::Internal, *units) <= room)
}

fn port(id: PortId) -> Option<&'static PortRule> {
    TABLE.iter().find(|rule| rule.id == id)
}

fn numbers(ports: &str) -> Value {
    let one = |text: &str| text.parse::<u32>().map_or_else(|_| json!(text), |number| json!(number));
    let all: Vec<Value> = ports.split(", ").map(one).collect();
    if let [single] = all.as_slice() { single.clone() } else { Value::Array(all) }
}

/// The port of an entry `d06-port-…`, if the row has the entry's direction, tags, protocol, modes and need as well.
fn port_of(reading: &Reading) -> Option<Left> {
    let id = match reading.id.strip_prefix("d06-port-")? {
        "inbound-internet-clients" => PortId::Clients,
        "inbound-apimanagement" => PortId::ApiManagement,
        "inbound-load-balancer" => PortId::LoadBalancer,
        "inbound-traffic-manager" => PortId::TrafficManager,
        "inbound-load-balancer-machine-health" => PortId::MachineHealth,
        "outbound-internet-certificates" => PortId::CertificateValidation,
        "outbound-storage" => PortId::Storage,
        "outbound-sql" => PortId::Sql,
        "outbound-key-vault" => PortId::KeyVault,
        "outbound-monitor" => PortId::Monitor,
        "outbound-entra" => PortId::EntraId,
        "outbound-connectors" => PortId::Connectors,
        "outbound-event-hub" => PortId::EventHubs,
        "outbound-storage-files" => PortId::FileShare,
        "redis-external" => PortId::Redis,
        "cache-internal" => PortId::Cache,
        "rate-limit-udp" => PortId::RateLimit,
        _ => return None,
    };
    let rule = port(id)?;
    let ours = json!({
        "direction": match rule.direction { Direction::In => "inbound", Direction::Out => "outbound", Direction::InOut => "both" },
        "source": rule.source,
        "destination": rule.destination,
        "protocol": rule.protocol,
        "vnet": match rule.mode { Mode::Both => json!(["external", "internal"]), Mode::External => json!("external") },
        "need": match rule.need {
            Need::Required | Need::RequiredBeyondDeveloper => "required",
            Need::RequiredForSeveralRegions => "required for multi-region",
            Need::Optional => "optional",
        },
    });
    let differs: Vec<&String> =
        reading.when.iter().filter(|(key, value)| ours.get(key).is_some_and(|our| our != *value)).map(|(key, _)| key).collect();
    if differs.is_empty() {
        Some(left(numbers(rule.ports), "port"))
    } else {
        Some(left(json!({ "differs in": differs }), "port"))
    }
}

/// The unit counts from 1 to 6 that a location over so many zones may have: those without a finding.
fn even_units(zones: &Value) -> Value {
    let even = |units: &u32| {
        let request = json!({ "tier": "premium", "platform": "stv2", "locations": [{ "name": "westeurope", "units": units, "zones": zones }] });
        read_request(&request.to_string())
            .is_ok_and(|request| plan(&request).findings.iter().all(|finding| <&str>::from(finding.rule) != "uneven-zone-units"))
    };
    (1..=9).filter(even).take(3).collect()
}

/// The kinds of host names that an internal instance's DNS has to serve, from the records of its plan.
fn internal_names() -> Value {
    let request = read_request(r#"{"name":"contoso","tier":"premium","platform":"stv1","vnet":"internal"}"#);
    let plan = request.map(|request| serde_json::to_value(plan(&request)).unwrap_or_default()).unwrap_or_default();
    let names = apim_plan_tests::value_at(&plan, "paths[id=same-subnet-new-vip].dnsRecords[*].name");
    let kinds = names.as_array().into_iter().flatten().filter_map(|name| {
        let rest = name.as_str()?.strip_prefix("contoso.")?.strip_suffix("azure-api.net")?;
        Some(if rest.is_empty() { "gateway" } else { rest.trim_end_matches('.') }.to_owned())
    });
    kinds.filter(|kind| kind != "configuration").collect()
}

fn configuration_name() -> Value {
    let request =
        read_request(r#"{"name":"contoso","tier":"premium","platform":"stv1","vnet":"internal","selfHostedGateways":true}"#);
    let plan = request.map(|request| serde_json::to_value(plan(&request)).unwrap_or_default()).unwrap_or_default();
    let names = apim_plan_tests::value_at(&plan, "paths[id=same-subnet-new-vip].dnsRecords[*].name");
    let found = names.as_array().into_iter().flatten().filter_map(Value::as_str).find(|name| name.contains(".configuration."));
    json!(found.map(|name| name.replace("contoso", "<name>")))
}

fn under(seconds: &Cited<u32>, by: &'static Citation) -> Left {
    Left { value: json!(format!("under {} seconds", seconds.value)), unit: "none", by: Some(by) }
}

/// What the facts have for an entry that a pattern or a table names.
fn of_a_table(reading: &Reading) -> Option<Left> {
    let id = reading.id.as_str();
    if let Some(name) = id.strip_prefix("d08-region-zones-") {
        return Some(left(json!(region(name)?.zones), "none"));
    }
    if id.starts_with("d06-port-") {
        return port_of(reading);
    }
    let prefix = || id.rsplit('-').next().and_then(|prefix| prefix.parse().ok());
    if id.starts_with("d07-usable-addresses-prefix-") {
        return Some(left(json!(usable(Prefix::new(prefix()?)?)), "addresses"));
    }
    if id.starts_with("d07-max-units-prefix-") {
        return Some(left(json!(arithmetic(prefix()?)), "units"));
    }
    for (start, vnet) in
        [("d07-same-subnet-max-units-external-", Vnet::External), ("d07-same-subnet-max-units-internal-", Vnet::Internal)]
    {
        if id.starts_with(start) {
            return Some(left(json!(fitting(prefix()?, vnet, 2, Tier::Premium)), "units"));
        }
    }
    None
}

#[expect(clippy::too_many_lines, reason = "a table: one line for each entry")]
fn of_a_fact(id: &str) -> Option<Left> {
    use Vip::{New, Preserve};
    use Vnet::{External, Internal};
    let at_least = |value: Value, by| Left { value, unit: "none", by: Some(by) };
    let yes = |value: bool| left(json!(value), "none");
    let text = |value: &str| left(json!(value), "none");
    let zone_count = |by| Left { value: json!(ZoneCount::MIN.get()), unit: "zones", by: Some(by) };
    Some(match id {
        "s000-stv1-tiers" | "s001-stv1-tiers" | "d05-stv1-tiers" => tiers(|tier| runs_on(tier, PlatformVersion::Stv1)),
        "s001-stv2-tiers" | "d05-stv2-tiers" => tiers(|tier| runs_on(tier, PlatformVersion::Stv2)),
        "s000-mtv1-tiers" | "s001-mtv1-tiers" => tiers(|tier| runs_on(tier, PlatformVersion::Mtv1)),
        "s000-stv2-developer-vnet-min-api-version" | "s000-stv2-premium-vnet-min-api-version" => {
            at_least(json!(SECOND_PLATFORM_API), &TIERS_2022)
        }
        "s001-rest-version-that-lands-on-stv2" => at_least(json!(SECOND_PLATFORM_API), &UPDATED_SINCE_APRIL_2021),
        "s001-update-arm-min-api-version" => at_least(json!(SECOND_PLATFORM_API), &UPDATE_MOVES),
        "s002-same-subnet-vip-choices" | "d01-vip-choices" => left(Vip::iter().map(<&str>::from).collect(), "none"),
        "s002-retain-setting-hours" | "s002-retention-keep-48h" => cited(&m::KEEP_48H, "minutes"),
        "s002-lock-preserve" | "d02-lock-preserve" => cited(&m::LOCK_PRESERVE, "minutes"),
        "s002-lock-new" | "d02-lock-new" => cited(&m::LOCK_NEW, "minutes"),
        "s002-faq-lock" | "d02-faq-lock" | "d02-lock-new-subnet" => cited(&m::LOCK_NEW_SUBNET, "minutes"),
        "s002-downtime-external-preserve" => row(External, Preserve, |row| Some(row.downtime)),
        "s002-temporary-address-external-preserve" => row(External, Preserve, |row| Some(row.temporary_address)),
        "s002-retention-external-preserve" => row(External, Preserve, |row| Some(row.retention)),
        "s002-downtime-external-new" | "s002-faq-default-host-new-vip-downtime" => row(External, New, |row| Some(row.downtime)),
        "s002-retention-external-new" => row(External, New, |row| Some(row.retention)),
        "s002-downtime-internal-preserve" => row(Internal, Preserve, |row| Some(row.downtime)),
        "s002-retention-internal-preserve" => row(Internal, Preserve, |row| Some(row.retention)),
        "s002-downtime-internal-new" => row(Internal, New, |row| Some(row.downtime)),
        "s002-retention-internal-new" => row(Internal, New, |row| Some(row.retention)),
        "d02-retention-internal-new" => later(Internal, New, |row| Some(row.retention)),
        "d02-retention-internal-new-extendable" => later(Internal, New, |row| row.extendable_to),
        "d02-retention-external-new-unchanged" => later(External, New, |row| Some(row.retention)),
        "s002-retention-return" => cited(&m::KEEP_TO_RETURN, "minutes"),
        "s002-new-subnet-duration" | "s002-faq-duration-new-vnet-configuration" | "d02-total-duration-every-path" => {
            cited(&m::RUN, "minutes")
        }
        "s002-faq-old-gateway-vacates-subnet" | "conflicts-11-return-wait-typical" => range(&m::VACATES),
        "s003-redundant-min-zones" => zone_count(&z::REDUNDANT),
        "s004-redundant-min-zones" => zone_count(&z::REDUNDANT_REPEATS_ALL),
        "s003-scenario-count" => left(json!(Scenario::iter().count()), "none"),
        "s003-downtime-for-zone-change" | "s004-zone-change-downtime" | "d08-zone-change-downtime" => {
            cited(&z::CHANGE_DOWNTIME, "minutes")
        }
        "s004-developer-max-units" | "d09-max-units-developer" => left(json!(tier_maximum(Some(Tier::Developer)).value), "units"),
        "d09-max-units-basic" => left(json!(tier_maximum(Some(Tier::Basic)).value), "units"),
        "d09-max-units-standard" => left(json!(tier_maximum(Some(Tier::Standard)).value), "units"),
        "d09-max-units-premium" => left(json!(tier_maximum(Some(Tier::Premium)).value), "units"),
        "d09-max-units-basic-v2" => left(json!(tier_maximum(Some(Tier::BasicV2)).value), "units"),
        "d09-max-units-standard-v2" => left(json!(tier_maximum(Some(Tier::StandardV2)).value), "units"),
        "d09-max-units-premium-v2" => left(json!(tier_maximum(Some(Tier::PremiumV2)).value), "units"),
        "d09-consumption-has-units" => yes(tier_maximum(Some(Tier::Consumption)).value > 0),
        "s004-automatic-note-min-units" | "conflicts-12-automatic-recommended-even-spread" => cited(&z::AUTOMATIC_EVEN, "units"),
        "s004-automatic-considerations-min-units" => cited(&z::AUTOMATIC_MINIMUM, "units"),
        "d08-automatic-recommended-min-units" | "conflicts-12-automatic-minimum" => Left {
            value: json!(z::AUTOMATIC_MINIMUM.latest()),
            unit: "units",
            by: z::AUTOMATIC_MINIMUM.later.last().map(|revision| revision.by),
        },
        "s004-zone-change-duration" => left(json!([z::CHANGE.value.from, z::CHANGE.value.to]), "minutes"),
        "d08-zone-change-duration" => {
            let (latest, by) = (
                z::CHANGE.latest(),
                z::CHANGE.later.last().filter(|revision| revision.value.or_more).map(|revision| revision.by),
            );
            Left { value: json!([latest.from, latest.to]), unit: "minutes", by }
        }
        "s004-zone-tiers" => tiers(|tier| zones(tier) == TierZones::Yes),
        "d08-zone-tiers-2025-11-11" | "d09-feature-availability-zones" => tiers(|tier| zones(tier) != TierZones::No),
        "d08-premium-v2-zones" => yes(zones(Tier::PremiumV2) != TierZones::No),
        "s004-zone-configuration-propagation" => under(&CONFIGURATION_LAG, &CONFIGURATION_SYNC),
        "s004-region-configuration-propagation" => under(&CONFIGURATION_LAG, &REGION_SYNC),
        "s004-multi-region-tiers" | "d09-feature-multi-region" => tiers(|tier| has_regions(Some(tier)) == Some(true)),
        "s004-multi-region-excluded-tiers" => tiers(|tier| has_regions(Some(tier)) == Some(false)),
        "d08-premium-v2-multi-region" => yes(has_regions(Some(Tier::PremiumV2)) == Some(true)),
        "s004-backup-tiers" | "d03-backup-tiers" | "d09-feature-backup-restore" => {
            tiers(|tier| backs_up(Some(tier)) == Some(true))
        }
        "d03-backup-no-tiers" => tiers(|tier| backs_up(Some(tier)) == Some(false)),
        "s004-update-timing-tiers" => tiers(|tier| chooses_updates(Some(tier)) == Some(true)),
        "d01-out-of-scope-tiers" => tiers(|tier| status_of(tier) == Status::NotAffected),
        "d05-v2-affected-by-retirement" => {
            yes([Tier::BasicV2, Tier::StandardV2, Tier::PremiumV2].into_iter().any(|tier| status_of(tier) != Status::NotAffected))
        }
        "d01-mode-preserve-spec" => text(mode(Preserve)),
        "d01-mode-new-spec" => text(mode(New)),
        "d01-downtime-preserve" => cited(&m::IN_PLACE_DOWNTIME, "minutes"),
        "d01-lock-preserve" => cited(&m::LOCK_IN_PLACE_PRESERVE, "minutes"),
        "d01-lock-new" => cited(&m::LOCK_IN_PLACE_NEW, "minutes"),
        "d01-contact-support-after" => cited(&m::SUPPORT_AFTER, "minutes"),
        "d02-tiers" => tiers(|tier| can_be_injected(Some(tier)) && tier.is_classic()),
        "d02-special-internal-extra-downtime" => cited(&m::SPECIAL_EXTRA, "minutes"),
        "d02-special-internal-api-version" => text(API_VERSION_WITH_DOWNTIME),
        "d02-return-azure-reserved-addresses" | "d07-azure-reserved-addresses" => left(json!(KEPT_BY_AZURE), "addresses"),
        "d04-retirement-global" | "d14-stv1-global" => left(json!(retired_on(Cloud::Global).value.to_string()), "date"),
        "d04-retirement-government" | "d14-stv1-sovereign" => {
            left(json!(retired_on(Cloud::Government).value.to_string()), "date")
        }
        "d04-retirement-china" => left(json!(retired_on(Cloud::China).value.to_string()), "date"),
        "d04-sla-ends" => left(json!(NO_SLA_FROM.value.to_string()), "date"),
        "d05-2023-regions-without-stv2" => {
            left(WITHOUT_STV2_IN_2023.iter().filter_map(|name| Some(region(name)?.title)).collect(), "none")
        }
        "d05-detection-consumption" => left(json!(settled_by(Tier::Consumption)), "none"),
        "d07-smallest-prefix" => text(&format!("/{}", smallest_subnet(None).value)),
        "d13-premium-v2-min-prefix" => text(&format!("/{}", smallest_subnet(Some(Tier::PremiumV2)).value)),
        "d13-premium-v2-recommended-prefix" => text(&format!("/{}", z::V2_SUBNET_RECOMMENDED.value)),
        "d13-premium-v2-units-by-prefix" => left(
            [27, 26, 25]
                .into_iter()
                .map(|prefix| fitting(prefix, External, 1, Tier::PremiumV2))
                .collect::<Option<Vec<u32>>>()?
                .into(),
            "units",
        ),
        "d07-addresses-per-unit-premium" => left(json!(addresses_per_unit(Some(Tier::Premium))), "addresses"),
        "d07-addresses-per-unit-developer" => left(json!(addresses_per_unit(Some(Tier::Developer))), "addresses"),
        "d07-internal-load-balancer-addresses" => left(json!(balancer_addresses(Internal)), "addresses"),
        "d07-external-load-balancer-addresses" => left(json!(balancer_addresses(External)), "addresses"),
        "d07-same-subnet-developer-external-prefix-29" => yes(fitting(29, External, 2, Tier::Developer) == Some(1)),
        "d07-same-subnet-developer-internal-prefix-29" => yes(fitting(29, Internal, 2, Tier::Developer) == Some(1)),
        "d07-same-subnet-developer-prefix-28-and-larger" => {
            yes((24..=28).all(|prefix| fitting(prefix, Internal, 2, Tier::Developer) == Some(1)))
        }
        "d07-same-subnet-addresses-per-unit-external" => {
            left(json!(2 * addresses(Some(Tier::Premium), External, 1)), "addresses")
        }
        "d07-same-subnet-extra-addresses-internal" => left(json!(2 * balancer_addresses(Internal)), "addresses"),
        "d07-internal-customer-dns-names" => left(internal_names(), "none"),
        "d12-configuration-host" => left(configuration_name(), "none"),
        "d07-infrastructure-update-duration" | "d09-2026-scale-duration" => cited(&UPDATE_LEAST, "minutes"),
        "d08-redundant-unit-multiples-two-zones" => left(even_units(&json!({ "kind": "redundant", "zones": 2 })), "units"),
        "d08-redundant-unit-multiples-three-zones" => left(even_units(&json!({ "kind": "redundant", "zones": 3 })), "units"),
        "d08-zonal-unit-rule" => text(if even_units(&json!({ "kind": "zonal" })) == json!([1, 2, 3]) { "any" } else { "some" }),
        "d08-other-government-and-china-regions-zones" => {
            let sovereign = |name: &str| ["china", "usgov", "usdod"].iter().any(|start| name.starts_with(start));
            let named = ["usgovvirginia", "chinanorth3"];
            yes(REGIONS.iter().any(|region| sovereign(region.name) && !named.contains(&region.name) && region.zones))
        }
        "d08-zones-per-region" => left(json!(ZoneCount::MAX.get()), "zones"),
        "d09-feature-vnet-injection" => tiers(|tier| can_be_injected(Some(tier))),
        "d09-feature-autoscaling" | "d09-autoscale-tiers" => tiers(|tier| autoscales(Some(tier))),
        "d09-feature-self-hosted-gateway" => tiers(|tier| has_self_hosted(Some(tier))),
        "d09-tier-change-consumption" => yes(can_become_premium(Some(Tier::Consumption))),
        "d09-capacity-scale-out-threshold" => left(json!([z::SCALE_OUT_BAND.value.0, z::SCALE_OUT_BAND.value.1]), "percent"),
        "d09-capacity-scale-out-window" => {
            Left { value: json!(z::SCALE_OUT_BAND.value.2), unit: "minutes", by: Some(z::SCALE_OUT_BAND.by) }
        }
        "d09-capacity-single-unit-threshold" => cited(&z::TARGET_OF_ONE, "percent"),
        "d09-autoscale-out-threshold" => left(json!(z::SCALE_OUT.value.percent), "percent"),
        "d09-autoscale-out-window" => left(json!(z::SCALE_OUT.value.window), "minutes"),
        "d09-autoscale-out-cooldown" => left(json!(z::SCALE_OUT.value.cool_down), "minutes"),
        "d09-autoscale-in-threshold" => left(json!(z::SCALE_IN.value.percent), "percent"),
        "d09-autoscale-in-window" => left(json!(z::SCALE_IN.value.window), "minutes"),
        "d09-autoscale-in-cooldown" => left(json!(z::SCALE_IN.value.cool_down), "minutes"),
        "d09-autoscale-step" => left(json!(z::SCALE_OUT.value.units), "units"),
        "d09-autoscale-step-duration" => cited(&z::SCALE_STEP, "minutes"),
        "d10-management-inbound-port" => left(numbers(port(PortId::ApiManagement)?.ports), "port"),
        "d15-sku-names" => {
            let name = |tier: Tier| {
                let name = <&str>::from(tier);
                name.get(..1).unwrap_or_default().to_uppercase() + name.get(1..).unwrap_or_default()
            };
            left(Tier::iter().map(name).collect(), "none")
        }
        _ => return None,
    })
}

/// Id → what the product carries.
pub(crate) fn all(readings: &[Reading]) -> Vec<(&str, Left)> {
    readings
        .iter()
        .filter_map(|reading| Some((reading.id.as_str(), of_a_table(reading).or_else(|| of_a_fact(&reading.id))?)))
        .collect()
}
