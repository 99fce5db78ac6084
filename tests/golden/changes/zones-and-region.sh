#!/usr/bin/env bash
# apim-core: the change for az CLI.
# From public documentation, not from Microsoft. Nothing here deletes a resource.
# Replace the names in angle brackets. The parts are for different times: this script runs the one that you
# name, and without a name nothing. Needs az and jq.

# ==== 1. Record the present state: now (API platform) ====
# See: REST specification, version 2024-05-01, 2024-05-01, https://github.com/Azure/azure-rest-api-specs/tree/main/specification/apimanagement
part_1() (
set -euo pipefail
APIM=$(az apim show --name 'apim-core' --resource-group 'rg-core' --query id --output tsv)
az rest --method get --uri "$APIM?api-version=2024-05-01" > apim-before.json
)

# ==== 2. Create the public IP addresses: as a change of its own (Network) ====
# See: Reliability in API Management, 2025-06-26, https://learn.microsoft.com/azure/reliability/reliability-api-management
# See: Network resources for injection, 2025-04-17, https://learn.microsoft.com/azure/api-management/virtual-network-injection-resources
part_2() (
set -euo pipefail
az network public-ip create --resource-group '<network-resource-group-westeurope>' --name '<public-ip-westeurope>' --location 'westeurope' \
  --sku Standard --version IPv4 --allocation-method Static --zone 1 2 3 \
  --dns-name '<dns-label-westeurope>'
)

# ==== 3. Configure zones and units: as a change of its own (API platform) ====
# The VIPs change. Zone numbers are logical: select those that you want of 1, 2 and 3. Read the body before you
# send it: a location that it omits would be removed. Not documented: whether an update that omits
# customProperties resets them; compare them before and after.
# See: Enable zone redundancy, 2024-11-13, https://learn.microsoft.com/azure/api-management/enable-availability-zone-support
# See: Reliability in API Management, 2025-06-26, https://learn.microsoft.com/azure/reliability/reliability-api-management
# See: REST specification, version 2024-05-01, 2024-05-01, https://github.com/Azure/azure-rest-api-specs/tree/main/specification/apimanagement
part_3() (
set -euo pipefail
APIM=$(az apim show --name 'apim-core' --resource-group 'rg-core' --query id --output tsv)
IP1=$(az network public-ip show --resource-group '<network-resource-group-westeurope>' --name '<public-ip-westeurope>' --query id --output tsv)
az rest --method get --uri "$APIM?api-version=2024-05-01" > before.json
jq --arg at1 'westeurope' --arg ip1 "$IP1" '
  .sku.name as $tier | {sku: {name: .sku.name, capacity: 4},
  zones: ["1", "2"],
  properties: {publicIpAddressId: $ip1}}
' before.json > change.json
cat change.json
read -r -p 'Send this change? Type yes: ' ANSWER
[ "$ANSWER" = yes ]
az rest --method patch --uri "$APIM?api-version=2024-05-01" --body @change.json
)

# ==== 4. Update the DNS records: as a change of its own (DNS) ====
# The A record keeps its TTL. Records on DNS servers outside Azure are yours to update.
# See: Reliability in API Management, 2025-06-26, https://learn.microsoft.com/azure/reliability/reliability-api-management
# See: IP addresses of API Management, 2026-09-11, https://learn.microsoft.com/azure/api-management/api-management-howto-ip-addresses
part_4() (
set -euo pipefail
APIM=$(az apim show --name 'apim-core' --resource-group 'rg-core' --query id --output tsv)
VIP=$(az rest --method get --uri "$APIM?api-version=2024-05-01" | jq -er '.properties.publicIPAddresses[0]')
az network dns record-set a update --resource-group '<dns-resource-group>' \
  --zone-name '<zone-of-the-custom-domain>' --name '<record-of-the-custom-domain>' --set "ARecords[0].ipv4Address=$VIP"
)

# ==== 5. Create the public IP addresses: as a change of its own (Network) ====
# See: Reliability in API Management, 2025-06-26, https://learn.microsoft.com/azure/reliability/reliability-api-management
# See: Network resources for injection, 2025-04-17, https://learn.microsoft.com/azure/api-management/virtual-network-injection-resources
part_5() (
set -euo pipefail
az network public-ip create --resource-group '<network-resource-group-northeurope>' --name '<public-ip-northeurope>' --location 'northeurope' \
  --sku Standard --version IPv4 --allocation-method Static --zone 1 2 3 \
  --dns-name '<dns-label-northeurope>'
)

# ==== 6. Add northeurope: as a change of its own (API platform) ====
# Zone numbers are logical: select those that you want of 1, 2 and 3. Read the body before you send it: a
# location that it omits would be removed. Not documented: whether an update that omits customProperties resets
# them; compare them before and after.
# See: Enable zone redundancy, 2024-11-13, https://learn.microsoft.com/azure/api-management/enable-availability-zone-support
# See: Reliability in API Management, 2025-06-26, https://learn.microsoft.com/azure/reliability/reliability-api-management
# See: REST specification, version 2024-05-01, 2024-05-01, https://github.com/Azure/azure-rest-api-specs/tree/main/specification/apimanagement
part_6() (
set -euo pipefail
APIM=$(az apim show --name 'apim-core' --resource-group 'rg-core' --query id --output tsv)
IP1=$(az network public-ip show --resource-group '<network-resource-group-northeurope>' --name '<public-ip-northeurope>' --query id --output tsv)
SUBNET1=$(az network vnet subnet show --resource-group '<network-resource-group-northeurope>' --vnet-name '<vnet-northeurope>' \
  --name '<subnet-northeurope>' --query id --output tsv)
az rest --method get --uri "$APIM?api-version=2024-05-01" > before.json
jq --arg at1 'northeurope' --arg ip1 "$IP1" --arg subnet1 "$SUBNET1" '
  .sku.name as $tier | {properties: {additionalLocations: ((.properties.additionalLocations // []) | map(
      del(.publicIPAddresses, .privateIPAddresses, .outboundPublicIPAddresses, .gatewayRegionalUrl, .platformVersion)))
      + [{location: $at1, sku: {name: $tier, capacity: 4}, zones: ["1", "2"], publicIpAddressId: $ip1, virtualNetworkConfiguration: {subnetResourceId: $subnet1}}]}}
' before.json > change.json
cat change.json
read -r -p 'Send this change? Type yes: ' ANSWER
[ "$ANSWER" = yes ]
az rest --method patch --uri "$APIM?api-version=2024-05-01" --body @change.json
)

# ==== 7. Set autoscale: as a change of its own (API platform) ====
# Limits only: set the step of the scale rules to 2 in the portal, under Scale out.
# See: Reliability in API Management, 2025-06-26, https://learn.microsoft.com/azure/reliability/reliability-api-management
# See: Autoscale an API Management instance, 2023-03-30, https://learn.microsoft.com/azure/api-management/api-management-howto-autoscale
part_7() (
set -euo pipefail
az monitor autoscale update --resource-group 'rg-core' --name '<autoscale-setting>' \
  --enabled true --min-count 4 --max-count 8
)

case "${1-}" in
  part_1 | part_2 | part_3 | part_4 | part_5 | part_6 | part_7) "$1" ;;
  *) printf 'Name one part: part_1, part_2, part_3, part_4, part_5, part_6, part_7\n' >&2 ;;
esac
