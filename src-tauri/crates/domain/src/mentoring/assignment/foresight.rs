//! Prices to begin with where everybody wants the same mentors. Any prices lead to the same optimum; good ones spare long
//! chains of moves.
//!
//! First guess: a mentor is dearer than the last one who is still needed by as much as the scores are better on average.
//! Then the prices go up where more participants want a mentor than there are places, and down where fewer do (the
//! subgradient of the dual problem), in steps that become smaller when nothing is gained.

use super::kernels::cheapest;
use super::scale::Cost;

/// Passes over all participants at most.
const PASSES: usize = 40;

/// Prices for mentors with so many places (the last node is "nobody"); `None` where few want the same ones.
#[inline(always)]
pub(super) fn prices<C: Cost>(costs: &[C], stride: usize, rooms: &[u32]) -> Option<Vec<C>> {
    let rows = costs.len() / stride;
    let mut prices = vec![C::ZERO; stride];
    let mut wanted = vec![0; stride];
    let mut least = demand(costs, &prices, rooms, &mut wanted);
    if least * 5 <= rows * 2 {
        return None;
    }
    let (mut trial, span) = average(costs, stride, rooms);
    let mut best_wanted = wanted.clone();
    let mut step = span / 32;
    for _ in 0..PASSES {
        let over = demand(costs, &trial, rooms, &mut wanted);
        if over < least {
            (least, prices) = (over, trial.clone());
            best_wanted.copy_from_slice(&wanted);
        } else {
            step /= 2;
        }
        if step == 0 || least * 50 <= rows {
            break;
        }
        for (node, room) in rooms.iter().enumerate().take(rooms.len() - 1) {
            let (wanted, room) = (i64::from(best_wanted[node]), i64::from(*room));
            let change = step * (wanted - room) / (wanted + room).max(1);
            trial[node] = C::of((prices[node].wide() + change).max(0));
        }
    }
    Some(prices)
}

/// Counts who wants each node most at these prices; gives how many want more than there are places.
#[inline(always)]
fn demand<C: Cost>(costs: &[C], prices: &[C], rooms: &[u32], wanted: &mut [u32]) -> usize {
    wanted.fill(0);
    for costs in costs.chunks_exact(prices.len()) {
        wanted[cheapest(costs, prices)] += 1;
    }
    let over = wanted.iter().zip(rooms).map(|(wanted, room)| wanted.saturating_sub(*room) as usize);
    over.take(rooms.len() - 1).sum()
}

/// Prices by the average cost of each mentor, and how far the averages lie apart.
fn average<C: Cost>(costs: &[C], stride: usize, rooms: &[u32]) -> (Vec<C>, i64) {
    let mentors = rooms.len() - 1;
    let mut sums = vec![(0_i64, 0_i64); mentors];
    for costs in costs.chunks_exact(stride) {
        for (cost, (sum, count)) in costs.iter().zip(&mut sums) {
            let allowed = !cost.is_far();
            *sum += if allowed { cost.wide() } else { 0 };
            *count += i64::from(allowed);
        }
    }
    let mut order: Vec<(i64, usize)> = Vec::with_capacity(mentors);
    order.extend(sums.iter().enumerate().filter(|(_, (_, count))| *count > 0).map(|(at, (sum, n))| (sum / n, at)));
    order.sort_unstable();
    let mut places = 0;
    let needed = (costs.len() / stride) as u64;
    let last = order.iter().find(|(_, mentor)| {
        places += u64::from(rooms[*mentor]);
        places >= needed
    });
    let last = last.or(order.last()).map_or(0, |(cost, _)| *cost);
    let mut prices = vec![C::ZERO; stride];
    order.iter().for_each(|(cost, mentor)| prices[*mentor] = C::of((last - cost).max(0)));
    (prices, last - order.first().map_or(last, |(cost, _)| *cost))
}
