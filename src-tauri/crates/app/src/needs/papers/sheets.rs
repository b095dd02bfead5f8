//! Fill-in sheets of a survey or a readiness check on paper.

use super::{everybody, nothing};
use crate::evaluation::{sheet_group, sheet_guide};
use crate::needs::people::{InquiryPeopleState, InquiryPerson};
use crate::needs::sheets::asking;
use crate::{App, Result};
use documents::answer_sheet::{AnswerSheet, SheetCode, answer_sheets_pdf};
use domain::ids::InquiryId;
use domain::indonesian;
use domain::needs::inquiry::InquiryKind;
use domain::people::nip;
use domain::refusal::{Code, Refusal};

/// Sheets that one file has at the most.
const MOST_SHEETS: usize = 1_000;

pub(super) fn sheets(app: &App, id: InquiryId, blank: bool) -> Result<Vec<u8>> {
    let office = crate::office::require_profile(app)?.office;
    let (inquiry, form) = app.store.read(|read| asking(read, id))?;
    let people = if blank { Vec::new() } else { everybody(app, id, InquiryPeopleState::Waiting)? };
    if !blank && people.is_empty() {
        return Err(nothing("Semua orang sudah mempunyai lembar. Cetak lembar kosong bila masih perlu."));
    }
    if people.len() > MOST_SHEETS {
        let message = format!(
            "Ada {} orang yang belum mengisi, paling banyak {MOST_SHEETS} lembar sekali cetak. Pilih unit yang lebih kecil, \
             atau cetak satu lembar kosong dan perbanyak.",
            indonesian::thousands(people.len())
        );
        return Err(Refusal::new(Code::NotAllowed, message));
    }
    let (title, about) = match inquiry.kind {
        InquiryKind::Readiness => (
            "LEMBAR KESIAPAN BELAJAR",
            "Tidak ada jawaban yang salah. Jawaban menunjukkan dukungan yang diperlukan sebelum atau selama pelatihan.",
        ),
        InquiryKind::Survey
        | InquiryKind::Interview
        | InquiryKind::FocusGroup
        | InquiryKind::Superior
        | InquiryKind::Test => (
            "LEMBAR SURVEI KEBUTUHAN PENGEMBANGAN KOMPETENSI",
            "Jawab menurut kemampuan pada pekerjaan sekarang. Jawaban dipakai untuk menyusun pelatihan, bukan untuk menilai \
             kinerja.",
        ),
    };
    let sheet = |person: Option<&InquiryPerson>| {
        let value = |of: fn(&InquiryPerson) -> String| person.map(of).unwrap_or_default();
        AnswerSheet {
            office: office.clone(),
            title: title.to_owned(),
            facts: vec![
                ("Nama".to_owned(), value(|person| person.name.clone())),
                ("NIP".to_owned(), value(|person| nip::printed(&person.nip))),
                ("Jabatan".to_owned(), value(|person| person.position.clone())),
                ("Unit kerja".to_owned(), value(|person| person.unit.clone())),
            ],
            code: Some(SheetCode { label: "Tanggal mengisi".to_owned(), text: String::new() }),
            opening: vec![
                format!("{}. {about}", inquiry.name),
                format!("Nama ditulis bersama jawaban. {}", sheet_guide(&form.instruments)),
            ],
            groups: form.instruments.iter().map(sheet_group).collect(),
            closing: vec!["Terima kasih. Kembalikan lembar ini kepada pengelola kepegawaian unit kerja.".to_owned()],
        }
    };
    let sheets: Vec<AnswerSheet> =
        if blank { vec![sheet(None)] } else { people.iter().map(|person| sheet(Some(person))).collect() };
    answer_sheets_pdf(&inquiry.name, &sheets)
}
