//! Search as you type: what an operator types, each query once, the first 50 rows.

use crate::siasn::Dice;
use crate::{Done, ms, said, spread};
use app::App;
use app::people::{self, PeopleQuery, PersonRow};
use serde_json::{Value, json};
use std::time::Instant;

const QUERIES: usize = 1000;
/// What the search shows at once.
const SHOWN: u32 = 50;

pub(crate) fn run(app: &App) -> Done<Value> {
    let mut kinds: Vec<(&str, Vec<f64>)> = Vec::new();
    let mut hits = 0;
    // The first query of a program opens the file's pages: it is a start, not a search.
    people::find(app, "a", SHOWN).map_err(said)?;
    for (kind, text) in queries(app)? {
        let began = Instant::now();
        let found = people::find(app, &text, SHOWN).map_err(said)?;
        let took = ms(began);
        hits += found.len();
        match kinds.iter_mut().find(|(name, _)| *name == kind) {
            Some((_, times)) => times.push(took),
            None => kinds.push((kind, vec![took])),
        }
    }
    let all = kinds.iter().flat_map(|(_, times)| times.iter().copied()).collect();
    let kinds: serde_json::Map<String, Value> =
        kinds.into_iter().map(|(kind, times)| (kind.to_owned(), spread(times))).collect();
    Ok(json!({ "all": spread(all), "kinds": kinds, "hits": hits }))
}

/// Parts of what is stored: beginnings and middles of names, of NIPs and of units, two words, and words that nobody has.
fn queries(app: &App) -> Done<Vec<(&'static str, String)>> {
    let mut dice = Dice(7);
    let everybody = everybody(app)?;
    let mut queries = Vec::with_capacity(QUERIES);
    while queries.len() < QUERIES {
        let person = everybody.get(dice.roll(everybody.len())).ok_or("nobody to search for")?;
        let part = |dice: &mut Dice, text: &str| {
            let words: Vec<&str> = text.split(' ').filter(|word| word.len() > 1).collect();
            let letters: Vec<char> = dice.pick(&words).chars().collect();
            let from = dice.roll(letters.len() / 2);
            let length = 1 + dice.roll(letters.len() - from);
            letters[from..from + length].iter().collect::<String>().to_lowercase()
        };
        let from = dice.roll(10);
        queries.push(match queries.len() % 6 {
            0 => ("part of a name", part(&mut dice, &person.name)),
            1 => ("part of a NIP", person.nip[from..from + 4 + dice.roll(4)].to_owned()),
            2 => ("whole NIP", person.nip.clone()),
            3 => ("part of a unit", part(&mut dice, &person.unit)),
            4 => ("two words", format!("{} {}", part(&mut dice, &person.name), part(&mut dice, &person.unit))),
            _ => ("nobody", format!("{}q{}x", part(&mut dice, &person.name), dice.roll(100))),
        });
    }
    Ok(queries)
}

fn everybody(app: &App) -> Done<Vec<PersonRow>> {
    let mut rows = Vec::new();
    loop {
        let query = PeopleQuery { limit: 500, offset: u32::try_from(rows.len())?, ..PeopleQuery::default() };
        let page = people::list(app, query).map_err(said)?;
        rows.extend(page.rows);
        if rows.len() >= page.total as usize {
            return Ok(rows);
        }
    }
}
