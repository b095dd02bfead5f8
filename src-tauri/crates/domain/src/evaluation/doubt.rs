//! Scores that are allowed and yet look like a slip of the fingers. They are kept and marked, never dropped.

use crate::score::Score;

/// A score up to this, in hundredths, among others that are far higher is probably a tenth of what was meant.
const SLIP: i32 = 1_000;
/// The median, in hundredths, from which the others count as far higher.
const HIGH_MEDIAN: i64 = 4_000;
/// How far, in hundredths, a score may lie from the person's other ones.
const APART: i32 = 4_000;
/// How far, in hundredths, a test may fall from before the class to after it.
const FALLEN: i32 = 2_000;

/// Twice the median, so that it stays a whole number; none without values.
fn doubled_median(values: &[Score]) -> Option<i64> {
    let mut values: Vec<i64> = values.iter().map(|value| value.hundredths().into()).collect();
    values.sort_unstable();
    let middle = values.len() / 2;
    match values.len() {
        0 => None,
        odd if odd % 2 == 1 => Some(values[middle] * 2),
        _ => Some(values[middle - 1] + values[middle]),
    }
}

/// As somebody would type it: `85`, `8,5`.
fn typed(score: Score) -> String {
    let text = score.local();
    text.trim_end_matches('0').trim_end_matches(',').to_owned()
}

/// A score from 0 to 100 beside the other scores of its column.
#[must_use]
pub fn in_column(value: Score, column: &[Score]) -> Option<String> {
    if value == Score::ZERO {
        return Some("Nilai 0. Bila belum dinilai, kosongkan sel ini.".to_owned());
    }
    let others_are_high = doubled_median(column).is_some_and(|doubled| doubled >= HIGH_MEDIAN * 2);
    if value.hundredths() > SLIP || !others_are_high {
        return None;
    }
    let meant = Score::from_hundredths(value.hundredths() * 10).ok()?;
    Some(format!("{} sangat rendah dibanding yang lain. Apakah maksudnya {}?", value.local(), typed(meant)))
}

/// A score beside the person's scores of other components; at least two of them say something.
#[must_use]
pub fn beside_others(value: Score, others: &[Score]) -> Option<String> {
    if others.len() < 2 {
        return None;
    }
    let below = others.iter().all(|other| other.hundredths() - value.hundredths() > APART);
    let above = others.iter().all(|other| value.hundredths() - other.hundredths() > APART);
    let word = match (below, above) {
        (true, _) => "di bawah",
        (_, true) => "di atas",
        (false, false) => return None,
    };
    Some(format!("{} jauh {word} semua nilai lain orang ini. Periksa lagi.", value.local()))
}

/// A repeated score beside the own one of the component.
#[must_use]
pub fn of_remedial(value: Score, own: Option<Score>, may_repeat: bool) -> Option<String> {
    if !may_repeat {
        return Some("Tidak dihitung: nilai akhir tanpa remedial tidak berada di rentang remedial.".to_owned());
    }
    let own = own.filter(|own| value < *own)?;
    Some(format!("Remedial {} lebih rendah dari nilai semula {}, yang tetap dihitung.", value.local(), own.local()))
}

/// The test after the class beside the one before it.
#[must_use]
pub fn of_post_test(post: Score, pre: Option<Score>) -> Option<String> {
    let pre = pre.filter(|pre| pre.hundredths() - post.hundredths() > FALLEN)?;
    Some(format!("Post-test {} jauh di bawah pre-test {}. Periksa lagi.", post.local(), pre.local()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evaluation::tests::score;

    fn scores(values: &[&str]) -> Vec<Score> {
        values.iter().map(|text| Score::parse(text).expect(text)).collect()
    }

    #[test]
    fn a_tenth_of_the_others_is_doubted() {
        let column = scores(&["80", "8.5", "90", "75"]);
        assert_eq!(
            in_column(score("8.5"), &column).as_deref(),
            Some("8,50 sangat rendah dibanding yang lain. Apakah maksudnya 85?")
        );
        assert!(in_column(score("8"), &column).is_some_and(|doubt| doubt.ends_with("maksudnya 80?")));
        assert_eq!(in_column(score("10"), &column).as_deref().map(|doubt| doubt.ends_with("100?")), Some(true));
        assert_eq!(in_column(score("10.01"), &column), None);
        assert_eq!(in_column(score("8.5"), &scores(&["39.99", "8.5", "60", "20"])), None, "the others are low too");
        assert!(in_column(score("8.5"), &scores(&["20", "8.5", "60", "70"])).is_some(), "the median is exactly 40");
        assert!(in_column(Score::ZERO, &[Score::ZERO]).is_some());
    }

    #[test]
    fn a_score_far_from_all_others_of_the_person_is_doubted() {
        assert!(beside_others(score("30"), &scores(&["70.01", "90"])).is_some_and(|doubt| doubt.contains("di bawah")));
        assert_eq!(beside_others(score("30"), &scores(&["70", "90"])), None, "exactly 40 is not more than 40");
        assert!(beside_others(score("95"), &scores(&["50", "54.99"])).is_some_and(|doubt| doubt.contains("di atas")));
        assert_eq!(beside_others(score("30"), &scores(&["90"])), None, "one other score says nothing");
    }

    #[test]
    fn repetitions_and_tests_are_doubted() {
        assert!(of_remedial(score("60"), Some(score("65")), true).is_some());
        assert_eq!(of_remedial(score("70"), Some(score("65")), true), None);
        assert!(
            of_remedial(score("70"), Some(score("65")), false).is_some_and(|doubt| doubt.contains("Tidak dihitung"))
        );
        assert!(of_post_test(score("50"), Some(score("70.01"))).is_some());
        assert_eq!(of_post_test(score("50"), Some(score("70"))), None);
    }
}
