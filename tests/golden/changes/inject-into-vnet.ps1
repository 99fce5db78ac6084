param([string] $Part)

# apim-inner: the change for PowerShell. Path: Inject in a virtual network.
# From public documentation, not from Microsoft. Nothing here deletes a resource.
# Replace the names in angle brackets. The parts are for different times: this script runs the one that you
# name, and without a name nothing. Needs PowerShell 7 and the Az modules.

# ==== 1. Record the present state: now (API platform) ====
# See: REST specification, version 2024-05-01, 2024-05-01, https://github.com/Azure/azure-rest-api-specs/tree/main/specification/apimanagement
function Invoke-Part1 {
$ErrorActionPreference = 'Stop'
$apim = (Get-AzApiManagement -ResourceGroupName 'rg-inner' -Name 'apim-inner').Id
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
  -AddressPrefix '<address-range>' -NetworkSecurityGroup $nsg `
  -ServiceEndpoint 'Microsoft.Storage', 'Microsoft.Sql', 'Microsoft.KeyVault' |
  Set-AzVirtualNetwork | Out-Null
Get-AzNetworkSecurityGroup -ResourceGroupName '<network-resource-group-westeurope>' -Name '<nsg-of-new-subnet-westeurope>' |
  Add-AzNetworkSecurityRuleConfig -Name 'apim-clients-80-443-inbound' -Priority 310 -Direction Inbound `
    -Access Allow -Protocol Tcp -SourceAddressPrefix 'Internet' -SourcePortRange '*' `
    -DestinationAddressPrefix 'VirtualNetwork' -DestinationPortRange '80', '443' |
  Set-AzNetworkSecurityGroup | Out-Null
Get-AzNetworkSecurityGroup -ResourceGroupName '<network-resource-group-westeurope>' -Name '<nsg-of-new-subnet-westeurope>' |
  Add-AzNetworkSecurityRuleConfig -Name 'apim-api-management-3443-inbound' -Priority 320 -Direction Inbound `
    -Access Allow -Protocol Tcp -SourceAddressPrefix 'ApiManagement' -SourcePortRange '*' `
    -DestinationAddressPrefix 'VirtualNetwork' -DestinationPortRange '3443' |
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
# The VIPs change. Read the body before you send it: a location that it omits would be removed. Not documented:
# whether an update that omits customProperties resets them; compare them before and after.
# See: Compute platform, 2022-03-16, https://learn.microsoft.com/azure/api-management/compute-infrastructure
# See: REST specification, version 2024-05-01, 2024-05-01, https://github.com/Azure/azure-rest-api-specs/tree/main/specification/apimanagement
function Invoke-Part3 {
$ErrorActionPreference = 'Stop'
$apim = (Get-AzApiManagement -ResourceGroupName 'rg-inner' -Name 'apim-inner').Id
$service = (Invoke-AzRestMethod -Method GET -Path "${apim}?api-version=2024-05-01").Content | ConvertFrom-Json
$subnet1 = ((Get-AzVirtualNetwork -ResourceGroupName '<network-resource-group-westeurope>' -Name '<vnet-westeurope>').Subnets |
  Where-Object Name -eq '<new-subnet-westeurope>').Id
$change = @{ properties = @{} }
$change.properties.virtualNetworkType = '<External or Internal>'
$change.properties.virtualNetworkConfiguration = @{ subnetResourceId = $subnet1 }
$body = $change | ConvertTo-Json -Depth 10
$body
if ((Read-Host 'Send this change? Type yes') -ne 'yes') { throw 'Not sent.' }
Invoke-AzRestMethod -Method PATCH -Path "${apim}?api-version=2024-05-01" -Payload $body
# The call answers before the status changes.
Start-Sleep -Seconds 60
do {
  $service = (Invoke-AzRestMethod -Method GET -Path "${apim}?api-version=2024-05-01").Content | ConvertFrom-Json
  $state = $service.properties.provisioningState
  "$(Get-Date -Format HH:mm:ss) $state"
  if ($state -eq 'Updating') { Start-Sleep -Seconds 60 }
} while ($state -eq 'Updating')
}

# ==== 4. Verify the migration: from minute 45, when the status is Online (API platform) ====
# Complete when every location is on stv2 or stv2.1 and no required dependency fails. Refresh your templates
# before their next deployment.
# See: Migrate a VNet-injected instance, 2024-08-19, https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet
function Invoke-Part4 {
$ErrorActionPreference = 'Stop'
$apim = (Get-AzApiManagement -ResourceGroupName 'rg-inner' -Name 'apim-inner').Id
$service = (Invoke-AzRestMethod -Method GET -Path "${apim}?api-version=2024-05-01").Content | ConvertFrom-Json
$service.properties | Select-Object provisioningState, platformVersion, publicIPAddresses, privateIPAddresses
$service.properties.additionalLocations | Select-Object location, platformVersion, publicIPAddresses, privateIPAddresses
((Invoke-AzRestMethod -Method GET -Path "$apim/networkstatus?api-version=2024-05-01").Content | ConvertFrom-Json) |
  ForEach-Object { $_.networkStatus.connectivityStatus } | Where-Object status -ne 'success' | Select-Object name, status
}

switch ($Part) {
  '1' { Invoke-Part1 }
  '2' { Invoke-Part2 }
  '3' { Invoke-Part3 }
  '4' { Invoke-Part4 }
  default { 'Name one part: 1, 2, 3, 4' }
}
