//! "Periksa Sertifikat".

use super::office::{BUDI, Office, SITI};
use app::certificates::{get, pdf, replace, revoke, verify, verify_file};
use domain::certificates::register::CertificateStatus;

#[test]
fn the_code_the_short_code_and_the_file_are_valid() {
    let office = Office::new();
    let id = office.issue_one(SITI);
    let row = get(office.app(), id).expect("there").row;
    let said = verify(office.app(), &format!(" {}\r\n", row.code)).expect("an answer");
    assert!(said.valid, "{}", said.reason);
    assert_eq!((said.number.as_ref(), said.name.as_ref()), (Some(&row.number), Some(&row.name)));
    assert_eq!(said.masked_nip.as_deref(), Some("1986***********001"));
    assert_eq!((said.status, said.certificate), (Some(CertificateStatus::Issued), Some(id)));
    assert_eq!(verify(office.app(), &row.short_code).expect("an answer"), said);
    assert_eq!(verify(office.app(), &row.short_code.to_lowercase().replace('-', " ")).expect("an answer"), said);
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("sertifikat.pdf");
    std::fs::write(&path, pdf(office.app(), id).expect("drawn")).expect("written");
    assert_eq!(verify_file(office.app(), &path).expect("an answer"), [said]);
    std::fs::write(&path, "bukan pdf").expect("written");
    assert!(verify_file(office.app(), &path).is_err());
}

#[test]
fn every_changed_letter_fails() {
    let office = Office::new();
    let code = get(office.app(), office.issue_one(SITI)).expect("there").row.code;
    let letters: Vec<char> = code.chars().collect();
    for at in 0..letters.len() {
        for other in ['0', '7', 'A', 'z', '|', ' ', '\n'] {
            if letters[at] == other {
                continue;
            }
            let mut changed = letters.clone();
            changed[at] = other;
            let changed: String = changed.into_iter().collect();
            let said = verify(office.app(), &changed).expect("an answer");
            assert!(!said.valid, "letter {at} changed to {other:?}: {changed}");
        }
        let shorter: String = letters[..at].iter().chain(&letters[at + 1..]).collect();
        assert!(!verify(office.app(), &shorter).expect("an answer").valid, "letter {at} left out");
    }
}

#[test]
fn a_changed_short_code_fails() {
    let office = Office::new();
    let short = get(office.app(), office.issue_one(SITI)).expect("there").row.short_code;
    for (at, letter) in short.char_indices().filter(|(_, letter)| *letter != '-') {
        let mut changed = short.clone();
        changed.replace_range(at..=at, if letter == 'A' { "B" } else { "A" });
        assert!(!verify(office.app(), &changed).expect("an answer").valid, "{changed}");
    }
}

#[test]
fn a_number_alone_proves_nothing() {
    let office = Office::new();
    let row = get(office.app(), office.issue_one(SITI)).expect("there").row;
    let said = verify(office.app(), &row.number).expect("an answer");
    assert!(!said.valid && said.reason.contains("Siti Aminah") && said.reason.contains("kode di bawah QR"), "{said:?}");
    for text in ["", "halo", "800.2/999/BKPSDM/V/2026", "AAAAA-AAAAA-AAAAA-AAAAA"] {
        let said = verify(office.app(), text).expect("an answer");
        assert!(!said.valid && !said.reason.is_empty(), "{text:?}");
    }
}

#[test]
fn what_was_taken_back_is_not_valid_and_names_its_successor() {
    let office = Office::new();
    let (siti, budi) = (office.issue_one(SITI), office.issue_one(BUDI));
    let row = get(office.app(), siti).expect("there").row;
    let new = replace(office.app(), siti, "gelar kurang").expect("replaced").value;
    let new = get(office.app(), new).expect("there").row;
    for text in [&row.code, &row.short_code] {
        let said = verify(office.app(), text).expect("an answer");
        assert_eq!((said.valid, said.status), (false, Some(CertificateStatus::Replaced)));
        assert!(said.reason.contains(&new.number) && said.reason.contains("gelar kurang"), "{}", said.reason);
    }
    assert!(verify(office.app(), &new.code).expect("an answer").valid);
    revoke(office.app(), budi, "salah orang").expect("revoked");
    let said = verify(office.app(), &get(office.app(), budi).expect("there").row.code).expect("an answer");
    assert_eq!((said.valid, said.status), (false, Some(CertificateStatus::Revoked)));
    assert!(said.reason.contains("salah orang") && said.reason.contains("4 Mei 2026"), "{}", said.reason);
}

#[test]
fn a_signed_text_that_is_not_in_the_register_says_so() {
    let mut office = Office::new();
    let code = get(office.app(), office.issue_one(SITI)).expect("there").row.code;
    office.undo();
    let said = verify(office.app(), &code).expect("an answer");
    assert!(!said.valid && said.certificate.is_none() && said.reason.contains("tidak tercatat"), "{said:?}");
    office.issue_one(BUDI);
    let said = verify(office.app(), &code).expect("an answer");
    assert!(!said.valid && said.reason.contains("sertifikat lain"), "{said:?}");
}

#[test]
fn another_office_does_not_vouch_for_it() {
    let (office, other) = (Office::new(), Office::with_seed(8));
    let code = get(office.app(), office.issue_one(SITI)).expect("there").row.code;
    let said = verify(other.app(), &code).expect("an answer");
    assert!(!said.valid && said.reason.contains("bukan milik kantor ini"), "{said:?}");
}
