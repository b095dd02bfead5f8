//! Scores: a column for each cell of the grid. Unlike other targets a wrong cell leaves the rest of its row in, as
//! typing does.

use super::people::People;
use super::{About, Findings, Taken, Target};
use crate::classes::{open_class, title};
use crate::evaluation::grid::grid;
use crate::evaluation::scores::{Desk, ScoreEdit, enter};
use chrono::NaiveDate;
use documents::sheets::{Heading, Kind, Value};
use domain::evaluation::{Method, ScoreColumn};
use domain::ids::{ClassId, EnrolmentId};
use domain::import::entry::{ColumnUse, EntryColumn, EntryRow};
use domain::refusal::CellRefusal;
use std::collections::BTreeMap;
use store::{Read, Tx};

/// Place of the first score.
const FIRST: usize = 2;

/// The target.
pub(super) struct Scores {
    class: ClassId,
    about: About,
    people: People,
    /// None once the doubts have been told.
    desk: Option<Desk>,
    taken: Vec<(ScoreEdit, CellRefusal)>,
}

impl Scores {
    pub(super) fn load(read: &Read<'_>, class: ClassId, today: NaiveDate) -> store::Result<Self> {
        let row = open_class(read, class)?;
        let desk = Desk::load(read, class)?;
        let mut columns = People::columns();
        columns.extend(desk.lines.iter().map(|line| {
            let usage = if line.column.editable { ColumnUse::Usual } else { ColumnUse::Either };
            let mut names = vec![line.column.name.clone()];
            // As the Buku Kelas heads it: `Sikap perilaku (20)`.
            names.extend(line.column.weight.map(|weight| format!("{} {weight}", line.column.name)));
            EntryColumn::new(heading(&line.title(), line.column.column), usage).or(names)
        }));
        Ok(Self {
            class,
            about: About { title: format!("Nilai {}", title(&row)), columns },
            people: People::load(read, class, today)?,
            desk: Some(desk),
            taken: Vec::new(),
        })
    }

    fn lines(&self) -> &[crate::evaluation::grid::Line] {
        self.desk.as_ref().map_or(&[], |desk| &desk.lines)
    }
}

/// Repetitions and tests are named as such, so that neither is read as the component of the same name.
fn heading(title: &str, column: ScoreColumn) -> String {
    match column {
        ScoreColumn::Component(_) | ScoreColumn::Part(_) => title.to_owned(),
        ScoreColumn::Test(_) => format!("Tes {title}"),
        ScoreColumn::Remedial(_) if title.starts_with("Remedial") => title.to_owned(),
        ScoreColumn::Remedial(_) => format!("Remedial {title}"),
    }
}

/// Takes one cell to the desk: the edit when it changes something, the refusal when it may not stand.
fn take_cell(
    desk: &mut Desk,
    edit: ScoreEdit,
    cell: CellRefusal,
    found: &mut Findings,
) -> Option<(ScoreEdit, CellRefusal)> {
    let stored = desk.value(edit.enrolment, edit.column);
    // What the program has worked out itself comes back from a template as it went out.
    if stored.is_some_and(|stored| stored.local() == edit.text || stored.to_string() == edit.text) {
        return None;
    }
    match desk.read(&edit) {
        Ok(value) if value == stored => None,
        Ok(value) => {
            if let Some(stored) = stored {
                found.doubtful.push(CellRefusal {
                    rule: format!("Tersimpan {}; berkas ini menggantinya.", desk.text(desk.line(edit.column), stored)),
                    remedy: "Kosongkan sel ini bila yang tersimpan sudah benar.".to_owned(),
                    ..cell.clone()
                });
            }
            desk.put(edit.enrolment, edit.column, value);
            Some((edit, cell))
        }
        Err(rule) => {
            found.refuse(CellRefusal { rule, remedy: "Betulkan sel ini, lalu impor lagi.".to_owned(), ..cell });
            None
        }
    }
}

impl Target for Scores {
    fn about(&self) -> &About {
        &self.about
    }

    fn headings(&self) -> Vec<Heading> {
        let mut headings = People::headings();
        let components = self.desk.as_ref().map_or(&[][..], |desk| &desk.facts.scheme.components);
        for (line, column) in
            self.lines().iter().zip(&self.about.columns[FIRST..]).filter(|(line, _)| line.column.editable)
        {
            let counted = line.component(components).is_some_and(|component| component.method == Method::Deductions);
            let kind = if counted { Kind::Integer } else { Kind::Score };
            headings.push(Heading::new(&column.heading, kind).wide(16));
        }
        headings
    }

    fn known(&self, _read: &Read<'_>) -> store::Result<Vec<Vec<Value>>> {
        let Some(desk) = &self.desk else { return Ok(Vec::new()) };
        let components = &desk.facts.scheme.components;
        let row = |member| {
            let mut cells = People::cells(member);
            for line in desk.lines.iter().filter(|line| line.column.editable) {
                let counted =
                    line.component(components).is_some_and(|component| component.method == Method::Deductions);
                cells.push(match desk.value(member.id, line.column.column) {
                    Some(value) if counted => Value::Integer(i64::from(value.hundredths() / 100)),
                    Some(value) => Value::Score(value),
                    None => Value::Empty,
                });
            }
            cells
        };
        Ok(self.people.members.iter().map(row).collect())
    }

    fn guide(&self) -> Vec<String> {
        vec![
            "Isi angka dengan paling banyak dua angka di belakang koma; pelanggaran sebagai jumlah bulat.".to_owned(),
            "Sel yang dibiarkan kosong tidak mengubah nilai yang tersimpan.".to_owned(),
            "Jangan mengubah judul kolom. Kolom boleh dihapus dan diurutkan sesukanya.".to_owned(),
        ]
    }

    fn key(&self, read: &Read<'_>, row: &EntryRow<'_, '_>, found: &mut Findings) -> store::Result<Option<String>> {
        self.people.key(read, row, found)
    }

    fn take(
        &mut self,
        read: &Read<'_>,
        row: &EntryRow<'_, '_>,
        _key: &str,
        found: &mut Findings,
    ) -> store::Result<Taken> {
        let Some(member) = self.people.named(read, row, found)? else { return Ok(Taken::Refused) };
        let (enrolment, before) = (member.id, (found.refused.len(), self.taken.len()));
        let Some(desk) = &mut self.desk else { return Ok(Taken::Refused) };
        // Repetitions stand last in the grid: who may repeat follows from the scores before them.
        let columns: Vec<ScoreColumn> = desk.lines.iter().map(|line| line.column.column).collect();
        for (column, of) in (FIRST..).zip(columns) {
            if let Some(text) = found.read(row.text(column)).filter(|text| !text.is_empty()) {
                let edit = ScoreEdit { enrolment, column: of, text };
                self.taken.extend(take_cell(desk, edit, row.refuse(column, "", ""), found));
            }
        }
        if self.taken.len() > before.1 {
            Ok(Taken::Ready)
        } else if found.refused.len() > before.0 {
            Ok(Taken::Refused)
        } else {
            Ok(Taken::Same)
        }
    }

    fn finish(&mut self, found: &mut Findings) {
        let Some(Desk { facts, tests, .. }) = self.desk.take() else { return };
        let grid = grid(facts, &tests);
        let rows: BTreeMap<EnrolmentId, usize> =
            grid.rows.iter().enumerate().map(|(at, row)| (row.enrolment, at)).collect();
        for (edit, cell) in &self.taken {
            let column = grid.columns.iter().position(|column| column.column == edit.column);
            let place = rows.get(&edit.enrolment).zip(column);
            if let Some(doubt) = place.and_then(|(row, column)| grid.rows[*row].cells.get(column)?.doubt.clone()) {
                let remedy = "Periksa sel ini; nilainya tetap diimpor.".to_owned();
                found.doubtful.push(CellRefusal { rule: doubt, remedy, ..cell.clone() });
            }
        }
    }

    fn save(&self, tx: &Tx<'_>) -> store::Result<()> {
        let edits: Vec<ScoreEdit> = self.taken.iter().map(|(edit, _)| edit.clone()).collect();
        let typed = enter(tx, self.class, &edits)?;
        match typed.refused.into_iter().next() {
            None => Ok(()),
            Some(refused) => Err(domain::refusal::Refusal::field("scores", refused.message).into()),
        }
    }
}
