//! What is changed, with which verdict, why, with which impact and risks, and how to back out.

use super::super::markdown::{MarkdownDocument, Md};
use super::super::{provenance, words};
use super::ChangeTicket;
use crate::capacity::{CapacityAccount, Change};
use crate::cite::{Citation, Disagreement, Sources};
use crate::domain::{AddressChange, Certainty, Cloud, Severity, Status, Tier, Vnet};
use crate::facts::retirement::retired_on;
use crate::findings::{Finding, RuleId};
use crate::migration::{ActionId, ChangedBy, Family, Reversible, SpanId, TestWindow};
use crate::plan::{OpenQuestion, Plan};
use crate::questionnaire::QUESTIONNAIRE;
use crate::wording::{self, joined, span};

impl ChangeTicket<'_> {
    pub(super) fn summary(&self, page: &mut MarkdownDocument) {
        let Self { plan, context, room, .. } = self;
        let name = provenance::name(plan);
        let title = context.title().map(str::to_owned);
        let title = title.unwrap_or_else(|| format!("Migrate {} from stv1 to stv2", name.unwrap_or("API Management")));
        page.line(format_args!("# {}", room.name(&title)));
        let named = name.map_or_else(String::new, |name| format!(" {}", room.name(name)));
        page.paragraph(format_args!(
            "**Change:** migrate the Azure API Management instance{named}{} to the stv2 compute platform{}.",
            self.described(),
            self.way()
        ));
        let assumed = self.assumptions();
        if !assumed.is_empty() {
            let these = if assumed.len() == 1 { "this is not so" } else { "one of these is not so" };
            page.paragraph(format_args!("**Assumes:** {}. If {these}, stop and plan again.", assumed.join("; ")));
        }
        page.paragraph(format_args!("**Verdict:** {}", room.sentence(&plan.headline)));
        let open = open_questions(plan, |question| question.decides);
        if !open.is_empty() {
            let shown: Vec<&str> = open.iter().copied().take(room.questions).collect();
            let more = if open.len() > shown.len() { format!(" and {} more", open.len() - shown.len()) } else { String::new() };
            page.paragraph(format_args!("**Not answered, and able to select another path:** {}{more}.", Md(&shown.join("; "))));
        }
    }

    /// ` (Premium, internal mode, West Europe and North Europe)`
    fn described(&self) -> String {
        let request = &self.plan.request;
        let regions: Vec<&str> = self.account.locations().map(|location| wording::region(&location.name)).collect();
        let regions = match regions.len() {
            0 => None,
            count if count <= 4 => Some(joined(&regions)),
            count => Some(format!("{count} locations")),
        };
        let mode = request.vnet.map(|vnet| match vnet {
            Vnet::None => "not in a virtual network".to_owned(),
            Vnet::External => "external mode".to_owned(),
            Vnet::Internal => "internal mode".to_owned(),
        });
        let parts: Vec<String> =
            [request.tier.map(Tier::title).map(str::to_owned), mode, regions].into_iter().flatten().collect();
        if parts.is_empty() { String::new() } else { format!(" ({})", Md(&parts.join(", "))) }
    }

    /// `, in the same subnet, with a new VIP`
    fn way(&self) -> String {
        let several = self.account.several();
        let by = match self.account.family {
            Family::SameSubnet if several => ", in the same subnets",
            Family::SameSubnet => ", in the same subnet",
            Family::NewSubnet if self.account.way_back.is_some() => ", in another subnet and back to the original one",
            Family::NewSubnet => ", in another subnet",
            Family::InPlace => ", in place",
            Family::Zones => ", by configuring availability zones",
            Family::Inject => ", by injecting it in a virtual network",
            Family::SideBySide => " by a side-by-side deployment: create a second instance and switch traffic to it",
        };
        let vip = match self.path.public_vip {
            AddressChange::Kept => ", and preserve the VIP",
            AddressChange::Changes if several => ", with new VIPs",
            AddressChange::Changes | AddressChange::Appears => ", with a new VIP",
            AddressChange::ChangesTwice => ". The VIP changes twice",
            AddressChange::New | AddressChange::NotUsed => "",
        };
        format!("{by}{vip}")
    }

    /// What the verdict rests on without an answer: as clauses that can be checked.
    fn assumptions(&self) -> Vec<String> {
        let mut assumed = Vec::new();
        let platform = &self.plan.platform;
        if self.plan.status == Status::Unknown || platform.certainty == Certainty::Uncertain {
            assumed.push("the instance runs on stv1, which `platformVersion` confirms".to_owned());
        }
        if self.account.family == Family::SameSubnet && self.account.answers.special_vnet_conditions.is_none() {
            assumed.push("Verify in the portal finds no special conditions".to_owned());
        }
        if let Some(longest) = self.account.safe_setting() {
            assumed.push(format!("the portal offers to retain stv1 compute for {}", span(longest)));
        }
        assumed
    }

    pub(super) fn why(&self, page: &mut MarkdownDocument) {
        page.heading("Why");
        if let Some(retired) = self.plan.findings.iter().find(|finding| finding.rule == RuleId::RetiredPlatform) {
            page.paragraph(format_args!("{} {}", self.room.sentence(&retired.what), self.room.sentence(&retired.instead)));
        } else {
            let day = wording::day(retired_on(self.plan.request.cloud.unwrap_or(Cloud::Global)).value);
            page.paragraph(format_args!("If the instance runs on stv1, it must migrate. Retirement date of stv1: {day}."));
        }
    }

    pub(super) fn impact(&self, page: &mut MarkdownDocument) {
        page.heading("Impact");
        page.head(&["What", "Effect"]);
        let mut row = |what: &str, effect: String| page.line(format_args!("| {what} | {} |", self.room.cell(&effect)));
        row("Gateway", self.gateway());
        row("VIP addresses", self.vips());
        row("DNS", self.dns());
        row("stv1 compute", self.retained());
        row(
            "Configuration",
            match self.path.lock_minutes {
                Some(lock) => format!("custom domains, locations and CA certificates are locked for {}", span(lock)),
                None => "don't change infrastructure settings until the status is Online".to_owned(),
            },
        );
        if self.account.several() {
            let one_by_one = self.migrates_one_by_one();
            row(
                "Locations",
                if one_by_one { "one location at a time, in the portal".to_owned() } else { words::tools(self.path) },
            );
        }
        if let Some(stays) = self.plan.findings.iter().find(|finding| finding.rule == RuleId::WhatStays) {
            row("Not changed", stays.what.trim_end_matches('.').to_owned());
        }
    }

    fn gateway(&self) -> String {
        let downtime = match self.path.downtime.minutes {
            _ if self.account.family == Family::SideBySide => {
                "the first instance serves traffic until traffic is switched".to_owned()
            }
            Some(0) if self.path.timeline.iter().any(|span| span.id == SpanId::OldComputeKept) && self.account.dns_by_hand() => {
                "0 minutes of downtime expected: stv1 compute serves traffic until DNS is updated".to_owned()
            }
            Some(0) => "0 minutes of downtime expected".to_owned(),
            Some(minutes) => format!("about {} of downtime", span(minutes)),
            None => "downtime is not documented".to_owned(),
        };
        match self.path.downtime.temporary_address_minutes {
            Some(minutes) => format!("{downtime}; traffic uses a temporary IP address for up to {}", span(minutes)),
            None => downtime,
        }
    }

    fn vips(&self) -> String {
        let each = if self.account.several() { " in each location" } else { "" };
        let private = match self.path.private_vip {
            AddressChange::Kept | AddressChange::NotUsed => "",
            AddressChange::Changes | AddressChange::ChangesTwice | AddressChange::New | AddressChange::Appears => {
                "; a new private VIP is known only after the migration"
            }
        };
        match self.path.public_vip {
            AddressChange::Kept => "preserved".to_owned(),
            AddressChange::Changes | AddressChange::Appears => format!("new VIP{each}{private}"),
            AddressChange::ChangesTwice => format!("new VIP{each} twice: after the migration and after the return{private}"),
            AddressChange::New => "the second instance has its own VIP and default host names".to_owned(),
            AddressChange::NotUsed => "not used".to_owned(),
        }
    }

    fn dns(&self) -> String {
        let by = |who| self.path.dns_records.iter().filter(|record| record.changed_by == who).count();
        let records = |count: usize| format!("{count} {}", if count == 1 { "record" } else { "records" });
        let due = self.account.dns_due_at().map_or_else(String::new, |due| format!(" {}", self.due(due)));
        match (by(ChangedBy::You), by(ChangedBy::Platform)) {
            (0, 0) if self.account.dns_by_hand() => format!("records that hold the VIP must be updated{due}"),
            (0, 0) => "no change".to_owned(),
            (0, platform) => format!("the platform updates {}", records(platform)),
            (mine, 0) => format!("{} to update{due}", records(mine)),
            (mine, platform) => format!("{} to update{due}; the platform updates {}", records(mine), records(platform)),
        }
    }

    fn retained(&self) -> String {
        if self.account.family == Family::SideBySide {
            return "the first instance stays until you delete it".to_owned();
        }
        let kept = match self.path.retention.plan_for_minutes {
            Some(0) => "not retained".to_owned(),
            Some(minutes) => format!("retained for {} by default", span(minutes)),
            None => "how long it is retained is not documented".to_owned(),
        };
        match self.account.safe_setting() {
            Some(longest) => format!("{kept}; this change sets {} in the portal", span(longest)),
            None if self.account.family == Family::NewSubnet => kept.replace(" by default", " by the selected option"),
            None => kept,
        }
    }

    pub(super) fn risks(&self, page: &mut MarkdownDocument) {
        let mut risks: Vec<&Finding> = self.plan.findings.iter().filter(|finding| is_risk(finding)).collect();
        risks.sort_by_key(|finding| finding.severity);
        page.heading("Risks");
        page.head(&["Risk", "Control"]);
        for finding in risks.iter().take(self.room.risks) {
            let place = finding.location.as_ref().map_or_else(String::new, |name| format!("{}: ", wording::region(name)));
            page.line(format_args!("| {}{} | {} |", Md(&place), self.room.cell(&finding.what), self.room.cell(&finding.instead)));
        }
        if self.path.reversible == Reversible::No {
            let tested = match self.account.test {
                TestWindow::For(_) | TestWindow::Perhaps(_) => "Test before DNS is updated; back-out below",
                TestWindow::None | TestWindow::Unlimited => "Check before the window; back-out below",
            };
            page.line(format_args!("| A completed migration can't be reversed | {tested} |"));
        }
        if self.room.background && self.account.in_a_network() && self.account.family != Family::SideBySide {
            page.line(format_args!(
                "| A required port, route or dependency is blocked | Check the network status before the window and after it |"
            ));
        }
        page.left_out(risks.len(), self.room.risks, ["risk", "risks"]);
    }

    /// Differing documentation that figures or steps of this path rest on.
    pub(super) fn differences(&self, page: &mut MarkdownDocument) {
        let used = self.cited();
        let matters =
            |differing: &&Disagreement| differing.sides.iter().any(|side| used.iter().any(|one| std::ptr::eq(*one, side.source)));
        let differing: Vec<&Disagreement> = self.plan.disagreements.iter().filter(matters).collect();
        let shown = differing.iter().take(self.room.differences);
        for (at, differing) in shown.enumerate() {
            if at == 0 {
                page.paragraph(format_args!("Documentation differs:"));
            }
            let sides: Vec<String> = differing
                .sides
                .iter()
                .map(|side| format!("{} ({})", side.says.trim_end_matches('.'), wording::dated(side.source.page.dated)))
                .collect();
            let used = if self.room.background { format!(" {}", self.room.cell(&differing.used)) } else { String::new() };
            page.line(format_args!("- {}: {}.{used}", Md(&upper(differing.about)), self.room.sentence(&sides.join("; "))));
        }
        if self.room.differences > 0 {
            page.left_out(differing.len(), self.room.differences, ["difference", "differences"]);
        }
    }

    /// What the figures of the path cite.
    fn cited(&self) -> Vec<&'static Citation> {
        let path = self.path;
        [
            &path.downtime.sources,
            &path.retention.sources,
            &path.lock_sources,
            &path.duration_minutes.sources,
            &path.address_sources,
        ]
        .into_iter()
        .flat_map(Sources::iter)
        .collect()
    }

    pub(super) fn back_out(&self, page: &mut MarkdownDocument) {
        let Some(back_out) = &self.path.back_out else { return };
        page.heading("Back-out");
        page.head(&["When", "Action"]);
        if let Some(minute) = back_out.until_minute {
            page.line(format_args!("| Minute 0 to {minute} | A failed migration rolls back to stv1 automatically. |"));
        }
        let after = back_out.until_minute.map_or_else(|| "Any time".to_owned(), |minute| format!("After minute {minute}"));
        for statement in &back_out.after {
            page.line(format_args!("| {after} | {} |", self.room.sentence(&statement.text)));
        }
        page.block();
        let each = if self.account.several() { " of each location's migration" } else { "" };
        match back_out.until_minute {
            Some(minute) => page.paragraph(format_args!("**Point of no return:** minute {minute}{each}.")),
            None if self.account.family == Family::SideBySide => {
                page.paragraph(format_args!("**Point of no return:** when the first instance is deleted."));
            }
            None => page.paragraph(format_args!("**Point of no return:** the end of the migration.")),
        }
    }

    pub(super) fn checks(&self, page: &mut MarkdownDocument) {
        page.heading("Checks");
        let mut checks: Vec<&str> =
            self.path.actions.iter().filter(|action| is_check(action.id)).map(|action| &*action.text).collect();
        // The return to the original subnet has the same checks.
        checks.sort_unstable();
        checks.dedup();
        for check in checks {
            page.line(format_args!("- {}", self.room.cell(check)));
        }
        let first = match self.account.test {
            TestWindow::For(_) | TestWindow::Perhaps(_) => " first with a hosts file, then by DNS;",
            TestWindow::None | TestWindow::Unlimited => "",
        };
        page.line(format_args!(
            "- Send a known API call to each gateway host name:{first} status code, error rate and latency are as before."
        ));
    }

    pub(super) fn not_part(&self, page: &mut MarkdownDocument) {
        let units = CapacityAccount::of(self.account.request, self.account.decision);
        if units.places.iter().all(|place| place.change == Change::None) {
            return;
        }
        page.heading("Not part of this change");
        let again = self.plan.findings.iter().find(|finding| finding.rule == RuleId::AddressesChangeAgain);
        let again = again.map_or_else(String::new, |finding| format!(" {}", self.room.sentence(&finding.what)));
        let again = if self.room.background { again } else { String::new() };
        page.paragraph(format_args!(
            "Units and zones are a later change. {}{again}",
            self.room.sentence(&self.plan.capacity.headline)
        ));
    }
}

/// A risk of the migration that the ticket does not give as its reason.
fn is_risk(finding: &Finding) -> bool {
    let grave = match finding.severity {
        Severity::Blocker | Severity::Risk => true,
        Severity::Note => false,
    };
    grave && finding.rule != RuleId::RetiredPlatform && !finding.rule.concerns_capacity()
}

/// Steps that are checks: they have a section of their own.
pub(super) fn is_check(id: ActionId) -> bool {
    matches!(id, ActionId::VerifyPlatformVersion | ActionId::CheckNetworkStatus)
}

/// The open questions of a kind, in the words that say what is not known.
pub(super) fn open_questions(plan: &Plan, wanted: fn(&OpenQuestion) -> bool) -> Vec<&'static str> {
    let wanted = |field| plan.open_questions.iter().any(|open| open.field == field && wanted(open));
    QUESTIONNAIRE.counted().filter(|(question, _)| wanted(question.field)).map(|(_, counted)| counted.open).collect()
}

fn upper(text: &str) -> String {
    let mut signs = text.chars();
    signs.next().map_or_else(String::new, |first| first.to_uppercase().chain(signs).collect())
}
