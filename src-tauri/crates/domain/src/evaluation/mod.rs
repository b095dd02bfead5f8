//! Scoring schemes and results. Fixed-point, one rounding, upper-inclusive bands on the rounded value.

pub mod feedback;
pub mod followup;
pub mod improvement;
pub mod instrument;
pub mod rupiah;
pub mod sheet_code;
pub mod tally;

use crate::classes::attendance::Attended;
use crate::ids::ComponentId;
use crate::people::name::tidy;
use crate::refusal::{Fields, Refusal};
use crate::score::{Score, divide_half_away};
use serde::{Deserialize, Serialize};
use specta::Type;

/// What a component judges.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ComponentGroup {
    /// Technical skill.
    Technical,
    /// Attitude.
    Attitude,
    /// Work ethics.
    Ethics,
    /// Project work.
    Project,
}

impl ComponentGroup {
    /// As stored.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Technical => "technical",
            Self::Attitude => "attitude",
            Self::Ethics => "ethics",
            Self::Project => "project",
        }
    }

    /// From the stored form.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Technical, Self::Attitude, Self::Ethics, Self::Project].into_iter().find(|group| group.code() == code)
    }

    /// The likely group of a component with this name, when a workbook does not say.
    #[must_use]
    pub fn guess(name: &str) -> Self {
        let name = name.to_lowercase();
        if name.contains("sikap") || name.contains("perilaku") || name.contains("disiplin") {
            Self::Attitude
        } else if name.contains("etika") || name.contains("integritas") {
            Self::Ethics
        } else if name.contains("proyek") || name.contains("aktualisasi") || name.contains("aksi perubahan") {
            Self::Project
        } else {
            Self::Technical
        }
    }
}

/// A component of a scheme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Component {
    /// None for a new line.
    pub id: Option<ComponentId>,
    /// Name as headed in the grid.
    pub name: String,
    /// What it judges.
    pub group: ComponentGroup,
    /// Weight in percent; all weights total 100.
    pub weight: u8,
}

/// A predicate and the highest score that still has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Band {
    /// Predicate, such as `Memuaskan`.
    pub name: String,
    /// Highest score of the band, inclusive.
    pub upper: Score,
}

/// How a class is judged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Scheme {
    /// Components in order; none for a class that is judged by attendance alone.
    pub components: Vec<Component>,
    /// Bands from the lowest to the highest; the last one ends at 100.
    pub bands: Vec<Band>,
    /// Lowest score that passes.
    pub pass_mark: Score,
    /// Lowest attendance that passes, in percent of all JP.
    pub minimum_attendance: u8,
}

impl Scheme {
    /// The rules of the form; bands are put in order.
    ///
    /// # Errors
    /// Every refused field.
    pub fn checked(mut self) -> Result<Self, Refusal> {
        let mut fields = Fields::new();
        let total: u32 = self.components.iter().map(|component| u32::from(component.weight)).sum();
        if !self.components.is_empty() && total != 100 {
            fields.refuse("components", format!("Jumlah bobot {total}; harus tepat 100."));
        }
        for at in 0..self.components.len() {
            let name = tidy(&self.components[at].name);
            if name.is_empty() {
                fields.refuse(format!("components.{at}.name"), "Nama komponen belum diisi.");
            } else if self.components[..at].iter().any(|earlier| earlier.name.eq_ignore_ascii_case(&name)) {
                fields.refuse(format!("components.{at}.name"), format!("Komponen \"{name}\" ada dua."));
            }
            self.components[at].name = name;
        }
        self.bands.sort_by_key(|band| band.upper);
        for at in 0..self.bands.len() {
            self.bands[at].name = tidy(&self.bands[at].name);
            if self.bands[at].name.is_empty() {
                fields.refuse(format!("bands.{at}.name"), "Nama predikat belum diisi.");
            }
            if at > 0 && self.bands[at].upper == self.bands[at - 1].upper {
                fields.refuse(format!("bands.{at}.upper"), "Dua predikat mempunyai batas atas yang sama.");
            }
        }
        if self.bands.last().is_some_and(|band| band.upper != Score::MAX) {
            fields
                .refuse("bands", "Predikat tertinggi harus berbatas atas 100, supaya tidak ada nilai tanpa predikat.");
        }
        if self.minimum_attendance > 100 {
            fields.refuse("minimum_attendance", "Kehadiran paling sedikit harus 0 sampai 100 persen.");
        }
        fields.finish()?;
        Ok(self)
    }

    /// The predicate of a rounded score: the lowest band whose upper bound is not below it. There is no hole.
    #[must_use]
    pub fn predicate(&self, score: Score) -> &str {
        self.bands.iter().find(|band| score <= band.upper).map_or("", |band| band.name.as_str())
    }

    /// The weighted score, rounded once; none while a component is missing.
    #[must_use]
    pub fn total(&self, scores: &[Option<Score>]) -> Option<Score> {
        let mut sum = 0_i64;
        for (at, component) in self.components.iter().enumerate() {
            let score = (*scores.get(at)?)?;
            sum += i64::from(score.hundredths()) * i64::from(component.weight);
        }
        if self.components.is_empty() {
            return None;
        }
        i32::try_from(divide_half_away(sum, 100)).ok().and_then(|value| Score::from_hundredths(value).ok())
    }
}

/// What stands at the end for one participant. Frozen when the class is closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ParticipantOutcome {
    /// JP attended and of all sessions.
    pub attended: Attended,
    /// Weighted score, none while a component is missing or where there is no component.
    pub score: Option<Score>,
    /// Predicate of the score; empty without one.
    pub predicate: String,
    /// Place in the ranking; equal scores share it and the next is skipped. None for who has no score or has left.
    pub place: Option<u32>,
    /// True when every condition is met.
    pub passed: bool,
    /// Each condition that failed, as a sentence.
    pub reasons: Vec<String>,
}

/// What is known of one participant before judging.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    /// Attendance.
    pub attended: Attended,
    /// Scores by component in the order of the scheme.
    pub scores: Vec<Option<Score>>,
    /// Reason for having left the class, empty otherwise.
    pub withdrawn: String,
}

/// Judges the participants of a class and ranks them.
#[must_use]
pub fn judge(scheme: &Scheme, participants: &[Facts]) -> Vec<ParticipantOutcome> {
    let mut outcomes: Vec<ParticipantOutcome> = participants.iter().map(|facts| judge_one(scheme, facts)).collect();
    let ranked: Vec<Option<Score>> = outcomes
        .iter()
        .zip(participants)
        .map(|(outcome, facts)| outcome.score.filter(|_| facts.withdrawn.is_empty()))
        .collect();
    for (at, outcome) in outcomes.iter_mut().enumerate() {
        outcome.place = ranked[at].map(|own| {
            let better = ranked.iter().flatten().filter(|other| **other > own).count();
            u32::try_from(better + 1).unwrap_or(u32::MAX)
        });
    }
    outcomes
}

fn judge_one(scheme: &Scheme, facts: &Facts) -> ParticipantOutcome {
    let mut reasons = Vec::new();
    if !facts.withdrawn.is_empty() {
        reasons.push(format!("Mengundurkan diri: {}.", facts.withdrawn.trim_end_matches('.')));
    }
    let attended = facts.attended;
    if !attended.reaches(scheme.minimum_attendance) {
        reasons.push(match attended.percent_hundredths() {
            None => "Presensi belum ada: kelas belum mempunyai sesi.".to_owned(),
            Some(percent) => format!(
                "Kehadiran {} dari {} JP ({},{:02}%), di bawah {}%.",
                attended.present_jp,
                attended.total_jp,
                percent / 100,
                percent % 100,
                scheme.minimum_attendance
            ),
        });
    }
    let missing: Vec<&str> = scheme
        .components
        .iter()
        .enumerate()
        .filter(|(at, _)| facts.scores.get(*at).copied().flatten().is_none())
        .map(|(_, component)| component.name.as_str())
        .collect();
    if !missing.is_empty() {
        reasons.push(format!("Nilai belum diisi: {}.", missing.join(", ")));
    }
    let score = scheme.total(&facts.scores);
    if let Some(score) = score
        && score < scheme.pass_mark
    {
        reasons.push(format!("Nilai akhir {} di bawah batas lulus {}.", score.local(), scheme.pass_mark.local()));
    }
    ParticipantOutcome {
        attended,
        score,
        predicate: score.map(|score| scheme.predicate(score).to_owned()).unwrap_or_default(),
        place: None,
        passed: reasons.is_empty(),
        reasons,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn score(text: &str) -> Score {
        Score::parse(text).expect(text)
    }

    fn scheme() -> Scheme {
        let component = |name: &str, weight| Component {
            id: None,
            name: name.to_owned(),
            group: ComponentGroup::guess(name),
            weight,
        };
        let band = |name: &str, upper| Band { name: name.to_owned(), upper: score(upper) };
        Scheme {
            components: vec![component("Akademik", 50), component("Proyek", 30), component("Sikap perilaku", 20)],
            bands: vec![
                band("Tidak Memuaskan", "60"),
                band("Kurang Memuaskan", "70"),
                band("Cukup Memuaskan", "80"),
                band("Memuaskan", "90"),
                band("Sangat Memuaskan", "100"),
            ],
            pass_mark: score("70.01"),
            minimum_attendance: 85,
        }
    }

    fn facts(scores: [&str; 3]) -> Facts {
        Facts {
            attended: Attended { present_jp: 40, total_jp: 40, unmarked: 0 },
            scores: scores.iter().map(|text| Score::parse(text).ok()).collect(),
            withdrawn: String::new(),
        }
    }

    #[test]
    fn predicates_have_no_hole_at_the_cut_offs() {
        let scheme = scheme();
        for (value, name) in [
            ("60.00", "Tidak Memuaskan"),
            ("60.01", "Kurang Memuaskan"),
            ("70.00", "Kurang Memuaskan"),
            ("70.01", "Cukup Memuaskan"),
            ("80.00", "Cukup Memuaskan"),
            ("80.01", "Memuaskan"),
            ("90.00", "Memuaskan"),
            ("90.01", "Sangat Memuaskan"),
            ("100.00", "Sangat Memuaskan"),
            ("0", "Tidak Memuaskan"),
        ] {
            assert_eq!(scheme.predicate(score(value)), name, "{value}");
        }
    }

    #[test]
    fn the_total_is_rounded_once_and_away_from_zero() {
        let scheme = scheme();
        let total = |scores: [&str; 3]| scheme.total(&facts(scores).scores).map(|total| total.to_string());
        assert_eq!(total(["82.5", "90", "75.25"]), Some("83.30".to_owned()));
        assert_eq!(total(["70.01", "70.01", "70.01"]), Some("70.01".to_owned()));
        assert_eq!(total(["0.01", "0", "0"]), Some("0.01".to_owned()), "0.005 goes up");
        assert_eq!(total(["80", "", "90"]), None);
    }

    #[test]
    fn equal_scores_share_a_place_and_the_next_is_skipped() {
        let people = [
            facts(["80", "80", "80"]),
            facts(["90", "90", "90"]),
            facts(["80", "80", "80"]),
            facts(["70", "70", "70"]),
        ];
        let places: Vec<Option<u32>> = judge(&scheme(), &people).iter().map(|outcome| outcome.place).collect();
        assert_eq!(places, [Some(2), Some(1), Some(2), Some(4)]);
    }

    #[test]
    fn t10_each_failed_condition_is_named() {
        let mut person = facts(["60", "60", ""]);
        person.attended.present_jp = 33;
        person.withdrawn = "pindah tugas".to_owned();
        let outcome = &judge(&scheme(), &[person])[0];
        assert!(!outcome.passed && outcome.place.is_none());
        assert_eq!(
            outcome.reasons,
            [
                "Mengundurkan diri: pindah tugas.",
                "Kehadiran 33 dari 40 JP (82,50%), di bawah 85%.",
                "Nilai belum diisi: Sikap perilaku.",
            ]
        );
        let low = &judge(&scheme(), &[facts(["70", "70", "70"])])[0];
        assert_eq!(low.reasons, ["Nilai akhir 70,00 di bawah batas lulus 70,01."]);
    }

    #[test]
    fn a_scheme_names_what_is_wrong() {
        let mut wrong = scheme();
        wrong.components[0].weight = 40;
        wrong.components[1].name = "AKADEMIK".to_owned();
        wrong.bands.pop();
        let named: Vec<String> =
            wrong.checked().expect_err("wrong").fields.into_iter().map(|field| field.field).collect();
        assert_eq!(named, ["components", "components.1.name", "bands"]);
    }

    proptest! {
        #[test]
        fn the_total_stays_between_lowest_and_highest(values in proptest::array::uniform3(0..=10_000_i32)) {
            let scores: Vec<Option<Score>> = values.iter().map(|value| Score::from_hundredths(*value).ok()).collect();
            let total = scheme().total(&scores).expect("complete").hundredths();
            prop_assert!(*values.iter().min().expect("three") <= total && total <= *values.iter().max().expect("three"));
            let exact: i64 = values.iter().zip([50, 30, 20]).map(|(value, weight)| i64::from(*value) * weight).sum();
            prop_assert!((i64::from(total) * 100 - exact).abs() * 2 <= 100);
        }
    }
}
