//! Sorting of short lists.

/// Sorts a short list, equals in their order. The library's own way is made for long ones, and several kilobytes of code
/// for each kind of list.
pub fn arrange<T, K: Ord>(list: &mut [T], key: impl for<'a> Fn(&'a T) -> K) {
    for end in 1..list.len() {
        let mut at = end;
        while at > 0
            && let (Some(before), Some(here)) = (list.get(at - 1), list.get(at))
            && key(before) > key(here)
        {
            list.swap(at - 1, at);
            at -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::arrange;

    proptest! {
        #[test]
        fn sorts_as_the_library_does(mut list: Vec<(u8, u16)>) {
            let mut sorted = list.clone();
            sorted.sort_by_key(|(key, _)| *key);
            arrange(&mut list, |(key, _)| *key);
            prop_assert_eq!(list, sorted);
        }
    }
}
