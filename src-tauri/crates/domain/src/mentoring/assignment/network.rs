//! The graph of the mentors: who is where, what a place costs, the cheapest moves, and inserting a participant.

use super::kernels::{LANES, better, nearest, relax, start};
use super::problem::{Ground, Places, Scores};
use super::scale::{Cost, Scale};

/// The cheapest move of a member of one node to each other node, and who moves. Empty until first needed.
#[derive(Debug, Clone, Default)]
pub(super) struct Moves<C> {
    pub(super) costs: Vec<C>,
    pub(super) who: Vec<u32>,
}

/// A mentor's places.
#[derive(Debug, Clone, Copy)]
struct Node {
    places: Places,
    load: u32,
}

/// The state of the assignment. Rows are the free participants in their order, nodes the mentors and then "nobody".
#[derive(Debug, Clone)]
pub(super) struct Network<C> {
    scale: Scale,
    stride: usize,
    nodes: Vec<Node>,
    /// What each row pays at each node, `stride` for each row, far where it is forbidden and behind the last node.
    costs: Vec<C>,
    /// The node of each row.
    at: Vec<u32>,
    members: Vec<Vec<u32>>,
    prices: Vec<C>,
    /// What the next place of each mentor costs, far where all are taken.
    next: Vec<C>,
    moves: Vec<Moves<C>>,
    stale: Vec<bool>,
}

/// Room for one Dijkstra.
struct Scratch<C> {
    distances: Vec<C>,
    from: Vec<u32>,
    closed: Vec<C>,
    settled: Vec<usize>,
}

const UNPLACED: u32 = u32::MAX;

impl<C: Cost> Network<C> {
    /// The problem with nobody inserted. Pairs that weigh less than the threshold are forbidden too.
    pub(super) fn new(ground: &Ground<'_>, scale: Scale, threshold: Option<i64>) -> Self {
        let mentors = ground.problem.mentors.len();
        let stride = (mentors + 1).next_multiple_of(LANES);
        let rows: Vec<usize> = ground.free().collect();
        let mut costs = vec![C::FAR; rows.len() * stride];
        for (&mentee, out) in rows.iter().zip(costs.chunks_exact_mut(stride)) {
            let least = threshold.unwrap_or(i64::MIN);
            for (out, score) in out.iter_mut().zip(ground.problem.scores.row(mentee)) {
                let weight = i64::from(*score);
                let forbidden = *score == Scores::FORBIDDEN || weight < least;
                *out = if forbidden { C::FAR } else { C::of(scale.pair(weight)) };
            }
            let own = ground.previous[mentee].into_iter().chain(ground.barred.map(|(_, mentor)| mentor));
            for mentor in own {
                let weight = ground.weight(mentee, mentor).filter(|weight| *weight >= least);
                out[mentor] = weight.map_or(C::FAR, |weight| C::of(scale.pair(weight)));
            }
            out[mentors] = C::of(scale.nobody);
        }
        let nobody = Node { places: Places { min: 0, max: u32::MAX }, load: 0 };
        let mentor = |(places, taken): (&Places, &u32)| Node { places: *places, load: *taken };
        let nodes: Vec<Node> =
            ground.problem.mentors.iter().zip(&ground.taken).map(mentor).chain(std::iter::once(nobody)).collect();
        let mut network = Self {
            scale,
            stride,
            costs,
            at: vec![UNPLACED; rows.len()],
            members: vec![Vec::new(); mentors + 1],
            prices: vec![C::ZERO; stride],
            next: vec![C::FAR; stride],
            moves: (0..=mentors).map(|_| Moves { costs: Vec::new(), who: Vec::new() }).collect(),
            stale: vec![true; mentors + 1],
            nodes,
        };
        for node in 0..=mentors {
            network.next[node] = network.place_after(node).map_or(C::FAR, C::of);
            network.prices[node] = network.place_after(node).map_or(C::ZERO, C::of);
        }
        network
    }

    /// The number of "nobody", which is also the number of mentors.
    pub(super) fn nobody(&self) -> usize {
        self.nodes.len() - 1
    }

    /// What the next place of a node costs; `None` where all are taken.
    pub(super) fn place_after(&self, node: usize) -> Option<i64> {
        let Node { places, load } = self.nodes[node];
        if node == self.nobody() {
            return Some(0);
        }
        (load < places.max).then(|| self.scale.place(load + 1, places.min))
    }

    /// What one more place beyond the most would cost.
    pub(super) fn place_beyond(&self, node: usize) -> i64 {
        let Node { places, load } = self.nodes[node];
        self.scale.place(load.saturating_add(1), places.min)
    }

    /// What the last place that was taken costs.
    pub(super) fn place_before(&self, node: usize) -> i64 {
        let Node { places, load } = self.nodes[node];
        if node == self.nobody() { 0 } else { self.scale.place(load, places.min) }
    }

    /// Whether somebody who may move is there.
    pub(super) fn has_members(&self, node: usize) -> bool {
        !self.members[node].is_empty()
    }

    /// The price of a node; what a row pays there and the price are at its own node the least of all.
    pub(super) fn price(&self, node: usize) -> i64 {
        self.prices[node].wide()
    }

    /// What a row pays at a node; `None` where it is forbidden.
    pub(super) fn cost(&self, row: usize, node: usize) -> Option<i64> {
        let cost = self.costs[row * self.stride + node];
        (!cost.is_far()).then(|| cost.wide())
    }

    /// The node of a row.
    pub(super) fn node(&self, row: usize) -> usize {
        self.at[row] as usize
    }

    /// The cheapest moves out of a node; empty where nobody may move. Only after [`Self::fill`].
    pub(super) fn moves(&self, node: usize) -> &Moves<C> {
        &self.moves[node]
    }

    /// Inserts everybody, with the widest vector instructions that the machine has.
    pub(super) fn fill(&mut self) {
        pulp::Arch::new().dispatch(
            #[inline(always)]
            || self.fill_plainly(),
        );
    }

    /// Inserts everybody.
    #[inline(always)]
    pub(super) fn fill_plainly(&mut self) {
        let mut scratch = Scratch {
            distances: vec![C::ZERO; self.stride],
            from: vec![UNPLACED; self.stride],
            closed: vec![C::MIN; self.stride],
            settled: Vec::with_capacity(self.stride),
        };
        for row in 0..self.at.len() {
            let end = self.nearest_place(row, &mut scratch);
            self.shift(row, end, &scratch.from);
        }
        for node in 0..self.nodes.len() {
            self.freshen(node);
        }
    }

    /// The node in which the cheapest way of inserting the row ends; prices are raised so that the way costs nothing.
    #[inline(always)]
    fn nearest_place(&mut self, row: usize, scratch: &mut Scratch<C>) -> usize {
        let Scratch { distances, from, closed, settled } = scratch;
        let (mut best, mut end) = (C::MAX, self.nobody());
        let costs = &self.costs[row * self.stride..(row + 1) * self.stride];
        let (mut distance, mut node) = start(costs, &self.prices, distances, from);
        // "Nobody" is always within reach, so the search ends.
        while distance < best {
            let way = distance + self.next[node] - self.prices[node];
            if way < best {
                (best, end) = (way, node);
            }
            closed[node] = C::MAX;
            settled.push(node);
            if best <= distance {
                break;
            }
            (distance, node) = if self.freshen(node) {
                let moves = &self.moves[node].costs;
                let source = (u32::try_from(node).unwrap_or(UNPLACED), distance - self.prices[node]);
                relax(source, moves, &self.prices, distances, from, closed)
            } else {
                nearest(distances, closed)
            };
        }
        for node in settled.drain(..) {
            closed[node] = C::MIN;
            self.prices[node] = self.prices[node] + (best - distances[node]);
        }
        end
    }

    /// Makes the moves out of a node anew where its members have changed; false where it has none.
    #[inline(always)]
    fn freshen(&mut self, node: usize) -> bool {
        let members = &self.members[node];
        if members.is_empty() || !self.stale[node] {
            return !members.is_empty();
        }
        self.stale[node] = false;
        let Moves { costs: moves, who } = &mut self.moves[node];
        moves.clear();
        moves.resize(self.stride, C::FAR);
        who.resize(self.stride, UNPLACED);
        for &member in members {
            let row = member as usize;
            let costs = &self.costs[row * self.stride..(row + 1) * self.stride];
            better((member, costs[node]), costs, moves, who);
        }
        true
    }

    /// Takes the place at the end of the way, moving one member a hop, and puts the row into the first node.
    #[inline(always)]
    fn shift(&mut self, row: usize, end: usize, from: &[u32]) {
        let mut node = end;
        while from[node] != UNPLACED {
            let source = from[node] as usize;
            let mover = self.moves[source].who[node];
            self.members[source].retain(|member| *member != mover);
            self.enter(mover, node);
            node = source;
        }
        self.enter(u32::try_from(row).unwrap_or(UNPLACED), node);
        self.nodes[end].load += 1;
        self.next[end] = self.place_after(end).map_or(C::FAR, C::of);
    }

    #[inline(always)]
    fn enter(&mut self, member: u32, node: usize) {
        self.members[node].push(member);
        self.at[member as usize] = u32::try_from(node).unwrap_or(UNPLACED);
        self.stale[node] = true;
    }
}
