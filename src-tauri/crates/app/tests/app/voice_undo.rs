//! Whatever is done in the room, taking all of it back gives what was there before, and sums always follow the sheets.

use crate::classes_support::{Office, day};
use crate::undo_support::{at, depth, done_or_refused, runs, total};
use crate::voice::{complaint, sheet, survey, unit};
use app::voice::{self, AnswerQuery, ComplaintQuery, SurveyQuery};
use app::{Result, needs, people, safety};
use domain::ids::{CompetencyId, ComplaintId, ServiceId, SurveyId, UnitId};
use domain::needs::{Competency, CompetencyKind};
use domain::voice::complaint::Complaint;
use domain::voice::course::ComplaintState;
use domain::voice::result::Totals;
use domain::voice::survey::{Service, Survey};
use proptest::prelude::*;

/// One thing that somebody does; the numbers choose what it is done to.
#[derive(Debug, Clone, Copy)]
enum Step {
    SaveService(usize, usize),
    DeleteService(usize),
    SaveSurvey(usize, usize),
    DeleteSurvey(usize),
    SaveAnswer(usize, usize),
    DeleteAnswer(usize, usize),
    SaveComplaint(usize, usize),
    Walk(usize, usize),
    Link(usize, usize),
    DeleteComplaint(usize),
    SaveCompetency(usize),
    DeleteCompetency(usize),
    DeleteUnit(usize),
    Undo,
}

fn step() -> impl Strategy<Value = Step> {
    (0..24_u8, 0..3_usize, 0..7_usize).prop_map(|(what, a, b)| match what {
        0 | 1 => Step::SaveService(a, b),
        2 => Step::DeleteService(a),
        3 | 4 => Step::SaveSurvey(a, b),
        5 => Step::DeleteSurvey(a),
        6..=10 => Step::SaveAnswer(a, b),
        11 => Step::DeleteAnswer(a, b),
        12..=14 => Step::SaveComplaint(a, b),
        15..=17 => Step::Walk(a, b),
        18 => Step::Link(a, b),
        19 => Step::DeleteComplaint(a),
        20 => Step::SaveCompetency(b),
        21 => Step::DeleteCompetency(a),
        22 => Step::DeleteUnit(a),
        _ => Step::Undo,
    })
}

struct Scene {
    office: Office,
    units: Vec<UnitId>,
}

impl Scene {
    fn service(&self, number: usize) -> Result<ServiceId> {
        let ids: Vec<_> = voice::services(&self.office)?.into_iter().filter_map(|row| row.service.id).collect();
        at(ids, number)
    }

    fn surveys(&self) -> Result<Vec<SurveyId>> {
        let query = SurveyQuery { limit: 50, ..SurveyQuery::default() };
        Ok(voice::surveys(&self.office, &query)?.rows.into_iter().map(|row| row.id).collect())
    }

    fn complaint(&self, number: usize) -> Result<ComplaintId> {
        let query = ComplaintQuery { limit: 50, ..ComplaintQuery::default() };
        let rows = voice::complaints(&self.office, &query)?.rows;
        at(rows.into_iter().map(|row| row.id).collect(), number)
    }

    fn competency(&self, number: usize) -> Result<CompetencyId> {
        let mut ids: Vec<_> =
            needs::competencies(&self.office)?.into_iter().filter_map(|row| row.competency.id).collect();
        at(ids.split_off(ids.len().saturating_sub(3)), number)
    }

    fn take(&self, step: Step) -> Result<()> {
        let office = &self.office;
        match step {
            Step::SaveService(number, how) => {
                let id = if how > 4 { self.service(number).ok() } else { None };
                let unit = Some(self.units[how % 3]);
                let service = Service { id, unit, name: format!("Layanan {number}"), active: how != 2 };
                voice::save_service(office, service).map(drop)
            }
            Step::DeleteService(number) => voice::delete_service(office, self.service(number)?).map(drop),
            Step::SaveSurvey(number, how) => {
                let id = if how > 4 { at(self.surveys()?, number).ok() } else { None };
                let (starts, ends) = (day(2025, 1, 1), day(2025, 6, 30));
                let name = format!("Survei {how}");
                let survey = Survey { id, unit: Some(self.units[number]), name, starts, ends, population: None };
                voice::save_survey(office, survey).map(drop)
            }
            Step::DeleteSurvey(number) => voice::delete_survey(office, at(self.surveys()?, number)?).map(drop),
            Step::SaveAnswer(number, how) => {
                let mut answer = sheet(u32::try_from(how).unwrap(), [1, 2, 3, 4, 4, 5, 3][how]);
                answer.service = self.service(number + how).ok().filter(|_| how.is_multiple_of(2));
                voice::save_answer(office, at(self.surveys()?, number)?, answer, number == 1).map(drop)
            }
            Step::DeleteAnswer(number, how) => {
                voice::delete_answer(office, at(self.surveys()?, number)?, u32::try_from(how).unwrap()).map(drop)
            }
            Step::SaveComplaint(number, how) => {
                let id = if how > 3 { self.complaint(number).ok() } else { None };
                let new = Complaint {
                    id,
                    unit: Some(self.units[number]),
                    service: self.service(how).ok().filter(|_| how == 1),
                    protected: how.is_multiple_of(2),
                    reporter: format!("Pelapor {how}"),
                    ..complaint(&format!("Isi {how}"))
                };
                voice::save_complaint(office, new).map(drop)
            }
            Step::Walk(number, how) => {
                let date = day(2026, 3, 2 + u32::try_from(how).unwrap());
                voice::add_step(office, self.complaint(number)?, date, ComplaintState::ALL[how], "catatan").map(drop)
            }
            Step::Link(number, how) => {
                let wanted = (0..how % 3).map(|number| self.competency(number)).collect::<Result<_>>()?;
                voice::set_competencies(office, self.complaint(number)?, wanted).map(drop)
            }
            Step::DeleteComplaint(number) => voice::delete_complaint(office, self.complaint(number)?).map(drop),
            Step::SaveCompetency(how) => {
                let name = format!("Kompetensi {how}");
                let competency = Competency { id: None, kind: CompetencyKind::Technical, name };
                needs::save_competency(office, competency).map(drop)
            }
            Step::DeleteCompetency(number) => needs::delete_competency(office, self.competency(number)?).map(drop),
            Step::DeleteUnit(number) => people::delete_unit(office, self.units[number]).map(drop),
            Step::Undo => safety::undo(office, None).map(drop),
        }
    }

    /// The sums that lists show are those of the sheets.
    fn sums_hold(&self) -> std::result::Result<(), TestCaseError> {
        for id in self.surveys().unwrap() {
            let page = voice::answers(&self.office, id, AnswerQuery { offset: 0, limit: 500 }).unwrap();
            let mut wanted = Totals { respondents: u32::try_from(page.rows.len()).unwrap(), ..Totals::default() };
            for (element, mark) in page.rows.iter().flat_map(|answer| &answer.marks) {
                wanted.add(*element, *mark);
            }
            let result = voice::survey(&self.office, id).unwrap().result;
            let found: Vec<_> = result.elements.iter().map(|element| (element.total, element.n)).collect();
            prop_assert_eq!(result.respondents, wanted.respondents);
            prop_assert_eq!(found, wanted.elements.map(|sum| (sum.total, sum.n)));
            prop_assert_eq!(page.total, wanted.respondents);
        }
        Ok(())
    }
}

proptest! {
    #![proptest_config(runs(16))]

    #[test]
    fn taking_back_what_was_done_gives_what_was_before(steps in prop::collection::vec(step(), 10..40)) {
        let office = Office::new();
        let top = unit(&office, None, "Dinas");
        let units = vec![top, unit(&office, Some(top), "Bidang"), unit(&office, None, "Kecamatan")];
        survey(&office, top, "Survei pertama", 2026);
        let mut scene = Scene { office, units };
        let before = scene.office.dump();
        let start = total(&scene.office);
        for step in steps {
            if matches!(step, Step::Undo) && depth(&scene.office, start) == 0 {
                continue;
            }
            let written = total(&scene.office);
            let done = scene.take(step);
            done_or_refused(&scene.office, written, step, done)?;
            scene.sums_hold()?;
        }
        prop_assert_eq!(safety::check(&scene.office).unwrap(), []);
        while depth(&scene.office, start) > 0 {
            let undone = safety::undo(&scene.office, None);
            prop_assert!(undone.is_ok(), "{:?}", undone.err().map(|refusal| refusal.message));
            scene.sums_hold()?;
        }
        prop_assert_eq!(scene.office.dump(), before);
    }
}
