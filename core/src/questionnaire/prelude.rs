//! What the file of a question is written with.

pub(super) use super::kind::{Gist, Kind, Lens, LocationList, NumberLook, Vocabulary, WholeNumber, YesNo};
pub(super) use super::{Alternative, Answer, Counted, Effect, Field, FindOut, Group, InLinks, Question, Sway, Weight};
pub(super) use super::{at, wish, yes_no};
pub(super) use crate::decide::Answers;
pub(super) use crate::domain::{Location, PlanRequest};
