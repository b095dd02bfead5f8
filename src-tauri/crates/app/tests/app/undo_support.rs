//! What the tests share that do anything and take it back.

use app::{App, Result, safety};
use domain::refusal::{Code, Refusal};
use proptest::prelude::*;
use std::fmt::Debug;

/// `PROPTEST_CASES` or this many, of which failing ones are made shorter for a while.
pub(crate) fn runs(usually: u32) -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(usually);
    ProptestConfig { cases, max_shrink_iters: 200, ..ProptestConfig::default() }
}

/// There is nothing of the kind to do it to.
pub(crate) fn none() -> Refusal {
    Refusal::new(Code::NotFound, "tidak ada")
}

/// One of a list, whatever the number; refused when it is empty.
pub(crate) fn at<T>(mut list: Vec<T>, number: usize) -> Result<T> {
    if list.is_empty() {
        return Err(none());
    }
    let at = number % list.len();
    Ok(list.swap_remove(at))
}

/// Operations in the journal.
pub(crate) fn total(app: &App) -> u32 {
    safety::journal(app, 0, 1).unwrap().total
}

/// Operations since there were `start` that have not been taken back.
pub(crate) fn depth(app: &App, start: u32) -> usize {
    let page = safety::journal(app, 0, 500).unwrap();
    let since = usize::try_from(page.total - start).unwrap();
    page.rows.iter().take(since).filter(|row| !row.undone && !row.undoes).count()
}

/// A step is done, or it is refused by a rule: then nothing was written since there were `written` operations.
pub(crate) fn done_or_refused(
    app: &App,
    written: u32,
    step: impl Debug,
    done: Result<()>,
) -> std::result::Result<(), TestCaseError> {
    if let Err(refusal) = done {
        prop_assert_ne!(refusal.code, Code::Internal, "{:?}: {}", step, refusal.message);
        prop_assert_eq!(total(app), written, "{:?} was refused and wrote: {}", step, refusal.message);
    }
    Ok(())
}
