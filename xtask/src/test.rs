//! Every check of the project, each under a name by which it can be asked for alone.

use crate::{
    failure::{Done, Failure},
    npm, process, setup,
    setup::{TARGET, Tools},
    site,
    step::{Spell, Step},
};
use std::{
    cell::OnceCell,
    fs,
    path::{Path, PathBuf},
    process::Command,
    time::Duration,
};

/// In the order in which a mistake is found soonest.
const CHECKS: [Check; 11] = [
    Check { name: "fmt", run: |_| process::run(&mut cargo("fmt --all --check")) },
    Check { name: "clippy", run: |_| process::run(&mut cargo("clippy --locked --workspace --all-targets -- -D warnings")) },
    Check { name: "core-alone", run: |_| core_alone() },
    Check { name: "unit", run: |_| unit() },
    Check { name: "clippy-wasm", run: clippy_wasm },
    Check { name: "site", run: |needs| needs.site() },
    Check { name: "package", run: |needs| needs.package() },
    Check { name: "cases", run: cases },
    Check { name: "node", run: node },
    Check { name: "consumers", run: consumers },
    Check { name: "browser", run: browser },
];

/// The laws draw their requests from one seed here, so that a run says something of the change and not of its luck.
/// `cargo test` alone draws anew each time, and `PROPTEST_CASES` draws more.
fn unit() -> Done {
    let mut tests = cargo("test --locked --workspace");
    if std::env::var_os("PROPTEST_RNG_SEED").is_none() {
        tests.env("PROPTEST_RNG_SEED", "20261121");
    }
    process::run(&mut tests)
}

struct Check {
    name: &'static str,
    run: fn(&Needs) -> Done,
}

/// What several checks stand on, made when the first of them asks and kept, failures included.
#[derive(Default)]
struct Needs {
    tools: OnceCell<Done<Tools>>,
    site: OnceCell<Done>,
    package: OnceCell<Done>,
    chromium: OnceCell<Done<PathBuf>>,
}

impl Needs {
    fn tools(&self) -> Done<Tools> {
        self.tools.get_or_init(|| setup::for_building()).clone()
    }

    fn site(&self) -> Done {
        self.site.get_or_init(|| site::build(&self.tools()?)).clone()
    }

    fn package(&self) -> Done {
        self.package.get_or_init(|| npm::build(&self.tools()?)).clone()
    }

    fn chromium(&self) -> Done<PathBuf> {
        self.chromium.get_or_init(setup::browser).clone()
    }
}

struct Outcome {
    name: &'static str,
    result: Done,
    took: Duration,
}

/// Runs the checks named, or all; fails when one of them failed.
pub(crate) fn run(names: &[&str]) -> Done {
    let all = CHECKS.map(|check| check.name);
    if names == ["list"] {
        println!("{}", all.join("\n"));
        return Ok(());
    }
    if let Some(unknown) = names.iter().find(|name| !all.contains(name)) {
        return Err(Failure::new(format!("there is no step {unknown}"), format!("The steps are: {}.", all.join(", "))));
    }
    let needs = Needs::default();
    // Installed before the first check, so that the times below are those of the checks.
    let set_up = (names.is_empty()).then(|| {
        let step = Step::start("set-up");
        let result = needs.tools().map(drop).and(needs.chromium().map(drop));
        Outcome { name: step.name(), result, took: step.elapsed() }
    });
    let chosen = CHECKS.iter().filter(|check| names.is_empty() || names.contains(&check.name));
    let checked = chosen.map(|check| {
        println!("\n── {} ──", check.name);
        let step = Step::start(check.name);
        let result = (check.run)(&needs);
        if let Err(failure) = &result {
            step.say(failure);
        }
        Outcome { name: check.name, result, took: step.elapsed() }
    });
    conclude(&set_up.into_iter().chain(checked).collect::<Vec<_>>())
}

fn conclude(outcomes: &[Outcome]) -> Done {
    println!("\n── summary ──");
    for Outcome { name, result, took } in outcomes {
        let word = if result.is_ok() { "passed" } else { "FAILED" };
        println!("{name:<12} {word} {:>14}", Spell(*took).to_string());
    }
    let failed = outcomes.iter().filter(|outcome| outcome.result.is_err());
    let names = failed.map(|outcome| outcome.name).collect::<Vec<_>>();
    // In this form the line is understood by what reads test runs.
    println!("\n{} passed, {} failed", outcomes.len() - names.len(), names.len());
    if names.is_empty() {
        Ok(())
    } else {
        let again = format!("Run them alone: cargo xtask test {}", names.join(" ").replace("set-up", "").trim());
        Err(Failure::new(format!("failed: {}", names.join(", ")), again))
    }
}

/// The toolchain that runs this, with its own settings.
fn cargo(line: &str) -> Command {
    let mut command = Command::new("cargo");
    command.args(line.split(' ')).current_dir(crate::workspace());
    command
}

/// Lints what only exists for wasm32.
fn clippy_wasm(needs: &Needs) -> Done {
    let tools = needs.tools()?;
    let mut command = tools.command("cargo");
    let what = [
        "--locked",
        "--target",
        TARGET,
        "--features",
        "apim-plan/wasm,apim-plan-web/split",
        "-p",
        "apim-plan",
        "-p",
        "apim-plan-web",
    ];
    if tools.has_clippy() {
        return process::run(command.arg("clippy").args(what).args(["--", "-D", "warnings"]));
    }
    println!("The toolchain for wasm32 has no clippy: only what the compiler itself warns of is checked.");
    process::run(command.arg("check").args(what).env("RUSTFLAGS", "-Dwarnings"))
}

/// The planner as other Rust programs use it depends on nothing of the web.
fn core_alone() -> Done {
    let tree = process::ask(&mut cargo("tree --locked -p apim-plan --edges normal --target all --prefix none --format {p}"));
    let tree = tree.ok_or_else(|| Failure::new("`cargo tree` failed", ""))?;
    match of_the_web(&tree).as_slice() {
        [] => Ok(()),
        found => Err(Failure::new(format!("core depends on {}", found.join(", ")), "Put it behind the feature `wasm`.")),
    }
}

/// The packages of a tree, one a line, that know of JavaScript or a browser.
fn of_the_web(tree: &str) -> Vec<&str> {
    const WEB: [&str; 7] = ["wasm-bindgen", "js-sys", "web-sys", "serde-wasm-bindgen", "tsify", "gloo", "yew"];
    let packages = tree.lines().filter_map(|line| line.split(' ').next());
    packages.filter(|package| WEB.iter().any(|web| package == web || package.starts_with(&format!("{web}-")))).collect()
}

/// The cases that lie beside this repository, where they do.
fn cases(needs: &Needs) -> Done {
    needs.package()?;
    let cases = crate::workspace().join("../shared/cases");
    if !cases.is_dir() {
        println!("There is no ../shared/cases: only the repository's own cases are run (steps unit and node).");
        return Ok(());
    }
    let mut command = Command::new("node");
    command.arg(cases.join("run.mjs")).arg(&cases).args(["--", "node", "dist/npm/cli.js", "plan", "--lines"]);
    process::run(command.current_dir(crate::workspace()))
}

/// The package as Node sees it.
fn node(needs: &Needs) -> Done {
    needs.package()?;
    process::run(node_tests("tests/npm", ".test.mjs")?.env("PACKAGE", npm::folder()))
}

/// The packed package where others use it: bundlers, other runtimes, a script tag, compilers.
fn consumers(needs: &Needs) -> Done {
    needs.package()?;
    let chromium = needs.chromium()?;
    setup::packages(Step::start("consumers"), Path::new("tests/consumers"))?;
    let mut command = node_tests("tests/consumers", ".test.mjs")?;
    process::run(command.env("PACKAGE", npm::folder()).env("CHROMIUM", chromium))
}

/// The page as a reader sees it.
fn browser(needs: &Needs) -> Done {
    needs.site()?;
    // The specs write links and kept answers with it.
    needs.package()?;
    let chromium = needs.chromium()?;
    let mut command = node_tests("tests/browser", ".spec.mjs")?;
    process::run(command.env("CHROMIUM", chromium).env("SITE", site::folder()).env("PACKAGE", npm::folder()))
}

/// Node's test runner over the files of a folder: Node 20 does not find them by a pattern.
fn node_tests(folder: &str, suffix: &str) -> Done<Command> {
    let path = crate::workspace().join(folder);
    let found = fs::read_dir(&path).into_iter().flatten().flatten().map(|file| file.path());
    let mut files: Vec<PathBuf> = found.filter(|file| is_named(file, suffix)).collect();
    if files.is_empty() {
        return Err(Failure::new(format!("{folder} has no *{suffix}"), ""));
    }
    files.sort();
    let mut command = Command::new("node");
    command.args(["--test", "--test-reporter=spec"]).args(files).current_dir(crate::workspace());
    Ok(command)
}

fn is_named(file: &Path, suffix: &str) -> bool {
    file.file_name().is_some_and(|name| name.to_string_lossy().ends_with(suffix))
}

#[cfg(test)]
mod tests {
    use super::of_the_web;

    #[test]
    fn finds_what_knows_of_a_browser() {
        assert_eq!(of_the_web("apim-plan v0.1.0\njiff v0.2.16\n"), Vec::<&str>::new());
        assert_eq!(of_the_web("serde v1.0\ngloo-utils v0.2\njs-sys v0.3\n"), ["gloo-utils", "js-sys"]);
    }
}
