use yew::prelude::*;

use super::Sign;

/// Every icon and hatching, once per page: the others refer to it.
static SPRITE: &str = include_str!("sprite.svg");

/// The drawings that [`icon`] and the pictures refer to. Placed once, at the top of the page.
pub fn sprite() -> Html {
    Html::from_html_unchecked(AttrValue::Static(SPRITE))
}

/// A drawing. Silent to screen readers: the word stands beside it.
pub fn icon(sign: Sign) -> Html {
    drawn(sign, "icon")
}

/// A drawing that turns: it points where a fold opens to.
pub fn turning_icon(sign: Sign) -> Html {
    drawn(sign, "icon icon--turn")
}

/// The drawing of this tool, larger than the others.
pub fn logo() -> Html {
    drawn(Sign::Logo, "icon icon--logo")
}

fn drawn(sign: Sign, class: &'static str) -> Html {
    html! { <svg {class} aria-hidden="true"><use href={sign.reference()} /></svg> }
}

#[cfg(test)]
mod tests {
    use strum::IntoEnumIterator;

    use super::SPRITE;
    use crate::ui::Sign;

    #[test]
    fn every_sign_is_drawn() {
        for sign in Sign::iter() {
            let id = format!("id=\"{}\"", sign.reference().trim_start_matches('#'));
            assert!(SPRITE.contains(&id), "{id}");
        }
    }
}
