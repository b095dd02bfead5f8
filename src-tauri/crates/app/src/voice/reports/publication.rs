//! One page for the public.

use super::results::{answered, period, respondents};
use super::{Office, or_dash};
use crate::Result;
use crate::voice::surveys::{ProfileGroup, SurveyView};
use documents::report::{Bar, Bars, Figure, Report, drawable};
use domain::voice::result::ElementResult;

/// Words of a group of respondents at the most; the others are counted together, so that the page stays one.
const MOST_WORDS: usize = 8;

pub(super) fn publication(office: &Office, view: &SurveyView) -> Result<Report> {
    let ikm = answered(view)?;
    let result = &view.result;
    let mut facts = vec![("Periode".to_owned(), period(view)), ("Responden".to_owned(), respondents(view))];
    let told = |title: &str| view.profile.iter().find(|group| group.title == title);
    for title in ["Jenis kelamin", "Pendidikan"] {
        facts.extend(told(title).map(|group| (title.to_owned(), counted(group))));
    }
    let bar = |element: &ElementResult| Bar {
        label: element.title.clone(),
        value: or_dash(element.nrr),
        // Of 400 hundredths, the best mark.
        length: element.nrr.and_then(|nrr| u16::try_from(nrr * 1_000 / 400).ok()).unwrap_or(0),
        marked: element.lowest,
    };
    Ok(Report {
        letterhead: office.head.clone(),
        title: "INDEKS KEPUASAN MASYARAKAT (IKM)".to_owned(),
        subtitle: vec![view.row.unit_path.clone(), view.survey.name.clone()],
        figure: Some(Figure {
            label: "NILAI IKM".to_owned(),
            value: ikm.local(),
            meaning: format!("Mutu {}: {}", result.letter, result.band),
        }),
        facts,
        bars: Some(Bars {
            caption: "Nilai per unsur pelayanan (1 sampai 4)".to_owned(),
            bars: result.elements.iter().map(bar).collect(),
            legend: "Warna lain: tiga unsur terendah, yang kami perbaiki lebih dahulu.".to_owned(),
        }),
        notes: vec![
            "Survei ini mengikuti Peraturan Menteri PANRB Nomor 14 Tahun 2017. Terima kasih atas penilaian Anda; masukan \
             Anda bermanfaat untuk perbaikan pelayanan kami."
                .to_owned(),
        ],
        signature: office.signature(),
        ..Report::default()
    })
}

/// `Laki-laki 21, Perempuan 19`; a group without anybody is left out.
fn counted(group: &ProfileGroup) -> String {
    let mut counts: Vec<String> =
        group.rows.iter().take(MOST_WORDS).map(|row| format!("{} {}", drawable(&row.label), row.respondents)).collect();
    let others: u32 = group.rows.iter().skip(MOST_WORDS).map(|row| row.respondents).sum();
    if others > 0 {
        counts.push(format!("lainnya {others}"));
    }
    counts.join(", ")
}
