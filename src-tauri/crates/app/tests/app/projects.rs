//! Project work: form, progress, seminars into the grid of scores, evidence, what a class and a scheme do to it.

use crate::classes_support::{Office, code, day, refusal};
use app::classes::projects::{self, ProgressEdit, ProjectReport, ProjectView, SeminarEntry};
use app::{classes, evaluation, office, people, safety};
use domain::certificates::content::Role;
use domain::classes::project::{Member, MilestoneDraft, ProjectDraft, ProjectKind, Risk, SeminarStage};
use domain::evaluation::ScoreColumn;
use domain::ids::{ClassId, ComponentId, EnrolmentId, ProjectId};
use domain::refusal::Code;
use domain::score::Score;
use std::path::{Path, PathBuf};

/// A project of the first people of a class, one milestone overdue on the day of the tests and one to come.
pub(crate) fn draft(office: &Office, class: ClassId, title: &str, team: &[EnrolmentId]) -> ProjectDraft {
    let mut draft = projects::project_form(office, class, None).unwrap().draft;
    draft.kind = ProjectKind::AksiPerubahan;
    draft.title = title.to_owned();
    draft.problem = "Warga menunggu lama.".to_owned();
    draft.service = "Layanan KTP".to_owned();
    draft.indicator = "Lama tunggu".to_owned();
    draft.measure = "menit".to_owned();
    (draft.baseline, draft.target, draft.actual) = ("60".to_owned(), "30".to_owned(), "47,5".to_owned());
    (draft.starts, draft.ends) = (Some(day(2026, 3, 2)), Some(day(2026, 5, 29)));
    draft.members = team.iter().enumerate().map(|(at, place)| Member { enrolment: *place, leader: at == 0 }).collect();
    let milestone = |name: &str, month, percent| MilestoneDraft {
        id: None,
        name: name.to_owned(),
        starts: Some(day(2026, month, 2)),
        due: Some(day(2026, month, 6)),
        percent,
        done_on: None,
    };
    draft.milestones = vec![milestone("Rancangan", 3, 50), milestone("Uji coba", 4, 0), milestone("Evaluasi", 5, 0)];
    draft.risks =
        vec![Risk { id: None, risk: "Jaringan putus".to_owned(), likelihood: 2, impact: 3, response: String::new() }];
    draft
}

struct Scene {
    office: Office,
    class: ClassId,
    places: Vec<EnrolmentId>,
    project: ProjectId,
}

impl Scene {
    fn new() -> Self {
        let office = Office::new();
        let class = office.class();
        let places = office.enrolled(class, 4);
        let draft = draft(&office, class, "Antrean daring", &places[..2]);
        let project = projects::save_project(&office, class, draft).unwrap().value;
        Self { office, class, places, project }
    }

    fn view(&self) -> ProjectView {
        projects::project(&self.office, self.project).unwrap()
    }

    fn component(&self, at: usize) -> ComponentId {
        evaluation::scheme(&self.office, self.class).unwrap().components[at].id.unwrap()
    }

    /// The scores of the participants under a component, in order of enrolment.
    fn column(&self, at: usize) -> Vec<Option<i32>> {
        let grid = evaluation::scores(&self.office, self.class).unwrap();
        grid.rows.iter().map(|row| row.components[at].map(Score::hundredths)).collect()
    }

    fn file(&self, name: &str, content: &str) -> PathBuf {
        let path = self.office.folder.path().join(name);
        std::fs::write(&path, content).unwrap();
        path
    }

    fn seminar(&self, stage: SeminarStage, component: Option<usize>, score: &str) -> app::Result<u32> {
        let entry = SeminarEntry {
            stage,
            date: Some(day(2026, 3, 6)),
            examiner: "Drs. Ahmad".to_owned(),
            component: component.map(|at| self.component(at)),
            score: score.to_owned(),
            note: String::new(),
        };
        projects::save_seminar(&self.office, self.project, entry).map(|outcome| outcome.value)
    }
}

#[test]
fn a_project_comes_back_as_it_was_saved() {
    let scene = Scene::new();
    let view = scene.view();
    assert_eq!((view.reached, view.progress, view.overdue), (Some(4167), Some(17), 1));
    let team: Vec<_> = view.team.iter().map(|member| (member.name.as_str(), member.leader)).collect();
    assert_eq!(team, [("Pegawai A", true), ("Pegawai B", false)]);
    assert!(view.milestones[0].overdue && !view.milestones[1].overdue);
    let form = projects::project_form(&scene.office, scene.class, Some(scene.project)).unwrap();
    assert_eq!(form.draft.actual, "47,50");
    assert_eq!(form.participants.len(), 4);
    let again = projects::save_project(&scene.office, scene.class, form.draft.clone()).unwrap();
    assert_eq!(again.value, scene.project);
    let stored = projects::project_form(&scene.office, scene.class, Some(scene.project)).unwrap();
    assert_eq!(stored, form, "saving what was read changes nothing");
    let list = projects::projects(&scene.office, scene.class).unwrap();
    assert_eq!((list.rows[0].leader.as_str(), list.rows[0].members, list.rows[0].overdue), ("Pegawai A", 2, 1));
    let next = list.rows[0].next.as_ref().unwrap();
    assert_eq!((next.name.as_str(), next.overdue), ("Rancangan", true));
    let class = classes::get(&scene.office, scene.class).unwrap();
    assert_eq!((class.projects, class.overdue_milestones), (1, 1));
}

#[test]
fn what_the_form_cannot_know_is_refused_at_its_field() {
    let scene = Scene::new();
    let fields = |draft: ProjectDraft| -> Vec<String> {
        let refusal = refusal(projects::save_project(&scene.office, scene.class, draft));
        refusal.fields.into_iter().map(|field| field.field).collect()
    };
    let same = draft(&scene.office, scene.class, "ANTREAN daring", &scene.places[2..]);
    assert_eq!(fields(same.clone()), ["title"]);
    assert_eq!(code(projects::save_project(&scene.office, scene.class, same)), Code::Duplicate);
    let speaker = guest(&scene.office, "Narasumber");
    classes::enrol(&scene.office, scene.class, vec![speaker], Role::Narasumber).unwrap();
    let rows = classes::enrolments(&scene.office, scene.class).unwrap();
    let place = rows.iter().find(|row| row.role == Role::Narasumber).unwrap().id;
    let stranger = draft(&scene.office, scene.class, "Lain", &[scene.places[0], place]);
    assert_eq!(fields(stranger), ["members"]);
    let mut coached = draft(&scene.office, scene.class, "Lain", &scene.places[2..]);
    coached.coach = Some(speaker);
    let id = projects::save_project(&scene.office, scene.class, coached).unwrap().value;
    assert_eq!(projects::project(&scene.office, id).unwrap().coach, "Narasumber");
    let kept = guest(&scene.office, "Narasumber B");
    people::merge(&scene.office, kept, speaker).unwrap();
    assert_eq!(projects::project(&scene.office, id).unwrap().coach, "Narasumber B", "merging takes the coach along");
}

/// Somebody from outside, without a NIP.
fn guest(office: &Office, name: &str) -> domain::ids::PersonId {
    let person = domain::people::Person {
        kind: domain::people::PersonKind::NonAsn,
        name: name.to_owned(),
        nips: Vec::new(),
        ..people::blank()
    };
    people::save(office, person).unwrap().value
}

#[test]
fn a_milestone_at_100_percent_is_done_today_and_its_evidence_outlives_it() {
    let scene = Scene::new();
    let view = scene.view();
    let first = view.milestones[0].id;
    let edit = |percent, done_on| ProgressEdit { milestone: first, percent, done_on };
    projects::set_progress(&scene.office, scene.project, vec![edit(100, None)]).unwrap();
    let view = scene.view();
    assert_eq!((view.milestones[0].done_on, view.progress, view.overdue), (Some(day(2026, 3, 9)), Some(33), 0));
    let wrong = refusal(projects::set_progress(&scene.office, scene.project, vec![edit(40, None), edit(140, None)]));
    assert_eq!(wrong.fields[0].field, "progress.1.percent");
    assert_eq!(scene.view().milestones[0].percent, 100, "nothing half done");
    projects::set_progress(&scene.office, scene.project, vec![edit(60, Some(day(2026, 3, 5)))]).unwrap();
    assert_eq!(scene.view().milestones[0].done_on, None, "what is not done has no day");

    let path = scene.file("Notula Rapat.pdf", "isi notula");
    projects::add_evidence(&scene.office, scene.project, Some(first), &path).unwrap();
    let mut form = projects::project_form(&scene.office, scene.class, Some(scene.project)).unwrap().draft;
    form.milestones.remove(0);
    projects::save_project(&scene.office, scene.class, form).unwrap();
    let view = scene.view();
    assert_eq!((view.evidence[0].name.as_str(), view.evidence[0].milestone), ("Notula Rapat.pdf", None));
}

#[test]
fn the_actual_amount_is_typed_on_the_page() {
    let scene = Scene::new();
    projects::set_actual(&scene.office, scene.project, "30").unwrap();
    assert_eq!(scene.view().reached, Some(10_000));
    let refused = refusal(projects::set_actual(&scene.office, scene.project, "30,125"));
    assert_eq!(refused.fields[0].message, "Capaian 30,125 lebih dari dua angka di belakang koma.");
    projects::set_actual(&scene.office, scene.project, " ").unwrap();
    assert_eq!(scene.view().reached, None);
}

#[test]
fn a_seminar_scores_every_member_in_the_grid_and_in_the_results() {
    let scene = Scene::new();
    scene.office.fill(scene.class, "H", "80");
    assert_eq!(scene.seminar(SeminarStage::Result, Some(1), "87,5").unwrap(), 2);
    assert_eq!(scene.column(1), [Some(8750), Some(8750), Some(8000), Some(8000)]);
    let results = evaluation::results(&scene.office, scene.class).unwrap();
    let [first, third] = [0, 2].map(|at| results.rows[at].outcome.score.unwrap().hundredths());
    assert_eq!((first, third), (8225, 8000), "30 percent of it is 87,50");

    // Another component: the first one loses the scores again, but not what somebody has typed since.
    let typed = evaluation::ScoreEdit {
        enrolment: scene.places[1],
        column: ScoreColumn::Component(scene.component(1)),
        text: "90".to_owned(),
    };
    evaluation::set_scores(&scene.office, scene.class, vec![typed]).unwrap();
    assert_eq!(scene.seminar(SeminarStage::Result, Some(0), "87,5").unwrap(), 2);
    assert_eq!(scene.column(1), [None, Some(9000), Some(8000), Some(8000)]);
    assert_eq!(scene.column(0), [Some(8750), Some(8750), Some(8000), Some(8000)]);

    // The team changes: who joins gets the score, who leaves loses it.
    let mut form = projects::project_form(&scene.office, scene.class, Some(scene.project)).unwrap().draft;
    form.members =
        vec![Member { enrolment: scene.places[0], leader: true }, Member { enrolment: scene.places[2], leader: false }];
    projects::save_project(&scene.office, scene.class, form).unwrap();
    assert_eq!(scene.column(0), [Some(8750), None, Some(8750), Some(8000)]);

    // Saving the seminar again writes it over what was typed.
    let typed = evaluation::ScoreEdit {
        enrolment: scene.places[0],
        column: ScoreColumn::Component(scene.component(0)),
        text: "1".to_owned(),
    };
    evaluation::set_scores(&scene.office, scene.class, vec![typed]).unwrap();
    assert_eq!(scene.seminar(SeminarStage::Result, Some(0), "87,5").unwrap(), 1);
    assert_eq!(scene.column(0)[0], Some(8750));
    assert_eq!(scene.seminar(SeminarStage::Result, Some(0), "").unwrap(), 0);
    assert_eq!(scene.column(0), [None, None, None, Some(8000)], "no score, nothing in the grid");
}

#[test]
fn a_component_has_one_seminar() {
    let scene = Scene::new();
    scene.seminar(SeminarStage::Design, Some(0), "80").unwrap();
    let refused = |result: app::Result<u32>| refusal(result).fields.remove(0);
    assert_eq!(refused(scene.seminar(SeminarStage::Result, Some(0), "90")).field, "component");
    assert_eq!(refused(scene.seminar(SeminarStage::Result, Some(1), "190")).field, "score");
    let other = draft(&scene.office, scene.class, "Lain", &scene.places[1..3]);
    let other = projects::save_project(&scene.office, scene.class, other).unwrap().value;
    let entry = SeminarEntry {
        stage: SeminarStage::Design,
        date: None,
        examiner: String::new(),
        component: Some(scene.component(0)),
        score: "70".to_owned(),
        note: String::new(),
    };
    let both = refused(projects::save_seminar(&scene.office, other, entry).map(|outcome| outcome.value));
    assert!(both.message.contains("\"Antrean daring\""), "{}", both.message);
    assert_eq!(scene.column(0), [Some(8000), Some(8000), None, None]);
}

#[test]
fn a_closed_class_keeps_its_scores_while_the_work_goes_on() {
    let scene = Scene::new();
    scene.office.fill(scene.class, "H", "80");
    scene.seminar(SeminarStage::Design, Some(0), "85").unwrap();
    classes::close(&scene.office, scene.class, Vec::new()).unwrap();
    assert_eq!(code(scene.seminar(SeminarStage::Design, Some(0), "90")), Code::NotAllowed);
    assert_eq!(code(projects::delete_project(&scene.office, scene.project)), Code::NotAllowed);
    let new = draft(&scene.office, scene.class, "Baru", &scene.places[2..]);
    assert_eq!(code(projects::save_project(&scene.office, scene.class, new)), Code::NotAllowed);
    let mut form = projects::project_form(&scene.office, scene.class, Some(scene.project)).unwrap().draft;
    form.note = "Dilanjutkan di unit.".to_owned();
    projects::save_project(&scene.office, scene.class, form.clone()).unwrap();
    form.members.pop();
    assert_eq!(code(projects::save_project(&scene.office, scene.class, form)), Code::NotAllowed);
    let first = scene.view().milestones[0].id;
    let edit = ProgressEdit { milestone: first, percent: 100, done_on: None };
    projects::set_progress(&scene.office, scene.project, vec![edit]).unwrap();
    projects::set_actual(&scene.office, scene.project, "33").unwrap();
    projects::add_evidence(&scene.office, scene.project, None, &scene.file("foto.jpg", "foto")).unwrap();
    let view = scene.view();
    assert!(view.closed && view.overdue == 0 && view.evidence.len() == 1);
    assert_eq!(scene.column(0)[0], Some(8500));
}

#[test]
fn the_home_screen_asks_for_late_milestones_of_open_classes_only() {
    let scene = Scene::new();
    let late = || {
        let tasks = office::status(&scene.office).unwrap().tasks;
        let late = |task: &office::Task| task.text.contains("tonggak proyek lewat");
        tasks.into_iter().filter(late).map(|task| (task.text, task.target)).collect::<Vec<_>>()
    };
    let told = late();
    let [(text, target)] = told.as_slice() else { panic!("{told:?}") };
    assert!(text.starts_with("1 tonggak") && text.contains("Antrean daring"), "{text}");
    assert_eq!(*target, Some(format!("{}/projects", scene.class)), "it opens where the project is");
    scene.office.fill(scene.class, "H", "80");
    let closed = classes::close(&scene.office, scene.class, Vec::new()).unwrap();
    assert!(late().is_empty(), "{:?}", late());
    safety::undo(&scene.office, closed.changes.operation).unwrap();
    assert_eq!(late(), told);
}

#[test]
fn a_component_that_goes_leaves_the_seminar_without_one() {
    let scene = Scene::new();
    scene.seminar(SeminarStage::Result, Some(1), "87,5").unwrap();
    let mut scheme = evaluation::scheme(&scene.office, scene.class).unwrap();
    let gone = scheme.components.remove(1);
    scheme.components[0].weight += gone.weight;
    evaluation::save_scheme(&scene.office, scene.class, scheme).unwrap();
    let seminar = scene.view().seminars[1].clone();
    assert_eq!((seminar.component, seminar.score.map(Score::hundredths)), (None, Some(8750)));
    safety::undo(&scene.office, None).unwrap();
    assert!(scene.view().seminars[1].component.is_some());
    assert_eq!(scene.column(1)[..2], [Some(8750), Some(8750)]);
}

#[test]
fn a_class_goes_with_its_projects_unless_they_hold_proof() {
    let mut scene = Scene::new();
    let before = scene.office.dump();
    classes::delete(&scene.office, scene.class).unwrap();
    assert_eq!(code(projects::project(&scene.office, scene.project)), Code::NotFound);
    safety::undo(&scene.office, None).unwrap();
    assert_eq!(scene.view().milestones.len(), 3);
    assert_eq!(scene.office.dump(), before, "the undo brings all of it back");

    projects::add_evidence(&scene.office, scene.project, None, &scene.file("foto.jpg", "foto")).unwrap();
    let refused = refusal(classes::delete(&scene.office, scene.class));
    assert_eq!(refused.code, Code::NotAllowed);
    assert!(refused.message.contains("\"Antrean daring\""), "{}", refused.message);
    projects::delete_project(&scene.office, scene.project).unwrap();
    classes::delete(&scene.office, scene.class).unwrap();
}

#[test]
fn who_leaves_the_class_leaves_the_team() {
    let scene = Scene::new();
    scene.seminar(SeminarStage::Result, Some(1), "87,5").unwrap();
    classes::remove(&scene.office, vec![scene.places[1]]).unwrap();
    assert_eq!(scene.view().team.len(), 1);
    classes::set_role(&scene.office, scene.places[0], Role::Moderator).unwrap();
    assert_eq!(scene.view().team.len(), 0);
    assert_eq!(scene.column(1), [None, None]);
    safety::undo(&scene.office, None).unwrap();
    safety::undo(&scene.office, None).unwrap();
    assert_eq!(scene.view().team.len(), 2);
    assert_eq!(scene.column(1)[..2], [Some(8750), Some(8750)]);
}

/// The one kept file in the data folder.
fn kept(scene: &Scene) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for shelf in std::fs::read_dir(scene.office.folder.path().join("data/bukti")).unwrap().flatten() {
        assert!(shelf.path().is_dir(), "no copy is left behind: {shelf:?}");
        found.extend(std::fs::read_dir(shelf.path()).unwrap().flatten().map(|entry| entry.path()));
    }
    found
}

fn findings(scene: &Scene) -> Vec<(String, String)> {
    let found = safety::check(&scene.office).unwrap();
    found.into_iter().map(|finding| (finding.code, finding.message)).collect()
}

#[test]
fn evidence_is_kept_once_by_its_checksum_and_a_change_is_found() {
    let scene = Scene::new();
    let path = scene.file("Laporan Akhir.PDF", "abc");
    let id = projects::add_evidence(&scene.office, scene.project, None, &path).unwrap().value;
    let files = kept(&scene);
    let digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assert!(files[0].ends_with(Path::new("bukti/ba").join(format!("{digest}.pdf"))), "{files:?}");
    let view = scene.view();
    assert_eq!((view.evidence[0].sha256.as_str(), view.evidence[0].bytes), (digest, 3));

    // The same content under another name: refused in this project, kept once for another.
    let copy = scene.file("salinan.txt", "abc");
    let refused = refusal(projects::add_evidence(&scene.office, scene.project, None, &copy));
    assert!(refused.code == Code::Duplicate && refused.message.contains("Laporan Akhir.PDF"), "{}", refused.message);
    let other = draft(&scene.office, scene.class, "Lain", &scene.places[2..]);
    let other = projects::save_project(&scene.office, scene.class, other).unwrap().value;
    projects::add_evidence(&scene.office, other, None, &copy).unwrap();
    assert_eq!(kept(&scene), files);
    assert_eq!(findings(&scene), []);

    let out = scene.office.folder.path().join("keluar.pdf");
    projects::save_evidence(&scene.office, id, &out).unwrap();
    assert_eq!(std::fs::read(&out).unwrap(), b"abc");
    let opened = projects::openable_evidence(&scene.office, id).unwrap();
    assert!(opened.ends_with("Laporan Akhir.PDF") && opened != files[0], "a copy is opened, never the kept file");

    std::fs::write(&files[0], "abd").unwrap();
    let found = findings(&scene);
    assert_eq!(found.iter().filter(|(code, _)| code == "evidence_altered").count(), 2, "{found:?}");
    assert!(
        found.iter().any(|(_, message)| message.contains("Laporan Akhir.PDF") && message.contains("Antrean daring"))
    );
    assert_eq!(code(projects::save_evidence(&scene.office, id, &out)), Code::FileAccess);
    std::fs::remove_file(&files[0]).unwrap();
    assert_eq!(findings(&scene).iter().filter(|(code, _)| code == "evidence_missing").count(), 2);

    // Adding the original again makes it whole, for every project that has it.
    assert_eq!(code(projects::add_evidence(&scene.office, scene.project, None, &path)), Code::Duplicate);
    assert_eq!(findings(&scene), []);
}

#[test]
fn an_undo_leaves_the_file_and_a_backup_elsewhere_takes_it_along() {
    let scene = Scene::new();
    let path = scene.file("foto.jpg", "foto");
    projects::add_evidence(&scene.office, scene.project, None, &path).unwrap();
    let stick = scene.office.folder.path().join("stick");
    let row = safety::backup(&scene.office, Some(&stick)).unwrap();
    let files = kept(&scene);
    let beside = stick.join(files[0].strip_prefix(scene.office.folder.path().join("data")).unwrap());
    assert_eq!(std::fs::read(&beside).unwrap(), b"foto");

    safety::undo(&scene.office, None).unwrap();
    assert_eq!((scene.view().evidence.len(), kept(&scene).len()), (0, 1));

    // The data folder has lost its files: what goes back from the stick brings them back.
    std::fs::remove_dir_all(scene.office.folder.path().join("data/bukti")).unwrap();
    safety::restore(&scene.office, &stick.join(row.file).display().to_string()).unwrap();
    assert_eq!(scene.view().evidence.len(), 1);
    assert_eq!(findings(&scene), []);
}

#[test]
fn empty_files_and_folders_are_no_evidence() {
    let scene = Scene::new();
    for path in [scene.file("kosong.txt", ""), scene.office.folder.path().to_owned()] {
        assert_eq!(code(projects::add_evidence(&scene.office, scene.project, None, &path)), Code::InvalidInput);
    }
    let gone = scene.office.folder.path().join("tidak ada.pdf");
    assert_eq!(code(projects::add_evidence(&scene.office, scene.project, None, &gone)), Code::FileAccess);
    let file = scene.file("a.txt", "a");
    let id = projects::add_evidence(&scene.office, scene.project, None, &file).unwrap().value;
    projects::remove_evidence(&scene.office, id).unwrap();
    assert_eq!(code(projects::remove_evidence(&scene.office, id)), Code::NotFound);
}

#[test]
fn the_sheet_and_the_progress_of_a_class_are_printed() {
    let scene = Scene::new();
    scene.seminar(SeminarStage::Result, Some(1), "87,5").unwrap();
    projects::add_evidence(&scene.office, scene.project, None, &scene.file("foto.jpg", "foto")).unwrap();
    let path = scene.office.folder.path().join("lembar.pdf");
    for report in [ProjectReport::Sheet { project: scene.project }, ProjectReport::Progress { class: scene.class }] {
        projects::save_project_report(&scene.office, report, &path).unwrap();
        assert!(std::fs::read(&path).unwrap().starts_with(b"%PDF"));
    }
    let name = projects::project_report_name(&scene.office, ProjectReport::Sheet { project: scene.project }).unwrap();
    assert_eq!(name, "Lembar Proyek Antrean daring.pdf");
}

/// A component that is made of assessors or items has no score of its own that a seminar could give.
#[test]
fn a_seminar_gives_its_score_to_direct_components_only() {
    let scene = Scene::new();
    scene.seminar(SeminarStage::Design, Some(0), "80").unwrap();
    let mut scheme = evaluation::scheme(&scene.office, scene.class).unwrap();
    scheme.components[0].method = domain::evaluation::Method::Assessors;
    scheme.components[0].parts = vec![domain::evaluation::Part { id: None, name: "Penguji".to_owned(), weight: 1 }];
    let saved = evaluation::save_scheme(&scene.office, scene.class, scheme).unwrap();
    assert!(saved.changes.description.ends_with("(2 nilai terhapus)"), "{}", saved.changes.description);
    let view = scene.view();
    assert_eq!((view.components.len(), view.seminars[0].component), (2, None), "no longer offered, no longer named");
    let refused = refusal(scene.seminar(SeminarStage::Design, Some(0), "90")).fields.remove(0);
    assert!(refused.field == "component" && refused.message.contains("penilai"), "{}", refused.message);
    scene.seminar(SeminarStage::Design, Some(1), "90").unwrap();
    assert_eq!(scene.column(1)[0], Some(9000));
}
