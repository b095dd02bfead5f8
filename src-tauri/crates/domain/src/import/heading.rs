//! How a heading is compared: by its words, whatever its dots, breaks, underscores and letter spacing.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use specta::Type;

/// One field that an import looks for.
#[derive(Debug, Clone, Copy)]
pub struct FieldSpec {
    /// Stable name of the field, such as `birth_date`.
    pub id: &'static str,
    /// What the operator reads in the mapping screen, such as `Tanggal lahir`.
    pub label: &'static str,
    /// Headings that mean exactly this field; the order of their words does not count.
    pub synonyms: &'static [&'static str],
    /// Words that, found side by side inside a longer heading, probably mean this field.
    pub phrases: &'static [&'static str],
    /// Words that forbid a match by phrase.
    pub not: &'static [&'static str],
    /// True when the import cannot do without it.
    pub required: bool,
}

/// What an import looks for in a sheet.
#[derive(Debug, Clone, Copy)]
pub struct HeaderSpec {
    /// The fields; where two match alike, the earlier wins.
    pub fields: &'static [FieldSpec],
    /// The fields that make a row a row of data: one of them is filled in each. Never filled down.
    pub keys: &'static [&'static str],
}

impl HeaderSpec {
    /// The field of this name.
    #[must_use]
    pub fn field(&self, id: &str) -> Option<&'static FieldSpec> {
        self.fields.iter().find(|field| field.id == id)
    }
}

/// How sure the program is of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// No field was found for it.
    None,
    /// Guessed from a part of the heading or from the values; the operator should look.
    Likely,
    /// The heading is a known one.
    Exact,
    /// The operator said so.
    Chosen,
}

/// The words of a heading in capitals: `N I P`, `N.I.P.` and `Nip` are all `["NIP"]`.
#[must_use]
pub fn words(heading: &str) -> Vec<String> {
    let upper = heading.to_uppercase();
    let mut out: Vec<String> = Vec::new();
    let mut letters = String::new();
    for word in upper.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if word.chars().count() == 1 && word.chars().all(char::is_alphabetic) {
            letters.push_str(word);
            continue;
        }
        if !letters.is_empty() {
            out.push(std::mem::take(&mut letters));
        }
        out.push(word.to_owned());
    }
    if !letters.is_empty() {
        out.push(letters);
    }
    out
}

/// A heading on one line, as it is shown.
#[must_use]
pub fn one_line(heading: &str) -> String {
    heading.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn key(words: &[String]) -> String {
    words.concat()
}

fn bag(words: &[String]) -> String {
    let mut sorted: Vec<&str> = words.iter().map(String::as_str).collect();
    sorted.sort_unstable();
    sorted.join(" ")
}

/// A phrase that points to a field.
#[derive(Debug)]
struct Phrase {
    field: usize,
    words: Vec<String>,
}

/// A spec made ready for comparing many headings.
#[derive(Debug)]
pub struct Matcher {
    exact: BTreeMap<String, usize>,
    bags: BTreeMap<String, usize>,
    phrases: Vec<Phrase>,
    spec: HeaderSpec,
}

/// Words of a heading over several columns that say nothing of their own.
const PLAIN_GROUPS: &[&str] = &["BIODATA", "IDENTITAS", "DATA", "PEGAWAI", "PRIBADI", "ASN", "PNS", "PESERTA", "DIRI"];
/// Headings that mean something else under each group: `NAMA` under `JABATAN` is not the person's name.
const NEEDS_GROUP: &[&str] = &["NAMA", "TMT", "TAHUN", "THN", "BULAN", "BLN", "NOMOR", "NO", "TANGGAL", "TGL"];

impl Matcher {
    /// Makes a spec ready.
    #[must_use]
    pub fn new(spec: &HeaderSpec) -> Self {
        let mut exact = BTreeMap::new();
        let mut bags = BTreeMap::new();
        let mut phrases = Vec::new();
        for (index, field) in spec.fields.iter().enumerate() {
            for synonym in field.synonyms {
                let words = words(synonym);
                exact.entry(key(&words)).or_insert(index);
                bags.entry(bag(&words)).or_insert(index);
            }
            phrases.extend(field.phrases.iter().map(|phrase| Phrase { field: index, words: words(phrase) }));
        }
        phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.words.len()));
        Self { exact, bags, phrases, spec: *spec }
    }

    /// The spec that was made ready.
    #[must_use]
    pub fn spec(&self) -> &HeaderSpec {
        &self.spec
    }

    /// The field that a heading of one or several rows means, from the group at the top to the heading at the bottom.
    #[must_use]
    pub fn field(&self, levels: &[&str]) -> Option<(&'static FieldSpec, Confidence)> {
        let levels: Vec<Vec<String>> =
            levels.iter().map(|text| words(text)).filter(|words| !words.is_empty()).collect();
        let (last, groups) = levels.split_last()?;
        let all: Vec<String> = levels.iter().flatten().cloned().collect();
        let found = self
            .known(&all)
            .map(|field| (field, Confidence::Exact))
            .or_else(|| self.under_group(groups, last).map(|field| (field, Confidence::Likely)))
            .or_else(|| self.by_phrase(&all).map(|field| (field, Confidence::Likely)));
        found.map(|(index, confidence)| (&self.spec.fields[index], confidence))
    }

    fn known(&self, words: &[String]) -> Option<usize> {
        self.exact.get(&key(words)).or_else(|| self.bags.get(&bag(words))).copied()
    }

    fn under_group(&self, groups: &[Vec<String>], last: &[String]) -> Option<usize> {
        if groups.is_empty() {
            return None;
        }
        let nearest = groups.last().map(|group| [group.as_slice(), last].concat());
        if let Some(field) = nearest.and_then(|words| self.known(&words)) {
            return Some(field);
        }
        let plain = groups.iter().flatten().all(|word| PLAIN_GROUPS.contains(&word.as_str()));
        let needs_group = last.len() == 1 && NEEDS_GROUP.contains(&last[0].as_str());
        if needs_group && !plain { None } else { self.known(last) }
    }

    fn by_phrase(&self, heading: &[String]) -> Option<usize> {
        // The ids of SIASN ("UNOR ID") are codes, never the text that a field wants.
        if heading.iter().any(|word| word == "ID") {
            return None;
        }
        let has = |word: &str| heading.iter().any(|other| other == word);
        self.phrases
            .iter()
            .find(|phrase| {
                !self.spec.fields[phrase.field].not.iter().any(|word| has(word))
                    && heading.windows(phrase.words.len()).any(|part| part == phrase.words.as_slice())
            })
            .map(|phrase| phrase.field)
    }
}
