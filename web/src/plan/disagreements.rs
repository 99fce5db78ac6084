use apim_plan::cite::Sources;
use apim_plan::{Disagreement, is_of_capacity};
use yew::prelude::*;

use super::cites;
use crate::planned::{Marks, PlanPart};
use crate::ui::{Sign, icon, turning_icon};
use crate::words;

/// Properties of [`Disagreements`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct DisagreementsProps {
    /// Those that touch the plan.
    pub list: PlanPart<Vec<Disagreement>>,
    /// Only those about zones, units and regions.
    #[prop_or_default]
    pub of_capacity: bool,
    /// The numbers of the sources.
    pub marks: Marks,
}

/// Pages that contradict each other in what touches the plan: what each says, and which one the plan goes by.
#[component]
pub fn Disagreements(props: &DisagreementsProps) -> Html {
    let DisagreementsProps { list, of_capacity, marks } = props;
    let is_shown = |each: &&Disagreement| !*of_capacity || is_of_capacity(each);
    let mut list: Vec<&Disagreement> = list.get().into_iter().flatten().filter(is_shown).collect();
    // The first is the one that decides deadlines; the others are folded.
    let rest = list.split_off(list.len().min(1));
    html! {
        <div id="disagreements">
            for each in list {
                { item(each, marks, false, true) }
            }
            if !rest.is_empty() {
                <details class="why why--block">
                    <summary>{ words::count(rest.len(), "more difference affects", "more differences affect") }{ " this plan" }</summary>
                    <div>
                        for each in rest {
                            { item(each, marks, false, false) }
                        }
                    </div>
                </details>
            }
        </div>
    }
}

/// All that are known, whether they touch the plan or not.
pub fn all_disagreements(marks: &Marks) -> Html {
    html! {
        <div id="all-disagreements">
            for each in apim_plan::all_disagreements() {
                { item(&each, marks, true, false) }
            }
        </div>
    }
}

fn item(each: &Disagreement, marks: &Marks, named: bool, open: bool) -> Html {
    html! {
        <details class="disagree" key={each.id} id={format!("disagree-{}", each.id)} {open}>
            <summary>
                { icon(Sign::Disagree) }
                <span><b>{ "Documentation differs" }</b>{ " on " }{ each.about }{ "." }</span>
                { turning_icon(Sign::Chevron) }
            </summary>
            <dl class="disagree__sides">
                for side in each.sides.iter() {
                    <div>
                        <dt>
                            <span class="num">{ words::dated(side.source.page.dated) }</span>
                            { if side.source.page.baseline { ", primary revision" } else { ", later revision" } }
                            { cites(&Sources::from(side.source), marks) }
                        </dt>
                        <dd>{ side.says.clone() }</dd>
                        if named {
                            <dd class="disagree__use">{ side.source.page.title }{ ", " }{ side.source.heading }</dd>
                        }
                    </div>
                }
            </dl>
            <p class="disagree__used"><b>{ "This plan: " }</b>{ each.used.clone() }</p>
        </details>
    }
}
