//! Answers as lists have them: in the words of the planner, so that reports and the page agree.

pub use apim_plan::questionnaire::{UPDATE_TOOLS, gist, said};
