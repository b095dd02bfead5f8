//! Pictures as PDF image objects: PNG as predicted, compressed pixels with its transparency as a mask, JPEG as it is.

use super::pictures::MAX_PIXELS;
use domain::refusal::{Code, Refusal};

/// A picture ready to be written.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Picture {
    /// Width by height.
    pub(crate) ratio: f32,
    /// Dictionary entries beside the length.
    pub(crate) entries: String,
    /// Stream as it is written.
    pub(crate) data: Vec<u8>,
    /// Entries and stream of the transparency.
    pub(crate) mask: Option<(String, Vec<u8>)>,
}

/// Unpacked pixels.
pub(crate) struct Pixels {
    pub(crate) width: u32,
    pub(crate) height: u32,
    /// Samples a pixel: 1 grey, 2 grey and alpha, 3 colour, 4 colour and alpha.
    pub(crate) samples: usize,
    pub(crate) bytes: Vec<u8>,
}

fn unreadable(what: &str, remedy: &str) -> Refusal {
    Refusal::new(Code::UnreadableFile, format!("Gambar {what} tidak terbaca. {remedy}"))
}

const REMEDY: &str = "Pakai berkas PNG atau JPEG yang utuh.";

/// Refuses pictures that would take too much memory.
fn bounded(width: u32, height: u32, what: &str) -> Result<(), Refusal> {
    if width == 0 || height == 0 || u64::from(width) * u64::from(height) > MAX_PIXELS {
        return Err(unreadable(what, "Ukurannya terlalu besar: perkecil sampai paling banyak 40 juta titik."));
    }
    Ok(())
}

/// Whether the bytes begin like a PNG file.
pub(crate) fn is_png(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\x89PNG\r\n\x1a\n")
}

/// Unpacks a PNG file.
pub(crate) fn png_pixels(bytes: &[u8], what: &str) -> Result<Pixels, Refusal> {
    let wrong = |_| unreadable(what, REMEDY);
    let mut decoder = png::Decoder::new(std::io::Cursor::new(bytes));
    decoder.set_transformations(png::Transformations::EXPAND | png::Transformations::STRIP_16);
    let mut reader = decoder.read_info().map_err(wrong)?;
    let (width, height) = (reader.info().width, reader.info().height);
    bounded(width, height, what)?;
    let size = reader.output_buffer_size().ok_or_else(|| unreadable(what, REMEDY))?;
    let mut pixels = vec![0; size];
    let frame = reader.next_frame(&mut pixels).map_err(wrong)?;
    pixels.truncate(frame.buffer_size());
    Ok(Pixels { width, height, samples: frame.color_type.samples(), bytes: pixels })
}

/// Reads a picture file.
pub(crate) fn read(bytes: &[u8], what: &str) -> Result<Picture, Refusal> {
    if is_png(bytes) {
        from_pixels(&png_pixels(bytes, what)?).ok_or_else(|| unreadable(what, REMEDY))
    } else {
        jpeg(bytes, what)
    }
}

#[allow(clippy::cast_precision_loss)]
fn ratio(width: u32, height: u32) -> f32 {
    width as f32 / height as f32
}

fn from_pixels(pixels: &Pixels) -> Option<Picture> {
    let Pixels { width, height, samples, ref bytes } = *pixels;
    let colours = if samples >= 3 { 3 } else { 1 };
    let split = |range: std::ops::Range<usize>| -> Vec<u8> {
        bytes.chunks_exact(samples).flat_map(|pixel| &pixel[range.clone()]).copied().collect()
    };
    let colour = if colours == samples {
        pack(bytes, width, height, colours)?
    } else {
        pack(&split(0..colours), width, height, colours)?
    };
    let mask = match samples == colours {
        true => None,
        false => Some(split(colours..samples)).filter(|alpha| alpha.iter().any(|value| *value != 255)),
    };
    let mask = match mask {
        Some(alpha) => Some((entries(width, height, 1), pack(&alpha, width, height, 1)?)),
        None => None,
    };
    Some(Picture { ratio: ratio(width, height), entries: entries(width, height, colours), data: colour, mask })
}

fn entries(width: u32, height: u32, colours: usize) -> String {
    let space = if colours == 3 { "DeviceRGB" } else { "DeviceGray" };
    format!(
        "/Type/XObject/Subtype/Image/Width {width}/Height {height}/ColorSpace/{space}/BitsPerComponent 8/Filter/FlateDecode\
         /DecodeParms<</Predictor 15/Colors {colours}/Columns {width}>>"
    )
}

/// Predicts and compresses rows by the PNG encoder, whose image data is what the PNG predictor of PDF reads.
fn pack(bytes: &[u8], width: u32, height: u32, colours: usize) -> Option<Vec<u8>> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(if colours == 3 { png::ColorType::Rgb } else { png::ColorType::Grayscale });
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::High);
    let mut writer = encoder.write_header().ok()?;
    writer.write_image_data(bytes).ok()?;
    writer.finish().ok()?;
    let mut packed = Vec::with_capacity(file.len());
    let mut rest = file.get(8..)?;
    while let (Some(length), Some(kind)) = (rest.first_chunk::<4>(), rest.get(4..8)) {
        let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
        if kind == b"IDAT" {
            packed.extend_from_slice(rest.get(8..8 + length)?);
        }
        rest = rest.get(12 + length..)?;
    }
    Some(packed)
}

fn jpeg(bytes: &[u8], what: &str) -> Result<Picture, Refusal> {
    let mut decoder = jpeg_decoder::Decoder::new(bytes);
    decoder.read_info().map_err(|_| unreadable(what, REMEDY))?;
    let info = decoder.info().ok_or_else(|| unreadable(what, REMEDY))?;
    let (width, height) = (u32::from(info.width), u32::from(info.height));
    bounded(width, height, what)?;
    let space = match info.pixel_format {
        jpeg_decoder::PixelFormat::L8 => "/DeviceGray",
        jpeg_decoder::PixelFormat::RGB24 => "/DeviceRGB",
        jpeg_decoder::PixelFormat::CMYK32 => "/DeviceCMYK/Decode[1 0 1 0 1 0 1 0]",
        jpeg_decoder::PixelFormat::L16 => return Err(unreadable(what, REMEDY)),
    };
    let entries = format!(
        "/Type/XObject/Subtype/Image/Width {width}/Height {height}/ColorSpace{space}/BitsPerComponent 8/Filter/DCTDecode"
    );
    Ok(Picture { ratio: ratio(width, height), entries, data: bytes.to_vec(), mask: None })
}

/// Unpacks a JPEG file to grey values.
pub(crate) fn jpeg_grey(bytes: &[u8], what: &str) -> Result<Pixels, Refusal> {
    let mut decoder = jpeg_decoder::Decoder::new(bytes);
    decoder.set_max_decoding_buffer_size(usize::try_from(MAX_PIXELS * 4).unwrap_or(usize::MAX));
    decoder.read_info().map_err(|_| unreadable(what, REMEDY))?;
    let info = decoder.info().ok_or_else(|| unreadable(what, REMEDY))?;
    bounded(info.width.into(), info.height.into(), what)?;
    let pixels = decoder.decode().map_err(|_| unreadable(what, REMEDY))?;
    let samples = info.pixel_format.pixel_bytes();
    Ok(Pixels { width: info.width.into(), height: info.height.into(), samples, bytes: pixels })
}
