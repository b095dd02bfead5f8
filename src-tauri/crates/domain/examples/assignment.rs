//! Problems of a given size and kind for the bench, and the time that solving them takes inside the process.
//!
//!     assignment make KIND MENTEES MENTORS FOLDER   problem.json, scores.csv, and scores.bin (i32, little-endian)
//!     assignment time FOLDER                        JSON with the time of solving once and the optimum
//!     assignment questions FOLDER                   JSON with the times of each aim: solving, "what if", second best
//!
//! Kinds: `random` (30 % forbidden, scores up to 50,000), `structured` (a sum of four criteria with few values each) and
//! `popular` (everybody wants the same mentors).

#![allow(clippy::print_stdout, reason = "a program of the bench says its figures")]

use domain::mentoring::assignment::{Aim, Places, Problem, Scores, solve};
use serde_json::{Value, json};
use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;
use std::time::Instant;

type Done<T> = Result<T, Box<dyn Error>>;

fn main() -> Done<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["make", kind, mentees, mentors, folder] => make(kind, mentees.parse()?, mentors.parse()?, Path::new(folder)),
        ["time", folder] => {
            println!("{}", time(&read(Path::new(folder))?)?);
            Ok(())
        }
        ["questions", folder] => {
            println!("{}", questions(read(Path::new(folder))?)?);
            Ok(())
        }
        _ => Err("assignment make KIND MENTEES MENTORS FOLDER | time FOLDER | questions FOLDER".into()),
    }
}

/// Numbers from a seed: `SplitMix64`.
struct Draw(u64);

impl Draw {
    fn next(&mut self, below: i64) -> i64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        i64::try_from((mixed ^ (mixed >> 31)) >> 1).unwrap_or(0) % below
    }
}

fn make(kind: &str, mentees: usize, mentors: usize, folder: &Path) -> Done<()> {
    let mut draw = Draw(39);
    // Places for about a tenth more than there are participants.
    let most = (mentees * 11).div_ceil(mentors * 10);
    let fields: Vec<i64> = (0..mentors).map(|_| draw.next(8)).collect();
    let ranks: Vec<i64> = (0..mentors).map(|_| draw.next(5)).collect();
    let fame: Vec<i64> = (0..mentors).map(|_| draw.next(45_000)).collect();
    let (mut table, mut bytes) = (String::new(), Vec::with_capacity(mentees * mentors * 4));
    for _ in 0..mentees {
        let (field, rank, place) = (draw.next(8), draw.next(5), draw.next(6));
        for mentor in 0..mentors {
            let score = match kind {
                _ if draw.next(10) < 3 => None,
                "random" => Some(draw.next(50_001)),
                "structured" => {
                    let distance = (fields[mentor] - field).abs();
                    let seniority = 4 - (ranks[mentor] - rank).abs();
                    let near = i64::from(place == fields[mentor] % 6);
                    Some(40 * (8 - distance) + 25 * seniority + 15 * near + 10 * draw.next(3))
                }
                "popular" => Some(fame[mentor] + draw.next(5_001)),
                _ => return Err(format!("no kind {kind}").into()),
            };
            if mentor > 0 {
                table.push(',');
            }
            if let Some(score) = score {
                write!(table, "{score}")?;
            }
            bytes.extend(score.map_or(Ok(i32::MIN), i32::try_from)?.to_le_bytes());
        }
        table.push('\n');
    }
    let mentor = |at: usize| json!({"id": format!("M{at:05}"), "min": 0, "max": most});
    let problem = json!({
        "mentors": (0..mentors).map(mentor).collect::<Vec<_>>(),
        "mentees": (0..mentees).map(|at| format!("P{at:05}")).collect::<Vec<_>>(),
        "scores_file": "scores.csv",
        "aim": "most_then_best",
    });
    std::fs::create_dir_all(folder)?;
    std::fs::write(folder.join("problem.json"), problem.to_string())?;
    std::fs::write(folder.join("scores.csv"), table)?;
    Ok(std::fs::write(folder.join("scores.bin"), bytes)?)
}

fn read(folder: &Path) -> Done<Problem> {
    let problem: Value = serde_json::from_slice(&std::fs::read(folder.join("problem.json"))?)?;
    let mentors = problem["mentors"].as_array().ok_or("no mentors")?;
    let mentees = problem["mentees"].as_array().ok_or("no mentees")?.len();
    let places = |mentor: &Value| Some(Places { min: 0, max: u32::try_from(mentor["max"].as_u64()?).ok()? });
    let bytes = std::fs::read(folder.join("scores.bin"))?;
    let flat = bytes.as_chunks::<4>().0.iter().map(|bytes| i32::from_le_bytes(*bytes)).collect();
    Ok(Problem {
        mentors: mentors.iter().map(places).collect::<Option<_>>().ok_or("places")?,
        scores: Scores::from_flat(mentees, mentors.len(), flat)?,
        locked: Vec::new(),
        previous: Vec::new(),
        keep_bonus: 0,
        aim: Aim::MostThenBest,
    })
}

/// Milliseconds of a piece of work.
fn milliseconds(work: impl FnOnce() -> Done<()>) -> Done<f64> {
    let began = Instant::now();
    work()?;
    Ok(began.elapsed().as_secs_f64() * 1000.0)
}

/// Solving once, from the scores in memory to the pairs.
fn time(problem: &Problem) -> Done<Value> {
    let mut pairs = Vec::new();
    let mut total = 0;
    let ms = milliseconds(|| {
        let solution = solve(problem)?;
        (pairs, total) = (solution.pairs(), solution.total());
        Ok(())
    })?;
    Ok(json!({"ms": ms, "pairs": pairs.len(), "total": total}))
}

/// Each aim: solving, then 100 questions of each kind to the solution, the median and the longest.
fn questions(mut problem: Problem) -> Done<Value> {
    let aims = [
        ("most_then_best", Aim::MostThenBest),
        ("best", Aim::Best),
        ("even", Aim::Even),
        ("best_worst", Aim::BestWorst),
    ];
    let (mentees, mentors) = (problem.scores.mentees(), problem.mentors.len());
    let mut answer = serde_json::Map::new();
    for (name, aim) in aims {
        problem.aim = aim;
        let solved = milliseconds(|| solve(&problem).map(drop).map_err(Into::into))?;
        let solution = solve(&problem)?;
        let force = asked(|at| {
            let (mentee, mentor) = ((at * 37) % mentees, (at * 17) % mentors);
            let allowed = problem.scores.get(mentee, mentor).is_some();
            solution.force(mentee, Some(mentor).filter(|_| allowed))?;
            Ok(())
        })?;
        let second = asked(|at| {
            std::hint::black_box(solution.second_best((at * 37) % mentees));
            Ok(())
        })?;
        answer.insert(name.to_owned(), json!({"ms": solved, "force": force, "second": second}));
    }
    Ok(answer.into())
}

fn asked(question: impl Fn(usize) -> Done<()>) -> Done<Value> {
    let mut times = (0..100).map(|at| milliseconds(|| question(at))).collect::<Done<Vec<f64>>>()?;
    times.sort_by(f64::total_cmp);
    Ok(json!({"median": times.get(times.len() / 2), "longest": times.last()}))
}
