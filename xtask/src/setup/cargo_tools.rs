//! Tools that cargo installs: wasm-bindgen, Trunk, and wasm-split, which cuts the page's module.

use super::cache;
use crate::{
    failure::{Done, During, Failure},
    files, process,
    step::Step,
};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// The 0.21 line is what `Trunk.toml` is written for.
const TRUNK: &str = "0.21.14";

const WASM_SPLIT: &str = "0.2.4";

/// wasm-bindgen of exactly the version of the library: the tool reads what the library of the same version wrote.
///
/// Returns the folder to put in front of `PATH`, or `None` if the right version is on it already.
pub(crate) fn wasm_bindgen(step: Step) -> Done<Option<PathBuf>> {
    let version = locked_version("wasm-bindgen")?;
    Tool { program: "wasm-bindgen", package: "wasm-bindgen-cli", version: &version, options: &[], says: Says::Version }
        .set_up(step)
}

/// Trunk without its downloader, because it finds every tool on `PATH`. That halves the time to compile it.
pub(crate) fn trunk(step: Step) -> Done<Option<PathBuf>> {
    Tool { program: "trunk", package: "trunk", version: TRUNK, options: &["--no-default-features"], says: Says::Version }
        .set_up(step)
}

/// The cutter reads marks that `wasm_split_helpers` writes, so their versions are raised together.
pub(crate) fn wasm_split(step: Step) -> Done<Option<PathBuf>> {
    let options = ["--features", "build-binary"];
    Tool {
        program: "wasm-split-cli",
        package: "wasm_split_cli_support",
        version: WASM_SPLIT,
        options: &options,
        says: Says::Usage,
    }
    .set_up(step)
}

struct Tool<'a> {
    program: &'a str,
    package: &'a str,
    version: &'a str,
    options: &'a [&'a str],
    says: Says,
}

/// How a tool is recognised.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Says {
    /// By its name and version.
    Version,
    /// By its usage alone. Such a tool is never taken from `PATH`, because it could be of any version.
    Usage,
}

impl Tool<'_> {
    fn set_up(&self, step: Step) -> Done<Option<PathBuf>> {
        let Self { program, version, .. } = self;
        if self.says == Says::Version && self.is_at(Path::new(program)) {
            step.done(format_args!("{program} {version} is on the PATH"));
            return Ok(None);
        }
        let name = format!("{program}-{version}");
        let cached = cache::folder()?.join(&name).is_dir();
        let home = cache::install(&name, |folder| self.compile(step, folder))?;
        let bin = home.join("bin");
        if !self.is_at(&bin.join(program)) {
            return Err(Failure::new(
                format!("{} does not start", bin.join(program).display()),
                format!("Remove {} and run this again.", home.display()),
            ));
        }
        step.done(format_args!("{program} {version} {}", if cached { "from the cache" } else { "installed" }));
        Ok(Some(bin))
    }

    fn is_at(&self, program: &Path) -> bool {
        let (ask, answer) = match self.says {
            Says::Version => ("--version", self.version),
            Says::Usage => ("--help", self.program),
        };
        let said = process::ask(Command::new(program).arg(ask));
        said.is_some_and(|said| said.split_whitespace().nth(1) == Some(answer))
    }

    fn compile(&self, step: Step, folder: &Path) -> Done {
        let Self { package, version, options, .. } = self;
        step.say(format_args!("compiling {package} {version}, once for this user"));
        // Beside the folder, so that the next run continues an interrupted one.
        let target = folder.with_extension("target");
        let mut install = Command::new("cargo");
        install
            .args(["install", "--locked", "--debug", "--version", version, "--root"])
            .arg(folder)
            .args(*options)
            .arg(package)
            // A debug build without debug information compiles in half the time of a release, and the tools are fast enough.
            .env("CARGO_PROFILE_DEV_DEBUG", "0")
            .env("CARGO_PROFILE_DEV_DEBUG_ASSERTIONS", "false")
            .env("CARGO_PROFILE_DEV_OVERFLOW_CHECKS", "false")
            .env("CARGO_PROFILE_DEV_PANIC", "abort")
            .env("CARGO_TARGET_DIR", &target)
            // Outside the workspace, whose cargo settings are not meant for the tools.
            .current_dir(folder);
        process::run(&mut install).map_err(|failure| {
            let options = options.join(" ");
            failure.instead(format!(
                "Install it by hand: cargo install {package} --version {version} --locked {options}\n\
                 Compiling needs a C compiler (Debian: apt-get install gcc libc6-dev) and crates.io."
            ))
        })?;
        files::remove(&target)
    }
}

/// The version of a package in `Cargo.lock`.
fn locked_version(package: &str) -> Done<String> {
    let lock = crate::workspace().join("Cargo.lock");
    let text = fs::read_to_string(&lock).during(format_args!("read {}", lock.display()))?;
    version_in(&text, package).ok_or_else(|| Failure::new(format!("Cargo.lock has no package {package}"), ""))
}

fn version_in(lock: &str, package: &str) -> Option<String> {
    let mut lines = lock.lines().skip_while(|line| *line != format!("name = \"{package}\""));
    let version = lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')?;
    Some(version.to_owned())
}

#[cfg(test)]
mod tests {
    use super::version_in;

    #[test]
    fn reads_the_version_of_the_package_and_not_of_its_namesake() {
        let lock = "[[package]]\nname = \"serde-wasm-bindgen\"\nversion = \"0.6.5\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.125\"\n";
        assert_eq!(version_in(lock, "wasm-bindgen").as_deref(), Some("0.2.125"));
        assert_eq!(version_in(lock, "bindgen"), None);
    }
}
