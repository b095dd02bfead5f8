//! Content streams: text, justified text, rules, pictures and QR codes, written as operators.

use super::fonts::{Face, Fonts, Used};
use super::qr::Matrix;
use super::text::{pieces, units};

/// A colour, red, green and blue of 0 to 255.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Colour(pub(crate) u8, pub(crate) u8, pub(crate) u8);

/// Text.
pub(crate) const INK: Colour = Colour(0x1a, 0x1f, 0x24);

/// A content stream in the making. All positions are points from the lower left corner.
pub(crate) struct Canvas<'a> {
    fonts: &'a Fonts,
    used: &'a mut Used,
    bytes: Vec<u8>,
    fill: Option<Colour>,
    font: Option<(Face, f32)>,
}

impl<'a> Canvas<'a> {
    /// An empty stream that notes in `used` what it draws.
    pub(crate) fn new(fonts: &'a Fonts, used: &'a mut Used) -> Self {
        Self { fonts, used, bytes: Vec::with_capacity(4096), fill: None, font: None }
    }

    /// The finished stream, not compressed.
    pub(crate) fn finish(self) -> Vec<u8> {
        self.bytes
    }

    /// Operators made elsewhere, in a graphics state of their own.
    pub(crate) fn raw(&mut self, operators: &[u8]) {
        self.bytes.extend_from_slice(b"q\n");
        self.bytes.extend_from_slice(operators);
        self.bytes.extend_from_slice(b"\nQ\n");
    }

    fn number(&mut self, value: f32) {
        push_number(&mut self.bytes, value);
    }

    fn operator(&mut self, operands: &[f32], name: &str) {
        for operand in operands {
            self.number(*operand);
        }
        self.bytes.extend_from_slice(name.as_bytes());
        self.bytes.push(b'\n');
    }

    fn fill(&mut self, colour: Colour) {
        if self.fill != Some(colour) {
            self.fill = Some(colour);
            let Colour(red, green, blue) = colour;
            self.operator(&[red, green, blue].map(|part| f32::from(part) / 255.0), "rg");
        }
    }

    fn begin(&mut self, face: Face, size: f32, x: f32, y: f32, colour: Colour) {
        self.fill(colour);
        self.bytes.extend_from_slice(b"BT\n");
        if self.font != Some((face, size)) {
            self.font = Some((face, size));
            self.bytes.extend_from_slice(format!("/{} ", face.resource()).as_bytes());
            self.operator(&[size], "Tf");
        }
        self.operator(&[x, y], "Td");
    }

    fn end(&mut self) {
        self.bytes.extend_from_slice(b"ET\n");
    }

    /// A string operand: two bytes a code, escaped.
    fn string(&mut self, face: Face, text: &str) {
        self.bytes.push(b'(');
        for piece in pieces(text) {
            for byte in self.used.code(face, piece.drawn, piece.typed).to_be_bytes() {
                match byte {
                    b'(' | b')' | b'\\' => self.bytes.extend_from_slice(&[b'\\', byte]),
                    b'\r' => self.bytes.extend_from_slice(b"\\r"),
                    _ => self.bytes.push(byte),
                }
            }
        }
        self.bytes.push(b')');
    }

    /// One line of text; `tracking` is extra space after each letter in points.
    pub(crate) fn text(&mut self, face: Face, size: f32, at: (f32, f32), text: &str, tracking: f32, colour: Colour) {
        if text.is_empty() {
            return;
        }
        self.begin(face, size, at.0, at.1, colour);
        if tracking != 0.0 {
            self.operator(&[tracking], "Tc");
        }
        self.string(face, text);
        self.bytes.extend_from_slice(b"Tj\n");
        if tracking != 0.0 {
            self.operator(&[0.0], "Tc");
        }
        self.end();
    }

    /// One line of text whose spaces are widened so that it is `width` points wide.
    pub(crate) fn justified(&mut self, face: Face, size: f32, at: (f32, f32), text: &str, width: f32, colour: Colour) {
        let spaces = text.matches(' ').count();
        #[allow(clippy::cast_precision_loss)]
        let natural = units(self.fonts, face, text) as f32;
        #[allow(clippy::cast_precision_loss)]
        let extra = (width * 1000.0 / size - natural) / spaces.max(1) as f32;
        if spaces == 0 || extra <= 0.0 {
            return self.text(face, size, at, text, 0.0, colour);
        }
        self.begin(face, size, at.0, at.1, colour);
        self.bytes.push(b'[');
        for (index, word) in text.split_inclusive(' ').enumerate() {
            if index > 0 {
                self.number(-extra);
            }
            self.string(face, word);
        }
        self.bytes.extend_from_slice(b"]TJ\n");
        self.end();
    }

    /// A filled rectangle.
    pub(crate) fn block(&mut self, x: f32, y: f32, width: f32, height: f32, colour: Colour) {
        self.fill(colour);
        self.operator(&[x, y, width, height], "re f");
    }

    /// An empty frame with a thin line.
    pub(crate) fn frame(&mut self, x: f32, y: f32, width: f32, height: f32, thickness: f32, colour: Colour) {
        let Colour(red, green, blue) = colour;
        self.operator(&[red, green, blue].map(|part| f32::from(part) / 255.0), "RG");
        self.operator(&[thickness], "w");
        self.operator(&[x, y, width, height], "re S");
    }

    /// A form drawn as it is.
    pub(crate) fn form(&mut self, name: &str) {
        self.bytes.extend_from_slice(format!("/{name} Do\n").as_bytes());
    }

    /// A picture of `ratio` (width by height) that covers the box, cut at its edges.
    pub(crate) fn covering(&mut self, name: &str, ratio: f32, x: f32, y: f32, width: f32, height: f32) {
        let (wide, high) = if ratio > width / height { (height * ratio, height) } else { (width, width / ratio) };
        self.bytes.extend_from_slice(b"q ");
        self.operator(&[x, y, width, height], "re W n");
        self.operator(&[wide, 0.0, 0.0, high, x - (wide - width) / 2.0, y - (high - height) / 2.0], "cm");
        self.bytes.extend_from_slice(format!("/{name} Do Q\n").as_bytes());
    }

    /// A picture of `ratio` (width by height) as big as the box allows, centred in it.
    pub(crate) fn within(&mut self, name: &str, ratio: f32, x: f32, y: f32, width: f32, height: f32) {
        let (wide, high) = if ratio > width / height { (width, width / ratio) } else { (height * ratio, height) };
        self.bytes.extend_from_slice(b"q ");
        self.operator(&[wide, 0.0, 0.0, high, x + (width - wide) / 2.0, y + (height - high) / 2.0], "cm");
        self.bytes.extend_from_slice(format!("/{name} Do Q\n").as_bytes());
    }

    /// A QR code as a one-bit mask inside the stream; `size` is its side in points, without the quiet zone.
    pub(crate) fn qr(&mut self, matrix: &Matrix, x: f32, y: f32, size: f32) {
        self.fill(Colour(0, 0, 0));
        self.bytes.extend_from_slice(b"q ");
        self.operator(&[size, 0.0, 0.0, size, x, y], "cm");
        let side = matrix.side;
        let head = format!("BI /W {side} /H {side} /IM true /BPC 1 /D [1 0] /F /AHx\nID ");
        self.bytes.extend_from_slice(head.as_bytes());
        self.bytes.extend_from_slice(&matrix.hex);
        self.bytes.extend_from_slice(b">\nEI Q\n");
    }
}

/// A number with at most three decimals and a space.
fn push_number(bytes: &mut Vec<u8>, value: f32) {
    #[allow(clippy::cast_possible_truncation)]
    let thousandths = (value * 1000.0).round() as i64;
    let (whole, fraction) = (thousandths.unsigned_abs() / 1000, thousandths.unsigned_abs() % 1000);
    if thousandths < 0 {
        bytes.push(b'-');
    }
    let mut digits = [0_u8; 20];
    let mut at = digits.len();
    let mut left = whole;
    loop {
        at -= 1;
        digits[at] = b'0' + u8::try_from(left % 10).unwrap_or(0);
        left /= 10;
        if left == 0 {
            break;
        }
    }
    bytes.extend_from_slice(&digits[at..]);
    if fraction > 0 {
        let decimals =
            [fraction / 100, fraction / 10 % 10, fraction % 10].map(|digit| u8::try_from(digit).unwrap_or(0));
        let keep = 3 - decimals.iter().rev().take_while(|digit| **digit == 0).count();
        bytes.push(b'.');
        bytes.extend(decimals[..keep].iter().map(|digit| b'0' + digit));
    }
    bytes.push(b' ');
}
