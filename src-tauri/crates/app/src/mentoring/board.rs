//! The board of a class: mentors, participants, and whom the present proposal gives to whom.

use super::ground::{Ground, Seat, mentors_of, solved};
use crate::classes::{count, open_class, title};
use crate::{App, Result};
use chrono::NaiveDate;
use domain::ids::{ClassId, EnrolmentId, MentorId, RunId};
use domain::mentoring::assignment::Scores;
use domain::mentoring::facts::{MenteeFacts, MentorFacts};
use domain::mentoring::readiness;
use domain::mentoring::rules::HardRule;
use domain::mentoring::settings::{Keep, MentoringSettings};
use domain::safety::{Op, Outcome};
use serde::Serialize;
use specta::Type;
use std::collections::BTreeMap;

/// Something that is missing before a good run. Of a mentor or of a participant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Lack {
    /// The mentor who lacks it.
    pub mentor: Option<MentorId>,
    /// The participant who lacks it.
    pub enrolment: Option<EnrolmentId>,
    /// Who it is.
    pub name: String,
    /// What is missing and what follows, one sentence.
    pub sentence: String,
}

/// The run on the board.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct BoardRun {
    /// Its id.
    pub id: RunId,
    /// Number within the class.
    pub number: u32,
    /// Day on which it was made.
    pub made_on: NaiveDate,
    /// Day of approval; none while it is a proposal.
    pub approved_on: Option<NaiveDate>,
}

/// A mentor on the board.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct BoardMentor {
    /// Its id.
    pub id: MentorId,
    /// Name with titles.
    pub name: String,
    /// Rank, position and unit in one line.
    pub detail: String,
    /// Fewest participants, running pairs elsewhere among them.
    pub fewest: u32,
    /// Most participants, running pairs elsewhere among them.
    pub most: u32,
    /// Running pairs outside this class.
    pub elsewhere: u32,
}

/// A participant on the board.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct BoardMentee {
    /// The place in the class.
    pub enrolment: EnrolmentId,
    /// Name with titles.
    pub name: String,
    /// Rank, position and unit in one line.
    pub detail: String,
}

/// Whom the run gives to a participant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct BoardPlace {
    /// The place in the class.
    pub enrolment: EnrolmentId,
    /// The mentor; none when unpaired.
    pub mentor: Option<MentorId>,
    /// Stays at every re-run.
    pub locked: bool,
    /// Score in points times weights; none when unpaired or forbidden.
    pub score: Option<i32>,
    /// Why this pair is good, or why nobody was found; one sentence.
    pub sentence: String,
    /// The mentor in the run before.
    pub before: Option<MentorId>,
    /// Differs from the run before.
    pub changed: bool,
    /// Rules that the pair breaks under the settings of today, one sentence each.
    pub broken: Vec<String>,
}

/// A run compared with the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
pub struct Versus {
    /// Pairs of the run before that stand.
    pub kept: u32,
    /// Pairs that the run before had.
    pub of: u32,
    /// What the total loses against the optimum without regard for the pairs of before; 0 or more.
    pub given_up: i64,
}

/// The board of a class.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Board {
    /// Rules, weights and aim.
    pub settings: MentoringSettings,
    /// Score of a pair that has all points.
    pub highest: i32,
    /// What is missing before a good run.
    pub lacks: Vec<Lack>,
    /// The newest run; none before the first.
    pub run: Option<BoardRun>,
    /// Mentors who can be given, by name.
    pub mentors: Vec<BoardMentor>,
    /// Participants in the order of enrolment.
    pub mentees: Vec<BoardMentee>,
    /// One line for each participant, in the same order.
    pub places: Vec<BoardPlace>,
    /// Sum of the scores of the pairs.
    pub total: i64,
    /// Pairs on the board.
    pub pairs: u32,
    /// Total of the optimum under the present settings and locks.
    pub best: i64,
    /// Compared with the run before; none for the first run.
    pub before: Option<Versus>,
    /// Participants without running pair whose last one ended because the mentor left or was stopped.
    pub orphans: Vec<EnrolmentId>,
    /// Approved pairs of the class that run.
    pub running: u32,
}

/// A participant who gets another mentor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct MoveRow {
    /// The place in the class.
    pub enrolment: EnrolmentId,
    /// Name with titles.
    pub name: String,
    /// The mentor until now; none when unpaired.
    pub from_mentor: Option<MentorId>,
    /// Name of the mentor until now; none when unpaired.
    pub from: Option<String>,
    /// The mentor from then on; none when unpaired.
    pub to_mentor: Option<MentorId>,
    /// Name of the mentor from then on; none when unpaired.
    pub to: Option<String>,
}

/// What a run with other settings would come to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Preview {
    /// Pairs.
    pub pairs: u32,
    /// Sum of their scores.
    pub total: i64,
    /// Score of a pair that has all points, under these settings.
    pub highest: i32,
    /// Who would get another mentor than on the board.
    pub changed: Vec<MoveRow>,
    /// Participants without mentor.
    pub unpaired: u32,
    /// Pairs of the board that would stand.
    pub kept: u32,
    /// Pairs on the board.
    pub of: u32,
}

/// The board of a class.
///
/// # Errors
/// [`domain::refusal::Code::NotFound`].
pub fn board(app: &App, class: ClassId) -> Result<Board> {
    Ok(app.store.read(|read| {
        let ground = Ground::read(read, class, None)?;
        let scores = ground.scores();
        let seats = ground.present();
        let present = mentors_in(&seats);
        let total = ground.total(&scores, &present);
        let possible = ground.possible(&seats);
        let problem = ground.problem(scores.clone(), &possible, Keep::No);
        let best = solved(&problem)?.total();
        let before = ground.runs.get(1).map(|run| mentors_in(&ground.seats(Some(run))));
        Ok(Board {
            settings: ground.settings,
            highest: ground.settings.weights.highest(),
            lacks: lacks(&ground),
            run: ground.runs.first().map(|run| BoardRun {
                id: run.id,
                number: run.number,
                made_on: run.made_on,
                approved_on: run.approved_on,
            }),
            mentors: ground.mentors.iter().map(board_mentor).collect(),
            mentees: ground.listed.iter().map(|at| board_mentee(&ground.mentees[*at])).collect(),
            places: ground
                .listed
                .iter()
                .map(|at| board_place(&ground, &scores, &seats, before.as_deref(), *at))
                .collect(),
            total,
            pairs: count(present.iter().flatten().count()),
            best,
            before: before.as_deref().map(|before| versus(before, &present, best - total)),
            orphans: ground.orphans().into_iter().map(|at| ground.mentees[at].id).collect(),
            running: count(ground.pairs.iter().filter(|pair| pair.ended.is_none()).count()),
        })
    })?)
}

/// The mentor of each seat.
pub(super) fn mentors_in(seats: &[Seat]) -> Vec<Option<usize>> {
    seats.iter().map(|seat| seat.mentor).collect()
}

fn versus(before: &[Option<usize>], now: &[Option<usize>], given_up: i64) -> Versus {
    let (kept, of) = kept(before, now);
    Versus { kept, of, given_up: given_up.max(0) }
}

/// How many pairs of `before` stand in `now`, and how many there were.
fn kept(before: &[Option<usize>], now: &[Option<usize>]) -> (u32, u32) {
    let same = before.iter().zip(now).filter(|(old, new)| old.is_some() && old == new);
    (count(same.count()), count(before.iter().flatten().count()))
}

fn board_mentor(mentor: &MentorFacts) -> BoardMentor {
    BoardMentor {
        id: mentor.id,
        name: mentor.worker.card.name.clone(),
        detail: mentor.worker.card.detail(),
        fewest: mentor.fewest,
        most: mentor.most,
        elsewhere: mentor.elsewhere,
    }
}

fn board_mentee(mentee: &MenteeFacts) -> BoardMentee {
    BoardMentee { enrolment: mentee.id, name: mentee.worker.card.name.clone(), detail: mentee.worker.card.detail() }
}

fn board_place(
    ground: &Ground,
    scores: &Scores,
    seats: &[Seat],
    before: Option<&[Option<usize>]>,
    at: usize,
) -> BoardPlace {
    let seat = seats[at];
    let id = |mentor: Option<usize>| mentor.map(|mentor| ground.mentors[mentor].id);
    let was = before.and_then(|before| before[at]);
    let broken = seat.mentor.map(|mentor| ground.broken_sentences(at, mentor)).unwrap_or_default();
    BoardPlace {
        enrolment: ground.mentees[at].id,
        mentor: id(seat.mentor),
        locked: seat.locked,
        score: seat.mentor.and_then(|mentor| scores.get(at, mentor)),
        sentence: match seat.mentor {
            Some(mentor) if broken.is_empty() => ground.reason(at, mentor),
            Some(_) => format!("Melanggar aturan: {}", broken.join(" ")),
            None => unpaired_sentence(ground, scores, seats, at),
        },
        before: id(was),
        changed: before.is_some() && was != seat.mentor,
        broken,
    }
}

/// Why somebody has no mentor on the board.
pub(super) fn unpaired_sentence(ground: &Ground, scores: &Scores, seats: &[Seat], at: usize) -> String {
    if ground.runs.is_empty() {
        return "Belum ada usulan.".to_owned();
    }
    if seats[at].locked {
        return "Dikunci tanpa mentor.".to_owned();
    }
    if ground.mentors.is_empty() {
        return "Belum ada mentor yang aktif.".to_owned();
    }
    let loads = ground.loads(&mentors_in(seats));
    let allowed: Vec<usize> = (0..ground.mentors.len()).filter(|mentor| scores.get(at, *mentor).is_some()).collect();
    if allowed.is_empty() {
        return format!("Tidak ada mentor yang boleh: {}.", stopping_rules(ground, at));
    }
    let free = allowed.iter().find(|mentor| loads[**mentor] < ground.mentors[**mentor].places().max);
    match free {
        Some(mentor) => format!("Belum diberi mentor; {} masih punya tempat.", ground.mentor_name(*mentor)),
        None => format!("{} mentor yang boleh sudah penuh.", allowed.len()),
    }
}

/// The rules that stop somebody from having a mentor, the most frequent first: `Lain unit kerja (3 mentor)`.
fn stopping_rules(ground: &Ground, at: usize) -> String {
    let mut counts: BTreeMap<HardRule, u32> = BTreeMap::new();
    for mentor in 0..ground.mentors.len() {
        ground.broken(at, mentor).into_iter().for_each(|rule| *counts.entry(rule).or_default() += 1);
    }
    let mut counts: Vec<(HardRule, u32)> = counts.into_iter().collect();
    counts.sort_by_key(|(rule, count)| (std::cmp::Reverse(*count), *rule));
    let told = counts.iter().map(|(rule, count)| format!("{} ({count} mentor)", rule.name()));
    told.collect::<Vec<_>>().join(", ")
}

fn lacks(ground: &Ground) -> Vec<Lack> {
    let mut found = Vec::new();
    for mentor in ground.mentors.iter().filter(|mentor| mentor.active) {
        let sentences = readiness::mentor(mentor, &ground.settings, ground.span).into_iter();
        let name = &mentor.worker.card.name;
        found.extend(sentences.map(|sentence| Lack {
            mentor: Some(mentor.id),
            enrolment: None,
            name: name.clone(),
            sentence,
        }));
    }
    let examined = ground.mentees.iter().any(|mentee| mentee.examiner.is_some());
    for mentee in ground.listed.iter().map(|at| &ground.mentees[*at]) {
        let sentences = readiness::mentee(mentee, &ground.settings, examined).into_iter();
        let name = &mentee.worker.card.name;
        found.extend(sentences.map(|sentence| Lack {
            mentor: None,
            enrolment: Some(mentee.id),
            name: name.clone(),
            sentence,
        }));
    }
    found
}

/// A participant, by index, who gets another mentor.
pub(super) fn move_row(ground: &Ground, at: usize, from: Option<usize>, to: Option<usize>) -> MoveRow {
    let id = |mentor: usize| ground.mentors[mentor].id;
    let name = |mentor: usize| ground.mentor_name(mentor).to_owned();
    MoveRow {
        enrolment: ground.mentees[at].id,
        name: ground.mentee_name(at).to_owned(),
        from_mentor: from.map(id),
        from: from.map(name),
        to_mentor: to.map(id),
        to: to.map(name),
    }
}

/// Who has another mentor in `to` than in `from`, in the order of enrolment.
pub(super) fn moves(ground: &Ground, from: &[Option<usize>], to: &[Option<usize>]) -> Vec<MoveRow> {
    let changed = ground.listed.iter().copied().filter(|at| from[*at] != to[*at]);
    changed.map(|at| move_row(ground, at, from[at], to[at])).collect()
}

/// Saves how a class is paired.
///
/// # Errors
/// Refused fields; [`domain::refusal::Code::NotAllowed`] when the class is closed;
/// [`domain::refusal::Code::NotFound`].
pub fn save_settings(app: &App, class: ClassId, settings: MentoringSettings) -> Result<Outcome<()>> {
    let settings = settings.checked()?;
    Ok(app.store.write(&app.actor()?, Op::new("mentoring.settings", "Ubah aturan pasangan mentor"), |tx| {
        let stored = open_class(tx, class)?;
        tx.describe(format!("Ubah aturan pasangan mentor, {}", title(&stored)));
        if store::mentoring::run::settings(tx, class)? == Some(settings) {
            return Ok(());
        }
        store::mentoring::run::save_settings(tx, class, &settings)
    })?)
}

/// What a run with these settings would come to. Nothing is saved.
///
/// # Errors
/// Refused fields; a lock that has become impossible; [`domain::refusal::Code::NotFound`].
pub fn preview(app: &App, class: ClassId, settings: MentoringSettings) -> Result<Preview> {
    let settings = settings.checked()?;
    Ok(app.store.read(|read| {
        let ground = Ground::read(read, class, Some(settings))?;
        let seats = ground.present();
        ground.require_locks(&seats)?;
        let problem = ground.problem(ground.scores(), &seats, settings.keep);
        let solution = solved(&problem)?;
        let (old, new) = (mentors_in(&seats), mentors_of(&solution, ground.mentees.len()));
        let (kept, of) = kept(&old, &new);
        let pairs = new.iter().flatten().count();
        Ok(Preview {
            pairs: count(pairs),
            total: solution.total(),
            highest: settings.weights.highest(),
            changed: moves(&ground, &old, &new),
            unpaired: count(new.len() - pairs),
            kept,
            of,
        })
    })?)
}
