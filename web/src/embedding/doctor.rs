use yew::prelude::*;

use crate::platform;
use crate::ui::{Sign, icon, use_say};

/// Whether something is allowed here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
enum Permission {
    /// It works.
    Allowed,
    /// It does not.
    Denied,
    /// No browser tells.
    Unsure,
}

/// One thing that was looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
struct PermissionCheck {
    /// Stable; for tests.
    pub id: &'static str,
    /// What was looked at.
    pub what: &'static str,
    /// What was found.
    pub found: Permission,
    /// What that means here.
    pub means: &'static str,
    /// The line to ask the host's administrator for; `None` when nothing is missing.
    pub ask: Option<String>,
}

/// The lines that allow everything, for the operators of the wiki and of the planner. `site` is where the planner
/// comes from and `host` where the page around it does, as far as the browser tells.
fn lines_to_ask_for(site: Option<&str>, host: Option<&str>) -> String {
    let site = site.unwrap_or("https://the-planner.example");
    let host = host.unwrap_or("https://the-wiki.example");
    format!(
        "In the policy of the wiki's pages:\n  script-src {site}\n  frame-src {site}\n\
         At the frame, if it is sandboxed:\n  sandbox=\"allow-scripts allow-same-origin allow-downloads allow-popups\"\n  allow=\"clipboard-write\"\n\
         At the server of the planner:\n  Content-Security-Policy: frame-ancestors 'self' {host}"
    )
}

/// Properties of [`Doctor`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct DoctorProps {
    /// The page around the frame has spoken to this one.
    pub is_spoken_to: bool,
}

/// Says what the page around the frame allows, what that means, and which line to ask for.
#[component]
pub fn Doctor(props: &DoctorProps) -> Html {
    let say = use_say();
    let (site, around) = (platform::site_origin(), platform::host_origin());
    let lines = lines_to_ask_for(site.as_deref(), around.as_deref());
    let on_copy = {
        let lines = lines.clone();
        Callback::from(move |_: MouseEvent| platform::copy(lines.clone(), say.copied("Copied.")))
    };
    let checks = checks(props.is_spoken_to, site.as_deref(), around.as_deref());
    html! {
        <>
            <section class="section" aria-labelledby="doctor-title">
                <h2 id="doctor-title">{ "What this page allows" }</h2>
                <ul class="findings">
                    for check in checks {
                        { finding(&check) }
                    }
                </ul>
            </section>
            <section class="section" aria-labelledby="lines-title">
                <h2 id="lines-title">{ "What to request" }</h2>
                <div class="command command--embed">
                    <div class="command__head">
                        <h3>{ "Everything at once" }</h3>
                        <button type="button" class="btn btn--small" data-embed="copy-lines" onclick={on_copy}>
                            { icon(Sign::Copy) }{ "Copy" }
                        </button>
                    </div>
                    <pre tabindex="0" role="group" aria-label="Lines to request"><code data-embed="lines">{ lines }</code></pre>
                </div>
            </section>
        </>
    }
}

/// What the page around the frame allows. That this is seen at all tells that it allows frames, scripts and WebAssembly.
fn checks(spoken_to: bool, site: Option<&str>, around: Option<&str>) -> Vec<PermissionCheck> {
    let check =
        |id, what, found, means, ask: Option<&str>| PermissionCheck { id, what, found, means, ask: ask.map(str::to_owned) };
    if !platform::is_framed() {
        let means =
            "This page is not embedded. Embed it in the wiki with the text of the builder: the doctor then checks the wiki.";
        return vec![check("run", "Frame", Permission::Unsure, means, None)];
    }
    let sandboxed = !platform::has_origin();
    let site = site.unwrap_or("https://the-planner.example");
    let script = format!("script-src {site}");
    let ancestors = format!("frame-ancestors 'self' {}", around.unwrap_or("https://the-wiki.example"));
    vec![
        check("run", "Frames, scripts and WebAssembly", Permission::Allowed, "The planner runs here.", None),
        if spoken_to {
            check(
                "script",
                "The script embed.js",
                Permission::Allowed,
                "The script responds: the frame grows with its content, and the page receives plans.",
                None,
            )
        } else {
            let means = "The script does not respond: the frame keeps its height, and everything else works. The page has no embed.js, or its policy blocks the script.";
            check("script", "The script embed.js", Permission::Denied, means, Some(&script))
        },
        if sandboxed {
            let means = "The frame is sandboxed. Serve the site's files with Access-Control-Allow-Origin, or use the single file planner.html.";
            check("origin", "Own origin", Permission::Denied, means, Some("sandbox=\"allow-scripts allow-same-origin\""))
        } else {
            check("origin", "Own origin", Permission::Allowed, "The frame is not sandboxed, or keeps its origin.", None)
        },
        if platform::can_store() {
            check("storage", "Storage", Permission::Allowed, "Storage is available; embedded views store nothing.", None)
        } else {
            check(
                "storage",
                "Storage",
                Permission::Denied,
                "Storage is not available: embedded views store nothing, and a link or a file keeps the answers.",
                None,
            )
        },
        if platform::has_clipboard() {
            check("clipboard", "The clipboard", Permission::Allowed, "Copy buttons work.", None)
        } else {
            let means = "Copying uses a selection; if that fails too, the text is shown for manual copying.";
            check("clipboard", "The clipboard", Permission::Denied, means, Some("allow=\"clipboard-write\""))
        },
        if sandboxed {
            let means = "A sandboxed frame can't detect downloads. Files are offered, and their text is shown as well.";
            check("downloads", "Downloads", Permission::Unsure, means, Some("sandbox=\"allow-scripts allow-downloads\""))
        } else {
            check("downloads", "Downloads", Permission::Allowed, "Files can be saved.", None)
        },
        check(
            "ancestors",
            "The planner's own site",
            Permission::Allowed,
            "The site allows this page to frame it. To allow no other page, send this line from its server, with the addresses of all wikis.",
            Some(&ancestors),
        ),
    ]
}

fn finding(check: &PermissionCheck) -> Html {
    let (class, sign) = match check.found {
        Permission::Allowed => ("finding", Sign::Check),
        Permission::Denied => ("finding finding--risk", Sign::Risk),
        Permission::Unsure => ("finding", Sign::Note),
    };
    html! {
        <li {class} data-check={check.id} data-found={<&str>::from(check.found)}>
            { icon(sign) }
            <div>
                <p class="finding__what">{ check.what }{ ": " }{ <&str>::from(check.found) }</p>
                <p class="finding__do">{ check.means }</p>
                if let Some(ask) = &check.ask {
                    <p class="finding__ask">{ "Request: " }<code>{ ask }</code></p>
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
