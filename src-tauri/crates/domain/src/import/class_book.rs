//! The workbook "Buku Kelas": a whole class in the sheets `Kelas`, `Mata Pelatihan`, `Peserta`, `Presensi`, `Nilai`.
//!
//! Every problem is collected with its sheet and cell, so that the operator puts the file right once.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::class_grids::{read_attendance, read_scores};
use super::class_tables::{read_participants, read_subjects};
use super::dates::{DateRules, DayMonthOrder, parse_date};
use super::heading::words;
use super::rows::{FieldText, Kind, Note, kind, shown};
use crate::classes::attendance::Mark;
use crate::refusal::CellRefusal;
use crate::score::Score;
use crate::sheet::{Cell, Sheet, Workbook, address};

/// Names of the five sheets, in order.
pub const SHEETS: [&str; 5] = ["Kelas", "Mata Pelatihan", "Peserta", "Presensi", "Nilai"];

/// Labels of the sheet `Kelas`, in order.
pub const LABELS: [&str; 12] = [
    "Program",
    "Angkatan",
    "Penyelenggara",
    "Tempat",
    "Tanggal Mulai",
    "Tanggal Selesai",
    "Tempat Terbit",
    "Tanggal Terbit",
    "Nama Penandatangan",
    "NIP Penandatangan",
    "Jabatan Penandatangan",
    "Pangkat Penandatangan",
];

/// A text with the address it came from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BookText {
    /// The text, tidied; empty where the workbook leaves it open.
    pub value: String,
    /// Its address, empty where the label is missing.
    pub cell: String,
}

/// A date with the address it came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BookDate {
    /// The date.
    pub value: NaiveDate,
    /// Its address.
    pub cell: String,
}

/// The sheet `Kelas`.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are those of the labels")]
pub struct BookClass {
    pub program: BookText,
    pub batch: BookText,
    pub organiser: BookText,
    pub place: BookText,
    pub start: BookDate,
    pub end: BookDate,
    pub issue_place: BookText,
    pub issue_date: Option<BookDate>,
    pub signer_name: BookText,
    /// As `check_nip` gave it back.
    pub signer_nip: BookText,
    pub signer_position: BookText,
    pub signer_rank: BookText,
}

/// A row of `Mata Pelatihan`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BookSubject {
    /// What the column `No` says, as typed.
    pub number: String,
    /// Name of the subject.
    pub name: BookText,
    /// Lesson hours.
    pub jp: u32,
}

/// A row of `Peserta`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BookParticipant {
    /// The NIP as `check_nip` gave it back, and its address.
    pub nip: BookText,
    /// The NIP as it stands in the cell.
    pub nip_shown: String,
    /// The name as it stands in the cell, and its address.
    pub name: BookText,
}

/// A mark or a score of one participant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BookEntry<T> {
    /// Index in [`ClassBook::participants`].
    pub participant: usize,
    /// The mark or the score.
    pub value: T,
    /// Its address.
    pub cell: String,
}

/// A column of `Presensi`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BookSession {
    /// The day.
    pub date: NaiveDate,
    /// Lesson hours.
    pub jp: u32,
    /// What else the heading says.
    pub note: String,
    /// Address of the heading.
    pub cell: String,
    /// The marks; who has none is unmarked.
    pub marks: Vec<BookEntry<Mark>>,
}

/// A column of `Nilai`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BookComponent {
    /// Name of the component.
    pub name: String,
    /// Its weight in percent.
    pub weight: u32,
    /// Address of the heading.
    pub cell: String,
    /// The scores; who has none has not been scored.
    pub scores: Vec<BookEntry<Score>>,
}

/// A class as the workbook has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClassBook {
    /// The sheet `Kelas`.
    pub class: BookClass,
    /// The subjects in the order of the workbook.
    pub subjects: Vec<BookSubject>,
    /// The participants in the order of the workbook, each NIP once.
    pub participants: Vec<BookParticipant>,
    /// The sessions in the order of the workbook.
    pub sessions: Vec<BookSession>,
    /// The components in the order of the workbook; their weights total 100 unless there are none.
    pub components: Vec<BookComponent>,
    /// Rows that were left out.
    pub notes: Vec<Note>,
}

/// How a class book is read.
#[derive(Clone, Copy)]
pub struct BookRules<'a> {
    /// Checks a NIP as typed and gives back how it is kept, or the rule that it breaks.
    pub check_nip: &'a dyn Fn(&str) -> Result<String, String>,
    /// For two-digit years.
    pub this_year: i32,
}

impl std::fmt::Debug for BookRules<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("BookRules").field("this_year", &self.this_year).finish_non_exhaustive()
    }
}

impl BookRules<'_> {
    pub(super) fn dates(&self) -> DateRules {
        DateRules { order: DayMonthOrder::DayFirst, this_year: self.this_year, from_1904: false }
    }

    /// The NIP of a cell, or why it is refused.
    pub(super) fn nip(&self, sheet: &str, field: &FieldText<'_>) -> Result<String, CellRefusal> {
        const FILL: &str = "Isi dengan NIP 18 digit sebagai teks.";
        match field.kind {
            Kind::Text => (self.check_nip)(&field.text)
                .map_err(|rule| field.refuse(sheet, rule, "Periksa NIP ini pada data pegawai, lalu betulkan.")),
            Kind::Number => Err(field.refuse(
                sheet,
                "NIP tersimpan sebagai angka, sehingga digit terakhirnya sudah hilang.",
                "Format kolom NIP sebagai Teks, lalu isi ulang NIP-nya.",
            )),
            Kind::Empty => Err(field.refuse(sheet, "NIP kosong.", FILL)),
            Kind::Date | Kind::Time | Kind::Bool | Kind::Error => {
                Err(field.refuse(sheet, "Isi sel ini bukan NIP.", FILL))
            }
        }
    }
}

/// Collects what is refused.
pub(super) type Refused = Vec<CellRefusal>;

/// Reads a class book.
///
/// # Errors
/// Every refused cell, in the order of the sheets.
pub fn parse(workbook: &Workbook, rules: BookRules<'_>) -> Result<ClassBook, Vec<CellRefusal>> {
    let mut refused = Refused::new();
    let mut notes = Vec::new();
    let sheets: Vec<Option<&Sheet>> = SHEETS.iter().map(|name| find_sheet(workbook, name, &mut refused)).collect();
    let class = sheets[0].and_then(|sheet| read_class(sheet, rules, &mut refused));
    let subjects = sheets[1].map(|sheet| read_subjects(sheet, &mut refused, &mut notes)).unwrap_or_default();
    let participants = sheets[2].map(|sheet| read_participants(sheet, rules, &mut refused, &mut notes));
    let participants = participants.unwrap_or_default();
    let by_nip: BTreeMap<&str, usize> = participants
        .iter()
        .enumerate()
        .filter(|(_, participant)| !participant.nip.value.is_empty())
        .map(|(index, participant)| (participant.nip.value.as_str(), index))
        .collect();
    let sessions = sheets[3].map(|sheet| read_attendance(sheet, rules, &by_nip, &mut refused, &mut notes));
    let components = sheets[4].map(|sheet| read_scores(sheet, rules, &by_nip, &mut refused, &mut notes));
    match class {
        Some(class) if refused.is_empty() => Ok(ClassBook {
            class,
            subjects,
            participants,
            sessions: sessions.unwrap_or_default(),
            components: components.unwrap_or_default(),
            notes,
        }),
        _ => Err(refused),
    }
}

/// True when the workbook has the sheets of a class book, at least `Kelas` and `Peserta`.
#[must_use]
pub fn looks_like_class_book(workbook: &Workbook) -> bool {
    let has = |name: &str| workbook.sheets.iter().any(|sheet| words(&sheet.name) == words(name));
    has(SHEETS[0]) && has(SHEETS[2])
}

fn find_sheet<'a>(workbook: &'a Workbook, name: &str, refused: &mut Refused) -> Option<&'a Sheet> {
    let found = workbook.sheets.iter().find(|sheet| words(&sheet.name) == words(name));
    if found.is_none() {
        refused.push(CellRefusal {
            sheet: name.to_owned(),
            cell: "A1".to_owned(),
            value: String::new(),
            rule: format!("Lembar \"{name}\" tidak ada dalam {}.", workbook.file_name),
            remedy: format!("Tambahkan lembar \"{name}\" seperti pada contoh Buku Kelas."),
        });
    }
    found
}

/// The labels that were found, each with the place of its value.
struct Labels<'a> {
    sheet: &'a Sheet,
    places: BTreeMap<String, (usize, usize)>,
}

impl<'a> Labels<'a> {
    fn new(sheet: &'a Sheet) -> Self {
        let mut places = BTreeMap::new();
        for (row, cells) in sheet.rows.iter().enumerate() {
            // The label is the first text of the row, its value the next filled cell, skipping a lone colon.
            let label = cells.iter().position(|cell| !cell.is_empty());
            let Some(label) = label else { continue };
            let is_value = |cell: &&Cell| !cell.is_empty() && cell.display() != ":";
            let value = cells.iter().skip(label + 1).position(|cell| is_value(&cell));
            let name = words(&cells[label].display()).join(" ");
            places.entry(name).or_insert((row, value.map_or(label + 1, |value| label + 1 + value)));
        }
        Self { sheet, places }
    }

    fn field(&self, label: &str) -> Option<FieldText<'a>> {
        let &(row, column) = self.places.get(&words(label).join(" "))?;
        let raw = self.sheet.cell(row, column);
        Some(FieldText { text: shown(raw), kind: kind(raw), raw, row, column: Some(column) })
    }

    fn text(&self, label: &str, required: bool, refused: &mut Refused) -> BookText {
        let Some(field) = self.field(label) else {
            if required {
                refused.push(self.missing(label));
            }
            return BookText::default();
        };
        if field.kind == Kind::Error {
            let remedy = format!("Betulkan rumusnya atau ketik {label}.");
            refused.push(field.refuse(&self.sheet.name, "Sel ini berisi kesalahan rumus.", remedy));
        } else if required && field.is_empty() {
            refused.push(field.refuse(&self.sheet.name, format!("{label} kosong."), format!("Isi {label}.")));
        }
        BookText { value: field.text.clone().into_owned(), cell: field.cell() }
    }

    fn date(&self, label: &str, rules: BookRules<'_>, refused: &mut Refused) -> Option<BookDate> {
        let field = self.field(label)?;
        match parse_date(field.raw, rules.dates()) {
            Ok(value) => Some(BookDate { value, cell: field.cell() }),
            Err(problem) => {
                refused.push(field.refuse(&self.sheet.name, format!("{label}: {problem}"), problem.remedy()));
                None
            }
        }
    }

    fn missing(&self, label: &str) -> CellRefusal {
        CellRefusal {
            sheet: self.sheet.name.clone(),
            cell: address(self.sheet.rows.len(), 0),
            value: String::new(),
            rule: format!("Label \"{label}\" tidak ada."),
            remedy: format!("Tulis \"{label}\" di kolom A dan isinya di kolom B."),
        }
    }
}

fn read_class(sheet: &Sheet, rules: BookRules<'_>, refused: &mut Refused) -> Option<BookClass> {
    let labels = Labels::new(sheet);
    let needed_date = |label: &str, refused: &mut Refused| {
        if labels.field(label).is_none() {
            refused.push(labels.missing(label));
        }
        labels.date(label, rules, refused)
    };
    let program = labels.text("Program", true, refused);
    let batch = labels.text("Angkatan", true, refused);
    let organiser = labels.text("Penyelenggara", true, refused);
    let place = labels.text("Tempat", true, refused);
    let start = needed_date("Tanggal Mulai", refused);
    let end = needed_date("Tanggal Selesai", refused);
    let issue_place = labels.text("Tempat Terbit", false, refused);
    let has_issue_date = labels.field("Tanggal Terbit").is_some_and(|field| !field.is_empty());
    let issue_date = if has_issue_date { labels.date("Tanggal Terbit", rules, refused) } else { None };
    let signer_nip = signer_nip(&labels, rules, refused);
    let signer_name = labels.text("Nama Penandatangan", false, refused);
    let signer_position = labels.text("Jabatan Penandatangan", false, refused);
    let signer_rank = labels.text("Pangkat Penandatangan", false, refused);
    let (start, end) = (start?, end?);
    if end.value < start.value {
        refused.push(CellRefusal {
            sheet: sheet.name.clone(),
            cell: end.cell.clone(),
            value: end.value.format("%d-%m-%Y").to_string(),
            rule: "Tanggal Selesai lebih awal daripada Tanggal Mulai.".to_owned(),
            remedy: format!("Periksa kedua tanggal (Tanggal Mulai di {}).", start.cell),
        });
    }
    Some(BookClass {
        program,
        batch,
        organiser,
        place,
        start,
        end,
        issue_place,
        issue_date,
        signer_name,
        signer_nip,
        signer_position,
        signer_rank,
    })
}

fn signer_nip(labels: &Labels<'_>, rules: BookRules<'_>, refused: &mut Refused) -> BookText {
    let field = labels.field("NIP Penandatangan").filter(|field| !field.is_empty() && field.text != "-");
    let Some(field) = field else { return BookText::default() };
    match rules.nip(&labels.sheet.name, &field) {
        Ok(value) => BookText { value, cell: field.cell() },
        Err(refusal) => {
            refused.push(refusal);
            BookText::default()
        }
    }
}
