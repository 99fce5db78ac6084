use apim_plan::plan::Field;
use yew::prelude::*;

use crate::components::{Icon, Sign};
use crate::words::Question;

/// Properties of [`Left`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub(super) struct LeftProps {
    /// Open questions that can change the verdict.
    pub deciding: Vec<Field>,
    /// How many more can change the work.
    pub further: usize,
}

/// How many questions are left that can change the result, and where they are.
#[component]
pub(super) fn Left(props: &LeftProps) -> Html {
    let further = match props.further {
        0 => None,
        1 => Some("One more would fill in the work.".to_owned()),
        more => Some(format!("{more} more would fill in the work.")),
    };
    if props.deciding.is_empty() {
        return html! {
            <div class="left left--none">
                <p class="left__count"><Icon sign={Sign::Check} />{ "Nothing left that can change the verdict" }</p>
                if let Some(further) = further {
                    <p class="q__help">{ further }</p>
                }
            </div>
        };
    }
    let what = if props.deciding.len() == 1 {
        " question left that can change the verdict"
    } else {
        " questions left that can change the verdict"
    };
    html! {
        <div class="left">
            <p class="left__count"><b class="num">{ props.deciding.len() }</b>{ what }</p>
            <ol class="left__list">
                for field in props.deciding.iter().map(|field| Question::Counted(*field)) {
                    <li key={field.id()}><a href={format!("#{}", field.id())}>{ field.words().short }</a></li>
                }
            </ol>
            if let Some(further) = further {
                <p class="q__help">{ further }</p>
            }
        </div>
    }
}
