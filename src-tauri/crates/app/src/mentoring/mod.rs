//! Mentors, the pairing of a class, and the work of pairs.

mod approve;
mod board;
mod explain;
mod mentees;
mod mentors;
mod run;

pub use approve::{Approved, approve};
pub use board::{
    Board, BoardMentee, BoardMentor, BoardPlace, BoardRun, Lack, MoveRow, Preview, Versus, board, preview,
    save_settings,
};
pub use explain::{CriterionLine, Explanation, MentorOption, Second, Unpaired, WhatIf, explain, what_if};
pub use mentees::{MenteeRow, NamedPerson, fill_superiors, mentees, save_mentee, set_needs};
pub use mentors::{
    MentorFilter, MentorQuery, MentorRow, MentorView, delete_mentor, field_names, mentor, mentor_leaves, mentors,
    save_mentor,
};
pub use run::{EditProblem, PlaceEdit, propose_orphans, run, set_places};

use domain::refusal::{Code, Refusal};

/// Temporary.
fn later() -> Refusal {
    Refusal::new(Code::Internal, "Bagian ini sedang dibuat.")
}
