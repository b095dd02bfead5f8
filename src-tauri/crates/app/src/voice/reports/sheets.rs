//! The questionnaire, to be filled in by hand.

use super::{Office, column};
use crate::certificates::kept_pictures;
use crate::voice::surveys::SurveyView;
use crate::{App, Result};
use documents::report::{CellAlign, ColumnWidth, Report, ReportTable, report_pdf};
use domain::voice::skm::SkmQuestion;

pub(super) fn sheets(app: &App, office: &Office, view: &SurveyView) -> Result<Vec<u8>> {
    let row = |(at, question): (usize, &SkmQuestion)| {
        let mut row = vec![(at + 1).to_string(), question.text.clone()];
        row.extend((1..).zip(&question.answers).map(|(mark, answer)| format!("{mark}  {answer}")));
        row
    };
    let share = |heading: &str, share| column(heading, ColumnWidth::Share(share), CellAlign::Left);
    let table = ReportTable {
        caption: "Lingkari satu jawaban pada setiap baris".to_owned(),
        columns: vec![
            column("No", ColumnWidth::Fixed(9.0), CellAlign::Centre),
            share("Pertanyaan", 5),
            share("1", 3),
            share("2", 3),
            share("3", 3),
            share("4", 3),
        ],
        rows: view.questions.iter().enumerate().map(row).collect(),
        ..ReportTable::default()
    };
    let blank = |label: &str, value: &str| (label.to_owned(), value.to_owned());
    let services: Vec<&str> =
        view.services.iter().filter(|service| service.active).map(|service| service.name.as_str()).collect();
    let report = Report {
        letterhead: office.head.clone(),
        title: "SURVEI KEPUASAN MASYARAKAT".to_owned(),
        subtitle: vec![view.row.unit_path.clone(), view.survey.name.clone()],
        facts: vec![
            blank("Nomor lembar", "……………………… (diisi petugas)"),
            blank("Layanan yang diterima", &services.join(" / ")),
            blank("Umur", "……… tahun"),
            blank("Jenis kelamin", "L / P"),
            blank("Pendidikan", &view.educations.join(" / ")),
            blank("Pekerjaan", &view.occupations.join(" / ")),
        ],
        tables: vec![table],
        notes: vec![
            "Kritik dan saran: ……………………………………………………………………………………………………………".to_owned(),
            "Nama Anda tidak perlu ditulis. Terima kasih.".to_owned(),
        ],
        ..Report::default()
    };
    report_pdf(&report, &kept_pictures(app))
}
