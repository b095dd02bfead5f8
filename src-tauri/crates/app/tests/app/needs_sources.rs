//! Sources of evidence: surveys, levels, groups, readiness; what they become, and what is refused.

mod evidence;
mod import;
mod readiness;
mod undo;

pub(crate) use undo::study;

use crate::classes_support::{Office, code, day, nip, refusal};
use app::needs::{
    self, FindingEntry, InquiryPeopleQuery, InquiryPeopleState, InquiryQuery, InquirySheet, LevelEdit, SourceReport,
};
use app::people;
use domain::evaluation::instrument::{Instrument, ItemKind, Scale, SheetAnswers};
use domain::ids::{CompetencyId, InquiryId, PersonId, UnitId};
use domain::needs::group::GroupFinding;
use domain::needs::inquiry::{Inquiry, InquiryKind};
use domain::needs::survey::{QuestionDraft, QuestionGroup};
use domain::people::PostEntry;
use domain::refusal::Code;
use std::collections::BTreeMap;

/// An inquiry of a kind held on 2 February 2026.
pub(crate) fn inquiry(office: &Office, kind: InquiryKind, name: &str, unit: Option<UnitId>) -> InquiryId {
    let draft = needs::inquiry_draft(office, kind).unwrap();
    let inquiry = Inquiry {
        name: name.to_owned(),
        held_on: day(2026, 2, 2),
        unit,
        participants: "Kepala bidang dan staf".to_owned(),
        ..draft
    };
    needs::save_inquiry(office, inquiry).unwrap().value
}

/// The competency of a name.
pub(crate) fn competency(office: &Office, name: &str) -> CompetencyId {
    let rows = needs::competencies(office).unwrap();
    let found =
        rows.iter().find(|row| row.competency.name.eq_ignore_ascii_case(name)).and_then(|row| row.competency.id);
    found.unwrap_or_else(|| panic!("{name} in {rows:?}"))
}

/// Somebody in a unit since a day.
pub(crate) fn staff(office: &Office, serial: u32, posts: &[(i32, UnitId, &str)]) -> PersonId {
    let mut person = people::blank();
    person.name = format!("Pegawai {}", char::from(b'A' + u8::try_from(serial % 26).unwrap()));
    person.nips[0].nip = nip(serial);
    person.posts = posts
        .iter()
        .map(|(year, unit, position)| PostEntry {
            id: None,
            valid_from: Some(day(*year, 1, 1)),
            position: (*position).to_owned(),
            position_kind: String::new(),
            eselon: String::new(),
            unit: Some(*unit),
        })
        .collect();
    people::save(office, person).unwrap().value
}

pub(crate) fn unit(office: &Office, parent: Option<UnitId>, name: &str) -> UnitId {
    people::save_unit(office, people::UnitDraft { id: None, parent, name: name.to_owned() }).unwrap().value
}

/// Two items on Kerja Sama and one on Komunikasi, five words; one free text.
fn questions(office: &Office) -> Vec<QuestionGroup> {
    let item = |text: &str, name: &str| QuestionDraft {
        id: String::new(),
        text: text.to_owned(),
        kind: ItemKind::Mark,
        optional: false,
        competency: Some(competency(office, name)),
    };
    let text = QuestionDraft {
        id: String::new(),
        text: "Pelatihan yang perlu".to_owned(),
        kind: ItemKind::Text,
        optional: true,
        competency: None,
    };
    let items =
        vec![item("Membantu", "Kerja Sama"), item("Berbagi", "Kerja Sama"), item("Menulis", "Komunikasi"), text];
    let words = ["Sangat kurang", "Kurang", "Cukup", "Baik", "Sangat baik"].map(str::to_owned).to_vec();
    vec![QuestionGroup { id: String::new(), name: "Diri".to_owned(), scale: Scale::Words { words }, items }]
}

/// Answers to the items that want marks, in their order.
pub(crate) fn answers(office: &Office, id: InquiryId, marks: &[u8]) -> SheetAnswers {
    let instruments = needs::inquiry(office, id).unwrap().instruments;
    let ids = instruments.iter().flat_map(Instrument::marked).map(|item| item.id.clone());
    SheetAnswers { marks: ids.zip(marks.iter().copied()).collect(), comments: BTreeMap::new() }
}

pub(crate) fn type_sheet(office: &Office, id: InquiryId, person: PersonId, marks: &[u8]) {
    let answers = answers(office, id, marks);
    needs::save_sheet(office, InquirySheet { inquiry: id, person, answers, again: false }).unwrap();
}

/// Levels of a person as the list shows them.
fn levels(office: &Office, id: InquiryId, person: PersonId) -> BTreeMap<CompetencyId, u16> {
    let query = InquiryPeopleQuery { limit: 500, ..InquiryPeopleQuery::default() };
    let rows = needs::inquiry_people(office, id, &query).unwrap().rows;
    let row = rows.into_iter().find(|row| row.person == person).unwrap();
    row.findings.into_iter().map(|finding| (finding.competency, finding.level)).collect()
}

#[test]
fn a_sheet_becomes_levels_and_back() {
    let office = Office::new();
    let unit = unit(&office, None, "Dinas Contoh");
    let person = staff(&office, 1, &[(2020, unit, "Analis")]);
    let id = inquiry(&office, InquiryKind::Survey, "Survei 2026", Some(unit));
    let (team, talk) = (competency(&office, "Kerja Sama"), competency(&office, "Komunikasi"));

    let sheet = InquirySheet { inquiry: id, person, answers: SheetAnswers::default(), again: false };
    let refused = refusal(needs::save_sheet(&office, sheet));
    assert!(refused.message.contains("belum disusun"), "{}", refused.message);
    needs::save_form(&office, id, questions(&office)).unwrap();

    type_sheet(&office, id, person, &[5, 4, 2]);
    assert_eq!(levels(&office, id, person), BTreeMap::from([(team, 450), (talk, 200)]));
    let view = needs::inquiry(&office, id).unwrap();
    assert_eq!((view.row.people, view.row.findings, view.expected), (1, 2, 1));
    assert_eq!(
        view.summary.iter().map(|of| (of.competency, of.mean)).collect::<Vec<_>>(),
        [(team, Some(450)), (talk, Some(200)),]
    );

    let again = |again| InquirySheet { inquiry: id, person, answers: answers(&office, id, &[1, 1, 1]), again };
    assert_eq!(code(needs::save_sheet(&office, again(false))), Code::Duplicate);
    needs::save_sheet(&office, again(true)).unwrap();
    assert_eq!(levels(&office, id, person), BTreeMap::from([(team, 100), (talk, 100)]));
    assert_eq!(needs::save_sheet(&office, again(true)).unwrap().changes.operation, None, "the same sheet");

    let lacking = InquirySheet { inquiry: id, person, answers: answers(&office, id, &[6, 4]), again: true };
    let fields = refusal(needs::save_sheet(&office, lacking)).fields;
    assert_eq!(fields.len(), 2, "one mark too high, one missing: {fields:?}");

    needs::delete_sheet(&office, id, person).unwrap();
    assert!(levels(&office, id, person).is_empty());
    assert_eq!(code(needs::delete_sheet(&office, id, person)), Code::NotFound);
}

#[test]
fn under_sheets_only_wording_changes() {
    let office = Office::new();
    let person = office.people(1)[0];
    let id = inquiry(&office, InquiryKind::Survey, "Survei", None);
    needs::save_form(&office, id, questions(&office)).unwrap();
    type_sheet(&office, id, person, &[3, 3, 3]);

    let mut groups = needs::inquiry(&office, id).unwrap().questions;
    groups[0].items[0].text = "Membantu rekan".to_owned();
    needs::save_form(&office, id, groups.clone()).unwrap();
    groups[0].items[0].competency = Some(competency(&office, "Integritas"));
    let refused = refusal(needs::save_form(&office, id, groups));
    assert!(refused.message.contains("salinan survei ini"), "{}", refused.message);

    let templates = needs::survey_templates(&office).unwrap();
    assert_eq!((templates.len(), templates[1].inquiry), (2, Some(id)));
    let copy = inquiry(&office, InquiryKind::Survey, "Survei berikut", None);
    needs::save_form(&office, copy, templates[1].groups.clone()).unwrap();
    let own = &templates[0].groups[0].items;
    assert_eq!(own.iter().filter(|item| item.competency.is_some()).count(), 9, "all that the standards require");

    let level = inquiry(&office, InquiryKind::Test, "Tes", None);
    assert_eq!(code(needs::save_form(&office, level, templates[1].groups.clone())), Code::NotAllowed);
}

#[test]
fn levels_are_typed_in_a_grid_and_wrong_ones_are_named() {
    let office = Office::new();
    let people = office.people(2);
    let id = inquiry(&office, InquiryKind::Superior, "Atasan 2026", None);
    let (team, talk) = (competency(&office, "Kerja Sama"), competency(&office, "Komunikasi"));
    let edit = |person, competency, text: &str| LevelEdit { person, competency, text: text.to_owned() };
    let edits = vec![
        edit(people[0], team, "3"),
        edit(people[0], talk, "3,50"),
        edit(people[1], team, "6"),
        edit(people[1], talk, "baik"),
        edit(people[1], CompetencyId::from(uuid::Uuid::nil()), "3"),
    ];
    let refused = needs::set_findings(&office, id, edits).unwrap().value;
    let told: Vec<&str> = refused.iter().map(|cell| cell.message.as_str()).collect();
    assert_eq!(told.len(), 3, "{told:?}");
    assert_eq!(told[0], "Level 6 di luar 1 sampai 5.");
    assert!(told[2].contains("Kompetensi ini sudah tidak ada"));
    assert_eq!(levels(&office, id, people[0]), BTreeMap::from([(team, 300), (talk, 350)]));
    needs::set_findings(&office, id, vec![edit(people[0], team, "")]).unwrap();
    assert_eq!(levels(&office, id, people[0]), BTreeMap::from([(talk, 350)]));

    let waiting = InquiryPeopleQuery { state: InquiryPeopleState::Waiting, limit: 9, ..InquiryPeopleQuery::default() };
    let rows = needs::inquiry_people(&office, id, &waiting).unwrap();
    assert_eq!((rows.total, rows.rows[0].person), (1, people[1]));

    let survey = inquiry(&office, InquiryKind::Survey, "Survei", None);
    assert_eq!(code(needs::set_findings(&office, survey, Vec::new())), Code::NotAllowed, "levels follow from sheets");
}

#[test]
fn an_interview_keeps_a_note_beside_each_level() {
    let office = Office::new();
    let person = office.people(1)[0];
    let id = inquiry(&office, InquiryKind::Interview, "Wawancara", None);
    let (team, talk) = (competency(&office, "Kerja Sama"), competency(&office, "Komunikasi"));
    let entry = |competency, level: &str, note: &str| FindingEntry {
        competency,
        level: level.to_owned(),
        note: note.to_owned(),
    };
    let wrong = vec![entry(team, "", "tanpa level"), entry(talk, "9", "")];
    let fields = refusal(needs::save_person_findings(&office, id, person, wrong)).fields;
    assert_eq!(fields.iter().map(|field| field.field.as_str()).collect::<Vec<_>>(), ["0.level", "1.level"]);
    let right = vec![entry(team, "2,5", "  Perlu   latihan "), entry(talk, "", "")];
    needs::save_person_findings(&office, id, person, right.clone()).unwrap();
    assert_eq!(needs::save_person_findings(&office, id, person, right).unwrap().changes.operation, None);
    let query = InquiryPeopleQuery { limit: 1, ..InquiryPeopleQuery::default() };
    let row = needs::inquiry_people(&office, id, &query).unwrap().rows.remove(0);
    assert_eq!((row.findings[0].level, row.findings[0].note.as_str()), (250, "Perlu latihan"));
    // A level typed in the grid keeps the note.
    let edit = LevelEdit { person, competency: team, text: "3".to_owned() };
    needs::set_findings(&office, id, vec![edit]).unwrap();
    let row = needs::inquiry_people(&office, id, &query).unwrap().rows.remove(0);
    assert_eq!((row.findings[0].level, row.findings[0].note.as_str()), (300, "Perlu latihan"));
}

#[test]
fn a_group_names_what_it_lacks_and_keeps_its_lines() {
    let office = Office::new();
    let unit = unit(&office, None, "Dinas Contoh");
    let id = inquiry(&office, InquiryKind::FocusGroup, "FGD", Some(unit));
    let line = |unit, position: &str, text: &str| GroupFinding {
        id: None,
        unit,
        position: position.to_owned(),
        competency: Some(competency(&office, "Komunikasi")),
        level: Some(200),
        text: text.to_owned(),
    };
    let wrong = vec![
        GroupFinding { competency: None, ..line(None, "", "") },
        GroupFinding { level: Some(50), ..line(Some(unit), "", "Surat lambat") },
    ];
    let fields = refusal(needs::save_group_findings(&office, id, wrong)).fields;
    let told: Vec<&str> = fields.iter().map(|field| field.field.as_str()).collect();
    assert_eq!(told, ["0.competency", "0.unit", "0.text", "1.level"]);
    let right = vec![line(Some(unit), "", "Surat lambat"), line(None, "Arsiparis", "Belum digital")];
    needs::save_group_findings(&office, id, right).unwrap();
    let mut kept = needs::inquiry(&office, id).unwrap().groups;
    assert_eq!(kept.len(), 2);
    kept.swap(0, 1);
    needs::save_group_findings(&office, id, kept.clone()).unwrap();
    assert_eq!(needs::inquiry(&office, id).unwrap().groups, kept, "order and ids stay");
    assert_eq!(needs::save_group_findings(&office, id, kept).unwrap().changes.operation, None);

    assert_eq!(code(people::delete_unit(&office, unit)), Code::NotAllowed, "the group speaks of it");
    let test = inquiry(&office, InquiryKind::Test, "Tes", None);
    assert_eq!(code(needs::save_group_findings(&office, test, Vec::new())), Code::NotAllowed);
}

#[test]
fn an_inquiry_keeps_its_kind_and_is_deleted_with_a_reason() {
    let office = Office::new();
    let person = office.people(1)[0];
    let id = inquiry(&office, InquiryKind::Test, "Tes 2026", None);
    let known = needs::inquiry(&office, id).unwrap().row.inquiry;
    assert_eq!(known.weight, 40, "the weight of the rule");
    let other = Inquiry { kind: InquiryKind::Survey, ..known.clone() };
    assert_eq!(refusal(needs::save_inquiry(&office, other)).fields[0].field, "kind");
    let twin = Inquiry { id: None, name: "tes 2026".to_owned(), ..known.clone() };
    assert_eq!(code(needs::save_inquiry(&office, twin)), Code::Duplicate);
    let future = Inquiry { held_on: day(2199, 1, 1), ..known };
    assert_eq!(refusal(needs::save_inquiry(&office, future)).fields[0].field, "held_on");

    let query = |text: &str, year| InquiryQuery { text: text.to_owned(), year, limit: 9, ..InquiryQuery::default() };
    assert_eq!(needs::inquiries(&office, &query("TES staf", Some(2026))).unwrap().total, 1);
    assert_eq!(needs::inquiries(&office, &query("", Some(2025))).unwrap().total, 0);
    assert_eq!(needs::inquiry_years(&office).unwrap(), [2026]);

    let edit = LevelEdit { person, competency: competency(&office, "Komunikasi"), text: "2".to_owned() };
    needs::set_findings(&office, id, vec![edit]).unwrap();
    assert_eq!(refusal(needs::delete_inquiry(&office, id, " ")).fields[0].field, "reason");
    needs::delete_inquiry(&office, id, "Salah berkas").unwrap();
    assert_eq!(code(needs::inquiry(&office, id)), Code::NotFound);
}

#[test]
fn papers_are_drawn_and_empty_ones_refused() {
    let office = Office::new();
    let unit = unit(&office, None, "Dinas Contoh");
    let person = staff(&office, 1, &[(2020, unit, "Analis")]);
    let id = inquiry(&office, InquiryKind::Survey, "Survei", Some(unit));
    needs::save_form(&office, id, questions(&office)).unwrap();
    let pdf = |report| needs::source_report_pdf(&office, report);
    for blank in [false, true] {
        assert!(pdf(SourceReport::Sheets { inquiry: id, blank }).unwrap().starts_with(b"%PDF"));
    }
    assert_eq!(code(pdf(SourceReport::Findings { inquiry: id })), Code::NotAllowed);
    type_sheet(&office, id, person, &[3, 3, 3]);
    assert_eq!(code(pdf(SourceReport::Sheets { inquiry: id, blank: false })), Code::NotAllowed, "all have answered");
    assert!(pdf(SourceReport::Findings { inquiry: id }).unwrap().starts_with(b"%PDF"));
    assert_eq!(code(pdf(SourceReport::Readiness { inquiry: id })), Code::NotAllowed);
    assert_eq!(code(pdf(SourceReport::Coachings)), Code::NotAllowed);
    let name = needs::source_report_name(&office, SourceReport::Findings { inquiry: id }).unwrap();
    assert_eq!(name, "Hasil Survei.pdf");
}
