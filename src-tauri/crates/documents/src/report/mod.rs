//! Reports: letterhead, title, facts, tables over as many pages as needed, notes, signature, page numbers.

mod bars;
mod letters;
mod pages;
mod timeline;

pub use bars::{Bar, Bars, Figure};
pub use timeline::{StepState, Timeline, TimelineStep};

use crate::pdf::{Face, Paper, Pictures, fonts, pieces};
use domain::certificates::content::{Letterhead, Signatory};
use domain::refusal::Refusal;

/// Paper of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ReportPaper {
    /// 210 by 297 mm.
    #[default]
    A4Portrait,
    /// 297 by 210 mm.
    A4Landscape,
    /// 215 by 330 mm.
    F4Portrait,
    /// 330 by 215 mm.
    F4Landscape,
}

impl ReportPaper {
    fn paper(self) -> Paper {
        let (width, height) = match self {
            Self::A4Portrait => (210.0, 297.0),
            Self::A4Landscape => (297.0, 210.0),
            Self::F4Portrait => (215.0, 330.0),
            Self::F4Landscape => (330.0, 215.0),
        };
        Paper { width, height }
    }
}

/// Width of a column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ColumnWidth {
    /// In millimetres.
    Fixed(f32),
    /// A part of what the fixed columns leave, against the parts of the others.
    Share(u32),
}

/// How cells of a column stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CellAlign {
    /// At the left edge.
    #[default]
    Left,
    /// In the middle.
    Centre,
    /// At the right edge, for numbers.
    Right,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Text of the heading, repeated on each page.
    pub heading: String,
    /// Width.
    pub width: ColumnWidth,
    /// How its cells stand.
    pub align: CellAlign,
}

/// A table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ReportTable {
    /// Line above it; empty for none.
    pub caption: String,
    /// Columns.
    pub columns: Vec<Column>,
    /// Cells row by row; missing cells are empty.
    pub rows: Vec<Vec<String>>,
    /// A bold row at the end.
    pub total: Option<Vec<String>>,
    /// Least height in millimetres of empty rows for writing by hand, numbered in the first column. They fill the page
    /// down to its foot, a new page where fewer than three fit: such a table is the last part of its report.
    pub blank_rows: Option<u16>,
}

/// When the foot of a page says which one it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PageNumbers {
    /// On every page.
    #[default]
    Always,
    /// Only where there are several pages, as on a letter.
    WhenSeveral,
}

/// A report.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Report {
    /// Paper.
    pub paper: ReportPaper,
    /// Letterhead of the first page.
    pub letterhead: Letterhead,
    /// Title, printed bold in the middle.
    pub title: String,
    /// Lines under the title.
    pub subtitle: Vec<String>,
    /// Paragraphs before the facts.
    pub opening: Vec<String>,
    /// A large figure before the facts.
    pub figure: Option<Figure>,
    /// Label and value, one under the other.
    pub facts: Vec<(String, String)>,
    /// Paragraphs before the tables.
    pub paragraphs: Vec<String>,
    /// A picture of steps in time before the tables.
    pub timeline: Option<Timeline>,
    /// Bars before the tables.
    pub bars: Option<Bars>,
    /// Tables in order.
    pub tables: Vec<ReportTable>,
    /// Paragraphs after the tables.
    pub notes: Vec<String>,
    /// Line with place and date, and who signs.
    pub signature: Option<(String, Signatory)>,
    /// When pages are numbered.
    pub numbers: PageNumbers,
}

/// A text that somebody else has written, as it can be drawn: letters that the fonts lack become `[?]`, control letters
/// a space. What the office writes itself is refused instead, so that a name is never printed in part.
#[must_use]
pub fn drawable(text: &str) -> String {
    let Ok(fonts) = fonts() else { return text.to_owned() };
    let font = fonts.get(Face::Serif);
    let mut drawn = String::with_capacity(text.len());
    for piece in pieces(text) {
        if piece.drawn == '\n' || font.advance(piece.drawn).is_some() {
            drawn.push_str(piece.typed);
        } else if piece.drawn.is_control() {
            drawn.push(' ');
        } else if !drawn.ends_with(LACKING) {
            drawn.push_str(LACKING);
        }
    }
    drawn
}

/// What stands for letters that the fonts lack, however many follow each other.
const LACKING: &str = "[?]";

/// Makes the file of a report. The same report gives the same bytes.
///
/// # Errors
/// [`domain::refusal::Code::MissingGlyph`] for a letter that the fonts lack, with its place;
/// [`domain::refusal::Code::DoesNotFit`] when the letterhead or signature does not fit; refusals of the logo.
pub fn report_pdf(report: &Report, pictures: &Pictures<'_>) -> Result<Vec<u8>, Refusal> {
    pages::write(&report.title, std::slice::from_ref(report), pictures)
}

/// Makes one file of several reports, each from a page of its own with its own page numbers: letters to many.
///
/// # Errors
/// As [`report_pdf`].
pub fn reports_pdf(title: &str, reports: &[Report], pictures: &Pictures<'_>) -> Result<Vec<u8>, Refusal> {
    pages::write(title, reports, pictures)
}
