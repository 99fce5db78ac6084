use yew::prelude::*;

pub use crate::words::Sign;

/// Every icon and hatching, once per page: the others refer to it.
static SPRITE: &str = include_str!("sprite.svg");

/// The drawings that [`Icon`] and the pictures refer to. Placed once, at the top of the page.
#[component]
pub fn Sprite() -> Html {
    Html::from_html_unchecked(AttrValue::Static(SPRITE))
}

/// Properties of [`Icon`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct IconProps {
    /// Which drawing.
    pub sign: Sign,
    /// Further classes, such as `icon--turn`.
    #[prop_or_default]
    pub class: Classes,
}

/// A drawing. Silent to screen readers: the word stands beside it.
#[component]
pub fn Icon(props: &IconProps) -> Html {
    html! { <svg class={classes!("icon", props.class.clone())} aria-hidden="true"><use href={props.sign.reference()} /></svg> }
}

#[cfg(test)]
mod tests {
    use strum::IntoEnumIterator;

    use super::SPRITE;
    use crate::words::Sign;

    #[test]
    fn every_sign_is_drawn() {
        for sign in Sign::iter() {
            let id = format!("id=\"{}\"", sign.reference().trim_start_matches('#'));
            assert!(SPRITE.contains(&id), "{id}");
        }
    }
}
