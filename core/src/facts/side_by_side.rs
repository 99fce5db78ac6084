//! Side-by-side deployment of a second instance, and the tools that copy the configuration.

use super::sources::cites;

cites! {
    PARALLEL = MIGRATE, "migrate-2024-03.parallel", "Alternative: side-by-side deployment",
        "A second instance on stv2, the configuration copied, traffic switched, the first one removed: full control of timing, checks and the way back, at the price of two instances meanwhile. Migration in place is preferred.";
    PARALLEL_WAY_BACK = MIGRATE, "migrate-2024-03.way-back", "Rollback",
        "Only a parallel instance lets the owner go back by hand.";
    BACKUP_RULES = BACKUP, "backup-2020-02.rules", "Restore",
        "A backup lasts 30 days, restores into the same tier only, takes 30 minutes or more, and nothing should be changed while it runs.";
    BACKUP_LACKS = BACKUP, "backup-2020-02.lacks", "What is not backed up",
        "Not in a backup: certificates of custom domains, uploaded CA certificates, developer portal content, network settings, usage data.";
    BACKUP_STORAGE = BACKUP, "backup-2020-02.storage", "Storage networking constraints",
        "For backup and restore, a storage account with a firewall in the same region does not work; one in another region does.";
    BACKUP_TIERS = BACKUP_2025, "backup-2025-12.tiers", "Backup and restore",
        "Backup exists in Developer, Basic, Standard and Premium, not in Consumption or the v2 tiers.";
    PORTAL_SCRIPT = PORTAL_CONTENT, "portal-content-2025-10.script", "Migrate portal content",
        "A script copies the content of the developer portal; it empties the target first, and does not copy from classic to v2 tiers.";
    NEW_IDENTITY = COPY_GUIDE, "copy-guide-2023-11.identity", "Managed identity",
        "A new instance has a new system-assigned identity: grants must be made again; custom names are not restored; self-hosted gateways are deployed anew against the new endpoint.";
    SELF_HOSTED_RULES = SELF_HOSTED, "self-hosted-2025-09.connectivity", "Connectivity to Azure",
        "A self-hosted gateway reaches its configuration endpoint and the instance's public address on 443; cut off, it goes on with the last configuration.";
    CONTRIBUTOR = ROLES, "roles-2024-07.contributor", "Built-in service roles",
        "The built-in Service Contributor role has full access to the service.";
    TRUSTED_BYPASS = TRUSTED_SERVICES, "trusted-services-2026-01.change", "Is my service affected",
        "Since 15 March 2026 the gateway no longer passes firewalls of Storage, Key Vault and its managed HSM, Service Bus, Event Hubs and Container Registry as a trusted service; instances made since 1 December 2025 never did.";
}
