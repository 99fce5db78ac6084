# apim-core: the change for Terraform.
# From public documentation, not from Microsoft. Nothing here deletes a resource.
# Add each part to your configuration when its time has come, with the labels that you use. Where a resource is
# in your configuration already, change the arguments there. Replace the names in angle brackets.

# ==== 1. Guard the instance in code: now (API platform) ====
# Terraform deletes and creates the instance again if an argument changes that forces a replacement. If a plan
# shows "must be replaced" for the instance, do not apply.
# See: Terraform provider azurerm: source of azurerm_api_management, 2026-11-28, https://github.com/hashicorp/terraform-provider-azurerm/blob/0413b3d91b67091ec166003e3c5941d772c7f286/internal/services/apimanagement/api_management_resource.go
# See: REST specification, version 2024-05-01, 2024-05-01, https://github.com/Azure/azure-rest-api-specs/tree/main/specification/apimanagement

resource "azurerm_api_management" "apim_core" {
  # All other arguments stay unchanged.

  lifecycle {
    prevent_destroy = true
  }
}

# With azapi:
resource "azapi_resource" "apim_core" {
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

# ==== 2. Create the public IP addresses: as a change of its own (Network) ====
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

# ==== 3. Configure zones and units: as a change of its own (API platform) ====
# The VIPs change. Zone numbers are logical: select those that you want of 1, 2 and 3. An update in place:
# expect "0 to destroy" in the plan.
# See: Enable zone redundancy, 2024-11-13, https://learn.microsoft.com/azure/api-management/enable-availability-zone-support
# See: Reliability in API Management, 2025-06-26, https://learn.microsoft.com/azure/reliability/reliability-api-management
# See: REST specification, version 2024-05-01, 2024-05-01, https://github.com/Azure/azure-rest-api-specs/tree/main/specification/apimanagement

resource "azurerm_api_management" "apim_core" {
  # All other arguments stay unchanged.
  sku_name             = "Premium_4"
  zones                = ["1", "2"]
  public_ip_address_id = azurerm_public_ip.apim_westeurope.id
}

# With azapi, in the body of the instance. A list is sent as a whole: keep the other locations in it.
resource "azapi_resource" "apim_core" {
  # All other arguments stay unchanged.
  type = "Microsoft.ApiManagement/service@2024-05-01"
  body = {
    sku   = { name = "Premium", capacity = 4 }
    zones = ["1", "2"]
    properties = {
      publicIpAddressId = azurerm_public_ip.apim_westeurope.id
    }
  }
}

# ==== 4. Update the DNS records: as a change of its own (DNS) ====
# If Terraform does not manage a record yet, import it first: creating a record that exists fails.
# See: Reliability in API Management, 2025-06-26, https://learn.microsoft.com/azure/reliability/reliability-api-management
# See: IP addresses of API Management, 2026-09-11, https://learn.microsoft.com/azure/api-management/api-management-howto-ip-addresses

resource "azurerm_dns_a_record" "apim_westeurope_custom" {
  name                = "<record-of-the-custom-domain>"
  zone_name           = "<zone-of-the-custom-domain>"
  resource_group_name = "<dns-resource-group>"
  ttl                 = 300
  records             = azurerm_api_management.apim_core.public_ip_addresses
}

# ==== 5. Create the public IP addresses: as a change of its own (Network) ====
# See: Reliability in API Management, 2025-06-26, https://learn.microsoft.com/azure/reliability/reliability-api-management
# See: Network resources for injection, 2025-04-17, https://learn.microsoft.com/azure/api-management/virtual-network-injection-resources

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

# ==== 6. Add northeurope: as a change of its own (API platform) ====
# Zone numbers are logical: select those that you want of 1, 2 and 3. An update in place: expect "0 to destroy"
# in the plan.
# See: Enable zone redundancy, 2024-11-13, https://learn.microsoft.com/azure/api-management/enable-availability-zone-support
# See: Reliability in API Management, 2025-06-26, https://learn.microsoft.com/azure/reliability/reliability-api-management
# See: REST specification, version 2024-05-01, 2024-05-01, https://github.com/Azure/azure-rest-api-specs/tree/main/specification/apimanagement

resource "azurerm_api_management" "apim_core" {
  # All other arguments stay unchanged.

  additional_location {
    location             = "northeurope"
    capacity             = 4
    zones                = ["1", "2"]
    public_ip_address_id = azurerm_public_ip.apim_northeurope.id

    virtual_network_configuration {
      subnet_id = "<subnet-id-northeurope>"
    }
  }
}

# With azapi, in the body of the instance. A list is sent as a whole: keep the other locations in it.
resource "azapi_resource" "apim_core" {
  # All other arguments stay unchanged.
  type = "Microsoft.ApiManagement/service@2024-05-01"
  body = {
    properties = {
      additionalLocations = [
        { location = "northeurope", sku = { name = "Premium", capacity = 4 }, zones = ["1", "2"], publicIpAddressId = azurerm_public_ip.apim_northeurope.id, virtualNetworkConfiguration = { subnetResourceId = "<subnet-id-northeurope>" } },
      ]
    }
  }
}

# ==== 7. Set autoscale: as a change of its own (API platform) ====
# See: Reliability in API Management, 2025-06-26, https://learn.microsoft.com/azure/reliability/reliability-api-management
# See: Autoscale an API Management instance, 2023-03-30, https://learn.microsoft.com/azure/api-management/api-management-howto-autoscale

resource "azurerm_monitor_autoscale_setting" "apim_core" {
  # All other arguments stay unchanged.
  enabled = true

  profile {
    # In scale_action of each rule: value = "2".

    capacity {
      default = 4
      minimum = 4
      maximum = 8
    }
  }
}
