//! Plans of a given size and kind for the bench, and the time that choosing takes inside the process.
//!
//!     portfolio make KIND CANDIDATES FUNDS SEED FILE   a problem for `binaasn-cli planning solve`
//!     portfolio time FILE MS                           JSON with the time, the value and the bound after at most MS
//!
//! Costs are 5 to 80 million rupiah a fund, each ceiling is half of what all candidates cost. The value of a candidate
//! follows its costs: their mean in units of 100,000 rupiah, and a part that is its own. Kinds: `strong` (own part 100,
//! up or down by at most 10) and `weak` (own part 0 to 399).

#![allow(clippy::print_stdout, reason = "a program of the bench says its figures")]

use domain::planning::portfolio::{Portfolio, Row, solve};
use serde_json::{Value, json};
use std::error::Error;
use std::time::{Duration, Instant};

type Done<T> = Result<T, Box<dyn Error>>;

fn main() -> Done<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["make", kind, candidates, funds, seed, file] => {
            let problem = make(kind, candidates.parse()?, funds.parse()?, seed.parse()?)?;
            Ok(std::fs::write(file, problem.to_string())?)
        }
        ["time", file, ms] => {
            println!("{}", time(&read(file)?, Duration::from_millis(ms.parse()?))?);
            Ok(())
        }
        _ => Err("portfolio make KIND CANDIDATES FUNDS SEED FILE | time FILE MS".into()),
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

fn make(kind: &str, candidates: usize, funds: i64, seed: u64) -> Done<Value> {
    let mut draw = Draw(seed);
    let mut items = Vec::new();
    let mut budgets = vec![0_i64; usize::try_from(funds)?];
    for at in 0..candidates {
        let costs: Vec<i64> = budgets.iter().map(|_| (100 + draw.next(1_501)) * 50_000).collect();
        budgets.iter_mut().zip(&costs).for_each(|(budget, cost)| *budget += cost);
        let own = match kind {
            "strong" => 90 + draw.next(21),
            "weak" => draw.next(400),
            _ => return Err(format!("no kind {kind}").into()),
        };
        let value = costs.iter().sum::<i64>() / funds / 100_000 + own;
        let id = format!("K{at:04}");
        items.push(json!({"id": id, "value": value, "costs": costs, "group": null, "mandatory": false}));
    }
    budgets.iter_mut().for_each(|budget| *budget = *budget / 100_000 * 50_000);
    Ok(json!({"budgets": budgets, "items": items, "at_most_one_of": [], "time_limit_ms": 10_000}))
}

fn read(file: &str) -> Done<Portfolio> {
    let problem: Value = serde_json::from_slice(&std::fs::read(file)?)?;
    let items = problem["items"].as_array().ok_or("no items")?;
    let budgets = problem["budgets"].as_array().ok_or("no budgets")?;
    let cost = |fund: usize| items.iter().filter_map(move |item| item["costs"][fund].as_i64()).enumerate();
    let row = |(fund, most): (usize, &Value)| Row { uses: cost(fund).collect(), least: 0, most: most.as_i64() };
    Ok(Portfolio {
        values: items.iter().filter_map(|item| item["value"].as_i64()).collect(),
        rows: budgets.iter().enumerate().map(row).collect(),
        fixed: vec![None; items.len()],
    })
}

/// Choosing once, from the problem in memory.
fn time(problem: &Portfolio, limit: Duration) -> Done<Value> {
    let began = Instant::now();
    let choice = solve(problem, &mut || began.elapsed() >= limit)?;
    let ms = began.elapsed().as_secs_f64() * 1000.0;
    Ok(json!({"ms": ms, "value": choice.value, "bound": choice.bound, "proven": choice.proven}))
}
