//! Every document, once. A revision that says something else is an entry of its own.

use crate::cite::{Citation, Dated, Page};

/// The day on which all of these were read.
const CHECKED: &str = "2026-11-21";

/// The day on which the sources of infrastructure as code were read.
const CHECKED_CODE: &str = "2026-11-28";

/// The date of a document: its own, or none, in which case the day on which the copy was read stands beside it.
macro_rules! dated {
    (undated) => {
        Dated::UndatedCopy(CHECKED)
    };
    ($day:literal) => {
        Dated::On($day)
    };
}

/// Declares documents, and the list of all of them.
macro_rules! pages {
    ($($name:ident = $id:literal, $title:literal, $url:literal, $dated:tt, baseline: $baseline:literal $(, checked: $checked:ident)?;)*) => {
        $(#[doc = $title]
        pub static $name: Page = Page {
            id: $id, title: $title, url: $url, dated: dated!($dated), checked: pages!(@checked $($checked)?), baseline: $baseline,
        };)*

        /// Every page, the primary ones first.
        pub static ALL: &[&Page] = &[$(&$name),*];
    };
    (@checked) => { CHECKED };
    (@checked $checked:ident) => { $checked };
}

pages! {
    S000 = "S000", "Compute platform",
        "https://learn.microsoft.com/azure/api-management/compute-infrastructure", "2022-03-16", baseline: true;
    S001 = "S001", "Hosting platform",
        "https://learn.microsoft.com/azure/api-management/compute-infrastructure", "2021-08-10", baseline: true;
    S002 = "S002", "Migrate a VNet-injected instance",
        "https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet", "2024-08-19", baseline: true;
    S003 = "S003", "Enable zone redundancy",
        "https://learn.microsoft.com/azure/api-management/enable-availability-zone-support", "2024-11-13", baseline: true;
    S004 = "S004", "Reliability in API Management",
        "https://learn.microsoft.com/azure/reliability/reliability-api-management", "2025-06-26", baseline: true;
    NO_VNET = "no-vnet-2024-03", "Migrate an instance that is not VNet-injected",
        "https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-no-vnet", "2024-03-14", baseline: false;
    NO_VNET_FEBRUARY = "no-vnet-2024-02", "Migrate an instance that is not VNet-injected, earlier revision",
        "https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-no-vnet", "2024-02-13", baseline: false;
    VNET_NOVEMBER = "vnet-2024-11", "Migrate a VNet-injected instance, later revision",
        "https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet", "2024-11-04", baseline: false;
    MIGRATE = "migrate-2024-03", "Migrate from stv1 to stv2: the options",
        "https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2", "2024-03-14", baseline: false;
    COEXIST = "coexist-2024-02", "Coexistence of old and new compute (shared text)",
        "https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet", "2024-02-13", baseline: false;
    CLI_STEPS = "cli-steps-2024-08", "Migration by command line (shared text)",
        "https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet", "2024-08-09", baseline: false;
    PRECREATED = "precreated-2024-08", "Precreated IP address (shared text)",
        "https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet", "2024-08-29", baseline: false;
    SUPPORT = "support-2024-02", "Help with the migration (shared text)",
        "https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2-vnet", "2024-02-13", baseline: false;
    COMPUTE_2024 = "compute-2024-03", "Compute platform, later revision",
        "https://learn.microsoft.com/azure/api-management/compute-infrastructure", "2024-03-26", baseline: false;
    COMPUTE_2023 = "compute-2023-09", "Compute platform, revision of 2023",
        "https://learn.microsoft.com/azure/api-management/compute-infrastructure", "2023-09-18", baseline: false;
    RETIREMENT = "retirement-2024-08", "Retirement of stv1",
        "https://learn.microsoft.com/azure/api-management/breaking-changes/stv1-platform-retirement-august-2024", "2024-08-28", baseline: false;
    RETIREMENT_SOVEREIGN = "retirement-sovereign-2024-08", "Retirement of stv1, Government and 21Vianet",
        "https://learn.microsoft.com/azure/api-management/breaking-changes/stv1-platform-retirement-sovereign-clouds-february-2025", "2024-08-28", baseline: false;
    AUTOMATIC = "automatic-2025-03", "Automatic migration (shared text)",
        "https://learn.microsoft.com/azure/api-management/breaking-changes/stv1-platform-retirement-august-2024", "2025-03-11", baseline: false;
    AUTOMATIC_FEBRUARY = "automatic-2025-02", "Automatic migration, earlier revision (shared text)",
        "https://learn.microsoft.com/azure/api-management/breaking-changes/stv1-platform-retirement-august-2024", "2025-02-21", baseline: false;
    PORTS = "ports-2025-06", "Virtual network reference",
        "https://learn.microsoft.com/azure/api-management/virtual-network-reference", "2025-06-17", baseline: false;
    NETWORK = "network-2025-04", "Network resources for injection",
        "https://learn.microsoft.com/azure/api-management/virtual-network-injection-resources", "2025-04-17", baseline: false;
    EXTERNAL = "external-2026-01", "Deploy in a virtual network, external mode",
        "https://learn.microsoft.com/azure/api-management/api-management-using-with-vnet", "2026-01-08", baseline: false;
    INTERNAL = "internal-2026-08", "Deploy in a virtual network, internal mode",
        "https://learn.microsoft.com/azure/api-management/api-management-using-with-internal-vnet", "2026-08-24", baseline: false;
    UPDATE = "update-2026-04", "Network and scale updates (shared text)",
        "https://learn.microsoft.com/azure/api-management/api-management-using-with-vnet", "2026-04-09", baseline: false;
    PUBLIC_IP_2024 = "public-ip-2024-05", "Public IP resource by network mode (shared text)",
        "https://learn.microsoft.com/azure/api-management/api-management-using-with-vnet", "2024-05-13", baseline: false;
    ADDRESSES = "addresses-2026-09", "IP addresses of API Management",
        "https://learn.microsoft.com/azure/api-management/api-management-howto-ip-addresses", "2026-09-11", baseline: false;
    MULTI_REGION = "multi-region-2025-06", "Deploy to several regions",
        "https://learn.microsoft.com/azure/api-management/api-management-howto-deploy-multi-region", "2025-06-28", baseline: false;
    ROLES = "roles-2024-07", "Role-based access control",
        "https://learn.microsoft.com/azure/api-management/api-management-role-based-access-control", "2024-07-10", baseline: false;
    SELF_HOSTED = "self-hosted-2025-09", "Self-hosted gateway overview",
        "https://learn.microsoft.com/azure/api-management/self-hosted-gateway-overview", "2025-09-30", baseline: false;
    BACKUP = "backup-2020-02", "Backup and restore",
        "https://learn.microsoft.com/azure/api-management/api-management-howto-disaster-recovery-backup-restore", "2020-02-03", baseline: false;
    BACKUP_2025 = "backup-2025-12", "Backup and restore, later revision",
        "https://learn.microsoft.com/azure/api-management/api-management-howto-disaster-recovery-backup-restore", "2025-12-18", baseline: false;
    PORTAL_CONTENT = "portal-content-2025-10", "Migrate developer portal content",
        "https://learn.microsoft.com/azure/api-management/automate-portal-deployments", "2025-10-01", baseline: false;
    COPY_GUIDE = "copy-guide-2023-11", "Copying an instance (Tech Community guide)",
        "https://techcommunity.microsoft.com/category/azure/blog/azurepaasblog", "2023-11-02", baseline: false;
    V2_TIERS = "v2-tiers-2025-11", "v2 tiers overview",
        "https://learn.microsoft.com/azure/api-management/v2-service-tiers-overview", "2025-11-21", baseline: false;
    FEATURES = "features-2025-11", "Features by tier",
        "https://learn.microsoft.com/azure/api-management/api-management-features", "2025-11-11", baseline: false;
    BREAKING = "breaking-2026-07", "Breaking changes: the list",
        "https://learn.microsoft.com/azure/api-management/breaking-changes/overview", "2026-07-23", baseline: false;
    TRUSTED_SERVICES = "trusted-services-2026-01", "Trusted service connectivity retirement",
        "https://learn.microsoft.com/azure/api-management/breaking-changes/trusted-service-connectivity-retirement-march-2026", "2026-01-15", baseline: false;
    SPECIFICATION = "spec-2024-05", "REST specification, version 2024-05-01",
        "https://github.com/Azure/azure-rest-api-specs/tree/main/specification/apimanagement", "2024-05-01", baseline: false;
    SPECIFICATION_PREVIEW = "spec-2024-06-preview", "REST specification, version 2024-06-01-preview",
        "https://github.com/Azure/azure-rest-api-specs/tree/main/specification/apimanagement", "2024-06-01", baseline: false;
    REGIONS_2025 = "regions-2025-03", "Azure regions list",
        "https://learn.microsoft.com/azure/reliability/regions-list", "2025-03-21", baseline: false;
    REGIONS_2025_SEPTEMBER = "regions-2025-09", "Azure regions list, later revision",
        "https://learn.microsoft.com/azure/reliability/regions-list", "2025-09-23", baseline: false;
    REGIONS_2024 = "regions-2024-11", "Regions that support availability zones",
        "https://learn.microsoft.com/azure/reliability/availability-zones-region-support", "2024-11-20", baseline: false;
    POLICY = "policy", "Built-in policy: platform version should be stv2",
        "https://learn.microsoft.com/azure/governance/policy/samples/built-in-policies", undated, baseline: false;
    RELIABILITY_2026 = "reliability-2026-01", "Reliability in API Management, later revision",
        "https://learn.microsoft.com/azure/reliability/reliability-api-management", "2026-01-09", baseline: false;
    RELIABILITY_JULY = "reliability-2025-07", "Reliability in API Management, revision of July 2025",
        "https://learn.microsoft.com/azure/reliability/reliability-api-management", "2025-07-17", baseline: false;
    ZONES_2025 = "zones-2025-06", "Enable availability zone support",
        "https://learn.microsoft.com/azure/api-management/enable-availability-zone-support", "2025-06-05", baseline: false;
    ZONES_2025_LATER = "zones-2025-06-26", "Enable availability zone support, later revision",
        "https://learn.microsoft.com/azure/api-management/enable-availability-zone-support", "2025-06-26", baseline: false;
    ZONES_COPY = "zones-copy-2026", "Enable availability zone support, copy of 2026",
        "https://learn.microsoft.com/azure/api-management/enable-availability-zone-support", undated, baseline: false;
    REGIONS_COPY = "regions-copy-2026", "Azure regions list, copy of 2026",
        "https://learn.microsoft.com/azure/reliability/regions-list", undated, baseline: false;
    UPGRADE = "upgrade", "Upgrade and scale an API Management instance",
        "https://learn.microsoft.com/azure/api-management/upgrade-and-scale", undated, baseline: false;
    LIMITS = "limits-2025-09", "Service limits",
        "https://learn.microsoft.com/azure/azure-resource-manager/management/azure-subscription-service-limits", "2025-09-09", baseline: false;
    LIMITS_2023 = "limits-2023-06", "Service limits, earlier revision",
        "https://learn.microsoft.com/azure/azure-resource-manager/management/azure-subscription-service-limits", "2023-06-27", baseline: false;
    LIMITS_COPY = "limits-copy-2026", "API Management service limits, copy of 2026",
        "https://learn.microsoft.com/azure/api-management/service-limits", undated, baseline: false;
    CAPACITY_METRIC = "capacity-2024-10", "Capacity of an API Management instance",
        "https://learn.microsoft.com/azure/api-management/api-management-capacity", "2024-10-01", baseline: false;
    AUTOSCALE = "autoscale-2023-03", "Autoscale an API Management instance",
        "https://learn.microsoft.com/azure/api-management/api-management-howto-autoscale", "2023-03-30", baseline: false;
    NETWORK_V2 = "network-v2-2025-10", "Inject a Premium v2 instance in a virtual network",
        "https://learn.microsoft.com/azure/api-management/inject-vnet-v2", "2025-10-08", baseline: false;
    AZURERM = "azurerm-2026-11", "Terraform provider azurerm: source of azurerm_api_management",
        "https://github.com/hashicorp/terraform-provider-azurerm/blob/0413b3d91b67091ec166003e3c5941d772c7f286/internal/services/apimanagement/api_management_resource.go", "2026-11-28", baseline: false, checked: CHECKED_CODE;
    BICEP_DEFAULTS = "bicep-2026-03", "Bicep, issue 19164: properties that a deployment omits",
        "https://github.com/Azure/bicep/issues/19164", "2026-03-09", baseline: false, checked: CHECKED_CODE;
}

/// Declares citations. The id of a citation starts with the id of its document.
macro_rules! cites {
    ($($name:ident = $page:ident, $id:literal, $heading:literal, $says:literal;)*) => {
        $(#[doc = $says]
        pub static $name: $crate::cite::Citation = $crate::cite::Citation {
            id: $id,
            page: &$crate::facts::sources::$page,
            heading: $heading,
            says: $says,
        };)*

        /// Every citation of this file.
        pub(crate) static CITATIONS: &[&$crate::cite::Citation] = &[$(&$name),*];
    };
}
pub(crate) use cites;

/// Every citation, file by file.
pub fn citations() -> impl Iterator<Item = &'static Citation> {
    [
        super::code::CITATIONS,
        super::migration::CITATIONS,
        super::network::CITATIONS,
        super::platform::CITATIONS,
        super::ports::CITATIONS,
        super::regions::CITATIONS,
        super::retirement::CITATIONS,
        super::side_by_side::CITATIONS,
        super::specification::CITATIONS,
        super::disagreements_capacity::CITATIONS,
        super::reliability::CITATIONS,
        super::tiers::CITATIONS,
        super::zones::CITATIONS,
    ]
    .into_iter()
    .flatten()
    .copied()
}
