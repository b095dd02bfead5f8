//! JSON of files that others write, read strictly: a key that an object has twice is refused where it stands. Whoever
//! wrote it meant one of both, and nobody can tell which.

use crate::Result;
use crate::files::read_whole;
use domain::refusal::Refusal;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};
use std::fmt;
use std::path::Path;

/// A value without doubled keys.
struct Strict(Value);

struct Reader;

/// Reads a file; `field` is what its refusal is about.
///
/// # Errors
/// No access to it ([`domain::refusal::Code::FileAccess`]); no sound JSON, with line and column ([`domain::refusal::Code::InvalidInput`]).
pub(crate) fn value(path: &Path, field: &str) -> Result<Value> {
    parse(&read_whole(path)?).map_err(|wrong| Refusal::field(field, format!("Berkas {}, {wrong}", path.display())))
}

/// Reads the problem in a file: an object.
///
/// # Errors
/// As [`value`]; something other than an object.
pub(crate) fn problem(path: &Path) -> Result<Map<String, Value>> {
    let value = value(path, "problem")?;
    if let Value::Object(object) = value {
        return Ok(object);
    }
    let said = said(Some(&value));
    let message = format!("Berkas {} {said}. Isi sebuah objek JSON. Lihat docs/cli.md.", path.display());
    Err(Refusal::field("problem", message))
}

/// What a place holds, in words that follow its name.
pub(crate) fn said(value: Option<&Value>) -> String {
    const SHOWN: usize = 40;
    match value {
        None => "belum diisi".to_owned(),
        Some(Value::Null) => "berisi null".to_owned(),
        Some(Value::Array(_)) => "berisi daftar".to_owned(),
        Some(Value::Object(_)) => "berisi objek".to_owned(),
        Some(value @ (Value::Bool(_) | Value::Number(_) | Value::String(_))) => {
            let text = value.to_string();
            let short: String = text.chars().take(SHOWN).collect();
            format!("berisi {short}{}", if short.len() < text.len() { "…" } else { "" })
        }
    }
}

/// Reads a file's bytes; a byte order mark at their beginning is skipped. What is wrong is a sentence that begins with its
/// line and column.
fn parse(bytes: &[u8]) -> std::result::Result<Value, String> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    serde_json::from_slice(bytes).map(|Strict(value)| value).map_err(|error| {
        let place = format!("baris {}, kolom {}", error.line(), error.column());
        let what = if error.is_eof() { "berkasnya terpotong" } else { "bukan JSON yang benar" };
        format!("{place}: {what} ({error}). Betulkan berkasnya.")
    })
}

impl<'de> Deserialize<'de> for Strict {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
        deserializer.deserialize_any(Reader).map(Self)
    }
}

impl<'de> Visitor<'de> for Reader {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("JSON")
    }

    fn visit_unit<E>(self) -> std::result::Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> std::result::Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> std::result::Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> std::result::Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_f64<E>(self, value: f64) -> std::result::Result<Value, E> {
        Ok(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E>(self, value: &str) -> std::result::Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> std::result::Result<Value, A::Error> {
        let mut values = Vec::new();
        while let Some(Strict(value)) = list.next_element()? {
            values.push(value);
        }
        Ok(Value::Array(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> std::result::Result<Value, A::Error> {
        let mut values = Map::new();
        while let Some(key) = object.next_key::<String>()? {
            if values.contains_key(&key) {
                return Err(A::Error::custom(format!("kunci \"{key}\" ada dua kali dalam satu objek")));
            }
            let Strict(value) = object.next_value()?;
            values.insert(key, value);
        }
        Ok(Value::Object(values))
    }
}
