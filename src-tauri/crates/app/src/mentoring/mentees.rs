//! What the pairing knows of the participants of a class.

use super::ground::Ground;
use crate::classes::{open_class, title};
use crate::{App, Result};
use domain::certificates::content::Role;
use domain::ids::{ClassId, EnrolmentId, PersonId, UnitId};
use domain::mentoring::mentee::{Mentee, Need, check_needs, leads_unit};
use domain::mentoring::readiness;
use domain::refusal::{Code, Fields, Refusal};
use domain::safety::{Op, Outcome};
use serde::Serialize;
use specta::Type;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use store::people::UnitTree;
use store::{Read, Tx};

/// A person to show beside a field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct NamedPerson {
    /// Its id.
    pub id: PersonId,
    /// Name with titles.
    pub name: String,
    /// Position in force, or empty.
    pub position: String,
}

/// A participant with what the pairing knows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct MenteeRow {
    /// The place in the class.
    pub enrolment: EnrolmentId,
    /// The person.
    pub person: PersonId,
    /// Name with titles.
    pub name: String,
    /// NIP in force, or empty.
    pub nip: String,
    /// Rank in force, or empty.
    pub rank: String,
    /// Position in force, or empty.
    pub position: String,
    /// Path of the unit, or empty.
    pub unit: String,
    /// What the form edits.
    pub data: Mentee,
    /// Direct superior.
    pub superior: Option<NamedPerson>,
    /// Examiner.
    pub examiner: Option<NamedPerson>,
    /// Who leads the unit, where no superior is set: likely the direct superior.
    pub suggested_superior: Option<NamedPerson>,
    /// What is missing before this participant can be paired well, one sentence each.
    pub lacks: Vec<String>,
}

/// The participants of a class who have not left, in the order of enrolment.
///
/// # Errors
/// [`Code::NotFound`].
pub fn mentees(app: &App, class: ClassId) -> Result<Vec<MenteeRow>> {
    Ok(app.store.read(|read| {
        let ground = Ground::read(read, class, None)?;
        let mut data = store::mentoring::mentee::of_class(read, class)?;
        let suggested = suggestions(read, class, &data)?;
        let mut named = Named::default();
        let examined = ground.mentees.iter().any(|mentee| mentee.examiner.is_some());
        let mut rows = Vec::with_capacity(ground.listed.len());
        for facts in ground.listed.iter().map(|at| &ground.mentees[*at]) {
            let Some(person) = facts.worker.card.person else { continue };
            let card = facts.worker.card.clone();
            let data = data.remove(&facts.id).unwrap_or_else(|| Mentee::blank(facts.id));
            rows.push(MenteeRow {
                enrolment: facts.id,
                person,
                name: card.name,
                nip: card.nip,
                rank: card.rank,
                position: card.position,
                unit: card.unit,
                superior: named.get(read, data.superior)?,
                examiner: named.get(read, data.examiner)?,
                suggested_superior: named.get(read, suggested.get(&facts.id).copied())?,
                data,
                lacks: readiness::mentee(facts, &ground.settings, examined),
            });
        }
        Ok(rows)
    })?)
}

/// People whose names were looked up.
#[derive(Default)]
struct Named(BTreeMap<PersonId, Option<NamedPerson>>);

impl Named {
    fn get(&mut self, read: &Read<'_>, person: Option<PersonId>) -> store::Result<Option<NamedPerson>> {
        let Some(person) = person else { return Ok(None) };
        if let Some(known) = self.0.get(&person) {
            return Ok(known.clone());
        }
        let row = store::people::rows(read, &[person])?.into_iter().next();
        let found = row.map(|row| NamedPerson { id: row.id, name: row.name, position: row.position });
        self.0.insert(person, found.clone());
        Ok(found)
    }
}

/// Who likely is the direct superior of each participant who has none: the highest in rank of those who lead the unit,
/// or, for somebody who leads it, of those who lead the nearest unit above.
fn suggestions(
    read: &Read<'_>,
    class: ClassId,
    data: &BTreeMap<EnrolmentId, Mentee>,
) -> store::Result<BTreeMap<EnrolmentId, PersonId>> {
    let tree = UnitTree::read(read)?;
    let units = store::mentoring::mentee::units(read, class)?;
    let mut heads: BTreeMap<UnitId, Vec<PersonId>> = BTreeMap::new();
    let mut found = BTreeMap::new();
    for member in store::classes::enrolment::members(read, class)? {
        let wanted = data.get(&member.id).is_none_or(|data| data.superior.is_none());
        let Some(unit) = units.get(&member.id).filter(|_| wanted && member.withdrawn.is_empty()) else { continue };
        for above in tree.line(*unit).into_iter().rev() {
            if let Entry::Vacant(entry) = heads.entry(above.id) {
                let people = store::mentoring::mentee::in_unit(read, above.id)?;
                let leading = people.into_iter().filter(|one| leads_unit(&one.position));
                entry.insert(leading.map(|one| one.person).collect());
            }
            let leading = heads.get(&above.id).map(Vec::as_slice).unwrap_or_default();
            if leading.contains(&member.person) {
                continue;
            }
            if let Some(head) = leading.first() {
                found.insert(member.id, *head);
                break;
            }
        }
    }
    Ok(found)
}

/// A participant of an open class: the class and who it is.
fn participant(tx: &Tx<'_>, id: EnrolmentId) -> store::Result<(ClassId, PersonId)> {
    let gone = || Refusal::new(Code::NotFound, "Orang ini sudah bukan peserta kelas.");
    let (class, place) = store::classes::enrolment::get(tx, id)?.ok_or_else(gone)?;
    open_class(tx, class)?;
    if place.role != Role::Peserta || !place.withdrawn.is_empty() {
        return Err(gone().into());
    }
    Ok((class, place.person))
}

/// Saves what the pairing knows of a participant.
///
/// # Errors
/// Refused fields; [`Code::NotAllowed`] when the class is closed; [`Code::NotFound`].
pub fn save_mentee(app: &App, mentee: Mentee) -> Result<Outcome<()>> {
    let mentee = mentee.checked()?;
    Ok(app.store.write(&app.actor()?, Op::new("mentoring.save_mentee", "Ubah data mentoring peserta"), |tx| {
        let (class, person) = participant(tx, mentee.enrolment)?;
        check_people(tx, &mentee, person)?;
        let name = store::people::rows(tx, &[person])?.into_iter().next().map(|row| row.name);
        tx.describe(format!("Ubah data mentoring {}", name.unwrap_or_default()));
        let stored = store::mentoring::mentee::of_class(tx, class)?.remove(&mentee.enrolment);
        if stored.unwrap_or_else(|| Mentee::blank(mentee.enrolment)) == mentee {
            return Ok(());
        }
        store::mentoring::mentee::save(tx, &mentee)
    })?)
}

fn check_people(tx: &Tx<'_>, mentee: &Mentee, person: PersonId) -> store::Result<()> {
    let mut fields = Fields::new();
    for (field, who, word) in
        [("superior", mentee.superior, "atasan langsung"), ("examiner", mentee.examiner, "penguji")]
    {
        if who == Some(person) {
            fields.refuse(field, format!("Peserta tidak dapat menjadi {word} bagi dirinya sendiri."));
        }
        if let Some(who) = who
            && store::people::get(tx, who)?.is_none()
        {
            fields.refuse(field, "Orang ini sudah tidak ada dalam daftar ASN. Pilih lagi.");
        }
    }
    for (at, wish) in mentee.wishes.iter().enumerate() {
        if store::mentoring::mentor::get(tx, wish.mentor)?.is_none() {
            fields.refuse(format!("wishes.{at}.mentor"), "Mentor ini sudah tidak ada. Pilih lagi.");
        }
    }
    Ok(fields.finish()?)
}

/// Takes every suggested superior where none is set; how many there were.
///
/// # Errors
/// [`Code::NotAllowed`] when the class is closed; [`Code::NotFound`].
pub fn fill_superiors(app: &App, class: ClassId) -> Result<Outcome<u32>> {
    Ok(app.store.write(&app.actor()?, Op::new("mentoring.superiors", "Isi atasan langsung"), |tx| {
        let stored = open_class(tx, class)?;
        let mut data = store::mentoring::mentee::of_class(tx, class)?;
        let mut filled = 0;
        for (enrolment, superior) in suggestions(tx, class, &data)? {
            let mentee = data.remove(&enrolment).unwrap_or_else(|| Mentee::blank(enrolment));
            store::mentoring::mentee::save(tx, &Mentee { superior: Some(superior), ..mentee })?;
            filled += 1;
        }
        tx.describe(format!("Isi {filled} atasan langsung, {}", title(&stored)));
        Ok(filled)
    })?)
}

/// Gives several participants the same needs, in place of what they had.
///
/// # Errors
/// Refused fields; [`Code::NotAllowed`] when a class is closed; [`Code::NotFound`].
pub fn set_needs(app: &App, enrolments: Vec<EnrolmentId>, needs: Vec<Need>) -> Result<Outcome<()>> {
    let mut needs: Vec<Need> = needs.into_iter().map(|need| Need { id: None, ..need }).collect();
    let mut fields = Fields::new();
    check_needs(&mut needs, &mut fields);
    fields.finish()?;
    let op = Op::new("mentoring.needs", format!("Isi kebutuhan {} peserta", enrolments.len()));
    Ok(app.store.write(&app.actor()?, op, |tx| {
        for enrolment in &enrolments {
            participant(tx, *enrolment)?;
            store::mentoring::mentee::save_needs(tx, *enrolment, &needs)?;
        }
        Ok(())
    })?)
}
