use std::cmp::Ordering;

use apim_plan::fleet::Row;
use apim_plan::{PathId, Status, Tier};

use super::FleetRows;

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
            Self::MustMove => "Must migrate",
            Self::NeedDecision => "Decisions left",
            Self::Migrated => "Migrated",
            Self::NotAffected => "Not affected",
            Self::Unknown => "Platform not known",
        }
    }

    /// How many rows it shows.
    pub fn count(self, table: &FleetRows) -> u32 {
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

    fn holds(self, table: &FleetRows, instance: u32, row: &Row) -> bool {
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
pub struct RowFilter {
    /// By what is to become of them.
    pub show: Show,
    /// Those that take this path.
    pub path: Option<PathId>,
    /// Those of this tier.
    pub tier: Option<Tier>,
    /// Those whose name, group, subscription or region has all of these words.
    pub text: String,
}

impl RowFilter {
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
            Self::Down => "Gateway downtime",
            Self::PlanFor => "Retained",
            Self::Address => "VIP",
            Self::Watch => "Findings",
            Self::When => "Start",
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
pub struct RowOrder {
    /// By which column.
    pub by: Column,
    /// The last first. Rows without a value come last either way.
    pub descending: bool,
}

impl Default for RowOrder {
    fn default() -> Self {
        Self { by: Column::When, descending: false }
    }
}

impl RowOrder {
    /// After the head of a column was pressed: that column, or the other way round.
    #[must_use]
    pub fn pressed(self, column: Column) -> Self {
        Self { by: column, descending: self.by == column && !self.descending }
    }
}

/// The places of the rows to show, in their order.
pub fn arrange(table: &FleetRows, filter: &RowFilter, order: RowOrder) -> Vec<u32> {
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

fn compare(table: &FleetRows, order: RowOrder, a: u32, b: u32) -> Ordering {
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
