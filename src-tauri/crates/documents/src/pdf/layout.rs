//! Laid out text and rules: boxes with positions, made before anything is drawn so that they can be checked.

use super::canvas::{Canvas, Colour};
use super::fonts::{Face, Fonts};
use super::text::{Line, units};

/// Leading as a part of the size.
pub(crate) const LEADING: f32 = 1.26;
/// How far letters reach above and below the base line, as parts of the size.
const ABOVE: f32 = 0.90;
const BELOW: f32 = 0.22;

/// How a line stands in its box.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Align {
    /// At the left edge.
    Left,
    /// In the middle.
    Centre,
    /// At the right edge.
    Right,
    /// From edge to edge, but for the last line.
    Justify,
}

/// The look of a text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Look {
    /// Face.
    pub(crate) face: Face,
    /// Size in points.
    pub(crate) size: f32,
    /// Colour.
    pub(crate) colour: Colour,
    /// Extra space after each letter, in points.
    pub(crate) tracking: f32,
}

impl Look {
    /// A look without extra space.
    pub(crate) fn new(face: Face, size: f32, colour: Colour) -> Self {
        Self { face, size, colour, tracking: 0.0 }
    }
}

/// One line at its place: points from the lower left corner to the start of the base line.
#[derive(Debug, Clone)]
pub(crate) struct Item {
    pub(crate) look: Look,
    pub(crate) x: f32,
    pub(crate) y: f32,
    pub(crate) width: f32,
    /// Whether spaces are widened to the width.
    pub(crate) justified: bool,
    pub(crate) text: String,
}

/// A filled rectangle.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Block {
    pub(crate) x: f32,
    pub(crate) y: f32,
    pub(crate) width: f32,
    pub(crate) height: f32,
    pub(crate) colour: Colour,
}

/// A box in which a line of text stands, in points from the lower left corner of the page.
#[derive(Debug, Clone, PartialEq)]
pub struct TextBox {
    /// Left edge.
    pub left: f32,
    /// Lower edge, below descenders.
    pub bottom: f32,
    /// Right edge.
    pub right: f32,
    /// Upper edge, above accents.
    pub top: f32,
    /// Size of the letters.
    pub size: f32,
    /// The text.
    pub text: String,
}

/// Things laid out together. A part is made with its top at 0 and moved to its place later.
#[derive(Debug, Clone, Default)]
pub(crate) struct Layout {
    pub(crate) items: Vec<Item>,
    pub(crate) blocks: Vec<Block>,
}

impl Layout {
    /// Adds wrapped lines with their top at `top` and gives the place below them.
    pub(crate) fn lines(
        &mut self,
        lines: &[Line<'_>],
        look: Look,
        align: Align,
        left: f32,
        width: f32,
        top: f32,
    ) -> f32 {
        let mut top = top;
        for line in lines {
            #[allow(clippy::cast_precision_loss)]
            let tracked = line.width + look.tracking * line.text.chars().count().saturating_sub(1) as f32;
            let justified = align == Align::Justify && !line.last;
            let x = match align {
                Align::Left | Align::Justify => left,
                Align::Centre => left + (width - tracked) / 2.0,
                Align::Right => left + width - tracked,
            };
            let y = top - (LEADING - ABOVE - BELOW) / 2.0 * look.size - ABOVE * look.size;
            let width = if justified { width } else { tracked };
            self.items.push(Item { look, x, y, width, justified, text: line.text.to_owned() });
            top -= look.size * LEADING;
        }
        top
    }

    /// Adds one line that is known to fit.
    #[expect(clippy::too_many_arguments, reason = "the same order as for several lines")]
    pub(crate) fn line(
        &mut self,
        fonts: &Fonts,
        text: &str,
        look: Look,
        align: Align,
        left: f32,
        width: f32,
        top: f32,
    ) -> f32 {
        #[allow(clippy::cast_precision_loss)]
        let natural = units(fonts, look.face, text) as f32 * look.size / 1000.0;
        self.lines(&[Line { text, width: natural, last: true }], look, align, left, width, top)
    }

    /// Adds a filled rectangle.
    pub(crate) fn block(&mut self, x: f32, y: f32, width: f32, height: f32, colour: Colour) {
        self.blocks.push(Block { x, y, width, height, colour });
    }

    /// Adds another layout, moved up by `rise`.
    pub(crate) fn add(&mut self, part: Self, rise: f32) {
        self.items.extend(part.items.into_iter().map(|item| Item { y: item.y + rise, ..item }));
        self.blocks.extend(part.blocks.into_iter().map(|block| Block { y: block.y + rise, ..block }));
    }

    /// Draws everything.
    pub(crate) fn draw(&self, canvas: &mut Canvas<'_>) {
        for block in &self.blocks {
            canvas.block(block.x, block.y, block.width, block.height, block.colour);
        }
        for item in &self.items {
            let Look { face, size, colour, tracking } = item.look;
            if item.justified {
                canvas.justified(face, size, (item.x, item.y), &item.text, item.width, colour);
            } else {
                canvas.text(face, size, (item.x, item.y), &item.text, tracking, colour);
            }
        }
    }

    /// The boxes of the texts.
    pub(crate) fn boxes(&self) -> impl Iterator<Item = TextBox> {
        self.items.iter().filter(|item| !item.text.trim().is_empty()).map(|item| TextBox {
            left: item.x,
            bottom: item.y - BELOW * item.look.size,
            right: item.x + item.width,
            top: item.y + ABOVE * item.look.size,
            size: item.look.size,
            text: item.text.clone(),
        })
    }
}
