//! Assigns migrations to windows. A window is a start and a length in minutes.
//!
//! One pass over the runs, environment after environment, assigns each to the
//! first window with room. A search tree finds that window, so the time
//! grows with n · log n.
//!
//! The rules, in order of weight:
//!
//! 1. A run lies in its window from its start until the platform is done, and no more runs than the limit at one time.
//! 2. The regions of one instance follow its order, each after the retention of the one before has ended.
//! 3. Within a chain, an environment starts after the ones below it have finished, and in a later window,
//!    unless both are in one subnet.
//! 4. No window has two production runs of one chain in different regions.
//! 5. Runs in one subnet never overlap, and share a window if rules 1 to 4 allow it.
//! 6. Environments come in order across chains, too; a subnet counts as the highest environment in it.

mod order;
mod room;

use order::{Chain, Instance, in_order, subnets};
pub(super) use order::{by_stage, index_of};
use room::FreeMinutes;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// The number of environments.
pub(super) const STAGES: usize = 3;

const PRODUCTION: usize = STAGES - 1;

/// One run. Lists that are numbered have no gaps: chains, instances and subnets count from 0.
#[derive(Debug, Clone)]
pub(super) struct Job {
    pub(super) instance: usize,
    /// Its position among the runs of the instance.
    pub(super) order: u32,
    pub(super) chain: usize,
    /// 0 is development, 2 production.
    pub(super) stage: usize,
    pub(super) touches: Touch,
    /// Runs with the same number share a subnet.
    pub(super) subnet: Option<usize>,
    /// Minutes from the start until the platform has finished.
    pub(super) busy: u32,
    /// Minutes from the start until all work is finished, DNS included: at least `busy`.
    pub(super) attended: u32,
    /// Minutes from the start until the next run in the same subnet may start.
    pub(super) clears: u32,
    /// Minutes from the start until the next run of the same instance may start.
    pub(super) keeps: u32,
}

/// The regions of a run, as far as rule 4 needs them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Touch {
    /// One region, by number.
    One(usize),
    /// More than one, or not known.
    Many,
}

impl Touch {
    pub(super) fn and(self, other: Self) -> Self {
        if self == other { self } else { Self::Many }
    }
}

/// A window: minutes since some fixed moment. Windows do not overlap and come in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Opening {
    pub(super) start: i64,
    pub(super) length: u32,
}

/// The assignment of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WindowAssignment {
    /// In a window, so many minutes after it opens.
    At { window: usize, offset: u32 },
    /// Not assigned: every window is shorter than the run.
    TooLong,
    /// Not assigned: the windows that are long enough are full.
    Full,
}

/// The key of every sort in this module.
pub(super) type SortKey = (u64, u64);

/// Assigns every job; the result is in the order of the jobs.
///
/// The jobs of one instance follow one another, in its order.
pub(super) fn place(jobs: &[Job], windows: &[Opening], limit: Option<u32>, pause: u32) -> Vec<WindowAssignment> {
    let mut state = State::new(jobs, windows, limit, pause);
    let mut left_out = Vec::new();
    let mut reached = 0;
    for group in in_order(jobs).chunk_by(|one, other| one.0 == other.0) {
        // A group is in order: its last job has the highest stage.
        let highest = group.last().and_then(|key| jobs.get(index_of(*key))).map_or(0, |job| job.stage);
        if highest > reached {
            reached = highest;
            state.floor = state.next_unused;
        }
        state.put(group, &mut left_out);
    }
    // Jobs that had to wait for a later group. In the order of stages, none of them waits any more.
    left_out.sort_unstable();
    for job in left_out {
        state.put(&[job], &mut Vec::new());
    }
    state.places
}

/// Runs that share one window, one after another.
#[derive(Debug, Default)]
struct Chunk {
    /// Counted from 1.
    number: usize,
    /// Jobs and the minutes between the start of the chunk and theirs.
    runs: Vec<(usize, u32)>,
    /// The start of the next one.
    next_offset: u32,
    /// The length that a window must have.
    need: u32,
}

struct State<'a> {
    jobs: &'a [Job],
    windows: &'a [Opening],
    longest: u32,
    limit: Option<u32>,
    pause: u32,
    room: FreeMinutes,
    /// For each window, the time at which each of its lanes is free again.
    lanes: Vec<BinaryHeap<Reverse<u32>>>,
    chains: Vec<Chain>,
    instances: Vec<Instance>,
    /// For each subnet, the last window with a run in it, and the time at which the subnet is clear again.
    subnets: Vec<Option<(usize, i64)>>,
    chunks: usize,
    /// The first window that may be used.
    floor: usize,
    next_unused: usize,
    places: Vec<WindowAssignment>,
}

impl<'a> State<'a> {
    pub(super) fn new(jobs: &'a [Job], windows: &'a [Opening], limit: Option<u32>, pause: u32) -> Self {
        let chains = jobs.iter().map(|job| job.chain + 1).max().unwrap_or(0);
        let instances = jobs.iter().map(|job| job.instance + 1).max().unwrap_or(0);
        let mut state = Self {
            jobs,
            windows,
            longest: windows.iter().map(|window| window.length).max().unwrap_or(0),
            limit,
            pause,
            room: FreeMinutes::new(windows.iter().map(|window| window.length)),
            lanes: vec![BinaryHeap::new(); windows.len()],
            chains: vec![Chain::default(); chains],
            instances: vec![Instance::default(); instances],
            subnets: vec![None; subnets(jobs)],
            chunks: 0,
            floor: 0,
            next_unused: 0,
            places: vec![WindowAssignment::Full; jobs.len()],
        };
        for job in jobs {
            if let Some(open) = state.chains.get_mut(job.chain).and_then(|chain| chain.open.get_mut(job.stage)) {
                *open += 1;
            }
        }
        state
    }

    /// Assigns a group to one window if the rules allow it, otherwise to several.
    fn put(&mut self, group: &[SortKey], left_out: &mut Vec<SortKey>) {
        let mut chunk = self.chunk();
        for &key in group {
            let index = index_of(key);
            let Some(job) = self.jobs.get(index) else { continue };
            if !self.ready(job) {
                left_out.push((0, key.1));
                continue;
            }
            if job.busy > self.longest || self.instances.get(job.instance).is_some_and(|instance| instance.stuck) {
                let place = if job.busy > self.longest { WindowAssignment::TooLong } else { WindowAssignment::Full };
                self.settle(index, job, place);
                continue;
            }
            if !self.joins(&chunk, job) {
                self.close(&chunk);
                chunk = self.chunk();
            }
            // Rule 1 only requires room for the platform. If no window is long enough for all work, the work may end later.
            let need = if job.attended > self.longest { job.busy } else { job.attended };
            chunk.runs.push((index, chunk.next_offset));
            chunk.need = chunk.need.max(chunk.next_offset.saturating_add(need));
            chunk.next_offset = chunk.next_offset.saturating_add(job.clears).saturating_add(self.pause);
            self.enter(chunk.number, job);
        }
        self.close(&chunk);
    }

    pub(super) fn chunk(&mut self) -> Chunk {
        self.chunks += 1;
        Chunk { number: self.chunks, ..Chunk::default() }
    }

    /// Rules 2 and 3: every run that must come before it is assigned, or is before it in the same chunk.
    fn ready(&self, job: &Job) -> bool {
        let below_done = self.chains.get(job.chain).is_some_and(|chain| chain.open.iter().take(job.stage).all(|open| *open == 0));
        below_done && self.instances.get(job.instance).is_some_and(|instance| instance.stuck || instance.next == job.order)
    }

    /// Whether the rules allow the job after those in the chunk, in the same window.
    fn joins(&self, chunk: &Chunk, job: &Job) -> bool {
        if chunk.runs.is_empty() {
            return true;
        }
        let need = if job.attended > self.longest { job.busy } else { job.attended };
        let fits = chunk.next_offset.saturating_add(need).max(chunk.need) <= self.longest;
        let alone = self.instances.get(job.instance).is_some_and(|instance| instance.in_chunk != chunk.number);
        let one_region = job.stage != PRODUCTION
            || self.chains.get(job.chain).is_some_and(|chain| match chain.in_chunk {
                Some((number, touched)) if number == chunk.number => touched.and(job.touches) != Touch::Many,
                Some(_) | None => true,
            });
        fits && alone && one_region
    }

    /// Records that the job is in the chunk, whose window is not known yet.
    fn enter(&mut self, chunk: usize, job: &Job) {
        if let Some(chain) = self.chains.get_mut(job.chain) {
            if let Some(open) = chain.open.get_mut(job.stage) {
                *open = open.saturating_sub(1);
            }
            if job.stage == PRODUCTION {
                let touched = match chain.in_chunk {
                    Some((number, touched)) if number == chunk => touched.and(job.touches),
                    Some(_) | None => job.touches,
                };
                chain.in_chunk = Some((chunk, touched));
            }
        }
        if let Some(instance) = self.instances.get_mut(job.instance) {
            instance.in_chunk = chunk;
            instance.next = job.order + 1;
        }
    }

    /// Records that the job is not assigned, so that no other job waits for it.
    fn settle(&mut self, index: usize, job: &Job, place: WindowAssignment) {
        self.enter(0, job);
        self.lose(index, job, place);
    }

    fn lose(&mut self, index: usize, job: &Job, place: WindowAssignment) {
        if let Some(instance) = self.instances.get_mut(job.instance) {
            instance.stuck = true;
        }
        if let Some(slot) = self.places.get_mut(index) {
            *slot = place;
        }
    }

    /// Finds a window for the chunk.
    fn close(&mut self, chunk: &Chunk) {
        if chunk.runs.is_empty() {
            return;
        }
        let mut first = self.floor;
        let mut not_before = i64::MIN;
        for &(index, offset) in &chunk.runs {
            let Some(job) = self.jobs.get(index) else { continue };
            if let Some(chain) = self.chains.get(job.chain) {
                first = chain.last.iter().take(job.stage).flatten().fold(first, |first, below| first.max(below + 1));
                if let (PRODUCTION, Some((window, touched))) = (job.stage, chain.production) {
                    first = first.max(if touched.and(job.touches) == Touch::Many { window + 1 } else { window });
                }
            }
            if let Some(instance) = self.instances.get(job.instance)
                && job.order > 0
            {
                not_before = not_before.max(instance.not_before - i64::from(offset));
            }
            if let Some((window, clear)) = job.subnet.and_then(|subnet| self.subnets.get(subnet).copied().flatten()) {
                first = first.max(window + 1);
                not_before = not_before.max(clear - i64::from(offset));
            }
        }
        let Some((window, start)) = self.find(first, not_before, chunk.need) else {
            for &(index, _) in &chunk.runs {
                if let Some(job) = self.jobs.get(index) {
                    self.lose(index, job, WindowAssignment::Full);
                }
            }
            return;
        };
        self.occupy(window, start.saturating_add(chunk.need).saturating_add(self.pause));
        let opens = self.windows.get(window).map_or(0, |window| window.start);
        for &(index, offset) in &chunk.runs {
            let Some(job) = self.jobs.get(index) else { continue };
            let offset = start + offset;
            let begins = opens + i64::from(offset);
            if let Some(place) = self.places.get_mut(index) {
                *place = WindowAssignment::At { window, offset };
            }
            if let Some(instance) = self.instances.get_mut(job.instance) {
                instance.not_before = begins + i64::from(job.keeps);
            }
            if let Some(last) = job.subnet.and_then(|subnet| self.subnets.get_mut(subnet)) {
                *last = Some((window, begins + i64::from(job.clears) + i64::from(self.pause)));
            }
            if let Some(chain) = self.chains.get_mut(job.chain) {
                if let Some(last) = chain.last.get_mut(job.stage) {
                    *last = (*last).max(Some(window));
                }
                if job.stage == PRODUCTION {
                    chain.production = Some(match chain.production {
                        Some((same, touched)) if same == window => (window, touched.and(job.touches)),
                        Some(_) | None => (window, job.touches),
                    });
                }
            }
        }
        self.next_unused = self.next_unused.max(window + 1);
    }

    /// The first window from `first` on with room for `need` minutes from `not_before` on, and the minute in it.
    fn find(&self, first: usize, not_before: i64, need: u32) -> Option<(usize, u32)> {
        let open = self.windows.partition_point(|window| window.start + i64::from(window.length) <= not_before);
        let mut window = first.max(open);
        let wait =
            self.windows.get(window).map_or(0, |window| u32::try_from(not_before.saturating_sub(window.start)).unwrap_or(0));
        if wait > 0 {
            let start = self.free_at(window).max(wait);
            let length = self.windows.get(window).map_or(0, |window| window.length);
            if start.saturating_add(need) <= length {
                return Some((window, start));
            }
            window += 1;
        }
        let window = self.room.first_with(window, need)?;
        Some((window, self.free_at(window)))
    }

    /// The time at which the next lane of the window is free.
    fn free_at(&self, window: usize) -> u32 {
        match (self.limit, self.lanes.get(window)) {
            (Some(limit), Some(lanes)) if u32::try_from(lanes.len()).is_ok_and(|open| open >= limit) => {
                lanes.peek().map_or(0, |Reverse(free)| *free)
            }
            (_, _) => 0,
        }
    }

    fn occupy(&mut self, window: usize, until: u32) {
        let Some(limit) = self.limit else { return };
        let Some(lanes) = self.lanes.get_mut(window) else { return };
        if u32::try_from(lanes.len()).is_ok_and(|open| open >= limit) {
            lanes.pop();
        }
        lanes.push(Reverse(until));
        let free = self.free_at(window);
        let length = self.windows.get(window).map_or(0, |window| window.length);
        self.room.set(window, length.saturating_sub(free));
    }
}
