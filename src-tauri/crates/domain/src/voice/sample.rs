//! How many respondents a survey needs.

use serde::{Deserialize, Serialize};
use specta::Type;

/// Advice on the size of a sample for a population.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
pub struct SampleAdvice {
    /// By Krejcie and Morgan (1970); none while the population is unknown.
    pub krejcie_morgan: Option<u32>,
    /// By Slovin with an error of 5 %; none while the population is unknown.
    pub slovin: Option<u32>,
}

impl SampleAdvice {
    /// For the people served in a period, if their number is known.
    #[must_use]
    pub fn of(population: Option<u32>) -> Self {
        let known = population.filter(|population| *population > 0);
        Self { krejcie_morgan: known.map(krejcie_morgan), slovin: known.map(slovin) }
    }
}

/// `χ²·N·P(1−P) / (d²·(N−1) + χ²·P(1−P))` with χ² = 3.841, P = 0.5, d = 0.05, to the nearest whole number. In whole
/// numbers: above and below times 4,000, which makes χ²·P(1−P) 3,841 and d² 10.
#[must_use]
pub fn krejcie_morgan(population: u32) -> u32 {
    let population = u64::from(population);
    let (above, below) = (3_841 * population, 10 * population.saturating_sub(1) + 3_841);
    let nearest = (2 * above + below) / (2 * below);
    u32::try_from(nearest).unwrap_or(u32::MAX)
}

/// `N / (1 + N·e²)` with e = 0.05, upwards. In whole numbers: above and below times 400.
#[must_use]
pub fn slovin(population: u32) -> u32 {
    let population = u64::from(population);
    u32::try_from((400 * population).div_ceil(400 + population)).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The whole table of the literature.
    #[test]
    fn the_published_table_holds() {
        for (population, morgan, by_slovin) in [
            (10, 10, 10),
            (30, 28, 28),
            (50, 44, 45),
            (100, 80, 80),
            (200, 132, 134),
            (500, 217, 223),
            (1_000, 278, 286),
            (2_000, 322, 334),
            (5_000, 357, 371),
            (10_000, 370, 385),
        ] {
            let advice = SampleAdvice::of(Some(population));
            assert_eq!(advice.krejcie_morgan, Some(morgan), "Krejcie-Morgan for {population}");
            assert_eq!(advice.slovin, Some(by_slovin), "Slovin for {population}");
        }
        assert_eq!(SampleAdvice::of(None), SampleAdvice::default());
        assert_eq!(SampleAdvice::of(Some(1)), SampleAdvice { krejcie_morgan: Some(1), slovin: Some(1) });
    }

    proptest! {
        #[test]
        fn a_sample_is_never_larger_than_its_population_and_grows_with_it(population in 1_u32..u32::MAX) {
            for formula in [krejcie_morgan, slovin] {
                let size = formula(population);
                prop_assert!((1..=population).contains(&size));
                prop_assert!(formula(population - 1) <= size);
            }
            prop_assert!(krejcie_morgan(population) <= 384);
            prop_assert!(slovin(population) <= 400);
        }
    }
}
