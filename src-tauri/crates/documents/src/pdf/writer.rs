//! Writes PDF objects one after the other. Only their places are kept, so memory does not grow with the file, and every
//! error of the disk comes back to the caller.

use flate2::{Compress, Compression, FlushCompress};
use sha2::{Digest, Sha256};
use std::io::{self, Write};

/// A file in the making.
pub(crate) struct Writer<W> {
    out: W,
    written: u64,
    places: Vec<u64>,
    digest: Sha256,
    buffer: Vec<u8>,
}

impl<W: Write> Writer<W> {
    /// Begins the file and keeps the object ids 1 to `reserved` for later.
    pub(crate) fn new(out: W, reserved: usize) -> io::Result<Self> {
        let mut writer =
            Self { out, written: 0, places: vec![0; reserved + 1], digest: Sha256::new(), buffer: Vec::new() };
        writer.put(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")?;
        Ok(writer)
    }

    fn put(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.digest.update(bytes);
        self.written += bytes.len() as u64;
        self.out.write_all(bytes)
    }

    /// The next free object id.
    pub(crate) fn reserve(&mut self) -> usize {
        self.places.push(0);
        self.places.len() - 1
    }

    /// Writes an object under an id that was reserved.
    pub(crate) fn object(&mut self, id: usize, body: &str) -> io::Result<()> {
        self.whole(id, &[body.as_bytes()])
    }

    /// Writes a stream: dictionary entries without the length, and bytes as they are.
    pub(crate) fn stream(&mut self, id: usize, entries: &str, data: &[u8]) -> io::Result<()> {
        let head = format!("<<{entries}/Length {}>>stream\n", data.len());
        self.whole(id, &[head.as_bytes(), data, b"\nendstream"])
    }

    /// The same under a new id, which it gives back.
    pub(crate) fn new_stream(&mut self, entries: &str, data: &[u8]) -> io::Result<usize> {
        let id = self.reserve();
        self.stream(id, entries, data)?;
        Ok(id)
    }

    fn whole(&mut self, id: usize, parts: &[&[u8]]) -> io::Result<()> {
        self.places[id] = self.written;
        let mut buffer = std::mem::take(&mut self.buffer);
        buffer.clear();
        buffer.extend_from_slice(format!("{id} 0 obj\n").as_bytes());
        parts.iter().for_each(|part| buffer.extend_from_slice(part));
        buffer.extend_from_slice(b"\nendobj\n");
        let done = self.put(&buffer);
        self.buffer = buffer;
        done
    }

    /// Writes the table of places and the trailer. The id of the file is a hash of its content.
    pub(crate) fn finish(mut self, catalog: usize, info: usize) -> io::Result<W> {
        let start = self.written;
        let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", self.places.len());
        for place in &self.places[1..] {
            table.push_str(&format!("{place:010} 00000 {} \n", if *place == 0 { 'f' } else { 'n' }));
        }
        self.put(table.as_bytes())?;
        let id = hexadecimal(&self.digest.clone().finalize()[..16]);
        let size = self.places.len();
        let trailer = format!(
            "trailer\n<</Size {size}/Root {catalog} 0 R/Info {info} 0 R/ID[<{id}><{id}>]>>\nstartxref\n{start}\n%%EOF\n"
        );
        self.put(trailer.as_bytes())?;
        self.out.flush()?;
        Ok(self.out)
    }
}

/// Hexadecimal digits.
pub(crate) fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02X}")).collect()
}

/// A text string of a dictionary: UTF-16 in hexadecimal digits.
pub(crate) fn text_string(text: &str) -> String {
    let units: String = text.encode_utf16().map(|unit| format!("{unit:04X}")).collect();
    format!("<FEFF{units}>")
}

/// Compresses at level 6; its tables are made once and used for every stream.
pub(crate) struct Deflate(Compress);

impl Deflate {
    /// A compressor.
    pub(crate) fn new() -> Self {
        Self(Compress::new(Compression::new(6), true))
    }

    /// Compresses one stream.
    pub(crate) fn pack(&mut self, bytes: &[u8]) -> Vec<u8> {
        self.0.reset();
        let mut packed = Vec::with_capacity(bytes.len() / 2 + 64);
        loop {
            let read = usize::try_from(self.0.total_in()).unwrap_or(bytes.len()).min(bytes.len());
            let before = self.0.total_in();
            let status = self.0.compress_vec(&bytes[read..], &mut packed, FlushCompress::Finish);
            match status {
                Ok(flate2::Status::StreamEnd) => return packed,
                // It only stops early when the output is full.
                Ok(flate2::Status::Ok | flate2::Status::BufError) if packed.len() == packed.capacity() => {
                    packed.reserve(packed.capacity());
                }
                Ok(flate2::Status::Ok | flate2::Status::BufError) if self.0.total_in() > before => {}
                Ok(flate2::Status::Ok | flate2::Status::BufError) | Err(_) => packed.reserve(256),
            }
        }
    }
}
