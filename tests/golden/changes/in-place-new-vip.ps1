param([string] $Part)

# apim-edge: the change for PowerShell. Path: In place, new VIP.
# From public documentation, not from Microsoft. Nothing here deletes a resource.
# Replace the names in angle brackets. The parts are for different times: this script runs the one that you
# name, and without a name nothing. Needs PowerShell 7 and the Az modules.

# ==== 1. Record the present state: now (API platform) ====
# See: REST specification, version 2024-05-01, 2024-05-01, https://github.com/Azure/azure-rest-api-specs/tree/main/specification/apimanagement
function Invoke-Part1 {
$ErrorActionPreference = 'Stop'
$apim = (Get-AzApiManagement -ResourceGroupName 'rg-edge' -Name 'apim-edge').Id
(Invoke-AzRestMethod -Method GET -Path "${apim}?api-version=2024-05-01").Content | Set-Content -Path apim-before.json
}

# ==== 2. Migrate: in the window (API platform) ====
# A completed migration can't be reversed.
# See: Migrate a VNet-injected instance, 2024-08-19, https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet
# See: REST specification, version 2024-05-01, 2024-05-01, https://github.com/Azure/azure-rest-api-specs/tree/main/specification/apimanagement
function Invoke-Part2 {
$ErrorActionPreference = 'Stop'
$apim = (Get-AzApiManagement -ResourceGroupName 'rg-edge' -Name 'apim-edge').Id
$service = (Invoke-AzRestMethod -Method GET -Path "${apim}?api-version=2024-05-01").Content | ConvertFrom-Json
$service.properties.customProperties.'Microsoft.WindowsAzure.ApiManagement.Stv2MigrationPreCreatedIps'
Invoke-AzRestMethod -Method POST -Path "$apim/migrateToStv2?api-version=2024-05-01" `
  -Payload '{"mode": "NewIP"}'
# The call answers before the status changes.
Start-Sleep -Seconds 60
do {
  $service = (Invoke-AzRestMethod -Method GET -Path "${apim}?api-version=2024-05-01").Content | ConvertFrom-Json
  $state = $service.properties.provisioningState
  "$(Get-Date -Format HH:mm:ss) $state"
  if ($state -eq 'Updating') { Start-Sleep -Seconds 60 }
} while ($state -eq 'Updating')
}

# ==== 3. Verify the migration: from minute 45, when the status is Online (API platform) ====
# Complete when every location is on stv2 or stv2.1 and no required dependency fails. Refresh your templates
# before their next deployment.
# See: Migrate a VNet-injected instance, 2024-08-19, https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet
function Invoke-Part3 {
$ErrorActionPreference = 'Stop'
$apim = (Get-AzApiManagement -ResourceGroupName 'rg-edge' -Name 'apim-edge').Id
$service = (Invoke-AzRestMethod -Method GET -Path "${apim}?api-version=2024-05-01").Content | ConvertFrom-Json
$service.properties | Select-Object provisioningState, platformVersion, publicIPAddresses, privateIPAddresses
$service.properties.additionalLocations | Select-Object location, platformVersion, publicIPAddresses, privateIPAddresses
((Invoke-AzRestMethod -Method GET -Path "$apim/networkstatus?api-version=2024-05-01").Content | ConvertFrom-Json) |
  ForEach-Object { $_.networkStatus.connectivityStatus } | Where-Object status -ne 'success' | Select-Object name, status
}

# ==== 4. Update the DNS records: after the migration (DNS) ====
# The A record keeps its TTL. Records on DNS servers outside Azure are yours to update.
# See: Migrate a VNet-injected instance, 2024-08-19, https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet
# See: Deploy in a virtual network, internal mode, 2026-08-24, https://learn.microsoft.com/azure/api-management/api-management-using-with-internal-vnet
function Invoke-Part4 {
$ErrorActionPreference = 'Stop'
$apim = (Get-AzApiManagement -ResourceGroupName 'rg-edge' -Name 'apim-edge').Id
$service = (Invoke-AzRestMethod -Method GET -Path "${apim}?api-version=2024-05-01").Content | ConvertFrom-Json
$vip = $service.properties.publicIPAddresses[0]
if (-not $vip) { throw 'The VIP is not known yet.' }
$set = Get-AzDnsRecordSet -ResourceGroupName '<dns-resource-group>' -ZoneName '<zone-of-the-custom-domain>' `
  -Name '<record-of-the-custom-domain>' -RecordType A
$set.Records[0].Ipv4Address = $vip
Set-AzDnsRecordSet -RecordSet $set | Out-Null
}

switch ($Part) {
  '1' { Invoke-Part1 }
  '2' { Invoke-Part2 }
  '3' { Invoke-Part3 }
  '4' { Invoke-Part4 }
  default { 'Name one part: 1, 2, 3, 4' }
}
