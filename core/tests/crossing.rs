//! What crosses a boundary, to a file or to JavaScript, comes back as it was.

#![expect(clippy::expect_used, reason = "a test that finds nothing is to fail")]

mod common;

use std::num::NonZeroU32;

use apim_plan::fleet::{Calendar, FleetOptions, Freeze, Pause, TimeOfDay, Weekday, Window, Zone, read_options};
use apim_plan::import::{Environment, Extras, Host, Imported, LocationExtras, NotRead, NotReadKind, ReadField};
use apim_plan::{Day, PathSelection, PlanOptions, RequestError, SourceForm, read_request};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde::Serialize;
use serde::de::DeserializeOwned;
use strum::IntoEnumIterator;

/// Any text, control characters and signs beyond the basic plane included.
fn text() -> impl Strategy<Value = String> {
    any::<String>()
}

fn texts() -> impl Strategy<Value = Vec<String>> {
    vec(text(), 0..3)
}

fn host() -> impl Strategy<Value = Host> {
    (of(text()), of(text()), any::<bool>()).prop_map(|(purpose, name, custom)| Host {
        purpose: purpose.map(Into::into),
        name,
        custom,
    })
}

fn location() -> impl Strategy<Value = LocationExtras> {
    (texts(), texts(), texts(), of(text()), of(text()), of(any::<bool>()), of(any::<bool>())).prop_map(
        |(public_ips, private_ips, outbound_ips, subnet, public_ip_resource, gateway_disabled, nat_gateway)| LocationExtras {
            public_ips,
            private_ips,
            outbound_ips,
            subnet,
            public_ip_resource,
            gateway_disabled,
            nat_gateway,
            // `import_around` takes these across.
            ..LocationExtras::default()
        },
    )
}

fn extras() -> impl Strategy<Value = Extras> {
    let environment = of(select(Environment::iter().collect::<Vec<_>>()));
    let flags = (of(any::<bool>()), of(any::<bool>()), of(any::<bool>()), of(any::<bool>()), of(any::<u32>()));
    let words = (of(text()), of(text()), of(text()), texts(), texts());
    (environment, flags, words, vec(host(), 0..3), vec(location(), 0..3)).prop_map(
        |(environment, flags, words, hosts, locations)| {
            let (endpoints_blocked, network_removed, trusted_access_given_up, public_network_access, private_endpoints) = flags;
            let (provisioning_state, min_api_version, api_version, precreated_ips, retired_protocols) = words;
            Extras {
                environment,
                provisioning_state: provisioning_state.map(Into::into),
                endpoints_blocked,
                network_removed,
                hosts,
                locations,
                precreated_ips,
                retired_protocols: retired_protocols.into_iter().map(Into::into).collect(),
                trusted_access_given_up,
                min_api_version,
                api_version,
                public_network_access,
                private_endpoints,
                ..Extras::default()
            }
        },
    )
}

fn imported() -> impl Strategy<Value = Imported> {
    let kind = select(vec![NotReadKind::Unreadable, NotReadKind::Private, NotReadKind::Unneeded]);
    let not_read = (text(), text(), kind).prop_map(|(path, why, kind)| NotRead { path, why: why.into(), kind });
    let read = (text(), text(), text(), any::<bool>()).prop_map(|(field, from, value, by_default)| ReadField {
        field: field.into(),
        from,
        value: value.into(),
        by_default,
    });
    let lists = (vec(not_read, 0..3), texts(), vec(read, 0..3));
    (common::requests(), text(), text(), lists, extras()).prop_map(|(request, source, at, (not_read, warnings, read), extras)| {
        Imported {
            request,
            source: source.into(),
            at,
            not_read,
            warnings: warnings.into_iter().map(Into::into).collect(),
            read,
            extras,
        }
    })
}

fn day() -> impl Strategy<Value = Day> {
    (2020..2040_i16, 1..=12_i8, 1..=28_i8).prop_map(|(year, month, day)| Day::constant(year, month, day))
}

/// A day and one that is not before it.
fn days() -> impl Strategy<Value = (Day, Day)> {
    (day(), day()).prop_map(|(one, other)| (one.min(other), one.max(other)))
}

fn time() -> impl Strategy<Value = TimeOfDay> {
    (0..24_u32, 0..60_u32).prop_map(|(hours, minutes)| format!("{hours:02}:{minutes:02}").try_into().expect("a time of day"))
}

fn window() -> impl Strategy<Value = Window> {
    let weekdays = subsequence(Weekday::iter().collect::<Vec<_>>(), 1..=7);
    (weekdays, time(), time()).prop_filter_map("opens and closes at once", |(days, from, to)| Window::new(days, from, to).ok())
}

fn calendar() -> impl Strategy<Value = Calendar> {
    let zone =
        select(vec!["UTC", "Europe/Amsterdam", "+05:30"]).prop_map(|name| Zone::try_from(name.to_owned()).expect("a zone"));
    let freeze = days().prop_map(|(from, to)| Freeze { from, to });
    let lists = (vec(window(), 1..3), vec(freeze, 0..3));
    (days(), any::<bool>(), zone, lists, any::<bool>()).prop_map(|((from, last), ends, time_zone, (windows, freezes), pauses)| {
        Calendar { from, until: ends.then_some(last), time_zone, windows, freezes, pause_minutes: pauses.then(Pause::default) }
    })
}

/// Reads what was written.
fn again<T: Serialize + DeserializeOwned>(value: &T) -> T {
    serde_json::from_str(&serde_json::to_string(value).expect("it is JSON")).expect("what was written can be read")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn requests_come_back(request in common::requests()) {
        let text = serde_json::to_string(&request).expect("a request is JSON");
        prop_assert_eq!(read_request(&text), Ok::<_, RequestError>(request));
    }

    #[test]
    fn imported_instances_come_back(imported in imported()) {
        prop_assert_eq!(again(&imported), imported);
    }

    #[test]
    fn options_of_a_fleet_come_back(simultaneous in of(1..=u32::MAX), calendar in of(calendar())) {
        let options = FleetOptions { simultaneous: simultaneous.and_then(NonZeroU32::new), calendar };
        let text = serde_json::to_string(&options).expect("options are JSON");
        prop_assert_eq!(read_options(&text), Ok::<_, RequestError>(options));
    }
}

#[test]
fn options_of_a_plan_come_back() {
    for paths in PathSelection::iter() {
        for sources in SourceForm::iter() {
            let options = PlanOptions { paths, sources };
            assert_eq!(again(&options), options);
        }
    }
}
