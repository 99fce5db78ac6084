//! What the name of an instance tells: its environment, and which instances belong together.

use serde::{Deserialize, Serialize};

use crate::facts::regions::region;

/// What an instance is for, in the order in which environments are moved.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, strum::EnumIter, strum::IntoStaticStr,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum Environment {
    /// Those who build try things out there.
    Development,
    /// Others try out there what has been built: tests, acceptance, rehearsals.
    Test,
    /// Somebody relies on it.
    Production,
}

impl Environment {
    /// What a word such as `dev`, `UAT` or `Production` stands for; `None` for any other word, and for words with two
    /// readings (`int` is integration to some and internal to others).
    pub fn of_word(word: &str) -> Option<Self> {
        let is = |words: &[&str]| words.iter().any(|known| known.eq_ignore_ascii_case(word));
        if is(&[
            "dev",
            "devel",
            "develop",
            "development",
            "sandbox",
            "sbx",
            "sandpit",
            "lab",
            "poc",
            "demo",
            "play",
            "playground",
        ]) {
            Some(Self::Development)
        } else if is(&[
            "tst",
            "test",
            "testing",
            "acc",
            "acpt",
            "accept",
            "acceptance",
            "uat",
            "qa",
            "qual",
            "quality",
            "integration",
            "sit",
            "stg",
            "stage",
            "staging",
            "pre",
            "preprod",
            "preproduction",
            "ppd",
            "nonprod",
            "nonproduction",
            "np",
            "perf",
        ]) {
            Some(Self::Test)
        } else if is(&["prd", "prod", "production", "live"]) {
            Some(Self::Production)
        } else {
            None
        }
    }
}

/// Short names that people give to regions, beside the full ones.
///
/// Two letters or more; those that are also English words or environments are
/// left out. A name that we miss makes two chains of one, a name too many makes
/// one chain of two: the second only costs time.
const REGION_WORDS: &[&str] = &[
    "ae", "aue", "aes", "bra", "brs", "brse", "cac", "cae", "ce", "cin", "cnc", "cne", "cnn", "cus", "ea", "eas", "eau", "eu2",
    "eus", "eus2", "frc", "frs", "gn", "gwc", "deu", "inc", "ins", "itn", "jpe", "jpw", "jw", "krc", "krs", "ncus", "ne", "neu",
    "nwe", "nww", "plc", "qac", "sa", "san", "scus", "se", "sdc", "sea", "swc", "swe", "szn", "chn", "uac", "uan", "uks", "ukw",
    "wcus", "we", "weu", "wus", "wus2", "wus3",
];

/// What a name consists of, once environment and region are taken out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameParts {
    /// The rest: instances that have it in common differ in environment or region only. Empty when nothing is left.
    pub base: String,
    /// What the name says the instance is for.
    pub environment: Option<Environment>,
}

/// Takes a name apart at hyphens, underscores and dots.
///
/// Numbers stay: `apim-01` and `apim-02` are two instances, not two regions of
/// one. Single letters tell nothing: `apim-a` may have an `apim-b` beside it. A
/// name that is nothing but an environment is left as it is.
pub fn parts(name: &str) -> NameParts {
    let name = name.to_ascii_lowercase();
    let words: Vec<&str> = name.split(['-', '_', '.', ' ']).filter(|word| !word.is_empty()).collect();
    let mut environment = None;
    let mut base = String::new();
    let mut rest = words.as_slice();
    while let Some((word, after)) = rest.split_first() {
        if let Some(length) = region_words(rest) {
            rest = rest.get(length..).unwrap_or_default();
            continue;
        }
        rest = after;
        // `pre-prod` and `non-prod` are tests, whatever their second half says.
        let pair = after.first().filter(|next| matches!(*word, "pre" | "non") && Environment::of_word(next).is_some());
        if pair.is_some() {
            environment = Some(Environment::Test);
            rest = after.get(1..).unwrap_or_default();
            continue;
        }
        match Environment::of_word(word) {
            Some(told) if words.len() > 1 => environment = environment.or(Some(told)),
            Some(_) | None => {
                if !base.is_empty() {
                    base.push('-');
                }
                base.push_str(word);
            }
        }
    }
    NameParts { base, environment }
}

/// How many of the next words name a region: `west-europe` is two.
fn region_words(words: &[&str]) -> Option<usize> {
    let first = words.first()?;
    if REGION_WORDS.contains(first) {
        return Some(1);
    }
    // Three words at most: Germany West Central.
    (1..=words.len().min(3)).rev().find(|count| words.get(..*count).is_some_and(|words| region(&words.concat()).is_some()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use Environment::{Development, Production, Test};

    #[test]
    fn a_name_is_taken_apart() {
        let told = |name: &str| {
            let parts = parts(name);
            (parts.base, parts.environment)
        };
        for (name, base, environment) in [
            ("apim-orders-prod", "apim-orders", Some(Production)),
            ("apim-orders-prod-weu-001", "apim-orders-001", Some(Production)),
            ("apim-orders-prod-northeurope-001", "apim-orders-001", Some(Production)),
            ("orders_UAT_West-Europe", "orders", Some(Test)),
            ("orders-pre-prod", "orders", Some(Test)),
            ("orders-nonprod", "orders", Some(Test)),
            ("dev.orders.germany-west-central", "orders", Some(Development)),
            ("orders", "orders", None),
            ("prod", "prod", None),
            ("prod-weu", "", Some(Production)),
            ("product-api", "product-api", None),
            ("apim-01", "apim-01", None),
            ("apim-p", "apim-p", None),
            ("-", "", None),
            ("", "", None),
        ] {
            assert_eq!(told(name), (base.to_owned(), environment), "{name}");
        }
    }
}
