//! Evidence: the level that a source saw in a person on a day.

use super::level::HIGHEST_SEEN;
use super::rule::{ElementLink, Source};
use crate::fraction::FractionSum;
use crate::ids::{ClassId, CompetencyId, InquiryId, PersonId, SurveyId};
use crate::voice::result::{Sum, Totals};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::BTreeMap;

/// What evidence opens down to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Origin {
    /// A collection of the room.
    Inquiry {
        /// Its id.
        inquiry: InquiryId,
    },
    /// A class that was passed.
    Class {
        /// Its id.
        class: ClassId,
    },
    /// A survey of the public.
    Survey {
        /// Its id.
        survey: SurveyId,
    },
}

/// One gathering of levels: everything it says has this date and weight.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Gathering {
    /// What it opens down to.
    pub origin: Origin,
    /// Kind of source.
    pub source: Source,
    /// As shown: name of the inquiry, class or survey.
    pub label: String,
    /// The day for which it speaks.
    pub date: NaiveDate,
    /// 0 (shown, not counted) to 100.
    pub weight: u8,
}

/// One level, with the place of its gathering in [`EvidenceSet::gatherings`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mark {
    /// Whose.
    pub person: PersonId,
    /// In what.
    pub competency: CompetencyId,
    /// Place of the gathering.
    pub gathering: u32,
    /// Hundredths of a level, 0 to 500.
    pub level: u16,
}

/// Levels of many people. Their gatherings stand once, so that half a million marks stay small.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EvidenceSet {
    /// Where marks come from.
    pub gatherings: Vec<Gathering>,
    /// By person, then by competency. A gathering says at most one level of a person and a competency.
    pub marks: Vec<Mark>,
}

impl EvidenceSet {
    /// The gathering of a mark of this set.
    #[must_use]
    pub fn gathering(&self, mark: &Mark) -> Option<&Gathering> {
        self.gatherings.get(mark.gathering as usize)
    }

    /// The marks of one person.
    #[must_use]
    pub fn of_person(&self, person: PersonId) -> &[Mark] {
        let from = self.marks.partition_point(|mark| mark.person < person);
        let len = self.marks[from..].partition_point(|mark| mark.person == person);
        &self.marks[from..from + len]
    }

    /// A mark with its gathering, as a page shows it.
    #[must_use]
    pub fn shown(&self, mark: &Mark) -> Option<Evidence> {
        let gathering = self.gathering(mark)?.clone();
        Some(Evidence { person: mark.person, competency: mark.competency, level: mark.level, gathering })
    }
}

/// A level with where it comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Evidence {
    /// Whose.
    pub person: PersonId,
    /// In what.
    pub competency: CompetencyId,
    /// Hundredths of a level, 0 to 500.
    pub level: u16,
    /// Where it comes from.
    #[serde(flatten)]
    pub gathering: Gathering,
}

/// What a survey of the public says of everybody who serves: the mean mark (1 to 4) of each element linked to a
/// competency is brought to `1 + 4 · (mark − 1) / 3`; where several elements speak of one competency, the mean of theirs;
/// hundredths, rounded once. An element that nobody answered says nothing.
#[must_use]
pub fn voice_levels(links: &[ElementLink], totals: &Totals) -> BTreeMap<CompetencyId, u16> {
    let mut means: BTreeMap<CompetencyId, Vec<Sum>> = BTreeMap::new();
    for link in links {
        let sum = totals.elements[link.element.place()];
        if sum.n > 0 {
            for competency in &link.competencies {
                means.entry(*competency).or_default().push(sum);
            }
        }
    }
    let level = |sums: &[Sum]| {
        let number = u64::try_from(sums.len()).unwrap_or(u64::MAX);
        let mut total = FractionSum::zero();
        for sum in sums {
            let n = u64::from(sum.n);
            total.add(300 * n + 400 * sum.total.saturating_sub(n), 3 * n * number);
        }
        total.rounded(HIGHEST_SEEN.into()).and_then(|level| u16::try_from(level).ok()).unwrap_or(HIGHEST_SEEN)
    };
    means.iter().map(|(competency, sums)| (*competency, level(sums))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::voice::skm::Element;
    use uuid::Uuid;

    fn competency(number: u8) -> CompetencyId {
        CompetencyId::from(Uuid::from_bytes([number; 16]))
    }

    #[test]
    fn marks_of_the_public_become_levels() {
        let mut totals = Totals::default();
        for mark in [4, 4, 1] {
            totals.add(Element::U6, mark);
        }
        for mark in [1, 2] {
            totals.add(Element::U7, mark);
        }
        let link = |element, numbers: &[u8]| ElementLink {
            element,
            competencies: numbers.iter().map(|number| competency(*number)).collect(),
        };
        let links = [link(Element::U6, &[1, 2]), link(Element::U7, &[2]), link(Element::U9, &[1, 3])];
        let levels = voice_levels(&links, &totals);
        // U6: mean 3, level 1 + 4·2/3 = 3.6667; U7: mean 1.5, level 1.6667; together 2.6667.
        let expected = BTreeMap::from([(competency(1), 367), (competency(2), 267)]);
        assert_eq!(levels, expected, "U9 was answered by nobody");
    }

    #[test]
    fn marks_of_a_person_stand_together() {
        let person = |number: u8| PersonId::from(Uuid::from_bytes([number; 16]));
        let mark = |of: u8| Mark { person: person(of), competency: competency(1), gathering: 0, level: 300 };
        let set = EvidenceSet { gatherings: Vec::new(), marks: vec![mark(1), mark(3), mark(3), mark(4)] };
        for (of, number) in [(0, 0), (1, 1), (2, 0), (3, 2), (4, 1), (5, 0)] {
            assert_eq!(set.of_person(person(of)).len(), number, "{of}");
        }
    }
}
