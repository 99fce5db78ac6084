//! The tools that the other commands need: found, or else installed.

mod cache;
mod cargo_tools;
mod chromium;
mod debian;
mod node;
mod wasm_std;

use crate::{
    failure::{Done, Failure},
    process,
    step::Step,
};
use std::{
    env,
    ffi::OsString,
    path::{Path, PathBuf},
    process::Command,
    thread,
};
pub(crate) use wasm_std::{TARGET, Toolchain};

/// The tools of one run. Commands made here find all of them.
#[derive(Debug, Clone)]
pub(crate) struct Tools {
    pub(crate) toolchain: Toolchain,
    path: OsString,
}

/// What compiling and packing needs. The tools are compiled while the rest is downloaded.
pub(crate) fn for_building() -> Done<Tools> {
    let (toolchain, found) = thread::scope(|scope| {
        let wasm = scope.spawn(|| {
            let toolchain = wasm_std::set_up(Step::start("wasm-std"))?;
            packages(Step::start("npm"), Path::new("tests"))?;
            Ok(toolchain)
        });
        let tools = scope.spawn(|| {
            let bindgen = cargo_tools::wasm_bindgen(Step::start("wasm-bindgen"))?;
            let trunk = cargo_tools::trunk(Step::start("trunk"))?;
            let cutter = cargo_tools::wasm_split(Step::start("wasm-split"))?;
            Ok([bindgen, trunk, cutter])
        });
        (join(wasm), join(tools))
    });
    let (toolchain, found) = (toolchain?, found?);
    let folders = found.into_iter().flatten().chain(toolchain.commands());
    let rest = env::var_os("PATH").unwrap_or_default();
    let path = env::join_paths(folders.chain(env::split_paths(&rest)))
        .map_err(|error| Failure::new(format!("the PATH cannot be extended: {error}"), ""))?;
    Ok(Tools { toolchain, path })
}

/// The browser for the tests.
pub(crate) fn browser() -> Done<PathBuf> {
    chromium::set_up(Step::start("chromium"))
}

/// The npm packages of a folder of the workspace.
pub(crate) fn packages(step: Step, folder: &Path) -> Done {
    node::packages(step, &crate::workspace().join(folder))
}

impl Tools {
    /// A command that finds the tools on its `PATH`. Cargo, if it is or starts cargo, compiles with the toolchain for wasm32.
    pub(crate) fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.current_dir(crate::workspace()).env("PATH", &self.path);
        self.toolchain.choose(&mut command);
        command
    }

    /// Whether the toolchain for wasm32 has clippy.
    pub(crate) fn has_clippy(&self) -> bool {
        process::ask(self.command("cargo").args(["clippy", "--version"])).is_some()
    }
}

/// The command as root: directly, or through `sudo` if that asks for no password.
fn as_root(line: &[&str]) -> Command {
    let root = process::ask(Command::new("id").arg("-u")).is_some_and(|user| user == "0");
    let line = if root { line.to_vec() } else { [&["sudo", "-n"], line].concat() };
    let mut words = line.into_iter();
    let mut command = Command::new(words.next().unwrap_or_default());
    command.args(words);
    command
}

fn join<T>(thread: thread::ScopedJoinHandle<'_, Done<T>>) -> Done<T> {
    thread.join().unwrap_or_else(|_| Err(Failure::new("a step of the set-up ended by a panic", "")))
}
