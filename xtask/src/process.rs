//! Child processes.

use crate::failure::{Done, During, Failure};
use std::{
    path::Path,
    process::{Command, ExitStatus, Stdio},
    thread,
    time::{Duration, Instant},
};

/// The trimmed standard output of a command that succeeded; `None` if it is missing or failed.
pub(crate) fn ask(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout);
    output.status.success().then(|| text.trim().to_owned())
}

/// Runs a command with its output on the screen.
pub(crate) fn run(command: &mut Command) -> Done {
    let line = line_of(command);
    let status = command.status().during(format_args!("start `{line}`"))?;
    ended_well(status, &line)
}

/// Runs a command in the place of this program, so that a signal to this process reaches it.
#[cfg(unix)]
pub(crate) fn become_one(command: &mut Command) -> Done {
    let line = line_of(command);
    Err(std::os::unix::process::CommandExt::exec(command)).during(format_args!("start `{line}`"))
}

/// Only Unix replaces a process.
#[cfg(not(unix))]
pub(crate) fn become_one(command: &mut Command) -> Done {
    run(command)
}

/// Like [`run`], but ends the command after some time.
pub(crate) fn run_within(command: &mut Command, limit: Duration) -> Done {
    let line = line_of(command);
    let mut child = command.stdin(Stdio::null()).spawn().during(format_args!("start `{line}`"))?;
    let started = Instant::now();
    while started.elapsed() < limit {
        if let Some(status) = child.try_wait().during(format_args!("run `{line}`"))? {
            return ended_well(status, &line);
        }
        thread::sleep(Duration::from_millis(50));
    }
    child.kill().and_then(|()| child.wait()).during(format_args!("end `{line}`"))?;
    Err(Failure::new(format!("`{line}` did not finish within {} s", limit.as_secs()), ""))
}

fn ended_well(status: ExitStatus, line: &str) -> Done {
    if status.success() { Ok(()) } else { Err(Failure::new(format!("`{line}` failed: {status}"), "")) }
}

/// The command as one would type it, without the folders of its program.
fn line_of(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    std::iter::once(program).chain(command.get_args()).map(|part| part.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
