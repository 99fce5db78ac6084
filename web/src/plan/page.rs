use apim_plan::{Owner, Verdict as PathVerdict};
use yew::prelude::*;

use super::{
    ChecklistProps, answers_list, capacity_summary, checklist, commands, disagreements, downtime_table, flips, paths_table,
    sources_list, timeline, verdict,
};
use crate::context::{Page, use_page};
use crate::planned::Planned;
use crate::questionnaire::Workbench;
use crate::questionnaire::answers::Action;
use crate::route::View;
use crate::{platform, words};

/// The view at `#/plan`: questions, and the plan that follows from the answers.
#[component]
pub fn PlanPage() -> Html {
    let Page { answers, plan, say, later, .. } = use_page();
    let name = answers.request.name.as_deref();

    let owner = use_state_eq(|| None::<Owner>);
    let ontick = {
        let dispatcher = answers.dispatcher();
        Callback::from(move |step| dispatcher.dispatch(Action::Tick(step)))
    };
    let onletter = {
        let (plan, owner, say) = (plan.clone(), *owner, say.clone());
        Callback::from(move |_: MouseEvent| {
            let (plan, say) = (plan.clone(), say.clone());
            later.with(move |parts| match owner {
                Some(owner) => copy((parts.letter)(&plan, owner).unwrap_or_default(), "Letter copied.", &say),
                // For everyone there is the whole plan.
                None => copy((parts.markdown)(&plan), "Plan copied as Markdown.", &say),
            });
        })
    };
    let oncopy = {
        let say = say.clone();
        Callback::from(move |text: AttrValue| copy(text.to_string(), "Command copied.", &say))
    };
    let ontry = {
        let dispatcher = answers.dispatcher();
        Callback::from(move |(change, text)| dispatcher.dispatch(Action::Try(change, text)))
    };
    let title = match name {
        Some(name) => format!("Migration plan for {name}"),
        None => "Migration plan".to_owned(),
    };
    let onowner = {
        let owner = owner.setter();
        Callback::from(move |value| owner.set(value))
    };
    let work = ChecklistProps { plan: plan.clone(), ticks: answers.ticked(), owner: *owner, ontick, onowner, onletter };
    html! {
        <Workbench view={View::Plan} {title} result={result(&plan)}>
            <nav class="toc" aria-label="Parts of the plan">
                <ul>
                    for (id, title) in parts(&plan) {
                        <li key={id}><a href={format!("#{id}")}>{ title }</a></li>
                    }
                </ul>
            </nav>
            // The heading itself is no live region: it would be read out with every number around it.
            <p class="sr" role="status" data-live="verdict">{ &*plan.headline }</p>
            { verdict(&plan, name) }
            { flips(&plan, &ontry) }
            { paths_table(&plan) }
            <section class="section" id="downtime" aria-labelledby="downtime-title">
                <h2 id="downtime-title">{ "Downtime and retention, same subnet" }</h2>
                { downtime_table(&plan) }
                { disagreements(&plan) }
            </section>
            { timeline(&plan) }
            { checklist(&work) }
            { commands(&plan, &oncopy) }
            { capacity_summary(&plan) }
            { answers_list(&answers.request) }
            { sources_list(&plan) }
        </Workbench>
    }
}

fn copy(text: String, copied: &'static str, say: &Callback<AttrValue>) {
    let say = say.clone();
    platform::copy(text, move |done| {
        say.emit(AttrValue::Static(if done { copied } else { "Copying is not allowed here: the text is shown." }));
    });
}

/// The result in two or three words.
fn result(plan: &Planned) -> String {
    let path = plan.paths.iter().find(|path| path.verdict == PathVerdict::Recommended);
    match path.map(|path| path.downtime.minutes) {
        Some(Some(minutes)) => format!("{minutes} min down"),
        Some(None) => "one path".to_owned(),
        None => words::status(plan.status, true).2.to_ascii_lowercase(),
    }
}

/// The parts that there are.
fn parts(plan: &Planned) -> Vec<(&'static str, &'static str)> {
    let path = plan.paths.iter().find(|path| path.verdict == PathVerdict::Recommended);
    [
        Some(("verdict", "Verdict")),
        Some(("paths", "Paths")),
        Some(("downtime", "Downtime")),
        path.filter(|path| !path.timeline.is_empty()).map(|_| ("timeline", "Timeline")),
        path.map(|_| ("checklist", "Checklist")),
        path.filter(|path| !path.commands.is_empty()).map(|_| ("commands", "Commands")),
        (!plan.capacity.locations.is_empty()).then_some(("capacity", "Capacity")),
        Some(("sources", "Sources")),
    ]
    .into_iter()
    .flatten()
    .collect()
}
