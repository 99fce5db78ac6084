use yew::prelude::*;

use super::{Icon, Sign};

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

/// Properties of [`Notice`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct NoticeProps {
    /// What it is about.
    #[prop_or_default]
    pub kind: NoticeKind,
    /// What is the matter.
    pub title: AttrValue,
    /// What follows from it.
    #[prop_or_default]
    pub text: AttrValue,
    /// Buttons.
    #[prop_or_default]
    pub children: Children,
}

/// The tool speaks about itself, never about the plan.
#[component]
pub fn Notice(props: &NoticeProps) -> Html {
    let (class, sign) = match props.kind {
        NoticeKind::Note => ("notice", Sign::Note),
        NoticeKind::Blocker => ("notice notice--blocker", Sign::Blocker),
        NoticeKind::Try => ("notice notice--try", Sign::Arrow),
    };
    html! {
        <div {class}>
            <Icon {sign} />
            <div><p><b>{ &props.title }</b>{ " " }{ &props.text }</p></div>
            { for props.children.iter() }
        </div>
    }
}
