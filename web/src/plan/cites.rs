use apim_plan::cite::Sources;
use yew::prelude::*;

use crate::planned::Marks;

/// The numbers behind a sentence: each opens a note on who says so.
pub fn cites(sources: &Sources, marks: &Marks) -> Html {
    // In the order of the list: places on one page stand together, and its number only before the first.
    let mut places: Vec<usize> = sources.iter().filter_map(|citation| marks.of(citation.id)).map(|mark| mark.place).collect();
    places.sort_unstable();
    places.dedup();
    let mut page = 0;
    let shown = places.into_iter().filter_map(|place| marks.all().get(place - 1)).map(|mark| {
        // The name has to hold the text that is seen.
        if std::mem::replace(&mut page, mark.page) == mark.page {
            (mark.place, mark.letter.clone(), format!("Source {}, page {}", mark.letter, mark.page))
        } else {
            (mark.place, mark.whole(), format!("Source {}", mark.whole()))
        }
    });
    html! {
        for (place, text, name) in shown {
            <button type="button" class="cite" popovertarget={format!("src-{place}")} aria-label={name}>
                { text }
            </button>
        }
    }
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test says what it expects by failing")]
mod tests {
    use apim_plan::cite::Sources;

    use super::cites;
    use crate::rendered::{REFUSES_DOWNTIME, planned, text};

    #[tokio::test(flavor = "current_thread")]
    async fn places_on_one_page_share_its_number() {
        let plan = planned(REFUSES_DOWNTIME);
        let of_page =
            plan.sources.chunk_by(|one, next| one.page == next.page).find(|of_page| of_page.len() > 1).expect("two numbers");
        let cited = apim_plan::facts::sources::citations()
            .filter(|citation| of_page.iter().take(2).any(|source| source.id == citation.id));
        let sources = cited.fold(Sources::NONE, |sources, citation| sources.and(&Sources::from(citation)));
        let page = plan.marks().of(of_page.first().expect("two").id).expect("numbered").page;
        let text = text(cites(&sources, plan.marks())).await;
        assert_eq!(text, format!("{page}a\nb"));
    }
}
