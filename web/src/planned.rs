//! A plan as the page holds it, in parts that can be compared, and the numbers that stand for its sources.

use std::fmt;
use std::ops::Deref;
use std::rc::Rc;

use apim_plan::{Day, Path, Plan, PlanRequest, Source};
use yew::{hook, use_context, use_effect_with, use_memo, use_state_eq};

use crate::platform;

/// A plan, the day it was computed, and its sources by number. Cheap to clone; equal only to itself.
#[derive(Debug, Clone)]
pub struct Planned(Rc<Computed>);

#[derive(Debug)]
struct Computed {
    plan: Plan,
    marks: Marks,
}

impl Planned {
    /// Numbers the sources of a plan that was computed today.
    pub fn new(plan: Plan, today: Option<Day>) -> Self {
        let marks = Marks::new(&plan.sources, today);
        Self(Rc::new(Computed { plan, marks }))
    }

    /// The numbers of its sources.
    pub fn marks(&self) -> &Marks {
        &self.0.marks
    }

    /// The day it was computed; `None` without a clock.
    pub fn today(&self) -> Option<Day> {
        self.0.marks.today()
    }

    /// A part of it, to be shown by a component of its own.
    pub fn part<T>(&self, of: fn(&Plan) -> Option<&T>) -> PlanPart<T> {
        PlanPart { plan: self.clone(), of: Select::One(of) }
    }

    /// One of several parts of a kind, by its place.
    pub fn part_at<T>(&self, at: usize, of: fn(&Plan, usize) -> Option<&T>) -> PlanPart<T> {
        PlanPart { plan: self.clone(), of: Select::At(at, of) }
    }

    /// The recommended path.
    pub fn recommended(&self) -> PlanPart<Path> {
        self.part(recommended)
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

/// Computes the plan anew when an answer or the day has changed, and not otherwise.
#[hook]
pub fn use_planning(request: &Rc<PlanRequest>, today: Option<Day>) -> Planned {
    let planned = use_memo((request.clone(), today), |(request, today)| planned(request, *today));
    Planned::clone(&planned)
}

/// The plan as it was before the last change, until that change has been painted where the reader looks.
#[hook]
pub fn use_settled(plan: &Planned) -> Planned {
    let settled = use_state_eq(|| plan.clone());
    use_effect_with(plan.clone(), {
        let settled = settled.setter();
        move |plan| {
            let plan = plan.clone();
            let soon = platform::soon(move || settled.set(plan));
            move || drop(soon)
        }
    });
    (*settled).clone()
}

/// The plan for answers on a day.
pub fn planned(request: &PlanRequest, today: Option<Day>) -> Planned {
    let request = PlanRequest { as_of: today, ..request.clone() };
    Planned::new(apim_plan::plan(&request), today)
}

/// The plan for the answers.
///
/// # Panics
/// Outside of the application, which provides it.
#[hook]
#[expect(clippy::expect_used, reason = "a view outside of the application is a mistake in this crate, not in its input")]
pub fn use_plan() -> Planned {
    use_context().expect("views are inside the application")
}

/// The recommended path of a plan.
pub fn recommended(plan: &Plan) -> Option<&Path> {
    plan.recommended.and_then(|id| plan.paths.iter().find(|path| path.id == id))
}

/// A part of a plan. Equal to the same part of another plan when both hold the same: a component that takes one is drawn again
/// only when what it shows has changed.
pub struct PlanPart<T: 'static> {
    plan: Planned,
    of: Select<T>,
}

enum Select<T: 'static> {
    One(fn(&Plan) -> Option<&T>),
    At(usize, fn(&Plan, usize) -> Option<&T>),
}

impl<T> PlanPart<T> {
    /// What it holds; `None` when the plan has no such part.
    pub fn get(&self) -> Option<&T> {
        match self.of {
            Select::One(of) => of(&self.plan),
            Select::At(at, of) => of(&self.plan, at),
        }
    }
}

// Derived, both would ask the part itself to be cloned.
impl<T> Clone for Select<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Select<T> {}

impl<T> Clone for PlanPart<T> {
    fn clone(&self) -> Self {
        Self { plan: self.plan.clone(), of: self.of }
    }
}

impl<T: PartialEq> PartialEq for PlanPart<T> {
    fn eq(&self, other: &Self) -> bool {
        self.get() == other.get()
    }
}

impl<T: fmt::Debug> fmt::Debug for PlanPart<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.get().fmt(f)
    }
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

/// The numbers of a plan's sources, and the day by which their age is told. Cheap to clone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marks(Rc<Numbered>);

#[derive(Debug, PartialEq, Eq)]
struct Numbered {
    today: Option<Day>,
    /// By the name of the citation.
    places: Vec<(&'static str, usize)>,
    marks: Vec<Mark>,
}

impl Marks {
    fn new(sources: &[Source], today: Option<Day>) -> Self {
        let mut places: Vec<_> = sources.iter().enumerate().map(|(at, source)| (source.id, at)).collect();
        places.sort_unstable();
        Self(Rc::new(Numbered { today, places, marks: numbered(sources) }))
    }

    /// What stands for a citation.
    pub fn of(&self, citation: &str) -> Option<&Mark> {
        let place = self.0.places.binary_search_by_key(&citation, |(id, _)| *id).ok()?;
        self.0.places.get(place).and_then(|(_, at)| self.0.marks.get(*at))
    }

    /// What stands for each source, in the order of the list.
    pub fn all(&self) -> &[Mark] {
        &self.0.marks
    }

    /// The day the plan was computed; `None` without a clock.
    pub fn today(&self) -> Option<Day> {
        self.0.today
    }
}

/// The list is sorted by page: pages are numbered in their order, and places on them lettered.
fn numbered(sources: &[Source]) -> Vec<Mark> {
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
