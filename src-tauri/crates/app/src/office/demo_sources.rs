//! Sources of evidence of the demo office: a survey, ratings by superiors, a test, an interview, a focus group, a
//! readiness check with coaching. Invented, the same every time.

use crate::{App, Result};
use chrono::{Datelike, Days, NaiveDate};
use domain::evaluation::instrument::{Instrument, SheetAnswers};
use domain::ids::{CompetencyId, InquiryId, PersonId, UnitId};
use domain::needs::Competency;
use domain::needs::coaching::Coaching;
use domain::needs::group::GroupFinding;
use domain::needs::inquiry::{Inquiry, InquiryKind};
use domain::needs::survey::SurveyForm;
use domain::safety::Op;
use std::collections::BTreeMap;
use store::Tx;
use store::needs::finding::Finding;
use store::needs::{coaching, finding, inquiry};
use store::people::UnitTree;

const CIVIL: &str = "DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL";
const HEALTH: &str = "DINAS KESEHATAN";
const HALL: &str = "SEKRETARIAT DAERAH";

/// What the focus group found: competency, position (empty: everybody), level and words.
const FOUND: [(&str, &str, Option<u16>, &str); 3] = [
    ("Komunikasi", "", Some(200), "Petugas loket belum terbiasa menjelaskan alur rujukan dengan kata yang mudah."),
    ("Pelayanan publik", "", Some(250), "Keluhan diselesaikan sendiri-sendiri tanpa pencatatan."),
    ("Mengelola perubahan", "", None, "Aplikasi antrean baru dipakai setengah hari karena belum dikuasai."),
];

/// What everything here is written with.
struct Scene<'a, 'b> {
    tx: &'a Tx<'b>,
    today: NaiveDate,
    tree: UnitTree,
    competencies: Vec<Competency>,
}

pub(super) fn init(app: &App) -> Result<()> {
    let today = app.today();
    app.store.write(&app.actor()?, Op::new("office.demo", "Siapkan sumber bukti kebutuhan contoh"), |tx| {
        let competencies: Vec<Competency> =
            store::needs::competencies(tx)?.into_iter().map(|(competency, _)| competency).collect();
        let scene = Scene { tx, today, tree: UnitTree::read(tx)?, competencies };
        scene.survey()?;
        scene.levels(InquiryKind::Superior, "Penilaian atasan", HALL, (70, 24), 3)?;
        scene.levels(InquiryKind::Superior, "Penilaian atasan layanan", CIVIL, (40, 16), 2)?;
        scene.levels(InquiryKind::Test, "Asesmen pengawas dan pelaksana", CIVIL, (200, 10), 0)?;
        scene.levels(InquiryKind::Interview, "Wawancara petugas loket", HEALTH, (32, 4), 1)?;
        scene.group()?;
        scene.readiness()
    })?;
    Ok(())
}

impl Scene<'_, '_> {
    fn unit(&self, name: &str) -> Option<UnitId> {
        self.tree.find(&[name.to_owned()])
    }

    /// A new inquiry some days ago; none in an office without the unit.
    fn inquiry(&self, kind: InquiryKind, name: &str, unit: &str, age: u64) -> store::Result<Option<InquiryId>> {
        let Some(unit) = self.unit(unit) else { return Ok(None) };
        let held_on = self.today - Days::new(age);
        let rule = store::office::rules(self.tx, held_on)?.needs;
        let inquiry = Inquiry {
            id: None,
            kind,
            name: format!("{name} {}", held_on.year()),
            held_on,
            unit: Some(unit),
            weight: kind.source().map_or(0, |source| rule.source(source).weight),
            participants: "Pengelola kepegawaian unit dan BKPSDM".to_owned(),
            note: String::new(),
        };
        inquiry::save(self.tx, &inquiry).map(Some)
    }

    /// The first people of a unit, by name.
    fn people(&self, unit: &str, number: usize) -> store::Result<Vec<PersonId>> {
        let rows = crate::needs::people_asked(self.tx, self.unit(unit), &[])?;
        Ok(rows.into_iter().take(number).map(|row| row.id).collect())
    }

    fn named(&self, name: &str) -> Option<CompetencyId> {
        self.competencies.iter().find(|competency| competency.name == name).and_then(|competency| competency.id)
    }

    /// Everybody's own view of what posts require, kinder than others'.
    fn survey(&self) -> store::Result<()> {
        let Some(id) = self.inquiry(InquiryKind::Survey, "Survei kebutuhan kompetensi", CIVIL, 55)? else {
            return Ok(());
        };
        let form = SurveyForm::survey(crate::needs::own_assessment(&self.competencies))?;
        inquiry::save_form(self.tx, id, &form)?;
        for (at, person) in self.people(CIVIL, 18)?.into_iter().enumerate() {
            let answers = answers(&form.instruments, |item| 2 + (at * 5 + item * 2 + at * item) % 3);
            crate::needs::keep_sheet(self.tx, id, &form, person, &answers)?;
        }
        Ok(())
    }

    /// Levels of the first people of a unit in the managerial competencies; `shift` makes sources differ.
    fn levels(
        &self,
        kind: InquiryKind,
        name: &str,
        unit: &str,
        (age, number): (u64, usize),
        shift: usize,
    ) -> store::Result<()> {
        let Some(id) = self.inquiry(kind, name, unit, age)? else { return Ok(()) };
        let note = if kind == InquiryKind::Interview { "Perlu latihan langsung di loket." } else { "" };
        for (at, person) in self.people(unit, number)?.into_iter().enumerate() {
            for (place, competency) in self.competencies.iter().filter_map(|one| one.id).take(9).enumerate() {
                let half = if kind == InquiryKind::Test { 50 * ((at + place) % 2) } else { 0 };
                let level = 100 * (1 + (at * 7 + place * 5 + shift) % 3) + half;
                let level = u16::try_from(level).unwrap_or(100);
                finding::save(self.tx, id, person, competency, &Finding { level, note: note.to_owned() })?;
            }
        }
        Ok(())
    }

    fn group(&self) -> store::Result<()> {
        let Some(id) = self.inquiry(InquiryKind::FocusGroup, "FGD layanan kesehatan", HEALTH, 25)? else {
            return Ok(());
        };
        let lines: Vec<GroupFinding> = FOUND
            .iter()
            .map(|(competency, position, level, text)| GroupFinding {
                id: None,
                unit: self.unit(HEALTH),
                position: (*position).to_owned(),
                competency: self.named(competency),
                level: *level,
                text: (*text).to_owned(),
            })
            .collect();
        finding::save_groups(self.tx, id, &lines)
    }

    /// Sheets of a check; who is low on digital readiness is coached, one of them has been.
    fn readiness(&self) -> store::Result<()> {
        let Some(id) = self.inquiry(InquiryKind::Readiness, "Kesiapan belajar", CIVIL, 20)? else { return Ok(()) };
        let rule = store::office::rules(self.tx, self.today)?.readiness;
        let form = SurveyForm::readiness(&rule);
        inquiry::save_form(self.tx, id, &form)?;
        let mut coached = 0_u64;
        for (at, person) in self.people(CIVIL, 14)?.into_iter().enumerate() {
            let answers = answers(&form.instruments, |item| 1 + (at * 3 + item * 2) % 5);
            crate::needs::keep_sheet(self.tx, id, &form, person, &answers)?;
            for (side, score) in form.dimensions.iter().zip(form.readiness_scores(&answers)).take(1) {
                if !score.low {
                    continue;
                }
                let coaching = Coaching {
                    id: None,
                    inquiry: id,
                    person,
                    dimension: side.id.clone(),
                    timing: side.timing,
                    coach: side.coach.clone(),
                    due: Some(self.today - Days::new(2) + Days::new(9 * coached)),
                    done_on: (coached == 1).then(|| self.today - Days::new(5)),
                    note: String::new(),
                };
                coaching::save(self.tx, &coaching)?;
                coached += 1;
            }
        }
        Ok(())
    }
}

/// A sheet with marks from 1 to 5, by the place of the item.
fn answers(instruments: &[Instrument], mark: impl Fn(usize) -> usize) -> SheetAnswers {
    let items = instruments.iter().flat_map(Instrument::marked).enumerate();
    let marks: BTreeMap<String, u8> =
        items.map(|(at, item)| (item.id.clone(), u8::try_from(mark(at)).unwrap_or(1))).collect();
    SheetAnswers { marks, comments: BTreeMap::new() }
}
