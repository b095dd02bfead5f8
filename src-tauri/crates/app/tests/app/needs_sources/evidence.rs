//! What all sources say of a person on a day.

use super::{competency, inquiry, staff, type_sheet, unit};
use crate::classes_support::{Office, day};
use app::needs::{self, LevelEdit};
use app::{people, voice};
use domain::ids::{CompetencyId, PersonId};
use domain::needs::evidence::EvidenceSet;
use domain::needs::group::GroupFinding;
use domain::needs::inquiry::InquiryKind;
use domain::needs::rule::{NeedsRule, Source};
use domain::office::rules::shipped_table;

fn evidence(office: &mut Office, on: (i32, u32, u32)) -> EvidenceSet {
    let rule: NeedsRule = shipped_table("needs").unwrap();
    office.write(|tx| store::needs::evidence::all(tx, &rule, day(on.0, on.1, on.2)))
}

fn of(set: &EvidenceSet, person: PersonId) -> Vec<(Source, CompetencyId, u16)> {
    let shown = set.of_person(person).iter().filter_map(|mark| set.shown(mark));
    shown.map(|evidence| (evidence.gathering.source, evidence.competency, evidence.level)).collect()
}

#[test]
fn a_group_speaks_of_those_who_were_there_on_its_day() {
    let mut office = Office::new();
    let top = unit(&office, None, "Dinas Contoh");
    let (desk, other) = (unit(&office, Some(top), "Loket"), unit(&office, None, "Badan Lain"));
    let stays = staff(&office, 1, &[(2020, desk, "Arsiparis")]);
    let writer = staff(&office, 2, &[(2020, top, "Analis")]);
    let left = staff(&office, 3, &[(2020, desk, "Arsiparis"), (2025, other, "Arsiparis")]);
    let talk = competency(&office, "Komunikasi");
    let id = inquiry(&office, InquiryKind::FocusGroup, "FGD", Some(top));
    let line = |unit, position: &str, level| GroupFinding {
        id: None,
        unit,
        position: position.to_owned(),
        competency: Some(talk),
        level,
        text: "Temuan".to_owned(),
    };
    let lines = vec![
        line(Some(top), "", Some(300)),
        line(Some(desk), "", Some(250)),
        line(Some(top), "arsiparis", Some(150)),
        line(Some(top), "", None),
    ];
    needs::save_group_findings(&office, id, lines).unwrap();
    let set = evidence(&mut office, (2026, 2, 3));
    assert_eq!(of(&set, stays), [(Source::FocusGroup, talk, 150)], "the line about the position is nearer");
    assert_eq!(of(&set, writer), [(Source::FocusGroup, talk, 300)]);
    assert_eq!(of(&set, left), [], "worked elsewhere on that day");
    assert_eq!(evidence(&mut office, (2026, 2, 1)).marks, [], "not yet held");
    assert_eq!(evidence(&mut office, (2028, 3, 3)).marks, [], "after 24 months it has run out");
}

#[test]
fn surveys_of_the_public_and_levels_speak_side_by_side() {
    let mut office = Office::new();
    let desk = unit(&office, None, "Loket");
    let person = staff(&office, 1, &[(2020, desk, "Arsiparis")]);
    let skm = crate::voice::survey(&office, desk, "SKM", 2026);
    for (number, mark) in [(1, 4), (2, 1)] {
        voice::save_answer(&office, skm, crate::voice::sheet(number, mark), false).unwrap();
    }
    let team = competency(&office, "Kerja Sama");
    let test = inquiry(&office, InquiryKind::Test, "Tes", None);
    let edit = LevelEdit { person, competency: team, text: "3".to_owned() };
    needs::set_findings(&office, test, vec![edit]).unwrap();
    assert!(of(&evidence(&mut office, (2026, 2, 26)), person).iter().all(|(source, ..)| *source == Source::Test));
    let set = evidence(&mut office, (2026, 2, 27));
    let found = of(&set, person);
    let public: Vec<_> = found.iter().filter(|(source, ..)| *source == Source::Voice).collect();
    assert!(!public.is_empty() && public.iter().all(|(_, _, level)| *level == 300), "mean 2.5 is level 3: {found:?}");
    assert!(found.contains(&(Source::Test, team, 300)));
    let rule: NeedsRule = shipped_table("needs").unwrap();
    let own = office.write(|tx| store::needs::evidence::of_person(tx, &rule, person, day(2026, 2, 27)));
    assert_eq!(of(&own, person), found, "one person or all");
    let days = office.write(|tx| store::needs::evidence::days_of_person(tx, &rule, person, day(2030, 1, 1)));
    assert_eq!(days, [day(2026, 2, 2), day(2026, 2, 27)]);
}

#[test]
fn two_people_who_become_one_keep_one_sheet_and_every_other_level() {
    let mut office = Office::new();
    let people = office.people(2);
    let survey = inquiry(&office, InquiryKind::Readiness, "Kesiapan", None);
    let items = needs::inquiry(&office, survey).unwrap().instruments.iter().map(|side| side.items.len()).sum();
    for (person, mark) in people.iter().zip([2, 4]) {
        type_sheet(&office, survey, *person, &vec![mark; items]);
    }
    needs::propose_coachings(&office, survey, None).unwrap();
    let test = inquiry(&office, InquiryKind::Test, "Tes", None);
    let (team, talk) = (competency(&office, "Kerja Sama"), competency(&office, "Komunikasi"));
    let edit = |person, competency, text: &str| LevelEdit { person, competency, text: text.to_owned() };
    let edits = vec![edit(people[0], team, "2"), edit(people[1], team, "4"), edit(people[1], talk, "5")];
    needs::set_findings(&office, test, edits).unwrap();
    let before = office.dump();
    people::merge(&office, people[0], people[1]).unwrap();
    let set = evidence(&mut office, (2026, 2, 3));
    let found = of(&set, people[0]);
    assert_eq!(found.len(), 2);
    assert!(found.contains(&(Source::Test, team, 200)) && found.contains(&(Source::Test, talk, 500)), "{found:?}");
    let sheet = needs::sheet(&office, survey, people[0]).unwrap().unwrap();
    assert!(sheet.marks.values().all(|mark| *mark == 2), "the sheet of the one who stays");
    let result = needs::readiness_result(&office, survey).unwrap();
    assert_eq!(result.people.len(), 1);
    app::safety::undo(&office, None).unwrap();
    assert_eq!(office.dump(), before, "taken back as one");
}
