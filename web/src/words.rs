//! Model value to words and icon: the only place that phrases an enum.

use apim_plan::{
    AddressChange, Answer, Autoscale, Certainty, Cloud, Day, DnsRecord, Field, Firewall, Layout, Location, Minutes, Owner, Phase,
    PlanRequest, PlatformVersion, RegionName, Role, Severity, Status, Tier, Tool, UpdateTool, Verdict, Vip, Vnet,
};
use strum::IntoEnumIterator;

use crate::ui::{Choice, Sign};

/// What stands below every view.
pub const FOOT: &str = concat!(
    "Computed in this browser; nothing is sent. Rules ",
    env!("CARGO_PKG_VERSION"),
    ". A plan from public pages, not from Microsoft."
);

const fn choice<T: Copy>(value: T, label: &'static str) -> Choice<T> {
    Choice { value, label }
}

/// A question of the page: those that the plan counts, and those that only help.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Question {
    /// One that the plan counts among its open questions.
    Counted(Field),
    /// Which cloud.
    Cloud,
    /// The day the instance was created.
    CreatedOn,
    /// The day of its last update.
    UpdatedOn,
    /// What that update was made with.
    UpdatedWith,
    /// The instance's name.
    Name,
    /// Its resource group.
    ResourceGroup,
    /// Its subscription.
    SubscriptionId,
}

impl Question {
    /// Every question, in the order of the page.
    pub fn all() -> impl Iterator<Item = Self> {
        Field::iter().map(Self::Counted).chain([
            Self::Cloud,
            Self::CreatedOn,
            Self::UpdatedOn,
            Self::UpdatedWith,
            Self::Name,
            Self::ResourceGroup,
            Self::SubscriptionId,
        ])
    }

    /// Its id on the page, which links point at: `q-downtimeAllowed`.
    pub fn id(self) -> String {
        let name: &str = match self {
            Self::Counted(field) => field.into(),
            Self::Cloud => "cloud",
            Self::CreatedOn => "createdOn",
            Self::UpdatedOn => "updatedOn",
            Self::UpdatedWith => "updatedWith",
            Self::Name => "name",
            Self::ResourceGroup => "resourceGroup",
            Self::SubscriptionId => "subscriptionId",
        };
        format!("q-{}", name.replace('.', "-"))
    }

    /// How it is asked.
    pub const fn words(self) -> Asked {
        match self {
            Self::Counted(field) => asked(field),
            Self::Cloud => say("Cloud", "Cloud", "Retirement dates and regions differ."),
            Self::CreatedOn => say("Created on", "Created on", "Only helps to guess the platform."),
            Self::UpdatedOn => {
                say("Last updated on", "Last update", "Network, zone or scale changes; only helps to guess the platform.")
            }
            Self::UpdatedWith => {
                say("Updated with", "Updated with", "An update by a recent tool can itself have moved the instance.")
            }
            Self::Name => say("Name of the instance", "Name", "Stays in this browser; a link never carries it."),
            Self::ResourceGroup => say("Resource group", "Resource group", "Stays in this browser as well."),
            Self::SubscriptionId => say("Subscription id", "Subscription", "Stays in this browser as well."),
        }
    }
}

/// A part of a location that is, or is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::EnumIter, strum::IntoStaticStr)]
#[strum(serialize_all = "camelCase")]
pub enum Flag {
    /// Not there yet.
    New,
    /// Has a public IP resource of its own.
    PublicIp,
    /// Its subnet is delegated.
    Delegated,
    /// Its subnet is held by a resource lock.
    Locked,
    /// Its subnet has a network security group.
    NetworkSecurityGroup,
    /// Its subnet has the service endpoints.
    ServiceEndpoints,
}

/// How a question is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    /// The question itself.
    pub label: &'static str,
    /// In two or three words, for lists.
    pub short: &'static str,
    /// One line of help.
    pub help: &'static str,
}

const fn say(label: &'static str, short: &'static str, help: &'static str) -> Asked {
    Asked { label, short, help }
}

const fn asked(field: Field) -> Asked {
    match field {
        Field::Tier => say("Tier", "Tier", "On the Overview page of the portal."),
        Field::Platform => {
            say("Compute platform", "Compute platform", "The property platformVersion. Not to be mixed up with the v2 tiers.")
        }
        Field::Vnet => say("Network mode", "Network mode", "Is the gateway inside a virtual network, and who can reach it?"),
        Field::ModifyInstance => say("May this instance be changed?", "May be changed", "No means a second instance beside it."),
        Field::Locations => say("Regions", "Regions", "The first is the primary. Units and subnets decide what fits."),
        Field::CustomDomains => say("Custom domains", "Custom domains", "Names of your own in front of the gateway."),
        Field::CustomDomainRecord => say(
            "They point at the gateway by",
            "Kind of record",
            "An A record holds the address itself and must be changed by hand.",
        ),
        Field::DnsChangeMinutes => {
            say("A DNS change takes", "Time of a DNS change", "From the decision until clients follow it, TTL included.")
        }
        Field::Firewall => say("Firewall in the path", "Firewall", "Forced tunnel: all outbound traffic goes through it."),
        Field::IpDependencies => {
            say("Does anyone pin its addresses?", "Addresses pinned", "Allow-lists, backends or partners that name an address.")
        }
        Field::DowntimeAllowed => {
            say("Gateway downtime", "Gateway downtime", "15 to 20 minutes, once, are the price of the address in most cases.")
        }
        Field::NonBusinessHours => say(
            "Can it be done outside business hours?",
            "Outside business hours",
            "Yes makes a short downtime acceptable, and words the schedule.",
        ),
        Field::ValidateFirst => say(
            "Must the new gateway be tested before live traffic?",
            "Test before live traffic",
            "Yes asks for old and new compute side by side.",
        ),
        Field::NewSubnet => say("Can another subnet be had?", "Another subnet", "One in each region, same subscription."),
        Field::ReturnToOriginalSubnet => say(
            "Must it end in today's subnet?",
            "End in today's subnet",
            "Yes means two runs where another subnet is used on the way.",
        ),
        Field::KeyVaultBlocked => {
            say("Is Key Vault blocked from these subnets?", "Key Vault blocked", "Yes rules out today's subnet.")
        }
        Field::SpecialVnetConditions => say(
            "Special conditions in the virtual network?",
            "Special conditions",
            "The portal tells when you press Verify. Yes costs about an hour more in today's subnet.",
        ),
        Field::SelfHostedGateways => say(
            "Self-hosted gateways?",
            "Self-hosted gateways",
            "They call the instance, so their networks must admit a new address.",
        ),
        Field::Autoscale => {
            say("Autoscale", "Autoscale", "Must be off while it moves; its limits must fit the zones afterwards.")
        }
        Field::SurviveZoneLoss => {
            say("Survive the loss of a zone?", "Survive a zone", "Capacity is then planned with one zone gone.")
        }
        Field::SurviveRegionLoss => {
            say("Survive the loss of a region?", "Survive a region", "The other regions then carry its traffic.")
        }
    }
}

/// Yes and no.
pub static YES_NO: &[Choice<Answer>] = &[choice(Answer::Bool(true), "Yes"), choice(Answer::Bool(false), "No")];
static DOWNTIME: &[Choice<Answer>] = &[choice(Answer::Bool(true), "Accepted"), choice(Answer::Bool(false), "Refused")];
static PLATFORMS: &[Choice<Answer>] = &[
    choice(Answer::Platform(PlatformVersion::Stv1), "stv1"),
    choice(Answer::Platform(PlatformVersion::Stv2), "stv2"),
    choice(Answer::Platform(PlatformVersion::Stv2_1), "stv2.1"),
    choice(Answer::Platform(PlatformVersion::Mtv1), "mtv1"),
];
static VNETS: &[Choice<Answer>] = &[
    choice(Answer::Vnet(Vnet::None), "None"),
    choice(Answer::Vnet(Vnet::External), "External"),
    choice(Answer::Vnet(Vnet::Internal), "Internal"),
];
static RECORDS: &[Choice<Answer>] =
    &[choice(Answer::Record(DnsRecord::A), "A record"), choice(Answer::Record(DnsRecord::Cname), "CNAME")];
static FIREWALLS: &[Choice<Answer>] = &[
    choice(Answer::Firewall(Firewall::None), "None"),
    choice(Answer::Firewall(Firewall::Rules), "Rules"),
    choice(Answer::Firewall(Firewall::ForcedTunnel), "Tunnel"),
];
static TIERS: &[Choice<Answer>] = &[
    choice(Answer::Tier(Tier::Consumption), Tier::Consumption.title()),
    choice(Answer::Tier(Tier::Developer), Tier::Developer.title()),
    choice(Answer::Tier(Tier::Basic), Tier::Basic.title()),
    choice(Answer::Tier(Tier::Standard), Tier::Standard.title()),
    choice(Answer::Tier(Tier::Premium), Tier::Premium.title()),
    choice(Answer::Tier(Tier::Isolated), Tier::Isolated.title()),
    choice(Answer::Tier(Tier::BasicV2), Tier::BasicV2.title()),
    choice(Answer::Tier(Tier::StandardV2), Tier::StandardV2.title()),
    choice(Answer::Tier(Tier::PremiumV2), Tier::PremiumV2.title()),
];
/// The clouds.
pub static CLOUDS: &[Choice<Cloud>] =
    &[choice(Cloud::Global, "Public"), choice(Cloud::Government, "US Gov"), choice(Cloud::China, "China")];
/// What an update was made with.
pub static UPDATE_TOOLS: &[Choice<UpdateTool>] =
    &[choice(UpdateTool::Portal, "Portal"), choice(UpdateTool::Api, "REST, template")];
/// Yes and no, for a part of a location.
pub static FLAG: &[Choice<bool>] = &[choice(true, "Yes"), choice(false, "No")];
/// The platforms that a location can have of its own.
pub static LOCATION_PLATFORMS: &[Choice<PlatformVersion>] =
    &[choice(PlatformVersion::Stv1, "stv1"), choice(PlatformVersion::Stv2, "stv2"), choice(PlatformVersion::Stv2_1, "stv2.1")];

/// The answers to a closed question; empty for those that take a number or a list.
pub fn choices(field: Field) -> &'static [Choice<Answer>] {
    match field {
        Field::Tier => TIERS,
        Field::Platform => PLATFORMS,
        Field::Vnet => VNETS,
        Field::CustomDomainRecord => RECORDS,
        Field::Firewall => FIREWALLS,
        Field::DowntimeAllowed => DOWNTIME,
        Field::ModifyInstance
        | Field::CustomDomains
        | Field::IpDependencies
        | Field::NonBusinessHours
        | Field::ValidateFirst
        | Field::NewSubnet
        | Field::ReturnToOriginalSubnet
        | Field::KeyVaultBlocked
        | Field::SpecialVnetConditions
        | Field::SelfHostedGateways
        | Field::SurviveZoneLoss
        | Field::SurviveRegionLoss => YES_NO,
        Field::Locations | Field::DnsChangeMinutes | Field::Autoscale => &[],
    }
}

/// An answer as its question offers it.
pub fn answer(field: Field, answer: Answer) -> &'static str {
    choices(field).iter().find(|choice| choice.value == answer).map_or("", |choice| choice.label)
}

/// An answer as a list of answers has it; `None` while the question is open.
pub fn said(request: &PlanRequest, question: Question) -> Option<String> {
    match question {
        Question::Counted(Field::Locations) => {
            (!request.locations.is_empty()).then(|| request.locations.iter().map(location).collect::<Vec<_>>().join("; "))
        }
        Question::Counted(Field::DnsChangeMinutes) => request.dns_change_minutes.map(|minutes| format!("{minutes} min")),
        Question::Counted(Field::Autoscale) => request.autoscale.map(|autoscale| match autoscale {
            Autoscale::Off => "No".to_owned(),
            Autoscale::Limits(limits) => {
                format!("{} to {}, step {}", limits.minimum.get(), limits.maximum.get(), limits.step.get())
            }
        }),
        Question::Counted(field) => given(request, field).map(|given| answer(field, given).to_owned()),
        Question::Cloud => CLOUDS.iter().find(|choice| Some(choice.value) == request.cloud).map(|choice| choice.label.to_owned()),
        Question::CreatedOn => request.created_on.map(|given| day(&given.to_string())),
        Question::UpdatedOn => request.updated_on.map(|given| day(&given.to_string())),
        Question::UpdatedWith => request.updated_with.as_ref().map(|with| {
            let tool = UPDATE_TOOLS.iter().find(|choice| choice.value == with.tool).map_or("", |choice| choice.label);
            with.api_version.as_ref().map_or_else(|| tool.to_owned(), |version| format!("{tool}, {version}"))
        }),
        Question::Name => request.name.clone(),
        Question::ResourceGroup => request.resource_group.clone(),
        Question::SubscriptionId => request.subscription_id.clone(),
    }
}

/// An answer in so few words that a line holds several; `None` where a "no" or a gap says nothing.
pub fn gist(request: &PlanRequest, question: Question) -> Option<String> {
    match question {
        Question::Counted(Field::Locations) => (!request.locations.is_empty()).then(|| {
            let place = |location: &Location| match location.units {
                Some(units) => format!("{} {}", region(&location.name), units.get()),
                None => region(&location.name).to_owned(),
            };
            request.locations.iter().map(place).collect::<Vec<_>>().join(", ")
        }),
        Question::Counted(Field::Autoscale) => {
            matches!(request.autoscale, Some(Autoscale::Limits(_))).then(|| "Autoscale".to_owned())
        }
        Question::Counted(Field::DowntimeAllowed) => {
            said(request, question).map(|given| format!("Downtime {}", given.to_ascii_lowercase()))
        }
        Question::Counted(field) => match given(request, field) {
            Some(Answer::Bool(true)) => Some(question.words().short.to_owned()),
            Some(Answer::Bool(false)) => None,
            _ => said(request, question),
        },
        _ => said(request, question),
    }
}

fn location(location: &Location) -> String {
    let subnet = location.subnet.unwrap_or_default();
    let parts = [
        Some(region(&location.name).to_owned()),
        location.units.map(|units| count(units.get() as usize, "unit", "units")),
        location.units_needed.map(|units| format!("peak {}", units.get())),
        subnet.prefix.map(|prefix| format!("/{}", prefix.get())),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// The answer to a closed question.
pub fn given(request: &PlanRequest, field: Field) -> Option<Answer> {
    match field {
        Field::Tier => request.tier.map(Answer::Tier),
        Field::Platform => request.platform.map(Answer::Platform),
        Field::Vnet => request.vnet.map(Answer::Vnet),
        Field::CustomDomainRecord => request.custom_domain_record.map(Answer::Record),
        Field::Firewall => request.firewall.map(Answer::Firewall),
        Field::Locations | Field::DnsChangeMinutes | Field::Autoscale => None,
        Field::ModifyInstance => request.modify_instance.map(Answer::Bool),
        Field::CustomDomains => request.custom_domains.map(Answer::Bool),
        Field::IpDependencies => request.ip_dependencies.map(Answer::Bool),
        Field::DowntimeAllowed => request.downtime_allowed.map(Answer::Bool),
        Field::NonBusinessHours => request.non_business_hours.map(Answer::Bool),
        Field::ValidateFirst => request.validate_first.map(Answer::Bool),
        Field::NewSubnet => request.new_subnet.map(Answer::Bool),
        Field::ReturnToOriginalSubnet => request.return_to_original_subnet.map(Answer::Bool),
        Field::KeyVaultBlocked => request.key_vault_blocked.map(Answer::Bool),
        Field::SpecialVnetConditions => request.special_vnet_conditions.map(Answer::Bool),
        Field::SelfHostedGateways => request.self_hosted_gateways.map(Answer::Bool),
        Field::SurviveZoneLoss => request.goals.and_then(|goals| goals.survive_zone_loss).map(Answer::Bool),
        Field::SurviveRegionLoss => request.goals.and_then(|goals| goals.survive_region_loss).map(Answer::Bool),
    }
}

/// How a part of a location is asked for.
pub const fn flag(flag: Flag) -> &'static str {
    match flag {
        Flag::New => "Is it still to be added?",
        Flag::PublicIp => "Has it a public IP resource of its own?",
        Flag::Delegated => "Is its subnet delegated to a service?",
        Flag::Locked => "Does a resource lock hold the subnet?",
        Flag::NetworkSecurityGroup => "Has the subnet a network security group?",
        Flag::ServiceEndpoints => "Has it endpoints for Storage, SQL and Key Vault?",
    }
}

/// Icon and word of a severity.
pub const fn severity(severity: Severity) -> (Sign, &'static str) {
    match severity {
        Severity::Blocker => (Sign::Blocker, "Blocker"),
        Severity::Risk => (Sign::Risk, "Risk"),
        Severity::Note => (Sign::Note, "Note"),
    }
}

/// Icon and word of a verdict.
pub const fn verdict(verdict: Verdict) -> (Sign, &'static str) {
    match verdict {
        Verdict::Recommended => (Sign::Recommended, "Recommended"),
        Verdict::Possible => (Sign::Possible, "Possible"),
        Verdict::RuledOut => (Sign::RuledOut, "Ruled out"),
    }
}

/// Class, icon and word of the tag above the verdict.
pub const fn status(status: Status, is_open: bool) -> (&'static str, Sign, &'static str) {
    match (status, is_open) {
        (Status::Migrate, true) => ("tag tag--risk", Sign::Risk, "Must migrate"),
        (Status::Migrate, false) => ("tag tag--blocker", Sign::Blocker, "No open path"),
        (Status::Migrated, _) => ("tag", Sign::Check, "Migrated"),
        (Status::NotAffected, _) => ("tag", Sign::Check, "Not affected"),
        (Status::Unknown, _) => ("tag", Sign::Unknown, "Not known"),
    }
}

/// Who does it.
pub const fn owner(owner: Owner) -> &'static str {
    match owner {
        Owner::Apim => "API platform",
        Owner::Network => "Network",
        Owner::Dns => "DNS",
        Owner::Security => "Security",
        Owner::Clients => "API clients",
    }
}

/// When it is due: heading, and what the heading adds.
pub const fn phase(phase: Phase) -> (&'static str, &'static str) {
    match phase {
        Phase::Before => ("Before", "days ahead"),
        Phase::During => ("During", "while it runs"),
        Phase::After => ("After", "once it has ended"),
        Phase::WayBack => ("The way back", "a second run"),
    }
}

/// What becomes of an address, as it stands in a table.
pub const fn address(change: AddressChange) -> &'static str {
    match change {
        AddressChange::Kept => "kept",
        AddressChange::Changes => "changes",
        AddressChange::ChangesTwice => "changes twice",
        AddressChange::New => "new instance",
        AddressChange::Appears => "first private one",
        AddressChange::NotUsed => "not used",
    }
}

/// What becomes of the addresses, as a figure.
pub const fn addresses(change: AddressChange) -> &'static str {
    match change {
        AddressChange::Kept => "Kept",
        AddressChange::Changes | AddressChange::New => "New",
        AddressChange::ChangesTwice => "New twice",
        AddressChange::Appears => "First",
        AddressChange::NotUsed => "None",
    }
}

/// How surely it runs where it runs.
pub const fn runs(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Stated | Certainty::Inferred => "runs on",
        Certainty::Uncertain | Certainty::Unknown => "probably runs on",
    }
}

/// What a path is carried out with.
pub const fn tool(tool: Tool) -> &'static str {
    match tool {
        Tool::Portal => "portal",
        Tool::Rest => "REST",
    }
}

/// Address kept or not, as the downtime table has it.
pub const fn vip(vip: Vip) -> &'static str {
    match vip {
        Vip::Preserve => "kept",
        Vip::New => "new",
    }
}

/// A network mode as the head of a row.
pub const fn vnet(vnet: Vnet) -> &'static str {
    match vnet {
        Vnet::None => "None",
        Vnet::External => "External",
        Vnet::Internal => "Internal",
    }
}

/// The place of a location in the instance.
pub const fn role(role: Role) -> &'static str {
    match role {
        Role::Primary => "primary",
        Role::Secondary => "secondary",
    }
}

/// How units lie over zones.
pub const fn layout(layout: Layout) -> &'static str {
    match layout {
        Layout::Automatic => "automatic",
        Layout::Zonal => "one zone",
        Layout::Redundant => "zone-redundant",
    }
}

/// The place of a location in a list: "Primary", "Second", ..., then "No. 11".
pub fn place(at: usize) -> String {
    const NAMES: [&str; 10] = ["Primary", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth"];
    NAMES.get(at).map_or_else(|| format!("No. {}", at + 1), |name| (*name).to_owned())
}

/// A region as people write it; as it was written where no list names it.
pub fn region(name: &RegionName) -> &str {
    apim_plan::facts::regions::region(name.as_str()).map_or(name.as_str(), |region| region.title)
}

/// A length of time: `45 min`, `4 h`.
pub fn minutes(minutes: Minutes) -> String {
    let (number, unit) = figure(minutes);
    format!("{number} {unit}")
}

/// A length of time as number and unit.
pub const fn figure(minutes: Minutes) -> (Minutes, &'static str) {
    if minutes >= 60 && minutes.is_multiple_of(60) { (minutes / 60, "h") } else { (minutes, "min") }
}

/// `1 part`, `2 parts`.
pub fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// A date as people read it: `19 Aug 2024`. What is no date stays as it is.
pub fn day(written: &str) -> String {
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let Ok(day) = written.parse::<Day>() else {
        return written.to_owned();
    };
    let date = day.date();
    let month = usize::try_from(date.month() - 1).ok().and_then(|at| MONTHS.get(at)).copied().unwrap_or_default();
    format!("{} {month} {}", date.day(), date.year())
}

/// How old a page is: `2 years 3 months old`. `None` without a date or a clock.
pub fn age(dated: &str, today: Option<Day>) -> Option<String> {
    let dated: Day = dated.parse().ok()?;
    let months = dated.months_until(today?);
    let of = |number: u32, one: &str, many: &str| match number {
        0 => None,
        1 => Some(format!("1 {one}")),
        number => Some(format!("{number} {many}")),
    };
    let parts: Vec<String> =
        [of(months / 12, "year", "years"), of(months % 12, "month", "months")].into_iter().flatten().collect();
    Some(if parts.is_empty() { "less than a month old".to_owned() } else { format!("{} old", parts.join(" ")) })
}

/// A short name inside a sentence: names of things keep their capitals.
pub fn in_sentence(short: &str) -> String {
    let mut signs = short.chars();
    match (signs.next(), signs.next()) {
        (Some(first), Some(second)) if !second.is_ascii_uppercase() && !short.starts_with("Key Vault") => {
            format!("{}{}", first.to_ascii_lowercase(), short.get(first.len_utf8()..).unwrap_or_default())
        }
        _ => short.to_owned(),
    }
}

/// A place or a width in a picture: `33.33%`, `50%`. The library's own way of writing fractions is thirteen kilobytes.
pub fn percent(share: f64) -> String {
    // To the even side: so two parts of a whole still make a whole.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "what is beyond is cut off")]
    let hundredths = (share * 100.0).round_ties_even() as u32;
    match (hundredths / 100, hundredths % 100) {
        (whole, 0) => format!("{whole}%"),
        (whole, tenths) if tenths % 10 == 0 => format!("{whole}.{}%", tenths / 10),
        (whole, rest) => format!("{whole}.{rest:02}%"),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{Question, age, day, figure, in_sentence, minutes, percent};

    #[test]
    fn percents_are_short() {
        let said = [100.0 / 3.0, 50.0, 0.0, 12.5, 7.049, 99.999, -1.0, f64::NAN].map(percent);
        assert_eq!(said, ["33.33%", "50%", "0%", "12.5%", "7.05%", "100%", "0%", "0%"]);
    }

    #[test]
    fn says_how_old_a_page_is() {
        let today = "2026-11-21".parse().ok();
        assert_eq!(age("2024-08-19", today).as_deref(), Some("2 years 3 months old"));
        assert_eq!(age("2024-11-21", today).as_deref(), Some("2 years old"));
        assert_eq!(age("2026-10-21", today).as_deref(), Some("1 month old"));
        assert_eq!(age("2026-10-22", today).as_deref(), Some("less than a month old"));
        assert_eq!(age("undated", today), None);
        assert_eq!(age("2024-08-19", None), None);
    }

    #[test]
    fn names_keep_their_capitals_inside_a_sentence() {
        assert_eq!(in_sentence("Outside business hours"), "outside business hours");
        assert_eq!(in_sentence("A DNS change takes"), "a DNS change takes");
        assert_eq!(in_sentence("Key Vault blocked"), "Key Vault blocked");
    }

    #[test]
    fn writes_dates_and_lengths_as_people_do() {
        assert_eq!(day("2024-08-19"), "19 Aug 2024");
        assert_eq!(day("soon"), "soon");
        assert_eq!(
            (minutes(45), minutes(240), minutes(2880), minutes(0)),
            ("45 min".into(), "4 h".into(), "48 h".into(), "0 min".into())
        );
        assert_eq!(figure(90), (90, "min"));
    }

    #[test]
    fn every_question_has_words_and_an_id_of_its_own() {
        let mut ids = BTreeSet::new();
        for question in Question::all() {
            let words = question.words();
            assert!(!words.label.is_empty() && !words.short.is_empty() && words.help.ends_with(['.', '?']), "{question:?}");
            assert!(ids.insert(question.id()), "{question:?}");
        }
    }
}
