//! What the frame and the home screen show of the whole house.

use crate::{App, Result, classes};
use chrono::{DateTime, NaiveDate, Utc};
use domain::ids::AssetId;
use domain::safety::Room;
use serde::Serialize;
use specta::Type;
use store::Read;
use store::people::PeopleQuery;

/// Something that waits for the operator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Task {
    /// One sentence.
    pub text: String,
    /// Where it is done.
    pub room: Room,
    /// The id of the thing (`<id>/projects`: that page of a class), the list of `mentoring` (`silent`, `orphans`), or the
    /// page of `evaluation` (`followups`, `followups/<id>`, `improvements`), or the late complaints of `voice` (`overdue`), or
    /// the page of `planning` (`partners/<id>`), there also of the schedule (`schedule/conflicts`,
    /// `schedule/publications/<class>`).
    pub target: Option<String>,
}

/// Numbers of the home screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Type)]
pub struct Counts {
    /// People in service.
    pub people: u32,
    /// Classes that are going on today, as the list below them on the home screen shows.
    pub classes_running: u32,
    /// Certificates in force that were issued this year.
    pub certificates_year: u32,
}

/// The state of the house.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Status {
    /// The office has been set up.
    pub initialised: bool,
    /// Version of the program.
    pub version: String,
    /// Where the data are.
    pub data_folder: String,
    /// The date on the office's wall.
    pub today: NaiveDate,
    /// Who works at this PC.
    pub operator: String,
    /// Name of the office.
    pub office_name: String,
    /// Its logo.
    pub logo: Option<AssetId>,
    /// What is wrong with the place of the data, as sentences.
    pub warnings: Vec<String>,
    /// When the last operation was committed.
    pub last_saved: Option<DateTime<Utc>>,
    /// When the newest backup was made.
    pub last_backup: Option<DateTime<Utc>>,
    /// What Ctrl+Z would take back.
    pub undo: Option<crate::safety::Undoable>,
    /// Numbers.
    pub counts: Counts,
    /// What waits.
    pub tasks: Vec<Task>,
}

/// Reads the state of the house.
///
/// # Errors
/// The store fails.
pub fn status(app: &App) -> Result<Status> {
    let today = app.today();
    let profile = super::profile(app)?;
    let initialised = profile.is_some();
    let profile = profile.unwrap_or_default();
    let open = classes::open_classes(app)?;
    let running = open.iter().filter(|view| view.state == classes::ClassState::Running).count();
    let (_, people) =
        app.store.read(|read| store::people::list(read, &PeopleQuery { limit: 0, ..PeopleQuery::default() }))?;
    let certificates_year = app.store.read(|read| store::certificates::count_year(read, today))?;
    let last_saved = app.store.journal_page(0, 1)?.first().map(|operation| operation.at);
    Ok(Status {
        initialised,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        data_folder: app.store.folder().display().to_string(),
        today,
        operator: profile.operator,
        office_name: profile.office,
        logo: profile.logo,
        warnings: app.store.warnings().into_iter().map(|warning| warning.message).collect(),
        last_saved,
        last_backup: crate::safety::newest_backup(app)?,
        undo: crate::safety::undoable(app)?,
        counts: Counts { people, classes_running: u32::try_from(running).unwrap_or(u32::MAX), certificates_year },
        tasks: tasks(initialised, people, open, waiting(app, today)?),
    })
}

/// What waits in a room on a day.
type RoomTasks = fn(&Read<'_>, NaiveDate) -> store::Result<Vec<Task>>;

/// The rooms in the order of the home screen; each says itself what waits.
const ROOMS: &[RoomTasks] = &[
    crate::mentoring::tasks,
    crate::classes::projects::tasks,
    crate::evaluation::followup::tasks,
    crate::evaluation::improvements::tasks,
    crate::needs::tasks,
    crate::voice::tasks,
    crate::planning::partners::tasks,
    crate::planning::plan_tasks,
    crate::planning::schedule::tasks,
];

fn waiting(app: &App, today: NaiveDate) -> Result<Vec<Task>> {
    Ok(app.store.read(|read| {
        let mut tasks = Vec::new();
        for room in ROOMS {
            tasks.extend(room(read, today)?);
        }
        Ok(tasks)
    })?)
}

fn tasks(initialised: bool, people: u32, open: Vec<classes::ClassView>, waiting: Vec<Task>) -> Vec<Task> {
    let task = |text: &str, room| Task { text: text.to_owned(), room, target: None };
    let mut tasks = Vec::new();
    if !initialised {
        tasks.push(task("Isi profil kantor: nama, alamat, logo, dan operator.", Room::Office));
    }
    if people == 0 {
        tasks.push(task("Impor daftar ASN dari berkas SIASN.", Room::People));
    }
    tasks.extend(waiting);
    tasks.extend(open.into_iter().map(|view| Task {
        text: format!("{} {}: {}", view.programme_name, view.class.name, view.next_step),
        room: Room::Classes,
        target: view.class.id.map(|id| id.to_string()),
    }));
    tasks
}
