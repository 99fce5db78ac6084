//! The REST API that the commands call.

use super::sources::cites;
use crate::domain::Vip;

cites! {
    OPERATION = SPECIFICATION, "spec-2024-05.migrate", "Migrate to stv2",
        "POST migrateToStv2 with mode PreserveIp or NewIP; without a mode the VIP is preserved; a long-running operation that answers 202.";
    WITH_DOWNTIME = SPECIFICATION_PREVIEW, "spec-2024-06-preview.downtime", "Migrate to stv2",
        "Under special conditions the request needs migrateWithDowntime=true with API version 2024-06-01-preview, and preserves the VIP.";
    PAGE_COMMANDS = CLI_STEPS, "cli-steps-2024-08.commands", "Run the migration by Azure CLI",
        "Read the resource id with az apim show, then call migrateToStv2 with az rest and the mode in the body.";
    PRECREATED_ANY = PRECREATED, "precreated-2024-08.scope", "Precreated IP address",
        "Every instance with a public endpoint has a precreated IP address, in a virtual network or not.";
    READ_SERVICE = SPECIFICATION, "spec-2024-05.get", "Get a service, network status",
        "GET returns provisioning state, platform, IP addresses and custom properties of the instance and its locations; networkstatus returns what each location can connect to.";
}

/// The stable version whose migration operation takes a mode.
pub const API_VERSION: &str = "2024-05-01";
/// The version that has the parameter to accept downtime.
pub const API_VERSION_WITH_DOWNTIME: &str = "2024-06-01-preview";

/// The mode as the specification spells it; the documentation uses three other spellings.
pub const fn mode(vip: Vip) -> &'static str {
    match vip {
        Vip::Preserve => "PreserveIp",
        Vip::New => "NewIP",
    }
}
