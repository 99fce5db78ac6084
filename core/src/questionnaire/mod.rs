//! The questionnaire: one file per question, here the list in its order.
//!
//! The form of the page, links, the completion of a description, the open questions and the alternatives of a plan, the
//! words in reports, the titles in the JSON Schema and the random requests of the tests walk this list. A question is added
//! by its file and its line below; `cargo xtask new question NAME` writes both.

#![expect(
    clippy::redundant_closure_for_method_calls,
    reason = "the path of a method of a type with a lifetime is not general enough for a function pointer"
)]

mod answer;
mod circumstances;
mod complete;
mod kind;
mod macros;
mod prelude;
mod said;
mod standing;
#[cfg(feature = "schema")]
mod titles;

use crate::decide::Answers;
use crate::domain::{Location, PlanRequest};

pub use answer::{Answer, Field};
pub use circumstances::{Circumstances, LocationCircumstances};
pub use kind::{AUTOSCALE_LIMITS, Gist, Kind, Lens, LocationList, NumberLook, Vocabulary, WholeNumber, YesNo};
pub(crate) use macros::{at, wish, yes_no};
pub use said::{UPDATE_TOOLS, gist, label, said};
pub use standing::Standing;

/// One question: everything that the project knows about it.
#[derive(Debug)]
pub struct Question<Of: 'static = PlanRequest> {
    /// Its name: the path of its answer.
    pub field: Field,
    /// Where on the page it is asked.
    pub group: Group,
    /// How it is asked.
    pub label: &'static str,
    /// In two or three words, for lists.
    pub short: &'static str,
    /// One line of help.
    pub help: &'static str,
    /// How the answer can be found out.
    pub find_out: &'static [FindOut],
    /// Whether links carry the answer.
    pub in_links: InLinks,
    /// What kind of answer it takes, and where that is.
    pub kind: Kind<Of>,
    /// What depends on it.
    pub weight: Weight,
}

/// A question equals itself only.
impl<Of> PartialEq for Question<Of> {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl<Of> Eq for Question<Of> {}

/// How an answer can be found out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FindOut {
    /// A command for Bash that prints it.
    Command(&'static str),
    /// Where the Azure portal shows it.
    Portal(&'static str),
}

/// Whether links carry an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InLinks {
    /// They do.
    Carried,
    /// They never do: it names an instance, a person or an address.
    Private,
}

/// Where on the page a question is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, strum::EnumIter)]
pub enum Group {
    /// Tier, platform, network mode.
    Instance,
    /// What helps to guess the platform.
    Dates,
    /// The locations.
    Regions,
    /// Names, addresses and what depends on them.
    Addresses,
    /// What the reader can accept.
    Acceptable,
    /// The subnets of the instance.
    Subnets,
    /// Goals and autoscale.
    Goals,
    /// Names that fill in commands.
    Names,
    /// Of a location: its size, always in sight.
    LocationSize,
    /// Of a location: its zones.
    LocationZones,
    /// Of a location: how much traffic it serves.
    LocationLoad,
    /// Of a location: the addresses of its subnet.
    LocationAddresses,
    /// Of a location: the rest.
    LocationDetails,
}

impl Group {
    /// Its heading.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Instance => "The instance",
            Self::Dates => "If you don't know the compute platform",
            Self::Regions => "Regions",
            Self::Addresses => "Host names and IP addresses",
            Self::Acceptable => "What you can accept",
            Self::Subnets => "The subnets",
            Self::Goals => "Scale and goals",
            Self::Names => "Names for the commands",
            // Part of a location, which has its name as heading.
            Self::LocationSize | Self::LocationZones | Self::LocationLoad | Self::LocationAddresses | Self::LocationDetails => "",
        }
    }
}

/// What depends on the answer to a question.
#[derive(Debug)]
pub enum Weight {
    /// The plan counts it among its open questions.
    Counted(Counted),
    /// It only helps to guess the platform.
    PlatformGuess,
    /// No decision depends on it, and it is always asked.
    Detail,
    /// It is about one location, and asked there while this holds.
    Location(fn(&LocationCircumstances<'_>) -> bool),
    /// It is read from a description, and not asked on the page.
    Described,
}

/// What a plan says of a question that it counts.
#[derive(Debug)]
pub struct Counted {
    /// What is not known while it is open: "whether there are custom domains".
    pub open: &'static str,
    /// Whether some answer could change the plan: its decisions, its figures or its work.
    ///
    /// A law in the tests holds this to the plan itself, for every answer.
    pub matters: fn(&Circumstances<'_>) -> bool,
    /// Why an answer has stopped mattering, where there is a reason of its own.
    pub unneeded: fn(&Circumstances<'_>) -> Option<&'static str>,
    /// How an answer can change the recommended path.
    pub sway: Sway,
}

/// How the answer to a question, alone, can change the recommended path.
#[derive(Debug)]
pub enum Sway {
    /// It cannot.
    None,
    /// It can, and the plan does not propose it: it is a fact, not a choice.
    Fact,
    /// It can, and the plan says what would follow.
    Alternatives {
        /// How soon a reader would think of it: small numbers come first.
        turn: u8,
        /// The answers that can be tried.
        answers: &'static [Alternative],
    },
}

/// Another answer, and what it would mean.
#[derive(Debug)]
pub struct Alternative {
    /// The answer.
    pub answer: Answer,
    /// As a condition: "If you accept downtime".
    pub condition: &'static str,
    /// What it does to the answers that paths depend on.
    pub effect: Effect,
}

/// What another answer does to the answers that paths depend on.
#[derive(Debug, Clone, Copy)]
pub enum Effect {
    /// Nothing else depends on it. `None` where it cannot be chosen.
    Wish(fn(&Answers) -> Option<Answers>),
    /// It can only turn out so while it is open, and other answers depend on it.
    WhileOpen(fn(&Answers) -> bool),
}

/// A list of questions, and a list of those that are asked of each location.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Questionnaire<'a> {
    /// About the instance.
    pub questions: &'a [&'static Question],
    /// About one location, its subnet included.
    pub of_location: &'a [&'static Question<Location>],
}

/// Declares the files of the questions, and the lists of them in their order.
macro_rules! questions {
    ($($file:ident),+; of location: $($of_location:ident),+ $(,)?) => {
        $(mod $file;)+
        $(mod $of_location;)+

        /// The questions that the project asks.
        pub static QUESTIONNAIRE: Questionnaire<'static> = Questionnaire {
            questions: &[$(&$file::QUESTION),+],
            of_location: &[$(&$of_location::QUESTION),+],
        };
    };
}

questions! {
    tier,
    platform,
    vnet,
    modify_instance,
    locations,
    custom_domains,
    custom_domain_record,
    dns_change_minutes,
    firewall,
    ip_dependencies,
    downtime_allowed,
    non_business_hours,
    validate_first,
    new_subnet,
    return_to_original_subnet,
    key_vault_blocked,
    special_vnet_conditions,
    self_hosted_gateways,
    autoscale,
    survive_zone_loss,
    survive_region_loss,
    guaranteed_capacity,
    unit_limit,
    unit_price,
    cloud,
    created_on,
    updated_on,
    updated_with,
    name,
    resource_group,
    subscription_id;
    of location:
    location_units,
    location_units_needed,
    subnet_prefix,
    location_zones,
    location_capacity_percent,
    location_target_percent,
    location_share,
    subnet_available_addresses,
    subnet_other_instances,
    subnet_used_by_others,
    location_new,
    location_gateway,
    location_public_ip,
    subnet_delegated,
    subnet_locked,
    subnet_network_security_group,
    subnet_service_endpoints,
    subnet_route_api_management,
    subnet_closed_ports,
    location_platform,
    location_precreated_ip,
}

/// Fields of a request that are no questions. A law holds them, with the questions, to what a request can hold.
///
/// `asOf` is today, which the page and the command line take from the clock.
pub const NOT_ASKED: [&str; 1] = ["asOf"];

/// Fields of a location that are no questions: its region is what tells it from the others.
pub const NOT_ASKED_OF_LOCATION: [&str; 1] = ["name"];

impl Default for Questionnaire<'static> {
    fn default() -> Self {
        QUESTIONNAIRE
    }
}

impl<'a> Questionnaire<'a> {
    /// The question about a location of that name.
    pub fn find_of_location(&self, field: Field) -> Option<&'static Question<Location>> {
        self.of_location.iter().copied().find(|question| question.field == field)
    }

    /// The question of that name.
    pub fn find(&self, field: Field) -> Option<&'static Question> {
        self.questions.iter().copied().find(|question| question.field == field)
    }

    /// The questions that a plan counts, with what it says of them.
    pub fn counted(&self) -> impl Iterator<Item = (&'static Question, &'static Counted)> + use<'a> {
        self.questions.iter().filter_map(|question| match &question.weight {
            Weight::Counted(counted) => Some((*question, counted)),
            Weight::PlatformGuess | Weight::Detail | Weight::Location(_) | Weight::Described => None,
        })
    }

    /// The questions of a group, in the order in which they are asked.
    pub fn group(&self, group: Group) -> Vec<&'static Question> {
        let mut questions: Vec<_> = self.questions.iter().copied().filter(|question| question.group == group).collect();
        // Fields unfold below the answer to this one: nothing else comes behind them.
        questions.sort_by_key(|question| matches!(question.kind, Kind::Autoscale(_)));
        questions
    }

    /// The questions of a group about one location.
    pub fn group_of_location(&self, group: Group) -> impl Iterator<Item = &'static Question<Location>> + use<'a> {
        self.of_location.iter().copied().filter(move |question| question.group == group)
    }

    /// The answers that links may carry: without names of instances or people, and without fields that are no question.
    pub fn without_names(&self, request: &PlanRequest) -> PlanRequest {
        let mut shared = PlanRequest::default();
        for question in self.questions.iter().filter(|question| question.in_links == InLinks::Carried) {
            question.kind.put(&mut shared, question.kind.get(request));
        }
        for location in &mut shared.locations {
            let all = std::mem::replace(location, Location::new(location.name.clone()));
            for question in self.of_location.iter().filter(|question| question.in_links == InLinks::Carried) {
                question.kind.put(location, question.kind.get(&all));
            }
        }
        shared
    }
}
