//! The calendar on paper: a field for each day, or a line for each session.

use super::{CalendarLayout, Office, column};
use crate::planning::schedule::calendar::{CalendarQuery, CalendarView, SessionPlan, calendar as view};
use crate::planning::schedule::export::nothing;
use crate::planning::schedule::words;
use crate::{App, Result};
use chrono::{Datelike, Days, NaiveDate};
use documents::report::{CellAlign, Column, ColumnWidth, Report, ReportPaper, ReportTable, drawable};
use domain::indonesian::{self, MONTHS};
use store::people::UnitTree;
use store::planning::{resource, schedule};

/// Sessions in a field of the month at the most; then a line says how many more there are.
const IN_A_FIELD: usize = 4;

pub(super) fn calendar(app: &App, office: &Office, query: &CalendarQuery, layout: CalendarLayout) -> Result<Report> {
    let view = view(app, query)?;
    if view.sessions.is_empty() {
        return Err(nothing());
    }
    let tables = match layout {
        CalendarLayout::Month => months(query, &view),
        CalendarLayout::List => vec![list(&view)],
    };
    let mut subtitle = vec![indonesian::date_range(query.from, query.to)];
    subtitle.extend(of_what(app, query)?);
    let jp: u32 = view.sessions.iter().map(|one| one.jp).sum();
    let mut notes = vec![format!("{} sesi, {jp} JP.", view.sessions.len())];
    if !view.conflicts.is_empty() {
        notes.push(format!("Masih ada {} bentrok; lihat daftar bentrok jadwal.", view.conflicts.len()));
    }
    Ok(Report {
        paper: ReportPaper::A4Landscape,
        letterhead: office.head.clone(),
        title: "JADWAL PELATIHAN".to_owned(),
        subtitle,
        tables,
        notes,
        signature: office.signature(),
        ..Report::default()
    })
}

/// Room, speaker, unit or class of the query, as lines under the title.
fn of_what(app: &App, query: &CalendarQuery) -> Result<Vec<String>> {
    Ok(app.store.read(|read| {
        let mut lines = Vec::new();
        if let Some(class) = query.class {
            lines.push(crate::classes::title(&crate::classes::stored(read, class)?));
        }
        if let Some(room) = query.room {
            lines.extend(resource::get_room(read, room)?.map(|room| format!("Ruang: {}", room.name)));
        }
        if let Some(person) = query.speaker {
            let name = schedule::names(read, [person])?.into_values().next();
            lines.extend(name.map(|name| format!("Narasumber: {name}")));
        }
        if let Some(unit) = query.unit {
            lines.push(format!("Peserta dari: {}", UnitTree::read(read)?.path(unit)));
        }
        Ok(lines)
    })?)
}

fn list(view: &CalendarView) -> ReportTable {
    let row = |one: &SessionPlan| {
        let speakers: Vec<&str> = one.speakers.iter().map(|speaker| speaker.name.as_str()).collect();
        vec![
            format!("{}, {}", words::weekday(one.date), words::short(one.date)),
            words::hours(one.starts, one.ends),
            format!("{} {}", one.programme_name, one.class_name),
            words::what(&one.subject_name, &one.topic),
            one.room_name.clone(),
            speakers.join("; "),
            one.jp.to_string(),
        ]
    };
    ReportTable {
        columns: vec![
            column("Hari, tanggal", ColumnWidth::Fixed(36.0)),
            column("Jam", ColumnWidth::Fixed(25.0)),
            column("Kelas", ColumnWidth::Share(5)),
            column("Mata pelatihan", ColumnWidth::Share(5)),
            column("Ruang", ColumnWidth::Share(3)),
            column("Narasumber", ColumnWidth::Share(4)),
            Column { align: CellAlign::Right, ..column("JP", ColumnWidth::Fixed(11.0)) },
        ],
        rows: view.sessions.iter().map(row).collect(),
        ..ReportTable::default()
    }
}

fn months(query: &CalendarQuery, view: &CalendarView) -> Vec<ReportTable> {
    let mut tables = Vec::new();
    let mut first = query.from.with_day(1).unwrap_or(query.from);
    while first <= query.to {
        tables.push(month(first, view));
        first = first.checked_add_months(chrono::Months::new(1)).unwrap_or(NaiveDate::MAX);
    }
    tables
}

fn month(first: NaiveDate, view: &CalendarView) -> ReportTable {
    let mut day = first - Days::new(first.weekday().num_days_from_monday().into());
    let mut rows = Vec::new();
    while day < first || day.month() == first.month() {
        let week = day.iter_days().take(7);
        rows.push(
            week.map(|day| if day.month() == first.month() { field(day, view) } else { String::new() }).collect(),
        );
        day = day + Days::new(7);
    }
    let weekday = |name: &str| column(name, ColumnWidth::Share(1));
    ReportTable {
        caption: format!("{} {}", MONTHS[first.month0() as usize], first.year()),
        columns: ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"].map(weekday).into(),
        rows,
        ..ReportTable::default()
    }
}

/// The day, the name of its holiday, its sessions.
fn field(day: NaiveDate, view: &CalendarView) -> String {
    let mut lines = vec![day.day().to_string()];
    lines.extend(view.holidays.iter().filter(|holiday| holiday.date == day).map(|holiday| drawable(&holiday.name)));
    let sessions: Vec<&SessionPlan> = view.sessions.iter().filter(|one| one.date == day).collect();
    for one in sessions.iter().take(IN_A_FIELD) {
        let room = if one.room_name.is_empty() { String::new() } else { format!(" ({})", one.room_name) };
        let time = one.starts.map_or_else(String::new, |starts| format!("{} ", words::time(starts)));
        lines.push(format!("- {time}{} {}{room}", one.programme_name, one.class_name));
    }
    if sessions.len() > IN_A_FIELD {
        lines.push(format!("dan {} sesi lagi", sessions.len() - IN_A_FIELD));
    }
    lines.join("\n")
}
