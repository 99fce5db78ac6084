/// A few things, each under a key of its own: looked through from the first to the last.
///
/// For what a reader touches with their hands. A tree from the standard library is some kilobytes of code for each kind of
/// key, and no faster here.
#[derive(Debug, Clone)]
pub struct Few<K, V = ()>(Vec<(K, V)>);

impl<K, V> Default for Few<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

/// Whatever came first.
impl<K: PartialEq, V: PartialEq> PartialEq for Few<K, V> {
    fn eq(&self, other: &Self) -> bool {
        self.0.len() == other.0.len() && self.0.iter().all(|(key, value)| other.get(key) == Some(value))
    }
}

impl<K: Eq, V: Eq> Eq for Few<K, V> {}

impl<K: PartialEq, V> Few<K, V> {
    /// What is under a key.
    pub fn get<Q: PartialEq<K> + ?Sized>(&self, key: &Q) -> Option<&V> {
        self.0.iter().find(|(each, _)| key == each).map(|(_, value)| value)
    }

    /// Whether there is anything under a key.
    pub fn contains<Q: PartialEq<K> + ?Sized>(&self, key: &Q) -> bool {
        self.get(key).is_some()
    }

    /// Puts something under a key, in the place of what was there.
    pub fn put(&mut self, key: K, value: V) {
        self.remove(&key);
        self.0.push((key, value));
    }

    /// Takes away what is under a key; tells whether there was anything.
    pub fn remove(&mut self, key: &K) -> bool {
        let before = self.0.len();
        self.retain(|each| each != key);
        self.0.len() < before
    }

    /// Keeps only what is under such keys.
    pub fn retain(&mut self, keep: impl Fn(&K) -> bool) {
        self.0.retain(|(key, _)| keep(key));
    }

    /// The keys, in the order in which they came.
    pub fn keys(&self) -> impl Iterator<Item = &K> {
        self.0.iter().map(|(key, _)| key)
    }

    /// There is nothing.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<K: PartialEq> FromIterator<K> for Few<K> {
    fn from_iter<I: IntoIterator<Item = K>>(keys: I) -> Self {
        let mut few = Self::default();
        for key in keys {
            few.put(key, ());
        }
        few
    }
}
