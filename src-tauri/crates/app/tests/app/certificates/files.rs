//! Certificates as files, and the register as a document.

use super::office::{BUDI, OTHER_BUDI, Office, SITI};
use app::certificates::{CertificateQuery, RegisterFormat, export, list, pdf, register_bytes, save_register};
use documents::pdf::codes_in_pdf;
use domain::ids::CertificateId;
use domain::office::rules::{Paper, Rule, shipped};
use domain::sheet::Cell;
use std::path::Path;

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

fn code(office: &Office, id: CertificateId) -> String {
    app::certificates::get(office.app(), id).expect("there").row.code
}

#[test]
fn t03_a_reprint_is_the_first_print_whatever_has_changed() {
    let mut office = Office::new();
    let id = office.issue_one(SITI);
    let first = pdf(office.app(), id).expect("drawn");
    office.change_person(SITI, |person| person.name = "Nama Baru".to_owned());
    office.change_class(|class| {
        class.signatory.name = "Kepala Baru".to_owned();
        class.subjects.truncate(1);
    });
    office.write(|tx| {
        let mut profile = store::office::profile(tx)?.expect("a profile");
        profile.office = "KANTOR BARU".to_owned();
        let bytes = documents::certificate::SAMPLE_LOGO.to_vec();
        let asset = store::office::Asset { name: "logo.png".to_owned(), media_type: "image/png".to_owned(), bytes };
        profile.logo = Some(store::office::keep_asset(tx, &asset)?);
        store::office::save_profile(tx, &profile)?;
        for shipped in shipped()? {
            if let Rule::CertificateLook(mut look) = shipped.rule {
                look.paper = Paper::F4;
                store::office::save_rule(tx, &Rule::CertificateLook(look), None, "uji")?;
            }
        }
        Ok(())
    });
    assert_eq!(pdf(office.app(), id).expect("drawn"), first);
    let other = office.issue_one(BUDI);
    assert_ne!(pdf(office.app(), other).expect("drawn").len(), first.len(), "the next one has the new look");
}

#[test]
fn t09_namesakes_keep_two_files_and_a_second_export_keeps_to_them() {
    let office = Office::new();
    let ids = [BUDI, OTHER_BUDI].map(|place| office.issue_one(place));
    let folder = tempfile::tempdir().expect("a folder");
    let mut seen = Vec::new();
    let mut progress = |step: app::certificates::Progress| seen.push((step.done, step.total));
    let report = export(office.app(), &ids, folder.path(), false, &mut progress).expect("written");
    assert_eq!((report.files.len(), report.cancelled), (2, false));
    let expected = [
        "800.2-001-BKPSDM-V-2026_198701012016031001_Budi Santoso.pdf",
        "800.2-002-BKPSDM-V-2026_199002022017041002_Budi Santoso.pdf",
    ];
    assert_eq!(names(folder.path()), expected);
    assert_eq!(seen, [(1, 2), (2, 2)]);
    let twice = [ids[0], ids[0], ids[1]];
    export(office.app(), &twice, folder.path(), false, &mut |_| ()).expect("written again");
    assert_eq!(names(folder.path()), expected);
    for (file, id) in report.files.iter().zip(ids) {
        let bytes = std::fs::read(file).expect("a file");
        assert_eq!(bytes, pdf(office.app(), id).expect("drawn"));
    }
    std::fs::write(folder.path().join(expected[0]), "milik orang lain").expect("written");
    export(office.app(), &ids, folder.path(), false, &mut |_| ()).expect("written beside it");
    assert_eq!(names(folder.path()).len(), 3, "a strange file is never written over");
}

#[test]
fn t06_cancelled_half_way_leaves_only_whole_files() {
    let office = Office::new();
    let ids = office.issue().issued;
    let folder = tempfile::tempdir().expect("a folder");
    let mut stop = |step: app::certificates::Progress| {
        if step.done == 2 {
            office.app().cancel();
        }
    };
    let report = export(office.app(), &ids, folder.path(), false, &mut stop).expect("an answer");
    assert!(report.cancelled);
    assert_eq!((report.files.len(), names(folder.path()).len()), (2, 2));
    for (file, id) in report.files.iter().zip(&ids) {
        assert_eq!(codes_in_pdf(&std::fs::read(file).expect("a file")).expect("whole"), [code(&office, *id)]);
    }
    let merged = tempfile::tempdir().expect("a folder");
    let report = export(office.app(), &ids, merged.path(), true, &mut stop).expect("an answer");
    assert!(report.cancelled && report.files.is_empty() && names(merged.path()).is_empty());
    let report = export(office.app(), &ids, merged.path(), true, &mut |_| ()).expect("written");
    assert!(!report.cancelled, "an earlier stop does not stop the next");
    assert_eq!(names(merged.path()), ["Sertifikat Pelayanan Publik Digital Angkatan III.pdf"]);
    let codes = codes_in_pdf(&std::fs::read(&report.files[0]).expect("a file")).expect("whole");
    assert_eq!(codes, ids.iter().map(|id| code(&office, *id)).collect::<Vec<_>>());
    export(office.app(), &ids, merged.path(), true, &mut |_| ()).expect("written again");
    assert_eq!(names(merged.path()).len(), 1, "the same certificates are the same file");
    export(office.app(), &ids[..2], merged.path(), true, &mut |_| ()).expect("written beside it");
    assert_eq!(names(merged.path()).len(), 2, "others are another file");
    assert!(export(office.app(), &[], merged.path(), true, &mut |_| ()).is_err());
}

#[test]
fn the_register_is_a_list_a_pdf_and_a_workbook() {
    let office = Office::new();
    let ids = office.issue().issued;
    app::certificates::revoke(office.app(), ids[0], "salah orang").expect("revoked");
    let query = CertificateQuery { limit: 2, ..CertificateQuery::default() };
    let page = list(office.app(), &query).expect("a page");
    assert_eq!((page.rows.len(), page.total), (2, 4));
    assert!(register_bytes(office.app(), &query, RegisterFormat::Pdf).expect("drawn").starts_with(b"%PDF-"));
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("register.xlsx");
    save_register(office.app(), &query, RegisterFormat::Xlsx, &path).expect("written");
    let book = documents::sheets::read_workbook(&path).expect("readable");
    let texts: Vec<&Cell> = book.sheets[0].rows.iter().flatten().collect();
    assert!(texts.contains(&&Cell::Text("198609262015052001".to_owned())), "the NIP is a text");
    assert!(texts.contains(&&Cell::Text("salah orang".to_owned())));
    assert_eq!(texts.iter().filter(|cell| matches!(cell, Cell::Text(text) if text.contains("BKPSDM/V"))).count(), 4);
}
