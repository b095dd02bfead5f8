//! The schedule of the demo office: working calendar, rooms, busy periods, limits, two classes to come, one of which was
//! made known and has changed since.

use crate::planning::schedule;
use crate::{App, Result, classes};
use chrono::{Datelike, Days, NaiveDate};
use domain::certificates::content::Role;
use domain::ids::{ClassId, PersonId, RoomId, UnitId};
use domain::planning::calendar::{Holiday, HolidayKind};
use domain::planning::resource::{AwayLimit, AwayShare, Busy, BusyWhom, SessionPlace, TrainingRoom};
use store::people::UnitTree;

/// Holidays that fall on the same day every year.
const HOLIDAYS: [(u32, u32, &str, HolidayKind); 6] = [
    (1, 1, "Tahun Baru Masehi", HolidayKind::National),
    (5, 1, "Hari Buruh Internasional", HolidayKind::National),
    (6, 1, "Hari Lahir Pancasila", HolidayKind::National),
    (8, 17, "Hari Kemerdekaan", HolidayKind::National),
    (10, 12, "Hari Jadi Kabupaten Sungai Jernih", HolidayKind::Regional),
    (12, 25, "Hari Raya Natal", HolidayKind::National),
];
/// The unit that is busy at the end of the year.
const BUSY: &str = "BADAN KEUANGAN DAERAH";
/// The unit that keeps its counter open.
const LIMITED: &str = "DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL";
/// Days until the first of the classes to come.
const AHEAD: u64 = 21;

pub(super) fn init(app: &App, people: &[PersonId], pattern: ClassId) -> Result<()> {
    let today = app.today();
    for year in [today.year(), today.year() + 1] {
        for (month, day, name, kind) in HOLIDAYS {
            let Some(date) = NaiveDate::from_ymd_opt(year, month, day) else { continue };
            schedule::save_holiday(app, None, Holiday { date, name: name.to_owned(), kind })?;
        }
    }
    let large = room(app, "Ruang Garuda", "Gedung BKPSDM lantai 2", 40)?;
    let small = room(app, "Ruang Melati", "Gedung BKPSDM lantai 1", 24)?;
    room(app, "Laboratorium Komputer", "Gedung BKPSDM lantai 1", 20)?;
    spare(app, people, small)?;
    let monday = next_monday(today + Days::new(AHEAD));
    let second = class(app, pattern, "Angkatan II", monday, people.iter().skip(1).step_by(7).take(24))?;
    let third = class(app, pattern, "Angkatan III", monday, people.iter().skip(8).step_by(7).take(20))?;
    place(app, second, large, people.get(1))?;
    place(app, third, small, people.get(2))?;
    // Both in one room on the first day, and the schedule of one changed after it was made known.
    if let Some(first) = schedule::class_sessions(app, third)?.first() {
        let speakers = people.get(1).copied().into_iter().collect();
        let plan = SessionPlace { room: Some(large), subject: first.subject, speakers, locked: false };
        schedule::set_session_plan(app, first.session, plan)?;
    }
    schedule::publish(app, second, "Jadwal awal")?;
    if let Some(last) = schedule::class_sessions(app, second)?.last() {
        schedule::move_session(app, last.session, last.date + Days::new(3), last.starts, last.ends)?;
    }
    Ok(())
}

fn next_monday(day: NaiveDate) -> NaiveDate {
    day + Days::new((7 - u64::from(day.weekday().num_days_from_monday())) % 7)
}

fn room(app: &App, name: &str, place: &str, capacity: u32) -> Result<RoomId> {
    let room = TrainingRoom { id: None, name: name.to_owned(), place: place.to_owned(), capacity, active: true };
    Ok(schedule::save_room(app, room)?.value)
}

/// Busy periods of a unit, a person and a room; a limit of a unit and of its counter.
fn spare(app: &App, people: &[PersonId], small: RoomId) -> Result<()> {
    let today = app.today();
    let soon = next_monday(today + Days::new(AHEAD));
    let mut periods = vec![(BusyWhom::Room(small), soon + Days::new(14), soon + Days::new(18), "Pengecatan ulang", 1)];
    if let Some(person) = people.get(8) {
        periods.push((BusyWhom::Person(*person), soon, soon + Days::new(1), "Dinas luar", 5));
    }
    let (busy, limited) = app.store.read(|read| {
        let tree = UnitTree::read(read)?;
        let find = |name: &str| -> Option<UnitId> { tree.iter().find(|unit| unit.name == name).map(|unit| unit.id) };
        Ok((find(BUSY), find(LIMITED)))
    })?;
    let ends = [NaiveDate::from_ymd_opt(today.year(), 12, 1), NaiveDate::from_ymd_opt(today.year(), 12, 31)];
    if let ([Some(starts), Some(until)], Some(unit)) = (ends, busy) {
        periods.push((BusyWhom::Unit(unit), starts, until, "Penutupan tahun anggaran", 8));
    }
    for (whom, starts, ends, reason, weight) in periods {
        let busy = Busy { id: None, whom: Some(whom), starts, ends, reason: reason.to_owned(), weight };
        schedule::save_busy(app, busy)?;
    }
    let counter: Vec<PersonId> = people.iter().skip(1).step_by(7).take(3).copied().collect();
    for (name, share, people) in
        [("", AwayShare::Percent(20), Vec::new()), ("Loket perekaman KTP-el", AwayShare::People(1), counter)]
    {
        if limited.is_some() && (name.is_empty() || !people.is_empty()) {
            let limit = AwayLimit { id: None, unit: limited, counter: name.to_owned(), share, people };
            schedule::save_limit(app, limit)?;
        }
    }
    Ok(())
}

fn class<'a>(
    app: &App,
    pattern: ClassId,
    name: &str,
    starts: NaiveDate,
    people: impl Iterator<Item = &'a PersonId>,
) -> Result<ClassId> {
    let how = classes::ClassCopy { starts, name: Some(name.to_owned()), places: false };
    let class = classes::copy(app, pattern, how)?.value;
    classes::enrol(app, class, people.copied().collect(), Role::Peserta)?;
    Ok(class)
}

/// Puts every session of a class into a room with a speaker, on one subject after the other.
fn place(app: &App, class: ClassId, room: RoomId, speaker: Option<&PersonId>) -> Result<()> {
    let subjects = classes::get(app, class)?.class.subjects;
    for (number, one) in schedule::class_sessions(app, class)?.iter().enumerate() {
        let plan = SessionPlace {
            room: Some(room),
            subject: subjects.get(number).and_then(|subject| subject.id),
            speakers: speaker.copied().into_iter().collect(),
            locked: number == 0,
        };
        schedule::set_session_plan(app, one.session, plan)?;
    }
    Ok(())
}
