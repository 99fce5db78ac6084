//! What an answer may do to a plan, and what it may not: removed, added, or contradicted by another.

use std::collections::HashSet;

use apim_plan::decide::decide;
use apim_plan::facts::platform::runs_on;
use apim_plan::facts::tiers::{TierZones, zones};
use apim_plan::questionnaire::{Answer, Kind, QUESTIONNAIRE, Question};
use apim_plan::{Certainty, Phase, PlanRequest, SpanId, Tier, Verdict, ZoneLayout};
use proptest::prelude::*;

use super::laws;

/// Removing evidence never makes the platform surer, with one exception: an update that contradicts the date of creation.
/// A creation before April 2021 points to stv1, a later update may have migrated the instance, and S001 gives no order.
const MAY_CONTRADICT: [&str; 3] = ["updatedOn", "updatedWith", "createdOn"];

/// The questions of an instance that are answered by one of a few words.
fn closed() -> impl Iterator<Item = &'static Question> {
    QUESTIONNAIRE.questions.iter().copied().filter(|question| matches!(question.kind, Kind::YesNo(_) | Kind::Word(_)))
}

fn answered(question: &Question, request: &PlanRequest, answer: Option<Answer>) -> PlanRequest {
    let mut other = request.clone();
    question.kind.put(&mut other, answer);
    other
}

/// Pairs of findings that deny each other.
const EXCLUSIVE: &[(&str, &str)] = &[
    ("already-migrated", "retired-platform"),
    ("already-migrated", "not-affected"),
    ("already-migrated", "no-path-left"),
    ("not-affected", "retired-platform"),
    ("not-affected", "no-path-left"),
    ("not-affected", "platform-not-stated"),
    ("platform-not-stated", "already-migrated"),
    ("region-lacks-zones", "zone-support-unknown"),
    ("region-lacks-zones", "tier-lacks-zones"),
    ("region-without-zones", "zone-support-unknown"),
    ("tier-lacks-zones", "zones-only-at-creation"),
    ("subnet-too-small", "subnet-too-small-after"),
    ("autoscale-above-tier-maximum", "tier-does-not-autoscale"),
    ("v2-tier-is-no-target", "zones-only-at-creation"),
];

laws! { LAWS:
    fn a_path_that_is_ruled_out_stays_ruled_out_for_every_answer_to_an_open_question(seen) {
        let (request, plan) = (&seen.request, &seen.plan);
        let base = decide(request);
        for question in closed().filter(|question| question.kind.get(request).is_none()) {
            for answer in question.kind.choices() {
                let other = answered(question, request, Some(answer));
                let decision = decide(&other);
                if decision.answers.contradicts_itself() || base.answers.contradicts_itself() || contradictory(&other) || denies_what_was_inferred(question, plan) {
                    continue;
                }
                for path in plan.paths.iter().filter(|path| path.verdict == Verdict::RuledOut) {
                    let verdict = decision.route.judged(path.id).verdict;
                    prop_assert_eq!(verdict, Verdict::RuledOut, "{:?} with {:?}: {:?}", path.id, question.field, path.reasons.first().map(|reason| &reason.text));
                }
            }
        }
    }

    fn certainty_never_rises_when_an_answer_is_removed(seen) {
        let (request, plan) = (&seen.request, &seen.plan);
        let rank = |certainty: Certainty| match certainty {
            Certainty::Stated => 3,
            Certainty::Inferred => 2,
            Certainty::Uncertain => 1,
            Certainty::Unknown => 0,
        };
        // No page says what a v2 tier reports: that the tier is known is all that is known.
        let is_v2 = request.tier.is_some_and(|tier| !tier.is_classic() && tier != Tier::Consumption);
        for question in QUESTIONNAIRE.questions.iter().filter(|question| !MAY_CONTRADICT.contains(&question.field.path())) {
            if question.kind.get(request).is_none() || is_v2 {
                continue;
            }
            let other = answered(question, request, None);
            let decision = decide(&other);
            // Without the answer that contradicts another, the other counts.
            if decide(request).answers.contradicts_itself() || contradicts(plan) {
                continue;
            }
            prop_assert!(rank(decision.platform.certainty) <= rank(plan.platform.certainty), "{:?} removed: {:?}", question.field, decision.platform);
        }
    }

    fn no_two_findings_contradict_each_other(seen) {
        let plan = &seen.plan;
        // Where a region is named twice, a blocker says so, and two locations share its findings.
        let mut regions = HashSet::new();
        let named_twice = seen.request.locations.iter().any(|location| !regions.insert(&location.name));
        if named_twice {
            return Ok(());
        }
        let found: Vec<(&str, Option<&str>)> = plan
            .findings
            .iter()
            .map(|finding| (<&str>::from(finding.rule), finding.location.as_ref().map(apim_plan::RegionName::as_str)))
            .collect();
        for (one, other) in EXCLUSIVE {
            for (_, place) in found.iter().filter(|(rule, _)| rule == one) {
                let denied = found.iter().any(|(rule, at)| rule == other && (at == place || at.is_none() || place.is_none()));
                prop_assert!(!denied, "{one} and {other} at {place:?}");
            }
        }
        let mut seen = HashSet::new();
        for finding in &plan.findings {
            prop_assert!(seen.insert((finding.what.clone(), finding.location.clone())), "said twice: {}", finding.what);
        }
    }

    fn what_is_done_afterwards_is_not_due_before_what_is_done_during_the_migration(seen) {
        for path in seen.plan.paths.iter().filter(|path| path.verdict != Verdict::RuledOut) {
            let due = |phase| path.actions.iter().filter(move |action| action.phase == phase).filter_map(|action| action.by_minute);
            let end = path.timeline.iter().filter(|span| matches!(span.id, SpanId::Downtime | SpanId::TemporaryAddress)).map(|span| span.from_minute).min();
            if let (Some(during), Some(after)) = (due(Phase::During).max(), due(Phase::After).min()) {
                prop_assert!(during <= after, "{:?}: during by {during}, after by {after}", path.id);
            }
            if let (Some(end), Some(after)) = (end, due(Phase::After).min()) {
                prop_assert!(after >= end, "{:?}: after by {after}, traffic moves at {end}", path.id);
            }
        }
    }

    fn every_path_that_is_recommended_or_possible_can_be_carried_out(seen) {
        for path in seen.plan.paths.iter().filter(|path| path.verdict != Verdict::RuledOut) {
            prop_assert!(!path.actions.is_empty(), "{:?} has no steps", path.id);
            prop_assert!(!path.reasons.is_empty(), "{:?} has no reason", path.id);
        }
    }

    fn sides_of_a_disagreement_are_ordered_oldest_first(seen) {
        for disagreement in &seen.plan.disagreements {
            let dates: Vec<(bool, &str)> = disagreement.sides.iter().map(|side| (side.source.page.dated.is_undated(), side.source.page.dated.day())).collect();
            prop_assert!(dates.is_sorted(), "{}: {dates:?}", disagreement.id);
            prop_assert!(disagreement.sides.len() > 1, "{}", disagreement.id);
        }
    }
}

/// Answers of which one must be a mistake: a platform that the tier can't have, or one for the instance that its locations deny.
fn contradictory(request: &PlanRequest) -> bool {
    let platforms = || request.platform.into_iter().chain(request.locations.iter().filter_map(|location| location.platform));
    let impossible = request.tier.is_some_and(|tier| platforms().any(|platform| !runs_on(tier, platform)));
    let without_zones = request.tier.is_some_and(|tier| zones(tier) == TierZones::No);
    let zonal = without_zones && request.locations.iter().any(|location| location.zones.is_some_and(ZoneLayout::is_selected));
    let denied = request.platform.is_some_and(|platform| platforms().any(|other| other != platform));
    // Developer has one unit: with several, the tier is the mistake.
    let too_many = request.tier == Some(Tier::Developer)
        && request.locations.iter().any(|location| location.units.is_some_and(|units| units.get() > 1));
    impossible || denied || zonal || too_many
}

/// Selected zones mean stv2, so that another platform is a mistake in one of the two answers.
fn denies_what_was_inferred(question: &Question, plan: &apim_plan::Plan) -> bool {
    question.field.path() == "platform" && plan.platform.certainty == Certainty::Inferred
}

fn contradicts(plan: &apim_plan::Plan) -> bool {
    plan.findings.iter().any(|finding| {
        matches!(<&str>::from(finding.rule), "platform-contradicts-tier" | "tier-outside-networks" | "tier-lacks-zones")
    })
}

/// Whether a plan shows it or not: both sides of what the documentation says differently, oldest first, each with a citation of its own.
#[test]
fn every_disagreement_names_its_sides_oldest_first() {
    for disagreement in apim_plan::all_disagreements() {
        let dates: Vec<(bool, &str)> =
            disagreement.sides.iter().map(|side| (side.source.page.dated.is_undated(), side.source.page.dated.day())).collect();
        assert!(dates.is_sorted(), "{}: {dates:?}", disagreement.id);
        let citations: HashSet<&str> = disagreement.sides.iter().map(|side| side.source.id).collect();
        assert_eq!(citations.len(), disagreement.sides.len(), "{} cites one place for two sides", disagreement.id);
    }
}
