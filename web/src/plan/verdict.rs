use apim_plan::cite::Sources;
use apim_plan::{AddressChange, Finding, Minutes, Path, Severity, Verdict as PathVerdict};
use yew::prelude::*;

use super::{cites, finding_item, statement};
use crate::planned::{Marks, PlanPart, Planned, recommended};
use crate::ui::{Sign, icon};
use crate::words;

/// With no more findings than this, the notes are not folded away.
const FEW: usize = 5;

/// Properties of [`PlanVerdict`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct PlanVerdictProps {
    /// The plan.
    pub plan: Planned,
    /// What the instance is called.
    #[prop_or_default]
    pub name: Option<AttrValue>,
}

/// One sentence that decides, five figures that people carry to a meeting, and what can go wrong.
#[component]
pub fn PlanVerdict(props: &PlanVerdictProps) -> Html {
    let PlanVerdictProps { plan, name } = props;
    let is_open = plan.paths.iter().any(|path| path.verdict != PathVerdict::RuledOut);
    let (class, sign, word) = words::status(plan.status, is_open);
    let name = name.as_deref().unwrap_or("The instance");
    let version = match (plan.platform.version, plan.platform.certainty) {
        (Some(version), certainty) => format!("{name} {} {}. ", words::runs(certainty), version.as_str()),
        (None, _) => String::new(),
    };
    html! {
        <section class="verdict" id="verdict" aria-labelledby="verdict-title">
            <p class="verdict__status">
                <span {class} data-status={<&str>::from(plan.status)}>{ icon(sign) }{ word }</span>
                { " " }
                <span>
                    { version }
                    for because in plan.platform.because.iter() {
                        { statement(because, plan.marks()) }{ " " }
                    }
                </span>
            </p>
            <h2 class="verdict__line" id="verdict-title" data-recommended={plan.recommended.map(<&str>::from)}>{ &*plan.headline }</h2>
            if let Some(path) = recommended(plan) {
                { figures(path, plan) }
            }
            <Findings list={plan.part(|plan| Some(&plan.findings))} marks={plan.marks().clone()} />
        </section>
    }
}

/// Properties of [`Findings`].
#[derive(Debug, Clone, PartialEq, Properties)]
struct FindingsProps {
    /// What the plan finds.
    list: PlanPart<Vec<Finding>>,
    /// The numbers of the sources.
    marks: Marks,
}

/// What can go wrong, and folded below it what is good to know.
#[component]
fn Findings(props: &FindingsProps) -> Html {
    let FindingsProps { list, marks } = props;
    let list = list.get().map(Vec::as_slice).unwrap_or_default();
    let (notes, grave): (Vec<&Finding>, Vec<&Finding>) = list.iter().partition(|finding| finding.severity == Severity::Note);
    html! {
        <>
            if !grave.is_empty() {
                <ul class="findings" aria-label="Findings">
                    for finding in grave {
                        { finding_item(finding, marks) }
                    }
                </ul>
            }
            if !notes.is_empty() {
                <details class="why why--block" open={list.len() <= FEW}>
                    <summary>{ words::count(notes.len(), "note", "notes") }{ "" }</summary>
                    <ul class="findings" aria-label="Notes">
                        for finding in notes {
                            { finding_item(finding, marks) }
                        }
                    </ul>
                </details>
            }
        </>
    }
}

/// The five figures of a path.
fn figures(path: &Path, plan: &Planned) -> Html {
    html! {
        <dl class="figures">
            for figure in of(path, plan) {
                <div key={figure.title}>
                    <dt>{ figure.title }</dt>
                    <dd><b>{ figure.value }</b>{ figure.unit }{ cites(&figure.sources, plan.marks()) }</dd>
                    <dd class="figures__note">{ figure.note }</dd>
                </div>
            }
        </dl>
    }
}

struct Figure {
    title: &'static str,
    value: String,
    unit: String,
    sources: Sources,
    note: Html,
}

const TITLES: [&str; 5] = ["Gateway downtime", "stv1 compute retained", "Configuration locked", "Migration", "VIP addresses"];

fn of(path: &Path, plan: &Planned) -> [Figure; 5] {
    let [down, kept, locked, run, addresses] = TITLES;
    let length = |minutes: Option<Minutes>| match minutes.map(words::figure) {
        Some((number, unit)) => (number.to_string(), format!(" {unit}")),
        None => ("–".to_owned(), String::new()),
    };
    let figure = |title, (value, unit): (String, String), sources: &Sources, note: Html| Figure {
        title,
        value,
        unit,
        sources: sources.clone(),
        note,
    };
    let downtime = match (path.downtime.minutes, path.downtime.temporary_address_minutes) {
        (None, _) => "not documented".into(),
        (Some(_), Some(minutes)) if minutes > 0 => format!("up to {} on a temporary address", words::minutes(minutes)).into(),
        (Some(_), _) => "caused by the platform".into(),
    };
    let shown = path.retention.plan_for_minutes.or(path.retention.minutes);
    let retention = if !path.retention.later_pages.is_empty() && !plan.disagreements.is_empty() {
        html! { <a class="mark" href="#disagreements">{ icon(Sign::Disagree) }{ "documentation differs" }</a> }
    } else {
        match shown {
            Some(0) => "not retained".into(),
            Some(_) => "in parallel with stv2".into(),
            None => "not documented".into(),
        }
    };
    let lock = path.lock_minutes.map_or("not documented", |_| "domains, locations, CA certificates");
    let duration = &path.duration_minutes;
    let runs = match duration.runs {
        0 | 1 => "about, all locations at once".to_owned(),
        runs => format!("about, for each of {runs} migrations"),
    };
    let whole = match (duration.typical, duration.from, duration.to) {
        (Some(minutes), _, _) => length(Some(minutes)),
        (None, Some(from), Some(to)) => (format!("{from} to {to}"), " min".to_owned()),
        (None, from, to) => length(to.or(from)),
    };
    let runs = if duration.typical.or(duration.from).or(duration.to).is_some() { runs } else { "not documented".to_owned() };
    [
        figure(down, length(path.downtime.minutes), &path.downtime.sources, downtime),
        figure(kept, length(shown), &path.retention.sources, retention),
        figure(locked, length(path.lock_minutes), &path.lock_sources, lock.into()),
        figure(run, whole, &duration.sources, runs.into()),
        figure(
            addresses,
            (words::addresses(path.public_vip).to_owned(), String::new()),
            &path.address_sources,
            both(path).into(),
        ),
    ]
}

/// What becomes of both addresses.
fn both(path: &Path) -> String {
    match (path.public_vip, path.private_vip) {
        (public, AddressChange::NotUsed) => format!("public {}", words::address(public)),
        (public, private) if public == private => "public and private".to_owned(),
        (public, private) => format!("public {}, private {}", words::address(public), words::address(private)),
    }
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test says what it expects by failing")]
mod tests {
    use yew::html;

    use super::{PlanVerdict, figures, recommended};
    use crate::rendered::{self, REFUSES_DOWNTIME, planned, text, unnumbered};

    #[tokio::test(flavor = "current_thread")]
    async fn five_figures_to_carry_to_a_meeting() {
        let plan = unnumbered(REFUSES_DOWNTIME);
        insta::assert_snapshot!(text(figures(recommended(&plan).expect("a path"), &plan)).await, @r"
        Gateway downtime
        0
        min
        caused by the platform
        stv1 compute retained
        15
        min
        documentation differs
        Configuration locked
        30
        min
        domains, locations, CA certificates
        Migration
        45
        min
        about, all locations at once
        VIP addresses
        New
        public and private
        ");
    }

    #[tokio::test(flavor = "current_thread")]
    async fn without_a_path_there_are_no_figures() {
        let drawn =
            async |request| rendered::html(html! { <PlanVerdict plan={planned(request)} /> }).await.matches("<dt>").count();
        for request in ["{}", r#"{"tier":"consumption"}"#] {
            assert_eq!(drawn(request).await, 0, "{request}");
        }
        for request in [REFUSES_DOWNTIME, r#"{"modifyInstance":false}"#] {
            assert_eq!(drawn(request).await, 5, "{request}");
        }
    }

    #[tokio::test(flavor = "current_thread")]
    async fn the_tag_the_name_and_the_platform_come_before_the_sentence() {
        let text = text(html! { <PlanVerdict plan={planned(REFUSES_DOWNTIME)} name="apim-orders-prod" /> }).await;
        let head: Vec<&str> = text.lines().take(2).collect();
        assert_eq!(head, ["Must migrate", "apim-orders-prod runs on stv1. Read from platformVersion."], "{text}");
    }
}
