//! The sheets `Presensi` and `Nilai` of the class book: one row for each NIP, one column for each session or component.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::class_book::{BookComponent, BookEntry, BookRules, BookSession, Refused};
use super::class_tables::{NIP_NAMES, headings, twice, whole_jp};
use super::dates::{DateRules, parse_date_text};
use super::header::Detected;
use super::heading::{FieldSpec, HeaderSpec, words};
use super::rows::{FieldText, Kind, Note, RowScan, kind, shown};
use crate::classes::attendance::Mark;
use crate::refusal::CellRefusal;
use crate::score::Score;
use crate::sheet::{Cell, Sheet};

const GRID: HeaderSpec = HeaderSpec {
    keys: &["nip"],
    fields: &[
        FieldSpec { id: "nip", label: "NIP", synonyms: NIP_NAMES, phrases: &[], not: &[], required: true },
        FieldSpec {
            id: "name",
            label: "Nama",
            synonyms: &["NAMA", "NAMA LENGKAP", "NAMA PESERTA"],
            phrases: &[],
            not: &[],
            required: false,
        },
    ],
};

/// Stands for the participant of a row whose NIP is refused: its cells are still checked, and the book is refused.
const NOBODY: usize = usize::MAX;

/// Columns that the office adds for reading; they hold nothing to import.
pub(super) const LEFT_OUT: &[&str] = &[
    "NO",
    "NOMOR",
    "NO URUT",
    "NIP",
    "NIP BARU",
    "NAMA",
    "NAMA LENGKAP",
    "NAMA PESERTA",
    "JABATAN",
    "UNIT KERJA",
    "INSTANSI",
    "OPD",
    "KETERANGAN",
    "KET",
    "JUMLAH",
    "JUMLAH JP",
    "TOTAL",
    "TOTAL JP",
    "PERSEN",
    "PERSENTASE",
    "NILAI AKHIR",
    "PREDIKAT",
    "PERINGKAT",
    "HASIL",
    "STATUS",
    "CATATAN",
];

/// Reads `Presensi`.
pub(super) fn read_attendance(
    sheet: &Sheet,
    rules: BookRules<'_>,
    by_nip: &BTreeMap<&str, usize>,
    refused: &mut Refused,
    notes: &mut Vec<Note>,
) -> Vec<BookSession> {
    let Some(detected) = headings(sheet, &GRID, refused) else { return Vec::new() };
    let mut sessions: Vec<(usize, BookSession)> = Vec::new();
    for (column, heading) in grid_columns(sheet, &detected) {
        match session_heading(heading.raw, &heading.text, rules.dates()) {
            Ok((date, jp, note)) => {
                sessions.push((column, BookSession { date, jp, note, cell: heading.cell(), marks: Vec::new() }));
            }
            Err(rule) => refused.push(heading.refuse(
                &sheet.name,
                rule,
                "Tulis judul kolom sebagai tanggal dan JP, misalnya 2026-03-02 (8 JP).",
            )),
        }
    }
    let columns: Vec<usize> = sessions.iter().map(|(column, _)| *column).collect();
    for (participant, row) in grid_rows(sheet, &detected, rules, by_nip, &columns, refused, notes) {
        for (column, session) in &mut sessions {
            let field = place(sheet, row, *column);
            if field.is_empty() {
                continue;
            }
            match Mark::parse(&field.text) {
                Ok(value) => session.marks.push(BookEntry { participant, value, cell: field.cell() }),
                Err(rule) => refused.push(field.refuse(
                    &sheet.name,
                    rule,
                    "Isi H (hadir), T (terlambat), I (izin), S (sakit), DL (dinas luar), TK (tanpa keterangan), atau kosongkan.",
                )),
            }
        }
    }
    sessions.into_iter().map(|(_, session)| session).collect()
}

/// Reads `Nilai`.
pub(super) fn read_scores(
    sheet: &Sheet,
    rules: BookRules<'_>,
    by_nip: &BTreeMap<&str, usize>,
    refused: &mut Refused,
    notes: &mut Vec<Note>,
) -> Vec<BookComponent> {
    let Some(detected) = headings(sheet, &GRID, refused) else { return Vec::new() };
    let before = refused.len();
    let mut components: Vec<(usize, BookComponent)> = Vec::new();
    for (column, heading) in grid_columns(sheet, &detected) {
        match component_heading(&heading.text) {
            Ok((name, weight)) => {
                if components.iter().any(|(_, other)| words(&other.name) == words(&name)) {
                    refused.push(heading.refuse(
                        &sheet.name,
                        "Komponen ini sudah ada di kolom lain.",
                        "Pakai nama yang berbeda untuk setiap komponen.",
                    ));
                }
                components.push((column, BookComponent { name, weight, cell: heading.cell(), scores: Vec::new() }));
            }
            Err(rule) => refused.push(heading.refuse(
                &sheet.name,
                rule,
                "Tulis judul kolom sebagai nama komponen dan bobotnya, misalnya Sikap perilaku (20).",
            )),
        }
    }
    if refused.len() == before {
        refused.extend(wrong_total(sheet, &components));
    }
    let columns: Vec<usize> = components.iter().map(|(column, _)| *column).collect();
    for (participant, row) in grid_rows(sheet, &detected, rules, by_nip, &columns, refused, notes) {
        for (column, component) in &mut components {
            let field = place(sheet, row, *column);
            if field.is_empty() {
                continue;
            }
            match score(&field) {
                Ok(value) => component.scores.push(BookEntry { participant, value, cell: field.cell() }),
                Err(rule) => refused.push(field.refuse(
                    &sheet.name,
                    rule,
                    "Isi angka 0 sampai 100 dengan paling banyak dua angka di belakang koma, atau kosongkan.",
                )),
            }
        }
    }
    components.into_iter().map(|(_, component)| component).collect()
}

/// A score cell. A number is written out in its shortest form first, so that 82.35 is 82.35.
fn score(field: &FieldText<'_>) -> Result<Score, String> {
    match field.kind {
        Kind::Text | Kind::Number => Score::parse(&field.text),
        Kind::Error => Err("Sel ini berisi kesalahan rumus.".to_owned()),
        Kind::Empty | Kind::Date | Kind::Time | Kind::Bool => Err(format!("\"{}\" bukan nilai.", field.text)),
    }
}

fn wrong_total(sheet: &Sheet, components: &[(usize, BookComponent)]) -> Option<CellRefusal> {
    let (_, first) = components.first()?;
    let total: u32 = components.iter().map(|(_, component)| component.weight).sum();
    (total != 100).then(|| CellRefusal {
        sheet: sheet.name.clone(),
        cell: first.cell.clone(),
        value: total.to_string(),
        rule: format!("Bobot semua komponen berjumlah {total}, seharusnya 100."),
        remedy: "Ubah bobot dalam kurung pada judul kolom sampai jumlahnya 100.".to_owned(),
    })
}

fn place(sheet: &Sheet, row: usize, column: usize) -> FieldText<'_> {
    let raw = sheet.cell(row, column);
    FieldText { text: shown(raw), kind: kind(raw), raw, row, column: Some(column) }
}

/// The columns with a heading that is not one of the plain ones.
fn grid_columns<'a>(sheet: &'a Sheet, detected: &Detected) -> Vec<(usize, FieldText<'a>)> {
    let row = detected.header_last.unwrap_or(0) as usize;
    let width = sheet.rows.get(row).map_or(0, Vec::len);
    (0..width)
        .map(|column| (column, place(sheet, row, column)))
        .filter(|(_, heading)| {
            let plain = words(&heading.text).join(" ");
            !heading.is_empty() && !plain.is_empty() && !LEFT_OUT.contains(&plain.as_str())
        })
        .collect()
}

/// The rows as `(participant, row)`. A row without a known NIP that holds something is refused.
fn grid_rows(
    sheet: &Sheet,
    detected: &Detected,
    rules: BookRules<'_>,
    by_nip: &BTreeMap<&str, usize>,
    columns: &[usize],
    refused: &mut Refused,
    notes: &mut Vec<Note>,
) -> Vec<(usize, usize)> {
    let scan = RowScan::new(sheet, detected, &GRID);
    for note in &scan.notes {
        let rows = note.first_row as usize - 1..note.last_row as usize;
        let lost = rows.clone().find_map(|row| {
            let fields = columns.iter().map(|&column| place(sheet, row, column));
            fields.into_iter().find(|field| Mark::parse(&field.text).is_ok() || score(field).is_ok())
        });
        match lost {
            Some(field) => refused.push(field.refuse(
                &sheet.name,
                "Baris ini berisi data, tetapi NIP-nya kosong.",
                "Isi NIP pada baris ini atau kosongkan barisnya.",
            )),
            None => notes.push(note.clone()),
        }
    }
    let mut seen: BTreeMap<usize, String> = BTreeMap::new();
    let mut out = Vec::with_capacity(scan.len());
    for row in scan.rows() {
        let nip = row.get("nip");
        let checked = match rules.nip(&sheet.name, &nip) {
            Ok(checked) => checked,
            Err(refusal) => {
                refused.push(refusal);
                out.push((NOBODY, row.row));
                continue;
            }
        };
        let Some(&participant) = by_nip.get(checked.as_str()) else {
            refused.push(nip.refuse(
                &sheet.name,
                "NIP ini tidak ada di lembar Peserta.",
                "Tambahkan orangnya (atau betulkan NIP-nya) di lembar Peserta, atau hapus baris ini.",
            ));
            out.push((NOBODY, row.row));
            continue;
        };
        if let Some(first) = seen.get(&participant) {
            refused.push(twice(sheet, &nip, first));
            continue;
        }
        seen.insert(participant, nip.cell());
        out.push((participant, row.row));
    }
    out
}

/// Reads `2026-03-02 (8 JP)`, `2 Maret 2026 pagi (4 JP) aula`: the day, the JP, and what else is said.
fn session_heading(raw: &Cell, text: &str, rules: DateRules) -> Result<(NaiveDate, u32, String), String> {
    if matches!(raw, Cell::Date(_)) {
        return Err("Judul sesi tidak menyebut JP.".to_owned());
    }
    let (before, jp, after) = parenthesised(text, whole_jp).ok_or("Judul sesi tidak menyebut JP dalam kurung.")?;
    let spoken: Vec<&str> = before.split_whitespace().collect();
    // The date is the shortest beginning that reads as one; a time of day and words after it are a note.
    let found = (1..=spoken.len()).find_map(|count| {
        let date = parse_date_text(&spoken[..count].join(" "), rules).ok()?;
        Some((date, &spoken[count..]))
    });
    let (date, rest) = found.ok_or("Tanggal pada judul sesi tidak terbaca.")?;
    let note = rest.iter().copied().chain(after.split_whitespace()).collect::<Vec<_>>().join(" ");
    Ok((date, jp, note))
}

/// Reads `Sikap perilaku (20)`, also `(20%)` and `(bobot 20)`.
fn component_heading(text: &str) -> Result<(String, u32), String> {
    let weight = |inside: &str| {
        let upper = inside.trim().to_uppercase();
        let digits = upper.strip_prefix("BOBOT").unwrap_or(&upper).trim_matches([' ', ':', '%']);
        digits.parse::<u32>().ok()
    };
    let (name, weight, after) =
        parenthesised(text, weight).ok_or("Judul komponen tidak menyebut bobot dalam kurung.")?;
    let name = name.split_whitespace().chain(after.split_whitespace()).collect::<Vec<_>>().join(" ");
    if name.is_empty() {
        return Err("Judul komponen tidak menyebut nama komponen.".to_owned());
    }
    if !(1..=100).contains(&weight) {
        return Err(format!("Bobot {weight} di luar 1 sampai 100."));
    }
    Ok((name, weight))
}

/// The last pair of parentheses whose content can be read: text before, what was read, text after.
fn parenthesised<T>(text: &str, read: impl Fn(&str) -> Option<T>) -> Option<(&str, T, &str)> {
    text.rmatch_indices('(').find_map(|(open, _)| {
        let close = open + text[open..].find(')')?;
        let value = read(&text[open + 1..close])?;
        Some((&text[..open], value, &text[close + 1..]))
    })
}
