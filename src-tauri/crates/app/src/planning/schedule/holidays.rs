//! The working calendar: days without work.

use crate::{App, Result};
use chrono::NaiveDate;
use domain::indonesian;
use domain::planning::calendar::Holiday;
use domain::refusal::{Code, Refusal};
use domain::safety::{Op, Outcome};
use store::planning::holiday as table;

/// The holidays of a year in order; none: of all years.
///
/// # Errors
/// The store fails.
pub fn holidays(app: &App, year: Option<i32>) -> Result<Vec<Holiday>> {
    use chrono::Datelike;
    let mut found = app.store.read(table::all)?;
    found.retain(|holiday| year.is_none_or(|year| holiday.date.year() == year));
    Ok(found)
}

/// Saves a holiday. `was`: the day on which it stood before, when it is moved or changed; none for a new one.
///
/// # Errors
/// Refused fields; [`Code::Duplicate`] when another holiday stands on the day; [`Code::NotFound`] when the one to be
/// changed is gone.
pub fn save_holiday(app: &App, was: Option<NaiveDate>, holiday: Holiday) -> Result<Outcome<()>> {
    let holiday = holiday.checked()?;
    let description = format!("Simpan hari libur {}", holiday.name);
    Ok(app.store.write(&app.actor()?, Op::new("planning.save_holiday", description), |tx| {
        if let Some(was) = was {
            table::get(tx, was)?.ok_or_else(missing)?;
        }
        if was != Some(holiday.date) {
            if let Some(other) = table::get(tx, holiday.date)? {
                let message = format!("{} sudah libur: {}.", indonesian::date(other.date), other.name);
                return Err(Refusal { code: Code::Duplicate, ..Refusal::field("date", message) }.into());
            }
            if let Some(was) = was {
                table::delete(tx, was)?;
            }
        }
        table::save(tx, &holiday)
    })?)
}

/// Removes the holiday of a day.
///
/// # Errors
/// [`Code::NotFound`].
pub fn delete_holiday(app: &App, date: NaiveDate) -> Result<Outcome<()>> {
    Ok(app.store.write(&app.actor()?, Op::new("planning.delete_holiday", "Hapus hari libur"), |tx| {
        let stored = table::get(tx, date)?.ok_or_else(missing)?;
        tx.describe(format!("Hapus hari libur {}", stored.name));
        table::delete(tx, date)
    })?)
}

fn missing() -> Refusal {
    Refusal::new(Code::NotFound, "Hari libur ini sudah tidak ada.")
}
