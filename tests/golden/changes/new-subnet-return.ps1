param([string] $Part)

# apim-hr: the change for PowerShell. Path: New subnet, then return.
# From public documentation, not from Microsoft. Nothing here deletes a resource.
# Replace the names in angle brackets. The parts are for different times: this script runs the one that you
# name, and without a name nothing. Needs PowerShell 7 and the Az modules.

# ==== 1. Record the present state: now (API platform) ====
# See: REST specification, version 2024-05-01, 2024-05-01, https://github.com/Azure/azure-rest-api-specs/tree/main/specification/apimanagement
function Invoke-Part1 {
$ErrorActionPreference = 'Stop'
$apim = (Get-AzApiManagement -ResourceGroupName 'rg-hr' -Name 'apim-hr').Id
(Invoke-AzRestMethod -Method GET -Path "${apim}?api-version=2024-05-01").Content | Set-Content -Path apim-before.json
}

# ==== 2. Prepare the network: before the window (Network) ====
# The network security group of the new subnet exists already; an empty one will do. The priorities are
# proposals.
# See: Migrate a VNet-injected instance, 2024-08-19, https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet
# See: Network resources for injection, 2025-04-17, https://learn.microsoft.com/azure/api-management/virtual-network-injection-resources
# See: Virtual network reference, 2025-06-17, https://learn.microsoft.com/azure/api-management/virtual-network-reference
function Invoke-Part2 {
$ErrorActionPreference = 'Stop'
$nsg = Get-AzNetworkSecurityGroup -ResourceGroupName '<network-resource-group-westeurope>' -Name '<nsg-of-new-subnet-westeurope>'
$vnet = Get-AzVirtualNetwork -ResourceGroupName '<network-resource-group-westeurope>' -Name '<vnet-westeurope>'
$vnet | Add-AzVirtualNetworkSubnetConfig -Name '<new-subnet-westeurope>' `
  -AddressPrefix '<address-range>/29' -NetworkSecurityGroup $nsg `
  -ServiceEndpoint 'Microsoft.Storage', 'Microsoft.Sql', 'Microsoft.KeyVault' |
  Set-AzVirtualNetwork | Out-Null
Get-AzNetworkSecurityGroup -ResourceGroupName '<network-resource-group-westeurope>' -Name '<nsg-of-new-subnet-westeurope>' |
  Add-AzNetworkSecurityRuleConfig -Name 'apim-api-management-3443-inbound' -Priority 310 -Direction Inbound `
    -Access Allow -Protocol Tcp -SourceAddressPrefix 'ApiManagement' -SourcePortRange '*' `
    -DestinationAddressPrefix 'VirtualNetwork' -DestinationPortRange '3443' |
  Set-AzNetworkSecurityGroup | Out-Null
Get-AzNetworkSecurityGroup -ResourceGroupName '<network-resource-group-westeurope>' -Name '<nsg-of-new-subnet-westeurope>' |
  Add-AzNetworkSecurityRuleConfig -Name 'apim-load-balancer-6390-inbound' -Priority 320 -Direction Inbound `
    -Access Allow -Protocol Tcp -SourceAddressPrefix 'AzureLoadBalancer' -SourcePortRange '*' `
    -DestinationAddressPrefix 'VirtualNetwork' -DestinationPortRange '6390' |
  Set-AzNetworkSecurityGroup | Out-Null
Get-AzNetworkSecurityGroup -ResourceGroupName '<network-resource-group-westeurope>' -Name '<nsg-of-new-subnet-westeurope>' |
  Add-AzNetworkSecurityRuleConfig -Name 'apim-internet-80-outbound' -Priority 330 -Direction Outbound `
    -Access Allow -Protocol Tcp -SourceAddressPrefix 'VirtualNetwork' -SourcePortRange '*' `
    -DestinationAddressPrefix 'Internet' -DestinationPortRange '80' |
  Set-AzNetworkSecurityGroup | Out-Null
Get-AzNetworkSecurityGroup -ResourceGroupName '<network-resource-group-westeurope>' -Name '<nsg-of-new-subnet-westeurope>' |
  Add-AzNetworkSecurityRuleConfig -Name 'apim-storage-443-outbound' -Priority 340 -Direction Outbound `
    -Access Allow -Protocol Tcp -SourceAddressPrefix 'VirtualNetwork' -SourcePortRange '*' `
    -DestinationAddressPrefix 'Storage' -DestinationPortRange '443' |
  Set-AzNetworkSecurityGroup | Out-Null
Get-AzNetworkSecurityGroup -ResourceGroupName '<network-resource-group-westeurope>' -Name '<nsg-of-new-subnet-westeurope>' |
  Add-AzNetworkSecurityRuleConfig -Name 'apim-sql-1433-outbound' -Priority 350 -Direction Outbound `
    -Access Allow -Protocol Tcp -SourceAddressPrefix 'VirtualNetwork' -SourcePortRange '*' `
    -DestinationAddressPrefix 'Sql' -DestinationPortRange '1433' |
  Set-AzNetworkSecurityGroup | Out-Null
Get-AzNetworkSecurityGroup -ResourceGroupName '<network-resource-group-westeurope>' -Name '<nsg-of-new-subnet-westeurope>' |
  Add-AzNetworkSecurityRuleConfig -Name 'apim-key-vault-443-outbound' -Priority 360 -Direction Outbound `
    -Access Allow -Protocol Tcp -SourceAddressPrefix 'VirtualNetwork' -SourcePortRange '*' `
    -DestinationAddressPrefix 'AzureKeyVault' -DestinationPortRange '443' |
  Set-AzNetworkSecurityGroup | Out-Null
Get-AzNetworkSecurityGroup -ResourceGroupName '<network-resource-group-westeurope>' -Name '<nsg-of-new-subnet-westeurope>' |
  Add-AzNetworkSecurityRuleConfig -Name 'apim-monitor-1886-443-outbound' -Priority 370 -Direction Outbound `
    -Access Allow -Protocol Tcp -SourceAddressPrefix 'VirtualNetwork' -SourcePortRange '*' `
    -DestinationAddressPrefix 'AzureMonitor' -DestinationPortRange '1886', '443' |
  Set-AzNetworkSecurityGroup | Out-Null
}

# ==== 3. Migrate: in the window (API platform) ====
# See: Migrate a VNet-injected instance, 2024-08-19, https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet
function Invoke-Part3 {
$ErrorActionPreference = 'Stop'
# Migrate in the portal: no REST call offers the retention setting.
# - In the instance's menu, select Settings, then Platform migration, and review step 1.
# - In step 2, select a location, then the virtual network, the new subnet and, optionally, the public IP
# address.
# - Select Return to original subnet as soon as possible.
# - In step 3, confirm and select Migrate; the status changes to Updating.
$apim = (Get-AzApiManagement -ResourceGroupName 'rg-hr' -Name 'apim-hr').Id
do {
  $service = (Invoke-AzRestMethod -Method GET -Path "${apim}?api-version=2024-05-01").Content | ConvertFrom-Json
  $state = $service.properties.provisioningState
  "$(Get-Date -Format HH:mm:ss) $state"
  if ($state -eq 'Updating') { Start-Sleep -Seconds 60 }
} while ($state -eq 'Updating')
}

# ==== 4. Update the DNS records: clients must have followed by minute 60 (DNS) ====
# The A record keeps its TTL. Records on DNS servers outside Azure are yours to update.
# See: Migrate a VNet-injected instance, 2024-08-19, https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet
# See: Deploy in a virtual network, internal mode, 2026-08-24, https://learn.microsoft.com/azure/api-management/api-management-using-with-internal-vnet
function Invoke-Part4 {
$ErrorActionPreference = 'Stop'
$apim = (Get-AzApiManagement -ResourceGroupName 'rg-hr' -Name 'apim-hr').Id
$service = (Invoke-AzRestMethod -Method GET -Path "${apim}?api-version=2024-05-01").Content | ConvertFrom-Json
$vip = $service.properties.privateIPAddresses[0]
if (-not $vip) { throw 'The VIP is not known yet.' }
foreach ($zone in 'apim-hr.azure-api.net',
  'apim-hr.developer.azure-api.net',
  'apim-hr.management.azure-api.net',
  'apim-hr.scm.azure-api.net',
  'apim-hr.portal.azure-api.net',
  'apim-hr.configuration.azure-api.net',
  'apim-hr-westeurope-01.regional.azure-api.net') {
  $set = Get-AzPrivateDnsRecordSet -ResourceGroupName '<dns-resource-group>' -ZoneName $zone -Name '@' -RecordType A
  $set.Records[0].Ipv4Address = $vip
  Set-AzPrivateDnsRecordSet -RecordSet $set | Out-Null
}
}

# ==== 5. Prepare the original subnet: before the return (Network) ====
# The priorities are proposals: each must be free, and lower than that of the rule that denies the traffic.
# See: Migrate a VNet-injected instance, 2024-08-19, https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet
# See: Deploy in a virtual network, internal mode, 2026-08-24, https://learn.microsoft.com/azure/api-management/api-management-using-with-internal-vnet
# See: Virtual network reference, 2025-06-17, https://learn.microsoft.com/azure/api-management/virtual-network-reference
function Invoke-Part5 {
$ErrorActionPreference = 'Stop'
# Shows the locks. Removing a lock is left to its owner: it takes effect hours later in a resource group.
Get-AzResourceLock -ResourceGroupName '<network-resource-group-westeurope>'
Get-AzNetworkSecurityGroup -ResourceGroupName '<network-resource-group-westeurope>' -Name '<nsg-westeurope>' |
  Add-AzNetworkSecurityRuleConfig -Name 'apim-key-vault-443-outbound' -Priority 310 -Direction Outbound `
    -Access Allow -Protocol Tcp -SourceAddressPrefix 'VirtualNetwork' -SourcePortRange '*' `
    -DestinationAddressPrefix 'AzureKeyVault' -DestinationPortRange '443' |
  Set-AzNetworkSecurityGroup | Out-Null
}

# ==== 6. Return to the original subnet: when the original subnet is free, about minute 90 (API platform) ====
# See: Migrate a VNet-injected instance, 2024-08-19, https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet
function Invoke-Part6 {
$ErrorActionPreference = 'Stop'
# Return in the portal:
# - When the original subnet is free, select Network, then the original virtual network and subnet for every
# location, then Apply and Save.
$apim = (Get-AzApiManagement -ResourceGroupName 'rg-hr' -Name 'apim-hr').Id
do {
  $service = (Invoke-AzRestMethod -Method GET -Path "${apim}?api-version=2024-05-01").Content | ConvertFrom-Json
  $state = $service.properties.provisioningState
  "$(Get-Date -Format HH:mm:ss) $state"
  if ($state -eq 'Updating') { Start-Sleep -Seconds 60 }
} while ($state -eq 'Updating')
}

# ==== 7. Verify the migration: from minute 135 (2 h 15 min), when the status is Online (API platform) ====
# Complete when every location is on stv2 or stv2.1 and no required dependency fails. Refresh your templates
# before their next deployment.
# See: Migrate a VNet-injected instance, 2024-08-19, https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet
function Invoke-Part7 {
$ErrorActionPreference = 'Stop'
$apim = (Get-AzApiManagement -ResourceGroupName 'rg-hr' -Name 'apim-hr').Id
$service = (Invoke-AzRestMethod -Method GET -Path "${apim}?api-version=2024-05-01").Content | ConvertFrom-Json
$service.properties | Select-Object provisioningState, platformVersion, publicIPAddresses, privateIPAddresses
$service.properties.additionalLocations | Select-Object location, platformVersion, publicIPAddresses, privateIPAddresses
((Invoke-AzRestMethod -Method GET -Path "$apim/networkstatus?api-version=2024-05-01").Content | ConvertFrom-Json) |
  ForEach-Object { $_.networkStatus.connectivityStatus } | Where-Object status -ne 'success' | Select-Object name, status
}

# ==== 8. Update the DNS records: clients must have followed by minute 135 (2 h 15 min) (DNS) ====
# The A record keeps its TTL. Records on DNS servers outside Azure are yours to update.
# See: Migrate a VNet-injected instance, 2024-08-19, https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet
# See: Deploy in a virtual network, internal mode, 2026-08-24, https://learn.microsoft.com/azure/api-management/api-management-using-with-internal-vnet
function Invoke-Part8 {
$ErrorActionPreference = 'Stop'
$apim = (Get-AzApiManagement -ResourceGroupName 'rg-hr' -Name 'apim-hr').Id
$service = (Invoke-AzRestMethod -Method GET -Path "${apim}?api-version=2024-05-01").Content | ConvertFrom-Json
$vip = $service.properties.privateIPAddresses[0]
if (-not $vip) { throw 'The VIP is not known yet.' }
foreach ($zone in 'apim-hr.azure-api.net',
  'apim-hr.developer.azure-api.net',
  'apim-hr.management.azure-api.net',
  'apim-hr.scm.azure-api.net',
  'apim-hr.portal.azure-api.net',
  'apim-hr.configuration.azure-api.net',
  'apim-hr-westeurope-01.regional.azure-api.net') {
  $set = Get-AzPrivateDnsRecordSet -ResourceGroupName '<dns-resource-group>' -ZoneName $zone -Name '@' -RecordType A
  $set.Records[0].Ipv4Address = $vip
  Set-AzPrivateDnsRecordSet -RecordSet $set | Out-Null
}
}

switch ($Part) {
  '1' { Invoke-Part1 }
  '2' { Invoke-Part2 }
  '3' { Invoke-Part3 }
  '4' { Invoke-Part4 }
  '5' { Invoke-Part5 }
  '6' { Invoke-Part6 }
  '7' { Invoke-Part7 }
  '8' { Invoke-Part8 }
  default { 'Name one part: 1, 2, 3, 4, 5, 6, 7, 8' }
}
