//! The codes printed on anonymous sheets: drawn at random, short enough to type, with a last letter that tells a
//! mistyped code from one of another round.

use crate::world::World;
use std::collections::BTreeSet;

/// Letters and digits that are not taken for each other on paper: no I, O, 0, 1. There are 32, so that a letter is an
/// element of the field of 32.
const LETTERS: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
/// Letters of a code before its check letter.
const DRAWN: usize = 4;

/// Twice an element of the field of 32, by the polynomial x⁵ + x² + 1.
fn twice(value: u8) -> u8 {
    let doubled = value << 1;
    if doubled & 32 == 0 { doubled } else { (doubled & 31) ^ 0b0_0101 }
}

/// The check letter: the sum of the letters, each times another power of two, so that one wrong letter and two letters
/// changed about never go unnoticed.
fn check(values: &[u8]) -> u8 {
    values.iter().fold(0, |sum, value| twice(sum ^ value))
}

/// Draws codes that are not `taken` and not alike. They come in the order of the alphabet, which says nothing of
/// anything else.
#[must_use]
pub fn draw(world: &dyn World, number: usize, taken: &BTreeSet<String>) -> Vec<String> {
    let mut drawn = BTreeSet::new();
    while drawn.len() < number {
        let mut bytes = [0; DRAWN];
        world.random(&mut bytes);
        let values = bytes.map(|byte| byte & 31);
        let letters = values.into_iter().chain([check(&values)]);
        let code: String = letters.map(|value| char::from(LETTERS[usize::from(value)])).collect();
        if !taken.contains(&code) {
            drawn.insert(code);
        }
    }
    drawn.into_iter().collect()
}

/// Reads a typed code: capitals, spaces and hyphens do not matter.
///
/// # Errors
/// The sentence to show when no sheet can have this code.
pub fn read(text: &str) -> Result<String, String> {
    let code: String =
        text.chars().filter(|letter| !letter.is_whitespace() && *letter != '-').collect::<String>().to_uppercase();
    let places = code.bytes().map(|byte| LETTERS.iter().position(|letter| *letter == byte));
    let values: Option<Vec<u8>> = places.map(|place| place.and_then(|place| u8::try_from(place).ok())).collect();
    match values {
        _ if code.is_empty() => Err("Kode lembar belum diisi.".to_owned()),
        Some(values) if values.len() == DRAWN + 1 && check(&values[..DRAWN]) == values[DRAWN] => Ok(code),
        Some(values) if values.len() == DRAWN + 1 => {
            Err(format!("Kode {code} salah ketik. Samakan dengan kode di kanan atas lembar."))
        }
        Some(_) | None => Err(format!(
            "\"{}\" bukan kode lembar. Kode terdiri dari {} huruf atau angka di kanan atas lembar.",
            text.trim(),
            DRAWN + 1
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world::FixedWorld;
    use chrono::NaiveDate;
    use proptest::prelude::*;

    fn world(seed: u64) -> FixedWorld {
        FixedWorld::new(NaiveDate::from_ymd_opt(2026, 3, 2).unwrap(), seed)
    }

    #[test]
    fn codes_differ_from_each_other_and_from_those_taken() {
        let first = draw(&world(1), 200, &BTreeSet::new());
        let taken: BTreeSet<String> = first.iter().cloned().collect();
        assert_eq!(taken.len(), 200);
        assert!(first.is_sorted());
        assert!(draw(&world(1), 200, &taken).iter().all(|code| !taken.contains(code)), "the same draws are skipped");
        assert_ne!(draw(&world(2), 200, &BTreeSet::new()), first);
        for code in &first {
            assert!(code.bytes().all(|byte| !b"IO01".contains(&byte)), "{code}");
            assert_eq!(read(&format!(" {}-{} ", &code[..2].to_lowercase(), &code[2..])), Ok(code.clone()));
        }
    }

    /// Every letter is drawn about as often as any other: a code says nothing of when it was drawn.
    #[test]
    fn letters_are_drawn_evenly() {
        let mut times = [0_u32; 32];
        for code in draw(&world(3), 8_000, &BTreeSet::new()) {
            for byte in code.bytes() {
                times[LETTERS.iter().position(|letter| *letter == byte).unwrap()] += 1;
            }
        }
        assert!(times.iter().all(|times| (1_000..1_500).contains(times)), "{times:?} around 1,250");
    }

    #[test]
    fn what_cannot_be_a_code_says_why() {
        assert_eq!(read(" "), Err("Kode lembar belum diisi.".to_owned()));
        assert!(read("ABC").unwrap_err().contains("bukan kode lembar"));
        assert!(read("AB0DE").unwrap_err().contains("bukan kode lembar"));
        assert!(read("ÄBCDE").unwrap_err().contains("bukan kode lembar"));
    }

    proptest! {
        #[test]
        fn one_wrong_letter_or_two_changed_about_are_noticed(seed in any::<u64>(), at in 0_usize..5, other in 0_usize..5,
                                                             letter in 0_usize..32) {
            let code = draw(&world(seed), 1, &BTreeSet::new()).remove(0);
            let mut wrong = code.clone().into_bytes();
            wrong[at] = LETTERS[letter];
            let typed = String::from_utf8(wrong).unwrap();
            prop_assert_eq!(read(&typed).is_ok(), typed == code);
            let mut changed = code.clone().into_bytes();
            changed.swap(at, other);
            let typed = String::from_utf8(changed).unwrap();
            prop_assert_eq!(read(&typed).is_ok(), typed == code);
        }
    }
}
