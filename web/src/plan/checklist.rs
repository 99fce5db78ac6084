use apim_plan::{Action, ActionId, Owner, Path, Phase};
use strum::IntoEnumIterator;
use yew::prelude::*;

use super::{cites, ports_table};
use crate::planned::Planned;
use crate::questionnaire::answers::Few;
use crate::ui::{Sign, icon};
use crate::words;

/// Properties of [`checklist`].
pub struct ChecklistProps {
    /// The plan; without a recommended path there is no work, and nothing is shown.
    pub plan: Planned,
    /// The steps that are ticked, by [`tick`].
    pub ticks: Few<String>,
    /// Whose steps are shown; `None` = everybody's.
    pub owner: Option<Owner>,
    /// A step was ticked or not any more.
    pub ontick: Callback<AttrValue>,
    /// Somebody else's steps shall be shown.
    pub onowner: Callback<Option<Owner>>,
    /// What is shown shall be copied as a letter.
    pub onletter: Callback<MouseEvent>,
}

/// The name under which the tick of a step is kept: it survives other answers.
pub fn tick(action: &Action) -> String {
    let id: &str = action.id.into();
    match &action.location {
        Some(location) => format!("{id}@{location}"),
        None => id.to_owned(),
    }
}

/// What to do, by phase and by owner.
pub fn checklist(props: &ChecklistProps) -> Html {
    let ChecklistProps { plan, ticks, owner, .. } = props;
    let Some(path) = recommended(plan) else {
        return Html::default();
    };
    let shown = |action: &&Action| owner.is_none_or(|owner| owner == action.owner);
    let total = path.actions.len();
    let done = path.actions.iter().filter(|action| ticks.contains(&tick(action))).count();
    let chip = |label: &'static str, value: Option<Owner>, number: usize| {
        let onchange = props.onowner.reform(move |_: Event| value);
        html! {
            <label key={label}>
                <input type="radio" name="owner" checked={*owner == value} {onchange} /><span>{ label }{ " " }<b>{ number }</b></span>
            </label>
        }
    };
    html! {
        <section class="section checklist" id="checklist" aria-labelledby="checklist-title">
            <h2 id="checklist-title">{ "Checklist" }</h2>
            <p class="lead"><span class="num">{ format!("{done} of {total}") }</span>{ " done. Ticks stay in this browser." }</p>
            <fieldset class="chips">
                <legend class="sr">{ "Show the part of" }</legend>
                { chip("Everyone", None, total) }
                for each in Owner::iter() {
                    if path.actions.iter().any(|action| action.owner == each) {
                        { chip(words::owner(each), Some(each), path.actions.iter().filter(|action| action.owner == each).count()) }
                    }
                }
                <button type="button" class="btn btn--small" onclick={&props.onletter}>{ icon(Sign::Letter) }{ if owner.is_some() { "Copy as letter" } else { "Copy as Markdown" } }</button>
            </fieldset>
            for phase in Phase::iter() {
                if path.actions.iter().filter(shown).any(|action| action.phase == phase) {
                    <h3 class="phase">{ words::phase(phase).0 }{ " " }<span>{ words::phase(phase).1 }</span></h3>
                    <ul class="steps" data-phase={<&str>::from(phase)}>
                        for action in path.actions.iter().filter(shown).filter(|action| action.phase == phase) {
                            { step(action, ticks, plan, &props.ontick) }
                        }
                    </ul>
                }
            }
        </section>
    }
}

/// The path whose work is shown.
pub(super) fn recommended(plan: &Planned) -> Option<&Path> {
    plan.recommended.and_then(|id| plan.paths.iter().find(|path| path.id == id))
}

fn step(action: &Action, ticks: &Few<String>, plan: &Planned, ontick: &Callback<AttrValue>) -> Html {
    let name = tick(action);
    let checked = ticks.contains(&name);
    let key = format!("{name}/{}", <&str>::from(action.phase));
    let onchange = ontick.reform({
        let name: AttrValue = name.clone().into();
        move |_: Event| name.clone()
    });
    let ports = action.id == ActionId::AllowRequiredPorts && !plan.ports.is_empty();
    html! {
        <li class="step" {key} data-owner={<&str>::from(action.owner)} data-action={<&str>::from(action.id)}>
            <label class="step__tick">
                <input type="checkbox" {checked} {onchange} />
                <span>{ &*action.text }{ cites(&action.sources, plan) }</span>
            </label>
            if let Some(minute) = action.by_minute {
                <span class="step__due">{ icon(Sign::Flag) }{ format!("by minute {minute}") }</span>
            }
            <span class="step__owner">{ words::owner(action.owner) }</span>
            if action.why.is_some() || ports {
                <details class="why">
                    <summary>{ if ports { "Ports" } else { "Why" } }</summary>
                    <div>
                        if let Some(why) = &action.why {
                            <p>{ &**why }</p>
                        }
                        if ports {
                            { ports_table(plan) }
                        }
                    </div>
                </details>
            }
        </li>
    }
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test says what it expects by failing")]
mod tests {
    use apim_plan::Owner;

    use super::{ChecklistProps, checklist, recommended, tick};
    use crate::questionnaire::answers::Few;
    use crate::rendered::{REFUSES_DOWNTIME, deaf, html, planned};

    fn props(owner: Option<Owner>, ticks: Few<String>) -> ChecklistProps {
        let plan = planned(REFUSES_DOWNTIME);
        ChecklistProps { plan, ticks, owner, ontick: deaf(), onowner: deaf(), onletter: deaf() }
    }

    #[tokio::test(flavor = "current_thread")]
    async fn an_owner_sees_only_what_is_theirs() {
        let all = html(checklist(&props(None, Few::default()))).await;
        let dns = html(checklist(&props(Some(Owner::Dns), Few::default()))).await;
        assert!(all.contains("data-owner=\"network\"") && all.contains("data-owner=\"dns\""));
        assert!(!dns.contains("data-owner=\"network\"") && dns.contains("data-owner=\"dns\""));
    }

    #[tokio::test(flavor = "current_thread")]
    async fn a_tick_is_counted_and_shown() {
        let plan = planned(REFUSES_DOWNTIME);
        let first = tick(recommended(&plan).and_then(|path| path.actions.first()).expect("work to do"));
        let html = html(checklist(&props(None, Few::from_iter([first])))).await;
        assert!(html.contains(">1 of "), "{html}");
    }

    #[tokio::test(flavor = "current_thread")]
    async fn the_ports_stand_inside_their_step() {
        let html = html(checklist(&props(None, Few::default()))).await;
        let step = html.split("data-action=\"allow-required-ports\"").nth(1).and_then(|rest| rest.split("</li>").next());
        assert!(step.is_some_and(|step| step.contains("data-table=\"ports\"")), "{step:?}");
    }
}
