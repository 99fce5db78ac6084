use apim_plan::RequestError;
use apim_plan::fleet::Weekday;
use strum::IntoEnumIterator;
use yew::prelude::*;

use super::state::{Draft, DraftField};
use crate::ui::{Sign, icon};

/// What a [`schedule`] asks.
pub struct ScheduleProps {
    /// What stands in the fields.
    pub draft: Draft,
    /// What of it cannot be used, or leaves no room for a run.
    pub problem: Option<RequestError>,
    /// What is shown goes by what stood in the fields before.
    pub is_outdated: bool,
    /// A day was ticked, or the tick taken away.
    pub on_day: Callback<Weekday>,
    /// Something was written into a field.
    pub on_write: Callback<(DraftField, InputEvent)>,
}

/// When migrations may run, and how many at once. Without a day there are waves, and no hours.
pub fn schedule(props: &ScheduleProps) -> Html {
    html! {
        <form class="schedule" autocomplete="off" aria-label="Schedule">
            <fieldset class="chips">
                <legend>{ "Windows open on" }</legend>
                for day in Weekday::iter() {
                    <label>
                        <input type="checkbox" data-day={name(day)} checked={props.draft.has(day)} onchange={props.on_day.reform(move |_: Event| day)} />
                        <span>{ name(day) }</span>
                    </label>
                }
            </fieldset>
            <div class="schedule__fields">
                { field(props, DraftField::From, "From", "time") }
                { field(props, DraftField::To, "To", "time") }
                { field(props, DraftField::Zone, "Time zone", "text") }
                { field(props, DraftField::First, "First day", "date") }
                { field(props, DraftField::Last, "Last day, if any", "date") }
                { field(props, DraftField::Simultaneous, "At one time, at most", "text") }
                { field(props, DraftField::Freezes, "No runs on, such as 2026-12-20 to 2027-01-03, 2027-04-02", "text") }
            </div>
            <p role="status">
                if props.is_outdated {
                    { "Until that is put right, the page shows the last schedule that could be made." }
                }
            </p>
        </form>
    }
}

fn field(props: &ScheduleProps, field: DraftField, label: &'static str, kind: &'static str) -> Html {
    let id = format!("schedule-{}", <&str>::from(field));
    let problem = props.problem.as_ref().filter(|problem| problem.path == field.path());
    let error = format!("{id}-error");
    html! {
        <div class="field">
            <label for={id.clone()}>{ label }</label>
            <input
                class="input"
                {id}
                type={kind}
                inputmode={(field == DraftField::Simultaneous).then_some("numeric")}
                value={props.draft.text(field).clone()}
                aria-invalid={problem.map(|_| "true")}
                aria-describedby={problem.map(|_| error.clone())}
                oninput={props.on_write.reform(move |event| (field, event))}
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
