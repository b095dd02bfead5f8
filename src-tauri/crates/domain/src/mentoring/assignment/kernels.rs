//! The loops that take the time, written so that the compiler turns them into vector instructions: whole blocks of
//! [`LANES`] columns, no early end, choices instead of branches. They give the same on every machine.
//!
//! All slices of one call are equally long, a multiple of [`LANES`].

use super::scale::Cost;

/// Columns of one block.
pub(super) const LANES: usize = 16;

/// The smallest open distance so far in each lane, the block in which it stands, and the cheapest way that ends there.
struct Least<C> {
    key: [C; LANES],
    block: [u32; LANES],
    way: [C; LANES],
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
    fn see(&mut self, lane: usize, key: C, block: u32) {
        let better = key < self.key[lane];
        self.key[lane] = if better { key } else { self.key[lane] };
        self.block[lane] = if better { block } else { self.block[lane] };
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
        for lane in 0..LANES {
            distances[lane] = costs[lane] + prices[lane];
            from[lane] = u32::MAX;
            least.see(lane, distances[lane], block);
            least.way[lane] = least.way[lane].min(distances[lane] + slacks[lane]);
        }
    }
    least.take()
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
        for lane in 0..LANES {
            let distance = base + moves[lane] + prices[lane];
            let better = distance < distances[lane];
            let distance = if better { distance } else { distances[lane] };
            distances[lane] = distance;
            from[lane] = if better { source } else { from[lane] };
            least.see(lane, distance.max(closed[lane]), block);
            least.way[lane] = least.way[lane].min(distance + slacks[lane]);
        }
    }
    least.take()
}

/// The nearest node that is not closed.
#[inline(always)]
pub(super) fn nearest<C: Cost>(distances: &[C], closed: &[C]) -> Found<C> {
    let mut least = Least::new();
    let blocks = distances.as_chunks::<LANES>().0.iter().zip(closed.as_chunks::<LANES>().0);
    for (block, (distances, closed)) in (0_u32..).zip(blocks) {
        for lane in 0..LANES {
            least.see(lane, distances[lane].max(closed[lane]), block);
        }
    }
    least.take()
}

/// Betters the cheapest moves out of a node by those of one member, who pays `paid` now.
#[inline(always)]
pub(super) fn better<C: Cost>((member, paid): (u32, C), costs: &[C], moves: &mut [C], who: &mut [u32]) {
    let outs = moves.as_chunks_mut::<LANES>().0.iter_mut().zip(who.as_chunks_mut::<LANES>().0);
    for (costs, (moves, who)) in costs.as_chunks::<LANES>().0.iter().zip(outs) {
        for lane in 0..LANES {
            let cost = costs[lane] - paid;
            let better = cost < moves[lane];
            moves[lane] = if better { cost } else { moves[lane] };
            who[lane] = if better { member } else { who[lane] };
        }
    }
}
