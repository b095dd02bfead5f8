//! Import, choice between rows, units, duplicates and merging.

use crate::classes_support::{Office, code, day, nip, refusal};
use app::people::import::{self, ImportSettings, RowRef, RowStatus};
use app::people::{self, UnitDraft};
use app::{classes, safety};
use domain::certificates::content::Role;
use domain::ids::PersonId;
use domain::people::NipEntry;
use domain::refusal::Code;

fn opened(office: &Office, text: &str) -> u32 {
    let path = office.folder.path().join("daftar.csv");
    std::fs::write(&path, text).unwrap();
    import::open(office, &path).unwrap().token
}

fn only(office: &Office, text: &str) -> PersonId {
    let found = people::find(office, text, 10).unwrap();
    assert_eq!(found.len(), 1, "{text}: {found:?}");
    found[0].id
}

#[test]
fn t20_of_two_rows_with_one_nip_the_chosen_one_is_taken() {
    let office = Office::new();
    let nip = nip(1);
    let token =
        opened(&office, &format!("NIP;Nama;Jabatan\n{nip};Budi Santoso;Arsiparis\n{nip};Budi Santosa;Pranata\n"));
    let mut settings = ImportSettings::default();
    assert_eq!(import::check(&office, token, &settings).unwrap().refused, 2);
    let rows = import::rows(&office, token, Some(RowStatus::Refused), 0, 10).unwrap().rows;
    assert_eq!(rows.iter().map(|row| row.refusals[0].cell.as_str()).collect::<Vec<_>>(), ["A2", "A3"]);
    let place = |at: usize| RowRef { sheet: rows[at].sheet.clone(), row: rows[at].row };
    settings.use_rows = vec![place(0), place(1)];
    assert_eq!(import::check(&office, token, &settings).unwrap().refused, 2, "both is no choice");
    settings.use_rows = vec![place(1)];
    let summary = import::check(&office, token, &settings).unwrap();
    assert_eq!((summary.new, summary.refused), (1, 0));
    import::commit(&office, token, false, &settings).unwrap();
    let person = people::get(&office, only(&office, "Budi")).unwrap().person;
    assert_eq!((person.name.as_str(), person.posts[0].position.as_str()), ("Budi Santosa", "Pranata"));
}

#[test]
fn t21_the_order_of_day_and_month_is_what_the_operator_says() {
    for (day_first, expected) in [(Some(true), day(1990, 4, 3)), (Some(false), day(1990, 3, 4))] {
        let office = Office::new();
        let token = opened(&office, "Nama;Tanggal Lahir\nAni Lestari;03/04/1990\n");
        assert_eq!(import::check(&office, token, &ImportSettings::default()).unwrap().questions.len(), 1);
        let settings = ImportSettings { day_first, ..ImportSettings::default() };
        assert!(import::check(&office, token, &settings).unwrap().questions.is_empty(), "asked once");
        import::commit(&office, token, false, &settings).unwrap();
        assert_eq!(people::get(&office, only(&office, "Ani")).unwrap().person.birth_date, Some(expected));
    }
}

#[test]
fn t19_an_import_is_one_operation_and_its_undo_leaves_nothing() {
    let mut office = Office::new();
    office.people(1);
    let before = office.dump();
    let text =
        format!("NIP;Nama;Unit Kerja\n{};Pegawai A;DINAS SOSIAL\n{};Dewi;DINAS KESEHATAN - UMUM\n", nip(1), nip(2));
    let settings = ImportSettings::default();
    let token = opened(&office, &text);
    let summary = import::check(&office, token, &settings).unwrap();
    assert_eq!((summary.new, summary.changed, summary.new_units.len()), (1, 1, 2));
    let changed = import::rows(&office, token, Some(RowStatus::Changed), 0, 10).unwrap().rows;
    assert!(!changed[0].changes.is_empty(), "what changes is shown before it is saved");
    let outcome = import::commit(&office, token, false, &settings).unwrap();
    assert_eq!(outcome.changes.description, "Impor 2 ASN dari daftar.csv");
    assert_eq!(code(import::commit(&office, token, false, &settings)), Code::NotFound, "the token is used up");
    let token = opened(&office, &text);
    assert!(import::commit(&office, token, false, &settings).unwrap().changes.operation.is_none(), "twice is once");
    safety::undo(&office, None).unwrap();
    assert_eq!(office.dump(), before);
}

/// Two entries of one person: the second has a NIP and a place in a class.
fn twice(office: &Office) -> (PersonId, PersonId) {
    let entry = |nip: Option<String>, title: &str| {
        let mut person = people::blank();
        person.name = "Siti Aminah".to_owned();
        person.title_back = title.to_owned();
        person.birth_date = Some(day(1980, 1, 1));
        person.nips = nip.map(|nip| NipEntry { id: None, valid_from: None, nip }).into_iter().collect();
        if person.nips.is_empty() {
            person.kind = domain::people::PersonKind::NonAsn;
        }
        people::save(office, person).unwrap().value
    };
    (entry(None, "S.E."), entry(Some("198001012005012001".to_owned()), ""))
}

#[test]
fn t20_two_entries_of_one_person_are_merged_with_all_that_hangs_on_them() {
    let mut office = Office::new();
    let (keep, dropped) = twice(&office);
    let class = office.class();
    classes::enrol(&office, class, vec![dropped], Role::Peserta).unwrap();
    let groups = people::duplicates(&office).unwrap();
    assert_eq!(groups.len(), 1);
    let classes_of: Vec<_> = groups[0].people.iter().map(|entry| (entry.row.id, entry.classes)).collect();
    assert!(classes_of.contains(&(keep, 0)) && classes_of.contains(&(dropped, 1)), "{classes_of:?}");
    let before = office.dump();
    people::merge(&office, keep, dropped).unwrap();
    let merged = people::get(&office, keep).unwrap();
    assert_eq!(merged.person.nips.len(), 1);
    assert_eq!((merged.full_name.as_str(), merged.classes.len()), ("Siti Aminah, S.E.", 1));
    assert_eq!(code(people::get(&office, dropped)), Code::NotFound);
    assert!(people::duplicates(&office).unwrap().is_empty());
    assert_eq!(classes::enrolments(&office, class).unwrap()[0].person, keep);
    safety::undo(&office, None).unwrap();
    assert_eq!(office.dump(), before);
    classes::enrol(&office, class, vec![keep], Role::Peserta).unwrap();
    assert_eq!(code(people::merge(&office, keep, dropped)), Code::NotAllowed, "both are in one class");
    assert_eq!(code(people::merge(&office, keep, keep)), Code::InvalidInput);
}

#[test]
fn t20_two_rows_of_a_merged_person_are_both_shown_and_one_is_chosen() {
    let office = Office::new();
    let (one, other) = (nip(1), nip(2));
    let file =
        |position: &str| format!("NIP;Nama;Jabatan\n{one};Budi Santoso;{position}\n{other};Budi Santoso;Arsiparis\n");
    let mut settings = ImportSettings::default();
    let token = opened(&office, &file("Arsiparis"));
    import::commit(&office, token, false, &settings).unwrap();
    let [keep, dropped] = [&one, &other].map(|nip| only(&office, nip));
    people::merge(&office, keep, dropped).unwrap();
    // Nothing would change: no question either.
    let token = opened(&office, &file("Arsiparis"));
    let summary = import::check(&office, token, &settings).unwrap();
    assert_eq!((summary.unchanged, summary.refused), (2, 0));
    let token = opened(&office, &file("Pranata"));
    let summary = import::check(&office, token, &settings).unwrap();
    assert_eq!((summary.changed, summary.refused), (0, 2));
    let refused = refusal(import::commit(&office, token, false, &settings));
    assert_eq!(refused.code, Code::RowsRefused);
    assert_eq!(refused.cells.iter().map(|cell| cell.cell.as_str()).collect::<Vec<_>>(), ["A2", "A3"]);
    assert!(refused.cells[0].rule.contains("baris 3"), "{:?}", refused.cells[0]);
    let rows = import::rows(&office, token, None, 0, 10).unwrap().rows;
    settings.use_rows = vec![RowRef { sheet: rows[0].sheet.clone(), row: 2 }];
    let summary = import::check(&office, token, &settings).unwrap();
    assert_eq!((summary.changed, summary.unchanged, summary.refused), (1, 0, 0));
    import::commit(&office, token, false, &settings).unwrap();
    let person = people::get(&office, keep).unwrap().person;
    assert_eq!((person.nips.len(), person.posts.last().unwrap().position.as_str()), (2, "Pranata"));
}

#[test]
fn a_nip_belongs_to_one_person() {
    let office = Office::new();
    let people_of = office.people(2);
    let mut other = people::get(&office, people_of[1]).unwrap().person;
    other.nips[0].nip = nip(1);
    assert_eq!(code(people::save(&office, other)), Code::Duplicate);
    let mut gone = people::get(&office, people_of[0]).unwrap().person;
    gone.id = Some(uuid::Uuid::nil().into());
    gone.nips[0].nip = nip(9);
    assert_eq!(code(people::save(&office, gone)), Code::NotFound);
}

#[test]
fn units_are_a_tree_without_circles_and_stay_while_used() {
    let office = Office::new();
    let unit = |id, parent, name: &str| people::save_unit(&office, UnitDraft { id, parent, name: name.to_owned() });
    let top = unit(None, None, "DINAS SOSIAL").unwrap().value;
    let below = unit(None, Some(top), "BIDANG UMUM").unwrap().value;
    assert_eq!(code(unit(None, None, "dinas  sosial")), Code::Duplicate, "capitals and spaces do not make another one");
    assert_eq!(code(unit(Some(top), Some(below), "DINAS SOSIAL")), Code::InvalidInput);
    assert_eq!(code(unit(Some(top), Some(top), "DINAS SOSIAL")), Code::InvalidInput);
    assert_eq!(code(people::delete_unit(&office, top)), Code::NotAllowed);
    people::delete_unit(&office, below).unwrap();
    people::delete_unit(&office, top).unwrap();
    assert!(people::units(&office).unwrap().is_empty());
}

#[test]
fn a_comma_in_the_name_of_a_unit_begins_no_title() {
    let office = Office::new();
    let unit = |name: &str| people::save_unit(&office, UnitDraft { id: None, parent: None, name: name.to_owned() });
    unit("DINAS PERTANIAN, PETERNAKAN, DAN PERIKANAN").unwrap();
    unit("DINAS PERTANIAN, PANGAN, DAN PERKEBUNAN").unwrap();
    assert_eq!(code(unit("Dinas Pertanian Pangan dan Perkebunan")), Code::Duplicate);
}
