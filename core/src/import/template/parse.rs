//! Reads an expression of a template into a tree.

use std::borrow::Cow;

use super::DEEPEST;

/// A parsed expression.
#[derive(Debug, PartialEq)]
pub(super) enum Expression<'e> {
    Text(Cow<'e, str>),
    Int(i64),
    Call(&'e str, Vec<Self>),
    Index(Box<Self>, Box<Self>),
    Member(Box<Self>, &'e str),
}

/// Parses the inside of the brackets.
pub(super) fn parse(text: &str) -> Option<Expression<'_>> {
    let mut parser = Parser { rest: text, depth: 0 };
    let expression = parser.expression()?;
    parser.rest.trim().is_empty().then_some(expression)
}

struct Parser<'e> {
    rest: &'e str,
    depth: usize,
}

impl<'e> Parser<'e> {
    pub(super) fn take(&mut self, sign: char) -> bool {
        match self.rest.trim_start().strip_prefix(sign) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn word(&mut self) -> Option<&'e str> {
        let rest = self.rest.trim_start();
        let end =
            rest.find(|sign: char| !(sign.is_ascii_alphanumeric() || matches!(sign, '_' | '.' | '-'))).unwrap_or(rest.len());
        let (word, rest) = rest.split_at_checked(end)?;
        self.rest = rest;
        (!word.is_empty()).then_some(word)
    }

    pub(super) fn expression(&mut self) -> Option<Expression<'e>> {
        if self.depth >= DEEPEST {
            return None;
        }
        self.depth += 1;
        let mut expression = self.simple()?;
        loop {
            if self.take('[') {
                let index = self.expression()?;
                if !self.take(']') {
                    return None;
                }
                expression = Expression::Index(Box::new(expression), Box::new(index));
            } else if self.take('.') {
                let rest = self.rest;
                let end = rest.find(|sign: char| !(sign.is_ascii_alphanumeric() || sign == '_')).unwrap_or(rest.len());
                let (name, rest) = rest.split_at_checked(end)?;
                self.rest = rest;
                expression = Expression::Member(Box::new(expression), name);
            } else {
                break;
            }
            // A chain of members nests as deep as calls do.
            self.depth += 1;
            if self.depth >= DEEPEST {
                return None;
            }
        }
        self.depth -= 1;
        Some(expression)
    }

    fn simple(&mut self) -> Option<Expression<'e>> {
        if self.take('\'') {
            return self.quoted();
        }
        let word = self.word()?;
        if let Ok(number) = word.parse() {
            return Some(Expression::Int(number));
        }
        if !self.take('(') {
            return None;
        }
        let mut arguments = Vec::new();
        if self.take(')') {
            return Some(Expression::Call(word, arguments));
        }
        loop {
            arguments.push(self.expression()?);
            if self.take(')') {
                return Some(Expression::Call(word, arguments));
            }
            if !self.take(',') {
                return None;
            }
        }
    }

    /// The rest of a text after its opening mark; two marks inside mean one.
    fn quoted(&mut self) -> Option<Expression<'e>> {
        let mut text = Cow::Borrowed("");
        loop {
            let (piece, rest) = self.rest.split_once('\'')?;
            if text.is_empty() {
                text = Cow::Borrowed(piece);
            } else {
                text.to_mut().push_str(piece);
            }
            self.rest = rest;
            match rest.strip_prefix('\'') {
                Some(after) => {
                    text.to_mut().push('\'');
                    self.rest = after;
                }
                None => return Some(Expression::Text(text)),
            }
        }
    }
}
