//! Components with parts, remedials, closing, corrections after it, and what they do to certificates and to undo.

use crate::classes_support::{Office, code, refusal};
use app::evaluation::{self, EvaluationReport, ScoreEdit, ScoreGrid};
use app::{certificates, classes, safety};
use domain::certificates::wording::CertificateText;
use domain::evaluation::{Component, ComponentGroup, Method, Part, Remedial, Scheme, ScoreColumn};
use domain::ids::{CertificateId, ClassId, EnrolmentId, OperationId};
use domain::office::rules::Rule;
use domain::refusal::Code;
use domain::score::Score;

fn score(text: &str) -> Score {
    Score::parse(text).unwrap()
}

fn part(name: &str, weight: u16) -> Part {
    Part { id: None, name: name.to_owned(), weight }
}

/// A component of every method, and a remedial from 50 up to 72.
fn every_method(scheme: Scheme) -> Scheme {
    let with = |method, scale, parts, name: &str, group, weight| Component {
        method,
        scale,
        parts,
        ..Component::direct(name, group, weight)
    };
    let assessors = vec![part("Widyaiswara", 60), part("Mentor", 40)];
    let items = vec![part("Disiplin", 1), part("Kerja sama", 1), part("Prakarsa", 1)];
    let violations = vec![part("Terlambat", 250), part("Bolos apel", 1_000)];
    Scheme {
        components: vec![
            Component::direct("Ujian", ComponentGroup::Technical, 40),
            with(Method::Assessors, 100, assessors, "Proyek", ComponentGroup::Project, 30),
            with(Method::Items, 4, items, "Sikap", ComponentGroup::Attitude, 20),
            with(Method::Deductions, 100, violations, "Tata tertib", ComponentGroup::Ethics, 10),
        ],
        remedial: Some(Remedial { lowest: score("50"), ceiling: score("72") }),
        ..scheme
    }
}

/// A class with such a scheme and full attendance.
struct Room {
    office: Office,
    class: ClassId,
    people: Vec<EnrolmentId>,
}

impl Room {
    fn new(number: u32) -> Self {
        let office = Office::new();
        let class = office.class();
        let people = office.enrolled(class, number);
        office.fill(class, "H", "80");
        let scheme = every_method(evaluation::scheme(&office, class).unwrap());
        evaluation::save_scheme(&office, class, scheme).unwrap();
        Self { office, class, people }
    }

    fn grid(&self) -> ScoreGrid {
        evaluation::scores(&self.office, self.class).unwrap()
    }

    /// A cell by the headings of its column.
    fn edit(&self, row: usize, [component, name]: [&str; 2], text: &str) -> ScoreEdit {
        let grid = self.grid();
        let found = grid.columns.iter().find(|column| column.component == component && column.name == name);
        let column = found.unwrap_or_else(|| panic!("no column {component}: {name}")).column;
        ScoreEdit { enrolment: self.people[row], column, text: text.to_owned() }
    }

    fn typed(&self, row: usize, cells: [&str; 8]) -> Vec<ScoreEdit> {
        let grid = self.grid();
        let edit = |(column, text): (&app::evaluation::GridColumn, &str)| ScoreEdit {
            enrolment: self.people[row],
            column: column.column,
            text: text.to_owned(),
        };
        grid.columns.iter().zip(cells).map(edit).collect()
    }

    fn set(&self, edits: Vec<ScoreEdit>) -> Vec<String> {
        let done = evaluation::set_scores(&self.office, self.class, edits).unwrap();
        done.value.into_iter().map(|refused| refused.message).collect()
    }

    fn total(&self, row: usize) -> Option<String> {
        self.grid().rows[row].total.map(|total| total.to_string())
    }
}

const FIRST: [&str; 8] = ["80", "90", "75,5", "4", "3", "3", "3", "1"];

#[test]
fn the_grid_has_a_column_for_each_part_and_judges_exactly() {
    let room = Room::new(2);
    let grid = room.grid();
    let names: Vec<String> = grid.columns.iter().map(|one| format!("{}/{}", one.component, one.name)).collect();
    assert_eq!(
        names[..8],
        [
            "Ujian/Ujian",
            "Proyek/Widyaiswara",
            "Proyek/Mentor",
            "Sikap/Disiplin",
            "Sikap/Kerja sama",
            "Sikap/Prakarsa",
            "Tata tertib/Terlambat",
            "Tata tertib/Bolos apel",
        ]
    );
    assert_eq!(names[8..], ["Remedial/Ujian", "Remedial/Proyek", "Remedial/Sikap", "Remedial/Tata tertib"]);
    assert_eq!((grid.columns[3].highest, grid.columns[3].group), (score("4"), Some(ComponentGroup::Attitude)));
    assert_eq!(room.set(room.typed(0, FIRST)), [""; 0]);
    let row = room.grid().rows.remove(0);
    let shown: Vec<String> = row.components.iter().map(|value| value.unwrap().to_string()).collect();
    assert_eq!(shown, ["80.00", "84.20", "83.33", "82.50"]);
    assert_eq!((row.total, row.groups.len(), row.remedial), (Some(score("82.18")), 4, false));
    let view = classes::get(&room.office, room.class).unwrap();
    assert_eq!(view.scores_missing, 8, "the other participant lacks every cell");
}

#[test]
fn each_wrong_cell_is_named_and_the_others_are_kept() {
    let room = Room::new(1);
    let refused = room.set(room.typed(0, ["101", "90", "75,555", "5", "0", "x", "2,5", "1"]));
    let says = ["di luar 0 sampai 100", "lebih dari dua angka", "di luar 1 sampai 4", "di luar 1 sampai 4"];
    for (message, words) in refused.iter().zip(says) {
        assert!(message.contains(words), "{message}");
    }
    assert!(refused[4].contains("bukan nilai") && refused[5].contains("bilangan bulat"), "{refused:?}");
    assert_eq!(refused.len(), 6);
    let values = room.grid().rows[0].cells.iter().filter(|cell| cell.value.is_some()).count();
    assert_eq!(values, 2);
    let own = ScoreEdit {
        column: ScoreColumn::Component(room.grid().components[1].id.unwrap()),
        ..room.edit(0, ["Ujian", "Ujian"], "80")
    };
    assert!(room.set(vec![own])[0].contains("bukan kolom"), "a component with parts has no score of its own");
}

/// T: doubtful values are marked at the cell, and stay.
#[test]
fn doubtful_values_are_marked_and_kept() {
    let room = Room::new(4);
    for (row, exam) in ["80", "8,5", "85", "0"].into_iter().enumerate() {
        let mut cells = FIRST;
        cells[0] = exam;
        assert_eq!(room.set(room.typed(row, cells)), [""; 0]);
    }
    let grid = room.grid();
    let doubt = |row: usize| grid.rows[row].cells[0].doubt.clone().unwrap_or_default();
    assert_eq!(doubt(0), "");
    assert_eq!(doubt(1), "8,50 sangat rendah dibanding yang lain. Apakah maksudnya 85?");
    assert!(doubt(3).contains("kosongkan"));
    assert_eq!(grid.rows[1].cells[0].value, Some(score("8.5")));
    assert!(grid.rows.iter().all(|row| row.cells[6].doubt.is_none()), "a count of violations is no score");
}

#[test]
fn who_may_repeat_may_and_nobody_else() {
    let room = Room::new(3);
    let low = ["60", "60", "60", "3", "2", "2", "0", "4"];
    let failing = ["10", "10", "10", "1", "1", "1", "20", "9"];
    for (row, cells) in [FIRST, low, failing].into_iter().enumerate() {
        assert_eq!(room.set(room.typed(row, cells)), [""; 0]);
    }
    let may: Vec<bool> = room.grid().rows.iter().map(|row| row.remedial).collect();
    assert_eq!((may, room.total(1).as_deref()), (vec![false, true, false], Some("59.67")));
    let again = |row| room.edit(row, ["Remedial", "Ujian"], "95");
    let refused = room.set(vec![again(0), again(1), again(2)]);
    assert_eq!(refused.len(), 2);
    assert!(refused[0].contains("50,00 sampai di bawah 70,01"), "{refused:?}");
    assert_eq!(room.total(1).as_deref(), Some("64.47"), "72 in place of 60, the ceiling, at 40 %");
    // The own scores rise above the pass mark: the repetition no longer counts, and says so.
    room.set(vec![room.edit(1, ["Ujian", "Ujian"], "100")]);
    let row = room.grid().rows.remove(1);
    assert_eq!(row.total, Some(score("75.67")));
    assert!(row.cells[8].doubt.clone().unwrap().contains("Tidak dihitung"));
    // In one paste the own scores count before the repetition is looked at.
    let edits = vec![room.edit(0, ["Remedial", "Ujian"], "70"), room.edit(0, ["Ujian", "Ujian"], "30")];
    assert_eq!(room.set(edits), [""; 0]);
}

#[test]
fn a_changed_method_takes_its_scores_along_and_undo_brings_them_back() {
    let mut room = Room::new(2);
    room.set(room.typed(0, FIRST));
    room.set(vec![room.edit(1, ["Ujian", "Ujian"], "80")]);
    let before = room.office.dump();
    let mut scheme = evaluation::scheme(&room.office, room.class).unwrap();
    scheme.components[0].method = Method::Assessors;
    scheme.components[0].parts = vec![part("Penguji", 1)];
    scheme.components[1].parts.remove(1);
    (scheme.components[2].scale, scheme.components[3].method) = (5, Method::Direct);
    scheme.remedial = None;
    let done = evaluation::save_scheme(&room.office, room.class, scheme).unwrap();
    // 2 of the exam, 1 of a part, 3 items on another scale, 2 counts of violations.
    assert!(done.changes.description.ends_with("(8 nilai terhapus)"), "{}", done.changes.description);
    let grid = room.grid();
    assert_eq!(grid.rows[0].cells.iter().filter(|cell| cell.value.is_some()).count(), 1);
    safety::undo(&room.office, None).unwrap();
    assert_eq!(room.office.dump(), before);
}

#[test]
fn a_structure_without_weights_cannot_be_closed() {
    let room = Room::new(1);
    let mut scheme = evaluation::scheme(&room.office, room.class).unwrap();
    scheme.components.iter_mut().for_each(|component| component.weight = 0);
    evaluation::save_scheme(&room.office, room.class, scheme).unwrap();
    room.set(room.typed(0, FIRST));
    assert_eq!(room.total(0), None);
    let view = classes::get(&room.office, room.class).unwrap();
    assert_eq!((view.scheme_ok, view.next_step.as_str()), (false, "Isi bobot skema penilaian."));
    let refused = refusal(classes::close(&room.office, room.class, Vec::new()));
    assert!(refused.message.starts_with("Bobot skema belum ditetapkan."), "{}", refused.message);
}

#[test]
fn closing_freezes_and_a_correction_needs_a_reason() {
    let mut room = Room::new(3);
    let low = ["75", "80", "80", "4", "4", "4", "0", "0"];
    for (row, cells) in [FIRST, low, low].into_iter().enumerate() {
        room.set(room.typed(row, cells));
    }
    let fix = |text: &str| vec![room.edit(1, ["Ujian", "Ujian"], text)];
    let correct = |edits, reason: &str| evaluation::correct_scores(&room.office, room.class, edits, reason);
    assert_eq!(code(correct(fix("90"), "Salah ketik")), Code::NotAllowed, "the class is open");
    classes::close(&room.office, room.class, Vec::new()).unwrap();
    let closed = evaluation::results(&room.office, room.class).unwrap();
    assert_eq!((closed.frozen, closed.summary.passed, closed.rows[0].outcome.groups.len()), (true, 3, 4));
    assert_eq!(code(evaluation::set_scores(&room.office, room.class, fix("90"))), Code::NotAllowed);
    assert_eq!(refusal(correct(fix("90"), " ")).fields[0].field, "reason");
    let places =
        |table: &app::evaluation::ResultTable| -> Vec<_> { table.rows.iter().map(|row| row.outcome.place).collect() };
    assert_eq!(places(&closed), [Some(3), Some(1), Some(1)]);
    let edits = [fix("70"), vec![room.edit(2, ["Sikap", "Disiplin"], "9"), room.edit(0, ["Ujian", "Ujian"], "80")]];
    let done = correct(edits.concat(), "Salah ketik dari lembar jawaban").unwrap();
    assert_eq!(done.value.len(), 1, "9 of 4 stays out");
    assert!(
        done.changes.description.contains("Koreksi 1 nilai") && done.changes.description.ends_with("lembar jawaban"),
        "{}",
        done.changes.description
    );
    let after = evaluation::results(&room.office, room.class).unwrap();
    // 82,18; 28 + 24 + 20 + 10 = 82; 84.
    assert_eq!(places(&after), [Some(2), Some(3), Some(1)], "everybody is ranked anew");
    let noted = evaluation::corrections(&room.office, room.class).unwrap();
    assert_eq!(noted.len(), 1, "an unchanged cell is no correction");
    let told = (noted[0].what.as_str(), noted[0].before.as_str(), noted[0].after.as_str());
    assert_eq!(told, ("Ujian", "75,00", "70,00"));
    assert_eq!(noted[0].reason, "Salah ketik dari lembar jawaban");
    let journal = safety::journal(&room.office, 0, 1).unwrap();
    assert!(journal.rows[0].description.contains("Salah ketik"), "the journal names the reason");
    let dump = room.office.dump();
    safety::undo(&room.office, None).unwrap();
    assert_eq!(evaluation::results(&room.office, room.class).unwrap(), closed);
    assert_ne!(room.office.dump(), dump);
}

/// A closed class of which everybody who passed has a certificate, with the score on it.
fn certified(room: &Room) {
    let mut class = classes::get(&room.office, room.class).unwrap().class;
    (class.signatory.name, class.signatory.position) = ("Ahmad Yani".to_owned(), "Kepala".to_owned());
    class.issue_place = "Contoh".to_owned();
    classes::save(&room.office, class).unwrap();
    let rules = app::office::rules(&room.office).unwrap();
    let text = CertificateText { show_score: true, ..rules.certificate_text };
    let since = Some(crate::classes_support::day(2026, 1, 1));
    app::office::save_rule(&room.office, Rule::CertificateText(text), since).unwrap();
    classes::close(&room.office, room.class, Vec::new()).unwrap();
    certificates::issue(&room.office, room.class, None).unwrap();
}

fn corrected(room: &Room, row: usize, text: &str) -> app::Result<String> {
    let edits = vec![room.edit(row, ["Ujian", "Ujian"], text)];
    let done = evaluation::correct_scores(&room.office, room.class, edits, "Salah ketik")?;
    Ok(done.changes.description)
}

fn certificate_of(room: &Room, row: usize) -> CertificateId {
    let query = certificates::CertificateQuery { limit: 100, ..Default::default() };
    let candidates = certificates::candidates(&room.office, room.class).unwrap();
    let number = candidates[row].number.clone().unwrap();
    certificates::list(&room.office, &query).unwrap().rows.into_iter().find(|one| one.number == number).unwrap().id
}

#[test]
fn a_certificate_that_no_longer_says_the_result_is_named() {
    let room = Room::new(2);
    for row in 0..2 {
        room.set(room.typed(row, FIRST));
    }
    certified(&room);
    let outdated = || -> Vec<Option<String>> {
        let rows = certificates::candidates(&room.office, room.class).unwrap();
        rows.into_iter().map(|row| row.outdated).collect()
    };
    let next = || classes::get(&room.office, room.class).unwrap().next_step;
    assert_eq!(outdated(), [None, None]);
    let said = corrected(&room, 0, "100").unwrap();
    assert!(said.contains("(1 sertifikat perlu diganti)"), "{said}");
    let told = "Nilai pada sertifikat 82,18, hasil sekarang 90,18; Predikat pada sertifikat Memuaskan, hasil sekarang \
                Sangat Memuaskan: ganti sertifikatnya.";
    assert_eq!(outdated(), [Some(told.to_owned()), None]);
    assert_eq!(next(), "Ganti 1 sertifikat yang tidak lagi sesuai hasil.");
    certificates::replace(&room.office, certificate_of(&room, 0), "Nilai dikoreksi").unwrap();
    assert_eq!((outdated(), next().as_str()), (vec![None, None], "Selesai. Semua sertifikat sudah terbit."));
    safety::undo(&room.office, None).unwrap();
    safety::undo(&room.office, None).unwrap();
    assert_eq!(outdated(), [None, None]);
}

/// The journal's latest operation whose description begins so.
fn operation(room: &Room, begins: &str) -> OperationId {
    let rows = safety::journal(&room.office, 0, 100).unwrap().rows;
    rows.into_iter().find(|row| row.description.starts_with(begins)).unwrap().id
}

/// Taking single operations back out of order never leaves a certificate without a result that passes.
#[test]
fn a_certificate_keeps_its_ground_whatever_is_taken_back() {
    let room = Room::new(2);
    room.set(room.typed(0, FIRST));
    room.set(room.typed(1, ["20", "50", "50", "2", "2", "2", "0", "4"]));
    certified(&room);
    corrected(&room, 1, "100").unwrap();
    let correction = operation(&room, "Koreksi");
    assert!(evaluation::results(&room.office, room.class).unwrap().rows[1].outcome.score.is_some());
    let edits = ["Widyaiswara", "Mentor"].map(|name| room.edit(1, ["Proyek", name], "100"));
    evaluation::correct_scores(&room.office, room.class, edits.to_vec(), "Salah ketik").unwrap();
    let second = operation(&room, "Koreksi");
    assert!(evaluation::results(&room.office, room.class).unwrap().rows[1].outcome.passed);
    certificates::issue(&room.office, room.class, None).unwrap();
    for id in [correction, second] {
        assert_eq!(code(safety::undo(&room.office, Some(id))), Code::UndoBlocked);
    }
    // Taken back, then corrected below the pass mark: the certificate cannot come back.
    certificates::revoke(&room.office, certificate_of(&room, 1), "Salah nilai").unwrap();
    let revoked = operation(&room, "Cabut");
    corrected(&room, 1, "10").unwrap();
    assert_eq!(code(safety::undo(&room.office, Some(revoked))), Code::UndoBlocked);
}

/// Each correction ranks everybody, so only the latest can be taken back.
#[test]
fn a_correction_stands_on_the_one_before() {
    let room = Room::new(2);
    room.set(room.typed(0, FIRST));
    room.set(room.typed(1, ["70", "90", "75,5", "4", "3", "3", "3", "1"]));
    classes::close(&room.office, room.class, Vec::new()).unwrap();
    corrected(&room, 0, "90").unwrap();
    let first = operation(&room, "Koreksi");
    corrected(&room, 1, "85").unwrap();
    // Without the first one, 80 would stand in the first place and 85 in the second.
    assert_eq!(code(safety::undo(&room.office, Some(first))), Code::UndoBlocked);
    safety::undo(&room.office, None).unwrap();
    safety::undo(&room.office, Some(first)).unwrap();
}

#[test]
fn a_certificate_in_force_blocks_a_correction_that_takes_it_away() {
    let room = Room::new(2);
    for row in 0..2 {
        room.set(room.typed(row, FIRST));
    }
    let mut class = classes::get(&room.office, room.class).unwrap().class;
    (class.signatory.name, class.signatory.position) = ("Ahmad Yani".to_owned(), "Kepala".to_owned());
    class.issue_place = "Contoh".to_owned();
    classes::save(&room.office, class).unwrap();
    classes::close(&room.office, room.class, Vec::new()).unwrap();
    certificates::issue(&room.office, room.class, None).unwrap();
    let correct = |text: &str| {
        let edits = vec![room.edit(0, ["Ujian", "Ujian"], text)];
        evaluation::correct_scores(&room.office, room.class, edits, "Salah ketik")
    };
    let before = evaluation::results(&room.office, room.class).unwrap();
    let refused = refusal(correct("10"));
    assert_eq!(refused.code, Code::NotAllowed);
    assert!(refused.message.contains("Pegawai A") && refused.message.contains("Cabut dahulu"), "{}", refused.message);
    assert_eq!(evaluation::results(&room.office, room.class).unwrap(), before, "nothing was written");
    correct("90").unwrap();
    let rows = evaluation::results(&room.office, room.class).unwrap().rows;
    assert_eq!(rows[0].outcome.score, Some(score("86.18")), "who still passes may be corrected");
}

#[test]
fn removing_people_and_classes_takes_every_score_along() {
    let mut room = Room::new(3);
    let before = room.office.dump();
    let low = ["60", "60", "60", "3", "2", "2", "0", "4"];
    for row in 0..3 {
        room.set(room.typed(row, low));
        room.set(vec![room.edit(row, ["Remedial", "Ujian"], "70")]);
    }
    classes::close(&room.office, room.class, Vec::new()).unwrap();
    evaluation::correct_scores(&room.office, room.class, vec![room.edit(0, ["Ujian", "Ujian"], "61")], "Uji").unwrap();
    classes::reopen(&room.office, room.class, "Uji").unwrap();
    classes::set_role(&room.office, room.people[1], domain::certificates::content::Role::Panitia).unwrap();
    classes::remove(&room.office, vec![room.people[0]]).unwrap();
    classes::delete(&room.office, room.class).unwrap();
    let mut undone = 0;
    while room.office.dump() != before {
        safety::undo(&room.office, None).unwrap();
        undone += 1;
        assert!(undone < 20, "taking back never reaches the beginning");
    }
    assert_eq!(safety::check(&room.office).unwrap(), []);
}

#[test]
fn a_copied_class_has_parts_of_its_own() {
    let room = Room::new(1);
    let copy = classes::copy(&room.office, room.class, crate::classes_support::day(2026, 4, 6)).unwrap().value;
    let scheme = evaluation::scheme(&room.office, copy).unwrap();
    let original = evaluation::scheme(&room.office, room.class).unwrap();
    assert_eq!(scheme.clone().anew(), original.clone().anew());
    let ids = |scheme: &Scheme| -> Vec<_> {
        scheme.components.iter().flat_map(|one| one.parts.iter().filter_map(|part| part.id)).collect()
    };
    assert!(ids(&scheme).len() == 7 && ids(&scheme).iter().all(|id| !ids(&original).contains(id)));
}

#[test]
fn results_are_summed_up_and_printed() {
    let room = Room::new(3);
    for (row, exam) in ["80", "10", "95"].into_iter().enumerate() {
        let mut cells = FIRST;
        cells[0] = exam;
        room.set(room.typed(row, cells));
    }
    classes::withdraw(&room.office, room.people[2], "Pindah tugas").unwrap();
    let table = evaluation::results(&room.office, room.class).unwrap();
    // 82,18 and 54,18; who has left counts as failed and not in the mean.
    assert_eq!(table.summary.mean, Some(score("68.18")));
    assert_eq!((table.summary.highest, table.summary.lowest), (Some(score("82.18")), Some(score("54.18"))));
    assert_eq!((table.summary.passed, table.summary.failed), (1, 2));
    let counted: Vec<(&str, u32)> = table.bands.iter().map(|band| (band.name.as_str(), band.people)).collect();
    assert_eq!(counted[1], ("Memuaskan", 1));
    assert_eq!(counted.iter().map(|(_, people)| people).sum::<u32>(), 2);
    for report in [EvaluationReport::Minutes { class: room.class }, EvaluationReport::Ranking { class: room.class }] {
        let bytes = evaluation::report_pdf(&room.office, &report).unwrap();
        assert!(bytes.starts_with(b"%PDF"));
        assert_eq!(bytes, evaluation::report_pdf(&room.office, &report).unwrap(), "the same bytes again");
    }
    let empty = classes::copy(&room.office, room.class, crate::classes_support::day(2026, 4, 6)).unwrap().value;
    assert_eq!(
        code(evaluation::report_pdf(&room.office, &EvaluationReport::Minutes { class: empty })),
        Code::NotAllowed
    );
}

/// A class with very long names, corrections, people who may repeat and people who failed, on several pages. With
/// `BINAASN_PAPERS=folder` the papers are written there for looking at.
#[test]
fn papers_of_a_large_class_with_long_names() {
    let room = Room::new(40);
    for (at, row) in classes::enrolments(&room.office, room.class).unwrap().into_iter().enumerate().step_by(7) {
        let mut person = app::people::get(&room.office, row.person).unwrap().person;
        person.name = format!("Raden Mas Haryo Kusumawardhana Adiningrat Suryaningprang Nomor {at}");
        person.title_back = "S.STP., M.Si., M.P.A., Ph.D.".to_owned();
        app::people::save(&room.office, person).unwrap();
    }
    let mut edits = Vec::new();
    for row in 0..40 {
        let exam = (45 + row * 37 % 55).to_string();
        let cells = [&exam, &exam, "75,5", "4", "3", "3", "1", "0"];
        edits.extend(room.typed(row, cells));
    }
    assert_eq!(room.set(edits), [""; 0]);
    classes::withdraw(&room.office, room.people[11], "Dipindahkan ke unit lain oleh pimpinan").unwrap();
    let mut class = classes::get(&room.office, room.class).unwrap().class;
    (class.signatory.name, class.signatory.position) = ("Ahmad Yani, S.H.".to_owned(), "Kepala BKPSDM".to_owned());
    classes::save(&room.office, class).unwrap();
    classes::close(&room.office, room.class, Vec::new()).unwrap();
    let fix = vec![room.edit(0, ["Ujian", "Ujian"], "61"), room.edit(7, ["Sikap", "Disiplin"], "2")];
    evaluation::correct_scores(&room.office, room.class, fix, "Lembar jawaban diperiksa ulang oleh tim penguji")
        .unwrap();
    for (name, report) in [
        ("berita-acara", EvaluationReport::Minutes { class: room.class }),
        ("peringkat", EvaluationReport::Ranking { class: room.class }),
    ] {
        let bytes = evaluation::report_pdf(&room.office, &report).unwrap();
        assert!(bytes.starts_with(b"%PDF") && bytes.len() > 10_000, "{name}");
        if let Ok(folder) = std::env::var("BINAASN_PAPERS") {
            std::fs::write(std::path::Path::new(&folder).join(format!("{name}.pdf")), bytes).unwrap();
        }
    }
}
