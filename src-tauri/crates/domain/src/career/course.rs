//! What a whole programme is worth by the conversion table.

use super::{JpBasis, JpRate};
use crate::score::divide_half_away;
use serde::Serialize;
use specta::Type;

/// JP that a programme earns, with how it was counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct CourseJp {
    /// JP; none where the table has no line for it.
    pub jp: Option<u32>,
    /// How it was counted, or why it could not be, as a sentence.
    pub sentence: String,
}

/// JP that passing a class of `days` days with subjects of `jp` JP earns by a line of the conversion table (Peraturan LAN
/// 10/2018): for each JP held, up to the cap of a day; for each day; or once. What is added in percent is rounded half
/// away from zero, once, on the whole.
#[must_use]
pub fn course_jp(rate: Option<&JpRate>, jp: u32, days: u32) -> CourseJp {
    let Some(rate) = rate else {
        return CourseJp { jp: None, sentence: "Tabel konversi JP tidak memuat bentuk dan lingkup ini.".to_owned() };
    };
    let most = rate.most_a_day.map(|most| most.saturating_mul(days));
    let (count, mut how) = match rate.basis {
        JpBasis::PerJp => (most.map_or(jp, |most| jp.min(most)), format!("{jp} JP mata pelatihan")),
        JpBasis::PerDay => (days, format!("{days} hari")),
        JpBasis::PerTime => (1, "sekali mengikuti".to_owned()),
        JpBasis::PerMeeting => (1, "satu pertemuan".to_owned()),
        JpBasis::PerSemester => (1, "satu semester".to_owned()),
    };
    if let (JpBasis::PerJp, Some(day), Some(most)) = (rate.basis, rate.most_a_day, most)
        && jp > most
    {
        how = format!("{how}, dihitung paling banyak {day} JP sehari selama {days} hari = {most}");
    }
    let extra = if rate.extra_percent == 0 { String::new() } else { format!(" ditambah {}%", rate.extra_percent) };
    let hundredths = i64::from(count) * i64::from(rate.value) * (100 + i64::from(rate.extra_percent));
    let whole = u32::try_from(divide_half_away(hundredths, 100)).unwrap_or(u32::MAX);
    let each = match rate.basis {
        JpBasis::PerJp | JpBasis::PerDay => "masing-masing ",
        JpBasis::PerTime | JpBasis::PerMeeting | JpBasis::PerSemester => "",
    };
    let mut sentence = format!("{how}, {each}{} JP{extra}: {whole} JP.", rate.value);
    if let Some(times) = rate.times_a_month {
        sentence.push_str(&format!(" Yang diakui paling banyak {times} kali sebulan."));
    }
    CourseJp { jp: Some(whole), sentence }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::super::{JpScope, rate};
    use super::*;
    use crate::office::rules::shipped_table;

    fn jp(form: &str, scope: JpScope, jp: u32, days: u32) -> (Option<u32>, String) {
        let table: Vec<JpRate> = shipped_table("jp_conversion").unwrap();
        let found = course_jp(rate(&table, form, scope), jp, days);
        (found.jp, found.sentence)
    }

    #[test]
    fn forms_are_worth_what_the_circular_says() {
        let national = JpScope::National;
        let technical = jp("KL03", national, 40, 5);
        assert_eq!(technical, (Some(40), "40 JP mata pelatihan, masing-masing 1 JP: 40 JP.".to_owned()));
        assert_eq!(jp("KL07", national, 99, 3).0, Some(15), "five a day, whatever was taught");
        assert_eq!(jp("NKL09", national, 9, 2).0, Some(4), "two a day at most");
        let cut = jp("NKL09", national, 9, 2).1;
        assert!(cut.contains("paling banyak 2 JP sehari selama 2 hari = 4"), "{cut}");
        assert_eq!(jp("NKL05", national, 0, 30).0, Some(20), "once, however long");
        assert_eq!(jp("KL01", JpScope::International, 40, 5).0, None, "the circular leaves it out");
    }

    #[test]
    fn what_is_added_is_rounded_on_the_whole() {
        let table: Vec<JpRate> = shipped_table("jp_conversion").unwrap();
        let base = rate(&table, "KL03", JpScope::National).unwrap().clone();
        let more = JpRate { extra_percent: 20, most_a_day: None, ..base };
        assert_eq!(course_jp(Some(&more), 12, 2).jp, Some(14), "14.4");
        assert_eq!(course_jp(Some(&more), 13, 2).jp, Some(16), "15.6, not 13 times 1");
    }
}
