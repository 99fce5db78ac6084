use std::rc::Rc;

use apim_plan::Path;
use yew::prelude::*;

use super::{
    AnswersList, BackOutSection, BackOutSectionProps, CapacitySummary, ChangeSection, Checklist, Commands, CommandsProps,
    DnsRecords, DnsRecordsProps, DowntimeSection, Flips, FlipsProps, PathsTable, PathsTableProps, PlanVerdict, PortalSteps,
    PortalStepsProps, SourcesList, SourcesListProps, Timeline, TimelineProps,
};
use crate::planned::{PlanPart, Planned, recommended, use_plan, use_settled};
use crate::platform::Sight;
use crate::questionnaire::Workbench;
use crate::questionnaire::answers::use_answers;
use crate::route::View;
use crate::words;

/// The parts that wait for a frame while they are off the screen.
const WAITING: [&str; 11] =
    ["timeline", "checklist", "portal", "commands", "back-out", "dns", "paths", "flips", "downtime", "capacity", "sources"];

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
    let sight = use_mut_ref(|| None::<Sight>);
    use_effect_with(settled.clone(), {
        let sight = sight.clone();
        move |_| sight.borrow_mut().get_or_insert_default().watch(&WAITING)
    });
    let in_sight = |id: &str| sight.borrow().as_ref().is_some_and(|sight| sight.has(id));
    let of = |id: &str| if settled == plan || in_sight(id) { &plan } else { &settled };
    html! {
        <Workbench view={View::Plan} {title} result={result(&plan)}>
            <Contents path={plan.recommended()} has_changes={!plan.changes.is_empty()} has_capacity={!plan.capacity.locations.is_empty()} is_settled={plan.is_settled()} />
            // The heading itself is no live region: it would be read out with every number around it.
            <p class="sr" role="status" data-live="verdict">{ &*plan.headline }</p>
            <PlanVerdict plan={plan.clone()} {name} />
            <Timeline ..TimelineProps::of(of("timeline")) />
            <Checklist plan={of("checklist").clone()} ticks={Rc::new(answers.ticked())} />
            <PortalSteps ..PortalStepsProps::of(of("portal")) />
            <Commands ..CommandsProps::of(of("commands")) />
            <ChangeSection plan={of("change").clone()} />
            <BackOutSection ..BackOutSectionProps::of(of("back-out")) />
            <DnsRecords ..DnsRecordsProps::of(of("dns")) />
            // Where no migration is needed there is nothing to compare.
            if !plan.is_settled() {
                <PathsTable ..PathsTableProps::of(of("paths")) />
                <Flips ..FlipsProps::of(of("flips")) />
                <DowntimeSection plan={of("downtime").clone()} />
            }
            <CapacitySummary locations={of("capacity").part(|plan| Some(&plan.capacity.locations))} />
            <AnswersList request={Rc::new(settled.request.clone())} />
            <SourcesList ..SourcesListProps::of(of("sources")) />
        </Workbench>
    }
}

/// The result in two or three words.
fn result(plan: &Planned) -> String {
    match recommended(plan).map(|path| path.downtime.minutes) {
        Some(Some(minutes)) => format!("{minutes} min downtime"),
        Some(None) => "one path".to_owned(),
        None => words::status(plan.status, true).2.to_ascii_lowercase(),
    }
}

/// Properties of [`Contents`].
#[derive(Debug, Clone, PartialEq, Properties)]
struct ContentsProps {
    path: PlanPart<Path>,
    has_changes: bool,
    has_capacity: bool,
    is_settled: bool,
}

/// The parts that there are.
#[component]
fn Contents(props: &ContentsProps) -> Html {
    let path = props.path.get();
    let parts = [
        Some(("verdict", "Verdict")),
        path.filter(|path| !path.timeline.is_empty()).map(|_| ("timeline", "Timeline")),
        path.map(|_| ("checklist", "Checklist")),
        path.filter(|path| !path.portal_steps.is_empty()).map(|_| ("portal", "Portal")),
        path.filter(|path| !path.commands.is_empty()).map(|_| ("commands", "Commands")),
        props.has_changes.then_some(("change", "Change")),
        path.filter(|path| path.back_out.is_some()).map(|_| ("back-out", "Back-out")),
        path.filter(|path| !path.dns_records.is_empty()).map(|_| ("dns", "DNS")),
        (!props.is_settled).then_some(("paths", "Paths")),
        (!props.is_settled).then_some(("downtime", "Downtime")),
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
