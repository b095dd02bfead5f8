//! PDF primitives over printpdf and lopdf: embedded fonts that are subset per file, measured and wrapped text, pictures,
//! QR codes, and a writer that streams objects out so that a thousand certificates need little memory.
//!
//! The same calls always give the same bytes: no clock, no counter of the process, no hash order.

mod canvas;
mod document;
mod embed;
mod fonts;
mod image;
mod layout;
mod office;
mod pictures;
mod qr;
mod read;
mod shapes;
mod table;
mod text;
mod writer;

pub use layout::TextBox;
pub use pictures::{MAX_PIXELS, Pictures};
pub use read::{codes_in_image, codes_in_pdf};

pub(crate) use canvas::{Colour, INK};
pub(crate) use document::{Document, Info, Page, Placed, Prepared};
pub(crate) use fonts::{Face, Fonts, fonts};
pub(crate) use image::{Picture, read as read_picture};
pub(crate) use layout::{Align, LEADING, Layout, Look};
pub(crate) use office::{GOLD, MUTED, Origin, Signature, TEAL, height, letterhead, signature};
pub(crate) use qr::encode as encode_qr;
pub(crate) use shapes::{Drawing, Paper};
pub(crate) use table::{Column, RowKind, Table};
pub(crate) use text::{Wanted, pieces, wrap};
pub(crate) use writer::Deflate;

/// Points in a millimetre.
pub(crate) const MM: f32 = 72.0 / 25.4;
