//! Child processes: asked, run into a log, or shown.

use crate::{
    failure::{Done, During, Failure},
    step::{Spell, Step},
};
use std::{
    fs::{self, File},
    io::{Read, Seek, SeekFrom},
    path::Path,
    process::{Child, Command, ExitStatus, Stdio},
    thread,
    time::{Duration, Instant},
};

/// How often a step that runs into a log says that it is still there.
const HEARTBEAT: Duration = Duration::from_secs(10);

/// The trimmed standard output of a command that succeeded; `None` when it is missing or failed.
pub(crate) fn ask(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout);
    output.status.success().then(|| text.trim().to_owned())
}

/// Runs a command with its output on the screen.
pub(crate) fn show(command: &mut Command) -> Done {
    let line = line_of(command);
    let status = command.stdin(Stdio::null()).status().during(format_args!("start `{line}`"))?;
    ended_well(status, &line)
}

/// Runs a command with its output in a file beside the build, says every ten seconds how far it is, and shows the
/// end of that file when the command fails.
pub(crate) fn log(step: Step, command: &mut Command) -> Done {
    log_within(step, command, Patience::Endless)
}

/// Like [`log`], with a file as the command's standard input.
pub(crate) fn log_from(step: Step, command: &mut Command, input: File) -> Done {
    run(step, command, Patience::Endless, input.into())
}

/// How long a command may take.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Patience {
    Endless,
    /// The short time until its output holds a sign of progress, the long time from then on.
    Until {
        sign: &'static str,
        short: Duration,
        long: Duration,
    },
}

/// Like [`log`], ending the command when it takes too long.
pub(crate) fn log_within(step: Step, command: &mut Command, patience: Patience) -> Done {
    run(step, command, patience, Stdio::null())
}

fn run(step: Step, command: &mut Command, patience: Patience, input: Stdio) -> Done {
    let line = line_of(command);
    let folder = crate::target().join("xtask/logs");
    fs::create_dir_all(&folder).during(format_args!("make {}", folder.display()))?;
    let path = folder.join(format!("{}.log", step.name()));
    let file = File::create(&path).during(format_args!("write {}", path.display()))?;
    let both = file.try_clone().during(format_args!("write {}", path.display()))?;
    let mut child = command.stdin(input).stdout(file).stderr(both).spawn().during(format_args!("start `{line}`"))?;
    let status = wait(step, &mut child, &path, patience).during(format_args!("run `{line}`"))?;
    match status {
        Some(status) => ended_well(status, &line),
        None => Err(Failure::new(format!("`{line}` took too long and was ended"), "")),
    }
    .map_err(|failure| Failure::new(format!("{}\n{failure}", tail(&path, 30)), ""))
}

/// `None` when patience ended first.
fn wait(step: Step, child: &mut Child, log: &Path, patience: Patience) -> std::io::Result<Option<ExitStatus>> {
    let started = Instant::now();
    let mut said = started;
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        if let Patience::Until { sign, short, long } = patience {
            let limit = if tail(log, usize::MAX).contains(sign) { long } else { short };
            if started.elapsed() > limit {
                child.kill()?;
                child.wait()?;
                return Ok(None);
            }
        }
        if said.elapsed() > HEARTBEAT {
            said = Instant::now();
            step.say(format_args!("{}: {}", Spell(step.elapsed()), tail(log, 1).trim()));
        }
        thread::sleep(Duration::from_millis(50));
    }
}

fn ended_well(status: ExitStatus, line: &str) -> Done {
    if status.success() { Ok(()) } else { Err(Failure::new(format!("`{line}` failed: {status}"), "")) }
}

/// The last lines of a log; only its last 16 kB are read.
fn tail(path: &Path, lines: usize) -> String {
    let read = || -> std::io::Result<String> {
        let mut file = File::open(path)?;
        let length = file.metadata()?.len();
        file.seek(SeekFrom::Start(length.saturating_sub(16 * 1024)))?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    };
    let text = read().unwrap_or_default();
    let filled: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    filled.iter().skip(filled.len().saturating_sub(lines)).copied().collect::<Vec<_>>().join("\n")
}

/// The command as one would type it, without the folders of its program.
fn line_of(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    std::iter::once(program).chain(command.get_args()).map(|part| part.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
