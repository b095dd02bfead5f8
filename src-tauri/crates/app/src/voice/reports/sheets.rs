//! The questionnaire, to be filled in by hand and copied.

use super::Office;
use crate::Result;
use crate::voice::surveys::SurveyView;
use documents::answer_sheet::{
    AnswerSheet, SheetAnswer, SheetCode, SheetGroup, SheetItem, SheetScale, answer_sheets_pdf,
};
use domain::voice::skm::SkmQuestion;

/// Services that are named one by one on the sheet; of more the respondent writes the name.
const NAMED_SERVICES: usize = 8;

pub(super) fn sheets(office: &Office, view: &SurveyView) -> Result<Vec<u8>> {
    let item = |question: &SkmQuestion| SheetItem {
        text: question.text.clone(),
        answer: SheetAnswer::Options(question.answers.to_vec()),
    };
    let questions = SheetGroup {
        caption: "Pendapat Anda tentang pelayanan".to_owned(),
        scale: SheetScale::Words(Vec::new()),
        items: view.questions.iter().map(item).collect(),
    };
    let comment = SheetGroup {
        caption: String::new(),
        scale: SheetScale::Words(Vec::new()),
        items: vec![SheetItem { text: "Kritik dan saran".to_owned(), answer: SheetAnswer::Lines(3) }],
    };
    let sheet = AnswerSheet {
        office: office.head.office.clone(),
        title: "SURVEI KEPUASAN MASYARAKAT".to_owned(),
        facts: facts(view),
        code: Some(SheetCode { label: "Nomor lembar (diisi petugas)".to_owned(), text: String::new() }),
        opening: vec![
            "Beri tanda silang pada satu jawaban untuk setiap pertanyaan. Pertanyaan yang tidak sesuai boleh dilewati. \
             Nama Anda tidak perlu ditulis."
                .to_owned(),
        ],
        groups: vec![questions, comment],
        closing: vec!["Terima kasih. Jawaban Anda dipakai untuk memperbaiki pelayanan kami.".to_owned()],
    };
    answer_sheets_pdf("Kuesioner SKM", &[sheet])
}

fn facts(view: &SurveyView) -> Vec<(String, String)> {
    let fact = |label: &str, value: String| (label.to_owned(), value);
    let services: Vec<String> =
        view.services.iter().filter(|service| service.active).map(|service| service.name.clone()).collect();
    let named = if services.len() > NAMED_SERVICES { String::new() } else { numbered(&services) };
    vec![
        fact("Unit layanan", view.row.unit_path.clone()),
        fact("Survei", view.survey.name.clone()),
        fact("Layanan yang diterima", named),
        fact("Umur (tahun)", String::new()),
        fact("Jenis kelamin", numbered(&["Laki-laki".to_owned(), "Perempuan".to_owned()])),
        fact("Pendidikan", numbered(&view.educations)),
        fact("Pekerjaan", numbered(&view.occupations)),
    ]
}

/// `[1] SD   [2] SMP`, no number parted from its word; empty for nothing.
fn numbered(words: &[String]) -> String {
    let numbered: Vec<String> = (1..).zip(words).map(|(number, word)| format!("[{number}]\u{a0}{word}")).collect();
    numbered.join("   ")
}
