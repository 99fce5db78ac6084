//! The change as code, read by others' parsers: tree-sitter grammars for Bicep and PowerShell, hcl-rs, and Bash itself.
//!
//! shellcheck, terraform and jq are used where they are installed. A test that can't run its tool says so.

#![expect(clippy::expect_used, clippy::panic, reason = "a test that finds nothing is to fail")]

#[path = "../../core/tests/common/mod.rs"]
mod common;

use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

use apim_plan::export::{CodeTool, code, code_parts};
use apim_plan::{ChangeId, ChangeSet, PathId, Plan, Verdict, changes_of, plan, read_request};
use apim_plan_tests::{installed, root};
use common::requests;
use proptest::prelude::*;
use serde_json::{Value, json};
use strum::IntoEnumIterator;

/// Requests whose code is kept in `tests/golden/changes`, each with a name.
fn golden() -> Vec<(&'static str, Option<PathId>, Value)> {
    vec![
        // Internal, two regions, downtime refused, DNS slower than the retention, a closed port and a goal of a zone.
        (
            "internal-new-vip",
            None,
            json!({
                "name": "apim-orders-prod", "resourceGroup": "rg-orders-prod", "platform": "stv1", "tier": "premium",
                "vnet": "internal", "customDomains": true, "customDomainRecord": "a", "dnsChangeMinutes": 25,
                "firewall": "forcedTunnel", "downtimeAllowed": false, "autoscale": { "minimum": 2, "maximum": 6, "step": 1 },
                "goals": { "surviveZoneLoss": true }, "ipDependencies": true,
                "locations": [
                    { "name": "West Europe", "units": 4, "unitsNeeded": 4, "subnet": { "prefix": 26, "serviceEndpoints": true } },
                    { "name": "North Europe", "units": 2, "unitsNeeded": 2, "subnet": {
                        "prefix": 27, "closedPorts": ["monitor-1886-443-outbound"], "routeApiManagement": false,
                        "networkSecurityGroup": true, "serviceEndpoints": false } }
                ]
            }),
        ),
        // Nothing but the operation: external, default names.
        (
            "external-preserve-vip",
            None,
            json!({
                "name": "apim-shop", "resourceGroup": "rg-shop", "subscriptionId": "00000000-0000-0000-0000-000000000000",
                "platform": "stv1", "tier": "developer", "vnet": "external", "customDomains": false, "autoscale": false,
                "locations": [{ "name": "West Europe", "units": 1, "subnet": { "prefix": 28 } }]
            }),
        ),
        // Another subnet, and back again, with a lock.
        (
            "new-subnet-return",
            None,
            json!({
                "name": "apim-hr", "resourceGroup": "rg-hr", "platform": "stv1", "tier": "premium", "vnet": "internal",
                "customDomains": false, "keyVaultBlocked": true, "newSubnet": true, "returnToOriginalSubnet": true,
                "locations": [{ "name": "West Europe", "units": 1, "subnet": {
                    "prefix": 28, "locked": true, "closedPorts": ["key-vault-443-outbound"] } }]
            }),
        ),
        // Not injected; names by A record.
        (
            "in-place-new-vip",
            None,
            json!({
                "name": "apim-edge", "resourceGroup": "rg-edge", "platform": "stv1", "tier": "standard", "vnet": "none",
                "customDomains": true, "customDomainRecord": "a", "downtimeAllowed": false,
                "locations": [{ "name": "West Europe", "units": 2 }]
            }),
        ),
        // Migrated already: zones, and a second region.
        (
            "zones-and-region",
            None,
            json!({
                "name": "apim-core", "resourceGroup": "rg-core", "platform": "stv2", "tier": "premium", "vnet": "external",
                "customDomains": true, "customDomainRecord": "a", "goals": { "surviveZoneLoss": true, "surviveRegionLoss": true },
                "autoscale": { "minimum": 2, "maximum": 8, "step": 1 },
                "locations": [
                    { "name": "West Europe", "units": 2, "unitsNeeded": 2, "publicIp": true },
                    { "name": "North Europe", "new": true, "unitsNeeded": 2 }
                ]
            }),
        ),
        // A second instance; nothing is known of names.
        (
            "side-by-side",
            None,
            json!({
                "platform": "stv1", "tier": "premium", "vnet": "external", "customDomains": true, "customDomainRecord": "a",
                "modifyInstance": false, "newSubnet": true,
                "locations": [{ "name": "West Europe", "units": 2 }]
            }),
        ),
        // Another subnet in two regions, to test first; stv1 compute is retained.
        (
            "new-subnet-keep-48h",
            None,
            json!({
                "name": "apim-test-first", "resourceGroup": "rg-test", "platform": "stv1", "tier": "premium", "vnet": "internal",
                "validateFirst": true, "newSubnet": true, "customDomains": true, "customDomainRecord": "a", "autoscale": false,
                "locations": [{ "name": "West Europe", "units": 2 }, { "name": "North Europe", "units": 1 }]
            }),
        ),
        // Paths that are open and not recommended.
        (
            "zones-on-stv1",
            Some(PathId::EnableZoneRedundancy),
            json!({
                "name": "apim-zoned", "resourceGroup": "rg-zoned", "platform": "stv1", "tier": "premium", "vnet": "external",
                "customDomains": false, "newSubnet": true, "goals": { "surviveZoneLoss": true },
                "locations": [{ "name": "West Europe", "units": 2 }, { "name": "North Europe", "units": 1 }]
            }),
        ),
        (
            "inject-into-vnet",
            Some(PathId::InjectIntoVnet),
            json!({
                "name": "apim-inner", "resourceGroup": "rg-inner", "platform": "stv1", "tier": "developer", "vnet": "none",
                "newSubnet": true, "locations": [{ "name": "West Europe", "units": 1 }]
            }),
        ),
    ]
}

fn planned(request: &Value) -> Plan {
    plan(&read_request(&request.to_string()).expect("a request"))
}

/// What the parser of the tool finds wrong.
fn mistakes(tool: CodeTool, text: &str) -> Vec<String> {
    match tool {
        CodeTool::Azcli => bash(text),
        CodeTool::Powershell => tree(&tree_sitter_powershell::LANGUAGE.into(), text),
        CodeTool::Bicep => tree(&tree_sitter_bicep::LANGUAGE.into(), text),
        CodeTool::Terraform => hcl::parse(text).err().map(|error| error.to_string()).into_iter().collect(),
    }
}

/// Nodes that the grammar could not read, with their lines.
fn tree(language: &tree_sitter::Language, text: &str) -> Vec<String> {
    let mut parser = tree_sitter::Parser::new();
    parser.set_language(language).expect("a grammar that this version reads");
    let tree = parser.parse(text, None).expect("a tree");
    let mut found = Vec::new();
    let mut cursor = tree.walk();
    loop {
        let node = cursor.node();
        if node.is_error() || node.is_missing() {
            let line = text.lines().nth(node.start_position().row).unwrap_or_default();
            found.push(format!("line {}: {line}", node.start_position().row + 1));
        }
        let deeper = node.has_error() && cursor.goto_first_child();
        while !deeper && !cursor.goto_next_sibling() {
            if !cursor.goto_parent() {
                return found;
            }
        }
    }
}

/// What `bash -n` says.
fn bash(text: &str) -> Vec<String> {
    let said = run("bash", &["-n"], text).expect("Bash is installed wherever the tests run");
    said.err().into_iter().collect()
}

/// Runs a tool with a text as its input; `None` if it is not installed. An error is what it said.
fn run(tool: &str, arguments: &[&str], input: &str) -> Option<Result<String, String>> {
    let mut child =
        Command::new(tool).args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().ok()?;
    // A tool that stops reading has found a mistake: its status says so.
    let _ = child.stdin.take().map(|mut stdin| stdin.write_all(input.as_bytes()));
    let output = child.wait_with_output().ok()?;
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let complained = String::from_utf8_lossy(&output.stderr);
    Some(if output.status.success() { Ok(said) } else { Err(format!("{said}{complained}")) })
}

#[test]
fn the_golden_files_are_what_is_written() {
    let folder = root().join("tests/golden/changes");
    let update = std::env::var_os("UPDATE_GOLDEN").is_some();
    for (name, path, request) in golden() {
        let plan = planned(&request);
        for tool in CodeTool::iter() {
            let end = tool.file().rsplit('.').next().expect("an ending");
            let file = folder.join(format!("{name}.{end}"));
            let text = code(&plan, tool, path);
            if update {
                fs::create_dir_all(&folder).and_then(|()| fs::write(&file, &text)).expect("the file is written");
            }
            let kept = fs::read_to_string(&file).unwrap_or_default();
            assert!(kept == text, "{} differs: run again with UPDATE_GOLDEN=1 and read the difference", file.display());
        }
    }
}

#[test]
fn the_parsers_find_mistakes() {
    assert!(!mistakes(CodeTool::Azcli, "for x in").is_empty());
    assert!(!mistakes(CodeTool::Powershell, "$x = @{ a = ").is_empty());
    assert!(!mistakes(CodeTool::Bicep, "resource x 'y' = { name: 'it's' }").is_empty());
    assert!(!mistakes(CodeTool::Terraform, "resource \"a\" \"b\" { c = \"${\" }").is_empty());
}

#[test]
fn the_golden_plans_have_no_mistakes() {
    for (name, path, request) in golden() {
        let plan = planned(&request);
        for tool in CodeTool::iter() {
            for part in code_parts(&plan, tool, path) {
                assert_eq!(mistakes(tool, &part.text), Vec::<String>::new(), "{name} {tool:?} {}\n{}", part.step, part.text);
            }
            let text = code(&plan, tool, path);
            assert_eq!(mistakes(tool, &text), Vec::<String>::new(), "{name} {tool:?}\n{text}");
        }
    }
}

#[test]
fn shellcheck_has_nothing_to_say() {
    if !installed("shellcheck") {
        return;
    }
    for (name, path, request) in golden() {
        let text = code(&planned(&request), CodeTool::Azcli, path);
        let said = run("shellcheck", &["--shell=bash", "--severity=warning", "-"], &text).expect("it runs");
        assert_eq!(said, Ok(String::new()), "{name}");
    }
}

#[test]
fn terraform_would_write_it_the_same_way() {
    if !installed("terraform") {
        return;
    }
    for (name, path, request) in golden() {
        let text = code(&planned(&request), CodeTool::Terraform, path);
        let formatted =
            run("terraform", &["fmt", "-"], &text).expect("it runs").unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(formatted, text, "{name}");
    }
}

/// Every plan of a request that has code: the recommended path, and each other one that is open.
fn texts(plan: &Plan) -> Vec<(CodeTool, String)> {
    let open = plan.paths.iter().filter(|path| path.verdict != Verdict::RuledOut).map(|path| Some(path.id));
    let paths: Vec<Option<PathId>> = std::iter::once(None).chain(open).collect();
    CodeTool::iter().flat_map(|tool| paths.iter().map(move |path| (tool, code(plan, tool, *path)))).collect()
}

const HOSTILE: [&str; 16] = [
    "it's",
    "\"",
    "`",
    "$(touch x)",
    "${x}",
    "%{x}",
    "@",
    "@/etc/passwd",
    "a=@b",
    "\n",
    "\r\n",
    "\\",
    "*/ //",
    "#",
    "\u{2028}\u{7}",
    "'@\n",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn hostile_names_in_every_field_stay_words(
        request in requests(),
        names in proptest::collection::vec(proptest::sample::select(HOSTILE.to_vec()), 5),
        place in proptest::sample::select(HOSTILE.to_vec()),
    ) {
        let mut request = request;
        let mut names = names.into_iter().map(str::to_owned);
        request.name = names.next();
        request.resource_group = names.next();
        request.subscription_id = names.next();
        if let Some(last) = request.locations.last_mut() {
            last.precreated_ip = names.next();
            last.name = apim_plan::RegionName::new(place).unwrap_or_else(|| last.name.clone());
        }
        let plan = plan(&request);
        for (tool, text) in texts(&plan) {
            prop_assert_eq!(mistakes(tool, &text), Vec::<String>::new(), "{:?}\n{}", tool, text);
        }
    }

    #[test]
    fn nothing_deletes_a_resource(request in requests()) {
        let plan = plan(&request);
        for (tool, text) in texts(&plan) {
            let code = text.lines().filter(|line| !line.trim_start().starts_with(['#', '/']));
            for line in code {
                for word in [" delete", "--method delete", "DELETE", "Remove-Az", "-Mode Complete", "destroy = false"] {
                    prop_assert!(!line.contains(word), "{tool:?}: {line}");
                }
            }
        }
    }

    /// Another subnet for the primary location, or leaving a network mode, would make Terraform delete the instance.
    #[test]
    fn terraform_is_not_asked_for_a_replacement(request in requests()) {
        let plan = plan(&request);
        let injected = request.vnet.is_some_and(|vnet| vnet != apim_plan::Vnet::None);
        for path in plan.paths.iter().filter(|path| path.verdict != Verdict::RuledOut && path.id != PathId::SideBySide) {
            for part in code_parts(&plan, CodeTool::Terraform, Some(path.id)) {
                let sets = |line: &str| line.starts_with("  virtual_network_configuration {") || line.starts_with("  virtual_network_type");
                if injected && part.text.lines().any(sets) {
                    prop_assert!(part.text.starts_with("# Not by terraform apply"), "{:?}\n{}", path.id, part.text);
                }
            }
        }
    }

    #[test]
    fn changes_follow_the_account(request in requests()) {
        let plan = plan(&request);
        let mut steps = plan.changes.iter().map(|change| change.step);
        prop_assert!(steps.clone().zip(steps.by_ref().skip(1)).all(|(one, next)| next == one || next == one + 1), "gaps");
        prop_assert!(plan.changes.first().is_none_or(|first| first.step == 1));
        // Where nothing is to be migrated nothing migrates, and a path that is ruled out has no changes.
        let migrations = plan.changes.iter().filter(|change| change.id == ChangeId::Migrate).count();
        let starts = plan.recommended.is_some_and(|path| path != PathId::SideBySide);
        prop_assert_eq!(migrations > 0, starts);
        for path in &plan.paths {
            prop_assert_eq!(changes_of(&request, path.id).is_some(), path.verdict != Verdict::RuledOut);
        }
        // A port that is known to be open, or that the mode does not need, is left alone.
        for change in &plan.changes {
            if let Some(ChangeSet::NetworkRule { port, .. }) = &change.set {
                prop_assert!(plan.ports.iter().any(|row| row.id == *port && row.required));
            }
        }
        let Some(path) = plan.paths.iter().find(|path| Some(path.id) == plan.recommended) else { return Ok(()) };
        // Every record that waits for the reader is among the changes, by the minute of the path.
        for record in path.dns_records.iter().filter(|record| record.changed_by == apim_plan::ChangedBy::You) {
            let found = plan.changes.iter().any(|change| {
                matches!(&change.set, Some(ChangeSet::DnsRecord { host, .. }) if *host == record.name)
                    && change.location == record.location
                    && change.minute == record.due_minute
            });
            prop_assert!(found || path.id == PathId::SideBySide, "{record:?}");
        }
    }
}
