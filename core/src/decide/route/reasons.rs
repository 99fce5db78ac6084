//! Why a path is recommended, possible or ruled out, as values without words.

use strum::IntoEnumIterator;

/// The rule that chose the recommendation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::EnumIter)]
pub enum Because {
    /// Nothing is left to move.
    Migrated,
    /// There never was anything to move.
    NotAffected,
    /// Tier and network mode exclude each other.
    Contradiction,
    /// The existing instance must stay as it is.
    InstanceMustStay,
    /// The subnet of today cannot be used.
    SubnetUnusable,
    /// Special conditions would cost the downtime that is refused.
    SpecialDowntimeRefused,
    /// The new gateway is to be tested, and another subnet can be provided.
    ValidateInNewSubnet,
    /// The new gateway is to be tested, and the short overlap in the same subnet is all there is.
    ValidateInSameSubnet,
    /// The new gateway is to be tested, and only the way there and back leaves an overlap.
    ValidateOnTheWay,
    /// External mode keeps its address without downtime.
    External,
    /// The goals lead to other zones, which give up the address that downtime would keep.
    AddressGivenUpLater,
    /// Internal mode, downtime not acceptable.
    InternalDowntimeRefused,
    /// Internal mode keeps its address for a short downtime.
    Internal,
    /// Not injected, something lists the VIP.
    AddressPinned,
    /// Not injected, downtime not acceptable.
    DowntimeRefused,
    /// Not injected, nothing holds the address.
    NothingPinned,
    /// Not injected, and it is not known what holds the address.
    PinningOpen,
    /// The network mode is not known.
    VnetOpen,
    /// No path is left.
    NoneLeft,
}

/// One reason for or against a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, strum::EnumIter)]
pub enum Why {
    // What excludes a path.
    /// Everything is on stv2.
    AlreadyMigrated,
    /// Consumption or a v2 tier.
    NotAffected,
    /// Tier and network mode exclude each other.
    Contradiction,
    /// The existing instance must stay as it is.
    InstanceMustStay,
    /// The path is for injected instances.
    NotInjected,
    /// The path is for instances that are not injected.
    Injected,
    /// Only Developer and Premium can be injected.
    TierCannotBeInjected,
    /// Zones are for Premium.
    TierLacksZones,
    /// A location's region has no zones.
    RegionLacksZones,
    /// The subnet is delegated.
    Delegated,
    /// Key Vault is blocked from the subnet.
    KeyVaultBlocked,
    /// A second copy does not fit in the subnet.
    NoRoomForCopy,
    /// Two special conditions at once.
    TwoSpecialConditions,
    /// This path is not documented under special conditions.
    SpecialNotDescribed,
    /// Another subnet is required and can't be provided.
    NoOtherSubnet,
    // What a path costs, and wishes that it misses.
    /// It has gateway downtime, which is not acceptable.
    TakesRefusedDowntime,
    /// It has gateway downtime.
    TakesDowntime,
    /// The VIP changes, and something lists it.
    ChangesPinnedAddress,
    /// stv1 compute is not retained for a test.
    NothingToTestBeside,
    /// Default host names send live traffic to the new gateway at once.
    NamesMoveAtOnce,
    /// The overlap is short.
    ShortOverlap,
    /// It does not end in the subnet of today.
    DoesNotReturn,
    /// It needs another subnet, and whether one can be provided is not answered.
    NeedsOtherSubnet,
    /// It needs another subnet, which cannot be provided.
    RefusedSubnetNeeded,
    /// The VIP changes twice, in two migrations.
    TwoRuns,
    /// Later pages no longer describe it for stv1.
    NoLongerDescribed,
    /// It changes what the instance is: a network mode that it does not have.
    ChangesNetworkMode,
    /// Two instances are paid for, and the work is the reader's.
    DoubleCost,
    /// It depends on the network mode, which is not known.
    VnetOpen,
    // What speaks for a path.
    /// The gateway stays available and the VIP is preserved.
    KeepsBoth,
    /// The VIP is preserved.
    KeepsAddress,
    /// The gateway stays available.
    KeepsGatewayUp,
    /// Both computes answer for two days.
    TwoDaysToTest,
    /// The existing instance is not touched.
    LeavesInstanceAlone,
    /// It can be rolled back.
    WayBack,
    /// The instance ends where it is now.
    EndsInOriginalSubnet,
    /// Nothing has to be redone afterwards.
    NothingToRedo,
    /// Special conditions add about an hour of downtime.
    SpecialCostsAnHour,
}

/// A set of reasons.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Whys(u64);

impl Whys {
    pub(super) const fn with(self, why: Why) -> Self {
        Self(self.0 | 1 << why as u32)
    }

    pub(super) const fn when(self, holds: bool, why: Why) -> Self {
        if holds { self.with(why) } else { self }
    }

    /// Whether the reason is among them.
    pub const fn has(self, why: Why) -> bool {
        self.0 & (1 << why as u32) != 0
    }

    /// One bit for each reason, in the order of [`Why`].
    pub const fn bits(self) -> u64 {
        self.0
    }

    /// The reasons, those that exclude first.
    pub fn iter(self) -> impl Iterator<Item = Why> {
        Why::iter().filter(move |why| self.has(*why))
    }
}
