use yew::prelude::*;

use crate::ui::{Sign, icon};

/// A question that is left: its short name, and the id of its control.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct LeftOpen {
    pub name: AttrValue,
    pub id: String,
}

/// How many questions are left that can change the verdict on the screen, and where they are.
pub(super) fn left(deciding: &[LeftOpen], further: usize) -> Html {
    let further = match further {
        0 => None,
        1 => Some("1 more question adds details to the steps.".to_owned()),
        more => Some(format!("{more} more questions add details to the steps.")),
    };
    if deciding.is_empty() {
        return html! {
            <div class="left left--none">
                <p class="left__count">{ icon(Sign::Check) }{ "No question left that can change the verdict" }</p>
                if let Some(further) = further {
                    <p class="q__help">{ further }</p>
                }
            </div>
        };
    }
    let what = if deciding.len() == 1 {
        " question left that can change the verdict"
    } else {
        " questions left that can change the verdict"
    };
    html! {
        <div class="left">
            <p class="left__count"><b class="num">{ deciding.len() }</b>{ what }</p>
            <ol class="left__list">
                for question in deciding.iter() {
                    <li key={question.id.clone()}><a href={format!("#{}", question.id)}>{ &question.name }</a></li>
                }
            </ol>
            if let Some(further) = further {
                <p class="q__help">{ further }</p>
            }
        </div>
    }
}
