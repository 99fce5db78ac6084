//! Many instances: what was read, when it may move, which rows are shown and in what order. The rows themselves are
//! computed.

use std::cmp::Ordering;
use std::num::NonZeroU32;
use std::rc::Rc;

use apim_plan::RequestError;
use apim_plan::fleet::{
    Calendar, Conflict, ConflictKind, Environment, Fleet, FleetInput, FleetOptions, Freeze, Row, Slot, TimeOfDay, Weekday,
    Window, Zone, fleet,
};
use apim_plan::import::{self, Imported};
use apim_plan::{Day, PathId, PlanRequest, Status, Tier};
use strum::IntoEnumIterator;
use yew::{AttrValue, Reducible};

/// A fleet as the reader left it: still there when they come back from one of its plans.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct FleetState {
    /// What was read, in the order of the input; answers changed in a plan are changed here as well.
    pub imported: Rc<[Imported]>,
    /// What it was read from: the name of a file, or "pasted".
    pub from: AttrValue,
    /// What stands in the fields of the schedule.
    pub draft: Draft,
    /// What of that could be used.
    pub options: Rc<FleetOptions>,
    /// What of it could not, and why.
    pub problem: Option<RequestError>,
    /// Which rows are shown.
    pub filter: Filter,
    /// In what order.
    pub order: Order,
    /// Which page of them, from zero.
    pub page: usize,
    /// Which page of the waves, from zero.
    pub weeks: usize,
    /// The instance that the preview shows.
    pub chosen: Option<u32>,
    /// The instance whose plan was opened.
    pub opened: Option<u32>,
}

/// What can happen to a fleet.
#[derive(Debug, Clone, PartialEq)]
pub enum FleetAction {
    /// Descriptions were read, from a file of that name or from what was pasted.
    Read(Rc<[Imported]>, AttrValue),
    /// Other rows are to be shown.
    Filter(Filter),
    /// The head of a column was pressed.
    Order(Column),
    /// Another page of rows.
    Page(usize),
    /// Another page of waves.
    Weeks(usize),
    /// A row was chosen.
    Choose(u32),
    /// The plan of an instance was opened.
    Open(u32),
    /// The reader comes back from a plan, with the answers as they are now.
    Back(Rc<PlanRequest>),
    /// Something was written into a field of the schedule, or a day ticked; what that asks for, or why it cannot be used.
    Schedule(Box<Draft>, Result<FleetOptions, RequestError>),
    /// The fleet is put away.
    Close,
}

impl Reducible for FleetState {
    type Action = FleetAction;

    fn reduce(self: Rc<Self>, action: FleetAction) -> Rc<Self> {
        let mut next = Rc::unwrap_or_clone(self);
        match action {
            FleetAction::Read(imported, from) => {
                next = Self { imported, from, draft: next.draft, options: next.options, ..Self::default() };
            }
            FleetAction::Filter(filter) => {
                next.filter = filter;
                next.page = 0;
            }
            FleetAction::Order(column) => {
                next.order = next.order.pressed(column);
                next.page = 0;
            }
            FleetAction::Page(page) => next.page = page,
            FleetAction::Weeks(weeks) => next.weeks = weeks,
            FleetAction::Choose(instance) => next.chosen = Some(instance),
            FleetAction::Open(instance) => {
                next.chosen = Some(instance);
                next.opened = Some(instance);
            }
            FleetAction::Back(request) => next.come_back(&request),
            FleetAction::Schedule(draft, options) => {
                next.draft = *draft;
                match options {
                    Ok(options) => {
                        next.options = Rc::new(options);
                        next.problem = None;
                        next.weeks = 0;
                    }
                    Err(error) => next.problem = Some(error),
                }
            }
            FleetAction::Close => next = Self { draft: next.draft, options: next.options, ..Self::default() },
        }
        Rc::new(next)
    }
}

impl FleetState {
    /// No fleet yet; a schedule would begin on that day and go by that clock.
    pub fn starting(today: Option<Day>, zone: Option<String>) -> Self {
        let standard = Draft::default();
        let draft = Draft {
            first: today.map_or(standard.first, |day| day.to_string().into()),
            zone: zone.map_or(standard.zone, AttrValue::from),
            ..Draft::default()
        };
        Self { draft, ..Self::default() }
    }

    /// Nothing was read.
    pub fn is_empty(&self) -> bool {
        self.imported.is_empty()
    }

    /// What was read of an instance.
    pub fn instance(&self, place: u32) -> Option<&Imported> {
        usize::try_from(place).ok().and_then(|at| self.imported.get(at))
    }

    fn come_back(&mut self, request: &Rc<PlanRequest>) {
        let Some(place) = self.opened.take() else {
            return;
        };
        // Another name is another instance: something else was loaded meanwhile.
        let is_changed =
            self.instance(place).is_some_and(|imported| imported.request.name == request.name && imported.request != **request);
        if is_changed && let Ok(at) = usize::try_from(place) {
            let mut all = self.imported.to_vec();
            if let Some(imported) = all.get_mut(at) {
                imported.request = PlanRequest::clone(request);
            }
            self.imported = all.into();
        }
    }
}

/// Rows, waves and hours for what was read; `None` when nothing was.
pub fn compute(imported: &[Imported], options: &FleetOptions) -> Option<Table> {
    let inputs: Vec<FleetInput> = imported.iter().map(input).collect();
    (!inputs.is_empty()).then(|| Table::from(fleet(&inputs, options)))
}

fn input(imported: &Imported) -> FleetInput {
    FleetInput {
        request: imported.request.clone(),
        source: (!imported.at.is_empty()).then(|| imported.at.clone()),
        environment: imported.extras.environment.map(|environment| match environment {
            import::Environment::Development => Environment::Development,
            import::Environment::Test => Environment::Test,
            import::Environment::Production => Environment::Production,
        }),
        subnets: imported.extras.locations.iter().map(|location| location.subnet.clone()).collect(),
    }
}

/// What stands in the fields of the schedule, right or wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    days: Vec<Weekday>,
    from: AttrValue,
    to: AttrValue,
    zone: AttrValue,
    first: AttrValue,
    last: AttrValue,
    freezes: AttrValue,
    simultaneous: AttrValue,
}

/// An evening in the middle of the week, two at a time; no day is ticked, so there are no hours yet.
impl Default for Draft {
    fn default() -> Self {
        Self {
            days: Vec::new(),
            from: "20:00".into(),
            to: "23:00".into(),
            zone: "UTC".into(),
            first: AttrValue::default(),
            last: AttrValue::default(),
            freezes: AttrValue::default(),
            simultaneous: AttrValue::default(),
        }
    }
}

/// A field of the schedule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum DraftField {
    /// When windows open.
    From,
    /// When they close.
    To,
    /// Whose clock tells so.
    Zone,
    /// The first day.
    First,
    /// The last day.
    Last,
    /// Days between them on which nothing runs.
    Freezes,
    /// How many migrations at a time.
    Simultaneous,
}

impl DraftField {
    /// The option that it fills, as an error names it.
    pub const fn path(self) -> &'static str {
        match self {
            Self::From => "calendar.windows[0].from",
            Self::To => "calendar.windows[0].to",
            Self::Zone => "calendar.timeZone",
            Self::First => "calendar.from",
            Self::Last => "calendar.until",
            Self::Freezes => "calendar.freezes",
            Self::Simultaneous => "simultaneous",
        }
    }

    /// What to write into it.
    const fn asks(self) -> &'static str {
        match self {
            Self::From | Self::To => "Write a time such as 23:00.",
            Self::Zone => "Write a time zone such as Europe/Amsterdam, UTC or +01:00.",
            Self::First | Self::Last => "Write a day such as 2026-12-01.",
            Self::Freezes => "Write days such as 2026-12-24, or 2026-12-20 to 2027-01-03, with commas between them.",
            Self::Simultaneous => "Write a whole number from 1 on, or nothing for any number.",
        }
    }

    fn wrong(self, message: &str) -> RequestError {
        RequestError { path: self.path().to_owned(), message: message.to_owned() }
    }

    /// That this cannot be read, and what can.
    fn unreadable(self, text: &str) -> RequestError {
        let asks = self.asks();
        if text.is_empty() { self.wrong(asks) } else { self.wrong(&["“", text, "” cannot be used. ", asks].concat()) }
    }
}

impl Draft {
    /// What stands in a field.
    pub fn text(&self, field: DraftField) -> &AttrValue {
        match field {
            DraftField::From => &self.from,
            DraftField::To => &self.to,
            DraftField::Zone => &self.zone,
            DraftField::First => &self.first,
            DraftField::Last => &self.last,
            DraftField::Freezes => &self.freezes,
            DraftField::Simultaneous => &self.simultaneous,
        }
    }

    /// Whether windows open on that day.
    pub fn has(&self, day: Weekday) -> bool {
        self.days.contains(&day)
    }

    /// Writes into a field. Read where the schedule stands, and not in the reducer: reading is no part of the first view.
    pub fn write(mut self, field: DraftField, text: &AttrValue) -> FleetAction {
        let place = match field {
            DraftField::From => &mut self.from,
            DraftField::To => &mut self.to,
            DraftField::Zone => &mut self.zone,
            DraftField::First => &mut self.first,
            DraftField::Last => &mut self.last,
            DraftField::Freezes => &mut self.freezes,
            DraftField::Simultaneous => &mut self.simultaneous,
        };
        // Not trimmed: nobody could write a space and then go on.
        *place = text.clone();
        self.read()
    }

    /// Ticks a day of the week, or takes the tick away. Days stay in the order of the week.
    pub fn turn(mut self, day: Weekday) -> FleetAction {
        self.days = Weekday::iter().filter(|each| self.has(*each) != (*each == day)).collect();
        self.read()
    }

    fn read(self) -> FleetAction {
        let options = self.options();
        FleetAction::Schedule(Box::new(self), options)
    }

    /// What the fields ask for, or which of them cannot be used and why.
    ///
    /// Field by field and not as JSON: reading that a second kind of thing from JSON is some kilobytes of code.
    fn options(&self) -> Result<FleetOptions, RequestError> {
        let text = |field: DraftField| self.text(field).trim();
        let day = |field: DraftField| text(field).parse::<Day>().map_err(|_| field.unreadable(text(field)));
        let time = |field: DraftField| TimeOfDay::try_from(text(field).to_owned()).map_err(|_| field.unreadable(text(field)));
        let simultaneous = match text(DraftField::Simultaneous) {
            "" => None,
            text => Some(text.parse::<NonZeroU32>().map_err(|_| DraftField::Simultaneous.unreadable(text))?),
        };
        if self.days.is_empty() {
            return Ok(FleetOptions { simultaneous, calendar: None });
        }
        let from = day(DraftField::First)?;
        let until = if text(DraftField::Last).is_empty() { None } else { Some(day(DraftField::Last)?) };
        if until.is_some_and(|until| until < from) {
            return Err(DraftField::Last.wrong("The last day is before the first."));
        }
        let zone = text(DraftField::Zone);
        let time_zone = Zone::try_from(zone.to_owned()).map_err(|_| DraftField::Zone.unreadable(zone))?;
        let window = Window::new(self.days.clone(), time(DraftField::From)?, time(DraftField::To)?)
            .map_err(|_| DraftField::To.wrong("The window closes at the time at which it opens."))?;
        let freezes = freezes(&self.freezes)?;
        let calendar = Calendar { from, until, time_zone, windows: vec![window], freezes, pause_minutes: None };
        if !calendar.has_windows() {
            return Err(if calendar.freezes.is_empty() {
                DraftField::Last.wrong("No window opens from the first day to the last.")
            } else {
                DraftField::Freezes.wrong("No window opens on any other day.")
            });
        }
        Ok(FleetOptions { simultaneous, calendar: Some(calendar) })
    }
}

/// Days and runs of days: `2026-12-20 to 2027-01-03, 2027-04-02`.
fn freezes(text: &str) -> Result<Vec<Freeze>, RequestError> {
    let mut freezes = Vec::new();
    for part in text.split(',').map(str::trim).filter(|part| !part.is_empty()) {
        let (from, to) = part.split_once(" to ").unwrap_or((part, part));
        match (from.trim().parse::<Day>(), to.trim().parse::<Day>()) {
            (Ok(from), Ok(to)) if from <= to => freezes.push(Freeze { from, to }),
            (Ok(_), Ok(_)) => return Err(DraftField::Freezes.wrong(&["“", part, "” ends before it begins."].concat())),
            (_, _) => return Err(DraftField::Freezes.unreadable(part)),
        }
    }
    Ok(freezes)
}

/// A fleet with what its table looks up again and again.
///
/// Two of them are equal when they are the same one: a fleet is made anew when
/// its instances or options change, and never changed.
#[derive(Debug, Clone)]
pub struct Table(Rc<Inner>);

#[derive(Debug)]
struct Inner {
    fleet: Fleet,
    /// For each instance the place of its first slot.
    first_slots: Vec<Option<usize>>,
    /// For each instance what can be searched, in lower case.
    texts: Vec<String>,
}

impl PartialEq for Table {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl std::ops::Deref for Table {
    type Target = Fleet;

    fn deref(&self) -> &Fleet {
        &self.0.fleet
    }
}

impl From<Fleet> for Table {
    fn from(fleet: Fleet) -> Self {
        let mut first_slots = vec![None; fleet.instances.len()];
        for (at, slot) in fleet.schedule.iter().enumerate() {
            if let Some(first) = usize::try_from(slot.instance).ok().and_then(|instance| first_slots.get_mut(instance)) {
                // The schedule is in the order of its starts.
                first.get_or_insert(at);
            }
        }
        let texts = fleet.instances.iter().map(searchable).collect();
        Self(Rc::new(Inner { fleet, first_slots, texts }))
    }
}

impl Table {
    /// The row of an instance.
    pub fn row(&self, instance: u32) -> Option<&Row> {
        usize::try_from(instance).ok().and_then(|at| self.instances.get(at))
    }

    /// The first slot of an instance.
    pub fn first_slot(&self, instance: u32) -> Option<&Slot> {
        let at = usize::try_from(instance).ok().and_then(|at| self.0.first_slots.get(at).copied().flatten())?;
        self.schedule.get(at)
    }

    /// Must move, or may have to, and somebody has to decide something before it can be planned.
    pub fn is_undecided(&self, instance: u32) -> bool {
        let unplanned = |row: &Row| row.wave.is_none() && matches!(row.status, Status::Migrate | Status::Unknown);
        self.row(instance).is_some_and(unplanned) && !self.lacks_hours(instance)
    }

    /// All that it lacks is a window: that is a matter of the calendar.
    pub fn lacks_hours(&self, instance: u32) -> bool {
        self.too_few_hours().any(|conflict| conflict.instances.binary_search(&instance).is_ok())
    }

    /// How many have to be decided about.
    pub fn undecided(&self) -> u32 {
        (0..self.totals.instances).map(|instance| u32::from(self.is_undecided(instance))).sum()
    }

    /// What the calendar has no room for, at the field that would make some: the longest run first.
    pub fn problem(&self) -> Option<RequestError> {
        // The kinds come in their order, and each run in that of its length.
        let mut longest = None;
        for conflict in self.too_few_hours() {
            let field = if conflict.kind == ConflictKind::WindowTooShort { DraftField::To } else { DraftField::Last };
            if field == DraftField::To || longest.is_none() {
                longest = Some((field, conflict));
            }
        }
        longest.map(|(field, conflict)| field.wrong(&conflict.what))
    }

    fn too_few_hours(&self) -> impl Iterator<Item = &Conflict> {
        self.conflicts
            .iter()
            .filter(|conflict| matches!(conflict.kind, ConflictKind::WindowTooShort | ConflictKind::NoWindowLeft))
    }

    fn text(&self, instance: u32) -> &str {
        usize::try_from(instance).ok().and_then(|at| self.0.texts.get(at)).map_or("", String::as_str)
    }
}

fn searchable(row: &Row) -> String {
    let mut text = String::new();
    for part in [&row.name, &row.resource_group, &row.subscription_id].into_iter().flatten() {
        text.push_str(&part.to_lowercase());
        text.push('\n');
    }
    for region in &row.regions {
        text.push_str(region.name.as_str());
        text.push('\n');
        text.push_str(&crate::words::region(&region.name).to_lowercase());
        text.push('\n');
    }
    text
}

/// Which rows by what is to become of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, strum::EnumIter, strum::IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Show {
    /// Every row.
    #[default]
    All,
    /// Those that must move.
    MustMove,
    /// Those that must move, or may have to, and are not planned.
    NeedDecision,
    /// Those that have moved.
    Migrated,
    /// Those that need not.
    NotAffected,
    /// Those of which it is not known.
    Unknown,
}

impl Show {
    /// As a chip says it.
    pub const fn title(self) -> &'static str {
        match self {
            Self::All => "All",
            Self::MustMove => "Must move",
            Self::NeedDecision => "Need a decision",
            Self::Migrated => "Migrated",
            Self::NotAffected => "Not affected",
            Self::Unknown => "Not known",
        }
    }

    /// How many rows it shows.
    pub fn count(self, table: &Table) -> u32 {
        let totals = &table.totals;
        match self {
            Self::All => totals.instances,
            Self::MustMove => totals.migrate,
            Self::NeedDecision => table.undecided(),
            Self::Migrated => totals.migrated,
            Self::NotAffected => totals.not_affected,
            Self::Unknown => totals.unknown,
        }
    }

    fn holds(self, table: &Table, instance: u32, row: &Row) -> bool {
        match self {
            Self::All => true,
            Self::MustMove => row.status == Status::Migrate,
            Self::NeedDecision => table.is_undecided(instance),
            Self::Migrated => row.status == Status::Migrated,
            Self::NotAffected => row.status == Status::NotAffected,
            Self::Unknown => row.status == Status::Unknown,
        }
    }
}

/// Which rows are shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// By what is to become of them.
    pub show: Show,
    /// Those that take this path.
    pub path: Option<PathId>,
    /// Those of this tier.
    pub tier: Option<Tier>,
    /// Those whose name, group, subscription or region has all of these words.
    pub text: String,
}

impl Filter {
    /// Nothing is filtered out.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A column that rows can be ordered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::EnumIter, strum::IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Column {
    /// By name.
    Instance,
    /// By path.
    Path,
    /// By minutes without a gateway.
    Down,
    /// By minutes to plan DNS and firewall work for.
    PlanFor,
    /// By what becomes of the address.
    Address,
    /// By blockers, then by risks: the most first.
    Watch,
    /// By the start of the first run.
    When,
}

impl Column {
    /// As the table's head says it.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Instance => "Instance",
            Self::Path => "Path",
            Self::Down => "Down",
            Self::PlanFor => "Plan for",
            Self::Address => "Address",
            Self::Watch => "Watch",
            Self::When => "When",
        }
    }

    /// It holds numbers.
    pub const fn is_number(self) -> bool {
        match self {
            Self::Down | Self::PlanFor | Self::When => true,
            Self::Instance | Self::Path | Self::Address | Self::Watch => false,
        }
    }
}

/// In what order rows are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Order {
    /// By which column.
    pub by: Column,
    /// The last first. Rows without a value come last either way.
    pub descending: bool,
}

impl Default for Order {
    fn default() -> Self {
        Self { by: Column::When, descending: false }
    }
}

impl Order {
    /// After the head of a column was pressed: that column, or the other way round.
    #[must_use]
    pub fn pressed(self, column: Column) -> Self {
        Self { by: column, descending: self.by == column && !self.descending }
    }
}

/// The places of the rows to show, in their order.
pub fn arrange(table: &Table, filter: &Filter, order: Order) -> Vec<u32> {
    let text = filter.text.to_lowercase();
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut places: Vec<u32> = (0_u32..)
        .zip(&table.instances)
        .filter(|(at, row)| {
            filter.show.holds(table, *at, row)
                && filter.path.is_none_or(|path| row.recommended == Some(path))
                && filter.tier.is_none_or(|tier| row.tier == Some(tier))
                && words.iter().all(|word| table.text(*at).contains(word))
        })
        .map(|(at, _)| at)
        .collect();
    places.sort_by(|a, b| compare(table, order, *a, *b));
    places
}

fn compare(table: &Table, order: Order, a: u32, b: u32) -> Ordering {
    let (Some(one), Some(other)) = (table.row(a), table.row(b)) else {
        return Ordering::Equal;
    };
    let by = |one: Option<_>, other: Option<_>| last_without(order.descending, one, other);
    match order.by {
        Column::Instance => last_without(order.descending, name(one), name(other)),
        Column::Path => last_without(order.descending, one.recommended, other.recommended),
        Column::Down => by(one.downtime_minutes, other.downtime_minutes),
        Column::PlanFor => by(one.plan_for_minutes, other.plan_for_minutes),
        Column::Address => last_without(order.descending, one.public_vip, other.public_vip),
        Column::Watch => {
            let weight = |row: &Row| (row.blockers > 0 || row.risks > 0).then_some((row.blockers, row.risks));
            // The gravest is what one looks for first.
            last_without(!order.descending, weight(one), weight(other))
        }
        Column::When => {
            let when = |at: u32, row: &Row| row.wave.map(|wave| (wave, table.first_slot(at).map(|slot| slot.start.at)));
            last_without(order.descending, when(a, one), when(b, other))
        }
    }
    .then_with(|| name(one).cmp(&name(other)))
}

fn name(row: &Row) -> Option<&str> {
    row.name.as_deref()
}

fn last_without<T: Ord>(descending: bool, one: Option<T>, other: Option<T>) -> Ordering {
    match (one, other) {
        (Some(one), Some(other)) if descending => other.cmp(&one),
        (Some(one), Some(other)) => one.cmp(&other),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    }
}

/// A page of rows: so many that a screen reader and a slow machine stay quick.
pub const PAGE: usize = 100;

/// The pages that so many rows take; never none.
pub fn pages(rows: usize) -> usize {
    rows.div_ceil(PAGE).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn imported(json: &str) -> Imported {
        let request = apim_plan::read_request(json).unwrap_or_else(|error| unreachable!("{error}"));
        Imported { request, ..Imported::default() }
    }

    fn table() -> Table {
        of_five(&FleetOptions::default())
    }

    fn of_five(options: &FleetOptions) -> Table {
        let premium = |name: &str, vnet: &str, region: &str| {
            imported(&format!(
                r#"{{"name":"{name}","tier":"premium","platform":"stv1","vnet":"{vnet}","locations":[{{"name":"{region}","units":2}}]}}"#
            ))
        };
        let all = [
            premium("orders-prod", "internal", "West Europe"),
            premium("orders-dev", "external", "West Europe"),
            imported(r#"{"name":"gateway-eu","tier":"standardV2","locations":[{"name":"francecentral"}]}"#),
            imported(r#"{"name":"mobile","tier":"premium","platform":"stv2.1","vnet":"external"}"#),
            imported(r#"{"tier":"basic"}"#),
        ];
        compute(&all, options).unwrap_or_else(|| unreachable!("there are instances"))
    }

    fn names(table: &Table, filter: &Filter, order: Order) -> Vec<String> {
        arrange(table, filter, order).into_iter().filter_map(|at| table.row(at)?.name.clone()).collect()
    }

    #[test]
    fn rows_are_found_by_all_words_of_name_group_or_region() {
        let table = table();
        let found = |text: &str| names(&table, &Filter { text: text.to_owned(), ..Filter::default() }, Order::default());
        assert_eq!(found("orders PROD"), ["orders-prod"]);
        assert_eq!(found("west europe"), ["orders-dev", "orders-prod"]);
        assert_eq!(found("France"), ["gateway-eu"]);
        assert_eq!(found("nothing"), [""; 0]);
    }

    #[test]
    fn every_chip_shows_as_many_rows_as_it_counts() {
        let table = table();
        for show in Show::iter() {
            let filter = Filter { show, ..Filter::default() };
            let rows = arrange(&table, &filter, Order::default()).len();
            assert_eq!(u32::try_from(rows), Ok(show.count(&table)), "{show:?}");
        }
    }

    #[test]
    fn rows_without_a_value_come_last_either_way() {
        let table = table();
        for descending in [false, true] {
            let order = Order { by: Column::Down, descending };
            let down: Vec<_> = arrange(&table, &Filter::default(), order)
                .into_iter()
                .map(|at| table.row(at).and_then(|row| row.downtime_minutes))
                .collect();
            let first_without = down.iter().position(Option::is_none).unwrap_or(down.len());
            assert!(down.iter().skip(first_without).all(Option::is_none), "{down:?}");
        }
    }

    #[test]
    fn every_order_keeps_every_row() {
        let table = table();
        for by in Column::iter() {
            for descending in [false, true] {
                let mut places = arrange(&table, &Filter::default(), Order { by, descending });
                places.sort_unstable();
                assert_eq!(places, [0, 1, 2, 3, 4], "{by:?}");
            }
        }
    }

    #[test]
    fn pressing_a_head_twice_turns_the_order_round() {
        let order = Order::default().pressed(Column::Down);
        assert_eq!(order, Order { by: Column::Down, descending: false });
        assert_eq!(order.pressed(Column::Down), Order { by: Column::Down, descending: true });
        assert_eq!(order.pressed(Column::Down).pressed(Column::Path), Order { by: Column::Path, descending: false });
    }

    fn after(state: FleetState, actions: impl IntoIterator<Item = FleetAction>) -> FleetState {
        actions.into_iter().fold(state, |state, action| FleetState::clone(&Rc::new(state).reduce(action)))
    }

    #[test]
    fn coming_back_keeps_the_answers_that_were_changed_in_the_plan() {
        let read = Rc::from([imported(r#"{"name":"a"}"#), imported(r#"{"name":"b"}"#)]);
        let changed = Rc::new(imported(r#"{"name":"b","tier":"premium"}"#).request);
        let state = after(
            FleetState::default(),
            [FleetAction::Read(read, "x.json".into()), FleetAction::Open(1), FleetAction::Back(changed)],
        );
        assert_eq!(state.opened, None);
        assert_eq!(state.chosen, Some(1));
        assert_eq!(state.instance(1).and_then(|imported| imported.request.tier), Some(Tier::Premium));
        assert_eq!(state.instance(0).and_then(|imported| imported.request.tier), None);
    }

    type Change = fn(Draft) -> FleetAction;

    fn scheduled(state: FleetState, changes: &[Change]) -> FleetState {
        changes.iter().fold(state, |state, change| {
            let action = change(state.draft.clone());
            after(state, [action])
        })
    }

    #[test]
    fn days_and_hours_make_a_calendar() {
        let state = scheduled(
            FleetState::default(),
            &[
                |draft| draft.write(DraftField::First, &"2026-12-01".into()),
                |draft| draft.write(DraftField::Zone, &"Europe/Amsterdam".into()),
                |draft| draft.write(DraftField::Simultaneous, &"2".into()),
                |draft| draft.turn(Weekday::Thursday),
                |draft| draft.turn(Weekday::Tuesday),
            ],
        );
        assert_eq!(state.problem, None);
        let calendar = state.options.calendar.as_ref();
        let days = calendar.and_then(|calendar| calendar.windows.first()).map(|window| window.weekdays.clone());
        assert_eq!(days, Some(vec![Weekday::Tuesday, Weekday::Thursday]));
        assert_eq!(state.options.simultaneous.map(std::num::NonZeroU32::get), Some(2));
    }

    #[test]
    fn a_window_that_is_too_short_is_said_at_its_end_and_is_nobody_s_decision() {
        let read = |to: Change| {
            let state = scheduled(
                FleetState::default(),
                &[
                    |draft| draft.write(DraftField::First, &"2026-12-01".into()),
                    |draft| draft.turn(Weekday::Saturday),
                    |draft| draft.write(DraftField::From, &"20:00".into()),
                    to,
                ],
            );
            assert_eq!(state.problem, None);
            of_five(&state.options)
        };
        let (long, short) = (
            read(|draft| draft.write(DraftField::To, &"23:00".into())),
            read(|draft| draft.write(DraftField::To, &"20:10".into())),
        );
        assert_eq!(long.problem(), None);
        assert!(short.waves.is_empty());
        assert_eq!(Show::NeedDecision.count(&short), Show::NeedDecision.count(&long));
        let problem = short.problem();
        assert_eq!(problem.as_ref().map(|problem| problem.path.as_str()), Some(DraftField::To.path()));
        let message = "A run of 45 minutes fits into no window: the longest is open for 10 minutes.";
        assert_eq!(problem.map(|problem| problem.message).as_deref(), Some(message));
    }

    #[test]
    fn days_without_runs_are_days_and_ranges() {
        let with = |freezes: Change| {
            let first: Change = |draft| draft.write(DraftField::First, &"2026-12-01".into());
            scheduled(FleetState::default(), &[first, |draft| draft.turn(Weekday::Monday), freezes])
        };
        let good = with(|draft| draft.write(DraftField::Freezes, &"2026-12-20 to 2027-01-03 ,2027-04-02, ".into()));
        assert_eq!(good.problem, None);
        // As it was typed: a field that loses its last space cannot be written into.
        assert_eq!(good.draft.text(DraftField::Freezes), "2026-12-20 to 2027-01-03 ,2027-04-02, ");
        let freezes = good.options.calendar.iter().flat_map(|calendar| &calendar.freezes);
        let told: Vec<String> = freezes.map(|freeze| format!("{} {}", freeze.from, freeze.to)).collect();
        assert_eq!(told, ["2026-12-20 2027-01-03", "2027-04-02 2027-04-02"]);
        let problems = [
            with(|draft| draft.write(DraftField::Freezes, &"2027-04-02, Christmas".into())),
            with(|draft| draft.write(DraftField::Freezes, &"2027-01-03 to 2026-12-20".into())),
            with(|draft| draft.write(DraftField::Freezes, &"2026-01-01 to 2099-01-01".into())),
        ]
        .map(|state| state.problem.filter(|problem| problem.path == DraftField::Freezes.path()).map(|problem| problem.message));
        assert_eq!(
            problems.each_ref().map(Option::as_deref),
            [
                Some(
                    "“Christmas” cannot be used. Write days such as 2026-12-24, or 2026-12-20 to 2027-01-03, with commas between them."
                ),
                Some("“2027-01-03 to 2026-12-20” ends before it begins."),
                Some("No window opens on any other day."),
            ]
        );
    }

    #[test]
    fn what_is_wrong_with_a_field_is_said_in_sentences() {
        let said = |field: DraftField, text: &'static str| {
            let draft = Draft { first: "2026-12-01".into(), days: vec![Weekday::Monday], ..Draft::default() };
            match draft.write(field, &text.into()) {
                FleetAction::Schedule(_, Err(problem)) if problem.path == field.path() => problem.message,
                other => format!("{other:?}"),
            }
        };
        assert_eq!(
            said(DraftField::Simultaneous, "0"),
            "“0” cannot be used. Write a whole number from 1 on, or nothing for any number."
        );
        assert_eq!(said(DraftField::Last, "2026-11-01"), "The last day is before the first.");
        assert_eq!(said(DraftField::Last, "2026-12-02"), "No window opens from the first day to the last.");
        assert_eq!(said(DraftField::Zone, ""), "Write a time zone such as Europe/Amsterdam, UTC or +01:00.");
        assert_eq!(said(DraftField::First, ""), "Write a day such as 2026-12-01.");
        assert_eq!(said(DraftField::To, ""), "Write a time such as 23:00.");
        assert_eq!(said(DraftField::To, "20:00"), "The window closes at the time at which it opens.");
    }

    #[test]
    fn a_wrong_field_is_named_and_the_last_good_options_stay() {
        let good = scheduled(FleetState::default(), &[|draft| draft.write(DraftField::Simultaneous, &"3".into())]);
        let state = scheduled(good.clone(), &[|draft| draft.write(DraftField::Simultaneous, &"many".into())]);
        assert_eq!(state.problem.map(|problem| problem.path), Some(DraftField::Simultaneous.path().to_owned()));
        assert_eq!(state.options, good.options);
        let state = scheduled(
            FleetState::default(),
            &[
                |draft| draft.write(DraftField::First, &"2026-12-01".into()),
                |draft| draft.turn(Weekday::Monday),
                |draft| draft.write(DraftField::From, &"8pm".into()),
            ],
        );
        assert_eq!(state.problem.map(|problem| problem.path), Some(DraftField::From.path().to_owned()));
    }
}
