//! Who gets a certificate, and under which number.

use super::office::{ABSENT, BUDI, FAILED, LEFT, OTHER_BUDI, Office, SITI, SPEAKER, add_class, day, today};
use app::certificates::{candidates, get, issue, list, preview, replace, revoke};
use domain::certificates::content::Role;
use domain::certificates::register::CertificateStatus;
use domain::office::rules::{Rule, shipped};
use domain::refusal::Code;
use std::sync::Barrier;

const NUMBERS: [&str; 4] =
    ["800.2/001/BKPSDM/V/2026", "800.2/002/BKPSDM/V/2026", "800.2/003/BKPSDM/V/2026", "800.2/004/BKPSDM/V/2026"];

#[test]
fn those_who_passed_get_one_in_the_order_of_the_list() {
    let office = Office::new();
    let outcome = issue(office.app(), office.class, None).expect("issued");
    assert_eq!(outcome.changes.description, "Terbitkan 4 sertifikat, Pelayanan Publik Digital Angkatan III");
    assert_eq!(office.numbers(), NUMBERS);
    let view = get(office.app(), outcome.value.issued[0]).expect("there");
    let content = view.content;
    assert_eq!((content.name.as_str(), content.title.as_str()), ("Siti Aminah", "SURAT TANDA TAMAT PELATIHAN"));
    assert_eq!(content.predicate.as_deref(), Some("Memuaskan"));
    assert_eq!(content.score, None, "the shipped rule prints no score");
    let rows: Vec<(&str, &str)> = content.rows.iter().map(|(label, value)| (label.as_str(), value.as_str())).collect();
    assert_eq!(
        rows,
        [
            ("Tempat/Tanggal Lahir", "Muara Contoh, 26 September 1986"),
            ("Pangkat/Golongan", "Penata Muda Tingkat I, III/b"),
            ("Jabatan", "Analis Kebijakan"),
            ("Instansi", "PEMERINTAH KABUPATEN CONTOH"),
        ],
        "as on the date of issue; the unit is empty and left out"
    );
    assert!(content.closing.contains("selama 40 (empat puluh) jam pelajaran"), "{}", content.closing);
    assert_eq!(view.sha256.len(), 64);
    let speaker = get(office.app(), outcome.value.issued[3]).expect("there").content;
    assert_eq!((speaker.role, speaker.statement.as_str()), (Role::Narasumber, "SEBAGAI NARASUMBER"));
    assert!(speaker.nip.is_empty() && speaker.rows.is_empty() && speaker.subjects.is_empty());
    let refused: Vec<&str> = outcome.value.refused.iter().map(|refused| refused.reason.as_str()).collect();
    assert_eq!(
        refused,
        [
            "Nilai akhir 60,00 di bawah batas lulus 70,01.",
            "Kehadiran di bawah 85%.",
            "Mengundurkan diri: pindah tugas."
        ]
    );
}

#[test]
fn t01_two_at_once_make_one_certificate_each() {
    let office = Office::new();
    let barrier = Barrier::new(2);
    let click = || {
        barrier.wait();
        issue(office.app(), office.class, None).expect("an answer").value.issued.len()
    };
    let counts = std::thread::scope(|scope| {
        let (first, second) = (scope.spawn(click), scope.spawn(click));
        [first.join().expect("no panic"), second.join().expect("no panic")]
    });
    assert_eq!(counts.iter().sum::<usize>(), 4, "{counts:?}");
    assert_eq!(office.numbers(), NUMBERS, "one number each and no gap");
}

#[test]
fn t02_five_clicks_make_one_certificate() {
    let office = Office::new();
    for click in 0..5 {
        let wanted = Some(vec![office.enrolments[SITI]]);
        let report = issue(office.app(), office.class, wanted).expect("an answer");
        assert_eq!(report.value.issued.len(), usize::from(click == 0));
        assert_eq!(report.changes.operation.is_some(), click == 0, "nothing is journalled for nothing");
        if click > 0 {
            assert!(report.value.refused[0].reason.contains(NUMBERS[0]));
        }
    }
    assert_eq!(office.numbers(), NUMBERS[..1]);
}

#[test]
fn t10_no_path_issues_without_every_condition() {
    let mut office = Office::new();
    for place in [FAILED, ABSENT, LEFT] {
        let wanted = Some(vec![office.enrolments[place]]);
        let report = issue(office.app(), office.class, wanted).expect("an answer").value;
        assert_eq!((report.issued.len(), report.refused.len()), (0, 1));
        let candidate = &candidates(office.app(), office.class).expect("a list")[place];
        assert_eq!(candidate.reason.as_ref(), Some(&report.refused[0].reason));
    }
    let siti = office.issue_one(SITI);
    office.set_closed(false);
    assert!(office.issue().issued.is_empty(), "an open class");
    let refusal = replace(office.app(), siti, "salah ketik").expect_err("an open class");
    assert_eq!(refusal.code, Code::NotAllowed);
    office.set_closed(true);
    let left = office.enrolments[SITI];
    office.write(|tx| store::classes::enrolment::set_withdrawn(tx, left, "berhenti"));
    let refusal = replace(office.app(), siti, "salah ketik").expect_err("has left");
    assert!(refusal.message.contains("berhenti"), "{refusal}");
    assert_eq!(get(office.app(), siti).expect("there").row.status, CertificateStatus::Issued, "the old one stands");
    assert_eq!(office.numbers(), NUMBERS[..1]);
}

#[test]
fn t11_the_date_is_the_one_on_the_wall() {
    let mut office = Office::new();
    let siti = get(office.app(), office.issue_one(SITI)).expect("there");
    assert_eq!((siti.row.issued_on, siti.content.issue_date), (today(), today()));
    office.change_class(|class| class.issue_date = Some(day(2026, 6, 30)));
    let budi = get(office.app(), office.issue_one(BUDI)).expect("there");
    assert_eq!((budi.row.issued_on, budi.content.issue_date), (day(2026, 6, 30), day(2026, 6, 30)));
    assert_eq!(budi.row.number, "800.2/002/BKPSDM/VI/2026");
}

#[test]
fn t14_what_is_not_filled_in_is_named_and_nothing_is_issued() {
    let mut office = Office::new();
    office.change_class(|class| {
        class.issue_place.clear();
        class.signatory.name.clear();
        class.subjects.clear();
    });
    let refusal = issue(office.app(), office.class, None).expect_err("holes");
    let fields: Vec<&str> = refusal.fields.iter().map(|field| field.field.as_str()).collect();
    assert_eq!(fields, ["issue_place", "signatory.name", "certificate_text"]);
    assert!(refusal.fields[2].message.contains("{JP}") && refusal.fields[2].message.contains("data kelas"));
    assert!(candidates(office.app(), office.class).expect("a list")[SITI].reason.is_some());
    assert!(preview(office.app(), office.class, office.enrolments[SITI]).is_err());
    assert!(office.register().is_empty());
}

#[test]
fn a_missing_letter_is_named_before_anything_is_issued_and_leaves_no_gap() {
    let mut office = Office::new();
    office.change_person(BUDI, |person| person.name = "Budi \u{4e2d}".to_owned());
    let refusal = issue(office.app(), office.class, None).expect_err("no such letter");
    assert_eq!(refusal.code, Code::MissingGlyph);
    assert!(refusal.message.contains('\u{4e2d}') && refusal.message.contains("Budi"), "{refusal}");
    assert!(office.register().is_empty());
    let reason = candidates(office.app(), office.class).expect("a list")[BUDI].reason.clone();
    assert!(reason.expect("listed before issue").contains('\u{4e2d}'));
    office.change_person(BUDI, |person| person.name = "Budi Santoso".to_owned());
    office.issue();
    assert_eq!(office.numbers(), NUMBERS);
}

#[test]
fn a_long_name_is_listed_before_issue() {
    let mut office = Office::new();
    office.change_person(SITI, |person| {
        person.title_front = "Prof. Dr. Ir. Hj.".to_owned();
        person.name = "Siti Aminah Nur Rahmawati Kusumaningrum Wijayanti".to_owned();
        person.title_back = "S.Sos., S.H., M.Si., M.Kom., Ph.D.".to_owned();
    });
    let list = candidates(office.app(), office.class).expect("a list");
    assert!(list[SITI].long_name.as_ref().is_some_and(|text| text.contains("baris")), "{:?}", list[SITI]);
    assert_eq!((list[BUDI].long_name.as_ref(), list[BUDI].reason.as_ref()), (None, None));
}

#[test]
fn t38_places_of_another_class_are_refused() {
    let mut office = Office::new();
    let other = office.write(|tx| add_class(tx, "Angkatan IV"));
    let refusal = issue(office.app(), other, Some(vec![office.enrolments[SITI]])).expect_err("of another class");
    assert_eq!(refusal.code, Code::NotFound);
    let both = Some(vec![office.enrolments[SITI], uuid::Uuid::nil().into()]);
    assert!(issue(office.app(), office.class, both).is_err(), "and none of the others is issued");
    assert!(preview(office.app(), other, office.enrolments[SITI]).is_err());
    assert!(issue(office.app(), uuid::Uuid::nil().into(), None).is_err());
    assert!(revoke(office.app(), uuid::Uuid::nil().into(), "x").is_err());
    assert!(office.register().is_empty());
}

#[test]
fn undo_takes_certificates_and_numbers_back() {
    let mut office = Office::new();
    let first = office.issue_one(SITI);
    office.issue();
    assert_eq!(office.numbers(), NUMBERS);
    office.undo();
    assert_eq!(office.numbers(), NUMBERS[..1]);
    let wanted = [OTHER_BUDI, SPEAKER].map(|place| office.enrolments[place]).to_vec();
    issue(office.app(), office.class, Some(wanted)).expect("issued");
    assert_eq!(office.numbers(), NUMBERS[..3], "the numbers follow without a gap");
    revoke(office.app(), first, "salah orang").expect("revoked");
    office.undo();
    assert_eq!(get(office.app(), first).expect("there").row.status, CertificateStatus::Issued);
}

#[test]
fn a_number_that_an_earlier_pattern_gave_is_passed_over() {
    let mut office = Office::new();
    office.issue_one(SITI);
    office.write(|tx| {
        for shipped in shipped()? {
            if let Rule::Numbering(mut numbering) = shipped.rule {
                numbering.scope = domain::certificates::numbering::CounterScope::Always;
                store::office::save_rule(tx, &Rule::Numbering(numbering), None, "uji")?;
            }
        }
        Ok(())
    });
    office.issue_one(BUDI);
    assert_eq!(office.numbers(), NUMBERS[..2]);
}

#[test]
fn a_replacement_is_made_of_what_the_office_knows_now() {
    let mut office = Office::new();
    let old = office.issue_one(SITI);
    office.change_person(SITI, |person| person.title_back = "M.Si.".to_owned());
    assert_eq!(replace(office.app(), old, "  ").expect_err("no reason").fields[0].field, "reason");
    let new = replace(office.app(), old, "gelar kurang").expect("replaced").value;
    let (before, after) = (get(office.app(), old).expect("there"), get(office.app(), new).expect("there"));
    assert_eq!((before.row.status, before.revoked_reason.as_str()), (CertificateStatus::Replaced, "gelar kurang"));
    assert_eq!(before.replaced_by.map(|new| new.number), Some(after.row.number.clone()));
    assert_eq!(after.content.replaces.as_deref(), Some(NUMBERS[0]));
    assert_eq!((after.row.number.as_str(), after.content.name.as_str()), (NUMBERS[1], "Siti Aminah, M.Si."));
    assert!(replace(office.app(), old, "lagi").is_err() && revoke(office.app(), old, "lagi").is_err());
    office.undo();
    assert_eq!(get(office.app(), old).expect("there").row.status, CertificateStatus::Issued);
    assert!(get(office.app(), new).is_err());
    assert_eq!(office.numbers(), NUMBERS[..1]);
}

#[test]
fn after_a_revocation_a_new_one_may_be_issued() {
    let office = Office::new();
    let old = office.issue_one(SITI);
    revoke(office.app(), old, "salah cetak").expect("revoked");
    let new = office.issue_one(SITI);
    assert_ne!(old, new);
    let query = app::certificates::CertificateQuery {
        text: "siti 198609262015052001".to_owned(),
        status: Some(CertificateStatus::Revoked),
        year: Some(2026),
        class: Some(office.class),
        offset: 0,
        limit: 10,
    };
    let page = list(office.app(), &query).expect("a page");
    assert_eq!((page.total, page.rows[0].id), (1, old));
}

#[test]
fn a_preview_is_a_draft() {
    let office = Office::new();
    let bytes = preview(office.app(), office.class, office.enrolments[SITI]).expect("drawn");
    let codes = documents::pdf::codes_in_pdf(&bytes).expect("readable");
    assert_eq!(codes, ["PRATINJAU"]);
    assert!(office.register().is_empty());
}
