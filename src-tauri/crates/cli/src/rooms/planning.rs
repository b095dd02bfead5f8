//! `planning`: problems of the plan and the schedule in a file. They need no data folder.

use crate::answer::Answer;
use app::Result;
use app::planning::{PlanSolved, SolvedStatus, TimetableAnswer, TimetableLimits, solve_file, timetable_file};
use clap::Subcommand;
use domain::evaluation::rupiah;
use std::path::{Path, PathBuf};
use std::time::Duration;

#[derive(Subcommand)]
pub(crate) enum Verb {
    /// Pilih calon terbaik di bawah pagu dari sebuah soal
    Solve { problem: PathBuf },
    /// Susun jadwal kelas dari sebuah soal
    Timetable {
        problem: PathBuf,
        /// Batas waktu dalam milidetik (10000 bila tidak ada batas lain)
        #[arg(long, value_name = "MS")]
        time_limit: Option<u64>,
        /// Batas langkah: jumlah yang sama memberi jadwal yang sama
        #[arg(long, value_name = "N")]
        moves: Option<u64>,
    },
}

pub(crate) fn run(verb: Verb) -> Result<Answer> {
    match verb {
        Verb::Solve { problem } => solve(&problem),
        Verb::Timetable { problem, time_limit, moves } => {
            timetable(&problem, TimetableLimits { time: time_limit.map(Duration::from_millis), moves })
        }
    }
}

fn solve(problem: &Path) -> Result<Answer> {
    let solved = solve_file(problem)?;
    let lines = solved_lines(&solved);
    Ok(Answer::new(solved, lines))
}

fn solved_lines(solved: &PlanSolved) -> Vec<String> {
    let (chosen, all, value) = (solved.chosen.len(), solved.candidates, solved.value);
    let proof = match solved.status {
        SolvedStatus::Optimal => "terbukti terbaik".to_owned(),
        SolvedStatus::Feasible => {
            format!("terbaik sampai batas waktu; tidak ada pilihan yang nilainya di atas {}", solved.bound)
        }
    };
    let mut lines = vec![format!("{chosen} dari {all} calon dipilih, jumlah nilai {value} ({proof}).")];
    lines.extend(solved.budgets.iter().enumerate().map(|(at, budget)| {
        let [used, most, left] = [budget.used, budget.most, budget.most - budget.used].map(rupiah::local);
        format!("Pagu ke-{}: terpakai {used} dari {most}, sisa {left}.", at + 1)
    }));
    lines.extend(solved.chosen.iter().cloned());
    lines
}

fn timetable(problem: &Path, limits: TimetableLimits) -> Result<Answer> {
    let solved = timetable_file(problem, limits)?;
    let lines = timetable_lines(&solved);
    Ok(Answer::new(solved, lines))
}

fn timetable_lines(solved: &TimetableAnswer) -> Vec<String> {
    let cost = solved.cost;
    let mut lines = vec![
        format!(
            "{} sesi ditempatkan. Biaya {}: kesibukan unit {}, kelas yang terulur {}. Tidak ada jadwal di bawah {}.",
            solved.placements.len(),
            cost.total,
            cost.busy,
            cost.spread,
            solved.bound
        ),
        format!("{} langkah, {} pergantian ruang.", solved.moves, solved.room_changes),
    ];
    lines.extend(solved.violations.iter().map(|one| one.message.clone()));
    lines.extend(solved.classes.iter().map(|class| {
        let dearest =
            class.dearest.as_ref().map_or_else(String::new, |one| format!(", termahal {} ({})", one.slot, one.cost));
        format!(
            "{}  biaya {}, {} hari (paling sedikit {}){dearest}",
            class.id, class.cost.total, class.days, class.fewest_days
        )
    }));
    lines.extend(
        solved.placements.iter().map(|one| {
            format!("{}  {}  {}{}", one.class, one.slot, one.room, if one.locked { "  terkunci" } else { "" })
        }),
    );
    lines
}
