use apim_plan::cite::{Citation, Page};
use apim_plan::facts::ports::{Mode, Need, TABLE};
use apim_plan::facts::regions::REGIONS;
use apim_plan::facts::sources::citations;
use yew::prelude::*;

use super::rules_list::RulesList;
use crate::embedding::EmbeddingSection;
use crate::plan::{DowntimeTable, DowntimeTableProps, all_disagreements, direction};
use crate::planned::use_plan;
use crate::words;

/// The view at `#/reference`: what the pages say, whatever the answers.
#[component]
pub fn ReferencePage() -> Html {
    let plan = use_plan();
    let today = plan.today();
    let mut pages: Vec<(&'static Page, Vec<&'static Citation>)> = Vec::new();
    for citation in citations() {
        match pages.iter_mut().find(|(page, _)| page.id == citation.page.id) {
            Some((_, of_page)) => of_page.push(citation),
            None => pages.push((citation.page, vec![citation])),
        }
    }
    pages.sort_by_key(|(page, _)| (!page.baseline, page.id));
    html! {
        <main class="plan" id="plan" tabindex="-1">
            <div class="verdict">
                <h1 class="verdict__line">{ "Documented facts, whatever the answers" }</h1>
            </div>
            { contents() }
            <section class="section" id="downtime" aria-labelledby="downtime-title">
                <h2 id="downtime-title">{ "Downtime and retention, same subnet" }</h2>
                <DowntimeTable ..DowntimeTableProps::of(&plan) />
            </section>
            <section class="section" id="disagreements" aria-labelledby="disagreements-title">
                <h2 id="disagreements-title">{ "Documentation differs" }</h2>
                <p class="lead">{ "Each statement is shown with its date. Deadlines use the shortest figure." }</p>
                { all_disagreements(plan.marks()) }
            </section>
            <section class="section" id="ports" aria-labelledby="ports-title">
                <h2 id="ports-title">{ "Ports of a subnet on stv2" }</h2>
                <table class="table reflow" role="table" data-table="all-ports">
                    <caption class="sr">{ "Ports that the network security group must allow" }</caption>
                    <thead role="rowgroup">
                        <tr role="row">
                            <th role="columnheader" scope="col">{ "For" }</th>
                            <th role="columnheader" scope="col">{ "Direction" }</th>
                            <th role="columnheader" scope="col">{ "From" }</th>
                            <th role="columnheader" scope="col">{ "To" }</th>
                            <th role="columnheader" scope="col" class="num">{ "Port" }</th>
                            <th role="columnheader" scope="col">{ "Required" }</th>
                        </tr>
                    </thead>
                    <tbody role="rowgroup">
                        for row in TABLE.iter() {
                            <tr role="row">
                                <th role="rowheader" scope="row">{ row.purpose }</th>
                                <td role="cell" data-label="Direction">{ direction(row.direction) }</td>
                                <td role="cell" data-label="From"><code>{ row.source }</code></td>
                                <td role="cell" data-label="To"><code>{ row.destination }</code></td>
                                <td role="cell" class="num" data-label="Port">{ row.ports }{ " " }{ row.protocol }</td>
                                <td role="cell" data-label="Required">{ need(row.need) }{ mode(row.mode) }</td>
                            </tr>
                        }
                    </tbody>
                </table>
            </section>
            <section class="section" id="regions" aria-labelledby="regions-title">
                <h2 id="regions-title">{ "Regions" }</h2>
                <p class="lead">{ "With or without availability zones, as listed in 2024 and 2025. For a region that is not listed, zone support is not known." }</p>
                { regions("With zones", true) }
                { regions("Without zones", false) }
            </section>
            <RulesList />
            <section class="section" id="pages" aria-labelledby="pages-title">
                <h2 id="pages-title">{ "Sources" }</h2>
                <p class="lead">{ "The documentation that rules and figures cite, with the statements used." }</p>
                <ul class="sources">
                    for (page, of_page) in pages {
                        <li class="srcpage" key={page.id} data-page={page.id}>
                            <p class="srcpage__title">
                                <a href={page.url}>{ page.title }</a>
                                if page.baseline {
                                    { " " }<span class="tag">{ "primary" }</span>
                                }
                            </p>
                            <p class="srcpage__date">
                                <span class="num">{ words::dated(page.dated) }</span>{ " " }
                                <span>{ words::age(page.dated, today).unwrap_or_default() }</span>
                            </p>
                            <details class="why srcpage__facts">
                                <summary>{ words::count(of_page.len(), "fact", "facts") }{ ", checked " }{ words::day(page.checked) }<span class="sr">{ ": " }{ page.title }</span></summary>
                                <dl class="facts">
                                    for citation in of_page {
                                        <div key={citation.id}><dt>{ citation.heading }</dt><dd>{ citation.says }</dd></div>
                                    }
                                </dl>
                            </details>
                        </li>
                    }
                </ul>
            </section>
            <EmbeddingSection />
            <footer class="foot"><p>{ words::FOOT }</p></footer>
        </main>
    }
}

fn contents() -> Html {
    html! {
        <nav class="toc" aria-label="Parts of the reference">
            <ul>
                <li><a href="#downtime">{ "Downtime" }</a></li>
                <li><a href="#all-disagreements">{ "Differences" }</a></li>
                <li><a href="#ports">{ "Ports" }</a></li>
                <li><a href="#regions">{ "Regions" }</a></li>
                <li><a href="#rules">{ "Rules" }</a></li>
                <li><a href="#pages">{ "Sources" }</a></li>
                <li><a href="#embedding">{ "Embedding" }</a></li>
            </ul>
        </nav>
    }
}

fn regions(title: &'static str, zones: bool) -> Html {
    html! {
        <>
            <h3 class="phase">{ title }</h3>
            <ul class="regionlist">
                for region in REGIONS.iter().filter(|region| region.zones == zones) {
                    <li key={region.name}>{ region.title }</li>
                }
            </ul>
        </>
    }
}

const fn need(need: Need) -> &'static str {
    match need {
        Need::Required => "always",
        Need::RequiredBeyondDeveloper => "always, except in Developer",
        Need::RequiredForSeveralRegions => "with two or more regions",
        Need::Optional => "where the feature is used",
    }
}

const fn mode(mode: Mode) -> &'static str {
    match mode {
        Mode::Both => "",
        Mode::External => ", external mode only",
    }
}
