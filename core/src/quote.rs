//! Text of other people as a word of a language: whatever is in it, it stays one word.

use std::fmt::Write;

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

/// Text as a string of Bicep: a quote, a backslash and `${` are escaped, and nothing breaks the line.
pub(crate) fn bicep(text: &str) -> String {
    let mut word = String::from("'");
    for (at, sign) in text.char_indices() {
        let opens = sign == '$' && text.get(at + 1..).is_some_and(|rest| rest.starts_with('{'));
        match sign {
            '\'' | '\\' => word.extend(['\\', sign]),
            '$' if opens => word.push_str("\\$"),
            '\n' => word.push_str("\\n"),
            '\r' => word.push_str("\\r"),
            '\t' => word.push_str("\\t"),
            sign if breaks_lines(sign) => {
                let _ = write!(word, "\\u{{{:x}}}", u32::from(sign));
            }
            sign => word.push(sign),
        }
    }
    word + "'"
}

/// Text as a string of HCL: `${` and `%{` would start a template.
pub(crate) fn hcl(text: &str) -> String {
    let mut word = String::from("\"");
    for (at, sign) in text.char_indices() {
        let opens = matches!(sign, '$' | '%') && text.get(at + 1..).is_some_and(|rest| rest.starts_with('{'));
        match sign {
            '"' | '\\' => word.extend(['\\', sign]),
            sign if opens => word.extend([sign, sign]),
            '\n' => word.push_str("\\n"),
            '\r' => word.push_str("\\r"),
            '\t' => word.push_str("\\t"),
            sign if breaks_lines(sign) => {
                let _ = write!(word, "\\u{:04x}", u32::from(sign));
            }
            sign => word.push(sign),
        }
    }
    word + "\""
}

/// Text in a comment that ends with its line.
pub(crate) fn in_line(text: &str) -> String {
    text.chars().map(|sign| if breaks_lines(sign) { ' ' } else { sign }).collect()
}

/// Text as an identifier that every language takes: small letters, digits and underscores, a letter first.
pub(crate) fn identifier(text: &str, otherwise: &str) -> String {
    let mut word: String =
        text.chars().map(|sign| if sign.is_ascii_alphanumeric() { sign.to_ascii_lowercase() } else { '_' }).collect();
    word.truncate(64);
    let word = word.trim_matches('_');
    match word.chars().next() {
        None => otherwise.to_owned(),
        Some(first) if first.is_ascii_digit() => format!("{otherwise}_{word}"),
        Some(_) => word.to_owned(),
    }
}

/// Control characters, and the separators of lines and paragraphs.
fn breaks_lines(sign: char) -> bool {
    sign.is_control() || matches!(sign, '\u{2028}' | '\u{2029}')
}

/// A NUL cannot be part of a command line.
fn without_nul(text: Option<&str>, placeholder: &str) -> String {
    text.filter(|text| !text.is_empty()).unwrap_or(placeholder).replace('\0', "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_expanded_and_no_quote_ends_early() {
        assert_eq!(bicep("a'b\\${c}\n"), r"'a\'b\\\${c}\n'");
        assert_eq!(bicep("$c"), "'$c'");
        assert_eq!(hcl("a\"b\\${c}%{d}\u{7}"), r#""a\"b\\$${c}%%{d}\u0007""#);
        assert_eq!(in_line("a\nb\u{2028}c"), "a b c");
        assert_eq!(identifier("apim-Orders.prod", "apim"), "apim_orders_prod");
        assert_eq!(identifier("'$(x)", "apim"), "x");
        assert_eq!(identifier("'--'", "apim"), "apim");
        assert_eq!(identifier("1st", "apim"), "apim_1st");
    }
}
