//! Gaps where things are odd: days around a dated rule, sources that tie or weigh nothing, people without a post, columns
//! whose names begin alike.

use crate::classes_support::{Office, day, nip, refusal};
use crate::needs_sources::{competency, staff, unit};
use app::evaluation::import::{self, EntryTarget};
use app::needs::{self, GapRow, HeatQuery, LevelEdit};
use app::{classes, office, people, safety};
use chrono::NaiveDate;
use domain::certificates::content::Role;
use domain::ids::{CompetencyId, InquiryId, PersonId};
use domain::needs::inquiry::{Inquiry, InquiryKind};
use domain::needs::requirement::Requirement;
use domain::needs::{Competency, CompetencyKind};
use domain::office::rules::Rule;
use domain::planning::catalogue::{Catalogue, Raise};
use domain::refusal::Code;
use domain::sheet::{Cell, Sheet, Workbook};

fn held(office: &Office, kind: InquiryKind, name: &str, on: NaiveDate, weight: u8) -> InquiryId {
    let draft = needs::inquiry_draft(office, kind).unwrap();
    let new = Inquiry { name: name.to_owned(), held_on: on, weight, ..draft };
    needs::save_inquiry(office, new).unwrap().value
}

fn seen(office: &Office, inquiry: InquiryId, person: PersonId, competency: CompetencyId, text: &str) {
    let edit = LevelEdit { person, competency, text: text.to_owned() };
    assert_eq!(needs::set_findings(office, inquiry, vec![edit]).unwrap().value, []);
}

fn technical(office: &Office, name: &str) -> CompetencyId {
    let new = Competency { id: None, kind: CompetencyKind::Technical, name: name.to_owned() };
    needs::save_competency(office, new).unwrap().value
}

fn require(office: &Office, competency: CompetencyId, position: &str, level: u8, from: NaiveDate) {
    let new = Requirement {
        id: None,
        competency: Some(competency),
        unit: None,
        position: position.to_owned(),
        level,
        valid_from: from,
    };
    needs::save_requirement(office, new).unwrap();
}

fn row(office: &Office, person: PersonId, competency: CompetencyId, on: NaiveDate) -> Option<GapRow> {
    let rows = needs::person_gaps(office, person, Some(on)).unwrap().rows;
    rows.into_iter().find(|row| row.competency == competency)
}

/// An office with one archivist, who needs level 4 of a technical competency from 2 February 2026 on.
fn archivist() -> (Office, PersonId, CompetencyId) {
    let office = Office::new();
    let unit = unit(&office, None, "Dinas Contoh");
    let person = staff(&office, 1, &[(2020, unit, "Arsiparis")]);
    let archive = technical(&office, "Pengelolaan arsip");
    require(&office, archive, "Arsiparis", 4, day(2026, 2, 2));
    (office, person, archive)
}

#[test]
fn a_requirement_begins_and_ends_on_its_day() {
    let (office, person, archive) = archivist();
    assert!(row(&office, person, archive, day(2026, 2, 1)).is_none());
    assert_eq!(row(&office, person, archive, day(2026, 2, 2)).unwrap().required, 400);
    require(&office, archive, "arsiparis", 0, day(2026, 3, 1));
    assert!(row(&office, person, archive, day(2026, 2, 28)).is_some());
    assert!(row(&office, person, archive, day(2026, 3, 1)).is_none(), "level 0: no longer needed");
}

#[test]
fn standards_of_a_day_are_those_in_force_on_it() {
    let (office, ..) = archivist();
    let person = staff(&office, 2, &[(2020, unit(&office, None, "Dinas Lain"), "Arsiparis Terampil")]);
    let integrity = competency(&office, "Integritas");
    let Some(before) = row(&office, person, integrity, day(2026, 1, 31)) else { panic!("archivists need integrity") };
    let mut standards = office::rules(&office).unwrap().standards;
    for line in &mut standards {
        for level in line.levels.iter_mut().filter(|level| level.competency == integrity) {
            level.level = 5;
        }
    }
    office::save_rule(&office, Rule::Standards(standards), Some(day(2026, 2, 1))).unwrap();
    assert_eq!(row(&office, person, integrity, day(2026, 1, 31)).unwrap().required, before.required);
    assert_eq!(row(&office, person, integrity, day(2026, 2, 1)).unwrap().required, 500);
    assert!(before.required < 500);
    let never = office::save_rule(&office, Rule::Standards(Vec::new()), Some(day(202, 2, 1)));
    assert_eq!(refusal(never).fields[0].field, "valid_from");
    // Long before any rule and long after: still a sheet, not a failure.
    for far in [day(1, 1, 1), day(1990, 1, 1), day(9999, 12, 31)] {
        needs::person_gaps(&office, person, Some(far)).unwrap();
        needs::heat_map(&office, &HeatQuery { day: Some(far), limit: 10, ..HeatQuery::default() }).unwrap();
    }
}

#[test]
fn of_one_kind_the_newest_counts_and_on_one_day_the_heavier() {
    let (office, person, archive) = archivist();
    let today = day(2026, 3, 9);
    let old = held(&office, InquiryKind::Test, "Tes lama", day(2026, 1, 5), 90);
    let new = held(&office, InquiryKind::Test, "Tes baru", day(2026, 2, 5), 10);
    seen(&office, old, person, archive, "1");
    seen(&office, new, person, archive, "3");
    let found = row(&office, person, archive, today).unwrap();
    assert_eq!((found.actual, found.disputed), (Some(300), None), "the older test is no second source");
    let used: Vec<(String, bool)> =
        found.evidence.iter().map(|one| (one.evidence.gathering.label.clone(), one.counted)).collect();
    assert_eq!(used, [("Tes baru".to_owned(), true), ("Tes lama".to_owned(), false)]);
    let same_day = held(&office, InquiryKind::Test, "Tes ulang", day(2026, 2, 5), 11);
    seen(&office, same_day, person, archive, "2,50");
    assert_eq!(row(&office, person, archive, today).unwrap().actual, Some(250));
}

/// Two levels apart is a dispute, a hundredth less is a mean.
#[test]
fn a_dispute_begins_exactly_at_the_limit() {
    let (office, person, archive) = archivist();
    let today = day(2026, 3, 9);
    let test = held(&office, InquiryKind::Test, "Tes", day(2026, 2, 5), 40);
    let superior = held(&office, InquiryKind::Superior, "Atasan", day(2026, 2, 5), 40);
    seen(&office, test, person, archive, "1,01");
    seen(&office, superior, person, archive, "3,00");
    let near = row(&office, person, archive, today).unwrap();
    assert_eq!((near.actual, near.disputed.is_some()), (Some(201), false), "200.5 is rounded away from zero");
    seen(&office, test, person, archive, "1,00");
    let far = row(&office, person, archive, today).unwrap();
    assert!(far.disputed.is_some());
    assert_ne!(far.actual, Some(200), "never the mean of a dispute");
    assert_eq!(far.actual, Some(100), "equal weight and day: the order of the sources, a test first");
}

#[test]
fn what_weighs_nothing_is_shown_and_decides_nothing() {
    let (office, person, archive) = archivist();
    let today = day(2026, 3, 9);
    let test = held(&office, InquiryKind::Test, "Tes", day(2026, 2, 5), 0);
    seen(&office, test, person, archive, "1");
    let only = row(&office, person, archive, today).unwrap();
    assert_eq!((only.actual, only.gap, only.disputed, only.evidence.len()), (None, None, None, 1));
    assert!(!only.evidence[0].counted);
    let superior = held(&office, InquiryKind::Superior, "Atasan", day(2026, 2, 5), 1);
    seen(&office, superior, person, archive, "4");
    let both = row(&office, person, archive, today).unwrap();
    assert_eq!(
        (both.actual, both.gap, both.disputed),
        (Some(400), Some(0), None),
        "no dispute with what weighs nothing"
    );
}

/// 200 + 300 of 400 + 350 levels would round twice in a spreadsheet of percents; here once, at the end.
#[test]
fn the_jpm_is_rounded_once_and_more_than_needed_makes_up_for_nothing() {
    let (office, person, archive) = archivist();
    let today = day(2026, 3, 9);
    let own = technical(&office, "Alih media");
    require(&office, own, "Arsiparis", 2, day(2026, 1, 1));
    let test = held(&office, InquiryKind::Test, "Tes", day(2026, 2, 5), 40);
    seen(&office, test, person, archive, "1,01");
    seen(&office, test, person, own, "5");
    let gaps = needs::person_gaps(&office, person, Some(today)).unwrap();
    // (101 + min(500, 200)) / (400 + 200) = 50.1666…
    assert_eq!((gaps.jpm, gaps.assessed), (Some(5_017), 2));
    seen(&office, test, person, archive, "1,03");
    assert_eq!(needs::person_gaps(&office, person, Some(today)).unwrap().jpm, Some(5_050));
}

#[test]
fn people_without_a_post_need_nothing_and_break_nothing() {
    let office = Office::new();
    let person = office.people(1)[0];
    let test = held(&office, InquiryKind::Test, "Tes", day(2026, 2, 5), 40);
    seen(&office, test, person, competency(&office, "Integritas"), "1");
    let gaps = needs::person_gaps(&office, person, None).unwrap();
    assert_eq!((gaps.required_count, gaps.jpm, gaps.unit), (0, None, None));
    assert_eq!(gaps.jpm_band, "");
    let map = needs::heat_map(&office, &HeatQuery { limit: 50, ..HeatQuery::default() }).unwrap();
    assert!(map.all.jpm.is_none(), "{:?}", map.all);
    needs::history(&office, person).unwrap();
    let stranger = office.people(0);
    assert!(stranger.is_empty());
}

/// A class says what it says only while its results stand.
#[test]
fn a_class_that_is_opened_again_says_nothing() {
    let (office, person, archive) = archivist();
    let class = office.class();
    let programme = classes::get(&office, class).unwrap().class.programme;
    let raise = Raise { competency: archive, gain: 100, up_to: 300 };
    let entry = Catalogue { competencies: vec![raise], ..Catalogue::blank(40) };
    app::planning::catalogue::save(&office, programme, entry).unwrap();
    classes::enrol(&office, class, vec![person], Role::Peserta).unwrap();
    office.fill(class, "H", "90");
    let actual = || row(&office, person, archive, day(2026, 3, 9)).unwrap().actual;
    assert_eq!(actual(), None);
    classes::close(&office, class, Vec::new()).unwrap();
    assert_eq!(actual(), Some(300));
    assert!(row(&office, person, archive, day(2026, 3, 5)).unwrap().actual.is_none(), "before its last day");
    classes::reopen(&office, class, "Nilai salah").unwrap();
    assert_eq!(actual(), None);
}

#[test]
fn columns_of_competencies_whose_names_begin_alike_are_told_apart() {
    let office = Office::new();
    let person = office.people(1)[0];
    let names = ["Arsip", "Arsip digital", "Arsip digital (lanjutan)", "Nama arsip"];
    let ids = names.map(|name| technical(&office, name));
    let id = held(&office, InquiryKind::Test, "Asesmen", day(2026, 2, 2), 40);
    let target = EntryTarget::NeedsFindings { inquiry: id };
    let number = nip(1);
    let rows: [&[&str]; 2] = [
        &["NIP", "Nama", "Arsip digital (lanjutan)", "Arsip digital", "Nama arsip", "Arsip"],
        &[&number, "Pegawai A", "4", "3", "2", "1"],
    ];
    let cell = |text: &&str| Cell::Text((*text).to_owned());
    let rows = rows.iter().map(|row| row.iter().map(cell).collect()).collect();
    let sheet = Sheet { name: "Isian".to_owned(), rows, merged: Vec::new() };
    let book = Workbook { file_name: "a.xlsx".to_owned(), sheets: vec![sheet] };
    let check = import::commit(&office, target, &book).unwrap().value;
    assert_eq!((check.ready, check.refused), (1, Vec::new()));
    let query = needs::InquiryPeopleQuery { limit: 10, ..needs::InquiryPeopleQuery::default() };
    let found = needs::inquiry_people(&office, id, &query).unwrap().rows;
    let of = |id: CompetencyId| {
        let own = found.iter().find(|row| row.person == person).unwrap();
        own.findings.iter().find(|finding| finding.competency == id).map(|finding| finding.level)
    };
    assert_eq!(ids.map(of), [Some(100), Some(300), Some(400), Some(200)]);
}

/// A file that is cut short, no workbook, or of another kind: named, and nothing is written.
#[test]
fn files_that_are_no_whole_workbook_are_named_and_nothing_is_lost() {
    let mut office = Office::new();
    office.people(2);
    let id = held(&office, InquiryKind::Test, "Asesmen", day(2026, 2, 2), 40);
    let target = EntryTarget::NeedsFindings { inquiry: id };
    let whole = import::template(&office, target).unwrap();
    let before = office.dump();
    for length in [0, 1, 30, whole.len() / 2, whole.len() - 1] {
        let read = documents::sheets::read_bytes("isian.xlsx", &whole[..length]);
        match read {
            Err(refused) => assert_eq!(refused.code, Code::UnreadableFile, "{length}: {refused:?}"),
            Ok(book) => {
                let check = import::check(&office, target, &book).unwrap();
                assert_eq!(check.ready, 0, "{length}");
            }
        }
    }
    for text in ["NIP;Nama;Integritas\n19", "\u{feff}", "Judul lain\n1\n", "NIP;Nama\n"] {
        if let Ok(book) = documents::sheets::read_bytes("isian.csv", text.as_bytes()) {
            let check = import::check(&office, target, &book).unwrap();
            assert_eq!(check.ready, 0, "{text:?}: {check:?}");
        }
    }
    assert_eq!(office.dump(), before);
}

/// What an inquiry holds goes with it, and comes back with it.
#[test]
fn an_inquiry_goes_with_a_reason_and_comes_back_whole() {
    let mut office = Office::new();
    let people = office.people(2);
    let id = held(&office, InquiryKind::Test, "Asesmen", day(2026, 2, 2), 40);
    seen(&office, id, people[0], competency(&office, "Integritas"), "2");
    let before = office.dump();
    assert_eq!(refusal(needs::delete_inquiry(&office, id, " ")).fields[0].field, "reason");
    needs::delete_inquiry(&office, id, "Salah berkas").unwrap();
    people::merge(&office, people[1], people[0]).unwrap();
    safety::undo(&office, None).unwrap();
    safety::undo(&office, None).unwrap();
    assert_eq!(office.dump(), before);
}
