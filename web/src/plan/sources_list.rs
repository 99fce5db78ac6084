use apim_plan::Source;
use yew::prelude::*;

use crate::planned::{Mark, Marks, Part};
use crate::words;

/// Properties of [`SourcesList`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct SourcesListProps {
    /// Everything that the plan cites.
    pub sources: Part<Vec<Source>>,
    /// Their numbers.
    pub marks: Marks,
}

/// Every page that the plan rests on, with its date and age, and the places on it by number.
#[component]
pub fn SourcesList(props: &SourcesListProps) -> Html {
    let SourcesListProps { sources, marks } = props;
    let sources = sources.get().map(Vec::as_slice).unwrap_or_default();
    let marked: Vec<(&Mark, &Source)> = marks.all().iter().zip(sources).collect();
    let read = sources.iter().map(|source| source.checked).max().map(words::day);
    html! {
        <section class="section" id="sources" aria-labelledby="sources-title">
            <h2 id="sources-title">{ "Sources" }</h2>
            if let Some(read) = read {
                <p class="lead">{ "Every number above leads here. All pages were read by " }<span class="num">{ read }</span>{ "." }</p>
            }
            <ul class="sources">
                for of_page in marked.chunk_by(|(_, one), (_, next)| one.page == next.page) {
                    if let Some((_, page)) = of_page.first() {
                        <li class="srcpage" key={page.page}>
                            <p class="srcpage__title">
                                <a href={page.url}>{ page.title }</a>
                                if page.baseline {
                                    { " " }<span class="tag">{ "primary" }</span>
                                }
                            </p>
                            <p class="srcpage__date">
                                <span class="num">{ words::day(page.dated) }</span>{ " " }
                                <span>{ words::age(page.dated, marks.today()).unwrap_or_default() }</span>
                            </p>
                            <ol class="srcpage__heads">
                                for (mark, source) in of_page.iter() {
                                    <li key={source.id}><span class="srcpage__no num">{ mark.whole() }</span>{ source.heading }</li>
                                }
                            </ol>
                        </li>
                    }
                }
            </ul>
        </section>
    }
}
