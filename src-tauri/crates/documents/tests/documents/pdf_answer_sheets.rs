//! Sheets that are filled in by hand: one page for 25 items, every code, nothing cut off.

use crate::pdf_samples::texts;
use documents::answer_sheet::{
    AnswerSheet, SheetAnswer, SheetCode, SheetGroup, SheetItem, SheetScale, answer_sheets_pdf,
};
use domain::refusal::Code;

/// A text with single spaces instead of breaks.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn item(text: &str, answer: SheetAnswer) -> SheetItem {
    SheetItem { text: text.to_owned(), answer }
}

fn group(caption: &str, scale: SheetScale, items: Vec<SheetItem>) -> SheetGroup {
    SheetGroup { caption: caption.to_owned(), scale, items }
}

fn five() -> SheetScale {
    SheetScale::Words(
        ["Sangat Tidak Setuju", "Tidak Setuju", "Cukup Setuju", "Setuju", "Sangat Setuju"].map(str::to_owned).into(),
    )
}

fn marks(number: usize, text: &str) -> Vec<SheetItem> {
    (1..=number).map(|at| item(&format!("{text} {at}"), SheetAnswer::Scale)).collect()
}

fn sheet(code: &str, groups: Vec<SheetGroup>) -> AnswerSheet {
    AnswerSheet {
        office: "Badan Kepegawaian Kabupaten Contoh".to_owned(),
        title: "LEMBAR PENILAIAN PESERTA".to_owned(),
        facts: vec![
            ("Pelatihan".to_owned(), "Pelayanan Publik Digital Angkatan III".to_owned()),
            ("Pengajar".to_owned(), "Dr. Sri Wahyuni, M.Si.".to_owned()),
            ("Mata pelatihan".to_owned(), "Etika publik".to_owned()),
        ],
        code: Some(SheetCode { label: "Kode lembar".to_owned(), text: code.to_owned() }),
        opening: vec![
            "Lembar ini tanpa nama. Kodenya acak dan tidak dicatat untuk siapa.".to_owned(),
            "Beri tanda silang pada satu kotak di setiap baris.".to_owned(),
        ],
        groups,
        closing: vec!["Terima kasih.".to_owned()],
    }
}

/// A round of two instruments with 25 items and a comment for each.
fn full(text: &str) -> Vec<SheetGroup> {
    let comment = |at: usize| item(&format!("Saran {at}"), SheetAnswer::Lines(2));
    let with_comment = |mut items: Vec<SheetItem>, at| {
        items.push(comment(at));
        items
    };
    vec![
        group("Evaluasi tenaga pengajar", five(), with_comment(marks(14, text), 1)),
        group("Evaluasi penyelenggara", five(), with_comment(marks(11, text), 2)),
    ]
}

#[test]
fn twenty_five_items_stand_on_one_page() {
    let text = "Sikap saat tanya jawab dan memberi umpan balik";
    let pages = texts(&answer_sheets_pdf("Lembar", &[sheet("AB2CD", full(text))]).expect("drawn"));
    assert_eq!(pages.len(), 1);
    assert!(pages[0].contains("AB2CD") && !pages[0].contains("Halaman"));
}

#[test]
fn every_sheet_is_a_page_with_its_own_code() {
    let codes: Vec<String> = (0..40).map(|at| format!("QX{at:02}Z")).collect();
    let sheets: Vec<AnswerSheet> = codes.iter().map(|code| sheet(code, full("Penguasaan materi"))).collect();
    let bytes = answer_sheets_pdf("Lembar", &sheets).expect("drawn");
    assert_eq!(answer_sheets_pdf("Lembar", &sheets).expect("drawn"), bytes, "the same sheets, the same bytes");
    let pages = texts(&bytes);
    assert_eq!(pages.len(), codes.len());
    for (page, code) in pages.iter().zip(&codes) {
        assert!(page.contains(code.as_str()));
        assert_eq!(codes.iter().filter(|other| page.contains(other.as_str())).count(), 1);
    }
}

#[test]
fn long_texts_wrap_over_pages_and_keep_code_and_words() {
    let long = "Pengajar menjelaskan kaitan antara materi dengan pekerjaan sehari-hari peserta di unit kerjanya \
                masing-masing, memakai contoh yang nyata, dan memberi waktu untuk bertanya pada butir";
    let pages = texts(&answer_sheets_pdf("Lembar", &[sheet("AB2CD", full(long))]).expect("drawn"));
    assert!(pages.len() > 1);
    for (at, page) in pages.iter().enumerate() {
        assert!(page.contains("AB2CD"), "page {at} tells its sheet");
        assert!(page.contains(&format!("Halaman {} dari {}", at + 1, pages.len())));
    }
    let all = words(&pages.concat());
    for at in 1..=14 {
        assert!(all.contains(&words(&format!("{long} {at}"))), "item {at} is whole");
    }
}

#[test]
fn items_with_words_of_their_own_and_numbers() {
    let own = |words: &[&str]| SheetAnswer::Options(words.iter().map(|word| (*word).to_owned()).collect());
    let questions = vec![
        item("Bagaimana kemudahan prosedur pelayanan?", own(&["Tidak mudah", "Kurang mudah", "Mudah", "Sangat mudah"])),
        item("Pendidikan terakhir", own(&["SD", "SMP", "SMA", "D1 sampai D3", "S1", "S2 ke atas"])),
    ];
    let percent = vec![item("Berapa persen yang sudah diterapkan?", SheetAnswer::Scale)];
    let free = vec![item("Saran", SheetAnswer::Lines(2))];
    let groups = vec![
        group("Pendapat", five(), questions),
        group("Uraian", five(), free),
        group("Dampak", SheetScale::Percent, percent),
    ];
    let mut sheet = sheet("", groups);
    sheet.facts.push(("Nama".to_owned(), String::new()));
    let pages = texts(&answer_sheets_pdf("Lembar", &[sheet]).expect("drawn"));
    for word in ["Sangat mudah", "S2 ke atas", "0 sampai 100", "3."] {
        assert!(pages[0].contains(word), "{word}");
    }
    assert!(!pages[0].contains("4."), "free text has no number, as on the screen");
    assert!(!pages[0].contains("Sangat Tidak"), "no head of a scale on which nothing is answered");
}

#[test]
fn a_letter_without_a_glyph_is_named() {
    let groups = vec![group("Satu", five(), vec![item("Nilai \u{4e2d}", SheetAnswer::Scale)])];
    let refused = answer_sheets_pdf("Lembar", &[sheet("AB2CD", groups)]).expect_err("no such glyph");
    assert_eq!(refused.code, Code::MissingGlyph);
    assert_eq!(refused.fields[0].field, "groups.0.items.0");
}
