use apim_plan::Port;
use apim_plan::facts::ports::Direction;
use yew::prelude::*;

use super::cites;
use crate::planned::Marks;

/// What the network security group must admit.
pub fn ports_table(ports: &[Port], marks: &Marks) -> Html {
    html! {
        <table class="table table--ports reflow" role="table" data-table="ports">
            <caption class="sr">{ "Ports that the network security group must allow" }</caption>
            <thead role="rowgroup">
                <tr role="row">
                    <th role="columnheader" scope="col">{ "For" }</th>
                    <th role="columnheader" scope="col">{ "Direction" }</th>
                    <th role="columnheader" scope="col">{ "From" }</th>
                    <th role="columnheader" scope="col">{ "To" }</th>
                    <th role="columnheader" scope="col" class="num">{ "Port" }</th>
                </tr>
            </thead>
            <tbody role="rowgroup">
                for port in ports.iter() {
                    <tr role="row">
                        <th role="rowheader" scope="row">
                            { port.purpose }{ cites(&port.sources, marks) }
                            if !port.required {
                                <small>{ "optional" }</small>
                            }
                            if let Some(note) = &port.note {
                                <small>{ &**note }</small>
                            }
                        </th>
                        <td role="cell" data-label="Direction">{ direction(port.direction) }</td>
                        <td role="cell" data-label="From"><code>{ port.source }</code></td>
                        <td role="cell" data-label="To"><code>{ port.destination }</code></td>
                        <td role="cell" class="num" data-label="Port">{ port.ports }{ " " }{ port.protocol }</td>
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
