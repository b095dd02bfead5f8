//! The index of answers in a file, without a data folder: what the terminal gives.

use crate::Result;
use crate::strict_table::separator;
use documents::sheets::read_workbook;
use domain::import::entry::{ColumnUse, EntryColumn, EntryRow, EntryScan};
use domain::import::header::letters;
use domain::office::rules::shipped_table;
use domain::refusal::{CellRefusal, Code, Refusal};
use domain::sheet::{Cell, Workbook};
use domain::voice::result::{ElementResult, SkmResult, Totals};
use domain::voice::skm::{Element, SkmRule};
use serde::Serialize;
use std::path::Path;

/// An element of the answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FileElement {
    /// `U1` to `U9`.
    pub id: String,
    /// Sum of the marks.
    pub total: u64,
    /// How many answered.
    pub n: u32,
    /// The mean mark with two decimals; none while nobody has answered.
    pub nrr: Option<String>,
}

/// What the answers come to. Numbers with decimals are texts, so that no reader turns them into floats.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FileResult {
    /// Rows.
    pub respondents: u32,
    /// The nine elements in the order of the regulation.
    pub elements: Vec<FileElement>,
    /// The weighted sum of the exact means, with two decimals.
    pub ni: String,
    /// The index, with two decimals.
    pub ikm: String,
    /// Letter of the quality.
    pub band: String,
}

/// Column of the respondent's number or name, after the elements.
const RESPONDENT: usize = Element::ALL.len();

/// The columns: the elements by their names, and what else a sheet of answers has.
fn columns() -> Vec<EntryColumn> {
    let mut columns: Vec<EntryColumn> =
        Element::ALL.map(|element| EntryColumn::new(element.code(), ColumnUse::Needed)).to_vec();
    columns.push(EntryColumn::new("Responden", ColumnUse::Either).or([
        "Nomor",
        "No Responden",
        "Nomor Responden",
        "ID Responden",
        "No Lembar",
        "Nomor Lembar",
    ]));
    for (heading, others) in [
        ("Layanan", &["Jenis Layanan", "Unit", "Unit Layanan"] as &[&str]),
        ("Umur", &["Usia"]),
        ("Jenis Kelamin", &["JK", "L/P"]),
        ("Pendidikan", &["Pendidikan Terakhir"]),
        ("Pekerjaan", &["Pekerjaan Utama"]),
        ("Saran", &["Kritik dan Saran", "Saran/Masukan", "Masukan"]),
        ("Tanggal", &["Waktu", "Timestamp", "Tanggal Isi"]),
    ] {
        columns.push(EntryColumn::new(heading, ColumnUse::Reading).or(others.iter().copied()));
    }
    columns
}

/// Adds up the answers in a file (one row for each respondent, columns `U1` to `U9` in any order) and judges them by
/// the shipped bands of PermenPANRB 14/2017.
///
/// # Errors
/// [`Code::InvalidInput`] with every cell that is wrong: a mark that is none of 1 to 4, a missing, doubled or unknown
/// column, a respondent twice, a last row that breaks off; a file that is empty or cannot be read.
pub fn skm_file(path: &Path) -> Result<FileResult> {
    let workbook = read_workbook(path)?;
    let mut refused = broken_off(path, &workbook);
    let totals = added(&workbook, &mut refused);
    if !refused.is_empty() {
        let message = match refused.as_slice() {
            [one] => format!("Sel {}: {}", one.cell, one.rule),
            many => format!("{} sel perlu dibetulkan. Yang pertama {}: {}", many.len(), many[0].cell, many[0].rule),
        };
        return Err(Refusal::cells(Code::InvalidInput, message, refused));
    }
    let result = SkmResult::of(&totals, &shipped_table::<SkmRule>("skm")?);
    let (Some(ikm), Some(ni)) = (result.ikm, result.ni) else {
        let message = "Tidak ada satu pun jawaban 1 sampai 4 di berkas ini.";
        return Err(Refusal::new(Code::InvalidInput, message));
    };
    let element = |element: &ElementResult| FileElement {
        id: element.element.code().to_owned(),
        total: element.total,
        n: element.n,
        nrr: element.nrr.map(decimal),
    };
    Ok(FileResult {
        respondents: result.respondents,
        elements: result.elements.iter().map(element).collect(),
        ni: decimal(ni),
        ikm: ikm.to_string(),
        band: result.letter,
    })
}

/// Hundredths with a point: `3.66`.
fn decimal(hundredths: i32) -> String {
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

/// The answers added up; whatever is wrong is noted.
fn added(workbook: &Workbook, refused: &mut Vec<CellRefusal>) -> Totals {
    let mut scan = match EntryScan::new(workbook, &columns()) {
        Ok(scan) => scan,
        Err(wrong) => {
            refused.extend(wrong);
            return Totals::default();
        }
    };
    // A column that nobody reads may be an element with a slip in its name: it is never passed over. The other doubt of
    // a scan, whether the last row is whole, stands at an empty cell; here `broken_off` knows better.
    refused.extend(std::mem::take(&mut scan.doubtful).into_iter().filter(|doubt| !doubt.value.is_empty()));
    let mut totals = Totals::default();
    let mut respondents = Vec::new();
    for row in scan.rows() {
        totals.respondents += 1;
        for element in Element::ALL {
            match mark(row, element) {
                Ok(Some(mark)) => totals.add(element, mark),
                Ok(None) => {}
                Err(wrong) => refused.push(wrong),
            }
        }
        match row.text(RESPONDENT) {
            Ok(name) if name.is_empty() => {}
            Ok(name) => respondents.push((row.row, name.to_lowercase())),
            Err(wrong) => refused.push(wrong),
        }
    }
    scan.twice(&respondents, RESPONDENT);
    refused.append(&mut scan.refused);
    totals
}

/// A mark of 1 to 4; none for an empty cell. Programs that keep numbers write 4 as `4.0`.
fn mark(row: EntryRow<'_, '_>, element: Element) -> Result<Option<u8>, CellRefusal> {
    let text = row.text(element.place())?;
    let whole = text.strip_suffix(".0").or_else(|| text.strip_suffix(",0")).unwrap_or(&text);
    match whole {
        "" => Ok(None),
        "1" => Ok(Some(1)),
        "2" => Ok(Some(2)),
        "3" => Ok(Some(3)),
        "4" => Ok(Some(4)),
        _ => {
            let rule = format!("Jawaban {} harus 1, 2, 3, 4, atau kosong, bukan \"{text}\".", element.code());
            Err(row.refuse(element.place(), rule, "Betulkan menurut lembar jawabannya."))
        }
    }
}

/// The last line of a text file that ends before its headings do: the file was cut. Programs write a separator for
/// every column, empty or not.
fn broken_off(path: &Path, workbook: &Workbook) -> Vec<CellRefusal> {
    let Ok(bytes) = std::fs::read(path) else { return Vec::new() };
    let [sheet] = workbook.sheets.as_slice() else { return Vec::new() };
    // Text, whatever its letters are stored as; files of spreadsheet programs have zeros.
    let codes = Element::ALL.map(Element::code);
    let Some(named) = bytes.windows(2).position(|part| part.eq_ignore_ascii_case(codes[0].as_bytes())) else {
        return Vec::new();
    };
    if bytes.contains(&0) {
        return Vec::new();
    }
    let headings = bytes[..named].iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
    let table = &bytes[headings..];
    let separator = separator(table, &codes);
    let mut reader =
        csv::ReaderBuilder::new().flexible(true).has_headers(false).delimiter(separator).from_reader(table);
    let lengths: Vec<usize> = reader.byte_records().map_while(std::result::Result::ok).map(|it| it.len()).collect();
    let [first, .., last] = lengths.as_slice() else { return Vec::new() };
    if last >= first {
        return Vec::new();
    }
    let row = sheet.rows.iter().rposition(|row| row.iter().any(|cell| !cell.is_empty())).unwrap_or(0);
    let value = sheet.rows.get(row).and_then(|cells| cells.get(last - 1)).map_or_else(String::new, Cell::display);
    vec![CellRefusal {
        sheet: sheet.name.clone(),
        cell: format!("{}{}", letters(last - 1), row + 1),
        value,
        rule: format!("Baris terakhir terputus: {last} dari {first} kolom."),
        remedy: "Berkasnya terpotong. Salin atau simpan ulang dari sumbernya.".to_owned(),
    }]
}
