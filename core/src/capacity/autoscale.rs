//! Autoscale: limits that agree with the recommended layout, the rules of the documentation, and how long scaling takes.

use super::account::CapacityAccount;
use super::shape::AutoscalePlan;
use crate::cite::{Sources, Statement, by, say};
use crate::decide::LocationDecision;
use crate::decide::sizing::AutoscaleDecision;
use crate::domain::{Autoscale, AutoscaleLimits, Minutes};
use crate::facts::tiers::{Metric, metric};
use crate::facts::zones::{self, ScaleRule};
use crate::wording::{span, units};

pub(super) fn autoscale(decided: &LocationDecision, account: &CapacityAccount<'_>) -> Option<AutoscalePlan> {
    let corrected = decided.autoscale?;
    let Some(Autoscale::Limits(given)) = account.request.autoscale else { return None };
    let text = because(given, corrected, account);
    Some(AutoscalePlan {
        valid: corrected.valid,
        minimum: corrected.minimum,
        maximum: corrected.maximum,
        step: corrected.step,
        because: Statement {
            text: text.into(),
            sources: Sources::listed(by![zones::AUTOSCALE_BY_MULTIPLES, zones::AUTOSCALE_PRIMARY, zones::NO_PROMISE_OF_UNITS]),
        },
        notes: notes(corrected, decided, account),
    })
}

/// Why the limits are what they are: one reason for each correction.
fn because(given: AutoscaleLimits, corrected: AutoscaleDecision, account: &CapacityAccount<'_>) -> String {
    let mut reasons = Vec::new();
    let limit = account.capacities().max_units;
    if corrected.for_goals > 0 && given.minimum.get() < corrected.for_goals {
        reasons.push(format!("Minimum {}: the goal needs {}.", corrected.minimum, units(corrected.for_goals)));
    }
    if given.maximum.get() < corrected.recommended {
        reasons.push(format!("Maximum {}: the recommended layout has {}.", corrected.maximum, units(corrected.recommended)));
    }
    if given.maximum.get() > limit || given.minimum.get() > limit {
        reasons.push(format!("Maximum {}: the limit is {}.", corrected.maximum, units(limit)));
    }
    match corrected.zones {
        Some(zones) => reasons.push(format!("With {zones} selected zones, minimum, maximum and step are multiples of {zones}.")),
        None if reasons.is_empty() => reasons.push("No zones are selected, so no multiple is required.".to_owned()),
        None => {}
    }
    reasons.join(" ")
}

fn notes(corrected: AutoscaleDecision, decided: &LocationDecision, account: &CapacityAccount<'_>) -> Vec<Statement> {
    let mut notes = Vec::with_capacity(4);
    let (out, back) = (zones::SCALE_OUT.value, zones::SCALE_IN.value);
    let step_note = if corrected.step > out.units {
        format!(" The documented samples use {}; here each rule uses the step.", units(out.units))
    } else {
        String::new()
    };
    match metric(account.tier()) {
        Some(Metric::Capacity) => notes.push(say(
            format!(
                "Sample rules with the documented thresholds: {}. {}.{}",
                rule("add", "above", out, corrected.step),
                rule("Remove", "below", back, corrected.step),
                step_note
            ),
            by![zones::AUTOSCALE_OUT, zones::AUTOSCALE_IN, zones::AUTOSCALE_BY_MULTIPLES],
        )),
        Some(Metric::CpuAndMemory) => notes.push(say(
            "The metrics of the v2 tiers are the CPU and the memory percentage of the gateway. Thresholds for them are not documented.",
            by![zones::V2_METRICS],
        )),
        None => {}
    }
    notes.push(say(
        format!(
            "Autoscale does not absorb bursts: the first step takes {} or more, {} for the metric and at least {} to scale. The next step follows after a cool-down of {}.",
            span(out.window + zones::SCALE_STEP.value),
            span(out.window),
            span(zones::SCALE_STEP.value),
            span(out.cool_down)
        ),
        by![zones::AUTOSCALE_STEP, zones::AUTOSCALE_OUT],
    ));
    if let Some((from, to, minutes)) = climb(corrected, decided) {
        notes.push(say(
            format!(
                "From {from} to {} takes about {} or more (our arithmetic). If the load rises faster, set the minimum to {to}.",
                units(to),
                span(minutes)
            ),
            by![zones::AUTOSCALE_STEP, zones::AUTOSCALE_OUT],
        ));
    }
    notes
}

/// `add 1 unit if the average of the Capacity metric is above 80 % for 30 minutes, cool-down 60 minutes`.
fn rule(verb: &str, where_to: &str, rule: ScaleRule, step: u32) -> String {
    format!(
        "{verb} {} if the average of the Capacity metric is {where_to} {} % for {}, cool-down {}",
        units(rule.units.max(step)),
        rule.percent,
        span(rule.window),
        span(rule.cool_down)
    )
}

/// How long autoscale takes from its minimum to the units of the peak load: one window, then a cool-down before each
/// further step, and the last step itself.
fn climb(corrected: AutoscaleDecision, decided: &LocationDecision) -> Option<(u32, u32, Minutes)> {
    let (from, to) = (corrected.minimum, decided.demand.at_peak.min(corrected.maximum));
    let steps = to.checked_sub(from)?.div_ceil(corrected.step.max(1));
    let out = zones::SCALE_OUT.value;
    let waits = steps.checked_sub(1)?;
    Some((from, to, out.window + waits * out.cool_down + zones::SCALE_STEP.value))
}
