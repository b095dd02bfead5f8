//! Questions to a finished assignment: the cheapest way to take one unit somewhere else, found without changing it.
//!
//! The graph is that of the mentors with one more node, the pool of places: a way into the pool takes a free place, a
//! way out of it gives up a taken one. Every cost less its price is 0 or more (the assignment is optimal), so one
//! Dijkstra answers, in wide integers whatever the network holds.

use super::network::Network;
use super::scale::Cost;

/// Where a way begins.
#[derive(Debug, Clone, Copy)]
pub(super) enum Start {
    /// At every node that this row may enter, but not the one where it is.
    Elsewhere(usize),
    /// At this node, which gets one participant more.
    Node(usize),
    /// At the pool: somebody gives up a place.
    Pool,
}

/// A hop of a way: this row leaves the first node for the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hop {
    pub(super) row: usize,
    pub(super) from: usize,
    pub(super) to: usize,
}

/// The cheapest ways from a start.
pub(super) struct Ways {
    distances: Vec<i64>,
    /// The node before, and who moves; the node itself where a way begins.
    before: Vec<(usize, u32)>,
}

const NONE: i64 = i64::MAX;

impl Ways {
    /// Finds the cheapest ways to every node, or until `target` is reached. The target is the node that a participant
    /// has left: it is not searched on, and its place may be given up.
    pub(super) fn find<C: Cost>(network: &Network<C>, start: Start, target: Option<usize>) -> Self {
        let count = network.nobody() + 2;
        let mut ways = Self { distances: vec![NONE; count], before: (0..count).map(|node| (node, 0)).collect() };
        match start {
            Start::Elsewhere(row) => ways.leave(network, row),
            Start::Node(node) => ways.distances[node] = 0,
            Start::Pool => ways.distances[count - 1] = 0,
        }
        let mut closed = vec![false; count];
        loop {
            let open = (0..count).filter(|node| !closed[*node] && ways.distances[*node] < NONE);
            let Some(node) = open.min_by_key(|node| ways.distances[*node]).filter(|node| Some(*node) != target) else {
                return ways;
            };
            closed[node] = true;
            if node == count - 1 {
                ways.out_of_pool(network, target);
            } else {
                ways.out_of_node(network, node);
            }
        }
    }

    fn leave<C: Cost>(&mut self, network: &Network<C>, row: usize) {
        let own = network.node(row);
        let paid = network.cost(row, own).unwrap_or(0) + network.price(own);
        for node in (0..=network.nobody()).filter(|node| *node != own) {
            if let Some(cost) = network.cost(row, node) {
                self.distances[node] = cost + network.price(node) - paid;
            }
        }
    }

    fn out_of_node<C: Cost>(&mut self, network: &Network<C>, node: usize) {
        let base = self.distances[node] - network.price(node);
        if let Some(place) = network.place_after(node) {
            self.shorten(network.nobody() + 1, base + place, (node, 0));
        }
        let moves = network.moves(node);
        for (other, (cost, who)) in moves.costs.iter().zip(&moves.who).enumerate().take(network.nobody() + 1) {
            if !cost.is_far() && other != node {
                self.shorten(other, base + cost.wide() + network.price(other), (node, *who));
            }
        }
    }

    fn out_of_pool<C: Cost>(&mut self, network: &Network<C>, target: Option<usize>) {
        let pool = network.nobody() + 1;
        let base = self.distances[pool];
        for node in (0..pool).filter(|node| Some(*node) == target || network.has_members(*node)) {
            self.shorten(node, base + network.price(node) - network.place_before(node), (pool, 0));
        }
    }

    fn shorten(&mut self, node: usize, distance: i64, before: (usize, u32)) {
        if distance < self.distances[node] {
            self.distances[node] = distance;
            self.before[node] = before;
        }
    }

    /// What the way to a node from the pool costs, prices taken off; `None` where there is none.
    pub(super) fn cost<C: Cost>(&self, network: &Network<C>, node: usize) -> Option<i64> {
        Some(self.distances[node]).filter(|distance| *distance < NONE).map(|distance| distance - network.price(node))
    }

    /// The first node of the way to `target` and its hops in order; `None` where there is no way.
    pub(super) fn way<C: Cost>(&self, network: &Network<C>, target: usize) -> Option<(usize, Vec<Hop>)> {
        let pool = network.nobody() + 1;
        let mut node = Some(target).filter(|node| self.distances[*node] < NONE)?;
        let mut hops = Vec::new();
        while self.before[node].0 != node {
            let (from, who) = self.before[node];
            if from != pool && node != pool {
                hops.push(Hop { row: who as usize, from, to: node });
            }
            node = from;
        }
        hops.reverse();
        Some((node, hops))
    }
}
