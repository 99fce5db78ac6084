use apim_plan::Finding;
use yew::prelude::*;

use super::cites;
use crate::planned::Marks;
use crate::ui::icon;
use crate::words;

/// Says what is the matter, what to do about it, and who says so: in that order.
pub fn finding_item(finding: &Finding, marks: &Marks) -> Html {
    let Finding { rule, severity, what, instead, sources, .. } = finding;
    // A rule may speak once for each location.
    let key = format!("{}: {what}", <&str>::from(rule));
    let (sign, word) = words::severity(*severity);
    html! {
        <li {key} class={format!("finding finding--{}", <&str>::from(severity))} data-rule={<&str>::from(rule)}>
            { icon(sign) }
            <div>
                <p class="finding__what">
                    <span class="sr">{ word }{ ": " }</span>{ &**what }{ cites(sources, marks) }
                </p>
                <p class="finding__do">{ &**instead }</p>
            </div>
        </li>
    }
}

#[cfg(test)]
#[expect(clippy::expect_used, clippy::panic, reason = "a test says what it expects by failing")]
mod tests {
    use super::finding_item;
    use crate::rendered::{REFUSES_DOWNTIME, html, planned};

    #[tokio::test(flavor = "current_thread")]
    async fn says_what_then_what_to_do_and_who_says_so() {
        let plan = planned(REFUSES_DOWNTIME);
        let finding = plan.findings.first().expect("a finding").clone();
        let html = html(finding_item(&finding, plan.marks())).await;
        let place = |text: &str| html.find(text).unwrap_or_else(|| panic!("{text} in {html}"));
        assert!(place("class=\"finding__what\"") < place("data-sources=\""));
        assert!(place("class=\"finding__what\"") < place("class=\"finding__do\""));
    }
}
