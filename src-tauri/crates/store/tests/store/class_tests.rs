//! Tables `class_test` and `test_score`.

use crate::support::{actor, day, fresh, outside};
use domain::certificates::content::Role;
use domain::classes::{Class, Programme};
use domain::evaluation::Stage;
use domain::ids::{ClassId, EnrolmentId};
use domain::people::{Person, PersonKind};
use domain::safety::Op;
use domain::score::Score;
use store::evaluation::class_test::{Taken, delete, grid, key, list, save, set};
use store::{Result, Store, Tx};

fn write<T>(store: &Store, work: impl FnOnce(&Tx<'_>) -> Result<T>) -> Result<T> {
    Ok(store.write(&actor(), Op::new("test.write", "Uji"), work)?.value)
}

/// Two classes of one programme with two participants each.
fn classes(store: &Store) -> Vec<(ClassId, Vec<EnrolmentId>)> {
    write(store, |tx| {
        let programme = Programme {
            id: None,
            name: "Etika".to_owned(),
            form: String::new(),
            field: String::new(),
            note: String::new(),
            active: true,
            subjects: Vec::new(),
        };
        let programme = store::classes::programme::save(tx, &programme)?;
        let mut made = Vec::new();
        for name in ["Angkatan I", "Angkatan II"] {
            let class = Class {
                id: None,
                programme,
                name: name.to_owned(),
                organiser: "BKPSDM".to_owned(),
                place: "Muara".to_owned(),
                starts: day(2026, 3, 2),
                ends: day(2026, 3, 6),
                issue_place: String::new(),
                issue_date: None,
                signatory: Default::default(),
                subjects: Vec::new(),
            };
            let class = store::classes::class::save(tx, &class)?;
            let mut places = Vec::new();
            for person in ["Ani", "Budi"] {
                let mut blank = Person::blank(PersonKind::NonAsn);
                blank.name = format!("{person} {name}");
                let person = store::people::insert(tx, &blank)?;
                places.extend(store::classes::enrolment::add(tx, class, person, Role::Peserta)?);
            }
            made.push((class, places));
        }
        Ok(made)
    })
    .unwrap()
}

fn taken(answers: &str, score: &str) -> Taken {
    Taken { answers: answers.to_owned(), score: Score::parse(score).unwrap() }
}

#[test]
fn a_class_has_one_test_of_a_stage_and_a_participant_one_score_in_it() {
    let (_folder, store) = fresh();
    let classes = classes(&store);
    let (class, places) = &classes[0];
    write(&store, |tx| {
        save(tx, *class, Stage::Post, "AB")?;
        save(tx, *class, Stage::Pre, "")?;
        save(tx, *class, Stage::Post, "BA")?;
        set(tx, *class, Stage::Post, places[0], Some(&taken("AB", "0")))?;
        set(tx, *class, Stage::Post, places[0], Some(&taken("BA", "100")))?;
        set(tx, *class, Stage::Pre, places[1], Some(&taken("", "55.25")))
    })
    .unwrap();
    store
        .read(|read| {
            assert_eq!(list(read, *class)?, [(Stage::Pre, String::new()), (Stage::Post, "BA".to_owned())]);
            assert_eq!(key(read, *class, Stage::Post)?.as_deref(), Some("BA"));
            let expected = [(Stage::Pre, places[1], taken("", "55.25")), (Stage::Post, places[0], taken("BA", "100"))];
            assert_eq!(grid(read, *class)?, expected);
            assert_eq!((list(read, classes[1].0)?, grid(read, classes[1].0)?), (vec![], vec![]));
            Ok(())
        })
        .unwrap();
    write(&store, |tx| set(tx, *class, Stage::Post, places[0], None)).unwrap();
    assert_eq!(store.read(|read| grid(read, *class)).unwrap().len(), 1);
}

#[test]
fn a_class_without_the_test_gets_no_score() {
    let (_folder, store) = fresh();
    let classes = classes(&store);
    let (class, places) = &classes[0];
    write(&store, |tx| {
        save(tx, classes[1].0, Stage::Pre, "")?;
        set(tx, *class, Stage::Pre, places[0], Some(&taken("", "80")))
    })
    .unwrap();
    assert_eq!(store.read(|read| grid(read, *class)).unwrap(), []);
    let rows: u32 = outside(&store).query_row("SELECT count(*) FROM test_score", [], |row| row.get(0)).unwrap();
    assert_eq!(rows, 0);
}

#[test]
fn deleting_takes_only_its_own_rows() {
    let (_folder, store) = fresh();
    let classes = classes(&store);
    write(&store, |tx| {
        for (class, places) in &classes {
            for stage in Stage::ALL {
                save(tx, *class, stage, "")?;
                for place in places {
                    set(tx, *class, stage, *place, Some(&taken("", "70")))?;
                }
            }
        }
        Ok(())
    })
    .unwrap();
    let left = |class: ClassId| store.read(|read| grid(read, class)).unwrap().len();
    assert_eq!(write(&store, |tx| delete(tx, classes[0].0, Stage::Pre)).unwrap(), 2);
    assert_eq!((left(classes[0].0), left(classes[1].0)), (2, 4));
    assert_eq!(write(&store, |tx| delete(tx, classes[0].0, Stage::Pre)).unwrap(), 0);
    write(&store, |tx| store::classes::enrolment::remove(tx, classes[1].1[0])).unwrap();
    assert_eq!((left(classes[0].0), left(classes[1].0)), (2, 2));
    write(&store, |tx| store::classes::class::delete(tx, classes[1].0)).unwrap();
    assert_eq!(left(classes[0].0), 2);
    let tests: u32 = outside(&store).query_row("SELECT count(*) FROM class_test", [], |row| row.get(0)).unwrap();
    assert_eq!(tests, 1);
}
