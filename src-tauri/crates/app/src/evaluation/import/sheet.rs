//! The items of instruments as columns of a file: participants' sheets and follow-up sheets alike.

use super::Findings;
use documents::sheets::{Heading, Kind, Value};
use domain::evaluation::instrument::{Instrument, Item, ItemKind, Scale, SheetAnswers};
use domain::import::entry::{ColumnUse, EntryColumn, EntryRow};
use domain::refusal::CellRefusal;

/// The items and where their columns begin.
pub(super) struct Items {
    instruments: Vec<Instrument>,
    first: usize,
}

impl Items {
    /// Items whose columns come after `first` others.
    pub(super) fn new(instruments: Vec<Instrument>, first: usize) -> Self {
        Self { instruments, first }
    }

    fn all(&self) -> impl Iterator<Item = (&Instrument, &Item)> {
        self.instruments.iter().flat_map(|instrument| instrument.items.iter().map(move |item| (instrument, item)))
    }

    /// A column for each item: known by its name in the list of instruments, by its text, or by both, never by its
    /// place.
    pub(super) fn columns(&self) -> Vec<EntryColumn> {
        self.all()
            .map(|(_, item)| {
                let needed = item.kind == ItemKind::Mark && !item.optional;
                let usage = if needed { ColumnUse::Needed } else { ColumnUse::Usual };
                EntryColumn::new(heading(item), usage).or([item.id.as_str(), item.text.as_str()])
            })
            .collect()
    }

    /// Their headings in the template.
    pub(super) fn headings(&self) -> Vec<Heading> {
        self.all()
            .map(|(_, item)| match item.kind {
                ItemKind::Mark => Heading::new(heading(item), Kind::Integer).wide(18),
                ItemKind::Text => Heading::new(heading(item), Kind::LongText).wide(48),
            })
            .collect()
    }

    /// What the columns hold, for the person who fills them in.
    pub(super) fn guide(&self) -> Vec<String> {
        let line = |instrument: &Instrument| match &instrument.scale {
            Scale::Words { words } => {
                let words: Vec<String> = (1..).zip(words).map(|(mark, word)| format!("{mark} = {word}")).collect();
                format!("{}: {}.", instrument.name, words.join(", "))
            }
            Scale::Percent => format!("{}: angka bulat 0 sampai 100.", instrument.name),
        };
        self.instruments.iter().map(line).collect()
    }

    /// The cells of a sheet.
    pub(super) fn cells(&self, answers: &SheetAnswers) -> Vec<Value> {
        self.all()
            .map(|(_, item)| match item.kind {
                ItemKind::Mark => {
                    answers.marks.get(&item.id).map_or(Value::Empty, |mark| Value::Integer((*mark).into()))
                }
                ItemKind::Text => answers.comments.get(&item.id).map_or(Value::Empty, |text| text.as_str().into()),
            })
            .collect()
    }

    /// The sheet of a row; none with every wrong cell noted.
    pub(super) fn read(&self, row: &EntryRow<'_, '_>, found: &mut Findings) -> Option<SheetAnswers> {
        let mut answers = SheetAnswers::default();
        let before = found.refused.len();
        for (column, (instrument, item)) in (self.first..).zip(self.all()) {
            let Some(text) = found.read(row.text(column)).filter(|text| !text.is_empty()) else { continue };
            match item.kind {
                ItemKind::Text => drop(answers.comments.insert(item.id.clone(), text)),
                ItemKind::Mark => {
                    let remedy = "Samakan dengan yang dicentang di lembarnya.";
                    let mark = mark(&instrument.scale, &text).map_err(|rule| row.refuse(column, rule, remedy));
                    answers.marks.extend(found.read(mark).map(|mark| (item.id.clone(), mark)));
                }
            }
        }
        // A cell that cannot be read is no missing answer as well.
        if found.refused.len() > before {
            return None;
        }
        match answers.checked(&self.instruments) {
            Ok(answers) => Some(answers),
            Err(refusal) => {
                for field in refusal.fields {
                    let column = self.column(&field.field).unwrap_or(0);
                    found.refuse(row.refuse(column, field.message, "Lengkapi atau betulkan sel ini."));
                }
                None
            }
        }
    }

    /// The column of a refused field such as `marks.pengajar-3`.
    fn column(&self, field: &str) -> Option<usize> {
        let (_, id) = field.split_once('.')?;
        self.all().position(|(_, item)| item.id == id).map(|at| self.first + at)
    }
}

/// A sheet that is stored already and says something else.
pub(super) fn other_content(row: &EntryRow<'_, '_>, column: usize) -> CellRefusal {
    row.refuse(
        column,
        "Lembar ini sudah dimasukkan dengan isi lain.",
        "Buka lembar itu di layar untuk membetulkannya, atau hapus barisnya.",
    )
}

/// `pengajar-1 Penguasaan materi`: the name makes it unique, the text lets people read it.
fn heading(item: &Item) -> String {
    format!("{} {}", item.id, item.text)
}

/// A mark as a number or as a word of the scale.
fn mark(scale: &Scale, text: &str) -> Result<u8, String> {
    let (lowest, highest) = scale.limits();
    let word = match scale {
        Scale::Words { words } => words.iter().position(|word| word.to_lowercase() == text.to_lowercase()),
        Scale::Percent => None,
    };
    let mark = word.and_then(|at| u8::try_from(at + 1).ok()).or_else(|| text.parse().ok());
    mark.filter(|mark| (lowest..=highest).contains(mark))
        .ok_or_else(|| format!("Jawaban \"{text}\" bukan angka bulat {lowest} sampai {highest}."))
}
