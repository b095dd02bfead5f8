//! How values stand in columns: the few conversions that every room needs.

use crate::Result;
use crate::error::Error;
use chrono::NaiveDate;
use rusqlite::Row;
use uuid::Uuid;

/// An id as a column value.
pub(crate) fn blob(id: impl Into<Uuid>) -> Uuid {
    id.into()
}

/// An optional id as a column value.
pub(crate) fn maybe<I: Into<Uuid>>(id: Option<I>) -> Option<Uuid> {
    id.map(Into::into)
}

/// Reads an id.
pub(crate) fn id<I: From<Uuid>>(row: &Row<'_>, column: usize) -> rusqlite::Result<I> {
    Ok(I::from(row.get::<_, Uuid>(column)?))
}

/// Reads an optional id.
pub(crate) fn maybe_id<I: From<Uuid>>(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<I>> {
    Ok(row.get::<_, Option<Uuid>>(column)?.map(I::from))
}

/// The stored form of "as far back as is known".
const OPEN: NaiveDate = NaiveDate::from_ymd_opt(1, 1, 1).expect("the first day of the calendar");

/// A `valid_from` as a column value.
pub(crate) fn since(day: Option<NaiveDate>) -> NaiveDate {
    day.unwrap_or(OPEN)
}

/// Reads a `valid_from`.
pub(crate) fn since_at(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<NaiveDate>> {
    let day: NaiveDate = row.get(column)?;
    Ok((day != OPEN).then_some(day))
}

/// A stored word that stands for one of our enums; anything else is a damaged row.
pub(crate) fn word<T>(row: &Row<'_>, column: usize, read: impl FnOnce(&str) -> Option<T>) -> rusqlite::Result<T> {
    let text = row.get_ref(column)?.as_str()?;
    read(text).ok_or(rusqlite::Error::InvalidColumnType(column, "enum".to_owned(), rusqlite::types::Type::Text))
}

/// JSON of our own making.
pub(crate) fn to_json<T: serde::Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|error| Error::internal(error.to_string()))
}

/// Reads JSON of our own making.
pub(crate) fn from_json<T: serde::de::DeserializeOwned>(row: &Row<'_>, column: usize) -> rusqlite::Result<T> {
    let text = row.get_ref(column)?.as_str()?;
    serde_json::from_str(text).map_err(|error| {
        rusqlite::Error::FromSqlConversionFailure(column, rusqlite::types::Type::Text, Box::new(error))
    })
}
