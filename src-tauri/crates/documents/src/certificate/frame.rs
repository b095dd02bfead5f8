//! The part of the front page that is the same for a whole class: border, letterhead, title, signature, captions.

use super::style::CertificateStyle;
use crate::pdf::{
    Align, Drawing, Face, Fonts, GOLD, INK, Layout, Look, MM, MUTED, Origin, TEAL, Wanted, height, letterhead,
    signature,
};
use chrono::NaiveDate;
use domain::certificates::content::{CertificateContent, Letterhead, Signatory};
use domain::indonesian;
use domain::refusal::Refusal;

/// Space for the signature, in millimetres.
const SIGNATURE_SPACE: f32 = 25.0;
/// Width of the signature block, in millimetres.
const SIGNATURE_WIDTH: f32 = 92.0;
/// Side of the QR code, in millimetres.
pub(super) const QR_SIDE: f32 = 30.0;
/// Distance of the text from the edges, in millimetres.
pub(super) const SIDE: f32 = 24.0;
/// Lower edge of the text, in millimetres.
const BOTTOM: f32 = 15.0;
/// Height of the two captions under the QR code, in millimetres.
pub(super) const CAPTIONS: f32 = 8.6;

/// What the frame depends on.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct FrameKey {
    letterhead: Letterhead,
    title: String,
    place: String,
    date: NaiveDate,
    signatory: Signatory,
}

impl FrameKey {
    /// Whether the content has this frame.
    pub(super) fn fits(&self, content: &CertificateContent) -> bool {
        self.date == content.issue_date
            && self.title == content.title
            && self.place == content.issue_place
            && self.letterhead == content.letterhead
            && self.signatory == content.signatory
    }

    /// The frame of a content.
    pub(super) fn of(content: &CertificateContent) -> Self {
        Self {
            letterhead: content.letterhead.clone(),
            title: content.title.clone(),
            place: content.issue_place.clone(),
            date: content.issue_date,
            signatory: content.signatory.clone(),
        }
    }
}

/// A laid out frame and the room that it leaves.
pub(super) struct Frame {
    pub(super) layout: Layout,
    /// Where the logo goes: left, bottom, side.
    pub(super) logo: Option<(f32, f32, f32)>,
    /// Upper edge of the room for the text of the person.
    pub(super) top: f32,
    /// Lower edge of that room.
    pub(super) bottom: f32,
    /// Lower left corner of the QR code.
    pub(super) qr: (f32, f32),
    /// Box of the photo: left, bottom, width, height.
    pub(super) photo: Option<(f32, f32, f32, f32)>,
}

/// Lays out the frame.
pub(super) fn lay(fonts: &Fonts, content: &CertificateContent, style: CertificateStyle) -> Result<Frame, Refusal> {
    let (width, page_height) = style.paper.paper().points();
    let (left, right) = (SIDE * MM, width - SIDE * MM);
    let mut layout = Layout::default();
    let head = letterhead(&mut layout, fonts, &content.letterhead, left, right, page_height - 14.5 * MM, 1.0)?;
    let top = title(&mut layout, fonts, content, left, right, head.bottom - 3.4 * MM)?;

    let dated = format!("{}, {}", content.issue_place, indonesian::date(content.issue_date));
    let sign_width = SIGNATURE_WIDTH * MM;
    let sign_left = right - sign_width;
    let sign = signature(
        fonts,
        &dated,
        &content.signatory,
        (Face::Serif, Face::SerifBold),
        (sign_left, sign_width),
        11.0,
        SIGNATURE_SPACE * MM,
    )?;
    let base = BOTTOM * MM;
    let sign_height = sign.height;
    layout.add(sign.layout, base + sign_height);

    let qr = (left, base + CAPTIONS * MM);
    captions(&mut layout, fonts, left, base);
    let photo = style.photo.map(|size| {
        let (wide, high) = size.millimetres();
        (sign_left - (8.0 + wide) * MM, base, wide * MM, high * MM)
    });
    let highest = [sign_height, (CAPTIONS + QR_SIDE) * MM, photo.map_or(0.0, |photo| photo.3)];
    let bottom = base + highest.into_iter().fold(0.0, f32::max);
    Ok(Frame { layout, logo: head.logo, top, bottom, qr, photo })
}

/// The title, widely spaced, between two small diamonds.
fn title(
    layout: &mut Layout,
    fonts: &Fonts,
    content: &CertificateContent,
    left: f32,
    right: f32,
    top: f32,
) -> Result<f32, Refusal> {
    let origin = Origin { field: "title", label: "Judul sertifikat", person: "" };
    // The extra space is at most a fifth of the width of the letters.
    let room = (right - left) * 0.8;
    let wanted = Wanted { face: Face::SerifBold, size: 25.0, single: 18.0, least: 14.0, lines: 2, width: room };
    let fitted = origin.fit(fonts, &content.title, wanted)?;
    // Wider spacing would be read back as spaces between letters.
    let look = Look { tracking: fitted.size * 0.08, ..Look::new(Face::SerifBold, fitted.size, TEAL) };
    Ok(layout.lines(&fitted.lines, look, Align::Centre, left, right - left, top))
}

fn captions(layout: &mut Layout, fonts: &Fonts, left: f32, base: f32) {
    let look = Look::new(Face::Sans, 6.8, MUTED);
    let text = "Periksa keaslian dengan aplikasi BinaASN";
    layout.line(fonts, text, look, Align::Left, left, 60.0 * MM, base + height(1, 6.8));
}

/// The border, drawn by printpdf.
pub(super) fn border(style: CertificateStyle) -> Vec<u8> {
    let paper = style.paper.paper();
    let (width, height) = paper.points();
    let mut drawing = Drawing::new(paper);
    let mut around = |inset: f32, thickness: f32, colour| {
        let inset = inset * MM;
        drawing.frame(inset, inset, width - 2.0 * inset, height - 2.0 * inset, thickness, colour);
    };
    around(6.5, 2.0, TEAL);
    around(8.0, 0.5, TEAL);
    around(9.2, 0.7, GOLD);
    let (inset, arm) = (11.0 * MM, 15.0 * MM);
    for (x, y, across, up) in [
        (inset, inset, 1.0, 1.0),
        (width - inset, inset, -1.0, 1.0),
        (inset, height - inset, 1.0, -1.0),
        (width - inset, height - inset, -1.0, -1.0),
    ] {
        drawing.line(&[(x, y + arm * up), (x, y), (x + arm * across, y)], 0.7, GOLD);
        let side = 1.5 * MM;
        drawing.shape(&[(x + side, y), (x, y + side), (x - side, y), (x, y - side)], TEAL);
        for (end_x, end_y) in [(x + arm * across, y), (x, y + arm * up)] {
            let dot = 0.55 * MM;
            drawing
                .shape(&[(end_x + dot, end_y), (end_x, end_y + dot), (end_x - dot, end_y), (end_x, end_y - dot)], GOLD);
        }
    }
    drawing.operators()
}

/// The look of the short code under the QR code.
pub(super) fn short_code_look() -> Look {
    Look::new(Face::Sans, 8.5, INK)
}
