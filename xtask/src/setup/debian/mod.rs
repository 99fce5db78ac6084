//! Set-up from Debian's packages.
//!
//! Only for machines that cannot reach the servers of rustup, such as containers that see nothing but package mirrors, and for
//! Chromium on a fresh Debian. Everybody else has `rustup target add wasm32-unknown-unknown` and a browser. Nothing outside this folder
//! knows how it works, so it can be deleted when it is no longer needed.

mod toolchain;

use super::as_root;
use crate::{failure::Done, process};
use std::process::Command;
pub(super) use toolchain::{install, installed, link, use_folder};

/// Whether this machine has Debian's package tools.
pub(super) fn is_here() -> bool {
    process::ask(Command::new("dpkg").arg("--print-architecture")).is_some()
}

/// Installs a package in the system, after an update of the lists if the first try fails.
pub(super) fn install_package(name: &str) -> Done {
    let install = || {
        let mut command = as_root(&["apt-get", "install", "--yes", "--no-install-recommends", name]);
        process::run(command.env("DEBIAN_FRONTEND", "noninteractive"))
    };
    install().or_else(|_| {
        process::run(&mut as_root(&["apt-get", "update"]))?;
        install()
    })
}
