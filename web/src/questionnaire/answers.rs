//! What the reader answered, as a reducer. The plan is never state: it is computed.

mod completed;
mod few;

use std::rc::Rc;

use apim_plan::{
    Answer, Autoscale, AutoscaleLimits, Certainty, Cloud, Field, Goals, Location, Percent, Plan, PlanRequest, PlatformVersion,
    Prefix, RegionName, Share, Status, Subnet, Tier, Units, UpdateTool, UpdatedWith, Vnet, ZoneLayout, link,
};
use yew::{AttrValue, Reducible};

use self::completed::completed;
pub use self::few::Few;
use crate::words::{Flag, Question, given};

/// Everything that the reader said, and what the page remembers about how.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Answers {
    /// The answers. Never carries `asOf`: the clock is asked when the plan is computed.
    pub request: Rc<PlanRequest>,
    /// One for each location: stays with it when it moves.
    pub keys: Rc<[Key]>,
    /// Questions that were answered here, "Not known" included: they do not vanish while being looked at.
    pub seen: Rc<Few<Question>>,
    /// Questions whose answer was read from a description and not changed since.
    pub read: Rc<Few<Question>>,
    /// What stands in number fields and is no number.
    pub drafts: Rc<Few<Blank, Draft>>,
    /// "Yes" to autoscale, limits still to come.
    pub autoscaling: bool,
    /// Answers that are only tried out.
    pub trial: Option<Rc<Trial>>,
    /// What was here before a link, a file or "Clear all" took its place.
    pub before: Option<Rc<Replaced>>,
    /// The zone that is imagined as lost, by location.
    pub lost: Rc<Few<RegionName, u32>>,
    /// The steps that are ticked, of every instance that was planned here: see [`Answers::ticked`].
    pub ticks: Rc<Few<String>>,
    /// The control to put the focus on once this is painted, and a number that makes asking twice two things.
    pub focus: Option<(AttrValue, u32)>,
    next_key: u32,
}

/// The identity of a location on the page.
pub type Key = u32;

/// Text in a number field that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// What was typed.
    pub text: AttrValue,
    /// What is wrong with it; `None` when it only lacks its companions.
    pub problem: Option<AttrValue>,
}

/// Answers that are only tried out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trial {
    /// What is being tried.
    pub text: AttrValue,
    /// What was answered to the questions concerned.
    back: Vec<(Field, Option<Answer>)>,
}

/// Answers that something else took the place of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replaced {
    /// The answers to bring back.
    pub request: Rc<PlanRequest>,
    /// By what.
    pub by: Origin,
    /// The ticks of that day.
    ticks: Rc<Few<String>>,
}

/// Where a whole set of answers comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// What this browser kept from the last visit.
    Kept,
    /// A link.
    Link,
    /// A file of answers.
    File,
    /// The description of an instance.
    Description,
    /// An instance of the fleet.
    Fleet,
    /// Nothing: they were cleared.
    Cleared,
}

/// A field that takes a whole number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Blank {
    /// Minutes that a DNS change takes.
    DnsChange,
    /// Autoscale: never fewer units.
    Minimum,
    /// Autoscale: never more units.
    Maximum,
    /// Autoscale: units at a time.
    Step,
    /// Of a location.
    At(Key, LocationBlank),
}

/// A field of a location that takes a whole number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LocationBlank {
    /// Units it has.
    Units,
    /// Units that carry its peak.
    UnitsNeeded,
    /// Measured peak of the Capacity metric.
    CapacityPercent,
    /// Load to aim for.
    TargetPercent,
    /// Part of the traffic.
    Share,
    /// Free addresses of its subnet.
    AvailableAddresses,
    /// Other instances in its subnet.
    OtherInstances,
}

/// A text that only fills in commands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NameField {
    /// Of the instance.
    Name,
    /// Of its resource group.
    ResourceGroup,
    /// Of its subscription.
    SubscriptionId,
}

/// A day that only helps to guess the platform.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DayField {
    /// Creation.
    CreatedOn,
    /// Last update.
    UpdatedOn,
}

/// Which way a location moves in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Towards the primary.
    Up,
    /// Away from it.
    Down,
}

/// What can happen to the answers.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// A closed question was answered; `None` is "Not known".
    Answer(Field, Option<Answer>),
    /// Which cloud.
    Cloud(Option<Cloud>),
    /// A day was chosen; anything that is no day leaves it open.
    Day(DayField, AttrValue),
    /// What the last update was made with.
    UpdatedWith(Option<UpdateTool>),
    /// The version of the REST interface it was made with.
    ApiVersion(AttrValue),
    /// A name was typed; nothing but spaces leaves it open.
    Name(NameField, AttrValue),
    /// Something was typed into a number field.
    Type(Blank, AttrValue),
    /// A number was stepped down or up.
    Step(Blank, i32),
    /// A number is not known.
    Unknown(Blank),
    /// Whether there is autoscale; limits are typed.
    Autoscaling(Option<bool>),
    /// One more location, with the name that was typed.
    AddLocation(AttrValue),
    /// Another name for a location.
    NameLocation(Key, AttrValue),
    /// Takes a location away.
    RemoveLocation(Key),
    /// Moves a location by one place.
    MoveLocation(Key, Way),
    /// How its units lie over zones.
    Zones(Key, Option<ZoneLayout>),
    /// Its own platform.
    LocationPlatform(Key, Option<PlatformVersion>),
    /// The prefix of its subnet.
    Prefix(Key, Option<Prefix>),
    /// A part of it.
    Flag(Key, Flag, Option<bool>),
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

impl Answers {
    /// The answers and ticks of an earlier visit, or none.
    pub fn starting_from(request: PlanRequest, ticks: Few<String>) -> Self {
        let mut answers = Self { ticks: Rc::new(ticks), ..Self::default() };
        answers.take(Rc::new(request), Origin::Kept);
        answers
    }

    /// The steps that are ticked of this instance. A runbook is worked through once for each.
    pub fn ticked(&self) -> Few<String> {
        let of = whose(&self.request);
        self.ticks.keys().map(|tick| owned(tick)).filter(|(owner, _)| *owner == of).map(|(_, step)| step.to_owned()).collect()
    }

    /// The locations with their identities.
    pub fn locations(&self) -> impl Iterator<Item = (Key, &Location)> {
        self.keys.iter().copied().zip(&self.request.locations)
    }

    /// What stands in a number field, and what is wrong with it.
    pub fn text(&self, blank: Blank) -> (AttrValue, Option<AttrValue>) {
        match self.drafts.get(&blank) {
            Some(draft) => (draft.text.clone(), draft.problem.clone()),
            None => (self.number(blank).map_or(AttrValue::Static(""), |number| number.to_string().into()), None),
        }
    }

    /// The number that a field holds.
    pub fn number(&self, blank: Blank) -> Option<u32> {
        let limits = |of: fn(&AutoscaleLimits) -> Units| match &self.request.autoscale {
            Some(Autoscale::Limits(limits)) => Some(of(limits).get()),
            Some(Autoscale::Off) | None => None,
        };
        match blank {
            Blank::DnsChange => self.request.dns_change_minutes,
            Blank::Minimum => limits(|limits| limits.minimum),
            Blank::Maximum => limits(|limits| limits.maximum),
            Blank::Step => limits(|limits| limits.step),
            Blank::At(key, of) => {
                let location = self.locations().find(|(each, _)| *each == key)?.1;
                match of {
                    LocationBlank::Units => location.units.map(Units::get),
                    LocationBlank::UnitsNeeded => location.units_needed.map(Units::get),
                    LocationBlank::CapacityPercent => location.capacity_percent.map(Percent::get),
                    LocationBlank::TargetPercent => location.target_percent.map(Percent::get),
                    LocationBlank::Share => location.share.map(Share::get),
                    LocationBlank::AvailableAddresses => location.subnet?.available_addresses,
                    LocationBlank::OtherInstances => location.subnet?.other_instances,
                }
            }
        }
    }

    /// Whether there is autoscale, limits or not.
    pub fn autoscales(&self) -> Option<bool> {
        match self.request.autoscale {
            Some(Autoscale::Limits(_)) => Some(true),
            Some(Autoscale::Off) => Some(false),
            None => self.autoscaling.then_some(true),
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

    /// The answers without what is only tried out.
    pub fn settled(&self) -> Rc<PlanRequest> {
        let mut request = self.request.clone();
        for (field, answer) in self.trial.iter().flat_map(|trial| &trial.back) {
            put(Rc::make_mut(&mut request), *field, *answer);
        }
        request
    }

    /// Nothing was answered at all.
    pub fn is_empty(&self) -> bool {
        *self.request == PlanRequest::default() && self.drafts.is_empty() && !self.autoscaling
    }

    fn change(&mut self, what: impl FnOnce(&mut PlanRequest)) {
        what(Rc::make_mut(&mut self.request));
    }

    /// An answer of the reader's own is none that is only tried out.
    fn settle(&mut self, field: Field) {
        let Some(mut trial) = self.trial.take() else { return };
        Rc::make_mut(&mut trial).back.retain(|(tried, _)| *tried != field);
        self.trial = (!trial.back.is_empty()).then_some(trial);
    }

    /// Ticks go with the instance when it is given another name.
    fn rename_ticks(&mut self, from: &str) {
        let to = whose(&self.request);
        let renamed = |tick: &String| match owned(tick) {
            (owner, step) if owner == from => of_owner(&to, step),
            _ => tick.clone(),
        };
        if from != to && !self.ticks.is_empty() {
            self.ticks = Rc::new(self.ticks.keys().map(renamed).collect());
        }
    }

    fn change_at(&mut self, key: Key, what: impl FnOnce(&mut Location)) {
        let Some(at) = self.keys.iter().position(|each| *each == key) else {
            return;
        };
        self.change(|request| {
            if let Some(location) = request.locations.get_mut(at) {
                what(location);
            }
        });
    }

    fn saw(&mut self, question: Question) {
        Rc::make_mut(&mut self.seen).put(question, ());
        if self.read.contains(&question) {
            Rc::make_mut(&mut self.read).remove(&question);
        }
    }

    /// Takes a whole set of answers: new locations, nothing seen yet, nothing half typed.
    fn take(&mut self, request: Rc<PlanRequest>, origin: Origin) {
        let first = self.next_key;
        let count = u32::try_from(request.locations.len()).unwrap_or(u32::MAX);
        self.next_key = first.saturating_add(count);
        self.keys = (first..self.next_key).collect();
        let read = match origin {
            Origin::Description => Question::all().filter(|question| is_answered(&request, *question)).collect(),
            Origin::Kept | Origin::Link | Origin::File | Origin::Fleet | Origin::Cleared => Few::default(),
        };
        self.read = Rc::new(read);
        self.request = request;
        if self.request.as_of.is_some() {
            Rc::make_mut(&mut self.request).as_of = None;
        }
        self.seen = Rc::default();
        self.drafts = Rc::default();
        self.lost = Rc::default();
        self.autoscaling = false;
        self.trial = None;
    }

    /// Takes a whole set of answers and keeps those that were here, to be brought back.
    fn load(&mut self, request: Rc<PlanRequest>, origin: Origin) {
        let mine = self.settled();
        let replaced = (!self.is_empty() && mine != request)
            .then(|| Rc::new(Replaced { request: mine, by: origin, ticks: self.ticks.clone() }));
        if origin == Origin::Cleared {
            let of = whose(&self.request);
            Rc::make_mut(&mut self.ticks).retain(|tick| owned(tick).0 != of);
        }
        self.take(request, origin);
        self.before = replaced;
    }

    /// Takes what a description says, and of the same instance leaves the rest.
    fn fill(&mut self, described: &Rc<PlanRequest>) {
        let mine = self.settled();
        let is_same = is_same(&mine, described);
        let request = if is_same { Rc::new(completed(described, &mine)) } else { described.clone() };
        self.load(request, Origin::Description);
        self.read = Rc::new(Question::all().filter(|question| is_answered(described, *question)).collect());
        if is_same {
            self.rename_ticks(&whose(&mine));
        }
    }

    fn try_out(&mut self, change: &[(Field, Answer)], text: &AttrValue) {
        // Trying one thing after another goes back to where the first began.
        let (mut back, text) = match self.trial.as_deref() {
            Some(trial) => (trial.back.clone(), format!("{}; {text}", trial.text).into()),
            None => (Vec::new(), text.clone()),
        };
        for (field, answer) in change {
            if back.iter().all(|(tried, _)| tried != field) {
                back.push((*field, given(&self.request, *field)));
            }
            self.change(|request| put(request, *field, Some(*answer)));
        }
        self.trial = Some(Rc::new(Trial { text, back }));
        // The button that was pressed is gone: another plan has other alternatives.
        self.look_at(GO_BACK.to_owned());
    }

    fn tick(&mut self, step: &str) {
        let tick = of_owner(&whose(&self.request), step);
        let ticks = Rc::make_mut(&mut self.ticks);
        if !ticks.remove(&tick) {
            ticks.put(tick, ());
        }
    }

    fn put_number(&mut self, blank: Blank, text: &AttrValue) {
        let read = number(text);
        match blank {
            Blank::Minimum | Blank::Maximum | Blank::Step => return self.put_limit(blank, text),
            Blank::DnsChange => {
                let (minutes, problem) = bounded(read, "minutes", 0, YEAR);
                self.change(|request| request.dns_change_minutes = minutes);
                self.note(blank, text, problem);
            }
            Blank::At(key, of) => {
                let problem = self.put_at(key, of, read);
                self.note(blank, text, problem);
            }
        }
        self.saw(question_of(blank));
    }

    fn put_at(&mut self, key: Key, of: LocationBlank, read: Result<Option<u32>, ()>) -> Option<AttrValue> {
        let (low, high) = match of {
            LocationBlank::Units | LocationBlank::UnitsNeeded => (Units::MIN.get(), Units::MAX.get()),
            LocationBlank::CapacityPercent | LocationBlank::TargetPercent => (Percent::MIN.get(), Percent::MAX.get()),
            LocationBlank::Share => (Share::MIN.get(), Share::MAX.get()),
            LocationBlank::AvailableAddresses | LocationBlank::OtherInstances => (0, ADDRESSES),
        };
        let what = match of {
            LocationBlank::Units | LocationBlank::UnitsNeeded => "units",
            LocationBlank::CapacityPercent | LocationBlank::TargetPercent | LocationBlank::Share => "percent",
            LocationBlank::AvailableAddresses => "addresses",
            LocationBlank::OtherInstances => "instances",
        };
        let (value, problem) = bounded(read, what, low, high);
        self.change_at(key, |location| match of {
            LocationBlank::Units => location.units = value.and_then(Units::new),
            LocationBlank::UnitsNeeded => location.units_needed = value.and_then(Units::new),
            LocationBlank::CapacityPercent => location.capacity_percent = value.and_then(Percent::new),
            LocationBlank::TargetPercent => location.target_percent = value.and_then(Percent::new),
            LocationBlank::Share => location.share = value.and_then(Share::new),
            LocationBlank::AvailableAddresses => in_subnet(location, |subnet| subnet.available_addresses = value),
            LocationBlank::OtherInstances => in_subnet(location, |subnet| subnet.other_instances = value),
        });
        problem
    }

    /// Three numbers make one answer: until all stand, it is not known, and each stays as it was typed.
    fn put_limit(&mut self, blank: Blank, text: &AttrValue) {
        const ALL: [Blank; 3] = [Blank::Minimum, Blank::Maximum, Blank::Step];
        let texts = ALL.map(|each| if each == blank { text.clone() } else { self.text(each).0 });
        let read = texts.each_ref().map(|text| bounded(number(text), "units", Units::MIN.get(), Units::MAX.get()));
        let [minimum, maximum, step] = read.each_ref().map(|(value, _)| value.and_then(Units::new));
        let crossed = minimum.zip(maximum).filter(|(minimum, maximum)| minimum > maximum);
        let limits = match (minimum, maximum, step, crossed) {
            (Some(minimum), Some(maximum), Some(step), None) => Some(AutoscaleLimits { minimum, maximum, step }),
            _ => None,
        };
        self.change(|request| request.autoscale = limits.map(Autoscale::Limits));
        self.autoscaling = limits.is_none();
        let drafts = Rc::make_mut(&mut self.drafts);
        for (each, (text, (_, problem))) in ALL.into_iter().zip(texts.into_iter().zip(read)) {
            let crossed = crossed
                .filter(|_| each == Blank::Maximum)
                .map(|(minimum, _)| AttrValue::from(format!("The minimum is {}. Use that or more.", minimum.get())));
            match limits {
                Some(_) => drop(drafts.remove(&each)),
                None => drafts.put(each, Draft { text, problem: problem.or(crossed) }),
            }
        }
        self.saw(question_of(blank));
    }

    fn note(&mut self, blank: Blank, text: &AttrValue, problem: Option<AttrValue>) {
        match problem {
            Some(_) => Rc::make_mut(&mut self.drafts).put(blank, Draft { text: text.clone(), problem }),
            None if self.drafts.contains(&blank) => drop(Rc::make_mut(&mut self.drafts).remove(&blank)),
            None => {}
        }
    }

    fn put_day(&mut self, field: DayField, text: &str) {
        let day = text.parse().ok();
        let question = match field {
            DayField::CreatedOn => {
                self.change(|request| request.created_on = day);
                Question::CreatedOn
            }
            DayField::UpdatedOn => {
                self.change(|request| request.updated_on = day);
                Question::UpdatedOn
            }
        };
        self.saw(question);
    }

    fn put_name(&mut self, field: NameField, text: &str) {
        let before = whose(&self.request);
        self.change(|request| {
            let slot = match field {
                NameField::Name => &mut request.name,
                NameField::ResourceGroup => &mut request.resource_group,
                NameField::SubscriptionId => &mut request.subscription_id,
            };
            *slot = words_of(text);
        });
        self.rename_ticks(&before);
        self.saw(match field {
            NameField::Name => Question::Name,
            NameField::ResourceGroup => Question::ResourceGroup,
            NameField::SubscriptionId => Question::SubscriptionId,
        });
    }

    fn step(&mut self, blank: Blank, by: i32) {
        let size = if blank == Blank::DnsChange { 5 } else { 1 };
        let (low, high) = bounds(blank);
        let number = match self.number(blank).or_else(|| self.text(blank).0.trim().parse().ok()) {
            Some(number) => i64::from(number) + i64::from(by) * size,
            // The first press says the smallest number that says anything.
            None => i64::from(low),
        };
        let number = u32::try_from(number.max(0)).unwrap_or(u32::MAX).clamp(low, high);
        self.put_number(blank, &number.to_string().into());
    }

    fn look_at(&mut self, id: String) {
        let turn = self.focus.as_ref().map_or(0, |(_, turn)| turn.wrapping_add(1));
        self.focus = Some((id.into(), turn));
    }

    fn add_location(&mut self, name: &str) {
        let Some(name) = RegionName::new(name) else {
            return;
        };
        let key = self.next_key;
        self.next_key = key.saturating_add(1);
        self.keys = self.keys.iter().copied().chain([key]).collect();
        self.change(|request| request.locations.push(Location::new(name)));
        self.saw(Question::Counted(Field::Locations));
        self.look_at(blank_id(Blank::At(key, LocationBlank::Units)));
    }

    fn remove_location(&mut self, key: Key) {
        let Some(at) = self.keys.iter().position(|each| *each == key) else {
            return;
        };
        self.keys = self.keys.iter().copied().filter(|each| *each != key).collect();
        self.change(|request| drop(request.locations.remove(at)));
        let orphaned = |blank: &Blank| matches!(blank, Blank::At(of, _) if *of == key);
        Rc::make_mut(&mut self.drafts).retain(|blank| !orphaned(blank));
        self.saw(Question::Counted(Field::Locations));
        // The button is gone: on to the next location's, or to the one that adds.
        let next = self.keys.get(at).or_else(|| self.keys.last());
        self.look_at(next.map_or_else(|| ADD_LOCATION.to_owned(), |key| location_id(*key, "remove")));
    }

    fn move_location(&mut self, key: Key, way: Way) {
        let Some(from) = self.keys.iter().position(|each| *each == key) else {
            return;
        };
        let to = match way {
            Way::Up => from.checked_sub(1),
            Way::Down => Some(from + 1).filter(|to| *to < self.keys.len()),
        };
        let Some(to) = to else {
            return;
        };
        let mut keys = self.keys.to_vec();
        keys.swap(from, to);
        self.keys = keys.into();
        self.change(|request| request.locations.swap(from, to));
        // At either end the button that was pressed is no longer there: the other one is.
        let last = self.keys.len() - 1;
        let button = match way {
            Way::Up if to == 0 => "down",
            Way::Up => "up",
            Way::Down if to == last => "up",
            Way::Down => "down",
        };
        self.look_at(location_id(key, button));
    }
}

/// Whether a description may be of the instance that these answers are about: they have no name, or the same one.
pub fn is_same(answered: &PlanRequest, described: &PlanRequest) -> bool {
    answered.name.is_none() || answered.name == described.name
}

/// The names of an instance, whose ticks are its own; empty for one without any.
fn whose(request: &PlanRequest) -> String {
    let names = [&request.subscription_id, &request.resource_group, &request.name];
    names.iter().filter_map(|name| name.as_deref()).collect::<Vec<_>>().join("/").to_ascii_lowercase()
}

/// A tick as it is kept: whose it is, and of which step.
fn of_owner(owner: &str, step: &str) -> String {
    if owner.is_empty() { step.to_owned() } else { [owner, "\t", step].concat() }
}

fn owned(tick: &str) -> (&str, &str) {
    tick.rsplit_once('\t').unwrap_or(("", tick))
}

/// The id of the button that ends a trial.
pub const GO_BACK: &str = "trial-back";

/// The id of the button that adds a location.
pub const ADD_LOCATION: &str = "add-location";

/// The id of a control of a location.
pub fn location_id(key: Key, control: &str) -> String {
    format!("r{key}-{control}")
}

/// The id of a number field.
pub fn blank_id(blank: Blank) -> String {
    match blank {
        Blank::DnsChange => "dns-change".to_owned(),
        Blank::Minimum => "autoscale-minimum".to_owned(),
        Blank::Maximum => "autoscale-maximum".to_owned(),
        Blank::Step => "autoscale-step".to_owned(),
        Blank::At(key, of) => location_id(
            key,
            match of {
                LocationBlank::Units => "units",
                LocationBlank::UnitsNeeded => "needed",
                LocationBlank::CapacityPercent => "capacity",
                LocationBlank::TargetPercent => "target",
                LocationBlank::Share => "share",
                LocationBlank::AvailableAddresses => "addresses",
                LocationBlank::OtherInstances => "others",
            },
        ),
    }
}

impl Reducible for Answers {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = (*self).clone();
        match action {
            Action::Answer(field, answer) => {
                next.change(|request| put(request, field, answer));
                next.settle(field);
                next.saw(Question::Counted(field));
            }
            Action::Cloud(cloud) => {
                next.change(|request| request.cloud = cloud);
                next.saw(Question::Cloud);
            }
            Action::Day(field, text) => next.put_day(field, &text),
            Action::UpdatedWith(tool) => {
                next.change(|request| request.updated_with = tool.map(|tool| UpdatedWith { tool, api_version: None }));
                next.saw(Question::UpdatedWith);
            }
            Action::ApiVersion(text) => next.change(|request| {
                if let Some(with) = &mut request.updated_with {
                    with.api_version = words_of(&text);
                }
            }),
            Action::Name(field, text) => next.put_name(field, &text),
            Action::Type(blank, text) => next.put_number(blank, &text),
            Action::Step(blank, by) => next.step(blank, by),
            Action::Unknown(blank) => next.put_number(blank, &AttrValue::Static("")),
            Action::Autoscaling(on) => {
                next.autoscaling = on == Some(true);
                next.change(|request| {
                    request.autoscale = match (on, request.autoscale) {
                        (Some(true), Some(Autoscale::Limits(limits))) => Some(Autoscale::Limits(limits)),
                        (Some(false), _) => Some(Autoscale::Off),
                        (Some(true) | None, _) => None,
                    };
                });
                next.saw(Question::Counted(Field::Autoscale));
            }
            Action::AddLocation(name) => next.add_location(&name),
            Action::NameLocation(key, name) => {
                if let Some(name) = RegionName::new(&name) {
                    next.change_at(key, |location| location.name = name);
                    next.saw(Question::Counted(Field::Locations));
                }
            }
            Action::RemoveLocation(key) => next.remove_location(key),
            Action::MoveLocation(key, way) => next.move_location(key, way),
            Action::Zones(key, zones) => next.change_at(key, |location| location.zones = zones),
            Action::LocationPlatform(key, version) => next.change_at(key, |location| location.platform = version),
            Action::Prefix(key, prefix) => {
                next.change_at(key, |location| in_subnet(location, |subnet| subnet.prefix = prefix));
            }
            Action::Flag(key, flag, value) => next.change_at(key, |location| put_flag(location, flag, value)),
            Action::Try(change, text) => next.try_out(&change, &text),
            Action::Keep => next.trial = None,
            Action::GoBack => {
                next.request = next.settled();
                next.trial = None;
            }
            // A link to what stands here already, as after a reload: it lacks nothing but the names.
            Action::Load(request, Origin::Link) if link::encode(&request) == link::encode(&next.settled()) => {}
            Action::Load(request, origin) => next.load(request, origin),
            Action::Fill(described) => next.fill(&described),
            Action::Tick(step) => next.tick(&step),
            Action::BringBack => {
                if let Some(before) = next.before.take() {
                    next.take(before.request.clone(), Origin::Kept);
                    if before.by == Origin::Cleared {
                        next.ticks = before.ticks.clone();
                    }
                }
            }
            Action::LetGo => next.before = None,
            Action::Lose(region, zone) => {
                let lost = Rc::make_mut(&mut next.lost);
                match zone {
                    Some(zone) => lost.put(region, zone),
                    None => drop(lost.remove(&region)),
                }
            }
        }
        Rc::new(next)
    }
}

/// A year: beyond it, nobody waits for a record to change.
const YEAR: u32 = 525_600;
/// What a /16 holds.
const ADDRESSES: u32 = 65_536;

const fn bounds(blank: Blank) -> (u32, u32) {
    match blank {
        Blank::DnsChange => (0, YEAR),
        Blank::Minimum | Blank::Maximum | Blank::Step | Blank::At(_, LocationBlank::Units | LocationBlank::UnitsNeeded) => {
            (Units::MIN.get(), Units::MAX.get())
        }
        Blank::At(_, LocationBlank::CapacityPercent | LocationBlank::TargetPercent) => (Percent::MIN.get(), Percent::MAX.get()),
        Blank::At(_, LocationBlank::Share) => (Share::MIN.get(), Share::MAX.get()),
        Blank::At(_, LocationBlank::AvailableAddresses | LocationBlank::OtherInstances) => (0, ADDRESSES),
    }
}

const fn question_of(blank: Blank) -> Question {
    Question::Counted(match blank {
        Blank::DnsChange => Field::DnsChangeMinutes,
        Blank::Minimum | Blank::Maximum | Blank::Step => Field::Autoscale,
        Blank::At(..) => Field::Locations,
    })
}

/// Nothing is `None`; anything but digits is an error.
fn number(text: &str) -> Result<Option<u32>, ()> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    if text.bytes().all(|sign| sign.is_ascii_digit()) { text.parse().map(Some).map_err(drop) } else { Err(()) }
}

/// The number if it lies within the bounds, or what to write instead.
fn bounded(read: Result<Option<u32>, ()>, what: &str, low: u32, high: u32) -> (Option<u32>, Option<AttrValue>) {
    match read {
        Ok(None) => (None, None),
        Ok(Some(number)) if (low..=high).contains(&number) => (Some(number), None),
        Ok(Some(_)) | Err(()) => {
            (None, Some(format!("Use a whole number of {what} from {low} to {high}. It counts as not known meanwhile.").into()))
        }
    }
}

fn words_of(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// A subnet of which nothing is known is not there.
fn in_subnet(location: &mut Location, what: impl FnOnce(&mut Subnet)) {
    let mut subnet = location.subnet.unwrap_or_default();
    what(&mut subnet);
    location.subnet = (subnet != Subnet::default()).then_some(subnet);
}

fn put_flag(location: &mut Location, flag: Flag, value: Option<bool>) {
    match flag {
        Flag::New => location.new = value,
        Flag::PublicIp => location.public_ip = value,
        Flag::Delegated => in_subnet(location, |subnet| subnet.delegated = value),
        Flag::Locked => in_subnet(location, |subnet| subnet.locked = value),
        Flag::NetworkSecurityGroup => in_subnet(location, |subnet| subnet.network_security_group = value),
        Flag::ServiceEndpoints => in_subnet(location, |subnet| subnet.service_endpoints = value),
    }
}

/// What is known of a part of a location.
pub fn flag(location: &Location, flag: Flag) -> Option<bool> {
    let subnet = location.subnet.unwrap_or_default();
    match flag {
        Flag::New => location.new,
        Flag::PublicIp => location.public_ip,
        Flag::Delegated => subnet.delegated,
        Flag::Locked => subnet.locked,
        Flag::NetworkSecurityGroup => subnet.network_security_group,
        Flag::ServiceEndpoints => subnet.service_endpoints,
    }
}

/// Whether a question has an answer.
pub fn is_answered(request: &PlanRequest, question: Question) -> bool {
    match question {
        Question::Counted(Field::Locations) => !request.locations.is_empty(),
        Question::Counted(Field::DnsChangeMinutes) => request.dns_change_minutes.is_some(),
        Question::Counted(Field::Autoscale) => request.autoscale.is_some(),
        Question::Counted(field) => given(request, field).is_some(),
        Question::Cloud => request.cloud.is_some(),
        Question::CreatedOn => request.created_on.is_some(),
        Question::UpdatedOn => request.updated_on.is_some(),
        Question::UpdatedWith => request.updated_with.is_some(),
        Question::Name => request.name.is_some(),
        Question::ResourceGroup => request.resource_group.is_some(),
        Question::SubscriptionId => request.subscription_id.is_some(),
    }
}

/// Puts an answer to a closed question; one of another kind leaves it open.
pub fn put(request: &mut PlanRequest, field: Field, answer: Option<Answer>) {
    let bool = match answer {
        Some(Answer::Bool(value)) => Some(value),
        _ => None,
    };
    let goals = |request: &mut PlanRequest, what: &dyn Fn(&mut Goals)| {
        let mut goals = request.goals.unwrap_or_default();
        what(&mut goals);
        request.goals = (goals != Goals::default()).then_some(goals);
    };
    match field {
        Field::Tier => request.tier = if let Some(Answer::Tier(tier)) = answer { Some(tier) } else { None },
        Field::Platform => request.platform = if let Some(Answer::Platform(version)) = answer { Some(version) } else { None },
        Field::Vnet => request.vnet = if let Some(Answer::Vnet(vnet)) = answer { Some(vnet) } else { None },
        Field::CustomDomainRecord => {
            request.custom_domain_record = if let Some(Answer::Record(record)) = answer { Some(record) } else { None };
        }
        Field::Firewall => request.firewall = if let Some(Answer::Firewall(firewall)) = answer { Some(firewall) } else { None },
        Field::ModifyInstance => request.modify_instance = bool,
        Field::CustomDomains => request.custom_domains = bool,
        Field::IpDependencies => request.ip_dependencies = bool,
        Field::DowntimeAllowed => request.downtime_allowed = bool,
        Field::NonBusinessHours => request.non_business_hours = bool,
        Field::ValidateFirst => request.validate_first = bool,
        Field::NewSubnet => request.new_subnet = bool,
        Field::ReturnToOriginalSubnet => request.return_to_original_subnet = bool,
        Field::KeyVaultBlocked => request.key_vault_blocked = bool,
        Field::SpecialVnetConditions => request.special_vnet_conditions = bool,
        Field::SelfHostedGateways => request.self_hosted_gateways = bool,
        Field::SurviveZoneLoss => goals(request, &|goals| goals.survive_zone_loss = bool),
        Field::SurviveRegionLoss => goals(request, &|goals| goals.survive_region_loss = bool),
        // Typed, not chosen: see `Action::Type`.
        Field::Locations | Field::DnsChangeMinutes | Field::Autoscale => {}
    }
}

/// How a question stands in the light of the other answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It is asked; `decides` while an answer to it could change the recommended path.
    Asked {
        /// An answer would change the verdict.
        decides: bool,
    },
    /// It has an answer that has stopped mattering, for this reason.
    Kept(&'static str),
    /// Nobody needs to answer it.
    Hidden,
}

/// How a question stands. What was touched here does not vanish while it still can matter.
pub fn standing(question: Question, answers: &Answers, plan: &Plan) -> Standing {
    let request = &*answers.request;
    let answered = is_answered(request, question);
    match question {
        Question::Cloud | Question::Name | Question::ResourceGroup | Question::SubscriptionId => {
            Standing::Asked { decides: false }
        }
        Question::Counted(Field::Locations) => Standing::Asked { decides: false },
        Question::CreatedOn | Question::UpdatedOn | Question::UpdatedWith => {
            match (plan.status, plan.platform.certainty, answered) {
                (Status::Migrate | Status::Unknown | Status::Migrated, Certainty::Uncertain | Certainty::Unknown, _) => {
                    Standing::Asked { decides: false }
                }
                (_, Certainty::Stated, true) => {
                    Standing::Kept("It would only help to guess the platform, and the platform is stated.")
                }
                (_, _, true) => Standing::Kept("It would only help to guess the platform, and the rest tells it already."),
                (_, _, false) => Standing::Hidden,
            }
        }
        Question::Counted(field) if answered => {
            let mut without = request.clone();
            clear(&mut without, field);
            if apim_plan::matters(field, &without) {
                Standing::Asked { decides: false }
            } else {
                Standing::Kept(why_not(field, request, plan))
            }
        }
        Question::Counted(field) => {
            let open = plan.open_questions.iter().find(|open| open.field == field);
            let touched = answers.seen.contains(&question) && why_not(field, request, plan) == NO_EFFECT;
            match open {
                Some(open) if open.matters || touched => Standing::Asked { decides: open.decides },
                Some(_) | None => Standing::Hidden,
            }
        }
    }
}

const NO_EFFECT: &str = "It changes nothing in this plan.";

/// Why an answer has stopped mattering.
fn why_not(field: Field, request: &PlanRequest, plan: &Plan) -> &'static str {
    let outside = request.vnet == Some(Vnet::None) || matches!(request.tier, Some(Tier::Basic | Tier::Standard));
    match (plan.status, field) {
        (Status::Migrated, _) => "Every region runs on stv2: nothing is left to move.",
        (Status::NotAffected, _) => "This tier has nothing to move.",
        (_, Field::CustomDomainRecord) if request.custom_domains == Some(false) => "There are no custom domains.",
        (_, Field::NewSubnet | Field::ReturnToOriginalSubnet | Field::KeyVaultBlocked | Field::SpecialVnetConditions)
            if outside =>
        {
            "It concerns instances in a virtual network, and this one is outside."
        }
        _ if request.modify_instance == Some(false) => "This instance stays as it is; a second one takes over.",
        (_, Field::DnsChangeMinutes) => "On no open path is there a record for you to change.",
        _ => NO_EFFECT,
    }
}

fn clear(request: &mut PlanRequest, field: Field) {
    match field {
        Field::Locations => request.locations.clear(),
        Field::DnsChangeMinutes => request.dns_change_minutes = None,
        Field::Autoscale => request.autoscale = None,
        field => put(request, field, None),
    }
}

#[cfg(test)]
#[expect(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test says what it expects by failing")]
mod tests {
    use std::rc::Rc;

    use apim_plan::{Answer, Autoscale, Field, PlanRequest, RegionName, Tier, Vnet};
    use strum::IntoEnumIterator;
    use yew::Reducible;

    use super::{Action, Answers, Blank, LocationBlank, Origin, Standing, Way, is_answered, standing};
    use crate::words;
    use crate::words::Question;

    fn after(actions: impl IntoIterator<Item = Action>) -> Rc<Answers> {
        actions.into_iter().fold(Rc::new(Answers::default()), Answers::reduce)
    }

    fn two_regions() -> Rc<Answers> {
        after([Action::AddLocation("West Europe".into()), Action::AddLocation("North Europe".into())])
    }

    fn names(answers: &Answers) -> Vec<&str> {
        answers.request.locations.iter().map(|location| words::region(&location.name)).collect()
    }

    fn units(key: u32) -> Blank {
        Blank::At(key, LocationBlank::Units)
    }

    #[test]
    fn every_closed_question_takes_each_of_its_answers_and_gives_it_back() {
        for field in Field::iter() {
            for choice in words::choices(field) {
                let answered = after([Action::Answer(field, Some(choice.value))]);
                assert_eq!(words::given(&answered.request, field), Some(choice.value), "{field:?}");
                assert!(is_answered(&answered.request, Question::Counted(field)));
                let open = answered.reduce(Action::Answer(field, None));
                assert_eq!(*open.request, PlanRequest::default(), "{field:?}: not known leaves nothing behind");
            }
        }
    }

    #[test]
    fn a_bad_number_stays_as_it_was_typed_and_counts_as_not_known() {
        let answers = two_regions();
        let key = answers.keys[0];
        let answers = answers.reduce(Action::Type(units(key), "4".into())).reduce(Action::Type(units(key), "4o".into()));
        let (text, problem) = answers.text(units(key));
        assert_eq!(text, "4o");
        insta::assert_snapshot!(problem.expect("a problem"), @"Use a whole number of units from 1 to 10000. It counts as not known meanwhile.");
        assert_eq!(answers.number(units(key)), None);
        let mended = answers.reduce(Action::Type(units(key), "40".into()));
        assert_eq!(mended.text(units(key)), ("40".into(), None));
    }

    #[test]
    fn a_number_steps_from_where_it_is_and_stays_within_its_bounds() {
        let step = |text: &str, by| {
            let answers = after([Action::Type(Blank::DnsChange, text.to_owned().into()), Action::Step(Blank::DnsChange, by)]);
            answers.request.dns_change_minutes
        };
        assert_eq!(step("25", 1), Some(30));
        assert_eq!(step("3", -1), Some(0));
        assert_eq!(step("", 1), Some(0));
        assert_eq!(step("99999999", 1), Some(525_600));
        let answers = two_regions();
        let key = answers.keys[0];
        assert_eq!(answers.reduce(Action::Step(units(key), 1)).number(units(key)), Some(1));
    }

    #[test]
    fn autoscale_waits_for_all_three_numbers_and_keeps_what_was_typed() {
        let answers = after([
            Action::Autoscaling(Some(true)),
            Action::Type(Blank::Minimum, "4".into()),
            Action::Type(Blank::Maximum, "2".into()),
            Action::Type(Blank::Step, "1".into()),
        ]);
        assert_eq!((answers.autoscales(), answers.request.autoscale), (Some(true), None));
        assert_eq!(answers.text(Blank::Minimum), ("4".into(), None));
        insta::assert_snapshot!(answers.text(Blank::Maximum).1.expect("a problem"), @"The minimum is 4. Use that or more.");
        let answers = answers.reduce(Action::Type(Blank::Maximum, "10".into()));
        assert!(matches!(answers.request.autoscale, Some(Autoscale::Limits(limits)) if limits.maximum.get() == 10));
        assert!(answers.drafts.is_empty());
        let off = answers.reduce(Action::Autoscaling(Some(false)));
        assert_eq!((off.autoscales(), off.request.autoscale), (Some(false), Some(Autoscale::Off)));
    }

    #[test]
    fn a_location_takes_its_half_typed_numbers_along_and_the_focus_stays_with_it() {
        let answers = two_regions();
        let [west, north] = answers.keys[..] else { panic!("two") };
        let answers = answers.reduce(Action::Type(units(north), "x".into())).reduce(Action::MoveLocation(north, Way::Up));
        assert_eq!(names(&answers), ["North Europe", "West Europe"]);
        assert_eq!(answers.text(units(north)).0, "x");
        // It is the first now, so its button "up" is gone.
        assert_eq!(answers.focus.as_ref().map(|(id, _)| id.as_str()), Some(format!("r{north}-down").as_str()));
        let answers = answers.reduce(Action::RemoveLocation(north));
        assert_eq!(names(&answers), ["West Europe"]);
        assert!(answers.drafts.is_empty());
        assert_eq!(answers.focus.as_ref().map(|(id, _)| id.as_str()), Some(format!("r{west}-remove").as_str()));
    }

    #[test]
    fn a_region_without_a_name_is_not_added() {
        assert!(after([Action::AddLocation("  ".into())]).request.locations.is_empty());
    }

    #[test]
    fn trying_leads_back_to_where_the_first_try_began() {
        let accept: Rc<[_]> = [(Field::DowntimeAllowed, Answer::Bool(true))].into();
        let test: Rc<[_]> = [(Field::ValidateFirst, Answer::Bool(true))].into();
        let before = after([Action::Answer(Field::Vnet, Some(Answer::Vnet(Vnet::Internal)))]);
        let tried = before.clone().reduce(Action::Try(accept, "downtime".into())).reduce(Action::Try(test, "a test".into()));
        assert_eq!((tried.request.downtime_allowed, tried.request.validate_first), (Some(true), Some(true)));
        assert_eq!(tried.lasting(), before.request, "a trial is not what the next visit finds");
        assert_eq!(tried.trial.as_ref().map(|trial| trial.text.as_str()), Some("downtime; a test"));
        assert_eq!(tried.clone().reduce(Action::GoBack).request, before.request);
        let kept = tried.reduce(Action::Keep);
        assert_eq!(kept.trial, None);
        assert_eq!(kept.lasting().downtime_allowed, Some(true));
    }

    #[test]
    fn an_answer_during_a_trial_is_real_and_the_trial_goes_on() {
        let tried = after([
            Action::Try(
                [(Field::DowntimeAllowed, Answer::Bool(false)), (Field::ValidateFirst, Answer::Bool(true))].into(),
                "both".into(),
            ),
            Action::Answer(Field::KeyVaultBlocked, Some(Answer::Bool(false))),
            Action::Answer(Field::ValidateFirst, Some(Answer::Bool(false))),
        ]);
        assert!(tried.trial.is_some());
        assert_eq!((tried.request.downtime_allowed, tried.lasting().downtime_allowed), (Some(false), None));
        let back = tried.clone().reduce(Action::GoBack);
        assert_eq!(
            (back.request.downtime_allowed, back.request.key_vault_blocked, back.request.validate_first),
            (None, Some(false), Some(false))
        );
        let answered = tried.reduce(Action::Answer(Field::DowntimeAllowed, Some(Answer::Bool(true))));
        assert_eq!(answered.trial, None, "nothing is left that is only tried");
    }

    #[test]
    fn a_link_to_what_stands_here_changes_nothing() {
        let mine = after([
            Action::Answer(Field::Tier, Some(Answer::Tier(Tier::Premium))),
            Action::Name(super::NameField::Name, "orders".into()),
        ]);
        let link = Rc::new(PlanRequest { tier: Some(Tier::Premium), ..PlanRequest::default() });
        let again = mine.clone().reduce(Action::Load(link, Origin::Link));
        assert_eq!((&again.request, &again.before), (&mine.request, &None));
    }

    #[test]
    fn a_description_leaves_what_it_cannot_say() {
        let mine = after([
            Action::Answer(Field::DowntimeAllowed, Some(Answer::Bool(false))),
            Action::Answer(Field::Tier, Some(Answer::Tier(Tier::Developer))),
            Action::AddLocation("West Europe".into()),
            Action::Type(Blank::At(0, LocationBlank::UnitsNeeded), "3".into()),
        ]);
        let described = |name: &str| {
            Rc::new(
                apim_plan::read_request(&format!(
                    r#"{{"name":"{name}","tier":"premium","locations":[{{"name":"westeurope","units":2}}]}}"#
                ))
                .expect("a request"),
            )
        };
        let filled = mine.reduce(Action::Fill(described("orders")));
        assert_eq!((filled.request.tier, filled.request.downtime_allowed), (Some(Tier::Premium), Some(false)));
        assert_eq!(filled.request.locations[0].units_needed.map(apim_plan::Units::get), Some(3));
        assert!(!filled.read.contains(&Question::Counted(Field::DowntimeAllowed)), "it was not read");
        let other = filled.reduce(Action::Fill(described("billing")));
        assert_eq!(other.request.downtime_allowed, None, "another instance has another owner");
    }

    #[test]
    fn ticks_belong_to_an_instance() {
        let named = |name: &str| Rc::new(PlanRequest { name: Some(name.to_owned()), ..PlanRequest::default() });
        let ticked = |answers: &Answers| answers.ticked().keys().cloned().collect::<Vec<_>>();
        let mine = after([Action::Tick("check".into()), Action::Name(super::NameField::Name, "Orders".into())]);
        assert_eq!(ticked(&mine), ["check"], "they stay when it gets a name");
        let other = mine.reduce(Action::Fill(named("billing")));
        assert_eq!(ticked(&other), [""; 0]);
        let mine = other.reduce(Action::Load(named("orders"), Origin::Fleet));
        assert_eq!(ticked(&mine), ["check"]);
        let cleared = mine.reduce(Action::Load(Rc::default(), Origin::Cleared));
        assert!(cleared.ticks.is_empty());
        assert_eq!(ticked(&cleared.reduce(Action::BringBack)), ["check"]);
    }

    #[test]
    fn what_takes_the_place_of_answers_gives_them_back() {
        let mine = after([Action::Answer(Field::Tier, Some(Answer::Tier(Tier::Premium)))]);
        let other = Rc::new(PlanRequest { tier: Some(Tier::Basic), as_of: "2020-01-01".parse().ok(), ..PlanRequest::default() });
        let loaded = mine.clone().reduce(Action::Load(other, Origin::Link));
        assert_eq!(loaded.request.tier, Some(Tier::Basic));
        assert_eq!(loaded.request.as_of, None, "the clock says what day it is");
        assert_eq!(loaded.lasting(), mine.request, "not until it is accepted");
        assert_eq!(loaded.clone().reduce(Action::BringBack).request, mine.request);
        assert_eq!(loaded.reduce(Action::LetGo).lasting().tier, Some(Tier::Basic));
    }

    #[test]
    fn what_was_read_is_marked_until_it_is_changed() {
        let read = Rc::new(PlanRequest { tier: Some(Tier::Premium), vnet: Some(Vnet::Internal), ..PlanRequest::default() });
        let answers = after([Action::Load(read, Origin::Description)]);
        assert!(answers.read.contains(&Question::Counted(Field::Tier)));
        assert!(!answers.read.contains(&Question::Counted(Field::Platform)));
        let answers = answers.reduce(Action::Answer(Field::Tier, Some(Answer::Tier(Tier::Developer))));
        assert!(!answers.read.contains(&Question::Counted(Field::Tier)));
        assert!(answers.read.contains(&Question::Counted(Field::Vnet)));
    }

    #[test]
    fn an_answer_that_stops_mattering_is_kept_with_a_reason() {
        let answers = after([
            Action::Answer(Field::Vnet, Some(Answer::Vnet(Vnet::Internal))),
            Action::Answer(Field::NewSubnet, Some(Answer::Bool(true))),
            Action::Day(super::DayField::CreatedOn, "2019-04-11".into()),
        ]);
        let stand = |answers: &Answers, question| standing(question, answers, &apim_plan::plan(&answers.request));
        let subnet = Question::Counted(Field::NewSubnet);
        assert!(matches!(stand(&answers, subnet), Standing::Asked { .. }));
        assert!(matches!(stand(&answers, Question::CreatedOn), Standing::Asked { .. }));
        let moved = answers.reduce(Action::Answer(Field::Tier, Some(Answer::Tier(Tier::Consumption))));
        assert_eq!(stand(&moved, subnet), Standing::Kept("This tier has nothing to move."));
        let stated = moved
            .reduce(Action::Answer(Field::Tier, Some(Answer::Tier(Tier::Premium))))
            .reduce(Action::Answer(Field::Platform, Some(Answer::Platform(apim_plan::PlatformVersion::Stv1))));
        assert_eq!(
            stand(&stated, Question::CreatedOn),
            Standing::Kept("It would only help to guess the platform, and the platform is stated.")
        );
        assert_eq!(stated.request.created_on.map(|day| day.to_string()).as_deref(), Some("2019-04-11"), "never deleted");
    }

    #[test]
    fn not_known_can_be_chosen_without_the_question_vanishing_under_the_hand() {
        let answers = after([
            Action::Answer(Field::NonBusinessHours, Some(Answer::Bool(true))),
            Action::Answer(Field::NonBusinessHours, None),
        ]);
        let plan = apim_plan::plan(&answers.request);
        assert!(matches!(standing(Question::Counted(Field::NonBusinessHours), &answers, &plan), Standing::Asked { .. }));
    }

    #[test]
    fn a_zone_can_be_lost_and_found() {
        let west = RegionName::new("West Europe").expect("a name");
        let answers = after([Action::Lose(west.clone(), Some(2))]);
        assert_eq!(answers.lost.get(&west), Some(&2));
        assert!(answers.reduce(Action::Lose(west, None)).lost.is_empty());
    }
}
