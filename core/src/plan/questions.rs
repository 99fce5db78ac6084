//! Which open questions matter, and which of them can change a verdict.

use super::flips;
use super::shape::OpenQuestion;
use crate::decide::{Choice, Decision, choose, decide};
use crate::domain::{Minutes, PathId, PlanRequest, Status, Verdict, ZoneLayout};
use crate::facts::platform::runs_on;
use crate::migration;
use crate::questionnaire::{Circumstances, Kind, Question, Questionnaire, Sway};

/// The questions without an answer, in the order of the questionnaire.
pub(super) fn open_questions(questionnaire: &Questionnaire<'_>, request: &PlanRequest, decision: &Decision) -> Vec<OpenQuestion> {
    let case = Circumstances { request, decision };
    let now = (MigrationVerdict::of(request, decision), layouts(decision));
    questionnaire
        .counted()
        .filter(|(question, _)| !question.kind.is_answered(request))
        .map(|(question, counted)| {
            let matters = (counted.matters)(&case);
            let (decides, sizes) = if matters { changes(question, &counted.sway, &case, &now) } else { (false, false) };
            OpenQuestion { field: question.field, matters, decides, sizes }
        })
        .collect()
}

/// What a reader calls the verdict on the migration. The rest of a plan follows from it or is work.
#[derive(PartialEq)]
struct MigrationVerdict {
    status: Status,
    recommended: Option<PathId>,
    downtime: Option<Minutes>,
    temporary_address: Option<Minutes>,
    retention: Option<Minutes>,
}

impl MigrationVerdict {
    fn of(request: &PlanRequest, decision: &Decision) -> Self {
        let account = migration::recommended(request, decision);
        let figures = account.as_ref().map(|account| &account.figures);
        Self {
            status: decision.status,
            recommended: decision.route.recommended,
            downtime: figures.and_then(|figures| figures.downtime.minutes),
            temporary_address: figures.and_then(|figures| figures.downtime.temporary_address_minutes),
            retention: figures.and_then(|figures| figures.retention.plan_for_minutes),
        }
    }
}

/// The best layout of each location with its units, and whether it is possible at all.
type Layouts = Vec<Option<(Verdict, ZoneLayout, u32)>>;

fn layouts(decision: &Decision) -> Layouts {
    let of = |choice: &Choice| (choice.verdict, choice.layout, choice.units);
    decision.capacities.locations.iter().map(|location| location.choices.iter().next().map(of)).collect()
}

/// Whether some answer, alone, would change the verdict on the migration, and whether one would change layouts or units.
fn changes(question: &Question, sway: &Sway, case: &Circumstances<'_>, now: &(MigrationVerdict, Layouts)) -> (bool, bool) {
    // What becomes of a number, such as a raised limit, can't be tried whole: it is no question of a verdict.
    // Which regions there are, and what they serve, is what layouts are made of.
    if matches!(question.kind, Kind::Locations(_)) {
        return (false, true);
    }
    // An alternative that other answers depend on is tried as the flips try it.
    let moves = |alternative| {
        flips::with(question, alternative, case)
            .is_some_and(|answers| choose(case.decision.status, &answers).0 != case.decision.route.recommended)
    };
    let moves = match sway {
        Sway::None | Sway::Fact => false,
        Sway::Alternatives { answers, .. } => answers.iter().any(moves),
    };
    let mut changed = (moves, false);
    for answer in question.kind.choices() {
        let mut other = case.request.clone();
        question.kind.put(&mut other, Some(answer));
        // An answer that excludes another one is a mistake, not a choice.
        if other.tier.zip(other.platform).is_some_and(|(tier, platform)| !runs_on(tier, platform)) {
            continue;
        }
        let then = decide(&other);
        if then.answers.contradicts_itself() {
            continue;
        }
        changed.0 |= MigrationVerdict::of(&other, &then) != now.0;
        changed.1 |= layouts(&then) != now.1;
    }
    changed
}
