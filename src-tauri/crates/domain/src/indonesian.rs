//! Dates, numbers and ranges as Indonesian documents write them, whatever the locale of the system.

use chrono::{Datelike, NaiveDate};

/// Month names, January first.
pub const MONTHS: [&str; 12] = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
];

const ROMAN_MONTHS: [&str; 12] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

/// `17 Agustus 2026`.
#[must_use]
pub fn date(day: NaiveDate) -> String {
    format!("{} {} {}", day.day(), MONTHS[day.month0() as usize], day.year())
}

/// `2 sampai dengan 6 Maret 2026`, as short as the two days allow.
#[must_use]
pub fn date_range(from: NaiveDate, to: NaiveDate) -> String {
    if from == to {
        date(from)
    } else if (from.year(), from.month()) == (to.year(), to.month()) {
        format!("{} sampai dengan {}", from.day(), date(to))
    } else if from.year() == to.year() {
        format!("{} {} sampai dengan {}", from.day(), MONTHS[from.month0() as usize], date(to))
    } else {
        format!("{} sampai dengan {}", date(from), date(to))
    }
}

/// `VIII` for August.
#[must_use]
pub fn roman_month(day: NaiveDate) -> &'static str {
    ROMAN_MONTHS[day.month0() as usize]
}

/// `1.204`.
#[must_use]
pub fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let mut written = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            written.push('.');
        }
        written.push(digit);
    }
    written
}

/// A number in words: `seratus dua puluh empat`. Up to 999,999,999.
#[must_use]
pub fn words(number: u32) -> String {
    const UNITS: [&str; 12] =
        ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas"];
    let join = |head: String, rest: u32| if rest == 0 { head } else { format!("{head} {}", words(rest)) };
    match number {
        0..=11 => UNITS[number as usize].to_owned(),
        12..=19 => format!("{} belas", UNITS[number as usize - 10]),
        20..=99 => join(format!("{} puluh", UNITS[number as usize / 10]), number % 10),
        100..=199 => join("seratus".to_owned(), number - 100),
        200..=999 => join(format!("{} ratus", words(number / 100)), number % 100),
        1_000..=1_999 => join("seribu".to_owned(), number - 1_000),
        2_000..=999_999 => join(format!("{} ribu", words(number / 1_000)), number % 1_000),
        _ => join(format!("{} juta", words(number / 1_000_000)), number % 1_000_000),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a real day")
    }

    #[test]
    fn t12_months_are_indonesian_whatever_the_locale() {
        assert_eq!(date(day(2026, 8, 17)), "17 Agustus 2026");
        assert_eq!(roman_month(day(2026, 12, 1)), "XII");
    }

    #[test]
    fn ranges_are_as_short_as_they_can_be() {
        assert_eq!(date_range(day(2026, 3, 2), day(2026, 3, 6)), "2 sampai dengan 6 Maret 2026");
        assert_eq!(date_range(day(2026, 2, 27), day(2026, 3, 6)), "27 Februari sampai dengan 6 Maret 2026");
        assert_eq!(date_range(day(2025, 12, 30), day(2026, 1, 3)), "30 Desember 2025 sampai dengan 3 Januari 2026");
        assert_eq!(date_range(day(2026, 3, 2), day(2026, 3, 2)), "2 Maret 2026");
    }

    #[test]
    fn numbers_are_put_into_words() {
        for (number, text) in [
            (0, "nol"),
            (11, "sebelas"),
            (15, "lima belas"),
            (32, "tiga puluh dua"),
            (40, "empat puluh"),
            (100, "seratus"),
            (124, "seratus dua puluh empat"),
            (1_000, "seribu"),
            (1_511, "seribu lima ratus sebelas"),
            (2_026, "dua ribu dua puluh enam"),
            (1_000_001, "satu juta satu"),
        ] {
            assert_eq!(words(number), text);
        }
        assert_eq!(thousands(1_204), "1.204");
        assert_eq!(thousands(15_000), "15.000");
        assert_eq!(thousands(999), "999");
    }
}
