//! Requests at random: every question open or answered, every value that a request can hold.

#![expect(clippy::expect_used, reason = "the numbers are drawn from within the bounds")]
use apim_plan::questionnaire::{Answer, Kind, QUESTIONNAIRE, Questionnaire, WholeNumber};
use apim_plan::{
    Amount, Autoscale, AutoscaleLimits, ClosedPorts, Currency, Day, Location, PlanRequest, PortId, RegionName, UnitPrice, Units,
    UpdateTool, UpdatedWith, ZoneCount, ZoneLayout,
};
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use strum::IntoEnumIterator;

/// Mostly a number that people have, now and then one that nobody has.
fn units() -> impl Strategy<Value = Units> {
    prop_oneof![8 => 1..=12_u32, 2 => 13..=40_u32, 1 => 1..=10_000_u32]
        .prop_map(|units| Units::new(units).expect("within the bounds"))
}

/// Regions with zones, regions without, sovereign ones, and one that is on no list.
fn region() -> impl Strategy<Value = RegionName> {
    select(vec!["West Europe", "eastus", "japaneast", "westus", "norwaywest", "chinanorth3", "usgovtexas", "atlantis"])
        .prop_map(|name| RegionName::new(name).expect("a name"))
}

fn day() -> impl Strategy<Value = Day> {
    (2018..=2026_i16, 1..=12_i8, 1..=28_i8).prop_map(|(year, month, day)| Day::constant(year, month, day))
}

fn zones() -> impl Strategy<Value = ZoneLayout> {
    select(vec![
        ZoneLayout::Automatic {},
        ZoneLayout::Zonal {},
        ZoneLayout::Redundant { zones: ZoneCount::TWO },
        ZoneLayout::Redundant { zones: ZoneCount::THREE },
    ])
}

fn updated_with() -> impl Strategy<Value = UpdatedWith> {
    let tool = select(UpdateTool::iter().collect::<Vec<_>>());
    (tool, of("20[12][0-9]-0[1-9]-[01][0-9](-preview)?|[a-z]{0,4}"))
        .prop_map(|(tool, api_version)| UpdatedWith { tool, api_version })
}

fn autoscale() -> impl Strategy<Value = Autoscale> {
    prop_oneof![
        Just(Autoscale::Off),
        (units(), units(), units()).prop_map(|(one, other, step)| {
            Autoscale::Limits(AutoscaleLimits { minimum: one.min(other), maximum: one.max(other), step })
        }),
    ]
}

/// At least one: a link has no way to say that none is closed.
fn ports() -> impl Strategy<Value = ClosedPorts> {
    proptest::collection::vec(select(PortId::iter().collect::<Vec<_>>()), 1..=3).prop_map(|ports| ports.into_iter().collect())
}

fn price() -> impl Strategy<Value = UnitPrice> {
    (0..=400_000_u32, select(vec!["EUR", "USD", "JPY"])).prop_map(|(cents, currency)| UnitPrice {
        amount: Amount::try_from(f64::from(cents) / 100.0).expect("within the bounds"),
        currency: Currency::try_from(currency.to_owned()).expect("three letters"),
    })
}

/// Small ones most of the time where the bounds are far apart.
fn number<Of>(number: &WholeNumber<Of>) -> BoxedStrategy<u32> {
    let (low, largest) = (number.low, number.largest);
    if largest - low <= 100 {
        return (low..=largest).boxed();
    }
    prop_oneof![8 => low..=low + 11, 2 => low + 12..=low + 60, 1 => low..=largest].boxed()
}

/// An answer to a question of this kind, or none.
fn answer<Of>(kind: &'static Kind<Of>, questionnaire: Questionnaire<'_>) -> BoxedStrategy<Option<Answer>> {
    match kind {
        Kind::YesNo(_) => of(any::<bool>().prop_map(Answer::YesNo)).boxed(),
        Kind::Word(vocabulary) => of(select(vocabulary.words).prop_map(Answer::Word)).boxed(),
        Kind::Number(whole) => of(number(whole).prop_map(Answer::Number)).boxed(),
        Kind::Day(_) => of(day().prop_map(Answer::Day)).boxed(),
        Kind::Text(_) => of("[a-z0-9.'\" $&=+%-]{0,12}".prop_map(Answer::Text)).boxed(),
        Kind::UpdatedWith(_) => of(updated_with().prop_map(Answer::UpdatedWith)).boxed(),
        Kind::Autoscale(_) => of(autoscale().prop_map(Answer::Autoscale)).boxed(),
        Kind::Zones(_) => of(zones().prop_map(Answer::Zones)).boxed(),
        Kind::Ports(_) => of(ports().prop_map(Answer::Ports)).boxed(),
        Kind::Price(_) => of(price().prop_map(Answer::Price)).boxed(),
        Kind::Locations(_) => proptest::collection::vec(location(questionnaire), 0..=4)
            .prop_map(|all| (!all.is_empty()).then_some(Answer::Locations(all)))
            .boxed(),
    }
}

fn location(questionnaire: Questionnaire<'_>) -> impl Strategy<Value = Location> + use<> {
    let questions = questionnaire.of_location.to_vec();
    let answers: Vec<_> = questions.iter().map(|question| answer(&question.kind, questionnaire)).collect();
    (region(), answers).prop_map(move |(name, answers)| {
        let mut location = Location::new(name);
        for (question, answer) in questions.iter().zip(answers) {
            question.kind.put(&mut location, answer);
        }
        location
    })
}

/// Any request that these questions can make, and any day of today.
pub(crate) fn requests_of(questionnaire: Questionnaire<'_>) -> impl Strategy<Value = PlanRequest> + use<> {
    let questions = questionnaire.questions.to_vec();
    let answers: Vec<_> = questions.iter().map(|question| answer(&question.kind, questionnaire)).collect();
    (of(day()), answers).prop_map(move |(as_of, answers)| {
        let mut request = PlanRequest { as_of, ..PlanRequest::default() };
        for (question, answer) in questions.iter().zip(answers) {
            question.kind.put(&mut request, answer);
        }
        request
    })
}

/// Any request that can be read.
pub(crate) fn requests() -> impl Strategy<Value = PlanRequest> {
    requests_of(QUESTIONNAIRE)
}
