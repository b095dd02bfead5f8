//! Scores and answers.

use super::forms::{book, cells, comes_back, put, take_in, template, told, turned};
use crate::classes_support::{Office, code, nip, refusal};
use app::evaluation::import::{self, EntryTarget};
use app::evaluation::{self, AnswerEdit, ScoreEdit};
use domain::evaluation::{Component, ComponentGroup, Method, Part, Remedial, ScoreColumn, Stage};
use domain::ids::ClassId;
use domain::refusal::Code;
use domain::score::Score;
use domain::sheet::Cell;

fn score(text: &str) -> Score {
    Score::parse(text).unwrap()
}

/// A class with every kind of column: direct, assessors, items, deductions, repetitions, both tests.
fn every_column(office: &Office) -> ClassId {
    let class = office.class();
    office.enrolled(class, 4);
    let part = |name: &str, weight| Part { id: None, name: name.to_owned(), weight };
    let component = |name: &str, weight, method, scale, parts| Component {
        method,
        scale,
        parts,
        ..Component::direct(name, ComponentGroup::Technical, weight)
    };
    let mut scheme = evaluation::scheme(office, class).unwrap();
    scheme.components = vec![
        Component::direct("Akademik", ComponentGroup::Technical, 50),
        component("Proyek", 20, Method::Assessors, 100, vec![part("Penguji 1", 1), part("Penguji 2", 2)]),
        component("Sikap", 20, Method::Items, 4, vec![part("Disiplin", 1), part("Kerja sama", 1)]),
        component("Tata tertib", 10, Method::Deductions, 100, vec![part("Terlambat", 250)]),
    ];
    scheme.remedial = Some(Remedial { lowest: score("60"), ceiling: scheme.pass_mark });
    evaluation::save_scheme(office, class, scheme).unwrap();
    evaluation::save_test(office, class, Stage::Pre, "").unwrap();
    evaluation::save_test(office, class, Stage::Post, "ABC").unwrap();
    class
}

const HEADINGS: [&str; 13] = [
    "NIP",
    "Nama",
    "Akademik",
    "Proyek: Penguji 1",
    "Proyek: Penguji 2",
    "Sikap: Disiplin",
    "Sikap: Kerja sama",
    "Tata tertib: Terlambat",
    "Remedial Akademik",
    "Remedial Proyek",
    "Remedial Sikap",
    "Remedial Tata tertib",
    "Tes Pre-test",
];

#[test]
fn a_template_of_scores_is_filled_in_and_comes_back() {
    let office = Office::new();
    let class = every_column(&office);
    let target = EntryTarget::Scores { class };
    let mut file = template(&office, target);
    let headings: Vec<String> = file.sheets[0].rows[0].iter().map(Cell::display).collect();
    assert_eq!(headings, HEADINGS);
    for row in 0..3 {
        for (heading, text) in [
            ("Akademik", "82.35"),
            ("Proyek: Penguji 1", "90"),
            ("Proyek: Penguji 2", "75,5"),
            ("Sikap: Disiplin", "4"),
            ("Sikap: Kerja sama", "3"),
            ("Tata tertib: Terlambat", "2"),
            ("Tes Pre-test", "40"),
        ] {
            put(&mut file, heading, row, text);
        }
    }
    let check = take_in(&office, target, &turned(file));
    assert_eq!((check.rows, check.ready, check.sheet.as_str()), (3, 3, "Isian"));
    assert_eq!(check.notes, ["1 baris belum diisi dan dilewati."]);
    let grid = evaluation::scores(&office, class).unwrap();
    let values = |row: usize| -> Vec<String> {
        grid.rows[row].cells.iter().map(|cell| cell.value.map(Score::local).unwrap_or_default()).collect()
    };
    let first = ["82,35", "90,00", "75,50", "4,00", "3,00", "2,00", "", "", "", "", "40,00", ""];
    assert_eq!([values(0), values(2)], [first.map(str::to_owned), first.map(str::to_owned)]);
    assert!(values(3).iter().all(String::is_empty));
    assert!(grid.rows[0].total.is_some());
    comes_back(&office, target, 3);
}

#[test]
fn wrong_cells_are_named_and_the_rest_of_the_row_is_taken_in() {
    let office = Office::new();
    let class = every_column(&office);
    let target = EntryTarget::Scores { class };
    let people: Vec<String> = (1..=4).map(nip).collect();
    let stranger = nip(9);
    let lines: &[&[&str]] = &[
        &["NIP", "Nama", "Akademik", "Disiplin", "Terlambat", "Post-test", "Catatan pengajar"],
        &[&people[0], "Pegawai A", "101", "4", "1,5", "", "baik"],
        &[&people[1], "Budi Santoso", "80", "5", "#N/A", "90", ""],
        &[&stranger, "", "80", "", "", "", ""],
        &[&people[2], "", "80", "", "", "", ""],
        &[&people[2], "", "81", "", "", "", ""],
        &["", "", "81", "", "", "", ""],
        &[&people[3], "", "8,5", "", "", "", ""],
    ];
    let mut file = book(lines);
    file.sheets[0].rows[6][0] = Cell::Number(198_001_012_005_011_001.0);
    let check = import::check(&office, target, &file).unwrap();
    assert_eq!(
        told(&check.refused),
        [
            ("C2", "Nilai 101 di luar 0 sampai 100."),
            ("E2", "\"1,5\" bukan jumlah pelanggaran. Tulis bilangan bulat."),
            ("D3", "Nilai 5 di luar 1 sampai 4."),
            ("E3", "Sel ini berisi kesalahan rumus."),
            ("F3", "Nilai tes ini dihitung dari jawaban peserta. Ubah jawabannya."),
            ("A4", "NIP ini bukan peserta kelas ini, atau sudah mengundurkan diri."),
            ("A5", "Ada dua baris untuk ini; yang lain di sel A6."),
            ("A6", "Ada dua baris untuk ini; yang lain di sel A5."),
            ("A7", "NIP tersimpan sebagai angka: Excel hanya menyimpan 15 digit, sisanya hilang."),
        ],
        "{check:#?}"
    );
    assert_eq!(
        told(&check.doubtful)[..2],
        [
            ("G1", "Judul kolom ini tidak dikenal, sehingga isinya tidak dibaca."),
            ("B3", "Pada data ASN, NIP ini milik Pegawai B."),
        ]
    );
    assert_eq!((check.rows, check.ready), (7, 3));
    let outcome = import::commit(&office, target, &file).unwrap();
    assert_eq!(outcome.value, check);
    assert_eq!(outcome.changes.description, "Impor Nilai Pelayanan Publik Digital Angkatan III: 3 baris");
    let grid = evaluation::scores(&office, class).unwrap();
    let academic: Vec<Option<i32>> = grid.rows.iter().map(|row| row.cells[0].value.map(Score::hundredths)).collect();
    assert_eq!(academic, [None, Some(8000), None, Some(850)]);
    assert_eq!(grid.rows[0].cells[3].value, Some(score("4")));
}

#[test]
fn what_replaces_a_score_and_what_looks_odd_is_marked_and_taken_in() {
    let office = Office::new();
    let class = office.class();
    let places = office.enrolled(class, 4);
    let target = EntryTarget::Scores { class };
    let scheme = evaluation::scheme(&office, class).unwrap();
    let column = ScoreColumn::Component(scheme.components[0].id.unwrap());
    let edit = ScoreEdit { enrolment: places[0], column, text: "80".to_owned() };
    assert_eq!(evaluation::set_scores(&office, class, vec![edit]).unwrap().value, []);
    let people: Vec<String> = (1..=4).map(nip).collect();
    let rows: Vec<[&str; 2]> =
        people.iter().zip(["85", "83", "81", "8.5"]).map(|(nip, text)| [nip.as_str(), text]).collect();
    let mut lines: Vec<&[&str]> = vec![&["NIP", "Akademik (50)"]];
    lines.extend(rows.iter().map(<[&str; 2]>::as_slice));
    let check = take_in(&office, target, &book(&lines));
    assert_eq!(check.ready, 4);
    assert_eq!(cells(&check.doubtful), ["B2", "B5"]);
    assert_eq!(check.doubtful[0].rule, "Tersimpan 80,00; berkas ini menggantinya.");
    assert!(check.doubtful[1].rule.contains("85"), "{}", check.doubtful[1].rule);
    assert_eq!(
        evaluation::scores(&office, class).unwrap().rows[3].cells[0].doubt.as_deref(),
        Some(check.doubtful[1].rule.as_str()),
        "the grid says the same"
    );
}

#[test]
fn who_may_repeat_follows_from_the_scores_of_the_same_file() {
    let office = Office::new();
    let class = office.class();
    office.enrolled(class, 2);
    let mut scheme = evaluation::scheme(&office, class).unwrap();
    scheme.remedial = Some(Remedial { lowest: score("60"), ceiling: scheme.pass_mark });
    evaluation::save_scheme(&office, class, scheme.clone()).unwrap();
    let names: Vec<String> = scheme.components.iter().map(|component| component.name.clone()).collect();
    let repeated = format!("Remedial {}", names[0]);
    let (one, two) = (nip(1), nip(2));
    let lines: &[&[&str]] = &[
        &[&repeated, "NIP", &names[0], &names[1], &names[2]],
        &["70", &one, "65", "65", "65"],
        &["90", &two, "90", "90", "90"],
    ];
    let check = import::commit(&office, EntryTarget::Scores { class }, &book(lines)).unwrap().value;
    assert_eq!(cells(&check.refused), ["A3"]);
    assert!(check.refused[0].rule.starts_with("Tidak dapat remedial"), "{}", check.refused[0].rule);
    assert_eq!(check.ready, 2);
    let grid = evaluation::scores(&office, class).unwrap();
    let repetition = grid.columns.iter().position(|column| column.component == "Remedial").unwrap();
    assert_eq!(grid.rows[0].cells[repetition].value, Some(score("70")));
    assert_eq!(grid.rows[1].cells[repetition].value, None);
}

#[test]
fn a_component_called_as_a_test_is_not_taken_for_it() {
    let office = Office::new();
    let class = office.class();
    office.enrolled(class, 1);
    let mut scheme = evaluation::scheme(&office, class).unwrap();
    scheme.components = vec![Component::direct("Post-test", ComponentGroup::Technical, 100)];
    evaluation::save_scheme(&office, class, scheme).unwrap();
    evaluation::save_test(&office, class, Stage::Post, "").unwrap();
    let target = EntryTarget::Scores { class };
    let mut file = template(&office, target);
    put(&mut file, "Post-test", 0, "70");
    put(&mut file, "Tes Post-test", 0, "90");
    assert_eq!(take_in(&office, target, &turned(file)).ready, 1);
    let grid = evaluation::scores(&office, class).unwrap();
    assert_eq!(
        grid.rows[0].cells.iter().map(|cell| cell.value).collect::<Vec<_>>(),
        [Some(score("70")), Some(score("90"))]
    );
    comes_back(&office, target, 1);
}

#[test]
fn a_template_of_answers_is_filled_in_and_comes_back() {
    let office = Office::new();
    let class = office.class();
    office.enrolled(class, 3);
    let target = EntryTarget::Answers { class, stage: Stage::Post };
    assert_eq!(code(import::template(&office, target)), Code::NotFound);
    evaluation::save_test(&office, class, Stage::Post, "ABCDEABCDEAB").unwrap();
    let mut file = template(&office, target);
    for question in 1..=12 {
        put(&mut file, &format!("Soal {question}"), 0, "a");
        put(&mut file, &format!("Soal {question}"), 2, if question == 12 { "-" } else { "B" });
    }
    put(&mut file, "Soal 3", 2, "");
    assert_eq!(take_in(&office, target, &turned(file)).ready, 2);
    let answers = |office: &Office| -> Vec<String> {
        let test = evaluation::test(office, class, Stage::Post).unwrap().unwrap();
        test.rows.into_iter().map(|row| row.answers).collect()
    };
    assert_eq!(answers(&office), ["AAAAAAAAAAAA", "", "BB-BBBBBBBB-"]);
    comes_back(&office, target, 2);

    let (one, two) = (nip(1), nip(2));
    let whole: &[&[&str]] = &[&["Jawaban", "NIP"], &["abcde abcde ab", &one], &["ABCDEABCDEAX", &two]];
    let check = import::commit(&office, target, &book(whole)).unwrap().value;
    assert_eq!(
        told(&check.refused),
        [("A3", "Jawaban soal 12 berisi \"X\". Tulis huruf A sampai E, atau - bila kosong.")]
    );
    assert_eq!(told(&check.doubtful), [("A2", "Tersimpan AAAAAAAAAAAA (25,00); berkas ini menggantinya.")]);
    assert_eq!(answers(&office)[0], "ABCDEABCDEAB");
}

#[test]
fn answers_by_question_name_the_question_that_is_wrong() {
    let office = Office::new();
    let class = office.class();
    office.enrolled(class, 2);
    let target = EntryTarget::Answers { class, stage: Stage::Pre };
    evaluation::save_test(&office, class, Stage::Pre, "ABC").unwrap();
    let (one, two) = (nip(1), nip(2));
    let rows: &[&[&str]] = &[&["No 2", "NIP", "3", "Soal 1"], &["B", &one, "CD", "A"], &["F", &two, "C", "A"]];
    let check = import::check(&office, target, &book(rows)).unwrap();
    assert_eq!(
        told(&check.refused),
        [
            ("C2", "Soal 3 berisi \"CD\", lebih dari satu huruf."),
            ("A3", "Jawaban soal 2 berisi \"F\". Tulis huruf A sampai E, atau - bila kosong."),
        ]
    );
    let rows: &[&[&str]] = &[&["NIP", "Soal 1", "Soal 3"], &[&one, "A", "C"]];
    let check = import::check(&office, target, &book(rows)).unwrap();
    assert_eq!(told(&check.refused), [("D1", "Judul kolom Soal 2 tidak ada.")]);
    let rows: &[&[&str]] = &[&["NIP", "Jawaban", "Soal 3"], &[&one, "ABC", "C"]];
    let check = import::check(&office, target, &book(rows)).unwrap();
    assert_eq!(told(&check.refused), [("D1", "Ada kolom \"Jawaban\" dan juga kolom per soal.")]);
    let refused = refusal(import::commit(&office, target, &book(rows)));
    assert_eq!((refused.code, refused.cells.len()), (Code::RowsRefused, 1));
}

#[test]
fn a_test_without_a_key_takes_scores() {
    let office = Office::new();
    let class = office.class();
    let places = office.enrolled(class, 2);
    let target = EntryTarget::Answers { class, stage: Stage::Pre };
    evaluation::save_test(&office, class, Stage::Pre, "").unwrap();
    let edit = AnswerEdit { enrolment: places[0], text: "55".to_owned() };
    evaluation::set_answers(&office, class, Stage::Pre, vec![edit]).unwrap();
    let mut file = template(&office, target);
    put(&mut file, "Nilai", 1, "60,25");
    assert_eq!(take_in(&office, target, &file).ready, 1);
    comes_back(&office, target, 2);
    let test = evaluation::test(&office, class, Stage::Pre).unwrap().unwrap();
    assert_eq!(test.rows.iter().map(|row| row.score).collect::<Vec<_>>(), [Some(score("55")), Some(score("60.25"))]);
}

#[test]
fn an_opened_file_waits_and_a_cut_one_is_refused() {
    let office = Office::new();
    let class = office.class();
    office.enrolled(class, 2);
    let target = EntryTarget::Scores { class };
    assert_eq!(code(import::commit_open(&office, target)), Code::NotFound);
    let name = import::template_name(&office, target).unwrap();
    assert_eq!(name, "Isian Nilai Pelayanan Publik Digital Angkatan III.xlsx");
    let path = office.folder.path().join(name);
    import::save_template(&office, target, &path).unwrap();
    assert_eq!(import::open(&office, target, &path).unwrap().refused.len(), 1, "no row is filled in");
    assert_eq!(code(import::commit_open(&office, target)), Code::RowsRefused);

    let whole = std::fs::read(&path).unwrap();
    std::fs::write(&path, &whole[..whole.len() / 2]).unwrap();
    assert_eq!(code(import::open(&office, target, &path)), Code::UnreadableFile);

    let path = office.folder.path().join("nilai.csv");
    std::fs::write(&path, format!("NIP;Akademik;Sikap perilaku\r\n{};80;75,5\r\n{};8", nip(1), nip(2))).unwrap();
    let check = import::open(&office, target, &path).unwrap();
    assert_eq!((check.file.as_str(), check.ready), ("nilai.csv", 2));
    let other = EntryTarget::Answers { class, stage: Stage::Pre };
    assert_eq!(code(import::commit_open(&office, other)), Code::NotFound, "the file was opened for something else");
    assert_eq!(import::commit_open(&office, target).unwrap().value.ready, 2);
    assert_eq!(code(import::commit_open(&office, target)), Code::NotFound, "it is taken in once");
}
