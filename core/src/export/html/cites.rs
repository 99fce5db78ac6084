//! Numbers of sources in the order in which they are met, and the list of what they stand for.

use maud::{Markup, html};

use crate::cite::{Citation, Page, Sources, Statement};
use crate::wording;

/// The citations that were met.
#[derive(Debug, Default)]
pub(super) struct Footnotes {
    met: Vec<&'static Citation>,
}

impl Footnotes {
    /// The numbers of sources, each a link to its place in the list.
    pub(super) fn mark(&mut self, sources: &Sources) -> Markup {
        let numbers: Vec<usize> = sources.iter().map(|citation| self.number(citation)).collect();
        html! {
            @if !numbers.is_empty() {
                sup {
                    " "
                    @for (at, number) in numbers.iter().enumerate() {
                        @if at > 0 { ", " }
                        a href={ "#s" (number) } { (number) }
                    }
                }
            }
        }
    }

    pub(super) fn one(&mut self, citation: &'static Citation) -> Markup {
        self.mark(&Sources::from(citation))
    }

    pub(super) fn statement(&mut self, statement: &Statement) -> Markup {
        html! { (statement.text) (self.mark(&statement.sources)) }
    }

    /// Page by page, in the order in which pages were met.
    pub(super) fn sources(&self) -> Markup {
        let mut pages: Vec<&Page> = Vec::new();
        for citation in &self.met {
            if !pages.iter().any(|page| std::ptr::eq(*page, citation.page)) {
                pages.push(citation.page);
            }
        }
        html! {
            @if !pages.is_empty() {
                h2 { "Sources" }
                @for page in pages {
                    p {
                        a href=(page.url) rel="noreferrer" { (page.title) }
                        ", " (wording::dated(page.dated)) " revision, checked " (wording::date(page.checked))
                        @if page.baseline { ", baseline" }
                    }
                    ul {
                        @for (at, citation) in self.met.iter().enumerate().filter(|(_, citation)| std::ptr::eq(citation.page, page)) {
                            li id={ "s" (at + 1) } { (at + 1) ": " (citation.heading) ": " (citation.says) }
                        }
                    }
                }
            }
        }
    }

    fn number(&mut self, citation: &'static Citation) -> usize {
        if let Some(place) = self.met.iter().position(|known| std::ptr::eq(*known, citation)) {
            return place + 1;
        }
        self.met.push(citation);
        self.met.len()
    }
}
