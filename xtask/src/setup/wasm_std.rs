//! The standard library for `wasm32-unknown-unknown`: the toolchain's own, rustup's, or Debian's.

use super::debian;
use crate::{failure::Done, process, step::Step};
use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
    time::Duration,
};

pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// rustup waits long for a server that it cannot reach. The download itself is about 20 MB.
const RUSTUP_LIMIT: Duration = Duration::from_mins(1);

const BY_HAND: &str = "Install it by hand: `rustup target add wasm32-unknown-unknown`, or set RUSTUP_TOOLCHAIN to a \
    toolchain that has it.";

/// What compiles for wasm32.
#[derive(Debug, Clone)]
pub(crate) enum Toolchain {
    /// The one that runs this program.
    Active,
    /// One that rustup knows by this name.
    Linked(&'static str),
    /// A folder with `bin` and `lib`, on a machine without rustup.
    Folder(PathBuf),
}

impl Toolchain {
    /// Makes `command`, and the cargo and rustc that it starts, use this toolchain.
    pub(crate) fn choose(&self, command: &mut Command) {
        command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", without_registry());
        match self {
            Self::Active => {}
            Self::Linked(name) => {
                // Without CARGO, because only rustup's own cargo tells Debian's rustc where its libraries are.
                command.env("RUSTUP_TOOLCHAIN", name).env_remove("CARGO");
            }
            Self::Folder(usr) => debian::use_folder(command, usr),
        }
    }

    /// The folder of its commands, where rustup does not find them.
    pub(super) fn commands(&self) -> Option<PathBuf> {
        match self {
            Self::Active | Self::Linked(_) => None,
            Self::Folder(usr) => Some(usr.join("bin")),
        }
    }
}

/// Panic messages contain the paths of source files. Without the folder of this machine's registry the module is the same everywhere.
fn without_registry() -> String {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")));
    let registries = home.and_then(|home| home.join("registry/src").read_dir().ok()).into_iter().flatten().flatten();
    let flags: Vec<_> = registries.map(|folder| format!("--remap-path-prefix={}/=", folder.path().display())).collect();
    flags.join(" ")
}

/// Finds or installs it. With `APIM_PLAN_WASM_STD=debian` only Debian's packages are used.
pub(crate) fn set_up(step: Step) -> Done<Toolchain> {
    let only_debian = env::var_os("APIM_PLAN_WASM_STD").is_some_and(|way| way == "debian");
    if !only_debian && toolchain_has_it() {
        step.done("the Rust toolchain has it");
        return Ok(Toolchain::Active);
    }
    // Before rustup, which would be asked in vain at every start where it cannot reach its server.
    if let Some(usr) = debian::installed()? {
        let toolchain = debian::link(&usr)?;
        step.done("Debian's, from the cache");
        return Ok(toolchain);
    }
    if !only_debian && has_rustup() {
        step.say("asking rustup for it, at most one minute");
        let mut add = Command::new("rustup");
        add.args(["target", "add", TARGET]);
        match process::run_within(add.env("RUSTUP_MAX_RETRIES", "1"), RUSTUP_LIMIT) {
            Ok(()) if toolchain_has_it() => {
                step.done("installed by rustup");
                return Ok(Toolchain::Active);
            }
            Ok(()) => step.say("rustup installed it for another toolchain"),
            Err(failure) => step.say(format_args!("rustup cannot: {failure}")),
        }
    }
    let usr = debian::install(step).map_err(|failure| failure.instead(BY_HAND))?;
    let toolchain = debian::link(&usr)?;
    step.done("built from Debian's packages");
    Ok(toolchain)
}

pub(crate) fn has_rustup() -> bool {
    process::ask(Command::new("rustup").args(["which", "cargo"])).is_some()
}

fn toolchain_has_it() -> bool {
    let lib = process::ask(Command::new("rustc").args(["--print", "target-libdir", "--target", TARGET]));
    lib.is_some_and(|lib| has_std(Path::new(&lib)))
}

/// The folder of a target may exist without a library.
fn has_std(lib: &Path) -> bool {
    let files = lib.read_dir().into_iter().flatten().flatten();
    files.map(|file| file.file_name()).any(|name| name.to_string_lossy().starts_with("libstd-"))
}
