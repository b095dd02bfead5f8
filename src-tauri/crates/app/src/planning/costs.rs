//! The pattern of a programme's budget (RAB): what one class costs, by line.

use crate::{App, Result};
use documents::sheets::read_workbook;
use domain::ids::ProgrammeId;
use domain::planning::budget::Coded;
use domain::planning::cost::{CostLine, FundTotal, by_fund, check, doubts, total};
use domain::planning::cost_file::{ReadFile, read_costs, read_names, read_pasted};
use domain::refusal::{Code, Fields, Refusal};
use domain::safety::{Op, Outcome};
use serde::Serialize;
use specta::Type;
use std::path::Path;
use store::planning::cost::{CostOwner, lines, save as store_lines};

/// Pasted cells that are read at the most, in bytes.
const MOST_PASTED: usize = 2_000_000;

/// The lines of a budget with what they come to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct CostSheet {
    /// Name of the programme.
    pub name: String,
    /// The lines in their order.
    pub lines: Vec<CostLine>,
    /// Rupiah in all.
    pub total: i64,
    /// Rupiah by fund source.
    pub funds: Vec<FundTotal>,
    /// What deserves a look, as sentences.
    pub doubts: Vec<String>,
}

/// The pattern of a programme.
///
/// # Errors
/// [`Code::NotFound`]; the office is not set up.
pub fn get(app: &App, programme: ProgrammeId) -> Result<CostSheet> {
    let rule = crate::office::rules(app)?.budget;
    let (name, lines) = app.store.read(|read| {
        let name = crate::classes::stored_programme(read, programme)?.name;
        Ok((name, lines(read, CostOwner::Programme(programme))?))
    })?;
    Ok(CostSheet { name, total: total(&lines), funds: by_fund(&lines, &rule), doubts: doubts(&lines, &rule), lines })
}

/// Saves the pattern of a programme. Plans that have copied it keep theirs.
///
/// # Errors
/// Refused fields (`costs.0.price` ...); [`Code::NotFound`]; the office is not set up.
pub fn save(app: &App, programme: ProgrammeId, mut costs: Vec<CostLine>) -> Result<Outcome<()>> {
    let rule = crate::office::rules(app)?.budget;
    let mut fields = Fields::new();
    check(&mut costs, "costs", &rule, &mut fields);
    fields.finish()?;
    Ok(app.store.write(&app.actor()?, Op::new("planning.save_costs", "Ubah biaya program"), |tx| {
        let name = crate::classes::stored_programme(tx, programme)?.name;
        tx.describe(format!("Ubah biaya program {name}"));
        let owner = CostOwner::Programme(programme);
        if lines(tx, owner)? == costs {
            return Ok(());
        }
        store_lines(tx, owner, &costs, |_, _| Ok(()))
    })?)
}

/// Reads the lines of a budget from a spreadsheet. Nothing is stored: the operator saves the form.
///
/// # Errors
/// The file is not readable as a workbook; the office is not set up.
pub fn read_file(app: &App, path: &Path) -> Result<ReadFile<CostLine>> {
    let rule = crate::office::rules(app)?.budget;
    Ok(read_costs(&read_workbook(path)?, &rule))
}

/// Reads the lines of a budget from cells that were pasted from a spreadsheet program.
///
/// # Errors
/// [`Code::InvalidInput`] when nothing was pasted, or far too much; the office is not set up.
pub fn read_text(app: &App, text: &str) -> Result<ReadFile<CostLine>> {
    let rule = crate::office::rules(app)?.budget;
    if text.trim().is_empty() || text.len() > MOST_PASTED {
        let message = "Tidak ada sel yang dapat dibaca. Salin baris rincian biaya dari lembar kerja, lalu tempel lagi.";
        return Err(Refusal::new(Code::InvalidInput, message));
    }
    let mut reader =
        csv::ReaderBuilder::new().delimiter(b'\t').has_headers(false).flexible(true).from_reader(text.as_bytes());
    let rows = reader.records().filter_map(std::result::Result::ok);
    Ok(read_pasted(rows.map(|row| row.iter().map(|cell| cell.trim().to_owned()).collect()).collect(), &rule))
}

/// Reads a list of codes with their names for the rule of budgets. Nothing is stored.
///
/// # Errors
/// The file is not readable as a workbook.
pub fn read_codes(path: &Path) -> Result<ReadFile<Coded>> {
    Ok(read_names(&read_workbook(path)?))
}
