//! JSON as people have it: one value, several, one a line, with comments; and
//! what to say when it is broken.

use std::borrow::Cow;

use serde::Deserialize;
use serde_json::Deserializer;

use super::node::Node;
use super::shape::{ImportError, NotRead, NotReadKind};
use super::words;

/// The values of a text.
#[derive(Debug, Default)]
pub(super) struct Documents<'t> {
    /// Each with its place; the place of the only one is empty.
    pub(super) values: Vec<(String, Node<'t>)>,
    /// Lines that are broken.
    pub(super) skipped: Vec<NotRead>,
    /// One value a line.
    pub(super) lines: bool,
}

/// Reads a text that starts with a bracket.
pub(super) fn documents(text: &str) -> Result<Documents<'_>, ImportError> {
    let whole = match serde_json::from_str(text) {
        Ok(node) => return Ok(Documents { values: vec![(String::new(), node)], ..Documents::default() }),
        Err(error) => error,
    };
    if one_a_line(text) {
        let read = lines(text);
        if !read.values.is_empty() {
            return Ok(read);
        }
    }
    several(text).ok_or_else(|| explain(text, &whole))
}

/// Most lines are a value of their own. Of a single value in many lines at
/// most the last one ends what it has begun.
fn one_a_line(text: &str) -> bool {
    let (mut all, mut whole) = (0_usize, 0_usize);
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        all += 1;
        whole += usize::from(line.starts_with('{') && line.ends_with('}'));
    }
    all > 1 && whole * 2 > all
}

fn lines(text: &str) -> Documents<'_> {
    let mut read = Documents { lines: true, ..Documents::default() };
    for (number, line) in (1_usize..).zip(text.lines()) {
        if line.trim().is_empty() {
            continue;
        }
        match serde_json::from_str(line) {
            Ok(node) => read.values.push((format!("line {number}"), node)),
            Err(error) => {
                read.skipped.push(NotRead {
                    path: format!("line {number}"),
                    why: explain_at(line, &error, number).to_string().into(),
                    kind: NotReadKind::Unreadable,
                });
            }
        }
    }
    read
}

/// One value after the other, as two commands that write to one file leave
/// them. `None` unless every one of them is whole.
fn several(text: &str) -> Option<Documents<'_>> {
    let mut read = Documents::default();
    for (number, node) in (1_usize..).zip(Deserializer::from_str(text).into_iter()) {
        read.values.push((format!("document {number}"), node.ok()?));
    }
    Some(read)
}

/// Comments made blank, as templates may have them. Lines and columns stay.
pub(super) fn without_comments(text: &str) -> Cow<'_, str> {
    if !text.contains("//") && !text.contains("/*") {
        return Cow::Borrowed(text);
    }
    let mut clean = String::with_capacity(text.len());
    let mut signs = text.chars().peekable();
    let mut inside = false;
    while let Some(sign) = signs.next() {
        match (sign, inside) {
            ('\\', true) => {
                clean.push(sign);
                clean.extend(signs.next());
            }
            ('"', _) => {
                inside = !inside;
                clean.push(sign);
            }
            ('/', false) if signs.peek() == Some(&'/') => {
                clean.push(' ');
                while let Some(sign) = signs.next_if(|sign| *sign != '\n') {
                    clean.push(if sign == '\r' { sign } else { ' ' });
                }
            }
            ('/', false) if signs.peek() == Some(&'*') => {
                clean.push_str("  ");
                let _ = signs.next();
                while let Some(sign) = signs.next() {
                    let ends = sign == '*' && signs.peek() == Some(&'/');
                    clean.push(if sign.is_ascii_whitespace() { sign } else { ' ' });
                    if ends {
                        clean.push(' ');
                        let _ = signs.next();
                        break;
                    }
                }
            }
            _ => clean.push(sign),
        }
    }
    Cow::Owned(clean)
}

/// JSON inside of a text: the cell of a table. `None` when it is no JSON.
pub(super) fn inner(text: &str) -> Option<Node<'_>> {
    let mut deserializer = Deserializer::from_str(text);
    let node = Node::deserialize(&mut deserializer).ok()?;
    deserializer.end().ok().map(|()| node)
}

fn explain(text: &str, error: &serde_json::Error) -> ImportError {
    explain_at(text, error, 1)
}

/// Says what is wrong in words that fit the text.
/// `first_line` is the number of the text's first line.
fn explain_at(text: &str, error: &serde_json::Error, first_line: usize) -> ImportError {
    let start = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum::<usize>();
    let mut at = (start + error.column()).saturating_sub(1).min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let kind = error.to_string();
    // A text without end is an error behind its last sign, not at it.
    let (read, rest) = if error.is_eof() { (text, "") } else { text.split_at(at) };
    let (open_text, open) = scan(read);
    let found = rest.chars().next();
    let before = read.trim_end().char_indices().next_back();

    let (at, what) = if let Some(quote) = open_text {
        match found {
            None => (quote, "a text that starts here and is never closed. Copy the whole description and read again."),
            Some(sign) if sign.is_control() => (
                quote,
                "a text that starts here and is not closed on its line. Close the text or join the lines, and read again.",
            ),
            Some(_) => (at, "a backslash before a character that can't follow it. Write two backslashes and read again."),
        }
    } else if kind.starts_with("recursion limit") {
        (at, "brackets nested more than 128 deep, which a description of an instance never has. Select another file.")
    } else if error.is_eof() {
        let missing = match open.last() {
            Some((_, '[')) => "the text ends inside a list. Copy the whole description and read again.",
            _ => "the text ends inside the description. Copy the whole description and read again.",
        };
        (at, missing)
    } else {
        match (before, found) {
            (Some((comma, ',')), Some('}' | ']')) => {
                (comma, "a comma without a value after it. Remove the comma and read again.")
            }
            (_, Some(',')) => (at, "a comma without a value before it. Remove the comma and read again."),
            (_, Some('\'')) => (at, "a single quotation mark. Use double quotation marks and read again."),
            (_, Some('“' | '”' | '„' | '‘' | '’' | '«' | '»')) => {
                (at, "a curly quotation mark, as word processors insert them. Use straight quotation marks and read again.")
            }
            (_, Some('.' | '…')) => (at, "dots in place of omitted text. Copy the whole description and read again."),
            _ if kind.starts_with("expected `:`") => {
                (at, "a colon is missing before this character. Add the colon and read again.")
            }
            (_, Some('}' | ']')) => {
                (at, "a closing bracket without an opening bracket. Remove the bracket or add the opening one, and read again.")
            }
            (Some((_, '{' | ',')), Some(sign)) if words::letter_or_digit(sign) || sign == '_' || sign == '$' => {
                (at, "a word without quotation marks. Add double quotation marks and read again.")
            }
            (Some((_, before)), Some(_)) if !open.is_empty() && !matches!(before, '{' | '[' | ',' | ':') => {
                (at, "a comma is missing before this character. Add the comma and read again.")
            }
            (Some(_), Some(_)) if open.is_empty() => {
                (at, "there is text after the end of the description. Remove the text and read again.")
            }
            _ => (at, "this text is not JSON. Copy the description again and read again."),
        }
    };
    let (above, line) = text.get(..at).unwrap_or(read).rsplit_once('\n').unwrap_or(("", read.get(..at).unwrap_or(read)));
    let number = first_line + if at > line.len() { above.matches('\n').count() + 1 } else { 0 };
    let column = line.chars().count() + 1;
    ImportError { message: what.to_owned(), line: Some(number), column: Some(column) }
}

/// Where a text was opened that is still open, and the brackets that are.
fn scan(text: &str) -> (Option<usize>, Vec<(usize, char)>) {
    let (mut open, mut quote) = (Vec::new(), None);
    let mut signs = text.char_indices();
    while let Some((at, sign)) = signs.next() {
        match (sign, quote) {
            ('\\', Some(_)) => {
                let _ = signs.next();
            }
            ('"', Some(_)) => quote = None,
            ('"', None) => quote = Some(at),
            ('{' | '[', None) => open.push((at, sign)),
            ('}' | ']', None) => {
                let _ = open.pop();
            }
            _ => {}
        }
    }
    (quote, open)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::{documents, without_comments};

    #[rstest]
    #[case(
        r#"{ "name": "apim-orders-prod", "sku": { "name": "Premium", }"#,
        "Line 1, column 57: a comma without a value after it. Remove the comma and read again."
    )]
    #[case("{\n  \"a\": [1,\n  ]\n}", "Line 2, column 10: a comma without a value after it. Remove the comma and read again.")]
    #[case(
        "{\n  \"a\": 1\n  \"b\": 2\n}",
        "Line 3, column 3: a comma is missing before this character. Add the comma and read again."
    )]
    #[case("{ 'a': 1 }", "Line 1, column 3: a single quotation mark. Use double quotation marks and read again.")]
    #[case("{ a: 1 }", "Line 1, column 3: a word without quotation marks. Add double quotation marks and read again.")]
    #[case(
        "{ \"ü\": “b” }",
        "Line 1, column 8: a curly quotation mark, as word processors insert them. Use straight quotation marks and read again."
    )]
    #[case("{ \"a\" 1 }", "Line 1, column 7: a colon is missing before this character. Add the colon and read again.")]
    #[case("[{ \"a\": 1 }, ...]", "Line 1, column 14: dots in place of omitted text. Copy the whole description and read again.")]
    #[case("[{ \"a\": 1 },", "Line 1, column 12: the text ends inside a list. Copy the whole description and read again.")]
    #[case(
        "{ \"a\": \"b",
        "Line 1, column 8: a text that starts here and is never closed. Copy the whole description and read again."
    )]
    #[case(
        "{ \"a\": \"b\n\" }",
        "Line 1, column 8: a text that starts here and is not closed on its line. Close the text or join the lines, and read again."
    )]
    #[case(
        "{ \"a\": \"c:\\x\" }",
        "Line 1, column 12: a backslash before a character that can't follow it. Write two backslashes and read again."
    )]
    #[case(
        "{ \"a\": 1 } and so on",
        "Line 1, column 12: there is text after the end of the description. Remove the text and read again."
    )]
    #[case(
        "{ \"a\": 1 ] }",
        "Line 1, column 10: a closing bracket without an opening bracket. Remove the bracket or add the opening one, and read again."
    )]
    fn a_mistake_is_shown_where_it_is(#[case] text: &str, #[case] message: &str) {
        assert_eq!(documents(text).err().map(|error| error.to_string()).as_deref(), Some(message));
    }

    #[test]
    fn brackets_without_end_are_refused_and_not_followed() {
        let error = documents(&"[".repeat(100_000)).err().map(|error| error.message).unwrap_or_default();
        assert!(error.contains("nested more than 128 deep"), "{error}");
    }

    #[test]
    fn a_broken_line_leaves_the_others_alone() {
        let read = documents("{\"a\":1}\n{\"a\":}\n\n{\"a\":3}\n").unwrap_or_default();
        let places: Vec<_> = read.values.iter().map(|(place, _)| place.as_str()).collect();
        assert_eq!(places, ["line 1", "line 4"]);
        let why: Vec<_> = read.skipped.iter().map(|skipped| (skipped.path.as_str(), skipped.why.as_ref())).collect();
        assert_eq!(
            why,
            [(
                "line 2",
                "Line 2, column 6: a closing bracket without an opening bracket. Remove the bracket or add the opening one, and read again."
            )]
        );
    }

    #[test]
    fn values_one_after_the_other_are_read() {
        let read = documents("{\n\"a\": 1\n}\n{\n\"a\": 2\n}").unwrap_or_default();
        assert_eq!(read.values.len(), 2);
    }

    #[test]
    fn comments_become_blanks_and_addresses_stay() {
        let text = "{ // one\n \"a\": \"https://x\", /* two\n */ \"b\": \"\\\"//\" }";
        assert_eq!(without_comments(text), "{       \n \"a\": \"https://x\",       \n    \"b\": \"\\\"//\" }");
    }
}
