//! The hard rules of a pair, one by one: whether it breaks them, and how to say so.

use super::facts::{MenteeFacts, MentorFacts, Span};
use super::mentee::Side;
use super::settings::{HardRules, SuperiorRule, UnitRule};
use crate::indonesian;
use crate::people::rank::Rank;

/// A rule that a pair may break.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HardRule {
    /// Nobody is their own mentor.
    NotSelf,
    /// Never the direct superior.
    NotSuperior,
    /// Only the direct superior.
    OnlySuperior,
    /// The mentor's rank is not below that of the participant. An unknown rank breaks nothing.
    RankNotBelow,
    /// The mentor is active.
    Active,
    /// No disciplinary penalty on or after the first day.
    NoPenalty,
    /// Not the examiner.
    NotExaminer,
    /// Never from the same unit. An unknown unit breaks nothing.
    OtherUnit,
    /// Only from the same unit. An unknown unit is not the same.
    SameUnit,
    /// Available during the whole period.
    Period,
    /// Every language and need of the participant is met.
    Languages,
    /// Nobody says "rather not".
    Avoidance,
}

impl HardRules {
    /// The rules that are switched on.
    #[must_use]
    pub fn on(&self) -> Vec<HardRule> {
        let superior = match self.superior {
            SuperiorRule::Any => None,
            SuperiorRule::Forbidden => Some(HardRule::NotSuperior),
            SuperiorRule::Required => Some(HardRule::OnlySuperior),
        };
        let unit = match self.unit {
            UnitRule::Any => None,
            UnitRule::OtherUnit => Some(HardRule::OtherUnit),
            UnitRule::SameUnit => Some(HardRule::SameUnit),
        };
        [
            self.not_self.then_some(HardRule::NotSelf),
            superior,
            self.rank_not_below.then_some(HardRule::RankNotBelow),
            self.active.then_some(HardRule::Active),
            self.no_penalty.then_some(HardRule::NoPenalty),
            self.not_examiner.then_some(HardRule::NotExaminer),
            unit,
            self.period.then_some(HardRule::Period),
            self.languages.then_some(HardRule::Languages),
            self.avoidance.then_some(HardRule::Avoidance),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

impl HardRule {
    /// As the settings name it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::NotSelf => "Bukan diri sendiri",
            Self::NotSuperior => "Bukan atasan langsung",
            Self::OnlySuperior => "Hanya atasan langsung",
            Self::RankNotBelow => "Golongan mentor tidak lebih rendah",
            Self::Active => "Mentor aktif",
            Self::NoPenalty => "Tanpa hukuman disiplin",
            Self::NotExaminer => "Bukan penguji",
            Self::OtherUnit => "Lain unit kerja",
            Self::SameUnit => "Satu unit kerja",
            Self::Period => "Tersedia selama masa mentoring",
            Self::Languages => "Bahasa dan kebutuhan terpenuhi",
            Self::Avoidance => "Keberatan dihormati",
        }
    }

    /// True when the pair breaks this rule in a mentoring of this period.
    #[must_use]
    pub fn broken(self, mentee: &MenteeFacts, mentor: &MentorFacts, span: Span) -> bool {
        let person = mentor.worker.card.person;
        let same_unit = mentee.worker.unit.is_some() && mentee.worker.unit == mentor.worker.unit;
        match self {
            Self::NotSelf => person.is_some() && person == mentee.worker.card.person,
            Self::NotSuperior => person.is_some() && person == mentee.superior,
            Self::OnlySuperior => person.is_none() || person != mentee.superior,
            Self::RankNotBelow => match (mentor.worker.rank, mentee.worker.rank) {
                (Some(own), Some(other)) => own.step() < other.step(),
                (None, _) | (_, None) => false,
            },
            Self::Active => !mentor.active,
            Self::NoPenalty => mentor.penalty_until.is_some_and(|last| last >= span.starts),
            Self::NotExaminer => person.is_some() && person == mentee.examiner,
            Self::OtherUnit => same_unit,
            Self::SameUnit => !same_unit,
            Self::Period => {
                let inside = |own: &Span| own.starts <= span.starts && span.ends <= own.ends;
                !mentor.periods.is_empty() && !mentor.periods.iter().any(inside)
            }
            Self::Languages => mentee.worker.languages.iter().any(|word| !mentor.worker.languages.contains(word)),
            Self::Avoidance => {
                !mentee.wishes.is_empty()
                    && [Side::Mentee, Side::Mentor].iter().any(|side| mentee.wish(mentor.id, *side) == Some(0))
            }
        }
    }

    /// How a broken rule is told.
    #[must_use]
    pub fn sentence(self, mentee: &MenteeFacts, mentor: &MentorFacts, span: Span) -> String {
        let (name, other) = (&mentor.worker.card.name, &mentee.worker.card.name);
        match self {
            Self::NotSelf => "Peserta tidak dapat menjadi mentor bagi dirinya sendiri.".to_owned(),
            Self::NotSuperior => format!("{name} adalah atasan langsung {other}."),
            Self::OnlySuperior if mentee.superior.is_none() => {
                format!("Mentor harus atasan langsung, sedangkan atasan langsung {other} belum diisi.")
            }
            Self::OnlySuperior => format!("{name} bukan atasan langsung {other}."),
            Self::RankNotBelow => {
                let code = |rank: Option<Rank>| rank.map(Rank::code).unwrap_or_default();
                let (own, theirs) = (code(mentor.worker.rank), code(mentee.worker.rank));
                format!("Golongan {name} ({own}) lebih rendah daripada golongan {other} ({theirs}).")
            }
            Self::Active => format!("{name} tidak aktif sebagai mentor."),
            Self::NoPenalty => match mentor.penalty_until {
                Some(last) => format!("{name} menjalani hukuman disiplin sampai {}.", indonesian::date(last)),
                None => format!("{name} menjalani hukuman disiplin."),
            },
            Self::NotExaminer => format!("{name} adalah penguji {other}."),
            Self::OtherUnit => format!("{name} dan {other} bekerja di unit yang sama."),
            Self::SameUnit if mentee.worker.unit.is_none() => {
                format!("Mentor harus dari unit yang sama, sedangkan unit kerja {other} belum diketahui.")
            }
            Self::SameUnit => format!("{name} tidak bekerja di unit {other}."),
            Self::Period => format!("{name} tidak tersedia selama {}.", span.text()),
            Self::Languages => format!("{name} tidak memenuhi bahasa atau kebutuhan {other}."),
            Self::Avoidance => {
                let who = if mentee.wish(mentor.id, Side::Mentee) == Some(0) { other } else { name };
                format!("{who} berkeberatan atas pasangan ini.")
            }
        }
    }
}

/// The rules that the pair breaks.
#[must_use]
pub fn broken(on: &[HardRule], mentee: &MenteeFacts, mentor: &MentorFacts, span: Span) -> Vec<HardRule> {
    on.iter().copied().filter(|rule| rule.broken(mentee, mentor, span)).collect()
}
