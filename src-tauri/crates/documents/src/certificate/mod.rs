//! Certificates: one or two pages on landscape paper, a thousand in one file or one file each.
//!
//! Everything is checked before anything is drawn: letters that the fonts lack, texts that do not fit, fields that are
//! still empty. The same content and style always give the same bytes.

mod back;
mod batch;
mod checked;
mod file_name;
mod frame;
mod front;
mod style;

pub use batch::{CertificateBatch, Error, check, write_merged, write_single};
pub use file_name::{MAX_FILE_NAME, file_name};
pub use style::{CertificatePaper, CertificateStyle, PhotoSize};

use domain::certificates::content::CertificateContent;

/// The smallest size of the name on a certificate, in points. A name that does not fit three lines at this size is
/// refused.
pub const MIN_NAME_PT: f32 = 14.0;

/// An invented emblem for samples and the demonstration office, a PNG file with transparency.
pub const SAMPLE_LOGO: &[u8] = include_bytes!("../../assets/sample-logo.png");

/// One certificate to draw.
#[derive(Debug, Clone, Copy)]
pub struct CertificateJob<'a> {
    /// What it says.
    pub content: &'a CertificateContent,
    /// Text of the QR code, kept in the file too, so that it can be read back.
    pub code: &'a str,
    /// Short code for people, printed under the QR code.
    pub short_code: &'a str,
}

/// How a certificate fits its paper.
#[derive(Debug, Clone, PartialEq)]
pub struct Fit {
    /// Size of the name in points.
    pub name_size_pt: f32,
    /// Lines of the name.
    pub name_lines: usize,
    /// Whether the name is so long that it is smaller than its page asks.
    pub shrunk: bool,
    /// Whether the name takes more than one line.
    pub wrapped: bool,
    /// Size of the sentences in points.
    pub body_size_pt: f32,
    /// Pages, the back included.
    pub pages: usize,
    /// The boxes of all texts, page by page, for checks.
    pub boxes: Vec<Vec<crate::pdf::TextBox>>,
}
