//! Budgets (RAB) and lists of codes as spreadsheets or pasted cells: columns by their headings, every wrong cell named.

use super::budget::{BudgetRule, Coded};
use super::cost::{CostLine, MOST_LINES, MOST_VOLUME, known_fund};
use crate::evaluation::rupiah;
use crate::import::entry::{ColumnUse, EntryColumn, EntryRow, EntryScan};
use crate::import::heading::words;
use crate::import::rows::Kind;
use crate::people::name::tidy;
use crate::refusal::CellRefusal;
use crate::sheet::{Cell, Sheet, Workbook};
use serde::Serialize;
use specta::Type;

/// Headings of a budget in the order in which it is written and pasted.
pub const HEADINGS: [&str; 10] = [
    "Kode Rekening",
    "Uraian",
    "Vol 1",
    "Vol 2",
    "Vol 3",
    "Satuan",
    "Harga Satuan",
    "Jumlah",
    "Sumber Dana",
    "Keterangan",
];
const ACCOUNT: usize = 0;
const TEXT: usize = 1;
const FIRST_VOLUME: usize = 2;
const UNIT: usize = 5;
const PRICE: usize = 6;
const AMOUNT: usize = 7;
const FUND: usize = 8;
const NOTE: usize = 9;
const COEFFICIENT: usize = 10;

/// What a file or pasted cells hold. Nothing of it is stored: the lines go into the form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ReadFile<T> {
    /// Name of the file.
    pub file: String,
    /// Lines that can be used.
    pub lines: Vec<T>,
    /// What is left out, each with its cell.
    pub refused: Vec<CellRefusal>,
    /// What is used and deserves a look.
    pub doubtful: Vec<CellRefusal>,
    /// What else was found, as sentences.
    pub notes: Vec<String>,
}

impl<T> ReadFile<T> {
    pub(super) fn new(workbook: &Workbook) -> Self {
        Self {
            file: workbook.file_name.clone(),
            lines: Vec::new(),
            refused: Vec::new(),
            doubtful: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// Takes what was read, or notes why it is left out.
    pub(super) fn take<V>(&mut self, read: Result<V, CellRefusal>) -> Option<V> {
        read.map_err(|refusal| self.refused.push(refusal)).ok()
    }
}

fn cost_columns() -> Vec<EntryColumn> {
    let either = |heading: &str, names: &[&str]| EntryColumn::new(heading, ColumnUse::Either).or(names.iter().copied());
    vec![
        either(HEADINGS[ACCOUNT], &["Rekening", "Kode", "No Rekening", "Akun", "Kode Akun"]),
        EntryColumn::new(HEADINGS[TEXT], ColumnUse::Key).or([
            "Uraian Biaya",
            "Uraian Belanja",
            "Rincian",
            "Uraian Kegiatan",
        ]),
        either(HEADINGS[FIRST_VOLUME], &["Volume", "Vol", "Volume 1", "Jumlah Volume"]),
        either(HEADINGS[FIRST_VOLUME + 1], &["Volume 2"]),
        either(HEADINGS[FIRST_VOLUME + 2], &["Volume 3"]),
        either(HEADINGS[UNIT], &["Sat"]),
        EntryColumn::new(HEADINGS[PRICE], ColumnUse::Needed).or([
            "Harga",
            "Harga Satuan (Rp)",
            "Tarif",
            "Biaya Satuan",
        ]),
        EntryColumn::new(HEADINGS[AMOUNT], ColumnUse::Reading).or([
            "Jumlah (Rp)",
            "Total",
            "Jumlah Biaya",
            "Jumlah Harga",
        ]),
        either(HEADINGS[FUND], &["Dana", "Sumber", "Sumber Pendanaan"]),
        either(HEADINGS[NOTE], &["Ket", "Catatan"]),
        either("Koefisien", &["Koef"]),
    ]
}

/// Reads the lines of a budget. A row with an account and without volume and price is the head of a group: lines below
/// it without an account get that one. Where the sum of a line stands in the file and is another, that is doubtful.
#[must_use]
pub fn read_costs(workbook: &Workbook, rule: &BudgetRule) -> ReadFile<CostLine> {
    let mut file = ReadFile::new(workbook);
    let scan = match EntryScan::new(workbook, &cost_columns()) {
        Ok(scan) => scan,
        Err(refused) => {
            file.refused = refused;
            return file;
        }
    };
    let mut group = String::new();
    for row in scan.rows() {
        if let Some(account) = group_head(&row) {
            group = account;
            continue;
        }
        let before = file.refused.len();
        let line = cost_line(&row, rule, &group, &mut file);
        if file.refused.len() == before {
            look(&row, &line, rule, &mut file);
            file.lines.push(line);
        }
    }
    finish(&mut file, scan);
    if file.lines.iter().any(|line| line.fund.is_empty()) {
        file.notes.push("Ada baris tanpa sumber dana. Isi sebelum menyimpan.".to_owned());
    }
    if file.lines.len() > MOST_LINES {
        file.notes.push(format!("Berkas ini berisi {} baris; paling banyak {MOST_LINES}.", file.lines.len()));
    }
    file
}

/// What the scan as a whole has found goes along.
pub(super) fn finish<T>(file: &mut ReadFile<T>, scan: EntryScan<'_>) {
    file.refused.extend(scan.refused);
    file.doubtful.extend(scan.doubtful);
    file.notes.extend(scan.notes);
}

fn group_head(row: &EntryRow<'_, '_>) -> Option<String> {
    let empty = |column| row.at(column).is_empty();
    let volumes = (FIRST_VOLUME..UNIT).chain([COEFFICIENT, UNIT, PRICE]);
    let account = row.text(ACCOUNT).ok().map(|text| tidy(&text)).filter(|text| !text.is_empty())?;
    volumes.into_iter().all(empty).then_some(account)
}

fn cost_line(row: &EntryRow<'_, '_>, rule: &BudgetRule, group: &str, file: &mut ReadFile<CostLine>) -> CostLine {
    let mut text = |column| file.take(row.text(column)).map(|text| tidy(&text)).unwrap_or_default();
    let (account, uraian, unit, fund, note) = (text(ACCOUNT), text(TEXT), text(UNIT), text(FUND), text(NOTE));
    if uraian.is_empty() {
        file.refused.push(row.refuse(TEXT, "Baris ini berisi biaya, tetapi uraiannya kosong.", "Isi uraiannya."));
    }
    let [vol1, vol2, vol3] = volumes(row, file);
    let price = file.take(whole(row, PRICE, "Harga", rupiah::MOST)).flatten();
    if price.is_none() && row.at(PRICE).is_empty() {
        let remedy = "Isi harganya. Bila berkasnya terpotong, simpan ulang dari sumbernya.";
        file.refused.push(row.refuse(PRICE, "Harga satuan kosong.", remedy));
    }
    let line = CostLine {
        id: None,
        account: if account.is_empty() { group.to_owned() } else { account },
        text: uraian,
        vol1,
        vol2,
        vol3,
        unit,
        price: price.unwrap_or(0),
        fund: known_fund(rule, &fund).map_or(fund, str::to_owned),
        note,
    };
    if let Err(rule) = line.amount() {
        file.refused.push(row.refuse(PRICE, rule, "Betulkan sel ini di berkasnya."));
    }
    line
}

/// The factors, from their columns or from a coefficient such as `30 org x 3 hr`; an empty one is 1.
fn volumes(row: &EntryRow<'_, '_>, file: &mut ReadFile<CostLine>) -> [u32; 3] {
    let mut factors = [1; 3];
    let most = i64::from(MOST_VOLUME);
    let stated = (FIRST_VOLUME..UNIT).any(|column| !row.at(column).is_empty());
    if !stated && !row.at(COEFFICIENT).is_empty() {
        if let Some(text) = file.take(row.text(COEFFICIENT)) {
            match coefficient(&text) {
                Some(found) => factors = found,
                None => {
                    let rule = format!("Koefisien \"{text}\" tidak terbaca.");
                    let remedy = "Tulis paling banyak tiga bilangan bulat, misalnya 30 org x 3 hr x 1 keg.";
                    file.refused.push(row.refuse(COEFFICIENT, rule, remedy));
                }
            }
        }
        return factors;
    }
    for (at, factor) in factors.iter_mut().enumerate() {
        let read = file.take(whole(row, FIRST_VOLUME + at, "Volume", most)).flatten();
        *factor = read.and_then(|read| u32::try_from(read).ok()).unwrap_or(1);
    }
    factors
}

/// `30 org x 3 hr x 1 keg`: up to three whole numbers, each with a word behind it or none.
fn coefficient(text: &str) -> Option<[u32; 3]> {
    let mut factors = [1; 3];
    let lower = text.to_lowercase().replace(['×', '*'], " x ");
    let parts: Vec<Vec<&str>> =
        lower.split_whitespace().collect::<Vec<_>>().split(|word| *word == "x").map(<[&str]>::to_vec).collect();
    if parts.len() > factors.len() {
        return None;
    }
    for (factor, part) in factors.iter_mut().zip(parts) {
        let first = part.first()?;
        let digits = first.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(first.len());
        let (number, tail) = first.split_at(digits);
        if !tail.chars().all(char::is_alphabetic) {
            return None;
        }
        *factor = number.parse().ok().filter(|number| *number <= MOST_VOLUME)?;
    }
    Some(factors)
}

/// A whole number of at most `most`; none for an empty cell.
pub(super) fn whole(row: &EntryRow<'_, '_>, column: usize, what: &str, most: i64) -> Result<Option<i64>, CellRefusal> {
    let text = row.text(column)?;
    if text.is_empty() {
        return Ok(None);
    }
    let remedy = "Betulkan sel ini di berkasnya.";
    if text.starts_with('-') || text.starts_with('(') {
        return Err(row.refuse(column, format!("{what} di bawah nol: {text}."), remedy));
    }
    let read = match row.at(column).kind {
        // A number cell has no dots for thousands: what follows its point is a fraction.
        Kind::Number => text.parse::<i64>().map_err(|_| format!("{what} {text} bukan bilangan bulat.")),
        Kind::Text | Kind::Empty | Kind::Date | Kind::Time | Kind::Bool | Kind::Error => match rupiah::parse(&text) {
            Ok(Some(number)) => Ok(number),
            Ok(None) | Err(_) => Err(format!("{what} \"{text}\" bukan bilangan bulat.")),
        },
    };
    match read {
        Ok(number) if number <= most => Ok(Some(number)),
        Ok(_) => Err(row.refuse(column, format!("{what} {text} terlalu besar."), remedy)),
        Err(rule) => Err(row.refuse(column, rule, remedy)),
    }
}

/// What deserves a look in a line that can be used.
fn look(row: &EntryRow<'_, '_>, line: &CostLine, rule: &BudgetRule, file: &mut ReadFile<CostLine>) {
    if !line.account.is_empty() && !rule.accounts.iter().any(|known| known.code == line.account) {
        let text = format!("Kode rekening {} tidak ada di nama anggaran.", line.account);
        file.doubtful.push(row.refuse(ACCOUNT, text, "Periksa kodenya, atau tambahkan di tab Nama anggaran."));
    }
    if !line.fund.is_empty() && known_fund(rule, &line.fund).is_none() {
        let text = format!("Sumber dana {} tidak ada di nama anggaran.", line.fund);
        file.doubtful.push(row.refuse(FUND, text, "Periksa ejaannya, atau tambahkan di tab Nama anggaran."));
    }
    let stated = whole(row, AMOUNT, "Jumlah", i64::MAX).ok().flatten();
    if let (Some(stated), Ok(amount)) = (stated, line.amount())
        && stated != amount
    {
        let text = format!("Jumlah di berkas {}, hasil kalinya {}.", rupiah::local(stated), rupiah::local(amount));
        file.doubtful.push(row.refuse(AMOUNT, text, "Hasil kali yang dipakai; periksa volume dan harganya."));
    }
}

/// Pasted cells as a workbook, rows parted by line ends and cells by tabs. Without headings they are taken in the order of
/// [`HEADINGS`]; true when headings were put above them, so that addresses are one row too low.
#[must_use]
pub fn pasted(rows: Vec<Vec<String>>) -> (Workbook, bool) {
    let key = words(HEADINGS[TEXT]);
    let headed = rows.iter().take(5).flatten().any(|cell| words(cell).starts_with(&key));
    let text = |text: String| if text.trim().is_empty() { Cell::Empty } else { Cell::Text(text) };
    let mut cells: Vec<Vec<Cell>> = Vec::new();
    if !headed {
        cells.push(HEADINGS.iter().map(|heading| Cell::Text((*heading).to_owned())).collect());
    }
    cells.extend(rows.into_iter().map(|row| row.into_iter().map(text).collect()));
    let sheet = Sheet { name: "Tempelan".to_owned(), rows: cells, merged: Vec::new() };
    (Workbook { file_name: "Tempelan".to_owned(), sheets: vec![sheet] }, !headed)
}

/// Reads pasted cells; addresses count the rows that were pasted.
#[must_use]
pub fn read_pasted(rows: Vec<Vec<String>>, rule: &BudgetRule) -> ReadFile<CostLine> {
    let (workbook, moved) = pasted(rows);
    let mut file = read_costs(&workbook, rule);
    if moved {
        for cell in file.refused.iter_mut().chain(&mut file.doubtful) {
            cell.cell = one_row_up(&cell.cell);
        }
    }
    file
}

fn one_row_up(cell: &str) -> String {
    let letters = cell.trim_end_matches(|letter: char| letter.is_ascii_digit());
    let row: u32 = cell[letters.len()..].parse().unwrap_or(1);
    format!("{letters}{}", row.saturating_sub(1).max(1))
}

/// Reads a list of codes with their names, such as accounts or sub kegiatan.
#[must_use]
pub fn read_names(workbook: &Workbook) -> ReadFile<Coded> {
    let columns = [
        EntryColumn::new("Kode", ColumnUse::Key).or([
            "Kode Rekening",
            "Kode Sub Kegiatan",
            "Kode Akun",
            "Rekening",
            "Kode Subkegiatan",
        ]),
        EntryColumn::new("Nama", ColumnUse::Needed).or([
            "Uraian",
            "Nama Rekening",
            "Nama Sub Kegiatan",
            "Nama Akun",
            "Nomenklatur",
            "Sub Kegiatan",
            "Nama Subkegiatan",
        ]),
    ];
    let mut file = ReadFile::new(workbook);
    let mut scan = match EntryScan::new(workbook, &columns) {
        Ok(scan) => scan,
        Err(refused) => {
            file.refused = refused;
            return file;
        }
    };
    let mut keys = Vec::new();
    let mut found = Vec::new();
    for row in scan.rows() {
        let (code, name) = (file.take(row.text(0)), file.take(row.text(1)));
        let (Some(code), Some(name)) = (code, name) else { continue };
        let (code, name) = (tidy(&code), tidy(&name));
        if code.is_empty() {
            file.refused.push(row.refuse(0, "Baris ini berisi nama, tetapi kodenya kosong.", "Isi kodenya."));
            continue;
        }
        keys.push((row.row, code.clone()));
        found.push((row.row, Coded { code, name }));
    }
    let doubled = scan.twice(&keys, 0);
    file.lines = found.into_iter().filter(|(row, _)| !doubled.contains(row)).map(|(_, line)| line).collect();
    finish(&mut file, scan);
    file
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests;
