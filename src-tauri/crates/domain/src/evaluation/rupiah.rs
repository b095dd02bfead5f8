//! Amounts of money in whole rupiah, as an office types and writes them.

/// The largest amount: twelve digits.
pub const MOST: i64 = 999_999_999_999;

/// Reads a typed amount: `12.500.000`, `Rp12500000`, `Rp 12.500.000,00`; none for an empty text.
///
/// # Errors
/// The sentence to show: not an amount, with sen, too large.
pub fn parse(text: &str) -> Result<Option<i64>, String> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let wrong = || format!("\"{text}\" bukan jumlah rupiah. Tulis misalnya 12.500.000.");
    let bare =
        text.strip_prefix("Rp").or_else(|| text.strip_prefix("rp")).map_or(text, |rest| rest.trim_start_matches('.'));
    let bare = bare.trim();
    let whole = match bare.split_once(',') {
        Some((whole, "-" | "0" | "00")) => whole,
        Some(_) => return Err(format!("{text} memuat sen. Tulis rupiah bulat, misalnya 12.500.000.")),
        None => bare,
    };
    let groups: Vec<&str> = whole.split('.').collect();
    let digits = groups.iter().all(|group| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit()));
    let thousands = groups.len() == 1
        || (groups.iter().skip(1).all(|group| group.len() == 3)
            && groups.first().is_some_and(|first| first.len() <= 3));
    if !digits || !thousands {
        return Err(wrong());
    }
    match groups.concat().parse::<i64>() {
        Ok(amount) if amount <= MOST => Ok(Some(amount)),
        Ok(_) | Err(_) => Err(format!("{text} terlalu besar: paling banyak dua belas angka.")),
    }
}

/// As an office writes it: `Rp12.500.000`.
#[must_use]
pub fn local(amount: i64) -> String {
    let sign = if amount < 0 { "-" } else { "" };
    let whole = usize::try_from(amount.unsigned_abs()).unwrap_or(usize::MAX);
    format!("{sign}Rp{}", crate::indonesian::thousands(whole))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn amounts_are_read_as_an_office_types_them() {
        for (typed, amount) in [
            ("12.500.000", Some(12_500_000)),
            ("12500000", Some(12_500_000)),
            ("Rp 12.500.000,00", Some(12_500_000)),
            ("Rp.750.000,-", Some(750_000)),
            ("0", Some(0)),
            ("  ", None),
        ] {
            assert_eq!(parse(typed), Ok(amount), "{typed}");
        }
        for wrong in ["dua juta", "12.50", "-5", "12,5", "1.2345.000", "1000000000000", "Rp", ".500", "1..000"] {
            assert!(parse(wrong).is_err(), "{wrong:?} is no amount");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(amount in 0..=MOST) {
            prop_assert_eq!(parse(&local(amount)), Ok(Some(amount)));
        }
    }
}
