//! `dist/site`: the page, as plain files for any folder of any server.
//!
//! `trunk build` makes a working page by itself (in `dist/trunk`). What this adds: the module in pieces and everything shortened, by the hook
//! of Trunk (`xtask/site/post-build.mjs`), and a check of the sizes.

use crate::{
    budget,
    failure::{Done, Failure},
    files, process,
    setup::{TARGET, Tools},
    step::Step,
};
use std::{
    io::ErrorKind,
    net::{Ipv4Addr, TcpListener},
    path::PathBuf,
    process::Command,
};

/// The feature of the page that marks where its module is cut.
const CUT: &str = "split";

/// Where the finished site is.
pub(crate) fn folder() -> PathBuf {
    crate::workspace().join("dist/site")
}

/// Builds the site if a source is newer.
pub(crate) fn build(tools: &Tools) -> Done {
    let step = Step::start("site");
    let root = crate::workspace();
    let _lock = files::lock(&root.join("target/xtask/site.lock"))?;
    // Trunk calls cargo in the same way and finds everything compiled. Before it, because the age of the module decides what follows.
    process::run(compile(tools).args(["--features", CUT]))?;
    let module = crate::target().join(format!("{TARGET}/release/apim-plan-web.wasm"));
    let sources = ["www", "xtask", "Trunk.toml", "Cargo.lock", "tests/package-lock.json"].map(|name| root.join(name));
    let sources: Vec<PathBuf> = sources.into_iter().chain([module.clone()]).collect();
    if files::is_current(&folder().join("index.html"), &sources)? {
        step.done("dist/site is up to date");
        return Ok(());
    }
    process::run(trunk(tools, "build").args(["--features", CUT, "--dist"]).arg(folder()).env("APIM_PLAN_CUT", &module))?;
    if let Err(failure) = budget::site(step, &folder()) {
        // The next run must not take it for the finished site.
        files::remove(&folder())?;
        return Err(failure);
    }
    step.done("dist/site is ready");
    Ok(())
}

/// What the reader may choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Serving {
    pub(crate) port: u16,
    pub(crate) browser: Browser,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Browser {
    Open,
    Leave,
}

/// Fails if the port is taken. Called before anything is built, because a build takes minutes.
pub(crate) fn check_port(port: u16) -> Done {
    match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == ErrorKind::AddrInUse => {
            let other = format!("Choose another one: cargo xtask serve --port {}", port.checked_add(1).unwrap_or(8080));
            Err(Failure::new(format!("port {port} is taken"), other))
        }
        Err(error) => Err(Failure::new(format!("could not listen on port {port}: {error}"), "Choose another one with --port.")),
    }
}

/// Serves the page with Trunk, which builds it anew when a source changes, until the process is ended.
pub(crate) fn serve(tools: &Tools, serving: Serving) -> Done {
    // Trunk would go on after an error of the compiler and serve nothing.
    process::run(&mut compile(tools))?;
    let open = (serving.browser == Browser::Open).then_some("--open");
    process::become_one(trunk(tools, "serve").args(["--port", &serving.port.to_string()]).args(open))
}

fn compile(tools: &Tools) -> Command {
    let mut command = tools.command("cargo");
    command.args(["build", "--release", "--locked", "--target", TARGET, "--manifest-path", "web/Cargo.toml"]);
    command
}

fn trunk(tools: &Tools, what: &str) -> Command {
    let mut command = tools.command("trunk");
    // Trunk reads NO_COLOR as a setting of its own and refuses the usual value.
    command.arg(what).env_remove("NO_COLOR");
    if std::env::var_os("NO_COLOR").is_some() {
        command.args(["--color", "never"]);
    }
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_that_is_taken_is_named_together_with_another_one() -> std::io::Result<()> {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let port = taken.local_addr()?.port();
        let message = check_port(port).err().map(|failure| failure.to_string()).unwrap_or_default();
        assert!(message.starts_with(&format!("port {port} is taken")), "{message}");
        assert!(message.contains("cargo xtask serve --port "), "{message}");
        drop(taken);
        assert!(check_port(port).is_ok());
        Ok(())
    }
}
