// apim-hr: the change for Bicep. Path: New subnet, then return.
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
// The network security group of the new subnet exists already; an empty one will do. The priorities are
// proposals.
// See: Migrate a VNet-injected instance, 2024-08-19, https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet
// See: Network resources for injection, 2025-04-17, https://learn.microsoft.com/azure/api-management/virtual-network-injection-resources
// See: Virtual network reference, 2025-06-17, https://learn.microsoft.com/azure/api-management/virtual-network-reference

// network-westeurope.bicep: deploy to the resource group of the network in westeurope.
resource nsg_westeurope 'Microsoft.Network/networkSecurityGroups@2024-05-01' existing = {
  name: '<nsg-of-new-subnet-westeurope>'
}

resource vnet_westeurope 'Microsoft.Network/virtualNetworks@2024-05-01' existing = {
  name: '<vnet-westeurope>'
}

// Add the subnet to your template of the virtual network as well: a deployment of the network removes subnets that it omits.
resource subnet_westeurope 'Microsoft.Network/virtualNetworks/subnets@2024-05-01' = {
  parent: vnet_westeurope
  name: '<new-subnet-westeurope>'
  properties: {
    addressPrefix: '<address-range>/29'
    networkSecurityGroup: { id: nsg_westeurope.id }
    serviceEndpoints: [
      { service: 'Microsoft.Storage' }
      { service: 'Microsoft.Sql' }
      { service: 'Microsoft.KeyVault' }
    ]
  }
}

resource apim_api_management_3443_inbound_westeurope 'Microsoft.Network/networkSecurityGroups/securityRules@2024-05-01' = {
  parent: nsg_westeurope
  name: 'apim-api-management-3443-inbound'
  properties: {
    priority: 310
    direction: 'Inbound'
    access: 'Allow'
    protocol: 'Tcp'
    sourceAddressPrefix: 'ApiManagement'
    sourcePortRange: '*'
    destinationAddressPrefix: 'VirtualNetwork'
    destinationPortRanges: ['3443']
  }
}

resource apim_load_balancer_6390_inbound_westeurope 'Microsoft.Network/networkSecurityGroups/securityRules@2024-05-01' = {
  parent: nsg_westeurope
  name: 'apim-load-balancer-6390-inbound'
  properties: {
    priority: 320
    direction: 'Inbound'
    access: 'Allow'
    protocol: 'Tcp'
    sourceAddressPrefix: 'AzureLoadBalancer'
    sourcePortRange: '*'
    destinationAddressPrefix: 'VirtualNetwork'
    destinationPortRanges: ['6390']
  }
}

resource apim_internet_80_outbound_westeurope 'Microsoft.Network/networkSecurityGroups/securityRules@2024-05-01' = {
  parent: nsg_westeurope
  name: 'apim-internet-80-outbound'
  properties: {
    priority: 330
    direction: 'Outbound'
    access: 'Allow'
    protocol: 'Tcp'
    sourceAddressPrefix: 'VirtualNetwork'
    sourcePortRange: '*'
    destinationAddressPrefix: 'Internet'
    destinationPortRanges: ['80']
  }
}

resource apim_storage_443_outbound_westeurope 'Microsoft.Network/networkSecurityGroups/securityRules@2024-05-01' = {
  parent: nsg_westeurope
  name: 'apim-storage-443-outbound'
  properties: {
    priority: 340
    direction: 'Outbound'
    access: 'Allow'
    protocol: 'Tcp'
    sourceAddressPrefix: 'VirtualNetwork'
    sourcePortRange: '*'
    destinationAddressPrefix: 'Storage'
    destinationPortRanges: ['443']
  }
}

resource apim_sql_1433_outbound_westeurope 'Microsoft.Network/networkSecurityGroups/securityRules@2024-05-01' = {
  parent: nsg_westeurope
  name: 'apim-sql-1433-outbound'
  properties: {
    priority: 350
    direction: 'Outbound'
    access: 'Allow'
    protocol: 'Tcp'
    sourceAddressPrefix: 'VirtualNetwork'
    sourcePortRange: '*'
    destinationAddressPrefix: 'Sql'
    destinationPortRanges: ['1433']
  }
}

resource apim_key_vault_443_outbound_westeurope 'Microsoft.Network/networkSecurityGroups/securityRules@2024-05-01' = {
  parent: nsg_westeurope
  name: 'apim-key-vault-443-outbound'
  properties: {
    priority: 360
    direction: 'Outbound'
    access: 'Allow'
    protocol: 'Tcp'
    sourceAddressPrefix: 'VirtualNetwork'
    sourcePortRange: '*'
    destinationAddressPrefix: 'AzureKeyVault'
    destinationPortRanges: ['443']
  }
}

resource apim_monitor_1886_443_outbound_westeurope 'Microsoft.Network/networkSecurityGroups/securityRules@2024-05-01' = {
  parent: nsg_westeurope
  name: 'apim-monitor-1886-443-outbound'
  properties: {
    priority: 370
    direction: 'Outbound'
    access: 'Allow'
    protocol: 'Tcp'
    sourceAddressPrefix: 'VirtualNetwork'
    sourcePortRange: '*'
    destinationAddressPrefix: 'AzureMonitor'
    destinationPortRanges: ['1886', '443']
  }
}

// ==== 3. Migrate: in the window (API platform) ====
// See: Migrate a VNet-injected instance, 2024-08-19, https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet

// Not in Bicep: the migration is an operation, which no property starts. Start it in the portal, by az CLI or
// by PowerShell.

// ==== 4. Update the DNS records: clients must have followed by minute 60 (DNS) ====
// Deploy to the resource group of the DNS zones. The deployment replaces the record, TTL included.
// See: Migrate a VNet-injected instance, 2024-08-19, https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet
// See: Deploy in a virtual network, internal mode, 2026-08-24, https://learn.microsoft.com/azure/api-management/api-management-using-with-internal-vnet

// dns.bicep
@description('TTL of the records in seconds: the present one')
param ttl int = 300

resource apim 'Microsoft.ApiManagement/service@2024-05-01' existing = {
  name: 'apim-hr'
  scope: resourceGroup('rg-hr')
}

var vip_westeurope = apim.properties.privateIPAddresses[0]

var zoneNames_westeurope = [
  'apim-hr.azure-api.net'
  'apim-hr.developer.azure-api.net'
  'apim-hr.management.azure-api.net'
  'apim-hr.scm.azure-api.net'
  'apim-hr.portal.azure-api.net'
  'apim-hr.configuration.azure-api.net'
  'apim-hr-westeurope-01.regional.azure-api.net'
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

// ==== 5. Prepare the original subnet: before the return (Network) ====
// The priorities are proposals: each must be free, and lower than that of the rule that denies the traffic.
// See: Migrate a VNet-injected instance, 2024-08-19, https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet
// See: Deploy in a virtual network, internal mode, 2026-08-24, https://learn.microsoft.com/azure/api-management/api-management-using-with-internal-vnet
// See: Virtual network reference, 2025-06-17, https://learn.microsoft.com/azure/api-management/virtual-network-reference

// network-westeurope.bicep: deploy to the resource group of the network in westeurope.
resource nsg_westeurope 'Microsoft.Network/networkSecurityGroups@2024-05-01' existing = {
  name: '<nsg-westeurope>'
}

// Not in Bicep: remove the lock from the subnet, its virtual network or their resource group in the portal.
resource apim_key_vault_443_outbound_westeurope 'Microsoft.Network/networkSecurityGroups/securityRules@2024-05-01' = {
  parent: nsg_westeurope
  name: 'apim-key-vault-443-outbound'
  properties: {
    priority: 310
    direction: 'Outbound'
    access: 'Allow'
    protocol: 'Tcp'
    sourceAddressPrefix: 'VirtualNetwork'
    sourcePortRange: '*'
    destinationAddressPrefix: 'AzureKeyVault'
    destinationPortRanges: ['443']
  }
}

// ==== 6. Return to the original subnet: when the original subnet is free, about minute 90 (API platform) ====
// See: Migrate a VNet-injected instance, 2024-08-19, https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet

// Not in Bicep: return in the portal, under Network. Then set the original subnet in your template.

// ==== 7. Refresh, and expect no change of the instance: from minute 135 (2 h 15 min), when the status is Online (API platform) ====
// See: Migrate a VNet-injected instance, 2024-08-19, https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet
// See: Bicep, issue 19164: properties that a deployment omits, 2026-03-09, https://github.com/Azure/bicep/issues/19164

// Code shows the new IP addresses and the original subnet.
// Compare your template of the instance with the instance before its next deployment: az deployment group
// what-if. If it shows a change of virtualNetworkType, virtualNetworkConfiguration or zones, do not deploy.

// ==== 8. Update the DNS records: clients must have followed by minute 135 (2 h 15 min) (DNS) ====
// See: Migrate a VNet-injected instance, 2024-08-19, https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet
// See: Deploy in a virtual network, internal mode, 2026-08-24, https://learn.microsoft.com/azure/api-management/api-management-using-with-internal-vnet

// Deploy the records of step 4 again: they read the VIPs from the instance.
