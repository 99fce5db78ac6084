//! Until when a failed migration rolls back automatically, and what can be done later: read off the account.

use super::account::{Account, Family};
use super::shape::BackOut;
use crate::cite::{Statement, by, say};
use crate::facts::{migration, side_by_side};
use crate::wording::span;

pub(super) fn back_out(account: &Account<'_>) -> BackOut {
    if account.family == Family::SideBySide {
        return BackOut {
            until_minute: None,
            after: vec![say(
                "Point DNS and everything in front of the gateway back to the first instance, for as long as it exists.",
                by![side_by_side::PARALLEL_WAY_BACK],
            )],
        };
    }
    let mut after: Vec<Statement> = Vec::new();
    // The steps set the longer retention where the default is too short: stv1 compute serves for as long as is set.
    if let Some(window) = account.safe_setting().or(account.dns_window()).filter(|minutes| *minutes > 0) {
        after.push(say(
            format!(
                "Before you update DNS, leave the records unchanged and correct the rule or route: stv1 compute serves for {} after the migration.",
                span(window)
            ),
            by![migration::FAQ_ROLLBACK, migration::FAQ_TEST],
        ));
        after.push(say(
            "After you update DNS, point the records back to the old VIP while stv1 compute is retained. Clients follow after the TTL.",
            by![migration::FAQ_ROLLBACK],
        ));
    }
    after.push(say(
        "A completed migration can't be reversed. Correct the network on stv2, or deploy a second instance.",
        by![migration::LONG_AND_FOR_GOOD, migration::FAQ_ROLLBACK],
    ));
    if account.way_back.is_some() {
        after.push(say(
            "A failed return leaves the instance on stv2 in the other subnet; stv1 compute is deleted by then.",
            by![migration::RETURN, migration::OPTION_2_SETTINGS],
        ));
    }
    BackOut { until_minute: account.clock.as_ref().map(|clock| clock.end), after }
}
