//! Section 6 of docs/contract.md, held over finished plans: what one part of a plan says, no other part contradicts.

#![expect(clippy::expect_used, reason = "a plan that cannot be written is a failure")]

use apim_plan::export::{ExportContext, markdown, to_letter};
use apim_plan::facts::tiers::has_regions;
use apim_plan::{
    AddressChange, Certainty, ChangedBy, Day, Path, PathId, Phase, Plan, PlanRequest, SpanId, Status, Verdict, Vnet, plan,
};
use proptest::prelude::*;

use super::laws;
use strum::IntoEnumIterator;

fn open_paths(plan: &Plan) -> impl Iterator<Item = &Path> {
    plan.paths.iter().filter(|path| path.verdict != Verdict::RuledOut)
}

/// Who serves live traffic: one after the other, from minute 0 on.
fn serving(path: &Path) -> Vec<(SpanId, u32, Option<u32>)> {
    let serves = |id| matches!(id, SpanId::OldCompute | SpanId::Downtime | SpanId::TemporaryAddress | SpanId::NewCompute);
    let spans = path.timeline.iter().filter(|span| serves(span.id));
    spans.map(|span| (span.id, span.from_minute, span.to_minute)).collect()
}

/// Everything that is said of a plan, once.
fn said(plan: &Plan) -> Vec<String> {
    let mut said = vec![plan.headline.to_string()];
    said.extend(plan.findings.iter().flat_map(|finding| [finding.what.to_string(), finding.instead.to_string()]));
    for path in open_paths(plan) {
        said.extend(path.reasons.iter().map(|reason| reason.text.to_string()));
        said.extend(path.actions.iter().map(|action| action.text.to_string()));
        said.extend(path.portal_steps.iter().map(|step| step.text.to_string()));
    }
    said
}

laws! { LAWS:
    fn exactly_one_server_has_live_traffic_at_every_minute(seen) {
        for path in open_paths(&seen.plan).filter(|path| !path.timeline.is_empty()) {
            let serving = serving(path);
            prop_assert_eq!(serving.first().map(|first| first.1), Some(0));
            prop_assert_eq!(serving.last().map(|last| last.2), Some(None));
            for (one, next) in serving.iter().zip(serving.iter().skip(1)) {
                prop_assert_eq!(one.2, Some(next.1), "{:?} {:?}", path.id, serving);
            }
        }
    }

    fn the_timeline_and_the_figures_name_the_same_minutes(seen) {
        for path in open_paths(&seen.plan).filter(|path| !path.timeline.is_empty()) {
            let length = |wanted: SpanId| -> u32 {
                serving(path).iter().filter(|(id, ..)| *id == wanted).filter_map(|(_, from, to)| Some(to.as_ref()? - from)).sum()
            };
            prop_assert_eq!(length(SpanId::Downtime), path.downtime.minutes.unwrap_or(0), "{:?}", path.id);
            prop_assert_eq!(length(SpanId::TemporaryAddress), path.downtime.temporary_address_minutes.unwrap_or(0));
            let lock = path.timeline.iter().find(|span| span.id == SpanId::Lock).and_then(|span| span.to_minute);
            prop_assert_eq!(lock, path.lock_minutes);
        }
    }

    fn rules_are_due_before_the_minute_at_which_traffic_moves(seen) {
        let rules = ["update-firewall-rules", "update-ip-dependencies", "allow-precreated-ip", "update-self-hosted-gateway-rules"];
        for path in open_paths(&seen.plan) {
            let moves = serving(path).iter().find(|(id, ..)| *id != SpanId::OldCompute).map(|(_, from, _)| *from);
            for action in path.actions.iter().filter(|action| rules.contains(&<&str>::from(action.id))) {
                prop_assert!(matches!(action.phase, Phase::Before | Phase::WayBack), "{:?} {:?}", path.id, action);
                if let (Phase::Before, Some(due), Some(moves)) = (action.phase, action.by_minute, moves) {
                    prop_assert!(due <= moves, "{:?} {:?}", path.id, action);
                }
            }
        }
    }

    fn dns_records_and_dns_steps_have_one_deadline(seen) {
        for path in open_paths(&seen.plan) {
            let deadline = path.timeline.iter().find(|span| span.id == SpanId::DnsDeadline).map(|span| span.from_minute);
            for record in &path.dns_records {
                match record.changed_by {
                    ChangedBy::Platform => prop_assert_eq!(record.due_minute, None),
                    ChangedBy::You => prop_assert_eq!(record.due_minute, deadline, "{:?} {:?}", path.id, record),
                }
            }
            let kept = path.public_vip == AddressChange::Kept;
            prop_assert!(!kept || path.dns_records.is_empty(), "a path that preserves the VIP moves no name: {:?}", path.id);
        }
    }

    fn a_test_is_promised_only_where_stv1_compute_serves_meanwhile(seen) {
        // More regions than the tier can have are a blocker: which of them has the names can't be said.
        if has_regions(seen.request.tier) == Some(false) && seen.request.locations.len() > 1 {
            return Ok(());
        }
        let request = &seen.request;
        for path in open_paths(&seen.plan) {
            let promised = path.actions.iter().any(|action| <&str>::from(action.id) == "validate-with-hosts-file");
            let waits = path.dns_records.iter().any(|record| record.changed_by == ChangedBy::You);
            let retained = path.retention.plan_for_minutes.is_some_and(|minutes| minutes > 0);
            let records = request.custom_domain_record.is_none() && request.custom_domains != Some(false);
            let open = records || request.vnet.is_none();
            prop_assert!(!promised || retained && (waits || open), "{:?}", path.id);
        }
    }

    fn what_was_answered_is_not_asked_and_not_done_anyway(seen) {
        let request = &seen.request;
        let plan = &seen.plan;
        for text in said(plan) {
            if request.new_subnet.is_some() {
                prop_assert!(!text.contains("Can you provide another subnet?"), "{text}");
            }
        }
        if request.new_subnet == Some(false) && request.vnet.is_some_and(|vnet| vnet != Vnet::None) {
            let recommended = plan.paths.iter().find(|path| Some(path.id) == plan.recommended);
            let asks = |path: &Path| path.actions.iter().any(|action| <&str>::from(action.id) == "prepare-new-subnet");
            prop_assert!(recommended.is_none_or(|path| path.id == PathId::SideBySide || !asks(path)));
        }
    }

    fn the_gateway_is_not_promised_to_stay_where_dns_is_too_slow(seen) {
        let plan = &seen.plan;
        let late = plan.paths.iter().find(|path| Some(path.id) == plan.recommended);
        let late = late.is_some_and(|path| path.timeline.iter().any(|span| span.id == SpanId::ClientsAtRisk));
        prop_assert!(!late || !plan.headline.contains("stays available"), "{}", plan.headline);
    }

    fn a_guess_is_no_status_and_stands_in_the_verdict(seen) {
        let plan = &seen.plan;
        if matches!(plan.platform.certainty, Certainty::Uncertain | Certainty::Unknown) && plan.platform.locations.is_empty() {
            prop_assert!(matches!(plan.status, Status::Unknown | Status::NotAffected), "{:?}", plan.status);
        }
        if plan.status == Status::Unknown && plan.recommended.is_some() {
            prop_assert!(plan.headline.starts_with("If it runs on stv1: "), "{}", plan.headline);
        }
    }

    fn nothing_to_do_is_short_in_the_report(seen) {
        let plan = &seen.plan;
        if plan.is_settled() {
            prop_assert!(plan.headline.starts_with("No migration is needed"));
            let report = markdown(plan, &ExportContext::default());
            for section in ["## Paths", "## Checklist", "## What would change it", "## Downtime and retention"] {
                prop_assert!(!report.contains(section), "{section}");
            }
            prop_assert!(apim_plan::Owner::iter().all(|owner| to_letter(plan, owner.into(), &ExportContext::default()).is_none()));
        }
    }

    fn a_date_that_lies_ahead_is_not_in_the_past_tense(seen) {
        let request = &seen.request;
        let earlier = PlanRequest { as_of: "2024-06-01".parse::<Day>().ok(), ..request.clone() };
        for text in said(&plan(&earlier)) {
            prop_assert!(!text.contains("was retired"), "{text}");
        }
    }

    fn every_command_is_there_in_both_shells(seen) {
        for path in open_paths(&seen.plan) {
            for command in &path.commands {
                let shells = path.commands.iter().filter(|other| other.id == command.id).count();
                prop_assert_eq!(shells, apim_plan::Shell::iter().count());
            }
        }
    }

    fn units_agree_with_their_number(seen) {
        for text in said(&seen.plan) {
            for wrong in ["1 units", "1 minutes", "1 hours", "1 IP addresses", "1 regions"] {
                let at = text.find(wrong).filter(|at| !text[..*at].ends_with(|sign: char| sign.is_ascii_digit()));
                prop_assert!(at.is_none(), "{text}");
            }
        }
    }

    fn a_second_instance_has_other_names_for_everybody(seen) {
        let plan = &seen.plan;
        let path = plan.paths.iter().find(|path| path.id == PathId::SideBySide).expect("every plan has every path");
        if path.verdict != Verdict::RuledOut {
            let told = path.actions.iter().find(|action| <&str>::from(action.id) == "tell-clients").expect("clients are told");
            prop_assert!(!told.text.contains("do not change"), "{}", told.text);
            let in_place = ["update-self-hosted-gateway-rules", "allow-precreated-ip", "start-migration"];
            prop_assert!(path.actions.iter().all(|action| !in_place.contains(&<&str>::from(action.id))));
        }
    }
}
