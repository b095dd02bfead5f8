//! The letter of correction: what was made known, and what holds now.

use super::{Office, column};
use crate::planning::schedule::publication::publications;
use crate::planning::schedule::words;
use crate::{App, Result};
use documents::report::{ColumnWidth, PageNumbers, Report, ReportPaper, ReportTable};
use domain::ids::ClassId;
use domain::indonesian;
use domain::planning::publication::{PublishedSession, ScheduleChange};
use domain::refusal::{Code, Refusal};

/// Where a number is written by hand.
const DOTS: &str = "........................................";

pub(super) fn correction(
    app: &App,
    office: &Office,
    class: ClassId,
    publication: Option<u32>,
    number: &str,
) -> Result<Report> {
    let view = publications(app, class)?;
    let nothing = |what: &str| Refusal::new(Code::NotAllowed, format!("Jadwal {} {what}", view.title));
    let row = publication.map(|number| {
        let row = view.publications.iter().find(|row| row.number == number);
        row.ok_or_else(|| Refusal::new(Code::NotFound, format!("Terbitan ke-{number} tidak ada.")))
    });
    let row = row.transpose()?;
    let changes: &[ScheduleChange] = row.map_or(&view.changes, |row| &row.changes);
    let before = match row {
        Some(row) => view.publications.iter().find(|before| before.number + 1 == row.number),
        None => view.publications.first(),
    };
    let before =
        before.ok_or_else(|| nothing("belum pernah diterbitkan sebelumnya, sehingga tidak ada yang diralat."))?;
    if changes.is_empty() {
        return Err(nothing("tidak berubah sejak diterbitkan."));
    }
    let number = number.trim();
    let opening = format!(
        "Sehubungan dengan perubahan jadwal {}, {} dengan ini meralat jadwal yang telah diterbitkan pada {} (terbitan \
         ke-{}) sebagai berikut:",
        view.title,
        office.name,
        indonesian::date(before.published_on),
        before.number
    );
    let note = row.map_or("", |row| row.note.as_str());
    let reason = (!note.is_empty()).then(|| format!("Keterangan: {note}"));
    let closing = "Jadwal lainnya tidak berubah. Peserta dan narasumber dimohon menyesuaikan. Demikian ralat ini \
                   disampaikan, atas perhatian dan kerja samanya diucapkan terima kasih.";
    Ok(Report {
        paper: ReportPaper::A4Landscape,
        letterhead: office.head.clone(),
        title: "RALAT JADWAL".to_owned(),
        subtitle: vec![format!("Nomor: {}", if number.is_empty() { DOTS } else { number })],
        paragraphs: vec![opening],
        tables: vec![table(changes)],
        notes: reason.into_iter().chain([closing.to_owned()]).collect(),
        signature: office.signature(),
        numbers: PageNumbers::WhenSeveral,
        ..Report::default()
    })
}

fn table(changes: &[ScheduleChange]) -> ReportTable {
    let row = |(number, change): (usize, &ScheduleChange)| {
        vec![
            (number + 1).to_string(),
            change.before.as_ref().map_or_else(|| "–".to_owned(), told),
            change.after.as_ref().map_or_else(|| "Ditiadakan".to_owned(), told),
            kind(change),
        ]
    };
    ReportTable {
        columns: vec![
            column("No.", ColumnWidth::Fixed(12.0)),
            column("Semula", ColumnWidth::Share(1)),
            column("Menjadi", ColumnWidth::Share(1)),
            column("Yang berubah", ColumnWidth::Fixed(44.0)),
        ],
        rows: changes.iter().enumerate().map(row).collect(),
        ..ReportTable::default()
    }
}

fn kind(change: &ScheduleChange) -> String {
    match (&change.before, &change.after) {
        (None, _) => "sesi tambahan".to_owned(),
        (_, None) => "sesi ditiadakan".to_owned(),
        (Some(_), Some(_)) => change.parts.iter().map(|part| part.word()).collect::<Vec<_>>().join(", "),
    }
}

/// A session in lines: day and time, subject, room, speakers.
fn told(one: &PublishedSession) -> String {
    let mut lines = vec![format!("{}, {} ({} JP)", words::day(one.date), words::hours(one.starts, one.ends), one.jp)];
    let what = words::what(&one.subject, &one.topic);
    let speakers = one.speakers.join("; ");
    for (label, text) in [("", what.as_str()), ("Ruang: ", &one.room), ("Narasumber: ", &speakers)] {
        if !text.is_empty() {
            lines.push(format!("{label}{text}"));
        }
    }
    lines.join("\n")
}
