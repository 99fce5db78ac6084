use std::rc::Rc;

use apim_plan::import::{ImportError, Imported, import, import_text};
use yew::prelude::*;

use super::{Arrival, Arrived, ImportPanel, Outcome};
use crate::fleet::state::{FleetAction, use_fleet_dispatcher};
use crate::questionnaire::answers::{AnswersAction, use_dispatcher};
use crate::route::View;
use crate::ui::use_say;
use crate::{platform, words};

/// The popover that the button in the header opens.
pub const PANEL: &str = "paste";

/// The longest text of a file that is put into the field when it is refused: a longer text is not corrected by hand.
const MENDED_BY_HAND: usize = 200_000;

/// What stands in the panel, and what reading it gave.
#[derive(Debug, Clone, PartialEq, Default)]
struct PastedReading {
    text: AttrValue,
    file: Option<AttrValue>,
    outcome: Outcome,
}

impl PastedReading {
    fn of_text(text: AttrValue) -> Self {
        let outcome = outcome(import_text(&text));
        Self { text, file: None, outcome }
    }

    fn of_file(name: AttrValue, bytes: Option<&[u8]>) -> Self {
        let Some(bytes) = bytes else {
            let message = "The browser did not allow reading the file. Open the file and paste its text.".to_owned();
            let outcome = Outcome::Refused(Rc::new(ImportError { message, line: None, column: None }));
            return Self { text: AttrValue::default(), file: Some(name), outcome };
        };
        let outcome = outcome(import(bytes));
        let text = match (&outcome, std::str::from_utf8(bytes)) {
            (Outcome::Refused(_), Ok(text)) if text.len() <= MENDED_BY_HAND => text.to_owned().into(),
            (Outcome::Refused(_) | Outcome::Waiting | Outcome::Read(_), _) => AttrValue::default(),
        };
        Self { text, file: Some(name), outcome }
    }
}

fn outcome(read: Result<Vec<Imported>, ImportError>) -> Outcome {
    match read {
        Ok(instances) => Outcome::Read(instances.into()),
        Err(error) => Outcome::Refused(Rc::new(error)),
    }
}

/// Properties of [`Paste`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct PasteProps {
    /// What was last pasted or dropped on the page.
    pub arrived: Option<Arrival>,
}

/// Takes descriptions: pasted or dropped anywhere on the page, typed, or chosen as a file.
#[component]
pub fn Paste(props: &PasteProps) -> Html {
    let (answers, fleet, say) = (use_dispatcher(), use_fleet_dispatcher(), use_say());
    let reading = use_state_eq(PastedReading::default);
    use_effect_with(props.arrived.clone(), {
        let reading = reading.setter();
        move |arrived| match arrived.as_deref() {
            Some(Arrived::Text(text)) => reading.set(PastedReading::of_text(text.clone())),
            Some(Arrived::File(name, bytes)) => reading.set(PastedReading::of_file(name.clone(), bytes.as_deref())),
            None => {}
        }
    });
    let on_text = {
        let reading = reading.setter();
        Callback::from(move |event: InputEvent| {
            reading.set(PastedReading { text: platform::typed(&event), ..PastedReading::default() });
        })
    };
    let on_file = {
        let reading = reading.setter();
        Callback::from(move |event: Event| {
            let reading = reading.clone();
            platform::read_chosen_bytes(&event, move |name, bytes| reading.set(PastedReading::of_file(name, bytes.as_deref())));
        })
    };
    let on_read = {
        let reading = reading.clone();
        Callback::from(move |()| reading.set(PastedReading::of_text(reading.text.clone())))
    };
    let on_again = {
        let reading = reading.setter();
        Callback::from(move |()| reading.set(PastedReading::default()))
    };
    let on_fill = {
        let (reading, answers, say) = (reading.clone(), answers.clone(), say.clone());
        Callback::from(move |()| {
            let Outcome::Read(instances) = &reading.outcome else { return };
            let Some(imported) = instances.first() else { return };
            answers.dispatch(AnswersAction::Fill(Rc::new(imported.request.clone())));
            say.say(format!("{} filled in.", words::count(imported.read.len(), "answer", "answers")));
            reading.set(PastedReading::default());
            platform::close_popover(PANEL);
            platform::go(&View::Plan.href());
        })
    };
    let on_fleet = {
        let (reading, fleet, say) = (reading.clone(), fleet.clone(), say);
        Callback::from(move |()| {
            let Outcome::Read(instances) = &reading.outcome else { return };
            let from = reading.file.clone().unwrap_or(AttrValue::Static("pasted"));
            fleet.dispatch(FleetAction::Read(instances.clone(), from));
            say.say(format!("{} in the fleet.", words::count(instances.len(), "instance", "instances")));
            reading.set(PastedReading::default());
            platform::close_popover(PANEL);
            platform::go(&View::Fleet.href());
        })
    };
    let PastedReading { text, file, outcome } = (*reading).clone();
    html! { <ImportPanel id={PANEL} {text} {file} {outcome} {on_text} {on_file} {on_read} {on_fill} {on_fleet} {on_again} /> }
}
