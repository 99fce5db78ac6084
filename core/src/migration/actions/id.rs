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
    /// Provide a public IP address resource.
    ProvidePublicIp,
    /// Try subnet, network and address with a throwaway instance.
    TryNetworkFirst,
    /// Backends must allow the new subnet.
    AllowSubnetAtBackends,
    /// Turn autoscale off.
    TurnOffAutoscale,
    /// One instance of a shared subnet after another.
    MigrateSharedSubnetInSequence,
    /// Read the precreated IP addresses.
    ReadPrecreatedIps,
    /// Rules allow the precreated IP address.
    AllowPrecreatedIp,
    /// Lower the TTL.
    LowerDnsTtl,
    /// Pause pipelines that deploy infrastructure.
    PausePipelines,
    /// Choose the hour.
    ScheduleTheRun,
    /// Tell callers.
    TellClients,
    /// Create the second instance.
    CreateParallelInstance,
    /// Copy the configuration.
    CopyConfiguration,
    /// Configure what a backup does not contain.
    RecreateWhatBackupLeavesOut,
    /// Copy the developer portal.
    CopyDeveloperPortal,
    /// Set the further locations up again.
    RecreateLocations,
    /// Assign the roles of the old identity to the new one.
    ReassignIdentity,
    /// Test the second instance.
    TestParallelInstance,
    /// Start the migration.
    StartMigration,
    /// Select how long stv1 compute is retained.
    ChooseRetention,
    /// Configure availability zones, which moves the location.
    NameZones,
    /// Inject the instance in a virtual network, which moves it to stv2.
    InjectInstance,
    /// Repeat for every location.
    MigrateEachLocation,
    /// Do not change the configuration.
    LeaveConfigurationAlone,
    /// Follow the status.
    WatchStatus,
    /// Read the new addresses.
    ReadNewAddresses,
    /// Test the new gateway before live traffic.
    ValidateWithHostsFile,
    /// Rules that list the private VIP.
    AllowPrivateVip,
    /// Update the records of custom domains to the new VIP.
    UpdateCustomDomainRecords,
    /// Update private DNS zones to the new VIP.
    UpdatePrivateDnsZones,
    /// Your own load balancing between the regions points at the new private VIPs.
    UpdateLoadBalancing,
    /// Replace addresses in firewall rules.
    UpdateFirewallRules,
    /// Replace IP addresses wherever else they are listed.
    UpdateIpDependencies,
    /// Rules of self-hosted gateways follow the configuration endpoint.
    UpdateSelfHostedGatewayRules,
    /// Switch traffic to the second instance.
    SwitchTraffic,
    /// Connect self-hosted gateways to the second instance.
    RedeploySelfHostedGateways,
    /// Templates and pipelines describe the new state.
    UpdateInfrastructureCode,
    /// Check the platform.
    VerifyPlatformVersion,
    /// Check the network.
    CheckNetworkStatus,
    /// Enable autoscale.
    RestoreAutoscale,
    /// Remove the precreated IP address from the rules.
    RemovePrecreatedIp,
    /// Remove the old IP addresses from all rules.
    RemoveOldAddresses,
    /// Remove the old instance.
    RemoveOldInstance,
    /// Remove resource locks from the original subnet.
    RemoveResourceLocks,
    /// Other stv1 instances leave the original subnet.
    MoveOtherInstances,
    /// Free the original subnet of what excluded it.
    FreeOriginalSubnet,
    /// Wait until the original subnet is free.
    WaitForAddresses,
    /// Fit the original subnet's rules to stv2.
    PrepareOriginalSubnet,
    /// Return to the original subnet.
    StartReturn,
}
