//! What a survey comes to: NRR of each element, NI, IKM (PermenPANRB 14/2017). Exact until it is shown: every number is
//! rounded once from sums and counts.

use super::skm::{Element, SkmRule};
use crate::fraction::FractionSum;
use crate::score::{Score, quotient};
use serde::{Deserialize, Serialize};
use specta::Type;

/// Answers of an element added up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sum {
    /// Sum of the marks.
    pub total: u64,
    /// How many answered.
    pub n: u32,
}

/// A survey added up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Totals {
    /// Sheets, answered in part or whole.
    pub respondents: u32,
    /// One for each element, in the order of [`Element::ALL`].
    pub elements: [Sum; 9],
}

impl Totals {
    /// Counts a mark of 1 to 4.
    pub fn add(&mut self, element: Element, mark: u8) {
        let sum = &mut self.elements[element.place()];
        sum.total += u64::from(mark);
        sum.n += 1;
    }

    /// Counts everything that another survey has.
    pub fn absorb(&mut self, other: &Self) {
        self.respondents += other.respondents;
        for (own, other) in self.elements.iter_mut().zip(other.elements) {
            own.total += other.total;
            own.n += other.n;
        }
    }

    /// The index; none while nothing is answered.
    #[must_use]
    pub fn ikm(&self) -> Option<Score> {
        let ikm = self.weighted(2_500, 10_000)?;
        Score::from_hundredths(i32::try_from(ikm).ok()?).ok()
    }

    /// `factor × Σ NRR × weight`, the weight being one part for each element that was answered; none above `most`.
    fn weighted(&self, factor: u64, most: u32) -> Option<u32> {
        let answered: Vec<&Sum> = self.elements.iter().filter(|sum| sum.n > 0).collect();
        let mut index = FractionSum::zero();
        for sum in &answered {
            index.add(sum.total * factor, u64::from(sum.n) * answered.len() as u64);
        }
        if answered.is_empty() { None } else { index.rounded(most) }
    }

    /// The elements with the lowest NRR, the lowest first, three at the most; of equal ones the first of the regulation.
    fn lowest(&self) -> Vec<Element> {
        let mut answered: Vec<(Element, Sum)> =
            Element::ALL.into_iter().zip(self.elements).filter(|(_, sum)| sum.n > 0).collect();
        let product = |sum: Sum, other: Sum| u128::from(sum.total) * u128::from(other.n);
        answered.sort_by(|(_, one), (_, other)| product(*one, *other).cmp(&product(*other, *one)));
        answered.into_iter().map(|(element, _)| element).take(3).collect()
    }
}

/// An element of a result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ElementResult {
    /// Which one.
    pub element: Element,
    /// Its title in the regulation.
    pub title: String,
    /// Sum of the marks.
    pub total: u64,
    /// How many answered.
    pub n: u32,
    /// Nilai rata-rata: the mean mark in hundredths, rounded for display; none while nobody has answered.
    pub nrr: Option<i32>,
    /// One of the three lowest, which need a plan (rencana tindak lanjut).
    pub lowest: bool,
}

/// What a survey, or several together, come to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SkmResult {
    /// Sheets, answered in part or whole.
    pub respondents: u32,
    /// All nine in the order of the regulation.
    pub elements: Vec<ElementResult>,
    /// Nilai indeks: the weighted sum of the exact means in hundredths, rounded for display.
    pub ni: Option<i32>,
    /// The index, 25.00 to 100.00, rounded once; none while nothing is answered.
    pub ikm: Option<Score>,
    /// Letter of the quality (mutu pelayanan); empty without an index.
    pub letter: String,
    /// The quality in words (kinerja); empty without an index.
    pub band: String,
    /// Elements that nobody has answered; their weight is shared by the others.
    pub unanswered: Vec<Element>,
}

impl SkmResult {
    /// Judges what was added up.
    #[must_use]
    pub fn of(totals: &Totals, rule: &SkmRule) -> Self {
        let lowest = totals.lowest();
        let elements: Vec<ElementResult> = Element::ALL
            .into_iter()
            .zip(totals.elements)
            .map(|(element, sum)| ElementResult {
                element,
                title: element.title().to_owned(),
                total: sum.total,
                n: sum.n,
                nrr: quotient(sum.total * 100, sum.n),
                lowest: lowest.contains(&element),
            })
            .collect();
        let ikm = totals.ikm();
        let (letter, band) = ikm.and_then(|ikm| rule.band(ikm)).unwrap_or_default();
        let unanswered = elements.iter().filter(|result| result.n == 0).map(|result| result.element).collect();
        Self {
            respondents: totals.respondents,
            elements,
            ni: totals.weighted(100, 400).and_then(|ni| i32::try_from(ni).ok()),
            ikm,
            letter,
            band,
            unanswered,
        }
    }
}
