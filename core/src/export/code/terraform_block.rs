//! Blocks of Terraform as `terraform fmt` writes them: equals signs of neighbouring arguments are aligned.

use std::fmt::Write;

/// A part of a block.
#[derive(Debug, Clone)]
enum Item {
    /// Name and value.
    Argument(String, String),
    Comment(String),
    Blank,
    Block(HclBlock),
}

/// A block, such as a resource.
#[derive(Debug, Clone)]
pub(super) struct HclBlock {
    head: String,
    items: Vec<Item>,
}

impl HclBlock {
    pub(super) fn new(head: impl Into<String>) -> Self {
        Self { head: head.into(), items: Vec::new() }
    }

    /// `resource "type" "label"`.
    pub(super) fn resource(kind: &str, label: &str) -> Self {
        Self::new(format!("resource \"{kind}\" \"{label}\""))
    }

    /// An argument whose value is an expression.
    pub(super) fn set(mut self, name: &str, value: impl Into<String>) -> Self {
        self.items.push(Item::Argument(name.to_owned(), value.into()));
        self
    }

    /// An argument if there is a value.
    pub(super) fn set_some(self, name: &str, value: Option<String>) -> Self {
        match value {
            Some(value) => self.set(name, value),
            None => self,
        }
    }

    pub(super) fn comment(mut self, text: &str) -> Self {
        self.items.push(Item::Comment(crate::quote::in_line(text)));
        self
    }

    /// A block inside, after an empty line.
    pub(super) fn block(mut self, block: Self) -> Self {
        if !self.items.is_empty() {
            self.items.push(Item::Blank);
        }
        self.items.push(Item::Block(block));
        self
    }

    pub(super) fn write(&self, out: &mut String, depth: usize) {
        let indent = "  ".repeat(depth);
        let _ = writeln!(out, "{indent}{} {{", self.head);
        let aligned = |one: &Item, next: &Item| is_one_line(one) && is_one_line(next);
        for group in self.items.chunk_by(aligned) {
            let width = group.iter().filter(|item| is_one_line(item)).map(|item| match item {
                Item::Argument(name, _) => name.len(),
                Item::Comment(_) | Item::Blank | Item::Block(_) => 0,
            });
            let width = width.max().unwrap_or(0);
            for item in group {
                let _ = match item {
                    Item::Argument(name, value) => writeln!(out, "{indent}  {name:width$} = {value}"),
                    Item::Comment(text) => writeln!(out, "{indent}  # {text}"),
                    Item::Blank => writeln!(out),
                    Item::Block(block) => {
                        block.write(out, depth + 1);
                        Ok(())
                    }
                };
            }
        }
        let _ = writeln!(out, "{indent}}}");
    }
}

/// An argument on one line: its equals sign is aligned with its neighbours'.
fn is_one_line(item: &Item) -> bool {
    matches!(item, Item::Argument(_, value) if !value.contains('\n'))
}

#[cfg(test)]
mod tests {
    use super::HclBlock;

    #[test]
    fn neighbours_are_aligned_and_other_arguments_are_not() {
        let mut out = String::new();
        HclBlock::resource("a", "b")
            .set("name", "1")
            .set("long_name", "2")
            .comment("c")
            .set("x", "3")
            .block(HclBlock::new("inner").set("y", "4"))
            .write(&mut out, 0);
        let expected =
            "resource \"a\" \"b\" {\n  name      = 1\n  long_name = 2\n  # c\n  x = 3\n\n  inner {\n    y = 4\n  }\n}\n";
        assert_eq!(out, expected);
    }
}
