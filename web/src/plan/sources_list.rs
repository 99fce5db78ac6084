use apim_plan::{Source, SourceList};
use yew::prelude::*;

use crate::planned::{Mark, Marks, PlanPart, Planned};
use crate::words;

/// Properties of [`SourcesList`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct SourcesListProps {
    /// Everything that the plan cites.
    pub sources: PlanPart<SourceList>,
    /// Their numbers.
    pub marks: Marks,
}

impl SourcesListProps {
    /// The sources of a plan.
    pub fn of(plan: &Planned) -> Self {
        Self { sources: plan.part(|plan| Some(&plan.sources)), marks: plan.marks().clone() }
    }
}

/// Every page that the plan rests on, with its date and age, and the places on it by number.
#[component]
pub fn SourcesList(props: &SourcesListProps) -> Html {
    let SourcesListProps { sources, marks } = props;
    let sources = sources.get().map(|sources| &**sources).unwrap_or_default();
    let marked: Vec<(&Mark, &Source)> = marks.all().iter().zip(sources).collect();
    let pages = marked
        .chunk_by(|(_, one), (_, next)| one.page == next.page)
        .filter_map(|of_page| of_page.first().map(|(_, first)| (*first, of_page)));
    let read = sources.iter().map(|source| source.checked).max().map(words::day);
    html! {
        <section class="section" id="sources" aria-labelledby="sources-title">
            <h2 id="sources-title">{ "Sources" }</h2>
            if let Some(read) = read {
                <p class="lead">{ "Every figure cites one of these sources. All were checked by " }<span class="num">{ read }</span>{ "." }</p>
            }
            <ul class="sources">
                for (page, of_page) in pages {
                        <li class="srcpage" key={page.page}>
                            <p class="srcpage__title">
                                <a href={page.url}>{ page.title }</a>
                                if page.baseline {
                                    { " " }<span class="tag">{ "primary" }</span>
                                }
                            </p>
                            <p class="srcpage__date">
                                <span class="num">{ words::dated(page.date()) }</span>{ " " }
                                <span>{ words::age(page.date(), marks.today()).unwrap_or_default() }</span>
                            </p>
                            <ol class="srcpage__heads">
                                for (mark, source) in of_page.iter() {
                                    <li key={source.id}><span class="srcpage__no num">{ mark.whole() }</span>{ source.heading }</li>
                                }
                            </ol>
                        </li>
                }
            </ul>
        </section>
    }
}
