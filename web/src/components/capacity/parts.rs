//! Small pieces that the parts of the capacity plan share.

use std::rc::Rc;

use apim_plan::cite::Sources;
use apim_plan::plan::{Plan, Statement};
use yew::prelude::*;

/// The numbers that citations have in the plan's list of sources.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Numbers(Rc<[&'static str]>);

impl Numbers {
    /// The plan's own numbering: its sources in their order.
    pub fn of(plan: &Plan) -> Self {
        Self(plan.sources.iter().map(|source| source.id).collect())
    }

    fn of_id(&self, id: &str) -> Option<usize> {
        self.0.iter().position(|known| *known == id).map(|at| at + 1)
    }
}

/// An icon of the page's sprite, for the eye only.
pub(super) fn icon(name: &'static str) -> Html {
    html! { <svg class="icon" aria-hidden="true"><use href={format!("#i-{name}")}/></svg> }
}

/// The numbers of the sources of a statement: buttons that open them.
pub(super) fn cites(sources: &Sources, numbers: &Numbers) -> Html {
    html! {
        for number in sources.iter().filter_map(|citation| numbers.of_id(citation.id)) {
            <button type="button" class="cite" popovertarget={format!("src-{number}")} aria-label={format!("Source {number}")}>
                { number }
            </button>
        }
    }
}

/// A statement and its sources.
pub(super) fn statement(statement: &Statement, numbers: &Numbers) -> Html {
    html! { <>{ statement.text.clone() }{ cites(&statement.sources, numbers) }</> }
}

/// A switch of radios on one line; `options` are label and value.
pub(super) fn switch<T: Clone + PartialEq + 'static>(
    name: &str,
    options: Vec<(AttrValue, T)>,
    chosen: &T,
    on_choose: &Callback<T>,
) -> Html {
    html! {
        <div class="seg">
            for (label, value) in options {
                <label>
                    <input
                        type="radio"
                        name={name.to_owned()}
                        checked={value == *chosen}
                        onchange={on_choose.reform(move |_: Event| value.clone())}
                    />
                    <span>{ label }</span>
                </label>
            }
        </div>
    }
}
