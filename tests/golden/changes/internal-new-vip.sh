#!/usr/bin/env bash
# apim-orders-prod: the change for az CLI. Path: Same subnet, new VIP.
# From public documentation, not from Microsoft. Nothing here deletes a resource.
# Replace the names in angle brackets. The parts are for different times: this script runs the one that you
# name, and without a name nothing. Needs az and jq.

# ==== 1. Record the present state: now (API platform) ====
# See: REST specification, version 2024-05-01, 2024-05-01, https://github.com/Azure/azure-rest-api-specs/tree/main/specification/apimanagement
part_1() (
set -euo pipefail
APIM=$(az apim show --name 'apim-orders-prod' --resource-group 'rg-orders-prod' --query id --output tsv)
az rest --method get --uri "$APIM?api-version=2024-05-01" > apim-before.json
)

# ==== 2. Prepare the network: before the window (Network) ====
# The priorities are proposals: each must be free, and lower than that of the rule that denies the traffic.
# See: Migrate a VNet-injected instance, 2024-08-19, https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet
# See: Deploy in a virtual network, external mode, 2026-01-08, https://learn.microsoft.com/azure/api-management/api-management-using-with-vnet
# See: Virtual network reference, 2025-06-17, https://learn.microsoft.com/azure/api-management/virtual-network-reference
part_2() (
set -euo pipefail
az network route-table route create --resource-group '<network-resource-group-westeurope>' --route-table-name '<route-table-westeurope>' \
  --name apimanagement-to-internet --address-prefix ApiManagement --next-hop-type Internet
az network nsg rule create --resource-group '<network-resource-group-northeurope>' --nsg-name '<nsg-northeurope>' \
  --name apim-monitor-1886-443-outbound --priority 310 --direction Outbound --access Allow --protocol Tcp \
  --source-address-prefixes VirtualNetwork --source-port-ranges '*' \
  --destination-address-prefixes AzureMonitor --destination-port-ranges 1886 443
az network route-table route create --resource-group '<network-resource-group-northeurope>' --route-table-name '<route-table-northeurope>' \
  --name apimanagement-to-internet --address-prefix ApiManagement --next-hop-type Internet
mapfile -t ENDPOINTS < <({
  az network vnet subnet show --resource-group '<network-resource-group-northeurope>' --vnet-name '<vnet-northeurope>' \
    --name '<subnet-northeurope>' --query 'serviceEndpoints[].service' --output tsv
  printf '%s\n' Microsoft.Storage Microsoft.Sql Microsoft.KeyVault Microsoft.EventHub
} | sort -u)
az network vnet subnet update --resource-group '<network-resource-group-northeurope>' --vnet-name '<vnet-northeurope>' \
  --name '<subnet-northeurope>' --service-endpoints "${ENDPOINTS[@]}"
)

# ==== 3. Turn autoscale off: at the start of the window (API platform) ====
# See: Migrate a VNet-injected instance, 2024-08-19, https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet
part_3() (
set -euo pipefail
az monitor autoscale update --resource-group 'rg-orders-prod' --name '<autoscale-setting>' \
  --enabled false
)

# ==== 4. Migrate: in the window (API platform) ====
# A completed migration can't be reversed.
# See: Migrate a VNet-injected instance, 2024-08-19, https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet
# See: REST specification, version 2024-05-01, 2024-05-01, https://github.com/Azure/azure-rest-api-specs/tree/main/specification/apimanagement
part_4() (
set -euo pipefail
APIM=$(az apim show --name 'apim-orders-prod' --resource-group 'rg-orders-prod' --query id --output tsv)
az rest --method get --uri "$APIM?api-version=2024-05-01" --output tsv \
  --query 'properties.customProperties."Microsoft.WindowsAzure.ApiManagement.Stv2MigrationPreCreatedIps"'
# Start the migration in the portal:
# - In the instance's menu, select Settings, then Platform migration, and review step 1.
# - In step 2, select a location.
# - In step 2, select New virtual IP address.
# - Select Verify for the subnet; if Verify finds special conditions, stop and plan again with that answer.
# - Select to retain stv1 compute for 48 hours; if the portal does not offer it, stop.
# - In step 3, confirm and select Start migration.
# - When the status is Online again, repeat the steps for the next location.
# By REST only if clients follow the DNS change within the default retention:
# az rest --method post --uri "$APIM/migrateToStv2?api-version=2024-05-01" \
#   --body '{"mode": "NewIP"}'
# When the migration has started:
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
APIM=$(az apim show --name 'apim-orders-prod' --resource-group 'rg-orders-prod' --query id --output tsv)
az rest --method get --uri "$APIM?api-version=2024-05-01" --query 'properties.{state: provisioningState,
  platform: platformVersion, public: publicIPAddresses, private: privateIPAddresses,
  others: additionalLocations[].{at: location, platform: platformVersion, public: publicIPAddresses, private: privateIPAddresses}}'
az rest --method get --uri "$APIM/networkstatus?api-version=2024-05-01" \
  --query "[].{at: location, failing: networkStatus.connectivityStatus[?status!='success'].name}"
)

# ==== 6. Update the DNS records: clients must have followed by minute 60 (DNS) ====
# The A record keeps its TTL. Records on DNS servers outside Azure are yours to update.
# See: Migrate a VNet-injected instance, 2024-08-19, https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet
# See: Deploy in a virtual network, internal mode, 2026-08-24, https://learn.microsoft.com/azure/api-management/api-management-using-with-internal-vnet
part_6() (
set -euo pipefail
APIM=$(az apim show --name 'apim-orders-prod' --resource-group 'rg-orders-prod' --query id --output tsv)
VIP=$(az rest --method get --uri "$APIM?api-version=2024-05-01" | jq -er '.properties.privateIPAddresses[0]')
for ZONE in 'apim-orders-prod.azure-api.net' \
  'apim-orders-prod.developer.azure-api.net' \
  'apim-orders-prod.management.azure-api.net' \
  'apim-orders-prod.scm.azure-api.net' \
  'apim-orders-prod.portal.azure-api.net' \
  'apim-orders-prod.configuration.azure-api.net' \
  'apim-orders-prod-westeurope-01.regional.azure-api.net'; do
  az network private-dns record-set a update --resource-group '<dns-resource-group>' \
    --zone-name "$ZONE" --name '@' --set "aRecords[0].ipv4Address=$VIP"
done
az network private-dns record-set a update --resource-group '<dns-resource-group>' \
  --zone-name '<zone-of-the-custom-domain>' --name '<record-of-the-custom-domain>' --set "aRecords[0].ipv4Address=$VIP"
VIP=$(az rest --method get --uri "$APIM?api-version=2024-05-01" |
  jq -er --arg at 'northeurope' '.properties.additionalLocations[]
    | select((.location | ascii_downcase | gsub("[ -]"; "")) == $at) | .privateIPAddresses[0]')
az network private-dns record-set a update --resource-group '<dns-resource-group>' \
  --zone-name 'apim-orders-prod-northeurope-01.regional.azure-api.net' --name '@' --set "aRecords[0].ipv4Address=$VIP"
az network private-dns record-set a update --resource-group '<dns-resource-group>' \
  --zone-name '<zone-of-the-custom-domain>' --name '<record-of-the-custom-domain>' --set "aRecords[0].ipv4Address=$VIP"
)

# ==== 7. Create the public IP addresses: after the migration (Network) ====
# See: Reliability in API Management, 2025-06-26, https://learn.microsoft.com/azure/reliability/reliability-api-management
# See: Network resources for injection, 2025-04-17, https://learn.microsoft.com/azure/api-management/virtual-network-injection-resources
part_7() (
set -euo pipefail
az network public-ip create --resource-group '<network-resource-group-westeurope>' --name '<public-ip-westeurope>' --location 'westeurope' \
  --sku Standard --version IPv4 --allocation-method Static --zone 1 2 3 \
  --dns-name '<dns-label-westeurope>'
az network public-ip create --resource-group '<network-resource-group-northeurope>' --name '<public-ip-northeurope>' --location 'northeurope' \
  --sku Standard --version IPv4 --allocation-method Static --zone 1 2 3 \
  --dns-name '<dns-label-northeurope>'
)

# ==== 8. Configure zones and units: after the migration (API platform) ====
# The VIPs change. Zone numbers are logical: zone 1 can be a different datacenter in another subscription. Read
# the body before you send it: a location that it omits would be removed. Not documented: whether an update
# that omits customProperties resets them; compare them before and after.
# See: Enable zone redundancy, 2024-11-13, https://learn.microsoft.com/azure/api-management/enable-availability-zone-support
# See: Reliability in API Management, 2025-06-26, https://learn.microsoft.com/azure/reliability/reliability-api-management
# See: REST specification, version 2024-05-01, 2024-05-01, https://github.com/Azure/azure-rest-api-specs/tree/main/specification/apimanagement
part_8() (
set -euo pipefail
APIM=$(az apim show --name 'apim-orders-prod' --resource-group 'rg-orders-prod' --query id --output tsv)
IP1=$(az network public-ip show --resource-group '<network-resource-group-westeurope>' --name '<public-ip-westeurope>' --query id --output tsv)
IP2=$(az network public-ip show --resource-group '<network-resource-group-northeurope>' --name '<public-ip-northeurope>' --query id --output tsv)
az rest --method get --uri "$APIM?api-version=2024-05-01" > before.json
jq --arg at1 'westeurope' --arg ip1 "$IP1" --arg at2 'northeurope' --arg ip2 "$IP2" '
  .sku.name as $tier | {sku: {name: .sku.name, capacity: 6},
  zones: ["1", "2", "3"],
  properties: {publicIpAddressId: $ip1,
    additionalLocations: ((.properties.additionalLocations // []) | map(
      if (.location | ascii_downcase | gsub("[ -]"; "")) == $at2
      then .sku.capacity = 3 | .zones = ["1", "2", "3"] | .publicIpAddressId = $ip2 else . end |
      del(.publicIPAddresses, .privateIPAddresses, .outboundPublicIPAddresses, .gatewayRegionalUrl, .platformVersion)))}}
' before.json > change.json
cat change.json
read -r -p 'Send this change? Type yes: ' ANSWER
[ "$ANSWER" = yes ]
az rest --method patch --uri "$APIM?api-version=2024-05-01" --body @change.json
)

# ==== 9. Update the DNS records: after the migration (DNS) ====
# The A record keeps its TTL. Records on DNS servers outside Azure are yours to update.
# See: Reliability in API Management, 2025-06-26, https://learn.microsoft.com/azure/reliability/reliability-api-management
# See: IP addresses of API Management, 2026-09-11, https://learn.microsoft.com/azure/api-management/api-management-howto-ip-addresses
part_9() (
set -euo pipefail
APIM=$(az apim show --name 'apim-orders-prod' --resource-group 'rg-orders-prod' --query id --output tsv)
VIP=$(az rest --method get --uri "$APIM?api-version=2024-05-01" | jq -er '.properties.privateIPAddresses[0]')
for ZONE in 'apim-orders-prod.azure-api.net' \
  'apim-orders-prod.developer.azure-api.net' \
  'apim-orders-prod.management.azure-api.net' \
  'apim-orders-prod.scm.azure-api.net' \
  'apim-orders-prod.portal.azure-api.net' \
  'apim-orders-prod.configuration.azure-api.net' \
  'apim-orders-prod-westeurope-01.regional.azure-api.net'; do
  az network private-dns record-set a update --resource-group '<dns-resource-group>' \
    --zone-name "$ZONE" --name '@' --set "aRecords[0].ipv4Address=$VIP"
done
az network private-dns record-set a update --resource-group '<dns-resource-group>' \
  --zone-name '<zone-of-the-custom-domain>' --name '<record-of-the-custom-domain>' --set "aRecords[0].ipv4Address=$VIP"
VIP=$(az rest --method get --uri "$APIM?api-version=2024-05-01" |
  jq -er --arg at 'northeurope' '.properties.additionalLocations[]
    | select((.location | ascii_downcase | gsub("[ -]"; "")) == $at) | .privateIPAddresses[0]')
az network private-dns record-set a update --resource-group '<dns-resource-group>' \
  --zone-name 'apim-orders-prod-northeurope-01.regional.azure-api.net' --name '@' --set "aRecords[0].ipv4Address=$VIP"
az network private-dns record-set a update --resource-group '<dns-resource-group>' \
  --zone-name '<zone-of-the-custom-domain>' --name '<record-of-the-custom-domain>' --set "aRecords[0].ipv4Address=$VIP"
)

# ==== 10. Set autoscale: after the migration (API platform) ====
# Limits only: set the step of the scale rules to 3 in the portal, under Scale out.
# See: Reliability in API Management, 2025-06-26, https://learn.microsoft.com/azure/reliability/reliability-api-management
# See: Autoscale an API Management instance, 2023-03-30, https://learn.microsoft.com/azure/api-management/api-management-howto-autoscale
part_10() (
set -euo pipefail
az monitor autoscale update --resource-group 'rg-orders-prod' --name '<autoscale-setting>' \
  --enabled true --min-count 6 --max-count 6
)

case "${1-}" in
  part_1 | part_2 | part_3 | part_4 | part_5 | part_6 | part_7 | part_8 | part_9 | part_10) "$1" ;;
  *) printf 'Name one part: part_1, part_2, part_3, part_4, part_5, part_6, part_7, part_8, part_9, part_10\n' >&2 ;;
esac
