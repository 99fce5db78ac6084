//! The smallest changes of an answer that would change the recommendation.

use super::shape::Flip;
use crate::decide::{Answers, Decision, choose, decide};
use crate::domain::{PathId, PlanRequest, Text};
use crate::questionnaire::{Alternative, Circumstances, Effect, Question, Questionnaire, Sway};

/// Never more than this many: what comes further down is not a small change.
const MOST: usize = 8;

/// An answer that can be tried.
#[derive(Clone, Copy)]
struct Candidate {
    question: &'static Question,
    alternative: &'static Alternative,
}

/// The answers that can be tried, in the order in which a reader would think of them.
fn candidates(questionnaire: &Questionnaire<'_>) -> Vec<Candidate> {
    let mut with_turns: Vec<(u8, Candidate)> = Vec::new();
    for (question, counted) in questionnaire.counted() {
        match &counted.sway {
            Sway::None | Sway::Fact => {}
            Sway::Alternatives { turn, answers } => {
                with_turns.extend(answers.iter().map(|alternative| (*turn, Candidate { question, alternative })));
            }
        }
    }
    with_turns.sort_by_key(|(turn, _)| *turn);
    with_turns.into_iter().map(|(_, candidate)| candidate).collect()
}

/// The answers with one of them changed; `None` when it is what was answered already, or what cannot be chosen.
pub(super) fn with(question: &Question, alternative: &Alternative, case: &Circumstances<'_>) -> Option<Answers> {
    let Circumstances { request, decision } = case;
    match alternative.effect {
        Effect::Wish(_) => with_wish(&decision.answers, alternative),
        Effect::WhileOpen(is_open) => is_open(&decision.answers).then(|| {
            let mut other: PlanRequest = (*request).clone();
            question.kind.put(&mut other, Some(alternative.answer.clone()));
            decide(&other).answers
        }),
    }
}

/// The same for an answer on which nothing else depends; `None` for another one, which is tried alone.
fn with_wish(answers: &Answers, alternative: &Alternative) -> Option<Answers> {
    match alternative.effect {
        Effect::Wish(change) => change(answers).filter(|changed| changed != answers),
        Effect::WhileOpen(_) => None,
    }
}

/// Single changes first; then pairs, for paths that no single change leads to.
pub(super) fn flips(questionnaire: &Questionnaire<'_>, request: &PlanRequest, decision: &Decision) -> Vec<Flip> {
    let case = Circumstances { request, decision };
    let now = decision.route.recommended;
    let mut flips: Vec<Flip> = Vec::new();
    let mut singles: Vec<Candidate> = Vec::new();
    for candidate in candidates(questionnaire) {
        let Some(answers) = with(candidate.question, candidate.alternative, &case) else { continue };
        let (then, _) = choose(decision.status, &answers);
        if then == now {
            singles.push(candidate);
        } else {
            flips.push(flip(&[candidate], then));
        }
    }
    if flips.len() < MOST {
        pairs(decision, &singles, &mut flips);
    }
    flips.truncate(MOST);
    flips
}

/// Pairs of changes neither of which changes anything alone.
fn pairs(decision: &Decision, singles: &[Candidate], flips: &mut Vec<Flip>) {
    for (at, first) in singles.iter().enumerate() {
        let Some(once) = with_wish(&decision.answers, first.alternative) else { continue };
        for second in singles.iter().skip(at + 1).filter(|second| second.question.field != first.question.field) {
            let Some(twice) = with_wish(&once, second.alternative) else { continue };
            let (then, _) = choose(decision.status, &twice);
            let known = then == decision.route.recommended || flips.iter().any(|flip| flip.recommended == then);
            if !known && then.is_some() {
                flips.push(flip(&[*first, *second], then));
            }
        }
    }
}

fn flip(changes: &[Candidate], recommended: Option<PathId>) -> Flip {
    let conditions: Vec<&str> = changes.iter().map(|change| change.alternative.condition).collect();
    let then = recommended.map_or("no path is possible", PathId::title);
    let text: Text = format!("{}: {then}.", conditions.join(", and ")).into();
    let change = changes.iter().map(|change| (change.question.field, change.alternative.answer.clone())).collect();
    Flip { change, recommended, text }
}

#[cfg(test)]
mod tests {
    use super::flips;
    use crate::decide::{Answers, decide};
    use crate::domain::{PlanRequest, Tier, Vnet};
    use crate::plan::questions::open_questions;
    use crate::questionnaire::{
        Alternative, Answer, Counted, Effect, Field, Gist, Group, InLinks, Kind, Lens, QUESTIONNAIRE, Question, Questionnaire,
        Sway, Weight, YesNo,
    };

    /// A question that the project does not ask. It is never answered, and "yes" means that the instance stays as it is.
    static ADDED: Question = Question {
        field: Field::named("isFrozen"),
        group: Group::Instance,
        label: "Is the instance frozen?",
        short: "Frozen",
        help: "Only a test asks this.",
        find_out: &[],
        in_links: InLinks::Carried,
        kind: Kind::YesNo(YesNo {
            at: Lens { get: |_: &PlanRequest| None, put: |_, _| () },
            yes: "Yes",
            no: "No",
            gist: Gist::ShortNameIfYes,
        }),
        weight: Weight::Counted(Counted {
            open: "whether the instance is frozen",
            matters: |case| case.must_move(),
            unneeded: |_| None,
            sway: Sway::Alternatives {
                turn: 0,
                answers: &[Alternative {
                    answer: Answer::YesNo(true),
                    condition: "If the instance is frozen",
                    effect: Effect::Wish(|answers| Some(Answers { modify_instance: Some(false), ..*answers })),
                }],
            },
        }),
    };

    #[test]
    fn an_added_question_is_open_decides_and_has_its_alternative() {
        let questions: Vec<&'static Question> = QUESTIONNAIRE.questions.iter().copied().chain([&ADDED]).collect();
        let extended = Questionnaire { questions: &questions, ..QUESTIONNAIRE };
        let request = PlanRequest { tier: Some(Tier::Premium), vnet: Some(Vnet::External), ..PlanRequest::default() };
        let decision = decide(&request);
        let open = open_questions(&extended, &request, &decision);
        assert!(open.iter().any(|open| open.field == ADDED.field && open.matters && open.decides));
        let texts: Vec<String> = flips(&extended, &request, &decision).iter().map(|flip| flip.text.to_string()).collect();
        assert_eq!(texts.first().map(String::as_str), Some("If the instance is frozen: Side-by-side deployment."));
        assert!(texts.len() > flips(&QUESTIONNAIRE, &request, &decision).len() || texts.len() == super::MOST);
    }
}
