//! `cargo xtask`: set-up, build, serve, test, bench, new.

mod bench;
mod budget;
mod failure;
mod files;
mod laws;
mod new;
mod npm;
mod process;
mod setup;
mod site;
mod step;
mod test;

use failure::{Done, Failure};
use site::{Browser, Serving};
use std::{
    env,
    path::{Path, PathBuf},
    process::ExitCode,
};

const USAGE: &str = "\
cargo xtask serve [--no-open] [--port N]   serve the page on this machine, with Trunk
cargo xtask test [STEP ...]                run every check, or the steps that are named
cargo xtask build                          build dist/site and dist/npm
cargo xtask laws                           try every law on the whole closed space and 100,000 random requests
cargo xtask bench                          measure a plan, also against other rule engines
cargo xtask new question|rule|fact NAME    write the files of a new question, rule or fact
cargo xtask setup                          only find or install the tools that the others need";

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
        ["serve", options @ ..] => {
            let serving = read_serve(options)?;
            site::check_port(serving.port)?;
            site::serve(&setup::for_building()?, serving)
        }
        ["build"] => {
            let tools = setup::for_building()?;
            site::build(&tools)?;
            npm::build(&tools)
        }
        ["new", kind, name] => new::write(&workspace(), kind, name),
        ["test", names @ ..] => test::run(names),
        ["laws"] => laws::run(),
        ["bench"] => bench::run(),
        ["setup"] => setup::for_building().and(setup::browser()).map(drop),
        _ => Err(wrong_usage()),
    }
}

fn read_serve(words: &[&str]) -> Done<Serving> {
    let mut serving = Serving { port: 8080, browser: Browser::Open };
    let mut words = words.iter();
    while let Some(word) = words.next() {
        match *word {
            "--no-open" => serving.browser = Browser::Leave,
            "--port" => {
                let port = words.next().and_then(|port| port.parse().ok());
                serving.port = port.ok_or_else(wrong_usage)?;
            }
            _ => return Err(wrong_usage()),
        }
    }
    Ok(serving)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn serve_takes_a_port_and_may_leave_the_browser_alone() {
        assert_eq!(read_serve(&[]).ok(), Some(Serving { port: 8080, browser: Browser::Open }));
        let both = read_serve(&["--port", "9000", "--no-open"]).ok();
        assert_eq!(both, Some(Serving { port: 9000, browser: Browser::Leave }));
        assert!(read_serve(&["--port"]).is_err() && read_serve(&["--port", "x"]).is_err() && read_serve(&["--help"]).is_err());
    }
}
