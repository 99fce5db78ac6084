//! What holds of every plan, whatever was asked.

#![expect(clippy::expect_used, reason = "a plan that cannot be written is a failure")]
#![expect(clippy::indexing_slicing, reason = "a JSON value answers an index that it does not have with null")]

use std::collections::{BTreeMap, HashSet};

use apim_plan::questionnaire::{Answer, Field, Kind, QUESTIONNAIRE};
use apim_plan::{
    Autoscale, AutoscaleLimits, PathId, PathSelection, Plan, PlanOptions, PlanRequest, Severity, SourceForm, Units, Verdict,
};
use proptest::prelude::*;

use super::laws;
use crate::common::requests;
use serde_json::Value;

/// The plan as its readers get it.
fn written(request: &PlanRequest) -> Value {
    serde_json::to_value(apim_plan::plan(request)).expect("a plan is JSON")
}

/// Every id of a source that the value refers to.
fn referred(value: &Value, ids: &mut HashSet<String>) {
    match value {
        Value::Object(fields) => {
            for (key, inner) in fields {
                match (key.as_str(), inner) {
                    ("source", Value::String(id)) if fields.contains_key("says") || fields.contains_key("minutes") => {
                        ids.insert(id.clone());
                    }
                    (key, Value::Array(list)) if key == "sources" || key.ends_with("Sources") => {
                        ids.extend(list.iter().filter_map(Value::as_str).map(str::to_owned));
                    }
                    _ => referred(inner, ids),
                }
            }
        }
        Value::Array(list) => list.iter().for_each(|inner| referred(inner, ids)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

laws! { LAWS:
    fn every_path_is_there_once_with_a_reason_and_the_recommended_one_first(seen) {
        let plan = &seen.plan;
        let ids: HashSet<PathId> = plan.paths.iter().map(|path| path.id).collect();
        prop_assert_eq!(ids.len(), PathId::COUNT);
        prop_assert_eq!(plan.paths.len(), PathId::COUNT);
        prop_assert!(plan.paths.is_sorted_by_key(|path| path.verdict));
        for path in &plan.paths {
            prop_assert_eq!(path.verdict == Verdict::Recommended, plan.recommended == Some(path.id));
            prop_assert!(!path.reasons.is_empty() && path.reasons.iter().all(|reason| !reason.text.is_empty()), "{:?}", path.id);
            prop_assert_eq!(path.actions.is_empty(), path.verdict == Verdict::RuledOut, "{:?}", path.id);
            prop_assert!(path.actions.is_sorted_by_key(|action| action.phase), "the phases of {:?} are in order", path.id);
            prop_assert!(path.timeline.iter().all(|span| span.to_minute.is_none_or(|to| to >= span.from_minute)));
            let (kept, plan_for) = (path.retention.minutes, path.retention.plan_for_minutes);
            prop_assert!(kept.is_none_or(|kept| plan_for.is_some_and(|sure| sure <= kept)), "the cautious figure is never above the other");
        }
        prop_assert!(!plan.headline.is_empty());
        prop_assert_eq!(plan.table.len(), 4);
    }

    fn an_action_stands_once_in_a_phase(seen) {
        for path in &seen.plan.paths {
            let mut seen = HashSet::new();
            for action in &path.actions {
                prop_assert!(seen.insert((action.id, action.phase, action.location.clone())), "{:?} twice in {:?}", action.id, path.id);
                prop_assert!(!action.sources.is_empty(), "{:?} rests on a page", action.id);
                prop_assert!(action.text.ends_with('.') && action.text.starts_with(char::is_uppercase), "{}", action.text);
            }
        }
    }

    fn findings_come_gravest_first_and_speak_whole_sentences(seen) {
        let plan = &seen.plan;
        prop_assert!(plan.findings.is_sorted_by_key(|finding| finding.severity));
        for finding in &plan.findings {
            for text in [&finding.what, &finding.instead] {
                prop_assert!(text.ends_with('.'), "{:?}: {text}", finding.rule);
                prop_assert!(!text.contains("  ") && !text.contains("None") && !text.contains("Some("), "{text}");
            }
        }
    }

    fn an_assessment_is_the_plans_decision(seen) {
        let request = &seen.request;
        let (plan, brief) = (&seen.plan, apim_plan::assess(request));
        prop_assert_eq!(plan.status, brief.status);
        prop_assert_eq!(plan.recommended, brief.recommended);
        let first = plan.paths.first().filter(|path| path.verdict == Verdict::Recommended);
        prop_assert_eq!(first.and_then(|path| path.downtime.minutes), brief.downtime_minutes);
        prop_assert_eq!(first.and_then(|path| path.downtime.temporary_address_minutes), brief.temporary_address_minutes);
        prop_assert_eq!(first.and_then(|path| path.retention.minutes), brief.retention_minutes);
        prop_assert_eq!(first.and_then(|path| path.retention.plan_for_minutes), brief.plan_for_minutes);
        prop_assert_eq!(first.map(|path| path.public_vip), brief.public_vip);
        let blockers = plan.findings.iter().filter(|finding| finding.severity == Severity::Blocker).count();
        prop_assert_eq!(u32::try_from(blockers).expect("few"), brief.blockers);
    }

}

/// What locations there are can change nearly everything.
const LOCATIONS: Field = Field::named("locations");

/// Every answer that a closed question can get, and a few that others can.
fn answers(field: Field, request: &PlanRequest) -> Vec<PlanRequest> {
    let question = QUESTIONNAIRE.find(field).expect("a question of the list");
    let few = match &question.kind {
        Kind::Number(number) => [0, 20, 300, 5000]
            .into_iter()
            .filter(|each| (number.low..=number.largest).contains(each))
            .map(Answer::Number)
            .collect(),
        Kind::Autoscale(_) => {
            let limits = AutoscaleLimits { minimum: Units::MIN, maximum: Units::MAX, step: Units::MIN };
            vec![Answer::Autoscale(Autoscale::Off), Answer::Autoscale(Autoscale::Limits(limits))]
        }
        // What locations an instance has is not a closed question; the others are not counted.
        Kind::Locations(_)
        | Kind::Day(_)
        | Kind::Text(_)
        | Kind::UpdatedWith(_)
        | Kind::Zones(_)
        | Kind::Ports(_)
        | Kind::Price(_) => Vec::new(),
        Kind::YesNo(_) | Kind::Word(_) => question.kind.choices(),
    };
    let with = |answer: Answer| {
        let mut other = request.clone();
        question.kind.put(&mut other, Some(answer));
        other
    };
    few.into_iter().map(with).collect()
}

/// Findings that say: two answers exclude each other. Such an answer is a mistake, not a choice.
const CONTRADICTIONS: [&str; 3] = ["platform-contradicts-tier", "tier-outside-networks", "record-without-names"];

fn contradicts_itself(plan: &Plan) -> bool {
    plan.findings.iter().any(|finding| CONTRADICTIONS.contains(&<&str>::from(finding.rule)))
}

fn as_json(part: &impl serde::Serialize) -> String {
    serde_json::to_string(part).expect("a plan is JSON")
}

/// The parts of a plan as JSON, without what speaks of the questions themselves: the open questions, what would follow from answers that nobody
/// has given, and citations that only figures of ruled-out paths rest on. Of a path that is ruled out, only that and why is for the reader.
fn gist(plan: &Plan) -> BTreeMap<&'static str, String> {
    let paths: Vec<String> = plan
        .paths
        .iter()
        .map(|path| if path.verdict == Verdict::RuledOut { as_json(&(path.id, &path.reasons)) } else { as_json(path) })
        .collect();
    [
        ("headline", as_json(&plan.headline)),
        ("platform", as_json(&plan.platform)),
        ("status", as_json(&plan.status)),
        ("recommended", as_json(&plan.recommended)),
        ("paths", paths.concat()),
        ("table", as_json(&plan.table)),
        ("ports", as_json(&plan.ports)),
        ("capacity", as_json(&plan.capacity)),
        ("findings", as_json(&plan.findings)),
        ("disagreements", as_json(&plan.disagreements)),
    ]
    .into()
}

laws! { COMPARING:
    fn a_plan_with_fewer_paths_is_otherwise_the_same(seen) {
        let request = &seen.request;
        let whole = written(request);
        for (paths, verdicts) in [
            (PathSelection::Recommended, &[Verdict::Recommended][..]),
            (PathSelection::Open, &[Verdict::Recommended, Verdict::Possible]),
            (PathSelection::All, &[Verdict::Recommended, Verdict::Possible, Verdict::RuledOut]),
        ] {
            let made = apim_plan::plan_with(request, PlanOptions { paths, sources: SourceForm::Ids });
            let mut made = serde_json::to_value(&made).expect("a plan is JSON");
            let listed: Vec<String> = serde_json::from_value(made["sources"].take()).expect("a list of ids");
            let mut ids = HashSet::new();
            referred(&made, &mut ids);
            prop_assert_eq!(&listed.iter().cloned().collect::<HashSet<_>>(), &ids);
            let mut wanted = whole.clone();
            wanted["sources"].take();
            if let Some(paths) = wanted["paths"].as_array_mut() {
                paths.retain(|path| verdicts.iter().any(|verdict| path["verdict"] == <&str>::from(verdict)));
            }
            prop_assert_eq!(made, wanted);
        }
    }

    fn every_source_is_listed_once_and_every_listed_source_is_used(seen) {
        let plan = written(&seen.request);
        let listed: Vec<&str> =
            plan["sources"].as_array().into_iter().flatten().filter_map(|source| source["id"].as_str()).collect();
        let unique: HashSet<String> = listed.iter().map(|id| (*id).to_owned()).collect();
        prop_assert_eq!(unique.len(), listed.len(), "no source twice");
        let mut used = HashSet::new();
        referred(&plan, &mut used);
        prop_assert_eq!(used, unique);
    }

    fn a_flip_does_what_it_says(seen) {
        let request = &seen.request;
        let plan = &seen.plan;
        for flip in &plan.flips {
            let mut changed = serde_json::to_value(request).expect("a request is JSON");
            for (field, answer) in &flip.change {
                changed[field.path()] = serde_json::to_value(answer).expect("an answer is JSON");
            }
            let changed = apim_plan::read_request(&changed.to_string()).expect("an answer can be given");
            prop_assert_eq!(apim_plan::plan(&changed).recommended, flip.recommended, "{}", flip.text);
            prop_assert_ne!(flip.recommended, plan.recommended);
        }
        prop_assert!(plan.flips.is_sorted_by_key(|flip| flip.change.len()));
    }

    fn a_question_that_does_not_matter_changes_nothing_whatever_the_answer(seen) {
        let (request, plan) = (&seen.request, &seen.plan);
        let before = gist(plan);
        for question in plan.open_questions.iter().filter(|question| !question.matters) {
            for other in answers(question.field, request) {
                let after = apim_plan::plan(&other);
                if contradicts_itself(&after) {
                    continue;
                }
                for (part, after) in gist(&after) {
                    // That a platform was stated is said, even where a tier settles it; and the
                    // table marks the row of a stated mode, even for those who need not move.
                    if matches!((question.field.path(), part), ("platform", "platform") | ("vnet", "table")) {
                        continue;
                    }
                    prop_assert!(before.get(part) == Some(&after), "{:?} changes {}: {}", question.field, part, first_difference(before.get(part), &after));
                }
            }
        }
    }

    fn a_question_decides_exactly_when_an_answer_changes_the_verdict(seen) {
        let (request, plan) = (&seen.request, &seen.plan);
        if contradicts_itself(plan) {
            return Ok(());
        }
        for question in plan.open_questions.iter().filter(|question| question.field != LOCATIONS) {
            let others: Vec<_> = answers(question.field, request).iter().map(apim_plan::plan).filter(|other| !contradicts_itself(other)).collect();
            let decides = others.iter().any(|other| verdict(other) != verdict(plan));
            prop_assert_eq!(question.decides, decides, "{:?}", question.field);
            // Numbers are open at one end: no list of answers could be tried.
            if matches!(QUESTIONNAIRE.find(question.field).expect("a question of the list").kind, Kind::Number(_) | Kind::Autoscale(_)) {
                continue;
            }
            let sizes = others.iter().any(|other| layouts(other) != layouts(plan));
            prop_assert_eq!(question.sizes, sizes, "{:?} and the layouts", question.field);
        }
    }
}

/// Where two texts part, with what follows.
fn first_difference(before: Option<&String>, after: &str) -> String {
    let before = before.map_or("", String::as_str);
    let at = before.bytes().zip(after.bytes()).take_while(|(one, other)| one == other).count().saturating_sub(60);
    let cut = |text: &str| text.chars().skip(at).take(160).collect::<String>();
    format!("{} / {}", cut(before), cut(after))
}

/// What a reader calls the verdict on the migration.
fn verdict(plan: &Plan) -> impl PartialEq {
    let path = plan.paths.iter().find(|path| Some(path.id) == plan.recommended);
    let figures =
        path.map(|path| (path.downtime.minutes, path.downtime.temporary_address_minutes, path.retention.plan_for_minutes));
    (plan.status, plan.recommended, figures)
}

/// The best layout of each location, and its units.
fn layouts(plan: &Plan) -> impl PartialEq {
    let locations = plan.capacity.locations.iter();
    locations.map(|location| location.options.first().map(|best| (best.verdict, best.layout, best.units))).collect::<Vec<_>>()
}

/// The other half, by example: a question that matters can change something.
#[test]
fn a_question_that_matters_can_change_something() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;

    let mut runner = TestRunner::deterministic();
    let mut idle: std::collections::HashMap<Field, (u32, u32)> = std::collections::HashMap::new();
    for _ in 0..300 {
        let request = requests().new_tree(&mut runner).expect("a request").current();
        let before = gist(&apim_plan::plan(&request));
        for question in apim_plan::plan(&request).open_questions.iter().filter(|question| question.matters) {
            let changes = answers(question.field, &request).iter().any(|other| gist(&apim_plan::plan(other)) != before);
            let (all, idle) = idle.entry(question.field).or_default();
            *all += 1;
            *idle += u32::from(!changes);
        }
    }
    for field in QUESTIONNAIRE.counted().map(|(question, _)| question.field).filter(|field| *field != LOCATIONS) {
        let (all, idle) = idle.get(&field).copied().unwrap_or_default();
        assert!(all > 0, "{field:?} never matters");
        // Some matter only together with another open answer: the mode with the downtime, say.
        assert!(idle * 3 <= all, "{field:?} is said to matter in {all} requests, and changes nothing in {idle} of them");
    }
}
