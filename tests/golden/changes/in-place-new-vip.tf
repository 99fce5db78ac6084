# apim-edge: the change for Terraform. Path: In place, new VIP.
# From public documentation, not from Microsoft. Nothing here deletes a resource.
# Add each part to your configuration when its time has come, with the labels that you use. Where a resource is
# in your configuration already, change the arguments there. Replace the names in angle brackets.

# ==== 1. Guard the instance in code: now (API platform) ====
# Terraform deletes and creates the instance again if an argument changes that forces a replacement. If a plan
# shows "must be replaced" for the instance, do not apply.
# See: Terraform provider azurerm: source of azurerm_api_management, 2026-11-28, https://github.com/hashicorp/terraform-provider-azurerm/blob/0413b3d91b67091ec166003e3c5941d772c7f286/internal/services/apimanagement/api_management_resource.go
# See: REST specification, version 2024-05-01, 2024-05-01, https://github.com/Azure/azure-rest-api-specs/tree/main/specification/apimanagement

resource "azurerm_api_management" "apim_edge" {
  # All other arguments stay unchanged.

  lifecycle {
    prevent_destroy = true
  }
}

# With azapi:
resource "azapi_resource" "apim_edge" {
  # All other arguments stay unchanged.

  lifecycle {
    prevent_destroy = true
  }
}

# What forces a replacement of azurerm_api_management:
# - name, resource_group_name, location: any: replacement
# - virtual_network_type: from External or Internal to another value: replacement
# - virtual_network_configuration: another subnet for the primary location: replacement
# - sku_name: from a classic tier to a v2 tier, or back: replacement
# - sku_name: another number of units: update in place
# - zones, public_ip_address_id: any: update in place
# - additional_location: units, zones, subnet or public IP address: update in place

# ==== 2. Migrate: in the window (API platform) ====
# See: Migrate a VNet-injected instance, 2024-08-19, https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet
# See: REST specification, version 2024-05-01, 2024-05-01, https://github.com/Azure/azure-rest-api-specs/tree/main/specification/apimanagement

# Not in Terraform: the migration is an operation, which no argument starts. Start it in the portal, by az CLI
# or by PowerShell, and run no plan meanwhile.

# ==== 3. Refresh, and expect no change of the instance: from minute 45, when the status is Online (API platform) ====
# See: Migrate a VNet-injected instance, 2024-08-19, https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet
# See: Terraform provider azurerm: source of azurerm_api_management, 2026-11-28, https://github.com/hashicorp/terraform-provider-azurerm/blob/0413b3d91b67091ec166003e3c5941d772c7f286/internal/services/apimanagement/api_management_resource.go

# 1. terraform apply -refresh-only
# 2. terraform plan -target=azurerm_api_management.apim_edge (expected: No changes)
# 3. terraform plan (expected: only what reads the IP addresses of the instance)
# 4. terraform apply, only if 2 and 3 are as expected
# Code shows the new IP addresses and no other difference.

# ==== 4. Update the DNS records: after the migration (DNS) ====
# If Terraform does not manage a record yet, import it first: creating a record that exists fails.
# See: Migrate a VNet-injected instance, 2024-08-19, https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet
# See: Deploy in a virtual network, internal mode, 2026-08-24, https://learn.microsoft.com/azure/api-management/api-management-using-with-internal-vnet

resource "azurerm_dns_a_record" "apim_westeurope_custom" {
  name                = "<record-of-the-custom-domain>"
  zone_name           = "<zone-of-the-custom-domain>"
  resource_group_name = "<dns-resource-group>"
  ttl                 = 300
  records             = azurerm_api_management.apim_edge.public_ip_addresses
}
