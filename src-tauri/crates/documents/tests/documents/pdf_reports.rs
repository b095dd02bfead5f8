//! Reports: tables over pages, page numbers, refusals.

use crate::pdf_samples::{content, pictures, texts};
use documents::report::{
    CellAlign, Column, ColumnWidth, PageNumbers, Report, ReportPaper, ReportTable, report_pdf, reports_pdf,
};
use domain::refusal::Code;

fn column(heading: &str, width: ColumnWidth, align: CellAlign) -> Column {
    Column { heading: heading.into(), width, align }
}

fn report(rows: usize) -> Report {
    let content = content();
    Report {
        paper: ReportPaper::A4Portrait,
        letterhead: content.letterhead,
        title: "REKAPITULASI NILAI".into(),
        subtitle: vec!["Pelatihan Pelayanan Publik Angkatan III".into()],
        facts: vec![("Tempat".into(), "Muara Rimba".into())],
        tables: vec![ReportTable {
            caption: "Peserta".into(),
            columns: vec![
                column("No", ColumnWidth::Fixed(12.0), CellAlign::Centre),
                column("Nama", ColumnWidth::Share(3), CellAlign::Left),
                column("Unit Kerja", ColumnWidth::Share(2), CellAlign::Left),
                column("Nilai", ColumnWidth::Fixed(20.0), CellAlign::Right),
            ],
            rows: (0..rows)
                .map(|row| {
                    vec![(row + 1).to_string(), format!("Peserta {row}"), "Dinas & Badan <b".into(), "82,50".into()]
                })
                .collect(),
            total: Some(vec![String::new(), "Rata-rata".into(), String::new(), "82,50".into()]),
            blank_rows: None,
        }],
        notes: vec!["Nilai akhir dibulatkan sampai dua angka di belakang koma.".into()],
        signature: Some(("Muara Rimba, 17 Agustus 2026".into(), content.signatory)),
        ..Report::default()
    }
}

#[test]
fn t17_page_numbers_are_right_from_one_to_two_hundred_pages() {
    for rows in [0, 1, 20, 40, 41, 42, 43, 44, 100, 1000, 8700] {
        let pages = texts(&report_pdf(&report(rows), &pictures()).expect("drawn"));
        for (index, text) in pages.iter().enumerate() {
            assert!(text.contains(&format!("Halaman {} dari {}\n", index + 1, pages.len())), "{rows} rows");
        }
        let lines: std::collections::BTreeSet<&str> = pages.iter().flat_map(|page| page.lines()).collect();
        let found = (0..rows).filter(|row| lines.contains(format!("Peserta {row}").as_str())).count();
        assert_eq!(found, rows, "no row is lost");
        assert!(rows < 8700 || pages.len() >= 180, "{} pages", pages.len());
        let repeated = pages.iter().filter(|text| text.contains("Peserta ")).all(|text| text.contains("Unit Kerja\n"));
        assert!(repeated, "the heading is repeated");
    }
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    assert_eq!(report_pdf(&report(30), &pictures()), report_pdf(&report(30), &pictures()));
}

#[test]
fn t16_long_cells_go_on_over_pages() {
    let mut long = report(3);
    long.tables[0].rows[1][1] = "Panjang sekali ".repeat(700);
    long.notes.push("x".repeat(10_000));
    for paper in [ReportPaper::A4Portrait, ReportPaper::A4Landscape, ReportPaper::F4Portrait, ReportPaper::F4Landscape]
    {
        let pages = texts(&report_pdf(&Report { paper, ..long.clone() }, &pictures()).expect("drawn"));
        assert_eq!(pages.concat().matches("Panjang").count(), 700);
    }
}

#[test]
fn t16_a_letter_without_glyph_is_named_with_its_row() {
    let mut wrong = report(3);
    wrong.tables[0].rows[2][1] = "Budi 😀".into();
    let refusal = report_pdf(&wrong, &pictures()).expect_err("refused");
    assert_eq!(refusal.code, Code::MissingGlyph);
    assert!(refusal.message.contains("Tabel 1 baris 3") && refusal.message.contains("U+1F600"), "{}", refusal.message);
}

#[test]
fn several_reports_stand_in_one_file_each_with_its_own_pages() {
    let short = Report { numbers: PageNumbers::WhenSeveral, ..report(2) };
    let long = Report { numbers: PageNumbers::WhenSeveral, title: "SURAT KEDUA".into(), ..report(60) };
    let file = reports_pdf("Surat", &[short.clone(), long, short], &pictures()).expect("drawn");
    let pages = texts(&file);
    assert_eq!(pages.len(), 4, "one page, two, one");
    assert!(pages[0].contains("REKAPITULASI NILAI") && pages[3].contains("REKAPITULASI NILAI"));
    assert!(pages[1].contains("SURAT KEDUA") && pages[1].contains("Halaman 1 dari 2"));
    assert!(pages[2].contains("Halaman 2 dari 2"));
    assert!(!pages[0].contains("Halaman") && !pages[3].contains("Halaman"), "a letter of one page has no number");
    let one = report_pdf(&report(2), &pictures()).expect("drawn");
    let two = reports_pdf("Surat", &[report(2), report(2)], &pictures()).expect("drawn");
    assert!(two.len() < one.len() + one.len() / 4, "fonts and logo are in the file once: {} {}", one.len(), two.len());
}

#[test]
fn the_opening_stands_before_the_facts() {
    let letter = Report { opening: vec!["Dengan ini menugaskan:".into()], ..report(1) };
    let text = texts(&report_pdf(&letter, &pictures()).expect("drawn")).concat();
    let at = |part: &str| text.find(part).unwrap_or_else(|| panic!("{part} is printed"));
    assert!(at("Dengan ini menugaskan:") < at("Tempat"));
}

#[test]
fn blank_rows_fill_the_page_and_no_more() {
    for (rows, height, paper) in [
        (0, 18, ReportPaper::A4Portrait),
        (0, 25, ReportPaper::A4Landscape),
        (7, 18, ReportPaper::F4Portrait),
        (30, 18, ReportPaper::A4Portrait),
    ] {
        let mut form = Report { paper, notes: Vec::new(), signature: None, ..report(rows) };
        form.tables[0].total = None;
        form.tables[0].blank_rows = Some(height);
        let pages = texts(&report_pdf(&form, &pictures()).expect("drawn"));
        let numbered = |last: usize| pages.concat().lines().filter(|line| *line == last.to_string()).count();
        let blanks = (rows + 1..).take_while(|number| numbered(*number) == 1).count();
        assert!(blanks >= 3, "{rows} rows: {blanks} blank ones");
        assert_eq!(numbered(rows + blanks + 1), 0);
        let mut without = form.clone();
        without.tables[0].blank_rows = None;
        let written = texts(&report_pdf(&without, &pictures()).expect("drawn")).len();
        assert!(pages.len() <= written + 1, "{rows} rows: {} pages", pages.len());
        assert!(pages.last().is_some_and(|page| page.contains("Unit Kerja\n")), "the heading is repeated");
    }
}
