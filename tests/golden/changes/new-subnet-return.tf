# apim-hr: the change for Terraform. Path: New subnet, then return.
# From public documentation, not from Microsoft. Nothing here deletes a resource.
# Add each part to your configuration when its time has come, with the labels that you use. Where a resource is
# in your configuration already, change the arguments there. Replace the names in angle brackets.

# ==== 1. Guard the instance in code: now (API platform) ====
# Terraform deletes and creates the instance again if an argument changes that forces a replacement. If a plan
# shows "must be replaced" for the instance, do not apply.
# See: Terraform provider azurerm: source of azurerm_api_management, 2026-11-28, https://github.com/hashicorp/terraform-provider-azurerm/blob/0413b3d91b67091ec166003e3c5941d772c7f286/internal/services/apimanagement/api_management_resource.go
# See: REST specification, version 2024-05-01, 2024-05-01, https://github.com/Azure/azure-rest-api-specs/tree/main/specification/apimanagement

resource "azurerm_api_management" "apim_hr" {
  # All other arguments stay unchanged.

  lifecycle {
    prevent_destroy = true
  }
}

# With azapi:
resource "azapi_resource" "apim_hr" {
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

# ==== 2. Prepare the network: before the window (Network) ====
# The network security group of the new subnet exists already; an empty one will do. The priorities are
# proposals. Where rules are written inside azurerm_network_security_group, add them there instead.
# See: Migrate a VNet-injected instance, 2024-08-19, https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet
# See: Network resources for injection, 2025-04-17, https://learn.microsoft.com/azure/api-management/virtual-network-injection-resources
# See: Virtual network reference, 2025-06-17, https://learn.microsoft.com/azure/api-management/virtual-network-reference

resource "azurerm_subnet" "apim_westeurope" {
  name                 = "<new-subnet-westeurope>"
  resource_group_name  = "<network-resource-group-westeurope>"
  virtual_network_name = "<vnet-westeurope>"
  address_prefixes     = ["<address-range>/29"]
  service_endpoints    = ["Microsoft.Storage", "Microsoft.Sql", "Microsoft.KeyVault"]
}

resource "azurerm_subnet_network_security_group_association" "apim_westeurope" {
  subnet_id                 = azurerm_subnet.apim_westeurope.id
  network_security_group_id = "<id-of-nsg-of-new-subnet-westeurope>"
}

resource "azurerm_network_security_rule" "apim_westeurope_apim_api_management_3443_inbound" {
  name                        = "apim-api-management-3443-inbound"
  resource_group_name         = "<network-resource-group-westeurope>"
  network_security_group_name = "<nsg-of-new-subnet-westeurope>"
  priority                    = 310
  direction                   = "Inbound"
  access                      = "Allow"
  protocol                    = "Tcp"
  source_address_prefix       = "ApiManagement"
  source_port_range           = "*"
  destination_address_prefix  = "VirtualNetwork"
  destination_port_ranges     = ["3443"]
}

resource "azurerm_network_security_rule" "apim_westeurope_apim_load_balancer_6390_inbound" {
  name                        = "apim-load-balancer-6390-inbound"
  resource_group_name         = "<network-resource-group-westeurope>"
  network_security_group_name = "<nsg-of-new-subnet-westeurope>"
  priority                    = 320
  direction                   = "Inbound"
  access                      = "Allow"
  protocol                    = "Tcp"
  source_address_prefix       = "AzureLoadBalancer"
  source_port_range           = "*"
  destination_address_prefix  = "VirtualNetwork"
  destination_port_ranges     = ["6390"]
}

resource "azurerm_network_security_rule" "apim_westeurope_apim_internet_80_outbound" {
  name                        = "apim-internet-80-outbound"
  resource_group_name         = "<network-resource-group-westeurope>"
  network_security_group_name = "<nsg-of-new-subnet-westeurope>"
  priority                    = 330
  direction                   = "Outbound"
  access                      = "Allow"
  protocol                    = "Tcp"
  source_address_prefix       = "VirtualNetwork"
  source_port_range           = "*"
  destination_address_prefix  = "Internet"
  destination_port_ranges     = ["80"]
}

resource "azurerm_network_security_rule" "apim_westeurope_apim_storage_443_outbound" {
  name                        = "apim-storage-443-outbound"
  resource_group_name         = "<network-resource-group-westeurope>"
  network_security_group_name = "<nsg-of-new-subnet-westeurope>"
  priority                    = 340
  direction                   = "Outbound"
  access                      = "Allow"
  protocol                    = "Tcp"
  source_address_prefix       = "VirtualNetwork"
  source_port_range           = "*"
  destination_address_prefix  = "Storage"
  destination_port_ranges     = ["443"]
}

resource "azurerm_network_security_rule" "apim_westeurope_apim_sql_1433_outbound" {
  name                        = "apim-sql-1433-outbound"
  resource_group_name         = "<network-resource-group-westeurope>"
  network_security_group_name = "<nsg-of-new-subnet-westeurope>"
  priority                    = 350
  direction                   = "Outbound"
  access                      = "Allow"
  protocol                    = "Tcp"
  source_address_prefix       = "VirtualNetwork"
  source_port_range           = "*"
  destination_address_prefix  = "Sql"
  destination_port_ranges     = ["1433"]
}

resource "azurerm_network_security_rule" "apim_westeurope_apim_key_vault_443_outbound" {
  name                        = "apim-key-vault-443-outbound"
  resource_group_name         = "<network-resource-group-westeurope>"
  network_security_group_name = "<nsg-of-new-subnet-westeurope>"
  priority                    = 360
  direction                   = "Outbound"
  access                      = "Allow"
  protocol                    = "Tcp"
  source_address_prefix       = "VirtualNetwork"
  source_port_range           = "*"
  destination_address_prefix  = "AzureKeyVault"
  destination_port_ranges     = ["443"]
}

resource "azurerm_network_security_rule" "apim_westeurope_apim_monitor_1886_443_outbound" {
  name                        = "apim-monitor-1886-443-outbound"
  resource_group_name         = "<network-resource-group-westeurope>"
  network_security_group_name = "<nsg-of-new-subnet-westeurope>"
  priority                    = 370
  direction                   = "Outbound"
  access                      = "Allow"
  protocol                    = "Tcp"
  source_address_prefix       = "VirtualNetwork"
  source_port_range           = "*"
  destination_address_prefix  = "AzureMonitor"
  destination_port_ranges     = ["1886", "443"]
}

# ==== 3. Migrate: in the window (API platform) ====
# See: Migrate a VNet-injected instance, 2024-08-19, https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet

# Not in Terraform: the migration is an operation, which no argument starts. Start it in the portal, by az CLI
# or by PowerShell, and run no plan meanwhile.

# ==== 4. Update the DNS records: clients must have followed by minute 60 (DNS) ====
# See: Migrate a VNet-injected instance, 2024-08-19, https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet
# See: Deploy in a virtual network, internal mode, 2026-08-24, https://learn.microsoft.com/azure/api-management/api-management-using-with-internal-vnet

# Not in Terraform: until the instance is back in the original subnet, a plan shows a replacement, also with
# -target. Update the records by az CLI or PowerShell, and run no apply.

# ==== 5. Prepare the original subnet: before the return (Network) ====
# The priorities are proposals: each must be free, and lower than that of the rule that denies the traffic.
# Where rules are written inside azurerm_network_security_group, add them there instead.
# See: Migrate a VNet-injected instance, 2024-08-19, https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet
# See: Deploy in a virtual network, internal mode, 2026-08-24, https://learn.microsoft.com/azure/api-management/api-management-using-with-internal-vnet
# See: Virtual network reference, 2025-06-17, https://learn.microsoft.com/azure/api-management/virtual-network-reference

# Not in Terraform, unless it manages the lock: remove the lock from the subnet, its virtual network or their
# resource group.
resource "azurerm_network_security_rule" "apim_westeurope_apim_key_vault_443_outbound_original" {
  name                        = "apim-key-vault-443-outbound"
  resource_group_name         = "<network-resource-group-westeurope>"
  network_security_group_name = "<nsg-westeurope>"
  priority                    = 310
  direction                   = "Outbound"
  access                      = "Allow"
  protocol                    = "Tcp"
  source_address_prefix       = "VirtualNetwork"
  source_port_range           = "*"
  destination_address_prefix  = "AzureKeyVault"
  destination_port_ranges     = ["443"]
}

# ==== 6. Return to the original subnet: when the original subnet is free, about minute 90 (API platform) ====
# See: Migrate a VNet-injected instance, 2024-08-19, https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet

# Not in Terraform: return in the portal, under Network. In Terraform another subnet forces a replacement.

# ==== 7. Refresh, and expect no change of the instance: from minute 135 (2 h 15 min), when the status is Online (API platform) ====
# See: Migrate a VNet-injected instance, 2024-08-19, https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet
# See: Terraform provider azurerm: source of azurerm_api_management, 2026-11-28, https://github.com/hashicorp/terraform-provider-azurerm/blob/0413b3d91b67091ec166003e3c5941d772c7f286/internal/services/apimanagement/api_management_resource.go

# 1. terraform apply -refresh-only
# 2. terraform plan -target=azurerm_api_management.apim_hr (expected: No changes)
# 3. terraform plan (expected: only what reads the IP addresses of the instance)
# 4. terraform apply, only if 2 and 3 are as expected
# Code shows the new IP addresses and the original subnet.

# ==== 8. Update the DNS records: clients must have followed by minute 135 (2 h 15 min) (DNS) ====
# If Terraform does not manage a record yet, import it first: creating a record that exists fails.
# See: Migrate a VNet-injected instance, 2024-08-19, https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet
# See: Deploy in a virtual network, internal mode, 2026-08-24, https://learn.microsoft.com/azure/api-management/api-management-using-with-internal-vnet

resource "azurerm_private_dns_a_record" "apim_westeurope" {
  for_each = toset([
    "apim-hr.azure-api.net",
    "apim-hr.developer.azure-api.net",
    "apim-hr.management.azure-api.net",
    "apim-hr.scm.azure-api.net",
    "apim-hr.portal.azure-api.net",
    "apim-hr.configuration.azure-api.net",
    "apim-hr-westeurope-01.regional.azure-api.net",
  ])
  name                = "@"
  zone_name           = each.value
  resource_group_name = "<dns-resource-group>"
  ttl                 = 300
  records             = azurerm_api_management.apim_hr.private_ip_addresses
}
