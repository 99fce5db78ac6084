//! What `www/index.html` shows before the application has loaded.

use apim_plan_tests::static_table;

const PAGE: &str = include_str!("../www/index.html");
const README: &str = include_str!("../README.md");

/// `cargo run -p apim-plan-tests --bin static-table` writes it.
#[test]
fn the_table_is_the_one_that_the_facts_write() {
    assert_eq!(static_table::with_table(PAGE).as_deref(), Some(PAGE));
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
