//! Parts that all documents of an office share: letterhead and signature.

use super::MM;
use super::canvas::{Colour, INK};
use super::fonts::{Face, Fonts};
use super::layout::{Align, LEADING, Layout, Look};
use super::text::{Fitted, Wanted, fit, missing};
use domain::certificates::content::{Letterhead, Signatory};
use domain::people::nip;
use domain::refusal::{Code, FieldRefusal, Refusal};

/// Main accent.
pub(crate) const TEAL: Colour = Colour(0x0e, 0x55, 0x5e);
/// Second accent.
pub(crate) const GOLD: Colour = Colour(0xb4, 0x93, 0x4a);
/// Small print.
pub(crate) const MUTED: Colour = Colour(0x55, 0x5f, 0x66);

/// Where a text comes from, for the sentences of refusals.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Origin<'a> {
    /// Path of the field.
    pub(crate) field: &'a str,
    /// Name of the field as the operator knows it.
    pub(crate) label: &'a str,
    /// Whose document it is.
    pub(crate) person: &'a str,
}

impl Origin<'_> {
    /// Refuses this text.
    pub(crate) fn refuse(self, code: Code, problem: &str) -> Refusal {
        let person: String = self.person.chars().take(80).collect();
        let whose = if person.is_empty() { String::new() } else { format!(" untuk {person}") };
        let message = format!("{}{whose}: {problem}", self.label);
        let field = FieldRefusal { field: self.field.to_owned(), message: message.clone() };
        Refusal { fields: vec![field], ..Refusal::new(code, message) }
    }

    /// Refuses letters that the faces do not have. All faces have the same letters.
    pub(crate) fn letters(self, fonts: &Fonts, text: &str) -> Result<(), Refusal> {
        match missing(fonts, Face::Serif, text) {
            None => Ok(()),
            Some(letter) => {
                let shown = if letter.is_control() { String::new() } else { format!(" \"{letter}\"") };
                let problem = format!(
                    "huruf{shown} (U+{:04X}) tidak ada pada huruf dokumen. Hapus atau ganti huruf itu.",
                    u32::from(letter)
                );
                Err(self.refuse(Code::MissingGlyph, &problem))
            }
        }
    }

    /// Fits a text into its box.
    pub(crate) fn fit<'t>(self, fonts: &Fonts, text: &'t str, wanted: Wanted) -> Result<Fitted<'t>, Refusal> {
        fit(fonts, text, wanted).ok_or_else(|| {
            let problem = "terlalu panjang untuk tempatnya, juga dengan huruf terkecil. Singkatkan teks itu.";
            self.refuse(Code::DoesNotFit, problem)
        })
    }
}

/// Where a letterhead ended and where its logo goes: left, bottom and side.
pub(crate) struct HeadPlace {
    pub(crate) bottom: f32,
    pub(crate) logo: Option<(f32, f32, f32)>,
}

/// Lays out the letterhead between `left` and `right` with its top at `top`; `scale` 1 is the size for landscape.
pub(crate) fn letterhead(
    out: &mut Layout,
    fonts: &Fonts,
    head: &Letterhead,
    left: f32,
    right: f32,
    top: f32,
    scale: f32,
) -> Result<HeadPlace, Refusal> {
    let side = 23.0 * MM * scale;
    let inset = if head.logo.is_some() { side + 4.0 * MM } else { 0.0 };
    let (start, width) = (left + inset, right - left - 2.0 * inset);
    let origin = |field, label| Origin { field, label, person: "" };
    let mut y = top;
    let mut put = |origin: Origin<'_>, text: &str, face: Face, size: f32, lines: usize| -> Result<(), Refusal> {
        if text.trim().is_empty() {
            return Ok(());
        }
        let size = size * scale;
        let wanted = Wanted { face, size, single: size * 0.75, least: size * 0.6, lines, width };
        let fitted = origin.fit(fonts, text, wanted)?;
        y = out.lines(&fitted.lines, Look::new(face, fitted.size, INK), Align::Centre, start, width, y);
        Ok(())
    };
    put(origin("letterhead.government", "Baris pemerintah pada kop"), &head.government, Face::Serif, 13.5, 2)?;
    put(origin("letterhead.office", "Nama kantor pada kop"), &head.office, Face::SerifBold, 18.0, 3)?;
    for line in &head.contact_lines {
        put(origin("letterhead.contact_lines", "Baris alamat pada kop"), line, Face::Serif, 9.5, 2)?;
    }
    let logo = head.logo.map(|_| (left, top - (top - y).max(side) / 2.0 - side / 2.0, side));
    let bottom = if head.logo.is_some() { y.min(top - side) } else { y } - 2.2 * MM * scale;
    out.block(left, bottom, right - left, 1.6, INK);
    out.block(left, bottom - 2.6, right - left, 0.5, INK);
    Ok(HeadPlace { bottom: bottom - 2.6, logo })
}

/// A signature block, its top at 0.
pub(crate) struct Signature {
    pub(crate) layout: Layout,
    pub(crate) height: f32,
}

/// Lays out a signature block between `left` and `left + width`: `dated` (place and date), position, `space` points for the signature, name, rank, NIP.
pub(crate) fn signature(
    fonts: &Fonts,
    dated: &str,
    who: &Signatory,
    (face, bold): (Face, Face),
    (left, width): (f32, f32),
    size: f32,
    space: f32,
) -> Result<Signature, Refusal> {
    let mut layout = Layout::default();
    let origin = |field, label| Origin { field, label, person: "" };
    let mut y = 0.0;
    let mut put = |y: f32, origin: Origin<'_>, text: &str, face: Face, lines: usize| -> Result<f32, Refusal> {
        if text.trim().is_empty() {
            return Ok(y);
        }
        let wanted = Wanted { face, size, single: size * 0.9, least: size * 0.72, lines, width };
        let fitted = origin.fit(fonts, text, wanted)?;
        Ok(layout.lines(&fitted.lines, Look::new(face, fitted.size, INK), Align::Left, left, width, y))
    };
    y = put(y, origin("issue_place", "Tempat dan tanggal"), dated, face, 2)?;
    let position = if who.position.trim().is_empty() { String::new() } else { format!("{},", who.position) };
    y = put(y, origin("signatory.position", "Jabatan penanda tangan"), &position, face, 4)?;
    y -= space;
    y = put(y, origin("signatory.name", "Nama penanda tangan"), &who.name, bold, 3)?;
    y = put(y, origin("signatory.rank", "Pangkat penanda tangan"), &who.rank, face, 2)?;
    if !who.nip.is_empty() {
        let nip = format!("NIP.\u{a0}{}", nip::printed(&who.nip));
        y = put(y, origin("signatory.nip", "NIP penanda tangan"), &nip, face, 2)?;
    }
    Ok(Signature { layout, height: -y })
}

/// Height in points of `lines` lines at a size.
#[allow(clippy::cast_precision_loss)]
pub(crate) fn height(lines: usize, size: f32) -> f32 {
    lines as f32 * size * LEADING
}
