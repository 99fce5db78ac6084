//! How resources name each other: by id, or in a template by type and names.

use super::super::words;

/// A reference to a resource. Ids are compared in lower case.
///
/// A template knows only type and names; then these are compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) struct Reference {
    /// The complete id; `None` if only type and names are known, or a part of the id is blanked.
    whole: Option<String>,
    /// What follows the last `/providers/`: `microsoft.network/virtualnetworks/v/subnets/s`.
    tail: String,
}

impl Reference {
    /// The reference that an id is. `None` for a text that is no id of a resource.
    pub(in crate::import) fn of_id(id: &str) -> Option<Self> {
        let id = words::resource_id(id.trim())?.trim_end_matches('/').to_ascii_lowercase();
        let (scope, tail) = id.rsplit_once("/providers/")?;
        let tail = tail.to_owned();
        // A scope that is not written out, such as `/subscriptions/***`, is no scope.
        let known = scope.is_empty() || scope.split('/').skip(1).all(|part| !part.is_empty());
        (tail.split('/').count() >= 3).then(|| Self { whole: known.then(|| id.clone()), tail })
    }

    /// The reference that a type and names make: `Microsoft.Network/virtualNetworks/subnets`, `v/s`.
    pub(in crate::import) fn of_names<'n>(kind: &str, names: impl IntoIterator<Item = &'n str>) -> Option<Self> {
        let mut parts = kind.split('/');
        let mut tail = parts.next()?.to_ascii_lowercase();
        let mut names = names.into_iter();
        for part in parts {
            let name = words::name(names.next()?)?;
            for piece in [part, name] {
                tail.push('/');
                tail.push_str(&piece.to_ascii_lowercase());
            }
        }
        (tail.contains('/') && names.next().is_none()).then_some(Self { whole: None, tail })
    }

    /// A resource below this one.
    pub(super) fn child(&self, kind: &str, name: &str) -> Option<Self> {
        let step = format!("/{}/{}", kind.to_ascii_lowercase(), words::name(name)?.to_ascii_lowercase());
        Some(Self { whole: self.whole.as_ref().map(|id| format!("{id}{step}")), tail: format!("{}{step}", self.tail) })
    }

    /// The resource above this one: the virtual network of a subnet. `None` without one.
    pub(super) fn parent(&self) -> Option<Self> {
        let up = |text: &str| text.rsplitn(3, '/').nth(2).map(str::to_owned);
        let tail = up(&self.tail).filter(|tail| tail.matches('/').count() >= 2)?;
        Some(Self { whole: self.whole.as_deref().and_then(up), tail })
    }

    /// Whether both name the same resource, as far as both say.
    pub(super) fn matches(&self, other: &Self) -> bool {
        self.tail == other.tail
            && match (&self.whole, &other.whole) {
                (Some(one), Some(other)) => one == other,
                (None, _) | (_, None) => true,
            }
    }

    /// The part that every reference to the resource shares, which a list can be sorted by.
    pub(super) fn tail(&self) -> &str {
        &self.tail
    }

    /// The complete id.
    pub(super) fn whole(&self) -> Option<&str> {
        self.whole.as_deref()
    }

    /// The names without the types: `v/s`.
    pub(super) fn names(&self) -> String {
        self.tail.split('/').skip(2).step_by(2).collect::<Vec<_>>().join("/")
    }

    /// The type: `microsoft.network/virtualnetworks/subnets`.
    pub(in crate::import) fn kind(&self) -> String {
        let mut parts = self.tail.split('/');
        let namespace = parts.next().unwrap_or_default();
        let types = parts.step_by(2).fold(String::new(), |types, part| types + "/" + part);
        namespace.to_owned() + &types
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::Reference;

    const SUBNET: &str = "/subscriptions/0/resourceGroups/RG/providers/Microsoft.Network/virtualNetworks/V/subnets/S";

    #[test]
    fn an_id_and_names_of_a_template_meet() {
        let by_id = Reference::of_id(SUBNET);
        let by_names = Reference::of_names("Microsoft.Network/virtualNetworks/subnets", ["v", "s"]);
        assert!(by_id.is_some());
        assert!(by_id.as_ref().zip(by_names.as_ref()).is_some_and(|(one, other)| one.matches(other)));
        let elsewhere = Reference::of_id(&SUBNET.replace("/RG/", "/other/"));
        assert!(by_id.as_ref().zip(elsewhere.as_ref()).is_some_and(|(one, other)| !one.matches(other)));
        assert_eq!(by_id.as_ref().map(Reference::kind).as_deref(), Some("microsoft.network/virtualnetworks/subnets"));
        assert_eq!(by_id.as_ref().map(Reference::names).as_deref(), Some("v/s"));
        let parent = by_id.as_ref().and_then(Reference::parent);
        assert_eq!(parent.as_ref().map(Reference::names).as_deref(), Some("v"));
        assert_eq!(parent.and_then(|network| network.child("subnets", "s")), by_id);
    }

    #[rstest]
    #[case("")]
    #[case("/subscriptions/0/resourceGroups/rg")]
    #[case("[resourceId('a')]")]
    #[case("/providers/x")]
    fn other_texts_are_no_reference(#[case] text: &str) {
        assert_eq!(Reference::of_id(text), None);
    }
}
