use apim_plan::{Minutes, Path, Reversible, SpanId};
use yew::prelude::*;

use super::super::cites;
use super::geometry::{Bar, Picture, RowKind, SpanRow, picture};
use crate::planned::{Marks, PlanPart, Planned};
use crate::words;

/// Properties of [`Timeline`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct TimelineProps {
    /// The recommended path.
    pub path: PlanPart<Path>,
    /// The numbers of the sources.
    pub marks: Marks,
}

impl TimelineProps {
    /// The timeline of a plan.
    pub fn of(plan: &Planned) -> Self {
        Self { path: plan.recommended(), marks: plan.marks().clone() }
    }
}

/// The run on a clock: a list of sentences, with a picture in each row.
#[component]
pub fn Timeline(props: &TimelineProps) -> Html {
    let Some(path) = props.path.get() else {
        return Html::default();
    };
    let Some(picture) = picture(&path.timeline) else {
        return Html::default();
    };
    let back = match &path.reversible {
        Reversible::No => {
            "A failed migration rolls back to stv1 automatically and changes nothing. A completed migration can't be reversed."
                .to_owned()
        }
        Reversible::By(way) => format!("Rollback: {way}"),
    };
    html! {
        <section class="section" id="timeline" aria-labelledby="timeline-title">
            <h2 id="timeline-title">{ "Timeline" }</h2>
            <p class="lead">
                { "Minutes from the start of the migration" }
                if path.duration_minutes.runs > 1 {
                    { format!(", for each of {} migrations", path.duration_minutes.runs) }
                }
                { ". If documentation states a duration without a start, the picture shows it at the end of the migration." }
                { cites(&path.duration_minutes.sources, &props.marks) }
            </p>
            <figure class="timeline" aria-labelledby="timeline-title">
                { flags(&picture) }
                <ol>
                    for row in picture.rows.iter() {
                        { track(row, &picture) }
                    }
                </ol>
                { axis(&picture) }
                <figcaption>
                    { key(&picture) }
                    <p>{ back }</p>
                </figcaption>
            </figure>
        </section>
    }
}

/// What the guides stand for, above the rows.
fn flags(picture: &Picture) -> Html {
    html! {
        <div class="timeline__row timeline__row--flags" aria-hidden="true">
            <div></div>
            <svg class="timeline__track" width="100%" height="26">
                for guide in picture.guides.iter() {
                    <line class={if guide.due { "guide guide--due" } else { "guide" }} x1={words::percent(guide.x)} x2={words::percent(guide.x)} y1="2" y2="26" />
                    // The end of the run to the left of its line, the deadline to the right of its own: they stand close.
                    if guide.due {
                        <text class="flag flag--due" x={words::percent(guide.x)} dx={if guide.x > 70.0 { "-8" } else { "8" }} y="14" text-anchor={(guide.x > 70.0).then_some("end")}>{ format!("DNS due by {}", guide.minute) }</text>
                    } else {
                        <text class="flag" x={words::percent(guide.x)} dx="-8" y="14" text-anchor="end">{ format!("stv2 serves at {}", guide.minute) }</text>
                    }
                }
            </svg>
        </div>
    }
}

fn track(row: &SpanRow, picture: &Picture) -> Html {
    let (title, sentence) = sentence(row);
    html! {
        <li class="timeline__row" key={title}>
            <p class="timeline__label"><b>{ title }</b><span>{ sentence }</span></p>
            <svg class="timeline__track" width="100%" height="44" aria-hidden="true">
                for guide in picture.guides.iter() {
                    <line class={if guide.due { "guide guide--due" } else { "guide" }} x1={words::percent(guide.x)} x2={words::percent(guide.x)} y1="0" y2="100%" />
                }
                for bar in row.bars.iter() {
                    { shape(bar) }
                }
            </svg>
        </li>
    }
}

fn shape(bar: &Bar) -> Html {
    let (class, text, text_class, round) = match bar.id {
        SpanId::OldCompute => ("bar-old", "live traffic", "in-old", true),
        SpanId::OldComputeKept => ("bar-kept", "kept", "in-kept", false),
        SpanId::OldComputePerhaps => {
            return html! {
                <>
                    <line class="bar-perhaps" x1={words::percent(bar.x)} x2={words::percent(bar.x + bar.width)} y1="50%" y2="50%" />
                    <circle class="dot-perhaps" cx={words::percent(bar.x + bar.width)} cy="50%" r="3.5" />
                </>
            };
        }
        SpanId::NewComputeBuild => ("bar-build", "being created", "", true),
        SpanId::Return => ("bar-build", "return", "", true),
        SpanId::NewCompute => ("bar-new", "live", "in-new", true),
        SpanId::Downtime | SpanId::ClientsAtRisk => ("bar-late", "", "", false),
        SpanId::Lock => ("bar-lock", "", "", true),
        SpanId::TemporaryAddress | SpanId::DnsChange | SpanId::DnsDeadline => ("bar-dns", "", "", false),
    };
    // A word needs about this much of the line to stand in a bar.
    let fits = !text.is_empty() && bar.width >= 12.0;
    html! {
        <>
            <rect {class} x={words::percent(bar.x)} y="50%" transform="translate(0 -9)" width={words::percent(bar.width)} height="18" rx={round.then_some("3")} />
            if fits && bar.id == SpanId::OldComputeKept {
                <text class={text_class} x={words::percent(bar.x + bar.width / 2.0)} y="50%" dy="4" text-anchor="middle">{ text }</text>
            } else if fits {
                <text class={text_class} x={words::percent(bar.x)} dx="8" y="50%" dy="4">{ text }</text>
            }
        </>
    }
}

fn axis(picture: &Picture) -> Html {
    let end = if picture.broken { "80%" } else { "100%" };
    let last = picture.ticks.len().saturating_sub(1);
    let end_of_run = picture.guides.iter().find(|guide| !guide.due).map_or(0, |guide| guide.minute);
    html! {
        <div class="timeline__row timeline__row--axis" aria-hidden="true">
            <div></div>
            <svg class="timeline__track" width="100%" height="26">
                <line class="axis" x1="0" x2={end} y1="1" y2="1" />
                if picture.broken {
                    <line class="axis axis--broken" x1="83%" x2="100%" y1="1" y2="1" />
                    <svg x="81%" overflow="visible"><path class="axis" d="M0 5 4-3M4 5 8-3" /></svg>
                }
                for (at, tick) in picture.ticks.iter().enumerate() {
                    <line class="axis" x1={words::percent(tick.x)} x2={words::percent(tick.x)} y1="0" y2="6" />
                    <text class="tick" x={words::percent(tick.x)} y="20" text-anchor={if at == 0 { None } else if at == last { Some("end") } else { Some("middle") }}>{ number(tick.minute, end_of_run) }</text>
                }
            </svg>
        </div>
    }
}

/// A minute on the axis; behind the break, the hours since the run ended.
fn number(minute: Minutes, end: Minutes) -> String {
    if minute >= 240 { format!("+{}", words::minutes(minute - end.min(minute))) } else { minute.to_string() }
}

/// A row in words: its name, and when what happens.
fn sentence(row: &SpanRow) -> (&'static str, String) {
    let of = |id: SpanId| row.bars.iter().find(|bar| bar.id == id);
    let ends = |bar: &Bar| bar.to.unwrap_or(bar.from);
    match row.kind {
        RowKind::Old => {
            let live = of(SpanId::OldCompute).map_or(0, ends);
            let until = of(SpanId::OldComputeKept).map_or(live, ends);
            let kept = if until > live {
                format!("serves until {live}, retained until {}", clock(until))
            } else {
                format!("serves until {live}, then deleted")
            };
            let perhaps = if of(SpanId::OldComputePerhaps).is_some() { ", possibly longer" } else { "" };
            ("stv1 compute", format!("{kept}{perhaps}"))
        }
        RowKind::New => {
            let from = of(SpanId::NewCompute).map_or(0, |bar| bar.from);
            ("stv2 compute", format!("created in parallel, serves from {from}"))
        }
        RowKind::Gateway => match (of(SpanId::Downtime), of(SpanId::TemporaryAddress)) {
            (Some(bar), _) => ("Gateway downtime", format!("about {}, towards the end", words::minutes(ends(bar) - bar.from))),
            (None, Some(bar)) => {
                ("Temporary address", format!("up to {}, towards the end", words::minutes(ends(bar) - bar.from)))
            }
            (None, None) => ("Gateway", String::new()),
        },
        RowKind::Return => {
            let (from, to) = of(SpanId::Return).map_or((0, 0), |bar| (bar.from, ends(bar)));
            ("Return", format!("a second migration, about {from} to {to}"))
        }
        RowKind::Lock => {
            let until = of(SpanId::Lock).map_or(0, ends);
            ("Configuration locked", format!("domains, locations, certificates, until {until}"))
        }
        RowKind::Dns => {
            let (from, to) = of(SpanId::DnsChange).map_or((0, 0), |bar| (bar.from, ends(bar)));
            let late = of(SpanId::ClientsAtRisk).map_or(0, |bar| ends(bar) - bar.from);
            let late = if late > 0 { format!(", {} too long", words::minutes(late)) } else { String::new() };
            ("Your DNS change", format!("{from} to {}{late}", clock(to)))
        }
    }
}

/// A minute of the run in a sentence.
fn clock(minute: Minutes) -> String {
    if minute > 240 { format!("{} h", (minute + 30) / 60) } else { minute.to_string() }
}

/// What the drawings mean: only those that appear.
fn key(picture: &Picture) -> Html {
    let has = |ids: &[SpanId]| picture.rows.iter().flat_map(|row| &row.bars).any(|bar| ids.contains(&bar.id));
    let entry = |class: &'static str, label: &'static str| {
        html! { <li key={class}><svg class="key__box" width="22" height="12" aria-hidden="true"><rect {class} width="22" height="12" rx="2" /></svg>{ label }</li> }
    };
    html! {
        <ul class="key">
            { entry("bar-old", "stv1 compute") }
            if has(&[SpanId::OldComputeKept]) {
                { entry("bar-kept", "retained") }
            }
            { entry("bar-new", "stv2 compute") }
            if has(&[SpanId::TemporaryAddress]) {
                { entry("bar-dns", "temporary address") }
            }
            if has(&[SpanId::Downtime]) {
                { entry("bar-late", "gateway downtime") }
            } else if has(&[SpanId::ClientsAtRisk]) {
                { entry("bar-late", "clients at risk") }
            }
            if has(&[SpanId::OldComputePerhaps]) {
                <li><svg class="key__box" width="22" height="12" aria-hidden="true"><line class="bar-perhaps" x1="0" x2="22" y1="6" y2="6" /></svg>{ "may be retained longer" }</li>
            }
        </ul>
    }
}

#[cfg(test)]
mod tests {
    use yew::html;

    use super::{Timeline, TimelineProps};
    use crate::rendered::{REFUSES_DOWNTIME, text, unnumbered};

    #[tokio::test(flavor = "current_thread")]
    async fn says_in_sentences_what_the_picture_shows() {
        insta::assert_snapshot!(text(html! { <Timeline ..TimelineProps::of(&unnumbered(REFUSES_DOWNTIME)) /> }).await, @r"
        Timeline
        Minutes from the start of the migration. If documentation states a duration without a start, the picture shows it at the end of the migration.
        stv2 serves at 45
        DNS due by 60
        stv1 compute
        serves until 45, retained until 60, possibly longer
        live traffic
        kept
        stv2 compute
        created in parallel, serves from 45
        being created
        live
        Configuration locked
        domains, locations, certificates, until 30
        Your DNS change
        45 to 70, 10 min too long
        0
        15
        30
        45
        60
        75
        +48 h
        stv1 compute
        retained
        stv2 compute
        clients at risk
        may be retained longer
        A failed migration rolls back to stv1 automatically and changes nothing. A completed migration can't be reversed.
        ");
    }
}
