//! What a verb answers: JSON for programs or lines for people, and the exit code.

use domain::refusal::Refusal;
use serde::Serialize;
use serde_json::{Value, json};
use std::io::Write;
use std::process::ExitCode;

/// An answer.
pub(crate) struct Answer {
    json: Value,
    lines: Vec<String>,
    refused: bool,
}

impl Answer {
    /// Done: the value for programs, and what to say to people.
    pub(crate) fn new(value: impl Serialize, lines: Vec<String>) -> Self {
        let json = serde_json::to_value(value).unwrap_or_else(|error| json!({ "error": error.to_string() }));
        Self { json, lines, refused: false }
    }

    /// The same answer with exit code 1 where the condition holds.
    pub(crate) fn refused_if(self, refused: bool) -> Self {
        Self { refused: self.refused || refused, ..self }
    }

    /// A refusal that carries further keys beside the error.
    pub(crate) fn refusal(refusal: &Refusal, further: Value) -> Self {
        let mut json = json!({ "error": refusal });
        if let (Some(keys), Value::Object(further)) = (json.as_object_mut(), further) {
            keys.extend(further);
        }
        let mut lines = vec![refusal.message.clone()];
        lines.extend(
            refusal.cells.iter().map(|cell| {
                format!("  {}!{}  \"{}\"  {} {}", cell.sheet, cell.cell, cell.value, cell.rule, cell.remedy)
            }),
        );
        lines.extend(refusal.fields.iter().map(|field| format!("  {}: {}", field.field, field.message)));
        Self { json, lines, refused: true }
    }

    /// Says it and gives the exit code.
    pub(crate) fn tell(self, as_json: bool) -> ExitCode {
        let text = if as_json { format!("{:#}", self.json) } else { self.lines.join("\n") };
        if as_json || !self.refused {
            // A reader that has gone away ends the program quietly.
            let _ = writeln!(std::io::stdout().lock(), "{text}");
        } else {
            complain(&text);
        }
        ExitCode::from(u8::from(self.refused))
    }
}

impl From<Refusal> for Answer {
    fn from(refusal: Refusal) -> Self {
        Self::refusal(&refusal, Value::Null)
    }
}

/// Says something where errors are looked for.
pub(crate) fn complain(sentence: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{sentence}");
}
