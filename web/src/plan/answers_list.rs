use apim_plan::PlanRequest;
use yew::prelude::*;

use crate::words::{self, Question};

/// The answers that a plan is based on: for paper, where the questions do not appear.
pub fn answers_list(request: &PlanRequest) -> Html {
    let (given, open): (Vec<_>, Vec<_>) =
        Question::all().map(|question| (question, words::said(request, question))).partition(|(_, said)| said.is_some());
    let open: Vec<&str> = open
        .iter()
        .filter(|(question, _)| matches!(question, Question::Counted(_)))
        .map(|(question, _)| question.words().short)
        .collect();
    html! {
        <section class="section section--answers" aria-labelledby="answers-title">
            <h2 id="answers-title">{ "Answers this plan is based on" }</h2>
            <dl class="answers">
                for (question, said) in given {
                    <div key={question.id()}><dt>{ question.words().short }</dt><dd>{ said.unwrap_or_default() }</dd></div>
                }
                if !open.is_empty() {
                    <div><dt>{ "Not known" }</dt><dd>{ open.join("; ") }</dd></div>
                }
            </dl>
        </section>
    }
}
