//! Levels as typed: `3`, `3,5`, `3.25`.

/// Lowest level that can be seen in a person, in hundredths: level 1 (paham).
pub const LOWEST_SEEN: u16 = 100;
/// Highest, in hundredths: level 5.
pub const HIGHEST_SEEN: u16 = 500;

/// Reads a typed level from 1 to 5 with at most two decimals after a comma or a point, as hundredths of a level.
///
/// # Errors
/// The sentence to show.
pub fn parse(text: &str) -> Result<u16, String> {
    let text = text.trim();
    let wrong = || format!("\"{text}\" bukan level. Tulis angka 1 sampai 5, misalnya 3 atau 3,50.");
    let (whole, fraction) = match text.split_once([',', '.']) {
        Some((_, "")) => return Err(wrong()),
        Some(parts) => parts,
        None => (text, ""),
    };
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !digits(whole.trim_start_matches('-')) || whole == "-" || !digits(fraction) {
        return Err(wrong());
    }
    if fraction.len() > 2 {
        return Err(format!("Level {text} mempunyai lebih dari dua angka di belakang koma."));
    }
    let hundredths = format!("{whole}{fraction:0<2}").parse::<i64>().unwrap_or(i64::MAX);
    u16::try_from(hundredths)
        .ok()
        .filter(|level| (LOWEST_SEEN..=HIGHEST_SEEN).contains(level))
        .ok_or_else(|| format!("Level {text} di luar 1 sampai 5."))
}

/// As printed, without decimals where there are none: `3`, `3,50`.
#[must_use]
pub fn local(level: u16) -> String {
    match level % 100 {
        0 => (level / 100).to_string(),
        rest => format!("{},{rest:02}", level / 100),
    }
}

#[cfg(test)]
mod tests {
    use super::{local, parse};
    use proptest::prelude::*;

    #[test]
    fn typed_levels_are_read_with_comma_or_point() {
        for (text, level) in [("1", 100), (" 5 ", 500), ("3,5", 350), ("3.25", 325), ("4,00", 400)] {
            assert_eq!(parse(text), Ok(level), "{text}");
        }
        for text in ["", "x", "-", "3,", ",5", "0", "0,99", "5,01", "6", "-3", "3,255", "3 5", "1e1", "99999999999"] {
            let refused = parse(text).expect_err(text);
            assert!(refused.contains("1 sampai 5") || refused.contains("dua angka"), "{refused}");
        }
    }

    proptest! {
        #[test]
        fn what_is_printed_is_read_back(level in 100_u16..=500) {
            prop_assert_eq!(parse(&local(level)), Ok(level));
        }
    }
}
