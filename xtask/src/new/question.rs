//! A question: its file, its line in the list, its field in the request, its row in the contract, its golden case.

use super::{Name, Plan, edit::Edit};
use crate::failure::Done;
use std::path::Path;

const FOLDER: &str = "core/src/questionnaire";
const REQUEST: &str = "core/src/domain/request.rs";
const CONTRACT: &str = "docs/contract.md";

pub(super) fn plan(root: &Path, name: &Name) -> Done<Plan> {
    let (file, field) = (name.snake(), name.camel());
    let golden = format!("tests/golden/questions/{}.json", name.kebab());
    let in_request = format!(
        "    /// TODO: the question, for readers of the types.\n    \
         #[serde(skip_serializing_if = \"Option::is_none\")]\n    pub {file}: Option<bool>,"
    );
    let edits = vec![
        Edit::create(root, format!("{FOLDER}/{file}.rs"), question(&file, &field))?,
        Edit::insert(root, &format!("{FOLDER}/mod.rs"), &format!("    {file},"), first_uncounted)?,
        Edit::insert(root, REQUEST, &in_request, before_as_of)?,
        Edit::insert(root, CONTRACT, &format!("| `{field}` | boolean | TODO |"), |lines| row_of(lines, "asOf"))?,
        Edit::create(root, golden.clone(), case(&field))?,
    ];
    let next = format!(
        "Fill in every TODO:\n\
         1. {FOLDER}/{file}.rs: label, help, how to find out, group, and `matters`. It asks for yes or no; `kind.rs` has the other kinds.\n   \
            A question about a location is a `Question<Location>`, further down in the list.\n\
         2. {REQUEST} and {CONTRACT}: what the answer means.\n\
         3. {golden}: a case that the answer decides.\n\
         4. If it decides a path: core/src/decide and core/tests/whole_space.rs. If it has a finding: cargo xtask new rule NAME.\n\
         5. CHANGELOG.md.\n\
         Then: rustfmt --edition 2024 {FOLDER}/{file}.rs; cargo test -p apim-plan -p apim-plan-tests"
    );
    Ok(Plan { edits, next })
}

fn question(file: &str, field: &str) -> String {
    format!(
        r#"//! TODO: what is asked, as a question. Why it matters.

use super::prelude::*;

pub(super) static QUESTION: Question = Question {{
    field: Field::named("{field}"),
    group: Group::Instance,
    label: "TODO",
    short: "TODO",
    help: "TODO.",
    find_out: &[],
    in_links: InLinks::Carried,
    kind: yes_no!({file}),
    weight: Weight::Counted(Counted {{
        open: "whether TODO",
        matters: |case| case.must_move(),
        unneeded: |_| None,
        sway: Sway::None,
    }}),
}};
"#
    )
}

fn case(field: &str) -> String {
    format!(
        r#"[
  {{
    "name": "TODO: the case in one sentence",
    "says": "S002, TODO: heading",
    "request": {{ "tier": "premium", "platform": "stv1", "vnet": "internal", "{field}": true }},
    "expect": {{ "recommended": "TODO" }}
  }}
]
"#
    )
}

/// In front of the first question that a plan does not count.
fn first_uncounted(lines: &[&str]) -> Option<usize> {
    lines.iter().position(|line| *line == "    cloud,")
}

/// In front of the last field of the request, with its comments and attributes.
fn before_as_of(lines: &[&str]) -> Option<usize> {
    let mut at = lines.iter().position(|line| line.trim_start().starts_with("pub as_of:"))?;
    while at > 0 && lines.get(at - 1).is_some_and(|line| line.trim_start().starts_with(['/', '#'])) {
        at -= 1;
    }
    Some(at)
}

fn row_of(lines: &[&str], field: &str) -> Option<usize> {
    lines.iter().position(|line| line.starts_with(&format!("| `{field}` |")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_goes_behind_the_questions_that_a_plan_counts() {
        let lines = ["questions! {", "    tier,", "    cloud,", "    name;", "    of location:", "    units,", "}"];
        assert_eq!(first_uncounted(&lines), Some(2));
    }

    #[test]
    fn the_field_goes_in_front_of_the_last_one_and_its_comments() {
        let lines = ["    pub goals: u8,", "    /// Today.", "    #[serde(default)]", "    pub as_of: Option<Day>,", "}"];
        assert_eq!(before_as_of(&lines), Some(1));
    }
}
