#!/usr/bin/env bash
# apim-zoned: the change for az CLI. Path: Enable zone redundancy.
# From public documentation, not from Microsoft. Nothing here deletes a resource.
# Replace the names in angle brackets. The parts are for different times: this script runs the one that you
# name, and without a name nothing. Needs az and jq.

# ==== 1. Record the present state: now (API platform) ====
# See: REST specification, version 2024-05-01, 2024-05-01, https://github.com/Azure/azure-rest-api-specs/tree/main/specification/apimanagement
part_1() (
set -euo pipefail
APIM=$(az apim show --name 'apim-zoned' --resource-group 'rg-zoned' --query id --output tsv)
az rest --method get --uri "$APIM?api-version=2024-05-01" > apim-before.json
)

# ==== 2. Prepare the network: before the window (Network) ====
# The network security group of the new subnet exists already; an empty one will do. The priorities are
# proposals.
# See: Migrate a VNet-injected instance, 2024-08-19, https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet
# See: Network resources for injection, 2025-04-17, https://learn.microsoft.com/azure/api-management/virtual-network-injection-resources
# See: Virtual network reference, 2025-06-17, https://learn.microsoft.com/azure/api-management/virtual-network-reference
part_2() (
set -euo pipefail
az network vnet subnet create --resource-group '<network-resource-group-westeurope>' --vnet-name '<vnet-westeurope>' \
  --name '<new-subnet-westeurope>' --address-prefixes '<address-range>/28' \
  --network-security-group '<nsg-of-new-subnet-westeurope>' \
  --service-endpoints Microsoft.Storage Microsoft.Sql Microsoft.KeyVault
az network nsg rule create --resource-group '<network-resource-group-westeurope>' --nsg-name '<nsg-of-new-subnet-westeurope>' \
  --name apim-clients-80-443-inbound --priority 310 --direction Inbound --access Allow --protocol Tcp \
  --source-address-prefixes Internet --source-port-ranges '*' \
  --destination-address-prefixes VirtualNetwork --destination-port-ranges 80 443
az network nsg rule create --resource-group '<network-resource-group-westeurope>' --nsg-name '<nsg-of-new-subnet-westeurope>' \
  --name apim-api-management-3443-inbound --priority 320 --direction Inbound --access Allow --protocol Tcp \
  --source-address-prefixes ApiManagement --source-port-ranges '*' \
  --destination-address-prefixes VirtualNetwork --destination-port-ranges 3443
az network nsg rule create --resource-group '<network-resource-group-westeurope>' --nsg-name '<nsg-of-new-subnet-westeurope>' \
  --name apim-load-balancer-6390-inbound --priority 330 --direction Inbound --access Allow --protocol Tcp \
  --source-address-prefixes AzureLoadBalancer --source-port-ranges '*' \
  --destination-address-prefixes VirtualNetwork --destination-port-ranges 6390
az network nsg rule create --resource-group '<network-resource-group-westeurope>' --nsg-name '<nsg-of-new-subnet-westeurope>' \
  --name apim-traffic-manager-443-inbound --priority 340 --direction Inbound --access Allow --protocol Tcp \
  --source-address-prefixes AzureTrafficManager --source-port-ranges '*' \
  --destination-address-prefixes VirtualNetwork --destination-port-ranges 443
az network nsg rule create --resource-group '<network-resource-group-westeurope>' --nsg-name '<nsg-of-new-subnet-westeurope>' \
  --name apim-internet-80-outbound --priority 350 --direction Outbound --access Allow --protocol Tcp \
  --source-address-prefixes VirtualNetwork --source-port-ranges '*' \
  --destination-address-prefixes Internet --destination-port-ranges 80
az network nsg rule create --resource-group '<network-resource-group-westeurope>' --nsg-name '<nsg-of-new-subnet-westeurope>' \
  --name apim-storage-443-outbound --priority 360 --direction Outbound --access Allow --protocol Tcp \
  --source-address-prefixes VirtualNetwork --source-port-ranges '*' \
  --destination-address-prefixes Storage --destination-port-ranges 443
az network nsg rule create --resource-group '<network-resource-group-westeurope>' --nsg-name '<nsg-of-new-subnet-westeurope>' \
  --name apim-sql-1433-outbound --priority 370 --direction Outbound --access Allow --protocol Tcp \
  --source-address-prefixes VirtualNetwork --source-port-ranges '*' \
  --destination-address-prefixes Sql --destination-port-ranges 1433
az network nsg rule create --resource-group '<network-resource-group-westeurope>' --nsg-name '<nsg-of-new-subnet-westeurope>' \
  --name apim-key-vault-443-outbound --priority 380 --direction Outbound --access Allow --protocol Tcp \
  --source-address-prefixes VirtualNetwork --source-port-ranges '*' \
  --destination-address-prefixes AzureKeyVault --destination-port-ranges 443
az network nsg rule create --resource-group '<network-resource-group-westeurope>' --nsg-name '<nsg-of-new-subnet-westeurope>' \
  --name apim-monitor-1886-443-outbound --priority 390 --direction Outbound --access Allow --protocol Tcp \
  --source-address-prefixes VirtualNetwork --source-port-ranges '*' \
  --destination-address-prefixes AzureMonitor --destination-port-ranges 1886 443
az network vnet subnet create --resource-group '<network-resource-group-northeurope>' --vnet-name '<vnet-northeurope>' \
  --name '<new-subnet-northeurope>' --address-prefixes '<address-range>/28' \
  --network-security-group '<nsg-of-new-subnet-northeurope>' \
  --service-endpoints Microsoft.Storage Microsoft.Sql Microsoft.KeyVault
az network nsg rule create --resource-group '<network-resource-group-northeurope>' --nsg-name '<nsg-of-new-subnet-northeurope>' \
  --name apim-clients-80-443-inbound --priority 310 --direction Inbound --access Allow --protocol Tcp \
  --source-address-prefixes Internet --source-port-ranges '*' \
  --destination-address-prefixes VirtualNetwork --destination-port-ranges 80 443
az network nsg rule create --resource-group '<network-resource-group-northeurope>' --nsg-name '<nsg-of-new-subnet-northeurope>' \
  --name apim-api-management-3443-inbound --priority 320 --direction Inbound --access Allow --protocol Tcp \
  --source-address-prefixes ApiManagement --source-port-ranges '*' \
  --destination-address-prefixes VirtualNetwork --destination-port-ranges 3443
az network nsg rule create --resource-group '<network-resource-group-northeurope>' --nsg-name '<nsg-of-new-subnet-northeurope>' \
  --name apim-load-balancer-6390-inbound --priority 330 --direction Inbound --access Allow --protocol Tcp \
  --source-address-prefixes AzureLoadBalancer --source-port-ranges '*' \
  --destination-address-prefixes VirtualNetwork --destination-port-ranges 6390
az network nsg rule create --resource-group '<network-resource-group-northeurope>' --nsg-name '<nsg-of-new-subnet-northeurope>' \
  --name apim-traffic-manager-443-inbound --priority 340 --direction Inbound --access Allow --protocol Tcp \
  --source-address-prefixes AzureTrafficManager --source-port-ranges '*' \
  --destination-address-prefixes VirtualNetwork --destination-port-ranges 443
az network nsg rule create --resource-group '<network-resource-group-northeurope>' --nsg-name '<nsg-of-new-subnet-northeurope>' \
  --name apim-internet-80-outbound --priority 350 --direction Outbound --access Allow --protocol Tcp \
  --source-address-prefixes VirtualNetwork --source-port-ranges '*' \
  --destination-address-prefixes Internet --destination-port-ranges 80
az network nsg rule create --resource-group '<network-resource-group-northeurope>' --nsg-name '<nsg-of-new-subnet-northeurope>' \
  --name apim-storage-443-outbound --priority 360 --direction Outbound --access Allow --protocol Tcp \
  --source-address-prefixes VirtualNetwork --source-port-ranges '*' \
  --destination-address-prefixes Storage --destination-port-ranges 443
az network nsg rule create --resource-group '<network-resource-group-northeurope>' --nsg-name '<nsg-of-new-subnet-northeurope>' \
  --name apim-sql-1433-outbound --priority 370 --direction Outbound --access Allow --protocol Tcp \
  --source-address-prefixes VirtualNetwork --source-port-ranges '*' \
  --destination-address-prefixes Sql --destination-port-ranges 1433
az network nsg rule create --resource-group '<network-resource-group-northeurope>' --nsg-name '<nsg-of-new-subnet-northeurope>' \
  --name apim-key-vault-443-outbound --priority 380 --direction Outbound --access Allow --protocol Tcp \
  --source-address-prefixes VirtualNetwork --source-port-ranges '*' \
  --destination-address-prefixes AzureKeyVault --destination-port-ranges 443
az network nsg rule create --resource-group '<network-resource-group-northeurope>' --nsg-name '<nsg-of-new-subnet-northeurope>' \
  --name apim-monitor-1886-443-outbound --priority 390 --direction Outbound --access Allow --protocol Tcp \
  --source-address-prefixes VirtualNetwork --source-port-ranges '*' \
  --destination-address-prefixes AzureMonitor --destination-port-ranges 1886 443
)

# ==== 3. Create the public IP addresses: before the window (Network) ====
# See: Reliability in API Management, 2025-06-26, https://learn.microsoft.com/azure/reliability/reliability-api-management
# See: Network resources for injection, 2025-04-17, https://learn.microsoft.com/azure/api-management/virtual-network-injection-resources
part_3() (
set -euo pipefail
az network public-ip create --resource-group '<network-resource-group-westeurope>' --name '<public-ip-westeurope>' --location 'westeurope' \
  --sku Standard --version IPv4 --allocation-method Static --zone 1 2 3 \
  --dns-name '<dns-label-westeurope>'
az network public-ip create --resource-group '<network-resource-group-northeurope>' --name '<public-ip-northeurope>' --location 'northeurope' \
  --sku Standard --version IPv4 --allocation-method Static --zone 1 2 3 \
  --dns-name '<dns-label-northeurope>'
)

# ==== 4. Migrate: in the window (API platform) ====
# The VIPs change. Zone numbers are logical: select those that you want of 1, 2 and 3. Read the body before you
# send it: a location that it omits would be removed. Not documented: whether an update that omits
# customProperties resets them; compare them before and after.
# See: Enable zone redundancy, 2024-11-13, https://learn.microsoft.com/azure/api-management/enable-availability-zone-support
# See: REST specification, version 2024-05-01, 2024-05-01, https://github.com/Azure/azure-rest-api-specs/tree/main/specification/apimanagement
part_4() (
set -euo pipefail
APIM=$(az apim show --name 'apim-zoned' --resource-group 'rg-zoned' --query id --output tsv)
IP1=$(az network public-ip show --resource-group '<network-resource-group-westeurope>' --name '<public-ip-westeurope>' --query id --output tsv)
SUBNET1=$(az network vnet subnet show --resource-group '<network-resource-group-westeurope>' --vnet-name '<vnet-westeurope>' \
  --name '<new-subnet-westeurope>' --query id --output tsv)
IP2=$(az network public-ip show --resource-group '<network-resource-group-northeurope>' --name '<public-ip-northeurope>' --query id --output tsv)
SUBNET2=$(az network vnet subnet show --resource-group '<network-resource-group-northeurope>' --vnet-name '<vnet-northeurope>' \
  --name '<new-subnet-northeurope>' --query id --output tsv)
az rest --method get --uri "$APIM?api-version=2024-05-01" > before.json
jq --arg at1 'westeurope' --arg ip1 "$IP1" --arg subnet1 "$SUBNET1" --arg at2 'northeurope' --arg ip2 "$IP2" --arg subnet2 "$SUBNET2" '
  .sku.name as $tier | {sku: {name: .sku.name, capacity: 2},
  zones: ["1", "2"],
  properties: {publicIpAddressId: $ip1,
    virtualNetworkConfiguration: {subnetResourceId: $subnet1},
    additionalLocations: ((.properties.additionalLocations // []) | map(
      if (.location | ascii_downcase | gsub("[ -]"; "")) == $at2
      then .sku.capacity = 2 | .zones = ["1", "2"] | .publicIpAddressId = $ip2 | .virtualNetworkConfiguration = {subnetResourceId: $subnet2} else . end |
      del(.publicIPAddresses, .privateIPAddresses, .outboundPublicIPAddresses, .gatewayRegionalUrl, .platformVersion)))}}
' before.json > change.json
cat change.json
read -r -p 'Send this change? Type yes: ' ANSWER
[ "$ANSWER" = yes ]
az rest --method patch --uri "$APIM?api-version=2024-05-01" --body @change.json
# The call answers before the status changes.
sleep 60
while state=$(az rest --method get --uri "$APIM?api-version=2024-05-01" --query properties.provisioningState --output tsv); do
  printf '%s %s\n' "$(date +%T)" "$state"
  [ "$state" = Updating ] || break
  sleep 60
done
)

# ==== 5. Verify the migration: from minute 45, when the status is Online (API platform) ====
# Complete when every location is on stv2 or stv2.1 and no required dependency fails. Refresh your templates
# before their next deployment.
# See: Migrate a VNet-injected instance, 2024-08-19, https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet
part_5() (
set -euo pipefail
APIM=$(az apim show --name 'apim-zoned' --resource-group 'rg-zoned' --query id --output tsv)
az rest --method get --uri "$APIM?api-version=2024-05-01" --query 'properties.{state: provisioningState,
  platform: platformVersion, public: publicIPAddresses, private: privateIPAddresses,
  others: additionalLocations[].{at: location, platform: platformVersion, public: publicIPAddresses, private: privateIPAddresses}}'
az rest --method get --uri "$APIM/networkstatus?api-version=2024-05-01" \
  --query "[].{at: location, failing: networkStatus.connectivityStatus[?status!='success'].name}"
)

case "${1-}" in
  part_1 | part_2 | part_3 | part_4 | part_5) "$1" ;;
  *) printf 'Name one part: part_1, part_2, part_3, part_4, part_5\n' >&2 ;;
esac
