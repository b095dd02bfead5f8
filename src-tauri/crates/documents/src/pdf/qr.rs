//! QR codes as bit masks.

use domain::refusal::{Code, Refusal};
use fast_qr::{ECL, QRBuilder};

/// The modules of a QR code, row by row, a set bit for a dark one.
pub(crate) struct Matrix {
    /// Modules a side.
    pub(crate) side: usize,
    /// Rows of whole bytes in hexadecimal digits.
    pub(crate) hex: Vec<u8>,
}

/// Encodes a text with 15 % redundancy.
pub(crate) fn encode(text: &str) -> Result<Matrix, Refusal> {
    let code = QRBuilder::new(text)
        .ecl(ECL::M)
        .build()
        .map_err(|_| Refusal::new(Code::DoesNotFit, "Kode keaslian terlalu panjang untuk kode QR."))?;
    let side = code.size;
    let mut hex = Vec::with_capacity(side * side.div_ceil(8) * 2);
    for row in 0..side {
        for modules in code[row].chunks(8) {
            let byte = modules.iter().enumerate().fold(
                0_u8,
                |byte, (bit, module)| {
                    if module.value() { byte | 0x80 >> bit } else { byte }
                },
            );
            hex.extend([byte >> 4, byte & 15].map(|digit| b"0123456789ABCDEF"[usize::from(digit)]));
        }
    }
    Ok(Matrix { side, hex })
}
