//! The tests of a class on paper: what everybody had before and after, what was gained by both definitions, what each
//! question was worth.

use super::column;
use crate::evaluation::class_tests::{GainView, TestView, gains, test};
use crate::{App, Result};
use documents::report::{CellAlign, ColumnWidth, Report, ReportPaper, ReportTable};
use domain::evaluation::Stage;
use domain::evaluation::items::{ItemAnalysis, group_size};
use domain::ids::ClassId;
use domain::indonesian;
use domain::people::nip;
use domain::refusal::{Code, Refusal};
use domain::score::Score;

/// The paper.
pub(super) fn tests(app: &App, class: ClassId) -> Result<Report> {
    let profile = crate::office::require_profile(app)?;
    let today = app.today();
    let (stored, signatory) = app
        .store
        .read(|read| Ok((crate::classes::stored(read, class)?, crate::classes::signatory_on(read, today)?)))?;
    let tests: Vec<TestView> =
        Stage::ALL.into_iter().filter_map(|stage| test(app, class, stage).transpose()).collect::<Result<_>>()?;
    let gains = gains(app, class)?;
    if !gains.rows.iter().any(|row| row.pre.is_some() || row.post.is_some()) {
        let message = "Belum ada nilai pre-test atau post-test di kelas ini, jadi belum ada yang dapat dicetak.";
        return Err(Refusal::new(Code::NotAllowed, message));
    }
    let mut tables = vec![people(&gains)];
    tables.extend(tests.iter().filter(|test| test.takers > 0).map(items));
    Ok(Report {
        paper: ReportPaper::A4Landscape,
        letterhead: profile.letterhead(),
        title: "HASIL PRE-TEST DAN POST-TEST".to_owned(),
        subtitle: vec![stored.programme_name.clone(), stored.class.name.clone()],
        facts: headline(&stored.class.starts, &stored.class.ends, &gains),
        tables,
        notes: notes(&tests),
        signature: (!signatory.name.is_empty())
            .then(|| (format!("{}, {}", profile.city, indonesian::date(today)), signatory)),
        ..Report::default()
    })
}

fn headline(starts: &chrono::NaiveDate, ends: &chrono::NaiveDate, gains: &GainView) -> Vec<(String, String)> {
    let of_class = |gain: Option<i32>, word: &Option<String>| match (gain, word) {
        (Some(gain), Some(word)) => format!("{} ({word})", thousandths(gain)),
        (_, _) => "-".to_owned(),
    };
    [
        ("Waktu", indonesian::date_range(*starts, *ends)),
        ("Kedua nilai ada", format!("{} dari {}", gains.both, gains.rows.len())),
        ("Rata-rata pre-test", score(gains.pre_mean)),
        ("Rata-rata post-test", score(gains.post_mean)),
        ("Rata-rata N-gain", of_class(gains.mean_of_gains, &gains.mean_word)),
        ("N-gain rata-rata", of_class(gains.gain_of_means, &gains.means_word)),
    ]
    .map(|(label, value)| (label.to_owned(), value))
    .to_vec()
}

fn people(gains: &GainView) -> ReportTable {
    let rows = (1..).zip(&gains.rows).map(|(number, row): (usize, _)| {
        vec![
            number.to_string(),
            row.name.clone(),
            nip::printed(&row.nip),
            score(row.pre),
            score(row.post),
            row.gain.map_or_else(|| "-".to_owned(), thousandths),
            row.word.clone().unwrap_or_else(|| "-".to_owned()),
        ]
    });
    ReportTable {
        caption: "Nilai peserta".to_owned(),
        columns: vec![
            column("No", ColumnWidth::Fixed(9.0), CellAlign::Right),
            column("Nama", ColumnWidth::Share(1), CellAlign::Left),
            column("NIP", ColumnWidth::Fixed(41.0), CellAlign::Left),
            column("Pre-test", ColumnWidth::Fixed(21.0), CellAlign::Right),
            column("Post-test", ColumnWidth::Fixed(21.0), CellAlign::Right),
            column("N-gain", ColumnWidth::Fixed(20.0), CellAlign::Right),
            column("Tingkat", ColumnWidth::Fixed(22.0), CellAlign::Left),
        ],
        rows: rows.collect(),
        ..ReportTable::default()
    }
}

fn items(test: &TestView) -> ReportTable {
    let key: Vec<char> = test.key.chars().collect();
    let row = |(item, right): (&ItemAnalysis, &char)| {
        let mut cells = vec![item.number.to_string(), right.to_string(), item.correct.to_string()];
        cells.push(hundredths(item.difficulty));
        cells.push(item.difficulty_word.clone());
        cells.push(hundredths(item.discrimination));
        cells.push(item.discrimination_word.clone());
        cells.extend(item.choices.iter().map(|(_, times)| times.to_string()));
        cells
    };
    let mut columns = vec![
        column("Soal", ColumnWidth::Fixed(14.0), CellAlign::Right),
        column("Kunci", ColumnWidth::Fixed(16.0), CellAlign::Centre),
        column("Benar", ColumnWidth::Fixed(17.0), CellAlign::Right),
        column("Kesukaran", ColumnWidth::Fixed(25.0), CellAlign::Right),
        column("Tingkat", ColumnWidth::Share(1), CellAlign::Left),
        column("Daya beda", ColumnWidth::Fixed(25.0), CellAlign::Right),
        column("Mutu", ColumnWidth::Share(1), CellAlign::Left),
    ];
    let letters = test.analysis.first().map(|item| item.choices.as_slice()).unwrap_or_default();
    columns.extend(letters.iter().map(|(letter, _)| column(letter, ColumnWidth::Fixed(12.0), CellAlign::Right)));
    ReportTable {
        caption: format!("Analisis butir {} ({} peserta)", test.stage.word().to_lowercase(), test.takers),
        columns,
        rows: test.analysis.iter().zip(&key).map(row).collect(),
        ..ReportTable::default()
    }
}

fn notes(tests: &[TestView]) -> Vec<String> {
    let mut notes = vec![
        "N-gain = (post - pre) / (100 - pre): tinggi mulai 0,70; sedang mulai 0,30; rendah di bawahnya. Tanda - berarti \
         salah satu nilai belum ada, atau nilai pre-test sudah 100. Kedua angka kelas dihitung dari peserta yang \
         mempunyai kedua nilai; yang pre-test-nya 100 tidak ikut dalam rata-rata N-gain."
            .to_owned(),
    ];
    for test in tests.iter().filter(|test| test.takers > 0) {
        let size = usize::try_from(test.takers).ok().and_then(group_size);
        let groups = size.map_or_else(String::new, |size| format!(" ({size} orang)"));
        notes.push(format!(
            "{}: nilai = jawaban benar / {} soal x 100, dibulatkan sekali ke dua angka di belakang koma. Kesukaran = \
             bagian peserta yang menjawab benar (mudah di atas 0,70; sukar di bawah 0,30). Daya beda = bagian benar 27% \
             teratas dikurangi 27% terbawah{groups}; peserta bernilai sama di batas kelompok dihitung sebagian.",
            test.stage.word(),
            test.questions
        ));
    }
    notes
}

fn score(score: Option<Score>) -> String {
    score.map_or_else(|| "-".to_owned(), Score::local)
}

/// `-0,125`.
fn thousandths(value: i32) -> String {
    let sign = if value < 0 { "-" } else { "" };
    format!("{sign}{},{:03}", value.abs() / 1000, value.abs() % 1000)
}

/// `0,67`.
fn hundredths(value: Option<i32>) -> String {
    value.map_or_else(
        || "-".to_owned(),
        |value| format!("{}{},{:02}", if value < 0 { "-" } else { "" }, value.abs() / 100, value.abs() % 100),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evaluation::GainRow;
    use domain::evaluation::class_test::AnswerKey;
    use domain::evaluation::items::analyse;

    #[test]
    fn both_definitions_stand_in_the_head_and_dashes_where_there_is_nothing() {
        let row = |gain: Option<i32>, word: Option<&str>| GainRow {
            enrolment: uuid::Uuid::nil().into(),
            name: "Ani".to_owned(),
            nip: "198001012005011001".to_owned(),
            pre: Score::parse("60").ok(),
            post: None,
            gain,
            word: word.map(str::to_owned),
        };
        let gains = GainView {
            rows: vec![row(Some(-125), Some("rendah")), row(None, None)],
            both: 1,
            pre_mean: Score::parse("60").ok(),
            post_mean: Score::parse("55").ok(),
            mean_of_gains: Some(-125),
            mean_word: Some("rendah".to_owned()),
            gain_of_means: None,
            means_word: None,
        };
        let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 2).unwrap_or_default();
        let values: Vec<String> = headline(&day, &day, &gains).into_iter().map(|(_, value)| value).collect();
        assert_eq!(values[1..], ["1 dari 2", "60,00", "55,00", "-0,125 (rendah)", "-"]);
        let table = people(&gains);
        assert_eq!(table.rows[0][3..], ["60,00", "-", "-0,125", "rendah"]);
        assert_eq!(table.rows[1][5..], ["-", "-"]);
    }

    #[test]
    fn every_question_has_its_line() {
        let key = AnswerKey::parse("AB").unwrap_or_default();
        let view = TestView {
            stage: Stage::Post,
            key: "AB".to_owned(),
            questions: 2,
            takers: 3,
            rows: Vec::new(),
            analysis: analyse(&key, &["AB", "AA", "-A"]),
            editable: true,
        };
        let table = items(&view);
        assert_eq!(table.caption, "Analisis butir post-test (3 peserta)");
        let wanted = [
            ["1", "A", "2", "0,67", "sedang", "1,00", "sangat baik", "2", "0", "0", "0", "0", "1"],
            ["2", "B", "1", "0,33", "sedang", "1,00", "sangat baik", "2", "1", "0", "0", "0", "0"],
        ];
        assert_eq!(table.rows, wanted);
        assert_eq!(table.columns.len(), wanted[0].len());
    }
}
