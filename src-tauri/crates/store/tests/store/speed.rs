//! `cargo test -p store --release -- --ignored --nocapture speed`

use crate::support::*;
use domain::ids::{HistoryId, PersonId};
use domain::safety::Op;
use std::time::{Duration, Instant};
use store::testing::execute_each;
use store::{BackupReason, Store};

const PEOPLE: usize = 15_000;

#[test]
#[ignore = "measures; only of use in a release build"]
#[allow(clippy::print_stderr, reason = "a measurement is read by a person")]
fn speed_of_an_import_and_of_taking_it_back() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(options(folder.path(), CREATE)).unwrap();
    let start = Instant::now();
    store.write(&actor(), Op::new("people.import", "Impor 15.000 ASN"), |tx| {
        execute_each(tx, "INSERT INTO person VALUES (?1,'pns','Siti Nurhaliza Rahmawati','Dr.','S.Sos., M.AP.','p',
            'Sumenep','1980-05-17','3529015705800001','081234567890','siti.nurhaliza@kab.go.id',
            'Jalan Dr. Cipto 33, Kolor, Kota Sumenep','',1,NULL)", PEOPLE, |number| vec![person(number)])?;
        for sql in [
            "INSERT INTO person_nip VALUES (?1, ?2, '2006-01-01', printf('19800517200604%04d', ?3 % 10000) || '')",
            "INSERT INTO person_rank VALUES (?1, ?2, '2024-04-01', 'III/d')",
            "INSERT INTO person_post VALUES (?1, ?2, '2024-04-01', 'Analis Sumber Daya Manusia Aparatur Ahli Muda', 'jf', '', NULL)",
            "INSERT INTO person_education VALUES (?1, ?2, 'S-2', 'Administrasi Publik', 'Universitas Wiraraja', 2012)",
        ] {
            // NIP of 18 digits, all different.
            let sql = sql.replace("printf('19800517200604%04d', ?3 % 10000) || ''", "substr('000000000000000000' || ?3, -18)");
            execute_each(tx, &sql, PEOPLE, |number| {
                let mut values = vec![tx.id::<HistoryId>().to_string(), person(number)];
                if sql.contains("?3") {
                    values.push(number.to_string());
                }
                values
            })?;
        }
        Ok(())
    }).unwrap();
    let import = start.elapsed();
    let start = Instant::now();
    let backup = store.backup(BackupReason::Manual, None).unwrap();
    let backed_up = start.elapsed();
    let start = Instant::now();
    let undone = store.undo(&actor(), None).unwrap();
    let undo = start.elapsed();
    let start = Instant::now();
    assert_eq!(store.check().unwrap(), vec![]);
    let check = start.elapsed();
    let rate = |time: Duration| undone.value.rows as f64 / time.as_secs_f64();
    eprintln!(
        "{} rows: import {import:?} ({:.0} rows/s), undo {undo:?} ({:.0} rows/s), backup of {} MB {backed_up:?}, check {check:?}",
        undone.value.rows,
        rate(import),
        rate(undo),
        backup.bytes / 1_000_000
    );
}

fn person(number: usize) -> String {
    PersonId::from(uuid::Uuid::from_u128(number as u128)).to_string()
}
