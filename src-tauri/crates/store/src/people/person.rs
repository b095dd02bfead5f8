//! Persons and their histories: `person`, `person_nip`, `person_rank`, `person_post`, `person_education`.

use super::history::{self, Line};
use crate::columns::{blob, id, maybe, maybe_id, word};
use crate::error::Error;
use crate::{Read, Result, Tx};
use domain::ids::PersonId;
use domain::people::nip::Sex;
use domain::people::{EducationEntry, NipEntry, Person, PersonKind, PostEntry, RankEntry};
use domain::refusal::{Code, Refusal};
use rusqlite::{OptionalExtension, Row, params};
use std::collections::BTreeMap;

const COLUMNS: &str = "id, kind, name, title_front, title_back, sex, birth_place, birth_date, nik, phone, email, \
                       address, note, active, photo_id";
const INSERT: &str = "INSERT INTO person (id, kind, name, title_front, title_back, sex, birth_place, birth_date, nik, \
                      phone, email, address, note, active, photo_id) \
                      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)";

fn read_person(row: &Row<'_>) -> rusqlite::Result<Person> {
    let sex: Option<String> = row.get(5)?;
    Ok(Person {
        id: Some(id(row, 0)?),
        name: row.get(2)?,
        title_front: row.get(3)?,
        title_back: row.get(4)?,
        sex: sex.map(|letter| if letter == "l" { Sex::L } else { Sex::P }),
        birth_place: row.get(6)?,
        birth_date: row.get(7)?,
        nik: row.get(8)?,
        phone: row.get(9)?,
        email: row.get(10)?,
        address: row.get(11)?,
        note: row.get(12)?,
        active: row.get(13)?,
        photo: maybe_id(row, 14)?,
        ..Person::blank(word(row, 1, PersonKind::from_code)?)
    })
}

/// A person whole; none when there is nobody of this id.
///
/// # Errors
/// The store fails.
pub fn get(read: &Read<'_>, person: PersonId) -> Result<Option<Person>> {
    let mut statement = read.conn().prepare_cached(&format!("SELECT {COLUMNS} FROM person WHERE id = ?1"))?;
    let Some(mut found) = statement.query_row([blob(person)], read_person).optional()? else {
        return Ok(None);
    };
    found.nips = history::of_person(read, person)?;
    found.ranks = history::of_person(read, person)?;
    found.posts = history::of_person(read, person)?;
    found.educations = history::of_person(read, person)?;
    Ok(Some(found))
}

/// Everybody whole, by id: what an import compares with.
///
/// # Errors
/// The store fails.
pub fn everyone(read: &Read<'_>) -> Result<BTreeMap<PersonId, Person>> {
    let mut people = BTreeMap::new();
    let mut statement = read.conn().prepare_cached(&format!("SELECT {COLUMNS} FROM person ORDER BY id"))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let person = read_person(row)?;
        if let Some(key) = person.id {
            people.insert(key, person);
        }
    }
    history::of_everyone(read, |person, line: NipEntry| push(&mut people, person, |found| found.nips.push(line)))?;
    history::of_everyone(read, |person, line: RankEntry| push(&mut people, person, |found| found.ranks.push(line)))?;
    history::of_everyone(read, |person, line: PostEntry| push(&mut people, person, |found| found.posts.push(line)))?;
    history::of_everyone(read, |person, line: EducationEntry| {
        push(&mut people, person, |found| found.educations.push(line));
    })?;
    Ok(people)
}

fn push(people: &mut BTreeMap<PersonId, Person>, person: PersonId, add: impl FnOnce(&mut Person)) {
    if let Some(found) = people.get_mut(&person) {
        add(found);
    }
}

/// Writes a new person with all histories; `person.id` does not count.
///
/// # Errors
/// [`Code::Duplicate`] when a NIP already belongs to somebody; the store fails.
pub fn insert(tx: &Tx<'_>, person: &Person) -> Result<PersonId> {
    let key: PersonId = tx.id();
    tx.conn().prepare_cached(INSERT)?.execute(params![
        blob(key),
        person.kind.code(),
        person.name,
        person.title_front,
        person.title_back,
        sex_code(person),
        person.birth_place,
        person.birth_date,
        person.nik,
        person.phone,
        person.email,
        person.address,
        person.note,
        person.active,
        maybe(person.photo),
    ])?;
    save_histories(tx, key, &Person::blank(person.kind), person)?;
    Ok(key)
}

/// Makes a stored person and the histories equal to `person`, writing only what differs.
///
/// # Errors
/// [`Code::NotFound`] when there is nobody of this id; [`Code::Duplicate`] when a NIP belongs to somebody else.
pub fn save(tx: &Tx<'_>, key: PersonId, person: &Person) -> Result<()> {
    let stored =
        get(tx, key)?.ok_or_else(|| Refusal::new(Code::NotFound, "Orang ini sudah tidak ada dalam daftar."))?;
    save_over(tx, key, &stored, person)
}

/// Like [`save`], for callers that already hold the stored person.
///
/// # Errors
/// As [`save`].
pub fn save_over(tx: &Tx<'_>, key: PersonId, stored: &Person, person: &Person) -> Result<()> {
    tx.conn()
        .prepare_cached(
            "UPDATE person SET kind = ?2, name = ?3, title_front = ?4, title_back = ?5, sex = ?6, birth_place = ?7,
                 birth_date = ?8, nik = ?9, phone = ?10, email = ?11, address = ?12, note = ?13, active = ?14,
                 photo_id = ?15
             WHERE id = ?1",
        )?
        .execute(params![
            blob(key),
            person.kind.code(),
            person.name,
            person.title_front,
            person.title_back,
            sex_code(person),
            person.birth_place,
            person.birth_date,
            person.nik,
            person.phone,
            person.email,
            person.address,
            person.note,
            person.active,
            maybe(person.photo),
        ])?;
    save_histories(tx, key, stored, person)
}

fn sex_code(person: &Person) -> Option<&'static str> {
    person.sex.map(|sex| match sex {
        Sex::L => "l",
        Sex::P => "p",
    })
}

fn save_histories(tx: &Tx<'_>, key: PersonId, stored: &Person, person: &Person) -> Result<()> {
    history::save(tx, key, &stored.nips, &person.nips).map_err(|error| name_the_owner(tx, key, person, error))?;
    history::save(tx, key, &stored.ranks, &person.ranks)?;
    history::save(tx, key, &stored.posts, &person.posts)?;
    history::save(tx, key, &stored.educations, &person.educations)
}

/// Turns "UNIQUE failed" into the sentence that names who has the NIP.
fn name_the_owner(tx: &Tx<'_>, key: PersonId, person: &Person, error: Error) -> Error {
    let owner = |nip: &str| {
        tx.conn()
            .query_row(
                "SELECT name FROM person_nip JOIN person ON person.id = person_id WHERE nip = ?1 AND person_id <> ?2",
                params![nip, blob(key)],
                |row| row.get::<_, String>(0),
            )
            .optional()
    };
    for entry in &person.nips {
        if let Ok(Some(name)) = owner(&entry.nip) {
            let message =
                format!("NIP {} sudah dipakai oleh {name}. Periksa NIP, atau gabungkan kedua orang ini.", entry.nip);
            return Refusal { code: Code::Duplicate, ..Refusal::field("nips", message) }.into();
        }
    }
    error
}

/// Moves everything that hangs on `from` to `to` and removes `from`. Histories that `to` already has are dropped.
///
/// # Errors
/// [`Code::NotAllowed`] when both are in one class in the same part; the store fails.
pub fn merge(tx: &Tx<'_>, to: PersonId, from: PersonId) -> Result<()> {
    let both = "SELECT programme.name || ' ' || class.name FROM enrolment AS kept
         JOIN enrolment AS moved ON moved.class_id = kept.class_id AND moved.role = kept.role
         JOIN class ON class.id = kept.class_id JOIN programme ON programme.id = class.programme_id
         WHERE kept.person_id = ?1 AND moved.person_id = ?2 LIMIT 1";
    let clash = tx.conn().query_row(both, [blob(to), blob(from)], |row| row.get::<_, String>(0)).optional()?;
    if let Some(class) = clash {
        let message =
            format!("Keduanya terdaftar dalam kelas yang sama ({class}). Keluarkan salah satu dari kelas itu dahulu.");
        return Err(Refusal::new(Code::NotAllowed, message).into());
    }
    history::adopt::<NipEntry>(tx, to, from)?;
    history::adopt::<RankEntry>(tx, to, from)?;
    history::adopt::<PostEntry>(tx, to, from)?;
    history::adopt::<EducationEntry>(tx, to, from)?;
    for table in ["enrolment", "certificate"] {
        tx.conn()
            .execute(&format!("UPDATE {table} SET person_id = ?1 WHERE person_id = ?2"), [blob(to), blob(from)])?;
    }
    crate::mentoring::merge::merge_person(tx, to, from)?;
    crate::planning::speaker::merge_person(tx, to, from)?;
    crate::needs::merge::merge_person(tx, to, from)?;
    crate::planning::resource::merge_person(tx, to, from)?;
    crate::planning::item::merge_people(tx, to, from)?;
    tx.conn().execute("DELETE FROM person WHERE id = ?1", [blob(from)])?;
    Ok(())
}

/// What hangs on a person: enrolments and certificates.
///
/// # Errors
/// The store fails.
pub fn references(read: &Read<'_>, person: PersonId) -> Result<(u32, u32)> {
    Ok(read.conn().query_row(
        "SELECT (SELECT count(*) FROM enrolment WHERE person_id = ?1), (SELECT count(*) FROM certificate WHERE person_id = ?1)",
        [blob(person)],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?)
}

impl Line for NipEntry {
    const TABLE: &'static str = "person_nip";
    const COLUMNS: &'static str = "valid_from, nip";
    const INSERT: &'static str = "INSERT INTO person_nip (id, valid_from, nip, person_id) VALUES (?1, ?2, ?3, ?4)";
    const ORDER: &'static str = "valid_from";
    const CLASH: &'static str = "FALSE";

    fn key(&self) -> Option<domain::ids::HistoryId> {
        self.id
    }

    fn moved_from(&self, stored: &Self) -> bool {
        self.valid_from != stored.valid_from || self.nip != stored.nip
    }

    fn values(&self) -> Vec<rusqlite::types::Value> {
        vec![history::day(self.valid_from), self.nip.clone().into()]
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self { id: Some(id(row, 1)?), valid_from: crate::columns::since_at(row, 2)?, nip: row.get(3)? })
    }
}

impl Line for RankEntry {
    const TABLE: &'static str = "person_rank";
    const COLUMNS: &'static str = "valid_from, rank";
    const INSERT: &'static str = "INSERT INTO person_rank (id, valid_from, rank, person_id) VALUES (?1, ?2, ?3, ?4)";
    const ORDER: &'static str = "valid_from";
    const CLASH: &'static str = "kept.valid_from = moved.valid_from";

    fn key(&self) -> Option<domain::ids::HistoryId> {
        self.id
    }

    fn moved_from(&self, stored: &Self) -> bool {
        self.valid_from != stored.valid_from
    }

    fn values(&self) -> Vec<rusqlite::types::Value> {
        vec![history::day(self.valid_from), self.rank.clone().into()]
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self { id: Some(id(row, 1)?), valid_from: crate::columns::since_at(row, 2)?, rank: row.get(3)? })
    }
}

impl Line for PostEntry {
    const TABLE: &'static str = "person_post";
    const COLUMNS: &'static str = "valid_from, position, position_kind, eselon, unit_id";
    const INSERT: &'static str = "INSERT INTO person_post (id, valid_from, position, position_kind, eselon, unit_id, person_id) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    const ORDER: &'static str = "valid_from";
    const CLASH: &'static str = "kept.valid_from = moved.valid_from";

    fn key(&self) -> Option<domain::ids::HistoryId> {
        self.id
    }

    fn moved_from(&self, stored: &Self) -> bool {
        self.valid_from != stored.valid_from
    }

    fn values(&self) -> Vec<rusqlite::types::Value> {
        let unit =
            self.unit.map_or(rusqlite::types::Value::Null, |unit| uuid::Uuid::from(unit).as_bytes().to_vec().into());
        vec![
            history::day(self.valid_from),
            self.position.clone().into(),
            self.position_kind.clone().into(),
            self.eselon.clone().into(),
            unit,
        ]
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: Some(id(row, 1)?),
            valid_from: crate::columns::since_at(row, 2)?,
            position: row.get(3)?,
            position_kind: row.get(4)?,
            eselon: row.get(5)?,
            unit: maybe_id(row, 6)?,
        })
    }
}

impl Line for EducationEntry {
    const TABLE: &'static str = "person_education";
    const COLUMNS: &'static str = "level, major, school, year";
    const INSERT: &'static str =
        "INSERT INTO person_education (id, level, major, school, year, person_id) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    const ORDER: &'static str = "ifnull(year, 0), level, major";
    const CLASH: &'static str = "kept.level = moved.level AND kept.major = moved.major";

    fn key(&self) -> Option<domain::ids::HistoryId> {
        self.id
    }

    fn moved_from(&self, stored: &Self) -> bool {
        (&self.level, &self.major) != (&stored.level, &stored.major)
    }

    fn values(&self) -> Vec<rusqlite::types::Value> {
        vec![
            self.level.clone().into(),
            self.major.clone().into(),
            self.school.clone().into(),
            self.year.map_or(rusqlite::types::Value::Null, |year| i64::from(year).into()),
        ]
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: Some(id(row, 1)?),
            level: row.get(2)?,
            major: row.get(3)?,
            school: row.get(4)?,
            year: row.get(5)?,
        })
    }
}
