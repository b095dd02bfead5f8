//! A programme with all four levels of evaluation on one page: what participants thought of it, what they learnt, what
//! they do differently, what their units have of it; what it cost, and the service figures before and after.

use super::impact::{Impact, ImpactOf, impact_of};
use crate::{App, Result};
use chrono::NaiveDate;
use domain::classes::attendance::Mark;
use domain::evaluation::rupiah;
use domain::evaluation::tally::share;
use domain::ids::{ClassId, ProgrammeId, SessionId};
use domain::people::name::tidy;
use domain::refusal::Fields;
use domain::safety::{Op, Outcome};
use domain::score::{divide_half_away, quotient};
use serde::Serialize;
use specta::Type;
use std::collections::BTreeMap;
use store::Read;
use store::evaluation::programme as sums;
pub use store::evaluation::programme::ProgrammeClass;
use store::evaluation::programme::{ClassLine, Sum};

/// Months that the page looks at before and after the classes.
const MONTHS: u8 = 12;

/// A level of evaluation that sheets answer; never a figure without how many answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Type)]
pub struct Level {
    /// Sheets that are there.
    pub n: u32,
    /// Sheets that there should be.
    pub expected: u32,
    /// The ones of the others in whole percent.
    pub share: Option<u32>,
    /// Mean of all marks as part of their scales, in hundredths of a percent.
    pub percent: Option<i32>,
}

/// The second level: frozen results and tests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Type)]
pub struct Learning {
    /// Participants with a frozen result.
    pub n: u32,
    /// Participants who have not left, of all classes.
    pub expected: u32,
    /// The ones of the others in whole percent.
    pub share: Option<u32>,
    /// Of those with a result: passed.
    pub passed: u32,
    /// Mean of the frozen scores, in hundredths of a point.
    pub score: Option<i32>,
    /// Participants with a score before and after.
    pub tested: u32,
    /// Mean of their scores before, in hundredths of a point.
    pub before: Option<i32>,
    /// Mean of their scores after, in hundredths of a point.
    pub after: Option<i32>,
}

/// The four levels (Kirkpatrick).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Type)]
pub struct Levels {
    /// What participants thought of it; only of rounds with at least five sheets.
    pub reaction: Level,
    /// What they learnt.
    pub learning: Learning,
    /// What they do differently at work.
    pub behaviour: Level,
    /// What their units have of it.
    pub effect: Level,
}

/// A programme in the overview.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ProgrammeLine {
    /// The programme.
    pub id: ProgrammeId,
    /// Name.
    pub name: String,
    /// Classes.
    pub classes: u32,
    /// Participants who have not left.
    pub participants: u32,
    /// The levels.
    pub levels: Levels,
}

/// What a programme cost. Only classes whose cost is known are in the sums and in what they are divided by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Type)]
pub struct ProgrammeCost {
    /// Sum in whole rupiah.
    pub amount: i64,
    /// Classes whose cost is known.
    pub classes: u32,
    /// By participant who has not left, rounded to whole rupiah.
    pub per_person: Option<i64>,
    /// By participant and JP, rounded to whole rupiah.
    pub per_person_jp: Option<i64>,
}

/// A programme on one page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ProgrammePage {
    /// The programme.
    pub id: ProgrammeId,
    /// Name.
    pub name: String,
    /// Its classes, the latest first.
    pub classes: Vec<ProgrammeClass>,
    /// Participants who have not left, of all classes.
    pub participants: u32,
    /// JP of the subjects of all classes.
    pub jp: u32,
    /// The levels.
    pub levels: Levels,
    /// Rounds of participants' judgement with too few sheets to be shown.
    pub hidden_rounds: u32,
    /// What it cost.
    pub cost: ProgrammeCost,
    /// Service figures of the participants' units.
    pub impact: Impact,
}

/// Programmes with classes by name, each with its four levels.
///
/// # Errors
/// The store fails.
pub fn programme_lines(app: &App) -> Result<Vec<ProgrammeLine>> {
    let today = app.today();
    Ok(app.store.read(|read| {
        let mut classes: BTreeMap<ProgrammeId, Vec<ClassLine>> = BTreeMap::new();
        for line in sums::classes(read, None)? {
            classes.entry(line.programme).or_default().push(line);
        }
        let (rounds, _) = sums::rounds(read, None)?;
        let mut reactions: BTreeMap<ProgrammeId, Sum> = BTreeMap::new();
        let mut present = Present::default();
        for round in &rounds {
            let expected = present.of(read, round)?;
            add_round(reactions.entry(round.programme).or_default(), round, expected);
        }
        let followups = sums::followups(read, None, today)?;
        let known = store::classes::programme::list(read, true)?;
        let line = |programme: store::classes::programme::Line| {
            let classes = classes.get(&programme.id)?;
            let reaction = reactions.get(&programme.id).copied().unwrap_or_default();
            let followup = followups.get(&programme.id).copied().unwrap_or_default();
            Some(ProgrammeLine {
                id: programme.id,
                name: programme.name,
                classes: crate::classes::count(classes.len()),
                participants: classes.iter().map(|line| line.class.participants).sum(),
                levels: levels(classes, reaction, followup),
            })
        };
        Ok(known.into_iter().filter_map(line).collect())
    })?)
}

/// A programme on one page.
///
/// # Errors
/// [`domain::refusal::Code::NotFound`].
pub fn programme_page(app: &App, id: ProgrammeId) -> Result<ProgrammePage> {
    let today = app.today();
    Ok(app.store.read(|read| {
        let name = crate::classes::stored_programme(read, id)?.name;
        let classes = sums::classes(read, Some(id))?;
        let (rounds, hidden_rounds) = sums::rounds(read, Some(id))?;
        let mut reaction = Sum::default();
        let mut present = Present::default();
        for round in &rounds {
            let expected = present.of(read, round)?;
            add_round(&mut reaction, round, expected);
        }
        let followup = sums::followups(read, Some(id), today)?.remove(&id).unwrap_or_default();
        Ok(ProgrammePage {
            id,
            name,
            participants: classes.iter().map(|line| line.class.participants).sum(),
            jp: classes.iter().map(|line| line.class.jp).sum(),
            levels: levels(&classes, reaction, followup),
            hidden_rounds,
            cost: cost(&classes),
            impact: impact_of(read, ImpactOf::Programme { id }, MONTHS, today)?,
            classes: classes.into_iter().map(|line| line.class).collect(),
        })
    })?)
}

/// How many could have answered a round; rounds of one class and session share the number.
#[derive(Default)]
struct Present {
    counted: BTreeMap<NaiveDate, Vec<Mark>>,
    known: BTreeMap<(ClassId, Option<SessionId>), u32>,
}

impl Present {
    fn of(&mut self, read: &Read<'_>, round: &sums::RoundSum) -> store::Result<u32> {
        if let Some(known) = self.known.get(&(round.class, round.session)) {
            return Ok(*known);
        }
        let counted = match self.counted.get(&round.starts) {
            Some(counted) => counted.clone(),
            None => store::office::counted_marks(read, round.starts)?,
        };
        let present = store::evaluation::feedback::present(read, round.class, round.session, &counted)?;
        self.counted.insert(round.starts, counted);
        self.known.insert((round.class, round.session), present);
        Ok(present)
    }
}

fn add_round(sum: &mut Sum, round: &sums::RoundSum, expected: u32) {
    sum.sheets += round.sheets;
    sum.expected += expected;
    sum.reached.absorb(round.reached);
}

fn level(sum: Sum) -> Level {
    Level {
        n: sum.sheets,
        expected: sum.expected,
        share: share(sum.sheets, sum.expected),
        percent: sum.reached.percent(),
    }
}

fn levels(classes: &[ClassLine], reaction: Sum, followup: sums::FollowUpSum) -> Levels {
    Levels {
        reaction: level(reaction),
        learning: learning(classes),
        behaviour: level(followup.behaviour),
        effect: level(followup.effect),
    }
}

fn learning(classes: &[ClassLine]) -> Learning {
    let total = |of: fn(&ClassLine) -> u32| classes.iter().map(of).sum::<u32>();
    let sum = |of: fn(&ClassLine) -> i64| classes.iter().map(of).sum::<i64>();
    let n = total(|line| line.class.passed + line.failed);
    let expected = total(|line| line.class.participants);
    let tested = total(|line| line.tested);
    Learning {
        n,
        expected,
        share: share(n, expected),
        passed: total(|line| line.class.passed),
        score: quotient(sum(|line| line.score_sum), total(|line| line.scored)),
        tested,
        before: quotient(sum(|line| line.before_sum), tested),
        after: quotient(sum(|line| line.after_sum), tested),
    }
}

fn cost(classes: &[ClassLine]) -> ProgrammeCost {
    let known: Vec<(&ProgrammeClass, i64)> =
        classes.iter().filter_map(|line| Some((&line.class, line.class.cost?))).collect();
    let amount: i64 = known.iter().map(|(_, cost)| cost).sum();
    let people: i64 = known.iter().map(|(class, _)| i64::from(class.participants)).sum();
    let person_jp: i64 = known.iter().map(|(class, _)| i64::from(class.participants) * i64::from(class.jp)).sum();
    let by = |parts: i64| (parts > 0).then(|| divide_half_away(amount, parts));
    ProgrammeCost {
        amount,
        classes: crate::classes::count(known.len()),
        per_person: by(people),
        per_person_jp: by(person_jp),
    }
}

/// What a class cost, as its form shows it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Type)]
pub struct ClassCost {
    /// In whole rupiah; none while nobody has said.
    pub amount: Option<i64>,
    /// Where the figure comes from.
    pub note: String,
    /// What the realisation of the plan says was paid for it, in whole rupiah; it goes before `amount`.
    pub paid: Option<i64>,
}

/// What a class cost.
///
/// # Errors
/// [`domain::refusal::Code::NotFound`].
pub fn class_cost(app: &App, class: ClassId) -> Result<ClassCost> {
    Ok(app.store.read(|read| {
        crate::classes::stored(read, class)?;
        let found = store::evaluation::cost::get(read, class)?;
        let paid = store::planning::realisation::paid_for(read, class)?;
        let (amount, note) = found.map_or((None, String::new()), |(amount, note)| (Some(amount), note));
        Ok(ClassCost { amount, note, paid })
    })?)
}

/// Saves what a class cost, typed in rupiah (`12.500.000`, with or without `Rp`); an empty amount takes it away. A closed
/// class may have it too: bills come late.
///
/// # Errors
/// Refused fields; [`domain::refusal::Code::NotFound`].
pub fn save_class_cost(app: &App, class: ClassId, amount: &str, note: &str) -> Result<Outcome<()>> {
    let mut fields = Fields::new();
    let typed = rupiah::parse(amount);
    let amount = fields.take("amount", typed).flatten();
    let note = tidy(note);
    if amount.is_none() && !note.is_empty() {
        fields.refuse("amount", "Isi biayanya, atau kosongkan juga keterangannya.");
    }
    fields.finish()?;
    Ok(app.store.write(&app.actor()?, Op::new("evaluation.save_class_cost", "Biaya kelas"), |tx| {
        let title = crate::classes::title(&crate::classes::stored(tx, class)?);
        tx.describe(match amount {
            Some(amount) => format!("Biaya {title}: {}", rupiah::local(amount)),
            None => format!("Hapus biaya {title}"),
        });
        store::evaluation::cost::set(tx, class, amount, &note)
    })?)
}
