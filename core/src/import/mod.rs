//! Reads descriptions of instances of many kinds into requests.
//!
//! The result lists what was read and where, and what was not read and why.
//! Secrets and names of people never leave the parser, neither in answers, nor in
//! reasons, nor in errors. Nothing is decided here.

mod around;
mod compare;
mod csv;
mod deployed;
mod find;
mod json;
mod node;
mod refuse;
mod service;
mod shape;
mod subnets;
mod surroundings;
mod template;
mod terraform;
mod text;
mod words;

pub(crate) use around::is_endpoint;
pub use compare::{CheckVerdict, ComparisonCheck, Report, Subject, compare};
pub use service::UNKNOWN_REGION;
pub use shape::{Environment, Extras, Host, ImportError, Imported, LocationExtras, NotRead, NotReadKind, ReadField, Reading};
pub use surroundings::{AutoscaleSetting, Dependency, LocationNetwork, PortRuling, PortState, PublicIpFacts, RelatedResource};
pub use words::environment;

use std::borrow::Cow;

use find::Finder;
use json::Documents;

/// The maximum size of an input in bytes.
const LARGEST: usize = 512 << 20;

/// Reads a file: see [`read`] for what it may be. UTF-8 and UTF-16, with or without a mark.
///
/// # Errors
/// Says what the file looks like, or the position of its mistake, and what to do.
pub fn import(bytes: &[u8]) -> Result<Vec<Imported>, ImportError> {
    if bytes.len() > LARGEST {
        return Err(refuse::too_large(LARGEST));
    }
    import_text(&text::decode(bytes)?)
}

/// Reads a text: see [`read`] for what it may be.
///
/// # Errors
/// Says what the text looks like, or the position of its mistake, and what to do.
pub fn import_text(text: &str) -> Result<Vec<Imported>, ImportError> {
    read(text).map(Reading::into_instances)
}

/// Reads descriptions of instances.
///
/// Reads the portal's JSON view, REST responses and lists, `az apim show` and
/// `list`, Resource Graph in all its shapes and as CSV, ARM templates with
/// their parameter files, the `PowerShell` form of any of these, and one
/// description per line. Rows that can't be read are skipped and listed, and so
/// is an instance with the resource id and the answers of an earlier one.
///
/// A response of API Management without an existing instance, such as a deleted
/// one, gives an empty list.
///
/// # Errors
/// Says what the text looks like, or the position of its mistake, and what to do.
pub fn read(text: &str) -> Result<Reading, ImportError> {
    if text.len() > LARGEST {
        return Err(refuse::too_large(LARGEST));
    }
    let text = text.trim_start_matches('\u{feff}').trim_end_matches('\0');
    match text.trim_start().chars().next() {
        None => Err(refuse::empty()),
        Some('{' | '[') => read_json(text),
        // Templates may begin with a comment.
        Some('/') => read_json(&json::without_comments(text)),
        Some(_) => match surrounded(text) {
            Some(reading) => Ok(reading),
            None => read_table(text.trim_start()),
        },
    }
}

/// JSON with lines around it: the command that printed it, a warning, the fence
/// of a code block. `None` without an instance.
fn surrounded(text: &str) -> Option<Reading> {
    let start = text.find("\n{").into_iter().chain(text.find("\n[")).min()? + 1;
    let end = text.rfind(['}', ']'])? + 1;
    let mut reading = read_json(text.get(start..end)?).ok().filter(|reading| !reading.instances.is_empty())?;
    let why = "lines around the description";
    reading.skipped.push(NotRead { path: String::new(), why: why.into(), kind: NotReadKind::Unneeded });
    Some(reading)
}

fn read_json(text: &str) -> Result<Reading, ImportError> {
    match json::documents(text) {
        Ok(documents) => read_documents(&documents, text.len()),
        Err(error) => match json::without_comments(text) {
            Cow::Owned(clean) => read_documents(&json::documents(&clean)?, clean.len()),
            Cow::Borrowed(_) => Err(error),
        },
    }
}

fn read_documents(documents: &Documents<'_>, length: usize) -> Result<Reading, ImportError> {
    let mut finder = Finder::new(length);
    let instances: Vec<_> = documents.values.iter().filter(|(_, node)| !finder.take_parameters(node)).collect();
    for (at, node) in instances {
        // A parameter file beside its template does not change positions in the template.
        finder.walk(node, at);
    }
    finder.join();
    if finder.reading.instances.is_empty()
        && let Some(error) = refuse::json(&documents.values, &finder)
    {
        return Err(error);
    }
    let mut reading = finish(finder);
    reading.skipped.splice(0..0, documents.skipped.iter().cloned());
    if documents.lines {
        for imported in &mut reading.instances {
            imported.source = format!("JSON Lines: {}", imported.source).into();
        }
    }
    Ok(reading)
}

fn read_table(text: &str) -> Result<Reading, ImportError> {
    let Some(table) = csv::table(text) else { return Err(refuse::text(text)) };
    let mut finder = Finder::new(0);
    for (line, cells) in table.rows {
        let at = format!("line {line}");
        if cells.len() > table.columns.len() {
            finder.skip(at, "more cells than the table has columns");
            continue;
        }
        let entries = table.columns.iter().zip(cells).map(|(name, cell)| {
            // In a table, an empty value is written as a word.
            let node = if cell.trim().eq_ignore_ascii_case("null") { node::Node::Null } else { node::Node::Text(cell) };
            (Cow::Borrowed(name.trim()), node)
        });
        finder.row(entries.collect(), &at, "Resource Graph, CSV");
    }
    finder.join();
    if finder.reading.instances.is_empty() {
        let looks_like_columns = table.columns.iter().all(|name| !name.is_empty() && name.len() <= 60);
        return Err(if looks_like_columns && finder.others + finder.reading.skipped.len() > 0 {
            refuse::table()
        } else {
            refuse::text(text)
        });
    }
    Ok(finish(finder))
}

/// Adds a summary of what was skipped, and what the instances say about each other.
fn finish(mut finder: Finder<'_>) -> Reading {
    if let (Some(at), Some(first)) = (&finder.continued, finder.reading.instances.first_mut()) {
        first.warnings.push(format!("The list continues on another page ({at}): instances on that page are missing.").into());
    }
    let kind = finder.other_type.as_deref().map(|kind| format!(": {kind}")).unwrap_or_default();
    let why = match finder.others {
        0 => return finder.reading,
        1 => format!("1 resource of another type{kind}"),
        others => format!("{others} resources of other types{kind} and so on"),
    };
    finder.reading.skipped.push(NotRead { path: String::new(), why: why.into(), kind: NotReadKind::Unneeded });
    finder.reading
}
