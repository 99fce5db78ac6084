//! From instances to runs, and from placed runs to waves and hours.

use std::collections::BTreeMap;

use super::calendar::{on_clock, openings};
use super::options::{Calendar, FleetOptions};
use super::place::{Job, Opening, SortKey, Touch, WindowAssignment, by_stage, index_of, place};
use super::shape::{Moves, Row, Run, Slot, Wave};
use super::{FleetInput, to_move};
use crate::decide::{Because, Decision};
use crate::domain::{Minutes, PathId, Scope, Status};

/// A migration with its figures.
#[derive(Debug)]
pub(super) struct PlannedMigration {
    pub(super) instance: usize,
    pub(super) moves: Moves,
    pub(super) subnet: Option<usize>,
    pub(super) busy: Minutes,
    /// Retention of the stv1 compute after the migration.
    pub(super) kept: Option<Minutes>,
    lock: Option<Minutes>,
    pub(super) dns: bool,
    dns_change: Option<Minutes>,
    pub(super) clears: Minutes,
    pub(super) place: WindowAssignment,
}

/// Everything about the order of a fleet.
#[derive(Debug)]
pub(super) struct FleetOrder {
    pub(super) runs: Vec<PlannedMigration>,
    /// For each run, the number of its chain.
    pub(super) chains: Vec<usize>,
    /// Instances that must or may have to migrate, and their chains.
    pub(super) movers: Vec<(usize, usize)>,
    pub(super) windows: Vec<Opening>,
    pub(super) waves: Vec<Wave>,
    pub(super) schedule: Vec<Slot>,
    /// Instances with a path whose duration is not documented.
    pub(super) without_length: Vec<usize>,
    /// Instances that must migrate and have no path, and why.
    pub(super) without_path: Vec<(usize, Because)>,
}

/// Collects the runs of a fleet.
#[derive(Debug, Default)]
pub(super) struct Jobs {
    list: Vec<Job>,
    runs: Vec<PlannedMigration>,
    without_length: Vec<usize>,
    without_path: Vec<(usize, Because)>,
    movers: Vec<(usize, usize)>,
    chains: Numbers,
    regions: Numbers,
    subnets: Numbers,
    /// The subnets of each run.
    touched: Vec<Vec<usize>>,
}

/// Numbers for names, from 0, in the order in which they are met.
#[derive(Debug, Default)]
struct Numbers {
    known: BTreeMap<String, usize>,
    next: usize,
}

impl Numbers {
    fn of(&mut self, name: &str) -> usize {
        if let Some(number) = self.known.get(name) {
            return *number;
        }
        let number = self.fresh();
        self.known.insert(name.to_owned(), number);
        number
    }

    fn fresh(&mut self) -> usize {
        self.next += 1;
        self.next - 1
    }
}

impl Jobs {
    /// Adds the runs that an instance needs; none if it need not or can't migrate.
    pub(super) fn add(&mut self, instance: usize, input: &FleetInput, decision: &Decision, row: &Row) {
        if !matches!(decision.status, Status::Migrate | Status::Unknown) {
            return;
        }
        let chain = if row.chain.is_empty() { self.chains.fresh() } else { self.chains.of(&row.chain) };
        self.movers.push((instance, chain));
        if decision.status != Status::Migrate {
            return;
        }
        let Some(path) = decision.route.recommended else {
            self.without_path.push((instance, decision.route.because));
            return;
        };
        let figures = crate::migration::figures(path, &input.request, decision);
        let length = figures.duration.typical.or(figures.duration.to);
        let Some(busy) = length.filter(|_| path != PathId::SideBySide) else {
            self.without_length.push(instance);
            return;
        };
        let kept = figures.retention.plan_for_minutes;
        let stays = matches!(path, PathId::SameSubnetPreserveVip | PathId::SameSubnetNewVip);
        let at_once =
            figures.scope.rest == Some(Scope::AllLocationsAtOnce) || figures.scope.portal == Some(Scope::AllLocationsAtOnce);
        let mut moves = Vec::new();
        if at_once {
            moves.push(Moves::All);
        } else {
            moves.extend(to_move(&input.request, decision.platform).map(|location| Moves::Location(location.name.clone())));
            if moves.is_empty() {
                moves.push(Moves::All);
            }
            if path == PathId::NewSubnetReturn {
                moves.push(Moves::Back);
            }
        }
        for (order, moves) in (0..).zip(moves) {
            let (touches, subnets) = self.touched_by(&moves, input, decision);
            self.touched.push(subnets);
            self.list.push(Job {
                instance,
                order,
                chain,
                stage: row.environment.map_or(super::place::STAGES - 1, |environment| environment as usize),
                touches,
                subnet: None,
                busy: busy.max(1),
                attended: busy.max(1).saturating_add(kept.filter(|_| row.dns_by_hand).unwrap_or(0)),
                clears: busy.max(1).saturating_add(kept.filter(|_| stays).unwrap_or(0)),
                keeps: busy.max(1).saturating_add(kept.unwrap_or(0)),
            });
            self.runs.push(PlannedMigration {
                instance,
                moves,
                subnet: None,
                busy,
                kept,
                lock: figures.lock.map(|lock| lock.value),
                dns: row.dns_by_hand,
                dns_change: input.request.dns_change_minutes,
                clears: 0,
                place: WindowAssignment::Full,
            });
        }
    }

    /// The region and the subnets of a run.
    fn touched_by(&mut self, moves: &Moves, input: &FleetInput, decision: &Decision) -> (Touch, Vec<usize>) {
        let mut touch = None;
        let mut subnets = Vec::new();
        for moving in to_move(&input.request, decision.platform) {
            let (in_run, leaves_subnet) = match moves {
                Moves::All => (true, true),
                Moves::Location(name) => (*name == moving.name, true),
                // The return goes to a subnet that the other instances have left by then.
                Moves::Back => (true, false),
            };
            if !in_run {
                continue;
            }
            let region = self.regions.of(moving.name.as_str());
            touch = Some(if touch.is_none() { Touch::One(region) } else { Touch::Many });
            let index = input.request.locations.iter().position(|location| std::ptr::eq(location, moving));
            let id = index.and_then(|index| input.subnets.get(index)).and_then(Option::as_deref).filter(|id| !id.is_empty());
            if let Some(id) = id.filter(|_| leaves_subnet) {
                subnets.push(self.subnets.of(&id.to_ascii_lowercase()));
            }
        }
        (touch.unwrap_or(Touch::Many), subnets)
    }

    /// Assigns every run to a window, and calculates its times.
    pub(super) fn plan(mut self, options: &FleetOptions) -> FleetOrder {
        self.join_subnets();
        let limit = options.simultaneous.map(std::num::NonZero::get);
        let calendar = options.calendar.as_ref();
        let (windows, pause) = match calendar {
            Some(calendar) => (openings(calendar), calendar.pause_minutes.unwrap_or_default().minutes()),
            None => (self.uncounted(), 0),
        };
        let places = place(&self.list, &windows, limit, pause);
        for ((run, job), place) in self.runs.iter_mut().zip(&self.list).zip(places) {
            run.place = place;
            run.subnet = job.subnet;
            run.clears = job.clears;
        }
        let (waves, schedule) = waves(&self.runs, &self.list, &windows, calendar);
        FleetOrder {
            chains: self.list.iter().map(|job| job.chain).collect(),
            movers: self.movers,
            runs: self.runs,
            windows,
            waves,
            schedule,
            without_length: self.without_length,
            without_path: self.without_path,
        }
    }

    /// Waves without times: every run takes a minute, every window has room for one run in each lane, and a run that waits for
    /// the end of another run waits for the next window.
    fn uncounted(&mut self) -> Vec<Opening> {
        for job in &mut self.list {
            *job = Job { busy: 1, attended: 1, clears: 0, keeps: 2, ..job.clone() };
        }
        (0..).map(|number| Opening { start: number * 2, length: 1 }).take(self.list.len() + 1).collect()
    }

    /// Runs in a common subnet get a common number; a run that shares no subnet gets none.
    fn join_subnets(&mut self) {
        // A forest over the subnets: the subnets of one run have one root.
        let mut parents: Vec<usize> = (0..self.subnets.next).collect();
        for touched in &self.touched {
            for (one, other) in touched.iter().zip(touched.iter().skip(1)) {
                let (one, other) = (root(&mut parents, *one), root(&mut parents, *other));
                if let Some(parent) = parents.get_mut(one.max(other)) {
                    *parent = one.min(other);
                }
            }
        }
        settle(&mut parents);
        let home = |touched: &Vec<usize>| touched.first().and_then(|subnet| parents.get(*subnet)).copied();
        let mut tenants = vec![0_u32; parents.len()];
        for tenants_of in self.touched.iter().filter_map(home) {
            if let Some(count) = tenants.get_mut(tenants_of) {
                *count += 1;
            }
        }
        // Numbers without gaps, in the order of the instances.
        let mut numbers = vec![None; parents.len()];
        let mut next = 0;
        for (job, touched) in self.list.iter_mut().zip(&self.touched) {
            let Some(home) = home(touched).filter(|home| tenants.get(*home).is_some_and(|count| *count > 1)) else { continue };
            if let Some(number) = numbers.get_mut(home) {
                job.subnet = Some(*number.get_or_insert_with(|| {
                    next += 1;
                    next - 1
                }));
            }
        }
    }
}

/// The root of a subnet. Every other step on the way is shortened, which keeps the forest flat.
fn root(parents: &mut [usize], mut subnet: usize) -> usize {
    loop {
        let parent = parents.get(subnet).copied().unwrap_or(subnet);
        if parent == subnet {
            return subnet;
        }
        let beyond = parents.get(parent).copied().unwrap_or(parent);
        if let Some(slot) = parents.get_mut(subnet) {
            *slot = beyond;
        }
        subnet = beyond;
    }
}

/// Points every subnet at its root: a parent is never greater than its child, so one pass upwards is enough.
fn settle(parents: &mut [usize]) {
    for subnet in 0..parents.len() {
        let parent = parents.get(subnet).copied().and_then(|parent| parents.get(parent)).copied();
        if let (Some(slot), Some(parent)) = (parents.get_mut(subnet), parent) {
            *slot = parent;
        }
    }
}

/// Numbers the windows that are used, and calculates the times of each run.
fn waves(runs: &[PlannedMigration], jobs: &[Job], windows: &[Opening], calendar: Option<&Calendar>) -> (Vec<Wave>, Vec<Slot>) {
    let mut placed: Vec<SortKey> = runs
        .iter()
        .enumerate()
        .filter_map(|(index, run)| match run.place {
            WindowAssignment::At { window, offset } => Some(((window as u64) << 32 | u64::from(offset), by_stage(jobs, index))),
            WindowAssignment::TooLong | WindowAssignment::Full => None,
        })
        .collect();
    placed.sort_unstable();
    let mut waves: Vec<Wave> = Vec::new();
    let mut schedule = Vec::new();
    let mut current = None;
    for run in placed.into_iter().filter_map(|key| runs.get(index_of(key))) {
        let WindowAssignment::At { window, offset } = run.place else { continue };
        let opening = windows.get(window).copied().unwrap_or(Opening { start: 0, length: 0 });
        let clock = |minute: i64| calendar.and_then(|calendar| on_clock(calendar, minute));
        if current != Some(window) {
            current = Some(window);
            waves.push(Wave {
                number: count(waves.len() + 1),
                opens: clock(opening.start),
                closes: clock(opening.start + i64::from(opening.length)),
                runs: Vec::new(),
            });
        }
        let Some(wave) = waves.last_mut() else { continue };
        let start = opening.start + i64::from(offset);
        let slot = clock(start).zip(clock(start + i64::from(run.busy))).map(|(begins, ends)| {
            let kept_until = run.kept.map(|kept| start + i64::from(run.busy) + i64::from(kept));
            let dns_by = kept_until.filter(|_| run.dns);
            schedule.push(Slot {
                instance: count(run.instance),
                wave: wave.number,
                moves: run.moves.clone(),
                start: begins,
                end: ends,
                lock_end: run.lock.and_then(|lock| clock(start + i64::from(lock))),
                retention_end: kept_until.filter(|_| run.kept != Some(0)).and_then(clock),
                dns_by: dns_by.and_then(clock),
                dns_start_by: dns_by.zip(run.dns_change).and_then(|(by, change)| clock(by - i64::from(change))),
            });
            count(schedule.len() - 1)
        });
        wave.runs.push(Run { instance: count(run.instance), moves: run.moves.clone(), subnet: run.subnet.map(count), slot });
    }
    (waves, schedule)
}

/// A count as `u32`. It can't exceed the memory.
pub(super) fn count(things: usize) -> u32 {
    u32::try_from(things).unwrap_or(u32::MAX)
}
