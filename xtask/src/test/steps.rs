//! The checks.

use super::{Check, Lane, needs::Needs};
use crate::{
    failure::{Done, Failure},
    files, new, npm, process,
    setup::{self, TARGET},
    site,
    step::Step,
};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// In each lane the checks come first that find mistakes soonest.
pub(super) const STEPS: [Check; 13] = [
    Check { name: "fmt", lane: Lane::Native, run: |_| fmt() },
    Check {
        name: "clippy",
        lane: Lane::Native,
        run: |_| process::run(&mut cargo("clippy --locked --workspace --all-targets -- -D warnings")),
    },
    Check { name: "core-alone", lane: Lane::Native, run: |_| core_alone() },
    Check { name: "unit", lane: Lane::Native, run: |_| unit() },
    Check { name: "new", lane: Lane::Native, run: |_| what_new_writes_compiles() },
    Check { name: "publish", lane: Lane::Native, run: |_| publish() },
    Check { name: "clippy-wasm", lane: Lane::Native, run: clippy_wasm },
    Check { name: "site", lane: Lane::Web, run: Needs::site },
    Check { name: "package", lane: Lane::Web, run: Needs::package },
    Check { name: "cases", lane: Lane::Web, run: cases },
    Check { name: "node", lane: Lane::Web, run: node },
    Check { name: "consumers", lane: Lane::Web, run: consumers },
    Check { name: "browser", lane: Lane::Alone, run: browser },
];

/// rustfmt does not follow the `mod` lines that a macro writes, so the files of rules and questions are named.
fn fmt() -> Done {
    process::run(&mut cargo("fmt --all --check"))?;
    let mut rustfmt = Command::new("rustfmt");
    rustfmt.args(["--check", "--edition", "2024"]).current_dir(crate::workspace());
    for folder in ["core/src/findings", "core/src/questionnaire"] {
        rustfmt.args(files::within(&crate::workspace().join(folder))?);
    }
    process::run(&mut rustfmt)
}

/// The random requests of the laws come from one seed, so that a failure is caused by the change under test. `cargo test` alone draws new
/// requests every time, and `PROPTEST_CASES` draws more of them.
fn unit() -> Done {
    let mut tests = cargo("test --locked --workspace --no-fail-fast");
    if std::env::var_os("PROPTEST_RNG_SEED").is_none() {
        tests.env("PROPTEST_RNG_SEED", "20261121");
    }
    process::run(&mut tests)
}

/// `cargo xtask new` writes Rust that compiles, tried in a copy of the sources.
fn what_new_writes_compiles() -> Done {
    let copy = crate::workspace().join("target/xtask/new");
    new::copy_sources(&crate::workspace(), &copy)?;
    for (kind, name) in
        [("question", "is-it-new"), ("rule", "nothing-new"), ("fact", "zones.something-new"), ("fact", "novelties.first")]
    {
        new::write(&copy, kind, name)?;
    }
    // Unused citations and TODO comments are fine here; errors are not.
    process::run(cargo("check --locked --quiet --package apim-plan").current_dir(&copy).env("CARGO_TARGET_DIR", crate::target()))
}

/// The crate can be packed, compiles from what was packed, and has what crates.io asks for.
fn publish() -> Done {
    process::run(&mut cargo("publish --dry-run --locked --allow-dirty --package apim-plan"))
}

/// Cargo of the toolchain that runs this program.
fn cargo(line: &str) -> Command {
    let mut command = Command::new("cargo");
    command.args(line.split(' ')).current_dir(crate::workspace());
    command
}

/// Lints the code that exists for wasm32 only.
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

/// Without its features the planner depends on no crate of the web.
fn core_alone() -> Done {
    let tree = process::ask(&mut cargo("tree --locked -p apim-plan --edges normal --target all --prefix none --format {p}"));
    let tree = tree.ok_or_else(|| Failure::new("`cargo tree` failed", ""))?;
    match of_the_web(&tree).as_slice() {
        [] => Ok(()),
        found => Err(Failure::new(format!("core depends on {}", found.join(", ")), "Put it behind the feature `wasm`.")),
    }
}

/// The packages of a tree, one a line, that are made for JavaScript or a browser.
fn of_the_web(tree: &str) -> Vec<&str> {
    const WEB: [&str; 7] = ["wasm-bindgen", "js-sys", "web-sys", "serde-wasm-bindgen", "tsify", "gloo", "yew"];
    let packages = tree.lines().filter_map(|line| line.split(' ').next());
    packages.filter(|package| WEB.iter().any(|web| package == web || package.starts_with(&format!("{web}-")))).collect()
}

/// The shared cases, if they are checked out beside this repository.
fn cases(needs: &Needs) -> Done {
    needs.package()?;
    let cases = crate::workspace().join("../shared/cases");
    if !cases.is_dir() {
        println!("There is no ../shared/cases: only the repository's own cases are run (steps unit and node).");
        return Ok(());
    }
    // Both revisions of the contract.
    [cases.clone(), cases.join("revision2")].iter().filter(|folder| folder.is_dir()).try_for_each(|folder| {
        let mut command = Command::new("node");
        command.arg(cases.join("run.mjs")).arg(folder).args(["--", "node", "dist/npm/cli.js", "plan", "--lines"]);
        process::run(command.current_dir(crate::workspace()))
    })
}

/// The package in Node.
fn node(needs: &Needs) -> Done {
    needs.package()?;
    process::run(node_tests("tests/npm", ".test.mjs")?.env("PACKAGE", npm::folder()))
}

/// The packed package in bundlers, other runtimes, a script tag and TypeScript compilers.
fn consumers(needs: &Needs) -> Done {
    needs.package()?;
    let chromium = needs.chromium()?;
    setup::packages(Step::start("consumers"), Path::new("tests/consumers"))?;
    let mut command = node_tests("tests/consumers", ".test.mjs")?;
    process::run(command.env("PACKAGE", npm::folder()).env("CHROMIUM", chromium))
}

/// The page in a browser.
fn browser(needs: &Needs) -> Done {
    needs.site()?;
    // The specs make links and stored answers with the package.
    needs.package()?;
    let chromium = needs.chromium()?;
    let mut command = node_tests("tests/browser", ".spec.mjs")?;
    process::run(command.env("CHROMIUM", chromium).env("SITE", site::folder()).env("PACKAGE", npm::folder()))
}

/// Node's test runner with the files of a folder, because Node 20 takes no pattern.
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
