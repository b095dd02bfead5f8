//! Choosing the best set under the ceilings, and what is behind the choice.

use super::plan_board::{Board, draft};
use crate::{App, Result};
use chrono::{DateTime, TimeDelta, Utc};
use domain::ids::{CeilingId, PlanId, PlanItemId};
use domain::planning::choice::Limit;
use domain::planning::plan::PlanItem;
use domain::planning::portfolio::{Choice, Forced, Portfolio, Unsolvable, forced, solve_from, worth};
use domain::refusal::{Code, Refusal};
use domain::safety::{Op, Outcome};
use serde::Serialize;
use specta::Type;
use std::sync::atomic::Ordering;
use store::planning::item as items;

/// How much more of a ceiling is asked about: one million rupiah.
const STEP: i64 = 1_000_000;
/// The longest time that may be given, in seconds.
const LONGEST: u16 = 600;

/// How far the work is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ChoiceProgress {
    /// What is being done.
    pub text: String,
    /// Questions that are answered.
    pub done: u32,
    /// Questions in all.
    pub total: u32,
}

/// What choosing came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Chosen {
    /// Nothing better exists; otherwise the best that was found in time.
    pub proven: bool,
    /// Value of what is chosen, in hundredths of a weighted level.
    pub value: i64,
    /// No choice is worth more than this.
    pub bound: i64,
    /// What may be missing to the best at the most, in hundredths of a percent, rounded up.
    pub gap: i64,
    /// Names of candidates that came in.
    pub joined: Vec<String>,
    /// Names of candidates that left.
    pub left: Vec<String>,
}

/// What it would take to bring a candidate in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct LeftOut {
    /// The candidate.
    pub item: PlanItemId,
    /// Where it does not fit beside what is chosen; empty where it would fit.
    pub lacks: Vec<String>,
    /// Value that the best choice with it loses; none where there is no such choice, or no time to find one.
    pub loss: Option<i64>,
    /// The loss is exact.
    pub proven: bool,
    /// Names of those that would leave.
    pub leaves: Vec<String>,
    /// Names of those that would come in beside it.
    pub joins: Vec<String>,
    /// Why there is no choice with it; empty where there is one.
    pub impossible: String,
}

/// What more of a ceiling would bring.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct CeilingWorth {
    /// The ceiling.
    pub ceiling: Option<CeilingId>,
    /// What it is called.
    pub label: String,
    /// Value gained by one million rupiah more.
    pub gained: i64,
    /// No choice gains more than this.
    pub bound: i64,
    /// `gained` is exact.
    pub proven: bool,
    /// What a million would bring if candidates could be taken in parts, in thousandths of a hundredth of a level.
    pub price: i64,
}

/// What is behind a choice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ChoiceExplanation {
    /// Value of what is chosen now.
    pub value: i64,
    /// The best that was found.
    pub best: i64,
    /// No choice is worth more than this.
    pub bound: i64,
    /// `best` is exact.
    pub proven: bool,
    /// What is chosen now keeps every limit.
    pub kept: bool,
    /// Candidates that were left out.
    pub left_out: Vec<LeftOut>,
    /// What one million rupiah more would bring, ceiling by ceiling.
    pub worth: Vec<CeilingWorth>,
    /// Time was over, or the work was stopped, before everything was answered.
    pub cut: bool,
}

/// Reads the clock for as long as some work may take, and hears the operator's word to stop.
struct Clock<'a> {
    app: &'a App,
    ends: DateTime<Utc>,
}

impl<'a> Clock<'a> {
    fn start(app: &'a App, seconds: u16) -> Result<Self> {
        if !(1..=LONGEST).contains(&seconds) {
            return Err(Refusal::field("seconds", format!("Waktu diisi 1 sampai {LONGEST} detik.")));
        }
        app.cancelled.store(false, Ordering::Relaxed);
        Ok(Self { app, ends: app.world.now().utc + TimeDelta::seconds(seconds.into()) })
    }

    fn cancelled(&self) -> bool {
        self.app.cancelled.load(Ordering::Relaxed)
    }

    fn over(&self) -> bool {
        self.cancelled() || self.app.world.now().utc >= self.ends
    }

    /// A part of the time that is left: as much for each of some questions.
    fn share(&self, questions: usize) -> DateTime<Utc> {
        let now = self.app.world.now().utc;
        let left = (self.ends - now).max(TimeDelta::zero());
        now + left / i32::try_from(questions.max(1)).unwrap_or(i32::MAX)
    }

    fn stop_at(&self, until: DateTime<Utc>) -> impl FnMut() -> bool + '_ {
        move || self.cancelled() || self.app.world.now().utc >= until
    }
}

/// Chooses anew. What is demanded, banned or locked stays; the choice before is where the search begins, so that a
/// search that is stopped early never makes it worse.
///
/// # Errors
/// Costs without a ceiling, limits that cannot be kept together, nothing to choose from ([`Code::NotAllowed`]); refused
/// `seconds`; the plan is approved, gone or was changed meanwhile.
pub fn choose(
    app: &App,
    plan: PlanId,
    seconds: u16,
    progress: &mut dyn FnMut(ChoiceProgress),
) -> Result<Outcome<Chosen>> {
    let clock = Clock::start(app, seconds)?;
    progress(ChoiceProgress { text: "Mencari pilihan terbaik".to_owned(), done: 0, total: 0 });
    let board = app.store.read(|read| {
        draft(read, plan)?;
        Board::read(read, plan, app.today())
    })?;
    let choice = solved(&board, &clock)?;
    let chosen = told(&board, &choice);
    let op = Op::new("planning.choose", "Pilih calon kelas");
    Ok(app.store.write(&app.actor()?, op, |tx| {
        let head = draft(tx, plan)?;
        let now = Board::read(tx, plan, app.today())?;
        if now.ground != board.ground || now.items != board.items {
            let message = "Rencana berubah selama dihitung. Hitung sekali lagi.";
            return Err(Refusal::new(Code::NotAllowed, message).into());
        }
        for (at, row) in board.items.iter().enumerate() {
            let wanted = choice.chosen.binary_search(&at).is_ok();
            if row.item.chosen != wanted {
                items::save(tx, &PlanItem { chosen: wanted, ..row.item.clone() })?;
            }
        }
        tx.describe(format!("Pilih {} dari {} calon, {}", choice.chosen.len(), board.items.len(), head.title()));
        Ok(chosen)
    })?)
}

/// The best choice, or why there is none.
fn solved(board: &Board, clock: &Clock<'_>) -> Result<Choice> {
    if board.items.is_empty() {
        return Err(Refusal::new(Code::NotAllowed, "Rencana ini belum punya calon kelas. Tambahkan dahulu."));
    }
    require_ceilings(board)?;
    let present = board.present();
    solve_from(&board.ground.problem, Some(&present.chosen), &mut clock.stop_at(clock.ends))
        .map_err(|reason| Refusal::new(Code::NotAllowed, unsolvable(board, reason)))
}

fn require_ceilings(board: &Board) -> Result<()> {
    let missing = board.unlimited();
    let Some(first) = missing.first() else { return Ok(()) };
    let more = if missing.len() > 1 { format!(" {} biaya lain juga.", missing.len() - 1) } else { String::new() };
    Err(Refusal::new(Code::NotAllowed, format!("{}{more}", first.text)))
}

/// Why there is no choice, and what to do.
fn unsolvable(board: &Board, reason: Unsolvable) -> String {
    match reason {
        Unsolvable::Row(row) => board.broken(row),
        Unsolvable::Together => "Semua batas tidak dapat dipenuhi sekaligus. Longgarkan kelompok unit, kunci, atau \
                                 kewajiban, atau naikkan pagu."
            .to_owned(),
        Unsolvable::NotFound => "Belum ditemukan pilihan yang memenuhi semua batas dalam waktu itu. Beri waktu lebih \
                                 lama atau longgarkan batas."
            .to_owned(),
        Unsolvable::Malformed(fault) => format!("Nilai atau biaya calon terlalu besar untuk dihitung ({fault})."),
    }
}

fn names(board: &Board, of: impl Iterator<Item = usize>) -> Vec<String> {
    of.map(|at| board.items[at].item.name.clone()).collect()
}

fn told(board: &Board, choice: &Choice) -> Chosen {
    let before = board.present();
    let new = choice.chosen.iter().copied().filter(|at| before.chosen.binary_search(at).is_err());
    let old = before.chosen.iter().copied().filter(|at| choice.chosen.binary_search(at).is_err());
    Chosen {
        proven: choice.proven,
        value: choice.value,
        bound: choice.bound,
        gap: gap(choice.value, choice.bound),
        joined: names(board, new),
        left: names(board, old),
    }
}

/// How far a value may be from the best, in hundredths of a percent of the bound, rounded up.
fn gap(value: i64, bound: i64) -> i64 {
    if bound <= 0 {
        return 0;
    }
    let missing = i128::from(bound.saturating_sub(value)) * 10_000;
    let bound = i128::from(bound);
    i64::try_from((missing + bound - 1) / bound).unwrap_or(i64::MAX)
}

/// Answers what is behind the present choice, within a time: whether there is a better one, what it would take to bring
/// in what was left out, and what one million rupiah more would bring for each ceiling.
///
/// # Errors
/// Costs without a ceiling or limits that cannot be kept at all ([`Code::NotAllowed`]); refused `seconds`;
/// [`Code::NotFound`].
pub fn explain(
    app: &App,
    plan: PlanId,
    seconds: u16,
    progress: &mut dyn FnMut(ChoiceProgress),
) -> Result<ChoiceExplanation> {
    let clock = Clock::start(app, seconds)?;
    let board = app.store.read(|read| Board::read(read, plan, app.today()))?;
    let present = board.present();
    let problem = &board.ground.problem;
    let kept = problem.allows(&present.chosen);
    let out: Vec<usize> = (0..board.items.len()).filter(|at| present.chosen.binary_search(at).is_err()).collect();
    let ceilings = ceiling_rows(&board);
    let total = 1 + out.len() + if kept { ceilings.len() } else { 0 };
    let mut done = 0;
    let mut tell = |text: &str| {
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        progress(ChoiceProgress { text: text.to_owned(), done: count(done), total: count(total) });
        done += 1;
    };
    tell("Memeriksa pilihan sekarang");
    require_ceilings(&board)?;
    let best = solve_from(problem, Some(&present.chosen), &mut clock.stop_at(clock.share(2)))
        .map_err(|reason| Refusal::new(Code::NotAllowed, unsolvable(&board, reason)))?;
    let base = Choice { bound: best.bound, proven: best.proven && best.value == present.value, ..present.clone() };
    let mut explanation = ChoiceExplanation {
        value: present.value,
        best: best.value,
        bound: best.bound,
        proven: best.proven,
        kept,
        left_out: Vec::new(),
        worth: Vec::new(),
        cut: false,
    };
    if kept {
        for (row, at) in ceilings {
            if clock.over() {
                explanation.cut = true;
                break;
            }
            tell("Menghitung nilai tambahan pagu");
            explanation.worth.extend(ceiling_worth(&board, &base, row, at, &clock, total - explanation.worth.len()));
        }
    }
    for (asked, at) in out.iter().enumerate() {
        tell("Menjelaskan yang tidak masuk");
        explanation.cut |= clock.over();
        explanation.left_out.push(left_out(&board, problem, &base, *at, &clock, out.len() - asked));
    }
    Ok(explanation)
}

/// Rows of the problem that are ceilings, each with its place among them.
fn ceiling_rows(board: &Board) -> Vec<(usize, usize)> {
    let rows = board.ground.limits.iter().enumerate();
    rows.filter_map(|(row, limit)| match limit {
        Limit::Ceiling(at) => Some((row, *at)),
        Limit::Alternative(_) | Limit::Group(_) | Limit::Jp(_) => None,
    })
    .collect()
}

fn ceiling_worth(
    board: &Board,
    base: &Choice,
    row: usize,
    at: usize,
    clock: &Clock<'_>,
    questions: usize,
) -> Option<CeilingWorth> {
    let worth = worth(&board.ground.problem, base, row, STEP, &mut clock.stop_at(clock.share(questions))).ok()?;
    let ceiling = &board.limits.ceilings[at];
    Some(CeilingWorth {
        ceiling: ceiling.id,
        label: ceiling.label(),
        gained: worth.gained,
        bound: worth.bound,
        proven: worth.proven,
        price: worth.price_thousandths,
    })
}

fn left_out(
    board: &Board,
    problem: &Portfolio,
    base: &Choice,
    at: usize,
    clock: &Clock<'_>,
    questions: usize,
) -> LeftOut {
    let mut line = LeftOut {
        item: board.items[at].item.id,
        lacks: board.lacks(at),
        loss: None,
        proven: false,
        leaves: Vec::new(),
        joins: Vec::new(),
        impossible: String::new(),
    };
    if clock.over() {
        return line;
    }
    match forced(problem, base, at, &mut clock.stop_at(clock.share(questions))) {
        Ok(Forced { choice, loss, leaves, joins }) => {
            line.loss = Some(loss);
            line.proven = choice.proven && base.proven;
            line.leaves = names(board, leaves.into_iter());
            line.joins = names(board, joins.into_iter());
        }
        Err(Unsolvable::NotFound) => {}
        Err(reason) => line.impossible = unsolvable(board, reason),
    }
    line
}
