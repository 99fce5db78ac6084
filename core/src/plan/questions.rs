//! Which open questions matter, and which of them decide.

use super::flips;
use super::shape::OpenQuestion;
use crate::decide::{Decision, choose, decide};
use crate::domain::PlanRequest;
use crate::facts::platform::runs_on;
use crate::questionnaire::{Circumstances, Question, Questionnaire, Sway};

/// The questions without an answer, in the order of the questionnaire.
pub(super) fn open_questions(questionnaire: &Questionnaire<'_>, request: &PlanRequest, decision: &Decision) -> Vec<OpenQuestion> {
    let case = Circumstances { request, decision };
    questionnaire
        .counted()
        .filter(|(question, _)| !question.kind.is_answered(request))
        .map(|(question, counted)| {
            let matters = (counted.matters)(&case);
            OpenQuestion { field: question.field, matters, decides: matters && decides(question, &counted.sway, &case) }
        })
        .collect()
}

/// Whether some answer, alone, would change the recommended path.
fn decides(question: &Question, sway: &Sway, case: &Circumstances<'_>) -> bool {
    let now = case.decision.route.recommended;
    match sway {
        Sway::None => false,
        Sway::Fact => question.kind.choices().into_iter().any(|answer| {
            let mut other = case.request.clone();
            question.kind.put(&mut other, Some(answer));
            // An answer that excludes another one is a mistake, not a choice.
            let fits = other.tier.zip(other.platform).is_none_or(|(tier, platform)| runs_on(tier, platform));
            let then = decide(&other);
            fits && !then.answers.contradicts_itself() && then.route.recommended != now
        }),
        Sway::Alternatives { answers, .. } => answers
            .iter()
            .filter_map(|alternative| flips::with(question, alternative, case))
            .any(|answers| choose(case.decision.status, &answers).0 != now),
    }
}
