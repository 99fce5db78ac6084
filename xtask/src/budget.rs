//! How large the files for readers may be, in bytes after brotli. A larger file fails the build.

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

/// `index.html` and every file that it names.
const FIRST_VIEW: u64 = 415_000;
/// What is loaded when the reader touches the page.
const LATER: u64 = 370_000;
/// The module of the package. Measured with serde derives and serde-wasm-bindgen: see DESIGN.md.
const PACKAGE_MODULE: u64 = 450_000;
/// The script that other pages load.
const EMBED: u64 = 5_000;

/// Prints one length a line. Node has brotli built in, so this needs no crate.
const MEASURE: &str = "const { readFileSync } = require('node:fs'); \
    const { brotliCompressSync } = require('node:zlib'); \
    for (const file of process.argv.slice(1)) console.log(brotliCompressSync(readFileSync(file)).length);";

/// The first view, what is loaded later, and `embed.js`.
pub(crate) fn site(step: Step, site: &Path) -> Done {
    let index = site.join("index.html");
    let page = fs::read_to_string(&index).during(format_args!("read {}", index.display()))?;
    let is_named = |file: &PathBuf| file.file_name().is_some_and(|name| page.contains(&*name.to_string_lossy()));
    let (named, rest): (Vec<_>, Vec<_>) = files::within(site)?.into_iter().partition(|file| *file == index || is_named(file));
    check(step, "the first view", &named, FIRST_VIEW)?;
    let (embed, rest): (Vec<_>, Vec<_>) = rest.into_iter().partition(|file| file.ends_with("embed.js"));
    check(step, "embed.js", &embed, EMBED)?;
    let later: Vec<_> = rest.into_iter().filter(|file| file.extension().is_some_and(|kind| kind == "wasm")).collect();
    check(step, "what comes later", &later, LATER)
}

/// The module of the npm package.
pub(crate) fn package_module(step: Step, wasm: &Path) -> Done {
    check(step, "the package's module", &[wasm.to_owned()], PACKAGE_MODULE)
}

fn check(step: Step, what: &str, files: &[PathBuf], most: u64) -> Done {
    let measured = process::ask(Command::new("node").args(["-e", MEASURE]).args(files)).unwrap_or_default();
    let lengths: Vec<u64> = measured.lines().filter_map(|line| line.parse().ok()).collect();
    if lengths.len() != files.len() {
        return Err(Failure::new(format!("node could not compress {what}"), ""));
    }
    for (file, length) in files.iter().zip(&lengths) {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let plain = fs::metadata(file).during(format_args!("read {}", file.display()))?.len();
        step.say(format_args!("{name:<46} {:>9} {:>9} brotli", kilobytes(plain), kilobytes(*length)));
    }
    let total = lengths.iter().sum::<u64>();
    step.say(format_args!("{what}: {} of {} brotli", kilobytes(total), kilobytes(most)));
    if total > most {
        let over = format!("{what} is {} after brotli, {} too much", kilobytes(total), kilobytes(total - most));
        return Err(Failure::new(over, "Make it smaller; the sizes of its files are above."));
    }
    Ok(())
}

fn kilobytes(bytes: u64) -> String {
    format!("{}.{} kB", bytes / 1000, bytes % 1000 / 100)
}
