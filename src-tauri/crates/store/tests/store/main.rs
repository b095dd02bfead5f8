//! The store's tests. Each module mirrors one of the source.

mod backup;
mod check;
mod journal;
mod migrate;
mod open;
mod place;
mod restore;
mod speed;
mod support;
mod thin;
mod undo;
mod undo_random;
