//! Reads the codes of certificates back: from our PDF files by their private note, from pictures by the QR code.

use super::document::NOTE;
use super::image::{Pixels, is_png, jpeg_grey, png_pixels};
use domain::refusal::{Code, Refusal};
use lopdf::{Dictionary, Document, LoadOptions, Object};

/// Bigger files are not opened.
const MAX_BYTES: usize = 256 << 20;
/// A stream that unpacks to more than this is not one of ours.
const MAX_UNPACKED: usize = 64 << 20;

fn unreadable(message: &str) -> Refusal {
    Refusal::new(Code::UnreadableFile, message)
}

/// The codes of all certificates in a PDF file made by BinaASN, in the order of their pages.
///
/// # Errors
/// [`Code::UnreadableFile`] when it is no readable PDF file, [`Code::NotFound`] when it holds no code.
pub fn codes_in_pdf(bytes: &[u8]) -> Result<Vec<String>, Refusal> {
    const BROKEN: &str = "Berkas ini bukan PDF yang utuh. Minta berkas aslinya, atau pindai kode QR pada cetakan.";
    if bytes.len() > MAX_BYTES || !bytes.starts_with(b"%PDF-") {
        return Err(unreadable(BROKEN));
    }
    // A file from outside must never end the program, whatever the parser makes of it.
    let codes = std::panic::catch_unwind(|| {
        let options = LoadOptions { max_decompressed_size: Some(MAX_UNPACKED), ..LoadOptions::default() };
        let document = Document::load_mem_with_options(bytes, options).ok()?;
        Some(document.page_iter().filter_map(|page| code_of(&document, page)).collect::<Vec<_>>())
    });
    match codes {
        Ok(Some(codes)) if codes.is_empty() => Err(Refusal::new(
            Code::NotFound,
            "PDF ini tidak memuat kode sertifikat BinaASN. Coba pindai kode QR pada cetakan.",
        )),
        Ok(Some(codes)) => Ok(codes),
        Ok(None) | Err(_) => Err(unreadable(BROKEN)),
    }
}

fn code_of(document: &Document, page: lopdf::ObjectId) -> Option<String> {
    let inner = |dictionary: &Dictionary, key: &str| -> Option<Dictionary> {
        let (_, value) = document.dereference(dictionary.get(key.as_bytes()).ok()?).ok()?;
        value.as_dict().ok().cloned()
    };
    let note = inner(document.get_dictionary(page).ok()?, "PieceInfo")?;
    let private = inner(&inner(&note, NOTE)?, "Private")?;
    let (_, code) = document.dereference(private.get(b"Code").ok()?).ok()?;
    let Object::String(bytes, _) = code else { return None };
    let units = bytes.strip_prefix(b"\xfe\xff")?.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
    String::from_utf16(&units.collect::<Vec<_>>()).ok()
}

/// The texts of all QR codes that are found in a PNG or JPEG picture, such as a photo or scan of a certificate.
///
/// # Errors
/// [`Code::UnreadableFile`] when it is no readable picture, [`Code::NotFound`] when no QR code is found in it.
pub fn codes_in_image(bytes: &[u8]) -> Result<Vec<String>, Refusal> {
    let pixels = if is_png(bytes) { png_pixels(bytes, "pindaian")? } else { jpeg_grey(bytes, "pindaian")? };
    let codes = std::panic::catch_unwind(|| decode(&pixels)).unwrap_or_default();
    if codes.is_empty() {
        return Err(Refusal::new(
            Code::NotFound,
            "Kode QR tidak ditemukan pada gambar. Pindai lagi lebih dekat, lurus, dan terang.",
        ));
    }
    Ok(codes)
}

fn decode(pixels: &Pixels) -> Vec<String> {
    let (Ok(width), Ok(height)) = (usize::try_from(pixels.width), usize::try_from(pixels.height)) else {
        return Vec::new();
    };
    let grey = |x: usize, y: usize| -> u8 {
        let at = (y * width + x) * pixels.samples;
        match pixels.bytes.get(at..at + pixels.samples) {
            Some([grey]) => *grey,
            Some([grey, alpha]) => over_white(u32::from(*grey), *alpha),
            Some([red, green, blue]) => over_white(luminance(*red, *green, *blue), 255),
            Some([red, green, blue, alpha]) => over_white(luminance(*red, *green, *blue), *alpha),
            Some(_) | None => 255,
        }
    };
    let mut prepared = rqrr::PreparedImage::prepare_from_greyscale(width, height, grey);
    prepared.detect_grids().iter().filter_map(|grid| grid.decode().ok()).map(|(_, text)| text).collect()
}

fn luminance(red: u8, green: u8, blue: u8) -> u32 {
    (u32::from(red) * 299 + u32::from(green) * 587 + u32::from(blue) * 114) / 1000
}

fn over_white(grey: u32, alpha: u8) -> u8 {
    let alpha = u32::from(alpha);
    u8::try_from((grey * alpha + 255 * (255 - alpha)) / 255).unwrap_or(255)
}
