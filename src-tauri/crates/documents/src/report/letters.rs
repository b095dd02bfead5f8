//! Letters that the fonts lack are refused before anything is laid out.

use super::Report;
use crate::pdf::{Fonts, Origin};
use domain::refusal::Refusal;

/// Refuses letters that the fonts lack, anywhere in the report.
pub(super) fn letters(fonts: &Fonts, report: &Report) -> Result<(), Refusal> {
    let check = |field: &str, label: &str, text: &str| Origin { field, label, person: "" }.letters(fonts, text);
    check("title", "Judul laporan", &report.title)?;
    check("letterhead.government", "Baris pemerintah pada kop", &report.letterhead.government)?;
    check("letterhead.office", "Nama kantor pada kop", &report.letterhead.office)?;
    let many = |field: &str, label: &str, texts: &[String]| texts.iter().try_for_each(|text| check(field, label, text));
    many("letterhead.contact_lines", "Baris alamat pada kop", &report.letterhead.contact_lines)?;
    many("subtitle", "Baris di bawah judul", &report.subtitle)?;
    many("opening", "Paragraf", &report.opening)?;
    many("paragraphs", "Paragraf", &report.paragraphs)?;
    many("notes", "Catatan", &report.notes)?;
    for (label, value) in &report.facts {
        check("facts", "Keterangan", label)?;
        check("facts", label, value)?;
    }
    if let Some(timeline) = &report.timeline {
        check("timeline.caption", "Judul gambar waktu", &timeline.caption)?;
        for step in &timeline.steps {
            check("timeline.steps", "Tahapan", &step.name)?;
            check("timeline.steps", "Tahapan", &step.detail)?;
        }
    }
    if let Some(figure) = &report.figure {
        for text in [&figure.label, &figure.value, &figure.meaning] {
            check("figure", "Angka utama", text)?;
        }
    }
    if let Some(bars) = &report.bars {
        check("bars.caption", "Judul gambar", &bars.caption)?;
        check("bars.legend", "Keterangan gambar", &bars.legend)?;
        for bar in &bars.bars {
            check("bars.bars", "Batang gambar", &bar.label)?;
            check("bars.bars", "Batang gambar", &bar.value)?;
        }
    }
    for (number, table) in report.tables.iter().enumerate() {
        check(&format!("tables.{number}.caption"), "Judul tabel", &table.caption)?;
        for column in &table.columns {
            check(&format!("tables.{number}.columns"), "Judul kolom", &column.heading)?;
        }
        for (row, cells) in table.rows.iter().chain(&table.total).enumerate() {
            let label = format!("Tabel {} baris {}", number + 1, row + 1);
            many(&format!("tables.{number}.rows.{row}"), &label, cells)?;
        }
    }
    if let Some((dated, who)) = &report.signature {
        for text in [dated, &who.name, &who.nip, &who.position, &who.rank] {
            check("signature", "Penanda tangan", text)?;
        }
    }
    Ok(())
}
