//! A plan as the page holds it: with the day it was computed and its sources by number.

use std::ops::Deref;
use std::rc::Rc;

use apim_plan::{Day, Plan, Source};

/// A plan, the day it was computed, and its sources by number. Cheap to clone; equal only to itself.
#[derive(Debug, Clone)]
pub struct Planned(Rc<Computed>);

#[derive(Debug)]
struct Computed {
    plan: Plan,
    today: Option<Day>,
    /// By the name of the citation.
    places: Vec<(&'static str, usize)>,
    marks: Vec<Mark>,
}

/// What stands for a source: the number of its page, and a letter where several places on that page are cited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Its place in the plan's list of sources, from 1.
    pub place: usize,
    /// The number of its page, from 1.
    pub page: usize,
    /// Its letter; empty for the only one of a page.
    pub letter: String,
}

impl Mark {
    /// All of it: `3b`.
    pub fn whole(&self) -> String {
        format!("{}{}", self.page, self.letter)
    }
}

/// The list is sorted by page: pages are numbered in their order, and places on them lettered.
fn marks(sources: &[Source]) -> Vec<Mark> {
    let mut marks = Vec::with_capacity(sources.len());
    for (page, of_page) in sources.chunk_by(|one, next| one.page == next.page).enumerate() {
        for at in 0..of_page.len() {
            let letter = if of_page.len() == 1 { String::new() } else { letters(at) };
            marks.push(Mark { place: marks.len() + 1, page: page + 1, letter });
        }
    }
    marks
}

/// `a` to `z`, then `aa`, `ab` and on.
fn letters(at: usize) -> String {
    let before = (at / 26).checked_sub(1).map(letters).unwrap_or_default();
    let last = u8::try_from(at % 26).map_or('?', |sign| char::from(b'a' + sign));
    format!("{before}{last}")
}

impl Planned {
    /// Numbers the sources of a plan that was computed today.
    pub fn new(plan: Plan, today: Option<Day>) -> Self {
        let mut places: Vec<_> = plan.sources.iter().enumerate().map(|(at, source)| (source.id, at)).collect();
        places.sort_unstable_by_key(|(id, _)| *id);
        let marks = marks(&plan.sources);
        Self(Rc::new(Computed { plan, today, places, marks }))
    }

    /// What stands for a citation.
    pub fn mark(&self, citation: &str) -> Option<&Mark> {
        let place = self.0.places.binary_search_by_key(&citation, |(id, _)| *id).ok()?;
        self.0.places.get(place).and_then(|(_, at)| self.0.marks.get(*at))
    }

    /// What stands for each source, in the order of the list.
    pub fn marks(&self) -> &[Mark] {
        &self.0.marks
    }

    /// The day it was computed; `None` without a clock.
    pub fn today(&self) -> Option<Day> {
        self.0.today
    }
}

impl Deref for Planned {
    type Target = Plan;

    fn deref(&self) -> &Plan {
        &self.0.plan
    }
}

impl PartialEq for Planned {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
