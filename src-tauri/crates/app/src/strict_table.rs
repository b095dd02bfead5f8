//! Text tables of the terminal, read strictly: nothing is guessed, every fault is named with its cell.

use crate::Result;
use csv::{ByteRecord, ReaderBuilder};
use domain::import::header::letters;
use domain::refusal::{CellRefusal, Code, Refusal};
use std::path::Path;

/// How many faults are named at the most.
const NAMED: usize = 100;

/// A row with the line of the file on which it begins.
pub(crate) struct StrictRow {
    /// Row number as a spreadsheet counts, from 1.
    number: u64,
    /// As many cells as there are columns; without spaces around them.
    pub(crate) cells: Vec<String>,
}

/// A table whose columns are known by their headings.
pub(crate) struct StrictTable {
    name: String,
    /// For each wanted column its place in the file.
    places: Vec<usize>,
    /// The rows.
    pub(crate) rows: Vec<StrictRow>,
    /// What is wrong with the table.
    faults: Vec<CellRefusal>,
}

impl StrictTable {
    /// Reads a file whose head names exactly the wanted columns, in any order; capitals do not matter. Columns are
    /// parted by comma, semicolon or tab.
    ///
    /// # Errors
    /// [`Code::FileAccess`]; [`Code::InvalidInput`] with the cells when the file is not UTF-8, or its head is wrong.
    /// Rows that are too short or too long are noted, so that they are told with what else is wrong.
    pub(crate) fn read(path: &Path, wanted: &[&str]) -> Result<Self> {
        let bytes = crate::files::read_whole(path)?;
        let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes);
        let mut table = Self { name, places: Vec::new(), rows: Vec::new(), faults: Vec::new() };
        let mut reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(separator(bytes, wanted))
            .from_reader(bytes);
        let mut record = ByteRecord::new();
        let (mut columns, mut within) = (None, 0);
        loop {
            let more = reader.read_byte_record(&mut record).map_err(|error| {
                Refusal::new(Code::UnreadableFile, format!("Berkas {} tidak dapat dibaca ({error}).", path.display()))
            })?;
            if !more {
                break;
            }
            let number = line_of(&record, bytes) - within;
            within += record.iter().flatten().filter(|byte| **byte == b'\n').count() as u64;
            let cells = table.texts(&record, number);
            match columns {
                None => {
                    table.head(&cells, number, wanted);
                    table.finish()?;
                    columns = Some(cells.len());
                }
                Some(_) if cells.iter().all(String::is_empty) => {}
                Some(columns) => table.row(cells, number, columns),
            }
        }
        if columns.is_none() {
            table.refuse("A1".to_owned(), "", "Berkas ini kosong.", "Isi baris judul dan datanya.");
        }
        Ok(table)
    }

    /// The cells as text; bytes that are no UTF-8 are a fault of their cell.
    fn texts(&mut self, record: &ByteRecord, number: u64) -> Vec<String> {
        let mut cells = Vec::with_capacity(record.len());
        for (column, bytes) in record.iter().enumerate() {
            let text = String::from_utf8_lossy(bytes);
            if std::str::from_utf8(bytes).is_err() {
                let cell = address(column, number);
                self.refuse(cell, &text, "Isi sel ini bukan UTF-8.", "Simpan berkas sebagai CSV UTF-8.");
            }
            cells.push(text.trim().to_owned());
        }
        cells
    }

    fn head(&mut self, cells: &[String], number: u64, wanted: &[&str]) {
        let same = |cell: &str, name: &str| cell.to_lowercase() == name.to_lowercase();
        for (column, cell) in cells.iter().enumerate() {
            let before = cells[..column].iter().any(|other| same(other, cell));
            if !wanted.iter().any(|name| same(cell, name)) {
                let rule = format!("Kolom \"{cell}\" tidak dikenal.");
                self.refuse(address(column, number), cell, rule, "Hapus kolom ini, atau betulkan judulnya.");
            } else if before {
                self.refuse(
                    address(column, number),
                    cell,
                    format!("Kolom \"{cell}\" ada dua."),
                    "Hapus salah satunya.",
                );
            }
        }
        for name in wanted {
            match cells.iter().position(|cell| same(cell, name)) {
                Some(place) => self.places.push(place),
                None => {
                    let rule = format!("Kolom \"{name}\" tidak ada.");
                    self.refuse(address(0, number), "", rule, format!("Tambahkan kolom \"{name}\"."));
                }
            }
        }
    }

    fn row(&mut self, cells: Vec<String>, number: u64, columns: usize) {
        if cells.len() < columns {
            let rule = format!("Baris ini hanya berisi {} dari {columns} kolom.", cells.len());
            let remedy = "Berkas mungkin terpotong. Lengkapi barisnya; sel kosong tetap perlu pemisahnya.";
            self.refuse(address(cells.len(), number), "", rule, remedy);
        } else if let Some(extra) = cells.get(columns) {
            let rule = format!("Baris ini berisi {} kolom, judulnya {columns}.", cells.len());
            let remedy = "Hapus kolom lebihnya. Koma desimal dalam berkas berpemisah koma perlu tanda kutip.";
            self.refuse(address(columns, number), extra, rule, remedy);
        } else {
            let cells = self.places.iter().map(|place| cells[*place].clone()).collect();
            self.rows.push(StrictRow { number, cells });
        }
    }

    /// The address of a wanted column in a row, such as `C7`.
    pub(crate) fn address(&self, row: &StrictRow, column: usize) -> String {
        address(self.places.get(column).copied().unwrap_or(0), row.number)
    }

    /// Notes a fault.
    pub(crate) fn refuse(&mut self, cell: String, value: &str, rule: impl Into<String>, remedy: impl Into<String>) {
        if self.faults.len() < NAMED {
            let (rule, remedy) = (rule.into(), remedy.into());
            self.faults.push(CellRefusal { sheet: self.name.clone(), cell, value: value.to_owned(), rule, remedy });
        }
    }

    /// Refuses the file if anything is wrong with it.
    ///
    /// # Errors
    /// [`Code::InvalidInput`] with every fault and its cell.
    pub(crate) fn finish(&mut self) -> Result<()> {
        let cells = std::mem::take(&mut self.faults);
        match cells.first() {
            None => Ok(()),
            Some(first) => {
                let message = format!("{} sel {}: {} {}", self.name, first.cell, first.rule, first.remedy);
                Err(Refusal::cells(Code::InvalidInput, message, cells))
            }
        }
    }
}

/// The line on which a record begins: empty lines before it are passed over unsaid.
fn line_of(record: &ByteRecord, bytes: &[u8]) -> u64 {
    let Some(position) = record.position() else { return 0 };
    let before = usize::try_from(position.byte()).ok().and_then(|from| bytes.get(from..)).unwrap_or_default();
    let empty = before.iter().take_while(|byte| b"\r\n".contains(byte)).filter(|byte| **byte == b'\n').count();
    position.line() + empty as u64
}

fn address(column: usize, row: u64) -> String {
    format!("{}{row}", letters(column))
}

/// The separator by which the first line names most of the wanted columns.
pub(crate) fn separator(bytes: &[u8], wanted: &[&str]) -> u8 {
    let line = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let named = |separator: &u8| {
        let mut reader = ReaderBuilder::new().has_headers(false).delimiter(*separator).from_reader(line);
        let head = reader.byte_records().next().and_then(std::result::Result::ok).unwrap_or_default();
        let known = |cell: &[u8]| {
            let cell = String::from_utf8_lossy(cell).trim().to_lowercase();
            wanted.iter().any(|name| name.to_lowercase() == cell)
        };
        (head.iter().filter(|cell| known(cell)).count(), head.len())
    };
    [b'\t', b';', b','].into_iter().max_by_key(named).unwrap_or(b',')
}
