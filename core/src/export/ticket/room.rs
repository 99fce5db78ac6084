//! How much of each part a ticket has room for, and what is cut first.

use std::fmt;

use super::super::markdown::Md;

/// How much of each part is written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lengths {
    /// Rows of DNS records.
    pub(super) records: usize,
    /// Host names in one of these rows.
    pub(super) names: usize,
    /// Rows of the window, one for each location.
    pub(super) locations: usize,
    /// Entries of differing documentation.
    pub(super) differences: usize,
    /// Rows of risks.
    pub(super) risks: usize,
    /// Open questions.
    pub(super) questions: usize,
    /// Steps of one section.
    pub(super) steps: usize,
    /// Steps with all their sentences; otherwise the first of them.
    pub(super) whole_steps: bool,
    /// With what a reader of this change can do without.
    pub(super) background: bool,
    /// Length of one cell.
    pub(super) cell: usize,
    /// Length of the answers.
    pub(super) answers: usize,
    /// Length of the link.
    pub(super) link: usize,
}

/// What a ticket without cuts has room for.
const WHOLE: Lengths = Lengths {
    records: 12,
    names: 8,
    locations: 12,
    differences: 3,
    risks: 10,
    questions: 6,
    steps: 40,
    whole_steps: true,
    background: true,
    cell: 320,
    answers: 900,
    link: 1_000,
};

/// What is cut, one after the other, until the ticket fits. Background first, the work of the owners last.
const CUTS: &[fn(&mut Lengths)] = &[
    |room| room.answers = 500,
    |room| room.differences = 2,
    |room| room.whole_steps = false,
    |room| (room.answers, room.differences) = (300, 1),
    |room| (room.names, room.locations) = (5, 6),
    |room| (room.cell, room.risks) = (240, 6),
    |room| (room.records, room.names, room.link) = (6, 4, 500),
    |room| (room.risks, room.questions) = (4, 3),
    |room| room.cell = 180,
    |room| (room.answers, room.background) = (150, false),
    |room| (room.records, room.locations) = (4, 4),
    |room| room.cell = 140,
    |room| room.names = 3,
    |room| room.cell = 115,
    |room| (room.risks, room.records, room.questions) = (3, 3, 2),
    |room| (room.cell, room.link) = (100, 300),
    |room| room.differences = 0,
    |room| (room.records, room.names, room.steps) = (2, 2, 20),
    |room| (room.steps, room.locations, room.questions) = (12, 2, 1),
    |room| (room.cell, room.steps, room.records, room.risks, room.answers) = (80, 8, 1, 1, 100),
];

impl Lengths {
    /// From everything to the least that a ticket must have.
    pub(super) fn ladder() -> impl Iterator<Item = Self> {
        let mut room = WHOLE;
        std::iter::once(room).chain(CUTS.iter().map(move |cut| {
            cut(&mut room);
            room
        }))
    }

    /// Text for a cell: escaped, and shortened where it is longer than a cell may be.
    pub(super) fn cell<'a>(&self, text: &'a str) -> Clipped<'a> {
        Clipped { text, most: self.cell }
    }

    /// A step, or its first sentence.
    pub(super) fn step<'a>(&self, text: &'a str) -> Clipped<'a> {
        let first = text.split_inclusive(". ").next().unwrap_or(text);
        self.cell(if self.whole_steps { text } else { first })
    }

    /// The verdict and its reason: whole sentences, longer than a cell may be.
    pub(super) fn sentence<'a>(&self, text: &'a str) -> Clipped<'a> {
        Clipped { text, most: (self.cell * 2).max(300) }
    }

    /// A title or a name.
    pub(super) fn name<'a>(&self, text: &'a str) -> Clipped<'a> {
        Clipped { text, most: self.cell.min(100) }
    }

    /// The answers in one line.
    pub(super) fn answers<'a>(&self, text: &'a str) -> Clipped<'a> {
        Clipped { text, most: self.answers }
    }
}

/// A text in a line of Markdown, shortened at the end of a clause or of a word.
#[derive(Debug, Clone, Copy)]
pub(super) struct Clipped<'a> {
    text: &'a str,
    most: usize,
}

impl fmt::Display for Clipped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.text.trim();
        let mut length = 0;
        let end = text.char_indices().find_map(|(at, sign)| {
            length += sign.len_utf16();
            (length > self.most).then_some(at)
        });
        let Some(head) = end.and_then(|end| text.get(..end)) else { return Md(text).fmt(f) };
        // A clause reads better than half of one.
        let ends = [head.rfind(": "), head.rfind("; "), head.rfind(", "), head.rfind(". ")];
        let clause = ends.into_iter().flatten().max().filter(|end| end * 2 > head.len());
        let end = clause.or_else(|| head.rfind(' ').filter(|end| end * 2 > head.len())).unwrap_or(head.len());
        write!(f, "{}…", Md(head.get(..end).unwrap_or(head)))
    }
}

/// The last resort: the whole lines that fit, and where the rest is.
pub(super) fn cut(text: &str, most: usize) -> String {
    const REST: &str = "\nThis ticket is shortened; the full report has the rest.\n";
    let mut out = String::new();
    for line in text.lines() {
        if super::length(&out) + super::length(line) + 1 + REST.len() > most {
            break;
        }
        out.push_str(line);
        out.push('\n');
    }
    out.push_str(REST);
    out
}
