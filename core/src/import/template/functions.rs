//! The functions of template expressions that depend on their arguments alone.

use std::borrow::Cow;

use super::super::json;
use super::super::node::{Node, Unread};
use super::super::words;
use super::parse::Expression;
use super::{Turns, Value};
use super::{detached, unread};

/// `copyIndex()`, `copyIndex(1)`, `copyIndex('loop')`, `copyIndex('loop', 1)`.
pub(super) fn turn<'d>(arguments: &[Expression<'_>], turns: &Turns<'d>) -> Result<Value<'d>, Unread> {
    let (name, offset) = match arguments {
        [] => (None, 0),
        [Expression::Int(offset)] => (None, *offset),
        [Expression::Text(name)] => (Some(name), 0),
        [Expression::Text(name), Expression::Int(offset)] => (Some(name), *offset),
        _ => return Err(unread("a copy loop that can't be evaluated")),
    };
    let found = turns.iter().rev().find(|(of, _)| name.is_none_or(|name| name.eq_ignore_ascii_case(of)));
    match found.and_then(|(_, turn)| turn.checked_add(offset)) {
        Some(turn) => Ok((Node::Int(turn), false)),
        None => Err(unread("a copy loop without a known count")),
    }
}

/// The functions that need only their arguments; `None` for others, and
/// for arguments that they do not accept.
pub(super) fn apply<'d>(function: &str, values: &[Node<'d>]) -> Option<Node<'d>> {
    let number = |node: &Node<'_>| match node.plain().0 {
        Node::Int(number) => Some(*number),
        _ => None,
    };
    let truth = |node: &Node<'_>| match node.plain().0 {
        Node::Bool(truth) => Some(*truth),
        _ => None,
    };
    let owned = |text: String| Node::Text(Cow::Owned(text));
    Some(match (function, values) {
        ("true", []) => Node::Bool(true),
        ("false", []) => Node::Bool(false),
        ("null", []) => Node::Null,
        ("concat", [Node::List(_), ..]) => {
            let mut all = Vec::new();
            for list in values {
                let Node::List(items) = list.plain().0 else { return None };
                all.extend(items.iter().cloned());
            }
            Node::List(all)
        }
        ("concat", values) => owned(values.iter().map(written).collect::<Option<String>>()?),
        ("format", [Node::Text(pattern), values @ ..]) => owned(filled(pattern, values)?),
        ("equals", [left, right]) => Node::Bool(same(left, right)),
        ("not", [value]) => Node::Bool(!truth(value)?),
        ("and", values) => Node::Bool(values.iter().map(truth).collect::<Option<Vec<_>>>()?.into_iter().all(|truth| truth)),
        ("or", values) => Node::Bool(values.iter().map(truth).collect::<Option<Vec<_>>>()?.into_iter().any(|truth| truth)),
        ("greater", [left, right]) => Node::Bool(number(left)? > number(right)?),
        ("greaterorequals", [left, right]) => Node::Bool(number(left)? >= number(right)?),
        ("less", [left, right]) => Node::Bool(number(left)? < number(right)?),
        ("lessorequals", [left, right]) => Node::Bool(number(left)? <= number(right)?),
        ("add", [left, right]) => Node::Int(number(left)?.checked_add(number(right)?)?),
        ("sub", [left, right]) => Node::Int(number(left)?.checked_sub(number(right)?)?),
        ("mul", [left, right]) => Node::Int(number(left)?.checked_mul(number(right)?)?),
        ("empty", [value]) => Node::Bool(value.is_blank()),
        ("length", [value]) => Node::Int(i64::try_from(length(value)?).ok()?),
        ("createarray", values) => Node::List(values.to_vec()),
        ("createobject", values) => {
            let (pairs, rest) = values.as_chunks::<2>();
            if !rest.is_empty() {
                return None;
            }
            let entries = pairs.iter().map(|[name, value]| match name.plain().0 {
                Node::Text(name) => Some((name.clone(), value.clone())),
                _ => None,
            });
            Node::Map(entries.collect::<Option<_>>()?)
        }
        ("array", [list @ Node::List(_)]) => list.clone(),
        ("array", [value]) => Node::List(vec![value.clone()]),
        ("contains", [of, what]) => Node::Bool(contains(of, what)?),
        ("first", [Node::List(items)]) => items.first().cloned().unwrap_or(Node::Null),
        ("last", [Node::List(items)]) => items.last().cloned().unwrap_or(Node::Null),
        // Texts with letters beyond ASCII are left unread: names of resources have no such letters.
        ("tolower", [text]) => owned(text.text().filter(|text| text.is_ascii())?.to_ascii_lowercase()),
        ("toupper", [text]) => owned(text.text().filter(|text| text.is_ascii())?.to_ascii_uppercase()),
        ("trim", [text]) => owned(text.text()?.trim().to_owned()),
        ("string", [value]) => owned(written(value)?),
        ("int", [value]) => match value.plain().0 {
            Node::Int(number) => Node::Int(*number),
            other => Node::Int(other.text()?.trim().parse().ok()?),
        },
        ("bool", [value]) => match value.plain().0 {
            Node::Bool(truth) => Node::Bool(*truth),
            Node::Int(number) => Node::Bool(*number != 0),
            other => Node::Bool(words::switch(other.text()?)?),
        },
        ("json", [text]) => detached(&json::inner(text.text()?)?),
        _ => return None,
    })
}

pub(super) fn length(node: &Node<'_>) -> Option<usize> {
    match node.plain().0 {
        Node::Text(text) => Some(text.chars().count()),
        Node::List(items) => Some(items.len()),
        Node::Map(entries) => Some(entries.len()),
        _ => None,
    }
}

pub(super) fn contains(of: &Node<'_>, what: &Node<'_>) -> Option<bool> {
    match of.plain().0 {
        Node::List(items) => Some(items.iter().any(|item| same(item, what))),
        Node::Text(text) => Some(text.contains(what.text()?)),
        Node::Map(_) => Some(of.get(what.text()?).is_some()),
        _ => None,
    }
}

/// Compares values, regardless of whether a default was used.
pub(super) fn same(left: &Node<'_>, right: &Node<'_>) -> bool {
    match (left.plain().0, right.plain().0) {
        (Node::List(left), Node::List(right)) => {
            left.len() == right.len() && left.iter().zip(right).all(|(left, right)| same(left, right))
        }
        (left, right) => left == right,
    }
}

/// A value inside a text.
pub(super) fn written(node: &Node<'_>) -> Option<String> {
    match node.plain().0 {
        Node::Text(text) => Some(text.as_ref().to_owned()),
        Node::Int(number) => Some(number.to_string()),
        Node::Bool(truth) => Some(if *truth { "True" } else { "False" }.to_owned()),
        _ => None,
    }
}

/// A pattern such as `{0}-{1}` with its placeholders replaced.
fn filled(pattern: &str, values: &[Node<'_>]) -> Option<String> {
    let mut text = String::new();
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        let (place, after) = after.split_once('}')?;
        let value = values.get(place.parse::<usize>().ok()?)?;
        text.push_str(before);
        text.push_str(&written(value)?);
        rest = after;
        // Values and placeholders can be many, so a text that is longer than any name is not built.
        if text.len() > 10_000 {
            return None;
        }
    }
    text.push_str(rest);
    Some(text)
}
