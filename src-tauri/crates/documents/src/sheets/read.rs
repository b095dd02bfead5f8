//! Reading a spreadsheet file of any usual kind. The content decides what it is; the ending of its name only has to agree.

use std::fs::File;
use std::io::Read;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use domain::refusal::{Code, Refusal};
use domain::sheet::{Cell, Sheet, Workbook};

use super::{archive, excel, text};

/// The largest file that is opened: 15,000 people of 65 columns take about 6 MB.
const LARGEST_FILE: u64 = 100 * 1024 * 1024;
/// The most cells that are kept of one file.
const MOST_CELLS: usize = 8_000_000;
/// The most text that is kept of one file.
const MOST_TEXT: usize = 512 * 1024 * 1024;

/// Why a file cannot be read: what it is, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Problem {
    pub(super) what: String,
    pub(super) remedy: &'static str,
}

impl Problem {
    pub(super) fn new(what: impl Into<String>, remedy: &'static str) -> Self {
        Self { what: what.into(), remedy }
    }

    pub(super) fn damaged() -> Self {
        Self::new(
            "rusak atau terpotong, sehingga isinya tidak terbaca",
            "Salin atau unduh ulang berkasnya, atau buka di Excel/LibreOffice dan simpan lagi sebagai .xlsx.",
        )
    }

    pub(super) fn too_large() -> Self {
        Self::new(
            "terlalu besar untuk dibaca",
            "Hapus lembar, baris, dan kolom yang tidak diperlukan, lalu simpan lagi atau bagi menjadi beberapa berkas.",
        )
    }

    pub(super) fn locked() -> Self {
        Self::new(
            "dilindungi kata sandi",
            "Buka dengan kata sandinya di Excel atau LibreOffice, hapus kata sandi itu, simpan, lalu impor lagi.",
        )
    }

    fn refuse(self, name: &str) -> Refusal {
        Refusal::new(Code::UnreadableFile, format!("Berkas \"{name}\" {}. {}", self.what, self.remedy))
    }
}

/// Reads a spreadsheet file: XLSX, XLS, ODS or text with separators.
///
/// # Errors
/// [`Code::FileAccess`] when the file cannot be opened, [`Code::UnreadableFile`] when it is not a readable spreadsheet.
pub fn read_workbook(path: &Path) -> Result<Workbook, Refusal> {
    let name = path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
    let no_access = |error: std::io::Error| {
        Refusal::new(
            Code::FileAccess,
            format!(
                "Berkas \"{name}\" di {} tidak dapat dibuka ({error}). Pastikan berkasnya ada, boleh dibaca, dan tidak \
                 sedang dikunci program lain.",
                path.display()
            ),
        )
    };
    let file = File::open(path).map_err(no_access)?;
    let metadata = file.metadata().map_err(no_access)?;
    if metadata.is_dir() {
        return Err(Problem::new("adalah folder, bukan berkas", "Pilih berkas di dalamnya.").refuse(&name));
    }
    if metadata.len() > LARGEST_FILE {
        return Err(Problem::too_large().refuse(&name));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(metadata.len()).unwrap_or(0));
    file.take(LARGEST_FILE + 1).read_to_end(&mut bytes).map_err(no_access)?;
    read_bytes(&name, &bytes)
}

/// Reads a spreadsheet that is already in memory; `name` is its file name.
///
/// # Errors
/// [`Code::UnreadableFile`] when it is not a readable spreadsheet.
pub fn read_bytes(name: &str, bytes: &[u8]) -> Result<Workbook, Refusal> {
    // The readers of the formats are other people's code fed with other people's files: a defect there must not end the
    // program.
    let read = catch_unwind(AssertUnwindSafe(|| read_checked(name, bytes)));
    let sheets = read.unwrap_or_else(|_| Err(Problem::damaged())).map_err(|problem| problem.refuse(name))?;
    if sheets.iter().all(|sheet| sheet.rows.is_empty()) {
        let empty = Problem::new("tidak berisi data", "Pastikan yang dipilih berkas yang benar dan sudah disimpan.");
        return Err(empty.refuse(name));
    }
    Ok(Workbook { file_name: name.to_owned(), sheets })
}

fn read_checked(name: &str, bytes: &[u8]) -> Result<Vec<Sheet>, Problem> {
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > LARGEST_FILE {
        return Err(Problem::too_large());
    }
    match sniff(bytes) {
        Content::Nothing => Err(Problem::new("kosong (0 byte)", "Salin atau unduh ulang berkasnya dari sumbernya.")),
        Content::Zip => read_zip(bytes),
        Content::Compound if archive::is_encrypted_compound(bytes) => Err(Problem::locked()),
        Content::Compound => excel::read_xls(bytes),
        Content::Other(what) => Err(Problem::new(
            format!("berisi {what}, bukan lembar kerja"),
            "Buka berkas itu dengan programnya, lalu simpan sebagai .xlsx atau .csv dan impor hasilnya.",
        )),
        Content::Text if is_spreadsheet_name(name) => Err(Problem::new(
            "bukan berkas Excel walaupun namanya demikian; isinya teks biasa",
            "Bila isinya CSV, ganti akhiran namanya menjadi .csv. Bila tidak, simpan ulang dari Excel sebagai .xlsx.",
        )),
        Content::Text => text::read(name, bytes),
    }
}

fn read_zip(bytes: &[u8]) -> Result<Vec<Sheet>, Problem> {
    let found = archive::inspect(bytes)?;
    match found.kind {
        archive::Kind::Xlsx => excel::read_xlsx(bytes, found.has_merged),
        archive::Kind::Ods => excel::read_ods(bytes),
        archive::Kind::Other(what) => Err(Problem::new(
            format!("adalah {what}, bukan lembar kerja yang didukung"),
            "Simpan daftarnya sebagai Excel Workbook (.xlsx), lalu impor berkas itu.",
        )),
    }
}

/// What the first bytes say.
enum Content {
    Nothing,
    Zip,
    Compound,
    Text,
    Other(&'static str),
}

fn sniff(bytes: &[u8]) -> Content {
    let begins = |start: &[u8]| bytes.starts_with(start);
    if bytes.is_empty() {
        return Content::Nothing;
    }
    if begins(b"PK\x03\x04") || begins(b"PK\x05\x06") {
        return Content::Zip;
    }
    if begins(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return Content::Compound;
    }
    if begins(b"%PDF") {
        return Content::Other("dokumen PDF");
    }
    if begins(b"\x89PNG") || begins(b"\xFF\xD8\xFF") || begins(b"GIF8") {
        return Content::Other("gambar");
    }
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(2048)]).to_lowercase();
    let start = start.trim_start_matches('\u{feff}').trim_start();
    if start.starts_with("<!doctype html") || start.starts_with("<html") || start.contains("<table") {
        return Content::Other("halaman web (HTML)");
    }
    if start.starts_with("<?xml") {
        return Content::Other("dokumen XML");
    }
    if start.starts_with("{\\rtf") {
        return Content::Other("dokumen RTF");
    }
    if text::looks_binary(bytes) { Content::Other("data yang tidak dikenal") } else { Content::Text }
}

fn is_spreadsheet_name(name: &str) -> bool {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
    ending.is_some_and(|ending| ["xlsx", "xlsm", "xls", "xlsb", "ods"].contains(&ending.as_str()))
}

/// Fills a sheet cell by cell and refuses what grows beyond every list of an office.
#[derive(Debug, Default)]
pub(super) struct Filling {
    pub(super) rows: Vec<Vec<Cell>>,
    cells: usize,
    text: usize,
}

impl Filling {
    /// Puts a cell at its place; the places before it become empty cells.
    pub(super) fn put(&mut self, row: usize, column: usize, cell: Cell) -> Result<(), Problem> {
        if let Cell::Text(text) = &cell {
            self.text += text.len();
        }
        if row >= self.rows.len() {
            self.cells += (row - self.rows.len()) / 16;
            if self.cells > MOST_CELLS {
                return Err(Problem::too_large());
            }
            // A row is about as wide as the one before it.
            let width = self.rows.last().map_or(0, Vec::len);
            self.rows.resize_with(row + 1, Vec::new);
            self.rows[row].reserve_exact(width.max(column + 1).min(1024));
        }
        let cells = &mut self.rows[row];
        if column < cells.len() {
            cells[column] = cell;
        } else {
            self.cells += column + 1 - cells.len();
            if self.cells > MOST_CELLS || self.text > MOST_TEXT {
                return Err(Problem::too_large());
            }
            cells.resize_with(column, Cell::default);
            cells.push(cell);
        }
        Ok(())
    }

    /// The rows of one sheet; what was counted goes on for the next.
    pub(super) fn take(&mut self) -> Vec<Vec<Cell>> {
        std::mem::take(&mut self.rows)
    }
}
