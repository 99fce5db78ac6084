//! Set-up, build, serve, test, bench.

mod bench;
mod budget;
mod cache;
mod cut;
mod failure;
mod files;
mod npm;
mod process;
mod serve;
mod setup;
mod shrink;
mod single;
mod site;
mod stamp;
mod step;
mod test;

use failure::{Done, Failure};
use serve::Browser;
use std::{
    env,
    path::{Path, PathBuf},
    process::ExitCode,
};

const USAGE: &str = "\
cargo xtask serve [--no-open] [--port N]   build the page and serve it on this machine
cargo xtask test [STEP ...]                every check, or the steps whose names are given
cargo xtask build                          dist/site and dist/npm
cargo xtask bench                          how fast a plan is, and next to another rule engine
cargo xtask setup                          only find or install what the others need";

fn main() -> ExitCode {
    let words: Vec<String> = env::args().skip(1).collect();
    match run(&words.iter().map(String::as_str).collect::<Vec<_>>()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\n{failure}");
            ExitCode::FAILURE
        }
    }
}

fn run(words: &[&str]) -> Done {
    match words {
        ["serve", options @ ..] => serve(read_serve(options)?),
        ["build"] => {
            let tools = setup::for_building(site::compile_ahead)?;
            site::build(&tools)?;
            npm::build(&tools)
        }
        ["test", names @ ..] => test::run(names),
        ["bench"] => bench::run(),
        ["setup"] => setup::for_building(|_| ()).and(setup::browser()).map(drop),
        _ => Err(wrong_usage()),
    }
}

fn serve(options: serve::Options) -> Done {
    let listener = serve::listen(options.port)?;
    site::build(&setup::for_building(site::compile_ahead)?)?;
    serve::run(&listener, options)
}

fn read_serve(words: &[&str]) -> Done<serve::Options> {
    let mut options = serve::Options { port: 8080, browser: Browser::Open };
    let mut words = words.iter();
    while let Some(word) = words.next() {
        match *word {
            "--no-open" => options.browser = Browser::Leave,
            "--port" => {
                let port = words.next().and_then(|port| port.parse().ok());
                options.port = port.ok_or_else(wrong_usage)?;
            }
            _ => return Err(wrong_usage()),
        }
    }
    Ok(options)
}

fn wrong_usage() -> Failure {
    Failure::new(USAGE, "")
}

/// The folder of the workspace.
fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new(".")).to_owned()
}

/// The folder that cargo builds into: this program is in a folder of it.
fn target() -> PathBuf {
    let program = env::current_exe().ok();
    let folder = program.as_deref().and_then(Path::parent).and_then(Path::parent);
    folder.map_or_else(|| workspace().join("target"), Path::to_owned)
}
