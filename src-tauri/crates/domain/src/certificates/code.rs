//! The signed text inside the QR: what it says and how it is written. Signing and checking the signature is `app`'s.
//!
//! One line, fields parted by `|`: `BINAASN1|nomor|NIP tersamar|nama|program|tanggal terbit|kunci|tanda tangan`.
//! The key is named by the first bytes of its hash, the Ed25519 signature (64 bytes) is written in base 32.

use chrono::NaiveDate;

/// First field of every text of this version.
pub const MARK: &str = "BINAASN1";

const ALPHABET: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// What the text says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeFacts {
    /// Certificate number.
    pub number: String,
    /// NIP of which only parts can be read, or empty.
    pub masked_nip: String,
    /// Name with titles.
    pub name: String,
    /// Programme.
    pub programme: String,
    /// Date of issue.
    pub date: NaiveDate,
    /// Short name of the signing key.
    pub key: String,
}

/// A text that has the shape of a certificate code; its signature is not checked yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParsedCode {
    /// What it says.
    pub facts: CodeFacts,
    /// The part that was signed.
    pub signed: String,
    /// The signature.
    pub signature: Vec<u8>,
}

impl CodeFacts {
    /// The text to sign.
    #[must_use]
    pub fn signed_text(&self) -> String {
        let clean = |text: &str| crate::people::name::tidy(&text.replace('|', "/"));
        format!(
            "{MARK}|{}|{}|{}|{}|{}|{}",
            clean(&self.number),
            self.masked_nip,
            clean(&self.name),
            clean(&self.programme),
            self.date,
            self.key
        )
    }
}

/// The whole text from the signed part and the signature.
#[must_use]
pub fn whole(signed: &str, signature: &[u8]) -> String {
    format!("{signed}|{}", base32(signature))
}

/// Reads a text that was scanned or typed: line breaks and spaces at the ends do not count.
///
/// # Errors
/// The sentence to show when it is no certificate text of ours.
pub fn parse(text: &str) -> Result<ParsedCode, String> {
    let wrong =
        || "Teks ini bukan kode sertifikat BinaASN yang utuh. Pindai ulang, atau salin seluruh teksnya.".to_owned();
    let text: String = text.trim().chars().filter(|letter| !matches!(letter, '\r' | '\n')).collect();
    let (signed, signature) = text.rsplit_once('|').ok_or_else(wrong)?;
    let fields: Vec<&str> = signed.split('|').collect();
    let [MARK, number, masked_nip, name, programme, date, key] = fields.as_slice() else {
        return Err(wrong());
    };
    let signature = from_base32(signature.trim()).filter(|bytes| bytes.len() == 64).ok_or_else(wrong)?;
    let date = date.parse().map_err(|_| wrong())?;
    let facts = CodeFacts {
        number: (*number).to_owned(),
        masked_nip: (*masked_nip).to_owned(),
        name: (*name).to_owned(),
        programme: (*programme).to_owned(),
        date,
        key: (*key).to_owned(),
    };
    Ok(ParsedCode { facts, signed: signed.to_owned(), signature })
}

/// The short code printed below the QR for typing: 20 letters of the signature in groups of five (100 bits).
#[must_use]
pub fn short(code: &str) -> String {
    let signature = code.rsplit('|').next().unwrap_or_default();
    let letters: Vec<char> = signature.chars().take(20).collect();
    letters.chunks(5).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

/// A typed short code in its canonical form, if the text can be one.
#[must_use]
pub fn parse_short(text: &str) -> Option<String> {
    let letters: String = text
        .trim()
        .chars()
        .filter(|letter| !matches!(letter, '-' | ' '))
        .map(|letter| match letter.to_ascii_uppercase() {
            '0' => 'O',
            '1' => 'I',
            other => other,
        })
        .collect();
    (letters.len() == 20 && letters.bytes().all(|letter| ALPHABET.contains(&letter))).then(|| short(&letters))
}

/// RFC 4648 base 32 without padding.
#[must_use]
pub fn base32(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(5) * 8);
    let (mut buffer, mut bits) = (0_u32, 0_u32);
    for byte in bytes {
        buffer = (buffer << 8) | u32::from(*byte);
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            text.push(char::from(ALPHABET[(buffer >> bits) as usize & 31]));
        }
        buffer &= (1 << bits) - 1;
    }
    if bits > 0 {
        text.push(char::from(ALPHABET[(buffer << (5 - bits)) as usize & 31]));
    }
    text
}

/// Reads base 32; refuses other letters and bits that no writer sets, so that every change of a letter is seen.
fn from_base32(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() * 5 / 8);
    let (mut buffer, mut bits) = (0_u32, 0_u32);
    for letter in text.bytes() {
        let value = ALPHABET.iter().position(|known| *known == letter)?;
        buffer = (buffer << 5) | u32::try_from(value).ok()?;
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from(buffer >> bits).ok()?);
            buffer &= (1 << bits) - 1;
        }
    }
    (buffer == 0 && bits < 5).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn facts() -> CodeFacts {
        CodeFacts {
            number: "800.2/031/BKPSDM/V/2026".to_owned(),
            masked_nip: "1986***********999".to_owned(),
            name: "Dr. Siti | Aminah, M.Si.".to_owned(),
            programme: "Pelayanan Publik Digital".to_owned(),
            date: NaiveDate::from_ymd_opt(2026, 5, 4).expect("a day"),
            key: "ABCDE".to_owned(),
        }
    }

    #[test]
    fn a_text_is_read_back_whole() {
        let signed = facts().signed_text();
        let code = whole(&signed, &[7; 64]);
        let parsed = parse(&format!("  {code}\r\n")).expect("our own text");
        assert_eq!((parsed.signed.as_str(), parsed.signature.as_slice()), (signed.as_str(), [7; 64].as_slice()));
        assert_eq!(parsed.facts.name, "Dr. Siti / Aminah, M.Si.");
        assert_eq!(parse_short(&short(&code).to_lowercase()), Some(short(&code)));
        for wrong in ["", "800.2/031", "BINAASN1|a|b", &code[..code.len() - 1], &format!("{code}A")] {
            assert!(parse(wrong).is_err(), "{wrong:?}");
        }
    }

    proptest! {
        #[test]
        fn base32_reads_back(bytes in proptest::collection::vec(any::<u8>(), 0..80)) {
            prop_assert_eq!(from_base32(&base32(&bytes)), Some(bytes));
        }

        #[test]
        fn any_text_is_judged_without_panic(text in "\\PC{0,200}") {
            let _ = parse(&text);
            let _ = parse_short(&text);
        }
    }
}
