//! Typing sheets. A sheet is known by its random code alone; an operation on one touches nothing but that sheet.

use super::{counted, round_row, round_title, stored_round};
use crate::{App, Result};
use domain::evaluation::instrument::{Instrument, SheetAnswers};
use domain::evaluation::sheet_code;
use domain::ids::RoundId;
use domain::refusal::{Code, Refusal};
use domain::safety::{Op, Outcome};
use serde::Serialize;
use specta::Type;
use store::evaluation::feedback::{self as table, RoundRow, StoredRound};
use store::{Read, Tx};

/// Whether another sheet may be typed now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct MayType {
    /// It may.
    pub allowed: bool,
    /// How many may still come, or why none may and what to do.
    pub sentence: String,
}

/// A round for the typing screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct RoundView {
    /// As the list shows it.
    pub row: RoundRow,
    /// The instruments of its sheets.
    pub instruments: Vec<Instrument>,
    /// Codes of the typed sheets in the order of the alphabet, which is not that of typing.
    pub typed: Vec<String>,
    /// Codes whose sheets have not been typed.
    pub free: u32,
    /// Whether another sheet may be typed now.
    pub may_type: MayType,
}

/// A round for the typing screen.
///
/// # Errors
/// [`Code::NotFound`].
pub fn round(app: &App, id: RoundId) -> Result<RoundView> {
    Ok(app.store.read(|read| {
        let stored = stored_round(read, id)?;
        let row = round_row(read, id)?;
        let codes = table::codes(read, id)?;
        let free = codes.iter().filter(|(_, typed)| !typed).count();
        Ok(RoundView {
            may_type: may_type(&stored, row.sheets, row.present, free),
            row,
            instruments: stored.instruments,
            typed: codes.into_iter().filter(|(_, typed)| *typed).map(|(code, _)| code).collect(),
            free: u32::try_from(free).unwrap_or(u32::MAX),
        })
    })?)
}

fn may_type(round: &StoredRound, sheets: u32, present: u32, free: usize) -> MayType {
    match full(round, sheets, present) {
        Some(sentence) => MayType { allowed: false, sentence },
        None if free == 0 => MayType {
            allowed: false,
            sentence: "Semua kode lembar sudah terpakai. Tambah kode, lalu cetak lembar tambahan.".to_owned(),
        },
        None => MayType { allowed: true, sentence: format!("{sheets} dari {present} peserta hadir sudah dimasukkan.") },
    }
}

/// Why no further sheet may come, if none may: only participants who were there judge, once each.
fn full(round: &StoredRound, sheets: u32, present: u32) -> Option<String> {
    let place = if round.session.is_some() { "pada sesi ini" } else { "di kelas ini" };
    if present == 0 {
        return Some(format!(
            "Belum ada peserta yang tercatat hadir {place}. Isi presensi dahulu: hanya yang hadir boleh menilai."
        ));
    }
    (sheets >= present).then(|| {
        format!(
            "Sudah ada {sheets} lembar dari {present} peserta yang hadir {place}. Periksa presensi, atau hapus lembar \
             yang termasuk penilaian lain."
        )
    })
}

/// How many sheets may still come, and why none may after that. For files.
pub(crate) fn room(read: &Read<'_>, id: RoundId, round: &StoredRound) -> store::Result<(usize, String)> {
    let starts = crate::classes::stored(read, round.class)?.class.starts;
    let present = table::present(read, round.class, round.session, &counted(read, starts)?)?;
    let places = present.saturating_sub(table::sheet_count(read, id)?);
    let sentence = full(round, present, present).unwrap_or_default();
    Ok((usize::try_from(places).unwrap_or(usize::MAX), sentence))
}

/// A typed sheet; none when this code has not been typed.
///
/// # Errors
/// A wrong code; [`Code::NotFound`].
pub fn sheet(app: &App, id: RoundId, code: &str) -> Result<Option<SheetAnswers>> {
    let code = read_code(code)?;
    Ok(app.store.read(|read| {
        stored_round(read, id)?;
        own_code(read, id, &code)?;
        table::sheet(read, id, &code)
    })?)
}

/// The codes of a round as its sheets are printed: in the order of the alphabet, typed or not.
///
/// # Errors
/// [`Code::NotFound`].
pub fn codes(app: &App, id: RoundId) -> Result<Vec<String>> {
    Ok(app.store.read(|read| {
        stored_round(read, id)?;
        Ok(table::codes(read, id)?.into_iter().map(|(code, _)| code).collect())
    })?)
}

fn read_code(text: &str) -> Result<String> {
    sheet_code::read(text).map_err(|message| Refusal::field("code", message))
}

fn own_code(read: &Read<'_>, id: RoundId, code: &str) -> store::Result<()> {
    if table::has_code(read, id, code)? {
        return Ok(());
    }
    let message = format!("Kode {code} bukan kode penilaian ini. Periksa apakah lembar itu dari penilaian lain.");
    Err(Refusal { code: Code::NotFound, ..Refusal::field("code", message) }.into())
}

/// One sheet to write.
pub(crate) struct SheetEntry<'a> {
    /// Its code as typed.
    pub(crate) code: &'a str,
    /// What stands on it.
    pub(crate) answers: SheetAnswers,
    /// Whether it may take the place of what was typed under its code before.
    pub(crate) again: bool,
}

/// Writes one sheet within an operation; the code as it is kept. For typing and for files alike.
///
/// # Errors
/// A wrong or foreign code; refused answers; [`Code::Duplicate`] when the code has been typed and `again` is not
/// given; [`Code::NotAllowed`] when nobody was there or as many sheets are in.
pub(crate) fn put_sheet(tx: &Tx<'_>, id: RoundId, round: &StoredRound, entry: SheetEntry<'_>) -> store::Result<String> {
    let code = read_code(entry.code)?;
    own_code(tx, id, &code)?;
    let answers = entry.answers.checked(&round.instruments)?;
    if table::sheet(tx, id, &code)?.is_some() {
        if !entry.again {
            let message = format!("Lembar {code} sudah dimasukkan. Buka lembar itu kalau mau membetulkannya.");
            return Err(Refusal { code: Code::Duplicate, ..Refusal::field("code", message) }.into());
        }
    } else {
        let starts = crate::classes::stored(tx, round.class)?.class.starts;
        let present = table::present(tx, round.class, round.session, &counted(tx, starts)?)?;
        if let Some(message) = full(round, table::sheet_count(tx, id)?, present) {
            return Err(Refusal { code: Code::NotAllowed, ..Refusal::field("code", message) }.into());
        }
    }
    table::save_sheet(tx, id, &code, &answers)?;
    Ok(code)
}

/// Saves a typed sheet.
///
/// # Errors
/// As for one sheet of a file; [`Code::NotFound`].
pub fn save_sheet(app: &App, id: RoundId, code: &str, answers: SheetAnswers, again: bool) -> Result<Outcome<()>> {
    let op = Op::new("evaluation.save_sheet", "Isi lembar penilaian");
    Ok(app.store.write(&app.actor()?, op, |tx| {
        let round = stored_round(tx, id)?;
        let code = put_sheet(tx, id, &round, SheetEntry { code, answers, again })?;
        tx.describe(format!("Isi lembar {code}: {}", round_title(tx, &round)?));
        Ok(())
    })?)
}

/// Removes a typed sheet; its code can be typed again.
///
/// # Errors
/// A wrong code; [`Code::NotFound`].
pub fn delete_sheet(app: &App, id: RoundId, code: &str) -> Result<Outcome<()>> {
    let code = read_code(code)?;
    let op = Op::new("evaluation.delete_sheet", "Hapus lembar penilaian");
    Ok(app.store.write(&app.actor()?, op, |tx| {
        let round = stored_round(tx, id)?;
        own_code(tx, id, &code)?;
        if !table::delete_sheet(tx, id, &code)? {
            return Err(Refusal::new(Code::NotFound, format!("Lembar {code} belum dimasukkan.")).into());
        }
        tx.describe(format!("Hapus lembar {code}: {}", round_title(tx, &round)?));
        Ok(())
    })?)
}
