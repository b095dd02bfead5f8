//! The certificates of an office with one closed class.

mod files;
mod issue;
mod office;
mod verify;
