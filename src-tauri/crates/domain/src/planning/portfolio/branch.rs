//! The search.

use super::{Choice, Portfolio, Unsolvable};

/// Depth first over the candidates, each bound being the sum of what is left.
pub(super) fn solve(
    problem: &Portfolio,
    known: Option<&[usize]>,
    stop: &mut dyn FnMut() -> bool,
) -> Result<Choice, Unsolvable> {
    let mut best = known.map(|known| (problem.value(known), known.to_vec()));
    let mut open = vec![(0, Vec::new(), 0_i64)];
    let rest: Vec<i64> = (0..=problem.values.len()).map(|at| problem.values[at..].iter().sum()).collect();
    let mut late = false;
    let mut bound = 0;
    while let Some((at, chosen, value)) = open.pop() {
        late = late || stop();
        if late {
            bound = bound.max(value + rest[at]);
            continue;
        }
        if at == problem.values.len() {
            if problem.allows(&chosen) && best.as_ref().is_none_or(|(known, _)| value > *known) {
                best = Some((value, chosen));
            }
            continue;
        }
        let over = |row: &super::Row| row.most.is_some_and(|most| row.sum(&chosen) > most);
        if best.as_ref().is_some_and(|(known, _)| value + rest[at] <= *known) || problem.rows.iter().any(over) {
            continue;
        }
        if problem.fixed[at] != Some(true) {
            open.push((at + 1, chosen.clone(), value));
        }
        if problem.fixed[at] != Some(false) {
            open.push((at + 1, [&chosen[..], &[at]].concat(), value + problem.values[at]));
        }
    }
    match best {
        Some((value, chosen)) => {
            let bound = bound.max(value);
            Ok(Choice { chosen, value, bound, proven: bound == value })
        }
        None if late => Err(Unsolvable::NotFound),
        None => Err(Unsolvable::Together),
    }
}
