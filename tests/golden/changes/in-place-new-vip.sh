#!/usr/bin/env bash
# apim-edge: the change for az CLI. Path: In place, new VIP.
# From public documentation, not from Microsoft. Nothing here deletes a resource.
# Replace the names in angle brackets. The parts are for different times: this script runs the one that you
# name, and without a name nothing. Needs az and jq.

# ==== 1. Record the present state: now (API platform) ====
# See: REST specification, version 2024-05-01, 2024-05-01, https://github.com/Azure/azure-rest-api-specs/tree/main/specification/apimanagement
part_1() (
set -euo pipefail
APIM=$(az apim show --name 'apim-edge' --resource-group 'rg-edge' --query id --output tsv)
az rest --method get --uri "$APIM?api-version=2024-05-01" > apim-before.json
)

# ==== 2. Migrate: in the window (API platform) ====
# A completed migration can't be reversed.
# See: Migrate a VNet-injected instance, 2024-08-19, https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet
# See: REST specification, version 2024-05-01, 2024-05-01, https://github.com/Azure/azure-rest-api-specs/tree/main/specification/apimanagement
part_2() (
set -euo pipefail
APIM=$(az apim show --name 'apim-edge' --resource-group 'rg-edge' --query id --output tsv)
az rest --method get --uri "$APIM?api-version=2024-05-01" --output tsv \
  --query 'properties.customProperties."Microsoft.WindowsAzure.ApiManagement.Stv2MigrationPreCreatedIps"'
az rest --method post --uri "$APIM/migrateToStv2?api-version=2024-05-01" \
  --body '{"mode": "NewIP"}'
# The call answers before the status changes.
sleep 60
while state=$(az rest --method get --uri "$APIM?api-version=2024-05-01" --query properties.provisioningState --output tsv); do
  printf '%s %s\n' "$(date +%T)" "$state"
  [ "$state" = Updating ] || break
  sleep 60
done
)

# ==== 3. Verify the migration: from minute 45, when the status is Online (API platform) ====
# Complete when every location is on stv2 or stv2.1 and no required dependency fails. Refresh your templates
# before their next deployment.
# See: Migrate a VNet-injected instance, 2024-08-19, https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet
part_3() (
set -euo pipefail
APIM=$(az apim show --name 'apim-edge' --resource-group 'rg-edge' --query id --output tsv)
az rest --method get --uri "$APIM?api-version=2024-05-01" --query 'properties.{state: provisioningState,
  platform: platformVersion, public: publicIPAddresses, private: privateIPAddresses,
  others: additionalLocations[].{at: location, platform: platformVersion, public: publicIPAddresses, private: privateIPAddresses}}'
az rest --method get --uri "$APIM/networkstatus?api-version=2024-05-01" \
  --query "[].{at: location, failing: networkStatus.connectivityStatus[?status!='success'].name}"
)

# ==== 4. Update the DNS records: after the migration (DNS) ====
# The A record keeps its TTL. Records on DNS servers outside Azure are yours to update.
# See: Migrate a VNet-injected instance, 2024-08-19, https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet
# See: Deploy in a virtual network, internal mode, 2026-08-24, https://learn.microsoft.com/azure/api-management/api-management-using-with-internal-vnet
part_4() (
set -euo pipefail
APIM=$(az apim show --name 'apim-edge' --resource-group 'rg-edge' --query id --output tsv)
VIP=$(az rest --method get --uri "$APIM?api-version=2024-05-01" | jq -er '.properties.publicIPAddresses[0]')
az network dns record-set a update --resource-group '<dns-resource-group>' \
  --zone-name '<zone-of-the-custom-domain>' --name '<record-of-the-custom-domain>' --set "ARecords[0].ipv4Address=$VIP"
)

case "${1-}" in
  part_1 | part_2 | part_3 | part_4) "$1" ;;
  *) printf 'Name one part: part_1, part_2, part_3, part_4\n' >&2 ;;
esac
