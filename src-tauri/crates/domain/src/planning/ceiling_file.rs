//! Ceilings (pagu) as a spreadsheet: columns by their headings, every wrong cell named.

use super::cost_file::{ReadFile, finish, whole};
use super::plan::Ceiling;
use crate::evaluation::rupiah;
use crate::import::entry::{ColumnUse, EntryColumn, EntryScan};
use crate::people::name::tidy;
use crate::sheet::Workbook;
use std::collections::BTreeMap;

const SUB: usize = 0;
const FUND: usize = 1;
const AMOUNT: usize = 2;

/// Reads ceilings. A line without a sub kegiatan is a ceiling over all of them; nothing is stored.
#[must_use]
pub fn read_ceilings(workbook: &Workbook) -> ReadFile<Ceiling> {
    let columns = [
        EntryColumn::new("Sub Kegiatan", ColumnUse::Either).or([
            "Kode Sub Kegiatan",
            "Kode Subkegiatan",
            "Subkegiatan",
            "Kode",
        ]),
        EntryColumn::new("Sumber Dana", ColumnUse::Key).or(["Sumber Pendanaan", "Dana"]),
        EntryColumn::new("Pagu", ColumnUse::Needed).or(["Pagu Rp", "Pagu (Rp)", "Jumlah", "Anggaran", "Nilai"]),
    ];
    let mut file = ReadFile::new(workbook);
    let scan = match EntryScan::new(workbook, &columns) {
        Ok(scan) => scan,
        Err(refused) => {
            file.refused = refused;
            return file;
        }
    };
    let mut seen: BTreeMap<(String, String), usize> = BTreeMap::new();
    for row in scan.rows() {
        let (sub, fund) = (file.take(row.text(SUB)), file.take(row.text(FUND)));
        let amount = file.take(whole(&row, AMOUNT, "Pagu", rupiah::MOST));
        let (Some(sub), Some(fund), Some(amount)) = (sub, fund, amount) else { continue };
        let (sub_activity, fund) = (tidy(&sub), tidy(&fund));
        let Some(amount) = amount else {
            file.refused.push(row.refuse(AMOUNT, "Pagu baris ini kosong.", "Isi pagunya, atau hapus barisnya."));
            continue;
        };
        if fund.is_empty() {
            file.refused.push(row.refuse(FUND, "Sumber dana baris ini kosong.", "Isi sumber dananya."));
            continue;
        }
        if let Some(first) = seen.insert((sub_activity.to_lowercase(), fund.to_lowercase()), row.row) {
            let rule = format!("Pagu ini sudah ada di baris {}.", first + 1);
            file.refused.push(row.refuse(FUND, rule, "Hapus salah satunya."));
            continue;
        }
        file.lines.push(Ceiling { id: None, sub_activity, fund, amount });
    }
    finish(&mut file, scan);
    file
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use crate::sheet::{Cell, Sheet};

    fn read(rows: &[&[Cell]]) -> ReadFile<Ceiling> {
        let rows = rows.iter().map(|row| row.to_vec()).collect();
        let sheet = Sheet { name: "Pagu".to_owned(), rows, merged: Vec::new() };
        read_ceilings(&Workbook { file_name: "pagu.xlsx".to_owned(), sheets: vec![sheet] })
    }

    fn text(text: &str) -> Cell {
        if text.is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) }
    }

    fn line(sub: &str, fund: &str, amount: &str) -> [Cell; 3] {
        [text(sub), text(fund), text(amount)]
    }

    #[test]
    fn ceilings_are_read_and_every_wrong_cell_is_named() {
        let rows = [
            line("Sub Kegiatan", "Sumber Dana", "Pagu (Rp)"),
            line("5.04.02.2.01.0001", "APBD", "125.000.000"),
            line("", "DAK", "90000000"),
            line("5.04.02.2.01.0001", "apbd", "1"),
            line("", "APBD", "-5"),
            line("5.04", "APBD", "banyak"),
            line("5.05", "APBD", ""),
        ];
        let rows: Vec<&[Cell]> = rows.iter().map(|row| row.as_slice()).collect();
        let file = read(&rows);
        let lines: Vec<(&str, &str, i64)> =
            file.lines.iter().map(|line| (line.sub_activity.as_str(), line.fund.as_str(), line.amount)).collect();
        assert_eq!(lines, [("5.04.02.2.01.0001", "APBD", 125_000_000), ("", "DAK", 90_000_000)]);
        let cells: Vec<&str> = file.refused.iter().map(|cell| cell.cell.as_str()).collect();
        assert_eq!(cells, ["B4", "C5", "C6", "C7"]);
    }

    #[test]
    fn a_file_without_its_headings_is_refused() {
        let row = line("a", "b", "c");
        assert!(!read(&[&row]).refused.is_empty());
        assert!(!read(&[]).refused.is_empty());
    }
}
