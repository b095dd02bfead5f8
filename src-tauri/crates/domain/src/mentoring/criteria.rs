//! The points of a pair for each criterion, and the sentence behind them. The steps and bounds are [D] defaults of the
//! office unless they say otherwise.

use super::facts::{Aspiration, MenteeFacts, MentorFacts, Past, Words};
use super::mentee::Side;
use super::settings::{Criterion, Weights};
use crate::people::rank::Rank;
use crate::score::{divide_half_away, format_hundredths};

/// Points of a pair, 0 to 100, by place in [`Criterion::ALL`].
pub type Points = [u8; Criterion::ALL.len()];

/// The points for every criterion.
#[must_use]
pub fn points(mentee: &MenteeFacts, mentor: &MentorFacts) -> Points {
    Criterion::ALL.map(|criterion| points_of(criterion, mentee, mentor))
}

/// Sum of weight x points.
#[must_use]
pub fn score(weights: &Weights, mentee: &MenteeFacts, mentor: &MentorFacts) -> i32 {
    let part = |criterion: &Criterion| match weights.of(*criterion) {
        0 => 0,
        weight => i32::from(weight) * i32::from(points_of(*criterion, mentee, mentor)),
    };
    Criterion::ALL.iter().map(part).sum()
}

/// The points for one criterion.
#[must_use]
pub fn points_of(criterion: Criterion, mentee: &MenteeFacts, mentor: &MentorFacts) -> u8 {
    match criterion {
        Criterion::Field => field(mentee, mentor),
        Criterion::Strength => strength(mentee, mentor),
        Criterion::Seniority => seniority(mentor.worker.rank, mentee.worker.rank),
        Criterion::Distance => distance(mentee, mentor),
        Criterion::Load => load(mentor),
        Criterion::Preference => preference(mentee, mentor),
        Criterion::Record => record(mentee.past_with(mentor.id), mentor.past),
        Criterion::Priority => u8::from(mentee.left_out) * 100,
    }
}

/// `part / whole` as points, rounded half away from zero; a `part` above the whole counts as the whole.
fn share(part: usize, whole: usize) -> u8 {
    let whole = i64::try_from(whole).unwrap_or(i64::MAX).max(1);
    let part = i64::try_from(part).unwrap_or(i64::MAX / 100).min(whole);
    u8::try_from(divide_half_away(part * 100, whole)).unwrap_or(100)
}

fn known<'a>(mentee: &'a MenteeFacts, mentor: &'a MentorFacts) -> impl Iterator<Item = &'a Aspiration> {
    mentee.needs.iter().filter(|need| mentor.level(need.field) > 0)
}

/// Share of the participant's fields that the mentor has; 0 where no field is known.
fn field(mentee: &MenteeFacts, mentor: &MentorFacts) -> u8 {
    if mentee.needs.is_empty() { 0 } else { share(known(mentee, mentor).count(), mentee.needs.len()) }
}

/// Levels that the mentor can add, and levels that are missing, over all needs.
fn levels(mentee: &MenteeFacts, mentor: &MentorFacts) -> (usize, usize) {
    let covered = |need: &Aspiration| mentor.level(need.field).saturating_sub(need.current).min(need.gap());
    let sum = |of: &dyn Fn(&Aspiration) -> u8| mentee.needs.iter().map(|need| usize::from(of(need))).sum::<usize>();
    (sum(&covered), sum(&Aspiration::gap))
}

/// Share of the missing levels that the mentor covers. Where none is missing, 100 if the mentor has a field at all.
fn strength(mentee: &MenteeFacts, mentor: &MentorFacts) -> u8 {
    match levels(mentee, mentor) {
        (_, 0) => u8::from(known(mentee, mentor).next().is_some()) * 100,
        (covered, missing) => share(covered, missing),
    }
}

/// Steps of rank by which a mentor stands best above the participant. [D] default of the office.
const BEST_STEPS: std::ops::RangeInclusive<i32> = 2..=4;

/// 100 two to four steps of rank above, 20 less for each step further off; 50 where a rank is not known.
fn seniority(mentor: Option<Rank>, mentee: Option<Rank>) -> u8 {
    let (Some(mentor), Some(mentee)) = (mentor, mentee) else { return 50 };
    let steps = i32::from(mentor.step()) - i32::from(mentee.step());
    let off = (BEST_STEPS.start() - steps).max(steps - BEST_STEPS.end()).max(0);
    u8::try_from((100 - 20 * off).max(0)).unwrap_or(0)
}

/// How near two people work to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Nearness {
    Unit,
    Office,
    Place,
    Far,
}

fn nearness(mentee: &MenteeFacts, mentor: &MentorFacts) -> Nearness {
    let (own, other) = (&mentor.worker, &mentee.worker);
    if own.unit.is_some() && own.unit == other.unit {
        Nearness::Unit
    } else if own.office.is_some() && own.office == other.office {
        Nearness::Office
    } else if own.place.is_some() && own.place == other.place {
        Nearness::Place
    } else {
        Nearness::Far
    }
}

/// Same unit 100, same perangkat daerah 70, same place 50, else 0; the highest that applies.
fn distance(mentee: &MenteeFacts, mentor: &MentorFacts) -> u8 {
    match nearness(mentee, mentor) {
        Nearness::Unit => 100,
        Nearness::Office => 70,
        Nearness::Place => 50,
        Nearness::Far => 0,
    }
}

/// Share of the mentor's places that no other class has taken.
fn load(mentor: &MentorFacts) -> u8 {
    let free = mentor.most.saturating_sub(mentor.elsewhere);
    if mentor.most == 0 { 0 } else { share(free as usize, mentor.most as usize) }
}

/// What the wish of one side adds.
fn wished(wish: Option<u8>) -> u8 {
    match wish {
        None => 15,
        Some(0) => 0,
        Some(1) => 50,
        Some(2) => 40,
        Some(3) => 30,
        Some(_) => 20,
    }
}

fn preference(mentee: &MenteeFacts, mentor: &MentorFacts) -> u8 {
    let of = |side| wished(mentee.wish(mentor.id, side));
    (of(Side::Mentee) + of(Side::Mentor)).min(100)
}

/// 100 when these two finished before, 0 when they stopped before; else 50, raised by the mentor's finished pairs and
/// lowered by the stopped ones.
fn record(together: Past, all: Past) -> u8 {
    if together.finished > 0 {
        return 100;
    }
    if together.stopped > 0 {
        return 0;
    }
    let (finished, stopped) = (i64::from(all.finished), i64::from(all.stopped));
    if finished + stopped == 0 {
        return 50;
    }
    u8::try_from(50 + divide_half_away(50 * (finished - stopped), finished + stopped)).unwrap_or(50)
}

/// Why a pair has its points for one criterion, without capital and full stop.
#[must_use]
pub fn sentence(criterion: Criterion, mentee: &MenteeFacts, mentor: &MentorFacts, words: &Words) -> String {
    match criterion {
        Criterion::Field => field_sentence(mentee, mentor, words),
        Criterion::Strength => match levels(mentee, mentor) {
            (_, 0) if field(mentee, mentor) > 0 => "tidak ada kesenjangan di bidang yang dikuasai".to_owned(),
            (_, 0) => "tidak ada kesenjangan yang diketahui dan bidangnya tidak dikuasai".to_owned(),
            (covered, missing) => format!("menutup {covered} dari {missing} tingkat kesenjangan"),
        },
        Criterion::Seniority => seniority_sentence(mentor.worker.rank, mentee.worker.rank),
        Criterion::Distance => match nearness(mentee, mentor) {
            Nearness::Unit => "bekerja di unit yang sama".to_owned(),
            Nearness::Office => "bekerja di perangkat daerah yang sama".to_owned(),
            Nearness::Place => {
                format!("tempat kerja sama ({})", mentor.worker.place.map_or("", |place| words.text(place)))
            }
            Nearness::Far => "bekerja di perangkat daerah dan tempat lain".to_owned(),
        },
        Criterion::Load => match (mentor.most, mentor.elsewhere) {
            (0, _) => "tidak menyediakan tempat".to_owned(),
            (most, elsewhere) => {
                format!("{} dari {most} tempatnya belum dipakai kelas lain", most.saturating_sub(elsewhere))
            }
        },
        Criterion::Preference => preference_sentence(mentee, mentor),
        Criterion::Record => record_sentence(mentee.past_with(mentor.id), mentor.past),
        Criterion::Priority if mentee.left_out => "peserta belum mendapat mentor pada penetapan terakhir".to_owned(),
        Criterion::Priority => "peserta tidak tertinggal pada penetapan terakhir".to_owned(),
    }
}

fn field_sentence(mentee: &MenteeFacts, mentor: &MentorFacts, words: &Words) -> String {
    let has: Vec<_> = known(mentee, mentor).map(|need| need.field).collect();
    let all: Vec<_> = mentee.needs.iter().map(|need| need.field).collect();
    match (has.len(), all.len()) {
        (_, 0) => "bidang yang dibutuhkan belum diisi".to_owned(),
        (0, _) => format!("tidak menguasai bidang yang dibutuhkan ({})", words.texts(&all)),
        (1, 1) => format!("menguasai bidang yang dibutuhkan ({})", words.texts(&has)),
        (known, needed) => format!("menguasai {known} dari {needed} bidang yang dibutuhkan ({})", words.texts(&has)),
    }
}

fn seniority_sentence(mentor: Option<Rank>, mentee: Option<Rank>) -> String {
    let (Some(own), Some(other)) = (mentor, mentee) else {
        let who = if mentor.is_none() { "mentor" } else { "peserta" };
        return format!("golongan {who} belum diketahui");
    };
    let steps = i32::from(own.step()) - i32::from(other.step());
    let place = match steps {
        0 => "setingkat dengan".to_owned(),
        ..0 => format!("{} tingkat di bawah", -steps),
        1.. => format!("{steps} tingkat di atas"),
    };
    format!("golongan {} {place} peserta ({})", own.code(), other.code())
}

fn preference_sentence(mentee: &MenteeFacts, mentor: &MentorFacts) -> String {
    let told = |side, who: &str, whom: &str| match mentee.wish(mentor.id, side) {
        None => None,
        Some(0) => Some(format!("{who} berkeberatan atas {whom} ini")),
        Some(ord) => Some(format!("{whom} ini pilihan ke-{ord} {who}")),
    };
    let told = [told(Side::Mentee, "peserta", "mentor"), told(Side::Mentor, "mentor", "peserta")];
    let told: Vec<String> = told.into_iter().flatten().collect();
    if told.is_empty() { "tidak ada pilihan dari kedua pihak".to_owned() } else { told.join(" dan ") }
}

fn record_sentence(together: Past, all: Past) -> String {
    if together.finished > 0 {
        return "pernah menuntaskan bimbingan bersama".to_owned();
    }
    if together.stopped > 0 {
        return "bimbingan bersama pernah dihentikan".to_owned();
    }
    match (all.finished, all.stopped) {
        (0, 0) => "mentor belum punya riwayat bimbingan".to_owned(),
        (finished, 0) => format!("mentor menuntaskan {finished} bimbingan"),
        (finished, stopped) => format!("mentor menuntaskan {finished} dan menghentikan {stopped} bimbingan"),
    }
}

/// A sum of weight x points as it is shown: `8.750` is `87,50`.
#[must_use]
pub fn shown(score: i64) -> String {
    format_hundredths(score).replace('.', ",")
}

/// Why a pair is good, one sentence: its score and the three criteria that add most to it.
#[must_use]
pub fn reason(weights: &Weights, mentee: &MenteeFacts, mentor: &MentorFacts, words: &Words) -> String {
    let points = points(mentee, mentor);
    let mut parts: Vec<(i32, Criterion)> = Criterion::ALL
        .into_iter()
        .zip(points)
        .map(|(criterion, points)| (i32::from(weights.of(criterion)) * i32::from(points), criterion))
        .filter(|part| part.0 > 0)
        .collect();
    parts.sort_by_key(|part| -part.0);
    let told: Vec<String> = parts.iter().take(3).map(|part| sentence(part.1, mentee, mentor, words)).collect();
    let total = score(weights, mentee, mentor);
    let head = format!("Nilai {} dari {}", shown(total.into()), shown(weights.highest().into()));
    if told.is_empty() { format!("{head}.") } else { format!("{head}: {}.", told.join("; ")) }
}
