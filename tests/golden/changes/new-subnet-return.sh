#!/usr/bin/env bash
# apim-hr: the change for az CLI. Path: New subnet, then return.
# From public documentation, not from Microsoft. Nothing here deletes a resource.
# Replace the names in angle brackets. The parts are for different times: this script runs the one that you
# name, and without a name nothing. Needs az and jq.

# ==== 1. Record the present state: now (API platform) ====
# See: REST specification, version 2024-05-01, 2024-05-01, https://github.com/Azure/azure-rest-api-specs/tree/main/specification/apimanagement
part_1() (
set -euo pipefail
APIM=$(az apim show --name 'apim-hr' --resource-group 'rg-hr' --query id --output tsv)
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
  --name '<new-subnet-westeurope>' --address-prefixes '<address-range>/29' \
  --network-security-group '<nsg-of-new-subnet-westeurope>' \
  --service-endpoints Microsoft.Storage Microsoft.Sql Microsoft.KeyVault
az network nsg rule create --resource-group '<network-resource-group-westeurope>' --nsg-name '<nsg-of-new-subnet-westeurope>' \
  --name apim-api-management-3443-inbound --priority 310 --direction Inbound --access Allow --protocol Tcp \
  --source-address-prefixes ApiManagement --source-port-ranges '*' \
  --destination-address-prefixes VirtualNetwork --destination-port-ranges 3443
az network nsg rule create --resource-group '<network-resource-group-westeurope>' --nsg-name '<nsg-of-new-subnet-westeurope>' \
  --name apim-load-balancer-6390-inbound --priority 320 --direction Inbound --access Allow --protocol Tcp \
  --source-address-prefixes AzureLoadBalancer --source-port-ranges '*' \
  --destination-address-prefixes VirtualNetwork --destination-port-ranges 6390
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
# See: Migrate a VNet-injected instance, 2024-08-19, https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet
part_3() (
set -euo pipefail
# Migrate in the portal: no REST call offers the retention setting.
# - In the instance's menu, select Settings, then Platform migration, and review step 1.
# - In step 2, select a location, then the virtual network, the new subnet and, optionally, the public IP
# address.
# - Select Return to original subnet as soon as possible.
# - In step 3, confirm and select Migrate; the status changes to Updating.
APIM=$(az apim show --name 'apim-hr' --resource-group 'rg-hr' --query id --output tsv)
while state=$(az rest --method get --uri "$APIM?api-version=2024-05-01" --query properties.provisioningState --output tsv); do
  printf '%s %s\n' "$(date +%T)" "$state"
  [ "$state" = Updating ] || break
  sleep 60
done
)

# ==== 4. Update the DNS records: clients must have followed by minute 60 (DNS) ====
# The A record keeps its TTL. Records on DNS servers outside Azure are yours to update.
# See: Migrate a VNet-injected instance, 2024-08-19, https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet
# See: Deploy in a virtual network, internal mode, 2026-08-24, https://learn.microsoft.com/azure/api-management/api-management-using-with-internal-vnet
part_4() (
set -euo pipefail
APIM=$(az apim show --name 'apim-hr' --resource-group 'rg-hr' --query id --output tsv)
VIP=$(az rest --method get --uri "$APIM?api-version=2024-05-01" | jq -er '.properties.privateIPAddresses[0]')
for ZONE in 'apim-hr.azure-api.net' \
  'apim-hr.developer.azure-api.net' \
  'apim-hr.management.azure-api.net' \
  'apim-hr.scm.azure-api.net' \
  'apim-hr.portal.azure-api.net' \
  'apim-hr.configuration.azure-api.net' \
  'apim-hr-westeurope-01.regional.azure-api.net'; do
  az network private-dns record-set a update --resource-group '<dns-resource-group>' \
    --zone-name "$ZONE" --name '@' --set "aRecords[0].ipv4Address=$VIP"
done
)

# ==== 5. Prepare the original subnet: before the return (Network) ====
# The priorities are proposals: each must be free, and lower than that of the rule that denies the traffic.
# See: Migrate a VNet-injected instance, 2024-08-19, https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet
# See: Deploy in a virtual network, internal mode, 2026-08-24, https://learn.microsoft.com/azure/api-management/api-management-using-with-internal-vnet
# See: Virtual network reference, 2025-06-17, https://learn.microsoft.com/azure/api-management/virtual-network-reference
part_5() (
set -euo pipefail
# Shows the locks. Removing a lock is left to its owner: it takes effect hours later in a resource group.
az lock list --resource-group '<network-resource-group-westeurope>' --output table
az network nsg rule create --resource-group '<network-resource-group-westeurope>' --nsg-name '<nsg-westeurope>' \
  --name apim-key-vault-443-outbound --priority 310 --direction Outbound --access Allow --protocol Tcp \
  --source-address-prefixes VirtualNetwork --source-port-ranges '*' \
  --destination-address-prefixes AzureKeyVault --destination-port-ranges 443
)

# ==== 6. Return to the original subnet: when the original subnet is free, about minute 90 (API platform) ====
# See: Migrate a VNet-injected instance, 2024-08-19, https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet
part_6() (
set -euo pipefail
# Return in the portal:
# - When the original subnet is free, select Network, then the original virtual network and subnet for every
# location, then Apply and Save.
APIM=$(az apim show --name 'apim-hr' --resource-group 'rg-hr' --query id --output tsv)
while state=$(az rest --method get --uri "$APIM?api-version=2024-05-01" --query properties.provisioningState --output tsv); do
  printf '%s %s\n' "$(date +%T)" "$state"
  [ "$state" = Updating ] || break
  sleep 60
done
)

# ==== 7. Verify the migration: from minute 135 (2 h 15 min), when the status is Online (API platform) ====
# Complete when every location is on stv2 or stv2.1 and no required dependency fails. Refresh your templates
# before their next deployment.
# See: Migrate a VNet-injected instance, 2024-08-19, https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet
part_7() (
set -euo pipefail
APIM=$(az apim show --name 'apim-hr' --resource-group 'rg-hr' --query id --output tsv)
az rest --method get --uri "$APIM?api-version=2024-05-01" --query 'properties.{state: provisioningState,
  platform: platformVersion, public: publicIPAddresses, private: privateIPAddresses,
  others: additionalLocations[].{at: location, platform: platformVersion, public: publicIPAddresses, private: privateIPAddresses}}'
az rest --method get --uri "$APIM/networkstatus?api-version=2024-05-01" \
  --query "[].{at: location, failing: networkStatus.connectivityStatus[?status!='success'].name}"
)

# ==== 8. Update the DNS records: clients must have followed by minute 135 (2 h 15 min) (DNS) ====
# The A record keeps its TTL. Records on DNS servers outside Azure are yours to update.
# See: Migrate a VNet-injected instance, 2024-08-19, https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet
# See: Deploy in a virtual network, internal mode, 2026-08-24, https://learn.microsoft.com/azure/api-management/api-management-using-with-internal-vnet
part_8() (
set -euo pipefail
APIM=$(az apim show --name 'apim-hr' --resource-group 'rg-hr' --query id --output tsv)
VIP=$(az rest --method get --uri "$APIM?api-version=2024-05-01" | jq -er '.properties.privateIPAddresses[0]')
for ZONE in 'apim-hr.azure-api.net' \
  'apim-hr.developer.azure-api.net' \
  'apim-hr.management.azure-api.net' \
  'apim-hr.scm.azure-api.net' \
  'apim-hr.portal.azure-api.net' \
  'apim-hr.configuration.azure-api.net' \
  'apim-hr-westeurope-01.regional.azure-api.net'; do
  az network private-dns record-set a update --resource-group '<dns-resource-group>' \
    --zone-name "$ZONE" --name '@' --set "aRecords[0].ipv4Address=$VIP"
done
)

case "${1-}" in
  part_1 | part_2 | part_3 | part_4 | part_5 | part_6 | part_7 | part_8) "$1" ;;
  *) printf 'Name one part: part_1, part_2, part_3, part_4, part_5, part_6, part_7, part_8\n' >&2 ;;
esac
