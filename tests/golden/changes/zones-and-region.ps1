param([string] $Part)

# apim-core: the change for PowerShell.
# From public documentation, not from Microsoft. Nothing here deletes a resource.
# Replace the names in angle brackets. The parts are for different times: this script runs the one that you
# name, and without a name nothing. Needs PowerShell 7 and the Az modules.

# ==== 1. Record the present state: now (API platform) ====
# See: REST specification, version 2024-05-01, 2024-05-01, https://github.com/Azure/azure-rest-api-specs/tree/main/specification/apimanagement
function Invoke-Part1 {
$ErrorActionPreference = 'Stop'
$apim = (Get-AzApiManagement -ResourceGroupName 'rg-core' -Name 'apim-core').Id
(Invoke-AzRestMethod -Method GET -Path "${apim}?api-version=2024-05-01").Content | Set-Content -Path apim-before.json
}

# ==== 2. Create the public IP addresses: as a change of its own (Network) ====
# See: Reliability in API Management, 2025-06-26, https://learn.microsoft.com/azure/reliability/reliability-api-management
# See: Network resources for injection, 2025-04-17, https://learn.microsoft.com/azure/api-management/virtual-network-injection-resources
function Invoke-Part2 {
$ErrorActionPreference = 'Stop'
New-AzPublicIpAddress -ResourceGroupName '<network-resource-group-westeurope>' -Name '<public-ip-westeurope>' -Location 'westeurope' `
  -Sku Standard -IpAddressVersion IPv4 -AllocationMethod Static -Zone '1', '2', '3' `
  -DomainNameLabel '<dns-label-westeurope>'
}

# ==== 3. Configure zones and units: as a change of its own (API platform) ====
# The VIPs change. Zone numbers are logical: select those that you want of 1, 2 and 3. Read the body before you
# send it: a location that it omits would be removed. Not documented: whether an update that omits
# customProperties resets them; compare them before and after.
# See: Enable zone redundancy, 2024-11-13, https://learn.microsoft.com/azure/api-management/enable-availability-zone-support
# See: Reliability in API Management, 2025-06-26, https://learn.microsoft.com/azure/reliability/reliability-api-management
# See: REST specification, version 2024-05-01, 2024-05-01, https://github.com/Azure/azure-rest-api-specs/tree/main/specification/apimanagement
function Invoke-Part3 {
$ErrorActionPreference = 'Stop'
$apim = (Get-AzApiManagement -ResourceGroupName 'rg-core' -Name 'apim-core').Id
$service = (Invoke-AzRestMethod -Method GET -Path "${apim}?api-version=2024-05-01").Content | ConvertFrom-Json
$ip1 = (Get-AzPublicIpAddress -ResourceGroupName '<network-resource-group-westeurope>' -Name '<public-ip-westeurope>').Id
$change = @{ properties = @{} }
$change.sku = @{ name = $service.sku.name; capacity = 4 }
$change.zones = @('1', '2')
$change.properties.publicIpAddressId = $ip1
$body = $change | ConvertTo-Json -Depth 10
$body
if ((Read-Host 'Send this change? Type yes') -ne 'yes') { throw 'Not sent.' }
Invoke-AzRestMethod -Method PATCH -Path "${apim}?api-version=2024-05-01" -Payload $body
}

# ==== 4. Update the DNS records: as a change of its own (DNS) ====
# The A record keeps its TTL. Records on DNS servers outside Azure are yours to update.
# See: Reliability in API Management, 2025-06-26, https://learn.microsoft.com/azure/reliability/reliability-api-management
# See: IP addresses of API Management, 2026-09-11, https://learn.microsoft.com/azure/api-management/api-management-howto-ip-addresses
function Invoke-Part4 {
$ErrorActionPreference = 'Stop'
$apim = (Get-AzApiManagement -ResourceGroupName 'rg-core' -Name 'apim-core').Id
$service = (Invoke-AzRestMethod -Method GET -Path "${apim}?api-version=2024-05-01").Content | ConvertFrom-Json
$vip = $service.properties.publicIPAddresses[0]
if (-not $vip) { throw 'The VIP is not known yet.' }
$set = Get-AzDnsRecordSet -ResourceGroupName '<dns-resource-group>' -ZoneName '<zone-of-the-custom-domain>' `
  -Name '<record-of-the-custom-domain>' -RecordType A
$set.Records[0].Ipv4Address = $vip
Set-AzDnsRecordSet -RecordSet $set | Out-Null
}

# ==== 5. Create the public IP addresses: as a change of its own (Network) ====
# See: Reliability in API Management, 2025-06-26, https://learn.microsoft.com/azure/reliability/reliability-api-management
# See: Network resources for injection, 2025-04-17, https://learn.microsoft.com/azure/api-management/virtual-network-injection-resources
function Invoke-Part5 {
$ErrorActionPreference = 'Stop'
New-AzPublicIpAddress -ResourceGroupName '<network-resource-group-northeurope>' -Name '<public-ip-northeurope>' -Location 'northeurope' `
  -Sku Standard -IpAddressVersion IPv4 -AllocationMethod Static -Zone '1', '2', '3' `
  -DomainNameLabel '<dns-label-northeurope>'
}

# ==== 6. Add northeurope: as a change of its own (API platform) ====
# Zone numbers are logical: select those that you want of 1, 2 and 3. Read the body before you send it: a
# location that it omits would be removed. Not documented: whether an update that omits customProperties resets
# them; compare them before and after.
# See: Enable zone redundancy, 2024-11-13, https://learn.microsoft.com/azure/api-management/enable-availability-zone-support
# See: Reliability in API Management, 2025-06-26, https://learn.microsoft.com/azure/reliability/reliability-api-management
# See: REST specification, version 2024-05-01, 2024-05-01, https://github.com/Azure/azure-rest-api-specs/tree/main/specification/apimanagement
function Invoke-Part6 {
$ErrorActionPreference = 'Stop'
$apim = (Get-AzApiManagement -ResourceGroupName 'rg-core' -Name 'apim-core').Id
$service = (Invoke-AzRestMethod -Method GET -Path "${apim}?api-version=2024-05-01").Content | ConvertFrom-Json
$ip1 = (Get-AzPublicIpAddress -ResourceGroupName '<network-resource-group-northeurope>' -Name '<public-ip-northeurope>').Id
$subnet1 = ((Get-AzVirtualNetwork -ResourceGroupName '<network-resource-group-northeurope>' -Name '<vnet-northeurope>').Subnets |
  Where-Object Name -eq '<subnet-northeurope>').Id
$change = @{ properties = @{} }
$readOnly = 'publicIPAddresses', 'privateIPAddresses', 'outboundPublicIPAddresses', 'gatewayRegionalUrl', 'platformVersion'
$others = @(foreach ($other in $service.properties.additionalLocations | Where-Object { $_ }) {
  $at = ($other.location -replace '[ -]', '').ToLowerInvariant()
  $other | Select-Object -Property * -ExcludeProperty $readOnly
})
$others += @{ location = 'northeurope'; sku = @{ name = $service.sku.name; capacity = 4 }; zones = @('1', '2'); publicIpAddressId = $ip1; virtualNetworkConfiguration = @{ subnetResourceId = $subnet1 } }
$change.properties.additionalLocations = $others
$body = $change | ConvertTo-Json -Depth 10
$body
if ((Read-Host 'Send this change? Type yes') -ne 'yes') { throw 'Not sent.' }
Invoke-AzRestMethod -Method PATCH -Path "${apim}?api-version=2024-05-01" -Payload $body
}

# ==== 7. Set autoscale: as a change of its own (API platform) ====
# Limits only: set the step of the scale rules in the portal, under Scale out.
# See: Reliability in API Management, 2025-06-26, https://learn.microsoft.com/azure/reliability/reliability-api-management
# See: Autoscale an API Management instance, 2023-03-30, https://learn.microsoft.com/azure/api-management/api-management-howto-autoscale
function Invoke-Part7 {
$ErrorActionPreference = 'Stop'
$setting = Get-AzAutoscaleSetting -ResourceGroupName 'rg-core' -Name '<autoscale-setting>'
foreach ($scaleProfile in $setting.Profile) {
  $scaleProfile.CapacityMinimum = '4'
  $scaleProfile.CapacityMaximum = '8'
}
Update-AzAutoscaleSetting -ResourceGroupName 'rg-core' -Name '<autoscale-setting>' -Profile $setting.Profile -Enabled $true
}

switch ($Part) {
  '1' { Invoke-Part1 }
  '2' { Invoke-Part2 }
  '3' { Invoke-Part3 }
  '4' { Invoke-Part4 }
  '5' { Invoke-Part5 }
  '6' { Invoke-Part6 }
  '7' { Invoke-Part7 }
  default { 'Name one part: 1, 2, 3, 4, 5, 6, 7' }
}
