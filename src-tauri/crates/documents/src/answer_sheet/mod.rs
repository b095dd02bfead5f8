//! Sheets that are filled in by hand and typed afterwards: numbered items with a box for each word of their scale, a
//! large code at the corner, ruled lines for comments. Whatever fits one page is set so that it stands on one.

mod lay;

use crate::certificate;
use crate::pdf::{Deflate, Document, Fonts, Info, Layout, Origin, Page, Paper, fonts};
use domain::refusal::Refusal;

/// A4, 210 by 297 mm.
pub(crate) const PAPER: Paper = Paper { width: 210.0, height: 297.0 };

/// How the items of a group are answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SheetScale {
    /// One of these words, from the lowest; a box for each, with its number in it.
    Words(Vec<String>),
    /// A number from 0 to 100 in a wide box.
    Percent,
}

/// How one item is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SheetAnswer {
    /// On the scale of the group.
    Scale,
    /// By one of words of its own, each with its number in a box, from 1.
    Options(Vec<String>),
    /// On this many ruled lines.
    Lines(u8),
}

/// One question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetItem {
    /// Its text.
    pub text: String,
    /// How it is answered.
    pub answer: SheetAnswer,
}

/// Items under one heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetGroup {
    /// Heading; empty for none.
    pub caption: String,
    /// The scale of those that are answered on one.
    pub scale: SheetScale,
    /// The items. Those that are not free text are numbered through the sheet, as on the screen where it is typed.
    pub items: Vec<SheetItem>,
}

/// What stands large at the upper right corner of each page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetCode {
    /// What it is, in small letters above it.
    pub label: String,
    /// The code; empty leaves the box for writing.
    pub text: String,
}

/// A sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerSheet {
    /// The office, in small letters above the title.
    pub office: String,
    /// Title.
    pub title: String,
    /// Label and value; an empty value leaves a dotted line for writing.
    pub facts: Vec<(String, String)>,
    /// The code, if any.
    pub code: Option<SheetCode>,
    /// Sentences before the items.
    pub opening: Vec<String>,
    /// The items.
    pub groups: Vec<SheetGroup>,
    /// Sentences after the items.
    pub closing: Vec<String>,
}

/// Makes one file of sheets, each from a page of its own. The same sheets give the same bytes.
///
/// # Errors
/// [`domain::refusal::Code::MissingGlyph`] for a letter that the fonts lack, with its place;
/// [`domain::refusal::Code::DoesNotFit`] for a title or code that does not fit.
pub fn answer_sheets_pdf(title: &str, sheets: &[AnswerSheet]) -> Result<Vec<u8>, Refusal> {
    let fonts = fonts()?;
    let mut laid = Vec::with_capacity(sheets.len());
    for sheet in sheets {
        letters(fonts, sheet)?;
        laid.push(lay::lay(fonts, sheet)?);
    }
    let author = sheets.first().map_or("", |sheet| sheet.office.as_str());
    draw(title, author, &laid).map_err(|error| certificate::Error::Io(error).into())
}

fn draw(title: &str, author: &str, sheets: &[Vec<Layout>]) -> std::io::Result<Vec<u8>> {
    let mut deflate = Deflate::new();
    let mut document = Document::new(Vec::new(), fonts().map_err(std::io::Error::other)?, &mut deflate)?;
    for layout in sheets.iter().flatten() {
        let mut canvas = document.canvas();
        layout.draw(&mut canvas);
        let content = canvas.finish();
        document.page(&Page { paper: PAPER, content, placed: &[], note: None })?;
    }
    document.finish(&Info { title, author, date: None })
}

/// Refuses letters that the fonts lack, anywhere in the sheet.
fn letters(fonts: &Fonts, sheet: &AnswerSheet) -> Result<(), Refusal> {
    let check = |field: &str, label: &str, text: &str| Origin { field, label, person: "" }.letters(fonts, text);
    check("title", "Judul lembar", &sheet.title)?;
    check("office", "Nama kantor", &sheet.office)?;
    if let Some(code) = &sheet.code {
        check("code", "Kode lembar", &code.text)?;
        check("code", "Kode lembar", &code.label)?;
    }
    for (label, value) in &sheet.facts {
        check("facts", "Keterangan", label)?;
        check("facts", label, value)?;
    }
    for text in sheet.opening.iter().chain(&sheet.closing) {
        check("opening", "Kalimat lembar", text)?;
    }
    for (number, group) in sheet.groups.iter().enumerate() {
        check(&format!("groups.{number}.caption"), "Nama instrumen", &group.caption)?;
        if let SheetScale::Words(words) = &group.scale {
            words.iter().try_for_each(|word| check(&format!("groups.{number}.scale"), "Kata skala", word))?;
        }
        for (line, item) in group.items.iter().enumerate() {
            let field = format!("groups.{number}.items.{line}");
            check(&field, "Butir", &item.text)?;
            if let SheetAnswer::Options(words) = &item.answer {
                words.iter().try_for_each(|word| check(&field, "Pilihan butir", word))?;
            }
        }
    }
    Ok(())
}
