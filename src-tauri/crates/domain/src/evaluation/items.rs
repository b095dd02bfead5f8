//! Item analysis: how hard each question of a test was, and whether it tells those who know more from those who know
//! less.
//!
//! Difficulty p is the share of right answers among all who took the test; a question left open counts as not known.
//! Discrimination D is the share of right answers in the upper 27 percent less that in the lower 27 percent (Kelley
//! 1939; bands of Ebel and Frisbie). Of people with equal totals at the border of a group each belongs to it by the same
//! fraction, so that the order of the list says nothing. Fractions are exact and rounded for display alone.

use super::class_test::{AnswerKey, CHOICES, NO_ANSWER};
use crate::score::{divide_half_away, quotient};
use serde::{Deserialize, Serialize};
use specta::Type;

/// Size of the upper and of the lower group, in percent of all who took the test.
const GROUP_PERCENT: i64 = 27;

/// What is known of one question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ItemAnalysis {
    /// From 1.
    pub number: u32,
    /// How many have given an answer.
    pub answered: u32,
    /// How many have given the right one.
    pub correct: u32,
    /// Difficulty p in hundredths, 0 to 100; none where nobody took the test.
    pub difficulty: Option<i32>,
    /// `mudah` above 0.70, `sedang` from 0.30, `sukar` below; empty without a difficulty.
    pub difficulty_word: String,
    /// Discrimination D in hundredths, -100 to 100; none with fewer than two who took the test.
    pub discrimination: Option<i32>,
    /// `sangat baik` from 0.40, `baik` from 0.30, `cukup` from 0.20, `buruk` below, `terbalik` below zero; empty without
    /// one.
    pub discrimination_word: String,
    /// How often each letter was chosen, A to E, then `-` for none.
    pub choices: Vec<(String, u32)>,
}

/// A fraction with a positive denominator.
#[derive(Debug, Clone, Copy)]
struct Fraction {
    top: i64,
    bottom: i64,
}

impl Fraction {
    fn hundredths(self) -> i32 {
        quotient(self.top * 100, self.bottom).unwrap_or(0)
    }

    fn at_least(self, hundredths: i64) -> bool {
        self.top * 100 >= hundredths * self.bottom
    }

    fn above(self, hundredths: i64) -> bool {
        self.top * 100 > hundredths * self.bottom
    }
}

/// Who belongs to one of the two groups: everybody of `whole`, and of the tied `shared` each by `places` out of their
/// number.
struct Group {
    whole: Vec<usize>,
    shared: Vec<usize>,
    places: i64,
}

impl Group {
    /// Takes `size` people from the front of a list that is sorted by total.
    fn first(sorted: &[(u32, usize)], size: usize) -> Self {
        let border = size.checked_sub(1).and_then(|last| sorted.get(last)).map(|(total, _)| *total);
        let before = sorted.iter().position(|(total, _)| Some(*total) == border).unwrap_or(0);
        let tied = sorted[before..].iter().take_while(|(total, _)| Some(*total) == border);
        Self {
            whole: sorted[..before].iter().map(|(_, person)| *person).collect(),
            shared: tied.map(|(_, person)| *person).collect(),
            places: whole(size) - whole(before),
        }
    }

    /// How many of the group are among those who `know`, as a fraction.
    fn knowing(&self, know: &[bool]) -> Fraction {
        let count = |people: &[usize]| whole(people.iter().filter(|person| know[**person]).count());
        let bottom = whole(self.shared.len().max(1));
        Fraction { top: count(&self.whole) * bottom + count(&self.shared) * self.places, bottom }
    }
}

fn whole(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// How many people the upper and the lower group have: 27 percent, rounded, at least one; none with fewer than two
/// people.
#[must_use]
pub fn group_size(takers: usize) -> Option<usize> {
    let size = divide_half_away(whole(takers) * GROUP_PERCENT, 100).max(1);
    (takers > 1).then(|| usize::try_from(size).unwrap_or(1))
}

/// Every question of a test; `sheets` are answers as [`AnswerKey::answers`] gives them.
#[must_use]
pub fn analyse(key: &AnswerKey, sheets: &[&str]) -> Vec<ItemAnalysis> {
    let letters: Vec<Vec<char>> = sheets.iter().map(|sheet| sheet.chars().collect()).collect();
    let groups = group_size(sheets.len()).map(|size| {
        let mut sorted: Vec<(u32, usize)> =
            sheets.iter().enumerate().map(|(person, sheet)| (key.correct(sheet), person)).collect();
        sorted.sort_unstable();
        let lower = Group::first(&sorted, size);
        sorted.reverse();
        (Group::first(&sorted, size), lower, whole(size))
    });
    key.letters()
        .chars()
        .enumerate()
        .map(|(at, right)| {
            let given: Vec<char> = letters.iter().map(|sheet| sheet.get(at).copied().unwrap_or(NO_ANSWER)).collect();
            let know: Vec<bool> = given.iter().map(|answer| *answer == right).collect();
            let correct = know.iter().filter(|known| **known).count();
            let difficulty =
                (!sheets.is_empty()).then(|| Fraction { top: whole(correct), bottom: whole(sheets.len()) });
            let discrimination = groups.as_ref().map(|(upper, lower, size)| {
                let (upper, lower) = (upper.knowing(&know), lower.knowing(&know));
                Fraction {
                    top: upper.top * lower.bottom - lower.top * upper.bottom,
                    bottom: upper.bottom * lower.bottom * size,
                }
            });
            ItemAnalysis {
                number: count(at + 1),
                answered: count(given.iter().filter(|answer| **answer != NO_ANSWER).count()),
                correct: count(correct),
                difficulty: difficulty.map(Fraction::hundredths),
                difficulty_word: difficulty.map_or("", difficulty_word).to_owned(),
                discrimination: discrimination.map(Fraction::hundredths),
                discrimination_word: discrimination.map_or("", discrimination_word).to_owned(),
                choices: choices(&given),
            }
        })
        .collect()
}

fn difficulty_word(p: Fraction) -> &'static str {
    if p.above(70) {
        "mudah"
    } else if p.at_least(30) {
        "sedang"
    } else {
        "sukar"
    }
}

fn discrimination_word(d: Fraction) -> &'static str {
    if d.at_least(40) {
        "sangat baik"
    } else if d.at_least(30) {
        "baik"
    } else if d.at_least(20) {
        "cukup"
    } else if d.at_least(0) {
        "buruk"
    } else {
        "terbalik"
    }
}

fn choices(given: &[char]) -> Vec<(String, u32)> {
    let times = |letter: char| count(given.iter().filter(|answer| **answer == letter).count());
    CHOICES.into_iter().chain([NO_ANSWER]).map(|letter| (letter.to_string(), times(letter))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn key(text: &str) -> AnswerKey {
        AnswerKey::parse(text).expect(text)
    }

    #[test]
    fn ten_people_without_ties_at_the_borders() {
        // Totals 4 4 4 | 3 3 2 2 | 1 1 0, and 27 percent of 10 people are 3: nobody shares a border.
        let sheets = ["AAAA", "AAAA", "AAAA", "AAAB", "AABA", "AABB", "ABAB", "ABBB", "BBBA", "BBB-"];
        assert_eq!(group_size(10), Some(3));
        let items = analyse(&key("AAAA"), &sheets);
        let found: Vec<(Option<i32>, Option<i32>)> =
            items.iter().map(|item| (item.difficulty, item.discrimination)).collect();
        assert_eq!(found, [(Some(80), Some(67)), (Some(60), Some(100)), (Some(50), Some(100)), (Some(50), Some(67))]);
        assert_eq!((items[3].answered, items[3].correct), (9, 5));
        assert_eq!(items[3].choices.iter().map(|(_, times)| *times).collect::<Vec<_>>(), [5, 4, 0, 0, 0, 1]);
    }

    #[test]
    fn people_tied_at_the_border_share_its_places() {
        // Totals 2 1 1 1 0: one place in each group; at the top it is the first person's alone.
        let items = analyse(&key("AA"), &["AA", "AB", "AB", "BA", "BB"]);
        assert_eq!(items[0].discrimination, Some(100));
        // Totals 1 1 1 0 0: the upper place is shared by three, of whom two know the first question.
        let items = analyse(&key("AA"), &["AB", "AB", "BA", "BB", "BB"]);
        assert_eq!((items[0].discrimination, items[1].discrimination), (Some(67), Some(33)));
        assert_eq!(items[1].discrimination_word, "baik", "a third is above 0.30");
    }

    #[test]
    fn without_people_nothing_is_said_and_equal_people_tell_nothing() {
        let none = &analyse(&key("A"), &[])[0];
        assert_eq!((none.difficulty, none.difficulty_word.as_str(), none.discrimination), (None, "", None));
        let one = &analyse(&key("A"), &["A"])[0];
        assert_eq!((one.difficulty, one.discrimination, one.discrimination_word.as_str()), (Some(100), None, ""));
        let equal = &analyse(&key("AB"), &["AB", "AB", "AB"])[0];
        assert_eq!((equal.discrimination, equal.discrimination_word.as_str()), (Some(0), "buruk"));
        let upside_down = &analyse(&key("BAA"), &["AAA", "BBB"])[0];
        assert_eq!((upside_down.discrimination, upside_down.discrimination_word.as_str()), (Some(-100), "terbalik"));
    }

    #[test]
    fn words_change_at_their_exact_borders() {
        let word = |right: usize, of: usize| {
            let sheets: Vec<&str> = (0..of).map(|at| if at < right { "A" } else { "B" }).collect();
            analyse(&key("A"), &sheets)[0].difficulty_word.clone()
        };
        assert_eq!([word(7, 10), word(71, 100), word(3, 10), word(29, 100)], ["sedang", "mudah", "sedang", "sukar"]);
        assert_eq!(word(1_999, 2_850), "mudah", "0.70140… is above 0.70");
        assert_eq!(word(299, 1_000), "sukar", "0.299 is shown as 0.30 and is below");
        let fraction = |top, bottom| discrimination_word(Fraction { top, bottom });
        assert_eq!([fraction(2, 5), fraction(399, 1000)], ["sangat baik", "baik"]);
        assert_eq!([fraction(3, 10), fraction(299, 1000)], ["baik", "cukup"]);
        assert_eq!([fraction(1, 5), fraction(199, 1000), fraction(-1, 1000)], ["cukup", "buruk", "terbalik"]);
    }

    /// By definition: the mean of D over every order in which the tied people may stand.
    fn over_every_order(key: &AnswerKey, sheets: &[&str], question: usize) -> Fraction {
        let size = group_size(sheets.len()).expect("two or more");
        let mut orders = Vec::new();
        permutations(&mut (0..sheets.len()).collect::<Vec<_>>(), 0, &mut orders);
        orders
            .retain(|order| order.windows(2).all(|pair| key.correct(sheets[pair[0]]) >= key.correct(sheets[pair[1]])));
        let knows = |person: &usize| sheets[*person].chars().nth(question) == key.letters().chars().nth(question);
        let difference: i64 = orders
            .iter()
            .map(|order| {
                let upper = order[..size].iter().filter(|person| knows(person)).count();
                let lower = order[order.len() - size..].iter().filter(|person| knows(person)).count();
                whole(upper) - whole(lower)
            })
            .sum();
        Fraction { top: difference, bottom: whole(orders.len()) * whole(size) }
    }

    fn permutations(order: &mut Vec<usize>, from: usize, out: &mut Vec<Vec<usize>>) {
        if from == order.len() {
            out.push(order.clone());
            return;
        }
        for at in from..order.len() {
            order.swap(from, at);
            permutations(order, from + 1, out);
            order.swap(from, at);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn discrimination_is_the_mean_over_every_order_of_tied_people(
            sheets in proptest::collection::vec("[AB-]{4}", 2..7)
        ) {
            let key = key("AABA");
            let sheets: Vec<&str> = sheets.iter().map(String::as_str).collect();
            for (question, item) in analyse(&key, &sheets).iter().enumerate() {
                let expected = over_every_order(&key, &sheets, question);
                prop_assert_eq!(item.discrimination, Some(expected.hundredths()));
                prop_assert_eq!(&item.discrimination_word, discrimination_word(expected));
            }
        }

        #[test]
        fn the_order_of_people_does_not_count(sheets in proptest::collection::vec("[A-E-]{12}", 1..40), by in 0..40_usize) {
            let key = key("ABCDEABCDEAB");
            let mut turned: Vec<&str> = sheets.iter().map(String::as_str).collect();
            let straight = analyse(&key, &turned);
            let places = by % turned.len();
            turned.rotate_left(places);
            turned.reverse();
            prop_assert_eq!(&analyse(&key, &turned), &straight);
            for item in straight {
                prop_assert!((-100..=100).contains(&item.discrimination.unwrap_or(0)));
                prop_assert_eq!(item.choices.iter().map(|(_, times)| *times).sum::<u32>() as usize, sheets.len());
            }
        }
    }
}
