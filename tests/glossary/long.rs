//! Sentences of more words than the rule allows, each with the reason.

/// A part of the sentence, and why it is not shorter.
pub(crate) const LISTED: &[(&str, &str)] =
    &[("Create the second instance with its final units", "a list of all regions with their layouts")];
