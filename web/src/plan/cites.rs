use apim_plan::cite::Sources;
use yew::prelude::*;

use crate::planned::Marks;
use crate::ui::{Sign, icon};
use crate::words;

/// The note that [`cites`] opens: see [`super::SourceNote`].
pub(super) const NOTE: &str = "source-note";

/// The mark behind a sentence: it opens a note on all of the sentence's sources. On paper it is their numbers.
pub fn cites(sources: &Sources, marks: &Marks) -> Html {
    // In the order of the list: places on one page stand together, and its number only before the first.
    let mut places: Vec<usize> = sources.iter().filter_map(|citation| marks.of(citation.id)).map(|mark| mark.place).collect();
    places.sort_unstable();
    places.dedup();
    if places.is_empty() {
        return Html::default();
    }
    let mut page = 0;
    let shown = places
        .iter()
        .filter_map(|place| marks.all().get(place - 1))
        .map(|mark| if std::mem::replace(&mut page, mark.page) == mark.page { mark.letter.clone() } else { mark.whole() });
    let shown = shown.collect::<Vec<_>>().join(" ");
    let named: Vec<String> = places.iter().map(ToString::to_string).collect();
    html! {
        <button
            type="button"
            class="src"
            popovertarget={NOTE}
            data-sources={named.join(" ")}
            aria-label={words::count(places.len(), "source", "sources")}
        >
            { icon(Sign::Source) }<span class="src__ids" aria-hidden="true">{ shown }</span>
        </button>
    }
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test says what it expects by failing")]
mod tests {
    use apim_plan::cite::Sources;

    use super::cites;
    use crate::rendered::{REFUSES_DOWNTIME, html, planned};

    #[tokio::test(flavor = "current_thread")]
    async fn a_sentence_has_one_mark_and_places_on_one_page_share_its_number() {
        let plan = planned(REFUSES_DOWNTIME);
        let of_page =
            plan.sources.chunk_by(|one, next| one.page == next.page).find(|of_page| of_page.len() > 1).expect("two numbers");
        let cited = apim_plan::facts::sources::citations()
            .filter(|citation| of_page.iter().take(2).any(|source| source.id == citation.id));
        let sources = cited.fold(Sources::NONE, |sources, citation| sources.and(&Sources::from(citation)));
        let mark = plan.marks().of(of_page.first().expect("two").id).expect("numbered");
        let html = html(cites(&sources, plan.marks())).await;
        assert_eq!(html.matches("<button").count(), 1, "{html}");
        assert!(html.contains("aria-label=\"2 sources\""), "{html}");
        assert!(html.contains(&format!("data-sources=\"{} {}\"", mark.place, mark.place + 1)), "{html}");
        assert!(html.contains(&format!(">{}a b</span>", mark.page)), "{html}");
    }

    #[tokio::test(flavor = "current_thread")]
    async fn a_sentence_without_a_source_has_no_mark() {
        assert_eq!(html(cites(&Sources::NONE, planned("{}").marks())).await, "");
    }
}
