//! Which rows of a fleet are shown, and in what order. Pure, and quick enough for tens of thousands.

use std::cmp::Ordering;

use apim_plan::fleet::{Fleet, Row, Slot};
use apim_plan::model::{PathId, Status, Tier};

/// A fleet with what its table looks up again and again.
///
/// Two of them are equal when they are the same one: a fleet is made anew when
/// its instances or options change, and never changed.
#[derive(Debug, Clone)]
pub struct Table(std::rc::Rc<Inner>);

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
        std::rc::Rc::ptr_eq(&self.0, &other.0)
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
        Self(std::rc::Rc::new(Inner { fleet, first_slots, texts }))
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
    pub fn count(self, fleet: &Fleet) -> u32 {
        let totals = &fleet.totals;
        match self {
            Self::All => totals.instances,
            Self::MustMove => totals.migrate,
            Self::NeedDecision => totals.not_planned,
            Self::Migrated => totals.migrated,
            Self::NotAffected => totals.not_affected,
            Self::Unknown => totals.unknown,
        }
    }

    fn holds(self, row: &Row) -> bool {
        match self {
            Self::All => true,
            Self::MustMove => row.status == Status::Migrate,
            Self::NeedDecision => is_undecided(row),
            Self::Migrated => row.status == Status::Migrated,
            Self::NotAffected => row.status == Status::NotAffected,
            Self::Unknown => row.status == Status::Unknown,
        }
    }
}

/// Must move, or may have to, and is in no wave.
pub fn is_undecided(row: &Row) -> bool {
    row.wave.is_none() && matches!(row.status, Status::Migrate | Status::Unknown)
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
            filter.show.holds(row)
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
