//! The regions that have availability zones, and those that have none.

use super::sources::cites;
use crate::cite::Citation;

cites! {
    REGION_LIST = REGIONS_2025, "regions-2025-03.list", "Azure regions",
        "Lists the regions that have availability zones, and those that have none.";
    REGION_LIST_SEPTEMBER = REGIONS_2025_SEPTEMBER, "regions-2025-09.list", "Azure regions",
        "Adds Austria East, Chile Central and Malaysia West, which have zones.";
    REGION_LIST_COPY = REGIONS_COPY, "regions-copy-2026.list", "Azure regions",
        "Adds Belgium Central, which has zones.";
    REGION_LIST_SOVEREIGN = REGIONS_2024, "regions-2024-11.list", "Regions with availability zones",
        "In the sovereign clouds, US Gov Virginia and China North 3 have zones; no other region is listed.";
}

/// What is known of a region.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Region {
    /// The name in resources: `westeurope`.
    pub name: &'static str,
    /// The display name: `West Europe`.
    pub title: &'static str,
    /// Whether it has availability zones.
    pub zones: bool,
    /// The documentation that says so.
    pub by: &'static Citation,
}

const fn with(name: &'static str, title: &'static str, by: &'static Citation) -> Region {
    Region { name, title, zones: true, by }
}

const fn without(name: &'static str, title: &'static str, by: &'static Citation) -> Region {
    Region { name, title, zones: false, by }
}

/// Every region in the lists, in alphabetical order of `name`.
pub static REGIONS: &[Region] = &[
    without("australiacentral", "Australia Central", &REGION_LIST),
    without("australiacentral2", "Australia Central 2", &REGION_LIST),
    with("australiaeast", "Australia East", &REGION_LIST),
    without("australiasoutheast", "Australia Southeast", &REGION_LIST),
    with("austriaeast", "Austria East", &REGION_LIST_SEPTEMBER),
    with("belgiumcentral", "Belgium Central", &REGION_LIST_COPY),
    with("brazilsouth", "Brazil South", &REGION_LIST),
    without("brazilsoutheast", "Brazil Southeast", &REGION_LIST),
    with("canadacentral", "Canada Central", &REGION_LIST),
    without("canadaeast", "Canada East", &REGION_LIST),
    with("centralindia", "Central India", &REGION_LIST),
    with("centralus", "Central US", &REGION_LIST),
    with("chilecentral", "Chile Central", &REGION_LIST_SEPTEMBER),
    without("chinaeast", "China East", &REGION_LIST_SOVEREIGN),
    without("chinaeast2", "China East 2", &REGION_LIST_SOVEREIGN),
    without("chinaeast3", "China East 3", &REGION_LIST_SOVEREIGN),
    without("chinanorth", "China North", &REGION_LIST_SOVEREIGN),
    without("chinanorth2", "China North 2", &REGION_LIST_SOVEREIGN),
    with("chinanorth3", "China North 3", &REGION_LIST_SOVEREIGN),
    with("eastasia", "East Asia", &REGION_LIST),
    with("eastus", "East US", &REGION_LIST),
    with("eastus2", "East US 2", &REGION_LIST),
    with("francecentral", "France Central", &REGION_LIST),
    without("francesouth", "France South", &REGION_LIST),
    without("germanynorth", "Germany North", &REGION_LIST),
    with("germanywestcentral", "Germany West Central", &REGION_LIST),
    with("indonesiacentral", "Indonesia Central", &REGION_LIST),
    with("israelcentral", "Israel Central", &REGION_LIST),
    with("italynorth", "Italy North", &REGION_LIST),
    with("japaneast", "Japan East", &REGION_LIST),
    with("japanwest", "Japan West", &REGION_LIST),
    with("koreacentral", "Korea Central", &REGION_LIST),
    without("koreasouth", "Korea South", &REGION_LIST),
    with("malaysiawest", "Malaysia West", &REGION_LIST_SEPTEMBER),
    with("mexicocentral", "Mexico Central", &REGION_LIST),
    with("newzealandnorth", "New Zealand North", &REGION_LIST),
    without("northcentralus", "North Central US", &REGION_LIST),
    with("northeurope", "North Europe", &REGION_LIST),
    with("norwayeast", "Norway East", &REGION_LIST),
    without("norwaywest", "Norway West", &REGION_LIST),
    with("polandcentral", "Poland Central", &REGION_LIST),
    with("qatarcentral", "Qatar Central", &REGION_LIST),
    with("southafricanorth", "South Africa North", &REGION_LIST),
    without("southafricawest", "South Africa West", &REGION_LIST),
    with("southcentralus", "South Central US", &REGION_LIST),
    with("southeastasia", "Southeast Asia", &REGION_LIST),
    without("southindia", "South India", &REGION_LIST),
    with("spaincentral", "Spain Central", &REGION_LIST),
    with("swedencentral", "Sweden Central", &REGION_LIST),
    with("switzerlandnorth", "Switzerland North", &REGION_LIST),
    without("switzerlandwest", "Switzerland West", &REGION_LIST),
    without("uaecentral", "UAE Central", &REGION_LIST),
    with("uaenorth", "UAE North", &REGION_LIST),
    with("uksouth", "UK South", &REGION_LIST),
    without("ukwest", "UK West", &REGION_LIST),
    without("usdodcentral", "US DoD Central", &REGION_LIST_SOVEREIGN),
    without("usdodeast", "US DoD East", &REGION_LIST_SOVEREIGN),
    without("usgovarizona", "US Gov Arizona", &REGION_LIST_SOVEREIGN),
    without("usgovtexas", "US Gov Texas", &REGION_LIST_SOVEREIGN),
    with("usgovvirginia", "US Gov Virginia", &REGION_LIST_SOVEREIGN),
    without("westcentralus", "West Central US", &REGION_LIST),
    with("westeurope", "West Europe", &REGION_LIST),
    without("westindia", "West India", &REGION_LIST),
    without("westus", "West US", &REGION_LIST),
    with("westus2", "West US 2", &REGION_LIST),
    with("westus3", "West US 3", &REGION_LIST),
];

/// What is known of a region, by its normalised name. `None` means "not known", never "no zones".
pub fn region(name: &str) -> Option<&'static Region> {
    REGIONS.binary_search_by(|region| region.name.cmp(name)).ok().and_then(|at| REGIONS.get(at))
}
