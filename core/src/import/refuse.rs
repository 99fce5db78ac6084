//! Messages for a file that is not a description: what was
//! expected, what the file is instead, and how to get a description.

use super::find::{Finder, is_parameter_file};
use super::node::Node;
use super::shape::ImportError;
use super::words;

const READ: &str = "the portal's JSON view, az apim show or list, Resource Graph, an ARM template, PowerShell, Terraform's JSON";

/// What the file is, and what to do to get the right one.
fn refused(is: &str, instead: &str) -> ImportError {
    ImportError::new(format!("This text is {is}, not the description of an API Management instance. {instead}"))
}

/// Nothing but blanks.
pub(super) fn empty() -> ImportError {
    ImportError::new(format!("The text is empty. The planner reads: {READ}."))
}

/// Too large to be read.
pub(super) fn too_large(limit: usize) -> ImportError {
    ImportError::new(format!(
        "The text is larger than {} megabytes. Split it, or query Resource Graph for API Management instances only.",
        limit >> 20
    ))
}

/// A text that is neither JSON nor a table with known columns.
pub(super) fn text(text: &str) -> ImportError {
    let start: String = text.chars().take(4000).collect::<String>().to_ascii_lowercase();
    let line_starts = |words: &[&str]| start.lines().any(|line| words.iter().any(|word| line.trim_start().starts_with(word)));
    let as_json = "Run the command again with -o json.";
    if start.starts_with('<') {
        if start.contains("<html") || start.contains("<!doctype html") {
            return refused("a web page", "In the portal, open the instance, select JSON View, and copy the text.");
        }
        return refused("XML", "Policies are XML; the description of the instance is JSON.");
    }
    if line_starts(&["error:", "(authorizationfailed)", "(resourcenotfound)", "(resourcegroupnotfound)"]) {
        return refused("an error message of the Azure CLI", "Correct the error and run the command again.");
    }
    if line_starts(&["terraform {", "provider \"", "resource \"", "module \"", "data \"", "variable \""]) {
        return refused("Terraform source", "Print the state as JSON with terraform show -json and read that output.");
    }
    if line_starts(&["param ", "targetscope", "resource ", "module ", "@description(", "metadata "]) && start.contains('\'') {
        return refused("Bicep", "Convert it to JSON with az bicep build --file FILE and read that file.");
    }
    if line_starts(&["using '"]) {
        return refused(
            "a Bicep parameter file",
            "Convert the Bicep file to JSON with az bicep build --file FILE and read that file.",
        );
    }
    if start.lines().any(|line| line.len() > 8 && line.chars().all(|sign| matches!(sign, '-' | ' '))) {
        return refused(
            "a formatted table",
            "Run the command again with -o json, or in PowerShell with | ConvertTo-Json -Depth 10.",
        );
    }
    let colons =
        |between: &str| start.lines().filter(|line| line.split_once(between).is_some_and(|(key, _)| is_key(key))).count();
    if colons(" : ") >= 2 {
        return refused("a formatted list of PowerShell", "Run the command again with | ConvertTo-Json -Depth 10.");
    }
    if start.starts_with("---") || colons(":") * 2 > start.lines().filter(|line| !line.trim().is_empty()).count() {
        return refused("YAML", as_json);
    }
    refused(
        "text in an unknown format",
        &format!("The planner reads: {READ}. Copy the whole text, from the first bracket to the last."),
    )
}

fn is_key(text: &str) -> bool {
    let text = text.trim().trim_start_matches("- ");
    !text.is_empty()
        && text.len() <= 60
        && text.chars().all(|sign| sign.is_ascii_alphanumeric() || matches!(sign, '_' | '-' | '.' | '$' | '"'))
}

/// A table without the columns that an instance has.
pub(super) fn table() -> ImportError {
    refused(
        "a table without API Management instances",
        "A table needs at least the columns type or id, and sku, location and properties; keep the header line.",
    )
}

/// JSON without an instance. `None` if it need not be refused:
/// a response of API Management without an existing instance.
pub(super) fn json(values: &[(String, Node<'_>)], found: &Finder<'_>) -> Option<ImportError> {
    if found.relatives > 0 && found.relatives == found.others {
        return None;
    }
    if found.others > 0 && values.first().is_none_or(|(_, first)| first.get("terraform_version").is_none()) {
        let is = match found.other_type.as_deref() {
            Some(kind) => format!("a resource of the type {kind}"),
            None => "a resource of another type".to_owned(),
        };
        let instead = if found.around_alone {
            "Paste it together with the output of az apim show -n NAME -g GROUP -o json: it answers questions about that instance."
        } else {
            "Select a resource of the type Microsoft.ApiManagement/service."
        };
        return Some(refused(&is, instead));
    }
    let Some((_, first)) = values.first() else { return Some(empty()) };
    if let Some(error) = first.get("error").filter(|error| !error.is_blank()) {
        let code = error.get("code").unwrap_or(error).text().and_then(words::name).filter(|code| code.len() <= 60);
        let is =
            code.map_or_else(|| "an error response of Azure".to_owned(), |code| format!("an error response of Azure ({code})"));
        return Some(refused(&is, "Correct the error and send the request again."));
    }
    let has = |key: &str| first.get(key).is_some();
    Some(match first {
        node if is_parameter_file(node) => refused(
            "a parameter file",
            "Read it together with its template: in one text, first the template, then the parameters.",
        ),
        Node::Map(_) if has("terraform_version") => refused(
            "a Terraform state without an API Management instance",
            "Select the state that has one, or read the instance itself with az apim show -n NAME -g GROUP -o json.",
        ),
        Node::Map(_) if has("openapi") || has("swagger") => {
            refused("the description of an API", "Select the instance that publishes the API.")
        }
        Node::List(items) if items.is_empty() => return None,
        Node::Map(_) if ["value", "data"].iter().any(|list| first.get(list) == Some(&Node::List(Vec::new()))) => return None,
        Node::Map(_) if found.known_shape => {
            refused("a template or a list without instances", "Select the file that contains them.")
        }
        Node::List(_) => refused("a list of other things", "Each entry must be an API Management instance."),
        _ => {
            refused("JSON in an unknown format", "An instance has a type, a sku and properties; in the portal, select JSON View.")
        }
    })
}
