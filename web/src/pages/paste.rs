use std::rc::Rc;

use apim_plan::import::{ImportError, Imported};
use yew::prelude::*;

use crate::components::import::{ImportPanelProps, Outcome, import_panel};
use crate::hooks::{Page, Parts, use_page};
use crate::platform;
use crate::share::View;
use crate::state::fleet::FleetAction;
use crate::state::{Action, Origin};
use crate::words;

/// The popover that the button in the header opens.
const PANEL: &str = "paste";

/// The longest text of a file that is put into the field when it is refused: more of it nobody mends by hand.
const MENDED_BY_HAND: usize = 200_000;

/// What stands in the panel, and what reading it gave.
#[derive(Debug, Clone, PartialEq, Default)]
struct Reading {
    text: AttrValue,
    file: Option<AttrValue>,
    outcome: Outcome,
}

impl Reading {
    fn of_text(parts: &Parts, text: AttrValue) -> Self {
        let outcome = outcome((parts.import_text)(&text));
        Self { text, file: None, outcome }
    }

    fn of_file(parts: &Parts, name: AttrValue, bytes: Option<&[u8]>) -> Self {
        let Some(bytes) = bytes else {
            let message = "The file could not be read: the browser did not let it. Open it and paste its text.".to_owned();
            let outcome = Outcome::Refused(Rc::new(ImportError { message, line: None, column: None }));
            return Self { text: AttrValue::default(), file: Some(name), outcome };
        };
        let outcome = outcome((parts.import)(bytes));
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

/// Takes descriptions: pasted or dropped anywhere on the page, typed, or chosen as a file.
#[component]
pub fn Paste() -> Html {
    let Page { answers, say, later, fleet, .. } = use_page();
    let reading = use_state_eq(Reading::default);

    let of_text = {
        let (reading, later) = (reading.setter(), later.clone());
        Callback::from(move |text: AttrValue| {
            let reading = reading.clone();
            later.with(move |parts| reading.set(Reading::of_text(parts, text.clone())));
        })
    };
    let of_file = {
        let (reading, later) = (reading.setter(), later.clone());
        Callback::from(move |(name, bytes): (AttrValue, Option<Vec<u8>>)| {
            let reading = reading.clone();
            later.with(move |parts| reading.set(Reading::of_file(parts, name.clone(), bytes.as_deref())));
        })
    };
    use_effect_with((), {
        let (of_text, of_file) = (of_text.clone(), of_file.clone());
        move |()| {
            let dropped = move |name, bytes| {
                of_file.emit((name, bytes));
                platform::open_popover(PANEL);
            };
            let pasted = move |text: String| {
                of_text.emit(text.into());
                platform::open_popover(PANEL);
            };
            let listeners = (platform::on_dropped_file(dropped), platform::on_pasted_text(pasted));
            move || drop(listeners)
        }
    });

    let on_text = {
        let reading = reading.setter();
        Callback::from(move |event: InputEvent| reading.set(Reading { text: platform::typed(&event), ..Reading::default() }))
    };
    let on_file = Callback::from(move |event: Event| {
        let of_file = of_file.clone();
        platform::read_chosen_bytes(&event, move |name, bytes| of_file.emit((name, bytes)));
    });
    let on_read = {
        let text = reading.text.clone();
        of_text.reform(move |()| text.clone())
    };
    let on_again = {
        let reading = reading.setter();
        Callback::from(move |()| reading.set(Reading::default()))
    };
    let on_fill = {
        let (reading, answers, say) = (reading.clone(), answers.dispatcher(), say.clone());
        Callback::from(move |()| {
            let Outcome::Read(instances) = &reading.outcome else { return };
            let Some(imported) = instances.first() else { return };
            answers.dispatch(Action::Load(Rc::new(imported.request.clone()), Origin::Description));
            say.emit(format!("{} filled in.", words::count(imported.read.len(), "answer", "answers")).into());
            reading.set(Reading::default());
            platform::close_popover(PANEL);
            platform::go(&View::Plan.href());
        })
    };
    let on_fleet = {
        let (reading, fleet, say) = (reading.clone(), fleet.dispatcher(), say);
        Callback::from(move |()| {
            let Outcome::Read(instances) = &reading.outcome else { return };
            let from = reading.file.clone().unwrap_or(AttrValue::Static("pasted"));
            fleet.dispatch(FleetAction::Read(instances.clone(), from));
            say.emit(format!("{} in the fleet.", words::count(instances.len(), "instance", "instances")).into());
            reading.set(Reading::default());
            platform::close_popover(PANEL);
            platform::go(&View::Fleet.href());
        })
    };
    let Reading { text, file, outcome } = (*reading).clone();
    let id = PANEL;
    let props = ImportPanelProps { id, text, file, outcome, on_text, on_file, on_read, on_fill, on_fleet, on_again };
    let read = match (&props.outcome, later.parts) {
        (Outcome::Read(instances), Some(parts)) => Some((parts.imported)(&props, instances)),
        (Outcome::Read(_) | Outcome::Refused(_) | Outcome::Waiting, _) => None,
    };
    import_panel(&props, read)
}
