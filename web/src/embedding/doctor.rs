use yew::prelude::*;

use crate::ui::{Sign, icon};

/// Whether something is allowed here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Found {
    /// It works.
    Allowed,
    /// It does not.
    Denied,
    /// No browser tells.
    Unsure,
}

/// One thing that was looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// Stable; for tests.
    pub id: &'static str,
    /// What was looked at.
    pub what: &'static str,
    /// What was found.
    pub found: Found,
    /// What that means here.
    pub means: &'static str,
    /// The line to ask the host's administrator for; `None` when nothing is missing.
    pub ask: Option<String>,
}

/// The lines that allow everything, for whoever runs the wiki and whoever runs the planner. `site` is where the planner
/// comes from and `host` where the page around it does, as far as the browser tells.
pub fn lines_to_ask_for(site: Option<&str>, host: Option<&str>) -> String {
    let site = site.unwrap_or("https://the-planner.example");
    let host = host.unwrap_or("https://the-wiki.example");
    format!(
        "In the policy of the wiki's pages:\n  script-src {site}\n  frame-src {site}\n\
         At the frame, if it is sandboxed:\n  sandbox=\"allow-scripts allow-same-origin allow-downloads allow-popups\"\n  allow=\"clipboard-write\"\n\
         At the server of the planner:\n  Content-Security-Policy: frame-ancestors 'self' {host}"
    )
}

/// Says what the page around the frame allows, what that means, and which line to ask for.
pub fn doctor(checks: &[Check], lines: &str, on_copy: &Callback<()>) -> Html {
    html! {
        <>
            <section class="section" aria-labelledby="doctor-title">
                <h2 id="doctor-title">{ "What this place allows" }</h2>
                <ul class="findings">
                    for check in checks {
                        { finding(check) }
                    }
                </ul>
            </section>
            <section class="section" aria-labelledby="lines-title">
                <h2 id="lines-title">{ "What to ask for" }</h2>
                <div class="command command--embed">
                    <div class="command__head">
                        <h3>{ "Everything at once" }</h3>
                        <button type="button" class="btn btn--small" data-embed="copy-lines" onclick={on_copy.reform(|_: MouseEvent| ())}>
                            { icon(Sign::Copy) }{ "Copy" }
                        </button>
                    </div>
                    <pre tabindex="0" role="group" aria-label="Lines to ask for"><code data-embed="lines">{ lines }</code></pre>
                </div>
            </section>
        </>
    }
}

fn finding(check: &Check) -> Html {
    let (class, sign) = match check.found {
        Found::Allowed => ("finding", Sign::Check),
        Found::Denied => ("finding finding--risk", Sign::Risk),
        Found::Unsure => ("finding", Sign::Note),
    };
    html! {
        <li {class} data-check={check.id} data-found={<&str>::from(check.found)}>
            { icon(sign) }
            <div>
                <p class="finding__what">{ check.what }{ ": " }{ <&str>::from(check.found) }</p>
                <p class="finding__do">{ check.means }</p>
                if let Some(ask) = &check.ask {
                    <p class="finding__ask">{ "Ask for: " }<code>{ ask }</code></p>
                }
            </div>
        </li>
    }
}

#[cfg(test)]
mod tests {
    use super::lines_to_ask_for;

    #[test]
    fn the_lines_name_both_sides() {
        let lines = lines_to_ask_for(Some("https://tools.example"), Some("https://wiki.example"));
        for line in ["frame-src https://tools.example\n", "script-src https://tools.example\n", "'self' https://wiki.example"] {
            assert!(lines.contains(line), "{lines}");
        }
        assert!(lines_to_ask_for(None, None).contains("frame-src https://the-planner.example"));
    }
}
