use apim_plan::{Action as Step, ActionId, Port};
use yew::prelude::*;

use super::checklist::tick;
use super::{cites, ports_table};
use crate::planned::Marks;
use crate::ui::{Sign, icon};
use crate::words;

/// A step with its box, its day, whose it is, and why.
pub(super) fn step(action: &Step, checked: bool, ports: &[Port], marks: &Marks, on_tick: &Callback<AttrValue>) -> Html {
    let name = tick(action);
    let key = format!("{name}/{}", <&str>::from(action.phase));
    let onchange = on_tick.reform({
        let name: AttrValue = name.clone().into();
        move |_: Event| name.clone()
    });
    let has_ports = action.id == ActionId::AllowRequiredPorts && !ports.is_empty();
    html! {
        <li class="step" {key} data-owner={<&str>::from(action.owner)} data-action={<&str>::from(action.id)}>
            <label class="step__tick">
                <input type="checkbox" {checked} {onchange} />
                <span>{ &*action.text }{ cites(&action.sources, marks) }</span>
            </label>
            if let Some(minute) = action.by_minute {
                <span class="step__due">{ icon(Sign::Flag) }{ format!("by minute {minute}") }</span>
            }
            <span class="step__owner">{ words::owner(action.owner) }</span>
            if action.why.is_some() || has_ports {
                <details class="why">
                    <summary>{ if has_ports { "Ports" } else { "Why" } }</summary>
                    <div>
                        if let Some(why) = &action.why {
                            <p>{ &**why }</p>
                        }
                        if has_ports {
                            { ports_table(ports, marks) }
                        }
                    </div>
                </details>
            }
        </li>
    }
}
