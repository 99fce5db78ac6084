//! Every combination of the closed questions that a path can depend on.

#![expect(clippy::indexing_slicing, reason = "digits and remainders stay within their arrays")]
#![expect(clippy::panic, reason = "a combination that fails must end the test, whichever thread finds it")]

use std::collections::HashSet;
use std::thread;

use apim_plan::decide::route::{Subnets, route};
use apim_plan::decide::{Answers, Because, Why};
use apim_plan::{DnsRecord, PathId, Status, Tier, Verdict, Vnet};
use strum::IntoEnumIterator;

const YES_NO: [Option<bool>; 3] = [None, Some(false), Some(true)];

/// Calls `see` with every combination of answers; the tiers are divided among the threads.
fn walk(tiers: &[Option<Tier>], status: Status, mut see: impl FnMut(Status, &Answers)) {
    let modes: Vec<Option<Vnet>> = std::iter::once(None).chain(Vnet::iter().map(Some)).collect();
    let records = [None, Some(DnsRecord::A), Some(DnsRecord::Cname)];
    for &tier in tiers {
        for &vnet in &modes {
            for wishes in 0..3_usize.pow(8) {
                let digit = |place: u32| YES_NO[wishes / 3_usize.pow(place) % 3];
                for names in 0..9_usize {
                    for bits in 0..16_u8 {
                        for regions_have_zones in YES_NO {
                            let answers = Answers {
                                tier,
                                vnet,
                                custom_domains: YES_NO[names % 3],
                                custom_domain_record: records[names / 3],
                                firewall: None,
                                ip_dependencies: digit(0),
                                modify_instance: digit(1),
                                downtime_allowed: digit(2),
                                validate_first: digit(3),
                                new_subnet: digit(4),
                                return_to_original_subnet: digit(5),
                                key_vault_blocked: digit(6),
                                special_vnet_conditions: digit(7),
                                subnets: Subnets { delegated: bits & 1 != 0, no_room: bits & 2 != 0, shared: bits & 4 != 0 },
                                regions_have_zones,
                                rezones_afterwards: bits & 8 != 0,
                            };
                            see(status, &answers);
                        }
                    }
                }
            }
        }
    }
}

/// Section 3 of `docs/contract.md` again, line by line, as a table
/// of conditions: the first that holds decides.
fn by_the_contract(status: Status, a: &Answers) -> Option<PathId> {
    use PathId::{
        InPlaceNewVip, InPlacePreserveVip, NewSubnetKeep48h, NewSubnetReturn, SameSubnetNewVip, SameSubnetPreserveVip, SideBySide,
    };
    let yes = |answer: Option<bool>| answer == Some(true);
    let no = |answer: Option<bool>| answer == Some(false);
    let injected = matches!(a.vnet, Some(Vnet::External | Vnet::Internal));
    let special = yes(a.special_vnet_conditions);
    let refused = no(a.downtime_allowed);
    let returns = yes(a.return_to_original_subnet);
    let unusable = a.subnets.delegated || yes(a.key_vault_blocked) || a.subnets.no_room || (special && a.subnets.shared);
    let elsewhere = if no(a.new_subnet) {
        None
    } else if returns {
        Some(NewSubnetReturn)
    } else {
        Some(NewSubnetKeep48h)
    };
    let no_a_record = no(a.custom_domains) || a.custom_domain_record == Some(DnsRecord::Cname);
    // Names wait in internal mode, and in external mode where custom domains use A records or that is not answered.
    let test = yes(a.validate_first) && (a.vnet == Some(Vnet::Internal) || !no_a_record);
    let lines: [(bool, Option<PathId>); 16] = [
        (matches!(status, Status::Migrated | Status::NotAffected), None),
        (injected && matches!(a.tier, Some(Tier::Basic | Tier::Standard)), None),
        (no(a.modify_instance), Some(SideBySide)),
        (injected && (unusable || (special && refused)), elsewhere),
        (injected && test && !no(a.new_subnet) && !returns, Some(NewSubnetKeep48h)),
        (injected && test && !special, Some(SameSubnetNewVip)),
        // The contract's "otherwise" is ruled out by its own line 4: the way there and back is what is left.
        (injected && test && special && !no(a.new_subnet), Some(NewSubnetReturn)),
        (a.vnet == Some(Vnet::External), Some(SameSubnetPreserveVip)),
        (a.vnet == Some(Vnet::Internal) && refused, Some(SameSubnetNewVip)),
        (a.vnet == Some(Vnet::Internal) && a.rezones_afterwards && !special, Some(SameSubnetNewVip)),
        (a.vnet == Some(Vnet::Internal), Some(SameSubnetPreserveVip)),
        (a.vnet == Some(Vnet::None) && refused, Some(InPlaceNewVip)),
        (a.vnet == Some(Vnet::None) && a.rezones_afterwards, Some(InPlaceNewVip)),
        (a.vnet == Some(Vnet::None) && no(a.ip_dependencies) && no_a_record, Some(InPlaceNewVip)),
        (a.vnet == Some(Vnet::None), Some(InPlacePreserveVip)),
        (true, None),
    ];
    lines.into_iter().find(|(holds, _)| *holds).and_then(|(_, path)| path)
}

#[derive(Default)]
struct Seen {
    count: u64,
    because: HashSet<Because>,
    whys: u64,
}

fn check(status: Status, answers: &Answers, seen: &mut Seen) {
    let route = route(status, answers);
    seen.count += 1;
    seen.because.insert(route.because);
    assert_eq!(route.recommended, by_the_contract(status, answers), "{status:?} {answers:?}");
    for path in PathId::iter() {
        let judged = route.judged(path);
        let recommended = judged.verdict == Verdict::Recommended;
        assert_eq!(recommended, route.recommended == Some(path), "a path that is recommended is open: {path:?} {answers:?}");
        seen.whys |= judged.whys.bits();
        assert_ne!(judged.whys.bits(), 0, "every path has a reason: {path:?} {answers:?}");
    }
    if answers.return_to_original_subnet == Some(true) {
        assert_ne!(route.recommended, Some(PathId::NewSubnetKeep48h), "{answers:?}");
    }
}

#[test]
fn every_combination_has_the_decision_of_the_contract_with_a_possible_path_and_a_reason() {
    let tiers: Vec<Option<Tier>> = std::iter::once(None).chain(Tier::iter().map(Some)).collect();
    let (left, right) = tiers.split_at(tiers.len() / 2);
    let run = |tiers: &[Option<Tier>]| {
        let mut seen = Seen::default();
        walk(tiers, Status::Migrate, |status, answers| check(status, answers, &mut seen));
        seen
    };
    let (first, second) = thread::scope(|scope| {
        let other = scope.spawn(|| run(left));
        let second = run(right);
        (other.join(), second)
    });
    let Ok(first) = first else { panic!("a combination failed; see above") };
    let count = first.count + second.count;
    assert_eq!(count, 10 * 4 * 3_u64.pow(8) * 9 * 16 * 3, "nothing was left out");
    // An instance that need not migrate is in the next test.
    let because: HashSet<_> = first.because.union(&second.because).copied().collect();
    let settled = [Because::NotAffected, Because::Migrated];
    for each in Because::iter().filter(|each| !settled.contains(each)) {
        assert!(because.contains(&each), "no combination leads to {each:?}");
    }
    let whys = first.whys | second.whys;
    for why in Why::iter().filter(|why| !matches!(why, Why::NotAffected | Why::AlreadyMigrated)) {
        assert!(whys & (1 << why as u32) != 0, "no combination gives the reason {why:?}");
    }
}

#[test]
fn an_instance_that_need_not_migrate_has_no_path_with_any_answers() {
    let settled = [
        (Status::Migrated, Because::Migrated, Why::AlreadyMigrated),
        (Status::NotAffected, Because::NotAffected, Why::NotAffected),
    ];
    for (status, because, why) in settled {
        walk(&[Some(Tier::Premium)], status, |status, answers| {
            let route = route(status, answers);
            assert_eq!((route.recommended, route.because), (None, because));
            assert!(
                PathId::iter().all(|path| route.judged(path).verdict == Verdict::RuledOut && route.judged(path).whys.has(why))
            );
        });
    }
}
