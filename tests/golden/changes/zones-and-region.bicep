// apim-core: the change for Bicep.
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

// ==== 2. Create the public IP addresses: as a change of its own (Network) ====
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

// ==== 3. Configure zones and units: as a change of its own (API platform) ====
// Values for your template of the instance: this file deploys nothing. Keep every other property. The VIPs
// change. Zone numbers are logical: select those that you want of 1, 2 and 3.
// See: Enable zone redundancy, 2024-11-13, https://learn.microsoft.com/azure/api-management/enable-availability-zone-support
// See: Reliability in API Management, 2025-06-26, https://learn.microsoft.com/azure/reliability/reliability-api-management
// See: REST specification, version 2024-05-01, 2024-05-01, https://github.com/Azure/azure-rest-api-specs/tree/main/specification/apimanagement

// sku
var sku = {
  name: 'Premium'
  capacity: 4
}

// zones
var zones = ['1', '2']

// properties.publicIpAddressId
var publicIpAddressId = resourceId('<network-resource-group-westeurope>', 'Microsoft.Network/publicIPAddresses', '<public-ip-westeurope>')

// ==== 4. Update the DNS records: as a change of its own (DNS) ====
// Deploy to the resource group of the DNS zones. The deployment replaces the record, TTL included.
// See: Reliability in API Management, 2025-06-26, https://learn.microsoft.com/azure/reliability/reliability-api-management
// See: IP addresses of API Management, 2026-09-11, https://learn.microsoft.com/azure/api-management/api-management-howto-ip-addresses

// dns.bicep
@description('TTL of the records in seconds: the present one')
param ttl int = 300

resource apim 'Microsoft.ApiManagement/service@2024-05-01' existing = {
  name: 'apim-core'
  scope: resourceGroup('rg-core')
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

// ==== 5. Create the public IP addresses: as a change of its own (Network) ====
// See: Reliability in API Management, 2025-06-26, https://learn.microsoft.com/azure/reliability/reliability-api-management
// See: Network resources for injection, 2025-04-17, https://learn.microsoft.com/azure/api-management/virtual-network-injection-resources

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

// ==== 6. Add northeurope: as a change of its own (API platform) ====
// Values for your template of the instance: this file deploys nothing. Keep every other property. Zone numbers
// are logical: select those that you want of 1, 2 and 3.
// See: Enable zone redundancy, 2024-11-13, https://learn.microsoft.com/azure/api-management/enable-availability-zone-support
// See: Reliability in API Management, 2025-06-26, https://learn.microsoft.com/azure/reliability/reliability-api-management
// See: REST specification, version 2024-05-01, 2024-05-01, https://github.com/Azure/azure-rest-api-specs/tree/main/specification/apimanagement

// properties.additionalLocations: these entries change. Keep the others, and every property that is not named here.
var additionalLocations = [
  {
    location: 'northeurope'
    sku: { name: 'Premium', capacity: 4 }
    zones: ['1', '2']
    publicIpAddressId: resourceId('<network-resource-group-northeurope>', 'Microsoft.Network/publicIPAddresses', '<public-ip-northeurope>')
    virtualNetworkConfiguration: { subnetResourceId: resourceId('<network-resource-group-northeurope>', 'Microsoft.Network/virtualNetworks/subnets', '<vnet-northeurope>', '<subnet-northeurope>') }
  }
]

// ==== 7. Set autoscale: as a change of its own (API platform) ====
// A deployment of the autoscale setting replaces its profiles: set the values in your own template, or use az
// CLI or PowerShell.
// See: Reliability in API Management, 2025-06-26, https://learn.microsoft.com/azure/reliability/reliability-api-management
// See: Autoscale an API Management instance, 2023-03-30, https://learn.microsoft.com/azure/api-management/api-management-howto-autoscale

// In your template of the autoscale setting, set properties.enabled to true.
// In each profile, set capacity.minimum to '4' and capacity.maximum to '8', and scaleAction.value of its rules
// to '2'.
