//! Whatever is done to projects, taking all of it back gives what was there before.

use crate::classes_support::{Office, day};
use crate::projects::draft;
use crate::undo_support::{depth, done_or_refused, none, runs, total};
use app::classes::projects::{self, ProgressEdit, SeminarEntry};
use app::{Result, classes, evaluation, safety};
use domain::certificates::content::Role;
use domain::classes::project::SeminarStage;
use domain::evaluation::{Component, ComponentGroup};
use domain::ids::{ClassId, EnrolmentId, ProjectId};
use proptest::prelude::*;

/// One thing that somebody does; the numbers choose what it is done to.
#[derive(Debug, Clone, Copy)]
enum Step {
    New(usize),
    Change(usize, usize),
    Delete(usize),
    Progress(usize, usize),
    Actual(usize, usize),
    Seminar(usize, usize),
    AddEvidence(usize, usize),
    RemoveEvidence(usize),
    Scheme,
    Leave(usize),
    Role(usize),
    Close,
    Reopen,
    DeleteClass,
    Undo,
}

fn step() -> impl Strategy<Value = Step> {
    (0..20_u8, 0..4_usize, 0..6_usize).prop_map(|(what, a, b)| match what {
        0..=2 => Step::New(a),
        3 | 4 => Step::Change(a, b),
        5 => Step::Delete(a),
        6 | 7 => Step::Progress(a, b),
        8 => Step::Actual(a, b),
        9..=11 => Step::Seminar(a, b),
        12 | 13 => Step::AddEvidence(a, b),
        14 => Step::RemoveEvidence(a),
        15 => Step::Scheme,
        16 => Step::Leave(a),
        17 => Step::Role(a),
        18 => [Step::Close, Step::Reopen, Step::DeleteClass][b % 3],
        _ => Step::Undo,
    })
}

struct Scene {
    office: Office,
    class: ClassId,
}

impl Scene {
    fn project(&self, number: usize) -> Result<ProjectId> {
        let rows = projects::projects(&self.office, self.class)?.rows;
        if rows.is_empty() { Err(none()) } else { Ok(rows[number % rows.len()].id) }
    }

    fn places(&self) -> Result<Vec<EnrolmentId>> {
        let rows = classes::enrolments(&self.office, self.class)?;
        Ok(rows.into_iter().filter(|row| row.role == Role::Peserta).map(|row| row.id).collect())
    }

    fn take(&self, step: Step) -> Result<()> {
        let (office, class) = (&self.office, self.class);
        match step {
            Step::New(number) => {
                let places = self.places()?;
                let team = places.get(number % 3..(number % 3 + 2).min(places.len())).ok_or_else(none)?;
                let draft = draft(office, class, &format!("Proyek {number}"), team);
                projects::save_project(office, class, draft).map(drop)
            }
            Step::Change(number, how) => self.change(self.project(number)?, how),
            Step::Delete(number) => projects::delete_project(office, self.project(number)?).map(drop),
            Step::Progress(number, how) => {
                let view = projects::project(office, self.project(number)?)?;
                let edit = |milestone: &projects::MilestoneRow| ProgressEdit {
                    milestone: milestone.id,
                    percent: [0, 40, 100, 100, 130, 75][how],
                    done_on: (how == 3).then_some(day(2026, 3, 4)),
                };
                projects::set_progress(office, view.id, view.milestones.iter().skip(how % 2).map(edit).collect())
                    .map(drop)
            }
            Step::Actual(number, how) => {
                let text = ["", "45", "12,5", "x", "30", "-1"][how];
                projects::set_actual(office, self.project(number)?, text).map(drop)
            }
            Step::Seminar(number, how) => self.seminar(self.project(number)?, how),
            Step::AddEvidence(number, how) => {
                let path = office.folder.path().join(format!("bukti {how}.txt"));
                std::fs::write(&path, format!("isi {how}")).unwrap();
                let view = projects::project(office, self.project(number)?)?;
                let milestone = view.milestones.get(how).map(|milestone| milestone.id);
                projects::add_evidence(office, view.id, milestone, &path).map(drop)
            }
            Step::RemoveEvidence(number) => {
                let view = projects::project(office, self.project(number)?)?;
                projects::remove_evidence(office, view.evidence.first().ok_or_else(none)?.id).map(drop)
            }
            Step::Scheme => {
                let mut scheme = evaluation::scheme(office, class)?;
                let whole = Component::direct("Ujian", ComponentGroup::Technical, 100);
                scheme.components = vec![Component { id: scheme.components[0].id, ..whole }];
                evaluation::save_scheme(office, class, scheme).map(drop)
            }
            Step::Leave(number) => {
                let places = self.places()?;
                classes::remove(office, vec![*places.get(number).ok_or_else(none)?]).map(drop)
            }
            Step::Role(number) => {
                let places = self.places()?;
                classes::set_role(office, *places.get(number).ok_or_else(none)?, Role::Panitia).map(drop)
            }
            Step::Close => classes::close(office, class, Vec::new()).map(drop),
            Step::Reopen => classes::reopen(office, class, "Uji").map(drop),
            Step::DeleteClass => classes::delete(office, class).map(drop),
            Step::Undo => safety::undo(office, None).map(drop),
        }
    }

    fn change(&self, id: ProjectId, how: usize) -> Result<()> {
        let mut draft = projects::project_form(&self.office, self.class, Some(id))?.draft;
        match how {
            0 => drop(draft.milestones.remove(0)),
            1 => draft.milestones.reverse(),
            2 => draft.risks.clear(),
            3 => drop(draft.members.pop()),
            4 => draft.title.push_str(" baru"),
            _ => draft.members.extend(
                self.places()?
                    .last()
                    .map(|place| domain::classes::project::Member { enrolment: *place, leader: false }),
            ),
        }
        projects::save_project(&self.office, self.class, draft).map(drop)
    }

    fn seminar(&self, id: ProjectId, how: usize) -> Result<()> {
        let scheme = evaluation::scheme(&self.office, self.class)?;
        let entry = SeminarEntry {
            stage: SeminarStage::ALL[how % 2],
            date: (how > 2).then_some(day(2026, 3, 5)),
            examiner: "Penguji".to_owned(),
            component: scheme.components.get(how / 2).and_then(|component| component.id),
            score: ["", "87,5", "60", "70", "101", "90"][how].to_owned(),
            note: String::new(),
        };
        projects::save_seminar(&self.office, id, entry).map(drop)
    }
}

proptest! {
    #![proptest_config(runs(12))]

    #[test]
    fn taking_back_what_was_done_to_projects_gives_what_was_before(steps in prop::collection::vec(step(), 8..24)) {
        let office = Office::new();
        let class = office.class();
        office.enrolled(class, 4);
        office.fill(class, "H", "80");
        let mut scene = Scene { office, class };
        let before = scene.office.dump();
        let start = total(&scene.office);
        for step in steps {
            // What stood before the projects is not taken back here.
            if matches!(step, Step::Undo) && depth(&scene.office, start) == 0 {
                continue;
            }
            let written = total(&scene.office);
            let done = scene.take(step);
            done_or_refused(&scene.office, written, step, done)?;
        }
        prop_assert_eq!(safety::check(&scene.office).unwrap(), []);
        while depth(&scene.office, start) > 0 {
            let undone = safety::undo(&scene.office, None);
            prop_assert!(undone.is_ok(), "{:?}", undone.err().map(|refusal| refusal.message));
        }
        prop_assert_eq!(scene.office.dump(), before);
    }
}
