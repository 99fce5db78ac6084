//! Who serves traffic, minute by minute, from the start of a migration.

use super::super::figures::Figures;
use crate::domain::Minutes;
use crate::facts::migration::{RUN, VACATES};

/// What clients reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TrafficServer {
    /// stv1 compute at its own VIP.
    Stv1,
    /// stv2 compute at the precreated IP address, until the VIP is assigned to it.
    TemporaryAddress,
    /// The gateway is unavailable.
    Unavailable,
    /// stv2 compute.
    Stv2,
}

/// An interval in which one server is what clients reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Serving {
    pub(crate) by: TrafficServer,
    pub(crate) from: Minutes,
    pub(crate) to: Option<Minutes>,
}

/// One migration on the clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Clock {
    pub(crate) start: Minutes,
    /// The minute at which the status is Online again.
    pub(crate) end: Minutes,
    /// Without gaps and overlaps, in order. For names that the reader updates, stv1 compute serves beside stv2 until
    /// [`Clock::retained_until`].
    pub(crate) serving: Vec<Serving>,
    /// The minute until which stv1 compute is retained in any case; `None` if not documented.
    pub(crate) retained_until: Option<Minutes>,
    /// The minute until which it may be retained, by an earlier revision or by a setting.
    pub(crate) perhaps_until: Option<Minutes>,
    /// The minute until which infrastructure configuration is locked.
    pub(crate) locked_until: Option<Minutes>,
}

impl Clock {
    /// The clock of a path with such figures. If documentation states a duration without a start, it is counted at the
    /// end of the migration, and what comes first of two is the gateway downtime.
    pub(super) fn of(figures: &Figures) -> Option<Self> {
        let end = figures.duration.typical.or(figures.duration.to)?;
        let on_temporary = figures.downtime.temporary_address_minutes.unwrap_or(0);
        let without = figures.downtime.minutes.unwrap_or(0);
        let retained = figures.retention.plan_for_minutes;
        let longest = figures
            .retention
            .later_pages
            .iter()
            .flat_map(|page| [page.minutes, page.extendable_to_minutes])
            .chain([figures.retention.minutes, figures.retention.extendable_to_minutes])
            .flatten()
            .max();
        Some(Self {
            start: 0,
            end,
            serving: serving(0, end, without, on_temporary),
            retained_until: retained.map(|minutes| end + minutes),
            perhaps_until: longest.filter(|longest| Some(*longest) > retained && retained.is_some()).map(|longest| end + longest),
            locked_until: figures.lock.map(|lock| lock.value),
        })
    }

    /// The return to the original subnet: a change of the network configuration, once the old gateway has vacated the subnet.
    ///
    /// It starts when Available IPs says so; the clock counts the longest usual figure. No retention is documented for it.
    pub(super) fn of_return(first: &Self) -> Self {
        let (_, vacated) = VACATES.value;
        let start = first.end + vacated;
        let end = start + RUN.value;
        Self { start, end, serving: serving(start, end, 0, 0), retained_until: None, perhaps_until: None, locked_until: None }
    }

    /// The first minute at which stv1 compute at its own VIP no longer serves.
    pub(super) fn leaves_stv1_at(&self) -> Option<Minutes> {
        self.serving.iter().find(|serving| serving.by != TrafficServer::Stv1).map(|serving| serving.from)
    }
}

fn serving(start: Minutes, end: Minutes, without: Minutes, on_temporary: Minutes) -> Vec<Serving> {
    let temporary_from = end.saturating_sub(on_temporary).max(start);
    let unavailable_from = temporary_from.saturating_sub(without).max(start);
    [
        (TrafficServer::Stv1, start, Some(unavailable_from)),
        (TrafficServer::Unavailable, unavailable_from, Some(temporary_from)),
        (TrafficServer::TemporaryAddress, temporary_from, Some(end)),
        (TrafficServer::Stv2, end, None),
    ]
    .into_iter()
    .filter(|(_, from, to)| to.is_none_or(|to| to > *from))
    .map(|(by, from, to)| Serving { by, from, to })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::{Serving, TrafficServer, serving};

    #[test]
    fn every_minute_has_exactly_one_server() {
        for (without, temporary) in [(0, 0), (20, 0), (0, 20), (60, 20), (80, 0)] {
            let all = serving(0, 105, without, temporary);
            assert_eq!(all.first().map(|first| first.from), Some(0));
            assert_eq!(all.last().map(|last| last.to), Some(None));
            for (one, next) in all.iter().zip(all.iter().skip(1)) {
                assert_eq!(one.to, Some(next.from), "{all:?}");
            }
        }
    }

    #[test]
    fn downtime_comes_before_the_temporary_address() {
        let unavailable = Serving { by: TrafficServer::Unavailable, from: 25, to: Some(85) };
        assert_eq!(serving(0, 105, 60, 20).get(1), Some(&unavailable));
    }
}
