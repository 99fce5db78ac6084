//! The order in which migrations are assigned.

use super::{Job, STAGES, SortKey, Touch};

/// The second half of a key: by stage, then as given. The index is the lower half of it.
pub(in crate::fleet) fn by_stage(jobs: &[Job], index: usize) -> u64 {
    let stage = jobs.get(index).map_or(0, |job| job.stage);
    (stage as u64) << 32 | u64::from(u32::try_from(index).unwrap_or(u32::MAX))
}

/// The index in the second half of a key.
pub(in crate::fleet) fn index_of((_, by_stage): SortKey) -> usize {
    usize::try_from(by_stage & u64::from(u32::MAX)).unwrap_or(usize::MAX)
}

/// All jobs, the jobs of one subnet together and every other job alone: by the highest stage of the group, then by its
/// lowest, then as given. Groups differ in the first half of the key.
pub(super) fn in_order(jobs: &[Job]) -> Vec<SortKey> {
    // Highest stage, lowest stage and first job of each subnet.
    let mut groups: Vec<Option<(usize, usize, usize)>> = vec![None; subnets(jobs)];
    for (index, job) in jobs.iter().enumerate() {
        if let Some(group) = job.subnet.and_then(|subnet| groups.get_mut(subnet)) {
            let (highest, lowest, first) = group.unwrap_or((job.stage, job.stage, index));
            *group = Some((highest.max(job.stage), lowest.min(job.stage), first));
        }
    }
    let key = |(index, job): (usize, &Job)| {
        let group = job.subnet.and_then(|subnet| groups.get(subnet).copied().flatten());
        let (highest, lowest, first) = group.unwrap_or((job.stage, job.stage, index));
        let first = u64::from(u32::try_from(first).unwrap_or(u32::MAX));
        ((highest as u64) << 34 | (lowest as u64) << 32 | first, by_stage(jobs, index))
    };
    let mut keys: Vec<SortKey> = jobs.iter().enumerate().map(key).collect();
    keys.sort_unstable();
    keys
}

pub(super) fn subnets(jobs: &[Job]) -> usize {
    jobs.iter().filter_map(|job| job.subnet).max().map_or(0, |last| last + 1)
}

#[derive(Debug, Clone, Default)]
pub(super) struct Chain {
    /// Runs of each stage that are not assigned yet.
    pub(super) open: [u32; STAGES],
    /// The last window of each stage.
    pub(super) last: [Option<usize>; STAGES],
    /// The last window with production in it, and its regions.
    pub(super) production: Option<(usize, Touch)>,
    /// The last chunk with production in it, and its regions.
    pub(super) in_chunk: Option<(usize, Touch)>,
}

#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Instance {
    /// Its next run.
    pub(super) next: u32,
    /// The earliest start of the next run.
    pub(super) not_before: i64,
    /// The last chunk that has a run of it.
    pub(super) in_chunk: usize,
    /// Whether one of its runs could not be assigned; those after it can't be assigned either.
    pub(super) stuck: bool,
}
