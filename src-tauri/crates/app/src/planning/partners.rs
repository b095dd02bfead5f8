//! Institutions that the office works with, and their agreements.

use crate::office::Task;
use crate::{App, Result};
use chrono::NaiveDate;
use domain::ids::{PartnerId, ProgrammeId};
use domain::indonesian;
use domain::planning::partner::{AgreementState, Partner, state_on};
use domain::refusal::{Code, Refusal};
use domain::safety::{Op, Outcome, Room};
use serde::Serialize;
use specta::Type;
use std::collections::BTreeMap;
use store::Read;
use store::planning::partner as table;

/// A programme by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct NamedProgramme {
    /// Its id.
    pub id: ProgrammeId,
    /// Name.
    pub name: String,
}

/// A partner as lists and its page show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct PartnerRow {
    /// What the form edits.
    pub partner: Partner,
    /// Kind, as printed.
    pub kind_name: String,
    /// How its agreements stand today.
    pub state: AgreementState,
    /// The last day of its last agreement.
    pub ends: Option<NaiveDate>,
    /// Programmes that it helps with.
    pub programmes: Vec<NamedProgramme>,
}

fn rows(read: &Read<'_>, today: NaiveDate) -> store::Result<Vec<PartnerRow>> {
    let mut helped: BTreeMap<PartnerId, Vec<NamedProgramme>> = BTreeMap::new();
    for (partner, id, name) in table::programmes(read)? {
        helped.entry(partner).or_default().push(NamedProgramme { id, name });
    }
    let row = |partner: Partner| PartnerRow {
        kind_name: partner.kind.word().to_owned(),
        state: state_on(&partner.agreements, today),
        ends: partner.agreements.iter().map(|agreement| agreement.ends).max(),
        programmes: partner.id.and_then(|id| helped.remove(&id)).unwrap_or_default(),
        partner,
    };
    Ok(table::all(read)?.into_iter().map(row).collect())
}

fn missing() -> Refusal {
    Refusal::new(Code::NotFound, "Mitra ini sudah tidak ada.")
}

/// All partners by name.
///
/// # Errors
/// The store fails.
pub fn list(app: &App) -> Result<Vec<PartnerRow>> {
    Ok(app.store.read(|read| rows(read, app.today()))?)
}

/// A partner.
///
/// # Errors
/// [`Code::NotFound`].
pub fn get(app: &App, id: PartnerId) -> Result<PartnerRow> {
    list(app)?.into_iter().find(|row| row.partner.id == Some(id)).ok_or_else(missing)
}

/// Saves a partner with its agreements, new or known.
///
/// # Errors
/// Refused fields; [`Code::Duplicate`] when there is another of this name; [`Code::NotFound`].
pub fn save(app: &App, partner: Partner) -> Result<Outcome<PartnerId>> {
    let partner = partner.checked()?;
    let description = format!("Simpan mitra {}", partner.name);
    Ok(app.store.write(&app.actor()?, Op::new("planning.save_partner", description), |tx| {
        if let Some(id) = partner.id
            && table::get(tx, id)?.ok_or_else(missing)? == partner
        {
            return Ok(id);
        }
        if table::named(tx, &partner.name)?.is_some_and(|other| Some(other) != partner.id) {
            let message = format!("Mitra \"{}\" sudah ada.", partner.name);
            return Err(Refusal { code: Code::Duplicate, ..Refusal::field("name", message) }.into());
        }
        table::save(tx, &partner)
    })?)
}

/// Removes a partner that no programme names.
///
/// # Errors
/// [`Code::NotAllowed`] otherwise; [`Code::NotFound`].
pub fn delete(app: &App, id: PartnerId) -> Result<Outcome<()>> {
    Ok(app.store.write(&app.actor()?, Op::new("planning.delete_partner", "Hapus mitra"), |tx| {
        let stored = table::get(tx, id)?.ok_or_else(missing)?;
        tx.describe(format!("Hapus mitra {}", stored.name));
        let helped: Vec<String> =
            table::programmes(tx)?.into_iter().filter(|(own, ..)| *own == id).map(|(_, _, name)| name).collect();
        if !helped.is_empty() {
            let message = format!(
                "Mitra {} masih tercantum pada program {}. Lepaskan dari program itu dahulu.",
                stored.name,
                helped.join(", ")
            );
            return Err(Refusal::new(Code::NotAllowed, message).into());
        }
        table::delete(tx, id)
    })?)
}

/// Agreements that end soon, and those that have ended while programmes still count on the partner.
pub(crate) fn tasks(read: &Read<'_>, today: NaiveDate) -> store::Result<Vec<Task>> {
    let mut tasks = Vec::new();
    for row in rows(read, today)? {
        let (Some(id), Some(ends)) = (row.partner.id, row.ends) else { continue };
        let (name, ends) = (&row.partner.name, indonesian::date(ends));
        let text = match row.state {
            AgreementState::Ending => format!("Perjanjian dengan {name} berakhir {ends}. Siapkan perpanjangannya."),
            AgreementState::Ended if !row.programmes.is_empty() => {
                format!("Perjanjian dengan {name} berakhir {ends}, tetapi masih tercantum pada program.")
            }
            AgreementState::Ended | AgreementState::None | AgreementState::Valid => continue,
        };
        tasks.push(Task { text, room: Room::Planning, target: Some(format!("partners/{id}")) });
    }
    Ok(tasks)
}
