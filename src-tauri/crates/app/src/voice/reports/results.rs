//! Every element of a survey with its sums, and who answered.

use super::{Office, column, or_dash};
use crate::Result;
use crate::voice::FEWEST;
use crate::voice::surveys::{ProfileGroup, SurveyView};
use documents::report::{CellAlign, ColumnWidth, Report, ReportTable, drawable};
use domain::indonesian::{self, thousands};
use domain::refusal::{Code, Refusal};
use domain::score::Score;
use domain::voice::result::SkmResult;

/// Refuses to print a survey that nobody has answered.
pub(super) fn answered(view: &SurveyView) -> Result<Score> {
    view.result.ikm.ok_or_else(|| {
        let message = format!("Survei {} belum mempunyai jawaban.", view.survey.name);
        Refusal::new(Code::NotAllowed, message)
    })
}

pub(super) fn period(view: &SurveyView) -> String {
    indonesian::date_range(view.survey.starts, view.survey.ends)
}

/// Respondents, with the population where it is known.
pub(super) fn respondents(view: &SurveyView) -> String {
    let answered = thousands(view.result.respondents as usize);
    match view.survey.population {
        Some(population) => format!("{answered} dari {} orang yang dilayani", thousands(population as usize)),
        None => format!("{answered} orang"),
    }
}

pub(super) fn results(office: &Office, view: &SurveyView) -> Result<Report> {
    let ikm = answered(view)?;
    let result = &view.result;
    let mut facts = vec![
        ("Unit layanan".to_owned(), view.row.unit_path.clone()),
        ("Periode".to_owned(), period(view)),
        ("Responden".to_owned(), respondents(view)),
    ];
    if let (Some(morgan), Some(slovin)) = (view.advice.krejcie_morgan, view.advice.slovin) {
        let advice = format!("Krejcie-Morgan {morgan}, Slovin {slovin} (galat 5 %)");
        facts.push(("Sampel yang disarankan".to_owned(), advice));
    }
    facts.push(("Nilai indeks (NI)".to_owned(), or_dash(result.ni)));
    facts.push(("Nilai IKM".to_owned(), format!("{}, mutu {} ({})", ikm.local(), result.letter, result.band)));
    let mut tables = vec![elements(result)];
    tables.extend(view.profile.iter().filter(|group| told(group)).map(profile));
    Ok(Report {
        letterhead: office.head.clone(),
        title: "HASIL SURVEI KEPUASAN MASYARAKAT".to_owned(),
        subtitle: vec![view.survey.name.clone()],
        facts,
        tables,
        notes: notes(result),
        signature: office.signature(),
        ..Report::default()
    })
}

/// Somebody has said something.
fn told(group: &ProfileGroup) -> bool {
    group.rows.iter().any(|row| row.label != "Tidak diisi")
}

fn elements(result: &SkmResult) -> ReportTable {
    let number = |heading: &str, width| column(heading, ColumnWidth::Fixed(width), CellAlign::Right);
    let row = |element: &domain::voice::result::ElementResult| {
        vec![
            element.element.code().to_owned(),
            element.title.clone(),
            thousands(usize::try_from(element.total).unwrap_or(usize::MAX)),
            thousands(element.n as usize),
            or_dash(element.nrr),
            if element.lowest { "perlu tindak lanjut" } else { "" }.to_owned(),
        ]
    };
    ReportTable {
        caption: "Nilai per unsur".to_owned(),
        columns: vec![
            column("Kode", ColumnWidth::Fixed(13.0), CellAlign::Left),
            column("Unsur", ColumnWidth::Share(1), CellAlign::Left),
            number("Jumlah nilai", 20.0),
            number("Menjawab", 22.0),
            number("NRR", 15.0),
            column("Tiga terendah", ColumnWidth::Fixed(35.0), CellAlign::Left),
        ],
        rows: result.elements.iter().map(row).collect(),
        ..ReportTable::default()
    }
}

fn profile(group: &ProfileGroup) -> ReportTable {
    let row = |row: &crate::voice::ProfileRow| {
        vec![
            drawable(&row.label),
            thousands(row.respondents as usize),
            row.ikm.map_or_else(|| "–".to_owned(), Score::local),
        ]
    };
    ReportTable {
        caption: group.title.clone(),
        columns: vec![
            column("Kelompok", ColumnWidth::Share(1), CellAlign::Left),
            column("Responden", ColumnWidth::Fixed(28.0), CellAlign::Right),
            column("IKM", ColumnWidth::Fixed(24.0), CellAlign::Right),
        ],
        rows: group.rows.iter().map(row).collect(),
        ..ReportTable::default()
    }
}

fn notes(result: &SkmResult) -> Vec<String> {
    let answered = result.elements.len() - result.unanswered.len();
    let mut notes = vec![format!(
        "NRR = jumlah nilai : yang menjawab. NI = jumlah NRR × 1/{answered}. IKM = NI × 25. Pembulatan hanya untuk \
         tampilan, dua angka di belakang koma; mutu ditetapkan dari IKM yang sudah dibulatkan (PermenPANRB 14/2017)."
    )];
    if !result.unanswered.is_empty() {
        let codes: Vec<&str> = result.unanswered.iter().map(|element| element.code()).collect();
        notes.push(format!("Tanpa jawaban: {}; bobotnya dibagi rata kepada unsur yang lain.", codes.join(", ")));
    }
    notes.push(format!("Indeks kelompok dengan kurang dari {FEWEST} responden tidak ditampilkan."));
    notes
}
