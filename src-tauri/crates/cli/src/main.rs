//! The use cases of BinaASN from a terminal: scheduled backups, batch export, checks from outside.
//!
//! Its JSON and its exit codes are a contract, described in `docs/cli.md`: 0 done, 1 refused with a named error,
//! 2 wrong usage.

mod answer;
mod rooms;

use answer::Answer;
use clap::{Parser, Subcommand};
use rooms::{certificates, classes, evaluation, mentoring, office, people, planning, safety, voice};
use std::path::PathBuf;
use std::process::ExitCode;

/// BinaASN dari terminal.
#[derive(Parser)]
#[command(name = "binaasn-cli", version, about, disable_help_subcommand = true)]
struct Arguments {
    /// Folder data
    #[arg(long, value_name = "DIR", env = "BINAASN_DATA", global = true)]
    data: Option<PathBuf>,
    /// Keluaran JSON
    #[arg(long, global = true)]
    json: bool,
    #[command(subcommand)]
    room: Room,
}

#[derive(Subcommand)]
enum Room {
    /// Kantor
    #[command(subcommand)]
    Office(office::Verb),
    /// Daftar orang
    #[command(subcommand)]
    People(people::Verb),
    /// Kelas
    #[command(subcommand)]
    Classes(classes::Verb),
    /// Penilaian
    #[command(subcommand)]
    Evaluation(evaluation::Verb),
    /// Mentor dan peserta
    #[command(subcommand)]
    Mentoring(mentoring::Verb),
    /// Sertifikat
    #[command(subcommand)]
    Certificates(certificates::Verb),
    /// Riwayat, pembatalan, cadangan, pemeriksaan
    #[command(subcommand)]
    Safety(safety::Verb),
    /// Suara masyarakat
    #[command(subcommand)]
    Voice(voice::Verb),
    /// Rencana dan jadwal
    #[command(subcommand)]
    Planning(planning::Verb),
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let data = || {
        arguments.data.ok_or_else(|| {
            answer::complain("Folder data belum disebut. Tambahkan --data DIR, atau isi BINAASN_DATA.");
            ExitCode::from(2)
        })
    };
    let done = match arguments.room {
        Room::Office(verb) => data().map(|data| office::run(data, verb)),
        Room::People(verb) => data().map(|data| people::run(data, verb)),
        Room::Classes(verb) => data().map(|data| classes::run(data, verb)),
        Room::Evaluation(verb) => Ok(evaluation::run(verb)),
        Room::Mentoring(verb) => Ok(mentoring::run(verb)),
        Room::Certificates(verb) => data().map(|data| certificates::run(data, verb)),
        Room::Safety(verb) => data().map(|data| safety::run(data, verb)),
        Room::Voice(verb) => Ok(voice::run(verb)),
        Room::Planning(verb) => Ok(planning::run(verb)),
    };
    match done {
        Ok(done) => done.unwrap_or_else(Answer::from).tell(arguments.json),
        Err(usage) => usage,
    }
}
