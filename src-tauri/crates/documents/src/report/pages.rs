//! Lays a report out on pages first, so that the number of all pages is known, and writes it then.

use super::bars;
use super::letters::letters;
use super::timeline::Picture;
use super::{CellAlign, ColumnWidth, PageNumbers, Report, ReportTable};
use crate::certificate;
use crate::pdf::{
    Align, Column, Deflate, Document, Face, Fonts, INK, Info, Layout, Look, MM, MUTED, Origin, Page, Picture as Logo,
    Pictures, RowKind, Signature, Table, Wanted, fonts, height, letterhead, read_picture, signature, wrap,
};
use domain::ids::AssetId;
use domain::refusal::Refusal;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// Distance of the text from the edges, in millimetres: left, right, top, bottom.
const LEFT: f32 = 25.0;
const RIGHT: f32 = 20.0;
const TOP: f32 = 18.0;
const BOTTOM: f32 = 20.0;
/// Size of paragraphs and facts, and of tables, in points.
const BODY_PT: f32 = 11.0;
const TABLE_PT: f32 = 9.5;
/// Space for the signature, in millimetres.
const SIGNATURE_SPACE: f32 = 22.0;
/// Empty rows of a form at least.
const LEAST_BLANKS: usize = 3;

/// Pages in the making.
struct Pages<'a> {
    fonts: &'static Fonts,
    report: &'a Report,
    page: (f32, f32),
    pages: Vec<Layout>,
    /// Upper edge of what is free on the last page.
    y: f32,
    logo: Option<(f32, f32, f32)>,
}

/// Makes the file.
pub(super) fn write(title: &str, reports: &[Report], pictures: &Pictures<'_>) -> Result<Vec<u8>, Refusal> {
    let fonts = fonts()?;
    let mut laid = Vec::with_capacity(reports.len());
    let mut logos = BTreeMap::new();
    for report in reports {
        letters(fonts, report)?;
        let page = report.paper.paper().points();
        let mut pages = Pages { fonts, report, page, pages: Vec::new(), y: 0.0, logo: None };
        pages.lay()?;
        if let Some(id) = report.letterhead.logo
            && let Entry::Vacant(place) = logos.entry(id)
        {
            place.insert(read_picture(&pictures.load(id, "logo pada kop")?, "logo pada kop")?);
        }
        laid.push(pages);
    }
    draw(title, &laid, &logos).map_err(|error| certificate::Error::Io(error).into())
}

/// Draws what is laid out; a logo that several reports show is in the file once.
fn draw(title: &str, laid: &[Pages<'_>], logos: &BTreeMap<AssetId, Logo>) -> std::io::Result<Vec<u8>> {
    let mut deflate = Deflate::new();
    let mut document = Document::new(Vec::new(), fonts().map_err(std::io::Error::other)?, &mut deflate)?;
    let mut objects = BTreeMap::new();
    for (id, logo) in logos {
        objects.insert(*id, (logo.ratio, document.picture(logo)?));
    }
    for pages in laid {
        let logo = pages.report.letterhead.logo.and_then(|id| objects.get(&id));
        for (index, layout) in pages.pages.iter().enumerate() {
            let mut canvas = document.canvas();
            let mut placed = Vec::new();
            if let (0, Some((ratio, object)), Some((x, y, side))) = (index, logo, pages.logo) {
                canvas.within("L", *ratio, x, y, side, side);
                placed.push(("L", *object));
            }
            layout.draw(&mut canvas);
            let content = canvas.finish();
            document.page(&Page { paper: pages.report.paper.paper(), content, placed: &placed, note: None })?;
        }
    }
    let author = laid.first().map_or("", |pages| &pages.report.letterhead.office);
    document.finish(&Info { title, author, date: None })
}

impl Pages<'_> {
    fn left(&self) -> f32 {
        LEFT * MM
    }

    fn width(&self) -> f32 {
        self.page.0 - (LEFT + RIGHT) * MM
    }

    fn floor(&self) -> f32 {
        BOTTOM * MM
    }

    fn open(&mut self) {
        self.pages.push(Layout::default());
        self.y = self.page.1 - TOP * MM;
    }

    /// Goes to a new page when less than `height` points are free.
    fn need(&mut self, height: f32) -> bool {
        let turned = self.y - height < self.floor();
        if turned {
            self.open();
        }
        turned
    }

    /// Adds a part whose top is at 0 and goes below it.
    fn put(&mut self, part: Layout, height: f32) {
        let y = self.y;
        if let Some(page) = self.pages.last_mut() {
            page.add(part, y);
        }
        self.y -= height;
    }

    fn lay(&mut self) -> Result<(), Refusal> {
        self.open();
        self.heading()?;
        for paragraph in &self.report.opening {
            self.paragraph(paragraph);
        }
        self.figure();
        self.facts();
        for paragraph in &self.report.paragraphs {
            self.paragraph(paragraph);
        }
        self.timeline();
        self.bars();
        for table in &self.report.tables {
            self.table(table);
        }
        self.closing()?;
        self.number();
        Ok(())
    }

    fn heading(&mut self) -> Result<(), Refusal> {
        let (left, width) = (self.left(), self.width());
        let mut layout = Layout::default();
        let scale = if self.page.0 > self.page.1 { 0.9 } else { 0.8 };
        let head = letterhead(&mut layout, self.fonts, &self.report.letterhead, left, left + width, self.y, scale)?;
        self.logo = head.logo;
        let mut y = head.bottom - 5.0 * MM;
        let origin = Origin { field: "title", label: "Judul laporan", person: "" };
        let titles = std::iter::once((&self.report.title, Face::SansBold, 13.0))
            .chain(self.report.subtitle.iter().map(|line| (line, Face::Sans, 11.0)));
        for (text, face, size) in titles {
            let wanted = Wanted { face, size, single: size * 0.85, least: size * 0.75, lines: 4, width };
            let fitted = origin.fit(self.fonts, text, wanted)?;
            y = layout.lines(&fitted.lines, Look::new(face, fitted.size, INK), Align::Centre, left, width, y);
        }
        if let Some(page) = self.pages.last_mut() {
            page.add(layout, 0.0);
        }
        self.y = y - 4.0 * MM;
        Ok(())
    }

    fn facts(&mut self) {
        let facts = &self.report.facts;
        let look = Look::new(Face::Sans, BODY_PT - 0.5, INK);
        let (left, label_width) = (self.left(), 44.0 * MM);
        let value = left + label_width + 4.0 * MM;
        let value_width = self.width() - label_width - 4.0 * MM;
        for (label, text) in facts {
            let labels = wrap(self.fonts, look.face, look.size, label, label_width - 2.0 * MM);
            let values = wrap(self.fonts, look.face, look.size, text, value_width);
            for line in 0..labels.len().max(values.len()) {
                let mut part = Layout::default();
                part.lines(labels.get(line..=line).unwrap_or_default(), look, Align::Left, left, label_width, 0.0);
                if line == 0 {
                    part.line(self.fonts, ":", look, Align::Left, left + label_width, 3.0 * MM, 0.0);
                }
                part.lines(values.get(line..=line).unwrap_or_default(), look, Align::Left, value, value_width, 0.0);
                self.need(height(1, look.size));
                self.put(part, height(1, look.size) + if line == 0 { 0.6 } else { 0.0 });
            }
        }
        if !facts.is_empty() {
            self.y -= 3.0 * MM;
        }
    }

    fn paragraph(&mut self, text: &str) {
        let (left, width) = (self.left(), self.width());
        let look = Look::new(Face::Sans, BODY_PT - 0.5, INK);
        for line in wrap(self.fonts, look.face, look.size, text, width) {
            self.need(height(1, look.size));
            let mut part = Layout::default();
            part.lines(&[line], look, Align::Justify, left, width, 0.0);
            self.put(part, height(1, look.size));
        }
        self.y -= 2.0 * MM;
    }

    fn timeline(&mut self) {
        let Some(timeline) = &self.report.timeline else { return };
        let picture = Picture { fonts: self.fonts, timeline, left: self.left(), width: self.width() };
        let (head, rows, foot) = (picture.head(), picture.rows(), picture.foot());
        let caption = Look::new(Face::SansBold, BODY_PT - 0.5, INK);
        let first = rows.first().map_or(0.0, |row| row.height);
        self.need(height(1, BODY_PT) + head.height + first);
        let mut part = Layout::default();
        let lines = wrap(self.fonts, caption.face, caption.size, &timeline.caption, self.width());
        let end = part.lines(&lines, caption, Align::Left, self.left(), self.width(), 0.0);
        self.put(part, 1.5 * MM - end);
        self.put(head.layout.clone(), head.height);
        for row in rows {
            if self.need(row.height) {
                self.put(head.layout.clone(), head.height);
            }
            self.put(row.layout, row.height);
        }
        self.need(foot.height);
        self.put(foot.layout, foot.height);
        self.y -= 2.0 * MM;
    }

    fn figure(&mut self) {
        let Some(figure) = &self.report.figure else { return };
        let part = bars::figure(self.fonts, figure, self.left(), self.width());
        self.need(part.height);
        self.put(part.layout, part.height);
    }

    fn bars(&mut self) {
        let Some(bars) = &self.report.bars else { return };
        let (left, width) = (self.left(), self.width());
        let rows = bars::rows(self.fonts, bars, left, width);
        let look = Look::new(Face::SansBold, BODY_PT - 0.5, INK);
        let lines = wrap(self.fonts, look.face, look.size, &bars.caption, width);
        let mut part = Layout::default();
        let end = part.lines(&lines, look, Align::Left, left, width, 0.0);
        self.need(1.5 * MM - end + rows.first().map_or(0.0, |row| row.height));
        self.put(part, 1.5 * MM - end);
        for row in rows {
            self.need(row.height);
            self.put(row.layout, row.height);
        }
        let legend = bars::legend(self.fonts, bars, left, width);
        self.need(legend.height);
        self.put(legend.layout, legend.height);
    }

    fn columns(&self, table: &ReportTable) -> Vec<Column> {
        let fixed: f32 = table
            .columns
            .iter()
            .map(|column| match column.width {
                ColumnWidth::Fixed(millimetres) => millimetres.max(1.0) * MM,
                ColumnWidth::Share(_) => 0.0,
            })
            .sum();
        let shares: f64 = table
            .columns
            .iter()
            .map(|column| match column.width {
                ColumnWidth::Fixed(_) => 0.0,
                ColumnWidth::Share(share) => f64::from(share.max(1)),
            })
            .sum();
        // Columns that are too wide together are narrowed in proportion.
        let least = if shares > 0.0 { self.width() * 0.25 } else { 0.0 };
        let narrow = ((self.width() - least) / fixed.max(1.0)).min(1.0);
        let free = (self.width() - fixed * narrow).max(0.0);
        let column = |column: &super::Column| Column {
            heading: column.heading.clone(),
            width: match column.width {
                ColumnWidth::Fixed(millimetres) => millimetres.max(1.0) * MM * narrow,
                #[allow(clippy::cast_possible_truncation)]
                ColumnWidth::Share(share) => free * (f64::from(share.max(1)) / shares) as f32,
            },
            align: match column.align {
                CellAlign::Left => Align::Left,
                CellAlign::Centre => Align::Centre,
                CellAlign::Right => Align::Right,
            },
        };
        table.columns.iter().map(column).collect()
    }

    fn table(&mut self, table: &ReportTable) {
        let columns = self.columns(table);
        if columns.is_empty() {
            return;
        }
        let faces = (Face::Sans, Face::SansBold);
        let laid = Table { fonts: self.fonts, columns: &columns, left: self.left(), size: TABLE_PT, faces };
        let head = laid.head();
        let caption_height = if table.caption.trim().is_empty() { 0.0 } else { height(1, BODY_PT) + 1.5 * MM };
        self.need(caption_height + head.height * 2.0);
        if caption_height > 0.0 {
            let mut part = Layout::default();
            let lines = wrap(self.fonts, Face::SansBold, BODY_PT - 0.5, &table.caption, self.width());
            let look = Look::new(Face::SansBold, BODY_PT - 0.5, INK);
            let end = part.lines(&lines, look, Align::Left, self.left(), self.width(), 0.0);
            self.put(part, 1.5 * MM - end);
        }
        self.put(head.layout.clone(), head.height);
        let most = (self.page.1 - (TOP + BOTTOM) * MM - head.height) * 0.9;
        let rows = table.rows.iter().map(|row| (RowKind::Body, row));
        for (kind, cells) in rows.chain(table.total.iter().map(|total| (RowKind::Total, total))) {
            let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
            for part in laid.row(kind, &cells, most) {
                if self.need(part.height) {
                    self.put(head.layout.clone(), head.height);
                }
                self.put(part.layout, part.height);
            }
        }
        if let Some(millimetres) = table.blank_rows {
            self.blanks(&laid, table.rows.len(), f32::from(millimetres.max(5)) * MM);
        }
        self.y -= 5.0 * MM;
    }

    /// Empty rows for writing by hand down to the foot of the page: as many as fit, made higher to fill it.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
    fn blanks(&mut self, table: &Table<'_>, after: usize, least: f32) {
        let fitting = |free: f32| (free / least) as usize;
        if fitting(self.y - self.floor()) < LEAST_BLANKS {
            let head = table.head();
            self.open();
            self.put(head.layout, head.height);
        }
        let free = self.y - self.floor();
        let rows = fitting(free).max(1);
        for blank in 1..=rows {
            self.put(table.blank(&[&(after + blank).to_string()], free / rows as f32).layout, free / rows as f32);
        }
    }

    /// Notes and signature. The last note goes with the signature, so that none stands alone on a page.
    fn closing(&mut self) -> Result<(), Refusal> {
        let signed = self.signature()?;
        let space = signed.as_ref().map_or(0.0, |sign| sign.height + 4.0 * MM);
        let last = self.report.notes.len().saturating_sub(1);
        for (at, note) in self.report.notes.iter().enumerate() {
            let lines = wrap(self.fonts, Face::Sans, BODY_PT - 0.5, note, self.width()).len();
            let kept = height(lines, BODY_PT - 0.5) + space;
            if at == last && kept < self.page.1 * 0.6 {
                self.need(kept);
            }
            self.paragraph(note);
        }
        if let Some(sign) = signed {
            self.need(sign.height + 2.0 * MM);
            self.y -= 2.0 * MM;
            self.put(sign.layout, sign.height);
        }
        Ok(())
    }

    fn signature(&self) -> Result<Option<Signature>, Refusal> {
        let Some((dated, who)) = &self.report.signature else { return Ok(None) };
        let width = (self.width() * 0.5).min(90.0 * MM);
        let left = self.left() + self.width() - width;
        signature(self.fonts, dated, who, (Face::Sans, Face::SansBold), (left, width), BODY_PT, SIGNATURE_SPACE * MM)
            .map(Some)
    }

    /// Page numbers, now that all pages are known.
    fn number(&mut self) {
        let all = self.pages.len();
        if all == 1 && self.report.numbers == PageNumbers::WhenSeveral {
            return;
        }
        for (index, page) in self.pages.iter_mut().enumerate() {
            let text = format!("Halaman {} dari {all}", index + 1);
            let look = Look::new(Face::Sans, 8.5, MUTED);
            page.line(self.fonts, &text, look, Align::Right, LEFT * MM, self.page.0 - (LEFT + RIGHT) * MM, 13.0 * MM);
        }
    }
}
