//! The workbook "Buku Kelas": a class written out in the format that [`super::book_read`] takes in.

use crate::evaluation::facts::ClassFacts;
use crate::files::write_whole;
use crate::{App, Result};
use chrono::{NaiveTime, Timelike};
use documents::sheets::{Heading, Kind, SheetOut, Value, workbook_bytes};
use domain::classes::Session;
use domain::classes::attendance::Mark;
use domain::ids::ClassId;
use domain::import::class_book::{LABELS, SHEETS};
use std::path::Path;

/// The workbook of a class.
///
/// # Errors
/// [`domain::refusal::Code::NotFound`].
pub fn book_bytes(app: &App, id: ClassId) -> Result<Vec<u8>> {
    let facts = app.store.read(|read| ClassFacts::load(read, id))?;
    workbook_bytes(&[class(&facts), subjects(&facts), participants(&facts), marks(&facts), scores(&facts)], app.today())
}

/// Writes the workbook of a class to a file.
///
/// # Errors
/// [`domain::refusal::Code::NotFound`]; [`domain::refusal::Code::FileAccess`].
pub fn export_book(app: &App, id: ClassId, path: &Path) -> Result<()> {
    let bytes = book_bytes(app, id)?;
    write_whole(path, |file| {
        file.write_all(&bytes).map_err(|error| {
            let message = format!("Berkas {} tidak dapat ditulis ({error}).", path.display());
            domain::refusal::Refusal::new(domain::refusal::Code::FileAccess, message)
        })
    })
}

fn sheet(at: usize, headings: Vec<Heading>, rows: Vec<Vec<Value>>) -> SheetOut {
    SheetOut { name: SHEETS[at].to_owned(), headings, rows, ..SheetOut::default() }
}

fn class(facts: &ClassFacts) -> SheetOut {
    let class = &facts.stored.class;
    let values = [
        facts.stored.programme_name.as_str().into(),
        class.name.as_str().into(),
        class.organiser.as_str().into(),
        class.place.as_str().into(),
        Value::Date(class.starts),
        Value::Date(class.ends),
        class.issue_place.as_str().into(),
        class.issue_date.map_or(Value::Empty, Value::Date),
        class.signatory.name.as_str().into(),
        class.signatory.nip.as_str().into(),
        class.signatory.position.as_str().into(),
        class.signatory.rank.as_str().into(),
    ];
    let rows = LABELS.iter().zip(values).map(|(label, value)| vec![(*label).into(), value]).collect();
    sheet(0, Vec::new(), rows)
}

fn number(number: usize) -> Value {
    i64::try_from(number).map_or(Value::Empty, Value::Integer)
}

fn subjects(facts: &ClassFacts) -> SheetOut {
    let headings = vec![
        Heading::new("No", Kind::Integer),
        Heading::new("Mata Pelatihan", Kind::LongText),
        Heading::new("JP", Kind::Integer),
    ];
    let rows = (1..)
        .zip(&facts.stored.class.subjects)
        .map(|(at, subject)| vec![number(at), subject.name.as_str().into(), Value::Integer(subject.jp.into())])
        .collect();
    sheet(1, headings, rows)
}

fn nip_heading() -> Heading {
    Heading::new("NIP", Kind::Text).wide(22)
}

fn participants(facts: &ClassFacts) -> SheetOut {
    let headings = vec![Heading::new("No", Kind::Integer), nip_heading(), Heading::new("Nama", Kind::Text)];
    let rows = (1..)
        .zip(&facts.participants)
        .map(|(at, member)| vec![number(at), member.nip.as_str().into(), member.full_name.as_str().into()])
        .collect();
    sheet(2, headings, rows)
}

fn marks(facts: &ClassFacts) -> SheetOut {
    let codes = Mark::ALL.map(Mark::code);
    let columns = facts.sessions.iter().map(|session| Heading::new(heading(session), Kind::Text).choose(codes));
    let headings = [nip_heading()].into_iter().chain(columns).collect();
    let cell = |mark: &Option<Mark>| mark.map_or(Value::Empty, |mark| mark.code().into());
    let rows = facts.participants.iter().zip(&facts.marks);
    let rows = rows.map(|(member, marks)| row(&member.nip, marks.iter().map(cell))).collect();
    sheet(3, headings, rows)
}

fn scores(facts: &ClassFacts) -> SheetOut {
    let columns = facts
        .scheme
        .components
        .iter()
        .map(|component| Heading::new(format!("{} ({})", component.name, component.weight), Kind::Score));
    let headings = [nip_heading()].into_iter().chain(columns).collect();
    let rows = facts.participants.iter().zip(&facts.scores);
    let rows = rows
        .map(|(member, scores)| row(&member.nip, scores.iter().map(|score| score.map_or(Value::Empty, Value::Score))))
        .collect();
    sheet(4, headings, rows)
}

fn row(nip: &str, cells: impl Iterator<Item = Value>) -> Vec<Value> {
    [nip.into()].into_iter().chain(cells).collect()
}

/// `2026-03-02 08:00-10:30 Etika publik (3 JP)`; the JP stand last, so that parentheses in the topic do no harm.
fn heading(session: &Session) -> String {
    let times = session.starts.zip(session.ends).map(|(starts, ends)| format!("{}-{}", clock(starts), clock(ends)));
    let parts =
        [session.date.to_string(), times.unwrap_or_default(), session.topic.clone(), format!("({} JP)", session.jp)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

fn clock(time: NaiveTime) -> String {
    time.format(if time.second() == 0 { "%H:%M" } else { "%H:%M:%S" }).to_string()
}
