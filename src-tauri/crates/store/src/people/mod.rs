//! Tables of the room `people`: persons with their histories, the unit tree, and what lists need of both.

mod history;
mod list;
pub(crate) mod now;
mod person;
mod unit;

pub(crate) use list::search_parts;
pub use list::{DuplicateKey, PeopleQuery, PeopleSort, PersonRow, duplicate_keys, find, find_by_nips, list, rows};
pub use person::{everyone, get, insert, merge, references, save, save_over};
pub use unit::{UnitRow, UnitTree, delete_unit, insert_unit, save_unit, unit_path, units};
