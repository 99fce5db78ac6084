//! The smallest changes of an answer that would change the recommendation.

use super::shape::{Answer, Field, Flip};
use crate::decide::{Answers, Decision, choose, decide};
use crate::domain::{DnsRecord, PathId, PlanRequest, Text, Vnet};

/// Never more than this many: what stands further down is not a small change.
const MOST: usize = 8;

/// The answers that can be tried, in the order in which a reader would think of them.
pub(super) const CANDIDATES: &[(Field, Answer)] = &[
    (Field::Vnet, Answer::Vnet(Vnet::None)),
    (Field::Vnet, Answer::Vnet(Vnet::External)),
    (Field::Vnet, Answer::Vnet(Vnet::Internal)),
    (Field::DowntimeAllowed, Answer::Bool(true)),
    (Field::DowntimeAllowed, Answer::Bool(false)),
    (Field::ValidateFirst, Answer::Bool(true)),
    (Field::ValidateFirst, Answer::Bool(false)),
    (Field::NewSubnet, Answer::Bool(true)),
    (Field::NewSubnet, Answer::Bool(false)),
    (Field::ReturnToOriginalSubnet, Answer::Bool(true)),
    (Field::ReturnToOriginalSubnet, Answer::Bool(false)),
    (Field::IpDependencies, Answer::Bool(true)),
    (Field::IpDependencies, Answer::Bool(false)),
    (Field::CustomDomains, Answer::Bool(false)),
    (Field::CustomDomainRecord, Answer::Record(DnsRecord::Cname)),
    (Field::CustomDomainRecord, Answer::Record(DnsRecord::A)),
    (Field::KeyVaultBlocked, Answer::Bool(true)),
    (Field::KeyVaultBlocked, Answer::Bool(false)),
    (Field::SpecialVnetConditions, Answer::Bool(true)),
    (Field::SpecialVnetConditions, Answer::Bool(false)),
    (Field::ModifyInstance, Answer::Bool(false)),
    (Field::ModifyInstance, Answer::Bool(true)),
];

/// The answers with one of them changed; `None` when it is what was answered already, or what cannot be chosen.
pub(super) fn with(request: &PlanRequest, decision: &Decision, change: (Field, Answer)) -> Option<Answers> {
    match change {
        // A network mode is a fact once it is stated; an open one can turn out either way.
        // What the subnets have room for depends on it.
        (Field::Vnet, Answer::Vnet(mode)) if decision.answers.vnet.is_none() => {
            Some(decide(&PlanRequest { vnet: Some(mode), ..request.clone() }).answers)
        }
        change => with_wish(&decision.answers, change),
    }
}

/// The same for answers that nothing else hangs on.
fn with_wish(answers: &Answers, (field, answer): (Field, Answer)) -> Option<Answers> {
    let mut changed = *answers;
    match (field, answer) {
        (Field::DowntimeAllowed, Answer::Bool(yes)) => changed.downtime_allowed = Some(yes),
        (Field::ValidateFirst, Answer::Bool(yes)) => changed.validate_first = Some(yes),
        (Field::NewSubnet, Answer::Bool(yes)) => changed.new_subnet = Some(yes),
        (Field::ReturnToOriginalSubnet, Answer::Bool(yes)) => changed.return_to_original_subnet = Some(yes),
        (Field::IpDependencies, Answer::Bool(yes)) => changed.ip_dependencies = Some(yes),
        // A record of custom names says that there are some.
        (Field::CustomDomains, Answer::Bool(false)) if answers.custom_domain_record.is_some() => return None,
        (Field::CustomDomains, Answer::Bool(yes)) => changed.custom_domains = Some(yes),
        (Field::CustomDomainRecord, Answer::Record(record)) => changed.custom_domain_record = Some(record),
        (Field::KeyVaultBlocked, Answer::Bool(yes)) => changed.key_vault_blocked = Some(yes),
        (Field::SpecialVnetConditions, Answer::Bool(yes)) => changed.special_vnet_conditions = Some(yes),
        (Field::ModifyInstance, Answer::Bool(yes)) => changed.modify_instance = Some(yes),
        _ => return None,
    }
    (changed != *answers).then_some(changed)
}

/// Single changes first; then pairs, for paths that no single change leads to.
pub(super) fn flips(request: &PlanRequest, decision: &Decision) -> Vec<Flip> {
    let now = decision.route.recommended;
    let mut flips: Vec<Flip> = Vec::new();
    let mut singles: Vec<(Field, Answer)> = Vec::new();
    for &candidate in CANDIDATES {
        let Some(answers) = with(request, decision, candidate) else { continue };
        let (then, _) = choose(decision.status, &answers);
        if then == now {
            singles.push(candidate);
        } else {
            flips.push(flip(vec![candidate], then, request));
        }
    }
    if flips.len() < MOST {
        pairs(request, decision, &singles, &mut flips);
    }
    flips.truncate(MOST);
    flips
}

/// Pairs of changes neither of which changes anything alone.
fn pairs(request: &PlanRequest, decision: &Decision, singles: &[(Field, Answer)], flips: &mut Vec<Flip>) {
    for (at, &first) in singles.iter().enumerate() {
        let Some(once) = with_wish(&decision.answers, first) else { continue };
        for &second in singles.iter().skip(at + 1).filter(|second| second.0 != first.0) {
            let Some(twice) = with_wish(&once, second) else { continue };
            let (then, _) = choose(decision.status, &twice);
            let known = then == decision.route.recommended || flips.iter().any(|flip| flip.recommended == then);
            if !known && then.is_some() {
                flips.push(flip(vec![first, second], then, request));
            }
        }
    }
}

fn flip(change: Vec<(Field, Answer)>, recommended: Option<PathId>, request: &PlanRequest) -> Flip {
    let conditions: Vec<&str> = change.iter().map(|each| condition(*each, request)).collect();
    let then = recommended.map_or("no path is left", PathId::title);
    let text: Text = format!("{}: {then}.", conditions.join(", and ")).into();
    Flip { change, recommended, text }
}

/// A change of answer as a condition, without its end.
fn condition((field, answer): (Field, Answer), request: &PlanRequest) -> &'static str {
    match (field, answer) {
        (Field::Vnet, Answer::Vnet(Vnet::None)) => "If the instance stands outside a network",
        (Field::Vnet, Answer::Vnet(Vnet::External)) => "If the network mode is external",
        (Field::Vnet, Answer::Vnet(Vnet::Internal)) => "If the network mode is internal",
        (Field::DowntimeAllowed, Answer::Bool(true)) => "If you accept downtime",
        (Field::DowntimeAllowed, Answer::Bool(false)) => "If you refuse downtime",
        (Field::ValidateFirst, Answer::Bool(true)) => "If you test before live traffic moves",
        (Field::ValidateFirst, Answer::Bool(false)) => "If you do without a test beforehand",
        (Field::NewSubnet, Answer::Bool(true)) => "If another subnet can be had",
        (Field::NewSubnet, Answer::Bool(false)) => "If no other subnet can be had",
        (Field::ReturnToOriginalSubnet, Answer::Bool(true)) => "If the instance must end in today's subnet",
        (Field::ReturnToOriginalSubnet, Answer::Bool(false)) => "If the instance may stay in another subnet",
        (Field::IpDependencies, Answer::Bool(true)) => "If something pins the address",
        (Field::IpDependencies, Answer::Bool(false)) => "If nothing pins the address",
        (Field::CustomDomains, Answer::Bool(false)) => "If there are no custom names",
        (Field::CustomDomainRecord, Answer::Record(DnsRecord::Cname)) => "If custom names point at the instance by CNAME",
        (Field::CustomDomainRecord, Answer::Record(DnsRecord::A)) => "If custom names point at the address by A record",
        (Field::KeyVaultBlocked, Answer::Bool(true)) => "If Key Vault is blocked from today's subnet",
        (Field::KeyVaultBlocked, Answer::Bool(false)) => "If Key Vault can be reached from today's subnet",
        (Field::SpecialVnetConditions, Answer::Bool(true)) => "If the portal reports special conditions in the network",
        (Field::SpecialVnetConditions, Answer::Bool(false)) => "If the portal reports no special conditions in the network",
        (Field::ModifyInstance, Answer::Bool(false)) => "If the instance must not be changed",
        (Field::ModifyInstance, Answer::Bool(true)) if request.modify_instance == Some(false) => "If the instance may be changed",
        _ => "If that is so",
    }
}
