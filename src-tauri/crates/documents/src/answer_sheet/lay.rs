//! Lays a sheet out on pages: first with room, and closer where that saves a page.

use super::{AnswerSheet, PAPER, SheetAnswer, SheetGroup, SheetItem, SheetScale};
use crate::pdf::{Align, Colour, Face, Fonts, INK, Layout, Look, MM, MUTED, Origin, Wanted, height, wrap};
use domain::refusal::Refusal;

/// Distance of everything from the edges, in millimetres: left and right, top, bottom.
const SIDE: f32 = 14.0;
const TOP: f32 = 11.0;
const BOTTOM: f32 = 11.0;
/// Width of the box of the code, in millimetres.
const CODE_WIDTH: f32 = 48.0;
/// Width of the labels of facts, in millimetres.
const LABEL_WIDTH: f32 = 30.0;
/// Width of the column of numbers, in millimetres.
const NUMBER_WIDTH: f32 = 8.0;
const RULE: Colour = Colour(0x7d, 0x87, 0x8d);
const HEAD_FILL: Colour = Colour(0xe3, 0xee, 0xee);
/// Thickness of rules in points.
const THIN: f32 = 0.5;
const BOX_LINE: f32 = 0.8;

/// How close things stand.
#[derive(Clone, Copy)]
struct Density {
    /// Size of texts in points.
    size: f32,
    /// Least height of a row in points.
    row: f32,
    /// Side of a box in points.
    square: f32,
    /// Distance of ruled lines in points.
    ruled: f32,
}

const ROOMY: Density = Density { size: 10.0, row: 7.6 * MM, square: 5.0 * MM, ruled: 8.0 * MM };
const MIDDLE: Density = Density { size: 9.5, row: 6.6 * MM, square: 4.6 * MM, ruled: 7.5 * MM };
const CLOSE: Density = Density { size: 8.5, row: 5.5 * MM, square: 4.2 * MM, ruled: 6.5 * MM };

/// The pages of a sheet: in the roomiest setting that needs no more pages than the closest.
pub(super) fn lay(fonts: &'static Fonts, sheet: &AnswerSheet) -> Result<Vec<Layout>, Refusal> {
    let close = Pages::lay(fonts, sheet, CLOSE)?;
    for density in [ROOMY, MIDDLE] {
        let pages = Pages::lay(fonts, sheet, density)?;
        if pages.len() == close.len() {
            return Ok(pages);
        }
    }
    Ok(close)
}

struct Pages<'a> {
    fonts: &'static Fonts,
    sheet: &'a AnswerSheet,
    density: Density,
    pages: Vec<Layout>,
    /// Upper edge of what is free on the last page.
    y: f32,
}

/// Something laid out with its top at 0, and its height.
struct Part {
    layout: Layout,
    height: f32,
}

impl<'a> Pages<'a> {
    fn lay(fonts: &'static Fonts, sheet: &'a AnswerSheet, density: Density) -> Result<Vec<Layout>, Refusal> {
        let mut pages = Self { fonts, sheet, density, pages: Vec::new(), y: 0.0 };
        pages.open()?;
        pages.facts();
        pages.paragraphs(&sheet.opening)?;
        let mut number = 1;
        for group in &sheet.groups {
            number = pages.group(group, number)?;
        }
        pages.y -= 2.0 * MM;
        pages.paragraphs(&sheet.closing)?;
        pages.number();
        Ok(pages.pages)
    }

    fn left() -> f32 {
        SIDE * MM
    }

    fn width() -> f32 {
        (PAPER.width - 2.0 * SIDE) * MM
    }

    fn look(&self) -> Look {
        Look::new(Face::Sans, self.density.size, INK)
    }

    /// A new page with office, title and code.
    fn open(&mut self) -> Result<(), Refusal> {
        let (left, top) = (Self::left(), (PAPER.height - TOP) * MM);
        let mut layout = Layout::default();
        let mut floor = top;
        let mut width = Self::width();
        if let Some(code) = &self.sheet.code {
            let (wide, high) = (CODE_WIDTH * MM, 15.0 * MM);
            width -= wide + 5.0 * MM;
            let x = left + Self::width() - wide;
            outline(&mut layout, (x, top - high), (wide, high), 1.2, INK);
            let label = Look::new(Face::Sans, 7.5, MUTED);
            layout.line(self.fonts, &code.label, label, Align::Centre, x, wide, top - 1.0 * MM);
            let origin = Origin { field: "code", label: "Kode lembar", person: "" };
            let inner = wide - 4.0 * MM;
            let wanted = Wanted { face: Face::SansBold, size: 24.0, single: 8.0, least: 8.0, lines: 1, width: inner };
            let fitted = origin.fit(self.fonts, &code.text, wanted)?;
            let mut look = Look::new(Face::SansBold, fitted.size, INK);
            if code.text.chars().count() <= 6 {
                look.tracking = 2.5;
            }
            layout.lines(&fitted.lines, look, Align::Centre, x + 2.0 * MM, inner, top - 4.2 * MM);
            floor = top - high;
        }
        let office = Look::new(Face::Sans, 8.5, MUTED);
        let mut y = top;
        for line in wrap(self.fonts, office.face, office.size, &self.sheet.office, width) {
            y = layout.lines(&[line], office, Align::Left, left, width, y);
        }
        let origin = Origin { field: "title", label: "Judul lembar", person: "" };
        let wanted = Wanted { face: Face::SansBold, size: 14.0, single: 12.0, least: 9.0, lines: 4, width };
        let fitted = origin.fit(self.fonts, &self.sheet.title, wanted)?;
        let look = Look::new(Face::SansBold, fitted.size, INK);
        y = layout.lines(&fitted.lines, look, Align::Left, left, width, y - 0.5 * MM);
        self.pages.push(layout);
        self.y = y.min(floor) - 2.5 * MM;
        Ok(())
    }

    /// Goes to a new page when less than `height` points are free.
    fn need(&mut self, height: f32) -> Result<bool, Refusal> {
        let turned = self.y - height < BOTTOM * MM;
        if turned {
            self.open()?;
        }
        Ok(turned)
    }

    fn put(&mut self, part: Part) {
        let y = self.y;
        if let Some(page) = self.pages.last_mut() {
            page.add(part.layout, y);
        }
        self.y -= part.height;
    }

    fn facts(&mut self) {
        let look = self.look();
        let label_width = LABEL_WIDTH * MM;
        let (value, value_width) = (Self::left() + label_width + 4.0 * MM, Self::width() - label_width - 4.0 * MM);
        for (label, text) in &self.sheet.facts {
            let mut layout = Layout::default();
            let labels = wrap(self.fonts, look.face, look.size, label, label_width);
            let lower = layout.lines(&labels, look, Align::Left, Self::left(), label_width, 0.0);
            layout.line(self.fonts, ":", look, Align::Left, Self::left() + label_width + 1.0 * MM, 2.0 * MM, 0.0);
            let lines = wrap(self.fonts, look.face, look.size, text, value_width);
            let end = layout.lines(&lines, look, Align::Left, value, value_width, 0.0);
            if text.is_empty() {
                layout.block(value, end + 1.5, value_width, THIN, RULE);
            }
            self.put(Part { layout, height: -lower.min(end) + 0.4 * MM });
        }
        self.y -= 1.5 * MM;
    }

    fn paragraphs(&mut self, texts: &[String]) -> Result<(), Refusal> {
        let look = Look::new(Face::Sans, self.density.size - 0.5, INK);
        for text in texts {
            let lines = wrap(self.fonts, look.face, look.size, text, Self::width());
            let mut layout = Layout::default();
            let end = layout.lines(&lines, look, Align::Left, Self::left(), Self::width(), 0.0);
            self.need(-end)?;
            self.put(Part { layout, height: -end + 0.7 * MM });
        }
        self.y -= 1.0 * MM;
        Ok(())
    }

    /// Lays a group whose first numbered item has this number; gives the number after its last.
    fn group(&mut self, group: &SheetGroup, first: u32) -> Result<u32, Refusal> {
        let columns = Columns::of(group);
        let mut parts: Vec<(Part, bool)> = Vec::new();
        let mut next = first;
        for item in &group.items {
            // Where one writes freely there is no number, on the screen neither.
            let number = if matches!(item.answer, SheetAnswer::Lines(_)) { None } else { Some(next) };
            next += u32::from(number.is_some());
            parts.push((self.item(&columns, number, item), matches!(item.answer, SheetAnswer::Scale)));
        }
        let caption = self.caption(&group.caption);
        // The heading stays with the first row.
        let first_row = parts.first().map_or(0.0, |(part, _)| part.height);
        let head_height = self.head(&columns, group).map_or(0.0, |head| head.height);
        self.need(caption.height + head_height + first_row)?;
        self.put(caption);
        let mut headed = false;
        for (part, on_scale) in parts {
            let turned = self.need(part.height)?;
            if (turned || !headed)
                && on_scale
                && let Some(head) = self.head(&columns, group)
            {
                self.put(head);
                headed = true;
            }
            self.put(part);
        }
        self.y -= 2.2 * MM;
        Ok(next)
    }

    fn caption(&self, text: &str) -> Part {
        let mut layout = Layout::default();
        if text.is_empty() {
            return Part { layout, height: 0.0 };
        }
        let look = Look::new(Face::SansBold, self.density.size + 0.5, INK);
        let lines = wrap(self.fonts, look.face, look.size, text, Self::width());
        let end = layout.lines(&lines, look, Align::Left, Self::left(), Self::width(), 0.0);
        Part { layout, height: -end + 0.8 * MM }
    }

    /// The words of the scale over their boxes; none where no item is answered on it.
    fn head(&self, columns: &Columns<'_>, group: &SheetGroup) -> Option<Part> {
        let on_scale = |item: &SheetItem| matches!(item.answer, SheetAnswer::Scale);
        if !group.items.iter().any(on_scale) {
            return None;
        }
        let look = Look::new(Face::SansBold, (self.density.size - 1.5).max(7.0), INK);
        let mut layout = Layout::default();
        let cells: Vec<_> = columns
            .heads
            .iter()
            .map(|word| wrap(self.fonts, look.face, look.size, word, columns.answer - 1.0 * MM))
            .collect();
        let lines = cells.iter().map(Vec::len).max().unwrap_or(1);
        let high = height(lines, look.size) + 1.2 * MM;
        layout.block(Self::left(), -high, Self::width(), high, HEAD_FILL);
        for (at, cell) in (0_u8..).zip(&cells) {
            let x = columns.x(at);
            layout.lines(cell, look, Align::Centre, x + 0.5 * MM, columns.answer - 1.0 * MM, -0.6 * MM);
        }
        columns.frame(&mut layout, high);
        layout.block(Self::left(), -THIN / 2.0, Self::width(), THIN, RULE);
        Some(Part { layout, height: high })
    }

    fn item(&self, columns: &Columns<'_>, number: Option<u32>, item: &SheetItem) -> Part {
        let look = self.look();
        let pad = 0.9 * MM;
        let mut layout = Layout::default();
        let x = Self::left() + NUMBER_WIDTH * MM;
        let wide = match &item.answer {
            SheetAnswer::Scale => columns.text,
            SheetAnswer::Options(_) | SheetAnswer::Lines(_) => Self::width() - NUMBER_WIDTH * MM,
        };
        let lines = wrap(self.fonts, look.face, look.size, &item.text, wide - 2.0 * pad);
        let text_high = height(lines.len(), look.size);
        let (high, text_top) = match &item.answer {
            SheetAnswer::Scale => {
                let high = (text_high + 1.2 * MM).max(self.density.row);
                (high, -(high - text_high) / 2.0)
            }
            SheetAnswer::Options(words) => {
                let end = self.options(&mut layout, words, (x + pad, wide - 2.0 * pad), -text_high - pad);
                (-end + pad, -pad * 0.7)
            }
            SheetAnswer::Lines(count) => {
                let mut y = -text_high - pad * 0.7;
                for _ in 0..*count {
                    y -= self.density.ruled;
                    layout.block(x + pad, y, wide - 2.0 * pad, THIN, RULE);
                }
                (-y + 1.8 * MM, -pad * 0.7)
            }
        };
        let label = number.map(|number| format!("{number}.")).unwrap_or_default();
        layout.line(self.fonts, &label, look, Align::Right, Self::left(), NUMBER_WIDTH * MM - 0.6 * MM, text_top);
        layout.lines(&lines, look, Align::Left, x + pad, wide - 2.0 * pad, text_top);
        if item.answer == SheetAnswer::Scale {
            for (at, digit) in (0_u8..).zip(&columns.digits) {
                let square = (columns.square(self.density), self.density.square);
                let left = columns.x(at) + (columns.answer - square.0) / 2.0;
                self.square(&mut layout, digit, (left, -(high + square.1) / 2.0), square);
            }
            columns.frame(&mut layout, high);
        } else {
            outline(&mut layout, (Self::left(), -high), (Self::width(), high), THIN, RULE);
        }
        Part { layout, height: high }
    }

    /// A box with its number in pale letters, so that a cross over it stays readable.
    fn square(&self, layout: &mut Layout, digit: &str, (x, y): (f32, f32), (wide, high): (f32, f32)) {
        outline(layout, (x, y), (wide, high), BOX_LINE, INK);
        let look = Look::new(Face::Sans, self.density.size - 1.5, MUTED);
        let top = y + high / 2.0 + height(1, look.size) / 2.0;
        layout.line(self.fonts, digit, look, Align::Centre, x, wide, top);
    }

    /// Boxes with words beside them, in as many lines as they need; the place below them.
    fn options(&self, layout: &mut Layout, words: &[String], (left, width): (f32, f32), top: f32) -> f32 {
        let look = Look::new(Face::Sans, self.density.size - 0.5, INK);
        let side = self.density.square;
        // As many columns as the widest word allows, in even steps.
        let widest = words.iter().map(|word| natural(self.fonts, look, word)).fold(0.0, f32::max);
        let step = (side + 1.5 * MM + widest + 4.0 * MM).min(width);
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let columns = ((width / step) as usize).clamp(1, words.len().max(1));
        #[allow(clippy::cast_precision_loss)]
        let step = width / columns as f32;
        let inner = step - side - 3.0 * MM;
        let mut y = top;
        for (row, line) in words.chunks(columns).enumerate() {
            let cells: Vec<_> = line.iter().map(|word| wrap(self.fonts, look.face, look.size, word, inner)).collect();
            let lines = cells.iter().map(Vec::len).max().unwrap_or(1);
            let high = height(lines, look.size).max(side + 0.8 * MM);
            for (at, cell) in cells.iter().enumerate() {
                #[allow(clippy::cast_precision_loss)]
                let x = left + at as f32 * step;
                let digit = (row * columns + at + 1).to_string();
                self.square(layout, &digit, (x, y - (high + side) / 2.0), (side, side));
                let text = height(cell.len(), look.size);
                layout.lines(cell, look, Align::Left, x + side + 1.5 * MM, inner, y - (high - text) / 2.0);
            }
            y -= high;
        }
        y
    }

    /// Page numbers, where there are several.
    fn number(&mut self) {
        let all = self.pages.len();
        if all == 1 {
            return;
        }
        for (index, page) in self.pages.iter_mut().enumerate() {
            let text = format!("Halaman {} dari {all}", index + 1);
            let look = Look::new(Face::Sans, 8.0, MUTED);
            page.line(self.fonts, &text, look, Align::Right, Self::left(), Self::width(), 8.0 * MM);
        }
    }
}

/// The columns of a group: number, text, and one for each answer.
struct Columns<'a> {
    heads: Vec<&'a str>,
    /// What stands in the boxes.
    digits: Vec<String>,
    text: f32,
    answer: f32,
}

impl<'a> Columns<'a> {
    fn of(group: &'a SheetGroup) -> Self {
        let (heads, digits): (Vec<&str>, Vec<String>) = match &group.scale {
            SheetScale::Words(words) => {
                (words.iter().map(String::as_str).collect(), (1..=words.len()).map(|at| at.to_string()).collect())
            }
            SheetScale::Percent => (vec!["0 sampai 100"], vec![String::new()]),
        };
        let count = u8::try_from(heads.len().max(1)).unwrap_or(u8::MAX);
        let free = Pages::width() - NUMBER_WIDTH * MM;
        // Half of the width at the most; a column of a word is 14 to 19 mm wide.
        let answer = match &group.scale {
            SheetScale::Words(_) => (free * 0.5 / f32::from(count)).clamp(10.0 * MM, 19.0 * MM),
            SheetScale::Percent => 28.0 * MM,
        };
        Self { heads, digits, text: free - answer * f32::from(count), answer }
    }

    fn x(&self, at: u8) -> f32 {
        Pages::left() + NUMBER_WIDTH * MM + self.text + self.answer * f32::from(at)
    }

    fn square(&self, density: Density) -> f32 {
        if self.digits.iter().all(String::is_empty) { 20.0 * MM } else { density.square }
    }

    /// The rules around and between the cells of a row.
    fn frame(&self, layout: &mut Layout, high: f32) {
        outline(layout, (Pages::left(), -high), (Pages::width(), high), THIN, RULE);
        for at in (0_u8..).take(self.heads.len()) {
            layout.block(self.x(at) - THIN / 2.0, -high, THIN, high, RULE);
        }
    }
}

fn natural(fonts: &Fonts, look: Look, text: &str) -> f32 {
    wrap(fonts, look.face, look.size, text, f32::from(u16::MAX)).iter().map(|line| line.width).fold(0.0, f32::max)
}

/// The outline of a rectangle, by its lower left corner and its size.
fn outline(layout: &mut Layout, (x, y): (f32, f32), (width, height): (f32, f32), line: f32, colour: Colour) {
    let half = line / 2.0;
    layout.block(x - half, y - half, width + line, line, colour);
    layout.block(x - half, y + height - half, width + line, line, colour);
    layout.block(x - half, y, line, height, colour);
    layout.block(x + width - half, y, line, height, colour);
}
