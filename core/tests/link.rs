//! Links: readable, anonymous, whole, and honest about what cannot be used.

#![expect(clippy::expect_used, reason = "tests say what they expect")]

mod common;

use apim_plan::link::{LONGEST, decode, decode_whole, encode};
use apim_plan::questionnaire::{Answer, Kind, QUESTIONNAIRE};
use apim_plan::{Location, PlanRequest, RegionName, read_request};
use proptest::prelude::*;

proptest! {
    #[test]
    fn what_goes_in_comes_out_without_names_and_addresses(request in common::requests()) {
        let decoded = decode(&encode(&request));
        prop_assert_eq!(&decoded.dropped, &[]);
        prop_assert_eq!(decoded.request, QUESTIONNAIRE.without_names(&request));
    }

    #[test]
    fn names_and_addresses_stay_out(request in common::requests()) {
        let mut named = request.clone();
        named.name = Some("orders-prod".to_owned());
        named.resource_group = Some("orders-rg".to_owned());
        named.subscription_id = Some("00000000-0000-0000-0000-000000000001".to_owned());
        for location in &mut named.locations {
            location.precreated_ip = Some("203.0.113.7".to_owned());
        }
        prop_assert_eq!(encode(&named), encode(&request));
    }

    #[test]
    fn an_answer_that_is_cut_off_does_not_take_others_with_it(request in common::requests(), keep in 0..2_000_usize) {
        let query = encode(&request);
        let cut = query.get(..keep.min(query.len())).unwrap_or(&query);
        let whole = cut.rsplit_once('&').map_or("", |(whole, _)| whole);
        let (read, expected) = (decode(cut), decode(whole));
        prop_assert!(read.dropped.len() <= expected.dropped.len() + 1, "{:?}", read.dropped);
    }

    #[test]
    fn answers_come_in_any_order_and_escaped(request in common::requests(), turn in any::<prop::sample::Index>()) {
        prop_assume!(!encode(&request).is_empty());
        let query = encode(&request).replace('[', "%5b").replace(']', "%5D");
        let mut pairs: Vec<&str> = query.split('&').collect();
        let turn = turn.index(pairs.len());
        pairs.rotate_left(turn);
        prop_assert_eq!(decode(&pairs.join("&")), decode(&encode(&request)));
    }

    #[test]
    fn nothing_makes_it_panic(text in r"([a-zA-Z]{0,8}(\[[a-z0-9]{0,3}\]?){0,7}=?[a-z0-9%+.-]{0,6}[&=?]?){0,8}|.{0,60}") {
        let decoded = decode(&text);
        let _ = decode_whole(&text);
        prop_assert!(read_request(&serde_json::to_string(&decoded.request).expect("JSON")).is_ok());
    }

    #[test]
    fn a_changed_sign_drops_at_most_answers(request in common::requests(), at in any::<prop::sample::Index>(), sign in "[ -~]") {
        let mut query = encode(&request);
        prop_assume!(!query.is_empty());
        let at = at.index(query.len());
        prop_assume!(query.is_char_boundary(at) && query.is_char_boundary(at + 1));
        query.replace_range(at..=at, &sign);
        let decoded = decode(&query);
        prop_assert!(read_request(&serde_json::to_string(&decoded.request).expect("JSON")).is_ok());
    }
}

#[test]
fn a_link_can_be_read_by_people() {
    let request = read_request(
        r#"{"name":"orders","tier":"premium","platform":"stv1","createdOn":"2019-04-11","vnet":"internal","customDomains":true,
            "updatedWith":{"tool":"api","apiVersion":"2021-01-01-preview"},"dnsChangeMinutes":25,"downtimeAllowed":false,
            "autoscale":{"minimum":4,"maximum":10,"step":1},"goals":{"surviveZoneLoss":true},"asOf":"2026-11-28",
            "locations":[{"name":"West Europe","units":4,"zones":{"kind":"redundant","zones":3},"subnet":{"prefix":27}},
                         {"name":"North Europe","zones":{"kind":"automatic"},"precreatedIp":"20.1.2.3"}]}"#,
    )
    .expect("a request");
    let lines = encode(&request).replace('&', "\n&");
    insta::assert_snapshot!(lines, @r"
    tier=premium
    &platform=stv1
    &createdOn=2019-04-11
    &updatedWith[tool]=api
    &updatedWith[apiVersion]=2021-01-01-preview
    &vnet=internal
    &customDomains=true
    &dnsChangeMinutes=25
    &downtimeAllowed=false
    &autoscale[minimum]=4
    &autoscale[maximum]=10
    &autoscale[step]=1
    &goals[surviveZoneLoss]=true
    &locations[0][name]=westeurope
    &locations[0][units]=4
    &locations[0][zones][kind]=redundant
    &locations[0][zones][zones]=3
    &locations[0][subnet][prefix]=27
    &locations[1][name]=northeurope
    &locations[1][zones][kind]=automatic
    ");
}

#[test]
fn a_link_can_be_written_by_hand() {
    let decoded =
        decode("?tier=premium&vnet=internal&autoscale=false&locations[7][name]=North+Europe&locations[2][name]=West%20Europe");
    assert_eq!(decoded.dropped, []);
    let expected = r#"{"tier":"premium","vnet":"internal","autoscale":false,
        "locations":[{"name":"westeurope"},{"name":"northeurope"}]}"#;
    assert_eq!(decoded.request, read_request(expected).expect("a request"));
    assert_eq!(decode("").request, PlanRequest::default());
}

/// What is dropped from a link, one a line.
fn dropped(query: &str) -> String {
    decode(query).dropped.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

#[test]
fn what_cannot_be_used_is_dropped_and_told() {
    insta::assert_snapshot!(dropped("teir=premium&tier=gold&vnet=internal&vnet=external&customDomains=yes&dnsChangeMinutes=-5"), @r"
    vnet: answered more than once; the first answer is used
    tier: unknown value `gold`, expected one of consumption, developer, basic, standard, premium, isolated, basicV2, standardV2, premiumV2
    customDomains: expected true or false, not `yes`
    dnsChangeMinutes: expected a whole number from 0 to 525600, not `-5`
    teir: this version has no such question
    ");
    insta::assert_snapshot!(dropped("name=orders&asOf=2026-01-01&tier&createdOn=soon&vnet[x]=1&goals=true&locations=2&a[b=1"), @r"
    locations: not readable
    a[b: not readable
    tier: no answer is given
    vnet: expected one answer
    createdOn: expected a date such as 2026-11-30, not `soon`
    name: links contain no names, IDs, IP addresses or dates
    asOf: links contain no names, IDs, IP addresses or dates
    goals: this version has no such question
    ");
    let locations = "locations[0][units]=2&locations[1][name]=westeurope&locations[1][units]=0&locations[1][precreatedIp]=20.1.2.3\
        &locations[1][subnet][size]=1&locations[1][zones][kind]=both&autoscale[minimum]=5&autoscale[maximum]=2&autoscale[step]=1";
    let told = dropped(locations);
    assert_eq!(told.lines().count(), 6, "{told}");
    for path in ["locations[0]: ", "locations[1].units: ", "locations[1].precreatedIp: ", "locations[1].subnet.size: "] {
        assert!(told.contains(path), "{told}");
    }
    assert_eq!(decode(locations).request, read_request(r#"{"locations":[{"name":"westeurope"}]}"#).expect("a request"));
}

#[test]
fn all_or_nothing_names_the_first_answer_that_cannot_be_used() {
    assert_eq!(decode_whole("tier=premium").map(|request| request.tier), Ok(Some(apim_plan::Tier::Premium)));
    let refused = decode_whole("tier=premium&locations[0][name]=westeurope&locations[0][units]=0").expect_err("no units");
    assert_eq!(refused.path, "locations[0].units");
}

/// As many locations as a request can have, each with every answer.
fn the_longest() -> PlanRequest {
    let mut location = Location::new(RegionName::new("australiasoutheast").expect("a name"));
    for question in QUESTIONNAIRE.of_location {
        let answer = match &question.kind {
            Kind::YesNo(_) => Answer::YesNo(false),
            Kind::Word(vocabulary) => Answer::Word(vocabulary.words.first().expect("a word")),
            Kind::Number(number) => Answer::Number(number.largest),
            Kind::Zones(_) => Answer::Zones(apim_plan::ZoneLayout::Redundant { zones: apim_plan::ZoneCount::THREE }),
            Kind::Ports(_) => Answer::Ports([apim_plan::PortId::Storage, apim_plan::PortId::Sql].into_iter().collect()),
            Kind::Day(_) | Kind::Text(_) | Kind::UpdatedWith(_) | Kind::Autoscale(_) | Kind::Price(_) | Kind::Locations(_) => {
                continue;
            }
        };
        question.kind.put(&mut location, Some(answer));
    }
    PlanRequest { locations: vec![location; 100], ..PlanRequest::default() }
}

#[test]
fn a_hundred_locations_fit_and_not_one_more() {
    let request = the_longest();
    let query = encode(&request);
    assert!(query.len() < LONGEST, "{} bytes", query.len());
    assert_eq!(decode(&query), apim_plan::link::Decoded { request, dropped: Vec::new() });
    let more = decode(&format!("{query}&locations[100][name]=westeurope"));
    assert_eq!(more.dropped.first().map(|dropped| dropped.path.as_str()), Some("locations[100]"));
}

#[test]
fn a_link_that_is_too_long_is_not_read() {
    let decoded = decode(&"a=1&".repeat(LONGEST));
    assert_eq!((decoded.request, decoded.dropped.len()), (PlanRequest::default(), 1));
}

#[test]
fn the_items_of_a_list_come_in_any_order() {
    let ports = r#"{"locations":[{"name":"westeurope","subnet":{"closedPorts":["storage-443-outbound","sql-1433-outbound"]}}]}"#;
    let request = read_request(ports).expect("a request");
    let mut pairs: Vec<String> = encode(&request).split('&').map(str::to_owned).collect();
    pairs.reverse();
    assert_eq!(decode(&pairs.join("&")), apim_plan::link::Decoded { request, dropped: Vec::new() });
}
