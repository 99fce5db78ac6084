use apim_plan::{Source, SourceList};
use yew::prelude::*;

use crate::planned::{Marks, PlanPart};
use crate::platform;
use crate::words;

/// Properties of [`SourceNotes`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct SourceNotesProps {
    /// Everything that the plan cites.
    pub sources: PlanPart<SourceList>,
    /// By which day the age of a page is told.
    pub marks: Marks,
}

/// What the numbers behind sentences open: page, heading, our words, and how old the page is.
///
/// A plan cites more than a hundred places, and readers open one note at a time: a note is drawn when it opens.
#[component]
pub fn SourceNotes(props: &SourceNotesProps) -> Html {
    let opened = use_state_eq(|| None::<usize>);
    use_effect_with((), {
        let opened = opened.setter();
        move |()| {
            let listener = platform::on_popover(move |id| {
                if let Some(place) = id.strip_prefix("src-").and_then(|place| place.parse().ok()) {
                    opened.set(Some(place));
                }
            });
            move || drop(listener)
        }
    });
    html! {
        // In an element of their own: one note more or less beside everything else would have the browser style all of it anew.
        <div>
            for (place, source) in (1..).zip(props.sources.get().into_iter().flatten()) {
                <div class="pop source" key={place} id={format!("src-{place}")} popover="auto">
                    if *opened == Some(place) {
                        { note(source, &props.marks) }
                    }
                </div>
            }
        </div>
    }
}

fn note(source: &Source, marks: &Marks) -> Html {
    html! {
        <>
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
        </>
    }
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test says what it expects by failing")]
mod tests {
    use yew::html;

    use super::{SourceNotes, note};
    use crate::rendered::{REFUSES_DOWNTIME, planned, text};

    #[tokio::test(flavor = "current_thread")]
    async fn every_number_of_a_plan_opens_a_note() {
        let plan = planned(REFUSES_DOWNTIME);
        let sources = plan.part(|plan| Some(&plan.sources));
        let notes = crate::rendered::html(html! { <SourceNotes {sources} marks={plan.marks().clone()} /> }).await;
        for source in &plan.sources {
            let mark = plan.marks().of(source.id).expect("numbered");
            assert!(notes.contains(&format!("id=\"src-{}\"", mark.place)), "{mark:?}");
        }
    }

    #[tokio::test(flavor = "current_thread")]
    async fn a_note_says_how_old_its_page_is() {
        let plan = planned(REFUSES_DOWNTIME);
        let primary = plan.sources.iter().find(|source| source.dated == "2024-08-19").expect("a primary page");
        let text = text(note(primary, plan.marks())).await;
        assert!(text.contains("2 years 3 months old"), "the primary page's age on 21 Nov 2026: {text}");
    }
}
