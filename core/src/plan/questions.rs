//! Which open questions matter, and which of them decide.

use strum::IntoEnumIterator;

use super::flips::{CANDIDATES, with};
use super::shape::{Field, OpenQuestion};
use crate::decide::{Decision, choose, decide, dns_by_hand};
use crate::domain::{PlanRequest, PlatformVersion, Status, Tier, Vnet};
use crate::facts::platform::runs_on;
use crate::facts::tiers::has_self_hosted;

/// The questions without an answer, in the order of the questionnaire.
pub(super) fn open_questions(request: &PlanRequest, decision: &Decision) -> Vec<OpenQuestion> {
    Field::iter()
        .filter(|field| is_open(*field, request))
        .map(|field| {
            let matters = matters(field, request, decision);
            OpenQuestion { field, matters, decides: matters && decides(field, request, decision) }
        })
        .collect()
}

/// Nobody has answered it.
pub(super) fn is_open(field: Field, request: &PlanRequest) -> bool {
    match field {
        Field::Tier => request.tier.is_none(),
        Field::Platform => request.platform.is_none(),
        Field::Vnet => request.vnet.is_none(),
        Field::ModifyInstance => request.modify_instance.is_none(),
        Field::Locations => request.locations.is_empty(),
        Field::CustomDomains => request.custom_domains.is_none(),
        Field::CustomDomainRecord => request.custom_domain_record.is_none(),
        Field::DnsChangeMinutes => request.dns_change_minutes.is_none(),
        Field::Firewall => request.firewall.is_none(),
        Field::IpDependencies => request.ip_dependencies.is_none(),
        Field::DowntimeAllowed => request.downtime_allowed.is_none(),
        Field::NonBusinessHours => request.non_business_hours.is_none(),
        Field::ValidateFirst => request.validate_first.is_none(),
        Field::NewSubnet => request.new_subnet.is_none(),
        Field::ReturnToOriginalSubnet => request.return_to_original_subnet.is_none(),
        Field::KeyVaultBlocked => request.key_vault_blocked.is_none(),
        Field::SpecialVnetConditions => request.special_vnet_conditions.is_none(),
        Field::SelfHostedGateways => request.self_hosted_gateways.is_none(),
        Field::Autoscale => request.autoscale.is_none(),
        Field::SurviveZoneLoss => request.goals.is_none_or(|goals| goals.survive_zone_loss.is_none()),
        Field::SurviveRegionLoss => request.goals.is_none_or(|goals| goals.survive_region_loss.is_none()),
    }
}

/// Whether some answer could change the plan: its decisions, its figures or its work.
///
/// A law in the tests holds this to the plan itself, for every answer.
pub(crate) fn matters(field: Field, request: &PlanRequest, decision: &Decision) -> bool {
    let answers = &decision.answers;
    // Nothing is left to migrate, or what is said contradicts itself.
    let moving = match decision.status {
        Status::Migrate | Status::Unknown => !answers.contradicts_itself(),
        Status::Migrated | Status::NotAffected => false,
    };
    let changeable = moving && answers.modify_instance != Some(false);
    let may_be_injected = answers.injected() != Some(false);
    let can_be_injected = !matches!(answers.tier, Some(Tier::Basic | Tier::Standard));
    let rezones = decision.capacities.locations.iter().any(|location| location.rezones);
    let classic_or_open = answers.tier.is_none_or(Tier::is_classic);
    match field {
        Field::Tier | Field::Locations => true,
        Field::Platform => classic_or_open,
        Field::Vnet => {
            classic_or_open && can_be_injected || answers.tier == Some(Tier::PremiumV2) && !request.locations.is_empty()
        }
        Field::ModifyInstance | Field::Firewall | Field::NonBusinessHours => moving,
        // Other zones change addresses, with or without a migration.
        Field::IpDependencies => moving || rezones,
        Field::CustomDomains => moving || rezones && answers.has_a_record() && answers.ip_dependencies != Some(true),
        // In internal mode every name is changed by hand, however it points.
        Field::CustomDomainRecord => {
            let by_hand = changeable && answers.vnet != Some(Vnet::Internal);
            let with_zones = rezones && answers.ip_dependencies != Some(true);
            answers.custom_domains != Some(false) && (by_hand || with_zones)
        }
        Field::DnsChangeMinutes => changeable && dns_may_matter(decision),
        // A parallel instance takes nothing from the gateway, and can be tested at leisure.
        Field::DowntimeAllowed => changeable && downtime_may_matter(decision),
        Field::ValidateFirst => changeable,
        Field::NewSubnet => moving && can_be_injected,
        // Their reliability is the reader's, migration or not.
        Field::SelfHostedGateways => has_self_hosted(answers.tier),
        Field::ReturnToOriginalSubnet => moving && may_be_injected && can_be_injected,
        Field::KeyVaultBlocked | Field::SpecialVnetConditions => changeable && may_be_injected && can_be_injected,
        Field::Autoscale => autoscale_matters(request, decision, changeable && may_be_injected),
        Field::SurviveZoneLoss | Field::SurviveRegionLoss => !request.locations.is_empty() || answers.tier != Some(Tier::Premium),
    }
}

/// Some open path takes the gateway away, or may once the network mode is known.
fn downtime_may_matter(decision: &Decision) -> bool {
    use crate::domain::{PathId, Verdict};
    PathId::iter().any(|path| {
        decision.route.judged(path).verdict != Verdict::RuledOut && decision.answers.takes_gateway(path) != Some(false)
    })
}

/// Some open path leaves DNS to be changed by hand.
fn dns_may_matter(decision: &Decision) -> bool {
    use crate::domain::{PathId, Verdict};
    PathId::iter().any(|path| decision.route.judged(path).verdict != Verdict::RuledOut && dns_by_hand(path, &decision.answers))
}

fn autoscale_matters(request: &PlanRequest, decision: &Decision, migrating_in_a_subnet: bool) -> bool {
    match decision.answers.tier {
        Some(Tier::Developer | Tier::Consumption) => true,
        _ => migrating_in_a_subnet || !request.locations.is_empty(),
    }
}

/// Whether some answer, alone, would change the recommended path.
fn decides(field: Field, request: &PlanRequest, decision: &Decision) -> bool {
    let now = decision.route.recommended;
    let try_with = |change: &dyn Fn(&mut PlanRequest)| {
        let mut other = request.clone();
        change(&mut other);
        // An answer that excludes another one is a mistake, not a choice.
        let fits = other.tier.zip(other.platform).is_none_or(|(tier, platform)| runs_on(tier, platform));
        let then = decide(&other);
        fits && !then.answers.contradicts_itself() && then.route.recommended != now
    };
    match field {
        Field::Tier => Tier::iter().any(|tier| try_with(&|other| other.tier = Some(tier))),
        Field::Platform => PlatformVersion::iter().any(|platform| try_with(&|other| other.platform = Some(platform))),
        // Goals lead to other zones, which give up the address that some paths keep.
        Field::SurviveZoneLoss => [true, false]
            .into_iter()
            .any(|yes| try_with(&|other| other.goals.get_or_insert_default().survive_zone_loss = Some(yes))),
        Field::SurviveRegionLoss => [true, false]
            .into_iter()
            .any(|yes| try_with(&|other| other.goals.get_or_insert_default().survive_region_loss = Some(yes))),
        Field::Locations
        | Field::DnsChangeMinutes
        | Field::Firewall
        | Field::NonBusinessHours
        | Field::SelfHostedGateways
        | Field::Autoscale => false,
        Field::Vnet
        | Field::ModifyInstance
        | Field::CustomDomains
        | Field::CustomDomainRecord
        | Field::IpDependencies
        | Field::DowntimeAllowed
        | Field::ValidateFirst
        | Field::NewSubnet
        | Field::ReturnToOriginalSubnet
        | Field::KeyVaultBlocked
        | Field::SpecialVnetConditions => CANDIDATES
            .iter()
            .filter(|(candidate, _)| *candidate == field)
            .filter_map(|candidate| with(request, decision, *candidate))
            .any(|answers| choose(decision.status, &answers).0 != now),
    }
}
