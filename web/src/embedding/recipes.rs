//! Where the text goes, wiki by wiki.

use super::snippet::Form;

/// How one kind of wiki takes the planner.
pub(super) struct Recipe {
    /// The wiki.
    pub(super) host: &'static str,
    /// The form that it takes.
    pub(super) form: Form,
    /// What to do.
    pub(super) how: &'static str,
    /// What stands in its settings, `{site}` for the address of this site, `{origin}` and `{host}` for the beginning of it.
    line: Option<&'static str>,
}

impl Recipe {
    /// The line of its settings with the address of this site filled in, which ends with a slash.
    pub(super) fn line(&self, site: &str) -> Option<String> {
        let (scheme, rest) = site.split_once("://")?;
        let host = rest.split('/').next().unwrap_or(rest);
        let origin = format!("{scheme}://{host}");
        self.line.map(|line| line.replace("{site}", site).replace("{origin}", &origin).replace("{host}", host))
    }
}

/// The wikis that people asked for.
pub(super) const RECIPES: [Recipe; 8] = [
    Recipe {
        host: "Confluence",
        form: Form::Address,
        how: "Insert the Iframe macro and paste the address; set a width of 100 % and a height. In Data Center, paste the frame into the HTML macro if an administrator has enabled it, or into a user macro.",
        line: None,
    },
    Recipe {
        host: "SharePoint",
        form: Form::Frame,
        how: "Add the Embed web part and paste the frame. A site collection administrator must first add this name: Site information, View all site settings, HTML Field Security.",
        line: Some("{host}"),
    },
    Recipe {
        host: "MediaWiki",
        form: Form::Wikitext,
        how: "Paste the table: plain pages allow no frames and no HTML links.",
        line: None,
    },
    Recipe {
        host: "MediaWiki with Widgets",
        form: Form::Element,
        how: "An administrator saves the element as the page Widget:ApimPlan; other pages call it by name.",
        line: Some("{{#widget:ApimPlan}}"),
    },
    Recipe {
        host: "Notion",
        form: Form::Address,
        how: "Type /embed and paste the address. It must start with https and be reachable from the reader's browser.",
        line: None,
    },
    Recipe {
        host: "Backstage TechDocs",
        form: Form::Element,
        how: "Paste the text into the Markdown. Without settings, only the link is shown. For the frame, merge these lines into app-config.yaml; backend.csp applies only if the backend serves the app. The frame grows if the app loads embed.js.",
        line: Some(
            "techdocs:\n  sanitizer:\n    allowedIframeHosts: [\"{host}\"]\n    allowedCustomElementTagNameRegExp: \"^apim-plan$\"\n    allowedCustomElementAttributeNameRegExp: \"^(view|request|theme)$\"\nbackend:\n  csp:\n    frame-src: [\"'self'\", \"{origin}\"]",
        ),
    },
    Recipe {
        host: "MkDocs",
        form: Form::Element,
        how: "Paste the whole text into the Markdown, with a blank line before and after. For several pages, add the script once in mkdocs.yml and remove its line here.",
        line: Some("extra_javascript:\n  - {site}embed.js"),
    },
    Recipe {
        host: "Docusaurus",
        form: Form::Element,
        how: "Add the script in docusaurus.config.js, since MDX runs no scripts, and paste the rest into the MDX.",
        line: Some("scripts: [{ src: \"{site}embed.js\", async: true }],"),
    },
];

#[cfg(test)]
mod tests {
    use super::RECIPES;

    #[test]
    fn a_line_names_this_site() {
        let lines: Vec<String> = RECIPES.iter().filter_map(|recipe| recipe.line("https://tools.example/apim/")).collect();
        assert!(lines.iter().any(|line| line == "tools.example"), "{lines:?}");
        assert!(lines.iter().any(|line| line.contains("src: \"https://tools.example/apim/embed.js\"")), "{lines:?}");
        assert!(lines.iter().any(|line| line.contains("frame-src: [\"'self'\", \"https://tools.example\"]")), "{lines:?}");
        assert!(lines.iter().all(|line| !line.contains("{site}") && !line.contains("{host}")), "{lines:?}");
    }
}
