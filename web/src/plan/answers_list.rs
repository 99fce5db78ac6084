use std::rc::Rc;

use apim_plan::PlanRequest;
use apim_plan::questionnaire::{QUESTIONNAIRE, Question};
use yew::prelude::*;

use crate::questionnaire::said::said;

/// Properties of [`AnswersList`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct AnswersListProps {
    /// The answers.
    pub request: Rc<PlanRequest>,
}

/// The answers that a plan is based on: for paper, where the questions do not appear.
#[component]
pub fn AnswersList(props: &AnswersListProps) -> Html {
    let request = &*props.request;
    let answered = |question: &&'static Question| said(request, question).map(|said| (*question, said));
    let given: Vec<(&Question, String)> = QUESTIONNAIRE.questions.iter().filter_map(answered).collect();
    let open: Vec<&str> = QUESTIONNAIRE
        .counted()
        .filter(|(question, _)| !question.kind.is_answered(request))
        .map(|(question, _)| question.short)
        .collect();
    html! {
        <section class="section section--answers" aria-labelledby="answers-title">
            <h2 id="answers-title">{ "Answers that this plan uses" }</h2>
            <dl class="answers">
                for (question, said) in given {
                    <div key={question.field.path()}><dt>{ question.short }</dt><dd>{ said }</dd></div>
                }
                if !open.is_empty() {
                    <div><dt>{ "Not answered" }</dt><dd>{ open.join("; ") }</dd></div>
                }
            </dl>
        </section>
    }
}
