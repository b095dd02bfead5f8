//! Papers of the room: letters for the mentors, forms and logs of pairs, pairs with reasons, load of the mentors.

use super::meetings::MeetingRow;
use super::pairs::PairView;
use crate::certificates::kept_pictures;
use crate::classes::suggested_name;
use crate::files::{file_name, write_whole};
use crate::{App, Result};
use chrono::NaiveDate;
use documents::report::{CellAlign, Column, ColumnWidth, Report, ReportPaper, ReportTable, reports_pdf};
use domain::certificates::content::Signatory;
use domain::ids::{ClassId, EnrolmentId, MentorId, PairId};
use domain::indonesian;
use domain::mentoring::pair::Judgement;
use domain::people::nip;
use domain::refusal::{Code, Refusal};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::BTreeSet;
use std::path::Path;
use store::classes::enrolment::Member;
use store::mentoring::parties::Parties;

/// Height of a row of the paper form, in millimetres: room for three lines by hand.
const FORM_ROW: u16 = 21;

/// What a letter (surat penugasan) says beyond the pairs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct LetterOptions {
    /// Number; empty leaves a dotted line for writing it in.
    pub number: String,
    /// Day of the letter.
    pub date: NaiveDate,
}

/// A paper of the room.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum MentoringReport {
    /// An empty form in which a pair writes its log by hand.
    LogForm {
        /// The pair.
        pair: PairId,
    },
    /// The log of a pair.
    Log {
        /// The pair.
        pair: PairId,
    },
    /// The running pairs of a class with their reasons.
    Pairs {
        /// The class.
        class: ClassId,
    },
    /// How many participants each mentor has.
    Load,
    /// One letter for each mentor with running pairs in a class.
    Letters {
        /// The class.
        class: ClassId,
        /// What the letters say beyond the pairs.
        options: LetterOptions,
    },
}

/// Makes a paper.
///
/// # Errors
/// [`Code::NotFound`]; [`Code::NotAllowed`] when there is nothing to print or nobody to sign; the office is not set up;
/// what drawing refuses.
pub fn report_pdf(app: &App, report: &MentoringReport) -> Result<Vec<u8>> {
    let office = Letterhead::of(app)?;
    match report {
        MentoringReport::LogForm { pair } => draw(app, &log_form(app, &office, *pair)?),
        MentoringReport::Log { pair } => draw(app, &log(app, &office, *pair)?),
        MentoringReport::Pairs { class } => draw(app, &pair_list(app, &office, *class)?),
        MentoringReport::Load => draw(app, &super::load::load(app, office.head)?),
        MentoringReport::Letters { class, options } => {
            let letters = super::letters::letters(app, *class, options)?;
            reports_pdf("Surat Penugasan Mentor", &letters, &kept_pictures(app))
        }
    }
}

fn draw(app: &App, report: &Report) -> Result<Vec<u8>> {
    documents::report::report_pdf(report, &kept_pictures(app))
}

/// What every paper takes from the office.
struct Letterhead {
    head: domain::certificates::content::Letterhead,
    city: String,
    today: NaiveDate,
}

impl Letterhead {
    fn of(app: &App) -> Result<Self> {
        let profile = crate::office::require_profile(app)?;
        Ok(Self { head: profile.letterhead(), city: profile.city, today: app.today() })
    }
}

/// The name that the dialog for saving a paper offers.
///
/// # Errors
/// [`Code::NotFound`].
pub fn report_name(app: &App, report: &MentoringReport) -> Result<String> {
    let of_pair = |what: &str, pair: PairId| -> Result<String> {
        let row = super::pairs::pair(app, pair)?.row;
        Ok(file_name(&format!("{what} {}", row.mentee), "pdf"))
    };
    match report {
        MentoringReport::LogForm { pair } => of_pair("Lembar Konsultasi Mentoring", *pair),
        MentoringReport::Log { pair } => of_pair("Catatan Mentoring", *pair),
        MentoringReport::Pairs { class } => suggested_name(app, *class, "Pasangan Mentor", "pdf"),
        MentoringReport::Load => Ok(file_name(&format!("Beban Mentor {}", app.today()), "pdf")),
        MentoringReport::Letters { class, .. } => suggested_name(app, *class, "Surat Penugasan Mentor", "pdf"),
    }
}

/// Writes a paper to a file.
///
/// # Errors
/// As [`report_pdf`]; [`Code::FileAccess`] naming the file.
pub fn save_report(app: &App, report: &MentoringReport, path: &Path) -> Result<()> {
    let bytes = report_pdf(app, report)?;
    write_whole(path, |file| {
        file.write_all(&bytes).map_err(|error| {
            Refusal::new(Code::FileAccess, format!("Berkas {} tidak dapat ditulis ({error}).", path.display()))
        })
    })
}

pub(super) fn column(heading: &str, width: ColumnWidth, align: CellAlign) -> Column {
    Column { heading: heading.to_owned(), width, align }
}

/// Label and value, one for each value that is not empty.
pub(super) fn facts(lines: &[(&str, &str)]) -> Vec<(String, String)> {
    let filled = lines.iter().filter(|(_, value)| !value.is_empty());
    filled.map(|(label, value)| ((*label).to_owned(), (*value).to_owned())).collect()
}

fn who(parties: &Parties) -> Vec<(String, String)> {
    let (mentor, mentee) = (&parties.mentor, &parties.mentee);
    facts(&[
        ("Nama mentor", &mentor.name),
        ("NIP mentor", &nip::printed(&mentor.nip)),
        ("Jabatan mentor", &mentor.position),
        ("Nama peserta", &mentee.name),
        ("NIP peserta", &nip::printed(&mentee.nip)),
        ("Jabatan peserta", &mentee.position),
        ("Unit kerja peserta", &mentee.unit),
    ])
}

/// A pair with everything that its papers say.
fn load_pair(app: &App, id: PairId) -> Result<(PairView, Parties)> {
    let gone = || Refusal::new(Code::NotFound, "Pasangan ini sudah tidak ada.");
    Ok(app.store.read(|read| {
        let view = super::pairs::view(read, id, app.today())?;
        Ok((view, store::mentoring::parties::get(read, id)?.ok_or_else(gone)?))
    })?)
}

fn of_class(view: &PairView) -> Vec<String> {
    vec![view.row.programme_name.clone(), view.row.class_name.clone()]
}

fn log_form(app: &App, office: &Letterhead, id: PairId) -> Result<Report> {
    let (view, parties) = load_pair(app, id)?;
    let table = ReportTable {
        columns: vec![
            column("No", ColumnWidth::Fixed(9.0), CellAlign::Centre),
            column("Tanggal", ColumnWidth::Fixed(23.0), CellAlign::Centre),
            column("Uraian konsultasi/catatan", ColumnWidth::Share(5), CellAlign::Left),
            column("Tindak lanjut", ColumnWidth::Share(3), CellAlign::Left),
            column("Paraf mentor", ColumnWidth::Fixed(20.0), CellAlign::Centre),
            column("Paraf peserta", ColumnWidth::Fixed(20.0), CellAlign::Centre),
        ],
        blank_rows: Some(FORM_ROW),
        ..ReportTable::default()
    };
    Ok(Report {
        letterhead: office.head.clone(),
        title: "LEMBAR KONSULTASI MENTORING".to_owned(),
        subtitle: of_class(&view),
        facts: who(&parties),
        tables: vec![table],
        ..Report::default()
    })
}

fn log(app: &App, office: &Letterhead, id: PairId) -> Result<Report> {
    let (view, parties) = load_pair(app, id)?;
    let row = &view.row;
    let mut headline = who(&parties);
    let ending = row.ending.map_or("", |ending| ending.sentence());
    let lasted = match row.ends {
        Some(ends) => format!("{}, {ending}", indonesian::date_range(row.starts, ends)),
        None => format!("sejak {}", indonesian::date(row.starts)),
    };
    headline.extend(facts(&[("Masa pendampingan", &lasted), ("Catatan akhir", &view.ending_note)]));
    let mut tables = vec![meeting_table(&view)];
    if !view.judgements.is_empty() {
        tables.push(judgement_table(&view));
    }
    let note = |(at, row): (usize, &MeetingRow)| format!("Pertemuan {}: {}", at + 1, row.jp_note);
    let mentor = &parties.mentor;
    let signer = Signatory {
        name: mentor.name.clone(),
        nip: mentor.nip.clone(),
        position: "Mentor".to_owned(),
        rank: String::new(),
    };
    Ok(Report {
        letterhead: office.head.clone(),
        title: "CATATAN MENTORING".to_owned(),
        subtitle: of_class(&view),
        facts: headline,
        tables,
        notes: view.meetings.iter().enumerate().filter(|(_, row)| !row.jp_note.is_empty()).map(note).collect(),
        signature: Some((format!("{}, {}", office.city, indonesian::date(office.today)), signer)),
        ..Report::default()
    })
}

fn meeting_table(view: &PairView) -> ReportTable {
    let signed = |yes: bool| if yes { "sudah" } else { "belum" }.to_owned();
    let row = |(at, row): (usize, &MeetingRow)| {
        let meeting = &row.meeting;
        let text = [meeting.topic.as_str(), &meeting.notes];
        let text: Vec<&str> = text.into_iter().filter(|part| !part.is_empty()).collect();
        vec![
            (at + 1).to_string(),
            meeting.date.format("%d/%m/%Y").to_string(),
            text.join("\n"),
            meeting.next_step.clone(),
            row.jp.to_string(),
            signed(meeting.confirmed_mentor),
            signed(meeting.confirmed_mentee),
        ]
    };
    let total = ["", "", "Jumlah", "", &view.row.jp.to_string(), "", ""];
    ReportTable {
        caption: format!("Pertemuan ({})", view.meetings.len()),
        columns: vec![
            column("No", ColumnWidth::Fixed(9.0), CellAlign::Centre),
            column("Tanggal", ColumnWidth::Fixed(22.0), CellAlign::Centre),
            column("Uraian konsultasi/catatan", ColumnWidth::Share(6), CellAlign::Left),
            column("Tindak lanjut", ColumnWidth::Share(3), CellAlign::Left),
            column("JP", ColumnWidth::Fixed(10.0), CellAlign::Right),
            column("Paraf mentor", ColumnWidth::Fixed(16.0), CellAlign::Centre),
            column("Paraf peserta", ColumnWidth::Fixed(16.0), CellAlign::Centre),
        ],
        rows: view.meetings.iter().enumerate().map(row).collect(),
        total: (!view.meetings.is_empty()).then(|| total.map(str::to_owned).to_vec()),
        ..ReportTable::default()
    }
}

fn judgement_table(view: &PairView) -> ReportTable {
    let row = |judgement: &Judgement| {
        vec![
            judgement.stage.word().to_owned(),
            judgement.side.word().to_owned(),
            judgement.date.format("%d/%m/%Y").to_string(),
            judgement.score.local(),
            judgement.note.clone(),
        ]
    };
    ReportTable {
        caption: "Penilaian".to_owned(),
        columns: vec![
            column("Tahap", ColumnWidth::Fixed(18.0), CellAlign::Left),
            column("Oleh", ColumnWidth::Fixed(20.0), CellAlign::Left),
            column("Tanggal", ColumnWidth::Fixed(23.0), CellAlign::Centre),
            column("Nilai", ColumnWidth::Fixed(18.0), CellAlign::Right),
            column("Catatan", ColumnWidth::Share(1), CellAlign::Left),
        ],
        rows: view.judgements.iter().map(row).collect(),
        ..ReportTable::default()
    }
}

fn pair_list(app: &App, office: &Letterhead, class: ClassId) -> Result<Report> {
    let (stored, running, members, settings, signatory) = app.store.read(|read| {
        Ok((
            crate::classes::stored(read, class)?,
            store::mentoring::parties::running(read, class)?,
            store::classes::enrolment::members(read, class)?,
            store::mentoring::pairs::settings(read, class)?.unwrap_or_default(),
            crate::classes::signatory_on(read, office.today)?,
        ))
    })?;
    if running.is_empty() {
        return Err(super::letters::nothing(&crate::classes::title(&stored)));
    }
    let paired: BTreeSet<EnrolmentId> = running.iter().map(|pair| pair.enrolment).collect();
    let alone: Vec<&Member> = members
        .iter()
        .filter(|member| member.is_participant() && member.withdrawn.is_empty() && !paired.contains(&member.id))
        .collect();
    let mentors: BTreeSet<MentorId> = running.iter().map(|pair| pair.mentor_id).collect();
    let numbers = format!("{} pasangan, {} mentor", running.len(), mentors.len());
    let highest = indonesian::thousands(usize::try_from(settings.weights.highest()).unwrap_or(0));
    let mut tables = vec![pair_table(&running)];
    if !alone.is_empty() {
        tables.push(alone_table(&alone));
    }
    Ok(Report {
        paper: ReportPaper::A4Landscape,
        letterhead: office.head.clone(),
        title: "DAFTAR PASANGAN MENTOR DAN PESERTA".to_owned(),
        subtitle: vec![stored.programme_name.clone(), stored.class.name.clone()],
        facts: facts(&[
            ("Waktu", &indonesian::date_range(stored.class.starts, stored.class.ends)),
            ("Pasangan berjalan", &numbers),
        ]),
        tables,
        notes: vec![format!("Nilai pasangan yang sempurna menurut bobot kelas hari ini: {highest}.")],
        signature: (!signatory.name.is_empty())
            .then(|| (format!("{}, {}", office.city, indonesian::date(office.today)), signatory)),
        ..Report::default()
    })
}

/// A name with the NIP under it, for a cell.
pub(super) fn named(name: &str, number: &str) -> String {
    if number.is_empty() { name.to_owned() } else { format!("{name}\nNIP {}", nip::printed(number)) }
}

fn pair_table(running: &[Parties]) -> ReportTable {
    let row = |(at, pair): (usize, &Parties)| {
        let score = pair.score.and_then(|score| usize::try_from(score).ok());
        vec![
            (at + 1).to_string(),
            named(&pair.mentee.name, &pair.mentee.nip),
            pair.mentee.unit.clone(),
            named(&pair.mentor.name, &pair.mentor.nip),
            pair.starts.format("%d/%m/%Y").to_string(),
            score.map_or_else(|| "-".to_owned(), indonesian::thousands),
            pair.reason.clone(),
        ]
    };
    ReportTable {
        columns: vec![
            column("No", ColumnWidth::Fixed(9.0), CellAlign::Right),
            column("Peserta", ColumnWidth::Share(5), CellAlign::Left),
            column("Unit kerja", ColumnWidth::Share(6), CellAlign::Left),
            column("Mentor", ColumnWidth::Share(5), CellAlign::Left),
            column("Mulai", ColumnWidth::Fixed(22.0), CellAlign::Centre),
            column("Nilai", ColumnWidth::Fixed(15.0), CellAlign::Right),
            column("Alasan", ColumnWidth::Share(6), CellAlign::Left),
        ],
        rows: running.iter().enumerate().map(row).collect(),
        ..ReportTable::default()
    }
}

fn alone_table(alone: &[&Member]) -> ReportTable {
    let row = |(at, member): (usize, &&Member)| {
        vec![(at + 1).to_string(), member.full_name.clone(), nip::printed(&member.nip), member.unit.clone()]
    };
    ReportTable {
        caption: format!("Peserta tanpa mentor ({})", alone.len()),
        columns: vec![
            column("No", ColumnWidth::Fixed(9.0), CellAlign::Right),
            column("Nama", ColumnWidth::Share(1), CellAlign::Left),
            column("NIP", ColumnWidth::Fixed(41.0), CellAlign::Left),
            column("Unit kerja", ColumnWidth::Share(1), CellAlign::Left),
        ],
        rows: alone.iter().enumerate().map(row).collect(),
        ..ReportTable::default()
    }
}
