//! What an export was made from: the answers, the link, the rules and the day. Every export contains it.

use serde::{Deserialize, Serialize};

use crate::domain::Day;
use crate::facts::sources;
use crate::link;
use crate::plan::Plan;
use crate::questionnaire::{InLinks, QUESTIONNAIRE, said};
use crate::wording;

/// What the caller knows and the planner does not: the planner has no clock and no address. What is absent is left out.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct ExportContext {
    /// The address of the page with these answers.
    pub link: Option<String>,
    /// The day on which the plan is made.
    pub date: Option<Day>,
    /// The title of the export, in place of one with the name of the instance.
    pub title: Option<String>,
}

impl ExportContext {
    /// The link, where there is one that can be shown: in one line, and a web address.
    pub(super) fn link(&self) -> Option<&str> {
        let link = self.link.as_deref().map(str::trim)?;
        let web = link.starts_with("https://") || link.starts_with("http://");
        (web && link.chars().all(|sign| sign.is_ascii_graphic() && !matches!(sign, '<' | '>' | '"' | '\\' | '`'))).then_some(link)
    }

    /// The title, where one is given.
    pub(super) fn title(&self) -> Option<&str> {
        self.title.as_deref().map(str::trim).filter(|title| !title.is_empty())
    }
}

/// The name of the instance, where it is answered.
pub(super) fn name(plan: &Plan) -> Option<&str> {
    plan.name.as_deref().map(str::trim).filter(|name| !name.is_empty())
}

/// The answers, each as name and words: without names, which titles and commands contain.
pub(super) fn answers(plan: &Plan) -> Vec<(&'static str, String)> {
    let public = QUESTIONNAIRE.questions.iter().filter(|question| question.in_links == InLinks::Carried);
    public.filter_map(|question| Some((question.short, said(&plan.request, question)?))).collect()
}

/// `apim-plan 0.1.0, documentation checked on 20 Nov 2026; plan of 28 Nov 2026. From public documentation, not from Microsoft.`
pub(super) fn version(context: &ExportContext) -> String {
    let checked = checked_on().map_or_else(String::new, |day| format!(", documentation checked on {}", wording::day(day)));
    let made = context.date.map_or_else(String::new, |day| format!("; plan of {}", wording::day(day)));
    format!("apim-plan {}{checked}{made}. From public documentation, not from Microsoft.", env!("CARGO_PKG_VERSION"))
}

/// The day on which we last read the documentation.
fn checked_on() -> Option<Day> {
    sources::ALL.iter().filter_map(|page| page.checked.parse().ok()).max()
}

/// The title of a full report.
pub(super) fn title(plan: &Plan, context: &ExportContext) -> String {
    match (context.title(), name(plan)) {
        (Some(title), _) => title.to_owned(),
        (None, Some(name)) => format!("Migration plan for {name}"),
        (None, None) => "Migration plan".to_owned(),
    }
}

/// The answers as something that a program can read again: the link, or the query of one.
pub(super) fn answers_again(plan: &Plan, context: &ExportContext) -> String {
    context.link().map_or_else(|| link::encode(&plan.request), str::to_owned)
}

/// A plan as JSON, with what it was made from.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct PlanFile<'a> {
    #[serde(flatten)]
    plan: &'a Plan,
    made_from: MadeFrom<'a>,
}

/// The link, the versions and the day of a plan in a file.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct MadeFrom<'a> {
    version: &'static str,
    checked_on: Option<Day>,
    #[serde(skip_serializing_if = "Option::is_none")]
    link: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<Day>,
}

/// The plan as JSON for a file: the shape of the contract, and in `madeFrom` the link, the versions and the day.
///
/// # Errors
/// None in practice: every part of a plan can be written.
pub fn to_json(plan: &Plan, context: &ExportContext) -> Result<String, serde_json::Error> {
    let made_from =
        MadeFrom { version: env!("CARGO_PKG_VERSION"), checked_on: checked_on(), link: context.link(), date: context.date };
    serde_json::to_string_pretty(&PlanFile { plan, made_from })
}
