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
}

/// The wikis that people asked for.
pub(super) const RECIPES: [Recipe; 7] = [
    Recipe {
        host: "Confluence",
        form: Form::Address,
        how: "Insert the iframe macro and paste the address. If the macro is missing, an administrator turns it on; Data Center also keeps a list of addresses that may be framed.",
    },
    Recipe {
        host: "SharePoint",
        form: Form::Frame,
        how: "Add the Embed web part and paste the frame. The site's owner first adds this site to HTML Field Security, among the domains that may be framed.",
    },
    Recipe {
        host: "MediaWiki",
        form: Form::Frame,
        how: "Plain pages take no frames. With the Widgets extension, put the frame into a page of the Widget namespace and call it by name.",
    },
    Recipe {
        host: "Notion",
        form: Form::Address,
        how: "Type /embed and paste the address. It must begin with https and be reachable from the reader's browser.",
    },
    Recipe {
        host: "Backstage TechDocs",
        form: Form::Frame,
        how: "Paste the frame into the Markdown, and add this site's host to techdocs.sanitizer.allowedIframeHosts in app-config.yaml.",
    },
    Recipe {
        host: "MkDocs",
        form: Form::Element,
        how: "Paste both lines into the Markdown. With several pages, name embed.js once under extra_javascript and keep the element alone.",
    },
    Recipe {
        host: "Docusaurus",
        form: Form::Element,
        how: "Name embed.js under scripts in docusaurus.config.js and put the element into the MDX. The frame works as well: in MDX its attributes are those of React.",
    },
];
