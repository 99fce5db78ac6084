//! What holds of every plan, whatever was asked.

#![expect(clippy::expect_used, reason = "a plan that cannot be written is a failure")]
#![expect(clippy::indexing_slicing, reason = "a JSON value answers an index that it does not have with null")]

mod common;

use std::collections::HashSet;

use apim_plan::questionnaire::{Answer, Field, Kind, QUESTIONNAIRE};
use apim_plan::{
    Autoscale, AutoscaleLimits, PathId, PathSelection, PlanOptions, PlanRequest, Severity, SourceForm, Units, Verdict,
};
use common::requests;
use proptest::prelude::*;
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

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_plan_with_fewer_paths_is_otherwise_the_same(request in requests()) {
        let whole = written(&request);
        for (paths, verdicts) in [
            (PathSelection::Recommended, &[Verdict::Recommended][..]),
            (PathSelection::Open, &[Verdict::Recommended, Verdict::Possible]),
            (PathSelection::All, &[Verdict::Recommended, Verdict::Possible, Verdict::RuledOut]),
        ] {
            let made = apim_plan::plan_with(&request, PlanOptions { paths, sources: SourceForm::Ids });
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

    #[test]
    fn every_path_is_there_once_with_a_reason_and_the_recommended_one_first(request in requests()) {
        let plan = apim_plan::plan(&request);
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

    #[test]
    fn an_action_stands_once_in_a_phase(request in requests()) {
        for path in apim_plan::plan(&request).paths {
            let mut seen = HashSet::new();
            for action in &path.actions {
                prop_assert!(seen.insert((action.id, action.phase, action.location.clone())), "{:?} twice in {:?}", action.id, path.id);
                prop_assert!(!action.sources.is_empty(), "{:?} rests on a page", action.id);
                prop_assert!(action.text.ends_with('.') && action.text.starts_with(char::is_uppercase), "{}", action.text);
            }
        }
    }

    #[test]
    fn every_source_is_listed_once_and_every_listed_source_is_used(request in requests()) {
        let plan = written(&request);
        let listed: Vec<&str> =
            plan["sources"].as_array().into_iter().flatten().filter_map(|source| source["id"].as_str()).collect();
        let unique: HashSet<String> = listed.iter().map(|id| (*id).to_owned()).collect();
        prop_assert_eq!(unique.len(), listed.len(), "no source twice");
        let mut used = HashSet::new();
        referred(&plan, &mut used);
        prop_assert_eq!(used, unique);
    }

    #[test]
    fn findings_come_gravest_first_and_speak_whole_sentences(request in requests()) {
        let plan = apim_plan::plan(&request);
        prop_assert!(plan.findings.is_sorted_by_key(|finding| finding.severity));
        for finding in &plan.findings {
            for text in [&finding.what, &finding.instead] {
                prop_assert!(text.ends_with('.'), "{:?}: {text}", finding.rule);
                prop_assert!(!text.contains("  ") && !text.contains("None") && !text.contains("Some("), "{text}");
            }
        }
    }

    #[test]
    fn an_assessment_is_the_plans_decision(request in requests()) {
        let (plan, brief) = (apim_plan::plan(&request), apim_plan::assess(&request));
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

    #[test]
    fn a_flip_does_what_it_says(request in requests()) {
        let plan = apim_plan::plan(&request);
        for flip in &plan.flips {
            let mut changed = serde_json::to_value(&request).expect("a request is JSON");
            for (field, answer) in &flip.change {
                changed[field.path()] = serde_json::to_value(answer).expect("an answer is JSON");
            }
            let changed = apim_plan::read_request(&changed.to_string()).expect("an answer can be given");
            prop_assert_eq!(apim_plan::plan(&changed).recommended, flip.recommended, "{}", flip.text);
            prop_assert_ne!(flip.recommended, plan.recommended);
        }
        prop_assert!(plan.flips.is_sorted_by_key(|flip| flip.change.len()));
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

fn contradicts_itself(plan: &Value) -> bool {
    let rules = plan["findings"].as_array().into_iter().flatten().filter_map(|finding| finding["rule"].as_str());
    rules.into_iter().any(|rule| CONTRADICTIONS.contains(&rule))
}

/// The plan without what speaks of the questions themselves.
fn gist(request: &PlanRequest) -> Value {
    let mut plan = written(request);
    plan["openQuestions"].take();
    plan["request"].take();
    // What would follow from answers that nobody has given is no part of the plan as it stands.
    plan["flips"].take();
    // Of a path that is ruled out, only that and why is for the reader; its figures stay for comparison.
    for path in plan["paths"].as_array_mut().into_iter().flatten().filter(|path| path["verdict"] == "ruledOut") {
        let kept = serde_json::json!({ "id": path["id"], "reasons": path["reasons"] });
        *path = kept;
    }
    // Nor do citations that only its figures rest on.
    plan["sources"].take();
    plan
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_question_that_does_not_matter_changes_nothing_whatever_the_answer(request in requests()) {
        let plan = apim_plan::plan(&request);
        let before = gist(&request);
        for question in plan.open_questions.iter().filter(|question| !question.matters) {
            for other in answers(question.field, &request) {
                let after = gist(&other);
                if contradicts_itself(&after) {
                    continue;
                }
                for part in before.as_object().into_iter().flat_map(|fields| fields.keys()) {
                    // That a platform was stated is said, even where a tier settles it; and the
                    // table marks the row of a stated mode, even for those who need not move.
                    if matches!((question.field.path(), part.as_str()), ("platform", "platform") | ("vnet", "table")) {
                        continue;
                    }
                    prop_assert!(before[part] == after[part], "{:?} changes {}", question.field, part);
                }
            }
        }
    }

    #[test]
    fn a_question_decides_exactly_when_an_answer_changes_the_verdict(request in requests()) {
        prop_assume!(!contradicts_itself(&written(&request)));
        let plan = apim_plan::plan(&request);
        let verdict = |request: &PlanRequest| {
            let apim_plan::Assessment { status, recommended, downtime_minutes, temporary_address_minutes, plan_for_minutes, .. } =
                apim_plan::assess(request);
            (status, recommended, downtime_minutes, temporary_address_minutes, plan_for_minutes)
        };
        let layouts = |plan: &apim_plan::Plan| -> Vec<_> {
            plan.capacity.locations.iter().map(|location| location.options.first().map(|best| (best.verdict, best.layout, best.units))).collect()
        };
        for question in plan.open_questions.iter().filter(|question| question.field != LOCATIONS) {
            let others = answers(question.field, &request);
            let others: Vec<_> = others.iter().filter(|other| !contradicts_itself(&written(other))).collect();
            let decides = others.iter().any(|other| verdict(other) != verdict(&request));
            prop_assert_eq!(question.decides, decides, "{:?}", question.field);
            // Numbers are open at one end: no list of answers could be tried.
            if matches!(QUESTIONNAIRE.find(question.field).expect("a question of the list").kind, Kind::Number(_) | Kind::Autoscale(_)) {
                continue;
            }
            let sizes = others.iter().any(|other| layouts(&apim_plan::plan(other)) != layouts(&plan));
            prop_assert_eq!(question.sizes, sizes, "{:?} and the layouts", question.field);
        }
    }
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
        let before = gist(&request);
        for question in apim_plan::plan(&request).open_questions.iter().filter(|question| question.matters) {
            let changes = answers(question.field, &request).iter().any(|other| gist(other) != before);
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
