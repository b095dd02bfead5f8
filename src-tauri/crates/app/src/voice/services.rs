//! Services that units give to the public.

use crate::{App, Result};
use domain::ids::{ServiceId, UnitId};
use domain::refusal::{Code, Refusal};
use domain::safety::{Op, Outcome};
use domain::voice::survey::Service;
use serde::Serialize;
use specta::Type;
use store::Read;
use store::people::UnitTree;
use store::voice::service as table;

/// A service as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ServiceRow {
    /// What the form edits.
    pub service: Service,
    /// Names of its unit and those above, from the top.
    pub unit_path: String,
    /// Answers of surveys that name it.
    pub answers: u32,
    /// Complaints that name it.
    pub complaints: u32,
}

/// All services by unit and name.
///
/// # Errors
/// The store fails.
pub fn services(app: &App) -> Result<Vec<ServiceRow>> {
    let (lines, tree) = app.store.read(|read| Ok((table::all(read)?, UnitTree::read(read)?)))?;
    let row = |line: table::Line| ServiceRow {
        unit_path: tree.path(line.unit),
        service: line.service,
        answers: line.answers,
        complaints: line.complaints,
    };
    let mut rows: Vec<ServiceRow> = lines.into_iter().map(row).collect();
    rows.sort_by_cached_key(|row| (row.unit_path.to_uppercase(), row.service.name.to_uppercase()));
    Ok(rows)
}

/// The services of a unit and those below it, by name.
pub(crate) fn services_of(read: &Read<'_>, unit: UnitId) -> store::Result<Vec<Service>> {
    table::of_units(read, &UnitTree::read(read)?.within(unit))
}

fn missing() -> Refusal {
    Refusal::new(Code::NotFound, "Layanan ini sudah tidak ada.")
}

/// Saves a service, new or known.
///
/// # Errors
/// Refused fields; [`Code::Duplicate`] when the unit has another of this name; [`Code::NotFound`].
pub fn save_service(app: &App, service: Service) -> Result<Outcome<ServiceId>> {
    let (service, unit) = service.checked()?;
    let description = format!("Simpan layanan {}", service.name);
    Ok(app.store.write(&app.actor()?, Op::new("voice.save_service", description), |tx| {
        if let Some(id) = service.id {
            let stored = table::get(tx, id)?.ok_or_else(missing)?;
            if stored == service {
                return Ok(id);
            }
        }
        super::surveys::require_unit(tx, unit)?;
        if table::named(tx, unit, &service.name)?.is_some_and(|other| Some(other) != service.id) {
            let message = format!("Layanan \"{}\" sudah ada di unit itu.", service.name);
            return Err(Refusal { code: Code::Duplicate, ..Refusal::field("name", message) }.into());
        }
        table::save(tx, &service, unit)
    })?)
}

/// Removes a service of which nothing speaks.
///
/// # Errors
/// [`Code::NotAllowed`] otherwise; [`Code::NotFound`].
pub fn delete_service(app: &App, id: ServiceId) -> Result<Outcome<()>> {
    Ok(app.store.write(&app.actor()?, Op::new("voice.delete_service", "Hapus layanan"), |tx| {
        let stored = table::get(tx, id)?.ok_or_else(missing)?;
        tx.describe(format!("Hapus layanan {}", stored.name));
        if table::delete(tx, id)? {
            return Ok(());
        }
        let message = format!(
            "Layanan {} masih dipakai dalam jawaban survei atau pengaduan. Jadikan tidak aktif saja.",
            stored.name
        );
        Err(Refusal::new(Code::NotAllowed, message).into())
    })?)
}
