//! Measuring, wrapping and fitting text. Widths are counted in whole thousandths of an em, as viewers count them.

use super::fonts::{Face, Fonts};
use unicode_normalization::UnicodeNormalization;

/// The smallest part of a text that is drawn as one glyph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Piece<'a> {
    /// The letter whose glyph is drawn.
    pub(crate) drawn: char,
    /// What was typed: the letter itself, or a letter and combining marks.
    pub(crate) typed: &'a str,
}

fn is_mark(letter: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&letter)
}

/// The pieces of a text in order. A letter followed by combining marks becomes one piece where it is
/// the full decomposition of a letter.
pub(crate) fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let mut length = first.len_utf8();
        let mut drawn = first;
        if rest[length..].chars().next().is_some_and(is_mark) {
            let marks: usize = rest[length..].chars().take_while(|letter| is_mark(*letter)).map(char::len_utf8).sum();
            let mut composed = rest[..length + marks].nfc();
            if let (Some(letter), None) = (composed.next(), composed.next())
                && std::iter::once(letter).nfd().eq(rest[..length + marks].chars())
            {
                (drawn, length) = (letter, length + marks);
            }
        }
        let (typed, after) = rest.split_at(length);
        rest = after;
        Some(Piece { drawn, typed })
    })
}

/// The first letter of a text that the face does not have. Line breaks are not letters.
pub(crate) fn missing(fonts: &Fonts, face: Face, text: &str) -> Option<char> {
    let font = fonts.get(face);
    pieces(text).map(|piece| piece.drawn).find(|letter| *letter != '\n' && font.advance(*letter).is_none())
}

/// Width in thousandths of an em.
pub(crate) fn units(fonts: &Fonts, face: Face, text: &str) -> u32 {
    let font = fonts.get(face);
    pieces(text).map(|piece| u32::from(font.advance(piece.drawn).unwrap_or(0))).sum()
}

#[allow(clippy::cast_precision_loss)]
fn points(units: u32, size: f32) -> f32 {
    units as f32 * size / 1000.0
}

/// One wrapped line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Line<'a> {
    /// The text, without the space at which it was broken.
    pub(crate) text: &'a str,
    /// Width in points.
    pub(crate) width: f32,
    /// Whether a paragraph ends here, so that the line is not justified.
    pub(crate) last: bool,
}

/// Breaks a text at spaces (and at line breaks) so that no line is wider than `width` points. A word that is too long
/// alone is broken between letters: nothing is ever cut off.
pub(crate) fn wrap<'a>(fonts: &Fonts, face: Face, size: f32, text: &'a str, width: f32) -> Vec<Line<'a>> {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let limit = (width.max(0.0) * 1000.0 / size + 0.5) as u32;
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        wrap_paragraph(fonts, face, size, paragraph, limit, &mut lines);
    }
    lines
}

fn wrap_paragraph<'a>(fonts: &Fonts, face: Face, size: f32, text: &'a str, limit: u32, lines: &mut Vec<Line<'a>>) {
    let font = fonts.get(face);
    // All in bytes of `text` and thousandths of an em from the start of the line.
    let (mut start, mut at, mut total) = (0, 0, 0_u32);
    let mut space: Option<(usize, u32)> = None;
    let mut push = |from: usize, to: usize, units: u32, last: bool| {
        lines.push(Line { text: &text[from..to], width: points(units, size), last });
    };
    for piece in pieces(text) {
        let advance = u32::from(font.advance(piece.drawn).unwrap_or(0));
        if piece.drawn == ' ' {
            space = Some((at, total));
        }
        while piece.drawn != ' ' && total + advance > limit && at > start {
            match space.take().filter(|(place, _)| *place > start) {
                Some((place, units)) => {
                    push(start, place, units, false);
                    (start, total) = (place + 1, total - units - u32::from(font.advance(' ').unwrap_or(0)));
                }
                None => {
                    push(start, at, total, false);
                    (start, total) = (at, 0);
                }
            }
        }
        total += advance;
        at += piece.typed.len();
    }
    push(start, text.len(), total, true);
}

/// What is wanted of a text that must fit a box.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Wanted {
    /// Face.
    pub(crate) face: Face,
    /// Size in points when there is room.
    pub(crate) size: f32,
    /// Down to this size in points it stays on one line.
    pub(crate) single: f32,
    /// The smallest size in points.
    pub(crate) least: f32,
    /// Most lines.
    pub(crate) lines: usize,
    /// Width of the box in points.
    pub(crate) width: f32,
}

/// A text that fits its box.
#[derive(Debug, Clone)]
pub(crate) struct Fitted<'a> {
    /// Size in points.
    pub(crate) size: f32,
    /// Lines from the top.
    pub(crate) lines: Vec<Line<'a>>,
}

/// Steps in which sizes shrink, in points.
const STEP: f32 = 0.5;

/// Shrinks on one line first, then wraps with as few lines and as big as possible. None: it does not fit.
pub(crate) fn fit<'a>(fonts: &Fonts, text: &'a str, wanted: Wanted) -> Option<Fitted<'a>> {
    let Wanted { face, size, single, least, lines: most, width } = wanted;
    if !text.contains('\n') {
        let units = units(fonts, face, text);
        let mut at = size;
        while at >= single - 0.01 {
            if points(units, at) <= width {
                return Some(Fitted { size: at, lines: vec![Line { text, width: points(units, at), last: true }] });
            }
            at -= STEP;
        }
    }
    for allowed in 2..=most {
        let mut at = size.min(single + 2.0);
        while at >= least - 0.01 {
            let lines = wrap(fonts, face, at, text, width);
            if lines.len() <= allowed {
                return Some(Fitted { size: at, lines: balanced(fonts, face, at, text, (width, lines.len())) });
            }
            at -= STEP;
        }
    }
    None
}

/// Wraps at the smallest width that needs no more lines, so that the lines are of like length.
fn balanced<'a>(fonts: &Fonts, face: Face, size: f32, text: &'a str, (width, most): (f32, usize)) -> Vec<Line<'a>> {
    let (mut low, mut high) = (width / 2.0, width);
    while high - low > 2.0 {
        let middle = (low + high) / 2.0;
        if wrap(fonts, face, size, text, middle).len() > most { low = middle } else { high = middle }
    }
    wrap(fonts, face, size, text, high)
}
