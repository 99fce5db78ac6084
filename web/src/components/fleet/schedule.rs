use apim_plan::api::RequestError;
use apim_plan::fleet::Weekday;
use strum::IntoEnumIterator;
use yew::prelude::*;

use crate::components::{Sign, icon};
use crate::state::fleet::{Draft, DraftField};

/// What a [`schedule`] asks.
pub struct ScheduleProps {
    /// What stands in the fields.
    pub draft: Draft,
    /// What of it cannot be used.
    pub problem: Option<RequestError>,
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
            </div>
            if let Some(problem) = props.problem.as_ref().filter(|problem| !is_of_a_field(problem)) {
                <p class="q__error" role="alert">{ icon(Sign::Blocker) }{ &problem.message }</p>
            }
        </form>
    }
}

const FIELDS: [DraftField; 6] =
    [DraftField::From, DraftField::To, DraftField::Zone, DraftField::First, DraftField::Last, DraftField::Simultaneous];

fn is_of_a_field(problem: &RequestError) -> bool {
    FIELDS.iter().any(|field| field.path() == problem.path)
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
                value={props.draft.text(field)}
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
