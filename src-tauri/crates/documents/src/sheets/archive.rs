//! A look into the ZIP container before anything is parsed: what it is, and that it does not unfold without end.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::read::Problem;

/// The most that the parts of a file may unfold to.
const MOST_UNFOLDED: u64 = 1024 * 1024 * 1024;
/// The most that a part may unfold to that is kept in memory whole.
const MOST_KEPT: u64 = 256 * 1024 * 1024;
/// The most parts of a container.
const MOST_PARTS: usize = 10_000;

/// What the container holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Xlsx,
    Ods,
    Other(&'static str),
}

/// What was seen.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) kind: Kind,
    /// Some sheet has merged ranges, so that looking for them is worth the time.
    pub(super) has_merged: bool,
}

/// Unfolds every part that will be read, keeping nothing, and counts.
pub(super) fn inspect(bytes: &[u8]) -> Result<Found, Problem> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Problem::damaged())?;
    if archive.len() > MOST_PARTS {
        return Err(Problem::too_large());
    }
    let kind = kind(&archive);
    let mut found = Found { kind, has_merged: false };
    if matches!(kind, Kind::Other(_)) {
        return Ok(found);
    }
    let mut total = 0_u64;
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).map_err(|_| Problem::damaged())?;
        let name = part.name().map_err(|_| Problem::damaged())?.into_owned();
        if part.encrypted() {
            return Err(Problem::locked());
        }
        if !(name.ends_with(".xml") || name.ends_with(".rels")) {
            continue;
        }
        let is_sheet = name.contains("worksheets/");
        let limit = if is_sheet { MOST_UNFOLDED } else { MOST_KEPT };
        let unfolded = count(&mut part, limit, is_sheet.then_some(&mut found.has_merged))?;
        total += unfolded;
        if total > MOST_UNFOLDED {
            return Err(Problem::too_large());
        }
    }
    Ok(found)
}

/// True for a compound file in which Office hides an encrypted workbook.
pub(super) fn is_encrypted_compound(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(name.len()).any(|part| part == name)
}

fn kind(archive: &ZipArchive<Cursor<&[u8]>>) -> Kind {
    let names: Vec<_> = archive.file_names().filter_map(Result::ok).collect();
    let has = |name: &str| names.iter().any(|other| other.eq_ignore_ascii_case(name));
    let begins = |start: &str| names.iter().any(|other| other.starts_with(start));
    if has("xl/workbook.bin") {
        Kind::Other("Excel Binary Workbook (.xlsb)")
    } else if begins("xl/") {
        Kind::Xlsx
    } else if begins("word/") {
        Kind::Other("dokumen Word")
    } else if begins("ppt/") {
        Kind::Other("presentasi PowerPoint")
    } else if has("content.xml") {
        Kind::Ods
    } else {
        Kind::Other("berkas ZIP")
    }
}

/// Reads a part to its end, or to `limit`.
fn count(part: &mut impl Read, limit: u64, mut merged: Option<&mut bool>) -> Result<u64, Problem> {
    const NEEDLE: &[u8] = b"<mergeCell";
    let mut buffer = vec![0_u8; 128 * 1024];
    let mut kept = 0;
    let mut total = 0_u64;
    loop {
        let read = part.read(&mut buffer[kept..]).map_err(|_| Problem::damaged())?;
        if read == 0 {
            return Ok(total);
        }
        total += read as u64;
        if total > limit {
            return Err(Problem::too_large());
        }
        let end = kept + read;
        if let Some(merged) = merged.as_deref_mut().filter(|merged| !**merged) {
            *merged = memchr::memmem::find(&buffer[..end], NEEDLE).is_some();
        }
        // The end of this piece may hold the start of the word.
        kept = end.min(NEEDLE.len());
        buffer.copy_within(end - kept..end, 0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_that_unfolds_without_end_is_refused() {
        let refused = count(&mut std::io::repeat(b' '), 1_000_000, None);
        assert_eq!(refused, Err(Problem::too_large()));
    }

    #[test]
    fn merged_ranges_are_seen_across_pieces() {
        for start in [0, 128 * 1024 - 5, 300_000] {
            let text = [vec![b' '; start], b"<mergeCell ref=\"A1:B2\"/>".to_vec()].concat();
            let mut merged = false;
            assert_eq!(count(&mut text.as_slice(), 1_000_000, Some(&mut merged)), Ok(text.len() as u64));
            assert!(merged, "after {start} bytes");
        }
    }
}
