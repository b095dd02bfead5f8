//! Names and titles. Stored apart, printed together, compared without titles.

/// Titles that stand before a name, without dots, lower case.
const FRONT: [&str; 26] = [
    "prof", "dr", "drg", "drh", "ir", "drs", "dra", "h", "hj", "kh", "apt", "ns", "bd", "ust", "tgk", "r", "rr", "st",
    "dt", "hc", "k", "ny", "tn", "sdr", "sdri", "bdn",
];

/// A name with its titles apart.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NameParts {
    /// Titles before the name, as written.
    pub front: String,
    /// The name itself.
    pub name: String,
    /// Titles after the name, as written, without the comma before them.
    pub back: String,
}

/// Takes a name as lists have it apart: `Dr. Ir. Siti Aminah, S.Sos., M.Si.`
///
/// A front title needs its dot unless it is an unmistakable one (Drs, Dra, Prof), so that the name `H Umar` or
/// `Ir Wandi` loses nothing.
#[must_use]
pub fn split(text: &str) -> NameParts {
    let text = tidy(text);
    let (front_and_name, back) = match text.split_once(',') {
        Some((before, after)) => (before.trim(), after.trim()),
        None => (text.as_str(), ""),
    };
    let mut rest = front_and_name;
    while let Some((word, after)) = rest.split_once(' ') {
        if !is_front_title(word) {
            break;
        }
        rest = after;
    }
    let front = front_and_name[..front_and_name.len() - rest.len()].trim();
    NameParts { front: front.to_owned(), name: rest.to_owned(), back: back.trim_matches(',').trim().to_owned() }
}

fn is_front_title(word: &str) -> bool {
    let known = |part: &str| FRONT.contains(&part.to_lowercase().as_str());
    let unmistakable = |part: &str| matches!(part.to_lowercase().as_str(), "drs" | "dra" | "prof");
    let parts: Vec<&str> = word.split('.').filter(|part| !part.is_empty()).collect();
    !parts.is_empty()
        && parts.iter().all(|part| known(part))
        && (word.ends_with('.') || parts.iter().all(|part| unmistakable(part)))
}

/// Name with titles on both sides as printed: `Dr. Siti Aminah, M.Si.`
#[must_use]
pub fn full(front: &str, name: &str, back: &str) -> String {
    let mut whole = String::new();
    if !front.trim().is_empty() {
        whole.push_str(front.trim());
        whole.push(' ');
    }
    whole.push_str(name.trim());
    if !back.trim().is_empty() {
        whole.push_str(", ");
        whole.push_str(back.trim());
    }
    whole
}

/// What two spellings of one person's name share: upper case letters and digits, single spaces, no titles.
#[must_use]
pub fn key(name: &str) -> String {
    words_key(&split(name).name)
}

/// What two spellings of anything else share, such as of a unit: as [`key`], but nothing after a comma is a title.
#[must_use]
pub fn words_key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_alphanumeric() {
            key.extend(letter.to_uppercase());
        } else if letter.is_whitespace() && !key.ends_with(' ') && !key.is_empty() {
            key.push(' ');
        }
    }
    key.trim_end().to_owned()
}

/// Single spaces, none at the ends; no-break and zero-width spaces count as spaces.
#[must_use]
pub fn tidy(text: &str) -> String {
    let mut tidy = String::with_capacity(text.len());
    for word in text.split(|letter: char| {
        letter.is_whitespace() || letter.is_control() || matches!(letter, '\u{200b}' | '\u{feff}')
    }) {
        if !word.is_empty() {
            if !tidy.is_empty() {
                tidy.push(' ');
            }
            tidy.push_str(word);
        }
    }
    tidy
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> (String, String, String) {
        let parts = split(text);
        (parts.front, parts.name, parts.back)
    }

    fn triple(front: &str, name: &str, back: &str) -> (String, String, String) {
        (front.to_owned(), name.to_owned(), back.to_owned())
    }

    #[test]
    fn titles_are_taken_off_both_sides() {
        assert_eq!(parts("Dr. Ir. Siti Aminah, S.Sos., M.Si."), triple("Dr. Ir.", "Siti Aminah", "S.Sos., M.Si."));
        assert_eq!(parts("Drs. H. AHMAD YANI"), triple("Drs. H.", "AHMAD YANI", ""));
        assert_eq!(parts("dr. Budi"), triple("dr.", "Budi", ""));
        assert_eq!(parts("Prof. Dr. dr. Rina Wati, Sp.A(K)"), triple("Prof. Dr. dr.", "Rina Wati", "Sp.A(K)"));
        assert_eq!(parts("  Ani "), triple("", "Ani", ""));
        assert_eq!(parts("M. Ridwan"), triple("", "M. Ridwan", ""));
        assert_eq!(parts("Dr.Ir. Umar"), triple("Dr.Ir.", "Umar", ""));
        assert_eq!(parts("Drs Umar"), triple("Drs", "Umar", ""));
        assert_eq!(parts("Ir Wandi"), triple("", "Ir Wandi", ""));
        assert_eq!(parts("H."), triple("", "H.", ""));
        assert_eq!(parts(""), triple("", "", ""));
    }

    #[test]
    fn comparing_ignores_titles_case_and_marks() {
        assert_eq!(key("Dr. Siti  Nur'aini, M.Si."), key("SITI NURAINI"));
        assert_ne!(key("Siti Aminah"), key("Siti Amina"));
    }

    #[test]
    fn titles_and_name_are_put_together_as_printed() {
        assert_eq!(full("Dr.", "Siti Aminah", "S.Sos., M.Si."), "Dr. Siti Aminah, S.Sos., M.Si.");
        assert_eq!(full("", "Ani", ""), "Ani");
    }
}
