//! Who takes part in a class, and in which part.

use super::view::counted;
use super::{count, open_class, stored, title};
use crate::{App, Result};
use domain::certificates::content::Role;
use domain::classes::Enrolment;
use domain::ids::{ClassId, EnrolmentId, PersonId};
use domain::mentoring::pair::Ending;
use domain::people::name::tidy;
use domain::refusal::{Code, Refusal};
use domain::safety::{Op, Outcome};
use serde::Serialize;
use specta::Type;
use store::Tx;
use store::classes::class::Stored;
use store::classes::enrolment as table;

/// A place in a class.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct EnrolmentRow {
    /// The place.
    pub id: EnrolmentId,
    /// The person.
    pub person: PersonId,
    /// Name with titles.
    pub name: String,
    /// NIP in force, or empty.
    pub nip: String,
    /// Rank.
    pub rank: String,
    /// Position.
    pub position: String,
    /// Unit.
    pub unit: String,
    /// Part in the class.
    pub role: Role,
    /// Reason for having left; empty while enrolled.
    pub withdrawn: String,
}

/// What enrolling people came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
pub struct EnrolReport {
    /// New in the class.
    pub added: u32,
    /// Had that part in the class before.
    pub already: u32,
}

/// Everybody in a class, in the order of enrolment.
///
/// # Errors
/// [`Code::NotFound`].
pub fn enrolments(app: &App, id: ClassId) -> Result<Vec<EnrolmentRow>> {
    let members = app.store.read(|read| {
        stored(read, id)?;
        table::members(read, id)
    })?;
    let row = |member: table::Member| EnrolmentRow {
        id: member.id,
        person: member.person,
        name: member.full_name,
        nip: member.nip,
        rank: member.rank,
        position: member.position,
        unit: member.unit,
        role: member.role,
        withdrawn: member.withdrawn,
    };
    Ok(members.into_iter().map(row).collect())
}

/// Enrols people in one part; who has it already stays as is.
///
/// # Errors
/// [`Code::NotAllowed`] when the class is closed; [`Code::NotFound`].
pub fn enrol(app: &App, id: ClassId, people: Vec<PersonId>, role: Role) -> Result<Outcome<EnrolReport>> {
    Ok(app.store.write(&app.actor()?, Op::new("classes.enrol", "Masukkan orang ke kelas"), |tx| {
        let stored = open_class(tx, id)?;
        if store::people::rows(tx, &people)?.len() != people.len() {
            return Err(Refusal::new(Code::NotFound, "Ada orang yang sudah tidak ada dalam daftar. Pilih lagi.").into());
        }
        let mut added = 0;
        for person in &people {
            added += usize::from(table::add(tx, id, *person, role)?.is_some());
        }
        let who = counted(added, &role.word().to_lowercase());
        tx.describe(format!("Masukkan {who}, {}", title(&stored)));
        Ok(EnrolReport { added: count(added), already: count(people.len() - added) })
    })?)
}

/// A place in an open class, with the name of who has it.
fn open_place(tx: &Tx<'_>, id: EnrolmentId) -> store::Result<(Stored, ClassId, Enrolment, String)> {
    let gone = || Refusal::new(Code::NotFound, "Orang ini sudah tidak ada dalam kelas.");
    let (class, place) = table::get(tx, id)?.ok_or_else(gone)?;
    let stored = open_class(tx, class)?;
    let name = store::people::get(tx, place.person)?.ok_or_else(gone)?.full_name();
    Ok((stored, class, place, name))
}

/// Refuses what would take a participant who has or had a mentor out of the record.
fn require_unpaired(tx: &Tx<'_>, id: EnrolmentId, name: &str, verb: &str) -> store::Result<()> {
    if !store::mentoring::record::ever_paired(tx, id)? {
        return Ok(());
    }
    let message = format!(
        "{name} mempunyai atau pernah mempunyai mentor di kelas ini, jadi tidak dapat {verb}. Catat sebagai \
         mengundurkan diri."
    );
    Err(Refusal::new(Code::NotAllowed, message).into())
}

/// Refuses what would take a participant about whom somebody has answered a follow-up out of the record.
fn require_unasked(tx: &Tx<'_>, id: EnrolmentId, name: &str, verb: &str) -> store::Result<()> {
    let sheets = store::evaluation::followup::about(tx, id)?;
    if sheets == 0 {
        return Ok(());
    }
    let message = format!(
        "Ada {sheets} lembar tindak lanjut tentang {name} di kelas ini, jadi tidak dapat {verb}. Catat sebagai \
         mengundurkan diri."
    );
    Err(Refusal::new(Code::NotAllowed, message).into())
}

/// Refuses what would take a speaker whom participants have judged or are judging out of the record.
fn require_unjudged(tx: &Tx<'_>, id: EnrolmentId, name: &str, verb: &str) -> store::Result<()> {
    let rounds = store::evaluation::feedback::rounds_of_speaker(tx, id)?;
    if rounds == 0 {
        return Ok(());
    }
    let message = format!(
        "{name} dinilai dalam {rounds} penilaian peserta di kelas ini, jadi tidak dapat {verb}. Catat sebagai \
         mengundurkan diri, atau hapus dahulu penilaian itu."
    );
    Err(Refusal::new(Code::NotAllowed, message).into())
}

/// Gives somebody another part in the class. Who is no longer a participant loses marks and scores and what the pairing
/// knows, in the same operation.
///
/// # Errors
/// [`Code::Duplicate`] when the person has that part already; [`Code::NotAllowed`] when the class is closed, or for a
/// participant who has ever had a mentor or about whom a follow-up was answered, or for a judged speaker who would become
/// a participant.
pub fn set_role(app: &App, id: EnrolmentId, role: Role) -> Result<Outcome<()>> {
    Ok(app.store.write(&app.actor()?, Op::new("classes.set_role", "Ubah peran"), |tx| {
        let (stored, _, place, name) = open_place(tx, id)?;
        tx.describe(format!("Peran {name} menjadi {}, {}", role.word().to_lowercase(), title(&stored)));
        if place.role == role {
            return Ok(());
        }
        if !table::set_role(tx, id, role)? {
            let message = format!("{name} sudah terdaftar sebagai {} di kelas ini.", role.word().to_lowercase());
            return Err(Refusal::new(Code::Duplicate, message).into());
        }
        if role == Role::Peserta {
            require_unjudged(tx, id, &name, "dijadikan peserta")?;
        }
        if place.role == Role::Peserta {
            require_unpaired(tx, id, &name, "diganti perannya")?;
            require_unasked(tx, id, &name, "diganti perannya")?;
            table::clear(tx, id)?;
            store::mentoring::mentee::clear(tx, id)?;
        }
        Ok(())
    })?)
}

/// Notes that somebody has left the class and why, and ends the running pair with a mentor; an empty reason takes the
/// note back, the pair stays ended.
///
/// # Errors
/// [`Code::NotAllowed`] when the class is closed; [`Code::NotFound`].
pub fn withdraw(app: &App, id: EnrolmentId, reason: &str) -> Result<Outcome<()>> {
    let reason = tidy(reason);
    Ok(app.store.write(&app.actor()?, Op::new("classes.withdraw", "Pengunduran diri"), |tx| {
        let (stored, _, _, name) = open_place(tx, id)?;
        tx.describe(if reason.is_empty() {
            format!("{name} kembali mengikuti {}", title(&stored))
        } else {
            format!("{name} mengundurkan diri dari {}: {reason}", title(&stored))
        });
        if !reason.is_empty()
            && let Some(pair) = store::mentoring::pair::running_of(tx, id)?
        {
            let last = store::mentoring::meeting::of_pair(tx, pair.id)?.last().map(|meeting| meeting.date);
            let day = tx.now().today.max(pair.starts).max(last.unwrap_or(pair.starts));
            store::mentoring::pair::end(tx, pair.id, day, Ending::MenteeLeft, &reason)?;
        }
        table::set_withdrawn(tx, id, &reason)
    })?)
}

/// Removes people from their classes with their marks and scores, what the pairing knows, and their part in projects.
///
/// # Errors
/// [`Code::NotAllowed`] when a class is closed or somebody has had a certificate, a mentor or a follow-up sheet in it, or
/// was judged as a speaker; [`Code::NotFound`].
pub fn remove(app: &App, ids: Vec<EnrolmentId>) -> Result<Outcome<()>> {
    Ok(app.store.write(&app.actor()?, Op::new("classes.remove", "Keluarkan orang dari kelas"), |tx| {
        let mut last = None;
        for id in &ids {
            let (stored, class, _, name) = open_place(tx, *id)?;
            if table::has_certificate(tx, class, *id)? {
                let message = format!(
                    "{name} pernah menerima sertifikat di kelas ini, jadi tidak dapat dikeluarkan. Catat sebagai \
                     mengundurkan diri."
                );
                return Err(Refusal::new(Code::NotAllowed, message).into());
            }
            require_unpaired(tx, *id, &name, "dikeluarkan")?;
            require_unasked(tx, *id, &name, "dikeluarkan")?;
            require_unjudged(tx, *id, &name, "dikeluarkan")?;
            table::remove(tx, *id)?;
            last = Some((name, title(&stored)));
        }
        match last {
            Some((name, class)) if ids.len() == 1 => tx.describe(format!("Keluarkan {name} dari {class}")),
            Some((_, class)) => tx.describe(format!("Keluarkan {} dari {class}", counted(ids.len(), "orang"))),
            None => {}
        }
        Ok(())
    })?)
}
