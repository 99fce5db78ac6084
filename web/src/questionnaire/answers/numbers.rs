//! Number fields: what was typed stays as it was typed, and counts as not known until it is a number.

use std::rc::Rc;

use apim_plan::questionnaire::{AUTOSCALE_LIMITS, Kind, WholeNumber};
use apim_plan::{Answer, Autoscale, AutoscaleLimits, Units};
use yew::AttrValue;

use super::{AnswersState, Target};

/// A field that takes a whole number: a question for one number, or one of the limits of autoscale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Blank {
    /// Which question it is of.
    pub target: Target,
    /// Which of its limits, as a place in [`AUTOSCALE_LIMITS`].
    pub limit: Option<usize>,
}

/// Text in a number field that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberDraft {
    /// What was typed.
    pub text: AttrValue,
    /// What is wrong with it; `None` when it only lacks its companions.
    pub problem: Option<AttrValue>,
}

/// What a number field takes.
#[derive(Debug, Clone, Copy)]
struct Bounds {
    low: u32,
    high: u32,
    step: u32,
    counted: &'static str,
}

impl Bounds {
    /// Of a limit of autoscale.
    const LIMIT: Self = Self { low: Units::MIN.get(), high: Units::MAX.get(), step: 1, counted: "units" };

    fn of<Of>(number: &WholeNumber<Of>) -> Self {
        Self { low: number.low, high: number.high, step: number.step, counted: number.counted }
    }

    /// The number if it lies within the bounds, or what to write instead.
    fn read(self, text: &str) -> (Option<u32>, Option<AttrValue>) {
        let Self { low, high, counted, .. } = self;
        match number(text) {
            Ok(None) => (None, None),
            Ok(Some(number)) if (low..=high).contains(&number) => (Some(number), None),
            Ok(Some(_)) | Err(()) => {
                let problem =
                    format!("Use a whole number of {counted} from {low} to {high}. Until then, the answer is not known.");
                (None, Some(problem.into()))
            }
        }
    }
}

impl Blank {
    /// The field of a question for one number.
    pub const fn of(target: Target) -> Self {
        Self { target, limit: None }
    }

    /// The field of a limit of autoscale.
    pub const fn limit(target: Target, limit: usize) -> Self {
        Self { target, limit: Some(limit) }
    }
}

impl AnswersState {
    /// What a number field shows, and what is wrong with it.
    pub fn text(&self, blank: Blank) -> (AttrValue, Option<AttrValue>) {
        match self.drafts.get(&blank) {
            Some(draft) => (draft.text.clone(), draft.problem.clone()),
            None => (self.number(blank).map_or(AttrValue::Static(""), |number| number.to_string().into()), None),
        }
    }

    /// The number that a field holds.
    pub fn number(&self, blank: Blank) -> Option<u32> {
        let answer = self.get(blank.target)?;
        if let (Answer::Autoscale(Autoscale::Limits(limits)), Some(at)) = (&answer, blank.limit) {
            let AutoscaleLimits { minimum, maximum, step } = *limits;
            return [minimum, maximum, step].get(at).map(|units| units.get());
        }
        if let Answer::Number(number) = answer { Some(number) } else { None }
    }

    /// Whether there is autoscale, limits or not.
    pub fn autoscales(&self, target: Target) -> Option<bool> {
        if let Some(Answer::Autoscale(autoscale)) = self.get(target) {
            return Some(matches!(autoscale, Autoscale::Limits(_)));
        }
        self.autoscaling.then_some(true)
    }

    pub(super) fn autoscale(&mut self, target: Target, on: Option<bool>) {
        self.autoscaling = on == Some(true);
        let answer = match (on, self.get(target)) {
            (Some(true), limits @ Some(Answer::Autoscale(Autoscale::Limits(_)))) => limits,
            (Some(false), _) => Some(Answer::Autoscale(Autoscale::Off)),
            (Some(true) | None, _) => None,
        };
        self.put(target, answer);
        self.saw(target);
    }

    pub(super) fn put_number(&mut self, blank: Blank, text: &AttrValue) {
        if blank.limit.is_some() {
            self.put_limit(blank, text);
        } else if let Some(bounds) = self.bounds(blank) {
            let (value, problem) = bounds.read(text);
            self.put(blank.target, value.map(Answer::Number));
            self.note(blank, text, problem);
        }
        self.saw(blank.target);
    }

    /// Three numbers make one answer: until all three are numbers, it is not known, and each stays as it was typed.
    fn put_limit(&mut self, blank: Blank, text: &AttrValue) {
        let all: [Blank; AUTOSCALE_LIMITS.len()] = std::array::from_fn(|at| Blank::limit(blank.target, at));
        let texts = all.map(|each| if each == blank { text.clone() } else { self.text(each).0 });
        let read = texts.each_ref().map(|text| Bounds::LIMIT.read(text));
        let [minimum, maximum, step] = read.each_ref().map(|(value, _)| value.and_then(Units::new));
        let crossed = minimum.zip(maximum).filter(|(minimum, maximum)| minimum > maximum);
        let limits = match (minimum, maximum, step, crossed) {
            (Some(minimum), Some(maximum), Some(step), None) => Some(AutoscaleLimits { minimum, maximum, step }),
            _ => None,
        };
        self.put(blank.target, limits.map(|limits| Answer::Autoscale(Autoscale::Limits(limits))));
        self.autoscaling = limits.is_none();
        let drafts = Rc::make_mut(&mut self.drafts);
        for (at, (each, (text, (_, problem)))) in all.into_iter().zip(texts.into_iter().zip(read)).enumerate() {
            let crossed = crossed
                .filter(|_| at == MAXIMUM)
                .map(|(minimum, _)| AttrValue::from(format!("The minimum is {0}. Use {0} or more.", minimum.get())));
            match limits {
                Some(_) => drafts.remove(&each),
                None => drafts.insert(each, NumberDraft { text, problem: problem.or(crossed) }),
            };
        }
    }

    pub(super) fn step(&mut self, blank: Blank, by: i32) {
        let Some(Bounds { low, high, step, .. }) = self.bounds(blank) else { return };
        let number = match self.number(blank).or_else(|| self.text(blank).0.trim().parse().ok()) {
            Some(number) => i64::from(number) + i64::from(by) * i64::from(step),
            // The first press says the smallest number that says anything.
            None => i64::from(low),
        };
        let number = u32::try_from(number.max(0)).unwrap_or(u32::MAX).clamp(low, high);
        self.put_number(blank, &number.to_string().into());
    }

    fn note(&mut self, blank: Blank, text: &AttrValue, problem: Option<AttrValue>) {
        if problem.is_some() {
            Rc::make_mut(&mut self.drafts).insert(blank, NumberDraft { text: text.clone(), problem });
        } else if self.drafts.contains_key(&blank) {
            Rc::make_mut(&mut self.drafts).remove(&blank);
        }
    }

    fn bounds(&self, blank: Blank) -> Option<Bounds> {
        if blank.limit.is_some() {
            return Some(Bounds::LIMIT);
        }
        match blank.target.location {
            None => bounds_of(&self.questionnaire.find(blank.target.field)?.kind),
            Some(_) => bounds_of(&self.questionnaire.find_of_location(blank.target.field)?.kind),
        }
    }
}

/// The place of the maximum in [`AUTOSCALE_LIMITS`].
const MAXIMUM: usize = 1;

fn bounds_of<Of>(kind: &Kind<Of>) -> Option<Bounds> {
    if let Kind::Number(number) = kind { Some(Bounds::of(number)) } else { None }
}

/// Nothing is `None`; anything but digits is an error.
fn number(text: &str) -> Result<Option<u32>, ()> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    if text.bytes().all(|sign| sign.is_ascii_digit()) { text.parse().map(Some).map_err(drop) } else { Err(()) }
}
