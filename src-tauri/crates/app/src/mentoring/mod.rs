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

use crate::office::Task;
use chrono::NaiveDate;
use domain::safety::Room;
use store::Read;

/// What waits in the room: silent pairs and participants who have lost their mentor.
pub(crate) fn tasks(read: &Read<'_>, today: NaiveDate) -> store::Result<Vec<Task>> {
    let counts = store::mentoring::overview::counts(read, today)?;
    let lists = [
        (counts.silent, "pasangan mentor diam lebih dari 30 hari.", "silent"),
        (counts.orphans, "peserta kehilangan mentor.", "orphans"),
    ];
    let waiting = lists.into_iter().filter(|(number, _, _)| *number > 0);
    let task = |(number, text, list): (u32, &str, &str)| Task {
        text: format!("{number} {text}"),
        room: Room::Mentoring,
        target: Some(list.to_owned()),
    };
    Ok(waiting.map(task).collect())
}
