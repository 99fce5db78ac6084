use std::rc::Rc;

use apim_plan::rules::Finding;
use yew::prelude::*;

use super::{Cites, Icon};
use crate::state::Planned;
use crate::words;

/// Properties of [`FindingItem`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct FindingItemProps {
    /// What was found.
    pub finding: Rc<Finding>,
    /// The plan it is part of.
    pub plan: Planned,
}

/// Says what is the matter, what to do about it, and who says so: in that order.
#[component]
pub fn FindingItem(props: &FindingItemProps) -> Html {
    let Finding { rule, severity, what, instead, sources, .. } = &*props.finding;
    let (sign, word) = words::severity(*severity);
    html! {
        <li class={format!("finding finding--{}", <&str>::from(severity))} data-rule={<&str>::from(rule)}>
            <Icon {sign} />
            <div>
                <p class="finding__what">
                    <span class="sr">{ word }{ ": " }</span>{ &**what }<Cites sources={sources.clone()} plan={props.plan.clone()} />
                </p>
                <p class="finding__do">{ &**instead }</p>
            </div>
        </li>
    }
}
