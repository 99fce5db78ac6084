//! The part of the address behind `#`: which view, and which answers. Pure.

use apim_plan::PlanRequest;
use apim_plan::link::{self, Decoded};

/// The views of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, strum::EnumIter, strum::IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum View {
    /// Questions and the migration plan.
    #[default]
    Plan,
    /// Units over zones and regions.
    Capacity,
    /// Many instances.
    Fleet,
    /// What the pages say, whatever the answers.
    Reference,
}

impl View {
    /// Its link, without answers: those of the page stay.
    pub fn href(self) -> String {
        format!("#/{}", <&str>::from(self))
    }

    /// Its name.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Plan => "Plan",
            Self::Capacity => "Capacity",
            Self::Fleet => "Fleet",
            Self::Reference => "Reference",
        }
    }
}

/// What an address says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Place {
    /// Which view; an unknown one is the plan.
    pub view: View,
    /// The answers it carries, and those that cannot be used.
    pub answers: Option<Decoded>,
}

/// Reads the part behind `#`. `None` for a place on the page itself, such as `#paths`.
pub fn read(fragment: &str) -> Option<Place> {
    use strum::IntoEnumIterator;
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    if fragment.is_empty() {
        return Some(Place::default());
    }
    let (path, query) = fragment.strip_prefix('/')?.split_once('?').unwrap_or((fragment.get(1..)?, ""));
    let view = View::iter().find(|view| <&str>::from(view) == path.trim_end_matches('/')).unwrap_or_default();
    Some(Place { view, answers: (!query.is_empty()).then(|| link::decode(query)) })
}

/// Writes the part behind `#`. Names, ids and addresses stay out of it.
pub fn write(view: View, request: &PlanRequest) -> String {
    let (href, query) = (view.href(), link::encode(request));
    if query.is_empty() { href } else { format!("{href}?{query}") }
}

#[cfg(test)]
mod tests {
    use apim_plan::link::Decoded;
    use apim_plan::{PlanRequest, Tier};
    use strum::IntoEnumIterator;

    use super::{Place, View, read, write};

    fn a_request() -> PlanRequest {
        PlanRequest { tier: Some(Tier::Premium), name: Some("apim-orders-prod".to_owned()), ..PlanRequest::default() }
    }

    #[test]
    fn every_view_comes_back_with_its_answers_and_without_its_names() {
        for view in View::iter() {
            let fragment = write(view, &a_request());
            assert_eq!(fragment, format!("{}?tier=premium", view.href()));
            let answers = Decoded { request: PlanRequest { name: None, ..a_request() }, dropped: Vec::new() };
            assert_eq!(read(&fragment), Some(Place { view, answers: Some(answers) }), "{fragment}");
            assert_eq!(read(&view.href()), Some(Place { view, answers: None }));
        }
    }

    #[test]
    fn a_place_on_the_page_is_no_view() {
        assert_eq!(read("#paths"), None);
        assert_eq!(read("#q-tier"), None);
    }

    #[test]
    fn nothing_and_nonsense_lead_to_the_plan() {
        assert_eq!(read(""), Some(Place::default()));
        assert_eq!(read("#/nowhere"), Some(Place::default()));
    }

    #[test]
    fn an_answer_that_cannot_be_used_is_told_and_the_others_are_used() {
        let answers = read("#/capacity?tier=premium&vnet=sideways").and_then(|place| place.answers).unwrap_or_default();
        assert_eq!(answers.request.tier, Some(Tier::Premium));
        assert_eq!(answers.dropped.iter().map(|dropped| dropped.path.as_str()).collect::<Vec<_>>(), ["vnet"]);
    }

    #[test]
    fn an_empty_request_leaves_the_address_clean() {
        assert_eq!(write(View::Plan, &PlanRequest::default()), "#/plan");
    }
}
