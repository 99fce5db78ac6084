//! The text to copy. Pure.

use apim_plan::model::PlanRequest;

use crate::share::embed::{self, EmbedTheme, EmbedView};

/// How the planner is put into a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, strum::EnumIter, strum::IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Form {
    /// A script and an element: grows with its content, can be spoken to.
    #[default]
    Element,
    /// A frame of a fixed height: needs no script.
    Frame,
    /// The address alone, for editors that ask for one.
    Address,
}

impl Form {
    /// As the builder offers it.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Element => "Element",
            Self::Frame => "Frame",
            Self::Address => "Address",
        }
    }
}

/// Which answers an embedded planner begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, strum::EnumIter, strum::IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Preset {
    /// Those on this page now, without names.
    #[default]
    Present,
    /// None.
    Empty,
}

/// What is to be embedded, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Wish {
    /// What to show.
    pub view: EmbedView,
    /// With which answers.
    pub preset: Preset,
    /// In which colours; `None` leaves it to the reader's system.
    pub theme: Option<EmbedTheme>,
    /// In which form.
    pub form: Form,
}

impl Wish {
    /// What to copy. `site` is the address of this page up to its folder, with the slash at its end.
    pub fn snippet(self, site: &str, request: &PlanRequest) -> String {
        let nothing = PlanRequest::default();
        let request = match self.preset {
            Preset::Present => request,
            Preset::Empty => &nothing,
        };
        let address = format!("{site}{}", embed::write(self.view, request, self.theme));
        match self.form {
            Form::Address => address,
            Form::Frame => format!(
                "<iframe src=\"{}\" title=\"Migration plan\" width=\"100%\" height=\"{}\" loading=\"lazy\"></iframe>",
                escaped(&address),
                self.height()
            ),
            Form::Element => {
                let view: &str = self.view.into();
                let answers = match self.preset {
                    Preset::Present if *request != nothing => format!(" request=\"{}\"", apim_plan::share::encode(request)),
                    Preset::Present | Preset::Empty => String::new(),
                };
                let theme = self.theme.map(|theme| format!(" theme=\"{}\"", theme.name())).unwrap_or_default();
                format!(
                    "<script src=\"{}embed.js\" async></script>\n<apim-plan view=\"{view}\"{answers}{theme}></apim-plan>",
                    escaped(site)
                )
            }
        }
    }

    /// A height that shows the essence without scrolling at 700 px of width.
    const fn height(self) -> u32 {
        match self.view {
            EmbedView::Tool => 1000,
            EmbedView::Plan => 860,
            EmbedView::Table | EmbedView::Doctor => 520,
            EmbedView::Capacity => 1200,
        }
    }
}

/// As it may stand between quotation marks in HTML.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use apim_plan::model::Tier;
    use strum::IntoEnumIterator;

    use super::*;

    const SITE: &str = "https://wiki.example/tools/apim-plan/";

    fn request() -> PlanRequest {
        PlanRequest { name: Some("orders-prod".to_owned()), tier: Some(Tier::Premium), ..PlanRequest::default() }
    }

    #[test]
    fn no_form_carries_a_name() {
        for form in Form::iter() {
            let snippet = Wish { form, ..Wish::default() }.snippet(SITE, &request());
            assert!(!snippet.contains("orders"), "{snippet}");
            assert!(snippet.contains(SITE), "{snippet}");
        }
    }

    #[test]
    fn the_address_brings_back_what_was_wished() {
        let wish = Wish { view: EmbedView::Capacity, theme: Some(EmbedTheme::Dark), form: Form::Address, ..Wish::default() };
        let address = wish.snippet(SITE, &request());
        let embed = address.strip_prefix(SITE).and_then(embed::read).unwrap_or_default();
        assert_eq!((embed.view, embed.theme), (EmbedView::Capacity, Some(EmbedTheme::Dark)));
        assert_eq!(embed.request.and_then(Result::ok).and_then(|request| request.tier), Some(Tier::Premium));
    }

    #[test]
    fn an_empty_preset_has_no_answers() {
        let wish = Wish { preset: Preset::Empty, ..Wish::default() };
        let expected = format!("<script src=\"{SITE}embed.js\" async></script>\n<apim-plan view=\"tool\"></apim-plan>");
        assert_eq!(wish.snippet(SITE, &request()), expected);
    }

    #[test]
    fn an_address_in_a_frame_is_escaped() {
        let wish = Wish { view: EmbedView::Plan, theme: Some(EmbedTheme::Light), form: Form::Frame, ..Wish::default() };
        let snippet = wish.snippet(SITE, &request());
        assert!(snippet.contains("&amp;theme=light"), "{snippet}");
    }
}
