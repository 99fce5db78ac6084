use std::cell::OnceCell;
use std::ops::Deref;
use std::rc::Rc;

use apim_plan::fleet::{Conflict, ConflictKind, Environment, Fleet, FleetInput, FleetOptions, Row, Slot, fleet};
use apim_plan::import::{self, Imported};
use apim_plan::{RequestError, Status};

use super::ScheduleField;

/// Rows, waves and hours for what was read; `None` when nothing was.
pub(super) fn compute(imported: &[Imported], options: &FleetOptions) -> Option<FleetRows> {
    let inputs: Vec<FleetInput> = imported.iter().map(input).collect();
    (!inputs.is_empty()).then(|| FleetRows::from(fleet(&inputs, options)))
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

/// A fleet with what its table looks up again and again.
///
/// Two of them are equal when they are the same one: a fleet is made anew when
/// its instances or options change, and never changed.
#[derive(Debug, Clone)]
pub struct FleetRows(Rc<Inner>);

#[derive(Debug)]
struct Inner {
    fleet: Fleet,
    /// For each instance the place of its first slot.
    first_slots: Vec<Option<usize>>,
    /// For each instance what can be searched, in lower case.
    texts: Vec<String>,
}

impl PartialEq for FleetRows {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Deref for FleetRows {
    type Target = Fleet;

    fn deref(&self) -> &Fleet {
        &self.0.fleet
    }
}

impl From<Fleet> for FleetRows {
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

impl FleetRows {
    /// The row of an instance.
    pub fn row(&self, instance: u32) -> Option<&Row> {
        usize::try_from(instance).ok().and_then(|at| self.instances.get(at))
    }

    /// The first slot of an instance.
    pub fn first_slot(&self, instance: u32) -> Option<&Slot> {
        let at = usize::try_from(instance).ok().and_then(|at| self.0.first_slots.get(at).copied().flatten())?;
        self.schedule.get(at)
    }

    /// Must move, or may have to, and a decision is needed before it can be planned.
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
            let field = if conflict.kind == ConflictKind::WindowTooShort { ScheduleField::To } else { ScheduleField::Last };
            if field == ScheduleField::To || longest.is_none() {
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

    pub(super) fn text(&self, instance: u32) -> &str {
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

/// The rows of a fleet, computed when they are first asked for: what computes them is no part of the first view.
#[derive(Debug, Clone, Default)]
pub(super) struct ComputedRows(Rc<OnceCell<Option<FleetRows>>>);

impl ComputedRows {
    pub(super) fn get(&self, imported: &[Imported], options: &FleetOptions) -> Option<FleetRows> {
        self.0.get_or_init(|| compute(imported, options)).clone()
    }
}

impl PartialEq for ComputedRows {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
