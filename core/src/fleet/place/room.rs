//! The free minutes of each window, in a tree over the windows.

/// The free minutes of each window as a tree of maxima, which finds the first window with enough minutes without reading
/// the others.
#[derive(Debug)]
pub(super) struct FreeMinutes {
    /// The node `i` has its children at `2i` and `2i + 1`; the leaves start at `leaves`.
    pub(super) nodes: Vec<u32>,
    pub(super) leaves: usize,
}

impl FreeMinutes {
    pub(super) fn new(lengths: impl ExactSizeIterator<Item = u32>) -> Self {
        let leaves = lengths.len().next_power_of_two();
        let mut nodes = vec![0; leaves * 2];
        for (node, length) in nodes.iter_mut().skip(leaves).zip(lengths) {
            *node = length;
        }
        let mut room = Self { nodes, leaves };
        for node in (1..leaves).rev() {
            room.refresh(node);
        }
        room
    }

    pub(super) fn at(&self, node: usize) -> u32 {
        self.nodes.get(node).copied().unwrap_or(0)
    }

    fn refresh(&mut self, node: usize) {
        let most = self.at(2 * node).max(self.at(2 * node + 1));
        if let Some(node) = self.nodes.get_mut(node) {
            *node = most;
        }
    }

    pub(super) fn set(&mut self, window: usize, minutes: u32) {
        let mut node = self.leaves + window;
        if let Some(leaf) = self.nodes.get_mut(node) {
            *leaf = minutes;
        }
        while node > 1 {
            node /= 2;
            self.refresh(node);
        }
    }

    /// The first window from `from` on with that many minutes. `minutes` is at least 1: a leaf without a window has none.
    pub(super) fn first_with(&self, from: usize, minutes: u32) -> Option<usize> {
        if from >= self.leaves {
            return None;
        }
        let mut node = self.leaves + from;
        // Up, to a node that lies completely at or after `from` and has enough.
        while self.at(node) < minutes {
            // A right child: everything below its parent that is not before it has been seen.
            while node % 2 == 1 {
                node /= 2;
            }
            if node == 0 {
                return None;
            }
            node += 1;
        }
        // Down, to the first leaf with enough.
        while node < self.leaves {
            node *= 2;
            if self.at(node) < minutes {
                node += 1;
            }
        }
        Some(node - self.leaves)
    }
}
