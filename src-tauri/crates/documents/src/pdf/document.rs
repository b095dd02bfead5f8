//! A file of pages over the streaming writer: shared fonts, forms and pictures, pages with their own resources, and the
//! private note on a page that holds the code of its certificate.

use super::canvas::Canvas;
use super::embed;
use super::fonts::{Face, Fonts, Used};
use super::image::Picture;
use super::shapes::Paper;
use super::writer::{Deflate, Writer, text_string};
use chrono::NaiveDate;
use std::io::{self, Write};

/// Ids of the objects that every file has, so that equal content gives equal bytes.
const CATALOG: usize = 1;
const PAGES: usize = 2;
const INFO: usize = 3;
const FONTS: usize = 4;

/// The key of the private note on a page.
pub(crate) const NOTE: &str = "BinaASN";

/// A part that is drawn once and shown on many pages, ready to be written.
#[derive(Debug, Clone)]
pub(crate) struct Prepared {
    entries: String,
    data: Vec<u8>,
    used: Used,
}

impl Prepared {
    /// Draws a part; `pictures` names whether a picture `L` is shown.
    pub(crate) fn draw(fonts: &Fonts, deflate: &mut Deflate, paper: Paper, draw: impl FnOnce(&mut Canvas<'_>)) -> Self {
        let mut used = Used::new();
        let mut canvas = Canvas::new(fonts, &mut used);
        draw(&mut canvas);
        let data = deflate.pack(&canvas.finish());
        let (width, height) = paper.points();
        let entries = format!("/Type/XObject/Subtype/Form/BBox[0 0 {width:.3} {height:.3}]/Filter/FlateDecode");
        Self { entries, data, used }
    }
}

/// A form or picture that is in the file: its name on the page and its id.
pub(crate) type Placed = (&'static str, usize);

/// What a page shows.
pub(crate) struct Page<'a> {
    /// Its paper.
    pub(crate) paper: Paper,
    /// Its operators.
    pub(crate) content: Vec<u8>,
    /// Forms and pictures that the operators name.
    pub(crate) placed: &'a [Placed],
    /// Code of the certificate that begins here and its date.
    pub(crate) note: Option<(&'a str, NaiveDate)>,
}

/// What the file says of itself.
pub(crate) struct Info<'a> {
    /// Title.
    pub(crate) title: &'a str,
    /// The office.
    pub(crate) author: &'a str,
    /// Date of the document, if it has one.
    pub(crate) date: Option<NaiveDate>,
}

/// A file in the making.
pub(crate) struct Document<'d, W> {
    fonts: &'static Fonts,
    writer: Writer<W>,
    deflate: &'d mut Deflate,
    used: Used,
    pages: Vec<usize>,
}

impl<'d, W: Write> Document<'d, W> {
    /// Begins a file.
    pub(crate) fn new(out: W, fonts: &'static Fonts, deflate: &'d mut Deflate) -> io::Result<Self> {
        Ok(Self { fonts, writer: Writer::new(out, FONTS)?, deflate, used: Used::new(), pages: Vec::new() })
    }

    /// Draws operators for a page.
    pub(crate) fn canvas(&mut self) -> Canvas<'_> {
        Canvas::new(self.fonts, &mut self.used)
    }

    /// Writes a form; `placed` are the pictures that it shows.
    pub(crate) fn form(&mut self, form: &Prepared, placed: &[Placed]) -> io::Result<usize> {
        self.used.merge(&form.used);
        let entries = format!("{}/Resources<<{}>>", form.entries, resources(placed));
        self.writer.new_stream(&entries, &form.data)
    }

    /// Writes a picture.
    pub(crate) fn picture(&mut self, picture: &Picture) -> io::Result<usize> {
        let mask = match &picture.mask {
            Some((entries, data)) => format!("/SMask {} 0 R", self.writer.new_stream(entries, data)?),
            None => String::new(),
        };
        self.writer.new_stream(&format!("{}{mask}", picture.entries), &picture.data)
    }

    /// Writes a page.
    pub(crate) fn page(&mut self, page: &Page<'_>) -> io::Result<()> {
        let content = self.writer.new_stream("/Filter/FlateDecode", &self.deflate.pack(&page.content))?;
        let note = page.note.map_or_else(String::new, |(code, date)| {
            let date = date_string(date);
            format!(
                "/LastModified{date}/PieceInfo<</{NOTE}<</LastModified{date}/Private<</Code{}>>>>>>",
                text_string(code)
            )
        });
        let (width, height) = page.paper.points();
        let id = self.writer.reserve();
        self.pages.push(id);
        self.writer.object(
            id,
            &format!(
                "<</Type/Page/Parent {PAGES} 0 R/MediaBox[0 0 {width:.3} {height:.3}]/Resources<<{}>>/Contents {content} 0 R{note}>>",
                resources(page.placed)
            ),
        )
    }

    /// Writes the fonts and everything that is known only at the end.
    pub(crate) fn finish(mut self, info: &Info<'_>) -> io::Result<W> {
        let mut fonts = String::new();
        for face in Face::ALL {
            if self.used.any(face) {
                let font = self.fonts.get(face);
                let id = embed::write(&mut self.writer, self.deflate, face, font, &self.used)?;
                fonts.push_str(&format!("/{} {id} 0 R", face.resource()));
            }
        }
        self.writer.object(FONTS, &format!("<<{fonts}>>"))?;
        let kids: Vec<String> = self.pages.iter().map(|id| format!("{id} 0 R")).collect();
        let pages = format!("<</Type/Pages/Count {}/Kids[{}]>>", kids.len(), kids.join(" "));
        self.writer.object(PAGES, &pages)?;
        let date = info.date.map_or_else(String::new, |date| {
            let date = date_string(date);
            format!("/CreationDate{date}/ModDate{date}")
        });
        let texts = format!(
            "<</Title{}/Author{}/Creator(BinaASN)/Producer(BinaASN){date}>>",
            text_string(info.title),
            text_string(info.author)
        );
        self.writer.object(INFO, &texts)?;
        self.writer.object(
            CATALOG,
            &format!("<</Type/Catalog/Pages {PAGES} 0 R/Lang(id-ID)/ViewerPreferences<</DisplayDocTitle true>>>>"),
        )?;
        self.writer.finish(CATALOG, INFO)
    }
}

fn resources(placed: &[Placed]) -> String {
    let names: String = placed.iter().map(|(name, id)| format!("/{name} {id} 0 R")).collect();
    format!("/Font {FONTS} 0 R/XObject<<{names}>>")
}

/// Midnight without a time zone: a plain date is the same day everywhere.
fn date_string(date: NaiveDate) -> String {
    format!("(D:{}000000)", date.format("%Y%m%d"))
}
