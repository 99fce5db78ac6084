//! Expressions of templates. What can be calculated from the file alone is calculated,
//! everything else is listed as not read. Nothing is guessed.

mod functions;
mod parse;

use std::borrow::Cow;

use super::around::Reference;
use super::node::{Node, NodeEntry, Unread};
use super::words;
use functions::{apply, turn};
use parse::Expression;
use parse::parse;

/// The maximum depth of nested calls, references and values.
const DEEPEST: usize = 80;

/// The loops around a value: the name and the index of each, the innermost last.
pub(super) type Turns<'d> = Vec<(Cow<'d, str>, i64)>;

/// The meaning of the names in an expression.
#[derive(Debug, Clone, Default)]
pub(super) struct Scope<'d> {
    /// The declarations of the parameters.
    pub(super) parameters: Option<&'d Node<'d>>,
    /// The variables.
    pub(super) variables: Option<&'d Node<'d>>,
    /// The values of the parameters.
    pub(super) given: Vec<NodeEntry<'d>>,
}

/// A value, and whether the default of a parameter is part of it.
type Value<'d> = (Node<'d>, bool);

/// Evaluates expressions within a budget: doubling a text thirty times needs
/// a short template and exceeds the memory.
#[derive(Debug)]
pub(super) struct Evaluator {
    budget: usize,
    depth: usize,
}

fn unread(why: impl Into<crate::domain::Text>) -> Unread {
    Unread { why: why.into(), something: false, default_host: false, refers: None }
}

impl Evaluator {
    /// Enough for templates many times as large as the input.
    pub(super) fn new(input: usize) -> Self {
        Self { budget: 200_000_usize.saturating_add(input.saturating_mul(8)), depth: 0 }
    }

    /// False if the budget is used up.
    pub(super) fn spend(&mut self, amount: usize) -> bool {
        let enough = self.budget >= amount;
        self.budget = self.budget.saturating_sub(amount);
        enough
    }

    /// The value with every expression in it evaluated, or listed as not read.
    pub(super) fn resolve<'d>(&mut self, node: &Node<'d>, scope: &Scope<'d>, turns: &Turns<'d>) -> Node<'d> {
        if self.depth >= DEEPEST || !self.spend(1) {
            return Node::Unread(unread("too large to evaluate"));
        }
        self.depth += 1;
        let resolved = match node {
            Node::Text(text) => self.resolve_text(text, scope, turns),
            Node::List(items) => Node::List(items.iter().map(|item| self.resolve(item, scope, turns)).collect()),
            Node::Map(entries) => Node::Map(self.resolve_entries(entries, scope, turns)),
            Node::Default(node) => Node::Default(Box::new(self.resolve(node, scope, turns))),
            Node::Null | Node::Bool(_) | Node::Int(_) | Node::Float(_) | Node::Unread(_) => node.clone(),
        };
        self.depth -= 1;
        resolved
    }

    fn resolve_text<'d>(&mut self, text: &Cow<'d, str>, scope: &Scope<'d>, turns: &Turns<'d>) -> Node<'d> {
        if !self.spend(text.len()) {
            return Node::Unread(unread("too large to evaluate"));
        }
        // Two brackets at the start are an escaped bracket.
        if let Some(literal) = text.strip_prefix("[[") {
            return Node::Text(Cow::Owned(format!("[{literal}")));
        }
        let Some(inside) = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) else {
            return Node::Text(text.clone());
        };
        let value = match parse(inside) {
            Some(expression) => self.value(&expression, scope, turns),
            None => Err(unread("not a valid template expression")),
        };
        match value {
            Ok((node, false)) => node,
            Ok((node, true)) => Node::Default(Box::new(node)),
            Err(unread) => Node::Unread(Unread { default_host: text.contains("azure-api."), ..unread }),
        }
    }

    /// The entries of a map; the loops under `copy` become properties.
    fn resolve_entries<'d>(&mut self, entries: &[NodeEntry<'d>], scope: &Scope<'d>, turns: &Turns<'d>) -> Vec<NodeEntry<'d>> {
        let mut resolved = Vec::with_capacity(entries.len());
        for (name, node) in entries {
            match node {
                Node::List(loops) if name.eq_ignore_ascii_case("copy") => {
                    for each in loops {
                        let Some(Node::Text(name)) = each.get("name") else { continue };
                        let list = self.repeated(each, name, scope, turns);
                        resolved.push((name.clone(), list));
                    }
                }
                _ => resolved.push((name.clone(), self.resolve(node, scope, turns))),
            }
        }
        resolved
    }

    /// The list that a loop makes.
    fn repeated<'d>(&mut self, each: &Node<'d>, name: &Cow<'d, str>, scope: &Scope<'d>, turns: &Turns<'d>) -> Node<'d> {
        let count = match each.get("count").map(|count| self.resolve(count, scope, turns)) {
            Some(Node::Unread(unread)) => return Node::Unread(unread),
            count => count,
        };
        let (Some((Node::Int(count), by_default)), Some(input)) = (count.as_ref().map(Node::plain), each.get("input")) else {
            return Node::Unread(unread("a copy loop without a count"));
        };
        let mut items = Vec::new();
        for turn in 0..*count {
            if !self.spend(1) {
                return Node::Unread(unread("too large to evaluate"));
            }
            let mut turns = turns.clone();
            turns.push((name.clone(), turn));
            items.push(self.resolve(input, scope, &turns));
        }
        let list = Node::List(items);
        if by_default { Node::Default(Box::new(list)) } else { list }
    }

    fn value<'d>(&mut self, expression: &Expression<'_>, scope: &Scope<'d>, turns: &Turns<'d>) -> Result<Value<'d>, Unread> {
        if self.depth >= DEEPEST || !self.spend(1) {
            return Err(unread("too large to evaluate"));
        }
        self.depth += 1;
        let value = match expression {
            Expression::Text(text) => Ok((Node::Text(Cow::Owned(text.as_ref().to_owned())), false)),
            Expression::Int(number) => Ok((Node::Int(*number), false)),
            Expression::Call(name, arguments) => self.call(name, arguments, scope, turns),
            Expression::Member(of, name) => self.value(of, scope, turns).and_then(|of| self.member(of, name)),
            Expression::Index(of, index) => {
                let of = self.value(of, scope, turns);
                let index = self.value(index, scope, turns);
                of.and_then(|of| index.and_then(|index| self.item(of, &index)))
            }
        };
        self.depth -= 1;
        value
    }

    fn member<'d>(&mut self, (of, by_default): Value<'d>, name: &str) -> Result<Value<'d>, Unread> {
        match of.get(name) {
            Some(node) => self.taken(node, by_default),
            None => Err(unread("a property that does not exist")),
        }
    }

    pub(super) fn item<'d>(&mut self, (of, by_default): Value<'d>, (index, too): &Value<'d>) -> Result<Value<'d>, Unread> {
        let item = match index.plain().0 {
            Node::Int(index) => match of.plain().0 {
                Node::List(items) => usize::try_from(*index).ok().and_then(|index| items.get(index)),
                _ => None,
            },
            Node::Text(name) => of.get(name),
            _ => None,
        };
        match item {
            Some(node) => self.taken(node, by_default || *too),
            None => Err(unread("an item that does not exist")),
        }
    }

    /// A copy of a part of a value; a part that could not be evaluated stays unread.
    fn taken<'d>(&mut self, node: &Node<'d>, by_default: bool) -> Result<Value<'d>, Unread> {
        let (node, default) = node.plain();
        if !self.spend(weight(node)) {
            return Err(unread("too large to evaluate"));
        }
        match node {
            Node::Unread(unread) => Err(unread.clone()),
            node => Ok((node.clone(), by_default || default)),
        }
    }

    fn parameter<'d>(&mut self, name: &str, scope: &Scope<'d>) -> Result<Value<'d>, Unread> {
        let shown = words::shown_key(name);
        if !self.spend(scope.given.len()) {
            return Err(unread("too large to evaluate"));
        }
        let declared = scope.parameters.and_then(|parameters| parameters.get(name));
        let kind = declared.and_then(|declared| declared.get("type")).and_then(Node::text).unwrap_or_default();
        if words::lower(kind, &mut [0; 16]).is_some_and(|kind| kind.starts_with("secure")) {
            return Err(unread(format!("the parameter {shown} holds a secret")));
        }
        if let Some((_, given)) = scope.given.iter().find(|(given, _)| given.eq_ignore_ascii_case(name)) {
            return self.taken(given, false);
        }
        let Some(declared) = declared else { return Err(unread(format!("the file has no parameter {shown}"))) };
        match declared.get("defaultValue") {
            Some(default) => {
                let value = self.resolve(default, scope, &Turns::new());
                self.taken(&value, true)
            }
            None => Err(unread(format!("the parameter {shown} has no default value"))),
        }
    }

    fn variable<'d>(&mut self, name: &str, scope: &Scope<'d>) -> Result<Value<'d>, Unread> {
        let variables = scope.variables.unwrap_or(&Node::Null);
        if !self.spend(variables.entries().len()) {
            return Err(unread("too large to evaluate"));
        }
        let value = if let Some(node) = variables.get(name) {
            self.resolve(node, scope, &Turns::new())
        } else {
            // Loops among the variables make more of them.
            let loops = variables.get("copy").map(Node::items).unwrap_or_default();
            let named = loops.iter().find_map(|each| match each.get("name") {
                Some(Node::Text(known)) if known.eq_ignore_ascii_case(name) => Some((each, known)),
                _ => None,
            });
            match named {
                Some((each, known)) => self.repeated(each, known, scope, &Turns::new()),
                None => return Err(unread(format!("the file has no variable {}", words::shown_key(name)))),
            }
        };
        self.taken(&value, false)
    }

    fn call<'d>(
        &mut self,
        name: &str,
        arguments: &[Expression<'_>],
        scope: &Scope<'d>,
        turns: &Turns<'d>,
    ) -> Result<Value<'d>, Unread> {
        let mut buffer = [0; 32];
        let function = words::lower(name, &mut buffer).unwrap_or_default();
        match (function, arguments) {
            ("parameters", [Expression::Text(name)]) => return self.parameter(name, scope),
            ("variables", [Expression::Text(name)]) => return self.variable(name, scope),
            ("copyindex", _) => return turn(arguments, turns),
            ("if", [condition, yes, no]) => {
                let (condition, by_default) = self.value(condition, scope, turns)?;
                let Node::Bool(condition) = condition else { return Err(unread("a condition that is neither true nor false")) };
                let (value, default) = self.value(if condition { yes } else { no }, scope, turns)?;
                return Ok((value, by_default || default));
            }
            ("coalesce", arguments) => {
                let mut by_default = false;
                for argument in arguments {
                    let (value, default) = self.value(argument, scope, turns)?;
                    by_default |= default;
                    if value != Node::Null {
                        return Ok((value, by_default));
                    }
                }
                return Ok((Node::Null, by_default));
            }
            ("resourceid", arguments) => {
                let refers = self.named(arguments, scope, turns);
                let why = "resourceId() is known only at deployment";
                return Err(Unread { something: true, refers, ..unread(why) });
            }
            // Only Azure knows these values, but they are not empty.
            (
                "subscriptionresourceid"
                | "tenantresourceid"
                | "extensionresourceid"
                | "managementgroupresourceid"
                | "reference"
                | "references"
                | "uniquestring"
                | "guid"
                | "newguid"
                | "resourcegroup"
                | "subscription"
                | "deployment"
                | "environment"
                | "tenant"
                | "utcnow"
                | "pickzones",
                _,
            ) => {
                return Err(Unread {
                    something: true,
                    ..unread(format!("{}() is known only at deployment", words::shown_key(name)))
                });
            }
            _ => {}
        }
        let mut values = Vec::with_capacity(arguments.len());
        let mut by_default = false;
        for argument in arguments {
            match self.value(argument, scope, turns) {
                Ok((value, default)) => {
                    by_default |= default;
                    values.push(value);
                }
                // A text with a known part is not empty.
                Err(unread) if matches!(function, "concat" | "format") => {
                    let part = arguments.iter().any(|other| matches!(other, Expression::Text(text) if !text.is_empty()));
                    return Err(Unread { something: unread.something || part, ..unread });
                }
                Err(unread) => return Err(unread),
            }
        }
        let value = apply(function, &values)
            .ok_or_else(|| unread(format!("this planner does not evaluate {}()", words::shown_key(name))))?;
        if !self.spend(weight(&value)) {
            return Err(unread("too large to evaluate"));
        }
        Ok((value, by_default))
    }
}

impl Evaluator {
    /// The resource that the arguments of `resourceId()` name: a type and its names, after a subscription and a group.
    fn named<'d>(&mut self, arguments: &[Expression<'_>], scope: &Scope<'d>, turns: &Turns<'d>) -> Option<Reference> {
        let values: Vec<_> = arguments.iter().map(|argument| self.value(argument, scope, turns).ok()).collect();
        let text = |value: &Option<Value<'d>>| value.as_ref().and_then(|(node, _)| node.text()).map(str::to_owned);
        let mut texts = values.iter().map(text).skip_while(|text| !text.as_deref().is_some_and(|text| text.contains('/')));
        let kind = texts.next()??;
        let names: Option<Vec<String>> = texts.collect();
        Reference::of_names(&kind, names?.iter().map(String::as_str))
    }
}

/// The cost of copying a value.
fn weight(node: &Node<'_>) -> usize {
    1 + match node {
        Node::Text(text) => text.len(),
        Node::List(items) => items.iter().map(weight).sum(),
        Node::Map(entries) => entries.iter().map(|(name, node)| name.len() + weight(node)).sum(),
        Node::Default(node) => weight(node),
        Node::Null | Node::Bool(_) | Node::Int(_) | Node::Float(_) | Node::Unread(_) => 0,
    }
}

/// The same value with owned texts.
pub(super) fn detached<'d>(node: &Node<'_>) -> Node<'d> {
    match node {
        Node::Null => Node::Null,
        Node::Bool(truth) => Node::Bool(*truth),
        Node::Int(number) => Node::Int(*number),
        Node::Float(number) => Node::Float(*number),
        Node::Text(text) => Node::Text(Cow::Owned(text.as_ref().to_owned())),
        Node::List(items) => Node::List(items.iter().map(detached).collect()),
        Node::Map(entries) => {
            Node::Map(entries.iter().map(|(name, node)| (Cow::Owned(name.as_ref().to_owned()), detached(node))).collect())
        }
        Node::Default(node) => Node::Default(Box::new(detached(node))),
        Node::Unread(unread) => Node::Unread(unread.clone()),
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::super::json;
    use super::functions::written;
    use super::*;

    const TEMPLATE: &str = r#"{
      "parameters": {
        "name": { "type": "string", "defaultValue": "orders" },
        "zones": { "type": "array", "defaultValue": ["1", "2"] },
        "none": { "type": "string" },
        "loop": { "type": "string", "defaultValue": "[parameters('loop')]" },
        "pass": { "type": "secureString", "defaultValue": "hush" },
        "config": { "type": "object", "defaultValue": { "units": 3 } },
        "given": { "type": "int", "defaultValue": 1 }
      },
      "variables": {
        "full": "[concat('apim-', parameters('name'))]",
        "id": "[resourceId('a/b', 'c')]",
        "big": "[concat(variables('bigger'), variables('bigger'))]",
        "bigger": "[concat(variables('bigger'), variables('big'))]",
        "copy": [{ "name": "letters", "count": 3, "input": "[format('z{0}', copyIndex('letters', 1))]" }]
      }
    }"#;

    /// The value of an expression as text, marked `*` if a default is part of it, or the reason why there is none.
    fn worked_out(expression: &str) -> String {
        let template: Node<'_> = json::inner(TEMPLATE).unwrap_or(Node::Null);
        let scope = Scope {
            parameters: template.get("parameters"),
            variables: template.get("variables"),
            given: vec![(Cow::Borrowed("given"), Node::Int(7))],
        };
        let node = Evaluator::new(0).resolve(&Node::Text(Cow::Borrowed(expression)), &scope, &Turns::new());
        match node {
            Node::Unread(unread) => format!("{}{}", if unread.something { "! " } else { "? " }, unread.why),
            Node::Default(node) => format!("{}*", shown(&node)),
            node => shown(&node),
        }
    }

    fn shown(node: &Node<'_>) -> String {
        match node.plain().0 {
            Node::List(items) => items.iter().map(shown).collect::<Vec<_>>().join("+"),
            Node::Null => "null".to_owned(),
            node => written(node).unwrap_or_default(),
        }
    }

    #[rstest]
    #[case("plain", "plain")]
    #[case("[[not an expression]", "[not an expression]")]
    #[case("[parameters('NAME')]", "orders*")]
    #[case("[parameters('given')]", "7")]
    #[case("[variables('full')]", "apim-orders*")]
    #[case("[variables('letters')]", "z1+z2+z3")]
    #[case("[variables('letters')[1]]", "z2")]
    #[case("[parameters('config').units]", "3*")]
    #[case("[parameters('config')['units']]", "3*")]
    #[case("[if(equals(length(parameters('zones')), 0), null(), parameters('zones'))]", "1+2*")]
    #[case("[if(true(), 'it''s', parameters('none'))]", "it's")]
    #[case("[toLower(concat('A', string(add(1, 2)), 'b'))]", "a3b")]
    #[case("[toUpper('a3b')]", "A3B")]
    #[case("[toUpper('größe')]", "? this planner does not evaluate toUpper()")]
    #[case("[json('null')]", "null")]
    #[case("[coalesce(null(), 'x')]", "x")]
    #[case("[and(true(), not(false()))]", "True")]
    #[case("[createArray('1', '2')]", "1+2")]
    #[case("[createObject('a', 5).a]", "5")]
    #[case("[parameters('none')]", "? the parameter none has no default value")]
    #[case("[parameters('other')]", "? the file has no parameter other")]
    #[case("[parameters('pass')]", "? the parameter pass holds a secret")]
    #[case("[parameters('loop')]", "? too large to evaluate")]
    #[case("[variables('big')]", "? too large to evaluate")]
    #[case("[variables('id')]", "! resourceId() is known only at deployment")]
    #[case("[concat('x', parameters('none'))]", "! the parameter none has no default value")]
    #[case("[resourceGroup().location]", "! resourceGroup() is known only at deployment")]
    #[case("[contoso.naming('x')]", "? this planner does not evaluate contoso.naming()")]
    #[case("[parameters('name'", "[parameters('name'")]
    #[case("[parameters(]", "? not a valid template expression")]
    #[case("[1, 2]", "? not a valid template expression")]
    fn works_out_what_the_file_tells_and_names_the_rest(#[case] expression: &str, #[case] expected: &str) {
        assert_eq!(worked_out(expression), expected);
    }

    #[test]
    fn brackets_and_chains_without_end_are_given_up_on() {
        for text in
            [format!("[{}", "a(".repeat(50_000)), format!("[a(){}]", ".b".repeat(50_000)), format!("[{}]", "a(".repeat(50_000))]
        {
            let shown = worked_out(&text);
            assert!(shown.starts_with('?') || shown.starts_with('['), "{}", shown.chars().take(40).collect::<String>());
        }
    }
}
