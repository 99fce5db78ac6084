//! Why a step stopped, and what the reader can do about it.

use std::{fmt, io};

/// What happened, then what to do: the two halves of every message that ends a step.
#[derive(Debug, Clone)]
pub(crate) struct Failure {
    what: String,
    instead: String,
}

/// The result of everything that can stop a step.
pub(crate) type Done<T = ()> = Result<T, Failure>;

impl Failure {
    pub(crate) fn new(what: impl Into<String>, instead: impl Into<String>) -> Self {
        Self { what: what.into(), instead: instead.into() }
    }

    /// Keeps what happened, says better what to do: the caller knows which tool was being installed.
    pub(crate) fn instead(self, instead: impl Into<String>) -> Self {
        Self { instead: instead.into(), ..self }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}", self.what.trim_end())?;
        if self.instead.is_empty() { Ok(()) } else { write!(out, "\n{}", self.instead) }
    }
}

/// Adds to an error of the operating system what was being done.
pub(crate) trait During<T> {
    /// `doing` completes the sentence "could not …".
    fn during(self, doing: impl fmt::Display) -> Done<T>;
}

impl<T> During<T> for io::Result<T> {
    fn during(self, doing: impl fmt::Display) -> Done<T> {
        self.map_err(|error| Failure::new(format!("could not {doing}: {error}"), ""))
    }
}
