use apim_plan::facts::ports::Direction;
use yew::prelude::*;

use super::Cites;
use crate::state::Planned;

/// Properties of [`PortsTable`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct PortsTableProps {
    /// The plan whose ports they are.
    pub plan: Planned,
}

/// What the network security group must admit.
#[component]
pub fn PortsTable(props: &PortsTableProps) -> Html {
    let plan = &props.plan;
    html! {
        <table class="table table--ports" data-table="ports">
            <caption class="sr">{ "Ports that the network security group must admit" }</caption>
            <thead>
                <tr>
                    <th scope="col">{ "Direction" }</th>
                    <th scope="col">{ "From" }</th>
                    <th scope="col">{ "To" }</th>
                    <th scope="col" class="num">{ "Port" }</th>
                    <th scope="col">{ "For" }</th>
                </tr>
            </thead>
            <tbody>
                for port in plan.ports.iter() {
                    <tr>
                        <td>{ direction(port.direction) }</td>
                        <td><code>{ port.source }</code></td>
                        <td><code>{ port.destination }</code></td>
                        <td class="num">{ port.ports }<small>{ port.protocol }</small></td>
                        <td>
                            { port.purpose }<Cites sources={port.sources.clone()} plan={plan.clone()} />
                            if !port.required {
                                <small>{ "optional" }</small>
                            }
                            if let Some(note) = &port.note {
                                <small>{ &**note }</small>
                            }
                        </td>
                    </tr>
                }
            </tbody>
        </table>
    }
}

/// Which way, in a word.
pub(crate) const fn direction(direction: Direction) -> &'static str {
    match direction {
        Direction::In => "in",
        Direction::Out => "out",
        Direction::InOut => "both",
    }
}
