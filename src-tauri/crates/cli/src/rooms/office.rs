//! `office`: set up a data folder.

use super::read;
use crate::answer::Answer;
use app::{App, OpenMode, Result, SystemWorld, office};
use chrono::NaiveDate;
use clap::Subcommand;
use domain::office::{DatedSignatory, Profile};
use domain::refusal::{Code, Refusal};
use domain::world::{FixedWorld, World};
use serde::Deserialize;
use serde_json::json;
use std::path::PathBuf;
use std::sync::Arc;

#[derive(Subcommand)]
pub(crate) enum Verb {
    /// Siapkan folder data
    Init {
        /// Isi dengan kantor contoh
        #[arg(long, conflicts_with = "profile")]
        demo: bool,
        /// Banyaknya orang di kantor contoh
        #[arg(long, value_name = "N", requires = "demo", default_value_t = office::demo::PEOPLE)]
        people: u32,
        /// Profil kantor (JSON)
        #[arg(long, value_name = "FILE")]
        profile: Option<PathBuf>,
    },
}

/// A profile file: the profile's fields, and who signs.
#[derive(Deserialize)]
struct ProfileFile {
    #[serde(flatten)]
    profile: Profile,
    #[serde(default)]
    signatories: Vec<DatedSignatory>,
}

pub(crate) fn run(data: PathBuf, verb: Verb) -> Result<Answer> {
    let Verb::Init { demo, people, profile } = verb;
    let world: Arc<dyn World> = if demo { Arc::new(demo_world()) } else { Arc::new(SystemWorld) };
    let app = App::open(data, world, OpenMode::Create { ignore_backups: false })?;
    if demo {
        office::demo::init(&app, people)?;
    } else {
        let file = profile.map(|path| read_profile(&path)).transpose()?;
        let known = office::profile(&app)?.is_some();
        match file {
            Some(file) => {
                office::save_profile(&app, file.profile)?;
                for signatory in file.signatories {
                    office::save_signatory(&app, signatory)?;
                }
            }
            None if !known => {
                office::save_profile(&app, plain_profile())?;
            }
            None => {}
        }
    }
    let status = office::status(&app)?;
    let line = format!("Folder data siap: {} ({} orang).", status.data_folder, status.counts.people);
    Ok(Answer::new(
        json!({ "data": status.data_folder, "office": status.office_name, "people": status.counts.people }),
        vec![line],
    ))
}

/// The demo office is the same every time: its clock and its chance are fixed.
fn demo_world() -> FixedWorld {
    FixedWorld::new(NaiveDate::from_ymd_opt(2026, 1, 5).unwrap_or_default(), 20_260_105)
}

/// What stands on letters until the office says who it is.
fn plain_profile() -> Profile {
    Profile {
        government: "PEMERINTAH KABUPATEN".to_owned(),
        office: "BADAN KEPEGAWAIAN DAN PENGEMBANGAN SUMBER DAYA MANUSIA".to_owned(),
        unit_code: "BKPSDM".to_owned(),
        city: "Ibu Kota Kabupaten".to_owned(),
        operator: "Operator".to_owned(),
        ..Profile::default()
    }
}

fn read_profile(path: &std::path::Path) -> Result<ProfileFile> {
    serde_json::from_slice(&read(path)?).map_err(|error| {
        let message = format!("Profil {} tidak dapat dibaca: {error}. Lihat contohnya di docs/cli.md.", path.display());
        Refusal::new(Code::UnreadableFile, message)
    })
}
