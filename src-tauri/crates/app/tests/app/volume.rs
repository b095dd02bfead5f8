//! `cargo test -p app --release --test app -- --ignored --nocapture t27`

use crate::classes_support::{Office, day};
use app::classes::{self, ClassQuery};
use app::people::{self, PeopleQuery, import};
use domain::certificates::content::Role;
use std::fmt::Write as _;
use std::time::Instant;

/// T27: 5,000 people and 2,520 sessions in 63 classes. The figure is for reading; that no list scans a table of marks
/// is held by `t27_what_a_class_holds_is_reached_through_indexes` in the store.
#[test]
#[ignore = "measures; only of use in a release build"]
#[allow(clippy::print_stderr, reason = "a measurement is read by a person")]
fn t27_lists_open_at_full_size() {
    let office = Office::new();
    let mut text = "NIP;Nama;Unit Kerja\n".to_owned();
    for serial in 0..5_000_u32 {
        let (year, month, serial) = (1970 + serial % 25, 1 + serial / 25 % 12, 1 + serial / 300);
        writeln!(
            text,
            "{year}{month:02}01200501{serial:04};Pegawai {year} {month};UNIT {month}",
            serial = 1000 + serial
        )
        .unwrap();
    }
    let path = office.folder.path().join("orang.csv");
    std::fs::write(&path, text).unwrap();
    let token = import::open(&office, &path).unwrap().token;
    let settings = import::ImportSettings::default();
    import::check(&office, token, &settings).unwrap();
    assert_eq!(import::commit(&office, token, false, &settings).unwrap().value.new, 5_000);
    let everyone = PeopleQuery { limit: 500, ..PeopleQuery::default() };
    let programme = office.programme();
    let mut first = None;
    for number in 0..63_u32 {
        let mut class = classes::draft(&office, programme).unwrap();
        (class.name, class.place) = (format!("Angkatan {number}"), "Aula".to_owned());
        (class.starts, class.ends) = (day(2026, 1, 1), day(2026, 2, 9));
        let class = classes::save(&office, class).unwrap().value;
        let people = PeopleQuery { offset: number * 75, limit: 40, ..PeopleQuery::default() };
        let people = people::list(&office, people).unwrap().rows.into_iter().map(|row| row.id).collect();
        classes::enrol(&office, class, people, Role::Peserta).unwrap();
        let sessions = classes::propose_sessions(&office, class, 8, true).unwrap();
        classes::save_sessions(&office, class, sessions).unwrap();
        office.fill(class, "H", "80");
        first.get_or_insert(class);
    }
    let class = first.unwrap();
    let grid = classes::attendance(&office, class).unwrap();
    assert_eq!((grid.sessions.len(), grid.rows.len()), (40, 40));
    let time = |what: &str, work: &dyn Fn()| {
        let start = Instant::now();
        work();
        eprintln!("{what}: {:?} (aim 300 ms)", start.elapsed());
    };
    time("attendance of a class", &|| drop(classes::attendance(&office, class).unwrap()));
    time("scores of a class", &|| drop(app::evaluation::scores(&office, class).unwrap()));
    let all = || classes::list(&office, ClassQuery { limit: 500, ..ClassQuery::default() }).unwrap();
    time("list of classes", &|| assert_eq!(all().rows.len(), 63));
    time("500 of 5,000 people", &|| assert_eq!(people::list(&office, everyone.clone()).unwrap().total, 5_000));
}
