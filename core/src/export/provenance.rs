//! What an export was made from: the answers, the link, the rules and the day. Every export contains it.

use serde::Deserialize;

use crate::domain::Day;
use crate::facts::sources;
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
    let checked = sources::ALL.iter().filter_map(|page| page.checked.parse::<Day>().ok()).max();
    let checked = checked.map_or_else(String::new, |day| format!(", documentation checked on {}", wording::day(day)));
    let made = context.date.map_or_else(String::new, |day| format!("; plan of {}", wording::day(day)));
    format!("apim-plan {}{checked}{made}. From public documentation, not from Microsoft.", env!("CARGO_PKG_VERSION"))
}
