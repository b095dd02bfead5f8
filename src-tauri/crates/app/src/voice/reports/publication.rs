//! One page for the public.

use super::results::{answered, period, respondents};
use super::{Office, column, or_dash};
use crate::Result;
use crate::voice::surveys::{ProfileGroup, SurveyView};
use documents::report::{CellAlign, ColumnWidth, Report, ReportTable};

pub(super) fn publication(office: &Office, view: &SurveyView) -> Result<Report> {
    let ikm = answered(view)?;
    let result = &view.result;
    let mut facts = vec![
        ("Periode".to_owned(), period(view)),
        ("Responden".to_owned(), respondents(view)),
        ("Nilai IKM".to_owned(), format!("{} ({}, {})", ikm.local(), result.letter, result.band)),
    ];
    facts.extend(view.profile.iter().take(3).map(|group| (group.title.clone(), counted(group))));
    let row = |element: &domain::voice::result::ElementResult| vec![element.title.clone(), or_dash(element.nrr)];
    let table = ReportTable {
        columns: vec![
            column("Unsur pelayanan", ColumnWidth::Share(1), CellAlign::Left),
            column("Nilai", ColumnWidth::Fixed(18.0), CellAlign::Right),
        ],
        rows: result.elements.iter().map(row).collect(),
        ..ReportTable::default()
    };
    Ok(Report {
        letterhead: office.head.clone(),
        title: "INDEKS KEPUASAN MASYARAKAT".to_owned(),
        subtitle: vec![view.row.unit_path.clone(), view.survey.name.clone()],
        facts,
        tables: vec![table],
        notes: vec![
            "Terima kasih atas penilaian yang telah Anda berikan. Masukan Anda menjadi dasar perbaikan layanan kami. \
             Survei ini mengikuti Peraturan Menteri PANRB Nomor 14 Tahun 2017."
                .to_owned(),
        ],
        signature: office.signature(),
        ..Report::default()
    })
}

/// `Laki-laki 21, Perempuan 19`.
fn counted(group: &ProfileGroup) -> String {
    let counts: Vec<String> = group.rows.iter().map(|row| format!("{} {}", row.label, row.respondents)).collect();
    counts.join(", ")
}
