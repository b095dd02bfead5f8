//! The store's tests. Each module mirrors one of the source.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking, in its helpers too")]

mod backup;
mod certificates;
mod check;
mod class_tests;
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
