//! Side-by-side deployment of a second instance, and the tools that copy the configuration.

use super::sources::cites;

cites! {
    PARALLEL = MIGRATE, "migrate-2024-03.parallel", "Alternative: side-by-side deployment",
        "Create a second instance on stv2, copy the configuration, switch traffic and delete the first one: you control timing, validation and rollback, and pay for two instances; migration in place is preferred.";
    PARALLEL_WAY_BACK = MIGRATE, "migrate-2024-03.way-back", "Rollback",
        "Only a side-by-side deployment can be rolled back manually.";
    BACKUP_RULES = BACKUP, "backup-2020-02.rules", "Restore",
        "A backup is valid for 30 days, can be restored in the same tier only, takes 30 minutes or more, and nothing should be changed meanwhile.";
    BACKUP_LACKS = BACKUP, "backup-2020-02.lacks", "What is not backed up",
        "A backup does not contain certificates of custom domains, uploaded CA certificates, developer portal content, network settings and usage data.";
    BACKUP_STORAGE = BACKUP, "backup-2020-02.storage", "Storage networking constraints",
        "Backup and restore do not work with a storage account in the same region that has a firewall, but with one in another region.";
    BACKUP_TIERS = BACKUP_2025, "backup-2025-12.tiers", "Backup and restore",
        "Developer, Basic, Standard and Premium support backup; Consumption and the v2 tiers do not.";
    PORTAL_SCRIPT = PORTAL_CONTENT, "portal-content-2025-10.script", "Migrate portal content",
        "A script copies the content of the developer portal; it deletes the target's content first, and does not copy from classic to v2 tiers.";
    NEW_IDENTITY = COPY_GUIDE, "copy-guide-2023-11.identity", "Managed identity",
        "A new instance has a new system-assigned managed identity: assign its roles again; custom domains are not restored; self-hosted gateways are deployed again with the new endpoint.";
    SELF_HOSTED_RULES = SELF_HOSTED, "self-hosted-2025-09.connectivity", "Connectivity to Azure",
        "A self-hosted gateway connects to its configuration endpoint and the instance's public IP address on 443; without a connection it keeps the last configuration.";
    CONTRIBUTOR = ROLES, "roles-2024-07.contributor", "Built-in service roles",
        "The built-in role API Management Service Contributor has full access to the instance.";
    TRUSTED_BYPASS = TRUSTED_SERVICES, "trusted-services-2026-01.change", "Is my service affected",
        "Since 15 Mar 2026, the gateway is no longer a trusted service in firewalls of Storage, Key Vault (managed HSM too), Service Bus, Event Hubs and Container Registry; instances created since 1 Dec 2025 never were.";
}
