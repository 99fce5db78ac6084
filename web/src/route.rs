//! The part of the address behind `#`: which view, and which answers. Pure.

use apim_plan::PlanRequest;
use apim_plan::link::{self, DecodeError};

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
    Some(Place { view, answers: code.map(link::decode) })
}

/// Writes the part behind `#`. Names, ids and addresses stay out of it.
pub fn write(view: View, request: &PlanRequest) -> String {
    let href = view.href();
    if *request == PlanRequest::default() { href } else { format!("{href}?a={}", link::encode(request)) }
}

/// What is kept for the next visit: the answers as in a link, and beside them what links leave out.
pub fn keep(request: &PlanRequest) -> Vec<String> {
    let names = [&request.name, &request.resource_group, &request.subscription_id].map(|name| name.clone().unwrap_or_default());
    let addresses = request.locations.iter().map(|location| location.precreated_ip.clone().unwrap_or_default());
    std::iter::once(link::encode(request)).chain(names).chain(addresses).collect()
}

/// The answers of the last visit; `None` where there are none, or none that this version can read.
pub fn unkeep(kept: &[String]) -> Option<PlanRequest> {
    let (code, rest) = kept.split_first()?;
    let mut request = link::decode(code).ok()?;
    let mut rest = rest.iter().map(|part| (!part.is_empty()).then(|| part.clone()));
    for name in [&mut request.name, &mut request.resource_group, &mut request.subscription_id] {
        *name = rest.next().flatten();
    }
    for (location, address) in request.locations.iter_mut().zip(rest) {
        location.precreated_ip = address;
    }
    Some(request)
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test says what it expects by failing")]
mod tests {
    use apim_plan::link::DecodeError;
    use apim_plan::{PlanRequest, Tier};
    use strum::IntoEnumIterator;

    use super::{Place, View, keep, read, unkeep, write};

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
    fn what_is_kept_comes_back_with_its_names() {
        let json = r#"{"name":"apim-orders-prod","subscriptionId":"1","tier":"premium","vnet":"internal",
            "locations":[{"name":"West Europe","units":2},{"name":"North Europe","precreatedIp":"20.1.2.3"}]}"#;
        let request = apim_plan::read_request(json).expect("a request");
        assert_eq!(unkeep(&keep(&request)), Some(request));
        assert_eq!(unkeep(&keep(&PlanRequest::default())), Some(PlanRequest::default()));
        assert_eq!(unkeep(&[]), None);
        assert_eq!(unkeep(&["{}".to_owned()]), None);
    }

    #[test]
    fn an_empty_request_leaves_the_address_clean() {
        assert_eq!(write(View::Plan, &PlanRequest::default()), "#/plan");
    }
}
