//! The loops that take the time, written so that the compiler turns them into vector instructions: whole blocks of
//! [`LANES`] columns, no early end, choices instead of branches, and values that are changed in copies of a block and
//! written back whole. They give the same on every machine.
//!
//! All slices of one call are equally long, a multiple of [`LANES`].

#![allow(clippy::needless_range_loop, reason = "loops over lanes that are not simple become no vector instructions")]

use super::scale::Cost;

/// Columns of one block.
pub(super) const LANES: usize = 16;

/// One value for each lane.
type Lanes<T> = [T; LANES];

/// The smallest open distance so far in each lane, the block in which it stands, and the cheapest way that ends there.
struct Least<C> {
    key: Lanes<C>,
    block: Lanes<u32>,
    way: Lanes<C>,
}

/// What one pass over the nodes finds.
#[derive(Clone, Copy)]
pub(super) struct Found<C> {
    /// The smallest distance of a node that is not closed.
    pub(super) distance: C,
    /// That node, the lowest where several are as near.
    pub(super) node: usize,
    /// The smallest distance and slack of all nodes.
    pub(super) way: C,
}

impl<C: Cost> Least<C> {
    #[inline(always)]
    fn new() -> Self {
        Self { key: [C::MAX; LANES], block: [0; LANES], way: [C::MAX; LANES] }
    }

    #[inline(always)]
    fn see(&mut self, keys: &Lanes<C>, block: u32) {
        for lane in 0..LANES {
            let better = keys[lane] < self.key[lane];
            self.key[lane] = if better { keys[lane] } else { self.key[lane] };
            self.block[lane] = if better { block } else { self.block[lane] };
        }
    }

    #[inline(always)]
    fn see_ways(&mut self, distances: &Lanes<C>, slacks: &Lanes<C>) {
        for lane in 0..LANES {
            self.way[lane] = self.way[lane].min(distances[lane] + slacks[lane]);
        }
    }

    /// The smallest of all, at the lowest column where several are equal.
    #[inline(always)]
    fn take(&self) -> Found<C> {
        let (mut least, mut at, mut way) = (C::MAX, 0, C::MAX);
        for lane in 0..LANES {
            let (key, column) = (self.key[lane], self.block[lane] as usize * LANES + lane);
            if key < least || (key == least && column < at) {
                (least, at) = (key, column);
            }
            way = way.min(self.way[lane]);
        }
        Found { distance: least, node: at, way }
    }
}

/// A value for each lane from those of two.
#[inline(always)]
fn both<C: Cost>(one: &Lanes<C>, other: &Lanes<C>, value: impl Fn(C, C) -> C) -> Lanes<C> {
    let mut values = [C::ZERO; LANES];
    for lane in 0..LANES {
        values[lane] = value(one[lane], other[lane]);
    }
    values
}

/// Distances of somebody new, straight to each node.
#[inline(always)]
pub(super) fn start<C: Cost>(
    costs: &[C],
    prices: &[C],
    slacks: &[C],
    distances: &mut [C],
    from: &mut [u32],
) -> Found<C> {
    let mut least = Least::new();
    let blocks = costs.as_chunks::<LANES>().0.iter().zip(prices.as_chunks::<LANES>().0);
    let outs = distances.as_chunks_mut::<LANES>().0.iter_mut().zip(from.as_chunks_mut::<LANES>().0);
    let blocks = blocks.zip(outs).zip(slacks.as_chunks::<LANES>().0);
    for (block, (((costs, prices), (distances, from)), slacks)) in (0_u32..).zip(blocks) {
        let sums = both(costs, prices, |cost, price| cost + price);
        least.see(&sums, block);
        least.see_ways(&sums, slacks);
        (*distances, *from) = (sums, [u32::MAX; LANES]);
    }
    least.take()
}

/// The node where somebody pays the least, the lowest where several are as cheap.
#[inline(always)]
pub(super) fn cheapest<C: Cost>(costs: &[C], prices: &[C]) -> usize {
    let mut least = Least::new();
    let blocks = costs.as_chunks::<LANES>().0.iter().zip(prices.as_chunks::<LANES>().0);
    for (block, (costs, prices)) in (0_u32..).zip(blocks) {
        least.see(&both(costs, prices, |cost, price| cost + price), block);
    }
    least.take().node
}

/// Shortens distances by moves out of node `source`, to which `base` is the distance less its price.
#[inline(always)]
pub(super) fn relax<C: Cost>(
    (source, base): (u32, C),
    (moves, prices, slacks): (&[C], &[C], &[C]),
    distances: &mut [C],
    from: &mut [u32],
    closed: &[C],
) -> Found<C> {
    let mut least = Least::new();
    let blocks = moves.as_chunks::<LANES>().0.iter().zip(prices.as_chunks::<LANES>().0);
    let outs = distances.as_chunks_mut::<LANES>().0.iter_mut().zip(from.as_chunks_mut::<LANES>().0);
    let given = closed.as_chunks::<LANES>().0.iter().zip(slacks.as_chunks::<LANES>().0);
    for (block, (((moves, prices), (distances, from)), (closed, slacks))) in (0_u32..).zip(blocks.zip(outs).zip(given))
    {
        let (mut least_yet, mut before) = (*distances, *from);
        for lane in 0..LANES {
            let distance = base + moves[lane] + prices[lane];
            let better = distance < least_yet[lane];
            least_yet[lane] = if better { distance } else { least_yet[lane] };
            before[lane] = if better { source } else { before[lane] };
        }
        least.see(&both(&least_yet, closed, Ord::max), block);
        least.see_ways(&least_yet, slacks);
        (*distances, *from) = (least_yet, before);
    }
    least.take()
}

/// The nearest node that is not closed.
#[inline(always)]
pub(super) fn nearest<C: Cost>(distances: &[C], closed: &[C]) -> Found<C> {
    let mut least = Least::new();
    let blocks = distances.as_chunks::<LANES>().0.iter().zip(closed.as_chunks::<LANES>().0);
    for (block, (distances, closed)) in (0_u32..).zip(blocks) {
        least.see(&both(distances, closed, Ord::max), block);
    }
    least.take()
}

/// Members that [`better`] looks at together.
pub(super) const TOGETHER: usize = 4;

/// One who may move out of a node: who, what the node costs it now, and what every node would.
pub(super) type Member<'a, C> = (u32, C, &'a [C]);

/// Betters the cheapest moves out of a node by those of some members.
#[inline(always)]
pub(super) fn better<C: Cost>(members: [Member<'_, C>; TOGETHER], moves: &mut [C], who: &mut [u32]) {
    let blocks = moves.as_chunks_mut::<LANES>().0.iter_mut().zip(who.as_chunks_mut::<LANES>().0);
    let count = blocks.len();
    let rows = members.map(|(_, _, costs)| &costs.as_chunks::<LANES>().0[..count]);
    for (block, (moves, who)) in blocks.enumerate() {
        let (mut least, mut mover) = (*moves, *who);
        for at in 0..TOGETHER {
            let ((member, paid, _), costs) = (members[at], &rows[at][block]);
            for lane in 0..LANES {
                let cost = costs[lane] - paid;
                let better = cost < least[lane];
                least[lane] = if better { cost } else { least[lane] };
                mover[lane] = if better { member } else { mover[lane] };
            }
        }
        (*moves, *who) = (least, mover);
    }
}
