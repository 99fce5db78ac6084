use apim_plan::cite::Sources;
use yew::prelude::*;

use crate::planned::Planned;
use crate::words;

/// The numbers behind a sentence: each opens a note on who says so.
pub fn cites(sources: &Sources, plan: &Planned) -> Html {
    // In the order of the list: places on one page stand together, and its number only before the first.
    let mut places: Vec<usize> = sources.iter().filter_map(|citation| plan.mark(citation.id)).map(|mark| mark.place).collect();
    places.sort_unstable();
    places.dedup();
    let mut page = 0;
    let marks = places.into_iter().filter_map(|place| plan.marks().get(place - 1)).map(|mark| {
        // The name has to hold the text that is seen.
        if std::mem::replace(&mut page, mark.page) == mark.page {
            (mark.place, mark.letter.clone(), format!("Source {}, page {}", mark.letter, mark.page))
        } else {
            (mark.place, mark.whole(), format!("Source {}", mark.whole()))
        }
    });
    html! {
        for (place, text, name) in marks {
            <button type="button" class="cite" popovertarget={format!("src-{place}")} aria-label={name}>
                { text }
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
    use apim_plan::cite::Sources;

    use super::{cites, source_notes};
    use crate::rendered::{REFUSES_DOWNTIME, html, planned, text};

    #[tokio::test(flavor = "current_thread")]
    async fn every_number_of_a_plan_opens_a_note() {
        let plan = planned(REFUSES_DOWNTIME);
        let notes = html(source_notes(&plan)).await;
        for source in &plan.sources {
            let mark = plan.mark(source.id).expect("numbered");
            assert!(notes.contains(&format!("id=\"src-{}\"", mark.place)), "{mark:?}");
        }
        assert!(notes.contains("2 years 3 months old"), "the primary page's age on 21 Nov 2026");
    }

    #[tokio::test(flavor = "current_thread")]
    async fn places_on_one_page_share_its_number() {
        let plan = planned(REFUSES_DOWNTIME);
        let of_page =
            plan.sources.chunk_by(|one, next| one.page == next.page).find(|of_page| of_page.len() > 1).expect("two places");
        let cited = apim_plan::facts::sources::citations()
            .filter(|citation| of_page.iter().take(2).any(|source| source.id == citation.id));
        let sources = cited.fold(Sources::NONE, |sources, citation| sources.and(&Sources::from(citation)));
        let page = plan.mark(of_page.first().expect("two").id).expect("numbered").page;
        let text = text(cites(&sources, &plan)).await;
        assert_eq!(text, format!("{page}a\nb"));
    }
}
