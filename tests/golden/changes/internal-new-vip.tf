# apim-orders-prod: the change for Terraform. Path: Same subnet, new VIP.
# From public documentation, not from Microsoft. Nothing here deletes a resource.
# Add each part to your configuration when its time has come, with the labels that you use. Where a resource is
# in your configuration already, change the arguments there. Replace the names in angle brackets.

# ==== 1. Guard the instance in code: now (API platform) ====
# Terraform deletes and creates the instance again if an argument changes that forces a replacement. If a plan
# shows "must be replaced" for the instance, do not apply.
# See: Terraform provider azurerm: source of azurerm_api_management, 2026-11-28, https://github.com/hashicorp/terraform-provider-azurerm/blob/0413b3d91b67091ec166003e3c5941d772c7f286/internal/services/apimanagement/api_management_resource.go
# See: REST specification, version 2024-05-01, 2024-05-01, https://github.com/Azure/azure-rest-api-specs/tree/main/specification/apimanagement

resource "azurerm_api_management" "apim_orders_prod" {
  # All other arguments stay unchanged.

  lifecycle {
    prevent_destroy = true
  }
}

# With azapi:
resource "azapi_resource" "apim_orders_prod" {
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
# The priorities are proposals: each must be free, and lower than that of the rule that denies the traffic.
# Where rules are written inside azurerm_network_security_group, add them there instead.
# See: Migrate a VNet-injected instance, 2024-08-19, https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet
# See: Deploy in a virtual network, external mode, 2026-01-08, https://learn.microsoft.com/azure/api-management/api-management-using-with-vnet
# See: Virtual network reference, 2025-06-17, https://learn.microsoft.com/azure/api-management/virtual-network-reference

resource "azurerm_route" "apim_westeurope_to_internet" {
  name                = "apimanagement-to-internet"
  resource_group_name = "<network-resource-group-westeurope>"
  route_table_name    = "<route-table-westeurope>"
  address_prefix      = "ApiManagement"
  next_hop_type       = "Internet"
}

resource "azurerm_network_security_rule" "apim_northeurope_apim_monitor_1886_443_outbound" {
  name                        = "apim-monitor-1886-443-outbound"
  resource_group_name         = "<network-resource-group-northeurope>"
  network_security_group_name = "<nsg-northeurope>"
  priority                    = 310
  direction                   = "Outbound"
  access                      = "Allow"
  protocol                    = "Tcp"
  source_address_prefix       = "VirtualNetwork"
  source_port_range           = "*"
  destination_address_prefix  = "AzureMonitor"
  destination_port_ranges     = ["1886", "443"]
}

resource "azurerm_route" "apim_northeurope_to_internet" {
  name                = "apimanagement-to-internet"
  resource_group_name = "<network-resource-group-northeurope>"
  route_table_name    = "<route-table-northeurope>"
  address_prefix      = "ApiManagement"
  next_hop_type       = "Internet"
}

resource "azurerm_subnet" "apim_northeurope" {
  # All other arguments stay unchanged. Keep the present endpoints in the list as well.
  service_endpoints = ["Microsoft.Storage", "Microsoft.Sql", "Microsoft.KeyVault", "Microsoft.EventHub"]
}

# ==== 3. Turn autoscale off: at the start of the window (API platform) ====
# See: Migrate a VNet-injected instance, 2024-08-19, https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet

resource "azurerm_monitor_autoscale_setting" "apim_orders_prod" {
  # All other arguments stay unchanged.
  enabled = false
}

# ==== 4. Migrate: in the window (API platform) ====
# See: Migrate a VNet-injected instance, 2024-08-19, https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet
# See: REST specification, version 2024-05-01, 2024-05-01, https://github.com/Azure/azure-rest-api-specs/tree/main/specification/apimanagement

# Not in Terraform: the migration is an operation, which no argument starts. Start it in the portal, by az CLI
# or by PowerShell, and run no plan meanwhile.

# ==== 5. Refresh, and expect no change of the instance: from minute 45, when the status is Online (API platform) ====
# See: Migrate a VNet-injected instance, 2024-08-19, https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet
# See: Terraform provider azurerm: source of azurerm_api_management, 2026-11-28, https://github.com/hashicorp/terraform-provider-azurerm/blob/0413b3d91b67091ec166003e3c5941d772c7f286/internal/services/apimanagement/api_management_resource.go

# 1. terraform apply -refresh-only
# 2. terraform plan -target=azurerm_api_management.apim_orders_prod (expected: No changes)
# 3. terraform plan (expected: only what reads the IP addresses of the instance)
# 4. terraform apply, only if 2 and 3 are as expected
# Code shows the new IP addresses and no other difference.

# ==== 6. Update the DNS records: clients must have followed by minute 60 (DNS) ====
# If Terraform does not manage a record yet, import it first: creating a record that exists fails.
# See: Migrate a VNet-injected instance, 2024-08-19, https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet
# See: Deploy in a virtual network, internal mode, 2026-08-24, https://learn.microsoft.com/azure/api-management/api-management-using-with-internal-vnet

resource "azurerm_private_dns_a_record" "apim_westeurope" {
  for_each = toset([
    "apim-orders-prod.azure-api.net",
    "apim-orders-prod.developer.azure-api.net",
    "apim-orders-prod.management.azure-api.net",
    "apim-orders-prod.scm.azure-api.net",
    "apim-orders-prod.portal.azure-api.net",
    "apim-orders-prod.configuration.azure-api.net",
    "apim-orders-prod-westeurope-01.regional.azure-api.net",
  ])
  name                = "@"
  zone_name           = each.value
  resource_group_name = "<dns-resource-group>"
  ttl                 = 300
  records             = azurerm_api_management.apim_orders_prod.private_ip_addresses
}

resource "azurerm_private_dns_a_record" "apim_westeurope_custom" {
  name                = "<record-of-the-custom-domain>"
  zone_name           = "<zone-of-the-custom-domain>"
  resource_group_name = "<dns-resource-group>"
  ttl                 = 300
  records             = azurerm_api_management.apim_orders_prod.private_ip_addresses
}

resource "azurerm_private_dns_a_record" "apim_northeurope" {
  for_each = toset([
    "apim-orders-prod-northeurope-01.regional.azure-api.net",
  ])
  name                = "@"
  zone_name           = each.value
  resource_group_name = "<dns-resource-group>"
  ttl                 = 300
  records             = one([for place in azurerm_api_management.apim_orders_prod.additional_location : place.private_ip_addresses if lower(replace(place.location, " ", "")) == "northeurope"])
}

resource "azurerm_private_dns_a_record" "apim_northeurope_custom" {
  name                = "<record-of-the-custom-domain>"
  zone_name           = "<zone-of-the-custom-domain>"
  resource_group_name = "<dns-resource-group>"
  ttl                 = 300
  records             = one([for place in azurerm_api_management.apim_orders_prod.additional_location : place.private_ip_addresses if lower(replace(place.location, " ", "")) == "northeurope"])
}

# ==== 7. Create the public IP addresses: after the migration (Network) ====
# See: Reliability in API Management, 2025-06-26, https://learn.microsoft.com/azure/reliability/reliability-api-management
# See: Network resources for injection, 2025-04-17, https://learn.microsoft.com/azure/api-management/virtual-network-injection-resources

resource "azurerm_public_ip" "apim_westeurope" {
  name                = "<public-ip-westeurope>"
  resource_group_name = "<network-resource-group-westeurope>"
  location            = "westeurope"
  sku                 = "Standard"
  ip_version          = "IPv4"
  allocation_method   = "Static"
  zones               = ["1", "2", "3"]
  domain_name_label   = "<dns-label-westeurope>"
}

resource "azurerm_public_ip" "apim_northeurope" {
  name                = "<public-ip-northeurope>"
  resource_group_name = "<network-resource-group-northeurope>"
  location            = "northeurope"
  sku                 = "Standard"
  ip_version          = "IPv4"
  allocation_method   = "Static"
  zones               = ["1", "2", "3"]
  domain_name_label   = "<dns-label-northeurope>"
}

# ==== 8. Configure zones and units: after the migration (API platform) ====
# The VIPs change. Zone numbers are logical: zone 1 can be a different datacenter in another subscription. An
# update in place: expect "0 to destroy" in the plan.
# See: Enable zone redundancy, 2024-11-13, https://learn.microsoft.com/azure/api-management/enable-availability-zone-support
# See: Reliability in API Management, 2025-06-26, https://learn.microsoft.com/azure/reliability/reliability-api-management
# See: REST specification, version 2024-05-01, 2024-05-01, https://github.com/Azure/azure-rest-api-specs/tree/main/specification/apimanagement

resource "azurerm_api_management" "apim_orders_prod" {
  # All other arguments stay unchanged.
  sku_name             = "Premium_6"
  zones                = ["1", "2", "3"]
  public_ip_address_id = azurerm_public_ip.apim_westeurope.id

  additional_location {
    location             = "northeurope"
    capacity             = 3
    zones                = ["1", "2", "3"]
    public_ip_address_id = azurerm_public_ip.apim_northeurope.id
    # Keep virtual_network_configuration of this location, if it has one.
  }
}

# With azapi, in the body of the instance. A list is sent as a whole: keep the other locations in it.
resource "azapi_resource" "apim_orders_prod" {
  # All other arguments stay unchanged.
  type = "Microsoft.ApiManagement/service@2024-05-01"
  body = {
    sku   = { name = "Premium", capacity = 6 }
    zones = ["1", "2", "3"]
    properties = {
      publicIpAddressId = azurerm_public_ip.apim_westeurope.id
      additionalLocations = [
        { location = "northeurope", sku = { name = "Premium", capacity = 3 }, zones = ["1", "2", "3"], publicIpAddressId = azurerm_public_ip.apim_northeurope.id },
      ]
    }
  }
}

# ==== 9. Update the DNS records: after the migration (DNS) ====
# See: Reliability in API Management, 2025-06-26, https://learn.microsoft.com/azure/reliability/reliability-api-management
# See: IP addresses of API Management, 2026-09-11, https://learn.microsoft.com/azure/api-management/api-management-howto-ip-addresses

# terraform apply -refresh-only, then terraform apply: the records of step 6 read the VIPs from the instance.

# ==== 10. Set autoscale: after the migration (API platform) ====
# See: Reliability in API Management, 2025-06-26, https://learn.microsoft.com/azure/reliability/reliability-api-management
# See: Autoscale an API Management instance, 2023-03-30, https://learn.microsoft.com/azure/api-management/api-management-howto-autoscale

resource "azurerm_monitor_autoscale_setting" "apim_orders_prod" {
  # All other arguments stay unchanged.
  enabled = true

  profile {
    # In scale_action of each rule: value = "3".

    capacity {
      default = 6
      minimum = 6
      maximum = 6
    }
  }
}
