//! What the address of a frame asks for: `#/embed/plan?r={"tier":"premium"}&theme=dark`. Pure.

use apim_plan::{PlanRequest, link, read_request};

/// What a frame in somebody else's page shows.
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
    /// The answers to begin with, or why they cannot be read.
    pub request: Option<Result<PlanRequest, String>>,
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
    let value = |key: &str| query.split('&').find_map(|pair| pair.strip_prefix(key)?.strip_prefix('=')).map(plain);
    let request = value("r").or_else(|| value("a")).map(|text| request_of(&text));
    Some(Embed { view, request, theme: value("theme").and_then(|name| EmbedTheme::named(&name)) })
}

/// Answers as the attribute `request` of the element has them: JSON, or the code of a link.
///
/// # Errors
/// Names the field that is wrong.
pub fn request_of(text: &str) -> Result<PlanRequest, String> {
    if text.trim_start().starts_with(['{', '[']) {
        read_request(text).map_err(|error| error.to_string())
    } else {
        link::decode(text.trim()).map_err(|error| error.to_string())
    }
}

/// Writes the part behind `#`: answers without names, ids and addresses.
pub fn write(view: EmbedView, request: &PlanRequest, theme: Option<EmbedTheme>) -> String {
    let answers = (*request != PlanRequest::default()).then(|| format!("a={}", link::encode(request)));
    let theme = theme.map(|theme| format!("theme={}", theme.name()));
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
    fn answers_come_as_json_or_as_the_code_of_a_link() {
        let json = read("#/embed/plan?r=%7B%22tier%22%3A%22premium%22%7D&theme=dark");
        let tier = json.as_ref().and_then(|embed| embed.request.clone()).and_then(Result::ok).and_then(|request| request.tier);
        assert_eq!(tier, Some(Tier::Premium));
        assert_eq!(json.and_then(|embed| embed.theme), Some(EmbedTheme::Dark));
    }

    #[test]
    fn a_code_is_read_where_json_is() {
        let request = PlanRequest { tier: Some(Tier::Basic), ..PlanRequest::default() };
        let code = apim_plan::link::encode(&request);
        assert_eq!(request_of(&code), Ok(request));
        assert!(request_of("nonsense").is_err());
        assert!(request_of("").is_err());
        assert!(request_of("[]").is_err());
    }

    #[test]
    fn a_wrong_field_is_named() {
        let embed = read("#/embed/plan?r=%7B%22teir%22%3A%22premium%22%7D");
        let error = embed.and_then(|embed| embed.request).and_then(Result::err).unwrap_or_default();
        assert!(error.contains("teir"), "{error}");
    }

    #[test]
    fn what_is_written_is_read_again() {
        let request = PlanRequest { tier: Some(Tier::Developer), ..PlanRequest::default() };
        for view in EmbedView::iter() {
            for theme in [None, Some(EmbedTheme::Light), Some(EmbedTheme::Dark)] {
                let embed = read(&write(view, &request, theme));
                assert_eq!(embed, Some(Embed { view, request: Some(Ok(request.clone())), theme }));
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
