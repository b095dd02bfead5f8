//! The scheme by which a class is judged.

use crate::classes::{open_class, stored, title};
use crate::{App, Result};
use domain::evaluation::Scheme;
use domain::ids::ClassId;
use domain::safety::{Op, Outcome};

/// The scheme of a class.
///
/// # Errors
/// [`domain::refusal::Code::NotFound`].
pub fn scheme(app: &App, class: ClassId) -> Result<Scheme> {
    Ok(app.store.read(|read| {
        stored(read, class)?;
        store::evaluation::scheme::get(read, class)
    })?)
}

/// Changes the scheme of a class. Scores of removed components go with them, in the same operation.
///
/// # Errors
/// Refused fields; [`domain::refusal::Code::NotAllowed`] when the class is closed.
pub fn save_scheme(app: &App, class: ClassId, scheme: Scheme) -> Result<Outcome<()>> {
    let scheme = scheme.checked()?;
    Ok(app.store.write(&app.actor()?, Op::new("evaluation.save_scheme", "Skema penilaian"), |tx| {
        let stored = open_class(tx, class)?;
        let saved = store::evaluation::scheme::save(tx, class, &scheme)?;
        let mut description = format!("Skema penilaian, {}", title(&stored));
        if saved.removed_scores > 0 {
            description.push_str(&format!(" ({} nilai terhapus)", saved.removed_scores));
        }
        tx.describe(description);
        Ok(())
    })?)
}
