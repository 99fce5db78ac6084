//! Why a path is recommended, possible or ruled out, in words.

use crate::cite::{Citation, Statement, by, say};
use crate::decide::{Answers, Because, Decision, Why};
use crate::domain::{PathId, Text, Verdict, Vnet};
use crate::facts::{migration, network, platform, regions, side_by_side};

/// Why the plan says of a path what it says: the rule that chose it first, then what excludes it, costs or speaks for it.
pub(super) fn reasons(path: PathId, decision: &Decision) -> Vec<Statement> {
    let judged = decision.route.judged(path);
    let chosen = (judged.verdict == Verdict::Recommended).then(|| because(decision.route.because, &decision.answers));
    chosen.into_iter().chain(judged.whys.iter().map(|why| reason(why, path, &decision.answers))).collect()
}

/// The rule that chose the recommendation.
fn because(because: Because, answers: &Answers) -> Statement {
    match because {
        Because::InstanceMustStay => say(
            "You do not want the existing instance changed: only a second one beside it leaves it alone.",
            by![migration::FAQ_PARALLEL],
        ),
        Because::SubnetUnusable => say(
            "Today's subnet cannot be used for the migration, so the instance moves into another one.",
            by![migration::SPECIAL_TWO, migration::OPTION_2],
        ),
        Because::SpecialDowntimeRefused => say(
            "Special conditions would cost about an hour of downtime in today's subnet, and you refuse downtime: another subnet avoids it.",
            by![migration::SPECIAL, migration::OPTION_2],
        ),
        Because::ValidateInNewSubnet => say(
            "You want to test before live traffic moves: in another subnet both gateways answer for 48 hours.",
            by![migration::FAQ_TEST, migration::OPTION_2_SETTINGS],
        ),
        Because::ValidateInSameSubnet => say(
            "You want to test before live traffic moves, and another subnet is not to be had or not to be stayed in: the time the old compute is kept is all there is.",
            by![migration::FAQ_TEST],
        ),
        Because::ValidateOnTheWay => say(
            "You want to test first, and special conditions exclude a new address in today's subnet: the way over another subnet leaves about 15 minutes.",
            by![migration::OPTION_2_SETTINGS, migration::SPECIAL],
        ),
        Because::External => say(
            "In external mode the address can stay without downtime; the page recommends it.",
            by![migration::EXTERNAL_PRESERVE, migration::OPTIONS],
        ),
        Because::InternalDowntimeRefused => say(
            "Internal mode, and downtime refused: in today's subnet only a new address keeps the gateway up.",
            by![migration::INTERNAL_NEW, migration::INTERNAL_PRESERVE],
        ),
        Because::Internal if answers.downtime_allowed == Some(true) => say(
            "You accept downtime: for about 20 minutes of it the address stays and nothing has to be changed afterwards.",
            by![migration::INTERNAL_PRESERVE, migration::PRESERVE],
        ),
        Because::Internal => say(
            "Nobody has refused downtime: for about 20 minutes of it the address stays and nothing has to be changed afterwards.",
            by![migration::INTERNAL_PRESERVE, migration::PRESERVE],
        ),
        Because::AddressPinned => say(
            "Something pins the address, and downtime is not refused: for up to 15 minutes of it the address stays.",
            by![migration::NO_VNET_PRESERVE],
        ),
        Because::DowntimeRefused => {
            say("You refuse downtime: outside a network only a new address avoids it.", by![migration::NO_VNET_NEW])
        }
        Because::NothingPinned => {
            say("Nothing holds the old address, so a new one costs neither downtime nor work.", by![migration::NO_VNET_NEW])
        }
        Because::PinningOpen => say(
            "It is not certain that nothing holds the address: keeping it leaves nothing to redo, for up to 15 minutes of downtime.",
            by![migration::NO_VNET_PRESERVE],
        ),
        // These choose nothing; the headline and the findings speak for them.
        Because::Migrated | Because::NotAffected | Because::Contradiction | Because::VnetOpen | Because::NoneLeft => {
            say("", by![])
        }
    }
}

/// One reason, in words that fit the path.
fn reason(why: Why, path: PathId, answers: &Answers) -> Statement {
    match why {
        Why::AlreadyMigrated => say("The instance is on stv2 already.", by![migration::FAQ_CONFIRM]),
        Why::NotAffected => say("This tier has no stv1 to leave.", by![platform::TIERS_2024]),
        Why::Contradiction => say(
            "Basic and Standard cannot stand in a virtual network: correct the tier or the network mode first.",
            by![platform::TIERS_2022, migration::NO_VNET_SCOPE],
        ),
        Why::InstanceMustStay => say("It changes the existing instance, and you rule that out.", by![]),
        Why::NotInjected => say("It is for instances in a virtual network; yours is outside.", by![migration::PREREQUISITES]),
        Why::Injected if path == PathId::InjectIntoVnet => {
            say("The instance is in a virtual network already.", by![platform::OPTIONS])
        }
        Why::Injected => say("It is for instances outside a virtual network; yours is in one.", by![migration::NO_VNET_SCOPE]),
        Why::TierCannotBeInjected => say("Only Developer and Premium can be put into a virtual network.", by![platform::OPTIONS]),
        Why::TierLacksZones => say("Only Premium has availability zones.", by![platform::OPTIONS]),
        Why::RegionLacksZones => {
            say("At least one of your regions has no availability zones.", by![regions::REGION_LIST, migration::ZONES_MOVE])
        }
        Why::Delegated => {
            say("Today's subnet is delegated to another service.", by![migration::SPECIAL_DELEGATED, network::NO_DELEGATION])
        }
        Why::KeyVaultBlocked => say("Key Vault is blocked from today's subnet.", by![migration::SPECIAL_KEY_VAULT]),
        Why::NoRoomForCopy => say(
            "Today's subnet has no room for a second copy beside the first.",
            by![network::ROOM_FOR_A_COPY, network::SUBNET_SIZE],
        ),
        Why::TwoSpecialConditions => say(
            "Two special conditions hold at once: the network has conditions of its own and the subnet is shared.",
            by![migration::SPECIAL_TWO],
        ),
        Why::SpecialNotDescribed => {
            say("No page describes a new address in the same subnet under special conditions.", by![migration::SPECIAL])
        }
        Why::NoOtherSubnet => say("It needs another subnet, and none can be had.", needs_subnet(path)),
        Why::TakesRefusedDowntime => say(takes(path, answers, "which you refuse"), takes_sources(path)),
        Why::TakesDowntime => say(takes(path, answers, "once"), takes_sources(path)),
        Why::ChangesPinnedAddress => {
            say("It gives the instance another address, and something pins today's.", by![network::ADDRESS_CHANGES])
        }
        Why::NothingToTestBeside if matches!(path, PathId::SameSubnetPreserveVip | PathId::InPlacePreserveVip) => {
            say("The old compute is gone at the end, so there is nothing to test beside.", by![migration::PRESERVE])
        }
        Why::NothingToTestBeside => say(
            "No page in force says how long both gateways answer, so a test beforehand cannot be planned.",
            by![migration::FAQ_TEST],
        ),
        Why::ShortOverlap => say("Only about 15 minutes are sure for a test beside the old gateway.", by![migration::FAQ_TEST]),
        Why::DoesNotReturn => say("The instance does not end in the subnet it has now.", by![migration::OPTION_2]),
        Why::NeedsOtherSubnet => say("It needs another subnet; say whether one can be had.", needs_subnet(path)),
        Why::TwoRuns => say("Two runs and two changes of address to end where the instance is now.", by![migration::RETURN]),
        Why::NoLongerDescribed => say(
            "It moves to stv2 as a side effect, location by location; pages since June 2025 no longer describe it for stv1.",
            by![migration::ZONES_MOVE],
        ),
        Why::ChangesNetworkMode => say(
            "It moves to stv2 as a side effect, and puts the gateway into a network it is not in today.",
            by![platform::OPTIONS],
        ),
        Why::DoubleCost => say(
            "A second instance is paid for until you switch, and copying the configuration is your work; in place is preferred.",
            by![side_by_side::PARALLEL],
        ),
        Why::VnetOpen => say(
            "What it takes from the gateway depends on the network mode, which is not known yet.",
            by![migration::EXTERNAL_PRESERVE, migration::INTERNAL_PRESERVE],
        ),
        Why::KeepsBoth => say(
            "The gateway stays up, on a temporary address for up to 20 minutes, and the address stays.",
            by![migration::EXTERNAL_PRESERVE],
        ),
        Why::KeepsAddress => say(
            "The address stays.",
            if path == PathId::InPlacePreserveVip { by![migration::NO_VNET_PRESERVE] } else { by![migration::PRESERVE] },
        ),
        Why::KeepsGatewayUp => say(
            "The gateway stays up.",
            match path {
                PathId::InPlaceNewVip => by![migration::NO_VNET_NEW],
                PathId::EnableZoneRedundancy => by![migration::ZONES_NO_DOWNTIME],
                PathId::InjectIntoVnet => by![network::UPDATE_DEVELOPER],
                PathId::SameSubnetPreserveVip
                | PathId::SameSubnetNewVip
                | PathId::NewSubnetKeep48h
                | PathId::NewSubnetReturn
                | PathId::InPlacePreserveVip
                | PathId::SideBySide => by![migration::FAQ_DOWNTIME],
            },
        ),
        Why::TwoDaysToTest => {
            say("Both gateways answer for 48 hours: most time to test and to move DNS.", by![migration::OPTION_2_SETTINGS])
        }
        Why::LeavesInstanceAlone => say("The existing instance is not touched.", by![migration::FAQ_PARALLEL]),
        Why::WayBack => say("It is the only path with a way back by hand.", by![side_by_side::PARALLEL_WAY_BACK]),
        Why::EndsInOriginalSubnet => say("The instance ends in the subnet it has now.", by![migration::RETURN]),
        Why::NothingToRedo => say(
            "Nothing has to be changed afterwards.",
            if path == PathId::InPlacePreserveVip { by![migration::NO_VNET_PRESERVE] } else { by![migration::PRESERVE] },
        ),
        Why::SpecialCostsAnHour => say("Special conditions add about an hour of downtime.", by![migration::SPECIAL]),
    }
}

fn takes(path: PathId, answers: &Answers, how: &str) -> Text {
    let special = answers.special_vnet_conditions == Some(true);
    match path {
        PathId::SameSubnetPreserveVip if special && answers.vnet == Some(Vnet::Internal) => {
            format!("It takes the gateway away for about 20 minutes and the hour that special conditions add, {how}.").into()
        }
        PathId::SameSubnetPreserveVip if special => format!("It takes the gateway away for about an hour, {how}.").into(),
        PathId::SameSubnetPreserveVip => format!("It takes the gateway away for about 20 minutes, {how}.").into(),
        PathId::InPlacePreserveVip => format!("It takes the gateway away for up to 15 minutes, {how}.").into(),
        PathId::SameSubnetNewVip
        | PathId::NewSubnetKeep48h
        | PathId::NewSubnetReturn
        | PathId::InPlaceNewVip
        | PathId::EnableZoneRedundancy
        | PathId::InjectIntoVnet
        | PathId::SideBySide => format!("It takes the gateway away in Developer, {how}; no page says for how long.").into(),
    }
}

const fn takes_sources(path: PathId) -> &'static [&'static Citation] {
    match path {
        PathId::SameSubnetPreserveVip => by![migration::INTERNAL_PRESERVE, migration::SPECIAL],
        PathId::InPlacePreserveVip => by![migration::NO_VNET_PRESERVE],
        PathId::SameSubnetNewVip
        | PathId::NewSubnetKeep48h
        | PathId::NewSubnetReturn
        | PathId::InPlaceNewVip
        | PathId::EnableZoneRedundancy
        | PathId::InjectIntoVnet
        | PathId::SideBySide => by![network::UPDATE_DEVELOPER],
    }
}

const fn needs_subnet(path: PathId) -> &'static [&'static Citation] {
    match path {
        PathId::EnableZoneRedundancy => by![migration::ZONES_MOVE],
        PathId::InjectIntoVnet => by![platform::VNET_UPDATE_NEEDS],
        PathId::SideBySide => by![network::DEDICATED],
        PathId::SameSubnetPreserveVip
        | PathId::SameSubnetNewVip
        | PathId::NewSubnetKeep48h
        | PathId::NewSubnetReturn
        | PathId::InPlacePreserveVip
        | PathId::InPlaceNewVip => by![migration::OPTION_2_NEEDS],
    }
}

/// Why the instance's platform is what the report says.
pub(crate) fn platform_because(clue: crate::decide::platform::Clue) -> Vec<Statement> {
    use crate::decide::platform::Clue;
    let first = match clue {
        Clue::Property => say("The property platformVersion was given.", by![platform::READ_THE_PROPERTY]),
        Clue::PropertyOfPrimary => say("The platform of the primary location was given.", by![platform::READ_THE_PROPERTY]),
        Clue::Tier => say("Consumption runs on mtv1 and on nothing else.", by![platform::TIERS_2024, platform::TIERS_2022]),
        Clue::V2Tier => say(
            "The v2 tiers stand on other infrastructure; they are not stv2, and no page names their value of the property.",
            by![platform::TIERS_2024, platform::V2_IS_NOT_STV2],
        ),
        Clue::Zones => say("Zones chosen by hand exist on stv2 only.", by![platform::ZONES_MEAN_STV2, platform::NEEDS_STV2]),
        Clue::CreatedEarly => say(
            "The instance is from before April 2021, and most of those were on stv1.",
            by![platform::CREATED_BEFORE_APRIL_2021],
        ),
        Clue::CreatedLate => say(
            "The instance was made after April 2021; what portal and current interface versions made since then is on stv2.",
            by![platform::UPDATED_SINCE_APRIL_2021],
        ),
        Clue::UpdatedByPortal => say(
            "A change in the portal after April 2021 moved it to stv2.",
            by![platform::UPDATED_SINCE_APRIL_2021, platform::UPDATE_MOVES],
        ),
        Clue::UpdatedByApi => say(
            "A change by REST with version 2021-01-01-preview or later moved it to stv2.",
            by![platform::UPDATED_SINCE_APRIL_2021, platform::UPDATE_MOVES],
        ),
        Clue::UpdatedSomehow => say(
            "The instance is from before April 2021 and was changed since, but not known with what: it may have moved then.",
            by![platform::CREATED_BEFORE_APRIL_2021, platform::UPDATE_MOVES],
        ),
        Clue::BetweenTheDates => say(
            "April 2021 itself lies between what the page says of earlier and of later instances.",
            by![platform::CREATED_BEFORE_APRIL_2021],
        ),
        Clue::Nothing => say("Nothing said so far points to a platform.", by![platform::READ_THE_PROPERTY]),
    };
    let guess = match clue {
        Clue::CreatedEarly | Clue::CreatedLate | Clue::UpdatedByPortal | Clue::UpdatedByApi => {
            Some(say("That is a guess from 2021; the property decides.", by![platform::READ_THE_PROPERTY]))
        }
        Clue::Property
        | Clue::PropertyOfPrimary
        | Clue::Tier
        | Clue::V2Tier
        | Clue::Zones
        | Clue::UpdatedSomehow
        | Clue::BetweenTheDates
        | Clue::Nothing => None,
    };
    std::iter::once(first).chain(guess).collect()
}

/// The sentence that decides: the largest text on the page.
pub(crate) fn headline(decision: &Decision, dns_matters: bool) -> Text {
    let Some(path) = decision.route.recommended else {
        return match decision.route.because {
            Because::Migrated => "Nothing to do: every region runs on stv2.".into(),
            Because::NotAffected => "Nothing to do: this tier does not run on stv1.".into(),
            Because::Contradiction => {
                "No plan yet: this tier cannot stand in a virtual network, so tier or network mode is wrong.".into()
            }
            Because::NoneLeft => {
                "No path is open: today's subnet cannot be used as you need it, and you ruled out another.".into()
            }
            _ => "Say whether the instance stands in a virtual network: that decides the path.".into(),
        };
    };
    let special = decision.answers.special_vnet_conditions == Some(true);
    let text = match path {
        PathId::SameSubnetPreserveVip if special => {
            "Migrate in the same subnet and keep the address: the gateway is away for more than an hour, because of special conditions in the network."
        }
        PathId::SameSubnetPreserveVip if decision.answers.vnet == Some(Vnet::Internal) => {
            "Migrate in the same subnet and keep the address: the gateway is away for about 20 minutes, and nothing has to be changed afterwards."
        }
        PathId::SameSubnetPreserveVip => {
            "Migrate in the same subnet and keep the address: the gateway stays up, on a temporary address for up to 20 minutes."
        }
        PathId::SameSubnetNewVip if dns_matters => {
            "Migrate in the same subnet and take a new address: the gateway stays up, and you have 15 minutes to move DNS."
        }
        PathId::SameSubnetNewVip => {
            "Migrate in the same subnet and take a new address: the gateway stays up, and the old compute stays for 15 minutes."
        }
        PathId::NewSubnetKeep48h => "Migrate into another subnet and keep the old compute: both gateways answer for 48 hours.",
        PathId::NewSubnetReturn => "Migrate into another subnet and come back at once: two runs, and the addresses change twice.",
        PathId::InPlacePreserveVip => "Migrate in place and keep the address: the gateway is away for up to 15 minutes.",
        PathId::InPlaceNewVip => "Migrate in place and take a new address: the gateway stays up.",
        PathId::EnableZoneRedundancy => "Name availability zones: that moves the instance to stv2.",
        PathId::InjectIntoVnet => "Inject the instance into a network: that moves it to stv2.",
        PathId::SideBySide => {
            "Build a second instance beside the first, copy the configuration, and switch when you are satisfied."
        }
    };
    text.into()
}
