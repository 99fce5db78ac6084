//! What the glossary forbids. `docs/glossary.md` shows the same list to people.

/// A term that no reader may meet, and the one to use.
pub(crate) type Forbidden = (&'static str, &'static str);

/// Whole words in any case; a hyphen separates words.
pub(crate) const FORBIDDEN: &[Forbidden] = &[
    // The gateway and its compute.
    ("gateway down", "gateway downtime"),
    ("gateway is down", "the gateway is unavailable"),
    ("is away", "is unavailable"),
    ("be away", "be unavailable"),
    ("taken away", "removed"),
    ("takes away", "removes"),
    ("stays up", "stays available"),
    ("stay up", "stay available"),
    ("go on", "stay available"),
    ("goes on", "stays available"),
    ("old compute", "stv1 compute"),
    ("compute is kept", "stv1 compute is retained"),
    ("compute kept", "stv1 compute retained"),
    ("not kept", "not retained"),
    ("leave alone", "do not change"),
    // Networks.
    ("stands in", "is in, is injected in"),
    ("stand in", "are in, are injected in"),
    ("outside a network", "not in a virtual network"),
    ("outside the network", "not in a virtual network"),
    ("in a network", "in a virtual network"),
    ("into a network", "in a virtual network"),
    ("no network", "not in a virtual network"),
    ("tunnelling", "tunneling"),
    ("allow list", "allowlist"),
    ("allow lists", "allowlists"),
    ("admit", "allow"),
    ("admits", "allows"),
    // Addresses.
    ("new address", "new VIP"),
    ("keep the address", "preserve the VIP"),
    ("keeps the address", "preserves the VIP"),
    ("address kept", "VIP preserved"),
    ("address is kept", "the VIP is preserved"),
    ("address stays", "the VIP is preserved"),
    ("set aside", "precreated"),
    ("public address", "public VIP, public IP address"),
    ("public addresses", "public VIPs, public IP addresses"),
    ("private address", "private VIP, private IP address"),
    ("private addresses", "private VIPs, private IP addresses"),
    ("pin", "list"),
    ("pins", "lists"),
    ("pinned", "listed"),
    // The migration.
    ("a run", "a migration"),
    ("the run", "the migration"),
    ("this run", "this migration"),
    ("two runs", "two migrations"),
    ("second run", "second migration"),
    ("whole run", "the migration"),
    ("runs one after another", "migrations one after another"),
    ("way back", "roll back, return to the original subnet"),
    ("parallel instance", "second instance"),
    ("today s subnet", "current subnet"),
    ("by itself", "automatically"),
    ("by themselves", "automatically"),
    ("hand over", "update, assign"),
    ("handed over", "updated, assigned"),
    ("take along", "copy, save"),
    // Zones, regions, units.
    ("place", "location, region"),
    ("places", "locations, regions"),
    ("name zones", "configure availability zones"),
    ("naming zones", "configuring availability zones"),
    ("zones named", "selected zones"),
    ("chosen zones", "selected zones"),
    ("chosen zone", "selected zone"),
    ("spread", "distribute"),
    ("spreads", "distributes"),
    ("outlive", "survive a zone outage"),
    ("outlives", "survives a zone outage"),
    ("outlived", "survived"),
    ("lose a zone", "zone outage"),
    ("lose a region", "region outage"),
    ("lose zone", "zone outage"),
    ("lose region", "region outage"),
    ("loss of a zone", "zone outage"),
    ("loss of a region", "region outage"),
    ("loss of any one region", "outage of any one region"),
    ("zone is lost", "zone outage"),
    ("region is lost", "region outage"),
    ("region lost", "region outage"),
    ("certainly left", "remaining after a zone outage"),
    ("the peak needs", "needed at peak"),
    ("peak needs", "needed at peak"),
    ("carry", "serve"),
    ("carries", "serves, contains"),
    ("carried", "served"),
    ("requests in flight", "requests in progress"),
    // DNS.
    ("custom name", "custom domain"),
    ("custom names", "custom domains"),
    ("default name", "default host name"),
    ("default names", "default host names"),
    ("move dns", "update DNS"),
    // Documentation.
    ("pages disagree", "documentation differs"),
    ("where pages", "where documentation"),
    ("the page says", "documentation"),
    ("page says", "documentation"),
    ("pages say", "documentation"),
    ("no page", "not documented"),
    ("no figure", "not documented"),
    ("older page", "earlier revision"),
    ("later page", "later revision"),
    ("public pages", "public documentation"),
    // Answers.
    ("downtime refused", "downtime not acceptable"),
    ("refuse downtime", "downtime is not acceptable"),
    ("not told", "not stated"),
    ("nobody", "name who or what"),
    ("somebody", "name who or what"),
    ("whoever", "name who or what"),
    // Idioms.
    ("harms", "say the effect"),
    ("harmless", "say the effect"),
    ("be had", "you can provide"),
    ("let", "allow"),
    ("lets", "allows"),
    ("put", "add, set"),
    ("put right", "correct"),
    ("of its own accord", "automatically"),
    ("as it has it", "documented"),
    ("goes by", "uses"),
    ("go by", "use"),
];

/// What looks like a forbidden term and is none.
const ALLOWED: &[&str] = &["in place", "takes place", "put in", "no network security group", "in a network security group"];

/// The words of a text: letters, digits and what follows an apostrophe, in lower case.
pub(crate) fn words(text: &str) -> Vec<String> {
    let words = text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

/// The forbidden terms in a text.
pub(crate) fn forbidden(text: &str) -> Vec<Forbidden> {
    // What is between backticks is a value that somebody else wrote.
    let words = words(&text.split('`').step_by(2).collect::<Vec<_>>().join(" ` "));
    let is_at = |phrase: &str, at: usize| {
        let phrase: Vec<&str> = phrase.split(' ').collect();
        words.get(at..at + phrase.len()).is_some_and(|found| found.iter().zip(&phrase).all(|(word, want)| word == want))
    };
    let is_allowed = |at: usize, length: usize| {
        ALLOWED.iter().any(|phrase| {
            let long = phrase.split(' ').count();
            (0..long)
                .any(|before| at.checked_sub(before).is_some_and(|start| is_at(phrase, start) && start + long >= at + length))
        })
    };
    let found = |(term, _): &&Forbidden| {
        let length = term.split(' ').count();
        (0..words.len()).any(|at| is_at(term, at) && !is_allowed(at, length))
    };
    FORBIDDEN.iter().filter(found).copied().collect()
}

/// The sentences of a text.
pub(crate) fn sentences(text: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for (at, sign) in text.char_indices() {
        let rest = text.get(at + sign.len_utf8()..).unwrap_or_default();
        let next = rest.strip_prefix(' ').and_then(|rest| rest.chars().next());
        let ends = matches!(sign, '.' | '!' | '?') && (rest.is_empty() || next.is_some_and(|next| !next.is_lowercase()));
        if ends {
            sentences.extend(text.get(start..=at));
            start = at + sign.len_utf8();
        }
    }
    sentences.extend(text.get(start..).filter(|rest| !rest.trim().is_empty()));
    sentences.into_iter().map(str::trim).collect()
}

/// The number of words as a reader counts them.
pub(crate) fn length(sentence: &str) -> usize {
    sentence.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}
