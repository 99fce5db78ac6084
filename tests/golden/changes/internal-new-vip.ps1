param([string] $Part)

# apim-orders-prod: the change for PowerShell. Path: Same subnet, new VIP.
# From public documentation, not from Microsoft. Nothing here deletes a resource.
# Replace the names in angle brackets. The parts are for different times: this script runs the one that you
# name, and without a name nothing. Needs PowerShell 7 and the Az modules.

# ==== 1. Record the present state: now (API platform) ====
# See: REST specification, version 2024-05-01, 2024-05-01, https://github.com/Azure/azure-rest-api-specs/tree/main/specification/apimanagement
function Invoke-Part1 {
$ErrorActionPreference = 'Stop'
$apim = (Get-AzApiManagement -ResourceGroupName 'rg-orders-prod' -Name 'apim-orders-prod').Id
(Invoke-AzRestMethod -Method GET -Path "${apim}?api-version=2024-05-01").Content | Set-Content -Path apim-before.json
}

# ==== 2. Prepare the network: before the window (Network) ====
# The priorities are proposals: each must be free, and lower than that of the rule that denies the traffic.
# See: Migrate a VNet-injected instance, 2024-08-19, https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet
# See: Deploy in a virtual network, external mode, 2026-01-08, https://learn.microsoft.com/azure/api-management/api-management-using-with-vnet
# See: Virtual network reference, 2025-06-17, https://learn.microsoft.com/azure/api-management/virtual-network-reference
function Invoke-Part2 {
$ErrorActionPreference = 'Stop'
Get-AzRouteTable -ResourceGroupName '<network-resource-group-westeurope>' -Name '<route-table-westeurope>' |
  Add-AzRouteConfig -Name 'apimanagement-to-internet' -AddressPrefix 'ApiManagement' -NextHopType Internet |
  Set-AzRouteTable | Out-Null
Get-AzNetworkSecurityGroup -ResourceGroupName '<network-resource-group-northeurope>' -Name '<nsg-northeurope>' |
  Add-AzNetworkSecurityRuleConfig -Name 'apim-monitor-1886-443-outbound' -Priority 310 -Direction Outbound `
    -Access Allow -Protocol Tcp -SourceAddressPrefix 'VirtualNetwork' -SourcePortRange '*' `
    -DestinationAddressPrefix 'AzureMonitor' -DestinationPortRange '1886', '443' |
  Set-AzNetworkSecurityGroup | Out-Null
Get-AzRouteTable -ResourceGroupName '<network-resource-group-northeurope>' -Name '<route-table-northeurope>' |
  Add-AzRouteConfig -Name 'apimanagement-to-internet' -AddressPrefix 'ApiManagement' -NextHopType Internet |
  Set-AzRouteTable | Out-Null
$vnet = Get-AzVirtualNetwork -ResourceGroupName '<network-resource-group-northeurope>' -Name '<vnet-northeurope>'
$subnet = $vnet.Subnets | Where-Object Name -eq '<subnet-northeurope>'
if ($null -eq $subnet.ServiceEndpoints) {
  $subnet.ServiceEndpoints = [System.Collections.Generic.List[Microsoft.Azure.Commands.Network.Models.PSServiceEndpoint]]::new()
}
foreach ($service in 'Microsoft.Storage', 'Microsoft.Sql', 'Microsoft.KeyVault', 'Microsoft.EventHub') {
  if ($subnet.ServiceEndpoints.Service -notcontains $service) {
    $endpoint = [Microsoft.Azure.Commands.Network.Models.PSServiceEndpoint]::new()
    $endpoint.Service = $service
    $subnet.ServiceEndpoints.Add($endpoint)
  }
}
$vnet | Set-AzVirtualNetwork | Out-Null
}

# ==== 3. Turn autoscale off: at the start of the window (API platform) ====
# See: Migrate a VNet-injected instance, 2024-08-19, https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet
function Invoke-Part3 {
$ErrorActionPreference = 'Stop'
Update-AzAutoscaleSetting -ResourceGroupName 'rg-orders-prod' -Name '<autoscale-setting>' -Enabled $false
}

# ==== 4. Migrate: in the window (API platform) ====
# A completed migration can't be reversed.
# See: Migrate a VNet-injected instance, 2024-08-19, https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet
# See: REST specification, version 2024-05-01, 2024-05-01, https://github.com/Azure/azure-rest-api-specs/tree/main/specification/apimanagement
function Invoke-Part4 {
$ErrorActionPreference = 'Stop'
$apim = (Get-AzApiManagement -ResourceGroupName 'rg-orders-prod' -Name 'apim-orders-prod').Id
$service = (Invoke-AzRestMethod -Method GET -Path "${apim}?api-version=2024-05-01").Content | ConvertFrom-Json
$service.properties.customProperties.'Microsoft.WindowsAzure.ApiManagement.Stv2MigrationPreCreatedIps'
# Start the migration in the portal:
# - In the instance's menu, select Settings, then Platform migration, and review step 1.
# - In step 2, select a location.
# - In step 2, select New virtual IP address.
# - Select Verify for the subnet; if Verify finds special conditions, stop and plan again with that answer.
# - Select to retain stv1 compute for 48 hours; if the portal does not offer it, stop.
# - In step 3, confirm and select Start migration.
# - When the status is Online again, repeat the steps for the next location.
# By REST only if clients follow the DNS change within the default retention:
# Invoke-AzRestMethod -Method POST -Path "$apim/migrateToStv2?api-version=2024-05-01" `
#   -Payload '{"mode": "NewIP"}'
# When the migration has started:
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
$apim = (Get-AzApiManagement -ResourceGroupName 'rg-orders-prod' -Name 'apim-orders-prod').Id
$service = (Invoke-AzRestMethod -Method GET -Path "${apim}?api-version=2024-05-01").Content | ConvertFrom-Json
$service.properties | Select-Object provisioningState, platformVersion, publicIPAddresses, privateIPAddresses
$service.properties.additionalLocations | Select-Object location, platformVersion, publicIPAddresses, privateIPAddresses
((Invoke-AzRestMethod -Method GET -Path "$apim/networkstatus?api-version=2024-05-01").Content | ConvertFrom-Json) |
  ForEach-Object { $_.networkStatus.connectivityStatus } | Where-Object status -ne 'success' | Select-Object name, status
}

# ==== 6. Update the DNS records: clients must have followed by minute 60 (DNS) ====
# The A record keeps its TTL. Records on DNS servers outside Azure are yours to update.
# See: Migrate a VNet-injected instance, 2024-08-19, https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet
# See: Deploy in a virtual network, internal mode, 2026-08-24, https://learn.microsoft.com/azure/api-management/api-management-using-with-internal-vnet
function Invoke-Part6 {
$ErrorActionPreference = 'Stop'
$apim = (Get-AzApiManagement -ResourceGroupName 'rg-orders-prod' -Name 'apim-orders-prod').Id
$service = (Invoke-AzRestMethod -Method GET -Path "${apim}?api-version=2024-05-01").Content | ConvertFrom-Json
$vip = $service.properties.privateIPAddresses[0]
if (-not $vip) { throw 'The VIP is not known yet.' }
foreach ($zone in 'apim-orders-prod.azure-api.net',
  'apim-orders-prod.developer.azure-api.net',
  'apim-orders-prod.management.azure-api.net',
  'apim-orders-prod.scm.azure-api.net',
  'apim-orders-prod.portal.azure-api.net',
  'apim-orders-prod.configuration.azure-api.net',
  'apim-orders-prod-westeurope-01.regional.azure-api.net') {
  $set = Get-AzPrivateDnsRecordSet -ResourceGroupName '<dns-resource-group>' -ZoneName $zone -Name '@' -RecordType A
  $set.Records[0].Ipv4Address = $vip
  Set-AzPrivateDnsRecordSet -RecordSet $set | Out-Null
}
$set = Get-AzPrivateDnsRecordSet -ResourceGroupName '<dns-resource-group>' -ZoneName '<zone-of-the-custom-domain>' `
  -Name '<record-of-the-custom-domain>' -RecordType A
$set.Records[0].Ipv4Address = $vip
Set-AzPrivateDnsRecordSet -RecordSet $set | Out-Null
$place = $service.properties.additionalLocations |
  Where-Object { ($_.location -replace '[ -]', '').ToLowerInvariant() -eq 'northeurope' }
$vip = $place.privateIPAddresses[0]
if (-not $vip) { throw 'The VIP is not known yet.' }
foreach ($zone in 'apim-orders-prod-northeurope-01.regional.azure-api.net') {
  $set = Get-AzPrivateDnsRecordSet -ResourceGroupName '<dns-resource-group>' -ZoneName $zone -Name '@' -RecordType A
  $set.Records[0].Ipv4Address = $vip
  Set-AzPrivateDnsRecordSet -RecordSet $set | Out-Null
}
$set = Get-AzPrivateDnsRecordSet -ResourceGroupName '<dns-resource-group>' -ZoneName '<zone-of-the-custom-domain>' `
  -Name '<record-of-the-custom-domain>' -RecordType A
$set.Records[0].Ipv4Address = $vip
Set-AzPrivateDnsRecordSet -RecordSet $set | Out-Null
}

# ==== 7. Create the public IP addresses: after the migration (Network) ====
# See: Reliability in API Management, 2025-06-26, https://learn.microsoft.com/azure/reliability/reliability-api-management
# See: Network resources for injection, 2025-04-17, https://learn.microsoft.com/azure/api-management/virtual-network-injection-resources
function Invoke-Part7 {
$ErrorActionPreference = 'Stop'
New-AzPublicIpAddress -ResourceGroupName '<network-resource-group-westeurope>' -Name '<public-ip-westeurope>' -Location 'westeurope' `
  -Sku Standard -IpAddressVersion IPv4 -AllocationMethod Static -Zone '1', '2', '3' `
  -DomainNameLabel '<dns-label-westeurope>'
New-AzPublicIpAddress -ResourceGroupName '<network-resource-group-northeurope>' -Name '<public-ip-northeurope>' -Location 'northeurope' `
  -Sku Standard -IpAddressVersion IPv4 -AllocationMethod Static -Zone '1', '2', '3' `
  -DomainNameLabel '<dns-label-northeurope>'
}

# ==== 8. Configure zones and units: after the migration (API platform) ====
# The VIPs change. Zone numbers are logical: zone 1 can be a different datacenter in another subscription. Read
# the body before you send it: a location that it omits would be removed. Not documented: whether an update
# that omits customProperties resets them; compare them before and after.
# See: Enable zone redundancy, 2024-11-13, https://learn.microsoft.com/azure/api-management/enable-availability-zone-support
# See: Reliability in API Management, 2025-06-26, https://learn.microsoft.com/azure/reliability/reliability-api-management
# See: REST specification, version 2024-05-01, 2024-05-01, https://github.com/Azure/azure-rest-api-specs/tree/main/specification/apimanagement
function Invoke-Part8 {
$ErrorActionPreference = 'Stop'
$apim = (Get-AzApiManagement -ResourceGroupName 'rg-orders-prod' -Name 'apim-orders-prod').Id
$service = (Invoke-AzRestMethod -Method GET -Path "${apim}?api-version=2024-05-01").Content | ConvertFrom-Json
$ip1 = (Get-AzPublicIpAddress -ResourceGroupName '<network-resource-group-westeurope>' -Name '<public-ip-westeurope>').Id
$ip2 = (Get-AzPublicIpAddress -ResourceGroupName '<network-resource-group-northeurope>' -Name '<public-ip-northeurope>').Id
$change = @{ properties = @{} }
$change.sku = @{ name = $service.sku.name; capacity = 6 }
$change.zones = @('1', '2', '3')
$change.properties.publicIpAddressId = $ip1
$readOnly = 'publicIPAddresses', 'privateIPAddresses', 'outboundPublicIPAddresses', 'gatewayRegionalUrl', 'platformVersion'
$others = @(foreach ($other in $service.properties.additionalLocations | Where-Object { $_ }) {
  $at = ($other.location -replace '[ -]', '').ToLowerInvariant()
  if ($at -eq 'northeurope') {
    $other.sku.capacity = 3
    $other | Add-Member -Force -NotePropertyName zones -NotePropertyValue @('1', '2', '3')
    $other | Add-Member -Force -NotePropertyName publicIpAddressId -NotePropertyValue $ip2
  }
  $other | Select-Object -Property * -ExcludeProperty $readOnly
})
$change.properties.additionalLocations = $others
$body = $change | ConvertTo-Json -Depth 10
$body
if ((Read-Host 'Send this change? Type yes') -ne 'yes') { throw 'Not sent.' }
Invoke-AzRestMethod -Method PATCH -Path "${apim}?api-version=2024-05-01" -Payload $body
}

# ==== 9. Update the DNS records: after the migration (DNS) ====
# The A record keeps its TTL. Records on DNS servers outside Azure are yours to update.
# See: Reliability in API Management, 2025-06-26, https://learn.microsoft.com/azure/reliability/reliability-api-management
# See: IP addresses of API Management, 2026-09-11, https://learn.microsoft.com/azure/api-management/api-management-howto-ip-addresses
function Invoke-Part9 {
$ErrorActionPreference = 'Stop'
$apim = (Get-AzApiManagement -ResourceGroupName 'rg-orders-prod' -Name 'apim-orders-prod').Id
$service = (Invoke-AzRestMethod -Method GET -Path "${apim}?api-version=2024-05-01").Content | ConvertFrom-Json
$vip = $service.properties.privateIPAddresses[0]
if (-not $vip) { throw 'The VIP is not known yet.' }
foreach ($zone in 'apim-orders-prod.azure-api.net',
  'apim-orders-prod.developer.azure-api.net',
  'apim-orders-prod.management.azure-api.net',
  'apim-orders-prod.scm.azure-api.net',
  'apim-orders-prod.portal.azure-api.net',
  'apim-orders-prod.configuration.azure-api.net',
  'apim-orders-prod-westeurope-01.regional.azure-api.net') {
  $set = Get-AzPrivateDnsRecordSet -ResourceGroupName '<dns-resource-group>' -ZoneName $zone -Name '@' -RecordType A
  $set.Records[0].Ipv4Address = $vip
  Set-AzPrivateDnsRecordSet -RecordSet $set | Out-Null
}
$set = Get-AzPrivateDnsRecordSet -ResourceGroupName '<dns-resource-group>' -ZoneName '<zone-of-the-custom-domain>' `
  -Name '<record-of-the-custom-domain>' -RecordType A
$set.Records[0].Ipv4Address = $vip
Set-AzPrivateDnsRecordSet -RecordSet $set | Out-Null
$place = $service.properties.additionalLocations |
  Where-Object { ($_.location -replace '[ -]', '').ToLowerInvariant() -eq 'northeurope' }
$vip = $place.privateIPAddresses[0]
if (-not $vip) { throw 'The VIP is not known yet.' }
foreach ($zone in 'apim-orders-prod-northeurope-01.regional.azure-api.net') {
  $set = Get-AzPrivateDnsRecordSet -ResourceGroupName '<dns-resource-group>' -ZoneName $zone -Name '@' -RecordType A
  $set.Records[0].Ipv4Address = $vip
  Set-AzPrivateDnsRecordSet -RecordSet $set | Out-Null
}
$set = Get-AzPrivateDnsRecordSet -ResourceGroupName '<dns-resource-group>' -ZoneName '<zone-of-the-custom-domain>' `
  -Name '<record-of-the-custom-domain>' -RecordType A
$set.Records[0].Ipv4Address = $vip
Set-AzPrivateDnsRecordSet -RecordSet $set | Out-Null
}

# ==== 10. Set autoscale: after the migration (API platform) ====
# Limits only: set the step of the scale rules in the portal, under Scale out.
# See: Reliability in API Management, 2025-06-26, https://learn.microsoft.com/azure/reliability/reliability-api-management
# See: Autoscale an API Management instance, 2023-03-30, https://learn.microsoft.com/azure/api-management/api-management-howto-autoscale
function Invoke-Part10 {
$ErrorActionPreference = 'Stop'
$setting = Get-AzAutoscaleSetting -ResourceGroupName 'rg-orders-prod' -Name '<autoscale-setting>'
foreach ($scaleProfile in $setting.Profile) {
  $scaleProfile.CapacityMinimum = '6'
  $scaleProfile.CapacityMaximum = '6'
}
Update-AzAutoscaleSetting -ResourceGroupName 'rg-orders-prod' -Name '<autoscale-setting>' -Profile $setting.Profile -Enabled $true
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
  '9' { Invoke-Part9 }
  '10' { Invoke-Part10 }
  default { 'Name one part: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10' }
}
