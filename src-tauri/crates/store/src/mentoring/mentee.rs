//! Tables `mentee`, `mentee_need`, `mentoring_wish`: what the pairing knows of participants.

use crate::columns::{blob, id, maybe, maybe_id, word};
use crate::error::Context;
use crate::{Read, Result, Tx};
use domain::ids::{ClassId, EnrolmentId, NeedId, PersonId, UnitId};
use domain::mentoring::mentee::{Mentee, Need, Side, Wish};
use rusqlite::{Row, params};
use std::collections::BTreeMap;

const MENTEES: &str = "SELECT mentee.enrolment_id, superior_id, examiner_id, place, languages, note FROM mentee";
const NEEDS: &str = "SELECT mentee_need.enrolment_id, mentee_need.id, mentee_need.ord, field, required, current
     FROM mentee_need";
const WISHES: &str = "SELECT mentoring_wish.enrolment_id, mentor_id, side, mentoring_wish.ord FROM mentoring_wish";

fn mentee(row: &Row<'_>) -> rusqlite::Result<Mentee> {
    Ok(Mentee {
        superior: maybe_id(row, 1)?,
        examiner: maybe_id(row, 2)?,
        place: row.get("place")?,
        languages: row.get("languages")?,
        note: row.get("note")?,
        ..Mentee::blank(id(row, 0)?)
    })
}

fn need(row: &Row<'_>) -> rusqlite::Result<(EnrolmentId, u32, Need)> {
    let need = Need {
        id: Some(id(row, 1)?),
        field: row.get("field")?,
        required: row.get("required")?,
        current: row.get("current")?,
    };
    Ok((id(row, 0)?, row.get("ord")?, need))
}

fn wish(row: &Row<'_>) -> rusqlite::Result<(EnrolmentId, Wish)> {
    Ok((id(row, 0)?, Wish { mentor: id(row, 1)?, side: word(row, 2, Side::from_code)?, ord: row.get("ord")? }))
}

/// What is known of everybody in a class; who is not in it has nothing known.
///
/// # Errors
/// The store's own.
pub fn of_class(read: &Read<'_>, class: ClassId) -> Result<BTreeMap<EnrolmentId, Mentee>> {
    let of =
        |table: &str| format!("JOIN enrolment ON enrolment.id = {table}.enrolment_id WHERE enrolment.class_id = ?1");
    let mut known = BTreeMap::new();
    let mut rows = read.conn().prepare_cached(&format!("{MENTEES} {}", of("mentee")))?;
    for one in rows.query_map([blob(class)], mentee)? {
        let one = one?;
        known.insert(one.enrolment, one);
    }
    let order = "ORDER BY mentee_need.ord, mentee_need.id";
    let mut rows = read.conn().prepare_cached(&format!("{NEEDS} {} {order}", of("mentee_need")))?;
    for line in rows.query_map([blob(class)], need)? {
        let (enrolment, _, need) = line?;
        known.entry(enrolment).or_insert_with(|| Mentee::blank(enrolment)).needs.push(need);
    }
    let order = "ORDER BY side, mentoring_wish.ord, mentor_id";
    let mut rows = read.conn().prepare_cached(&format!("{WISHES} {} {order}", of("mentoring_wish")))?;
    for line in rows.query_map([blob(class)], wish)? {
        let (enrolment, wish) = line?;
        known.entry(enrolment).or_insert_with(|| Mentee::blank(enrolment)).wishes.push(wish);
    }
    Ok(known)
}

/// Makes what is known of a participant equal to this, writing only the lines that differ.
///
/// # Errors
/// The store's own, among them that somebody named is gone.
pub fn save(tx: &Tx<'_>, mentee: &Mentee) -> Result<()> {
    tx.conn()
        .prepare_cached(
            "INSERT INTO mentee (enrolment_id, superior_id, examiner_id, place, languages, note)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (enrolment_id) DO UPDATE SET superior_id = excluded.superior_id,
                 examiner_id = excluded.examiner_id, place = excluded.place, languages = excluded.languages,
                 note = excluded.note",
        )?
        .execute(params![
            blob(mentee.enrolment),
            maybe(mentee.superior),
            maybe(mentee.examiner),
            mentee.place,
            mentee.languages,
            mentee.note,
        ])
        .context("mentee")?;
    save_needs(tx, mentee.enrolment, &mentee.needs)?;
    save_wishes(tx, mentee.enrolment, &mentee.wishes)
}

/// Makes the needs of a participant equal to these. An id of another participant counts as a new line.
///
/// # Errors
/// The store's own.
pub fn save_needs(tx: &Tx<'_>, enrolment: EnrolmentId, wanted: &[Need]) -> Result<()> {
    let mut rows = tx.conn().prepare_cached(&format!("{NEEDS} WHERE enrolment_id = ?1"))?;
    let mut left: BTreeMap<NeedId, (u32, Need)> = BTreeMap::new();
    for line in rows.query_map([blob(enrolment)], need)? {
        let (_, ord, need) = line?;
        if let Some(key) = need.id {
            left.insert(key, (ord, need));
        }
    }
    let known: Vec<_> = wanted.iter().map(|line| line.id.and_then(|key| left.remove(&key))).collect();
    for gone in left.into_keys() {
        tx.conn().prepare_cached("DELETE FROM mentee_need WHERE id = ?1")?.execute([blob(gone)])?;
    }
    let mut upsert = tx.conn().prepare_cached(
        "INSERT INTO mentee_need (id, enrolment_id, ord, field, required, current) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
         ON CONFLICT (id) DO UPDATE SET ord = excluded.ord, field = excluded.field, required = excluded.required,
                                        current = excluded.current",
    )?;
    for (ord, (line, known)) in (0_u32..).zip(wanted.iter().zip(known)) {
        let key = known.as_ref().and_then(|(_, known)| known.id).unwrap_or_else(|| tx.id());
        if known.is_none_or(|known| known != (ord, line.clone())) {
            upsert
                .execute(params![blob(key), blob(enrolment), ord, line.field, line.required, line.current])
                .context("mentee_need")?;
        }
    }
    Ok(())
}

fn save_wishes(tx: &Tx<'_>, enrolment: EnrolmentId, wanted: &[Wish]) -> Result<()> {
    let mut rows = tx.conn().prepare_cached(&format!("{WISHES} WHERE enrolment_id = ?1"))?;
    let stored: Vec<Wish> =
        rows.query_map([blob(enrolment)], |row| Ok(wish(row)?.1))?.collect::<rusqlite::Result<_>>()?;
    for gone in stored.iter().filter(|old| !wanted.iter().any(|new| (new.mentor, new.side) == (old.mentor, old.side))) {
        tx.conn()
            .prepare_cached("DELETE FROM mentoring_wish WHERE enrolment_id = ?1 AND mentor_id = ?2 AND side = ?3")?
            .execute(params![blob(enrolment), blob(gone.mentor), gone.side.code()])?;
    }
    for new in wanted.iter().filter(|new| !stored.contains(new)) {
        tx.conn()
            .prepare_cached(
                "INSERT INTO mentoring_wish (enrolment_id, mentor_id, side, ord) VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT (enrolment_id, mentor_id, side) DO UPDATE SET ord = excluded.ord",
            )?
            .execute(params![blob(enrolment), blob(new.mentor), new.side.code(), new.ord])
            .context("mentoring_wish")?;
    }
    Ok(())
}

/// Takes away what is known of a participant, and its places in proposals.
///
/// # Errors
/// The store's own.
pub fn clear(tx: &Tx<'_>, enrolment: EnrolmentId) -> Result<()> {
    for statement in [
        "DELETE FROM mentee_need WHERE enrolment_id = ?1",
        "DELETE FROM mentoring_wish WHERE enrolment_id = ?1",
        "DELETE FROM mentee WHERE enrolment_id = ?1",
        "DELETE FROM mentoring_place WHERE enrolment_id = ?1",
    ] {
        tx.conn().prepare_cached(statement)?.execute([blob(enrolment)]).context("mentee")?;
    }
    Ok(())
}

/// Fields named by mentors, needs and programmes, in order of their names, each once.
///
/// # Errors
/// The store's own.
pub fn field_names(read: &Read<'_>) -> Result<Vec<String>> {
    let mut rows = read.conn().prepare_cached(
        "SELECT min(field) FROM (SELECT field FROM mentor_field UNION SELECT field FROM mentee_need
                                 UNION SELECT field FROM programme WHERE field <> '')
         GROUP BY lower(field) ORDER BY lower(field)",
    )?;
    Ok(rows.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
}

/// Somebody who works in a unit now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Colleague {
    /// The person.
    pub person: PersonId,
    /// Position.
    pub position: String,
    /// Rises with the rank.
    pub rank_sort: u32,
}

/// Those in service in a unit, without the units below, whose position may lead it, the highest rank first. The words
/// are those of [`domain::mentoring::mentee::leads_unit`], which has the last say.
///
/// # Errors
/// The store's own.
pub fn in_unit(read: &Read<'_>, unit: UnitId) -> Result<Vec<Colleague>> {
    let mut rows = read.conn().prepare_cached(
        "SELECT person_id, person_now.position, rank_sort FROM person_now JOIN person ON person.id = person_id
         WHERE unit_id = ?1 AND active = 1
           AND (person_now.position LIKE '%kepala%' OR person_now.position LIKE '%camat%'
                OR person_now.position LIKE '%lurah%' OR person_now.position LIKE '%direktur%'
                OR person_now.position LIKE '%inspektur%' OR person_now.position LIKE '%sekretaris%'
                OR person_now.position LIKE '%ketua%' OR person_now.position LIKE '%asisten%')
         ORDER BY rank_sort DESC, sort_name, person_id",
    )?;
    let rows = rows.query_map([blob(unit)], |row| {
        Ok(Colleague { person: id(row, 0)?, position: row.get("position")?, rank_sort: row.get("rank_sort")? })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The unit of each participant of a class.
///
/// # Errors
/// The store's own.
pub fn units(read: &Read<'_>, class: ClassId) -> Result<BTreeMap<EnrolmentId, UnitId>> {
    let mut rows = read.conn().prepare_cached(
        "SELECT enrolment.id, unit_id FROM enrolment JOIN person_now ON person_now.person_id = enrolment.person_id
         WHERE enrolment.class_id = ?1 AND enrolment.role = 'peserta' AND unit_id IS NOT NULL",
    )?;
    Ok(rows.query_map([blob(class)], |row| Ok((id(row, 0)?, id(row, 1)?)))?.collect::<rusqlite::Result<_>>()?)
}
