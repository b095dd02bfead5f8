//! Mentors, the pairing of a class, and the work of pairs.

mod approve;
mod board;
mod explain;
mod ground;
mod letters;
mod load;
mod meetings;
mod mentees;
mod mentors;
mod pairs;
mod remedies;
mod reports;
mod run;
mod solve;

pub use approve::{Approved, approve};
pub use board::{
    Board, BoardMentee, BoardMentor, BoardPlace, BoardRun, Lack, MoveRow, Preview, Versus, board, preview,
    save_settings,
};
pub use explain::{CriterionLine, Explanation, MentorOption, Second, Unpaired, WhatIf, explain, what_if};
pub use meetings::{JudgementEntry, MeetingRow, delete_meeting, save_judgement, save_meeting};
pub use mentees::{MenteeRow, NamedPerson, fill_superiors, mentees, save_mentee, set_needs};
pub use mentors::{
    MentorFilter, MentorQuery, MentorRow, MentorView, delete_mentor, field_names, mentor, mentor_leaves, mentors,
    save_mentor,
};
pub use pairs::{
    MentoringOverview, OrphanRow, PairQuery, PairRow, PairState, PairView, end_pair, orphans, overview, pair, pairs,
    reopen_pair,
};
pub use reports::{LetterOptions, MentoringReport, report_name, report_pdf, save_report};
pub use run::{EditProblem, PlaceEdit, propose_orphans, run, set_places};
pub use solve::{Solved, Unassigned, solve_file};
