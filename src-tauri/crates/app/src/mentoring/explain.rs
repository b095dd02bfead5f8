//! Why a participant has this mentor, what the second best would cost, and what another choice would cause.

use super::board::{MoveRow, mentors_in, move_row, moves, unpaired_sentence};
use super::ground::{Ground, Seat, mentors_of, solved};
use super::remedies::remedies;
use crate::{App, Result};
use domain::ids::{ClassId, EnrolmentId, MentorId};
use domain::mentoring::assignment::{self, Problem, Scores, Solution};
use domain::mentoring::criteria;
use domain::mentoring::mentee::Side;
use domain::mentoring::settings::Criterion;
use serde::Serialize;
use specta::Type;

/// One criterion of a pair.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct CriterionLine {
    /// The criterion.
    pub criterion: Criterion,
    /// 0 to 100.
    pub points: u8,
    /// Its weight, 0 to 100.
    pub weight: u8,
    /// Points times weight.
    pub score: i32,
    /// Why, one sentence.
    pub sentence: String,
}

/// The second-best mentor of a pair.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Second {
    /// The mentor; none when the participant would stay unpaired.
    pub mentor: Option<MentorId>,
    /// Name of the mentor, or empty.
    pub name: String,
    /// What the total of the whole loses; may be 0.
    pub cost: i64,
    /// Pairs that the whole loses.
    pub pairs_lost: i32,
    /// Who moves.
    pub moves: Vec<MoveRow>,
    /// The same in one sentence.
    pub sentence: String,
}

/// Why a participant has no mentor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Unpaired {
    /// What stopped it.
    pub sentence: String,
    /// The smallest changes that would help, three at the most.
    pub remedies: Vec<String>,
}

/// A mentor whom a participant could have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct MentorOption {
    /// The mentor.
    pub mentor: MentorId,
    /// Name with titles.
    pub name: String,
    /// Score of the pair; none when forbidden.
    pub score: Option<i32>,
    /// Rules that forbid the pair, one sentence each.
    pub broken: Vec<String>,
    /// Free places on the board.
    pub free: u32,
    /// What the total of the whole loses at the least if this pair were set; 0 or more. Exact for the 40 best options
    /// of a participant.
    pub at_least: i64,
}

/// Why a participant has this mentor, or none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Explanation {
    /// Name of the participant.
    pub name: String,
    /// The mentor on the board.
    pub mentor: Option<MentorId>,
    /// Name of the mentor, or empty.
    pub mentor_name: String,
    /// Score of the pair; none when unpaired or forbidden.
    pub score: Option<i32>,
    /// Why, one sentence.
    pub sentence: String,
    /// The criteria of the pair; empty when unpaired.
    pub criteria: Vec<CriterionLine>,
    /// The second best; none when unpaired, locked, or set by hand.
    pub second: Option<Second>,
    /// Why there is no mentor.
    pub unpaired: Option<Unpaired>,
    /// Every mentor, the best for this participant first, forbidden ones last.
    pub options: Vec<MentorOption>,
    /// Each wish that is forbidden or not met, with the rule or the reason.
    pub wishes: Vec<String>,
}

/// What would follow if a pair were forced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct WhatIf {
    /// Change of the total; below 0 is a loss.
    pub total_change: i64,
    /// Change of the number of pairs.
    pub pairs_change: i32,
    /// Who moves.
    pub moves: Vec<MoveRow>,
    /// The same in one sentence.
    pub sentence: String,
    /// Rules that forbid the pair, one sentence each; then nothing else counts.
    pub refused: Vec<String>,
}

/// Options of a participant whose loss is computed, beside those wished for; for the others of a large class `at_least`
/// is 0, which always holds.
const WEIGHED: usize = 40;

/// Why a participant has this mentor, or none.
///
/// # Errors
/// [`domain::refusal::Code::NotFound`].
pub fn explain(app: &App, class: ClassId, enrolment: EnrolmentId) -> Result<Explanation> {
    Ok(app.store.read(|read| {
        let ground = Ground::read(read, class, None)?;
        let at = ground.mentee(enrolment)?;
        let seats = ground.present();
        let scores = ground.scores();
        let problem = ground.problem(scores.clone(), &ground.possible(&seats), ground.settings.keep);
        let solution = solved(&problem)?;
        let view = View { ground: &ground, scores: &scores, seats: &seats, problem: &problem, solution: &solution, at };
        view.explanation()
    })?)
}

/// What an explanation looks at.
pub(super) struct View<'a> {
    pub(super) ground: &'a Ground,
    pub(super) scores: &'a Scores,
    pub(super) seats: &'a [Seat],
    pub(super) problem: &'a Problem,
    pub(super) solution: &'a Solution<'a>,
    pub(super) at: usize,
}

impl View<'_> {
    fn explanation(&self) -> store::Result<Explanation> {
        let mentor = self.seats[self.at].mentor;
        let options = self.options();
        let broken = mentor.map(|mentor| self.ground.broken_sentences(self.at, mentor)).unwrap_or_default();
        Ok(Explanation {
            name: self.ground.mentee_name(self.at).to_owned(),
            mentor: mentor.map(|mentor| self.ground.mentors[mentor].id),
            mentor_name: mentor.map(|mentor| self.ground.mentor_name(mentor).to_owned()).unwrap_or_default(),
            score: mentor.and_then(|mentor| self.scores.get(self.at, mentor)),
            sentence: self.sentence(mentor, &broken),
            criteria: mentor.map(|mentor| self.criteria(mentor)).unwrap_or_default(),
            second: mentor.and_then(|mentor| self.second(mentor)),
            unpaired: match mentor {
                Some(_) => None,
                None => Some(Unpaired {
                    sentence: unpaired_sentence(self.ground, self.scores, self.seats, self.at),
                    remedies: remedies(self)?,
                }),
            },
            wishes: self.wishes(&options),
            options,
        })
    }

    fn sentence(&self, mentor: Option<usize>, broken: &[String]) -> String {
        let Some(mentor) = mentor else {
            return unpaired_sentence(self.ground, self.scores, self.seats, self.at);
        };
        if !broken.is_empty() {
            return format!("Melanggar aturan: {}", broken.join(" "));
        }
        let reason = self.ground.reason(self.at, mentor);
        match self.solution.mentor_of(self.at) {
            _ if self.seats[self.at].locked => format!("{reason} Pasangan ini dikunci."),
            Some(other) if other != mentor => {
                format!("{reason} Menurut aturan sekarang hitungan memilih {}.", self.ground.mentor_name(other))
            }
            None => format!("{reason} Menurut aturan sekarang hitungan tidak memberinya mentor."),
            Some(_) => reason,
        }
    }

    fn criteria(&self, mentor: usize) -> Vec<CriterionLine> {
        let (mentee, mentor) = (&self.ground.mentees[self.at], &self.ground.mentors[mentor]);
        let line = |criterion: Criterion| {
            let (points, weight) =
                (criteria::points_of(criterion, mentee, mentor), self.ground.settings.weights.of(criterion));
            CriterionLine {
                criterion,
                points,
                weight,
                score: i32::from(points) * i32::from(weight),
                sentence: criteria::sentence(criterion, mentee, mentor, &self.ground.words),
            }
        };
        Criterion::ALL.into_iter().map(line).collect()
    }

    fn second(&self, mentor: usize) -> Option<Second> {
        if self.solution.mentor_of(self.at) != Some(mentor) {
            return None;
        }
        let found = self.solution.second_best(self.at)?;
        let moves = self.rows(&found.moves);
        let others = moves.iter().filter(|row| row.enrolment != self.ground.mentees[self.at].id).count();
        let name = found.mentor.map(|mentor| self.ground.mentor_name(mentor).to_owned()).unwrap_or_default();
        let head = match found.mentor {
            Some(_) => format!("Mentor terbaik berikutnya {name}"),
            None => "Tanpa mentor ini peserta tidak mendapat mentor".to_owned(),
        };
        Some(Second {
            mentor: found.mentor.map(|mentor| self.ground.mentors[mentor].id),
            sentence: format!("{head}: {}.", effect(-found.cost, -found.pairs_lost, others)),
            name,
            cost: found.cost,
            pairs_lost: found.pairs_lost,
            moves,
        })
    }

    /// Moves of the solver, who is meant first.
    fn rows(&self, moves: &[assignment::Move]) -> Vec<MoveRow> {
        moves.iter().map(|one| move_row(self.ground, one.mentee, one.from, one.to)).collect()
    }

    /// Every mentor, allowed ones first, the best first.
    fn options(&self) -> Vec<MentorOption> {
        let loads = self.ground.loads(&mentors_in(self.seats));
        let wishes = &self.ground.mentees[self.at].wishes;
        let mut order: Vec<usize> = (0..self.ground.mentors.len()).collect();
        order.sort_by_key(|mentor| (std::cmp::Reverse(self.scores.get(self.at, *mentor)), *mentor));
        let mut options = Vec::with_capacity(order.len());
        for (rank, mentor) in order.into_iter().enumerate() {
            let score = self.scores.get(self.at, mentor);
            let wished = || wishes.iter().any(|(wish, ..)| *wish == self.ground.mentors[mentor].id);
            let forced = if score.is_some() && (rank < WEIGHED || wished()) {
                self.solution.force(self.at, Some(mentor)).ok().map(|forced| -forced.total_change)
            } else {
                None
            };
            options.push(MentorOption {
                mentor: self.ground.mentors[mentor].id,
                name: self.ground.mentor_name(mentor).to_owned(),
                score,
                broken: self.ground.broken_sentences(self.at, mentor),
                free: self.ground.mentors[mentor].places().max.saturating_sub(loads[mentor]),
                at_least: forced.unwrap_or(0).max(0),
            });
        }
        options
    }

    /// Each wish that the pair on the board does not meet, and why.
    fn wishes(&self, options: &[MentorOption]) -> Vec<String> {
        let mentee = &self.ground.mentees[self.at];
        let present = self.seats[self.at].mentor.map(|mentor| self.ground.mentors[mentor].id);
        let mut told = Vec::new();
        for (mentor, side, ord) in &mentee.wishes {
            let Some(option) = options.iter().find(|option| option.mentor == *mentor) else { continue };
            let (who, whom) = match side {
                Side::Mentee => ("peserta", option.name.as_str()),
                Side::Mentor => (option.name.as_str(), "peserta ini"),
            };
            match (*ord, present == Some(*mentor)) {
                (0, true) => {
                    told.push(format!("Keberatan {who} atas {whom} tidak terpenuhi: aturannya tidak menyala."))
                }
                (0, false) | (1.., true) => {}
                (ord, false) => told.push(format!("Pilihan ke-{ord} {who} ({whom}) {}", unmet(option))),
            }
        }
        told
    }
}

fn unmet(option: &MentorOption) -> String {
    if let Some(rule) = option.broken.first() {
        return format!("dilarang: {rule}");
    }
    let cost = criteria::shown(option.at_least);
    if option.free == 0 {
        return format!("tidak terpenuhi: tempatnya penuh, dan memaksakannya mengurangi jumlah nilai {cost}.");
    }
    format!("tidak terpenuhi: memaksakannya mengurangi jumlah nilai {cost}.")
}

/// `jumlah nilai turun 12,50, 1 pasangan hilang, 3 peserta lain pindah`.
fn effect(total: i64, pairs: i32, others: usize) -> String {
    let mut parts = vec![match total {
        0 => "jumlah nilai tetap".to_owned(),
        ..0 => format!("jumlah nilai turun {}", criteria::shown(-total)),
        1.. => format!("jumlah nilai naik {}", criteria::shown(total)),
    }];
    match pairs {
        0 => {}
        ..0 => parts.push(format!("{} pasangan hilang", -pairs)),
        1.. => parts.push(format!("{pairs} pasangan bertambah")),
    }
    parts.push(match others {
        0 => "tidak ada peserta lain yang pindah".to_owned(),
        others => format!("{others} peserta lain pindah"),
    });
    parts.join(", ")
}

/// What would follow if this participant had this mentor, or none: the best for the whole with that pair, compared with
/// the board. Nothing is saved.
///
/// # Errors
/// [`domain::refusal::Code::NotFound`].
pub fn what_if(app: &App, class: ClassId, enrolment: EnrolmentId, mentor: Option<MentorId>) -> Result<WhatIf> {
    Ok(app.store.read(|read| {
        let ground = Ground::read(read, class, None)?;
        let at = ground.mentee(enrolment)?;
        let to = mentor.map(|id| ground.require_mentor(id)).transpose()?;
        let refused = to.map(|to| ground.broken_sentences(at, to)).unwrap_or_default();
        if !refused.is_empty() {
            return Ok(nothing(refused));
        }
        let seats = ground.present();
        let mut locks = ground.possible(&seats);
        locks[at].locked = false;
        let scores = ground.scores();
        let problem = ground.problem(scores.clone(), &locks, ground.settings.keep);
        let solution = solved(&problem)?;
        let Ok(forced) = solution.force(at, to) else {
            let name = to.map_or("Mentor ini", |to| ground.mentor_name(to));
            let message =
                format!("{name} tidak punya tempat lagi: semuanya terkunci untuk peserta lain atau kelas lain.");
            return Ok(nothing(vec![message]));
        };
        let mut after = mentors_of(&solution, ground.mentees.len());
        forced.moves.iter().for_each(|one| after[one.mentee] = one.to);
        let before = mentors_in(&seats);
        let moves = moves(&ground, &before, &after);
        let total_change = ground.total(&scores, &after) - ground.total(&scores, &before);
        let pairs = |seats: &[Option<usize>]| i32::try_from(seats.iter().flatten().count()).unwrap_or(i32::MAX);
        let pairs_change = pairs(&after) - pairs(&before);
        let others = moves.iter().filter(|row| row.enrolment != enrolment).count();
        let head = match to {
            Some(to) => format!("Dengan {}", ground.mentor_name(to)),
            None => "Tanpa mentor".to_owned(),
        };
        let sentence = format!("{head}: {}.", effect(total_change, pairs_change, others));
        Ok(WhatIf { total_change, pairs_change, moves, sentence, refused })
    })?)
}

fn nothing(refused: Vec<String>) -> WhatIf {
    let sentence = format!("Tidak dapat: {}", refused.join(" "));
    WhatIf { total_change: 0, pairs_change: 0, moves: Vec::new(), sentence, refused }
}
