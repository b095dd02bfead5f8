//! What of the schedule waits for the operator.

use super::board::Board;
use super::calendar::together;
use super::publication::{ScheduleState, schedule_rows};
use crate::office::Task;
use chrono::{Days, NaiveDate};
use domain::indonesian;
use domain::safety::Room;
use store::Read;

/// How many days ahead the home screen looks.
const AHEAD: u64 = 14;

/// Conflicts of the coming days, and classes that begin soon with a schedule that nobody has been told.
pub(crate) fn tasks(read: &Read<'_>, today: NaiveDate) -> store::Result<Vec<Task>> {
    let until = today.checked_add_days(Days::new(AHEAD)).unwrap_or(today);
    let mut tasks = Vec::new();
    if store::planning::schedule::any(read, today, until)? {
        let found = Board::read(read, today, until, &[])?.conflicts();
        let conflicts = together(&found.iter().collect::<Vec<_>>()).len();
        if conflicts > 0 {
            tasks.push(Task {
                text: format!("Periksa {conflicts} bentrok jadwal sampai {}.", indonesian::date(until)),
                room: Room::Planning,
                target: Some("schedule/conflicts".to_owned()),
            });
        }
    }
    for row in schedule_rows(read, today, until)? {
        let what = match row.state {
            ScheduleState::Unpublished => "Terbitkan jadwal",
            ScheduleState::Changed => "Terbitkan ralat jadwal",
            ScheduleState::Empty | ScheduleState::Published => continue,
        };
        if row.closed || (row.starts < today && row.state == ScheduleState::Unpublished) {
            continue;
        }
        let starts = indonesian::date(row.starts);
        tasks.push(Task {
            text: format!("{what} {} {}, mulai {starts}.", row.programme_name, row.class_name),
            room: Room::Planning,
            target: Some(format!("schedule/publications/{}", row.class)),
        });
    }
    Ok(tasks)
}
