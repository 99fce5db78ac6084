use apim_plan::{Source, SourceList};
use yew::prelude::*;

use super::cites::NOTE;
use crate::planned::{Marks, PlanPart};
use crate::platform;
use crate::words;

/// Properties of [`SourceNote`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct SourceNoteProps {
    /// Everything that the plan cites.
    pub sources: PlanPart<SourceList>,
    /// By which day the age of a page is told.
    pub marks: Marks,
}

/// What the mark behind a sentence opens: for each of its sources page, heading, our words, and how old the page is.
///
/// A plan cites more than a hundred places, and readers open one note at a time: there is one, for the mark that was pressed last.
#[component]
pub fn SourceNote(props: &SourceNoteProps) -> Html {
    let opened = use_state_eq(Vec::<usize>::new);
    use_effect_with((), {
        let opened = opened.setter();
        move |()| {
            let listener = platform::on_opener("[data-sources]", NOTE, move |mark| {
                let places = mark.get_attribute("data-sources").unwrap_or_default();
                opened.set(places.split(' ').filter_map(|place| place.parse().ok()).collect());
            });
            move || drop(listener)
        }
    });
    let sources = props.sources.get().map(|sources| &**sources).unwrap_or_default();
    html! {
        <div class="pop source" id={NOTE} popover="auto">
            for source in opened.iter().filter_map(|place| sources.get(place.checked_sub(1)?)) {
                { note(source, &props.marks) }
            }
        </div>
    }
}

fn note(source: &Source, marks: &Marks) -> Html {
    html! {
        <div class="source__one" key={source.id}>
            <p class="source__page"><a href={source.url}>{ source.title }</a></p>
            <p class="source__head">{ source.heading }</p>
            <p>{ source.says }</p>
            <p class="source__date">
                <span class="num">{ words::dated(source.date()) }</span>
                if let Some(age) = words::age(source.date(), marks.today()) {
                    { ", " }{ age }
                }
                { ". Checked " }<span class="num">{ words::day(source.checked) }</span>{ "." }
            </p>
        </div>
    }
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test says what it expects by failing")]
mod tests {
    use super::note;
    use crate::rendered::{REFUSES_DOWNTIME, planned, text};

    #[tokio::test(flavor = "current_thread")]
    async fn a_note_says_how_old_its_page_is() {
        let plan = planned(REFUSES_DOWNTIME);
        let primary = plan.sources.iter().find(|source| source.dated == "2024-08-19").expect("a primary page");
        let text = text(note(primary, plan.marks())).await;
        assert!(text.contains("2 years 3 months old"), "the primary page's age on 21 Nov 2026: {text}");
    }
}
