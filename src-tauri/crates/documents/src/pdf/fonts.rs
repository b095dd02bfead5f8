//! The four embedded faces, parsed once per process by printpdf, and what a file uses of them.

use domain::refusal::{Code, Refusal};
use printpdf::ParsedFont;
use std::sync::OnceLock;
use unicode_normalization::UnicodeNormalization;

/// One of the embedded faces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Face {
    /// Widths of Times New Roman.
    Serif,
    /// Bold serif.
    SerifBold,
    /// Widths of Arial.
    Sans,
    /// Bold sans.
    SansBold,
}

impl Face {
    /// All faces, in the order of their resource names.
    pub(crate) const ALL: [Self; 4] = [Self::Serif, Self::SerifBold, Self::Sans, Self::SansBold];

    /// Place in [`Face::ALL`].
    pub(crate) fn index(self) -> usize {
        match self {
            Self::Serif => 0,
            Self::SerifBold => 1,
            Self::Sans => 2,
            Self::SansBold => 3,
        }
    }

    /// Name in the resource dictionaries.
    pub(crate) fn resource(self) -> &'static str {
        ["F1", "F2", "F3", "F4"][self.index()]
    }

    /// PostScript name, without the prefix of a subset.
    pub(crate) fn name(self) -> &'static str {
        ["BinaASNSerif-Regular", "BinaASNSerif-Bold", "BinaASNSans-Regular", "BinaASNSans-Bold"][self.index()]
    }

    /// The font file.
    pub(crate) fn bytes(self) -> &'static [u8] {
        match self {
            Self::Serif => include_bytes!("../../assets/fonts/BinaASNSerif-Regular.ttf"),
            Self::SerifBold => include_bytes!("../../assets/fonts/BinaASNSerif-Bold.ttf"),
            Self::Sans => include_bytes!("../../assets/fonts/BinaASNSans-Regular.ttf"),
            Self::SansBold => include_bytes!("../../assets/fonts/BinaASNSans-Bold.ttf"),
        }
    }
}

/// Codes below this stand for themselves (U+0020 to U+22FF); no face has letters above.
pub(crate) const CODES: usize = 0x2300;
/// No such letter in the face.
const NONE: u16 = u16::MAX;

/// A parsed face.
pub(crate) struct Font {
    /// As printpdf parsed it.
    pub(crate) parsed: ParsedFont,
    /// Advance in thousandths of an em by code.
    advances: Vec<u16>,
}

impl Font {
    fn parse(face: Face) -> Option<Self> {
        let parsed = ParsedFont::from_bytes(face.bytes(), 0, &mut Vec::new())?;
        let mut advances = vec![NONE; CODES];
        for (&codepoint, &glyph) in &parsed.codepoint_to_glyph {
            let (Ok(code), Some(width)) = (usize::try_from(codepoint), parsed.get_glyph_width(glyph)) else { continue };
            if glyph != 0 && code < CODES {
                advances[code] = Self::thousandths(width, parsed.units_per_em);
            }
        }
        Some(Self { parsed, advances })
    }

    /// The same rounding as in the file's width table, so that what is measured is what viewers place.
    fn thousandths(width: u16, units_per_em: u16) -> u16 {
        let em = u32::from(units_per_em.max(1));
        u16::try_from((u32::from(width) * 1000 + em / 2) / em).unwrap_or(NONE - 1)
    }

    /// Advance of a letter in thousandths of an em; none when the face does not have it.
    pub(crate) fn advance(&self, letter: char) -> Option<u16> {
        let code = usize::try_from(u32::from(letter)).ok()?;
        self.advances.get(code).copied().filter(|advance| *advance != NONE)
    }

    /// Glyph of a letter in the whole face.
    pub(crate) fn glyph(&self, letter: char) -> u16 {
        self.parsed.lookup_glyph_index(u32::from(letter)).unwrap_or(0)
    }

    /// A measure of the font in thousandths of an em.
    pub(crate) fn metric(&self, units: i16) -> i32 {
        i32::from(units) * 1000 / i32::from(self.parsed.units_per_em.max(1))
    }
}

/// The parsed faces.
pub(crate) struct Fonts([Font; 4]);

impl Fonts {
    /// One face.
    pub(crate) fn get(&self, face: Face) -> &Font {
        &self.0[face.index()]
    }
}

/// The faces, parsed at first use and never again.
pub(crate) fn fonts() -> Result<&'static Fonts, Refusal> {
    static FONTS: OnceLock<Option<Fonts>> = OnceLock::new();
    let parse = || {
        let [serif, serif_bold, sans, sans_bold] = Face::ALL.map(Font::parse);
        Some(Fonts([serif?, serif_bold?, sans?, sans_bold?]))
    };
    FONTS.get_or_init(parse).as_ref().ok_or_else(|| Refusal::new(Code::Internal, "Huruf dokumen tidak terbaca."))
}

/// The letters that a file (or a part of it) uses of each face, by the codes under which they are written.
///
/// A letter is written under its own code point. A letter typed with combining marks is drawn as the composed letter
/// and written under the code point of that letter plus [`CODES`], so that the text that is copied out is the typed one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Used([Vec<u64>; 4]);

impl Used {
    /// Nothing yet.
    pub(crate) fn new() -> Self {
        Self(std::array::from_fn(|_| vec![0; CODES * 2 / 64]))
    }

    /// The code of a piece of text, noting that it is used. `drawn` must be in the face.
    pub(crate) fn code(&mut self, face: Face, drawn: char, typed: &str) -> u16 {
        let own = usize::try_from(u32::from(drawn)).ok().filter(|code| *code < CODES).unwrap_or(0x20);
        let code = if typed.len() == drawn.len_utf8() && typed.starts_with(drawn) { own } else { own + CODES };
        self.0[face.index()][code / 64] |= 1 << (code % 64);
        u16::try_from(code).unwrap_or(0x20)
    }

    /// Adds what a part uses.
    pub(crate) fn merge(&mut self, part: &Self) {
        for (words, others) in self.0.iter_mut().zip(&part.0) {
            for (word, other) in words.iter_mut().zip(others) {
                *word |= other;
            }
        }
    }

    /// Whether anything is drawn in the face.
    pub(crate) fn any(&self, face: Face) -> bool {
        self.0[face.index()].iter().any(|word| *word != 0)
    }

    /// Code, drawn letter and typed text of everything used of a face, by code.
    pub(crate) fn entries(&self, face: Face) -> Vec<(u16, char, String)> {
        let words = &self.0[face.index()];
        let used = |code: &u16| words[usize::from(*code) / 64] >> (code % 64) & 1 == 1;
        let entry = |code: u16| {
            let point = usize::from(code) % CODES;
            let letter = char::from_u32(u32::try_from(point).ok()?)?;
            let typed =
                if usize::from(code) < CODES { letter.to_string() } else { std::iter::once(letter).nfd().collect() };
            Some((code, letter, typed))
        };
        (0..u16::try_from(CODES * 2).unwrap_or(u16::MAX)).filter(used).filter_map(entry).collect()
    }
}
