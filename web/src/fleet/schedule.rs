use apim_plan::RequestError;
use apim_plan::fleet::Weekday;
use strum::IntoEnumIterator;
use yew::prelude::*;

use super::state::{FleetDispatcher, Schedule, ScheduleField, use_fleet_dispatcher};
use crate::platform;
use crate::ui::{Sign, icon};

/// Properties of [`ScheduleForm`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct ScheduleFormProps {
    /// What stands in the fields.
    pub schedule: Schedule,
    /// What of it cannot be used, or leaves no room for a run.
    pub problem: Option<RequestError>,
    /// What is shown goes by what stood in the fields before.
    pub is_outdated: bool,
}

/// When migrations may run, and how many at once. Without a day there are waves, and no hours.
#[component]
pub fn ScheduleForm(props: &ScheduleFormProps) -> Html {
    let dispatcher = use_fleet_dispatcher();
    let on_day = {
        let (dispatcher, schedule) = (dispatcher.clone(), props.schedule.clone());
        Callback::from(move |day| dispatcher.dispatch(schedule.clone().turn(day)))
    };
    let field = |field, label, kind| field_of(props, &dispatcher, field, label, kind);
    html! {
        <form class="schedule" autocomplete="off" aria-label="Schedule">
            <fieldset class="chips">
                <legend>{ "Windows on" }</legend>
                for day in Weekday::iter() {
                    <label>
                        <input type="checkbox" data-day={name(day)} checked={props.schedule.has(day)} onchange={on_day.reform(move |_: Event| day)} />
                        <span>{ name(day) }</span>
                    </label>
                }
            </fieldset>
            <div class="schedule__fields">
                { field(ScheduleField::From, "From", "time") }
                { field(ScheduleField::To, "To", "time") }
                { field(ScheduleField::Zone, "Time zone", "text") }
                { field(ScheduleField::First, "First day", "date") }
                { field(ScheduleField::Last, "Last day (optional)", "date") }
                { field(ScheduleField::Simultaneous, "Migrations at one time, at most", "text") }
                { field(ScheduleField::Freezes, "No migrations on, such as 2026-12-20 to 2027-01-03, 2027-04-02", "text") }
            </div>
            <p role="status">
                if props.is_outdated {
                    { "Until you correct the value, the page shows the last valid schedule." }
                }
            </p>
        </form>
    }
}

fn field_of(
    props: &ScheduleFormProps,
    dispatcher: &FleetDispatcher,
    field: ScheduleField,
    label: &'static str,
    kind: &'static str,
) -> Html {
    let id = format!("schedule-{}", <&str>::from(field));
    let problem = props.problem.as_ref().filter(|problem| problem.path == field.path());
    let error = format!("{id}-error");
    let oninput = {
        let (dispatcher, schedule) = (dispatcher.clone(), props.schedule.clone());
        Callback::from(move |event: InputEvent| dispatcher.dispatch(schedule.clone().write(field, &platform::typed(&event))))
    };
    html! {
        <div class="field">
            <label for={id.clone()}>{ label }</label>
            <input
                class="input"
                {id}
                type={kind}
                inputmode={(field == ScheduleField::Simultaneous).then_some("numeric")}
                value={props.schedule.text(field).clone()}
                aria-invalid={problem.map(|_| "true")}
                aria-describedby={problem.map(|_| error.clone())}
                {oninput}
            />
            if let Some(problem) = problem {
                <p class="q__error" id={error}>{ icon(Sign::Blocker) }{ &problem.message }</p>
            }
        </div>
    }
}

const fn name(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}
