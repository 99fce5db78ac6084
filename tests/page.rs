//! What `www/index.html` shows before the application has loaded.

use apim_plan::{Vip, Vnet, facts::migration::same_subnet};

const PAGE: &str = include_str!("../www/index.html");
const README: &str = include_str!("../README.md");

#[test]
fn the_table_has_the_figures_of_the_planner() {
    let mut expected = Vec::new();
    for (vnet, mode) in [(Vnet::External, "external"), (Vnet::Internal, "internal")] {
        for (vip, address) in [(Vip::Preserve, "preserve"), (Vip::New, "new")] {
            let Some(row) = same_subnet(vnet, vip) else { continue };
            let (value, latest) = (row.value, row.latest());
            assert_eq!((value.downtime, value.temporary_address), (latest.downtime, latest.temporary_address));
            let figures = format!(
                r#"data-vnet="{mode}" data-vip="{address}" data-down="{}" data-temporary="{}" data-kept="{}""#,
                value.downtime, value.temporary_address, value.retention
            );
            let later = (latest.retention != value.retention).then(|| format!(r#" data-later="{}""#, latest.retention));
            expected.push(figures + &later.unwrap_or_default());
        }
    }
    let found: Vec<_> = PAGE.lines().filter_map(|line| line.trim().strip_prefix("<tr role=\"row\" ")?.split_once('>')).collect();
    assert_eq!(found.iter().map(|(figures, _)| *figures).collect::<Vec<_>>(), expected);
    for (figures, cells) in found {
        for (name, minutes) in figures.split(' ').filter_map(|pair| pair.split_once('=')).skip(2) {
            let words = words_for(name, minutes.trim_matches('"'));
            assert!(cells.contains(&words), "{figures}: the row does not say \"{words}\"");
        }
    }
}

/// How the row must word a figure.
fn words_for(name: &str, minutes: &str) -> String {
    match (name, minutes) {
        ("data-temporary", "0") => String::new(),
        ("data-temporary", _) => format!("up to {minutes} min on a temporary address"),
        ("data-kept", "0") => "not retained".to_owned(),
        ("data-kept", "240") => "4 h".to_owned(),
        ("data-later", _) => format!("plan for {minutes} min"),
        _ => format!("{minutes} min"),
    }
}

#[test]
fn nothing_is_inline() {
    for line in PAGE.lines() {
        assert!(!line.contains("<style") && !line.contains(" style=\""), "{line}");
        assert!(!line.contains("<script") || line.contains(" src=\""), "{line}");
        assert!(!line.contains(" onclick=") && !line.contains(" onload="), "{line}");
    }
}

#[test]
fn the_policy_for_servers_is_the_one_of_the_page() {
    let policy = PAGE.split("http-equiv=\"Content-Security-Policy\" content=\"").nth(1).and_then(|rest| rest.split('"').next());
    let policy = policy.unwrap_or_default();
    assert!(policy.starts_with("default-src 'none'; script-src 'self' 'wasm-unsafe-eval';"), "{policy}");
    assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"), "{policy}");
    assert!(README.contains(&format!("Content-Security-Policy: {policy}\n")), "README.md shows another policy");
}

#[test]
fn the_crate_has_the_license_of_the_repository() {
    assert_eq!(include_str!("../core/LICENSE"), include_str!("../LICENSE"));
}
