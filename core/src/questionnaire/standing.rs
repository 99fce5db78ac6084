//! Whether a question is asked in the light of the other answers.

use super::{Circumstances, Counted, Question, Weight};
use crate::decide::decide;
use crate::domain::{Certainty, PlanRequest, Status};

/// How a question stands in the light of the other answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It is asked.
    Asked,
    /// It has an answer that has stopped mattering, for this reason.
    Kept(&'static str),
    /// It needs no answer.
    Hidden,
}

const NO_EFFECT: &str = "This answer changes nothing in this plan.";

impl Question {
    /// How it stands. What was touched does not vanish while it still can matter.
    pub fn standing(&self, case: &Circumstances<'_>, is_touched: bool) -> Standing {
        let is_answered = self.kind.is_answered(case.request);
        match &self.weight {
            Weight::Detail => Standing::Asked,
            Weight::PlatformGuess => guess(case, is_answered),
            Weight::Counted(counted) if is_answered => {
                let mut without: PlanRequest = case.request.clone();
                self.kind.put(&mut without, None);
                let decision = decide(&without);
                if (counted.matters)(&Circumstances { request: &without, decision: &decision }) {
                    Standing::Asked
                } else {
                    Standing::Kept(why_not(counted, case))
                }
            }
            Weight::Counted(counted) => {
                let stays = is_touched && why_not(counted, case) == NO_EFFECT;
                if stays || (counted.matters)(case) { Standing::Asked } else { Standing::Hidden }
            }
            // Not about the instance.
            Weight::Location(_) | Weight::Described => Standing::Hidden,
        }
    }
}

fn guess(case: &Circumstances<'_>, is_answered: bool) -> Standing {
    match (case.decision.status, case.decision.platform.certainty, is_answered) {
        (Status::Migrate | Status::Unknown | Status::Migrated, Certainty::Uncertain | Certainty::Unknown, _) => Standing::Asked,
        (_, Certainty::Stated, true) => Standing::Kept("Not used: the compute platform is answered."),
        (_, Certainty::Inferred | Certainty::Uncertain | Certainty::Unknown, true) => {
            Standing::Kept("Not used: other answers determine the compute platform.")
        }
        (_, _, false) => Standing::Hidden,
    }
}

/// Why an answer has stopped mattering.
fn why_not(counted: &Counted, case: &Circumstances<'_>) -> &'static str {
    match case.decision.status {
        Status::Migrated => return "Every location runs on stv2. No migration is needed.",
        Status::NotAffected => return "This tier does not run on stv1. No migration is needed.",
        Status::Migrate | Status::Unknown => {}
    }
    if let Some(why) = (counted.unneeded)(case) {
        return why;
    }
    if case.request.modify_instance == Some(false) {
        return "Not used for a side-by-side deployment: this instance is not changed.";
    }
    NO_EFFECT
}
