use std::rc::Rc;

use apim_plan::cite::Sources;
use apim_plan::plan::Disagreement;
use yew::prelude::*;

use super::{Cites, Icon, Sign};
use crate::state::Planned;
use crate::words;

/// Properties of [`Disagreements`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct DisagreementsProps {
    /// The plan whose sources are numbered.
    pub plan: Planned,
    /// Show all that are known instead of those that touch the plan.
    #[prop_or_default]
    pub all: bool,
    /// Of those that touch the plan, only the ones with these ids.
    #[prop_or_default]
    pub among: Option<Rc<[&'static str]>>,
}

/// Pages that contradict each other: what each says, and which one the plan goes by.
#[component]
pub fn Disagreements(props: &DisagreementsProps) -> Html {
    let plan = &props.plan;
    let fits = |each: &&Disagreement| props.among.as_ref().is_none_or(|ids| ids.contains(&each.id));
    let mut list: Vec<&Disagreement> =
        if props.all { apim_plan::plan::all_disagreements().collect() } else { plan.disagreements.iter().filter(fits).collect() };
    // The first is the one that decides deadlines; the others are there for whoever asks.
    let rest = if props.all { Vec::new() } else { list.split_off(list.len().min(1)) };
    html! {
        <div id={if props.all { "all-disagreements" } else { "disagreements" }}>
            for each in list.into_iter() {
                { item(each, plan, props.all, !props.all) }
            }
            if !rest.is_empty() {
                <details class="why why--block">
                    <summary>{ words::count(rest.len(), "more disagreement touches", "more disagreements touch") }{ " this plan" }</summary>
                    <div>
                        for each in rest {
                            { item(each, plan, props.all, false) }
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
                <Icon sign={Sign::Disagree} />
                <span><b>{ "Pages disagree" }</b>{ " on " }{ each.about }{ "." }</span>
                <Icon sign={Sign::Chevron} class="icon--turn" />
            </summary>
            <dl class="disagree__sides">
                for side in each.sides.iter() {
                    <div>
                        <dt>
                            <span class="num">{ words::day(side.source.page.dated) }</span>
                            { if side.source.page.baseline { ", primary page" } else { ", later page" } }
                            <Cites sources={Sources::from(side.source)} plan={plan.clone()} />
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
