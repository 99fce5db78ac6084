//! Mangled descriptions: no panic, no hang, nothing private in any answer.
//!
//! A million inputs: `PROPTEST_CASES=1000000 cargo test -p apim-plan --test import_fuzz -- --nocapture`.

use std::cell::Cell;
use std::path::Path;
use std::time::{Duration, Instant};

use apim_plan::import::{import, read};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

/// A part of every private value in the fixtures. Cut anywhere, what is left
/// of it either lacks this or has a character that no field accepts.
const PRIVATE: &str = "=A!N";

/// Pieces that mean something to the parser.
const PIECES: [&str; 30] = [
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\",
    "null",
    "true",
    "-1",
    "1e309",
    "99999999999999999999",
    "\"\"",
    "[[",
    "']",
    "[parameters('x')]",
    "[concat(",
    "(",
    ")",
    "\n",
    "\r\n",
    "\u{0}",
    "\u{feff}",
    "ÿ",
    "🙂",
    ";",
    "\\ud800",
    "//",
    "/*",
];

/// A change of a text. Positions are fractions of its length, so that they fit every text.
#[derive(Debug, Clone)]
enum Change {
    Cut { from: f64, length: f64 },
    Double { from: f64, length: f64 },
    Move { from: f64, length: f64, to: f64 },
    Insert { at: f64, piece: usize },
    Replace { at: f64, byte: u8 },
    Shout { from: f64, length: f64 },
    Nest { at: f64, depth: u16 },
    SwapTexts { one: f64, other: f64 },
    Graft { from: f64, length: f64, to: f64, fixture: usize },
}

fn change() -> impl Strategy<Value = Change> {
    let place = || 0.0..1.0_f64;
    let length = || prop_oneof![3 => 0.0..0.01_f64, 1 => 0.0..1.0_f64];
    prop_oneof![
        1 => (place(), length()).prop_map(|(from, length)| Change::Cut { from, length }),
        1 => (place(), length()).prop_map(|(from, length)| Change::Double { from, length }),
        1 => (place(), length(), place()).prop_map(|(from, length, to)| Change::Move { from, length, to }),
        3 => (place(), 0..PIECES.len()).prop_map(|(at, piece)| Change::Insert { at, piece }),
        2 => (place(), any::<u8>()).prop_map(|(at, byte)| Change::Replace { at, byte }),
        1 => (place(), length()).prop_map(|(from, length)| Change::Shout { from, length }),
        1 => (place(), 1..400_u16).prop_map(|(at, depth)| Change::Nest { at, depth }),
        4 => (place(), place()).prop_map(|(one, other)| Change::SwapTexts { one, other }),
        1 => (place(), length(), place(), any::<usize>())
            .prop_map(|(from, length, to, fixture)| Change::Graft { from, length, to, fixture }),
    ]
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "a place in a text of a few kilobytes"
)]
fn at(text: &[u8], part: f64) -> usize {
    ((text.len() as f64 * part) as usize).min(text.len())
}

fn span(text: &[u8], from: f64, length: f64) -> std::ops::Range<usize> {
    let from = at(text, from);
    from..(from + at(text, length)).min(text.len())
}

/// The text between the quotation marks around a position: a key or a value.
fn quoted(text: &[u8], place: usize) -> Option<std::ops::Range<usize>> {
    let from = place + text.get(place..)?.iter().position(|byte| *byte == b'"')? + 1;
    let to = from + text.get(from..)?.iter().position(|byte| *byte == b'"')?;
    Some(from..to)
}

fn apply(text: &mut Vec<u8>, change: &Change, fixtures: &[Vec<u8>]) {
    match *change {
        Change::Cut { from, length } => {
            let span = span(text, from, length);
            text.drain(span);
        }
        Change::Double { from, length } => {
            let span = span(text, from, length);
            let piece = text.get(span.clone()).unwrap_or_default().to_vec();
            text.splice(span.start..span.start, piece);
        }
        Change::Move { from, length, to } => {
            let span = span(text, from, length);
            let piece: Vec<u8> = text.drain(span).collect();
            let to = at(text, to);
            text.splice(to..to, piece);
        }
        Change::Insert { at: place, piece } => {
            let place = at(text, place);
            text.splice(place..place, PIECES.get(piece).unwrap_or(&"").bytes());
        }
        Change::Replace { at: place, byte } => {
            let place = at(text, place);
            if let Some(old) = text.get_mut(place) {
                *old = byte;
            }
        }
        Change::Shout { from, length } => {
            let span = span(text, from, length);
            if let Some(piece) = text.get_mut(span) {
                piece.make_ascii_uppercase();
            }
        }
        Change::Nest { at: place, depth } => {
            let place = at(text, place);
            let piece = if depth % 2 == 0 { "[" } else { "{\"a\":" };
            text.splice(place..place, piece.repeat(usize::from(depth)).into_bytes());
        }
        Change::SwapTexts { one, other } => {
            let (one, other) = (at(text, one.min(other)), at(text, one.max(other)));
            let (Some(one), Some(other)) = (quoted(text, one), quoted(text, other)) else { return };
            if one.end > other.start {
                return;
            }
            let piece = text.get(one.clone()).unwrap_or_default().to_vec();
            let later: Vec<u8> = text.splice(other, piece).collect();
            text.splice(one, later);
        }
        Change::Graft { from, length, to, fixture } => {
            let Some(other) = fixtures.get(fixture % fixtures.len().max(1)) else { return };
            let piece = other.get(span(other, from, length)).unwrap_or_default().to_vec();
            let to = at(text, to);
            text.splice(to..to, piece);
        }
    }
}

/// The encodings of a file.
fn encoded(text: Vec<u8>, encoding: u8) -> Vec<u8> {
    let units = |of: fn(u16) -> [u8; 2]| String::from_utf8_lossy(&text).encode_utf16().flat_map(of).collect();
    match encoding {
        0 => [&[0xEF, 0xBB, 0xBF], text.as_slice()].concat(),
        1 => [vec![0xFF, 0xFE], units(u16::to_le_bytes)].concat(),
        2 => units(u16::to_be_bytes),
        _ => text,
    }
}

fn fixtures() -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/import");
    let mut paths: Vec<_> = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    paths.sort();
    paths.into_iter().filter_map(|path| std::fs::read(path).ok()).collect()
}

#[test]
fn mangled_descriptions_do_no_harm() {
    let fixtures = fixtures();
    assert!(fixtures.len() > 10);
    // The environment sets another number of cases; a failure is printed, not stored.
    let chosen = std::env::var("PROPTEST_CASES").is_ok();
    let config = Config::default();
    let cases = if chosen { config.cases } else { 3_000 };
    let mut runner = TestRunner::new(Config { cases, failure_persistence: None, ..config });
    let (slowest, read_well, bytes) = (Cell::new(Duration::ZERO), Cell::new(0_u32), Cell::new(0_usize));
    let input = (any::<prop::sample::Index>(), prop::collection::vec(change(), 0..8), 0..12_u8);
    let begun = Instant::now();
    let outcome = runner.run(&input, |(which, changes, encoding)| {
        let mut text = fixtures.get(which.index(fixtures.len())).cloned().unwrap_or_default();
        for change in &changes {
            apply(&mut text, change, &fixtures);
        }
        let file = encoded(text, encoding);
        let started = Instant::now();
        let imported = import(&file);
        slowest.set(slowest.get().max(started.elapsed()));
        bytes.set(bytes.get() + file.len());
        let written = match &imported {
            Ok(imported) => {
                read_well.set(read_well.get() + 1);
                format!("{imported:?}")
            }
            Err(error) => format!("{error:?}"),
        };
        prop_assert!(!written.contains(PRIVATE), "{written}");
        prop_assert!(!written.contains('@'), "{written}");
        Ok(())
    });
    assert!(outcome.is_ok(), "{outcome:?}");
    // Far above the time of any case, and far below that of a quadratic step: this finds a hang, not a slow machine.
    assert!(slowest.get() < Duration::from_secs(20), "{:?}", slowest.get());
    println!(
        "{cases} inputs, {} of them read, {} MB in {:.0?}; slowest {:.1?}",
        read_well.get(),
        bytes.get() >> 20,
        begun.elapsed(),
        slowest.get()
    );
}

/// The time grows with the input, not with its square: each of these shapes has
/// one part repeated that could be searched again for every other.
#[test]
fn large_and_odd_inputs_end_in_time() {
    let many = |piece: &str, count: usize| piece.repeat(count);
    let service = r#"{"type":"Microsoft.ApiManagement/service","name":"a","location":"uksouth","sku":{"name":"Premium","capacity":1},"properties":{"#;
    let template =
        r#"{"$schema":"deploymentTemplate","contentVersion":"1","parameters":{"p":{"defaultValue":"x"}},"variables":{"#;
    let inputs = [
        many("[", 2_000_000),
        many("{\"a\":", 500_000),
        format!("[{}]", many("{},", 300_000).trim_end_matches(',')),
        format!("{{\"value\":[{}0]}}", many("1,", 1_000_000)),
        many("{\"a\":1}\n", 200_000),
        many("{\"a\":\n", 200_000),
        format!(
            "{service}\"customProperties\":{{{}\"z\":1}}}}}}",
            many("\"Microsoft.WindowsAzure.ApiManagement.Gateway.Security.Protocols.Tls10\":\"True\",", 50_000)
        ),
        format!("{service}\"additionalLocations\":[{}{{}}]}}}}", many("{\"location\":\"\",\"sku\":{\"capacity\":1}},", 3_000)),
        format!("{service}{}\"z\":1}}}}", many("\"platformVersion\":null,", 300_000)),
        format!(
            "{template}{}\"z\":1}},\"resources\":[{}{{}}]}}",
            many("\"v\":\"[variables('w')]\",", 20_000),
            many("{\"type\":\"Microsoft.ApiManagement/service\",\"name\":\"[variables('v')]\"},", 20_000)
        ),
        format!(
            "{template}\"v\":\"{}\"}},\"resources\":[{{\"type\":\"Microsoft.ApiManagement/service\",\"name\":\"[concat({}'')]\"}}]}}",
            many("x", 10_000),
            many("variables('v'),", 20_000)
        ),
        format!(
            "{template}\"z\":1}},\"resources\":[{{\"type\":\"Microsoft.ApiManagement/service\",\"copy\":{{\"name\":\"c\",\"count\":999999999}},\"name\":\"a\"}}]}}"
        ),
        format!(
            "{template}\"z\":1}},\"resources\":[{{\"type\":\"Microsoft.ApiManagement/service\",\"properties\":{{\"copy\":[{{\"name\":\"zones\",\"count\":999999999,\"input\":\"1\"}}]}}}}]}}"
        ),
        format!("id,type\n{}", many("\"x,y\n", 300_000)),
        format!("id,type\n{}", many("x\",\"\n", 300_000)),
        many("x: y\n", 400_000),
        many("/*", 1_000_000),
        format!("{{{}}}", many("\"a\":\"\\u0041\",", 300_000).trim_end_matches(',')),
    ];
    for input in inputs {
        let started = Instant::now();
        let outcome = read(&input).map(|reading| reading.instances.len());
        let took = started.elapsed();
        let start: String = input.chars().take(60).collect();
        assert!(took < Duration::from_secs(30), "{start}: {took:?}, {outcome:?}");
    }
}
