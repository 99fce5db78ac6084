//! How long a plan takes: natively, through the package, and in other rule engines. A slow run never fails.

use crate::{
    failure::{Done, Failure},
    npm, process, setup,
    step::Step,
};
use std::{path::Path, process::Command};

const BY_HAND: &str = "Run it alone: cargo bench -p apim-plan-tests --bench plan";

pub(crate) fn run() -> Done {
    let tools = setup::for_building()?;
    npm::build(&tools)?;
    setup::packages(Step::start("npm bench"), Path::new("bench"))?;
    let step = Step::start("bench");
    step.say("compiling the native benchmark");
    process::run(native().arg("--no-run"))?;
    step.say("measuring the planner natively");
    let native = process::ask(&mut native()).ok_or_else(|| Failure::new("the native benchmark failed", BY_HAND))?;
    step.say("measuring the package and the rule engines");
    let mut node = Command::new("node");
    node.arg("bench/bench.mjs").current_dir(crate::workspace()).env("PACKAGE", npm::folder()).env("NATIVE", native);
    process::run(&mut node)
}

fn native() -> Command {
    let mut command = Command::new("cargo");
    command.args(["bench", "--locked", "--quiet", "-p", "apim-plan-tests", "--bench", "plan"]);
    command.current_dir(crate::workspace());
    command
}
