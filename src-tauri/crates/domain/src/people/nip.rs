//! NIP of PNS and NI PPPK: 18 digits that carry birth date, start of service, sex and a serial. There is no check digit:
//! a typing error in the serial cannot be found.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use specta::Type;

/// Sex as the number and the exports carry it: L (pria) or P (wanita).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Sex {
    /// Laki-laki.
    L,
    /// Perempuan.
    P,
}

impl Sex {
    /// Reads `L`/`P`, SIASN's `M`/`F`, `1`/`2`, and the words.
    ///
    /// # Errors
    /// The sentence to show.
    pub fn parse(text: &str) -> Result<Self, String> {
        match text.trim().to_uppercase().as_str() {
            "L" | "M" | "1" | "PRIA" | "LAKI-LAKI" | "LAKI LAKI" | "LAKI" => Ok(Self::L),
            "P" | "F" | "2" | "WANITA" | "PEREMPUAN" => Ok(Self::P),
            _ => Err(format!("\"{}\" bukan jenis kelamin. Tulis L atau P.", text.trim())),
        }
    }

    /// The letter of the exports.
    #[must_use]
    pub fn letter(self) -> &'static str {
        match self {
            Self::L => "L",
            Self::P => "P",
        }
    }
}

/// What the digits say about the kind of appointment. The status column of a list, where there is one, counts more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum NipKind {
    /// PNS or CPNS: digits 13 and 14 are the month of the TMT CPNS.
    Pns,
    /// PPPK: digits 13 and 14 are 21 to 99.
    Pppk,
}

/// A checked NIP or NI PPPK.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(transparent)]
pub struct Nip(String);

/// Why a text is no NIP, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NipProblem {
    /// The rule that is broken.
    pub rule: String,
    /// What to do about it.
    pub remedy: String,
}

impl NipProblem {
    fn new(rule: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { rule: rule.into(), remedy: remedy.into() }
    }

    /// The remedy for every spreadsheet cell in which a program has stored the digits as a number.
    #[must_use]
    pub fn numeric_cell() -> Self {
        Self::new(
            "NIP tersimpan sebagai angka: Excel hanya menyimpan 15 digit, sisanya hilang.",
            "Ubah format kolom NIP menjadi Teks, lalu isi ulang NIP dari sumber aslinya.",
        )
    }

    /// Rule and remedy as one text for a form.
    #[must_use]
    pub fn sentence(&self) -> String {
        format!("{} {}", self.rule, self.remedy)
    }
}

impl Nip {
    /// Reads a NIP as people write it: spaces, dots, dashes, a leading apostrophe and the word NIP do not count.
    ///
    /// # Errors
    /// What is wrong and what to do; `today` bounds the birth year (this year less 17).
    pub fn parse(text: &str, today: NaiveDate) -> Result<Self, NipProblem> {
        let digits = normalise(text);
        if digits.len() != 18 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(wrong_shape(text, &digits));
        }
        let source = "Periksa pada SK pengangkatan atau kartu pegawai, lalu perbaiki.";
        let part = |range: std::ops::Range<usize>| digits[range].parse::<u32>().unwrap_or(0);
        let year = part(0..4);
        let birth = i32::try_from(year).ok().and_then(|year| NaiveDate::from_ymd_opt(year, part(4..6), part(6..8)));
        let Some(birth) = birth else {
            return Err(NipProblem::new(
                format!("Delapan digit pertama ({}) bukan tanggal lahir.", &digits[..8]),
                source,
            ));
        };
        if birth.year() < 1940 || birth.year() > today.year() - 17 {
            let rule = format!("Tahun lahir {} di luar 1940 sampai {}.", birth.year(), today.year() - 17);
            return Err(NipProblem::new(rule, source));
        }
        if !matches!(part(12..14), 1..=12 | 21..=99) {
            let rule = format!(
                "Digit ke-13 dan 14 ({}) bukan bulan TMT (01-12) dan bukan kode PPPK (21-99).",
                &digits[12..14]
            );
            return Err(NipProblem::new(rule, source));
        }
        if !matches!(&digits[14..15], "1" | "2") {
            let rule = format!("Digit ke-15 ({}) bukan 1 (pria) atau 2 (wanita).", &digits[14..15]);
            return Err(NipProblem::new(rule, source));
        }
        if &digits[15..] == "000" {
            return Err(NipProblem::new(
                "NIP berakhiran 000: nomor urut dimulai dari 001; biasanya digitnya hilang di sel angka Excel.",
                "Ubah format kolom NIP menjadi Teks, lalu isi ulang NIP dari sumber aslinya.",
            ));
        }
        Ok(Self(digits))
    }

    /// The 18 digits.
    #[must_use]
    pub fn digits(&self) -> &str {
        &self.0
    }

    /// Birth date, digits 1 to 8.
    #[must_use]
    pub fn birth_date(&self) -> NaiveDate {
        let part = |range: std::ops::Range<usize>| self.0[range].parse::<u32>().unwrap_or(1);
        i32::try_from(part(0..4))
            .ok()
            .and_then(|year| NaiveDate::from_ymd_opt(year, part(4..6), part(6..8)))
            .unwrap_or(NaiveDate::MIN)
    }

    /// Sex, digit 15.
    #[must_use]
    pub fn sex(&self) -> Sex {
        if &self.0[14..15] == "1" { Sex::L } else { Sex::P }
    }

    /// Kind of appointment as digits 13 and 14 tell it.
    #[must_use]
    pub fn kind(&self) -> NipKind {
        if self.0[12..14] <= *"12" { NipKind::Pns } else { NipKind::Pppk }
    }

    /// Start of service: the first day of the TMT month of a PNS, 1 January of the year of a PPPK.
    #[must_use]
    pub fn service_start(&self) -> Option<NaiveDate> {
        let month = match self.kind() {
            NipKind::Pns => self.0[12..14].parse().ok()?,
            NipKind::Pppk => 1,
        };
        NaiveDate::from_ymd_opt(self.0[8..12].parse().ok()?, month, 1)
    }

    /// What deserves a look but is no error: an unlikely age at the start, a start far ahead.
    #[must_use]
    pub fn warnings(&self, today: NaiveDate) -> Vec<String> {
        let mut warnings = Vec::new();
        let Some(start) = self.service_start() else {
            return vec![format!("Tahun TMT pada NIP ({}) tidak wajar.", &self.0[8..12])];
        };
        let age = start.years_since(self.birth_date());
        if !age.is_some_and(|age| (18..=60).contains(&age)) {
            let age = start.year() - self.birth_date().year();
            warnings.push(format!("Umur pada TMT menurut NIP {age} tahun."));
        }
        if start.year() > today.year() + 1 {
            warnings.push(format!("TMT menurut NIP {} lebih dari setahun ke depan.", start.year()));
        }
        warnings
    }
}

/// The digits of a NIP as printed: 8-6-1-3 with single no-break spaces; any other text as it is.
#[must_use]
pub fn printed(digits: &str) -> String {
    if digits.len() == 18 && digits.is_ascii() {
        format!("{}\u{a0}{}\u{a0}{}\u{a0}{}", &digits[..8], &digits[8..14], &digits[14..15], &digits[15..])
    } else {
        digits.to_owned()
    }
}

/// A NIP of which only the birth year and the last three digits can be read, for texts that others may see.
#[must_use]
pub fn masked(digits: &str) -> String {
    if digits.len() == 18 && digits.is_ascii() {
        format!("{}{}{}", &digits[..4], "*".repeat(11), &digits[15..])
    } else {
        String::new()
    }
}

/// Drops what does not count: spaces, dots, dashes, a leading apostrophe, the word NIP.
#[must_use]
pub fn normalise(text: &str) -> String {
    let kept: String = text
        .chars()
        .filter(|letter| {
            !letter.is_whitespace()
                && !matches!(letter, '.' | '-' | '\u{2010}'..='\u{2015}' | '\u{200b}' | '\u{feff}' | '\u{2060}')
        })
        .collect();
    let kept = kept.trim_start_matches(['\'', '\u{2019}', '`']);
    let upper = kept.to_ascii_uppercase();
    let rest = ["NIP/NIPPPK", "NIPPPK", "NIP", "NI"].iter().find_map(|word| upper.strip_prefix(word)).unwrap_or(&upper);
    rest.trim_start_matches([':', '\'']).to_owned()
}

fn wrong_shape(text: &str, digits: &str) -> NipProblem {
    let upper = text.trim().to_ascii_uppercase().replace(',', ".");
    if upper.contains("E+") && upper.starts_with(|letter: char| letter.is_ascii_digit()) {
        return NipProblem::numeric_cell();
    }
    let check = "Periksa pada SK pengangkatan atau kartu pegawai, lalu isi 18 digit NIP.";
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return NipProblem::new("NIP hanya boleh berisi angka.", check);
    }
    let looks_like = match digits.len() {
        0 => return NipProblem::new("NIP kosong.", check),
        9 => " Ini tampaknya NIP lama.",
        16 => " Ini tampaknya NIK.",
        8 if matches!(digits[2..4].parse(), Ok(1..=12)) => " Ini tampaknya NRP Polri.",
        5..=7 => " Ini tampaknya NRP TNI.",
        _ => "",
    };
    NipProblem::new(format!("NIP harus 18 digit; ini {} digit.{looks_like}", digits.len()), check)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a real day")
    }

    fn parse(text: &str) -> Result<Nip, NipProblem> {
        Nip::parse(text, day(2026, 3, 1))
    }

    #[test]
    fn published_examples_are_read() {
        let pns = parse("198609262015051999").expect("PNS");
        assert_eq!((pns.kind(), pns.birth_date(), pns.sex()), (NipKind::Pns, day(1986, 9, 26), Sex::L));
        assert_eq!(pns.service_start(), Some(day(2015, 5, 1)));
        let woman = parse("199205082023082999").expect("PNS");
        assert_eq!((woman.kind(), woman.birth_date(), woman.sex()), (NipKind::Pns, day(1992, 5, 8), Sex::P));
        let pppk = parse("200012312024211001").expect("PPPK");
        assert_eq!((pppk.kind(), pppk.birth_date(), pppk.sex()), (NipKind::Pppk, day(2000, 12, 31), Sex::L));
        let part_time = parse("199009132025242999").expect("PPPK paruh waktu");
        assert_eq!((part_time.kind(), part_time.sex()), (NipKind::Pppk, Sex::P));
    }

    #[test]
    fn broken_examples_say_what_is_wrong() {
        let rule = |text| parse(text).expect_err(text).rule;
        assert!(rule("200013312024211001").contains("tanggal lahir"));
        assert!(rule("200012312024213001").contains("Digit ke-15"));
        assert!(rule("20001231202421100").contains("17 digit"));
        assert!(rule("198609262015052000").contains("000"));
        assert!(rule("198609262015131001").contains("Digit ke-13"));
        assert!(rule("193909262015051001").contains("1940"));
        assert!(rule("201009262028051001").contains("Tahun lahir"));
        assert!(rule("131234567").contains("NIP lama"));
        assert!(rule("3201012901950001").contains("NIK"));
        assert!(rule("78051234").contains("Polri"));
        assert!(rule("512345").contains("TNI"));
        assert!(rule("19860926201505199A").contains("angka"));
        assert_eq!(parse("1.98609E+17").expect_err("lost"), NipProblem::numeric_cell());
        assert_eq!(parse("1,98609E+17").expect_err("lost"), NipProblem::numeric_cell());
    }

    #[test]
    fn writing_habits_do_not_matter() {
        for text in [
            "19860926 201505 1 999",
            "'198609262015051999",
            "NIP. 19860926.201505.1.999",
            "NIP: 19860926-201505-1-999",
            "19860926\u{a0}201505\u{a0}1\u{a0}999",
            "Nip 198609262015051999 ",
        ] {
            assert_eq!(parse(text).map(|nip| nip.digits().to_owned()), Ok("198609262015051999".to_owned()), "{text:?}");
        }
        assert_eq!(printed("198609262015051999"), "19860926\u{a0}201505\u{a0}1\u{a0}999");
        assert_eq!(masked("198609262015051999"), "1986***********999");
    }

    proptest! {
        #[test]
        fn any_text_is_judged_without_panic(text in "\\PC{0,40}") {
            let _ = parse(&text);
        }

        #[test]
        fn what_is_printed_is_read_back(year in 1950..2000_i32, month in 1..=12_u32, d in 1..=28_u32, start in 1..=12_u32, sex in 1..=2_u8, serial in 1..=999_u32) {
            let digits = format!("{year}{month:02}{d:02}{}{start:02}{sex}{serial:03}", year + 25);
            let nip = parse(&digits).expect("built to be valid");
            prop_assert_eq!(nip.birth_date(), day(year, month, d));
            prop_assert_eq!(parse(&printed(nip.digits())), Ok(nip));
        }
    }
}
