//! What a step prints: its name, what it does, how long it took.

use std::{
    fmt,
    time::{Duration, Instant},
};

/// One step of a command. Every line starts with the step's name, because steps may run in parallel.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Step {
    name: &'static str,
    started: Instant,
}

impl Step {
    /// The name must fit the column, see [`Step::say`].
    pub(crate) fn start(name: &'static str) -> Self {
        Self { name, started: Instant::now() }
    }

    pub(crate) fn elapsed(&self) -> Duration {
        self.started.elapsed()
    }

    pub(crate) fn say(&self, text: impl fmt::Display) {
        println!("{:<12} {text}", self.name);
    }

    /// The last line: the result, and how long it took.
    pub(crate) fn done(&self, text: impl fmt::Display) {
        self.say(format_args!("{text} ({})", Spell(self.elapsed())));
    }
}

/// A duration for people: `0.4 s`, `12 s`, `3 min 20 s`.
pub(crate) struct Spell(pub(crate) Duration);

impl fmt::Display for Spell {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let seconds = self.0.as_secs();
        match seconds {
            0..10 => write!(out, "{:.1} s", self.0.as_secs_f64()),
            10..60 => write!(out, "{seconds} s"),
            _ => write!(out, "{} min {:02} s", seconds / 60, seconds % 60),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_like_a_sentence() {
        let spell = |millis| Spell(Duration::from_millis(millis)).to_string();
        assert_eq!([spell(420), spell(12_300), spell(200_000)], ["0.4 s", "12 s", "3 min 20 s"]);
    }
}
