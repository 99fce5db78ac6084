//! What the address of a frame asks for: `#/embed/plan?tier=premium&theme=dark`. Pure.

use apim_plan::link::{self, Decoded};
use apim_plan::{PlanRequest, read_request};

/// What a frame in another page shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, strum::EnumIter, strum::IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum EmbedView {
    /// Questions and plan.
    #[default]
    Tool,
    /// The plan alone.
    Plan,
    /// The downtime and retention table alone.
    Table,
    /// Units over zones and regions alone.
    Capacity,
    /// What the page around the frame allows.
    Doctor,
}

/// The colours that the host asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EmbedTheme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl EmbedTheme {
    /// `light` or `dark`; anything else leaves it to the system.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "light" => Some(Self::Light),
            "dark" => Some(Self::Dark),
            _ => None,
        }
    }

    /// `light` or `dark`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// What the address of a frame asks for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Embed {
    /// What to show.
    pub view: EmbedView,
    /// The answers to begin with, and what of them cannot be used.
    pub given: Option<Given>,
    /// The colours.
    pub theme: Option<EmbedTheme>,
}

/// Whether the part behind `#` asks for an embedded view; [`read`] tells which.
pub fn is_asked_for(fragment: &str) -> bool {
    let rest = fragment.strip_prefix('#').unwrap_or(fragment).strip_prefix("/embed");
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?']))
}

/// Reads the part behind `#`; `None` when it asks for no embedded view.
pub fn read(fragment: &str) -> Option<Embed> {
    use strum::IntoEnumIterator;
    let rest = fragment.strip_prefix('#').unwrap_or(fragment).strip_prefix("/embed")?;
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    let name = match path.trim_end_matches('/') {
        "" => "",
        name => name.strip_prefix('/')?,
    };
    let view = EmbedView::iter().find(|view| <&str>::from(view) == name).unwrap_or_default();
    let own = |pair: &&str| OWN.iter().any(|key| pair.split('=').next() == Some(key));
    let value = |key: &str| query.split('&').find_map(|pair| pair.strip_prefix(key)?.strip_prefix('=')).map(plain);
    let answers: Vec<&str> = query.split('&').filter(|pair| !pair.is_empty() && !own(pair)).collect();
    let given = match value(JSON) {
        Some(json) => Some(Given::in_text(&json)),
        None => (!answers.is_empty()).then(|| Given::in_text(&answers.join("&"))),
    };
    Some(Embed { view, given, theme: value(THEME).and_then(|name| EmbedTheme::named(&name)) })
}

/// The answers as JSON, for pages that have them so.
const JSON: &str = "r";
const THEME: &str = "theme";
/// What in the query of such an address is no answer.
const OWN: [&str; 2] = [JSON, THEME];

/// Answers that another page gives.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Given {
    /// Those that can be used; `None` where they cannot be read at all.
    pub request: Option<PlanRequest>,
    /// What cannot be used, and why.
    pub problem: Option<String>,
}

impl Given {
    /// Answers as the attribute `request` of the element has them: JSON, or the query of a link.
    pub fn in_text(text: &str) -> Self {
        if text.trim_start().starts_with(['{', '[']) {
            return match read_request(text) {
                Ok(request) => Self { request: Some(request), problem: None },
                Err(error) => Self { request: None, problem: Some(error.to_string()) },
            };
        }
        let Decoded { request, dropped } = link::decode(text);
        let problem = dropped.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ");
        if request != PlanRequest::default() {
            return Self { request: Some(request), problem: Some(problem).filter(|problem| !problem.is_empty()) };
        }
        Self { request: None, problem: Some(if problem.is_empty() { "there are no answers".to_owned() } else { problem }) }
    }
}

/// Writes the part behind `#`: answers without names, ids and addresses.
pub fn write(view: EmbedView, request: &PlanRequest, theme: Option<EmbedTheme>) -> String {
    let answers = Some(link::encode(request)).filter(|query| !query.is_empty());
    let theme = theme.map(|theme| format!("{THEME}={}", theme.name()));
    let said: Vec<String> = answers.into_iter().chain(theme).collect();
    let query = if said.is_empty() { String::new() } else { format!("?{}", said.join("&")) };
    format!("#/embed/{}{query}", <&str>::from(view))
}

/// A value as it was before it was escaped for an address: `%7B` and `+` as forms write them.
fn plain(escaped: &str) -> String {
    let mut bytes = Vec::with_capacity(escaped.len());
    let mut rest = escaped.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let escape = match (first, after) {
            (b'%', [high, low, ..]) => hex(*high).zip(hex(*low)).map(|(high, low)| high * 16 + low),
            _ => None,
        };
        if let Some(byte) = escape {
            bytes.push(byte);
            rest = after.get(2..).unwrap_or_default();
        } else {
            bytes.push(if first == b'+' { b' ' } else { first });
            rest = after;
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok())
}

#[cfg(test)]
mod tests {
    use apim_plan::Tier;
    use strum::IntoEnumIterator;

    use super::*;

    #[test]
    fn only_addresses_of_frames_are_read() {
        assert_eq!(read("#/plan"), None);
        assert_eq!(read(""), None);
        assert_eq!(read("#/embedded"), None);
        assert_eq!(read("#/embed"), Some(Embed::default()));
        assert_eq!(read("#/embed/nothing").map(|embed| embed.view), Some(EmbedView::Tool));
        for fragment in
            ["", "#", "#/plan", "#/embedded", "#/embed", "/embed", "#/embed/", "#/embed?a=1", "#/embed/plan?a=1", "#embed"]
        {
            assert_eq!(is_asked_for(fragment), read(fragment).is_some(), "{fragment}");
        }
    }

    #[test]
    fn answers_come_as_json_or_as_the_query_of_a_link() {
        for fragment in [
            "#/embed/plan?r=%7B%22tier%22%3A%22premium%22%7D&theme=dark",
            "#/embed/plan?tier=premium&theme=dark",
            "#/embed/plan?theme=dark&tier=premium",
        ] {
            let embed = read(fragment).unwrap_or_default();
            let given = embed.given.unwrap_or_default();
            assert_eq!(given.request.and_then(|request| request.tier), Some(Tier::Premium), "{fragment}");
            assert_eq!((given.problem, embed.theme), (None, Some(EmbedTheme::Dark)), "{fragment}");
        }
    }

    #[test]
    fn a_query_is_read_where_json_is() {
        let request = PlanRequest { tier: Some(Tier::Basic), ..PlanRequest::default() };
        assert_eq!(Given::in_text(&link::encode(&request)), Given { request: Some(request), problem: None });
        assert_eq!(Given::in_text("[]").request, None);
        for nothing in ["", "x", "name=orders"] {
            let given = Given::in_text(nothing);
            assert!(given.request.is_none() && given.problem.is_some(), "{nothing}");
        }
    }

    #[test]
    fn a_wrong_field_is_named() {
        for fragment in ["#/embed/plan?r=%7B%22teir%22%3A%22premium%22%7D", "#/embed/plan?teir=premium"] {
            let problem = read(fragment).and_then(|embed| embed.given).and_then(|given| given.problem).unwrap_or_default();
            assert!(problem.contains("teir"), "{problem}");
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        let request = PlanRequest { tier: Some(Tier::Developer), ..PlanRequest::default() };
        for view in EmbedView::iter() {
            for theme in [None, Some(EmbedTheme::Light), Some(EmbedTheme::Dark)] {
                let embed = read(&write(view, &request, theme));
                let given = Some(Given { request: Some(request.clone()), problem: None });
                assert_eq!(embed, Some(Embed { view, given, theme }));
            }
        }
    }

    #[test]
    fn a_mangled_escape_is_no_end() {
        assert_eq!(plain("100%"), "100%");
        assert_eq!(plain("%zz+%41"), "%zz A");
        assert_eq!(plain("%F0%9F%99%82"), "🙂");
    }
}
