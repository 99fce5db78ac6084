use apim_plan::import::Imported;
use apim_plan::preflight::{CheckResult, Preflight, PreflightCheck, PreflightFinding, Readiness, preflight};
use yew::prelude::*;

use crate::ui::{CopyButton, Sign, icon};
use crate::words;

/// The prerequisites of the migration against what was pasted: what to correct first, then what is not known. What passed is a number.
pub(super) fn preflight_list(imported: &Imported) -> Html {
    let preflight = preflight(imported);
    if preflight.verdict == Readiness::NothingToDo {
        return Html::default();
    }
    let Preflight { failed, not_known, passed, .. } = preflight;
    let unknown: Vec<_> = with_result(&preflight, CheckResult::NotKnown).collect();
    html! {
        <section class="preflight" aria-label="Preflight" data-preflight={<&str>::from(preflight.verdict)}>
            <p class="read__head">
                <b>{ "Preflight: " }</b>{ &*preflight.headline }
                <small class="num">{ format!(" {failed} failed, {not_known} not known, {passed} passed") }</small>
            </p>
            if failed > 0 {
                <ul class="findings" aria-label="Failed checks">
                    for (check, found) in with_result(&preflight, CheckResult::Failed) {
                        <li class={classes!("finding", if check.blocks { "finding--blocker" } else { "finding--risk" })} data-check={check.id.to_string()}>
                            { icon(if check.blocks { Sign::Blocker } else { Sign::Risk }) }
                            <div>
                                <p class="finding__what"><b>{ &*check.title }</b>{ " " }{ place(found) }{ &*found.what }</p>
                                if let Some(instead) = &found.instead {
                                    <p class="finding__do">{ &**instead }</p>
                                }
                                { commands(found) }
                            </div>
                        </li>
                    }
                </ul>
            }
            if !unknown.is_empty() {
                <details class="why why--block">
                    <summary>{ words::count(unknown.len(), "check is", "checks are") }{ " not known" }</summary>
                    <ul class="read__not">
                        for (check, found) in unknown {
                            <li data-check={check.id.to_string()}>
                                <b>{ &*check.title }</b>{ " " }{ place(found) }{ found.instead.as_deref().unwrap_or(&found.what) }
                                if let Some(portal) = &found.portal {
                                    { " " }{ &**portal }
                                }
                                { commands(found) }
                            </li>
                        }
                    </ul>
                </details>
            }
        </section>
    }
}

fn with_result(preflight: &Preflight, result: CheckResult) -> impl Iterator<Item = (&PreflightCheck, &PreflightFinding)> {
    let found = preflight.checks.iter().flat_map(|check| check.found.iter().map(move |found| (check, found)));
    found.filter(move |(_, found)| found.result == result)
}

/// Where: `West Europe, vnet-weu/snet-apim (10.20.0.0/27): `.
fn place(found: &PreflightFinding) -> String {
    let parts =
        [found.location.as_ref().map(|name| words::region(name).to_owned()), found.subnet.as_ref().map(ToString::to_string)];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    if parts.is_empty() { String::new() } else { format!("{}: ", parts.join(", ")) }
}

fn commands(found: &PreflightFinding) -> Html {
    if found.commands.is_empty() {
        return Html::default();
    }
    html! {
        <details class="find">
            <summary>{ "Commands" }</summary>
            <div>
                for command in &found.commands {
                    <p>{ words::shell(command.shell) }{ ": " }{ &*command.title }{ " " }<CopyButton text={command.text.to_string()} what={command.title.to_string()} /></p>
                    <pre tabindex="0" aria-label={command.title.to_string()}><code>{ &*command.text }</code></pre>
                }
            </div>
        </details>
    }
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test says what it expects by failing")]
mod tests {
    use yew::html;

    use super::preflight_list;
    use crate::rendered;

    async fn drawn(description: &str) -> String {
        let imported = apim_plan::import::import(description.as_bytes()).expect("a description");
        rendered::html(html! { <>{ preflight_list(imported.first().expect("an instance")) }</> }).await
    }

    #[tokio::test(flavor = "current_thread")]
    async fn an_instance_alone_has_checks_that_are_not_known() {
        let html = drawn(
            r#"{"name":"orders-prod","type":"Microsoft.ApiManagement/service","location":"West Europe","sku":{"name":"Premium","capacity":2},
                "properties":{"virtualNetworkType":"Internal","platformVersion":"stv1"}}"#,
        )
        .await;
        assert!(html.contains("data-preflight=\"notKnown\"") && html.contains("not known</summary>"), "{html}");
    }

    #[tokio::test(flavor = "current_thread")]
    async fn an_instance_on_stv2_has_no_preflight() {
        let html = drawn(
            r#"{"name":"orders-prod","type":"Microsoft.ApiManagement/service","location":"West Europe","sku":{"name":"Premium","capacity":2},
                "properties":{"virtualNetworkType":"Internal","platformVersion":"stv2"}}"#,
        )
        .await;
        assert!(!html.contains("data-preflight"), "{html}");
    }
}
