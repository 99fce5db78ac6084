//! The vocabularies of descriptions, and the texts that may be shown.

use crate::domain::{Cloud, Day, PlatformVersion, RegionName, Tier, Vnet};

use super::shape::Environment;

/// The tier of a `sku.name`; Terraform adds the units: `Premium_2`.
pub(super) fn tier(text: &str) -> Option<Tier> {
    let text = text.split_once('_').filter(|(_, units)| units.parse::<u32>().is_ok()).map_or(text, |(tier, _)| tier);
    Some(match lower(text, &mut [0; 16])? {
        "consumption" => Tier::Consumption,
        "developer" => Tier::Developer,
        "basic" => Tier::Basic,
        "standard" => Tier::Standard,
        "premium" => Tier::Premium,
        "isolated" => Tier::Isolated,
        "basicv2" => Tier::BasicV2,
        "standardv2" => Tier::StandardV2,
        "premiumv2" => Tier::PremiumV2,
        _ => return None,
    })
}

/// The platform of a `platformVersion`; none for `undetermined`.
pub(super) fn platform(text: &str) -> Option<PlatformVersion> {
    Some(match lower(text, &mut [0; 16])? {
        "stv1" => PlatformVersion::Stv1,
        "stv2" => PlatformVersion::Stv2,
        "stv2.1" => PlatformVersion::Stv2_1,
        "mtv1" => PlatformVersion::Mtv1,
        _ => return None,
    })
}

/// The network mode of a `virtualNetworkType`.
pub(super) fn vnet(text: &str) -> Option<Vnet> {
    Some(match lower(text, &mut [0; 16])? {
        "none" => Vnet::None,
        "external" => Vnet::External,
        "internal" => Vnet::Internal,
        _ => return None,
    })
}

/// The states of a resource, as Azure spells them.
pub(super) fn state(text: &str) -> Option<&'static str> {
    const STATES: [&str; 9] =
        ["Created", "Activating", "Succeeded", "Updating", "Failed", "Stopped", "Terminating", "TerminationFailed", "Deleted"];
    STATES.into_iter().find(|state| state.eq_ignore_ascii_case(text))
}

/// The type of a host name, as Azure spells it.
pub(super) fn purpose(text: &str) -> Option<&'static str> {
    const PURPOSES: [&str; 6] = ["Proxy", "Portal", "Management", "Scm", "DeveloperPortal", "ConfigurationApi"];
    PURPOSES.into_iter().find(|purpose| purpose.eq_ignore_ascii_case(text))
}

/// Booleans that are texts: `"True"`, `Enabled`.
pub(super) fn switch(text: &str) -> Option<bool> {
    Some(match lower(text, &mut [0; 16])? {
        "true" | "enabled" => true,
        "false" | "disabled" => false,
        _ => return None,
    })
}

/// The cloud that a default host name belongs to; `None` for other names.
pub(super) fn cloud_of_host(host: &str) -> Option<Cloud> {
    let ends = |suffix: &str| {
        host.len().checked_sub(suffix.len()).and_then(|at| host.get(at..)).is_some_and(|end| end.eq_ignore_ascii_case(suffix))
    };
    if ends(".azure-api.net") {
        Some(Cloud::Global)
    } else if ends(".azure-api.us") {
        Some(Cloud::Government)
    } else if ends(".azure-api.cn") {
        Some(Cloud::China)
    } else {
        None
    }
}

/// The host of an address such as `https://x.azure-api.net/`.
pub(super) fn host_of_url(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split(['/', ':']).next().unwrap_or(rest)
}

/// The cloud of a region, if its name tells.
pub(super) fn cloud_of_region(region: &RegionName) -> Option<Cloud> {
    let name = region.as_str();
    if name.starts_with("usgov") || name.starts_with("usdod") {
        Some(Cloud::Government)
    } else if name.starts_with("china") {
        Some(Cloud::China)
    } else {
        None
    }
}

/// A region in any spelling; `None` for a text that can't be one.
pub(super) fn region(text: &str) -> Option<RegionName> {
    let fits = text.len() <= 60 && text.chars().all(|sign| letter_or_digit(sign) || matches!(sign, ' ' | '-' | '(' | ')'));
    if fits { RegionName::new(text) } else { None }
}

/// The name of an instance, a group or a subscription; never an e-mail address or a sentence.
pub(super) fn name(text: &str) -> Option<&str> {
    let fits = (1..=90).contains(&text.len())
        && text.chars().all(|sign| letter_or_digit(sign) || matches!(sign, '-' | '_' | '.' | '(' | ')'));
    fits.then_some(text)
}

/// The id of a resource.
pub(super) fn resource_id(text: &str) -> Option<&str> {
    let fits = text.len() <= 1000
        && text.starts_with('/')
        && text.chars().all(|sign| letter_or_digit(sign) || matches!(sign, '/' | '-' | '_' | '.' | '(' | ')'));
    fits.then_some(text)
}

/// A host name.
pub(super) fn host(text: &str) -> Option<&str> {
    let fits = (1..=253).contains(&text.len())
        && text.chars().all(|sign| letter_or_digit(sign) || matches!(sign, '-' | '.' | '*' | '_'));
    fits.then_some(text)
}

/// A key that may be shown in a path.
pub(super) fn shown_key(text: &str) -> &str {
    let fits = (1..=64).contains(&text.len())
        && text.chars().all(|sign| sign.is_ascii_alphanumeric() || matches!(sign, '-' | '_' | '.' | '$'));
    if fits { text } else { "…" }
}

/// Whether two keys are the same for some tool: casing and underscores differ from tool to tool.
pub(super) fn same_key(one: &str, other: &str) -> bool {
    if one.eq_ignore_ascii_case(other) {
        return true;
    }
    if !one.contains('_') {
        return false;
    }
    let letters =
        |text: &str| text.bytes().filter(|byte| *byte != b'_').map(|byte| byte.to_ascii_lowercase()).collect::<Vec<_>>();
    one.len() <= 2 * other.len() + 8 && letters(one) == letters(other)
}

/// A version of the REST API: a date, possibly with `-preview`.
pub(super) fn api_version(text: &str) -> Option<&str> {
    let _: Day = text.get(..10)?.parse().ok()?;
    let rest = text.get(10..)?;
    let fits = rest.len() <= 20 && rest.chars().all(|sign| sign.is_ascii_alphanumeric() || sign == '-');
    fits.then_some(text)
}

/// A day at the start of a time in ISO form, or in the form of Windows `PowerShell`: `/Date(1498758642311)/`.
pub(super) fn day(text: &str) -> Option<Day> {
    let day: Option<Day> = text.get(..10).and_then(|start| start.parse().ok());
    day.or_else(|| {
        let milliseconds: i64 = text.strip_prefix("/Date(")?.strip_suffix(")/")?.parse().ok()?;
        let days = i32::try_from(milliseconds.div_euclid(86_400_000)).ok()?;
        Day::EPOCH.date().checked_add(days).ok().map(Day::from)
    })
}

/// The environment in the words of a name; `None` if there is none, or more than one.
pub fn environment(name: &str) -> Option<Environment> {
    let mut found = None;
    let mut before_production = false;
    for word in words_of(name) {
        let word = word.trim_end_matches(|sign: char| sign.is_ascii_digit());
        let this = match lower(word, &mut [0; 16]).unwrap_or_default() {
            "pre" | "non" => {
                before_production = true;
                continue;
            }
            "prod" | "prd" | "production" | "live" if !before_production => Environment::Production,
            "prod" | "prd" | "production" | "live" | "test" | "tst" | "testing" | "uat" | "qa" | "qs" | "staging" | "stage"
            | "stg" | "preprod" | "preproduction" | "ppe" | "acc" | "acceptance" | "nonprod" | "nonproduction" => {
                Environment::Test
            }
            "dev" | "develop" | "development" | "sandbox" | "sbx" | "poc" | "playground" => Environment::Development,
            _ => continue,
        };
        before_production = false;
        if found.is_some_and(|other| other != this) {
            return None;
        }
        found = Some(this);
    }
    found
}

/// The words of a name such as `apim-ordersProd_01`.
fn words_of(name: &str) -> impl Iterator<Item = &str> {
    let mut rest = name;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|sign: char| !letter_or_digit(sign));
        let mut previous_lower = false;
        let end = rest
            .char_indices()
            .find(|(_, sign)| {
                let ends = !letter_or_digit(*sign) || (previous_lower && sign.is_ascii_uppercase());
                previous_lower = sign.is_ascii_lowercase();
                ends
            })
            .map_or(rest.len(), |(at, _)| at);
        let (word, after) = rest.split_at_checked(end)?;
        rest = after;
        (!word.is_empty()).then_some(word)
    })
}

/// Whether a character can be part of a word, in any language. Beyond ASCII it excludes blocks without letters,
/// such as punctuation and marks that change the direction of writing.
pub(super) fn letter_or_digit(sign: char) -> bool {
    if sign.is_ascii() {
        return sign.is_ascii_alphanumeric();
    }
    !matches!(sign,
        '\u{80}'..='\u{bf}' | '\u{61c}' | '\u{1680}' | '\u{180e}' | '\u{2000}'..='\u{2bff}' | '\u{3000}'..='\u{3004}'
        | '\u{3008}'..='\u{3020}' | '\u{e000}'..='\u{f8ff}' | '\u{fe00}'..='\u{fe6f}' | '\u{feff}'..='\u{ff0f}'
        | '\u{fff0}'..='\u{ffff}' | '\u{1f000}'..='\u{1faff}' | '\u{e0000}'..)
}

/// A short text in lower case; `None` if it is too long. Descriptions of a
/// fleet have millions of keys, so this does not allocate.
pub(super) fn lower<'b>(text: &str, buffer: &'b mut [u8]) -> Option<&'b str> {
    let text = text.trim();
    let place = buffer.get_mut(..text.len())?;
    place.copy_from_slice(text.as_bytes());
    place.make_ascii_lowercase();
    std::str::from_utf8(place).ok()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("apim-orders-prod", Some(Environment::Production))]
    #[case("apimOrdersProd01", Some(Environment::Production))]
    #[case("orders_UAT", Some(Environment::Test))]
    #[case("orders-pre-prod", Some(Environment::Test))]
    #[case("preprod", Some(Environment::Test))]
    #[case("rg-nonprod-weu", Some(Environment::Test))]
    #[case("dev2", Some(Environment::Development))]
    #[case("products", None)]
    #[case("latest-devices", None)]
    #[case("dev-to-prod", None)]
    #[case("", None)]
    fn whole_words_tell_the_environment(#[case] name: &str, #[case] expected: Option<Environment>) {
        assert_eq!(environment(name), expected);
    }

    #[test]
    fn letters_of_every_language_are_taken_and_nothing_that_hides() {
        for sign in '\0'..=char::MAX {
            let whole_block = matches!(sign, '\u{80}'..='\u{bf}' | '\u{2000}'..='\u{2bff}' | '\u{3000}'..='\u{3020}')
                || matches!(sign, '\u{1f000}'..='\u{1faff}' | '\u{e0000}'..);
            if sign.is_alphanumeric() && !whole_block {
                assert!(letter_or_digit(sign), "{sign:?}");
            }
            let turns_or_hides = matches!(sign, '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
            if sign.is_control() || sign.is_whitespace() || turns_or_hides {
                assert!(!letter_or_digit(sign), "{sign:?}");
            }
        }
    }

    #[rstest]
    #[case("2017-06-29T17:50:42.3191122Z", "2017-06-29")]
    #[case("2023-05-26T08:01:13+00:00", "2023-05-26")]
    #[case("/Date(1498758642311)/", "2017-06-29")]
    #[case("/Date(-1)/", "1969-12-31")]
    fn days_are_read_as_tools_write_them(#[case] text: &str, #[case] expected: &str) {
        assert_eq!(day(text).map(|day| day.to_string()).as_deref(), Some(expected));
    }

    #[rstest]
    #[case("29/06/2017")]
    #[case("/Date(99999999999999999)/")]
    #[case("2017-13-01T00:00:00Z")]
    fn days_that_could_be_others_are_not_guessed(#[case] text: &str) {
        assert_eq!(day(text), None);
    }

    #[rstest]
    #[case("x.azure-api.net", Some(Cloud::Global))]
    #[case("X.AZURE-API.US", Some(Cloud::Government))]
    #[case("x.azure-api.cn", Some(Cloud::China))]
    #[case("azure-api.net.example.com", None)]
    #[case("api.contoso.com", None)]
    fn default_hosts_tell_the_cloud(#[case] host: &str, #[case] expected: Option<Cloud>) {
        assert_eq!(cloud_of_host(host), expected);
    }
}
