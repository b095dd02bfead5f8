//! What happens around the board: people who leave, are merged or removed, other classes, the list of mentors.

use super::board::today;
use super::hall::{Hall, field, form, register, seat};
use crate::classes_support::{code, day, refusal};
use app::mentoring::{self, MentorFilter, MentorQuery};
use app::{classes, people, safety};
use domain::certificates::content::Role;
use domain::ids::MentorId;
use domain::mentoring::mentee::{Need, Side, Wish};
use domain::mentoring::mentor::Mentor;
use domain::mentoring::pair::Ending;
use domain::people::PostEntry;
use domain::refusal::Code;

fn approved(participants: usize, mentors: usize, most: u8) -> Hall {
    let hall = Hall::new(participants, mentors, most);
    hall.run();
    mentoring::approve(&hall, hall.class, today()).unwrap();
    hall
}

#[test]
fn orphans_get_a_proposal_that_moves_nobody_else() {
    let hall = approved(8, 4, 3);
    let pairs = hall.pairs(&hall.board());
    let gone = pairs[0].unwrap();
    let left = pairs.iter().filter(|pair| **pair == Some(gone)).count();
    assert_eq!(code(mentoring::propose_orphans(&hall, hall.class, false)), Code::NotAllowed, "nobody is an orphan");
    assert_eq!(code(mentoring::mentor_leaves(&hall, hall.mentors[gone], day(2026, 3, 8), "")), Code::InvalidInput);
    let orphans = mentoring::mentor_leaves(&hall, hall.mentors[gone], today(), "Mutasi").unwrap();
    assert_eq!(usize::try_from(orphans.value).unwrap(), left);
    let board = hall.board();
    assert_eq!(board.orphans.len(), left);
    assert!(!seat(&board, hall.places[0]).broken.is_empty(), "the board says that the mentor is gone");
    mentoring::propose_orphans(&hall, hall.class, false).unwrap();
    let after = hall.pairs(&hall.board());
    for (at, (old, new)) in pairs.iter().zip(&after).enumerate() {
        assert_eq!(*old == Some(gone), old != new, "participant {at}");
        assert!(new.is_some() && *new != Some(gone));
    }
    let result = mentoring::approve(&hall, hall.class, today()).unwrap().value;
    assert_eq!((usize::try_from(result.made).unwrap(), result.moved, result.ended), (left, 0, 0));
    assert_eq!(hall.board().orphans, []);
}

#[test]
fn orphans_may_move_others_when_asked() {
    let hall = approved(6, 3, 3);
    let gone = hall.pairs(&hall.board())[0].unwrap();
    hall.set(0, Some(gone), true);
    mentoring::approve(&hall, hall.class, today()).unwrap();
    mentoring::mentor_leaves(&hall, hall.mentors[gone], today(), "").unwrap();
    mentoring::propose_orphans(&hall, hall.class, true).unwrap();
    let board = hall.board();
    let best = mentoring::preview(&hall, hall.class, hall.settings()).unwrap();
    assert_eq!((board.pairs, board.total), (best.pairs, best.total), "the best for all, without the old lock");
    assert!(board.places.iter().all(|place| place.broken.is_empty()));
}

#[test]
fn a_proposal_whose_places_were_taken_elsewhere_is_not_approved() {
    let hall = Hall::new(2, 1, 2);
    hall.run();
    let mut other = classes::get(&hall, hall.class).unwrap().class;
    let subjects = other.subjects.iter_mut();
    subjects.for_each(|subject| subject.id = None);
    (other.id, other.name) = (None, "Angkatan IV".to_owned());
    let other = classes::save(&hall, other).unwrap().value;
    let person = register(&hall, 90, "Peserta lain", "III/a");
    classes::enrol(&hall, other, vec![person], Role::Peserta).unwrap();
    mentoring::run(&hall, other, hall.settings()).unwrap();
    mentoring::approve(&hall, other, today()).unwrap();
    let refused = refusal(mentoring::approve(&hall, hall.class, today()));
    assert_eq!(refused.code, Code::NotAllowed);
    assert!(refused.message.contains("Mentor 00 hanya punya 1 tempat di kelas ini"), "{}", refused.message);
    let board = hall.run();
    assert_eq!((board.pairs, board.mentors[0].elsewhere), (1, 1));
    let approved = mentoring::approve(&hall, hall.class, today()).unwrap().value;
    assert_eq!(approved.made, 1);
    // Who stayed without is preferred the next time, also in another class.
    let left = hall.pairs(&board).iter().position(Option::is_none).unwrap();
    let again = hall.person_of(left);
    classes::enrol(&hall, other, vec![again], Role::Peserta).unwrap();
    hall.change_mentor(0, |mentor| mentor.most = 5);
    mentoring::run(&hall, other, hall.settings()).unwrap();
    let board = mentoring::board(&hall, other).unwrap();
    let told = mentoring::explain(&hall, other, board.mentees[1].enrolment).unwrap();
    let priority = told.criteria.iter().find(|line| line.sentence.contains("belum mendapat mentor")).unwrap();
    assert_eq!(priority.points, 100);
}

#[test]
fn who_has_a_mentor_stays_in_the_record() {
    let mut hall = approved(4, 2, 3);
    let place = hall.places[0];
    let named = |refused: domain::refusal::Refusal| {
        assert_eq!(refused.code, Code::NotAllowed);
        assert!(refused.message.contains("Peserta 00"), "{}", refused.message);
    };
    named(refusal(classes::remove(&hall, vec![place])));
    named(refusal(classes::set_role(&hall, place, Role::Moderator)));
    let refused = refusal(classes::delete(&hall, hall.class));
    assert!(refused.message.contains("4 pasangan mentor"), "{}", refused.message);
    assert_eq!(code(mentoring::delete_mentor(&hall, hall.mentors[0])), Code::NotAllowed);

    // Withdrawing ends the pair in the same operation, and is taken back with it.
    let before = hall.office.dump();
    let withdrawn = classes::withdraw(&hall, place, "Pindah tugas").unwrap();
    let ended = mentoring::pairs(&hall, mentoring::PairQuery { limit: 9, ..Default::default() }).unwrap().rows;
    let pair = ended.iter().find(|row| row.enrolment == place).unwrap();
    assert_eq!((pair.ending, pair.ends), (Some(Ending::MenteeLeft), Some(today())));
    assert_eq!(hall.board().running, 3);
    safety::undo(&hall, withdrawn.changes.operation).unwrap();
    assert_eq!(hall.office.dump(), before);
}

#[test]
fn who_never_had_a_mentor_goes_with_all_that_was_known() {
    let mut hall = Hall::new(4, 2, 3);
    hall.wish(0, 1, 1);
    hall.wish(1, 1, 1);
    hall.run();
    let before = hall.office.dump();
    let removed = classes::remove(&hall, vec![hall.places[0]]).unwrap();
    let moderator = classes::set_role(&hall, hall.places[1], Role::Moderator).unwrap();
    assert_eq!(hall.board().places.len(), 2);
    safety::undo(&hall, moderator.changes.operation).unwrap();
    safety::undo(&hall, removed.changes.operation).unwrap();
    assert_eq!(hall.office.dump(), before);
    let deleted = classes::delete(&hall, hall.class).unwrap();
    assert_eq!(mentoring::field_names(&hall).unwrap().len(), 4, "mentors and the programme keep theirs");
    safety::undo(&hall, deleted.changes.operation).unwrap();
    assert_eq!(hall.office.dump(), before);
    let deleted = mentoring::delete_mentor(&hall, hall.mentors[1]).unwrap();
    assert!(hall.board().places.iter().all(|place| place.mentor != Some(hall.mentors[1])));
    safety::undo(&hall, deleted.changes.operation).unwrap();
    assert_eq!(hall.office.dump(), before);
}

#[test]
fn copying_a_class_copies_no_mentoring() {
    let hall = approved(3, 2, 3);
    let copy = classes::copy(&hall, hall.class, day(2026, 5, 4)).unwrap().value;
    let board = mentoring::board(&hall, copy).unwrap();
    assert_eq!((board.run, board.running, board.mentees.len()), (None, 0, 0));
}

#[test]
fn merging_two_people_moves_their_mentoring() {
    let mut hall = approved(5, 2, 3);
    let pairs = hall.pairs(&hall.board());
    let (first, second) = (hall.person_of_mentor(0), hall.person_of_mentor(1));
    let examiner = register(&hall, 80, "Penguji", "IV/a");
    hall.change_mentee(0, |data| (data.superior, data.examiner) = (Some(second), Some(examiner)));
    let both = [0, 1].map(|mentor| Wish { mentor: hall.mentors[mentor], side: Side::Mentee, ord: 2 });
    hall.change_mentee(1, |data| data.wishes = both.to_vec());
    let before = hall.office.dump();
    let merged = people::merge(&hall, first, second).unwrap();
    let row = mentoring::mentor(&hall, hall.mentors[0]).unwrap();
    assert_eq!(row.row.running, 5, "{pairs:?}");
    assert!(row.mentor.fields.len() > 2, "{:?}", row.mentor.fields);
    assert_eq!(code(mentoring::mentor(&hall, hall.mentors[1])), Code::NotFound);
    let rows = mentoring::mentees(&hall, hall.class).unwrap();
    assert_eq!(rows[0].superior.as_ref().map(|person| person.id), Some(first));
    assert_eq!(rows[1].data.wishes.len(), 1);
    safety::undo(&hall, merged.changes.operation).unwrap();
    assert_eq!(hall.office.dump(), before);
    // One mentor alone simply goes along, and nobody becomes their own examiner.
    let spare = register(&hall, 81, "Mentor dua kali", "IV/a");
    people::merge(&hall, spare, second).unwrap();
    assert_eq!(hall.person_of_mentor(1), spare);
    let participant = hall.person_of(0);
    people::merge(&hall, participant, examiner).unwrap();
    assert_eq!(mentoring::mentees(&hall, hall.class).unwrap()[0].data.examiner, None);
    assert_eq!(safety::check(&hall).unwrap(), []);
}

#[test]
fn the_list_of_mentors_is_searched_filtered_and_paged() {
    let hall = approved(5, 6, 2);
    let outside = Mentor {
        person: None,
        name: "Dr. Ratna Wulandari, M.Si.".to_owned(),
        organisation: "Universitas Contoh".to_owned(),
        most: 0,
        ..form(hall.person_of(0), 0, Vec::new())
    };
    mentoring::save_mentor(&hall, outside).unwrap();
    hall.change_mentor(3, |mentor| mentor.active = false);
    let list = |text: &str, only, offset, limit| {
        let query = MentorQuery { text: text.to_owned(), only, offset, limit };
        mentoring::mentors(&hall, query).unwrap()
    };
    let names = |text: &str, only| list(text, only, 0, 50).rows.into_iter().map(|row| row.name).collect::<Vec<_>>();
    assert_eq!(list("", None, 0, 50).total, 7);
    let page = list("", None, 2, 3);
    assert_eq!((page.total, page.rows.len(), page.rows[1].name.as_str()), (7, 3, "Mentor 02"));
    assert_eq!(names("universitas contoh ratna", None), ["Dr. Ratna Wulandari, M.Si."]);
    assert_eq!(names("", Some(MentorFilter::Inactive)), ["Mentor 03"]);
    assert_eq!(names("", Some(MentorFilter::Lacking)), ["Dr. Ratna Wulandari, M.Si."]);
    assert_eq!(names("keuangan 02", None), ["Mentor 02"], "fields are searched");
    let lacks = &list("ratna", None, 0, 1).rows[0].lacks;
    assert_eq!(lacks.len(), 3, "{lacks:?}");
    let running: u32 = list("", None, 0, 50).rows.iter().map(|row| row.running).sum();
    assert_eq!(running, 5);
    let twice = form(hall.person_of_mentor(0), 1, Vec::new());
    let refused = refusal(mentoring::save_mentor(&hall, twice));
    assert_eq!((refused.code, refused.fields[0].field.as_str()), (Code::Duplicate, "person"));
    assert_eq!(
        code(mentoring::mentor(&hall, MentorId::from(domain::world::World::id(&*crate::classes_support::world())))),
        Code::NotFound
    );
}

#[test]
fn superiors_are_suggested_from_the_units() {
    let hall = Hall::new(3, 0, 1);
    let unit = |parent, name: &str| {
        people::save_unit(&hall, people::UnitDraft { id: None, parent, name: name.to_owned() }).unwrap().value
    };
    let office = unit(None, "DINAS KESEHATAN");
    let room = unit(Some(office), "BIDANG PELAYANAN");
    let post = |person, position: &str, unit| {
        let mut known = people::get(&hall, person).unwrap().person;
        known.posts = vec![PostEntry {
            id: None,
            valid_from: None,
            position: position.to_owned(),
            position_kind: String::new(),
            eselon: String::new(),
            unit: Some(unit),
        }];
        people::save(&hall, known).unwrap();
    };
    let (head, lead) = (register(&hall, 70, "Kepala Dinas", "IV/c"), register(&hall, 71, "Kepala Bidang", "IV/a"));
    post(head, "Kepala Dinas Kesehatan", office);
    post(lead, "Kepala Bidang Pelayanan", room);
    post(hall.person_of(0), "Perawat", room);
    post(hall.person_of(1), "Plt. Kepala Seksi", room);
    let suggested = || {
        let rows = mentoring::mentees(&hall, hall.class).unwrap();
        rows.into_iter().map(|row| row.suggested_superior.map(|person| person.id)).collect::<Vec<_>>()
    };
    assert_eq!(suggested(), [Some(lead), Some(head), None], "who leads a unit looks further up");
    assert_eq!(mentoring::fill_superiors(&hall, hall.class).unwrap().value, 2);
    assert_eq!(suggested(), [None, None, None]);
    assert_eq!(mentoring::fill_superiors(&hall, hall.class).unwrap().changes.operation, None, "nothing left to fill");
    let rows = mentoring::mentees(&hall, hall.class).unwrap();
    assert_eq!(rows[0].superior.as_ref().map(|person| person.position.as_str()), Some("Kepala Bidang Pelayanan"));
    assert_eq!(rows[0].data.needs.len(), 2, "filling leaves the needs alone");
    let own = hall.person_of(2);
    let mut data = rows[2].data.clone();
    data.superior = Some(own);
    assert_eq!(refusal(mentoring::save_mentee(&hall, data)).fields[0].field, "superior");
    let need = Need { id: None, field: " Hukum ".to_owned(), required: 3, current: 0 };
    mentoring::set_needs(&hall, hall.places.clone(), vec![need]).unwrap();
    let rows = mentoring::mentees(&hall, hall.class).unwrap();
    assert!(rows.iter().all(|row| row.data.needs.len() == 1 && row.data.needs[0].field == "Hukum"));
    assert!(mentoring::field_names(&hall).unwrap().contains(&"Hukum".to_owned()));
}

#[test]
fn a_closed_class_is_not_paired() {
    let hall = Hall::new(2, 1, 2);
    hall.office.fill(hall.class, "H", "90");
    hall.run();
    classes::close(&hall, hall.class, Vec::new()).unwrap();
    assert_eq!(code(mentoring::run(&hall, hall.class, hall.settings())), Code::NotAllowed);
    assert_eq!(code(mentoring::approve(&hall, hall.class, today())), Code::NotAllowed);
    assert_eq!(code(mentoring::save_settings(&hall, hall.class, hall.settings())), Code::NotAllowed);
    let places = mentoring::set_places(&hall, hall.class, Vec::new());
    assert_eq!(code(places), Code::NotAllowed);
    let fields = vec![field(0, 3)];
    hall.change_mentor(0, |mentor| mentor.fields = fields);
}
