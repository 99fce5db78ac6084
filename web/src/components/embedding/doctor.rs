use std::rc::Rc;

use yew::prelude::*;

use crate::components::{Sign, icon};

/// Whether something is allowed here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// It works.
    Allowed,
    /// It does not.
    Denied,
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
    pub means: AttrValue,
    /// The line to ask the host's administrator for; `None` when nothing is missing.
    pub ask: Option<&'static str>,
}

/// What an [`EmbedDoctor`] tells.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct EmbedDoctorProps {
    /// What was looked at, in order.
    pub checks: Rc<[Check]>,
}

/// Says what the page around the frame allows, what that means, and which line to ask for.
#[component]
pub fn EmbedDoctor(props: &EmbedDoctorProps) -> Html {
    html! {
        <section class="section" aria-labelledby="doctor-title">
            <h2 id="doctor-title">{ "What this page allows" }</h2>
            <ul class="findings">
                for check in props.checks.iter() {
                    <li class={classes!("finding", (check.found == Found::Denied).then_some("finding--risk"))} data-check={check.id} data-found={found(check.found)}>
                        { icon(if check.found == Found::Allowed { Sign::Check } else { Sign::Risk }) }
                        <div>
                            <p class="finding__what">{ check.what }{ ": " }{ found(check.found) }</p>
                            <p class="finding__do">{ &check.means }</p>
                            if let Some(ask) = check.ask {
                                <pre tabindex="0" aria-label="Line to ask for"><code>{ ask }</code></pre>
                            }
                        </div>
                    </li>
                }
            </ul>
        </section>
    }
}

const fn found(found: Found) -> &'static str {
    match found {
        Found::Allowed => "allowed",
        Found::Denied => "denied",
    }
}
