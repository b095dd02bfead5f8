//! What is otherwise typed, taken in from files: templates that come back, wrong cells by name, large files.

mod forms;
mod grids;
mod sheets;
mod skm;
