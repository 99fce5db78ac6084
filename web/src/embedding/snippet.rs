//! The text to copy. Pure.

use apim_plan::facts::migration::same_subnet;
use apim_plan::{PlanRequest, Vip, Vnet, link};

use super::address::{self, EmbedTheme, EmbedView};
use crate::words;

/// How the planner is put into a page: each form needs less than the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, strum::EnumIter, strum::IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Form {
    /// A script and an element: grows with its content, can be spoken to. Holds a frame for where scripts are refused.
    #[default]
    Element,
    /// A frame, which needs no script.
    Frame,
    /// The address alone, for editors that ask for one.
    Address,
    /// The downtime table as HTML, for places that take nothing else.
    Table,
    /// The same table in wikitext, which knows neither `<tbody>` nor `<a>`.
    Wikitext,
}

impl Form {
    /// As the builder offers it.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Element => "Element",
            Self::Frame => "Frame",
            Self::Address => "Address",
            Self::Table => "Static table",
            Self::Wikitext => "Wikitext",
        }
    }

    /// What it needs, and what it becomes where that is missing.
    pub(super) const fn means(self) -> &'static str {
        match self {
            Self::Element => {
                "Grows with its content and sends plans to the page. Without the script, the frame in it remains; without frames, the link."
            }
            Self::Frame => {
                "Needs no script and keeps its height; it grows if the page also loads embed.js, but not in a shadow root."
            }
            Self::Address => "For editors that need an address and create the frame.",
            Self::Table => "Plain HTML: documented downtime and retention, whatever the answers, with a link to the plan.",
            Self::Wikitext => "The static table for MediaWiki.",
        }
    }
}

/// Which answers an embedded planner begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, strum::EnumIter, strum::IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Preset {
    /// Those on this page now, without names.
    #[default]
    Present,
    /// None.
    Empty,
}

/// What is to be embedded, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Wish {
    /// What to show.
    pub view: EmbedView,
    /// With which answers.
    pub preset: Preset,
    /// In which colours; `None` leaves it to the page around the element, else to the reader's system.
    pub theme: Option<EmbedTheme>,
    /// In which form.
    pub form: Form,
}

impl Wish {
    /// What to copy. `site` is the address of this page up to its folder, with the slash at its end.
    pub fn snippet(self, site: &str, request: &PlanRequest) -> String {
        let nothing = PlanRequest::default();
        let request = if self.preset == Preset::Present && self.view != EmbedView::Doctor { request } else { &nothing };
        let address = self.address(site, request);
        let frame = |indent: &str| {
            format!(
                "{indent}<iframe data-apim-plan src=\"{}\" title=\"Migration plan\"\n{indent}  width=\"100%\" height=\"{}\" loading=\"lazy\" allow=\"clipboard-write\"></iframe>",
                escaped(&address),
                self.height()
            )
        };
        match self.form {
            Form::Address => address,
            Form::Frame => frame(""),
            Form::Table => table(&escaped(&address)),
            Form::Wikitext => wikitext(&address),
            Form::Element => {
                let view: &str = self.view.into();
                let query = link::encode(request);
                let answers = if query.is_empty() { String::new() } else { format!(" request=\"{}\"", escaped(&query)) };
                let theme = self.theme.map(|theme| format!(" theme=\"{}\"", theme.name())).unwrap_or_default();
                let instead = if self.view == EmbedView::Doctor {
                    "If you see only this text, or an empty frame above it, this page needs script-src and frame-src for the planner's site."
                } else {
                    "Migration plan"
                };
                // Markdown takes an element that it does not know for a word of a paragraph, and tears it apart there.
                format!(
                    "<div>\n<script src=\"{}embed.js\" async></script>\n<apim-plan view=\"{view}\"{answers}{theme}>\n{}\n  <a href=\"{}\">{instead}</a>\n</apim-plan>\n</div>",
                    escaped(site),
                    frame("  "),
                    escaped(&address),
                )
            }
        }
    }

    /// The address of what is wished, with these answers.
    pub fn address(self, site: &str, request: &PlanRequest) -> String {
        format!("{site}{}", address::write(self.view, request, self.theme))
    }

    /// A height that shows the essence without scrolling at 700 px of width.
    const fn height(self) -> u32 {
        match self.view {
            EmbedView::Tool => 1000,
            EmbedView::Plan => 860,
            EmbedView::Table | EmbedView::Doctor => 520,
            EmbedView::Capacity => 1200,
        }
    }
}

const HEADS: [&str; 4] = ["Network mode", "Address", "Gateway downtime", "stv1 compute retained"];
const LINK: &str = "The plan for your answers, with sources";

/// The rows of the table as the pages have it, for places that take neither scripts nor frames.
fn rows() -> impl Iterator<Item = [String; 4]> {
    let ways = [Vnet::External, Vnet::Internal].into_iter().flat_map(|vnet| [Vip::Preserve, Vip::New].map(|vip| (vnet, vip)));
    ways.filter_map(|(vnet, vip)| {
        let row = same_subnet(vnet, vip)?;
        let (value, latest) = (row.value, row.latest());
        let down = match (value.downtime, value.temporary_address) {
            (0, 0) => words::minutes(0),
            (0, temporary) => format!("0 min, up to {} on a temporary address", words::minutes(temporary)),
            (down, _) => format!("about {}", words::minutes(down)),
        };
        let kept = match (value.retention, latest.retention) {
            (0, _) => "not retained".to_owned(),
            (kept, later) if later < kept => {
                format!("{}, in a later revision {}: plan for that", words::minutes(kept), words::minutes(later))
            }
            (kept, _) => words::minutes(kept),
        };
        Some([words::vnet(vnet).to_owned(), words::vip(vip).to_owned(), down, kept])
    })
}

/// With every element that a browser would add: React stops at a table that it finds otherwise than it was written.
fn table(address: &str) -> String {
    let heads = HEADS.join("</th><th>");
    let rows: String = rows().map(|row| ["<tr><td>", &row.join("</td><td>"), "</td></tr>\n"].concat()).collect();
    format!(
        "<table>\n<thead><tr><th>{heads}</th></tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n<p><a href=\"{address}\">{LINK}</a></p>"
    )
}

fn wikitext(address: &str) -> String {
    // A bracket would end the link.
    let address = address.replace('[', "%5B").replace(']', "%5D");
    let heads = HEADS.join(" !! ");
    let rows: String = rows().map(|row| ["|-\n| ", &row.join(" || "), "\n"].concat()).collect();
    format!("{{| class=\"wikitable\"\n! {heads}\n{rows}|}}\n\n[{address} {LINK}]")
}

/// As it may stand between quotation marks in HTML.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use apim_plan::Tier;
    use strum::IntoEnumIterator;

    use super::*;

    const SITE: &str = "https://wiki.example/tools/apim-plan/";

    fn request() -> PlanRequest {
        PlanRequest { name: Some("orders-prod".to_owned()), tier: Some(Tier::Premium), ..PlanRequest::default() }
    }

    #[test]
    fn no_form_carries_a_name() {
        for form in Form::iter() {
            let snippet = Wish { form, ..Wish::default() }.snippet(SITE, &request());
            assert!(!snippet.contains("orders"), "{snippet}");
            assert!(snippet.contains(SITE), "{snippet}");
        }
    }

    #[test]
    fn the_address_brings_back_what_was_wished() {
        let wish = Wish { view: EmbedView::Capacity, theme: Some(EmbedTheme::Dark), form: Form::Address, ..Wish::default() };
        let address = wish.snippet(SITE, &request());
        let embed = address.strip_prefix(SITE).and_then(address::read).unwrap_or_default();
        assert_eq!((embed.view, embed.theme), (EmbedView::Capacity, Some(EmbedTheme::Dark)));
        assert_eq!(embed.given.and_then(|given| given.request).and_then(|request| request.tier), Some(Tier::Premium));
    }

    #[test]
    fn an_empty_preset_has_no_answers() {
        let wish = Wish { preset: Preset::Empty, ..Wish::default() };
        let snippet = wish.snippet(SITE, &request());
        let expected = format!(
            "<div>\n<script src=\"{SITE}embed.js\" async></script>\n<apim-plan view=\"tool\">\n  <iframe data-apim-plan src=\"{SITE}#/embed/tool\""
        );
        assert!(snippet.starts_with(&expected), "{snippet}");
        assert!(snippet.ends_with("</a>\n</apim-plan>\n</div>"), "{snippet}");
    }

    /// The guide has the same text as the builder.
    #[test]
    fn the_guide_shows_what_the_builder_writes() {
        let wish = Wish { view: EmbedView::Plan, theme: Some(EmbedTheme::Light), ..Wish::default() };
        let request = PlanRequest { tier: Some(Tier::Premium), vnet: Some(Vnet::Internal), ..PlanRequest::default() };
        let snippet = wish.snippet("https://tools.example/apim-plan/", &request);
        let guide = include_str!("../../../docs/embedding.md").replace('\r', "");
        assert!(guide.contains(&snippet), "docs/embedding.md does not show this:\n{snippet}");
    }

    #[test]
    fn the_table_says_what_the_pages_say() {
        let snippet = Wish { form: Form::Table, ..Wish::default() }.snippet(SITE, &request());
        assert_eq!(snippet.matches("<tr>").count(), 5, "{snippet}");
        assert!(snippet.contains("4 h, in a later revision 15 min: plan for that"), "{snippet}");
        assert!(snippet.contains("\n<thead><tr><th>") && snippet.contains("</tr></thead>\n<tbody>\n<tr><td>"), "{snippet}");
        assert!(!snippet.contains("<script") && !snippet.contains("<iframe"), "{snippet}");
    }

    /// Python-Markdown ends an element that it does not know at a blank line, and a block that it knows at its end.
    #[test]
    fn markdown_finds_one_block() {
        let snippet = Wish::default().snippet(SITE, &request());
        assert!(snippet.starts_with("<div>\n") && snippet.ends_with("\n</div>"), "{snippet}");
        assert!(!snippet.contains("\n\n"), "{snippet}");
    }

    #[test]
    fn a_page_of_mediawiki_takes_the_wikitext() {
        let wish = Wish { theme: Some(EmbedTheme::Dark), form: Form::Wikitext, ..Wish::default() };
        let snippet = wish.snippet(SITE, &request());
        assert_eq!(snippet.matches("\n|-\n| ").count(), 4, "{snippet}");
        assert!(
            snippet.contains("| Internal || new || 0 min || 4 h, in a later revision 15 min: plan for that\n|}"),
            "{snippet}"
        );
        assert!(snippet.contains(&format!("\n[{SITE}#/")) && snippet.contains("&theme=dark The plan"), "{snippet}");
        assert!(!snippet.contains('<') && !snippet.contains("&amp;"), "{snippet}");
    }

    #[test]
    fn the_doctor_takes_no_answers_along() {
        let snippet = Wish { view: EmbedView::Doctor, ..Wish::default() }.snippet(SITE, &request());
        assert!(!snippet.contains("request="), "{snippet}");
    }

    #[test]
    fn an_address_in_a_frame_is_escaped() {
        let wish = Wish { view: EmbedView::Plan, theme: Some(EmbedTheme::Light), form: Form::Frame, ..Wish::default() };
        let snippet = wish.snippet(SITE, &request());
        assert!(snippet.contains("&amp;theme=light"), "{snippet}");
    }
}
