use rstest::rstest;
use serde_json::{Value, json};

use super::{RequestError, read_request};
use crate::domain::PlanRequest;

#[rstest]
#[case("[]", "invalid type: sequence, expected an object")]
#[case(r#"{"tier":"premium","tier":"basic"}"#, "duplicate field `tier` at line 1 column 24")]
#[case(r#"{"tier":"premium""#, "EOF while parsing an object at line 1 column 17")]
#[case(r#"{"locations":[{}]}"#, "locations[0]: missing field `name`")]
#[case(
    r#"{"locations":[{"name":"a"},{"name":"b","units":0}]}"#,
    "locations[1].units: 0 is not a number of units; use 1 to 10000"
)]
#[case(
    r#"{"locations":[{"name":"a","subnet":{"prefix":1}}]}"#,
    "locations[0].subnet.prefix: 1 is not a subnet prefix; use 16 to 29"
)]
#[case(r#"{"customDomains":"yes"}"#, "customDomains: invalid type: string \"yes\", expected a boolean")]
#[case(r#"{"dnsChangeMinutes":-1}"#, "dnsChangeMinutes: invalid value: integer `-1`, expected a whole number from 0 on")]
#[case(r#"{"dnsChangeMinutes":1.5}"#, "dnsChangeMinutes: invalid value: floating point `1.5`, expected a whole number")]
#[case(r#"{"dnsChangeMinutes":1e20}"#, "dnsChangeMinutes: invalid value: floating point `1e+20`, expected a whole number")]
#[case(
    r#"{"tier":"Premium"}"#,
    "tier: unknown variant `Premium`, expected one of `consumption`, `developer`, `basic`, `standard`, `premium`, `isolated`, \
     `basicV2`, `standardV2`, `premiumV2`"
)]
#[case(r#"{"tier":5}"#, "tier: invalid type: integer `5`, expected a word")]
#[case(r#"{"tier":{"premium":null}}"#, "tier: invalid type: map, expected a word")]
#[case(r#"{"updatedWith":{"tool":{"portal":null}}}"#, "updatedWith.tool: invalid type: map, expected a word")]
#[case(r#"{"locations":[{"name":"a","gateway":{"enabled":null}}]}"#, "locations[0].gateway: invalid type: map, expected a word")]
#[case(
    r#"{"locations":[{"name":"a","subnet":{"closedPorts":[{"sql-1433-out":null}]}}]}"#,
    "locations[0].subnet.closedPorts[0]: invalid type: map, expected a word"
)]
#[case(
    r#"{"autoscale":true}"#,
    "autoscale: invalid value: boolean `true`, expected `false`, or the limits as { minimum, maximum, step }"
)]
#[case(r#"{"autoscale":{"minimum":3,"maximum":2,"step":1}}"#, "autoscale: the minimum of 3 is above the maximum of 2")]
#[case(
    r#"{"locations":[{"name":"a","subnet":{"prefix":"/27"}}]}"#,
    "locations[0].subnet.prefix: invalid type: string \"/27\", expected a whole number"
)]
fn a_mistake_is_named_with_its_field(#[case] json: &str, #[case] said: &str) {
    assert_eq!(read_request(json).map_err(|error| error.to_string()), Err(said.to_owned()));
}

#[test]
fn a_message_is_short_however_long_the_input() {
    let long = "x".repeat(5_000_000);
    for json in [
        format!(r#"{{"{long}":1}}"#),
        format!(r#"{{"vnet":"{long}"}}"#),
        format!(r#"{{"locations":"{long}"}}"#),
        format!(r#"{{"asOf":"{long}"}}"#),
    ] {
        let RequestError { path, message } = read_request(&json).expect_err("none is a request");
        assert!(path.chars().count() <= 81 && message.chars().count() <= 801, "{path}: {message}");
    }
}

#[test]
fn a_long_message_ends_with_what_is_expected() {
    let json = format!(r#"{{"goals":{{"{}":true}}}}"#, "x".repeat(5_000));
    let RequestError { message, .. } = read_request(&json).expect_err("an unknown goal");
    assert!(message.ends_with("expected one of `surviveZoneLoss`, `surviveRegionLoss`, `guaranteedCapacity`"), "{message}");
}

#[test]
fn null_is_not_known_for_a_list_too() {
    assert_eq!(read_request(r#"{"locations":null,"tier":null}"#), Ok(PlanRequest::default()));
}

#[test]
fn at_most_100_locations_are_accepted() {
    let locations = |count: usize| {
        let each: Vec<_> = (0..count).map(|at| format!(r#"{{"name":"r{at}"}}"#)).collect();
        read_request(&format!(r#"{{"locations":[{}]}}"#, each.join(","))).map(|request| request.locations.len())
    };
    assert_eq!(locations(100), Ok(100));
    assert_eq!(locations(101).map_err(|error| error.path), Err("locations".to_owned()));
}

#[test]
fn a_whole_number_may_be_written_with_a_point() {
    let request = read_request(r#"{"dnsChangeMinutes":2.0}"#);
    assert_eq!(request.ok().and_then(|request| request.dns_change_minutes), Some(2));
}

/// What serde derives for a struct accepts a list. A field that holds an object and is not read by `object` fails here.
#[test]
fn a_list_is_refused_wherever_an_object_is_expected() {
    let request = json!({
        "updatedWith": { "tool": "api" },
        "autoscale": { "minimum": 1, "maximum": 2, "step": 1 },
        "goals": { "surviveZoneLoss": true },
        "locations": [{ "name": "westeurope", "zones": { "kind": "redundant", "zones": 3 }, "subnet": { "prefix": 27 } }],
    });
    assert_eq!(lists_accepted(&request, read_request), Vec::<String>::new());
}

/// The pointers to the objects that may as well be a list.
pub(crate) fn lists_accepted<T>(valid: &Value, read: impl Fn(&str) -> Result<T, RequestError>) -> Vec<String> {
    fn objects(value: &Value, at: &str, found: &mut Vec<String>) {
        match value {
            Value::Object(fields) => {
                found.push(at.to_owned());
                fields.iter().for_each(|(name, value)| objects(value, &format!("{at}/{name}"), found));
            }
            Value::Array(items) => {
                items.iter().enumerate().for_each(|(place, value)| objects(value, &format!("{at}/{place}"), found));
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
    let mut found = Vec::new();
    objects(valid, "", &mut found);
    assert!(read(&valid.to_string()).is_ok(), "{valid}");
    found.retain(|at| {
        let mut changed = valid.clone();
        if let Some(object) = changed.pointer_mut(at) {
            let values = object.as_object().into_iter().flat_map(serde_json::Map::values).cloned().collect();
            *object = Value::Array(values);
        }
        read(&changed.to_string()).is_ok()
    });
    found
}
