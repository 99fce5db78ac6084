use std::rc::Rc;

use apim_plan::Path;
use yew::prelude::*;

use super::{
    AnswersList, CapacitySummary, Checklist, Commands, CommandsProps, DowntimeSection, Flips, FlipsProps, PathsTable,
    PathsTableProps, PlanVerdict, SourcesList, SourcesListProps, Timeline, TimelineProps,
};
use crate::planned::{PlanPart, Planned, recommended, use_plan, use_settled};
use crate::platform;
use crate::questionnaire::Workbench;
use crate::questionnaire::answers::use_answers;
use crate::route::View;
use crate::words;

/// The view at `#/plan`: questions, and the plan that follows from the answers.
#[component]
pub fn PlanPage() -> Html {
    let (answers, plan) = (use_answers(), use_plan());
    let name = answers.request.name.clone().map(AttrValue::from);
    let title = match &name {
        Some(name) => format!("Migration plan for {name}"),
        None => "Migration plan".to_owned(),
    };
    // What is out of sight waits until the frame with the rest of the answer has been painted.
    let settled = use_settled(&plan);
    let of = |id: &str| if settled == plan || platform::is_in_sight(id) { &plan } else { &settled };
    html! {
        <Workbench view={View::Plan} {title} result={result(&plan)}>
            <Contents path={plan.recommended()} has_capacity={!plan.capacity.locations.is_empty()} />
            // The heading itself is no live region: it would be read out with every number around it.
            <p class="sr" role="status" data-live="verdict">{ &*plan.headline }</p>
            <PlanVerdict plan={plan.clone()} {name} />
            <Flips ..FlipsProps::of(of("flips")) />
            <PathsTable ..PathsTableProps::of(of("paths")) />
            <DowntimeSection plan={of("downtime").clone()} />
            <Timeline ..TimelineProps::of(of("timeline")) />
            <Checklist plan={of("checklist").clone()} ticks={Rc::new(answers.ticked())} />
            <Commands ..CommandsProps::of(of("commands")) />
            <CapacitySummary locations={of("capacity").part(|plan| Some(&plan.capacity.locations))} />
            <AnswersList request={Rc::new(settled.request.clone())} />
            <SourcesList ..SourcesListProps::of(of("sources")) />
        </Workbench>
    }
}

/// The result in two or three words.
fn result(plan: &Planned) -> String {
    match recommended(plan).map(|path| path.downtime.minutes) {
        Some(Some(minutes)) => format!("{minutes} min down"),
        Some(None) => "one path".to_owned(),
        None => words::status(plan.status, true).2.to_ascii_lowercase(),
    }
}

/// Properties of [`Contents`].
#[derive(Debug, Clone, PartialEq, Properties)]
struct ContentsProps {
    path: PlanPart<Path>,
    has_capacity: bool,
}

/// The parts that there are.
#[component]
fn Contents(props: &ContentsProps) -> Html {
    let path = props.path.get();
    let parts = [
        Some(("verdict", "Verdict")),
        Some(("paths", "Paths")),
        Some(("downtime", "Downtime")),
        path.filter(|path| !path.timeline.is_empty()).map(|_| ("timeline", "Timeline")),
        path.map(|_| ("checklist", "Checklist")),
        path.filter(|path| !path.commands.is_empty()).map(|_| ("commands", "Commands")),
        props.has_capacity.then_some(("capacity", "Capacity")),
        Some(("sources", "Sources")),
    ];
    html! {
        <nav class="toc" aria-label="Parts of the plan">
            <ul>
                for (id, title) in parts.into_iter().flatten() {
                    <li key={id}><a href={format!("#{id}")}>{ title }</a></li>
                }
            </ul>
        </nav>
    }
}
