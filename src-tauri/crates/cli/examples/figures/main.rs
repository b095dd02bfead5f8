//! The figures of the core that need no other program, for `npm run bench`. Each verb prints one line of JSON.
//!
//! `figures list FILE COUNT` writes an invented list of people; `figures calamine FILE` reads it and drops it;
//! `figures import FILE FOLDER` imports it into an empty data folder, part by part; `figures search FOLDER`;
//! `figures lists FOLDER`, `figures feedback FOLDER`, `figures voice FOLDER`, `figures needs FOLDER` (they add classes,
//! surveys, complaints and levels of their own).

mod feedback;
mod lists;
mod mentoring;
mod needs;
mod search;
mod siasn;
mod voice;

use app::people::import;
use app::{App, OpenMode, SystemWorld};
use calamine::{Reader, Xlsx, open_workbook};
use domain::refusal::Refusal;
use serde_json::{Map, Value, json};
use std::io::Write;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

/// Whatever goes wrong ends the run.
type Done<T> = Result<T, Box<dyn std::error::Error>>;

fn main() -> Done<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let told = match words.as_slice() {
        ["list", file, count] => {
            siasn::write(Path::new(file), count.parse()?)?;
            json!({ "bytes": std::fs::metadata(file)?.len() })
        }
        ["calamine", file] => calamine(Path::new(file))?,
        ["import", file, folder] => import(Path::new(file), Path::new(folder))?,
        ["search", folder] => search::run(&open(Path::new(folder))?)?,
        ["lists", folder] => lists::run(&open(Path::new(folder))?)?,
        ["feedback", folder] => feedback::run(&open(Path::new(folder))?)?,
        ["voice", folder] => voice::run(&open(Path::new(folder))?)?,
        ["needs", folder] => needs::run(&open(Path::new(folder))?)?,
        _ => {
            let verbs =
                "list FILE COUNT | calamine FILE | import FILE FOLDER | search, lists, feedback, voice, needs FOLDER";
            return Err(verbs.into());
        }
    };
    writeln!(std::io::stdout(), "{told}")?;
    Ok(())
}

fn open(folder: &Path) -> Done<App> {
    Ok(App::open(folder.to_owned(), Arc::new(SystemWorld), OpenMode::Existing).map_err(said)?)
}

/// A refusal as text.
fn said(refusal: Refusal) -> String {
    format!("{:?}: {}", refusal.code, refusal.message)
}

/// Milliseconds since a moment.
fn ms(since: Instant) -> f64 {
    since.elapsed().as_secs_f64() * 1000.0
}

/// Median, 99th percentile and the longest of some times.
fn spread(mut times: Vec<f64>) -> Value {
    times.sort_by(f64::total_cmp);
    let at = |share: usize| times.get((times.len().saturating_sub(1)) * share / 100).copied().unwrap_or(0.0);
    json!({ "times": times.len(), "p50": at(50), "p99": at(99), "max": at(100) })
}

/// How often [`measure`] does a thing.
const ROUNDS: usize = 15;

/// Does a thing several times and notes how long it took.
fn measure(told: &mut Map<String, Value>, name: &str, work: &dyn Fn() -> Result<(), Refusal>) -> Done<()> {
    let mut times = Vec::with_capacity(ROUNDS);
    for _ in 0..ROUNDS {
        let began = Instant::now();
        work().map_err(said)?;
        times.push(ms(began));
    }
    told.insert(name.to_owned(), spread(times));
    Ok(())
}

/// The yardstick: every cell of every sheet, as the crate's own guide reads them.
fn calamine(file: &Path) -> Done<Value> {
    let began = Instant::now();
    let mut book: Xlsx<_> = open_workbook(file)?;
    let mut cells = 0;
    for name in book.sheet_names() {
        let range = book.worksheet_range(&name)?;
        cells += range.used_cells().count();
    }
    Ok(json!({ "ms": ms(began), "cells": cells }))
}

fn import(file: &Path, folder: &Path) -> Done<Value> {
    let mode = OpenMode::Create { ignore_backups: true };
    let app = App::open(folder.to_owned(), Arc::new(SystemWorld), mode).map_err(said)?;
    let settings = import::ImportSettings::default();
    let began = Instant::now();
    let opened = import::open(&app, file).map_err(said)?;
    let read = ms(began);
    let began = Instant::now();
    let summary = import::check(&app, opened.token, &settings).map_err(said)?;
    let check = ms(began);
    let began = Instant::now();
    import::commit(&app, opened.token, false, &settings).map_err(said)?;
    let commit = ms(began);
    Ok(json!({ "read": read, "check": check, "commit": commit, "new": summary.new, "units": summary.new_units.len() }))
}
