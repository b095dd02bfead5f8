//! Letters (surat penugasan) for the mentors of a class.

use super::reports::{LetterOptions, column, facts, named};
use crate::{App, Result};
use documents::report::{CellAlign, ColumnWidth, PageNumbers, Report, ReportTable};
use domain::career::{JpScope, MENTORING, rate};
use domain::certificates::content::Signatory;
use domain::ids::{ClassId, MentorId};
use domain::indonesian;
use domain::people::nip;
use domain::people::rank::Rank;
use domain::refusal::{Code, Refusal};
use std::collections::BTreeMap;
use store::classes::class::Stored;
use store::mentoring::parties::{Parties, Party};

/// Where a number is written by hand.
const DOTS: &str = "........................................";

/// The refusal that a class has no running pairs.
pub(super) fn nothing(class: &str) -> Refusal {
    let message = format!("{class} belum mempunyai pasangan yang berjalan. Setujui pasangan mentor kelas itu dahulu.");
    Refusal::new(Code::NotAllowed, message)
}

/// What all letters of a class share.
struct Common {
    stored: Stored,
    head: domain::certificates::content::Letterhead,
    office: String,
    dated: String,
    number: String,
    signatory: Signatory,
    duties: String,
}

/// One letter for each mentor with running pairs in the class, by the name of the mentor.
pub(super) fn letters(app: &App, class: ClassId, options: &LetterOptions) -> Result<Vec<Report>> {
    let profile = crate::office::require_profile(app)?;
    let (stored, running, in_force, rules) = app.store.read(|read| {
        Ok((
            crate::classes::stored(read, class)?,
            store::mentoring::parties::running(read, class)?,
            crate::classes::signatory_on(read, options.date)?,
            store::office::rules(read, options.date)?,
        ))
    })?;
    if running.is_empty() {
        return Err(nothing(&crate::classes::title(&stored)));
    }
    let signatory = if in_force.name.is_empty() { stored.class.signatory.clone() } else { in_force };
    if signatory.name.is_empty() {
        let message = format!(
            "Belum ada penandatangan yang berlaku pada {}. Isi penandatangan di profil kantor, lalu ulangi.",
            indonesian::date(options.date)
        );
        return Err(Refusal::new(Code::NotAllowed, message));
    }
    let number = options.number.trim();
    let common = Common {
        head: profile.letterhead(),
        office: profile.office,
        dated: format!("{}, {}", profile.city, indonesian::date(options.date)),
        number: format!("Nomor: {}", if number.is_empty() { DOTS } else { number }),
        signatory,
        duties: duties(&rules.jp_conversion),
        stored,
    };
    let mut by_mentor: BTreeMap<(String, MentorId), Vec<Parties>> = BTreeMap::new();
    for pair in running {
        by_mentor.entry((pair.mentor.name.to_uppercase(), pair.mentor_id)).or_default().push(pair);
    }
    Ok(by_mentor.into_values().filter_map(|pairs| letter(&common, &pairs)).collect())
}

fn duties(table: &[domain::career::JpRate]) -> String {
    let duties = "Mentor bertugas mendampingi peserta pada bidang yang dikembangkannya, bertemu secara berkala, mencatat \
                  setiap pertemuan pada lembar konsultasi yang diparaf mentor dan peserta, serta menilai peserta pada \
                  pertengahan dan akhir pendampingan.";
    let Some(rate) = rate(table, MENTORING, JpScope::National) else { return duties.to_owned() };
    let most =
        rate.times_a_month.map_or_else(String::new, |times| format!(", paling banyak {times} pertemuan sebulan"));
    format!("{duties} Setiap pertemuan diperhitungkan {} JP bagi peserta{most}.", rate.once())
}

fn letter(common: &Common, pairs: &[Parties]) -> Option<Report> {
    let mentor = &pairs.first()?.mentor;
    let class = &common.stored.class;
    let by = if class.organiser.eq_ignore_ascii_case(&common.office) {
        String::new()
    } else {
        format!(" oleh {}", class.organiser)
    };
    let opening = format!(
        "Berdasarkan penetapan pasangan mentor dan peserta {} {} yang diselenggarakan{by} di {} pada {}, {} menugaskan:",
        common.stored.programme_name,
        class.name,
        class.place,
        indonesian::date_range(class.starts, class.ends),
        common.office,
    );
    let since = pairs.iter().map(|pair| pair.starts).min()?;
    let lasts = format!(
        "Penugasan ini berlaku sejak {} sampai pendampingan selesai. Demikian surat penugasan ini dibuat untuk \
         dilaksanakan sebagaimana mestinya.",
        indonesian::date(since)
    );
    Some(Report {
        letterhead: common.head.clone(),
        title: "SURAT PENUGASAN MENTOR".to_owned(),
        subtitle: vec![common.number.clone()],
        opening: vec![opening],
        facts: facts(&[
            ("Nama", &mentor.name),
            ("NIP", &nip::printed(&mentor.nip)),
            ("Pangkat/Gol.", &printed_rank(mentor)),
            ("Jabatan", &mentor.position),
            ("Unit kerja", &mentor.unit),
        ]),
        paragraphs: vec!["sebagai mentor bagi peserta berikut:".to_owned()],
        tables: vec![participants(pairs)],
        notes: vec![common.duties.clone(), lasts],
        signature: Some((common.dated.clone(), common.signatory.clone())),
        numbers: PageNumbers::WhenSeveral,
        ..Report::default()
    })
}

fn printed_rank(party: &Party) -> String {
    Rank::parse(&party.rank).map_or_else(|_| party.rank.clone(), Rank::printed)
}

fn participants(pairs: &[Parties]) -> ReportTable {
    let row = |(at, pair): (usize, &Parties)| {
        let mentee = &pair.mentee;
        vec![
            (at + 1).to_string(),
            named(&mentee.name, &mentee.nip),
            mentee.rank.clone(),
            mentee.position.clone(),
            mentee.unit.clone(),
        ]
    };
    ReportTable {
        columns: vec![
            column("No", ColumnWidth::Fixed(9.0), CellAlign::Centre),
            column("Nama dan NIP", ColumnWidth::Share(5), CellAlign::Left),
            column("Pangkat/ Gol.", ColumnWidth::Fixed(18.0), CellAlign::Centre),
            column("Jabatan", ColumnWidth::Share(4), CellAlign::Left),
            column("Unit kerja", ColumnWidth::Share(5), CellAlign::Left),
        ],
        rows: pairs.iter().enumerate().map(row).collect(),
        ..ReportTable::default()
    }
}
