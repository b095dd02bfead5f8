//! Nodes of the search that wait for a later level.

use super::core::State;
use std::cmp::Reverse;

/// Words that waiting nodes may take; beyond it a level goes to the ground at once.
const ROOM: usize = 16 << 20;
/// Words that a node takes beside what it has settled.
const OWN: usize = 4;

/// A waiting node.
pub(super) struct Node {
    /// Nothing below it is worth more.
    pub(super) bound: i64,
    /// How many may be chosen.
    pub(super) least: i64,
    pub(super) most: i64,
    /// Where its words begin: which candidates are settled, then which are taken.
    words: usize,
}

/// The waiting nodes.
#[derive(Default)]
pub(super) struct Aside {
    nodes: Vec<Node>,
    words: Vec<u64>,
}

impl Aside {
    pub(super) fn has_room(&self) -> bool {
        self.words.len() + OWN * self.nodes.len() < ROOM
    }

    /// The largest bound.
    pub(super) fn highest(&self) -> Option<i64> {
        self.nodes.iter().map(|node| node.bound).max()
    }

    /// Puts the present node aside.
    pub(super) fn put(&mut self, state: &State<'_>, bound: i64, (least, most): (i64, i64)) {
        let half = state.core.count().div_ceil(64);
        let begin = self.words.len();
        self.words.resize(begin + 2 * half, 0);
        for at in state.settled() {
            self.words[begin + at / 64] |= 1 << (at % 64);
            if state.taken[*at] {
                self.words[begin + half + at / 64] |= 1 << (at % 64);
            }
        }
        self.nodes.push(Node { bound, least, most, words: begin });
    }

    /// Takes out what is above the threshold, the highest first, and forgets what is not above the floor.
    pub(super) fn split(&mut self, threshold: i64, floor: i64, candidates: usize) -> Self {
        let width = 2 * candidates.div_ceil(64);
        let old = std::mem::take(self);
        let (mut above, rest): (Vec<Node>, Vec<Node>) = old.nodes.into_iter().partition(|node| node.bound > threshold);
        for mut node in rest.into_iter().filter(|node| node.bound > floor) {
            let begin = self.words.len();
            self.words.extend_from_slice(&old.words[node.words..node.words + width]);
            node.words = begin;
            self.nodes.push(node);
        }
        above.sort_by_key(|node| (Reverse(node.bound), node.words));
        Self { nodes: above, words: old.words }
    }

    pub(super) fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// Settles what the node had settled, from a state in which nothing is.
    pub(super) fn restore(&self, node: &Node, state: &mut State<'_>) {
        let half = state.core.count().div_ceil(64);
        let holds = |word: usize, at: usize| self.words[word + at / 64] >> (at % 64) & 1 == 1;
        for at in (0..state.core.count()).filter(|at| holds(node.words, *at)) {
            state.settle(at, holds(node.words + half, at));
        }
    }
}
