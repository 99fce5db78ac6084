//! Light, dark, or as the system has it.

use gloo::utils::document;

use super::storage::{THEME, keep};

/// The reader's choice of colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    const fn name(self) -> Option<&'static str> {
        match self {
            Self::System => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
        }
    }

    /// The one after it, in a circle.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::System => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::System,
        }
    }
}

/// The theme that the page has now.
pub fn theme() -> Theme {
    match document().document_element().and_then(|root| root.get_attribute("data-theme")).as_deref() {
        Some("light") => Theme::Light,
        Some("dark") => Theme::Dark,
        _ => Theme::System,
    }
}

/// Shows `light` or `dark`, or what the system has, and remembers nothing.
pub fn show_theme(name: Option<&str>) {
    if let Some(root) = document().document_element() {
        // Neither can fail: the name is a valid one.
        let _ = match name {
            Some(name) => root.set_attribute("data-theme", name),
            None => root.remove_attribute("data-theme"),
        };
    }
}

/// Shows a theme, and remembers it where that is allowed.
pub fn set_theme(theme: Theme) {
    let Some(root) = document().document_element() else {
        return;
    };
    // Neither can fail: the name is a valid one.
    let _ = match theme.name() {
        Some(name) => root.set_attribute("data-theme", name),
        None => root.remove_attribute("data-theme"),
    };
    keep(THEME, theme.name());
}
