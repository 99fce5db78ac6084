use apim_plan::cite::Sources;
use yew::prelude::*;

use crate::state::Planned;
use crate::words;

/// The numbers behind a sentence: each opens a note on who says so.
pub fn cites(sources: &Sources, plan: &Planned) -> Html {
    let numbers = sources.iter().filter_map(|citation| plan.number(citation.id));
    html! {
        for number in numbers {
            <button type="button" class="cite" popovertarget={format!("src-{number}")} aria-label={format!("Source {number}")}>
                { number }
            </button>
        }
    }
}

/// What the numbers open: page, heading, our words, and how old the page is.
pub fn source_notes(plan: &Planned) -> Html {
    let today = plan.today();
    html! {
        for (at, source) in plan.sources.iter().enumerate() {
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
    use super::source_notes;
    use crate::components::rendered::{REFUSES_DOWNTIME, html, planned};

    #[tokio::test(flavor = "current_thread")]
    async fn every_number_of_a_plan_opens_a_note() {
        let plan = planned(REFUSES_DOWNTIME);
        let notes = html(source_notes(&plan)).await;
        for source in &plan.sources {
            let number = plan.number(source.id).expect("numbered");
            assert!(notes.contains(&format!("id=\"src-{number}\"")), "{number}");
        }
        assert!(notes.contains("2 years 3 months old"), "the primary page's age on 21 Nov 2026");
    }
}
