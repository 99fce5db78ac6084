//! What the name of an instance says: its environment, and the instances that belong together.

use crate::facts::regions::region;
use crate::import::{Environment, environment};

/// Common short names of regions, in addition to the full ones.
///
/// Two letters or more; those that are also English words or environments are
/// left out. A missing name splits one chain in two, a wrong name joins two
/// chains: joining only costs time.
const REGION_WORDS: &[&str] = &[
    "ae", "aue", "aes", "bra", "brs", "brse", "cac", "cae", "ce", "cin", "cnc", "cne", "cnn", "cus", "ea", "eas", "eau", "eu2",
    "eus", "eus2", "frc", "frs", "gn", "gwc", "deu", "inc", "ins", "itn", "jpe", "jpw", "jw", "krc", "krs", "ncus", "ne", "neu",
    "nwe", "nww", "plc", "qac", "sa", "san", "scus", "se", "sdc", "sea", "swc", "swe", "szn", "chn", "uac", "uan", "uks", "ukw",
    "wcus", "we", "weu", "wus", "wus2", "wus3",
];

/// What a name says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameParts {
    /// The name without environment and region. Instances that share it differ only in those. May be empty.
    pub base: String,
    /// The environment in the name.
    pub environment: Option<Environment>,
}

/// Splits a name at hyphens, underscores and dots.
///
/// Numbers stay: `apim-01` and `apim-02` are two instances, not two regions of
/// one. A name that is only an environment is not split.
pub fn parts(name: &str) -> NameParts {
    let whole = name.to_ascii_lowercase();
    let words: Vec<&str> = whole.split(['-', '_', '.', ' ']).filter(|word| !word.is_empty()).collect();
    let mut base = String::new();
    let mut rest = words.as_slice();
    while let Some((word, after)) = rest.split_first() {
        let skipped = region_words(rest).or_else(|| environment_words(rest).filter(|_| words.len() > 1));
        if let Some(skipped) = skipped {
            rest = rest.get(skipped..).unwrap_or_default();
            continue;
        }
        rest = after;
        if !base.is_empty() {
            base.push('-');
        }
        base.push_str(word);
    }
    NameParts { base, environment: environment(name) }
}

/// The number of next words that name an environment: `pre-prod` has two.
fn environment_words(words: &[&str]) -> Option<usize> {
    let first = words.first()?;
    let pair = matches!(*first, "pre" | "non") && words.get(1).is_some_and(|next| environment(next).is_some());
    if pair { Some(2) } else { environment(first).map(|_| 1) }
}

/// The number of next words that name a region: `west-europe` has two.
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
            ("prod", "prod", Some(Production)),
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
