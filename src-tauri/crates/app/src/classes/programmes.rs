//! Training programmes, the patterns for classes.

use crate::{App, Result};
use domain::classes::{FORMS, Programme};
use domain::ids::ProgrammeId;
use domain::refusal::{Code, Refusal};
use domain::safety::{Op, Outcome};
use serde::Serialize;
use specta::Type;
use store::Read;
use store::classes::programme as table;

/// A programme in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ProgrammeRow {
    /// Its id.
    pub id: ProgrammeId,
    /// Name.
    pub name: String,
    /// Code of the form, or empty.
    pub form: String,
    /// Name of the form, or empty.
    pub form_name: String,
    /// Field.
    pub field: String,
    /// Sum of the JP of its subjects.
    pub jp: u32,
    /// Classes that it has.
    pub classes: u32,
    /// Offered for new classes.
    pub active: bool,
}

/// Programmes by name.
///
/// # Errors
/// The store fails.
pub fn programmes(app: &App, include_inactive: bool) -> Result<Vec<ProgrammeRow>> {
    let lines = app.store.read(|read| table::list(read, include_inactive))?;
    let row = |line: table::Line| ProgrammeRow {
        id: line.id,
        name: line.name,
        form_name: FORMS.iter().find(|(code, _)| *code == line.form).map_or("", |(_, name)| name).to_owned(),
        form: line.form,
        field: line.field,
        jp: line.jp,
        classes: line.classes,
        active: line.active,
    };
    Ok(lines.into_iter().map(row).collect())
}

/// A programme that must be there.
pub(crate) fn stored(read: &Read<'_>, id: ProgrammeId) -> store::Result<Programme> {
    Ok(table::get(read, id)?.ok_or_else(|| Refusal::new(Code::NotFound, "Program ini sudah tidak ada."))?)
}

/// A programme whole.
///
/// # Errors
/// [`Code::NotFound`].
pub fn programme(app: &App, id: ProgrammeId) -> Result<Programme> {
    Ok(app.store.read(|read| stored(read, id))?)
}

/// Saves a programme, new or known. Classes keep their own subjects.
///
/// # Errors
/// Refused fields; [`Code::Duplicate`] when the name is taken; [`Code::NotFound`].
pub fn save_programme(app: &App, programme: Programme) -> Result<Outcome<ProgrammeId>> {
    let programme = programme.checked()?;
    let verb = if programme.id.is_some() { "Ubah" } else { "Tambah" };
    let op = Op::new("classes.save_programme", format!("{verb} program {}", programme.name));
    Ok(app.store.write(&app.actor()?, op, |tx| {
        if let Some(id) = programme.id {
            stored(tx, id)?;
        }
        if table::by_name(tx, &programme.name)?.is_some_and(|other| Some(other) != programme.id) {
            let message = format!("Program \"{}\" sudah ada.", programme.name);
            return Err(Refusal { code: Code::Duplicate, ..Refusal::field("name", message) }.into());
        }
        table::save(tx, &programme)
    })?)
}

/// Removes a programme without classes, with its entry in the catalogue.
///
/// # Errors
/// [`Code::NotAllowed`] when it has classes, a plan names it, or another programme requires it; [`Code::NotFound`].
pub fn delete_programme(app: &App, id: ProgrammeId) -> Result<Outcome<()>> {
    Ok(app.store.write(&app.actor()?, Op::new("classes.delete_programme", "Hapus program"), |tx| {
        let programme = stored(tx, id)?;
        let classes = table::classes(tx, id)?;
        if classes > 0 {
            let message = format!(
                "Program \"{}\" mempunyai {classes} kelas, jadi tidak dapat dihapus. Nonaktifkan saja program itu.",
                programme.name
            );
            return Err(Refusal::new(Code::NotAllowed, message).into());
        }
        let planned = store::planning::item::of_programme(tx, id)?;
        if planned > 0 {
            let message = format!(
                "Program \"{}\" menjadi calon kelas dalam rencana ({planned}), jadi tidak dapat dihapus. Nonaktifkan saja.",
                programme.name
            );
            return Err(Refusal::new(Code::NotAllowed, message).into());
        }
        let proposed = store::needs::proposal::of_programme(tx, id)?;
        if proposed > 0 {
            let message = format!(
                "Program \"{}\" diminta dalam {proposed} usulan, jadi tidak dapat dihapus. Nonaktifkan saja.",
                programme.name
            );
            return Err(Refusal::new(Code::NotAllowed, message).into());
        }
        tx.describe(format!("Hapus program {}", programme.name));
        crate::planning::catalogue::leave(tx, id, &programme.name)?;
        table::delete(tx, id)
    })?)
}

/// The forms of Peraturan LAN 10/2018: code and name.
#[must_use]
pub fn forms() -> Vec<(String, String)> {
    FORMS.iter().map(|(code, name)| ((*code).to_owned(), (*name).to_owned())).collect()
}
