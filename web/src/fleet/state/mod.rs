//! Many instances: what was read, when it may move, which rows are shown and in what order.

mod filter;
mod provided;
mod rows;
mod schedule;
#[cfg(test)]
mod tests;

use std::rc::Rc;

use apim_plan::fleet::FleetOptions;
use apim_plan::import::Imported;
use apim_plan::{Day, PlanRequest, RequestError};
use yew::{AttrValue, Reducible};

pub use self::filter::{Column, PAGE, RowFilter, RowOrder, Show, arrange, pages};
pub use self::provided::{FleetDispatcher, FleetHandle, use_fleet, use_fleet_dispatcher};
use self::rows::ComputedRows;
pub use self::rows::FleetRows;

pub use self::schedule::{Schedule, ScheduleField};

/// A fleet as the reader left it: still there when they come back from one of its plans.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct FleetState {
    /// What was read, in the order of the input; answers changed in a plan are changed here as well.
    pub imported: Rc<[Imported]>,
    /// What it was read from: the name of a file, or "pasted".
    pub from: AttrValue,
    /// What stands in the fields of the schedule.
    pub schedule: Schedule,
    /// What of that could be used.
    pub options: Rc<FleetOptions>,
    /// What of it could not, and why.
    pub problem: Option<RequestError>,
    /// Which rows are shown.
    pub filter: RowFilter,
    /// In what order.
    pub order: RowOrder,
    /// Which page of them, from zero.
    pub page: usize,
    /// Which page of the waves, from zero.
    pub weeks: usize,
    /// The instance that the preview shows.
    pub chosen: Option<u32>,
    /// The instance whose plan was opened.
    pub opened: Option<u32>,
    computed: ComputedRows,
}

/// What can happen to a fleet.
#[derive(Debug, Clone, PartialEq)]
pub enum FleetAction {
    /// Descriptions were read, from a file of that name or from what was pasted.
    Read(Rc<[Imported]>, AttrValue),
    /// Other rows are to be shown.
    Filter(RowFilter),
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
    Schedule(Box<Schedule>, Result<FleetOptions, RequestError>),
    /// The fleet is put away.
    Close,
}

impl Reducible for FleetState {
    type Action = FleetAction;

    fn reduce(self: Rc<Self>, action: FleetAction) -> Rc<Self> {
        let mut next = Rc::unwrap_or_clone(self);
        match action {
            FleetAction::Read(imported, from) => {
                next = Self { imported, from, schedule: next.schedule, options: next.options, ..Self::default() };
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
            FleetAction::Schedule(schedule, options) => {
                next.schedule = *schedule;
                match options {
                    Ok(options) => {
                        next.options = Rc::new(options);
                        next.computed = ComputedRows::default();
                        next.problem = None;
                        next.weeks = 0;
                    }
                    Err(error) => next.problem = Some(error),
                }
            }
            FleetAction::Close => next = Self { schedule: next.schedule, options: next.options, ..Self::default() },
        }
        Rc::new(next)
    }
}

impl FleetState {
    /// No fleet yet; a schedule would begin on that day and go by that clock.
    pub fn starting(today: Option<Day>, zone: Option<String>) -> Self {
        Self { schedule: Schedule::starting(today, zone), ..Self::default() }
    }

    /// Nothing was read.
    pub fn is_empty(&self) -> bool {
        self.imported.is_empty()
    }

    /// Its rows, waves and hours; `None` when nothing was read.
    pub fn rows(&self) -> Option<FleetRows> {
        self.computed.get(&self.imported, &self.options)
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
            self.computed = ComputedRows::default();
        }
    }
}
