//! Answers that are only tried out: neither in the address nor kept.

use std::rc::Rc;

use apim_plan::{Answer, Field, PlanRequest};
use yew::AttrValue;

use super::{AnswersState, Target};

/// The id of the button that ends a trial.
pub const GO_BACK: &str = "trial-back";

/// Answers that are only tried out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trial {
    /// What is being tried.
    pub text: AttrValue,
    /// What was answered to the questions concerned.
    back: Vec<(Field, Option<Answer>)>,
}

impl AnswersState {
    /// The answers without what is only tried out.
    pub fn settled(&self) -> Rc<PlanRequest> {
        let mut request = self.request.clone();
        for (field, answer) in self.trial.iter().flat_map(|trial| &trial.back) {
            if let Some(question) = self.questionnaire.find(*field) {
                question.kind.put(Rc::make_mut(&mut request), answer.clone());
            }
        }
        request
    }

    pub(super) fn try_out(&mut self, change: &[(Field, Answer)], text: &AttrValue) {
        // Trying one thing after another goes back to where the first began.
        let (mut back, text) = match self.trial.as_deref() {
            Some(trial) => (trial.back.clone(), format!("{}; {text}", trial.text).into()),
            None => (Vec::new(), text.clone()),
        };
        for (field, answer) in change {
            let target = Target::instance(*field);
            if back.iter().all(|(tried, _)| tried != field) {
                back.push((*field, self.get(target)));
            }
            self.put(target, Some(answer.clone()));
        }
        self.trial = Some(Rc::new(Trial { text, back }));
        // The button that was pressed is gone: another plan has other alternatives.
        self.look_at(GO_BACK.to_owned());
    }

    pub(super) fn go_back(&mut self) {
        self.request = self.settled();
        self.trial = None;
    }

    /// An answer of the reader's own is no longer one that is only tried out.
    pub(super) fn settle(&mut self, field: Field) {
        let Some(mut trial) = self.trial.take() else { return };
        Rc::make_mut(&mut trial).back.retain(|(tried, _)| *tried != field);
        self.trial = (!trial.back.is_empty()).then_some(trial);
    }
}
