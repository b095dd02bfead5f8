//! Sheets for participants to fill in, and what they came to.

use super::column;
use crate::evaluation::feedback::{
    FeedbackBy, FeedbackReport, RoundRow, codes, feedback_report, round_row, session_label, stored_round,
};
use crate::{App, Result};
use documents::answer_sheet::{AnswerSheet, SheetAnswer, SheetCode, SheetGroup, SheetItem, SheetScale};
use documents::report::{CellAlign, ColumnWidth, Report, ReportPaper, ReportTable, drawable};
use domain::evaluation::feedback::{FeedbackPart, ItemResult};
use domain::evaluation::instrument::{Instrument, Item, ItemKind, Scale};
use domain::evaluation::tally::local;
use domain::ids::RoundId;
use domain::indonesian;
use domain::refusal::{Code, Refusal};

/// Ruled lines for a comment.
const LINES: u8 = 2;

/// A sheet for each code of a round, in the order of the codes.
pub(super) fn sheets(app: &App, id: RoundId) -> Result<Vec<AnswerSheet>> {
    let office = crate::office::require_profile(app)?.office;
    let (round, row, session) = app.store.read(|read| {
        let round = stored_round(read, id)?;
        let sessions = store::classes::session::list(read, round.class)?;
        let session = sessions.into_iter().find(|session| round.session.is_some() && session.id == round.session);
        Ok((round, round_row(read, id)?, session))
    })?;
    let about = [
        ("Pelatihan", format!("{} {}", row.programme_name, row.class_name)),
        ("Pengajar", row.speaker.unwrap_or_default()),
        ("Mata pelatihan", row.subject),
        ("Sesi", session.as_ref().map(session_label).unwrap_or_default()),
    ];
    let facts = about.into_iter().filter(|(_, value)| !value.is_empty());
    let sheet = AnswerSheet {
        office,
        title: "LEMBAR PENILAIAN PESERTA".to_owned(),
        facts: facts.map(|(label, value)| (label.to_owned(), value)).collect(),
        code: None,
        opening: opening(&round.instruments),
        groups: round.instruments.iter().map(group).collect(),
        closing: Vec::new(),
    };
    let with = |text: String| SheetCode { label: "Kode lembar".to_owned(), text };
    let codes = codes(app, id)?.into_iter();
    Ok(codes.map(|code| AnswerSheet { code: Some(with(code)), ..sheet.clone() }).collect())
}

fn opening(instruments: &[Instrument]) -> Vec<String> {
    vec![
        "Lembar ini tanpa nama: jangan tulis nama atau NIP. Kodenya acak, dan tidak ada catatan siapa menerima kode \
         mana; kode hanya menjaga agar setiap lembar dihitung satu kali. Hasil baru ditampilkan mulai lima lembar."
            .to_owned(),
        how(instruments),
    ]
}

/// How the items are answered, for whoever fills the sheet in.
pub(crate) fn how(instruments: &[Instrument]) -> String {
    let optional = instruments.iter().flat_map(Instrument::marked).any(|item| item.optional);
    let percent = instruments.iter().any(|instrument| instrument.scale == Scale::Percent);
    let mut how = "Silang (X) satu kotak pada setiap butir.".to_owned();
    if percent {
        how.push_str(" Pada kotak tanpa angka, tulis angka 0 sampai 100.");
    }
    if optional {
        how.push_str(" Butir bertanda * boleh dikosongkan bila tidak sesuai.");
    }
    how
}

/// An instrument as a group of a printed sheet.
pub(crate) fn group(instrument: &Instrument) -> SheetGroup {
    let item = |item: &Item| match item.kind {
        ItemKind::Mark => SheetItem {
            text: if item.optional { format!("{} *", item.text) } else { item.text.clone() },
            answer: SheetAnswer::Scale,
        },
        ItemKind::Text => SheetItem { text: item.text.clone(), answer: SheetAnswer::Lines(LINES) },
    };
    SheetGroup {
        caption: instrument.name.clone(),
        scale: match &instrument.scale {
            Scale::Words { words } => SheetScale::Words(words.clone()),
            Scale::Percent => SheetScale::Percent,
        },
        items: instrument.items.iter().map(item).collect(),
    }
}

/// What the sheets came to.
pub(super) fn results(app: &App, by: &FeedbackBy) -> Result<Report> {
    let letterhead = crate::office::require_profile(app)?.letterhead();
    let found = feedback_report(app, by)?;
    if found.rounds.is_empty() {
        return Err(Refusal::new(Code::NotAllowed, "Belum ada penilaian peserta yang dapat dicetak."));
    }
    let mut subtitle = vec![found.title.clone()];
    subtitle.extend(Some(found.subtitle.clone()).filter(|text| !text.is_empty()));
    let mut tables: Vec<ReportTable> = found.parts.iter().filter(|part| !part.hidden).map(part).collect();
    tables.extend(found.parts.iter().filter(|part| !part.classes.is_empty()).map(classes));
    tables.extend(found.comments.iter().map(|of| ReportTable {
        caption: of.text.clone(),
        columns: vec![
            column("No", ColumnWidth::Fixed(9.0), CellAlign::Centre),
            column("Jawaban", ColumnWidth::Share(1), CellAlign::Left),
        ],
        rows: (1..).zip(&of.comments).map(|(at, text)| vec![format!("{at}"), drawable(text)]).collect(),
        ..ReportTable::default()
    }));
    tables.push(rounds(&found.rounds));
    Ok(Report {
        paper: ReportPaper::A4Landscape,
        letterhead,
        title: "HASIL PENILAIAN PESERTA".to_owned(),
        subtitle,
        paragraphs: hidden(&found),
        tables,
        notes: vec![
            "Rata-rata ialah jumlah jawaban dibagi banyaknya jawaban, dibulatkan sekali pada dua angka di belakang koma. \
             Persen skala ialah bagian dari jarak antara jawaban terendah dan tertinggi."
                .to_owned(),
            "Penilaian dengan kurang dari lima lembar, dan butir dengan kurang dari lima jawaban dalam satu penilaian, \
             tidak ditampilkan dan tidak dihitung di mana pun."
                .to_owned(),
        ],
        ..Report::default()
    })
}

/// What is not shown, one sentence for each instrument.
fn hidden(found: &FeedbackReport) -> Vec<String> {
    let few = found.parts.iter().filter(|part| part.left_out > 0);
    let sentence = |part: &FeedbackPart| {
        let name = &part.instrument;
        if part.hidden {
            format!("{name}: {} lembar. Hasilnya ditampilkan mulai lima lembar dalam satu penilaian.", part.left_out)
        } else {
            format!("{name}: {} lembar dari penilaian dengan kurang dari lima lembar tidak dihitung.", part.left_out)
        }
    };
    few.map(sentence).collect()
}

fn shown(hundredths: Option<i32>) -> String {
    hundredths.map_or_else(|| "–".to_owned(), local)
}

fn part(part: &FeedbackPart) -> ReportTable {
    let words: &[String] = match &part.scale {
        Scale::Words { words } => words,
        Scale::Percent => &[],
    };
    let mut columns = vec![
        column("No", ColumnWidth::Fixed(9.0), CellAlign::Centre),
        column("Butir", ColumnWidth::Share(1), CellAlign::Left),
    ];
    let heads = words.iter().map(|word| column(word.clone(), ColumnWidth::Fixed(17.0), CellAlign::Right));
    columns.extend(heads);
    for (heading, width) in [("Jawaban", 17.0), ("Rata-rata", 18.0)] {
        columns.push(column(heading, ColumnWidth::Fixed(width), CellAlign::Right));
    }
    let before = part.before.as_ref();
    if let Some(before) = before {
        columns.push(column(before.label.clone(), ColumnWidth::Fixed(24.0), CellAlign::Right));
    }
    columns.push(column("Catatan", ColumnWidth::Fixed(20.0), CellAlign::Left));
    let row = |(at, item): (usize, &ItemResult)| {
        let mut cells = vec![at.to_string(), item.text.clone()];
        cells.extend((0..words.len()).map(|word| item.counts.get(word).map_or_else(String::new, u32::to_string)));
        cells.extend([item.n.to_string(), shown(item.mean)]);
        cells.extend(before.map(|_| shown(item.before)));
        cells.push(if item.lowest { "Terendah" } else { "" }.to_owned());
        cells
    };
    let mut total = vec![String::new(), "Semua butir".to_owned()];
    total.extend(words.iter().map(|_| String::new()));
    total.extend([part.items.iter().map(|item| item.n).sum::<u32>().to_string(), shown(part.mean)]);
    total.extend(before.map(|before| shown(before.mean)));
    total.push(String::new());
    let (_, highest) = part.scale.limits();
    let mut caption = format!(
        "{}: {} lembar, rata-rata {} dari {highest}, {} % skala",
        part.instrument,
        part.sheets,
        shown(part.mean),
        shown(part.percent)
    );
    if let Some(before) = before {
        caption.push_str(&format!(" ({}: {} lembar)", before.label, before.sheets));
    }
    ReportTable {
        caption,
        columns,
        rows: (1..).zip(&part.items).map(row).collect(),
        total: Some(total),
        ..ReportTable::default()
    }
}

fn classes(part: &FeedbackPart) -> ReportTable {
    ReportTable {
        caption: format!("{} menurut kelas", part.instrument),
        columns: vec![
            column("Kelas", ColumnWidth::Share(1), CellAlign::Left),
            column("Mulai", ColumnWidth::Fixed(40.0), CellAlign::Left),
            column("Lembar", ColumnWidth::Fixed(20.0), CellAlign::Right),
            column("Rata-rata", ColumnWidth::Fixed(22.0), CellAlign::Right),
            column("% skala", ColumnWidth::Fixed(22.0), CellAlign::Right),
        ],
        rows: part
            .classes
            .iter()
            .map(|class| {
                let title = class.title.clone();
                let day = indonesian::date(class.starts);
                vec![title, day, class.sheets.to_string(), shown(class.mean), shown(class.percent)]
            })
            .collect(),
        ..ReportTable::default()
    }
}

fn rounds(rows: &[RoundRow]) -> ReportTable {
    let row = |row: &RoundRow| {
        let about = [row.speaker.as_deref().unwrap_or_default(), &row.subject];
        let about: Vec<&str> = about.into_iter().filter(|text| !text.is_empty()).collect();
        vec![
            indonesian::date(row.opened_on),
            format!("{} {}", row.programme_name, row.class_name),
            row.title.clone(),
            about.join(", "),
            row.sheets.to_string(),
            row.present.to_string(),
            row.share.map_or_else(|| "–".to_owned(), |share| format!("{share} %")),
        ]
    };
    ReportTable {
        caption: format!("Sumber ({} penilaian)", rows.len()),
        columns: vec![
            column("Dibuka", ColumnWidth::Fixed(34.0), CellAlign::Left),
            column("Kelas", ColumnWidth::Share(3), CellAlign::Left),
            column("Instrumen", ColumnWidth::Share(3), CellAlign::Left),
            column("Pengajar, mata pelatihan", ColumnWidth::Share(3), CellAlign::Left),
            column("Lembar", ColumnWidth::Fixed(16.0), CellAlign::Right),
            column("Hadir", ColumnWidth::Fixed(15.0), CellAlign::Right),
            column("Masuk", ColumnWidth::Fixed(17.0), CellAlign::Right),
        ],
        rows: rows.iter().map(row).collect(),
        ..ReportTable::default()
    }
}

/// What the file of a round or of results is called.
pub(super) fn name(app: &App, by: &FeedbackBy) -> Result<String> {
    Ok(format!("Hasil Penilaian {}", feedback_report(app, by)?.title))
}
