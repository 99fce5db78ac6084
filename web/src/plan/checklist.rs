use std::collections::BTreeSet;
use std::rc::Rc;

use apim_plan::{Action as Step, Owner, Phase, Port};
use strum::IntoEnumIterator;
use yew::prelude::*;

use super::step::step;
use crate::planned::{Marks, PlanPart, Planned, recommended};
use crate::platform;
use crate::questionnaire::answers::{AnswersAction, use_dispatcher};
use crate::split::use_later;
use crate::ui::{Sign, icon, use_say};
use crate::words;

/// Properties of [`Checklist`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct ChecklistProps {
    /// The plan; without a recommended path there is no work, and nothing is shown.
    pub plan: Planned,
    /// The steps that are ticked, by [`tick`].
    pub ticks: Rc<BTreeSet<String>>,
    /// Whose steps are shown first; `None` = everybody's.
    #[prop_or_default]
    pub owner: Option<Owner>,
}

/// The name under which the tick of a step is kept: it survives other answers.
pub fn tick(step: &Step) -> String {
    let id: &str = step.id.into();
    match &step.location {
        Some(location) => format!("{id}@{location}"),
        None => id.to_owned(),
    }
}

/// What to do, by phase and by owner.
#[component]
pub fn Checklist(props: &ChecklistProps) -> Html {
    let ChecklistProps { plan, ticks, .. } = props;
    let owner = use_state_eq(|| props.owner);
    let (later, say) = (use_later(), use_say());
    let Some(path) = recommended(plan) else {
        return Html::default();
    };
    let steps = &path.actions;
    let done = steps.iter().filter(|step| ticks.contains(&tick(step))).count();
    let chip = |label: &'static str, value: Option<Owner>, number: usize| {
        let set = owner.setter();
        let onchange = Callback::from(move |_: Event| set.set(value));
        html! {
            <label key={label}>
                <input type="radio" name="owner" checked={*owner == value} {onchange} /><span>{ label }{ " " }<b>{ number }</b></span>
            </label>
        }
    };
    let onletter = {
        let (plan, owner) = (plan.clone(), *owner);
        Callback::from(move |_: MouseEvent| {
            let copied = say.copied(if owner.is_some() { "Letter copied." } else { "Plan copied as Markdown." });
            later.write(plan.clone(), owner, |text| platform::copy(text, copied));
        })
    };
    html! {
        <section class="section checklist" id="checklist" aria-labelledby="checklist-title">
            <h2 id="checklist-title">{ "Checklist" }</h2>
            <p class="lead"><span class="num">{ format!("{done} of {}", steps.len()) }</span>{ " done. Ticks are stored in this browser." }</p>
            <fieldset class="chips">
                <legend class="sr">{ "Show the steps of" }</legend>
                { chip("Everyone", None, steps.len()) }
                for each in Owner::iter() {
                    if steps.iter().any(|step| step.owner == each) {
                        { chip(words::owner(each), Some(each), steps.iter().filter(|step| step.owner == each).count()) }
                    }
                }
                <button type="button" class="btn btn--small" onclick={onletter}>{ icon(Sign::Letter) }{ if owner.is_some() { "Copy as letter" } else { "Copy as Markdown" } }</button>
            </fieldset>
            <Steps
                steps={plan.part(|plan| Some(&recommended(plan)?.actions))}
                ports={plan.part(|plan| Some(&plan.ports))}
                marks={plan.marks().clone()}
                ticks={ticks.clone()}
                owner={*owner}
            />
        </section>
    }
}

/// Properties of [`Steps`].
#[derive(Debug, Clone, PartialEq, Properties)]
struct StepsProps {
    steps: PlanPart<Vec<Step>>,
    ports: PlanPart<Vec<Port>>,
    marks: Marks,
    ticks: Rc<BTreeSet<String>>,
    owner: Option<Owner>,
}

/// The steps of an owner, or of everybody, by phase.
#[component]
fn Steps(props: &StepsProps) -> Html {
    let StepsProps { steps, ports, marks, ticks, owner } = props;
    let dispatcher = use_dispatcher();
    let on_tick = use_callback((), move |name, ()| dispatcher.dispatch(AnswersAction::Tick(name)));
    let shown: Vec<&Step> =
        steps.get().into_iter().flatten().filter(|step| owner.is_none_or(|owner| owner == step.owner)).collect();
    let ports = ports.get().map(Vec::as_slice).unwrap_or_default();
    html! {
        for phase in Phase::iter() {
            if shown.iter().any(|step| step.phase == phase) {
                <h3 class="phase">{ words::phase(phase).0 }{ " " }<span>{ words::phase(phase).1 }</span></h3>
                <ul class="steps" data-phase={<&str>::from(phase)}>
                    for each in shown.iter().filter(|step| step.phase == phase) {
                        { step(each, ticks.contains(&tick(each)), ports, marks, &on_tick) }
                    }
                </ul>
            }
        }
    }
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test says what it expects by failing")]
mod tests {
    use std::rc::Rc;

    use apim_plan::Owner;
    use yew::html;

    use super::{Checklist, tick};
    use crate::planned::recommended;
    use crate::rendered::{self, REFUSES_DOWNTIME, planned};

    async fn drawn(owner: Option<Owner>, ticks: impl IntoIterator<Item = String>) -> String {
        let ticks = Rc::new(ticks.into_iter().collect());
        rendered::html(html! { <Checklist plan={planned(REFUSES_DOWNTIME)} {ticks} {owner} /> }).await
    }

    #[tokio::test(flavor = "current_thread")]
    async fn an_owner_sees_only_what_is_theirs() {
        let (all, dns) = (drawn(None, []).await, drawn(Some(Owner::Dns), []).await);
        assert!(all.contains("data-owner=\"network\"") && all.contains("data-owner=\"dns\""));
        assert!(!dns.contains("data-owner=\"network\"") && dns.contains("data-owner=\"dns\""));
    }

    #[tokio::test(flavor = "current_thread")]
    async fn a_tick_is_counted_and_shown() {
        let plan = planned(REFUSES_DOWNTIME);
        let first = tick(recommended(&plan).and_then(|path| path.actions.first()).expect("work to do"));
        let html = drawn(None, [first]).await;
        assert!(html.contains(">1 of "), "{html}");
    }

    #[tokio::test(flavor = "current_thread")]
    async fn the_ports_stand_inside_their_step() {
        let html = drawn(None, []).await;
        let step = html.split("data-action=\"allow-required-ports\"").nth(1).and_then(|rest| rest.split("</li>").next());
        assert!(step.is_some_and(|step| step.contains("data-table=\"ports\"")), "{step:?}");
    }
}
