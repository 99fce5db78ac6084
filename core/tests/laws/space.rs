//! The closed space: every combination of the answers that plans are made of, with the others turning.
//!
//! A request has infinitely many values (days, names, numbers), and its closed questions alone have more combinations than there is time for.
//! The space is closed in two steps:
//!
//! 1. *Decisive* answers are combined completely: tier, platform, network mode, downtime, custom domains with their record, a test before
//!    live traffic, another subnet and the return, what is wrong with the subnet, whether the instance may be modified, and the regions with
//!    their goals. Tiers and regions stand for their kind: Basic for Standard too, Premium for Isolated, Standard v2 for Basic v2.
//! 2. Every *other* question turns: its answers, and none, follow each other with a step of its own from request to request, so
//!    that over the space each of them meets every combination of a few decisive answers.
//!
//! The decision alone, without the texts, is tried for far more combinations in `whole_space.rs`.

use apim_plan::questionnaire::{Answer, Kind, QUESTIONNAIRE, Question};
use apim_plan::{
    Autoscale, AutoscaleLimits, ClosedPorts, Day, DnsRecord, Goals, Location, PlanRequest, PlatformVersion, PortId, RegionName,
    Tier, Units, UpdateTool, UpdatedWith, Vnet, ZoneCount, ZoneLayout,
};

/// Of the closed space, `cargo test` tries one request in so many: a prime, so that every answer is among them.
pub(crate) const SPREAD: usize = 397;

type Choice = fn(&mut PlanRequest);

const fn open(_: &mut PlanRequest) {}

static TIERS: [Choice; 7] = [
    open,
    |request| request.tier = Some(Tier::Developer),
    |request| request.tier = Some(Tier::Basic),
    |request| request.tier = Some(Tier::Premium),
    |request| request.tier = Some(Tier::Consumption),
    |request| request.tier = Some(Tier::StandardV2),
    |request| request.tier = Some(Tier::PremiumV2),
];

static PLATFORMS: [Choice; 3] =
    [open, |request| request.platform = Some(PlatformVersion::Stv1), |request| request.platform = Some(PlatformVersion::Stv2)];

static MODES: [Choice; 4] = [
    open,
    |request| request.vnet = Some(Vnet::None),
    |request| request.vnet = Some(Vnet::External),
    |request| request.vnet = Some(Vnet::Internal),
];

static DOWNTIME: [Choice; 3] =
    [open, |request| request.downtime_allowed = Some(false), |request| request.downtime_allowed = Some(true)];

static NAMES: [Choice; 4] = [
    open,
    |request| request.custom_domains = Some(false),
    |request| {
        request.custom_domains = Some(true);
        request.custom_domain_record = Some(DnsRecord::A);
    },
    |request| {
        request.custom_domains = Some(true);
        request.custom_domain_record = Some(DnsRecord::Cname);
    },
];

static TESTS: [Choice; 2] = [open, |request| request.validate_first = Some(true)];

static SUBNETS: [Choice; 5] = [
    open,
    |request| request.new_subnet = Some(false),
    |request| request.new_subnet = Some(true),
    |request| request.return_to_original_subnet = Some(true),
    |request| {
        request.new_subnet = Some(true);
        request.return_to_original_subnet = Some(true);
    },
];

static TROUBLE: [Choice; 3] =
    [open, |request| request.key_vault_blocked = Some(true), |request| request.special_vnet_conditions = Some(true)];

static MODIFIED: [Choice; 2] = [open, |request| request.modify_instance = Some(false)];

static REGIONS: [Choice; 4] = [
    open,
    |request| request.locations = locations(&["westeurope"]),
    |request| {
        request.locations = locations(&["westeurope"]);
        request.goals = Some(Goals { survive_zone_loss: Some(true), ..Goals::default() });
    },
    |request| {
        request.locations = locations(&["northeurope", "westus"]);
        request.goals = Some(Goals { survive_zone_loss: Some(true), survive_region_loss: Some(true), ..Goals::default() });
    },
];

static DECISIVE: [&[Choice]; 10] =
    [&TIERS, &PLATFORMS, &MODES, &DOWNTIME, &NAMES, &TESTS, &SUBNETS, &TROUBLE, &MODIFIED, &REGIONS];

fn locations(names: &[&str]) -> Vec<Location> {
    names.iter().filter_map(|name| RegionName::new(name)).map(Location::new).collect()
}

/// How many requests the closed space has.
pub(crate) fn size() -> usize {
    DECISIVE.iter().map(|choices| choices.len()).product()
}

/// The request with this number.
pub(crate) fn request(number: usize) -> PlanRequest {
    let mut request = PlanRequest::default();
    let mut rest = number;
    for choices in DECISIVE {
        if let Some(choose) = choices.get(rest % choices.len()) {
            choose(&mut request);
        }
        rest /= choices.len();
    }
    let mut turn = Turning { number, step: 0 };
    for question in QUESTIONNAIRE.questions.iter().filter(|question| !DECIDED.contains(&question.field.path())) {
        turn.answer(question, &mut request);
    }
    for location in &mut request.locations {
        for question in QUESTIONNAIRE.of_location {
            turn.answer(question, location);
        }
    }
    request
}

/// The questions whose answers are combined.
const DECIDED: [&str; 13] = [
    "tier",
    "platform",
    "vnet",
    "downtimeAllowed",
    "customDomains",
    "customDomainRecord",
    "validateFirst",
    "newSubnet",
    "returnToOriginalSubnet",
    "keyVaultBlocked",
    "specialVnetConditions",
    "modifyInstance",
    "locations",
];

/// Gives each question that is not decisive the next of its answers.
struct Turning {
    number: usize,
    step: usize,
}

impl Turning {
    fn answer<Of>(&mut self, question: &'static Question<Of>, of: &mut Of) {
        const GOALS: [&str; 2] = ["goals.surviveZoneLoss", "goals.surviveRegionLoss"];
        self.step += 1;
        if GOALS.contains(&question.field.path()) {
            return;
        }
        let answers = answers(&question.kind);
        // Steps of different length, so that two questions do not turn together.
        let turned = self.number.wrapping_mul(2 * self.step + 1) / (self.step % 7 + 1) + self.number / (self.step * 13 + 1);
        let at = turned % (answers.len() + 1);
        question.kind.put(of, at.checked_sub(1).and_then(|at| answers.into_iter().nth(at)));
    }
}

/// Answers that stand for all answers of a kind.
fn answers<Of>(kind: &'static Kind<Of>) -> Vec<Answer> {
    let units = |count| Units::new(count).unwrap_or(Units::MIN);
    match kind {
        Kind::YesNo(_) | Kind::Word(_) => kind.choices(),
        Kind::Number(number) => {
            let mut few: Vec<u32> = [number.low, 1, 2, 3, 5, 20, 60, 300, number.largest]
                .into_iter()
                .filter(|each| (number.low..=number.largest).contains(each))
                .collect();
            few.dedup();
            few.into_iter().map(Answer::Number).collect()
        }
        Kind::Day(_) => [(2020, 1), (2021, 4), (2021, 6), (2024, 6)]
            .into_iter()
            .map(|(year, month)| Answer::Day(Day::constant(year, month, 15)))
            .collect(),
        Kind::UpdatedWith(_) => [("portal", None), ("api", Some("2021-01-01-preview")), ("api", Some("2020-12-01"))]
            .into_iter()
            .map(|(tool, version)| {
                let tool = if tool == "portal" { UpdateTool::Portal } else { UpdateTool::Api };
                Answer::UpdatedWith(UpdatedWith { tool, api_version: version.map(str::to_owned) })
            })
            .collect(),
        Kind::Autoscale(_) => vec![
            Answer::Autoscale(Autoscale::Off),
            Answer::Autoscale(Autoscale::Limits(AutoscaleLimits { minimum: units(1), maximum: units(4), step: units(1) })),
            Answer::Autoscale(Autoscale::Limits(AutoscaleLimits { minimum: units(3), maximum: units(12), step: units(3) })),
        ],
        Kind::Zones(_) => [
            ZoneLayout::Automatic {},
            ZoneLayout::Zonal {},
            ZoneLayout::Redundant { zones: ZoneCount::TWO },
            ZoneLayout::Redundant { zones: ZoneCount::THREE },
        ]
        .map(Answer::Zones)
        .into(),
        Kind::Ports(_) => vec![Answer::Ports([PortId::Storage, PortId::Clients].into_iter().collect::<ClosedPorts>())],
        // What only fills in names, and what is combined already.
        Kind::Text(_) | Kind::Price(_) | Kind::Locations(_) => Vec::new(),
    }
}
