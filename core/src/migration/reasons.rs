//! Why a path is recommended, possible or ruled out, in words.

use super::account::{Account, Family, TestWindow};
use crate::cite::{Citation, Statement, by, say};
use crate::decide::{Because, Decision, Why};
use crate::domain::{PathId, Status, Text, Verdict};
use crate::facts::migration::{IN_PLACE_DOWNTIME, KEEP_48H, KEEP_TO_RETURN, SPECIAL_EXTRA};
use crate::facts::{migration, network, platform, regions, side_by_side};
use crate::wording::span;

/// Why the plan says of a path what it says: the rule that chose it first, then what excludes it, costs or speaks for it.
pub(super) fn reasons(account: &Account<'_>) -> Vec<Statement> {
    let route = &account.decision.route;
    let judged = route.judged(account.path);
    let chosen = (judged.verdict == Verdict::Recommended).then(|| because(route.because, account)).flatten();
    chosen.into_iter().chain(judged.whys.iter().map(|why| reason(why, account))).collect()
}

/// The rule that chose the recommendation; `None` for those that choose nothing: the headline speaks for them.
fn because(because: Because, account: &Account<'_>) -> Option<Statement> {
    let downtime = account.figures.downtime.minutes;
    let about = |lead: &str, tail: &str| -> Text {
        match downtime {
            Some(minutes) => format!("{lead} about {} of gateway downtime{tail}", span(minutes)).into(),
            None => format!("{lead} gateway downtime of a length that is not documented{tail}").into(),
        }
    };
    Some(match because {
        Because::InstanceMustStay => say(
            "The existing instance can't be changed. Only a second instance leaves it unchanged.",
            by![migration::FAQ_PARALLEL],
        ),
        Because::SubnetUnusable => say(
            "The current subnet can't be used for the migration, so the instance migrates to another subnet.",
            by![migration::SPECIAL_TWO, migration::OPTION_2],
        ),
        Because::SpecialDowntimeRefused => say(
            format!(
                "Special conditions add about {} of gateway downtime in the current subnet, and downtime is not acceptable. Another subnet avoids it.",
                span(SPECIAL_EXTRA.value)
            ),
            by![migration::SPECIAL, migration::OPTION_2],
        ),
        Because::ValidateInNewSubnet => {
            let hours = span(KEEP_48H.value);
            let text = match account.test {
                TestWindow::Perhaps(_) => format!(
                    "You want to test before live traffic moves. In another subnet stv1 compute serves live traffic for {hours} while you test, {}.",
                    account.test_condition()
                ),
                TestWindow::For(_) | TestWindow::None | TestWindow::Unlimited => format!(
                    "You want to test before live traffic moves. In another subnet stv1 compute serves live traffic for {hours} while you test."
                ),
            };
            say(text, by![migration::FAQ_TEST, migration::OPTION_2_SETTINGS])
        }
        Because::ValidateInSameSubnet => say(
            "You want to test before live traffic moves, and the instance can't stay in another subnet. You can test only while stv1 compute is retained.",
            by![migration::FAQ_TEST],
        ),
        Because::ValidateOnTheWay => say(
            format!(
                "You want to test first, and special conditions rule out a new VIP in the current subnet. Migrating to another subnet and returning leaves about {} to test.",
                span(KEEP_TO_RETURN.value)
            ),
            by![migration::OPTION_2_SETTINGS, migration::SPECIAL],
        ),
        Because::External if downtime == Some(0) => say(
            "In external mode, the VIP can be preserved without gateway downtime. This is the documented recommendation.",
            by![migration::EXTERNAL_PRESERVE, migration::OPTIONS],
        ),
        Because::External => say(
            about("In the current subnet, the VIP is preserved, for", ". Special conditions in the virtual network cause it."),
            by![migration::SPECIAL, migration::OPTIONS],
        ),
        Because::InternalDowntimeRefused => say(
            "The instance is in internal mode, and downtime is not acceptable. In the current subnet, only a new VIP keeps the gateway available.",
            by![migration::INTERNAL_NEW, migration::INTERNAL_PRESERVE],
        ),
        Because::AddressGivenUpLater => say(
            "Your goals require a change of zones after the migration, which changes the VIP again. Preserving the VIP now would only cause gateway downtime.",
            by![migration::ZONES_CHANGE_ADDRESSES, migration::INTERNAL_PRESERVE, migration::NO_VNET_PRESERVE],
        ),
        Because::Internal if account.answers.downtime_allowed == Some(true) => say(
            about("Downtime is acceptable. For", ", the VIP is preserved and nothing has to be changed afterwards."),
            by![migration::INTERNAL_PRESERVE, migration::PRESERVE],
        ),
        Because::Internal => say(
            about("Downtime is not ruled out. For", ", the VIP is preserved and nothing has to be changed afterwards."),
            by![migration::INTERNAL_PRESERVE, migration::PRESERVE],
        ),
        Because::AddressPinned => say(
            format!(
                "Something lists the instance's VIP, and downtime is not ruled out. For up to {} of gateway downtime, the VIP is preserved.",
                span(IN_PLACE_DOWNTIME.value)
            ),
            by![migration::NO_VNET_PRESERVE],
        ),
        Because::DowntimeRefused => say(
            "Downtime is not acceptable. Outside a virtual network, only a new VIP keeps the gateway available.",
            by![migration::NO_VNET_NEW],
        ),
        Because::NothingPinned => {
            say("Nothing lists the current VIP, so a new VIP causes neither downtime nor work.", by![migration::NO_VNET_NEW])
        }
        Because::PinningOpen => say(
            format!(
                "Whether anything lists the VIP is not answered. Preserving the VIP leaves nothing to change afterwards, for up to {} of gateway downtime.",
                span(IN_PLACE_DOWNTIME.value)
            ),
            by![migration::NO_VNET_PRESERVE],
        ),
        Because::Migrated | Because::NotAffected | Because::Contradiction | Because::VnetOpen | Because::NoneLeft => return None,
    })
}

/// One reason, in words that fit the path.
#[expect(clippy::too_many_lines, reason = "a table: one arm for each reason")]
fn reason(why: Why, account: &Account<'_>) -> Statement {
    let path = account.path;
    match why {
        Why::AlreadyMigrated => say("The instance already runs on stv2.", by![migration::FAQ_CONFIRM]),
        Why::NotAffected => say("This tier does not run on stv1.", by![platform::TIERS_2024]),
        Why::Contradiction => say(
            "Basic and Standard can't be injected in a virtual network. Correct the tier or the network mode first.",
            by![platform::TIERS_2022, migration::NO_VNET_SCOPE],
        ),
        Why::InstanceMustStay => say("This path changes the existing instance, which is not possible by your answer.", by![]),
        Why::NotInjected => say(
            "This path is for instances that are injected in a virtual network; this instance is not.",
            by![migration::PREREQUISITES],
        ),
        Why::Injected if account.family == Family::Inject => {
            say("The instance is already injected in a virtual network.", by![platform::OPTIONS])
        }
        Why::Injected => say(
            "This path is for instances that are not injected in a virtual network; this instance is.",
            by![migration::NO_VNET_SCOPE],
        ),
        Why::TierCannotBeInjected => {
            say("Only Developer and Premium can be injected in a virtual network.", by![platform::OPTIONS])
        }
        Why::TierLacksZones => say("Only Premium supports availability zones.", by![platform::OPTIONS]),
        Why::RegionLacksZones => {
            say("At least one of your regions has no availability zones.", by![regions::REGION_LIST, migration::ZONES_MOVE])
        }
        Why::Delegated => {
            say("The current subnet is delegated to another service.", by![migration::SPECIAL_DELEGATED, network::NO_DELEGATION])
        }
        Why::KeyVaultBlocked => say("Key Vault is blocked from the current subnet.", by![migration::SPECIAL_KEY_VAULT]),
        Why::NoRoomForCopy => say(
            "The current subnet has no room for a second copy of the instance.",
            by![network::ROOM_FOR_A_COPY, network::SUBNET_SIZE],
        ),
        Why::TwoSpecialConditions => say(
            "Two special conditions apply at once: the virtual network has conditions of its own, and the subnet is shared.",
            by![migration::SPECIAL_TWO],
        ),
        Why::SpecialNotDescribed => {
            say("A new VIP in the same subnet is not documented under special conditions.", by![migration::SPECIAL])
        }
        Why::NoOtherSubnet => say("Requires another subnet, which you can't provide.", needs_subnet(path)),
        Why::TakesRefusedDowntime => say(takes(account, ", which is not acceptable to you"), takes_sources(path)),
        Why::TakesDowntime => say(takes(account, ""), takes_sources(path)),
        Why::ChangesPinnedAddress => say("The VIP changes, and something lists the current one.", by![network::ADDRESS_CHANGES]),
        Why::NothingToTestBeside if matches!(path, PathId::SameSubnetPreserveVip | PathId::InPlacePreserveVip) => {
            say("stv1 compute is deleted at the end, so the new gateway can't be tested first.", by![migration::PRESERVE])
        }
        Why::NothingToTestBeside => say(
            "Not documented: how long both gateways answer. A test before live traffic moves can't be planned.",
            by![migration::FAQ_TEST],
        ),
        Why::NamesMoveAtOnce => say(
            "Host names point at the new gateway as soon as the migration succeeds, so you can't test it before live traffic.",
            by![migration::FAQ_DEFAULT_NAMES, migration::FAQ_TEST],
        ),
        Why::ShortOverlap => say(
            match account.figures.retention.plan_for_minutes {
                Some(minutes) => format!("Only about {} are certain for a test while stv1 compute is retained.", span(minutes)),
                None => "Not documented: how long stv1 compute is retained for a test.".to_owned(),
            },
            by![migration::FAQ_TEST],
        ),
        Why::DoesNotReturn => say("The instance does not end in its current subnet.", by![migration::OPTION_2]),
        Why::NeedsOtherSubnet => say("Requires another subnet. Answer \"Can you provide another subnet?\"", needs_subnet(path)),
        Why::RefusedSubnetNeeded => say("Requires another subnet, and you can't provide one.", needs_subnet(path)),
        Why::TwoRuns => {
            say("The instance migrates, then returns to its current subnet: the VIP changes twice.", by![migration::RETURN])
        }
        Why::NoLongerDescribed => say(
            "The instance moves to stv2 as a side effect, location by location. Documentation since June 2025 no longer describes this for stv1.",
            by![migration::ZONES_MOVE],
        ),
        Why::ChangesNetworkMode => say(
            "The instance moves to stv2 as a side effect, and is injected in a virtual network, which it is not today.",
            by![platform::OPTIONS],
        ),
        Why::DoubleCost => say(
            "You pay for a second instance until you switch, and you copy the configuration. Migration in place is preferred.",
            by![side_by_side::PARALLEL],
        ),
        Why::VnetOpen => say(
            "Gateway downtime depends on the network mode, which is not answered.",
            by![migration::EXTERNAL_PRESERVE, migration::INTERNAL_PRESERVE],
        ),
        Why::KeepsBoth => say(
            match account.figures.downtime.temporary_address_minutes {
                Some(minutes) => {
                    format!(
                        "The gateway stays available, on a temporary address for up to {}, and the VIP is preserved.",
                        span(minutes)
                    )
                }
                None => "The gateway stays available and the VIP is preserved.".to_owned(),
            },
            by![migration::EXTERNAL_PRESERVE],
        ),
        Why::KeepsAddress => say(
            "The VIP is preserved.",
            if path == PathId::InPlacePreserveVip { by![migration::NO_VNET_PRESERVE] } else { by![migration::PRESERVE] },
        ),
        Why::KeepsGatewayUp => say(
            "The gateway stays available.",
            match account.family {
                Family::InPlace => by![migration::NO_VNET_NEW],
                Family::Zones => by![migration::ZONES_NO_DOWNTIME],
                Family::Inject => by![network::UPDATE_DEVELOPER],
                Family::SameSubnet | Family::NewSubnet | Family::SideBySide => by![migration::FAQ_DOWNTIME],
            },
        ),
        Why::TwoDaysToTest => say(
            format!("stv1 compute is retained for {}, the longest time to test and to update DNS.", span(KEEP_48H.value)),
            by![migration::OPTION_2_SETTINGS],
        ),
        Why::LeavesInstanceAlone => say("The existing instance is not changed.", by![migration::FAQ_PARALLEL]),
        Why::WayBack => say("This is the only path that you can roll back yourself.", by![side_by_side::PARALLEL_WAY_BACK]),
        Why::EndsInOriginalSubnet => say("The instance ends in its current subnet.", by![migration::RETURN]),
        Why::NothingToRedo => say(
            "Nothing has to be changed afterwards.",
            if path == PathId::InPlacePreserveVip { by![migration::NO_VNET_PRESERVE] } else { by![migration::PRESERVE] },
        ),
        Why::SpecialCostsAnHour => say(
            format!("Special conditions add about {} of gateway downtime.", span(SPECIAL_EXTRA.value)),
            by![migration::SPECIAL],
        ),
    }
}

fn takes(account: &Account<'_>, how: &str) -> Text {
    match account.figures.downtime.minutes {
        Some(minutes) if account.family == Family::InPlace => {
            format!("The gateway is unavailable for up to {}{how}.", span(minutes)).into()
        }
        Some(minutes) => format!("The gateway is unavailable for about {}{how}.", span(minutes)).into(),
        None => format!("The gateway is unavailable for a time that is not documented{how}.").into(),
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
        Clue::Property => say("Read from platformVersion.", by![platform::READ_THE_PROPERTY]),
        Clue::PropertyOfPrimary => say("Read from platformVersion of the primary location.", by![platform::READ_THE_PROPERTY]),
        Clue::Tier => say("Consumption runs on mtv1 only.", by![platform::TIERS_2024, platform::TIERS_2022]),
        Clue::V2Tier => say(
            "The v2 tiers run on other infrastructure, not on stv2. Their platformVersion is not documented.",
            by![platform::TIERS_2024, platform::V2_IS_NOT_STV2],
        ),
        Clue::Zones => say("Selected zones exist on stv2 only.", by![platform::ZONES_MEAN_STV2, platform::NEEDS_STV2]),
        Clue::CreatedEarly => say(
            "The instance was created before April 2021. Most such instances ran on stv1.",
            by![platform::CREATED_BEFORE_APRIL_2021],
        ),
        Clue::CreatedLate => say(
            "The instance was created after April 2021. Instances created in the portal or with a current API version since then run on stv2.",
            by![platform::UPDATED_SINCE_APRIL_2021],
        ),
        Clue::UpdatedByPortal => say(
            "An update in the portal after April 2021 moved the instance to stv2.",
            by![platform::UPDATED_SINCE_APRIL_2021, platform::UPDATE_MOVES],
        ),
        Clue::UpdatedByApi => say(
            "An update by REST with API version 2021-01-01-preview or later moved the instance to stv2.",
            by![platform::UPDATED_SINCE_APRIL_2021, platform::UPDATE_MOVES],
        ),
        Clue::UpdatedSomehow => say(
            "The instance was created before April 2021 and updated since with a tool that is not answered. The update may have moved it to stv2.",
            by![platform::CREATED_BEFORE_APRIL_2021, platform::UPDATE_MOVES],
        ),
        Clue::BetweenTheDates => say(
            "The instance was created in April 2021, for which the documentation gives no rule.",
            by![platform::CREATED_BEFORE_APRIL_2021],
        ),
        Clue::Nothing => say("No answer indicates a compute platform.", by![platform::READ_THE_PROPERTY]),
    };
    let guess = match clue {
        Clue::CreatedEarly | Clue::CreatedLate | Clue::UpdatedByPortal | Clue::UpdatedByApi => {
            Some(say("These rules are from 2021; platformVersion is authoritative.", by![platform::READ_THE_PROPERTY]))
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

/// The sentence that decides: the largest text on the page. Conditions that carry it come first.
pub(crate) fn headline(decision: &Decision, recommended: Option<&Account<'_>>) -> Text {
    let Some(account) = recommended else { return without_path(decision) };
    let sentence = verdict(account);
    if decision.status == Status::Unknown { format!("If it runs on stv1: {sentence}").into() } else { sentence }
}

fn without_path(decision: &Decision) -> Text {
    match decision.route.because {
        Because::Migrated => "No migration is needed: the instance already runs on stv2.".into(),
        Because::NotAffected => "No migration is needed: this tier does not run on stv1.".into(),
        Because::Contradiction => {
            "No plan yet: this tier can't be injected in a virtual network. Correct tier or network mode.".into()
        }
        Because::NoneLeft => {
            "The current subnet can't be used, and you can't provide another subnet. Only a second instance remains possible."
                .into()
        }
        Because::VnetOpen
        | Because::InstanceMustStay
        | Because::SubnetUnusable
        | Because::SpecialDowntimeRefused
        | Because::ValidateInNewSubnet
        | Because::ValidateInSameSubnet
        | Because::ValidateOnTheWay
        | Because::External
        | Because::AddressGivenUpLater
        | Because::InternalDowntimeRefused
        | Because::Internal
        | Because::AddressPinned
        | Because::DowntimeRefused
        | Because::NothingPinned
        | Because::PinningOpen => "Select the network mode to get a recommendation.".into(),
    }
}

fn verdict(account: &Account<'_>) -> Text {
    let downtime = account.figures.downtime.minutes;
    let unavailable = |word: &str| match downtime {
        Some(0) => "The gateway stays available".to_owned(),
        Some(minutes) => format!("The gateway is unavailable for {word} {}", span(minutes)),
        None => "The gateway is unavailable for a time that is not documented".to_owned(),
    };
    match account.path {
        PathId::SameSubnetPreserveVip => format!("migrate in the same subnet and preserve the VIP. {}.", unavailable("about")),
        PathId::InPlacePreserveVip => format!("migrate in place and preserve the VIP. {}.", unavailable("up to")),
        PathId::SameSubnetNewVip => format!("migrate in the same subnet with a new VIP. {}", new_vip(account)),
        PathId::InPlaceNewVip => format!("migrate in place with a new VIP. {}", new_vip(account)),
        PathId::NewSubnetKeep48h => format!("migrate to another subnet. {}", new_vip(account)),
        PathId::NewSubnetReturn => "migrate to another subnet and return: two migrations, and the VIP changes twice.".to_owned(),
        PathId::EnableZoneRedundancy => {
            format!("configure availability zones, which moves the instance to stv2. {}", new_vip(account))
        }
        PathId::InjectIntoVnet => {
            format!("inject the instance in a virtual network, which moves it to stv2. {}.", unavailable("about"))
        }
        PathId::SideBySide => {
            "deploy a second instance on stv2, copy the configuration, and switch traffic to its host names and VIPs.".to_owned()
        }
    }
    .capitalised(account.decision.status != Status::Unknown)
}

/// What a new VIP asks for. Where DNS is slower than the retention that is sure, the gateway is not promised to stay.
fn new_vip(account: &Account<'_>) -> String {
    let window = account.dns_window();
    match (window, account.dns_too_slow_by(), account.safe_setting()) {
        (Some(_), Some(_), Some(longest)) => {
            format!("Set {} of retention: DNS is slower than the default.", span(longest))
        }
        (Some(kept), Some(_), None) => {
            format!("Your DNS change takes longer than the retention of {}.", span(kept))
        }
        (Some(kept), None, _) => format!("The gateway stays available; update DNS within {}.", span(kept)),
        (None, ..) if account.dns_by_hand() => {
            "The gateway stays available; update DNS as soon as the migration finishes.".to_owned()
        }
        (None, ..) => "The gateway stays available; add the new VIP to rules beforehand.".to_owned(),
    }
}

/// A sentence that may follow a condition.
trait Capitalised {
    fn capitalised(self, starts: bool) -> Text;
}

impl Capitalised for String {
    fn capitalised(mut self, starts: bool) -> Text {
        if starts && let Some(first) = self.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        self.into()
    }
}
