//! Pangkat and golongan: 17 ranks of PNS (I/a to IV/e) and golongan I to XVII of PPPK.

use serde::{Deserialize, Serialize};
use specta::Type;

const PNS: [(&str, &str); 17] = [
    ("I/a", "Juru Muda"),
    ("I/b", "Juru Muda Tingkat I"),
    ("I/c", "Juru"),
    ("I/d", "Juru Tingkat I"),
    ("II/a", "Pengatur Muda"),
    ("II/b", "Pengatur Muda Tingkat I"),
    ("II/c", "Pengatur"),
    ("II/d", "Pengatur Tingkat I"),
    ("III/a", "Penata Muda"),
    ("III/b", "Penata Muda Tingkat I"),
    ("III/c", "Penata"),
    ("III/d", "Penata Tingkat I"),
    ("IV/a", "Pembina"),
    ("IV/b", "Pembina Tingkat I"),
    ("IV/c", "Pembina Utama Muda"),
    ("IV/d", "Pembina Utama Madya"),
    ("IV/e", "Pembina Utama"),
];

const PPPK: [&str; 17] =
    ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII"];

/// A rank in canonical form: `III/b` for PNS, `IX` for PPPK.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(try_from = "String", into = "String")]
#[specta(type = String)]
pub struct Rank {
    pppk: bool,
    step: u8,
}

impl Rank {
    /// Reads the forms met in lists: `III/b`, `III.b`, `IIIB`, `Penata Muda Tk. I (III/b)`, `Golongan IX`, `IX`,
    /// `Pembina Utama Muda, IV/c`, a pangkat without golongan.
    ///
    /// # Errors
    /// The sentence to show.
    pub fn parse(text: &str) -> Result<Self, String> {
        let wrong = || format!("\"{}\" bukan golongan. Tulis misalnya III/b (PNS) atau IX (PPPK).", text.trim());
        let words: Vec<String> = text
            .to_uppercase()
            .replace("TK.", "TINGKAT ")
            .split(|letter: char| !letter.is_alphanumeric() && letter != '/' && letter != '.')
            .map(|word| word.trim_matches('.').to_owned())
            .filter(|word| !word.is_empty())
            .map(|word| if word == "TK" { "TINGKAT".to_owned() } else { word })
            .collect();
        let words: Vec<&str> = words.iter().flat_map(|word| split_slash(word)).collect();
        let found = (0..words.len()).find_map(|at| pns_code(words[at], words.get(at + 1).copied()));
        if let Some(rank) = found {
            return Ok(rank);
        }
        let name: Vec<&str> =
            words.iter().copied().filter(|word| !matches!(*word, "GOLONGAN" | "GOL" | "RUANG")).collect();
        if let [single] = name.as_slice()
            && let Some(step) = PPPK.iter().position(|golongan| golongan == single)
        {
            return Ok(Self { pppk: true, step: u8::try_from(step).unwrap_or(0) });
        }
        let name = name.join(" ");
        PNS.iter()
            .position(|(_, pangkat)| pangkat.to_uppercase() == name)
            .map(|step| Self { pppk: false, step: u8::try_from(step).unwrap_or(0) })
            .ok_or_else(wrong)
    }

    /// `III/b`, or `IX` for PPPK.
    #[must_use]
    pub fn code(self) -> &'static str {
        if self.pppk { PPPK[usize::from(self.step)] } else { PNS[usize::from(self.step)].0 }
    }

    /// The pangkat; PPPK have none.
    #[must_use]
    pub fn name(self) -> Option<&'static str> {
        (!self.pppk).then(|| PNS[usize::from(self.step)].1)
    }

    /// As printed on a certificate: `Penata Muda Tingkat I, III/b` or `Golongan IX`.
    #[must_use]
    pub fn printed(self) -> String {
        match self.name() {
            Some(name) => format!("{name}, {}", self.code()),
            None => format!("Golongan {}", self.code()),
        }
    }

    /// Steps above the lowest rank, 0 to 16. PNS and PPPK are set side by side: golongan IX is the step of III/a.
    /// [D] default of the office.
    #[must_use]
    pub fn step(self) -> u8 {
        self.step
    }

    /// A number that rises with the rank; PNS stand above PPPK in lists (DUK order).
    #[must_use]
    pub fn order(self) -> u8 {
        if self.pppk { self.step + 1 } else { self.step + 21 }
    }
}

/// `III/B` and `III.B` into `III` and `B`; anything else stays whole.
fn split_slash(word: &str) -> Vec<&str> {
    word.split(['/', '.']).filter(|part| !part.is_empty()).collect()
}

/// `III` followed by `B`, or `IIIB` in one word.
fn pns_code(word: &str, next: Option<&str>) -> Option<Rank> {
    let golongan = |roman: &str| ["I", "II", "III", "IV"].iter().position(|known| *known == roman);
    let (roman, letter) = match (golongan(word), next) {
        (Some(roman), Some(letter)) => (roman, letter),
        (Some(_), None) => return None,
        (None, _) => {
            let at = word.len().checked_sub(1).filter(|at| word.is_char_boundary(*at))?;
            (golongan(&word[..at])?, &word[at..])
        }
    };
    let letter = ["A", "B", "C", "D", "E"].iter().position(|known| *known == letter)?;
    let step = roman * 4 + letter;
    (letter < 4 || roman == 3).then(|| Rank { pppk: false, step: u8::try_from(step).unwrap_or(0) })
}

impl std::fmt::Display for Rank {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.code())
    }
}

impl TryFrom<String> for Rank {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Self::parse(&text)
    }
}

impl From<Rank> for String {
    fn from(rank: Rank) -> Self {
        rank.code().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_forms_met_in_lists_have_one_canonical_form() {
        for (text, code) in [
            ("Penata Muda / III/a", "III/a"),
            ("Penata Muda Tk. I (III/b)", "III/b"),
            ("III.b", "III/b"),
            ("IIIB", "III/b"),
            ("iii/b", "III/b"),
            ("III b", "III/b"),
            ("Penata Muda Tingkat I, III/b", "III/b"),
            ("III/b - Penata Muda Tingkat I", "III/b"),
            ("Pembina Utama Muda, IV/c", "IV/c"),
            ("IV.e", "IV/e"),
            ("Pembina", "IV/a"),
            ("Penata Tk.I", "III/d"),
            ("Penata Tk I", "III/d"),
            ("Golongan IX", "IX"),
            ("IX", "IX"),
            ("Gol. V", "V"),
            ("Gol. Ruang III/d", "III/d"),
            ("Golongan III", "III"),
        ] {
            assert_eq!(Rank::parse(text).map(Rank::code), Ok(code), "{text:?}");
        }
        for wrong in ["", "III/f", "V/a", "Kepala", "XVIII", "III/e", "9", "-"] {
            assert!(Rank::parse(wrong).is_err(), "{wrong:?} is no rank");
        }
    }

    #[test]
    fn steps_set_pppk_beside_pns() {
        for (pppk, pns) in [("I", "I/a"), ("V", "II/a"), ("IX", "III/a"), ("XIII", "IV/a"), ("XVII", "IV/e")] {
            assert_eq!(Rank::parse(pppk).map(Rank::step), Rank::parse(pns).map(Rank::step), "{pppk} and {pns}");
        }
    }

    #[test]
    fn every_rank_reads_back_and_rises() {
        let mut last = 0;
        for code in PPPK.iter().copied().chain(PNS.iter().map(|(code, _)| *code)) {
            let rank = Rank::parse(code).expect(code);
            assert_eq!(rank.code(), code);
            assert_eq!(Rank::parse(&rank.printed()), Ok(rank), "printed form of {code}");
            assert!(rank.order() > last, "{code} stands above the one before");
            last = rank.order();
        }
    }
}
