//! What kind of answer a question takes, and where in the request it is.

use strum::IntoEnumIterator;

use super::Answer;
use crate::domain::{Autoscale, ClosedPorts, Day, Location, UnitPrice, UpdatedWith, ZoneCount, ZoneLayout};

/// What kind of answer a question about `Of` takes.
#[derive(Debug)]
pub enum Kind<Of: 'static> {
    /// Yes or no.
    YesNo(YesNo<Of>),
    /// One of a few words.
    Word(Vocabulary<Of>),
    /// A whole number within bounds.
    Number(WholeNumber<Of>),
    /// A day.
    Day(Lens<Of, Day>),
    /// A text of one line.
    Text(Lens<Of, String>),
    /// A tool, and for one of the tools a version.
    UpdatedWith(Lens<Of, UpdatedWith>),
    /// No, or yes with three numbers: see [`AUTOSCALE_LIMITS`].
    Autoscale(Lens<Of, Autoscale>),
    /// How units are distributed across zones.
    Zones(Lens<Of, ZoneLayout>),
    /// Some of the required ports.
    Ports(Lens<Of, ClosedPorts>),
    /// An amount of money with its currency.
    Price(Lens<Of, UnitPrice>),
    /// The locations, which have questions of their own.
    Locations(LocationList<Of>),
}

/// Where an answer is.
#[derive(Debug)]
pub struct Lens<Of: 'static, T> {
    /// Reads it; `None` while the question is open.
    pub get: fn(&Of) -> Option<T>,
    /// Writes it; `None` leaves the question open.
    pub put: fn(&mut Of, Option<T>),
}

/// Yes or no.
#[derive(Debug)]
pub struct YesNo<Of: 'static> {
    /// Where the answer is.
    pub at: Lens<Of, bool>,
    /// How "yes" is labelled.
    pub yes: &'static str,
    /// How "no" is labelled.
    pub no: &'static str,
    /// What a line that holds several answers says of this one.
    pub gist: Gist,
}

/// What a line that holds several answers says of a "yes" and of a "no".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gist {
    /// The short name of the question for "yes", nothing for "no".
    ShortNameIfYes,
    /// Words of its own for each.
    Either {
        /// For "yes".
        yes: &'static str,
        /// For "no".
        no: &'static str,
    },
}

/// One of a few words.
#[derive(Debug)]
pub struct Vocabulary<Of: 'static> {
    /// Where the answer is.
    pub at: Lens<Of, &'static str>,
    /// Every word that a request can hold here.
    pub words: &'static [&'static str],
    /// The words that the question offers, with their labels.
    pub offered: &'static [(&'static str, &'static str)],
}

/// A whole number within bounds.
#[derive(Debug)]
pub struct WholeNumber<Of: 'static> {
    /// Where the answer is.
    pub at: Lens<Of, u32>,
    /// The smallest number that can be answered.
    pub low: u32,
    /// The largest number that can be typed.
    pub high: u32,
    /// The largest number that a request can hold.
    pub largest: u32,
    /// How far one press of a button goes.
    pub step: u32,
    /// What is counted: `minutes`.
    pub counted: &'static str,
    /// What the buttons change: "Units for the peak".
    pub stepped: &'static str,
    /// The unit behind the number.
    pub unit: Option<&'static str>,
    /// The name of the control on the page.
    pub control: &'static str,
    /// How it is asked.
    pub look: NumberLook,
}

/// How a number is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberLook {
    /// Typed, or stepped by buttons.
    Stepper,
    /// Chosen from a list of all, with this sign in front.
    List(&'static str),
}

/// The locations of a request.
#[derive(Debug)]
pub struct LocationList<Of: 'static> {
    /// Reads them.
    pub get: fn(&Of) -> &[Location],
    /// Writes them.
    pub put: fn(&mut Of, Vec<Location>),
}

/// The three numbers of autoscale: key, label, name of the control.
pub static AUTOSCALE_LIMITS: [(&str, &str, &str); 3] = [
    ("minimum", "Minimum", "autoscale-minimum"),
    ("maximum", "Maximum", "autoscale-maximum"),
    ("step", "Step", "autoscale-step"),
];

/// The word of a vocabulary that is spelled like this.
pub(crate) fn word<T: IntoEnumIterator + Copy + Into<&'static str>>(spelled: &str) -> Option<T> {
    T::iter().find(|each| (*each).into() == spelled)
}

impl<Of: 'static> Kind<Of> {
    /// The answer; `None` while the question is open.
    pub fn get(&self, of: &Of) -> Option<Answer> {
        match self {
            Self::YesNo(yes_no) => (yes_no.at.get)(of).map(Answer::YesNo),
            Self::Word(vocabulary) => (vocabulary.at.get)(of).map(Answer::Word),
            Self::Number(number) => (number.at.get)(of).map(Answer::Number),
            Self::Day(at) => (at.get)(of).map(Answer::Day),
            Self::Text(at) => (at.get)(of).map(Answer::Text),
            Self::UpdatedWith(at) => (at.get)(of).map(Answer::UpdatedWith),
            Self::Autoscale(at) => (at.get)(of).map(Answer::Autoscale),
            Self::Zones(at) => (at.get)(of).map(Answer::Zones),
            Self::Ports(at) => (at.get)(of).map(Answer::Ports),
            Self::Price(at) => (at.get)(of).map(Answer::Price),
            Self::Locations(list) => {
                Some((list.get)(of)).filter(|all| !all.is_empty()).map(|all| Answer::Locations(all.to_vec()))
            }
        }
    }

    /// Whether the question has an answer.
    pub fn is_answered(&self, of: &Of) -> bool {
        // Locations are many: they are not copied to be counted.
        if let Self::Locations(list) = self { !(list.get)(of).is_empty() } else { self.get(of).is_some() }
    }

    /// Puts an answer; `None`, or an answer of another kind, leaves the question open.
    pub fn put(&self, of: &mut Of, answer: Option<Answer>) {
        macro_rules! put {
            ($at:expr, $kind:ident) => {
                ($at.put)(of, if let Some(Answer::$kind(value)) = answer { Some(value) } else { None })
            };
        }
        match self {
            Self::YesNo(yes_no) => put!(yes_no.at, YesNo),
            Self::Word(vocabulary) => put!(vocabulary.at, Word),
            Self::Number(number) => put!(number.at, Number),
            Self::Day(at) => put!(at, Day),
            Self::Text(at) => put!(at, Text),
            Self::UpdatedWith(at) => put!(at, UpdatedWith),
            Self::Autoscale(at) => put!(at, Autoscale),
            Self::Zones(at) => put!(at, Zones),
            Self::Ports(at) => put!(at, Ports),
            Self::Price(at) => put!(at, Price),
            Self::Locations(list) => {
                (list.put)(of, if let Some(Answer::Locations(all)) = answer { all } else { Vec::new() });
            }
        }
    }

    /// The answers that the question offers, each with its label; empty where an answer is typed.
    pub fn offered(&self) -> Vec<(Answer, &'static str)> {
        match self {
            Self::YesNo(yes_no) => vec![(Answer::YesNo(true), yes_no.yes), (Answer::YesNo(false), yes_no.no)],
            Self::Word(vocabulary) => vocabulary.offered.iter().map(|(word, label)| (Answer::Word(word), *label)).collect(),
            Self::Zones(_) => [
                (ZoneLayout::Automatic {}, "Automatic"),
                (ZoneLayout::Zonal {}, "One"),
                (ZoneLayout::Redundant { zones: ZoneCount::TWO }, "Two"),
                (ZoneLayout::Redundant { zones: ZoneCount::THREE }, "Three"),
            ]
            .map(|(layout, label)| (Answer::Zones(layout), label))
            .into(),
            Self::Number(_)
            | Self::Day(_)
            | Self::Text(_)
            | Self::UpdatedWith(_)
            | Self::Autoscale(_)
            | Self::Ports(_)
            | Self::Price(_)
            | Self::Locations(_) => Vec::new(),
        }
    }

    /// The closed answers, those included that the question does not offer; empty where an answer is typed.
    pub fn choices(&self) -> Vec<Answer> {
        match self {
            Self::YesNo(_) => vec![Answer::YesNo(true), Answer::YesNo(false)],
            Self::Word(vocabulary) => vocabulary.words.iter().map(|word| Answer::Word(word)).collect(),
            Self::Number(_)
            | Self::Day(_)
            | Self::Text(_)
            | Self::UpdatedWith(_)
            | Self::Autoscale(_)
            | Self::Zones(_)
            | Self::Ports(_)
            | Self::Price(_)
            | Self::Locations(_) => Vec::new(),
        }
    }
}
