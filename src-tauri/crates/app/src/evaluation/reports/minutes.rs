//! The results of a class on paper: the minutes (berita acara) with what the results rest on, and the ranking.

mod tables;

use crate::classes::recap_signature;
use crate::evaluation::corrections::{Correction, listed};
use crate::evaluation::facts::ClassFacts;
use crate::evaluation::results::{bands, summary};
use crate::{App, Result};
use documents::report::{Report, ReportPaper};
use domain::evaluation::{ParticipantOutcome, Scheme};
use domain::ids::ClassId;
use domain::indonesian;
use domain::office::Profile;
use domain::refusal::{Code, Refusal};
use domain::score::Score;
use store::classes::enrolment::Member;
use tables::{attendance_results, basis, corrected, failed, ranking_table, repeating, result_table};

/// A class ready for printing.
struct Printed {
    facts: ClassFacts,
    corrections: Vec<Correction>,
    profile: Profile,
    today: chrono::NaiveDate,
}

impl Printed {
    fn load(app: &App, class: ClassId) -> Result<Self> {
        let profile = crate::office::require_profile(app)?;
        let (facts, corrections) = app.store.read(|read| Ok((ClassFacts::load(read, class)?, listed(read, class)?)))?;
        if facts.participants.is_empty() {
            let message = "Kelas ini belum mempunyai peserta, jadi belum ada hasil yang dapat dicetak.";
            return Err(Refusal::new(Code::NotAllowed, message));
        }
        Ok(Self { facts, corrections, profile, today: app.today() })
    }

    fn people(&self) -> impl Iterator<Item = (&Member, &ParticipantOutcome)> {
        self.facts.participants.iter().zip(&self.facts.outcomes)
    }

    /// Who has a place, the best first; equal places in the order of enrolment.
    fn ranked(&self) -> Vec<(&Member, &ParticipantOutcome)> {
        let mut ranked: Vec<_> = self.people().filter(|(_, outcome)| outcome.place.is_some()).collect();
        ranked.sort_by_key(|(_, outcome)| outcome.place);
        ranked
    }

    /// What both papers have: letterhead, class, signature.
    fn paper(&self, title: &str) -> Report {
        let stored = &self.facts.stored;
        let changed = self.corrections.iter().map(|correction| correction.date).max();
        let state = if self.facts.is_frozen() { "" } else { " (SEMENTARA)" };
        Report {
            paper: ReportPaper::A4Landscape,
            letterhead: self.profile.letterhead(),
            title: format!("{title}{state}"),
            subtitle: vec![stored.programme_name.clone(), stored.class.name.clone()],
            signature: recap_signature(&self.facts, &self.profile.city, self.today, changed),
            ..Report::default()
        }
    }
}

/// The minutes of a class. While it is open they say that the results are not final.
pub(super) fn minutes(app: &App, class: ClassId) -> Result<Report> {
    let printed = Printed::load(app, class)?;
    let scheme = &printed.facts.scheme;
    let mut tables = Vec::new();
    if !scheme.components.is_empty() {
        tables.push(basis(&scheme.components));
        tables.push(result_table(&printed));
    }
    tables.extend(attendance_results(&printed));
    tables.extend(repeating(&printed));
    tables.extend(failed(&printed));
    tables.extend(corrected(&printed.corrections));
    Ok(Report {
        opening: vec![opening(&printed)],
        facts: headline(&printed),
        paragraphs: rules(scheme),
        tables,
        notes: notes(&printed),
        ..printed.paper("BERITA ACARA HASIL PENILAIAN")
    })
}

/// The participants of a class by their places; the five best are marked.
pub(super) fn ranking(app: &App, class: ClassId) -> Result<Report> {
    let printed = Printed::load(app, class)?;
    let ranked = printed.ranked();
    if ranked.is_empty() {
        let message = "Belum ada peserta dengan nilai akhir, jadi belum ada peringkat.";
        return Err(Refusal::new(Code::NotAllowed, message));
    }
    let mut notes =
        vec!["Nilai akhir yang sama mendapat peringkat yang sama; peringkat berikutnya dilewati.".to_owned()];
    notes.extend(provisional(&printed.facts));
    Ok(Report {
        facts: headline(&printed),
        tables: vec![ranking_table(&ranked)],
        notes,
        ..printed.paper("PERINGKAT PESERTA")
    })
}

fn opening(printed: &Printed) -> String {
    let class = &printed.facts.stored.class;
    let what = format!("{} {}", printed.facts.stored.programme_name, class.name);
    if printed.facts.is_frozen() {
        format!("Dengan ini ditetapkan hasil penilaian peserta {what} sebagai berikut.")
    } else {
        format!("Hasil penilaian sementara peserta {what} adalah sebagai berikut.")
    }
}

fn headline(printed: &Printed) -> Vec<(String, String)> {
    let facts = &printed.facts;
    let class = &facts.stored.class;
    let summary = summary(facts);
    let jp: u32 = facts.sessions.iter().map(|session| session.jp).sum();
    let people =
        format!("{} orang: {} lulus, {} tidak lulus", facts.participants.len(), summary.passed, summary.failed);
    let scores = match (summary.mean, summary.highest, summary.lowest) {
        (Some(mean), Some(highest), Some(lowest)) => {
            format!("rata-rata {}, tertinggi {}, terendah {}", mean.local(), highest.local(), lowest.local())
        }
        (_, _, _) => String::new(),
    };
    let counts = bands(facts).into_iter().filter(|band| band.people > 0);
    let counts: Vec<String> = counts.map(|band| format!("{} {}", band.name, band.people)).collect();
    let lines = [
        ("Penyelenggara", class.organiser.clone()),
        ("Tempat", class.place.clone()),
        ("Waktu", indonesian::date_range(class.starts, class.ends)),
        ("Sesi", format!("{} sesi, {jp} JP", facts.sessions.len())),
        ("Peserta", people),
        ("Nilai akhir", scores),
        ("Predikat", counts.join(", ")),
    ];
    let filled = lines.into_iter().filter(|(_, value)| !value.is_empty());
    filled.map(|(label, value)| (label.to_owned(), value)).collect()
}

/// What the results rest on, in words, so that they can be computed again.
fn rules(scheme: &Scheme) -> Vec<String> {
    let attendance = format!("kehadiran paling sedikit {}% dari seluruh JP", scheme.minimum_attendance);
    if scheme.components.is_empty() {
        return vec![format!("Lulus dengan {attendance}.")];
    }
    let mut rules = vec![format!(
        "Lulus dengan {attendance} dan nilai akhir paling rendah {}. Nilai akhir adalah jumlah nilai komponen kali \
         bobotnya dibagi 100, dihitung tepat dan dibulatkan satu kali di akhir menjadi dua angka di belakang koma, \
         setengah dibulatkan menjauhi nol.",
        scheme.pass_mark.local()
    )];
    if !scheme.bands.is_empty() {
        let mut above: Option<Score> = None;
        let bands = scheme.bands.iter().map(|band| {
            let text = match above {
                None => format!("{} sampai {}", band.name, band.upper.local()),
                Some(lower) => format!("{} di atas {} sampai {}", band.name, lower.local(), band.upper.local()),
            };
            above = Some(band.upper);
            text
        });
        rules.push(format!("Predikat dari nilai yang sudah dibulatkan: {}.", bands.collect::<Vec<_>>().join("; ")));
    }
    if let Some(remedial) = scheme.remedial {
        rules.push(format!(
            "Remedial bagi nilai akhir {} sampai di bawah {}: komponen yang diulang bernilai paling tinggi {}, dan tidak \
             pernah di bawah nilai semula.",
            remedial.lowest.local(),
            scheme.pass_mark.local(),
            remedial.ceiling.local()
        ));
    }
    rules
}

fn provisional(facts: &ClassFacts) -> Option<String> {
    (!facts.is_frozen()).then(|| "Hasil sementara: kelas belum ditutup.".to_owned())
}

fn notes(printed: &Printed) -> Vec<String> {
    let mut notes = Vec::new();
    if !printed.facts.scheme.components.is_empty() {
        notes.push(
            "Nilai kelompok adalah rata-rata tertimbang komponennya, dibulatkan hanya untuk ditampilkan. Nilai akhir \
             yang sama mendapat peringkat yang sama; peringkat berikutnya dilewati."
                .to_owned(),
        );
    }
    notes.extend(provisional(&printed.facts));
    notes
}
