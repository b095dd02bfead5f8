//! Mentors and the pairing of a class.

mod board;
mod edges;
mod hall;
mod properties;
mod undo;
