//! From frozen content to pages. Nothing but the frozen content and the kept pictures reaches a page.

use super::content::Issued;
use crate::{App, Result};
use documents::certificate::{CertificateBatch, CertificateJob, CertificatePaper, CertificateStyle, Fit, PhotoSize};
use documents::pdf::Pictures;
use domain::certificates::code;
use domain::office::rules::{self, CertificateLook, Paper};
use domain::refusal::Refusal;
use store::Read;

/// A certificate that can be drawn.
pub(super) struct Drawable {
    pub(super) issued: Issued,
    pub(super) code: String,
    short_code: String,
}

impl Drawable {
    /// With its code, and the short form of that.
    pub(super) fn new(issued: Issued, code: String) -> Self {
        Self { issued, short_code: code::short(&code), code }
    }

    /// A sheet that nobody can take for a certificate: no number, no code.
    pub(super) fn draft(issued: Issued) -> Self {
        Self { issued, code: DRAFT.to_owned(), short_code: DRAFT.to_owned() }
    }

    /// As `documents` takes it.
    pub(super) fn job(&self) -> CertificateJob<'_> {
        CertificateJob { content: &self.issued.content, code: &self.code, short_code: &self.short_code }
    }

    /// How it is drawn.
    pub(super) fn style(&self) -> CertificateStyle {
        style(&self.issued.look)
    }
}

/// What stands in place of the code of a draft.
const DRAFT: &str = "PRATINJAU";
/// What stands in place of the number of a draft.
pub(super) const DRAFT_NUMBER: &str = "PRATINJAU (belum diterbitkan)";

fn style(look: &CertificateLook) -> CertificateStyle {
    CertificateStyle {
        paper: match look.paper {
            Paper::A4 => CertificatePaper::A4,
            Paper::F4 => CertificatePaper::F4,
        },
        photo: look.photo.map(|size| match size {
            rules::PhotoSize::Small => PhotoSize::ThreeByFour,
            rules::PhotoSize::Large => PhotoSize::FourBySix,
        }),
        show_back: look.back_page,
        // Whether there is a score is settled by the content.
        show_score: true,
    }
}

/// The kept pictures, as seen by a running read or write.
pub(super) fn pictures<'a>(read: &'a Read<'a>) -> Pictures<'a> {
    Pictures::from_fn(|id| Ok(store::office::asset(read, id)?.map(|asset| asset.bytes)))
}

/// The kept pictures, read one by one, so that a long export does not hold the data file.
pub(crate) fn kept_pictures(app: &App) -> Pictures<'_> {
    Pictures::from_fn(|id| Ok(app.store.read(|read| store::office::asset(read, id))?.map(|asset| asset.bytes)))
}

/// Checks certificates before anything is written.
pub(super) struct Checker<'p> {
    batch: CertificateBatch<'p>,
    problems: Vec<Refusal>,
}

impl<'p> Checker<'p> {
    pub(super) fn new(look: &CertificateLook, pictures: &'p Pictures<'p>) -> Result<Self> {
        Ok(Self { batch: CertificateBatch::new(style(look), pictures)?, problems: Vec::new() })
    }

    /// How a certificate fits, or why it cannot be printed.
    pub(super) fn fit(&mut self, drawable: &Drawable) -> Result<Fit> {
        self.batch.check(&drawable.job())
    }

    /// Notes a certificate that cannot be printed.
    pub(super) fn check(&mut self, drawable: &Drawable) {
        if let Err(refusal) = self.fit(drawable) {
            self.problems.push(refusal);
        }
    }

    /// Refuses all of them if one cannot be printed: the first is named whole, of the others the fields.
    pub(super) fn finish(self) -> Result<()> {
        let count = self.problems.len();
        let mut problems = self.problems.into_iter();
        let Some(mut first) = problems.next() else { return Ok(()) };
        if count > 1 {
            first.message = format!("{count} sertifikat tidak dapat dicetak. Yang pertama: {}", first.message);
            first.fields.extend(problems.flat_map(|problem| problem.fields));
        }
        Err(first)
    }
}
