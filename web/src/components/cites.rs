use apim_plan::cite::Sources;
use yew::prelude::*;

use crate::state::Planned;
use crate::words;

/// Properties of [`Cites`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct CitesProps {
    /// What the sentence rests on.
    pub sources: Sources,
    /// The plan whose list of sources is numbered.
    pub plan: Planned,
}

/// The numbers behind a sentence: each opens a note on who says so.
#[component]
pub fn Cites(props: &CitesProps) -> Html {
    let numbers = props.sources.iter().filter_map(|citation| props.plan.number(citation.id));
    html! {
        for number in numbers {
            <button type="button" class="cite" popovertarget={format!("src-{number}")} aria-label={format!("Source {number}")}>
                { number }
            </button>
        }
    }
}

/// Properties of [`SourceNotes`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct SourceNotesProps {
    /// The plan whose sources are noted.
    pub plan: Planned,
}

/// What the numbers open: page, heading, our words, and how old the page is.
#[component]
pub fn SourceNotes(props: &SourceNotesProps) -> Html {
    let today = props.plan.today();
    html! {
        for (at, source) in props.plan.sources.iter().enumerate() {
            <div class="pop source" id={format!("src-{}", at + 1)} popover="auto">
                <p class="source__page"><a href={source.url}>{ source.title }</a></p>
                <p class="source__head">{ source.heading }</p>
                <p>{ source.says }</p>
                <p class="source__date">
                    <span class="num">{ words::day(source.dated) }</span>
                    if let Some(age) = words::age(source.dated, today) {
                        { ", " }{ age }
                    }
                    { ". Read " }<span class="num">{ words::day(source.checked) }</span>{ "." }
                </p>
            </div>
        }
    }
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test says what it expects by failing")]
mod tests {
    use super::{SourceNotes, SourceNotesProps};
    use crate::components::rendered::{REFUSES_DOWNTIME, html, planned};

    #[tokio::test(flavor = "current_thread")]
    async fn every_number_of_a_plan_opens_a_note() {
        let plan = planned(REFUSES_DOWNTIME);
        let notes = html::<SourceNotes>(SourceNotesProps { plan: plan.clone() }).await;
        for source in &plan.sources {
            let number = plan.number(source.id).expect("numbered");
            assert!(notes.contains(&format!("id=\"src-{number}\"")), "{number}");
        }
        assert!(notes.contains("2 years 3 months old"), "the primary page's age on 21 Nov 2026");
    }
}
