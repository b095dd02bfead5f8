//! Scores in hundredths of a point. No floats: what is typed is what is kept.

use serde::{Deserialize, Serialize};
use specta::Type;

/// A score from 0.00 to 100.00, kept as hundredths (`8250` is 82.50).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, Type)]
#[serde(try_from = "i32", into = "i32")]
#[specta(type = i32)]
pub struct Score(i32);

impl Score {
    /// 0.00.
    pub const ZERO: Self = Self(0);
    /// 100.00.
    pub const MAX: Self = Self(10_000);

    /// A score from hundredths of a point.
    ///
    /// # Errors
    /// The sentence to show, when it lies outside 0..=10000.
    pub fn from_hundredths(hundredths: i32) -> Result<Self, String> {
        if (0..=10_000).contains(&hundredths) {
            Ok(Self(hundredths))
        } else {
            Err(format!("Nilai {} di luar 0 sampai 100.", format_hundredths(hundredths.into())))
        }
    }

    /// Hundredths of a point.
    #[must_use]
    pub fn hundredths(self) -> i32 {
        self.0
    }

    /// Reads a typed score: digits with at most two decimals after a comma or a point.
    ///
    /// # Errors
    /// The sentence to show: not a number, too many decimals, outside 0 to 100.
    pub fn parse(text: &str) -> Result<Self, String> {
        let text = text.trim();
        let wrong = || format!("\"{text}\" bukan nilai. Tulis angka 0 sampai 100, misalnya 82,5.");
        let (whole, fraction) = match text.split_once([',', '.']) {
            Some((_, "")) => return Err(wrong()),
            Some((whole, fraction)) => (whole, fraction),
            None => (text, ""),
        };
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !digits(whole) || !digits(fraction) {
            return Err(if whole.starts_with('-') && digits(&whole[1..]) && whole.len() > 1 {
                format!("Nilai {text} di luar 0 sampai 100.")
            } else {
                wrong()
            });
        }
        let trimmed = fraction.trim_end_matches('0');
        if trimmed.len() > 2 {
            return Err(format!("Nilai {text} lebih dari dua angka di belakang koma."));
        }
        let outside = || format!("Nilai {text} di luar 0 sampai 100.");
        let whole: i32 = whole.parse().map_err(|_| outside())?;
        let fraction: i32 = format!("{trimmed:0<2}").parse().map_err(|_| wrong())?;
        let hundredths = whole.checked_mul(100).and_then(|value| value.checked_add(fraction)).ok_or_else(outside)?;
        Self::from_hundredths(hundredths).map_err(|_| outside())
    }

    /// As an office writes it, always two decimals: `82,50`.
    #[must_use]
    pub fn local(self) -> String {
        format_hundredths(self.0.into()).replace('.', ",")
    }
}

impl std::fmt::Display for Score {
    /// With a point and two decimals, for programs: `82.50`.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&format_hundredths(self.0.into()))
    }
}

impl TryFrom<i32> for Score {
    type Error = String;

    fn try_from(hundredths: i32) -> Result<Self, String> {
        Self::from_hundredths(hundredths)
    }
}

impl From<Score> for i32 {
    fn from(score: Score) -> Self {
        score.0
    }
}

/// Hundredths with a point and two decimals.
pub(crate) fn format_hundredths(hundredths: i64) -> String {
    let sign = if hundredths < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", hundredths.abs() / 100, hundredths.abs() % 100)
}

/// The one rounding rule of BinaASN: a quotient to the nearest whole number, halves away from zero. The dividend may be
/// wider than 64 bits, such as rupiah times ten thousand; its absolute value stays below 2^126.
///
/// # Panics
/// When `divisor` is not above zero, which no caller lets happen.
#[must_use]
pub fn divide_half_away(dividend: impl Into<i128>, divisor: i64) -> i64 {
    assert!(divisor > 0, "a divisor is a count or a sum of weights, above zero");
    // Wider than the numbers, so that doubling never leaves the range.
    let (dividend, divisor): (i128, i128) = (dividend.into(), divisor.into());
    let rounded = dividend.signum() * ((dividend.abs() * 2 + divisor) / (divisor * 2));
    i64::try_from(rounded).unwrap_or(if rounded < 0 { i64::MIN } else { i64::MAX })
}

/// [`divide_half_away`] of a sum and a count; none without a divisor, and for what does not fit.
#[must_use]
pub fn quotient(dividend: impl TryInto<i64>, divisor: impl TryInto<i64>) -> Option<i32> {
    let (dividend, divisor): (i64, i64) = (dividend.try_into().ok()?, divisor.try_into().ok()?);
    (divisor > 0).then(|| divide_half_away(dividend, divisor)).and_then(|rounded| i32::try_from(rounded).ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn typed_scores_are_read_with_comma_or_point() {
        assert_eq!(Score::parse("82,5").map(Score::hundredths), Ok(8250));
        assert_eq!(Score::parse(" 82.50 ").map(Score::hundredths), Ok(8250));
        assert_eq!(Score::parse("100").map(Score::hundredths), Ok(10_000));
        assert_eq!(Score::parse("70,010").map(Score::hundredths), Ok(7001));
        for wrong in ["", "8o", "82,555", "100,01", "-1", "8,5,5", "1e2", "82,", ",5", "99999999999", "-"] {
            assert!(Score::parse(wrong).is_err(), "{wrong:?} is no score");
        }
    }

    #[test]
    fn halves_go_away_from_zero() {
        assert_eq!(divide_half_away(5, 2), 3);
        assert_eq!(divide_half_away(-5, 2), -3);
        assert_eq!(divide_half_away(4, 3), 1);
        assert_eq!(divide_half_away(0, 7), 0);
        assert_eq!((quotient(5_u64, 2_u32), quotient(-5, 2), quotient(5, 0)), (Some(3), Some(-3), None));
        assert_eq!((quotient(u64::MAX, 1), quotient(i64::MAX, 1)), (None, None), "does not fit");
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(hundredths in 0..=10_000) {
            let score = Score::from_hundredths(hundredths).expect("in range");
            prop_assert_eq!(Score::parse(&score.to_string()), Ok(score));
            prop_assert_eq!(Score::parse(&score.local()), Ok(score));
        }

        #[test]
        fn rounding_is_never_off_by_more_than_a_half(dividend in -1_000_000_i64..1_000_000, divisor in 1_i64..10_000) {
            let rounded = divide_half_away(dividend, divisor);
            prop_assert!((rounded * divisor - dividend).abs() * 2 <= divisor);
        }
    }
}
