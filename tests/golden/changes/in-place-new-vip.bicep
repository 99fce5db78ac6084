// apim-edge: the change for Bicep. Path: In place, new VIP.
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

// Code shows the new IP addresses and no other difference.
// Compare your template of the instance with the instance before its next deployment: az deployment group
// what-if. If it shows a change of virtualNetworkType, virtualNetworkConfiguration or zones, do not deploy.

// ==== 4. Update the DNS records: after the migration (DNS) ====
// Deploy to the resource group of the DNS zones. The deployment replaces the record, TTL included.
// See: Migrate a VNet-injected instance, 2024-08-19, https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet
// See: Deploy in a virtual network, internal mode, 2026-08-24, https://learn.microsoft.com/azure/api-management/api-management-using-with-internal-vnet

// dns.bicep
@description('TTL of the records in seconds: the present one')
param ttl int = 300

resource apim 'Microsoft.ApiManagement/service@2024-05-01' existing = {
  name: 'apim-edge'
  scope: resourceGroup('rg-edge')
}

var vip_westeurope = apim.properties.publicIPAddresses[0]

resource customZone_westeurope 'Microsoft.Network/dnsZones@2018-05-01' existing = {
  name: '<zone-of-the-custom-domain>'
}

resource customRecord_westeurope 'Microsoft.Network/dnsZones/A@2018-05-01' = {
  parent: customZone_westeurope
  name: '<record-of-the-custom-domain>'
  properties: {
    TTL: ttl
    ARecords: [
      { ipv4Address: vip_westeurope }
    ]
  }
}
