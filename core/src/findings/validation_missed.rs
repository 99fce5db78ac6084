use super::{Basis, Case, Check, Found, Rule, RuleId};
use crate::domain::Severity;
use crate::facts::migration::{FAQ_DEFAULT_NAMES, FAQ_TEST, KEEP_48H, OPTION_2_SETTINGS};
use crate::migration::TestWindow;
use crate::wording::span;

pub(super) static RULE: Rule = Rule {
    id: RuleId::ValidationMissed,
    severity: Severity::Risk,
    finds: "validation that is wanted although the recommended path leaves little or no time for it",
    basis: Basis::Derived,
    because: &[&FAQ_TEST, &FAQ_DEFAULT_NAMES, &OPTION_2_SETTINGS],
    check: Check::Instance(check),
};

/// Silent where a test of two days or without end is possible.
fn check(case: &Case<'_>) -> Option<Found> {
    let account = case.account?;
    if case.decision.answers.validate_first != Some(true) {
        return None;
    }
    Some(match account.test {
        TestWindow::Unlimited => return None,
        TestWindow::For(minutes) | TestWindow::Perhaps(minutes) if minutes >= KEEP_48H.value => return None,
        TestWindow::For(minutes) | TestWindow::Perhaps(minutes) => Found::new(
            format!("You want to test before live traffic moves, and only {} are certain for the test.", span(minutes)),
            format!(
                "Prepare a hosts file and a list of calls, or stay in another subnet, where stv1 compute is retained for {}.",
                span(KEEP_48H.value)
            ),
        ),
        TestWindow::None if account.names_wait() == Some(false) => Found::new(
            "You want to test before live traffic moves, and host names point at the new gateway as soon as the migration succeeds.",
            "Test the network with a temporary instance in the target subnet, or deploy a second instance side by side.",
        ),
        TestWindow::None => Found::new(
            "You want to test before live traffic moves, and this path leaves no documented time for it.",
            "Test on a second instance, or deploy side by side.",
        ),
    })
}
