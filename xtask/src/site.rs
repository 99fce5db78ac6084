//! `dist/site`: the page, as plain files for any folder of any server.

use crate::{
    budget, cut,
    failure::{Done, During, Failure},
    files, process,
    setup::{TARGET, Toolchain, Tools},
    single,
    stamp::Stamp,
    step::Step,
};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// Cut into pieces, which Trunk alone cannot do.
const FEATURES: &str = "split";

/// Where the finished site is.
pub(crate) fn folder() -> PathBuf {
    crate::workspace().join("dist/site")
}

/// Builds the site unless it is up to date.
pub(crate) fn build(tools: &Tools) -> Done {
    let step = Step::start("site");
    let _lock = files::lock(step, &crate::target().join("xtask/site.lock"))?;
    step.say("compiling the page");
    process::log(step, &mut compile(&tools.toolchain))?;

    let root = crate::workspace();
    let wasm = crate::target().join(format!("{TARGET}/release/apim-plan-web.wasm"));
    let stamp = Stamp::new("site", &[&wasm, &root.join("www"), &root.join("Trunk.toml")])?;
    if stamp.holds_for(&folder().join("index.html")) {
        step.done("dist/site is up to date");
        return Ok(());
    }
    step.say("packing it with Trunk");
    // Trunk takes NO_COLOR for a setting of its own and refuses the usual value.
    let trunk = ["build", "--color", "never", "--features", FEATURES];
    process::log(step, tools.command("trunk").args(trunk).env_remove("NO_COLOR"))?;
    let packed = root.join("target/xtask/site");
    cut::cut(step, tools, &wasm, &packed)?;
    rename_scripts(&packed)?;
    budget::first_view(step, &packed)?;
    single::build(step, &packed)?;
    files::replace(&folder(), &packed)?;
    stamp.write()?;
    step.done("dist/site is ready");
    Ok(())
}

/// Compiles the page while the tools that pack it are still being installed. Says nothing of an error: [`build`] comes
/// upon the same one.
pub(crate) fn compile_ahead(toolchain: &Toolchain) {
    let step = Step::start("page");
    if process::log(step, &mut compile(toolchain)).is_ok() {
        step.done("the page is compiled");
    }
}

/// As Trunk will call it, so that its own call finds everything done.
fn compile(toolchain: &Toolchain) -> Command {
    let mut compile = Command::new("cargo");
    compile.args(["build", "--release", "--locked", "--target", TARGET, "--manifest-path", "web/Cargo.toml"]);
    compile.args(["--features", FEATURES]);
    compile.current_dir(crate::workspace());
    toolchain.choose(&mut compile);
    compile
}

/// Many servers do not know .mjs and would call it anything but JavaScript, which browsers then refuse.
fn rename_scripts(site: &Path) -> Done {
    let index = site.join("index.html");
    let mut page = fs::read_to_string(&index).during(format_args!("read {}", index.display()))?;
    for file in files::within(site)? {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if let Some(stem) = name.strip_suffix(".mjs") {
            let renamed = format!("{stem}.js");
            fs::rename(&file, file.with_file_name(&renamed)).during(format_args!("rename {}", file.display()))?;
            page = swap(&page, &name, &renamed)?;
        }
    }
    fs::write(&index, page).during(format_args!("write {}", index.display()))
}

/// Replaces a text that must be there.
fn swap(page: &str, old: &str, new: &str) -> Done<String> {
    if page.contains(old) {
        Ok(page.replace(old, new))
    } else {
        Err(Failure::new(format!("index.html as Trunk wrote it has no {old}"), "www/index.html and Trunk.toml belong together."))
    }
}

#[cfg(test)]
mod tests {
    use super::swap;

    #[test]
    fn a_text_that_is_not_there_is_not_passed_over() {
        assert_eq!(swap("a b", "b", "c").ok().as_deref(), Some("a c"));
        assert!(swap("a b", "x", "c").is_err());
    }
}
