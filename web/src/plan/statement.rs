use apim_plan::Statement;
use yew::prelude::*;

use super::cites;
use crate::planned::Marks;

/// A statement and its sources.
pub fn statement(statement: &Statement, marks: &Marks) -> Html {
    html! { <>{ statement.text.clone() }{ cites(&statement.sources, marks) }</> }
}
