//! The schedule of the search: placing, then rounds of annealing, each longer than the one before.

use super::alone;
use super::anneal;
use super::audit::audit;
use super::chance::{Chance, Heat};
use super::place::{self, Push};
use super::problem::{Fault, Problem};
use super::result::{Cost, Timetable};
use super::rooms;
use super::state::State;
use super::table::Table;

/// How much work the search may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Effort {
    /// Moves: tries to change something, whether they are accepted or not.
    pub moves: u64,
}

/// Moves between two questions whether to stop.
const ASK: u64 = 256;
/// Moves of the first annealing, for each session, and at least.
const FIRST_ROUND: u64 = 512;
const SHORTEST_ROUND: u64 = 4096;
/// Temperatures of a round, and the factor (in 1/65536) from one to the next: 200 of them cool to a thousandth.
const STAGES: u64 = 200;
const COOLING: u64 = 63_312;
/// The first temperature of a round, and that of placing classes afresh, in hundredths of the mean change of a move.
const HOT: u64 = 35;
const WARM: u64 = 10;
/// What placing one class afresh counts for, in moves.
const AFRESH: u64 = 64;
/// How often a round tries to push somebody in who has no place, in moves for each session.
const PUSHES: u64 = 100;

/// Makes a timetable. `stop` is asked now and then and ends the work early when it says yes; the sessions are placed as
/// well as one pass can even then.
///
/// # Errors
/// What is wrong with the problem, by name; see [`Fault`]. Sessions for which no place was found are no error: they are
/// named in [`Timetable::violations`].
pub fn solve(problem: &Problem, effort: Effort, stop: &mut dyn FnMut() -> bool) -> Result<Timetable, Fault> {
    problem.check()?;
    let table = Table::new(problem);
    let mut search = Search::new(&table, effort, stop);
    search.run();
    let placements = rooms::chosen(&table, &search.best.sessions);
    let (classes, violations) = audit(problem, &placements);
    let cost = classes.iter().fold(Cost::default(), |sum, class| Cost {
        busy: sum.busy + class.cost.busy,
        spread: sum.spread + class.cost.spread,
    });
    debug_assert_eq!(cost.total(), search.best.worth.1, "the cost kept up to date is the cost counted afresh");
    Ok(Timetable {
        room_changes: rooms::changes(&placements),
        placements,
        cost,
        bound: search.bound,
        classes,
        violations,
        placed_after: search.placed_after,
        moves: search.moves,
    })
}

/// The best timetable so far.
struct Best {
    /// Lacking sessions, then cost.
    worth: (usize, i64),
    /// Free sessions (class, slot), sorted.
    sessions: Vec<(usize, usize)>,
}

struct Search<'a, 'b> {
    state: State<'a>,
    best: Best,
    bound: i64,
    chance: Chance,
    heat: Heat,
    effort: Effort,
    stop: &'b mut dyn FnMut() -> bool,
    moves: u64,
    asked: u64,
    placed_after: Option<u64>,
}

impl<'a, 'b> Search<'a, 'b> {
    fn new(table: &'a Table<'a>, effort: Effort, stop: &'b mut dyn FnMut() -> bool) -> Self {
        let mut state = State::new(table);
        place::one_by_one(&mut state);
        let best = Best { worth: state.worth(), sessions: state.sessions() };
        Self {
            state,
            best,
            bound: alone::bound(table),
            chance: Chance::new(5),
            heat: Heat::new(),
            effort,
            stop,
            moves: 0,
            asked: 0,
            placed_after: None,
        }
    }

    /// Counts moves before they are made. False where they may not be made any more.
    fn may_move(&mut self, moves: u64) -> bool {
        if self.effort.moves - self.moves < moves {
            self.effort.moves = self.moves;
            return false;
        }
        if self.moves >= self.asked {
            self.asked = self.moves + ASK;
            if (self.stop)() {
                self.effort.moves = self.moves;
                return false;
            }
        }
        self.moves += moves;
        true
    }

    /// Keeps the present timetable if it is the best.
    fn keep(&mut self) {
        if self.state.lacking == 0 && self.placed_after.is_none() {
            self.placed_after = Some(self.moves);
        }
        if self.state.worth() < self.best.worth {
            self.best = Best { worth: self.state.worth(), sessions: self.state.sessions() };
        }
    }

    /// Whether nothing can become better.
    fn is_done(&self) -> bool {
        self.best.worth.0 == 0 && self.best.worth.1 <= self.bound
    }

    fn run(&mut self) {
        self.keep();
        self.push();
        let sessions: usize = self.state.table.sessions.iter().sum();
        let mut length = (sessions as u64 * FIRST_ROUND).max(SHORTEST_ROUND);
        while !self.is_done() && self.round(length) {
            length = length.saturating_mul(2);
        }
    }

    /// Pushes sessions in that have no place, for a while. False where the work is over.
    fn push(&mut self) -> bool {
        let mut push = Push::new(self.state.table.classes);
        let sessions: usize = self.state.table.sessions.iter().sum();
        for _ in 0..sessions as u64 * PUSHES {
            if self.state.lacking == 0 {
                break;
            }
            if !self.may_move(1) {
                return false;
            }
            push.step(&mut self.state, &mut self.chance);
            self.keep();
        }
        true
    }

    /// One round from the best timetable: annealing, then placing classes afresh, as many moves each. False where the work
    /// is over.
    fn round(&mut self, length: u64) -> bool {
        self.state.restore(&self.best.sessions);
        if self.best.worth.0 > 0 && !self.push() {
            return false;
        }
        let change = self.change();
        self.heat.set(change / 100 * HOT);
        for _ in 0..STAGES {
            for _ in 0..(length / STAGES) {
                if !self.may_move(1) {
                    return false;
                }
                anneal::step(&mut self.state, &mut self.chance, &self.heat);
                if self.state.worth() < self.best.worth {
                    self.keep();
                }
            }
            self.heat.cool(COOLING);
        }
        self.heat.set(change / 100 * WARM);
        self.polish() && self.afresh(length) && self.polish()
    }

    /// Places classes afresh, two at the most at once, at one temperature.
    fn afresh(&mut self, length: u64) -> bool {
        for _ in 0..length / (2 * AFRESH) {
            if !self.may_move(2 * AFRESH) {
                return false;
            }
            let threshold = self.heat.threshold(&mut self.chance);
            alone::anew(&mut self.state, &mut self.chance, threshold);
            self.keep();
        }
        true
    }

    /// The mean change of a move, in thousandths.
    fn change(&mut self) -> u64 {
        let (mut sum, mut count) = (0_u64, 0_u64);
        for _ in 0..1024 {
            let placed = self.state.placed.len();
            let Some(&(class, from)) = self.state.placed.get(self.chance.below(placed)) else { return 0 };
            if let Some(to) = anneal::target(&self.state, &mut self.chance, class, from) {
                sum += self.state.change(class, from, to).unsigned_abs();
                count += 1;
            }
        }
        u64::try_from(u128::from(sum) * 1000 / u128::from(count.max(1))).unwrap_or(u64::MAX)
    }

    /// Places class after class at its best among the others until nothing gets better.
    fn polish(&mut self) -> bool {
        loop {
            let before = self.state.worth();
            for class in 0..self.state.table.classes {
                if !self.may_move(AFRESH) {
                    return false;
                }
                alone::replace(&mut self.state, class);
                self.keep();
            }
            if self.state.worth() >= before {
                return true;
            }
        }
    }
}
