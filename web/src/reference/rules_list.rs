use apim_plan::{Basis, Rule, RuleId, Severity, rule};
use strum::IntoEnumIterator;
use yew::prelude::*;

use crate::ui::icon;
use crate::words;

/// Every rule that a finding can come from: how serious it is, what it finds, and the documentation behind it.
#[component]
pub fn RulesList() -> Html {
    let rules = || RuleId::iter().map(rule);
    html! {
        <section class="section" id="rules" aria-labelledby="rules-title">
            <h2 id="rules-title">{ "Rules" }</h2>
            <p class="lead">
                { "Every finding comes from one of these rules. A rule is stated in the documentation or derived from it." }
            </p>
            for severity in Severity::iter() {
                <h3 class="phase">{ heading(severity) }</h3>
                <ul class="findings" data-severity={<&str>::from(severity)}>
                    for rule in rules().filter(|rule| rule.severity == severity) {
                        { rule_item(rule) }
                    }
                </ul>
            }
        </section>
    }
}

fn rule_item(rule: &'static Rule) -> Html {
    let id: &'static str = rule.id.into();
    let (sign, _) = words::severity(rule.severity);
    html! {
        <li class={format!("finding finding--{}", <&str>::from(rule.severity))} key={id} data-rule={id}>
            { icon(sign) }
            <div>
                <p class="finding__what"><span class="sr">{ "This rule finds " }</span>{ rule.finds }</p>
                <details class="why srcpage__facts">
                    <summary>
                        { basis(rule.basis) }{ ", " }{ words::count(rule.because.len(), "source", "sources") }
                        <span class="sr">{ ": " }{ id }</span>
                    </summary>
                    <dl class="facts">
                        for citation in rule.because {
                            <div key={citation.id}>
                                <dt><a href={citation.page.url}>{ citation.page.title }</a>{ ", " }{ words::dated(citation.page.dated) }</dt>
                                <dd>{ citation.says }</dd>
                            </div>
                        }
                    </dl>
                </details>
            </div>
        </li>
    }
}

const fn heading(severity: Severity) -> &'static str {
    match severity {
        Severity::Blocker => "Blockers",
        Severity::Risk => "Risks",
        Severity::Note => "Notes",
    }
}

const fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Stated => "Stated",
        Basis::Derived => "Derived",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rendered::{html, text};

    #[tokio::test(flavor = "current_thread")]
    async fn every_rule_is_listed_once_under_its_severity_with_what_it_finds() {
        let list = html(html! { <RulesList /> }).await;
        let words = text(html! { <RulesList /> }).await;
        for severity in Severity::iter() {
            let (_, from) = list.split_once(&format!("data-severity=\"{}\"", <&str>::from(severity))).unwrap_or_default();
            let section = from.split("</ul>").next().unwrap_or_default();
            for rule in RuleId::iter().map(rule) {
                let times = section.matches(&format!("data-rule=\"{}\"", <&str>::from(rule.id))).count();
                assert_eq!(times, usize::from(rule.severity == severity), "{:?} under {severity:?}", rule.id);
                assert!(words.contains(rule.finds), "{:?}", rule.id);
            }
        }
    }

    #[tokio::test(flavor = "current_thread")]
    async fn a_rule_says_what_it_finds_and_opens_the_documentation_behind_it() {
        let shown = rule(RuleId::UnevenZoneUnits);
        let item = text(rule_item(shown)).await;
        assert!(item.starts_with(&format!("This rule finds\n{}\nStated, 2 sources\n", shown.finds)), "{item}");
        for citation in shown.because {
            assert!(item.contains(citation.page.title) && item.contains(citation.says), "{item}");
        }
    }
}
