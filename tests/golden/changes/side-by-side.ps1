param([string] $Part)

# API Management instance: the change for PowerShell. Path: Side-by-side deployment.
# From public documentation, not from Microsoft. Nothing here deletes a resource.
# Replace the names in angle brackets. The parts are for different times: this script runs the one that you
# name, and without a name nothing. Needs PowerShell 7 and the Az modules.

# ==== 1. Record the present state: now (API platform) ====
# See: REST specification, version 2024-05-01, 2024-05-01, https://github.com/Azure/azure-rest-api-specs/tree/main/specification/apimanagement
function Invoke-Part1 {
$ErrorActionPreference = 'Stop'
$apim = (Get-AzApiManagement -ResourceGroupName '<resource-group>' -Name '<name>').Id
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
  Add-AzNetworkSecurityRuleConfig -Name 'apim-internet-80-outbound' -Priority 340 -Direction Outbound `
    -Access Allow -Protocol Tcp -SourceAddressPrefix 'VirtualNetwork' -SourcePortRange '*' `
    -DestinationAddressPrefix 'Internet' -DestinationPortRange '80' |
  Set-AzNetworkSecurityGroup | Out-Null
Get-AzNetworkSecurityGroup -ResourceGroupName '<network-resource-group-westeurope>' -Name '<nsg-of-new-subnet-westeurope>' |
  Add-AzNetworkSecurityRuleConfig -Name 'apim-storage-443-outbound' -Priority 350 -Direction Outbound `
    -Access Allow -Protocol Tcp -SourceAddressPrefix 'VirtualNetwork' -SourcePortRange '*' `
    -DestinationAddressPrefix 'Storage' -DestinationPortRange '443' |
  Set-AzNetworkSecurityGroup | Out-Null
Get-AzNetworkSecurityGroup -ResourceGroupName '<network-resource-group-westeurope>' -Name '<nsg-of-new-subnet-westeurope>' |
  Add-AzNetworkSecurityRuleConfig -Name 'apim-sql-1433-outbound' -Priority 360 -Direction Outbound `
    -Access Allow -Protocol Tcp -SourceAddressPrefix 'VirtualNetwork' -SourcePortRange '*' `
    -DestinationAddressPrefix 'Sql' -DestinationPortRange '1433' |
  Set-AzNetworkSecurityGroup | Out-Null
Get-AzNetworkSecurityGroup -ResourceGroupName '<network-resource-group-westeurope>' -Name '<nsg-of-new-subnet-westeurope>' |
  Add-AzNetworkSecurityRuleConfig -Name 'apim-key-vault-443-outbound' -Priority 370 -Direction Outbound `
    -Access Allow -Protocol Tcp -SourceAddressPrefix 'VirtualNetwork' -SourcePortRange '*' `
    -DestinationAddressPrefix 'AzureKeyVault' -DestinationPortRange '443' |
  Set-AzNetworkSecurityGroup | Out-Null
Get-AzNetworkSecurityGroup -ResourceGroupName '<network-resource-group-westeurope>' -Name '<nsg-of-new-subnet-westeurope>' |
  Add-AzNetworkSecurityRuleConfig -Name 'apim-monitor-1886-443-outbound' -Priority 380 -Direction Outbound `
    -Access Allow -Protocol Tcp -SourceAddressPrefix 'VirtualNetwork' -SourcePortRange '*' `
    -DestinationAddressPrefix 'AzureMonitor' -DestinationPortRange '1886', '443' |
  Set-AzNetworkSecurityGroup | Out-Null
}

# ==== 3. Create the second instance: before the window (API platform) ====
# See: Migrate a VNet-injected instance, 2024-08-19, https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet
# See: Migrate from stv1 to stv2: the options, 2024-03-14, https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2
function Invoke-Part3 {
$ErrorActionPreference = 'Stop'
# Create the second instance from your own template or deployment, with these values:
# westeurope: 2 units with automatic zones
}

# ==== 4. Update the DNS records: in the window (DNS) ====
# The A record keeps its TTL. Records on DNS servers outside Azure are yours to update.
# See: Migrate a VNet-injected instance, 2024-08-19, https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet
# See: Deploy in a virtual network, internal mode, 2026-08-24, https://learn.microsoft.com/azure/api-management/api-management-using-with-internal-vnet
function Invoke-Part4 {
$ErrorActionPreference = 'Stop'
$apim = (Get-AzApiManagement -ResourceGroupName '<resource-group-of-the-second-instance>' -Name '<name-of-the-second-instance>').Id
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
