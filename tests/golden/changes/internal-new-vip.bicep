// apim-orders-prod: the change for Bicep. Path: Same subnet, new VIP.
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

// ==== 2. Prepare the network: before the window (Network) ====
// The priorities are proposals: each must be free, and lower than that of the rule that denies the traffic.
// See: Migrate a VNet-injected instance, 2024-08-19, https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet
// See: Deploy in a virtual network, external mode, 2026-01-08, https://learn.microsoft.com/azure/api-management/api-management-using-with-vnet
// See: Virtual network reference, 2025-06-17, https://learn.microsoft.com/azure/api-management/virtual-network-reference

// network-westeurope.bicep: deploy to the resource group of the network in westeurope.
resource routeTable_westeurope 'Microsoft.Network/routeTables@2024-05-01' existing = {
  name: '<route-table-westeurope>'
}

resource toInternet_westeurope 'Microsoft.Network/routeTables/routes@2024-05-01' = {
  parent: routeTable_westeurope
  name: 'apimanagement-to-internet'
  properties: {
    addressPrefix: 'ApiManagement'
    nextHopType: 'Internet'
  }
}

// network-northeurope.bicep: deploy to the resource group of the network in northeurope.
resource nsg_northeurope 'Microsoft.Network/networkSecurityGroups@2024-05-01' existing = {
  name: '<nsg-northeurope>'
}

resource routeTable_northeurope 'Microsoft.Network/routeTables@2024-05-01' existing = {
  name: '<route-table-northeurope>'
}

resource apim_monitor_1886_443_outbound_northeurope 'Microsoft.Network/networkSecurityGroups/securityRules@2024-05-01' = {
  parent: nsg_northeurope
  name: 'apim-monitor-1886-443-outbound'
  properties: {
    priority: 310
    direction: 'Outbound'
    access: 'Allow'
    protocol: 'Tcp'
    sourceAddressPrefix: 'VirtualNetwork'
    sourcePortRange: '*'
    destinationAddressPrefix: 'AzureMonitor'
    destinationPortRanges: ['1886', '443']
  }
}

resource toInternet_northeurope 'Microsoft.Network/routeTables/routes@2024-05-01' = {
  parent: routeTable_northeurope
  name: 'apimanagement-to-internet'
  properties: {
    addressPrefix: 'ApiManagement'
    nextHopType: 'Internet'
  }
}

// In your template of the virtual network, add to serviceEndpoints of the subnet: Microsoft.Storage,
// Microsoft.Sql, Microsoft.KeyVault, Microsoft.EventHub. A module that deploys the subnet alone would drop its
// other properties.

// ==== 3. Turn autoscale off: at the start of the window (API platform) ====
// A deployment of the autoscale setting replaces its profiles: set the values in your own template, or use az
// CLI or PowerShell.
// See: Migrate a VNet-injected instance, 2024-08-19, https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet

// In your template of the autoscale setting, set properties.enabled to false.

// ==== 4. Migrate: in the window (API platform) ====
// See: Migrate a VNet-injected instance, 2024-08-19, https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet
// See: REST specification, version 2024-05-01, 2024-05-01, https://github.com/Azure/azure-rest-api-specs/tree/main/specification/apimanagement

// Not in Bicep: the migration is an operation, which no property starts. Start it in the portal, by az CLI or
// by PowerShell.

// ==== 5. Refresh, and expect no change of the instance: from minute 45, when the status is Online (API platform) ====
// See: Migrate a VNet-injected instance, 2024-08-19, https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet
// See: Bicep, issue 19164: properties that a deployment omits, 2026-03-09, https://github.com/Azure/bicep/issues/19164

// Code shows the new IP addresses and no other difference.
// Compare your template of the instance with the instance before its next deployment: az deployment group
// what-if. If it shows a change of virtualNetworkType, virtualNetworkConfiguration or zones, do not deploy.

// ==== 6. Update the DNS records: clients must have followed by minute 60 (DNS) ====
// Deploy to the resource group of the DNS zones. The deployment replaces the record, TTL included.
// See: Migrate a VNet-injected instance, 2024-08-19, https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet
// See: Deploy in a virtual network, internal mode, 2026-08-24, https://learn.microsoft.com/azure/api-management/api-management-using-with-internal-vnet

// dns.bicep
@description('TTL of the records in seconds: the present one')
param ttl int = 300

resource apim 'Microsoft.ApiManagement/service@2024-05-01' existing = {
  name: 'apim-orders-prod'
  scope: resourceGroup('rg-orders-prod')
}

var vip_westeurope = apim.properties.privateIPAddresses[0]

var zoneNames_westeurope = [
  'apim-orders-prod.azure-api.net'
  'apim-orders-prod.developer.azure-api.net'
  'apim-orders-prod.management.azure-api.net'
  'apim-orders-prod.scm.azure-api.net'
  'apim-orders-prod.portal.azure-api.net'
  'apim-orders-prod.configuration.azure-api.net'
  'apim-orders-prod-westeurope-01.regional.azure-api.net'
]

resource zones_westeurope 'Microsoft.Network/privateDnsZones@2020-06-01' existing = [for name in zoneNames_westeurope: {
  name: name
}]

resource records_westeurope 'Microsoft.Network/privateDnsZones/A@2020-06-01' = [for (name, i) in zoneNames_westeurope: {
  parent: zones_westeurope[i]
  name: '@'
  properties: {
    ttl: ttl
    aRecords: [
      { ipv4Address: vip_westeurope }
    ]
  }
}]

resource customZone_westeurope 'Microsoft.Network/privateDnsZones@2020-06-01' existing = {
  name: '<zone-of-the-custom-domain>'
}

resource customRecord_westeurope 'Microsoft.Network/privateDnsZones/A@2020-06-01' = {
  parent: customZone_westeurope
  name: '<record-of-the-custom-domain>'
  properties: {
    ttl: ttl
    aRecords: [
      { ipv4Address: vip_westeurope }
    ]
  }
}

var place_northeurope = filter(apim.properties.additionalLocations, place => toLower(replace(place.location, ' ', '')) == 'northeurope')
var vip_northeurope = place_northeurope[0].privateIPAddresses[0]

var zoneNames_northeurope = [
  'apim-orders-prod-northeurope-01.regional.azure-api.net'
]

resource zones_northeurope 'Microsoft.Network/privateDnsZones@2020-06-01' existing = [for name in zoneNames_northeurope: {
  name: name
}]

resource records_northeurope 'Microsoft.Network/privateDnsZones/A@2020-06-01' = [for (name, i) in zoneNames_northeurope: {
  parent: zones_northeurope[i]
  name: '@'
  properties: {
    ttl: ttl
    aRecords: [
      { ipv4Address: vip_northeurope }
    ]
  }
}]

resource customZone_northeurope 'Microsoft.Network/privateDnsZones@2020-06-01' existing = {
  name: '<zone-of-the-custom-domain>'
}

resource customRecord_northeurope 'Microsoft.Network/privateDnsZones/A@2020-06-01' = {
  parent: customZone_northeurope
  name: '<record-of-the-custom-domain>'
  properties: {
    ttl: ttl
    aRecords: [
      { ipv4Address: vip_northeurope }
    ]
  }
}

// ==== 7. Create the public IP addresses: after the migration (Network) ====
// See: Reliability in API Management, 2025-06-26, https://learn.microsoft.com/azure/reliability/reliability-api-management
// See: Network resources for injection, 2025-04-17, https://learn.microsoft.com/azure/api-management/virtual-network-injection-resources

// network-westeurope.bicep: deploy to the resource group of the network in westeurope.
resource publicIp_westeurope 'Microsoft.Network/publicIPAddresses@2024-05-01' = {
  name: '<public-ip-westeurope>'
  location: 'westeurope'
  sku: { name: 'Standard' }
  zones: ['1', '2', '3']
  properties: {
    publicIPAddressVersion: 'IPv4'
    publicIPAllocationMethod: 'Static'
    dnsSettings: { domainNameLabel: '<dns-label-westeurope>' }
  }
}

// network-northeurope.bicep: deploy to the resource group of the network in northeurope.
resource publicIp_northeurope 'Microsoft.Network/publicIPAddresses@2024-05-01' = {
  name: '<public-ip-northeurope>'
  location: 'northeurope'
  sku: { name: 'Standard' }
  zones: ['1', '2', '3']
  properties: {
    publicIPAddressVersion: 'IPv4'
    publicIPAllocationMethod: 'Static'
    dnsSettings: { domainNameLabel: '<dns-label-northeurope>' }
  }
}

// ==== 8. Configure zones and units: after the migration (API platform) ====
// Values for your template of the instance: this file deploys nothing. Keep every other property. The VIPs
// change. Zone numbers are logical: zone 1 can be a different datacenter in another subscription.
// See: Enable zone redundancy, 2024-11-13, https://learn.microsoft.com/azure/api-management/enable-availability-zone-support
// See: Reliability in API Management, 2025-06-26, https://learn.microsoft.com/azure/reliability/reliability-api-management
// See: REST specification, version 2024-05-01, 2024-05-01, https://github.com/Azure/azure-rest-api-specs/tree/main/specification/apimanagement

// sku
var sku = {
  name: 'Premium'
  capacity: 6
}

// zones
var zones = ['1', '2', '3']

// properties.publicIpAddressId
var publicIpAddressId = resourceId('<network-resource-group-westeurope>', 'Microsoft.Network/publicIPAddresses', '<public-ip-westeurope>')

// properties.additionalLocations: these entries change. Keep the others, and every property that is not named here.
var additionalLocations = [
  {
    location: 'northeurope'
    sku: { name: 'Premium', capacity: 3 }
    zones: ['1', '2', '3']
    publicIpAddressId: resourceId('<network-resource-group-northeurope>', 'Microsoft.Network/publicIPAddresses', '<public-ip-northeurope>')
  }
]

// ==== 9. Update the DNS records: after the migration (DNS) ====
// See: Reliability in API Management, 2025-06-26, https://learn.microsoft.com/azure/reliability/reliability-api-management
// See: IP addresses of API Management, 2026-09-11, https://learn.microsoft.com/azure/api-management/api-management-howto-ip-addresses

// Deploy the records of step 6 again: they read the VIPs from the instance.

// ==== 10. Set autoscale: after the migration (API platform) ====
// A deployment of the autoscale setting replaces its profiles: set the values in your own template, or use az
// CLI or PowerShell.
// See: Reliability in API Management, 2025-06-26, https://learn.microsoft.com/azure/reliability/reliability-api-management
// See: Autoscale an API Management instance, 2023-03-30, https://learn.microsoft.com/azure/api-management/api-management-howto-autoscale

// In your template of the autoscale setting, set properties.enabled to true.
// In each profile, set capacity.minimum to '6' and capacity.maximum to '6', and scaleAction.value of its rules
// to '3'.
