/// A drawing of the sprite.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr, strum::EnumIter)]
#[strum(serialize_all = "lowercase")]
#[expect(missing_docs, reason = "each is called what it shows")]
pub enum Sign {
    Logo,
    Paste,
    Link,
    Export,
    Theme,
    Chevron,
    Check,
    Recommended,
    Possible,
    RuledOut,
    Blocker,
    Risk,
    Note,
    Disagree,
    Arrow,
    Up,
    Down,
    Plus,
    Minus,
    X,
    Copy,
    Print,
    Calendar,
    Letter,
    Flag,
    Unknown,
    Lock,
    Source,
}

impl Sign {
    /// What a `use` element refers to: `#i-ruledout`.
    pub fn reference(self) -> String {
        format!("#i-{}", <&str>::from(self))
    }
}
