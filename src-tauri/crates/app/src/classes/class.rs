//! The data of a class: new, changed, copied, removed.

use super::programmes::stored as stored_programme;
use super::{open_class, title};
use crate::{App, Result};
use chrono::{Datelike, NaiveDate};
use domain::certificates::content::Signatory;
use domain::classes::{Class, Session, Subject};
use domain::ids::{ClassId, ProgrammeId};
use domain::refusal::{Code, Fields, Refusal};
use domain::safety::{Op, Outcome};
use store::classes::class as table;
use store::{Read, Tx};

/// A new class of a programme, filled from the programme, the profile and the signatory of today.
///
/// # Errors
/// [`Code::NotFound`]; the office is not set up.
pub fn draft(app: &App, programme: ProgrammeId) -> Result<Class> {
    let profile = crate::office::require_profile(app)?;
    let today = app.today();
    Ok(app.store.read(|read| {
        let programme_found = stored_programme(read, programme)?;
        let name = free_name(read, programme, today)?;
        let subjects = programme_found.subjects.into_iter().map(|subject| Subject { id: None, ..subject }).collect();
        Ok(Class {
            id: None,
            programme,
            name,
            organiser: profile.office,
            place: String::new(),
            starts: today,
            ends: today,
            issue_place: profile.city,
            issue_date: None,
            signatory: signatory_on(read, today)?,
            subjects,
        })
    })?)
}

/// `Angkatan II` where the programme has one class in the year.
fn free_name(read: &Read<'_>, programme: ProgrammeId, day: NaiveDate) -> store::Result<String> {
    let names = table::names_in_year(read, programme, day.year())?;
    let taken = |name: &str| names.iter().any(|other| other.eq_ignore_ascii_case(name));
    let first = names.len() + 1;
    let name = (first..).map(|number| format!("Angkatan {}", roman(number))).find(|name| !taken(name));
    Ok(name.unwrap_or_else(|| "Angkatan".to_owned()))
}

fn roman(mut number: usize) -> String {
    let mut written = String::new();
    for (value, letters) in [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ] {
        while number >= value {
            written.push_str(letters);
            number -= value;
        }
    }
    written
}

/// Who signs for the office on a day; nobody: empty.
pub(crate) fn signatory_on(read: &Read<'_>, day: NaiveDate) -> store::Result<Signatory> {
    let known = store::office::signatories(read)?;
    Ok(known.into_iter().find(|dated| dated.signs_on(day)).map(|dated| dated.signatory).unwrap_or_default())
}

/// Saves a class, new or known. A new one gets the first scheme template of the office.
///
/// # Errors
/// Refused fields; [`Code::Duplicate`]; [`Code::NotAllowed`] when it is closed; [`Code::NotFound`].
pub fn save(app: &App, class: Class) -> Result<Outcome<ClassId>> {
    crate::office::require_profile(app)?;
    let class = class.checked(app.today())?;
    let verb = if class.id.is_some() { "Ubah" } else { "Tambah" };
    let op = Op::new("classes.save", format!("{verb} kelas {}", class.name));
    Ok(app.store.write(&app.actor()?, op, |tx| {
        let programme = stored_programme(tx, class.programme)?;
        tx.describe(format!("{verb} kelas {} {}", programme.name, class.name));
        refuse_double(tx, &class)?;
        let Some(id) = class.id else { return insert(tx, &class) };
        let stored = open_class(tx, id)?;
        refuse_lost_sessions(tx, id, &class)?;
        let moved = crate::evaluation::followup::move_along(tx, id, class.ends - stored.class.ends)?;
        if moved > 0 {
            tx.describe(format!(
                "{verb} kelas {} {} ({moved} tindak lanjut ikut bergeser)",
                programme.name, class.name
            ));
        }
        table::save(tx, &class)
    })?)
}

/// Stores a new class with the office's first scheme template.
fn insert(tx: &Tx<'_>, class: &Class) -> store::Result<ClassId> {
    let id = table::save(tx, class)?;
    let templates = store::office::rules(tx, class.starts)?.scheme_templates;
    if let Some(template) = templates.into_iter().next() {
        store::evaluation::scheme::save(tx, id, &template.scheme.anew())?;
    }
    Ok(id)
}

/// One class of a name and first day for a programme.
pub(super) fn refuse_double(read: &Read<'_>, class: &Class) -> store::Result<()> {
    let other = table::find(read, class.programme, class.starts, &class.name)?;
    if other.is_none_or(|other| Some(other) == class.id) {
        return Ok(());
    }
    let message = format!(
        "Kelas \"{}\" dari program yang sama dan mulai {} sudah ada.",
        class.name,
        domain::indonesian::date(class.starts)
    );
    Err(Refusal { code: Code::Duplicate, ..Refusal::field("name", message) }.into())
}

/// The days of a class cannot leave its sessions outside.
fn refuse_lost_sessions(read: &Read<'_>, id: ClassId, class: &Class) -> store::Result<()> {
    let sessions = store::classes::session::list(read, id)?;
    let outside = |field: &str, wrong: fn(&Session, &Class) -> bool, fields: &mut Fields| {
        let lost = sessions.iter().filter(|session| wrong(session, class)).count();
        if lost > 0 {
            fields.refuse(field, format!("{lost} sesi akan berada di luar tanggal kelas. Ubah dahulu sesinya."));
        }
    };
    let mut fields = Fields::new();
    outside("starts", |session, class| session.date < class.starts, &mut fields);
    outside("ends", |session, class| session.date > class.ends, &mut fields);
    Ok(fields.finish()?)
}

/// Removes a class with its participants, attendance, scores and projects.
///
/// # Errors
/// [`Code::NotAllowed`] when it is closed, has ever had a certificate, or has projects with evidence or scores, or
/// follow-ups with sheets; [`Code::NotFound`].
pub fn delete(app: &App, id: ClassId) -> Result<Outcome<()>> {
    Ok(app.store.write(&app.actor()?, Op::new("classes.delete", "Hapus kelas"), |tx| {
        let stored = open_class(tx, id)?;
        let (ever, _) = table::certificates(tx, id)?;
        if ever > 0 {
            let message = format!(
                "{} pernah menerbitkan {ever} sertifikat. Kelas itu harus tetap ada sebagai buktinya.",
                title(&stored)
            );
            return Err(Refusal::new(Code::NotAllowed, message).into());
        }
        super::projects::refuse_weighty(tx, id, &title(&stored))?;
        crate::evaluation::followup::refuse_loss(tx, id, &title(&stored))?;
        crate::evaluation::feedback::refuse_loss(tx, id, &title(&stored))?;
        let pairs = store::mentoring::record::pairs_of_class(tx, id)?;
        if pairs > 0 {
            let message = format!(
                "{} mempunyai {pairs} pasangan mentor. Kelas itu harus tetap ada sebagai catatannya.",
                title(&stored)
            );
            return Err(Refusal::new(Code::NotAllowed, message).into());
        }
        tx.describe(format!("Hapus kelas {}", title(&stored)));
        table::delete(tx, id)
    })?)
}
