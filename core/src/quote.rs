//! Text of other people as a word of a language: whatever is in it, it stays one word.

/// Text as one word of Bash: single quotes end only at a single quote, which is written as `'\''`.
pub(crate) fn bash(text: Option<&str>, placeholder: &str) -> String {
    format!("'{}'", without_nul(text, placeholder).replace('\'', r"'\''"))
}

/// Text as one word of PowerShell: in single quotes nothing is expanded, and a quote is doubled. PowerShell takes
/// typographic quotes for quotes as well.
pub(crate) fn powershell(text: Option<&str>, placeholder: &str) -> String {
    let mut word = String::from("'");
    for sign in without_nul(text, placeholder).chars() {
        if matches!(sign, '\'' | '\u{2018}' | '\u{2019}' | '\u{201a}' | '\u{201b}') {
            word.push(sign);
        }
        word.push(sign);
    }
    word + "'"
}

/// Text in a comment that ends with its line.
pub(crate) fn in_line(text: &str) -> String {
    text.chars().map(|sign| if breaks_lines(sign) { ' ' } else { sign }).collect()
}

/// Control characters, and the separators of lines and paragraphs.
fn breaks_lines(sign: char) -> bool {
    sign.is_control() || matches!(sign, '\u{2028}' | '\u{2029}')
}

/// A NUL cannot be part of a command line.
fn without_nul(text: Option<&str>, placeholder: &str) -> String {
    text.filter(|text| !text.is_empty()).unwrap_or(placeholder).replace('\0', "")
}
