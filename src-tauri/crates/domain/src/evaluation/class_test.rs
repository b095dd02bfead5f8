//! The test before and after a class: its key, the answers, the score that follows from them.

use crate::score::{Score, quotient};

/// Most questions of a test.
const MOST_QUESTIONS: usize = 200;

/// Stands for a question without an answer.
pub const NO_ANSWER: char = '-';

/// The letters of the choices.
pub const CHOICES: [char; 5] = ['A', 'B', 'C', 'D', 'E'];

/// The key of a test: one letter for each question; without any the scores are typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AnswerKey(String);

impl AnswerKey {
    /// Reads a key as people write it: capitals or not, spaces do not count. An empty text is a test without a key.
    ///
    /// # Errors
    /// The sentence to show: a letter outside A to E, too many questions.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut letters = String::new();
        for letter in written(text) {
            if !CHOICES.contains(&letter) {
                let number = letters.chars().count() + 1;
                return Err(format!("Kunci soal {number} berisi \"{letter}\". Kunci hanya memakai huruf A sampai E."));
            }
            letters.push(letter);
        }
        if letters.len() > MOST_QUESTIONS {
            return Err(format!("Kunci memuat {} soal, paling banyak {MOST_QUESTIONS}.", letters.len()));
        }
        Ok(Self(letters))
    }

    /// The letters.
    #[must_use]
    pub fn letters(&self) -> &str {
        &self.0
    }

    /// True for a test whose scores are typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many questions there are.
    #[must_use]
    pub fn questions(&self) -> u32 {
        u32::try_from(self.0.len()).unwrap_or(u32::MAX)
    }

    /// Reads the answers of one sheet, a letter for each question; `-` or a point stands for none, spaces do not count.
    ///
    /// # Errors
    /// The sentence to show: a letter outside A to E, too few or too many answers.
    pub fn answers(&self, text: &str) -> Result<String, String> {
        let mut letters = String::new();
        for letter in written(text) {
            match letter {
                NO_ANSWER | '.' => letters.push(NO_ANSWER),
                letter if CHOICES.contains(&letter) => letters.push(letter),
                letter => {
                    let number = letters.chars().count() + 1;
                    return Err(format!(
                        "Jawaban soal {number} berisi \"{letter}\". Tulis huruf A sampai E, atau - bila kosong."
                    ));
                }
            }
        }
        if letters.len() != self.0.len() {
            return Err(format!(
                "Ada {} jawaban untuk {} soal. Tulis satu huruf untuk setiap soal, - untuk yang kosong.",
                letters.len(),
                self.0.len()
            ));
        }
        Ok(letters)
    }

    /// How many answers are right.
    #[must_use]
    pub fn correct(&self, answers: &str) -> u32 {
        let right = self.0.chars().zip(answers.chars()).filter(|(key, answer)| key == answer).count();
        u32::try_from(right).unwrap_or(u32::MAX)
    }

    /// Right answers out of all questions × 100, rounded once to two places; none without a key.
    #[must_use]
    pub fn score(&self, answers: &str) -> Option<Score> {
        Score::from_hundredths(quotient(u64::from(self.correct(answers)) * 10_000, self.questions())?).ok()
    }
}

/// The letters of a text, capital, without white space.
fn written(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|letter| !letter.is_whitespace()).flat_map(char::to_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_read_as_people_write_it() {
        assert_eq!(AnswerKey::parse(" abcde AB ").unwrap().letters(), "ABCDEAB");
        assert!(AnswerKey::parse("").unwrap().is_empty());
        let wrong = AnswerKey::parse("ABF").unwrap_err();
        assert_eq!(wrong, "Kunci soal 3 berisi \"F\". Kunci hanya memakai huruf A sampai E.");
        assert!(AnswerKey::parse("AB-").is_err(), "every question has an answer in the key");
        assert!(AnswerKey::parse(&"A".repeat(200)).is_ok());
        assert_eq!(AnswerKey::parse(&"A".repeat(201)).unwrap_err(), "Kunci memuat 201 soal, paling banyak 200.");
    }

    #[test]
    fn answers_need_a_letter_for_every_question() {
        let key = AnswerKey::parse("ABCDE").unwrap();
        assert_eq!(key.answers("ab - de").unwrap(), "AB-DE");
        assert_eq!(key.answers("..... ").unwrap(), "-----");
        assert_eq!(
            key.answers("ABCD").unwrap_err(),
            "Ada 4 jawaban untuk 5 soal. Tulis satu huruf untuk setiap soal, - untuk yang kosong."
        );
        assert!(key.answers("ABCDEA").is_err());
        assert!(key.answers("ABXDE").unwrap_err().starts_with("Jawaban soal 3 berisi \"X\"."));
    }

    #[test]
    fn the_score_is_rounded_once_to_two_places() {
        let score = |key: &str, answers: &str| {
            let key = AnswerKey::parse(key).unwrap();
            key.score(&key.answers(answers).unwrap()).map(|score| score.to_string())
        };
        assert_eq!(score("ABC", "AB-"), Some("66.67".to_owned()));
        assert_eq!(score("ABC", "A--"), Some("33.33".to_owned()));
        assert_eq!(score("ABCDEABC", "A-------"), Some("12.50".to_owned()));
        assert_eq!(score("ABC", "CAB"), Some("0.00".to_owned()));
        assert_eq!(score("ABC", "ABC"), Some("100.00".to_owned()));
        assert_eq!(AnswerKey::default().score(""), None);
    }
}
