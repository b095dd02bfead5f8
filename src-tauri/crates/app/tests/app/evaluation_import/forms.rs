//! Workbooks for the tests, and short forms of what a check has found.

use app::App;
use app::evaluation::import::{self, EntryCheck, EntryTarget};
use domain::refusal::CellRefusal;
use domain::sheet::{Cell, Sheet, Workbook};

/// A workbook with one sheet: digits of less than 16 places are a number, `#` begins an error value.
pub(super) fn book(lines: &[&[&str]]) -> Workbook {
    let rows = lines.iter().map(|line| line.iter().map(|text| cell(text)).collect()).collect();
    let sheet = Sheet { name: "Isian".to_owned(), rows, merged: Vec::new() };
    Workbook { file_name: "isian.xlsx".to_owned(), sheets: vec![sheet] }
}

pub(super) fn cell(text: &str) -> Cell {
    if text.is_empty() {
        Cell::Empty
    } else if text.starts_with('#') {
        Cell::Error(text.to_owned())
    } else if text.len() < 16
        && let Ok(number) = text.parse()
    {
        Cell::Number(number)
    } else {
        Cell::Text(text.to_owned())
    }
}

/// The template of a target as a spreadsheet program gives it back.
pub(super) fn template(app: &App, target: EntryTarget) -> Workbook {
    documents::sheets::read_bytes("contoh.xlsx", &import::template(app, target).unwrap()).unwrap()
}

/// Writes a cell of the first sheet, at a heading and a row counted from the first one under it.
pub(super) fn put(workbook: &mut Workbook, heading: &str, row: usize, text: &str) {
    let sheet = &mut workbook.sheets[0];
    let column = sheet.rows[0].iter().position(|cell| cell.display() == heading);
    let column = column.unwrap_or_else(|| panic!("{heading} in {:?}", sheet.rows[0]));
    if sheet.rows.len() <= row + 1 {
        sheet.rows.resize(row + 2, Vec::new());
    }
    if sheet.rows[row + 1].len() <= column {
        sheet.rows[row + 1].resize(column + 1, Cell::Empty);
    }
    sheet.rows[row + 1][column] = cell(text);
}

/// Turns the columns round, so that nothing is found by its place.
pub(super) fn turned(mut workbook: Workbook) -> Workbook {
    let sheet = &mut workbook.sheets[0];
    let width = sheet.rows.iter().map(Vec::len).max().unwrap_or(0);
    for row in &mut sheet.rows {
        row.resize(width, Cell::Empty);
        row.reverse();
    }
    workbook
}

/// Cell and rule of each refusal.
pub(super) fn told(cells: &[CellRefusal]) -> Vec<(&str, &str)> {
    cells.iter().map(|cell| (cell.cell.as_str(), cell.rule.as_str())).collect()
}

/// Only the cells.
pub(super) fn cells(cells: &[CellRefusal]) -> Vec<&str> {
    cells.iter().map(|cell| cell.cell.as_str()).collect()
}

/// Takes a workbook in of which nothing is refused.
pub(super) fn take_in(app: &App, target: EntryTarget, workbook: &Workbook) -> EntryCheck {
    let check = import::check(app, target, workbook).unwrap();
    let taken = import::commit(app, target, workbook).unwrap().value;
    assert_eq!(told(&taken.refused), []);
    assert_eq!(taken, check, "what was checked is what was taken in");
    taken
}

/// What went out comes back and changes nothing.
pub(super) fn comes_back(app: &App, target: EntryTarget, rows: u32) {
    for workbook in [template(app, target), turned(template(app, target))] {
        let check = import::check(app, target, &workbook).unwrap();
        assert_eq!((check.rows, check.ready), (rows, 0));
        assert_eq!((told(&check.refused), told(&check.doubtful)), (vec![], vec![]));
        let outcome = import::commit(app, target, &workbook).unwrap();
        assert_eq!(outcome.changes.operation, None, "nothing is written");
    }
}
