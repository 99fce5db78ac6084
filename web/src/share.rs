//! The part of the address behind `#`: which view, and which answers. Pure.

use apim_plan::model::PlanRequest;
use apim_plan::share::{self, DecodeError};

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
    /// The answers it carries, or why they cannot be read.
    pub answers: Option<Result<PlanRequest, DecodeError>>,
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
    let code = query.split('&').find_map(|pair| pair.strip_prefix("a="));
    Some(Place { view, answers: code.map(share::decode) })
}

/// Writes the part behind `#`. Names, ids and addresses stay out of it.
pub fn write(view: View, request: &PlanRequest) -> String {
    let href = view.href();
    if *request == PlanRequest::default() { href } else { format!("{href}?a={}", share::encode(request)) }
}

#[cfg(test)]
mod tests {
    use apim_plan::model::{PlanRequest, Tier};
    use apim_plan::share::DecodeError;
    use strum::IntoEnumIterator;

    use super::{Place, View, read, write};

    fn a_request() -> PlanRequest {
        PlanRequest { tier: Some(Tier::Premium), name: Some("apim-orders-prod".to_owned()), ..PlanRequest::default() }
    }

    #[test]
    fn every_view_comes_back_with_its_answers_and_without_its_names() {
        for view in View::iter() {
            let fragment = write(view, &a_request());
            assert!(!fragment.contains("orders"), "{fragment}");
            let answers = Some(Ok(PlanRequest { name: None, ..a_request() }));
            assert_eq!(read(&fragment), Some(Place { view, answers }), "{fragment}");
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
    fn a_damaged_link_is_told_from_one_without_answers() {
        let fragment = write(View::Capacity, &a_request());
        let cut = &fragment[..fragment.len() - 2];
        assert_eq!(read(cut), Some(Place { view: View::Capacity, answers: Some(Err(DecodeError::Damaged)) }));
    }

    #[test]
    fn an_empty_request_leaves_the_address_clean() {
        assert_eq!(write(View::Plan, &PlanRequest::default()), "#/plan");
    }
}
