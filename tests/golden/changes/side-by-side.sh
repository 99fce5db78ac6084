#!/usr/bin/env bash
# API Management instance: the change for az CLI. Path: Side-by-side deployment.
# From public documentation, not from Microsoft. Nothing here deletes a resource.
# Replace the names in angle brackets. The parts are for different times: this script runs the one that you
# name, and without a name nothing. Needs az and jq.

# ==== 1. Record the present state: now (API platform) ====
# See: REST specification, version 2024-05-01, 2024-05-01, https://github.com/Azure/azure-rest-api-specs/tree/main/specification/apimanagement
part_1() (
set -euo pipefail
APIM=$(az apim show --name '<name>' --resource-group '<resource-group>' --query id --output tsv)
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
  --name apim-internet-80-outbound --priority 340 --direction Outbound --access Allow --protocol Tcp \
  --source-address-prefixes VirtualNetwork --source-port-ranges '*' \
  --destination-address-prefixes Internet --destination-port-ranges 80
az network nsg rule create --resource-group '<network-resource-group-westeurope>' --nsg-name '<nsg-of-new-subnet-westeurope>' \
  --name apim-storage-443-outbound --priority 350 --direction Outbound --access Allow --protocol Tcp \
  --source-address-prefixes VirtualNetwork --source-port-ranges '*' \
  --destination-address-prefixes Storage --destination-port-ranges 443
az network nsg rule create --resource-group '<network-resource-group-westeurope>' --nsg-name '<nsg-of-new-subnet-westeurope>' \
  --name apim-sql-1433-outbound --priority 360 --direction Outbound --access Allow --protocol Tcp \
  --source-address-prefixes VirtualNetwork --source-port-ranges '*' \
  --destination-address-prefixes Sql --destination-port-ranges 1433
az network nsg rule create --resource-group '<network-resource-group-westeurope>' --nsg-name '<nsg-of-new-subnet-westeurope>' \
  --name apim-key-vault-443-outbound --priority 370 --direction Outbound --access Allow --protocol Tcp \
  --source-address-prefixes VirtualNetwork --source-port-ranges '*' \
  --destination-address-prefixes AzureKeyVault --destination-port-ranges 443
az network nsg rule create --resource-group '<network-resource-group-westeurope>' --nsg-name '<nsg-of-new-subnet-westeurope>' \
  --name apim-monitor-1886-443-outbound --priority 380 --direction Outbound --access Allow --protocol Tcp \
  --source-address-prefixes VirtualNetwork --source-port-ranges '*' \
  --destination-address-prefixes AzureMonitor --destination-port-ranges 1886 443
)

# ==== 3. Create the second instance: before the window (API platform) ====
# See: Migrate a VNet-injected instance, 2024-08-19, https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet
# See: Migrate from stv1 to stv2: the options, 2024-03-14, https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2
part_3() (
set -euo pipefail
# Create the second instance from your own template or deployment, with these values:
# westeurope: 2 units with automatic zones
)

# ==== 4. Update the DNS records: in the window (DNS) ====
# The A record keeps its TTL. Records on DNS servers outside Azure are yours to update.
# See: Migrate a VNet-injected instance, 2024-08-19, https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet
# See: Deploy in a virtual network, internal mode, 2026-08-24, https://learn.microsoft.com/azure/api-management/api-management-using-with-internal-vnet
part_4() (
set -euo pipefail
APIM=$(az apim show --name '<name-of-the-second-instance>' --resource-group '<resource-group-of-the-second-instance>' --query id --output tsv)
VIP=$(az rest --method get --uri "$APIM?api-version=2024-05-01" | jq -er '.properties.publicIPAddresses[0]')
az network dns record-set a update --resource-group '<dns-resource-group>' \
  --zone-name '<zone-of-the-custom-domain>' --name '<record-of-the-custom-domain>' --set "ARecords[0].ipv4Address=$VIP"
)

case "${1-}" in
  part_1 | part_2 | part_3 | part_4) "$1" ;;
  *) printf 'Name one part: part_1, part_2, part_3, part_4\n' >&2 ;;
esac
