//! The tests before and after a class: keys, answers, scores, what each question was worth, what was gained.

use crate::classes::{EditRefusal, NOT_A_PARTICIPANT, count, open_class, participants, stored, title};
use crate::{App, Result};
use domain::evaluation::Stage;
use domain::evaluation::class_test::AnswerKey;
use domain::evaluation::gain::{self, Gain};
use domain::evaluation::items::{self, ItemAnalysis};
use domain::ids::{ClassId, EnrolmentId};
use domain::refusal::{Code, Refusal};
use domain::safety::{Op, Outcome};
use domain::score::Score;
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::BTreeMap;
use store::classes::enrolment::Member;
use store::evaluation::class_test::{self as table, Taken};
use store::{Read, Tx};

/// A participant's row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct TestRow {
    /// The place in the class.
    pub enrolment: EnrolmentId,
    /// Name with titles.
    pub name: String,
    /// NIP in force, or empty.
    pub nip: String,
    /// Reason for having left; empty while enrolled.
    pub withdrawn: String,
    /// A letter for each question, `-` for none; empty where no answers were entered.
    pub answers: String,
    /// Right answers out of all questions × 100, or as typed; none for who has not taken the test.
    pub score: Option<Score>,
}

/// A test of a class.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct TestView {
    /// Which one.
    pub stage: Stage,
    /// A letter for each question; empty for a test whose scores are typed.
    pub key: String,
    /// How many questions the key has.
    pub questions: u32,
    /// How many have answers, which is what the analysis counts.
    pub takers: u32,
    /// Every participant, in the order of enrolment.
    pub rows: Vec<TestRow>,
    /// Every question, over all who have answers.
    pub analysis: Vec<ItemAnalysis>,
    /// False once the class is closed.
    pub editable: bool,
}

/// What was typed for a participant: letters of all answers, or the score where the test has no key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct AnswerEdit {
    /// The row.
    pub enrolment: EnrolmentId,
    /// As typed; empty takes it away.
    pub text: String,
}

/// What a participant has gained.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct GainRow {
    /// The place in the class.
    pub enrolment: EnrolmentId,
    /// Name with titles.
    pub name: String,
    /// NIP in force, or empty.
    pub nip: String,
    /// Score before the class.
    pub pre: Option<Score>,
    /// Score after it.
    pub post: Option<Score>,
    /// Normalised gain in thousandths, rounded for display; none without both scores or where there was nothing to gain.
    pub gain: Option<i32>,
    /// How high it is.
    pub word: Option<String>,
}

/// What a class has gained, by both definitions in use.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct GainView {
    /// Every participant who has not left, in the order of enrolment.
    pub rows: Vec<GainRow>,
    /// How many have both scores.
    pub both: u32,
    /// Mean score before the class of those who have both, in hundredths, rounded for display.
    pub pre_mean: Option<Score>,
    /// Mean score after it.
    pub post_mean: Option<Score>,
    /// The mean of everybody's gain, in thousandths.
    pub mean_of_gains: Option<i32>,
    /// How high that is.
    pub mean_word: Option<String>,
    /// The gain of the two means, in thousandths.
    pub gain_of_means: Option<i32>,
    /// How high that is.
    pub means_word: Option<String>,
}

/// What was taken, by test and participant.
type TakenBy = BTreeMap<(Stage, EnrolmentId), Taken>;

/// The members of a class who take its tests, with what they have in each.
fn takers(read: &Read<'_>, class: ClassId) -> store::Result<(Vec<Member>, TakenBy)> {
    let mut members = store::classes::enrolment::members(read, class)?;
    members.retain(Member::is_participant);
    let taken = table::grid(read, class)?;
    Ok((members, taken.into_iter().map(|(stage, enrolment, taken)| ((stage, enrolment), taken)).collect()))
}

/// The key as stored.
pub(super) fn stored_key(read: &Read<'_>, class: ClassId, stage: Stage) -> store::Result<Option<AnswerKey>> {
    let Some(text) = table::key(read, class, stage)? else { return Ok(None) };
    let damaged = |_| Refusal::new(Code::DamagedData, format!("Kunci {} tersimpan rusak.", stage.word()));
    Ok(Some(AnswerKey::parse(&text).map_err(damaged)?))
}

/// A test; none where the class does not have it.
///
/// # Errors
/// [`Code::NotFound`].
pub fn test(app: &App, class: ClassId, stage: Stage) -> Result<Option<TestView>> {
    Ok(app.store.read(|read| {
        let class_row = stored(read, class)?;
        let Some(key) = stored_key(read, class, stage)? else { return Ok(None) };
        let (members, taken) = takers(read, class)?;
        let rows: Vec<TestRow> = members
            .into_iter()
            .map(|member| {
                let taken = taken.get(&(stage, member.id));
                TestRow {
                    enrolment: member.id,
                    name: member.full_name,
                    nip: member.nip,
                    withdrawn: member.withdrawn,
                    answers: taken.map(|taken| taken.answers.clone()).unwrap_or_default(),
                    score: taken.map(|taken| taken.score),
                }
            })
            .collect();
        let sheets: Vec<&str> =
            rows.iter().map(|row| row.answers.as_str()).filter(|answers| !answers.is_empty()).collect();
        let (takers, analysis) = (count(sheets.len()), items::analyse(&key, &sheets));
        Ok(Some(TestView {
            stage,
            questions: key.questions(),
            key: key.letters().to_owned(),
            takers,
            rows,
            analysis,
            editable: class_row.closed_at.is_none(),
        }))
    })?)
}

/// Sets a test up or changes its key; an empty key means that scores are typed. All answers that are there are scored
/// anew in the same operation.
///
/// # Errors
/// The field `key`: a letter outside A to E, another number of questions than the answers have, more than 200;
/// [`Code::NotAllowed`] when the class is closed.
pub fn save_test(app: &App, class: ClassId, stage: Stage, key: &str) -> Result<Outcome<()>> {
    let key = AnswerKey::parse(key).map_err(|message| Refusal::field("key", message))?;
    let op = Op::new("evaluation.save_test", stage.word());
    Ok(app.store.write(&app.actor()?, op, |tx| {
        let stored = open_class(tx, class)?;
        let answered: Vec<(EnrolmentId, Taken)> = table::grid(tx, class)?
            .into_iter()
            .filter(|(of, _, taken)| *of == stage && !taken.answers.is_empty())
            .map(|(_, enrolment, taken)| (enrolment, taken))
            .collect();
        if let Some((_, taken)) = answered.first()
            && taken.answers.len() != key.letters().len()
        {
            return Err(Refusal::field("key", other_length(&key, taken, answered.len())).into());
        }
        let before = table::key(tx, class, stage)?;
        table::save(tx, class, stage, key.letters())?;
        let mut changed = 0_usize;
        for (enrolment, taken) in answered {
            let Some(score) = key.score(&taken.answers).filter(|score| *score != taken.score) else { continue };
            table::set(tx, class, stage, enrolment, Some(&Taken { score, ..taken }))?;
            changed += 1;
        }
        let what = if before.is_some() { "Kunci" } else { "Siapkan" };
        let mut description = format!("{what} {}, {}", stage.word().to_lowercase(), title(&stored));
        if changed > 0 {
            description.push_str(&format!(" ({changed} nilai berubah)"));
        }
        tx.describe(description);
        Ok(())
    })?)
}

fn other_length(key: &AnswerKey, taken: &Taken, sheets: usize) -> String {
    let entered = format!("{sheets} lembar jawaban sudah dimasukkan dengan {} soal", taken.answers.len());
    if key.is_empty() {
        format!("{entered}. Tanpa kunci jawaban itu tidak berarti; hapus jawabannya dahulu.")
    } else {
        format!(
            "{entered}, sedangkan kunci ini memuat {} soal. Samakan jumlahnya atau hapus jawabannya dahulu.",
            key.questions()
        )
    }
}

/// Takes a test away with its answers and scores.
///
/// # Errors
/// [`Code::NotFound`] where the class has no such test; [`Code::NotAllowed`] when the class is closed.
pub fn delete_test(app: &App, class: ClassId, stage: Stage) -> Result<Outcome<()>> {
    Ok(app.store.write(&app.actor()?, Op::new("evaluation.delete_test", "Hapus tes"), |tx| {
        let stored = open_class(tx, class)?;
        if table::key(tx, class, stage)?.is_none() {
            return Err(no_test(stage).into());
        }
        let gone = table::delete(tx, class, stage)?;
        tx.describe(format!("Hapus {}, {} ({gone} nilai)", stage.word().to_lowercase(), title(&stored)));
        Ok(())
    })?)
}

pub(super) fn no_test(stage: Stage) -> Refusal {
    Refusal::new(Code::NotFound, format!("Kelas ini belum mempunyai {}. Siapkan dahulu.", stage.word().to_lowercase()))
}

/// What a text means in a test: answers where it has a key, a score where it has none.
///
/// # Errors
/// The sentence to show.
pub(super) fn read_taken(key: &AnswerKey, text: &str) -> std::result::Result<Option<Taken>, String> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    if key.is_empty() {
        return Score::parse(text).map(|score| Some(Taken { answers: String::new(), score }));
    }
    let answers = key.answers(text)?;
    Ok(key.score(&answers).map(|score| Taken { answers, score }))
}

/// Writes what was typed. Refused rows are given back and stay as they were, all others are written in one operation.
///
/// # Errors
/// [`Code::NotFound`] where the class has no such test; [`Code::NotAllowed`] when the class is closed.
pub fn set_answers(
    app: &App,
    class: ClassId,
    stage: Stage,
    edits: Vec<AnswerEdit>,
) -> Result<Outcome<Vec<EditRefusal>>> {
    Ok(app.store.write(&app.actor()?, Op::new("evaluation.set_answers", stage.word()), |tx| {
        let stored = open_class(tx, class)?;
        let key = stored_key(tx, class, stage)?.ok_or_else(|| no_test(stage))?;
        let refused = write_answers(tx, class, stage, &key, &edits)?;
        tx.describe(format!("{} {} peserta, {}", stage.word(), edits.len() - refused.len(), title(&stored)));
        Ok(refused)
    })?)
}

fn write_answers(
    tx: &Tx<'_>,
    class: ClassId,
    stage: Stage,
    key: &AnswerKey,
    edits: &[AnswerEdit],
) -> store::Result<Vec<EditRefusal>> {
    let places = participants(tx, class)?;
    let mut refused = Vec::new();
    for edit in edits {
        let taken = if places.contains(&edit.enrolment) {
            read_taken(key, &edit.text)
        } else {
            Err(NOT_A_PARTICIPANT.to_owned())
        };
        match taken {
            Ok(taken) => table::set(tx, class, stage, edit.enrolment, taken.as_ref())?,
            Err(message) => refused.push(EditRefusal {
                enrolment: edit.enrolment,
                column: stage.code().to_owned(),
                text: edit.text.clone(),
                message,
            }),
        }
    }
    Ok(refused)
}

/// What a class has gained between its tests.
///
/// # Errors
/// [`Code::NotFound`].
pub fn gains(app: &App, class: ClassId) -> Result<GainView> {
    let (members, taken) = app.store.read(|read| {
        stored(read, class)?;
        takers(read, class)
    })?;
    let score = |stage, enrolment| taken.get(&(stage, enrolment)).map(|taken: &Taken| taken.score);
    let rows: Vec<GainRow> = members
        .into_iter()
        .filter(|member| member.withdrawn.is_empty())
        .map(|member| {
            let (pre, post) = (score(Stage::Pre, member.id), score(Stage::Post, member.id));
            let gain = pre.zip(post).and_then(|(pre, post)| gain::gain(pre, post));
            GainRow {
                enrolment: member.id,
                name: member.full_name,
                nip: member.nip,
                pre,
                post,
                gain: gain.map(|gain| gain.thousandths),
                word: gain.map(word),
            }
        })
        .collect();
    let pairs: Vec<(Score, Score)> = rows.iter().filter_map(|row| row.pre.zip(row.post)).collect();
    let (mean, means) = (gain::mean_of_gains(&pairs), gain::gain_of_means(&pairs));
    Ok(GainView {
        rows,
        both: count(pairs.len()),
        pre_mean: gain::mean(pairs.iter().map(|(pre, _)| *pre)),
        post_mean: gain::mean(pairs.iter().map(|(_, post)| *post)),
        mean_of_gains: mean.map(|gain| gain.thousandths),
        mean_word: mean.map(word),
        gain_of_means: means.map(|gain| gain.thousandths),
        means_word: means.map(word),
    })
}

fn word(gain: Gain) -> String {
    gain.level.word().to_owned()
}
