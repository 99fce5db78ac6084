#!/usr/bin/env bash
# apim-inner: the change for az CLI. Path: Inject in a virtual network.
# From public documentation, not from Microsoft. Nothing here deletes a resource.
# Replace the names in angle brackets. The parts are for different times: this script runs the one that you
# name, and without a name nothing. Needs az and jq.

# ==== 1. Record the present state: now (API platform) ====
# See: REST specification, version 2024-05-01, 2024-05-01, https://github.com/Azure/azure-rest-api-specs/tree/main/specification/apimanagement
part_1() (
set -euo pipefail
APIM=$(az apim show --name 'apim-inner' --resource-group 'rg-inner' --query id --output tsv)
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
  --name '<new-subnet-westeurope>' --address-prefixes '<address-range>' \
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
  --name apim-internet-80-outbound --priority 330 --direction Outbound --access Allow --protocol Tcp \
  --source-address-prefixes VirtualNetwork --source-port-ranges '*' \
  --destination-address-prefixes Internet --destination-port-ranges 80
az network nsg rule create --resource-group '<network-resource-group-westeurope>' --nsg-name '<nsg-of-new-subnet-westeurope>' \
  --name apim-storage-443-outbound --priority 340 --direction Outbound --access Allow --protocol Tcp \
  --source-address-prefixes VirtualNetwork --source-port-ranges '*' \
  --destination-address-prefixes Storage --destination-port-ranges 443
az network nsg rule create --resource-group '<network-resource-group-westeurope>' --nsg-name '<nsg-of-new-subnet-westeurope>' \
  --name apim-sql-1433-outbound --priority 350 --direction Outbound --access Allow --protocol Tcp \
  --source-address-prefixes VirtualNetwork --source-port-ranges '*' \
  --destination-address-prefixes Sql --destination-port-ranges 1433
az network nsg rule create --resource-group '<network-resource-group-westeurope>' --nsg-name '<nsg-of-new-subnet-westeurope>' \
  --name apim-key-vault-443-outbound --priority 360 --direction Outbound --access Allow --protocol Tcp \
  --source-address-prefixes VirtualNetwork --source-port-ranges '*' \
  --destination-address-prefixes AzureKeyVault --destination-port-ranges 443
az network nsg rule create --resource-group '<network-resource-group-westeurope>' --nsg-name '<nsg-of-new-subnet-westeurope>' \
  --name apim-monitor-1886-443-outbound --priority 370 --direction Outbound --access Allow --protocol Tcp \
  --source-address-prefixes VirtualNetwork --source-port-ranges '*' \
  --destination-address-prefixes AzureMonitor --destination-port-ranges 1886 443
)

# ==== 3. Migrate: in the window (API platform) ====
# The VIPs change. Read the body before you send it: a location that it omits would be removed. Not documented:
# whether an update that omits customProperties resets them; compare them before and after.
# See: Compute platform, 2022-03-16, https://learn.microsoft.com/azure/api-management/compute-infrastructure
# See: REST specification, version 2024-05-01, 2024-05-01, https://github.com/Azure/azure-rest-api-specs/tree/main/specification/apimanagement
part_3() (
set -euo pipefail
APIM=$(az apim show --name 'apim-inner' --resource-group 'rg-inner' --query id --output tsv)
SUBNET1=$(az network vnet subnet show --resource-group '<network-resource-group-westeurope>' --vnet-name '<vnet-westeurope>' \
  --name '<new-subnet-westeurope>' --query id --output tsv)
az rest --method get --uri "$APIM?api-version=2024-05-01" > before.json
jq --arg at1 'westeurope' --arg subnet1 "$SUBNET1" '
  .sku.name as $tier | {properties: {virtualNetworkType: "<External or Internal>",
    virtualNetworkConfiguration: {subnetResourceId: $subnet1}}}
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

# ==== 4. Verify the migration: from minute 45, when the status is Online (API platform) ====
# Complete when every location is on stv2 or stv2.1 and no required dependency fails. Refresh your templates
# before their next deployment.
# See: Migrate a VNet-injected instance, 2024-08-19, https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet
part_4() (
set -euo pipefail
APIM=$(az apim show --name 'apim-inner' --resource-group 'rg-inner' --query id --output tsv)
az rest --method get --uri "$APIM?api-version=2024-05-01" --query 'properties.{state: provisioningState,
  platform: platformVersion, public: publicIPAddresses, private: privateIPAddresses,
  others: additionalLocations[].{at: location, platform: platformVersion, public: publicIPAddresses, private: privateIPAddresses}}'
az rest --method get --uri "$APIM/networkstatus?api-version=2024-05-01" \
  --query "[].{at: location, failing: networkStatus.connectivityStatus[?status!='success'].name}"
)

case "${1-}" in
  part_1 | part_2 | part_3 | part_4) "$1" ;;
  *) printf 'Name one part: part_1, part_2, part_3, part_4\n' >&2 ;;
esac
