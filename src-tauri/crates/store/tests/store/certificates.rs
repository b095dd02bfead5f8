use crate::support::{actor, code, day, fresh, outside, refusal};
use domain::certificates::content::Role;
use domain::certificates::register::CertificateStatus;
use domain::classes::{Class, Programme};
use domain::ids::{CertificateId, ClassId, EnrolmentId, PersonId};
use domain::people::{Person, PersonKind};
use domain::refusal::Code;
use domain::safety::Op;
use store::certificates::{
    Certificate, CertificateFilter, CertificateOrder, by_code, by_number, by_short_code, claimants, count, count_year,
    draw, drawn, get, in_force, insert, list, of_class, replacement_of, revoke, status,
};
use store::{Result, Store, Tx};

fn write<T>(store: &Store, work: impl FnOnce(&Tx<'_>) -> Result<T>) -> Result<T> {
    Ok(store.write(&actor(), Op::new("test.write", "Uji"), work)?.value)
}

struct Places {
    class: ClassId,
    people: Vec<PersonId>,
    enrolments: Vec<EnrolmentId>,
}

fn places(store: &Store, names: &[&str]) -> Places {
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
        let class = Class {
            id: None,
            programme: store::classes::programme::save(tx, &programme)?,
            name: "Angkatan I".to_owned(),
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
        let (mut people, mut enrolments) = (Vec::new(), Vec::new());
        for name in names {
            let mut person = Person::blank(PersonKind::NonAsn);
            person.name = (*name).to_owned();
            let person = store::people::insert(tx, &person)?;
            enrolments.extend(store::classes::enrolment::add(tx, class, person, Role::Panitia)?);
            people.push(person);
        }
        Ok(Places { class, people, enrolments })
    })
    .unwrap()
}

impl Places {
    fn certificate(&self, tx: &Tx<'_>, place: usize, number: &str, name: &str) -> Certificate {
        let content = serde_json::json!({ "content": {
            "number": number, "name": name, "nip": "", "programme": "Etika", "class_name": "Angkatan I", "role": "panitia"
        }});
        Certificate {
            id: tx.id(),
            number: number.to_owned(),
            enrolment: self.enrolments[place],
            class: self.class,
            person: self.people[place],
            issued_on: day(2026, 3, 6),
            content: content.to_string(),
            sha256: [7; 32],
            code: format!("BINAASN1|{number}|{}", "Q".repeat(80) + &format!("{number:A>23}")),
            replaces: None,
            revoked_on: None,
            revoked_reason: String::new(),
        }
    }

    fn enter(&self, store: &Store, place: usize, number: &str, name: &str) -> Result<CertificateId> {
        write(store, |tx| {
            let certificate = self.certificate(tx, place, number, name);
            insert(tx, &certificate).map(|()| certificate.id)
        })
    }
}

#[test]
fn t01_a_place_has_one_certificate_in_force_and_a_number_is_given_once() {
    let (_folder, store) = fresh();
    let places = places(&store, &["Ani", "Budi"]);
    let first = places.enter(&store, 0, "1/2026", "Ani").unwrap();
    let second = places.enter(&store, 0, "2/2026", "Ani");
    assert!(refusal(second).message.contains("masih berlaku"));
    let taken = places.enter(&store, 1, "1/2026", "Budi");
    assert!(refusal(taken).message.contains("1/2026"));
    assert_eq!(code(places.enter(&store, 1, "1/2026", "Budi")), Code::Duplicate);
    assert!(write(&store, |tx| revoke(tx, first, day(2026, 3, 7), "salah")).unwrap());
    assert!(!write(&store, |tx| revoke(tx, first, day(2026, 3, 8), "lagi")).unwrap(), "the first reason stays");
    let next = write(&store, |tx| {
        let certificate = Certificate { replaces: Some(first), ..places.certificate(tx, 0, "2/2026", "Ani") };
        insert(tx, &certificate).map(|()| certificate.id)
    })
    .unwrap();
    store
        .read(|read| {
            let old = get(read, first)?.unwrap();
            assert_eq!((old.revoked_on, old.revoked_reason.as_str()), (Some(day(2026, 3, 7)), "salah"));
            assert_eq!(status(read, &old)?, CertificateStatus::Replaced);
            assert_eq!(replacement_of(read, first)?.map(|found| found.id), Some(next));
            assert_eq!(in_force(read, places.enrolments[0])?.map(|found| found.id), Some(next));
            let claimants = claimants(read, places.class, day(2026, 3, 7))?;
            assert_eq!(claimants[0].in_force, Some((next, "2/2026".to_owned())));
            assert_eq!((claimants[1].name.as_str(), claimants[1].claim().class_closed), ("Budi", false));
            Ok(())
        })
        .unwrap();
}

#[test]
fn numbers_are_drawn_without_a_gap() {
    let (_folder, store) = fresh();
    assert_eq!(write(&store, |tx| draw(tx, "year:2026", 3)).unwrap(), 1);
    assert_eq!(write(&store, |tx| draw(tx, "year:2026", 1)).unwrap(), 4);
    assert_eq!(write(&store, |tx| draw(tx, "year:2027", 1)).unwrap(), 1);
    let refused: Result<()> = write(&store, |tx| {
        draw(tx, "year:2026", 5)?;
        Err(domain::refusal::Refusal::new(Code::NotAllowed, "ditolak").into())
    });
    assert!(refused.is_err());
    assert_eq!(store.read(|read| drawn(read, "year:2026")).unwrap(), 4, "a refused operation draws nothing");
    store.undo(&actor(), None).unwrap();
    assert_eq!(store.read(|read| drawn(read, "year:2027")).unwrap(), 0);
}

#[test]
fn the_list_is_filtered_sorted_and_paged_in_the_file() {
    let (_folder, store) = fresh();
    let places = places(&store, &["Citra", "Ani_M", "Budi"]);
    let mut ids = Vec::new();
    for (place, (number, name)) in
        [("9/2026", "Citra"), ("10/2026", "Ani_M"), ("11/2026", "Budi 100%")].iter().enumerate()
    {
        ids.push(places.enter(&store, place, number, name).unwrap());
    }
    write(&store, |tx| revoke(tx, ids[2], day(2026, 4, 1), "salah")).unwrap();
    let names = |filter: CertificateFilter| {
        let rows = store.read(|read| list(read, &CertificateFilter { limit: 10, ..filter })).unwrap();
        rows.into_iter().map(|row| row.name).collect::<Vec<_>>()
    };
    let all = CertificateFilter::default();
    assert_eq!(names(all.clone()), ["Budi 100%", "Ani_M", "Citra"]);
    assert_eq!(
        names(CertificateFilter { order: CertificateOrder::Oldest, ..all.clone() }),
        ["Citra", "Ani_M", "Budi 100%"]
    );
    assert_eq!(
        names(CertificateFilter { order: CertificateOrder::Name, ..all.clone() }),
        ["Ani_M", "Budi 100%", "Citra"]
    );
    let text = |text: &str| names(CertificateFilter { text: text.to_owned(), ..CertificateFilter::default() });
    assert_eq!(text("%"), ["Budi 100%"], "a sign of the query language is a letter like others");
    assert_eq!(text("_"), ["Ani_M"]);
    assert_eq!(text("etika budi"), ["Budi 100%"]);
    assert_eq!(text("11/"), ["Budi 100%"]);
    assert_eq!(text("'; DROP TABLE certificate; --"), [""; 0]);
    let revoked = CertificateFilter { status: Some(CertificateStatus::Revoked), ..all.clone() };
    assert_eq!(names(revoked), ["Budi 100%"]);
    assert_eq!(names(CertificateFilter { person: Some(places.people[1]), ..all.clone() }), ["Ani_M"]);
    assert_eq!(names(CertificateFilter { year: Some(2025), ..all.clone() }), [""; 0]);
    assert_eq!(names(CertificateFilter { class: Some(places.class), offset: 2, ..all.clone() }), ["Citra"]);
    store
        .read(|read| {
            assert_eq!(count(read, &all)?, 3);
            assert_eq!((count_year(read, day(2026, 7, 1))?, count_year(read, day(2025, 7, 1))?), (3, 0));
            assert_eq!(of_class(read, places.class)?.iter().map(|found| found.id).collect::<Vec<_>>(), ids);
            let first = get(read, ids[0])?.unwrap();
            assert_eq!(by_code(read, &first.code)?, Some(first.clone()));
            assert_eq!(by_number(read, "9/2026")?, Some(first));
            assert_eq!(by_number(read, "09/2026")?, None);
            assert!(by_short_code(read, &"Q".repeat(20))?.is_some() && by_short_code(read, &"R".repeat(20))?.is_none());
            Ok(())
        })
        .unwrap();
}

#[test]
fn looking_up_a_code_reads_an_index() {
    let (_folder, store) = fresh();
    let outside = outside(&store);
    for (sql, index) in [
        ("SELECT content FROM certificate WHERE code = ?1", "USING INDEX"),
        ("SELECT content FROM certificate WHERE number = ?1", "USING INDEX"),
        (
            "SELECT code FROM certificate WHERE substr(code, -103, 20) = ?1 ORDER BY code LIMIT 1",
            "USING COVERING INDEX",
        ),
        ("SELECT content FROM certificate WHERE enrolment_id = ?1 AND revoked_on IS NULL", "USING INDEX"),
    ] {
        let plan: String = outside.query_row(&format!("EXPLAIN QUERY PLAN {sql}"), ["x"], |row| row.get(3)).unwrap();
        assert!(plan.contains(index), "{sql}: {plan}");
    }
}
