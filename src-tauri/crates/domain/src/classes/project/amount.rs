//! Amounts of an indicator, in hundredths of its unit: what is typed is what is kept.

use serde::{Deserialize, Serialize};
use specta::Type;

/// An amount with two decimals, kept as hundredths (`1250` is 12,5), of any sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(transparent)]
pub struct Amount(i64);

impl Amount {
    /// The largest amount of either sign, in hundredths: so large that no product of the percentage overflows.
    pub const MOST: i64 = 99_999_999_999_999;

    /// An amount from hundredths.
    ///
    /// # Errors
    /// The end of a sentence that begins with the name of the field, when it is beyond [`Amount::MOST`].
    pub fn from_hundredths(hundredths: i64) -> Result<Self, String> {
        if (-Self::MOST..=Self::MOST).contains(&hundredths) {
            Ok(Self(hundredths))
        } else {
            Err("terlalu besar: paling banyak dua belas angka di depan koma.".to_owned())
        }
    }

    /// Hundredths of the unit.
    #[must_use]
    pub fn hundredths(self) -> i64 {
        self.0
    }

    /// Reads a typed amount. A comma is the decimal sign and points part thousands (`1.250,5`); a single point before
    /// one or two digits is read as the decimal sign (`12.5`).
    ///
    /// # Errors
    /// The end of a sentence that begins with the name of the field: not a number, too many decimals, too large.
    pub fn parse(text: &str) -> Result<Self, String> {
        let text = text.trim();
        let wrong = || format!("\"{text}\" bukan angka. Tulis misalnya 12,5 atau 1.250.");
        let (negative, digits) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
        let (whole, fraction) = parts(digits).ok_or_else(wrong)?;
        let trimmed = fraction.trim_end_matches('0');
        if trimmed.len() > 2 {
            return Err(format!("{text} lebih dari dua angka di belakang koma."));
        }
        let large = || Self::from_hundredths(i64::MAX).err().unwrap_or_default();
        let whole: i64 = whole.parse().map_err(|_| large())?;
        let fraction: i64 = format!("{trimmed:0<2}").parse().map_err(|_| wrong())?;
        let hundredths = whole.checked_mul(100).and_then(|value| value.checked_add(fraction)).ok_or_else(large)?;
        Self::from_hundredths(if negative { -hundredths } else { hundredths })
    }

    /// As an office writes it: points between thousands, decimals only where there are any (`1.250,50`).
    #[must_use]
    pub fn local(self) -> String {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, rest) = (self.0.unsigned_abs() / 100, self.0.unsigned_abs() % 100);
        let whole = crate::indonesian::thousands(usize::try_from(whole).unwrap_or(usize::MAX));
        if rest == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole},{rest:02}") }
    }
}

/// Whole and decimal digits of a typed number, thousands put together.
fn parts(text: &str) -> Option<(String, &str)> {
    let all = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, fraction) = match (text.split_once(','), text.rsplit_once('.')) {
        (Some((whole, fraction)), _) => (whole, fraction),
        // One point before one or two digits: somebody who types the decimal sign of the keypad.
        (None, Some((whole, fraction))) if fraction.len() < 3 && !whole.contains('.') => (whole, fraction),
        (None, _) => return grouped(text).map(|whole| (whole, "")),
    };
    all(fraction).then_some(())?;
    Some((grouped(whole)?, fraction))
}

/// Digits, with points in the places of thousands or without any.
fn grouped(text: &str) -> Option<String> {
    let groups: Vec<&str> = text.split('.').collect();
    let digits = groups.iter().all(|group| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit()));
    let thousands = groups.len() == 1
        || (groups.iter().skip(1).all(|group| group.len() == 3)
            && groups.first().is_some_and(|first| first.len() <= 3));
    (digits && thousands).then(|| groups.concat())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn typed_amounts_are_read_as_an_office_writes_them() {
        for (typed, hundredths) in [
            ("12,5", 1250),
            (" 12.5 ", 1250),
            ("12.50", 1250),
            ("1.250", 125_000),
            ("1.250,75", 125_075),
            ("-3", -300),
            ("0", 0),
            ("70,010", 7001),
            ("999.999.999.999,99", Amount::MOST),
        ] {
            assert_eq!(Amount::parse(typed).map(Amount::hundredths), Ok(hundredths), "{typed}");
        }
        for wrong in
            ["", "-", "dua", "12,555", "12,", ",5", "1.25.0", "1e3", "1.2500", "1000.000", "1.000.000.000.000", "5%"]
        {
            assert!(Amount::parse(wrong).is_err(), "{wrong:?} is no amount");
        }
        assert_eq!(Amount::parse("12,345"), Err("12,345 lebih dari dua angka di belakang koma.".to_owned()));
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(hundredths in -Amount::MOST..=Amount::MOST) {
            let amount = Amount::from_hundredths(hundredths).expect("in range");
            prop_assert_eq!(Amount::parse(&amount.local()), Ok(amount));
        }
    }
}
