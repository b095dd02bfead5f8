//! Writes certificates. Fonts, logo, border and letterhead, and the table of subjects are prepared once for a batch; every
//! further certificate costs only what is its own.

use super::back::{self, BackKey, BackPage};
use super::frame::{self, Frame, FrameKey, QR_SIDE};
use super::front::{self, Front};
use super::style::CertificateStyle;
use super::{CertificateJob, Fit, checked};
use crate::pdf::{
    Deflate, Document, Fonts, Info, Layout, MM, MUTED, Page, Picture, Pictures, Placed, Prepared, encode_qr, fonts,
    read_picture,
};
use domain::certificates::content::CertificateContent;
use domain::ids::AssetId;
use domain::refusal::{Code, Refusal};
use std::io::{self, Write};
use std::ops::ControlFlow;
use std::sync::Arc;

/// Why a file of certificates was not finished. What was written of it is to be thrown away.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A certificate is refused; nothing else is wrong with the others.
    #[error("{refusal}")]
    Refused {
        /// Place of the certificate among the jobs, from 0.
        index: usize,
        /// Why.
        refusal: Refusal,
    },
    /// The operating system could not write, such as when the disk is full.
    #[error("{0}")]
    Io(#[from] io::Error),
    /// The person cancelled.
    #[error("dibatalkan")]
    Cancelled,
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Self {
        match error {
            Error::Refused { refusal, .. } => refusal,
            Error::Io(error) => Self::new(
                Code::FileAccess,
                format!("Berkas PDF tidak dapat ditulis: {error}. Periksa ruang pada disk."),
            ),
            Error::Cancelled => Self::new(Code::Cancelled, "Pembuatan sertifikat dibatalkan."),
        }
    }
}

/// A prepared frame.
struct FramePart {
    key: FrameKey,
    frame: Frame,
    form: Prepared,
    logo: Option<(AssetId, Arc<Picture>)>,
}

/// Prepared back pages.
struct BackPart {
    key: BackKey,
    pages: Vec<(BackPage, Prepared)>,
}

/// Prepared parts are kept for this many different classes or letterheads.
const KEPT: usize = 8;

/// Writes certificates of one style, as many files as wanted.
pub struct CertificateBatch<'p> {
    deflate: Deflate,
    parts: Parts<'p>,
}

impl std::fmt::Debug for CertificateBatch<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("CertificateBatch").field("style", &self.parts.style).finish_non_exhaustive()
    }
}

struct Parts<'p> {
    fonts: &'static Fonts,
    style: CertificateStyle,
    pictures: &'p Pictures<'p>,
    deflate: Deflate,
    border: Vec<u8>,
    frames: Vec<Arc<FramePart>>,
    backs: Vec<Arc<BackPart>>,
}

/// One certificate, checked and laid out, with nothing drawn yet.
struct Ready {
    frame: Arc<FramePart>,
    front: Front,
    back: Option<(Arc<BackPart>, Vec<Layout>)>,
}

/// Parts that are in the file already, with the ids of their forms.
#[derive(Default)]
struct InFile {
    frames: Vec<(Arc<FramePart>, usize)>,
    backs: Vec<(Arc<BackPart>, Vec<usize>)>,
}

impl<'p> CertificateBatch<'p> {
    /// Prepares a batch.
    ///
    /// # Errors
    /// [`Code::Internal`] when the embedded fonts are damaged.
    pub fn new(style: CertificateStyle, pictures: &'p Pictures<'p>) -> Result<Self, Refusal> {
        let (frames, backs) = (Vec::new(), Vec::new());
        let border = frame::border(style);
        let parts = Parts { fonts: fonts()?, style, pictures, deflate: Deflate::new(), border, frames, backs };
        Ok(Self { deflate: Deflate::new(), parts })
    }

    /// Checks a certificate and says how it fits.
    ///
    /// # Errors
    /// [`Code::InvalidInput`] for an empty field or an unfilled placeholder, [`Code::MissingGlyph`] for a letter that the
    /// fonts lack, [`Code::DoesNotFit`] for a text that is too long, and refusals of pictures.
    pub fn check(&mut self, job: &CertificateJob<'_>) -> Result<Fit, Refusal> {
        let ready = self.parts.ready(job)?;
        encode_qr(job.code)?;
        let mut boxes = vec![ready.frame.frame.layout.boxes().chain(ready.front.layout.boxes()).collect::<Vec<_>>()];
        if let Some((part, persons)) = &ready.back {
            for ((page, _), person) in part.pages.iter().zip(persons) {
                boxes.push(page.layout.boxes().chain(person.boxes()).collect());
            }
        }
        let Front { name, body_size, .. } = ready.front;
        Ok(Fit {
            name_size_pt: name.size,
            name_lines: name.lines,
            shrunk: name.shrunk,
            wrapped: name.lines > 1,
            body_size_pt: body_size,
            pages: boxes.len(),
            boxes,
        })
    }

    /// One certificate as a file of its own. The same job always gives the same bytes, whatever was made before.
    ///
    /// # Errors
    /// As [`CertificateBatch::check`].
    pub fn single(&mut self, job: &CertificateJob<'_>) -> Result<Vec<u8>, Refusal> {
        let mut write = || -> Result<Vec<u8>, Error> {
            let mut document = Document::new(Vec::with_capacity(64 << 10), self.parts.fonts, &mut self.deflate)?;
            self.parts.write(&mut document, &mut InFile::default(), job, 0)?;
            let content = job.content;
            let title = format!("{} {} {}", content.title, content.number, content.name);
            let author = content.letterhead.office.as_str();
            Ok(document.finish(&Info { title: &title, author, date: Some(content.issue_date) })?)
        };
        write().map_err(Refusal::from)
    }

    /// All certificates in one file, written as they are drawn. `progress` is told after each certificate how many are
    /// done and may stop the work.
    ///
    /// # Errors
    /// [`Error`]; what was written by then is not a whole file.
    pub fn merged<'j>(
        &mut self,
        jobs: impl Iterator<Item = CertificateJob<'j>>,
        out: &mut impl Write,
        progress: &mut dyn FnMut(usize) -> ControlFlow<()>,
    ) -> Result<(), Error> {
        let mut document =
            Document::new(io::BufWriter::with_capacity(1 << 16, out), self.parts.fonts, &mut self.deflate)?;
        let mut in_file = InFile::default();
        let mut last = None;
        let mut author = String::new();
        let mut count = 0;
        for job in jobs {
            self.parts.write(&mut document, &mut in_file, &job, count)?;
            last = last.max(Some(job.content.issue_date));
            if count == 0 {
                author.clone_from(&job.content.letterhead.office);
            }
            count += 1;
            if progress(count).is_break() {
                return Err(Error::Cancelled);
            }
        }
        if count == 0 {
            let refusal = Refusal::new(Code::InvalidInput, "Tidak ada sertifikat yang dipilih.");
            return Err(Error::Refused { index: 0, refusal });
        }
        let title = format!("{count} sertifikat");
        document.finish(&Info { title: &title, author: &author, date: last })?;
        Ok(())
    }
}

impl Parts<'_> {
    /// Checks and lays out.
    fn ready(&mut self, job: &CertificateJob<'_>) -> Result<Ready, Refusal> {
        checked::check(self.fonts, job)?;
        let frame = self.frame(job.content)?;
        let front = front::lay(self.fonts, job, &frame.frame, self.style)?;
        let back = if self.style.show_back && !job.content.subjects.is_empty() {
            let part = self.back(job.content)?;
            let person = |page: &(BackPage, Prepared)| back::person(self.fonts, job.content, &page.0, self.style);
            let persons = part.pages.iter().map(person).collect::<Result<_, _>>()?;
            Some((part, persons))
        } else {
            None
        };
        Ok(Ready { frame, front, back })
    }

    fn frame(&mut self, content: &CertificateContent) -> Result<Arc<FramePart>, Refusal> {
        if let Some(part) = self.frames.iter().rev().find(|part| part.key.fits(content)) {
            return Ok(Arc::clone(part));
        }
        let frame = frame::lay(self.fonts, content, self.style)?;
        let logo = match content.letterhead.logo {
            Some(id) => Some((id, self.logo(id)?)),
            None => None,
        };
        let form = Prepared::draw(self.fonts, &mut self.deflate, self.style.paper.paper(), |canvas| {
            canvas.raw(&self.border);
            if let (Some((x, y, side)), Some((_, logo))) = (frame.logo, &logo) {
                canvas.within("L", logo.ratio, x, y, side, side);
            }
            frame.layout.draw(canvas);
        });
        let part = Arc::new(FramePart { key: FrameKey::of(content), frame, form, logo });
        keep(&mut self.frames, &part);
        Ok(part)
    }

    fn logo(&self, id: AssetId) -> Result<Arc<Picture>, Refusal> {
        let known = self.frames.iter().filter_map(|part| part.logo.as_ref()).find(|(known, _)| *known == id);
        match known {
            Some((_, logo)) => Ok(Arc::clone(logo)),
            None => Ok(Arc::new(read_picture(&self.pictures.load(id, "logo pada kop")?, "logo pada kop")?)),
        }
    }

    fn back(&mut self, content: &CertificateContent) -> Result<Arc<BackPart>, Refusal> {
        if let Some(part) = self.backs.iter().rev().find(|part| part.key.fits(content)) {
            return Ok(Arc::clone(part));
        }
        let paper = self.style.paper.paper();
        let pages = back::lay(self.fonts, content, self.style)?
            .into_iter()
            .map(|page| {
                let form = Prepared::draw(self.fonts, &mut self.deflate, paper, |canvas| page.layout.draw(canvas));
                (page, form)
            })
            .collect();
        let part = Arc::new(BackPart { key: BackKey::of(content), pages });
        keep(&mut self.backs, &part);
        Ok(part)
    }

    /// Writes the pages of one certificate.
    fn write<W: Write>(
        &mut self,
        document: &mut Document<'_, W>,
        in_file: &mut InFile,
        job: &CertificateJob<'_>,
        index: usize,
    ) -> Result<(), Error> {
        let refused = |refusal| Error::Refused { index, refusal };
        let ready = self.ready(job).map_err(refused)?;
        let qr = encode_qr(job.code).map_err(refused)?;
        let photo = self.photo(job.content).map_err(refused)?;
        let paper = self.style.paper.paper();

        let mut placed: Vec<Placed> = vec![("B", in_file.frame(document, &ready.frame)?)];
        if let Some(photo) = &photo {
            placed.push(("P", document.picture(photo)?));
        }
        let mut canvas = document.canvas();
        canvas.form("B");
        ready.front.layout.draw(&mut canvas);
        let frame = &ready.frame.frame;
        if let Some((x, y, width, height)) = frame.photo {
            match &photo {
                Some(photo) => canvas.covering("P", photo.ratio, x, y, width, height),
                None => canvas.frame(x, y, width, height, 0.6, MUTED),
            }
        }
        canvas.qr(&qr, frame.qr.0, frame.qr.1, QR_SIDE * MM);
        let content = canvas.finish();
        document.page(&Page { paper, content, placed: &placed, note: Some((job.code, job.content.issue_date)) })?;

        if let Some((part, persons)) = &ready.back {
            let forms = in_file.back(document, part)?;
            for (form, person) in forms.into_iter().zip(persons) {
                let mut canvas = document.canvas();
                canvas.form("B");
                person.draw(&mut canvas);
                let content = canvas.finish();
                document.page(&Page { paper, content, placed: &[("B", form)], note: None })?;
            }
        }
        Ok(())
    }

    /// The photo, when the style has a place for it. Photos are not kept: each is shown once.
    fn photo(&self, content: &CertificateContent) -> Result<Option<Picture>, Refusal> {
        match (self.style.photo, content.photo) {
            (Some(_), Some(id)) => {
                let what = format!("foto {}", content.name.chars().take(80).collect::<String>());
                Ok(Some(read_picture(&self.pictures.load(id, &what)?, &what)?))
            }
            (None, _) | (_, None) => Ok(None),
        }
    }
}

fn keep<T>(parts: &mut Vec<Arc<T>>, part: &Arc<T>) {
    if parts.len() >= KEPT {
        parts.remove(0);
    }
    parts.push(Arc::clone(part));
}

impl InFile {
    /// The form of a frame in this file.
    fn frame<W: Write>(&mut self, document: &mut Document<'_, W>, part: &Arc<FramePart>) -> io::Result<usize> {
        if let Some((_, id)) = self.frames.iter().find(|(known, _)| Arc::ptr_eq(known, part)) {
            return Ok(*id);
        }
        let logo = match &part.logo {
            Some((_, logo)) => vec![("L", document.picture(logo)?)],
            None => Vec::new(),
        };
        let id = document.form(&part.form, &logo)?;
        self.frames.push((Arc::clone(part), id));
        Ok(id)
    }

    /// The forms of back pages in this file.
    fn back<W: Write>(&mut self, document: &mut Document<'_, W>, part: &Arc<BackPart>) -> io::Result<Vec<usize>> {
        if let Some((_, ids)) = self.backs.iter().find(|(known, _)| Arc::ptr_eq(known, part)) {
            return Ok(ids.clone());
        }
        let ids = part.pages.iter().map(|(_, form)| document.form(form, &[])).collect::<io::Result<Vec<_>>>()?;
        self.backs.push((Arc::clone(part), ids.clone()));
        Ok(ids)
    }
}

/// Checks one certificate; see [`CertificateBatch::check`].
///
/// # Errors
/// As there.
pub fn check(job: &CertificateJob<'_>, style: CertificateStyle, pictures: &Pictures<'_>) -> Result<Fit, Refusal> {
    CertificateBatch::new(style, pictures)?.check(job)
}

/// One certificate as a file; see [`CertificateBatch::single`].
///
/// # Errors
/// As there.
pub fn write_single(
    job: &CertificateJob<'_>,
    pictures: &Pictures<'_>,
    style: CertificateStyle,
) -> Result<Vec<u8>, Refusal> {
    CertificateBatch::new(style, pictures)?.single(job)
}

/// Certificates in one file; see [`CertificateBatch::merged`].
///
/// # Errors
/// As there.
pub fn write_merged<'j>(
    jobs: impl Iterator<Item = CertificateJob<'j>>,
    pictures: &Pictures<'_>,
    style: CertificateStyle,
    out: &mut impl Write,
    progress: &mut dyn FnMut(usize) -> ControlFlow<()>,
) -> Result<(), Error> {
    let mut batch = CertificateBatch::new(style, pictures).map_err(|refusal| Error::Refused { index: 0, refusal })?;
    batch.merged(jobs, out, progress)
}
