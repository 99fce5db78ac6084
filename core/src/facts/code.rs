//! What infrastructure as code does with an instance: which arguments force a replacement, and what a deployment resets.

use super::sources::cites;

cites! {
    REPLACES_NETWORK = AZURERM, "azurerm-2026-11.network", "CustomizeDiff",
        "Leaving External or Internal, and another subnet for the primary location, force Terraform to delete and create the instance again.";
    REPLACES_TIER = AZURERM, "azurerm-2026-11.tier", "CustomizeDiff",
        "A change between a classic and a v2 tier forces a replacement.";
    REPLACES_IDENTITY = AZURERM, "azurerm-2026-11.identity", "Schema",
        "Name, resource group and location of the instance can't be changed in place.";
    UPDATES_IN_PLACE = AZURERM, "azurerm-2026-11.in-place", "Update",
        "Units, zones, the public IP address resource and additional locations are sent as an update of the instance.";
    UPDATE_SERVICE = SPECIFICATION, "spec-2024-05.update", "Update a service",
        "PATCH takes units, zones, public IP address, network and the whole list of additional locations; custom properties that a PATCH leaves out return to their defaults.";
    RESETS_OMITTED = BICEP_DEFAULTS, "bicep-2026-03.defaults", "Report",
        "A deployment that omits properties of the instance resets them: without virtualNetworkType the network mode becomes None.";
}

/// What Terraform does with a change of an argument.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ArgumentEffect {
    /// The instance is deleted and created again.
    Replacement,
    /// The instance is updated.
    InPlace,
}

/// A change of arguments of `azurerm_api_management`, and its effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ArgumentChange {
    /// The arguments.
    pub arguments: &'static str,
    /// Which change of them.
    pub change: &'static str,
    /// What Terraform does.
    pub effect: ArgumentEffect,
}

const fn row(arguments: &'static str, change: &'static str, effect: ArgumentEffect) -> ArgumentChange {
    ArgumentChange { arguments, change, effect }
}

/// The arguments that matter for a migration.
pub static ARGUMENT_CHANGES: &[ArgumentChange] = &[
    row("name, resource_group_name, location", "any", ArgumentEffect::Replacement),
    row("virtual_network_type", "from External or Internal to another value", ArgumentEffect::Replacement),
    row("virtual_network_configuration", "another subnet for the primary location", ArgumentEffect::Replacement),
    row("sku_name", "from a classic tier to a v2 tier, or back", ArgumentEffect::Replacement),
    row("sku_name", "another number of units", ArgumentEffect::InPlace),
    row("zones, public_ip_address_id", "any", ArgumentEffect::InPlace),
    row("additional_location", "units, zones, subnet or public IP address", ArgumentEffect::InPlace),
];
