//! The tests of the use cases. Each module mirrors a room.

mod classes;
mod classes_book;
mod classes_support;
mod evaluation;
