//! The graph of the mentors: who is where, what a place costs, the cheapest moves, and inserting a participant.

use super::foresight;
use super::kernels::{Found, LANES, TOGETHER, better, nearest, relax, start};
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
    /// What the next place of each node costs more than its price, [`Cost::FULL`] where all are taken.
    slacks: Vec<C>,
    moves: Vec<Moves<C>>,
    /// How many of the members of each node its moves know.
    seen: Vec<usize>,
}

/// Room for one Dijkstra.
struct Scratch<C> {
    distances: Vec<C>,
    from: Vec<u32>,
    closed: Vec<C>,
    settled: Vec<usize>,
}

impl<C: Cost> Scratch<C> {
    fn new(stride: usize) -> Self {
        Self {
            distances: vec![C::ZERO; stride],
            from: vec![UNPLACED; stride],
            closed: vec![C::MIN; stride],
            settled: Vec::with_capacity(stride),
        }
    }
}

const UNPLACED: u32 = u32::MAX;

/// Fewer participants than this are inserted at once.
const CROWD: usize = if cfg!(test) { 2 } else { 256 };

/// Inserting everybody. A closure would not do: its call would not be compiled for the instructions chosen.
struct Filling<'a, C>(&'a mut Network<C>);

impl<C: Cost> pulp::WithSimd for Filling<'_, C> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: pulp::Simd>(self, _: S) {
        self.0.fill_plainly();
    }
}

impl<C: Cost> Network<C> {
    /// The problem with nobody inserted. Pairs that weigh less than the threshold are forbidden too.
    pub(super) fn new(ground: &Ground<'_>, scale: Scale, threshold: Option<i64>) -> Self {
        let mentors = ground.problem.mentors.len();
        let stride = (mentors + 1).next_multiple_of(LANES);
        let rows: Vec<usize> = ground.free().collect();
        let least = threshold.unwrap_or(i64::MIN);
        // What is forbidden is below every other score.
        let lowest = i32::try_from(least.max(i64::from(-Scores::LIMIT))).unwrap_or(i32::MAX);
        let (zero, point) = scale.points::<C>();
        let mut costs = Vec::with_capacity(rows.len() * stride);
        for &mentee in &rows {
            let start = costs.len();
            let cost = |score: &i32| if *score < lowest { C::FAR } else { zero.less(point, *score) };
            costs.extend(ground.problem.scores.row(mentee).iter().map(cost));
            costs.push(C::of(scale.nobody));
            costs.resize(start + stride, C::FAR);
            // The bonus and a barred pair are not in the scores.
            for mentor in ground.previous[mentee].into_iter().chain(ground.barred.map(|(_, mentor)| mentor)) {
                let weight = ground.weight(mentee, mentor).filter(|weight| *weight >= least);
                costs[start + mentor] = weight.map_or(C::FAR, |weight| C::of(scale.pair(weight)));
            }
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
            slacks: vec![C::FULL; stride],
            moves: (0..=mentors).map(|_| Moves { costs: Vec::new(), who: Vec::new() }).collect(),
            seen: vec![0; mentors + 1],
            nodes,
        };
        for node in 0..=mentors {
            network.prices[node] = network.place_after(node).map_or(C::ZERO, C::of);
            network.see_slack(node);
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
        pulp::Arch::new().dispatch(Filling(self));
    }

    /// Inserts everybody.
    #[inline(always)]
    pub(super) fn fill_plainly(&mut self) {
        let mut scratch = Scratch::new(self.stride);
        self.foresee();
        self.insert(&mut scratch);
        for node in 0..self.nodes.len() {
            self.freshen(node);
        }
    }

    /// Begins with the prices that crowded mentors will have; too high ones are taken back at the end. Where loads are to
    /// be even, a mentor counts as full at the load that all reach together, and costs as much as its last place.
    #[inline(always)]
    fn foresee(&mut self) {
        if self.at.len() < CROWD {
            return;
        }
        let level = if self.scale.even > 0 { self.level() } else { u32::MAX };
        let base = if self.scale.even > 0 { self.scale.place(level, 0) } else { 0 };
        let room = |node: &Node| node.places.max.min(level).saturating_sub(node.load);
        let rooms: Vec<u32> = self.nodes.iter().map(room).collect();
        let prices = foresight::prices(&self.costs, self.stride, &rooms);
        for node in 0..self.nobody() {
            let price = C::of(base) + prices.as_ref().map_or(C::ZERO, |prices| prices[node]);
            if price > C::ZERO && self.nodes[node].places.min < level {
                self.prices[node] = self.prices[node].max(price);
                self.see_slack(node);
            }
        }
    }

    /// The smallest load of which all together have places for everybody; the largest of all where there is none.
    fn level(&self) -> u32 {
        let (mentors, rows) = (&self.nodes[..self.nobody()], self.at.len() as u64);
        let rooms = |level: u32| mentors.iter().map(move |node| node.places.max.min(level).saturating_sub(node.load));
        let whole = u32::try_from(rows).unwrap_or(u32::MAX);
        let largest = mentors.iter().map(|node| node.places.max.min(node.load.saturating_add(whole))).max();
        let (mut low, mut high) = (1, largest.unwrap_or(1).max(1));
        while low < high {
            let middle = low + (high - low) / 2;
            if rooms(middle).map(u64::from).sum::<u64>() >= rows {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        low
    }

    /// Inserts every row and takes back prices that are too high for the places left.
    #[inline(always)]
    fn insert(&mut self, scratch: &mut Scratch<C>) {
        for row in 0..self.at.len() {
            let end = self.nearest_place(row, scratch);
            let first = self.shift(end, &scratch.from);
            self.enter(u32::try_from(row).unwrap_or(UNPLACED), first);
            self.nodes[end].load += 1;
            self.see_slack(end);
        }
        for mentor in 0..self.nobody() {
            while self.is_dear(mentor) {
                self.pull(mentor, scratch);
            }
        }
    }

    /// The node in which the cheapest way of inserting the row ends; prices are raised so that the way costs nothing.
    #[inline(always)]
    fn nearest_place(&mut self, row: usize, scratch: &mut Scratch<C>) -> usize {
        let Scratch { distances, from, closed, settled } = scratch;
        let costs = &self.costs[row * self.stride..(row + 1) * self.stride];
        let mut found = start(costs, &self.prices, &self.slacks, distances, from);
        // "Nobody" is always within reach, so the search ends.
        let mut best = found.way;
        while found.distance < best {
            let Found { distance, node, .. } = found;
            closed[node] = C::MAX;
            settled.push(node);
            found = if self.freshen(node) {
                let given = (self.moves[node].costs.as_slice(), self.prices.as_slice(), self.slacks.as_slice());
                let source = (u32::try_from(node).unwrap_or(UNPLACED), distance - self.prices[node]);
                relax(source, given, distances, from, closed)
            } else {
                Found { way: best, ..nearest(distances, closed) }
            };
            best = best.min(found.way);
        }
        let ends = |node: &usize| distances[*node] + self.slacks[*node] == best;
        let end = (0..self.nodes.len()).find(ends).unwrap_or(self.nobody());
        for node in settled.drain(..) {
            closed[node] = C::MIN;
            self.prices[node] = self.prices[node] + (best - distances[node]);
            self.see_slack(node);
        }
        end
    }

    /// Whether a mentor with places left has a price above what the next place costs.
    #[inline(always)]
    fn is_dear(&self, mentor: usize) -> bool {
        self.place_after(mentor).is_some_and(|place| self.prices[mentor] > C::of(place))
    }

    /// Takes somebody to a dear mentor from a node where a place may be given up, on the cheapest way; or lowers the
    /// prices so far that the mentor is no longer dear.
    #[inline(always)]
    fn pull(&mut self, mentor: usize, scratch: &mut Scratch<C>) {
        let Scratch { distances, from, closed, settled } = scratch;
        let limit = self.prices[mentor] - self.place_after(mentor).map_or(C::FAR, C::of);
        distances.fill(C::FAR);
        from.fill(UNPLACED);
        for node in (0..self.nodes.len()).filter(|node| *node != mentor && !self.members[*node].is_empty()) {
            distances[node] = self.prices[node] - C::of(self.place_before(node));
        }
        let mut found = nearest(distances, closed);
        while found.distance < limit && found.node != mentor {
            let Found { distance, node, .. } = found;
            closed[node] = C::MAX;
            settled.push(node);
            // Only nodes with members are within reach, but for the mentor itself.
            found = if self.freshen(node) {
                let given = (self.moves[node].costs.as_slice(), self.prices.as_slice(), self.slacks.as_slice());
                let source = (u32::try_from(node).unwrap_or(UNPLACED), distance - self.prices[node]);
                relax(source, given, distances, from, closed)
            } else {
                nearest(distances, closed)
            };
        }
        settled.drain(..).for_each(|node| closed[node] = C::MIN);
        let lower = found.distance.min(limit);
        let comes = found.distance < limit;
        let nodes = self.prices.iter_mut().zip(distances.iter()).zip(&self.members).enumerate();
        for (node, ((price, distance), members)) in nodes {
            if node == mentor || !members.is_empty() {
                *price = *price - (*distance).min(lower);
            }
        }
        if comes {
            let root = self.shift(mentor, from);
            self.nodes[mentor].load += 1;
            self.nodes[root].load -= 1;
        }
        (0..self.nodes.len()).for_each(|node| self.see_slack(node));
    }

    fn see_slack(&mut self, node: usize) {
        let slack = |place: i64| (C::of(place) - self.prices[node]).max(C::ZERO);
        self.slacks[node] = self.place_after(node).map_or(C::FULL, slack);
    }

    /// Brings the moves out of a node up to its members; false where it has none.
    #[inline(always)]
    fn freshen(&mut self, node: usize) -> bool {
        let (members, seen) = (&self.members[node], &mut self.seen[node]);
        let Moves { costs: moves, who } = &mut self.moves[node];
        if *seen == 0 {
            moves.clear();
            moves.resize(if members.is_empty() { 0 } else { self.stride }, C::FAR);
            who.resize(self.stride, UNPLACED);
        }
        let costs = |member: u32| {
            let row = member as usize;
            &self.costs[row * self.stride..(row + 1) * self.stride]
        };
        for members in members[*seen..].chunks(TOGETHER) {
            // A member who is looked at twice changes nothing.
            let four = std::array::from_fn(|at| {
                let member = members[at.min(members.len() - 1)];
                (member, costs(member)[node], costs(member))
            });
            better(four, moves, who);
        }
        *seen = members.len();
        !members.is_empty()
    }

    /// Moves one member a hop along the way to its end; gives the node in which the way begins.
    #[inline(always)]
    fn shift(&mut self, end: usize, from: &[u32]) -> usize {
        let mut node = end;
        while from[node] != UNPLACED {
            let source = from[node] as usize;
            let mover = self.moves[source].who[node];
            self.leave(mover, source);
            self.enter(mover, node);
            node = source;
        }
        node
    }

    #[inline(always)]
    fn leave(&mut self, member: u32, node: usize) {
        if let Some(place) = self.members[node].iter().position(|other| *other == member) {
            self.members[node].remove(place);
            if place < self.seen[node] {
                self.seen[node] = 0;
            }
        }
    }

    #[inline(always)]
    fn enter(&mut self, member: u32, node: usize) {
        self.members[node].push(member);
        self.at[member as usize] = u32::try_from(node).unwrap_or(UNPLACED);
    }
}
