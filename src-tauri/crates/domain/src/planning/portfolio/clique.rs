//! Sets of which at most one can be chosen because any two of them break a row together. As rows of their own they bring
//! the relaxation much nearer to the truth where many rows hold few candidates each, such as the JP of single persons.

/// Sets that are made at the most, for each candidate.
const SETS: usize = 3;
/// Beyond so many candidates no sets are looked for.
const CANDIDATES: usize = 2_000;

/// Finds sets that cover every pair that breaks a row: `rows` are coefficients with the largest sum, `liked` is a rank of
/// the candidates by which sets grow. Sets are in order of their candidates; those of two are left out where a row of
/// just these two says the same.
pub(super) fn cliques(count: usize, rows: &[(&[(usize, i64)], i64)], liked: &[usize]) -> Vec<Vec<usize>> {
    if count > CANDIDATES {
        return Vec::new();
    }
    let width = count.div_ceil(64);
    let mut near = vec![0_u64; count * width];
    for (uses, most) in rows {
        // Only who takes more than what the largest other leaves can break the row with somebody.
        let mut large: Vec<(usize, i64)> = uses.to_vec();
        large.sort_by_key(|(at, coefficient)| (std::cmp::Reverse(*coefficient), *at));
        for (first, (one, coefficient)) in large.iter().enumerate() {
            let broken = large[first + 1..].iter().take_while(|(_, other)| coefficient.saturating_add(*other) > *most);
            for (other, _) in broken {
                near[one * width + other / 64] |= 1 << (other % 64);
                near[other * width + one / 64] |= 1 << (one % 64);
            }
        }
    }
    grow(count, &near, liked)
}

/// Covers the pairs with sets, each grown greedily from a pair that no set covers yet.
fn grow(count: usize, near: &[u64], liked: &[usize]) -> Vec<Vec<usize>> {
    let width = count.div_ceil(64);
    let holds = |set: &[u64], at: usize| set[at / 64] >> (at % 64) & 1 == 1;
    let mut open = near.to_vec();
    let mut sets = Vec::new();
    for one in liked {
        while let Some(other) = liked.iter().copied().find(|other| holds(&open[one * width..(one + 1) * width], *other))
        {
            if sets.len() >= SETS * count {
                return sets;
            }
            let mut set = vec![*one, other];
            let line = |at: usize| &near[at * width..(at + 1) * width];
            let mut common: Vec<u64> = line(*one).iter().zip(line(other)).map(|(one, other)| one & other).collect();
            // Pairs that are open first, then whoever else is near to all.
            for only_open in [true, false] {
                for at in liked.iter().copied() {
                    let new = holds(&common, at)
                        && (!only_open || holds(&open[one * width..(one + 1) * width], at))
                        && !set.contains(&at);
                    if new {
                        set.push(at);
                        common.iter_mut().zip(line(at)).for_each(|(common, near)| *common &= near);
                    }
                }
            }
            for (one, other) in set.iter().flat_map(|one| set.iter().map(move |other| (*one, *other))) {
                open[one * width + other / 64] &= !(1 << (other % 64));
            }
            set.sort_unstable();
            sets.push(set);
        }
    }
    sets
}
