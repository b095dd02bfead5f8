//! The sheets `Mata Pelatihan` and `Peserta` of the class book.

use std::collections::BTreeMap;

use super::class_book::{BookParticipant, BookRules, BookSubject, BookText, Refused};
use super::header::{Detected, detect_sheet};
use super::heading::{FieldSpec, HeaderSpec};
use super::rows::{FieldText, Kind, Note, RowScan};
use crate::refusal::CellRefusal;
use crate::sheet::Sheet;

const fn field(id: &'static str, label: &'static str, synonyms: &'static [&'static str], required: bool) -> FieldSpec {
    FieldSpec { id, label, synonyms, phrases: &[], not: &[], required }
}

const SUBJECTS: HeaderSpec = HeaderSpec {
    keys: &["name"],
    fields: &[
        field("number", "No", &["NO", "NOMOR", "NO URUT"], false),
        field("name", "Mata Pelatihan", SUBJECT_NAMES, true),
        field("jp", "JP", &["JP", "JUMLAH JP", "JUMLAH JAM", "LAMA (JAM)", "JML JAM", "JAM PELAJARAN"], true),
    ],
};
const SUBJECT_NAMES: &[&str] =
    &["MATA PELATIHAN", "MATA DIKLAT", "MATERI", "NAMA MATA PELATIHAN", "MATA PELAJARAN", "AGENDA"];

const PARTICIPANTS: HeaderSpec = HeaderSpec {
    keys: &["nip", "name"],
    fields: &[
        field("nip", "NIP", NIP_NAMES, true),
        field("name", "Nama", &["NAMA", "NAMA LENGKAP", "NAMA PESERTA", "NAMA PEGAWAI"], true),
    ],
};
pub(super) const NIP_NAMES: &[&str] = &["NIP", "NIP BARU", "NIP/NI PPPK", "NI PPPK", "NIP-NI PPPK"];

/// The headings of a sheet, or a refusal of the whole sheet.
pub(super) fn headings(sheet: &Sheet, spec: &HeaderSpec, refused: &mut Refused) -> Option<Detected> {
    let detected = detect_sheet(0, sheet, spec);
    let missing: Vec<&str> = match &detected {
        Some(detected) => detected.missing.iter().map(String::as_str).collect(),
        None => spec.fields.iter().filter(|field| field.required).map(|field| field.label).collect(),
    };
    if !missing.is_empty() {
        refused.push(CellRefusal {
            sheet: sheet.name.clone(),
            cell: "A1".to_owned(),
            value: String::new(),
            rule: format!("Judul kolom {} tidak ditemukan.", missing.join(", ")),
            remedy: "Tulis judul kolom seperti pada contoh Buku Kelas.".to_owned(),
        });
        return None;
    }
    detected
}

pub(super) fn read_subjects(sheet: &Sheet, refused: &mut Refused, notes: &mut Vec<Note>) -> Vec<BookSubject> {
    let Some(detected) = headings(sheet, &SUBJECTS, refused) else { return Vec::new() };
    let scan = RowScan::new(sheet, &detected, &SUBJECTS);
    notes.extend(scan.notes.iter().cloned());
    let mut subjects = Vec::with_capacity(scan.len());
    for row in scan.rows() {
        let (name, jp) = (row.get("name"), row.get("jp"));
        match read_jp(&jp) {
            Some(hours) => subjects.push(BookSubject {
                number: row.get("number").text.into_owned(),
                name: BookText { value: name.text.clone().into_owned(), cell: name.cell() },
                jp: hours,
            }),
            None => refused.push(jp.refuse(
                &sheet.name,
                "JP mata pelatihan harus bilangan bulat 1 sampai 999.",
                "Tulis jumlah JP sebagai angka, misalnya 4.",
            )),
        }
    }
    if scan.is_empty() {
        refused.push(no_rows(sheet, &detected, "mata pelatihan"));
    }
    subjects
}

pub(super) fn read_participants(
    sheet: &Sheet,
    rules: BookRules<'_>,
    refused: &mut Refused,
    notes: &mut Vec<Note>,
) -> Vec<BookParticipant> {
    let Some(detected) = headings(sheet, &PARTICIPANTS, refused) else { return Vec::new() };
    let scan = RowScan::new(sheet, &detected, &PARTICIPANTS);
    notes.extend(scan.notes.iter().cloned());
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    let mut participants = Vec::with_capacity(scan.len());
    for row in scan.rows() {
        let (nip, name) = (row.get("nip"), row.get("name"));
        if name.is_empty() || name.kind == Kind::Error {
            refused.push(name.refuse(&sheet.name, "Nama peserta kosong atau rusak.", "Isi nama peserta."));
        }
        let checked = match rules.nip(&sheet.name, &nip) {
            Ok(checked) => checked,
            Err(refusal) => {
                refused.push(refusal);
                continue;
            }
        };
        if let Some(first) = seen.get(&checked) {
            refused.push(twice(sheet, &nip, first));
            continue;
        }
        seen.insert(checked.clone(), nip.cell());
        participants.push(BookParticipant {
            nip: BookText { value: checked, cell: nip.cell() },
            nip_shown: nip.text.into_owned(),
            name: BookText { value: name.text.clone().into_owned(), cell: name.cell() },
        });
    }
    if scan.is_empty() {
        refused.push(no_rows(sheet, &detected, "peserta"));
    }
    participants
}

/// The refusal of a NIP that stood in the sheet before.
pub(super) fn twice(sheet: &Sheet, nip: &FieldText<'_>, first: &str) -> CellRefusal {
    nip.refuse(
        &sheet.name,
        format!("NIP ini sudah ada di sel {first} pada lembar yang sama."),
        "Hapus salah satu barisnya atau betulkan NIP-nya.",
    )
}

fn no_rows(sheet: &Sheet, detected: &Detected, what: &str) -> CellRefusal {
    CellRefusal {
        sheet: sheet.name.clone(),
        cell: format!("A{}", detected.first_data_row + 1),
        value: String::new(),
        rule: format!("Tidak ada {what} di lembar ini."),
        remedy: format!("Isi sekurangnya satu {what} di bawah judul kolom."),
    }
}

/// `8`, `8.0` as a number, or `8 JP`.
pub(super) fn read_jp(field: &FieldText<'_>) -> Option<u32> {
    match field.kind {
        Kind::Text | Kind::Number => whole_jp(&field.text),
        Kind::Empty | Kind::Date | Kind::Time | Kind::Bool | Kind::Error => None,
    }
}

/// A count of lesson hours from 1 to 999, with or without `JP` behind it.
pub(super) fn whole_jp(text: &str) -> Option<u32> {
    let upper = text.trim().to_uppercase();
    let digits = upper.strip_suffix("JP").unwrap_or(&upper).trim();
    digits.parse().ok().filter(|jp| (1..=999).contains(jp))
}
