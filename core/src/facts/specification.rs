//! The REST API that the commands call.

use super::sources::cites;
use crate::domain::Vip;

cites! {
    OPERATION = SPECIFICATION, "spec-2024-05.migrate", "Migrate to stv2",
        "POST migrateToStv2 with mode PreserveIp or NewIP; without a mode the address is kept; a long operation that answers 202.";
    WITH_DOWNTIME = SPECIFICATION_PREVIEW, "spec-2024-06-preview.downtime", "Migrate to stv2",
        "Under special conditions the call needs migrateWithDowntime=true, version 2024-06-01-preview, and keeps the address.";
    PAGE_COMMANDS = CLI_STEPS, "cli-steps-2024-08.commands", "Run the migration by Azure CLI",
        "The resource id by az apim show, then az rest on migrateToStv2 with the mode in the body.";
    PRECREATED_ANY = PRECREATED, "precreated-2024-08.scope", "Precreated IP address",
        "Every instance that can be reached on a public address has one set aside, in a network or not.";
    READ_SERVICE = SPECIFICATION, "spec-2024-05.get", "Get a service, network status",
        "GET shows provisioning state, platform, addresses and custom properties of the instance and its locations; networkstatus shows what each location can reach.";
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
