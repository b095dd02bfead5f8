//! Text with separators (CSV, TSV): the separator and the encoding are found from the content.

use domain::sheet::{Cell, Sheet};
use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::read::{Filling, Problem};

/// How many rows decide which separator it is.
const ROWS_COMPARED: usize = 40;

/// Reads the one sheet of a text file, named after the file.
pub(super) fn read(name: &str, bytes: &[u8]) -> Result<Vec<Sheet>, Problem> {
    let text = decode(bytes);
    let (separator, text) = match named_separator(&text) {
        Some(named) => named,
        None => (likely_separator(&text), text.as_str()),
    };
    let mut filling = Filling::default();
    let mut records = Records::new(text, separator);
    let mut row = 0;
    while let Some(record) = records.next_record()? {
        for (column, field) in record.into_iter().enumerate() {
            let field = unguarded(field);
            if !field.trim().is_empty() {
                filling.put(row, column, Cell::Text(field))?;
            }
        }
        row += 1;
    }
    let sheet_name = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    Ok(vec![Sheet { name: sheet_name.to_owned(), rows: filling.take(), merged: Vec::new() }])
}

/// True for bytes that no text file has.
pub(super) fn looks_binary(bytes: &[u8]) -> bool {
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        return false;
    }
    let odd = |byte: &u8| *byte == 0x7F || (*byte < b' ' && !matches!(*byte, b'\t' | b'\n' | b'\r' | 0x0C | 0x1A));
    let part = &bytes[..bytes.len().min(64 * 1024)];
    part.contains(&0) || part.iter().filter(|byte| odd(byte)).count() * 100 > part.len()
}

/// UTF-8 or UTF-16 by its mark, else UTF-8 if it is that, else Windows-1252, in which every byte is a letter.
fn decode(bytes: &[u8]) -> String {
    if bytes.starts_with(b"\xFF\xFE") {
        return UTF_16LE.decode_with_bom_removal(bytes).0.into_owned();
    }
    if bytes.starts_with(b"\xFE\xFF") {
        return UTF_16BE.decode_with_bom_removal(bytes).0.into_owned();
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(),
    }
}

/// The line `sep=;` that Excel understands; Excel does not count it as a row.
fn named_separator(text: &str) -> Option<(char, &str)> {
    let (line, rest) = text.split_once('\n')?;
    let named = line.trim_end_matches('\r').strip_prefix("sep=")?;
    let mut letters = named.chars();
    let separator = letters.next()?;
    letters.next().is_none().then_some((separator, rest))
}

/// The separator by which most rows have the same number of fields; `;` where none is better.
fn likely_separator(text: &str) -> char {
    let mut best = (0, ';');
    for separator in [';', ',', '\t'] {
        let mut records = Records::new(text, separator);
        let mut counts: Vec<usize> = Vec::new();
        while counts.len() < ROWS_COMPARED {
            match records.next_record() {
                Ok(Some(record)) if record.iter().all(String::is_empty) => {}
                Ok(Some(record)) => counts.push(record.len()),
                Ok(None) | Err(_) => break,
            }
        }
        let same = |count: usize| counts.iter().filter(|other| **other == count).count();
        let score =
            counts.iter().filter(|count| **count > 1).map(|&count| same(count) * (count - 1)).max().unwrap_or(0);
        if score > best.0 {
            best = (score, separator);
        }
    }
    best.1
}

/// Takes off the apostrophe that guards a text against being run as a formula, as our own CSV files have it.
fn unguarded(field: String) -> String {
    match field.strip_prefix('\'') {
        Some(rest) if super::write::needs_guard(rest) => rest.to_owned(),
        _ => field,
    }
}

/// The records of a text. Empty lines are records too, so that row numbers are those of the spreadsheet program.
struct Records<'a> {
    letters: std::iter::Peekable<std::str::Chars<'a>>,
    separator: char,
    row: usize,
}

impl<'a> Records<'a> {
    fn new(text: &'a str, separator: char) -> Self {
        Self { letters: text.chars().peekable(), separator, row: 0 }
    }

    fn next_record(&mut self) -> Result<Option<Vec<String>>, Problem> {
        if self.letters.peek().is_none() {
            return Ok(None);
        }
        self.row += 1;
        let mut record = Vec::new();
        loop {
            let field = if self.letters.peek() == Some(&'"') { self.quoted()? } else { String::new() };
            let (field, ended) = self.plain(field);
            record.push(field);
            if ended {
                return Ok(Some(record));
            }
        }
    }

    /// The content of a quoted field up to its closing quote.
    fn quoted(&mut self) -> Result<String, Problem> {
        let mut field = String::new();
        self.letters.next();
        while let Some(letter) = self.letters.next() {
            if letter != '"' {
                field.push(letter);
            } else if self.letters.peek() == Some(&'"') {
                field.push('"');
                self.letters.next();
            } else {
                return Ok(field);
            }
        }
        Err(Problem::new(
            format!("memuat tanda kutip di baris {} yang tidak ditutup", self.row),
            "Tutup atau hapus tanda kutip itu, atau simpan ulang daftarnya sebagai .xlsx.",
        ))
    }

    /// The rest of a field; true when the record ends with it.
    fn plain(&mut self, mut field: String) -> (String, bool) {
        while let Some(letter) = self.letters.next() {
            match letter {
                '\n' => return (field, true),
                '\r' => {
                    self.letters.next_if_eq(&'\n');
                    return (field, true);
                }
                letter if letter == self.separator => return (field, false),
                letter => field.push(letter),
            }
        }
        (field, true)
    }
}
