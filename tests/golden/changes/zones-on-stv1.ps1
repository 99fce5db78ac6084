param([string] $Part)

# apim-zoned: the change for PowerShell. Path: Enable zone redundancy.
# From public documentation, not from Microsoft. Nothing here deletes a resource.
# Replace the names in angle brackets. The parts are for different times: this script runs the one that you
# name, and without a name nothing. Needs PowerShell 7 and the Az modules.

# ==== 1. Record the present state: now (API platform) ====
# See: REST specification, version 2024-05-01, 2024-05-01, https://github.com/Azure/azure-rest-api-specs/tree/main/specification/apimanagement
function Invoke-Part1 {
$ErrorActionPreference = 'Stop'
$apim = (Get-AzApiManagement -ResourceGroupName 'rg-zoned' -Name 'apim-zoned').Id
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
  -AddressPrefix '<address-range>/28' -NetworkSecurityGroup $nsg `
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
  Add-AzNetworkSecurityRuleConfig -Name 'apim-load-balancer-6390-inbound' -Priority 330 -Direction Inbound `
    -Access Allow -Protocol Tcp -SourceAddressPrefix 'AzureLoadBalancer' -SourcePortRange '*' `
    -DestinationAddressPrefix 'VirtualNetwork' -DestinationPortRange '6390' |
  Set-AzNetworkSecurityGroup | Out-Null
Get-AzNetworkSecurityGroup -ResourceGroupName '<network-resource-group-westeurope>' -Name '<nsg-of-new-subnet-westeurope>' |
  Add-AzNetworkSecurityRuleConfig -Name 'apim-traffic-manager-443-inbound' -Priority 340 -Direction Inbound `
    -Access Allow -Protocol Tcp -SourceAddressPrefix 'AzureTrafficManager' -SourcePortRange '*' `
    -DestinationAddressPrefix 'VirtualNetwork' -DestinationPortRange '443' |
  Set-AzNetworkSecurityGroup | Out-Null
Get-AzNetworkSecurityGroup -ResourceGroupName '<network-resource-group-westeurope>' -Name '<nsg-of-new-subnet-westeurope>' |
  Add-AzNetworkSecurityRuleConfig -Name 'apim-internet-80-outbound' -Priority 350 -Direction Outbound `
    -Access Allow -Protocol Tcp -SourceAddressPrefix 'VirtualNetwork' -SourcePortRange '*' `
    -DestinationAddressPrefix 'Internet' -DestinationPortRange '80' |
  Set-AzNetworkSecurityGroup | Out-Null
Get-AzNetworkSecurityGroup -ResourceGroupName '<network-resource-group-westeurope>' -Name '<nsg-of-new-subnet-westeurope>' |
  Add-AzNetworkSecurityRuleConfig -Name 'apim-storage-443-outbound' -Priority 360 -Direction Outbound `
    -Access Allow -Protocol Tcp -SourceAddressPrefix 'VirtualNetwork' -SourcePortRange '*' `
    -DestinationAddressPrefix 'Storage' -DestinationPortRange '443' |
  Set-AzNetworkSecurityGroup | Out-Null
Get-AzNetworkSecurityGroup -ResourceGroupName '<network-resource-group-westeurope>' -Name '<nsg-of-new-subnet-westeurope>' |
  Add-AzNetworkSecurityRuleConfig -Name 'apim-sql-1433-outbound' -Priority 370 -Direction Outbound `
    -Access Allow -Protocol Tcp -SourceAddressPrefix 'VirtualNetwork' -SourcePortRange '*' `
    -DestinationAddressPrefix 'Sql' -DestinationPortRange '1433' |
  Set-AzNetworkSecurityGroup | Out-Null
Get-AzNetworkSecurityGroup -ResourceGroupName '<network-resource-group-westeurope>' -Name '<nsg-of-new-subnet-westeurope>' |
  Add-AzNetworkSecurityRuleConfig -Name 'apim-key-vault-443-outbound' -Priority 380 -Direction Outbound `
    -Access Allow -Protocol Tcp -SourceAddressPrefix 'VirtualNetwork' -SourcePortRange '*' `
    -DestinationAddressPrefix 'AzureKeyVault' -DestinationPortRange '443' |
  Set-AzNetworkSecurityGroup | Out-Null
Get-AzNetworkSecurityGroup -ResourceGroupName '<network-resource-group-westeurope>' -Name '<nsg-of-new-subnet-westeurope>' |
  Add-AzNetworkSecurityRuleConfig -Name 'apim-monitor-1886-443-outbound' -Priority 390 -Direction Outbound `
    -Access Allow -Protocol Tcp -SourceAddressPrefix 'VirtualNetwork' -SourcePortRange '*' `
    -DestinationAddressPrefix 'AzureMonitor' -DestinationPortRange '1886', '443' |
  Set-AzNetworkSecurityGroup | Out-Null
$nsg = Get-AzNetworkSecurityGroup -ResourceGroupName '<network-resource-group-northeurope>' -Name '<nsg-of-new-subnet-northeurope>'
$vnet = Get-AzVirtualNetwork -ResourceGroupName '<network-resource-group-northeurope>' -Name '<vnet-northeurope>'
$vnet | Add-AzVirtualNetworkSubnetConfig -Name '<new-subnet-northeurope>' `
  -AddressPrefix '<address-range>/28' -NetworkSecurityGroup $nsg `
  -ServiceEndpoint 'Microsoft.Storage', 'Microsoft.Sql', 'Microsoft.KeyVault' |
  Set-AzVirtualNetwork | Out-Null
Get-AzNetworkSecurityGroup -ResourceGroupName '<network-resource-group-northeurope>' -Name '<nsg-of-new-subnet-northeurope>' |
  Add-AzNetworkSecurityRuleConfig -Name 'apim-clients-80-443-inbound' -Priority 310 -Direction Inbound `
    -Access Allow -Protocol Tcp -SourceAddressPrefix 'Internet' -SourcePortRange '*' `
    -DestinationAddressPrefix 'VirtualNetwork' -DestinationPortRange '80', '443' |
  Set-AzNetworkSecurityGroup | Out-Null
Get-AzNetworkSecurityGroup -ResourceGroupName '<network-resource-group-northeurope>' -Name '<nsg-of-new-subnet-northeurope>' |
  Add-AzNetworkSecurityRuleConfig -Name 'apim-api-management-3443-inbound' -Priority 320 -Direction Inbound `
    -Access Allow -Protocol Tcp -SourceAddressPrefix 'ApiManagement' -SourcePortRange '*' `
    -DestinationAddressPrefix 'VirtualNetwork' -DestinationPortRange '3443' |
  Set-AzNetworkSecurityGroup | Out-Null
Get-AzNetworkSecurityGroup -ResourceGroupName '<network-resource-group-northeurope>' -Name '<nsg-of-new-subnet-northeurope>' |
  Add-AzNetworkSecurityRuleConfig -Name 'apim-load-balancer-6390-inbound' -Priority 330 -Direction Inbound `
    -Access Allow -Protocol Tcp -SourceAddressPrefix 'AzureLoadBalancer' -SourcePortRange '*' `
    -DestinationAddressPrefix 'VirtualNetwork' -DestinationPortRange '6390' |
  Set-AzNetworkSecurityGroup | Out-Null
Get-AzNetworkSecurityGroup -ResourceGroupName '<network-resource-group-northeurope>' -Name '<nsg-of-new-subnet-northeurope>' |
  Add-AzNetworkSecurityRuleConfig -Name 'apim-traffic-manager-443-inbound' -Priority 340 -Direction Inbound `
    -Access Allow -Protocol Tcp -SourceAddressPrefix 'AzureTrafficManager' -SourcePortRange '*' `
    -DestinationAddressPrefix 'VirtualNetwork' -DestinationPortRange '443' |
  Set-AzNetworkSecurityGroup | Out-Null
Get-AzNetworkSecurityGroup -ResourceGroupName '<network-resource-group-northeurope>' -Name '<nsg-of-new-subnet-northeurope>' |
  Add-AzNetworkSecurityRuleConfig -Name 'apim-internet-80-outbound' -Priority 350 -Direction Outbound `
    -Access Allow -Protocol Tcp -SourceAddressPrefix 'VirtualNetwork' -SourcePortRange '*' `
    -DestinationAddressPrefix 'Internet' -DestinationPortRange '80' |
  Set-AzNetworkSecurityGroup | Out-Null
Get-AzNetworkSecurityGroup -ResourceGroupName '<network-resource-group-northeurope>' -Name '<nsg-of-new-subnet-northeurope>' |
  Add-AzNetworkSecurityRuleConfig -Name 'apim-storage-443-outbound' -Priority 360 -Direction Outbound `
    -Access Allow -Protocol Tcp -SourceAddressPrefix 'VirtualNetwork' -SourcePortRange '*' `
    -DestinationAddressPrefix 'Storage' -DestinationPortRange '443' |
  Set-AzNetworkSecurityGroup | Out-Null
Get-AzNetworkSecurityGroup -ResourceGroupName '<network-resource-group-northeurope>' -Name '<nsg-of-new-subnet-northeurope>' |
  Add-AzNetworkSecurityRuleConfig -Name 'apim-sql-1433-outbound' -Priority 370 -Direction Outbound `
    -Access Allow -Protocol Tcp -SourceAddressPrefix 'VirtualNetwork' -SourcePortRange '*' `
    -DestinationAddressPrefix 'Sql' -DestinationPortRange '1433' |
  Set-AzNetworkSecurityGroup | Out-Null
Get-AzNetworkSecurityGroup -ResourceGroupName '<network-resource-group-northeurope>' -Name '<nsg-of-new-subnet-northeurope>' |
  Add-AzNetworkSecurityRuleConfig -Name 'apim-key-vault-443-outbound' -Priority 380 -Direction Outbound `
    -Access Allow -Protocol Tcp -SourceAddressPrefix 'VirtualNetwork' -SourcePortRange '*' `
    -DestinationAddressPrefix 'AzureKeyVault' -DestinationPortRange '443' |
  Set-AzNetworkSecurityGroup | Out-Null
Get-AzNetworkSecurityGroup -ResourceGroupName '<network-resource-group-northeurope>' -Name '<nsg-of-new-subnet-northeurope>' |
  Add-AzNetworkSecurityRuleConfig -Name 'apim-monitor-1886-443-outbound' -Priority 390 -Direction Outbound `
    -Access Allow -Protocol Tcp -SourceAddressPrefix 'VirtualNetwork' -SourcePortRange '*' `
    -DestinationAddressPrefix 'AzureMonitor' -DestinationPortRange '1886', '443' |
  Set-AzNetworkSecurityGroup | Out-Null
}

# ==== 3. Create the public IP addresses: before the window (Network) ====
# See: Reliability in API Management, 2025-06-26, https://learn.microsoft.com/azure/reliability/reliability-api-management
# See: Network resources for injection, 2025-04-17, https://learn.microsoft.com/azure/api-management/virtual-network-injection-resources
function Invoke-Part3 {
$ErrorActionPreference = 'Stop'
New-AzPublicIpAddress -ResourceGroupName '<network-resource-group-westeurope>' -Name '<public-ip-westeurope>' -Location 'westeurope' `
  -Sku Standard -IpAddressVersion IPv4 -AllocationMethod Static -Zone '1', '2', '3' `
  -DomainNameLabel '<dns-label-westeurope>'
New-AzPublicIpAddress -ResourceGroupName '<network-resource-group-northeurope>' -Name '<public-ip-northeurope>' -Location 'northeurope' `
  -Sku Standard -IpAddressVersion IPv4 -AllocationMethod Static -Zone '1', '2', '3' `
  -DomainNameLabel '<dns-label-northeurope>'
}

# ==== 4. Migrate: in the window (API platform) ====
# The VIPs change. Zone numbers are logical: select those that you want of 1, 2 and 3. Read the body before you
# send it: a location that it omits would be removed. Not documented: whether an update that omits
# customProperties resets them; compare them before and after.
# See: Enable zone redundancy, 2024-11-13, https://learn.microsoft.com/azure/api-management/enable-availability-zone-support
# See: REST specification, version 2024-05-01, 2024-05-01, https://github.com/Azure/azure-rest-api-specs/tree/main/specification/apimanagement
function Invoke-Part4 {
$ErrorActionPreference = 'Stop'
$apim = (Get-AzApiManagement -ResourceGroupName 'rg-zoned' -Name 'apim-zoned').Id
$service = (Invoke-AzRestMethod -Method GET -Path "${apim}?api-version=2024-05-01").Content | ConvertFrom-Json
$ip1 = (Get-AzPublicIpAddress -ResourceGroupName '<network-resource-group-westeurope>' -Name '<public-ip-westeurope>').Id
$subnet1 = ((Get-AzVirtualNetwork -ResourceGroupName '<network-resource-group-westeurope>' -Name '<vnet-westeurope>').Subnets |
  Where-Object Name -eq '<new-subnet-westeurope>').Id
$ip2 = (Get-AzPublicIpAddress -ResourceGroupName '<network-resource-group-northeurope>' -Name '<public-ip-northeurope>').Id
$subnet2 = ((Get-AzVirtualNetwork -ResourceGroupName '<network-resource-group-northeurope>' -Name '<vnet-northeurope>').Subnets |
  Where-Object Name -eq '<new-subnet-northeurope>').Id
$change = @{ properties = @{} }
$change.sku = @{ name = $service.sku.name; capacity = 2 }
$change.zones = @('1', '2')
$change.properties.publicIpAddressId = $ip1
$change.properties.virtualNetworkConfiguration = @{ subnetResourceId = $subnet1 }
$readOnly = 'publicIPAddresses', 'privateIPAddresses', 'outboundPublicIPAddresses', 'gatewayRegionalUrl', 'platformVersion'
$others = @(foreach ($other in $service.properties.additionalLocations | Where-Object { $_ }) {
  $at = ($other.location -replace '[ -]', '').ToLowerInvariant()
  if ($at -eq 'northeurope') {
    $other.sku.capacity = 2
    $other | Add-Member -Force -NotePropertyName zones -NotePropertyValue @('1', '2')
    $other | Add-Member -Force -NotePropertyName publicIpAddressId -NotePropertyValue $ip2
    $other | Add-Member -Force -NotePropertyName virtualNetworkConfiguration -NotePropertyValue @{ subnetResourceId = $subnet2 }
  }
  $other | Select-Object -Property * -ExcludeProperty $readOnly
})
$change.properties.additionalLocations = $others
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

# ==== 5. Verify the migration: from minute 45, when the status is Online (API platform) ====
# Complete when every location is on stv2 or stv2.1 and no required dependency fails. Refresh your templates
# before their next deployment.
# See: Migrate a VNet-injected instance, 2024-08-19, https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet
function Invoke-Part5 {
$ErrorActionPreference = 'Stop'
$apim = (Get-AzApiManagement -ResourceGroupName 'rg-zoned' -Name 'apim-zoned').Id
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
  '5' { Invoke-Part5 }
  default { 'Name one part: 1, 2, 3, 4, 5' }
}
