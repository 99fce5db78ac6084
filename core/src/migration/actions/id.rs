//! The names of actions.

use serde::Serialize;

/// The actions by name. A name is never given to another action.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, strum::EnumIter, strum::IntoStaticStr)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum ActionId {
    /// Read the platform off the instance.
    LookUpPlatform,
    /// Assign write access.
    GrantWriteAccess,
    /// Assign write access and the actions to join subnets and public IP addresses.
    GrantJoinPermissions,
    /// Attach a network security group.
    AttachNsg,
    /// Open the required ports.
    AllowRequiredPorts,
    /// Enable service endpoints.
    EnableServiceEndpoints,
    /// Route the service's own tag past the firewall.
    RouteApimanagementToInternet,
    /// Route the ranges of clients past the firewall.
    RouteClientRanges,
    /// Check the room for a second copy.
    CheckSubnetSpace,
    /// Provide another subnet.
    PrepareNewSubnet,
    /// Provide a public address resource.
    ProvidePublicIp,
    /// Try subnet, network and address with a throwaway instance.
    TryNetworkFirst,
    /// Backends must admit the new subnet.
    AllowSubnetAtBackends,
    /// Turn autoscale off.
    TurnOffAutoscale,
    /// One instance of a shared subnet after another.
    MigrateSharedSubnetInSequence,
    /// Read the addresses that Azure has set aside.
    ReadPrecreatedIps,
    /// Rules admit the address that Azure has set aside.
    AllowPrecreatedIp,
    /// Lower the TTL.
    LowerDnsTtl,
    /// Pause pipelines that deploy infrastructure.
    PausePipelines,
    /// Choose the hour.
    ScheduleTheRun,
    /// Tell callers.
    TellClients,
    /// Build the parallel instance.
    CreateParallelInstance,
    /// Carry the configuration over.
    CopyConfiguration,
    /// Carry over what a backup leaves out.
    RecreateWhatBackupLeavesOut,
    /// Carry the developer portal over.
    CopyDeveloperPortal,
    /// Set the further locations up again.
    RecreateLocations,
    /// Grant to the new identity what the old one could.
    ReassignIdentity,
    /// Try the parallel instance.
    TestParallelInstance,
    /// Start the migration.
    StartMigration,
    /// Choose how long the old compute is kept.
    ChooseRetention,
    /// Configure availability zones, which moves the location.
    NameZones,
    /// Put the instance into a network, which moves it.
    InjectInstance,
    /// Repeat for every location.
    MigrateEachLocation,
    /// Leave the configuration alone.
    LeaveConfigurationAlone,
    /// Follow the status.
    WatchStatus,
    /// Read the new addresses.
    ReadNewAddresses,
    /// Try the new gateway before anybody else does.
    ValidateWithHostsFile,
    /// Rules that list the private VIP.
    AllowPrivateVip,
    /// Point custom names at the new address.
    UpdateCustomDomainRecords,
    /// Point private zones at the new address.
    UpdatePrivateDnsZones,
    /// Replace addresses in firewall rules.
    UpdateFirewallRules,
    /// Replace addresses wherever else they are pinned.
    UpdateIpDependencies,
    /// Rules of self-hosted gateways follow the configuration endpoint.
    UpdateSelfHostedGatewayRules,
    /// Move traffic to the parallel instance.
    SwitchTraffic,
    /// Point self-hosted gateways at the parallel instance.
    RedeploySelfHostedGateways,
    /// Templates and pipelines describe the new state.
    UpdateInfrastructureCode,
    /// Check the platform.
    VerifyPlatformVersion,
    /// Check the network.
    CheckNetworkStatus,
    /// Turn autoscale back on.
    RestoreAutoscale,
    /// Take the precreated address out of the rules again.
    RemovePrecreatedIp,
    /// Take the old addresses out of all rules.
    RemoveOldAddresses,
    /// Remove the old instance.
    RemoveOldInstance,
    /// Take locks off the original subnet.
    RemoveResourceLocks,
    /// Other stv1 instances leave the original subnet.
    MoveOtherInstances,
    /// Free the original subnet of what excluded it.
    FreeOriginalSubnet,
    /// Wait until the original subnet is empty.
    WaitForAddresses,
    /// Fit the original subnet's rules to stv2.
    PrepareOriginalSubnet,
    /// Go back.
    StartReturn,
}
