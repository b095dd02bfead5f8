//! The part of the front page that speaks of the person, between the frame's title and its signature.

use super::frame::{CAPTIONS, Frame, QR_SIDE, SIDE, short_code_look};
use super::style::CertificateStyle;
use super::{CertificateJob, MIN_NAME_PT};
use crate::pdf::{Align, Face, Fonts, GOLD, INK, LEADING, Layout, Look, MM, MUTED, Origin, TEAL, Wanted, height, wrap};
use domain::people::nip;
use domain::refusal::{Code, Refusal};

/// Size of the name when there is room, in points.
const NAME_PT: f32 = 28.0;
/// Down to this size the name stays on one line.
const NAME_SINGLE_PT: f32 = 19.0;
/// Size of the sentences when there is room, in points.
const BODY_PT: f32 = 12.0;
/// The smallest size of the sentences, in points.
const LEAST_BODY_PT: f32 = 8.0;
/// Gaps shrink to this part and grow to that before the rest is left empty.
const GAPS: (f32, f32) = (0.3, 1.7);

/// A laid out front page.
pub(super) struct Front {
    pub(super) layout: Layout,
    pub(super) name: Name,
    pub(super) body_size: f32,
}

/// One part from top to bottom: the gap wanted above it, its layout with the top at 0, its height.
struct Section {
    gap: f32,
    layout: Layout,
    height: f32,
}

/// How the name came out.
#[derive(Clone, Copy)]
pub(super) struct Name {
    pub(super) size: f32,
    pub(super) lines: usize,
    /// Smaller than the rest of the page asks: it is long.
    pub(super) shrunk: bool,
}

/// What the sections are made from.
struct Column<'a> {
    fonts: &'a Fonts,
    job: &'a CertificateJob<'a>,
    left: f32,
    width: f32,
    body: f32,
}

/// Lays out the person's part: as big as there is room for.
pub(super) fn lay(
    fonts: &Fonts,
    job: &CertificateJob<'_>,
    frame: &Frame,
    style: CertificateStyle,
) -> Result<Front, Refusal> {
    let (page_width, _) = style.paper.paper().points();
    let room = frame.top - frame.bottom;
    let mut body = BODY_PT;
    let width = page_width - 2.0 * SIDE * MM;
    while body >= LEAST_BODY_PT - 0.01 {
        let column = Column { fonts, job, left: SIDE * MM, width, body };
        let (sections, name) = column.sections()?;
        let solid: f32 = sections.iter().map(|section| section.height).sum();
        // The last gap is the one above the signature.
        let gaps: f32 = sections.iter().map(|section| section.gap).sum::<f32>() + 3.0 * MM;
        if solid + gaps * GAPS.0 <= room {
            let stretch = ((room - solid) / gaps).min(GAPS.1);
            let mut layout = Layout::default();
            let mut y = frame.top - (room - solid - gaps * stretch) * 0.4;
            for section in sections {
                y -= section.gap * stretch;
                layout.add(section.layout, y);
                y -= section.height;
            }
            short_code(&mut layout, fonts, job, frame)?;
            return Ok(Front { layout, name, body_size: body });
        }
        body -= 0.5;
    }
    let origin = Origin { field: "rows", label: "Isi sertifikat", person: &job.content.name };
    let problem = "terlalu banyak untuk satu halaman. Singkatkan jabatan, unit kerja, atau kalimatnya.";
    Err(origin.refuse(Code::DoesNotFit, problem))
}

/// The short code, centred under the QR code.
fn short_code(layout: &mut Layout, fonts: &Fonts, job: &CertificateJob<'_>, frame: &Frame) -> Result<(), Refusal> {
    let look = short_code_look();
    let width = QR_SIDE * MM;
    let wanted = Wanted { face: look.face, size: look.size, single: 5.0, least: 5.0, lines: 1, width };
    let fitted = Origin { field: "short_code", label: "Kode pendek", person: "" }.fit(fonts, job.short_code, wanted)?;
    let (left, bottom) = frame.qr;
    let look = Look { size: fitted.size, ..look };
    layout.lines(&fitted.lines, look, Align::Centre, left, width, bottom - (CAPTIONS - 7.6) * MM);
    Ok(())
}

impl Column<'_> {
    fn origin(&self, field: &'static str, label: &'static str) -> Origin<'_> {
        Origin { field, label, person: &self.job.content.name }
    }

    /// All sections, and how the name fits.
    fn sections(&self) -> Result<(Vec<Section>, Name), Refusal> {
        let content = self.job.content;
        let mut sections = vec![self.number()?];
        if let Some(replaces) = &content.replaces {
            let text = format!("Menggantikan sertifikat nomor {replaces}");
            sections.push(self.centred(0.4, &text, Look::new(Face::Serif, self.body * 0.82, MUTED), 3)?);
        }
        if content.opening.trim().is_empty() {
            sections.push(self.centred(4.5, "diberikan kepada", Look::new(Face::Serif, self.body * 1.05, INK), 1)?);
        } else {
            sections.push(self.paragraph(4.0, &content.opening));
        }
        let (section, name) = self.name()?;
        sections.push(section);
        if !content.nip.is_empty() {
            let nip = format!("NIP.\u{a0}{}", nip::printed(&content.nip));
            sections.push(self.centred(1.2, &nip, Look::new(Face::Serif, self.body * 1.05, INK), 1)?);
        }
        if !content.rows.is_empty() {
            sections.push(self.rows());
        }
        let look = Look { tracking: self.body * 0.14, ..Look::new(Face::SerifBold, self.body * 2.05, TEAL) };
        sections.push(self.statement(look)?);
        sections.push(self.paragraph(3.6, &content.closing));
        if let Some(predicate) = &content.predicate {
            let text = format!("Predikat: {predicate}");
            sections.push(self.centred(2.2, &text, Look::new(Face::SerifBold, self.body * 1.05, INK), 2)?);
        }
        Ok((sections, name))
    }

    fn number(&self) -> Result<Section, Refusal> {
        let text = format!("Nomor : {}", self.job.content.number);
        let origin = self.origin("number", "Nomor sertifikat");
        let size = self.body * 1.05;
        let wanted =
            Wanted { face: Face::Serif, size, single: size * 0.8, least: size * 0.7, lines: 2, width: self.width };
        let fitted = origin.fit(self.fonts, &text, wanted)?;
        let mut layout = Layout::default();
        let look = Look::new(Face::Serif, fitted.size, INK);
        let end = layout.lines(&fitted.lines, look, Align::Centre, self.left, self.width, 0.0);
        Ok(Section { gap: 0.6 * MM, layout, height: -end })
    }

    fn statement(&self, look: Look) -> Result<Section, Refusal> {
        let origin = self.origin("statement", "Pernyataan");
        let text = &self.job.content.statement;
        let wanted = Wanted {
            face: look.face,
            size: look.size,
            single: look.size * 0.6,
            least: look.size * 0.5,
            lines: 2,
            width: self.width * 0.85,
        };
        let fitted = origin.fit(self.fonts, text, wanted)?;
        let mut layout = Layout::default();
        let look = Look { size: fitted.size, tracking: fitted.size * 0.07, ..look };
        let end = layout.lines(&fitted.lines, look, Align::Centre, self.left, self.width, 0.0);
        Ok(Section { gap: 3.2 * MM, layout, height: -end })
    }

    /// A centred text of a few lines that shrinks a little.
    fn centred(&self, gap: f32, text: &str, look: Look, lines: usize) -> Result<Section, Refusal> {
        let origin = self.origin("content", "Isi sertifikat");
        let (size, single) = (look.size, look.size * 0.8);
        let wanted = Wanted { face: look.face, size, single, least: look.size * 0.7, lines, width: self.width };
        let fitted = origin.fit(self.fonts, text, wanted)?;
        let mut layout = Layout::default();
        let look = Look { size: fitted.size, ..look };
        let end = layout.lines(&fitted.lines, look, Align::Centre, self.left, self.width, 0.0);
        Ok(Section { gap: gap * MM, layout, height: -end })
    }

    /// A justified paragraph; a single line is centred.
    fn paragraph(&self, gap: f32, text: &str) -> Section {
        let lines = wrap(self.fonts, Face::Serif, self.body, text, self.width);
        let align = if lines.len() == 1 { Align::Centre } else { Align::Justify };
        let mut layout = Layout::default();
        let end = layout.lines(&lines, Look::new(Face::Serif, self.body, INK), align, self.left, self.width, 0.0);
        Section { gap: gap * MM, layout, height: -end }
    }

    /// The name with a fine rule beneath.
    fn name(&self) -> Result<(Section, Name), Refusal> {
        let size = NAME_PT.min(self.body * NAME_PT / BODY_PT).max(NAME_SINGLE_PT);
        let wanted = Wanted {
            face: Face::SerifBold,
            size,
            single: NAME_SINGLE_PT,
            least: MIN_NAME_PT,
            lines: 3,
            width: self.width,
        };
        let fitted = self.origin("name", "Nama").fit(self.fonts, &self.job.content.name, wanted)?;
        let mut layout = Layout::default();
        let look = Look::new(Face::SerifBold, fitted.size, INK);
        let end = layout.lines(&fitted.lines, look, Align::Centre, self.left, self.width, 0.0) - 0.6 * MM;
        let widest = fitted.lines.iter().map(|line| line.width).fold(0.0, f32::max);
        let rule = (widest + 16.0 * MM).clamp(90.0 * MM, self.width);
        layout.block(self.left + (self.width - rule) / 2.0, end, rule, 0.7, GOLD);
        let name = Name { size: fitted.size, lines: fitted.lines.len(), shrunk: fitted.size < size - 0.01 };
        Ok((Section { gap: 3.4 * MM, layout, height: -end }, name))
    }

    /// Rows of label, colon and value.
    fn rows(&self) -> Section {
        let left = self.left + 38.0 * MM;
        let label_width = 48.0 * MM;
        let colon = left + label_width + 1.5 * MM;
        let value = colon + 4.0 * MM;
        let value_width = self.left + self.width - 6.0 * MM - value;
        let look = Look::new(Face::Serif, self.body, INK);
        let mut layout = Layout::default();
        let mut y = 0.0;
        for (label, text) in &self.job.content.rows {
            let labels = wrap(self.fonts, look.face, look.size, label, label_width);
            let values = wrap(self.fonts, look.face, look.size, text, value_width);
            layout.lines(&labels, look, Align::Left, left, label_width, y);
            layout.line(self.fonts, ":", look, Align::Left, colon, 3.0 * MM, y);
            layout.lines(&values, look, Align::Left, value, value_width, y);
            y -= height(labels.len().max(values.len()), look.size) + look.size * (LEADING - 1.0) * 0.3;
        }
        Section { gap: 2.8 * MM, layout, height: -y }
    }
}
