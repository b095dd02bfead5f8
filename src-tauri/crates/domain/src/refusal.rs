//! The one shape in which anything is refused: a code for programs, a sentence for people, the place and the remedy.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use specta::Type;

/// What kind of refusal it is. Programs (the screen, scripts) branch on this and never on text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Code {
    /// A value that was typed or imported breaks a rule; `fields` or `place` says which.
    InvalidInput,
    /// What was asked for does not exist (any more).
    NotFound,
    /// It would exist twice.
    Duplicate,
    /// The state of the thing forbids it now (closed class, revoked certificate).
    NotAllowed,
    /// Undo stands under later changes.
    UndoBlocked,
    /// There is nothing to undo.
    NothingToUndo,
    /// A letter that the document font does not have.
    MissingGlyph,
    /// A text that does not fit its box at the smallest allowed size.
    DoesNotFit,
    /// Some rows of a file are refused and skipping them was not asked for.
    RowsRefused,
    /// People in a file are not in the register.
    UnknownPeople,
    /// A file is not readable as what it should be.
    UnreadableFile,
    /// Reading or writing a file failed in the operating system.
    FileAccess,
    /// Another running program holds the data folder.
    Locked,
    /// The data file was made by a newer version.
    NewerData,
    /// The data file is damaged.
    DamagedData,
    /// The data folder has lost its data file although there are backups of it.
    MissingData,
    /// The office has not been set up in this data folder.
    NotInitialised,
    /// A check of a certificate failed.
    InvalidCertificate,
    /// The person cancelled the work.
    Cancelled,
    /// A defect of the program; the detail is in the log.
    Internal,
}

/// One refused field of a form, by the name that the form's type has in the bindings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct FieldRefusal {
    /// Path of the field, such as `name` or `subjects.2.jp`.
    pub field: String,
    /// The sentence to show at the field.
    pub message: String,
}

/// Where in a file something was refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct CellRefusal {
    /// Sheet name as in the file.
    pub sheet: String,
    /// Address such as `B17`.
    pub cell: String,
    /// What the cell holds, as a person reads it.
    pub value: String,
    /// The rule that it breaks, one sentence.
    pub rule: String,
    /// What to do about it, one sentence.
    pub remedy: String,
}

/// A refusal: what happened, where, what to do. Sentences are Indonesian, for the operator, and never hold personal
/// data beyond what the operator has just typed or opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Refusal {
    /// For programs.
    pub code: Code,
    /// For people: what happened and what to do.
    pub message: String,
    /// The refused fields of a form, if any.
    pub fields: Vec<FieldRefusal>,
    /// The refused cells of a file, if any.
    pub cells: Vec<CellRefusal>,
}

impl Refusal {
    /// A refusal with a sentence and nothing else.
    #[must_use]
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), fields: Vec::new(), cells: Vec::new() }
    }

    /// The common case: one field of a form.
    #[must_use]
    pub fn field(field: impl Into<String>, message: impl Into<String>) -> Self {
        let message = message.into();
        Self {
            fields: vec![FieldRefusal { field: field.into(), message: message.clone() }],
            ..Self::new(Code::InvalidInput, message)
        }
    }

    /// Refused cells of a file.
    #[must_use]
    pub fn cells(code: Code, message: impl Into<String>, cells: Vec<CellRefusal>) -> Self {
        Self { cells, ..Self::new(code, message) }
    }
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl std::error::Error for Refusal {}

/// Gathers the refused fields of a form, so that all of them are shown at once.
#[derive(Debug, Default)]
pub struct Fields(Vec<FieldRefusal>);

impl Fields {
    /// Starts with none.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Notes a refused field.
    pub fn refuse(&mut self, field: impl Into<String>, message: impl Into<String>) {
        self.0.push(FieldRefusal { field: field.into(), message: message.into() });
    }

    /// Takes the value of a checked field, or notes why it is refused.
    pub fn take<T>(&mut self, field: &str, checked: Result<T, String>) -> Option<T> {
        match checked {
            Ok(value) => Some(value),
            Err(message) => {
                self.refuse(field, message);
                None
            }
        }
    }

    /// Refuses a day in a year that nobody means, such as 0026 or 20260.
    pub fn believe(&mut self, field: impl Into<String>, day: NaiveDate) {
        if !(1945..=2199).contains(&day.year()) {
            self.refuse(field, format!("Tahun {} tidak masuk akal. Periksa tanggalnya.", day.year()));
        }
    }

    /// Refuses the form if any field was refused.
    ///
    /// # Errors
    /// [`Code::InvalidInput`] with every refused field.
    pub fn finish(self) -> Result<(), Refusal> {
        match self.0.first() {
            None => Ok(()),
            Some(first) => Err(Refusal {
                code: Code::InvalidInput,
                message: if self.0.len() == 1 {
                    first.message.clone()
                } else {
                    format!("{} isian perlu dibetulkan. Yang pertama: {}", self.0.len(), first.message)
                },
                fields: self.0,
                cells: Vec::new(),
            }),
        }
    }
}
