use yew::prelude::*;

use super::{Sign, icon};

/// What a notice is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum NoticeKind {
    /// Good to know.
    #[default]
    Note,
    /// Something that cannot be done here.
    Blocker,
    /// Answers that are only tried out.
    Try,
}

/// The tool speaks about itself, never about the plan.
pub fn notice(kind: NoticeKind, title: AttrValue, text: AttrValue, buttons: Html) -> Html {
    let (class, sign) = match kind {
        NoticeKind::Note => ("notice", Sign::Note),
        NoticeKind::Blocker => ("notice notice--blocker", Sign::Blocker),
        NoticeKind::Try => ("notice notice--try", Sign::Arrow),
    };
    html! {
        <div {class}>
            { icon(sign) }
            <div><p><b>{ title }</b>{ " " }{ text }</p></div>
            { buttons }
        </div>
    }
}
