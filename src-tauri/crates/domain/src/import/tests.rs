//! Tests of the rules on single values; whole files are tested in `documents`.

use chrono::NaiveDate;

use super::dates::{
    ColumnOrder, DateProblem, DateRules, DayMonthOrder, column_order, from_serial, parse_date_text,
    split_place_and_date,
};
use super::heading::{Confidence, Matcher, words};
use super::people_spec::PEOPLE;
use crate::sheet::Cell;

const RULES: DateRules = DateRules { order: DayMonthOrder::DayFirst, this_year: 2026, from_1904: false };

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day")
}

#[test]
fn t21_dates_are_read_in_every_usual_form() {
    let february = day(1998, 2, 16);
    for text in [
        "16-02-1998",
        "1998-02-16",
        "16/02/1998",
        "16.2.98",
        "16 Februari 1998",
        "16-Peb-98",
        "Senin, 16 Februari 1998",
        "February 16, 1998",
        "1998-02-16 00:00:00",
        "1998-02-16T00:00:00",
        "19980216",
        "35842",
        "'16-02-1998",
    ] {
        assert_eq!(parse_date_text(text, RULES), Ok(february), "{text}");
    }
    assert_eq!(parse_date_text("5-Mei-90", RULES), Ok(day(1990, 5, 5)));
    assert_eq!(parse_date_text("05-05-90", RULES), Ok(day(1990, 5, 5)));
    assert_eq!(parse_date_text("17 Agustus 1980", RULES), Ok(day(1980, 8, 17)));
    assert_eq!(parse_date_text("1-1-26", RULES), Ok(day(2026, 1, 1)));
    assert_eq!(parse_date_text("1-1-40", RULES), Ok(day(1940, 1, 1)));
}

#[test]
fn t21_what_is_no_date_says_why() {
    assert_eq!(parse_date_text("30-02-1998", RULES), Err(DateProblem::NoSuchDay));
    assert_eq!(parse_date_text("02/16/1998", RULES), Err(DateProblem::MonthAboveTwelve));
    assert_eq!(parse_date_text("Bandung", RULES), Err(DateProblem::NotADate));
    assert_eq!(parse_date_text(" ", RULES), Err(DateProblem::Empty));
    assert_eq!(parse_date_text("16-02", RULES), Err(DateProblem::NotADate));
    assert_eq!(parse_date_text("16 Rabu 1998", RULES), Err(DateProblem::NotADate));
    let american = DateRules { order: DayMonthOrder::MonthFirst, ..RULES };
    assert_eq!(parse_date_text("02/16/1998", american), Ok(day(1998, 2, 16)));
}

#[test]
fn t21_serials_count_from_the_right_day() {
    assert_eq!(from_serial(44640.0, false), Ok(day(2022, 3, 20)));
    assert_eq!(from_serial(44640.0 - 1462.0, true), Ok(day(2022, 3, 20)));
    assert_eq!(from_serial(1.0, false), Ok(day(1900, 1, 1)));
    assert_eq!(from_serial(61.0, false), Ok(day(1900, 3, 1)));
    assert!(
        from_serial(0.0, false).is_err()
            && from_serial(1.9e17, false).is_err()
            && from_serial(f64::NAN, false).is_err()
    );
}

#[test]
fn t21_a_column_says_its_order_once() {
    let order = |texts: &[&str]| {
        let cells: Vec<Cell> = texts.iter().map(|text| Cell::Text((*text).to_owned())).collect();
        column_order(&cells)
    };
    assert_eq!(order(&["16/02/1998", "01/02/1998"]), ColumnOrder::DayFirst);
    assert_eq!(order(&["02/16/1998", "01/02/1998"]), ColumnOrder::MonthFirst);
    assert_eq!(order(&["02/03/1998", "01/02/1998"]), ColumnOrder::Ambiguous);
    assert_eq!(order(&["02/16/1998", "16/02/1998"]), ColumnOrder::Mixed);
    assert_eq!(order(&["1998-02-03", "5 Mei 1990", "02/02/1998"]), ColumnOrder::DayFirst);
}

#[test]
fn place_and_date_are_split() {
    let split = |text| split_place_and_date(text);
    assert_eq!(split("Sukamaju, 12 Mei 1990"), ("Sukamaju".to_owned(), "12 Mei 1990".to_owned()));
    assert_eq!(split("Sukamaju / 12-05-1990"), ("Sukamaju".to_owned(), "12-05-1990".to_owned()));
    assert_eq!(split("Sukamaju"), ("Sukamaju".to_owned(), String::new()));
}

#[test]
fn headings_are_compared_by_their_words() {
    for heading in ["N I P", "nip.", "N.I.P", " NIP\n"] {
        assert_eq!(words(heading), ["NIP"], "{heading:?}");
    }
    let matcher = Matcher::new(&PEOPLE);
    let field = |levels: &[&str]| matcher.field(levels).map(|(field, confidence)| (field.id, confidence));
    assert_eq!(field(&["NIP/NI PPPK"]), Some(("nip", Confidence::Exact)));
    assert_eq!(field(&["NIP_LAMA"]), Some(("nip_lama", Confidence::Exact)));
    assert_eq!(field(&["Gol./ Ruang"]), Some(("rank", Confidence::Exact)));
    assert_eq!(field(&["L/P"]), Some(("sex", Confidence::Exact)));
    assert_eq!(field(&["Jabatan", "Nama"]), Some(("position", Confidence::Exact)));
    assert_eq!(field(&["Biodata", "Nama"]), Some(("name", Confidence::Likely)));
    assert_eq!(field(&["Pangkat terakhir saat ini"]), Some(("rank", Confidence::Likely)));
    for none in [
        "AGAMA ID",
        "UNOR ID",
        "KPKN NAMA",
        "LOKASI KERJA NAMA",
        "Nama Ayah",
        "PNS ID",
        "NIP Atasan",
        "Nomor SK Pangkat",
    ] {
        assert_eq!(field(&[none]), None, "{none}");
    }
    assert_eq!(field(&["Orang Tua", "Nama"]), None);
}
