//! Where the headings of a table made at run time are.

use super::class_grids::LEFT_OUT;
use super::entry::EntryColumn;
use super::heading::words;
use super::rows::shown;
use crate::refusal::CellRefusal;
use crate::sheet::{Cell, Sheet, Workbook, address};
use std::collections::BTreeMap;

/// How far down headings are looked for.
const ROWS_SEARCHED: usize = 20;

/// The headings of a sheet.
#[derive(Debug, Clone)]
pub(super) struct Head {
    /// The row of the headings.
    pub(super) last: usize,
    /// Where each column of the table stands.
    pub(super) columns: Vec<Option<usize>>,
    /// Headings that mean no column of the table.
    pub(super) unknown: Vec<(usize, usize)>,
    doubled: Vec<(usize, usize)>,
    merged: Vec<usize>,
}

/// The headings that mean each column; a name that fits two columns is left out.
struct Names(BTreeMap<String, Option<usize>>);

impl Names {
    fn new(table: &[EntryColumn]) -> Self {
        let mut names: BTreeMap<String, Option<usize>> = BTreeMap::new();
        for (at, column) in table.iter().enumerate() {
            for name in column.names.iter().chain([&column.heading]) {
                let entry = names.entry(plain(name)).or_insert(Some(at));
                if *entry != Some(at) {
                    *entry = None;
                }
            }
        }
        names.remove("");
        // The heading of the template is always its own column's, whatever else it reads like.
        for (at, column) in table.iter().enumerate() {
            names.insert(plain(&column.heading), Some(at));
        }
        Self(names)
    }

    fn column(&self, heading: &str) -> Option<usize> {
        self.0.get(&plain(heading)).copied().flatten()
    }
}

/// A heading as it is compared: its words without anything between them.
fn plain(heading: &str) -> String {
    words(heading).concat()
}

/// The one sheet with the headings of the table.
pub(super) fn find<'a>(workbook: &'a Workbook, table: &[EntryColumn]) -> Result<(&'a Sheet, Head), Vec<CellRefusal>> {
    let names = Names::new(table);
    let mut found: Vec<(&Sheet, Head)> =
        workbook.sheets.iter().filter_map(|sheet| Some((sheet, head(sheet, table, &names)?))).collect();
    let matches = |head: &Head| head.columns.iter().flatten().count();
    let most = found.iter().map(|(_, head)| matches(head)).max().unwrap_or(0);
    found.retain(|(_, head)| matches(head) == most);
    let Some((sheet, head)) = found.first() else { return Err(vec![no_headings(workbook, table)]) };
    if let [_, (second, other), ..] = found.as_slice() {
        return Err(vec![CellRefusal {
            sheet: second.name.clone(),
            cell: address(other.last, 0),
            value: String::new(),
            rule: format!("Judul kolom yang sama ada di lembar \"{}\" dan \"{}\".", sheet.name, second.name),
            remedy: "Sisakan satu lembar yang hendak diimpor.".to_owned(),
        }]);
    }
    let refused = wrong(sheet, head, table);
    if refused.is_empty() { Ok((sheet, head.clone())) } else { Err(refused) }
}

fn no_headings(workbook: &Workbook, table: &[EntryColumn]) -> CellRefusal {
    CellRefusal {
        sheet: workbook.sheets.first().map(|sheet| sheet.name.clone()).unwrap_or_default(),
        cell: "A1".to_owned(),
        value: String::new(),
        rule: format!("Judul kolom {} tidak ditemukan.", needed(table).join(", ")),
        remedy: "Unduh contohnya, lalu salin isi ke dalamnya tanpa mengubah judul kolom.".to_owned(),
    }
}

fn needed(table: &[EntryColumn]) -> Vec<&str> {
    table.iter().filter(|column| column.usage.must_be_there()).map(|column| column.heading.as_str()).collect()
}

/// The row with the most headings, the first of equals.
fn head(sheet: &Sheet, table: &[EntryColumn], names: &Names) -> Option<Head> {
    let mut best: Option<(usize, Head)> = None;
    for row in 0..sheet.rows.len().min(ROWS_SEARCHED) {
        let head = head_at(sheet, row, table.len(), names);
        let matches = head.columns.iter().flatten().count();
        if matches > best.as_ref().map_or(0, |(most, _)| *most) {
            best = Some((matches, head));
        }
    }
    best.map(|(_, head)| head)
}

fn head_at(sheet: &Sheet, row: usize, columns: usize, names: &Names) -> Head {
    let mut head =
        Head { last: row, columns: vec![None; columns], unknown: Vec::new(), doubled: Vec::new(), merged: Vec::new() };
    let above = row.checked_sub(1).and_then(|above| sheet.rows.get(above)).map_or(0, Vec::len);
    for column in 0..sheet.rows[row].len().max(above) {
        let (place, own) = own_text(sheet, row, column);
        if own.is_empty() {
            if covered(sheet, row, column) {
                head.merged.push(column);
            }
            continue;
        }
        let group = group_text(sheet, place, column);
        let meant = names.column(&format!("{group} {own}")).or_else(|| names.column(&own));
        match meant {
            Some(at) if head.columns[at].is_some() => head.doubled.push((at, column)),
            Some(at) => head.columns[at] = Some(column),
            None if LEFT_OUT.contains(&words(&own).join(" ").as_str()) => {}
            None => head.unknown.push((place, column)),
        }
    }
    head
}

/// The text of a heading and its row; one that is merged with cells below it stands above.
fn own_text(sheet: &Sheet, row: usize, column: usize) -> (usize, String) {
    let own = shown(sheet.cell(row, column));
    if !own.is_empty() {
        return (row, own.into_owned());
    }
    let reaches = sheet.merged.iter().find(|range| {
        range.first_column == column && range.last_column == column && (range.first_row..=range.last_row).contains(&row)
    });
    reaches.map_or((row, String::new()), |range| {
        (range.first_row, shown(sheet.cell(range.first_row, column)).into_owned())
    })
}

/// The heading over several columns above this one; empty without one.
fn group_text(sheet: &Sheet, row: usize, column: usize) -> String {
    let Some(above) = row.checked_sub(1) else { return String::new() };
    let group = sheet.merged.iter().find(|range| {
        (range.first_row..=range.last_row).contains(&above)
            && (range.first_column..=range.last_column).contains(&column)
            && range.last_column > range.first_column
    });
    let text = group.map(|range| sheet.cell(range.first_row, range.first_column));
    text.unwrap_or(&Cell::Empty).display()
}

/// True for a cell whose heading is merged with the one at its left.
fn covered(sheet: &Sheet, row: usize, column: usize) -> bool {
    sheet.merged.iter().any(|range| {
        (range.first_row..=range.last_row).contains(&row)
            && range.first_column < column
            && column <= range.last_column
            && !sheet.cell(range.first_row, range.first_column).is_empty()
    })
}

/// Everything that is wrong with the headings of the sheet.
fn wrong(sheet: &Sheet, head: &Head, table: &[EntryColumn]) -> Vec<CellRefusal> {
    let refuse = |column: usize, rule: String, remedy: &str| CellRefusal {
        sheet: sheet.name.clone(),
        cell: address(head.last, column),
        value: own_text(sheet, head.last, column).1,
        rule,
        remedy: remedy.to_owned(),
    };
    let mut refused = Vec::new();
    for &(at, column) in &head.doubled {
        let first = head.columns[at].map_or_else(String::new, |first| address(head.last, first));
        let rule = format!("Kolom \"{}\" ada dua; yang pertama di sel {first}.", table[at].heading);
        refused.push(refuse(column, rule, "Hapus salah satunya, atau betulkan judulnya."));
    }
    for &column in &head.merged {
        if (head.last + 1..sheet.rows.len()).any(|row| !sheet.cell(row, column).is_empty()) {
            let rule = "Judul kolom ini digabung dengan kolom di kirinya, sehingga isinya tidak bernama.".to_owned();
            refused.push(refuse(column, rule, "Pisahkan sel gabungan itu dan tulis judul di setiap kolom."));
        }
    }
    let end = sheet.rows[head.last].iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1);
    let lacks =
        table.iter().zip(&head.columns).filter(|(column, found)| found.is_none() && column.usage.must_be_there());
    for (at, (column, _)) in lacks.enumerate() {
        let rule = format!("Judul kolom \"{}\" tidak ada.", column.heading);
        refused.push(refuse(end + at, rule, "Tambahkan kolom itu dengan judul yang sama seperti pada contoh."));
    }
    let values = |(column, found): &(&EntryColumn, &Option<usize>)| found.is_some() && column.usage.is_value();
    if refused.is_empty() && !table.iter().zip(&head.columns).any(|pair| values(&pair)) {
        refused.push(refuse(
            end,
            "Tidak ada kolom yang dapat diimpor di lembar ini.".to_owned(),
            "Unduh contohnya, lalu salin isi ke dalamnya tanpa mengubah judul kolom.",
        ));
    }
    refused
}
