use apim_plan::Disagreement;
use apim_plan::cite::Sources;
use yew::prelude::*;

use super::cites;
use crate::planned::Planned;
use crate::ui::{Sign, icon, turning_icon};
use crate::words;

/// Pages that contradict each other in what touches the plan: what each says, and which one the plan goes by.
pub fn disagreements(plan: &Planned) -> Html {
    touching(plan, plan.disagreements.iter().collect())
}

/// The same, only those with these ids.
pub fn disagreements_among(plan: &Planned, ids: &[&str]) -> Html {
    touching(plan, plan.disagreements.iter().filter(|each| ids.contains(&each.id)).collect())
}

/// All that are known, whether they touch the plan or not.
pub fn all_disagreements(plan: &Planned) -> Html {
    html! {
        <div id="all-disagreements">
            for each in apim_plan::all_disagreements() {
                { item(each, plan, true, false) }
            }
        </div>
    }
}

fn touching(plan: &Planned, mut list: Vec<&Disagreement>) -> Html {
    // The first is the one that decides deadlines; the others are there for whoever asks.
    let rest = list.split_off(list.len().min(1));
    html! {
        <div id="disagreements">
            for each in list.into_iter() {
                { item(each, plan, false, true) }
            }
            if !rest.is_empty() {
                <details class="why why--block">
                    <summary>{ words::count(rest.len(), "more disagreement touches", "more disagreements touch") }{ " this plan" }</summary>
                    <div>
                        for each in rest {
                            { item(each, plan, false, false) }
                        }
                    </div>
                </details>
            }
        </div>
    }
}

fn item(each: &Disagreement, plan: &Planned, named: bool, open: bool) -> Html {
    html! {
        <details class="disagree" key={each.id} id={format!("disagree-{}", each.id)} {open}>
            <summary>
                { icon(Sign::Disagree) }
                <span><b>{ "Pages disagree" }</b>{ " on " }{ each.about }{ "." }</span>
                { turning_icon(Sign::Chevron) }
            </summary>
            <dl class="disagree__sides">
                for side in each.sides.iter() {
                    <div>
                        <dt>
                            <span class="num">{ words::day(side.source.page.dated) }</span>
                            { if side.source.page.baseline { ", primary page" } else { ", later page" } }
                            { cites(&Sources::from(side.source), plan) }
                        </dt>
                        <dd>{ side.says }</dd>
                        if named {
                            <dd class="disagree__use">{ side.source.page.title }{ ", " }{ side.source.heading }</dd>
                        }
                    </div>
                }
            </dl>
            <p class="disagree__used"><b>{ "Used here: " }</b>{ each.used }</p>
        </details>
    }
}
