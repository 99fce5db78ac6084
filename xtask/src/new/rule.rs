//! A rule: its file, its line in the list, its golden case.

use super::{
    Name, Plan,
    edit::{Edit, end_of_block},
};
use crate::failure::Done;
use std::path::Path;

const FOLDER: &str = "core/src/findings";

pub(super) fn plan(root: &Path, name: &Name) -> Done<Plan> {
    let (id, file) = (name.pascal(), name.snake());
    let entry = format!("    /// TODO: what it finds.\n    {id} => {file},");
    let golden = format!("tests/golden/rules/{}.json", name.kebab());
    let edits = vec![
        Edit::create(root, format!("{FOLDER}/{file}.rs"), rule(&id))?,
        Edit::insert(root, &format!("{FOLDER}/mod.rs"), &entry, |lines| end_of_block(lines, "rules! {"))?,
        Edit::create(root, golden.clone(), case(&name.kebab()))?,
    ];
    let next = format!(
        "Fill in every TODO:\n\
         1. {FOLDER}/{file}.rs: severity, what it finds, the citations (`because`), the check and its two sentences. `Check::Instance` is for\n   \
            findings about the instance, `Check::Several` for any number.\n\
         2. {golden}: a case that finds it, and one where it is silent.\n\
         3. CHANGELOG.md: who is affected, what changes in their plan, from when, on whose word.\n\
         Then: rustfmt --edition 2024 {FOLDER}/{file}.rs; cargo test -p apim-plan-tests"
    );
    Ok(Plan { edits, next })
}

fn rule(id: &str) -> String {
    format!(
        r#"use super::{{At, Basis, Check, Found, Rule, RuleId}};
use crate::domain::Severity;

pub(super) static RULE: Rule = Rule {{
    id: RuleId::{id},
    severity: Severity::Note,
    finds: "TODO: completes \"This rule finds ...\"",
    basis: Basis::Derived,
    because: &[],
    check: Check::Location(check),
}};

/// Silent TODO.
fn check(at: &At<'_>) -> Option<Found> {{
    (at.decided.current.units == Some(0)).then(|| at.found("TODO: what is the matter.", "TODO: what to do."))
}}
"#
    )
}

fn case(id: &str) -> String {
    format!(
        r#"[
  {{
    "name": "TODO: a request in which it is found",
    "says": "TODO: the id of a source, or a section of docs/contract.md",
    "request": {{ "tier": "premium", "platform": "stv2", "vnet": "none", "locations": [{{ "name": "westeurope", "units": 2 }}] }},
    "expect": {{ "findings[rule={id}].severity": "note" }}
  }},
  {{
    "name": "TODO: a request in which it is silent",
    "says": "TODO",
    "request": {{ "tier": "premium", "platform": "stv2", "vnet": "none", "locations": [{{ "name": "westeurope", "units": 3 }}] }},
    "expect": {{ "findings[rule={id}]": {{ "$absent": true }} }}
  }}
]
"#
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rule_is_named_alike_everywhere() {
        assert!(rule("NoPathLeft").contains("id: RuleId::NoPathLeft,"));
        assert!(case("no-path-left").contains("findings[rule=no-path-left].severity"));
    }
}
