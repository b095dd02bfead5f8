//! Table `skm_answer`: respondents' sheets.

use crate::columns::{blob, id, maybe, maybe_id};
use crate::error::Context;
use crate::{Read, Result, Tx};
use domain::ids::{ServiceId, SurveyId};
use domain::people::nip::Sex;
use domain::voice::answer::SkmAnswer;
use domain::voice::skm::Element;
use rusqlite::{OptionalExtension, Row, params};
use std::collections::BTreeSet;

const SELECT: &str =
    "SELECT number, service_id, age, sex, education, occupation, comment, u1, u2, u3, u4, u5, u6, u7, u8, u9
     FROM skm_answer";

fn read_answer(row: &Row<'_>) -> rusqlite::Result<SkmAnswer> {
    let mut answer = SkmAnswer {
        number: row.get(0)?,
        service: maybe_id(row, 1)?,
        age: row.get(2)?,
        sex: Sex::parse(row.get_ref(3)?.as_str()?).ok(),
        education: row.get(4)?,
        occupation: row.get(5)?,
        marks: Default::default(),
        comment: row.get(6)?,
    };
    for element in Element::ALL {
        if let Some(mark) = row.get(7 + element.place())? {
            answer.marks.insert(element, mark);
        }
    }
    Ok(answer)
}

/// A part of the sheets of a survey, by number, and how many there are in all.
///
/// # Errors
/// The store fails.
pub fn page(read: &Read<'_>, survey: SurveyId, offset: u32, limit: u32) -> Result<(Vec<SkmAnswer>, u32)> {
    let sql = format!("{SELECT} WHERE survey_id = ?1 ORDER BY number LIMIT ?2 OFFSET ?3");
    let mut rows = read.conn().prepare_cached(&sql)?;
    let rows = rows.query_map(params![blob(survey), limit, offset], read_answer)?;
    let rows = rows.collect::<rusqlite::Result<_>>()?;
    let mut total =
        read.conn().prepare_cached("SELECT ifnull(sum(respondents), 0) FROM skm_now WHERE survey_id = ?1")?;
    Ok((rows, total.query_row([blob(survey)], |row| row.get(0))?))
}

/// The sheet of a number.
///
/// # Errors
/// The store fails.
pub fn get(read: &Read<'_>, survey: SurveyId, number: u32) -> Result<Option<SkmAnswer>> {
    let sql = format!("{SELECT} WHERE survey_id = ?1 AND number = ?2");
    Ok(read.conn().prepare_cached(&sql)?.query_row(params![blob(survey), number], read_answer).optional()?)
}

/// The numbers that a survey has.
///
/// # Errors
/// The store fails.
pub fn numbers(read: &Read<'_>, survey: SurveyId) -> Result<BTreeSet<u32>> {
    let mut rows = read.conn().prepare_cached("SELECT number FROM skm_answer WHERE survey_id = ?1")?;
    Ok(rows.query_map([blob(survey)], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
}

/// The services that the sheets of a survey name.
///
/// # Errors
/// The store fails.
pub fn services(read: &Read<'_>, survey: SurveyId) -> Result<Vec<ServiceId>> {
    let mut rows = read
        .conn()
        .prepare_cached("SELECT DISTINCT service_id FROM skm_answer WHERE survey_id = ?1 AND service_id IS NOT NULL")?;
    Ok(rows.query_map([blob(survey)], |row| id(row, 0))?.collect::<rusqlite::Result<_>>()?)
}

/// The number after the highest one.
///
/// # Errors
/// The store fails.
pub fn next_number(read: &Read<'_>, survey: SurveyId) -> Result<u32> {
    let mut found =
        read.conn().prepare_cached("SELECT ifnull(max(number), 0) + 1 FROM skm_answer WHERE survey_id = ?1")?;
    Ok(found.query_row([blob(survey)], |row| row.get(0))?)
}

/// Writes a sheet under its number, over an earlier one.
///
/// # Errors
/// The store fails.
pub fn save(tx: &Tx<'_>, survey: SurveyId, answer: &SkmAnswer) -> Result<()> {
    let mark = |element: Element| answer.marks.get(&element);
    let [u1, u2, u3, u4, u5, u6, u7, u8, u9] = Element::ALL.map(mark);
    tx.conn()
        .prepare_cached(
            "INSERT INTO skm_answer (survey_id, number, service_id, age, sex, education, occupation, comment,
                                     u1, u2, u3, u4, u5, u6, u7, u8, u9)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)
             ON CONFLICT (survey_id, number) DO UPDATE SET service_id = excluded.service_id, age = excluded.age,
                 sex = excluded.sex, education = excluded.education, occupation = excluded.occupation,
                 comment = excluded.comment, u1 = excluded.u1, u2 = excluded.u2, u3 = excluded.u3, u4 = excluded.u4,
                 u5 = excluded.u5, u6 = excluded.u6, u7 = excluded.u7, u8 = excluded.u8, u9 = excluded.u9",
        )?
        .execute(params![
            blob(survey),
            answer.number,
            maybe(answer.service),
            answer.age,
            answer.sex.map_or("", |sex| match sex {
                Sex::L => "l",
                Sex::P => "p",
            }),
            answer.education,
            answer.occupation,
            answer.comment,
            u1,
            u2,
            u3,
            u4,
            u5,
            u6,
            u7,
            u8,
            u9,
        ])
        .context("skm_answer")?;
    Ok(())
}

/// Removes a sheet; false when there is none of this number.
///
/// # Errors
/// The store fails.
pub fn delete(tx: &Tx<'_>, survey: SurveyId, number: u32) -> Result<bool> {
    let gone = tx
        .conn()
        .prepare_cached("DELETE FROM skm_answer WHERE survey_id = ?1 AND number = ?2")?
        .execute(params![blob(survey), number])
        .context("skm_answer")?;
    Ok(gone > 0)
}
