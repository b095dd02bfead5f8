//! The best worst pair: the largest threshold at which there are still as many pairs and as little shortfall.

use super::network::Network;
use super::problem::{Fault, Ground};
use super::scale::{Cost, Scale};

/// What an assignment reaches in numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Reach {
    pairs: usize,
    filled: u64,
}

/// The largest smallest weight of the pairs that are not locked, with the smallest shortfall and the most pairs; `None`
/// where there is no such pair. A guess that is right saves most of the search.
pub(super) fn threshold(ground: &Ground<'_>, guess: Option<i64>) -> Result<Option<i64>, Fault> {
    let scale = Scale::of_numbers(ground)?;
    let (goal, smallest) = probe(ground, scale, None);
    let (Some(mut low), Some((_, mut high))) = (smallest, ground.range()) else { return Ok(None) };
    let mut tries = guess.into_iter().chain(guess.map(|guess| guess + 1));
    while low < high {
        let middle = low + (high - low + 1) / 2;
        let at = tries.find(|at| (low + 1..=high).contains(at)).unwrap_or(middle);
        let (reach, smallest) = probe(ground, scale, Some(at));
        if reach == goal {
            low = smallest.unwrap_or(at);
        } else {
            high = at - 1;
        }
    }
    Ok(Some(low))
}

/// The numbers that are reached with pairs of at least the threshold, and the smallest weight among those found.
fn probe(ground: &Ground<'_>, scale: Scale, threshold: Option<i64>) -> (Reach, Option<i64>) {
    if scale.fits::<i32>() {
        reach(ground, Network::<i32>::new(ground, scale, threshold))
    } else {
        reach(ground, Network::<i64>::new(ground, scale, threshold))
    }
}

fn reach<C: Cost>(ground: &Ground<'_>, mut network: Network<C>) -> (Reach, Option<i64>) {
    network.fill();
    let mut loads = ground.taken.clone();
    let (mut pairs, mut smallest) = (0, None);
    for (row, mentee) in ground.free().enumerate() {
        let node = network.node(row);
        let Some(weight) = (node < network.nobody()).then(|| ground.weight(mentee, node)).flatten() else { continue };
        loads[node] += 1;
        pairs += 1;
        smallest = Some(smallest.map_or(weight, |least: i64| least.min(weight)));
    }
    let filled =
        loads.iter().zip(&ground.problem.mentors).map(|(load, places)| u64::from(*load.min(&places.min))).sum();
    (Reach { pairs, filled }, smallest)
}
