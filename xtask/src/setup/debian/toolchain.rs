//! A Rust toolchain with wasm32 from Debian's packages, unpacked into the cache: nothing is installed in the system.
//!
//! Debian ships a newer Rust for its browsers (`rustc-web`), with the sources of the standard library and of everything that it depends
//! on, but without the compiled library for wasm32. That is built here once.

use super::super::{
    as_root, cache,
    wasm_std::{TARGET, Toolchain, has_rustup},
};
use crate::{
    failure::{Done, During, Failure},
    files, process,
    step::Step,
};
use std::{
    collections::BTreeSet,
    env, fs, io,
    path::{Path, PathBuf},
    process::Command,
};

/// The name under which rustup knows the toolchain.
const LINK: &str = "apim-plan-wasm";

const FOLDER: &str = "rust-web-";

/// The `usr` folder of the packages that an earlier run unpacked; the newest of several.
pub(in crate::setup) fn installed() -> Done<Option<PathBuf>> {
    let entries = cache::folder()?.read_dir().into_iter().flatten().flatten();
    let newest = entries.filter(|entry| entry.file_name().to_string_lossy().starts_with(FOLDER)).map(|entry| entry.path());
    Ok(newest.max().map(|folder| folder.join("usr")))
}

/// Links the folder as a toolchain of rustup. Without rustup its programs are called directly.
pub(in crate::setup) fn link(usr: &Path) -> Done<Toolchain> {
    borrow_linker(usr)?;
    if !has_rustup() {
        return Ok(Toolchain::Folder(usr.to_owned()));
    }
    // Without a cargo in the folder rustup takes that of some other toolchain.
    borrow(usr, "bin/cargo")?;
    let sysroot = process::ask(Command::new("rustc").args(["--print", "sysroot"]).env("RUSTUP_TOOLCHAIN", LINK));
    if sysroot.is_none_or(|sysroot| Path::new(&sysroot).canonicalize().ok() != usr.canonicalize().ok()) {
        let linked = process::ask(Command::new("rustup").args(["toolchain", "link", LINK]).arg(usr));
        linked.ok_or_else(|| {
            let by_hand = format!("Do it by hand: rustup toolchain link {LINK} {}", usr.display());
            Failure::new("rustup did not link the toolchain", by_hand)
        })?;
    }
    Ok(Toolchain::Linked(LINK))
}

/// Makes cargo compile with the toolchain of a folder, without rustup.
pub(in crate::setup) fn use_folder(command: &mut Command, usr: &Path) {
    command.env("RUSTC", usr.join("bin/rustc"));
    // clippy-driver expects the libraries where Debian would install them.
    let rest = env::var_os("LD_LIBRARY_PATH").unwrap_or_default();
    let libraries = std::iter::once(usr.join("lib")).chain(env::split_paths(&rest));
    command.env("LD_LIBRARY_PATH", env::join_paths(libraries).unwrap_or_default());
}

/// Downloads, unpacks, and builds the library. Returns the `usr` folder.
pub(in crate::setup) fn install(step: Step) -> Done<PathBuf> {
    if !super::is_here() {
        return Err(Failure::new("neither rustup nor Debian's package tools are available", ""));
    }
    let version = newest_version(step)?;
    let home = cache::install(&format!("{FOLDER}{version}"), |folder| {
        let packages = packages()?;
        step.say(format_args!("downloading {} Debian packages of rustc-web {version}, 150 MB", packages.len()));
        unpack(step, folder, &packages)?;
        let usr = folder.join("usr");
        link_libraries(&usr)?;
        borrow_linker(&usr)?;
        step.say("building the standard library");
        build_std(folder)
    })?;
    Ok(home.join("usr"))
}

/// The upstream version of `rustc-web` that the archive offers, such as `1.96.0`.
fn newest_version(step: Step) -> Done<String> {
    let offered = || {
        let policy = process::ask(Command::new("apt-cache").args(["policy", "rustc-web"]))?;
        let candidate = policy.lines().find_map(|line| line.trim().strip_prefix("Candidate: "))?.to_owned();
        let upstream = candidate.split(['+', '-', '~']).next().unwrap_or_default().to_owned();
        upstream.starts_with(|first: char| first.is_ascii_digit()).then_some(upstream)
    };
    let wanted = env!("CARGO_PKG_RUST_VERSION");
    let is_new_enough = |version: &String| numbers(version) >= numbers(wanted);
    if let Some(version) = offered().filter(is_new_enough) {
        return Ok(version);
    }
    // The lists may be missing or old.
    update_lists(step)?;
    let found = offered().ok_or_else(|| Failure::new("this Debian has no package rustc-web", ""))?;
    if is_new_enough(&found) {
        return Ok(found);
    }
    Err(Failure::new(format!("Debian's rustc-web is {found}, this project needs {wanted}"), ""))
}

fn numbers(version: &str) -> Vec<u32> {
    version.split('.').map_while(|part| part.parse().ok()).collect()
}

fn update_lists(step: Step) -> Done {
    step.say("apt-get update");
    process::run(&mut as_root(&["apt-get", "update"]))
}

/// The toolchain, clippy, the sources, and the libraries among their dependencies that the system lacks.
fn packages() -> Done<BTreeSet<String>> {
    let mut wanted: BTreeSet<String> =
        ["rustc-web", "libstd-rust-web-dev", "rust-web-src", "rust-web-clippy"].map(str::to_owned).into();
    let mut open = vec!["libstd-rust-web-dev".to_owned()];
    while let Some(package) = open.pop() {
        let depends = process::ask(Command::new("apt-cache").args(["depends", "--important", &package]))
            .ok_or_else(|| Failure::new(format!("apt-cache does not know {package}"), ""))?;
        for library in depends.lines().filter_map(|line| line.trim().strip_prefix("Depends: ")) {
            if library.starts_with("lib") && !wanted.contains(library) && !in_system(library) {
                wanted.insert(library.to_owned());
                open.push(library.to_owned());
            }
        }
    }
    Ok(wanted)
}

fn in_system(package: &str) -> bool {
    process::ask(Command::new("dpkg-query").args(["-W", "-f", "${db:Status-Status}", package]))
        .is_some_and(|status| status == "installed")
}

fn unpack(step: Step, folder: &Path, packages: &BTreeSet<String>) -> Done {
    let debs = folder.join("debs");
    fs::create_dir(&debs).during(format_args!("make {}", debs.display()))?;
    let download = || {
        // As root, apt would fetch as its own user, who cannot write here, and warn about it.
        let mut command = Command::new("apt-get");
        command.args(["-o", "APT::Sandbox::User=root", "download"]).args(packages).current_dir(&debs);
        process::run(&mut command)
    };
    // The lists may name packages that the archive has replaced since.
    if download().is_err() {
        update_lists(step)?;
        download()?;
    }
    step.say("unpacking");
    for deb in debs.read_dir().during(format_args!("read {}", debs.display()))? {
        let deb = deb.during(format_args!("read {}", debs.display()))?.path();
        process::run(Command::new("dpkg").arg("-x").arg(&deb).arg(folder))?;
    }
    files::remove(&debs)
}

/// rustc looks for its libraries in `lib`; Debian has them in a folder for the architecture.
fn link_libraries(usr: &Path) -> Done {
    let lib = usr.join("lib");
    let reading = format!("read {}", lib.display());
    for folder in lib.read_dir().during(&reading)? {
        let folder = folder.during(&reading)?;
        if !folder.file_name().to_string_lossy().ends_with("-linux-gnu") {
            continue;
        }
        for file in folder.path().read_dir().during(&reading)? {
            let name = file.during(&reading)?.file_name();
            let link = lib.join(&name);
            if name.to_string_lossy().contains(".so") && !link.exists() {
                symlink(&Path::new(&folder.file_name()).join(&name), &link).during(format_args!("link {}", link.display()))?;
            }
        }
    }
    Ok(())
}

/// The packages have no linker for wasm; every other toolchain has.
fn borrow_linker(usr: &Path) -> Done {
    let host = process::ask(Command::new("rustc").args(["--print", "host-tuple"]))
        .ok_or_else(|| Failure::new("`rustc --print host-tuple` failed", "Install Rust 1.95 or later."))?;
    borrow(usr, &format!("lib/rustlib/{host}/bin/rust-lld"))
}

/// Links a file of the toolchain that runs this program. A link to a toolchain that was removed is replaced.
fn borrow(usr: &Path, within: &str) -> Done {
    let link = usr.join(within);
    if link.exists() {
        return Ok(());
    }
    let sysroot = process::ask(Command::new("rustc").args(["--print", "sysroot"])).unwrap_or_default();
    let original = Path::new(&sysroot).join(within);
    if !original.exists() {
        return Err(Failure::new(format!("the Rust toolchain in {sysroot} has no {within}"), ""));
    }
    if let Some(folder) = link.parent() {
        fs::create_dir_all(folder).during(format_args!("make {}", folder.display()))?;
    }
    if link.is_symlink() {
        fs::remove_file(&link).during(format_args!("remove {}", link.display()))?;
    }
    symlink(&original, &link).during(format_args!("link {}", link.display()))
}

#[cfg(unix)]
fn symlink(original: &Path, link: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(original, link)
}

/// Only for compiling on systems that are not Debian.
#[cfg(not(unix))]
fn symlink(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Builds the library from an empty crate and puts it where rustc looks for it.
fn build_std(folder: &Path) -> Done {
    let usr = folder.join("usr");
    let empty = folder.join("empty");
    fs::create_dir_all(empty.join("src")).during(format_args!("make {}", empty.display()))?;
    let manifest = "[package]\nname = \"empty\"\nedition = \"2024\"\n[workspace]\n";
    fs::write(empty.join("Cargo.toml"), manifest).during("write an empty crate")?;
    fs::write(empty.join("src/lib.rs"), "#![no_std]\n").during("write an empty crate")?;

    let mut build = Command::new("cargo");
    use_folder(&mut build, &usr);
    build
        .args(["build", "--release", "--target", TARGET, "-Zbuild-std=std,panic_abort,test,proc_macro"])
        .env("RUSTC_BOOTSTRAP", "1")
        // Without the bitcode, link-time optimisation of the page fails.
        .env("RUSTFLAGS", "-Cembed-bitcode=yes")
        .env("CARGO_TARGET_DIR", empty.join("target"))
        .current_dir(&empty);
    process::run(&mut build)?;

    let results = empty.join(format!("target/{TARGET}/release/deps"));
    let lib = usr.join(format!("lib/rustlib/{TARGET}/lib"));
    fs::create_dir_all(&lib).during(format_args!("make {}", lib.display()))?;
    let reading = format!("read {}", results.display());
    for file in results.read_dir().during(&reading)? {
        let file = file.during(&reading)?;
        let name = file.file_name();
        // Not the empty crate's own.
        if name.to_string_lossy().ends_with(".rlib") && !name.to_string_lossy().starts_with("libempty-") {
            fs::copy(file.path(), lib.join(&name)).during(format_args!("copy {}", file.path().display()))?;
        }
    }
    files::remove(&empty)
}

#[cfg(test)]
mod tests {
    use super::numbers;

    #[test]
    fn versions_compare_as_numbers() {
        assert!(numbers("1.100.0") > numbers("1.95"));
        assert!(numbers("1.85.0") < numbers("1.95"));
    }
}
