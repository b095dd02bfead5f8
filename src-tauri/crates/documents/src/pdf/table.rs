//! Tables with thin rules: wrapped cells, a repeated heading, headings of groups, a total, spread over pages.

use super::canvas::{Colour, INK};
use super::fonts::{Face, Fonts};
use super::layout::{Align, LEADING, Layout, Look};
use super::text::{Line, wrap};

const RULE: Colour = Colour(0x9a, 0xa4, 0xaa);
const HEAD_FILL: Colour = Colour(0xe3, 0xee, 0xee);
const GROUP_FILL: Colour = Colour(0xf4, 0xf6, 0xf3);
/// Thickness of the rules in points.
const THIN: f32 = 0.5;

/// A column.
#[derive(Debug, Clone)]
pub(crate) struct Column {
    /// Text of the heading.
    pub(crate) heading: String,
    /// Width in points.
    pub(crate) width: f32,
    /// How cells stand.
    pub(crate) align: Align,
}

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RowKind {
    /// Headings.
    Head,
    /// Cells.
    Body,
    /// One text across all columns.
    Group,
    /// Bold cells.
    Total,
}

/// A table of fixed columns and one size of letters.
pub(crate) struct Table<'a> {
    pub(crate) fonts: &'a Fonts,
    pub(crate) columns: &'a [Column],
    /// Left edge in points.
    pub(crate) left: f32,
    /// Size of the letters in points.
    pub(crate) size: f32,
    /// Face of the cells and face of headings and totals.
    pub(crate) faces: (Face, Face),
}

/// A row laid out with its top at 0.
pub(crate) struct Laid {
    pub(crate) layout: Layout,
    pub(crate) height: f32,
}

impl Table<'_> {
    fn padding(&self) -> (f32, f32) {
        (self.size * 0.42, self.size * 0.17)
    }

    fn width(&self) -> f32 {
        self.columns.iter().map(|column| column.width).sum()
    }

    /// The row with the headings.
    pub(crate) fn head(&self) -> Laid {
        let cells: Vec<&str> = self.columns.iter().map(|column| column.heading.as_str()).collect();
        self.row(RowKind::Head, &cells, f32::MAX).pop().unwrap_or(Laid { layout: Layout::default(), height: 0.0 })
    }

    /// A row; one that is higher than `most` points comes in several parts.
    pub(crate) fn row(&self, kind: RowKind, cells: &[&str], most: f32) -> Vec<Laid> {
        let (across, down) = self.padding();
        let face = if kind == RowKind::Body { self.faces.0 } else { self.faces.1 };
        let widths: Vec<f32> = match kind {
            RowKind::Group => vec![self.width()],
            RowKind::Head | RowKind::Body | RowKind::Total => self.columns.iter().map(|column| column.width).collect(),
        };
        let wrapped: Vec<Vec<Line<'_>>> = widths
            .iter()
            .enumerate()
            .map(|(index, width)| {
                let text = cells.get(index).copied().unwrap_or_default();
                wrap(self.fonts, face, self.size, text, width - 2.0 * across)
            })
            .collect();
        let total = wrapped.iter().map(Vec::len).max().unwrap_or(1).max(1);
        let leading = self.size * LEADING;
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let fitting = (((most - 2.0 * down) / leading) as usize).max(1);
        let part = |start: usize| {
            let lines = fitting.min(total - start);
            self.part(kind, &widths, &wrapped, start..start + lines)
        };
        (0..total).step_by(fitting).map(part).collect()
    }

    /// A row of a given height in points, for writing by hand: what little it holds stands at its top.
    pub(crate) fn blank(&self, cells: &[&str], height: f32) -> Laid {
        let (across, down) = self.padding();
        let look = Look::new(self.faces.0, self.size, INK);
        let mut layout = Layout::default();
        let mut x = self.left;
        for (index, column) in self.columns.iter().enumerate() {
            if let Some(text) = cells.get(index) {
                let width = column.width - 2.0 * across;
                let lines = wrap(self.fonts, look.face, look.size, text, width);
                layout.lines(&lines, look, column.align, x + across, width, -2.0 * down);
            }
            layout.block(x - THIN / 2.0, -height, THIN, height, RULE);
            x += column.width;
        }
        layout.block(x - THIN / 2.0, -height, THIN, height, RULE);
        layout.block(self.left, -height - THIN / 2.0, self.width(), THIN, RULE);
        Laid { layout, height }
    }

    fn part(&self, kind: RowKind, widths: &[f32], wrapped: &[Vec<Line<'_>>], lines: std::ops::Range<usize>) -> Laid {
        let (across, down) = self.padding();
        let face = if kind == RowKind::Body { self.faces.0 } else { self.faces.1 };
        let look = Look::new(face, self.size, INK);
        #[allow(clippy::cast_precision_loss)]
        let height = lines.len() as f32 * self.size * LEADING + 2.0 * down;
        let mut layout = Layout::default();
        match kind {
            RowKind::Head => layout.block(self.left, -height, self.width(), height, HEAD_FILL),
            RowKind::Group | RowKind::Total => layout.block(self.left, -height, self.width(), height, GROUP_FILL),
            RowKind::Body => {}
        }
        let mut x = self.left;
        for (index, (cell, width)) in wrapped.iter().zip(widths).enumerate() {
            let align = match kind {
                RowKind::Head => Align::Centre,
                RowKind::Group => Align::Left,
                RowKind::Body | RowKind::Total => self.columns.get(index).map_or(Align::Left, |column| column.align),
            };
            let shown = &cell[lines.start.min(cell.len())..lines.end.min(cell.len())];
            layout.lines(shown, look, align, x + across, width - 2.0 * across, -down);
            layout.block(x - THIN / 2.0, -height, THIN, height, RULE);
            x += width;
        }
        layout.block(x - THIN / 2.0, -height, THIN, height, RULE);
        layout.block(self.left, -height - THIN / 2.0, self.width(), THIN, RULE);
        if kind != RowKind::Body {
            layout.block(self.left, -THIN / 2.0, self.width(), THIN, RULE);
        }
        Laid { layout, height }
    }
}
