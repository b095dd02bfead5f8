//! Fonts of a file: each face cut to the glyphs that are used, under a name that says so, with a map back to the text.

use super::fonts::{Face, Font, Used};
use super::writer::{Deflate, Writer, text_string};
use allsorts::binary::read::ReadScope;
use allsorts::font_data::FontData;
use allsorts::subset::{CmapTarget, SubsetProfile, subset};
use allsorts::tag;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::io::{self, Write};

/// A used glyph: code, glyph in the cut face, advance, typed text.
struct Entry {
    code: u16,
    glyph: u16,
    advance: u16,
    typed: String,
}

/// Writes the objects of one face and gives the id of the font.
pub(crate) fn write<W: Write>(
    writer: &mut Writer<W>,
    deflate: &mut Deflate,
    face: Face,
    font: &Font,
    used: &Used,
) -> io::Result<usize> {
    let (program, entries) = cut(face, font, used)?;
    let name = format!("{}+{}", prefix(face, &entries), face.name());
    let program_id = {
        let entries = format!("/Filter/FlateDecode/Length1 {}", program.len());
        writer.new_stream(&entries, &deflate.pack(&program))?
    };
    let map = writer.new_stream("/Filter/FlateDecode", &deflate.pack(&glyph_map(&entries)))?;
    let unicode = writer.new_stream("/Filter/FlateDecode", &deflate.pack(to_unicode(&entries).as_bytes()))?;
    let metrics = &font.parsed.pdf_font_metrics;
    let bold = matches!(face, Face::SerifBold | Face::SansBold);
    let serif = matches!(face, Face::Serif | Face::SerifBold);
    let descriptor = writer.reserve();
    writer.object(
        descriptor,
        &format!(
            "<</Type/FontDescriptor/FontName/{name}/Flags {}/FontBBox[{} {} {} {}]/ItalicAngle 0/Ascent {}/Descent {}\
             /CapHeight {}/StemV {}/FontFile2 {program_id} 0 R>>",
            if serif { 6 } else { 4 },
            font.metric(metrics.x_min),
            font.metric(metrics.y_min),
            font.metric(metrics.x_max),
            font.metric(metrics.y_max),
            font.metric(font.parsed.font_metrics.ascent),
            font.metric(font.parsed.font_metrics.descent),
            if serif { 662 } else { 729 },
            if bold { 140 } else { 80 },
        ),
    )?;
    let descendant = writer.reserve();
    writer.object(
        descendant,
        &format!(
            "<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)\
             /Supplement 0>>/FontDescriptor {descriptor} 0 R/CIDToGIDMap {map} 0 R/DW 0/W[{}]>>",
            widths(&entries)
        ),
    )?;
    let id = writer.reserve();
    writer.object(
        id,
        &format!(
            "<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/DescendantFonts[{descendant} 0 R]\
             /ToUnicode {unicode} 0 R>>"
        ),
    )?;
    Ok(id)
}

/// The face with only the used glyphs, and where they are in it.
fn cut(face: Face, font: &Font, used: &Used) -> io::Result<(Vec<u8>, Vec<Entry>)> {
    let failed = |error: &dyn std::fmt::Display| io::Error::other(format!("{}: {error}", face.name()));
    let mut glyphs = vec![0];
    let mut places = BTreeMap::from([(0, 0)]);
    let mut entries = Vec::new();
    for (code, drawn, typed) in used.entries(face) {
        let whole = font.glyph(drawn);
        let glyph = *places.entry(whole).or_insert_with(|| {
            glyphs.push(whole);
            u16::try_from(glyphs.len() - 1).unwrap_or(0)
        });
        entries.push(Entry { code, glyph, advance: font.advance(drawn).unwrap_or(0), typed });
    }
    let file = ReadScope::new(face.bytes()).read::<FontData<'_>>().map_err(|error| failed(&error))?;
    let provider = file.table_provider(0).map_err(|error| failed(&error))?;
    // Viewers go by glyph: the tables of names and letters would only take room.
    let tables = [tag::HEAD, tag::HHEA, tag::HMTX, tag::MAXP];
    let profile = SubsetProfile::Custom(tables.to_vec());
    let program = subset(&provider, &glyphs, &profile, CmapTarget::Unicode).map_err(|error| failed(&error))?;
    Ok((program, entries))
}

/// Six capitals that stand for what the subset holds.
fn prefix(face: Face, entries: &[Entry]) -> String {
    let mut digest = Sha256::new();
    digest.update(face.name());
    entries.iter().for_each(|entry| digest.update(entry.code.to_be_bytes()));
    digest.finalize()[..6].iter().map(|byte| char::from(b'A' + byte % 26)).collect()
}

/// Two bytes for each code up to the last: the glyph.
fn glyph_map(entries: &[Entry]) -> Vec<u8> {
    let mut map = vec![0; entries.last().map_or(0, |entry| usize::from(entry.code) * 2 + 2)];
    for entry in entries {
        let at = usize::from(entry.code) * 2;
        map[at..at + 2].copy_from_slice(&entry.glyph.to_be_bytes());
    }
    map
}

/// The width table: runs of neighbouring codes.
fn widths(entries: &[Entry]) -> String {
    let mut table = String::new();
    let mut next = None;
    for entry in entries {
        if next == Some(entry.code) {
            table.push_str(&format!(" {}", entry.advance));
        } else {
            table.push_str(&format!("{}{}[{}", if next.is_some() { "]" } else { "" }, entry.code, entry.advance));
        }
        next = Some(entry.code + 1);
    }
    if next.is_some() {
        table.push(']');
    }
    table
}

/// The map from codes back to what was typed.
fn to_unicode(entries: &[Entry]) -> String {
    let mut map = String::from(
        "/CIDInit/ProcSet findresource begin 12 dict begin begincmap/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)\
         /Supplement 0>>def/CMapName/Adobe-Identity-UCS def/CMapType 2 def\n1 begincodespacerange\n<0000><FFFF>\n\
         endcodespacerange\n",
    );
    for group in entries.chunks(100) {
        map.push_str(&format!("{} beginbfchar\n", group.len()));
        for entry in group {
            let typed = text_string(&entry.typed);
            map.push_str(&format!("<{:04X}><{}>\n", entry.code, &typed[5..typed.len() - 1]));
        }
        map.push_str("endbfchar\n");
    }
    map.push_str("endcmap CMapName currentdict/CMap defineresource pop end end\n");
    map
}
