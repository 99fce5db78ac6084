//! Model value to words and icon: the only place that phrases an enum.

use apim_plan::cite::Dated;
use apim_plan::{
    AddressChange, Certainty, Day, Layout, Minutes, Owner, Phase, RegionName, Role, Severity, Shell, Status, Tool, Verdict, Vip,
    Vnet,
};

use crate::ui::Sign;

/// What stands below every view.
pub const FOOT: &str = concat!(
    "Computed in this browser; nothing is sent. Rules ",
    env!("CARGO_PKG_VERSION"),
    ". From public documentation, not from Microsoft."
);

/// Icon and word of a severity.
pub const fn severity(severity: Severity) -> (Sign, &'static str) {
    match severity {
        Severity::Blocker => (Sign::Blocker, "Blocker"),
        Severity::Risk => (Sign::Risk, "Risk"),
        Severity::Note => (Sign::Note, "Note"),
    }
}

/// Icon and word of a verdict.
pub const fn verdict(verdict: Verdict) -> (Sign, &'static str) {
    match verdict {
        Verdict::Recommended => (Sign::Recommended, "Recommended"),
        Verdict::Possible => (Sign::Possible, "Possible"),
        Verdict::RuledOut => (Sign::RuledOut, "Ruled out"),
    }
}

/// Class, icon and word of the tag above the verdict.
pub const fn status(status: Status, is_open: bool) -> (&'static str, Sign, &'static str) {
    match (status, is_open) {
        (Status::Migrate, true) => ("tag tag--risk", Sign::Risk, "Must migrate"),
        (Status::Migrate, false) => ("tag tag--blocker", Sign::Blocker, "No path"),
        (Status::Migrated, _) => ("tag", Sign::Check, "Migrated"),
        (Status::NotAffected, _) => ("tag", Sign::Check, "Not affected"),
        (Status::Unknown, _) => ("tag", Sign::Unknown, "Platform not known"),
    }
}

/// Who does it.
pub const fn owner(owner: Owner) -> &'static str {
    match owner {
        Owner::Apim => "API platform",
        Owner::Network => "Network",
        Owner::Dns => "DNS",
        Owner::Security => "Security",
        Owner::Clients => "API consumers",
    }
}

/// When it is due: heading, and what the heading adds.
pub const fn phase(phase: Phase) -> (&'static str, &'static str) {
    match phase {
        Phase::Before => ("Before", "from two weeks ahead"),
        Phase::During => ("During", "from the start until the status is Online"),
        Phase::After => ("After", "once the status is Online"),
        Phase::WayBack => ("Return", "a second migration"),
    }
}

/// What becomes of an address, as it stands in a table.
pub const fn address(change: AddressChange) -> &'static str {
    match change {
        AddressChange::Kept => "preserved",
        AddressChange::Changes => "changes",
        AddressChange::ChangesTwice => "changes twice",
        AddressChange::New => "new instance",
        AddressChange::Appears => "new private VIP",
        AddressChange::NotUsed => "not used",
    }
}

/// What becomes of the addresses, as a figure.
pub const fn addresses(change: AddressChange) -> &'static str {
    match change {
        AddressChange::Kept => "Preserved",
        AddressChange::Changes | AddressChange::New | AddressChange::Appears => "New",
        AddressChange::ChangesTwice => "New, twice",
        AddressChange::NotUsed => "None",
    }
}

/// How surely it runs where it runs.
pub const fn runs(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Stated | Certainty::Inferred => "runs on",
        Certainty::Uncertain | Certainty::Unknown => "probably runs on",
    }
}

/// What a path is carried out with.
pub const fn tool(tool: Tool) -> &'static str {
    match tool {
        Tool::Portal => "portal",
        Tool::Rest => "REST",
    }
}

/// Address kept or not, as the downtime table has it.
pub const fn vip(vip: Vip) -> &'static str {
    match vip {
        Vip::Preserve => "preserved",
        Vip::New => "new",
    }
}

/// A network mode as the head of a row.
pub const fn vnet(vnet: Vnet) -> &'static str {
    match vnet {
        Vnet::None => "None",
        Vnet::External => "External",
        Vnet::Internal => "Internal",
    }
}

/// The place of a location in the instance.
pub const fn role(role: Role) -> &'static str {
    match role {
        Role::Primary => "primary",
        Role::Secondary => "secondary",
    }
}

/// How units lie over zones.
pub const fn layout(layout: Layout) -> &'static str {
    match layout {
        Layout::Automatic => "automatic",
        Layout::Zonal => "one zone",
        Layout::Redundant => "zone-redundant",
    }
}

/// The place of a location in a list: "Primary", "Second", ..., then "No. 11".
pub fn place(at: usize) -> String {
    const NAMES: [&str; 10] = ["Primary", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth"];
    NAMES.get(at).map_or_else(|| format!("No. {}", at + 1), |name| (*name).to_owned())
}

/// A region as people write it; as it was written where no list names it.
pub fn region(name: &RegionName) -> &str {
    apim_plan::facts::regions::region(name.as_str()).map_or(name.as_str(), |region| region.title)
}

/// A length of time: `45 min`, `4 h`.
pub fn minutes(minutes: Minutes) -> String {
    let (number, unit) = figure(minutes);
    format!("{number} {unit}")
}

/// A length of time as number and unit.
pub const fn figure(minutes: Minutes) -> (Minutes, &'static str) {
    if minutes >= 60 && minutes.is_multiple_of(60) { (minutes / 60, "h") } else { (minutes, "min") }
}

/// `1 part`, `2 parts`.
pub fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// A date as people read it: `19 Aug 2024`. What is no date stays as it is.
pub fn day(written: &str) -> String {
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let Ok(day) = written.parse::<Day>() else {
        return written.to_owned();
    };
    let date = day.date();
    let month = usize::try_from(date.month() - 1).ok().and_then(|at| MONTHS.get(at)).copied().unwrap_or_default();
    format!("{} {month} {}", date.day(), date.year())
}

/// The date of a page, or that it has none.
pub fn dated(dated: Dated) -> String {
    match dated {
        Dated::On(date) => day(date),
        Dated::UndatedCopy(_) => "copy without a date".to_owned(),
    }
}

/// How old a page is: `2 years 3 months old`. `None` without a date or a clock.
pub fn age(dated: Dated, today: Option<Day>) -> Option<String> {
    let dated: Day = match dated {
        Dated::On(date) => date.parse().ok()?,
        Dated::UndatedCopy(_) => return None,
    };
    let months = dated.months_until(today?);
    let of = |number: u32, one: &str, many: &str| match number {
        0 => None,
        1 => Some(format!("1 {one}")),
        number => Some(format!("{number} {many}")),
    };
    let parts: Vec<String> =
        [of(months / 12, "year", "years"), of(months % 12, "month", "months")].into_iter().flatten().collect();
    Some(if parts.is_empty() { "less than a month old".to_owned() } else { format!("{} old", parts.join(" ")) })
}

/// A short name inside a sentence: names of things keep their capitals.
pub fn in_sentence(short: &str) -> String {
    let mut signs = short.chars();
    match (signs.next(), signs.next()) {
        (Some(first), Some(second)) if !second.is_ascii_uppercase() && !short.starts_with("Key Vault") => {
            format!("{}{}", first.to_ascii_lowercase(), short.get(first.len_utf8()..).unwrap_or_default())
        }
        _ => short.to_owned(),
    }
}

/// A place or a width in a picture: `33.33%`, `50%`. The library's own way of writing fractions is thirteen kilobytes.
pub fn percent(share: f64) -> String {
    // To the even side: so two parts of a whole still make a whole.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "what is beyond is cut off")]
    let hundredths = (share * 100.0).round_ties_even() as u32;
    match (hundredths / 100, hundredths % 100) {
        (whole, 0) => format!("{whole}%"),
        (whole, tenths) if tenths % 10 == 0 => format!("{whole}.{}%", tenths / 10),
        (whole, rest) => format!("{whole}.{rest:02}%"),
    }
}

/// The name of a shell.
pub const fn shell(shell: Shell) -> &'static str {
    match shell {
        Shell::Bash => "Bash",
        Shell::Powershell => "PowerShell",
    }
}

#[cfg(test)]
mod tests {
    use super::{Dated, age, day, figure, in_sentence, minutes, percent};

    #[test]
    fn percents_are_short() {
        let said = [100.0 / 3.0, 50.0, 0.0, 12.5, 7.049, 99.999, -1.0, f64::NAN].map(percent);
        assert_eq!(said, ["33.33%", "50%", "0%", "12.5%", "7.05%", "100%", "0%", "0%"]);
    }

    #[test]
    fn says_how_old_a_page_is() {
        let today = "2026-11-21".parse().ok();
        assert_eq!(age(Dated::On("2024-08-19"), today).as_deref(), Some("2 years 3 months old"));
        assert_eq!(age(Dated::On("2024-11-21"), today).as_deref(), Some("2 years old"));
        assert_eq!(age(Dated::On("2026-10-21"), today).as_deref(), Some("1 month old"));
        assert_eq!(age(Dated::On("2026-10-22"), today).as_deref(), Some("less than a month old"));
        assert_eq!(age(Dated::UndatedCopy("2024-08-19"), today), None);
        assert_eq!(age(Dated::On("2024-08-19"), None), None);
    }

    #[test]
    fn names_keep_their_capitals_inside_a_sentence() {
        assert_eq!(in_sentence("Outside business hours"), "outside business hours");
        assert_eq!(in_sentence("DNS change"), "DNS change");
        assert_eq!(in_sentence("Key Vault blocked"), "Key Vault blocked");
    }

    #[test]
    fn writes_dates_and_lengths_as_people_do() {
        assert_eq!(day("2024-08-19"), "19 Aug 2024");
        assert_eq!(day("soon"), "soon");
        assert_eq!(
            (minutes(45), minutes(240), minutes(2880), minutes(0)),
            ("45 min".into(), "4 h".into(), "48 h".into(), "0 min".into())
        );
        assert_eq!(figure(90), (90, "min"));
    }
}
