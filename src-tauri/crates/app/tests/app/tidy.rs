//! The architecture, read from the source tree: floors, rooms, one way through, and lengths. See `ARCHITECTURE.md`.

mod reading;
mod rules;
