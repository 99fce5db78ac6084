// apim-shop: the change for Bicep. Path: Same subnet, preserve the VIP.
// From public documentation, not from Microsoft. Nothing here deletes a resource.
// Save each part as a file of its own: the parts are for different times and resource groups. Run what-if
// before each deployment, and deploy in incremental mode.

// ==== 1. Guard the instance in code: now (API platform) ====
// A deployment of the instance replaces every property: one that omits virtualNetworkType resets the network
// mode to None.
// See: Bicep, issue 19164: properties that a deployment omits, 2026-03-09, https://github.com/Azure/bicep/issues/19164
// See: REST specification, version 2024-05-01, 2024-05-01, https://github.com/Azure/azure-rest-api-specs/tree/main/specification/apimanagement

// Do not deploy the template of the instance until the migration is complete. These modules refer to the
// instance with existing, so that no deployment changes it.

// ==== 2. Migrate: in the window (API platform) ====
// See: Migrate a VNet-injected instance, 2024-08-19, https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet
// See: REST specification, version 2024-05-01, 2024-05-01, https://github.com/Azure/azure-rest-api-specs/tree/main/specification/apimanagement

// Not in Bicep: the migration is an operation, which no property starts. Start it in the portal, by az CLI or
// by PowerShell.

// ==== 3. Refresh, and expect no change of the instance: from minute 45, when the status is Online (API platform) ====
// See: Migrate a VNet-injected instance, 2024-08-19, https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet
// See: Bicep, issue 19164: properties that a deployment omits, 2026-03-09, https://github.com/Azure/bicep/issues/19164

// Code shows no difference.
// Compare your template of the instance with the instance before its next deployment: az deployment group
// what-if. If it shows a change of virtualNetworkType, virtualNetworkConfiguration or zones, do not deploy.
