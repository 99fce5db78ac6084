//! What the reader answered, as a reducer. The plan is never state: it is computed.

mod locations;
mod numbers;
mod provided;
mod replaced;
#[cfg(test)]
mod tests;
mod ticks;
mod trial;

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use apim_plan::decide::decide;
use apim_plan::questionnaire::{Circumstances, Kind, Question, Questionnaire, Standing};
use apim_plan::{Answer, Field, Location, PlanRequest, RegionName, link};
use yew::{AttrValue, Reducible};

pub use self::locations::{ADD_LOCATION, Key, Way, location_id};
pub use self::numbers::{Blank, NumberDraft};
pub use self::provided::{AnswersDispatcher, AnswersHandle, use_answers, use_dispatcher};
pub use self::replaced::{Origin, Replaced, is_same};
pub use self::trial::{GO_BACK, Trial};

/// Everything that the reader said, and what the page remembers about how.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct AnswersState {
    /// The questions.
    pub questionnaire: Questionnaire<'static>,
    /// The answers. Never carries `asOf`: the clock is asked when the plan is computed.
    pub request: Rc<PlanRequest>,
    /// One for each location: stays with it when it moves.
    pub keys: Rc<[Key]>,
    /// The reader has gone on from the start page, or came with answers.
    pub has_begun: bool,
    /// Questions that were answered here, "Not sure" included: they do not vanish while being looked at.
    pub seen: Rc<BTreeSet<Field>>,
    /// The question that was answered last: it stays where it is until another one is answered.
    pub touched: Option<Field>,
    /// Questions whose answer was read from a description and not changed since.
    pub read: Rc<BTreeSet<Field>>,
    /// What was typed into number fields and is no number.
    pub drafts: Rc<BTreeMap<Blank, NumberDraft>>,
    /// "Yes" to autoscale, limits still to come.
    pub autoscaling: bool,
    /// Answers that are only tried out.
    pub trial: Option<Rc<Trial>>,
    /// What was here before a link, a file or "Clear all" took its place.
    pub before: Option<Rc<Replaced>>,
    /// The zone that is imagined as lost, by location.
    pub lost: Rc<BTreeMap<RegionName, u32>>,
    /// The steps that are ticked, of every instance that was planned here: see [`AnswersState::ticked`].
    pub ticks: Rc<BTreeSet<String>>,
    /// The control to put the focus on once this is painted, and a number that makes asking twice two things.
    pub focus: Option<(AttrValue, u32)>,
    next_key: Key,
}

/// A question as it is asked here: of the instance, or of one of its locations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Target {
    /// Which location; `None` for the instance.
    pub location: Option<Key>,
    /// Which question.
    pub field: Field,
}

impl Target {
    /// A question about the instance.
    pub const fn instance(field: Field) -> Self {
        Self { location: None, field }
    }

    /// A question about a location.
    pub const fn location(key: Key, field: Field) -> Self {
        Self { location: Some(key), field }
    }

    /// Its id on the page, which links point at: `q-downtimeAllowed`, `r0-zones`.
    pub fn id(self) -> String {
        match self.location {
            None => question_id(self.field),
            Some(key) => location_id(key, self.field.key()),
        }
    }
}

/// The id of a question about the instance: `q-goals-surviveZoneLoss`.
pub fn question_id(field: Field) -> String {
    format!("q-{}", field.path().replace('.', "-"))
}

/// The questions of the start page: with them there is a first path.
pub const STARTERS: [Field; 3] = [Field::named("platform"), Field::named("tier"), Field::named("vnet")];

/// What can happen to the answers.
#[derive(Debug, Clone, PartialEq)]
pub enum AnswersAction {
    /// The reader goes on from the start page.
    Begin,
    /// A question was answered; `None` is "Not sure".
    Answer(Target, Option<Answer>),
    /// Something was typed into a number field; nothing leaves it open.
    Type(Blank, AttrValue),
    /// A number was stepped down or up.
    Step(Blank, i32),
    /// Whether there is autoscale; limits are typed.
    Autoscaling(Target, Option<bool>),
    /// One more location, with the name that was typed.
    AddLocation(AttrValue),
    /// Another name for a location.
    NameLocation(Key, AttrValue),
    /// Takes a location away.
    RemoveLocation(Key),
    /// Moves a location by one place.
    MoveLocation(Key, Way),
    /// Tries out other answers.
    Try(Rc<[(Field, Answer)]>, AttrValue),
    /// What is tried stays.
    Keep,
    /// What is tried goes.
    GoBack,
    /// A whole set of answers takes the place of these.
    Load(Rc<PlanRequest>, Origin),
    /// What a description says takes the place of these; what it leaves open stays, unless it is of another instance.
    Fill(Rc<PlanRequest>),
    /// A step was ticked, or not any more.
    Tick(AttrValue),
    /// What was replaced comes back.
    BringBack,
    /// What was replaced is not missed.
    LetGo,
    /// Imagines a zone of a location as lost, or none.
    Lose(RegionName, Option<u32>),
}

impl AnswersState {
    /// The answers and ticks of an earlier visit, or none.
    pub fn starting_from(request: PlanRequest, ticks: BTreeSet<String>) -> Self {
        let mut answers = Self { ticks: Rc::new(ticks), ..Self::default() };
        answers.take(Rc::new(request), Origin::Kept);
        answers
    }

    /// The answer to a question; `None` while it is open.
    pub fn get(&self, target: Target) -> Option<Answer> {
        match target.location {
            None => self.questionnaire.find(target.field)?.kind.get(&self.request),
            Some(key) => self.questionnaire.find_of_location(target.field)?.kind.get(self.location(key)?),
        }
    }

    /// The answers to find here on the next visit: those that are only tried out, or that came with a link and
    /// have not been accepted, do not take the place of the reader's own.
    pub fn lasting(&self) -> Rc<PlanRequest> {
        match &self.before {
            Some(before) if before.by == Origin::Link => before.request.clone(),
            _ => self.settled(),
        }
    }

    /// The start page is to be shown: nothing but its own questions is answered, and the reader has not gone on.
    pub fn is_at_start(&self) -> bool {
        let is_more =
            |question: &&'static Question| !STARTERS.contains(&question.field) && question.kind.is_answered(&self.request);
        !self.has_begun && !self.questionnaire.questions.iter().any(is_more)
    }

    /// Nothing was answered at all.
    pub fn is_empty(&self) -> bool {
        *self.request == PlanRequest::default() && self.drafts.is_empty() && !self.autoscaling
    }

    /// How each question stands in the light of the other answers, in the order of the questionnaire.
    pub fn standings(&self) -> Vec<(&'static Question, Standing)> {
        let decision = decide(&self.request);
        let case = Circumstances { request: &self.request, decision: &decision };
        let standing = |question: &&'static Question| {
            let standing = question.standing(&case, self.seen.contains(&question.field));
            (*question, standing)
        };
        self.questionnaire.questions.iter().map(standing).collect()
    }

    fn change(&mut self, what: impl FnOnce(&mut PlanRequest)) {
        what(Rc::make_mut(&mut self.request));
    }

    fn put(&mut self, target: Target, answer: Option<Answer>) {
        match target.location {
            None => {
                if let Some(question) = self.questionnaire.find(target.field) {
                    self.change(|request| question.kind.put(request, answer));
                }
            }
            Some(key) => {
                if let Some(question) = self.questionnaire.find_of_location(target.field) {
                    self.change_at(key, |location: &mut Location| question.kind.put(location, answer));
                }
            }
        }
    }

    /// An answer of the reader's own.
    fn answer(&mut self, target: Target, answer: Option<Answer>) {
        let named = self.owner();
        self.put(target, answer);
        self.rename_ticks(&named);
        if target.location.is_none() {
            self.settle(target.field);
        }
        self.saw(target);
    }

    /// A question was answered here, whatever the answer. Those about a location belong to the question for locations.
    fn saw(&mut self, target: Target) {
        match target.location {
            None => self.saw_field(target.field),
            Some(_) => self.saw_locations(),
        }
    }

    fn saw_locations(&mut self) {
        let questions = self.questionnaire.questions;
        if let Some(question) = questions.iter().find(|question| matches!(question.kind, Kind::Locations(_))) {
            self.saw_field(question.field);
        }
    }

    fn saw_field(&mut self, field: Field) {
        self.touched = Some(field);
        self.has_begun |= !STARTERS.contains(&field);
        Rc::make_mut(&mut self.seen).insert(field);
        if self.read.contains(&field) {
            Rc::make_mut(&mut self.read).remove(&field);
        }
    }

    /// The plan takes the place of the start page, and the focus is where reading goes on.
    fn begin(&mut self) {
        self.has_begun = true;
        self.look_at("plan".to_owned());
    }

    fn look_at(&mut self, id: String) {
        let turn = self.focus.as_ref().map_or(0, |(_, turn)| turn.wrapping_add(1));
        self.focus = Some((id.into(), turn));
    }

    fn lose(&mut self, region: RegionName, zone: Option<u32>) {
        let lost = Rc::make_mut(&mut self.lost);
        match zone {
            Some(zone) => lost.insert(region, zone),
            None => lost.remove(&region),
        };
    }
}

impl Reducible for AnswersState {
    type Action = AnswersAction;

    fn reduce(self: Rc<Self>, action: AnswersAction) -> Rc<Self> {
        let mut next = (*self).clone();
        match action {
            AnswersAction::Begin => next.begin(),
            AnswersAction::Answer(target, answer) => next.answer(target, answer),
            AnswersAction::Type(blank, text) => next.put_number(blank, &text),
            AnswersAction::Step(blank, by) => next.step(blank, by),
            AnswersAction::Autoscaling(target, on) => next.autoscale(target, on),
            AnswersAction::AddLocation(name) => next.add_location(&name),
            AnswersAction::NameLocation(key, name) => next.name_location(key, &name),
            AnswersAction::RemoveLocation(key) => next.remove_location(key),
            AnswersAction::MoveLocation(key, way) => next.move_location(key, way),
            AnswersAction::Try(change, text) => next.try_out(&change, &text),
            AnswersAction::Keep => next.trial = None,
            AnswersAction::GoBack => next.go_back(),
            // A link to the answers that are here already, as after a reload: it lacks nothing but the names.
            AnswersAction::Load(request, Origin::Link) if link::encode(&request) == link::encode(&next.settled()) => {}
            AnswersAction::Load(request, origin) => next.load(request, origin),
            AnswersAction::Fill(described) => next.fill(&described),
            AnswersAction::Tick(step) => next.tick(&step),
            AnswersAction::BringBack => next.bring_back(),
            AnswersAction::LetGo => next.before = None,
            AnswersAction::Lose(region, zone) => next.lose(region, zone),
        }
        Rc::new(next)
    }
}

/// A text without the spaces around it; `None` when there is nothing else.
pub fn words_of(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}
