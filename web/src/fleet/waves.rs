use std::collections::BTreeMap;

use apim_plan::fleet::{Fleet, Moment, Moves, Slot, Wave};
use yew::prelude::*;

use super::moment::{self, Date};
use super::state::{FleetAction, FleetDispatcher, FleetRows, use_fleet_dispatcher};
use super::table::{act, name};
use crate::ui::{Sign, icon};
use crate::words;

/// Properties of [`Waves`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct WavesProps {
    /// The fleet.
    pub rows: FleetRows,
    /// The instance that the preview shows.
    pub chosen: Option<u32>,
    /// Which page of weeks, or of waves, from zero.
    pub page: usize,
}

/// Weeks, or waves without a calendar, on one page.
const PAGE: usize = 6;

/// Runs that a wave without hours lists before it only counts the rest.
const LISTED: usize = 48;

/// Runs that a day shows before it only counts the rest.
const RUNS: usize = 8;

/// The waves: as a calendar with a bar for every run where there are hours, as a list where there are none.
#[component]
pub fn Waves(props: &WavesProps) -> Html {
    let dispatcher = use_fleet_dispatcher();
    let fleet = &*props.rows;
    let body = match (fleet.waves.is_empty(), fleet.schedule.is_empty()) {
        (true, _) if fleet.conflicts.is_empty() => return Html::default(),
        // Why there are none is said below.
        (true, _) => Html::default(),
        (false, true) => list(props, &dispatcher),
        (false, false) => calendar(props, &dispatcher),
    };
    html! {
        <section class="section" id="waves" aria-labelledby="waves-title">
            <h2 id="waves-title">{ "Waves" }</h2>
            { body }
            { conflicts(fleet, props) }
        </section>
    }
}

fn list(props: &WavesProps, dispatcher: &FleetDispatcher) -> Html {
    let waves = &props.rows.waves;
    html! {
        <>
            <p class="lead">{ "In this order; add days and hours to give each migration a start time." }</p>
            <ol class="waves">
                for wave in waves.iter().skip(props.page * PAGE).take(PAGE) {
                    <li class="wave">
                        <p class="wave__head"><b>{ format!("Wave {}", wave.number) }</b>{ " " }{ words::count(wave.runs.len(), "run", "runs") }</p>
                        <ul class="wave__runs">
                            for run in wave.runs.iter().take(LISTED) {
                                <li class={classes!("wave__run", run.subnet.map(|_| "wave__run--shared"), (props.chosen == Some(run.instance)).then_some("is-yours"))}>
                                    { instance(props, run.instance) }
                                    if let Some(what) = moves(&run.moves) {
                                        <small>{ what }</small>
                                    }
                                    if run.subnet.is_some() {
                                        <small>{ "one subnet, one after another" }</small>
                                    }
                                </li>
                            }
                        </ul>
                        if let Some(more) = wave.runs.len().checked_sub(LISTED).filter(|more| *more > 0) {
                            <p class="aside">{ format!("and {more} more: the table and the files contain all") }</p>
                        }
                    </li>
                }
            </ol>
            { pager(props, waves.len(), dispatcher) }
        </>
    }
}

fn instance(props: &WavesProps, place: u32) -> String {
    props.rows.row(place).map(name).unwrap_or_default()
}

fn moves(moves: &Moves) -> Option<String> {
    match moves {
        Moves::All => None,
        Moves::Location(region) => Some(words::region(region).to_owned()),
        Moves::Back => Some("return to the original subnet".to_owned()),
    }
}

// ── Calendar ──

/// What one day shows.
#[derive(Debug, Default, Clone, PartialEq)]
pub(super) struct Cell<'a> {
    /// Runs that start in this day's window.
    pub runs: Vec<&'a Slot>,
    /// Runs of earlier days whose old compute is still kept.
    pub kept: Vec<&'a Slot>,
    /// The waves whose window opens on this day.
    pub waves: Vec<&'a Wave>,
}

/// The days of a schedule, from the Monday of its first week to the Sunday of its last, with what happens on each.
pub(super) fn days(fleet: &Fleet) -> Vec<(Date, Cell<'_>)> {
    let mut cells: BTreeMap<Date, Cell<'_>> = BTreeMap::new();
    for wave in &fleet.waves {
        if let Some(opens) = &wave.opens {
            cells.entry(moment::date(opens)).or_default().waves.push(wave);
        }
    }
    for slot in &fleet.schedule {
        let start = opening(fleet, slot).map_or_else(|| moment::date(&slot.start), moment::date);
        cells.entry(start).or_default().runs.push(slot);
        let Some(kept) = &slot.retention_end else { continue };
        let last = moment::date(kept);
        let mut day = start.tomorrow();
        while let Ok(date) = day
            && date <= last
        {
            cells.entry(date).or_default().kept.push(slot);
            day = date.tomorrow();
        }
    }
    let (Some(first), Some(last)) = (cells.keys().next().copied(), cells.keys().next_back().copied()) else {
        return Vec::new();
    };
    let mut all = Vec::new();
    let mut day = Ok(monday(first));
    while let Ok(date) = day
        && date <= sunday(last)
    {
        all.push((date, cells.remove(&date).unwrap_or_default()));
        day = date.tomorrow();
    }
    all
}

fn monday(date: Date) -> Date {
    let back = i32::from(date.weekday().to_monday_zero_offset());
    date.checked_sub(back).unwrap_or(date)
}

fn sunday(date: Date) -> Date {
    let on = 6 - i32::from(date.weekday().to_monday_zero_offset());
    date.checked_add(on).unwrap_or(date)
}

/// When the window opens in which a run starts: a run after midnight belongs to the evening before.
fn opening<'a>(fleet: &'a Fleet, slot: &Slot) -> Option<&'a Moment> {
    wave(fleet, slot).and_then(|wave| wave.opens.as_ref())
}

fn wave<'a>(fleet: &'a Fleet, slot: &Slot) -> Option<&'a Wave> {
    // Waves are counted from one, in their order.
    usize::try_from(slot.wave).ok().and_then(|number| fleet.waves.get(number.checked_sub(1)?))
}

/// Where a run lies in its window, in percent of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct RunBar {
    /// The start of the run.
    pub from: f64,
    /// The end of the run.
    pub to: f64,
    /// The end of what is kept after it, as far as the window goes.
    pub kept: f64,
}

/// Lays out a run between the opening and the closing of its window, all in seconds.
pub(super) fn run_bar(opens: i64, closes: i64, start: i64, end: i64, kept: Option<i64>) -> RunBar {
    #[expect(clippy::cast_precision_loss, reason = "seconds within a window: far below 2^52")]
    let at = |moment: i64| {
        if closes <= opens { 0.0 } else { ((moment - opens) as f64 / (closes - opens) as f64 * 100.0).clamp(0.0, 100.0) }
    };
    let (from, to) = (at(start), at(end));
    RunBar { from, to: to.max(from), kept: kept.map_or(to, at).max(to) }
}

fn bar(fleet: &Fleet, slot: &Slot) -> RunBar {
    let seconds = |moment: &Moment| moment.at.as_second();
    let (opens, closes) = wave(fleet, slot)
        .and_then(|wave| Some((seconds(wave.opens.as_ref()?), seconds(wave.closes.as_ref()?))))
        .unwrap_or((seconds(&slot.start), seconds(&slot.end)));
    run_bar(opens, closes, seconds(&slot.start), seconds(&slot.end), slot.retention_end.as_ref().map(seconds))
}

fn calendar(props: &WavesProps, dispatcher: &FleetDispatcher) -> Html {
    let fleet = &*props.rows;
    let days = days(fleet);
    let weeks: Vec<&[(Date, Cell<'_>)]> = days.chunks(7).collect();
    // Empty weekends are not drawn.
    let shown = if days.iter().any(|(date, cell)| is_weekend(*date) && *cell != Cell::default()) { 7 } else { 5 };
    html! {
        <>
            <p class="lead">{ "Each bar is a migration in its window. Hatched: stv1 compute is retained, and DNS is due at the end." }</p>
            <table class="calendar">
                <caption class="sr">{ "Migrations by day" }</caption>
                <thead>
                    <tr>
                        for name in ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"].iter().take(shown) {
                            <th scope="col">{ *name }</th>
                        }
                    </tr>
                </thead>
                <tbody>
                    for week in weeks.iter().skip(props.page * PAGE).take(PAGE) {
                        <tr>
                            for (date, cell) in week.iter().take(shown) {
                                { day(props, *date, cell) }
                            }
                        </tr>
                    }
                </tbody>
            </table>
            <ul class="key">
                <li><svg class="key__box" width="22" height="12" aria-hidden="true"><rect class="bar-new" width="22" height="12" rx="2"/></svg>{ "runs" }</li>
                <li><svg class="key__box" width="22" height="12" aria-hidden="true"><rect class="bar-kept" width="22" height="12" rx="2"/></svg>{ "stv1 compute retained; DNS is due at the end" }</li>
            </ul>
            { pager(props, weeks.len(), dispatcher) }
        </>
    }
}

fn is_weekend(date: Date) -> bool {
    date.weekday().to_monday_zero_offset() >= 5
}

fn day(props: &WavesProps, date: Date, cell: &Cell<'_>) -> Html {
    let chosen = cell.runs.iter().any(|slot| props.chosen == Some(slot.instance));
    let class = classes!(
        (!cell.waves.is_empty()).then_some("is-window"),
        (*cell == Cell::default()).then_some("is-idle"),
        chosen.then_some("is-chosen")
    );
    let waves: Vec<String> = cell.waves.iter().map(|wave| wave.number.to_string()).collect();
    let more = cell.runs.len().saturating_sub(RUNS);
    html! {
        <td {class}>
            <p class="calendar__day">
                <span class="calendar__when"><span class="calendar__wd">{ moment::weekday(date) }</span>{ " " }{ moment::day(date) }</span>
                if !waves.is_empty() {
                    { " " }<span>{ format!("wave {}", waves.join(", ")) }</span>
                }
            </p>
            <ul>
                for slot in cell.kept.iter().take(2) {
                    { still_kept(props, date, slot) }
                }
                for slot in cell.runs.iter().take(RUNS) {
                    { event(props, slot) }
                }
                if more > 0 {
                    <li class="ev ev--on"><p>{ format!("and {more} more") }</p></li>
                }
            </ul>
        </td>
    }
}

fn event(props: &WavesProps, slot: &Slot) -> Html {
    let RunBar { from, to, kept } = bar(&props.rows, slot);
    let row = props.rows.row(slot.instance);
    let down = row
        .and_then(|row| row.downtime_minutes)
        .filter(|minutes| *minutes > 0)
        .map(|minutes| format!("{} downtime", words::minutes(minutes)));
    let dns = slot.dns_by.as_ref().map(|by| {
        format!("DNS by {}", if moment::date(by) == moment::date(&slot.start) { moment::time(by) } else { moment::short(by) })
    });
    let notes: Vec<String> = [moves(&slot.moves), down, dns].into_iter().flatten().collect();
    html! {
        <li class="ev">
            <p><b>{ moment::time(&slot.start) }</b>{ " " }{ instance(props, slot.instance) }{ " " }<small>{ notes.join(", ") }</small></p>
            <svg aria-hidden="true">
                <line class="ev__track" x1="0" x2="100%" y1="5" y2="5"/>
                <rect class="bar-new" x={words::percent(from)} y="1" width={words::percent(to - from)} height="8" rx="1.5"/>
                if kept > to {
                    <rect class="bar-kept" x={words::percent(to)} y="1" width={words::percent(kept - to)} height="8"/>
                }
            </svg>
        </li>
    }
}

fn still_kept(props: &WavesProps, date: Date, slot: &Slot) -> Html {
    let until =
        slot.retention_end.as_ref().map(|end| if moment::date(end) == date { moment::time(end) } else { moment::short(end) });
    html! {
        <li class="ev ev--on">
            <p>{ instance(props, slot.instance) }{ " retained until " }{ until.unwrap_or_default() }</p>
            <svg aria-hidden="true"><line class="ev__track" x1="0" x2="100%" y1="5" y2="5"/><rect class="bar-kept" x="0" y="1" width="100%" height="8"/></svg>
        </li>
    }
}

fn pager(props: &WavesProps, items: usize, dispatcher: &FleetDispatcher) -> Html {
    let last = items.div_ceil(PAGE).saturating_sub(1);
    if last == 0 {
        return Html::default();
    }
    let (earlier, later) = (props.page.saturating_sub(1), (props.page + 1).min(last));
    html! {
        <nav class="pager" aria-label="Pages of the waves">
            <button type="button" class="btn" disabled={props.page == 0} onclick={act(dispatcher, FleetAction::Weeks(earlier))}>{ "Previous" }</button>
            <p aria-live="polite">{ format!("{} of {}", props.page + 1, last + 1) }</p>
            <button type="button" class="btn" disabled={props.page >= last} onclick={act(dispatcher, FleetAction::Weeks(later))}>{ "Next" }</button>
        </nav>
    }
}

/// What could not be planned as wished, with the names of those it concerns.
fn conflicts(fleet: &Fleet, props: &WavesProps) -> Html {
    if fleet.conflicts.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <h3 class="phase">{ "Not planned as requested" }</h3>
            <ul class="findings" aria-label="What could not be planned as requested">
                for conflict in &fleet.conflicts {
                    <li class="finding finding--risk" data-conflict={<&str>::from(conflict.kind)}>
                        { icon(Sign::Risk) }
                        <div>
                            <p class="finding__what">{ &*conflict.what }</p>
                            <p class="finding__do">{ &*conflict.instead }</p>
                            <p class="aside">{ named(props, &conflict.instances) }</p>
                        </div>
                    </li>
                }
            </ul>
        </>
    }
}

/// The first names, and how many more there are.
fn named(props: &WavesProps, places: &[u32]) -> String {
    const NAMED: usize = 12;
    let names: Vec<String> = places.iter().take(NAMED).map(|place| instance(props, *place)).collect();
    match places.len().saturating_sub(NAMED) {
        0 => names.join(", "),
        more => format!("{} and {more} more", names.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(one: f64, other: f64) -> bool {
        (one - other).abs() < 0.01
    }

    #[test]
    fn a_run_lies_in_its_window_as_the_clock_says() {
        // 20:00 to 23:00, a run from 21:00 to 21:45, kept for 15 minutes.
        let bar = run_bar(0, 180 * 60, 60 * 60, 105 * 60, Some(120 * 60));
        assert!(close(bar.from, 33.33) && close(bar.to, 58.33) && close(bar.kept, 66.67), "{bar:?}");
    }

    #[test]
    fn what_lasts_beyond_the_window_ends_at_its_edge() {
        let bar = run_bar(0, 100, 50, 75, Some(100_000));
        assert!(close(bar.kept, 100.0), "{bar:?}");
        assert_eq!(run_bar(0, 0, 0, 10, None), RunBar { from: 0.0, to: 0.0, kept: 0.0 });
    }
}
