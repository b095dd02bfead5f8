//! A large figure, and bars under each other: what the public looks at first.

use super::timeline::Part;
use crate::pdf::{Align, Colour, Face, Fonts, INK, Layout, Look, MM, MUTED, TEAL, height, wrap};

/// A figure in large letters with a line above and one below, framed in the middle of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// What it is.
    pub label: String,
    /// The figure.
    pub value: String,
    /// What it means.
    pub meaning: String,
}

/// One bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// What it is of.
    pub label: String,
    /// Its number as text, at the end of the line; empty for none.
    pub value: String,
    /// Its length in thousandths of the longest possible one.
    pub length: u16,
    /// Drawn in the colour for what needs work.
    pub marked: bool,
}

/// Bars under each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bars {
    /// Line above them.
    pub caption: String,
    /// From the top.
    pub bars: Vec<Bar>,
    /// Small line below them, such as what the colours mean; empty for none.
    pub legend: String,
}

const TRACK: Colour = Colour(0xe3, 0xea, 0xea);
const MARKED: Colour = Colour(0xc7, 0x7a, 0x1b);
/// Sizes of the label, the value and the meaning of a figure, and of the lines of bars, in points.
const LABEL_PT: f32 = 10.5;
const VALUE_PT: f32 = 44.0;
const MEANING_PT: f32 = 14.0;
const LINE_PT: f32 = 10.0;
const LEGEND_PT: f32 = 8.5;
/// Parts of the width that labels and values take.
const LABELS: f32 = 0.46;
const VALUES: f32 = 0.1;
/// Height of a bar, space above and below a line, and padding of the figure's frame, in millimetres.
const BAR: f32 = 3.6;
const PADDING: f32 = 1.1;
const FRAME: f32 = 4.0;

/// A figure between `left` and `left + width`.
pub(super) fn figure(fonts: &Fonts, figure: &Figure, left: f32, width: f32) -> Part {
    let mut layout = Layout::default();
    let mut top = -FRAME * MM;
    for (text, face, size, colour) in [
        (&figure.label, Face::Sans, LABEL_PT, MUTED),
        (&figure.value, Face::SansBold, VALUE_PT, TEAL),
        (&figure.meaning, Face::SansBold, MEANING_PT, INK),
    ] {
        let lines = wrap(fonts, face, size, text, width * 0.9);
        top = layout.lines(&lines, Look::new(face, size, colour), Align::Centre, left, width, top);
    }
    let tall = FRAME * MM - top;
    let wide = width * 0.62;
    let from = left + (width - wide) / 2.0;
    layout.block(from, -1.2, wide, 1.2, TEAL);
    layout.block(from, -tall, wide, 1.2, TEAL);
    Part { layout, height: tall + 4.0 * MM }
}

/// A line for each bar.
pub(super) fn rows(fonts: &Fonts, bars: &Bars, left: f32, width: f32) -> Vec<Part> {
    bars.bars.iter().map(|bar| row(fonts, bar, left, width)).collect()
}

fn row(fonts: &Fonts, bar: &Bar, left: f32, width: f32) -> Part {
    let labels = width * LABELS - 3.0 * MM;
    let label = wrap(fonts, Face::Sans, LINE_PT, &bar.label, labels);
    let text = height(label.len(), LINE_PT);
    let tall = text.max(BAR * MM) + 2.0 * PADDING * MM;
    let mut layout = Layout::default();
    let top = -(tall - text) / 2.0;
    layout.lines(&label, Look::new(Face::Sans, LINE_PT, INK), Align::Left, left, labels, top);
    let (from, wide) = (left + width * LABELS, width * (1.0 - LABELS - VALUES));
    let bottom = -(tall + BAR * MM) / 2.0;
    layout.block(from, bottom, wide, BAR * MM, TRACK);
    let long = wide * f32::from(bar.length.min(1_000)) / 1_000.0;
    layout.block(from, bottom, long, BAR * MM, if bar.marked { MARKED } else { TEAL });
    let look = Look::new(Face::SansBold, LINE_PT, INK);
    let middle = -(tall - height(1, LINE_PT)) / 2.0;
    layout.line(fonts, &bar.value, look, Align::Right, from + wide, width * VALUES, middle);
    Part { layout, height: tall }
}

/// The small line below the bars.
pub(super) fn legend(fonts: &Fonts, bars: &Bars, left: f32, width: f32) -> Part {
    let lines = wrap(fonts, Face::Sans, LEGEND_PT, &bars.legend, width);
    let mut layout = Layout::default();
    let end = layout.lines(&lines, Look::new(Face::Sans, LEGEND_PT, MUTED), Align::Left, left, width, -MM);
    Part { layout, height: 3.0 * MM - end }
}
