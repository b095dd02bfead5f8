//! Reads a problem strictly and refuses what is malformed with its place, everything at once. Candidates are numbered in
//! order of their ids, so that the order of the file does not matter.

use crate::Result;
use crate::strict_json::{self, said};
use domain::planning::portfolio::{Fault, Portfolio, Row};
use domain::refusal::{Code, Fields, Refusal};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::time::Duration;

/// Milliseconds unless the file says otherwise.
const TIME: i64 = 10_000;
/// The longest time that a file may ask for: a day.
const LONGEST: i64 = 86_400_000;

/// Candidates at the most: more are no plan, and the search would hear of the time too late.
const MOST_ITEMS: usize = 10_000;

const KEYS: [&str; 5] = ["budgets", "items", "at_most_one_of", "at_least", "time_limit_ms"];
const ITEM_KEYS: [&str; 5] = ["id", "value", "costs", "group", "mandatory"];

/// A sound problem.
pub(super) struct Checked {
    pub(super) problem: Portfolio,
    /// Ids of the candidates in their order.
    pub(super) ids: Vec<String>,
    /// The place in the file of each row: first the budgets.
    pub(super) rows: Vec<String>,
    pub(super) budgets: usize,
    pub(super) time: Duration,
}

/// A candidate as the file has it.
struct Item {
    id: String,
    value: i64,
    costs: Vec<i64>,
    group: Option<String>,
    mandatory: bool,
}

/// One refused place, such as `items[3].costs[1]`.
pub(super) fn refuse(place: &str, message: impl AsRef<str>) -> Refusal {
    Refusal::field(path_of(place), format!("{place}: {}", message.as_ref()))
}

/// The path of a field, such as `items.3.costs.1`, from its place.
fn path_of(place: &str) -> String {
    place.replace('[', ".").replace(']', "")
}

/// Gathers what is refused.
#[derive(Default)]
struct Reader(Fields);

impl Reader {
    fn refuse(&mut self, place: &str, message: impl AsRef<str>) {
        self.0.refuse(path_of(place), format!("{place}: {}", message.as_ref()));
    }

    /// Refuses keys that are not known, which may be known ones misspelt.
    fn only(&mut self, place: &str, object: &Map<String, Value>, known: &[&str]) {
        for key in object.keys().filter(|key| !known.contains(&key.as_str())) {
            let place = if place.is_empty() { key.clone() } else { format!("{place}.{key}") };
            self.refuse(&place, format!("tidak dikenal. Yang dikenal: {}.", known.join(", ")));
        }
    }

    /// A whole number from `least` on.
    fn whole(&mut self, place: &str, value: Option<&Value>, least: i64, most: i64) -> i64 {
        let number = value.and_then(Value::as_i64).filter(|number| (least..=most).contains(number));
        if number.is_none() {
            let range = if most == i64::MAX { format!("mulai dari {least}") } else { format!("{least} sampai {most}") };
            self.refuse(place, format!("{}. Isi bilangan bulat {range}.", said(value)));
        }
        number.unwrap_or(0)
    }

    fn text(&mut self, place: &str, value: Option<&Value>) -> String {
        let text = value.and_then(Value::as_str).filter(|text| !text.trim().is_empty());
        if text.is_none() {
            self.refuse(place, format!("{}. Isi teks.", said(value)));
        }
        text.unwrap_or_default().to_owned()
    }

    fn list<'a>(&mut self, place: &str, value: Option<&'a Value>, needed: bool) -> &'a [Value] {
        match value {
            None if !needed => &[],
            Some(Value::Array(list)) => list,
            value => {
                self.refuse(place, format!("{}. Isi sebuah daftar, boleh kosong.", said(value)));
                &[]
            }
        }
    }

    fn object<'a>(&mut self, place: &str, value: &'a Value, known: &[&str]) -> Option<&'a Map<String, Value>> {
        let object = value.as_object();
        match object {
            Some(object) => self.only(place, object, known),
            None => self.refuse(place, format!("{}. Isi objek dengan {}.", said(Some(value)), known.join(", "))),
        }
        object
    }

    /// `budgets`: how many there are; none when that is refused already.
    fn item(&mut self, place: &str, value: &Value, budgets: Option<usize>) -> Option<Item> {
        let object = self.object(place, value, &ITEM_KEYS)?;
        let costs_place = format!("{place}.costs");
        let costs = self.list(&costs_place, object.get("costs"), true);
        let listed = object.get("costs").is_some_and(Value::is_array);
        if let Some(budgets) = budgets.filter(|budgets| listed && *budgets != costs.len()) {
            let count = costs.len();
            self.refuse(&costs_place, format!("ada {count} biaya untuk {budgets} pagu. Samakan jumlahnya."));
        }
        let cost = |(at, cost): (usize, &Value)| self.whole(&format!("{costs_place}[{at}]"), Some(cost), 0, i64::MAX);
        let costs = costs.iter().enumerate().map(cost).collect();
        let group = match object.get("group") {
            None | Some(Value::Null) => None,
            group => Some(self.text(&format!("{place}.group"), group)),
        };
        let mandatory = object.get("mandatory");
        if !mandatory.is_none_or(Value::is_boolean) {
            self.refuse(&format!("{place}.mandatory"), format!("{}. Isi true atau false.", said(mandatory)));
        }
        Some(Item {
            id: self.text(&format!("{place}.id"), object.get("id")),
            value: self.whole(&format!("{place}.value"), object.get("value"), 0, i64::MAX),
            costs,
            group,
            mandatory: mandatory.and_then(Value::as_bool).unwrap_or(false),
        })
    }

    /// The sets of which one may be chosen, as rows with their places.
    fn sets(&mut self, object: &Map<String, Value>, number: &HashMap<String, usize>) -> Vec<(String, Row)> {
        let mut rows = Vec::new();
        for (at, set) in self.list("at_most_one_of", object.get("at_most_one_of"), false).iter().enumerate() {
            let place = format!("at_most_one_of[{at}]");
            let mut uses: Vec<(usize, i64)> = Vec::new();
            for (at, id) in self.list(&place, Some(set), true).iter().enumerate() {
                let place = format!("{place}[{at}]");
                let id = self.text(&place, Some(id));
                match number.get(&id).copied() {
                    None if id.is_empty() => {}
                    None => self.refuse(&place, format!("\"{id}\" tidak ada dalam items.")),
                    Some(one) if uses.iter().any(|(other, _)| *other == one) => {
                        self.refuse(&place, format!("\"{id}\" disebut untuk kedua kalinya. Sisakan satu."));
                    }
                    Some(one) => uses.push((one, 1)),
                }
            }
            rows.push((place, Row { uses, least: 0, most: Some(1) }));
        }
        rows
    }

    /// The least values of groups, as rows with their places.
    fn groups(&mut self, object: &Map<String, Value>, items: &[Item]) -> Vec<(String, Row)> {
        let none = Map::new();
        let least = match object.get("at_least") {
            None => &none,
            Some(Value::Object(least)) => least,
            value => {
                self.refuse("at_least", format!("{}. Isi objek dari kelompok ke nilai.", said(value)));
                &none
            }
        };
        let mut rows = Vec::new();
        for (group, wanted) in least {
            let place = format!("at_least.{group}");
            let wanted = self.whole(&place, Some(wanted), 0, i64::MAX);
            let of_group = items.iter().enumerate().filter(|(_, item)| item.group.as_ref() == Some(group));
            let uses: Vec<(usize, i64)> = of_group.map(|(at, item)| (at, item.value)).collect();
            if uses.is_empty() {
                self.refuse(&place, format!("tidak ada calon dengan kelompok \"{group}\"."));
            }
            rows.push((place, Row { uses, least: wanted, most: None }));
        }
        rows
    }

    /// Ids that are used twice.
    fn unique(&mut self, items: &[(usize, Item)]) {
        let mut first = BTreeMap::new();
        for (at, item) in items.iter().filter(|(_, item)| !item.id.is_empty()) {
            if let Some(before) = first.insert(&item.id, *at) {
                let message = format!("\"{}\" sudah dipakai items[{before}]. Beri id yang berbeda.", item.id);
                self.refuse(&format!("items[{at}].id"), message);
            }
        }
    }
}

/// Reads the file.
pub(super) fn read(path: &Path) -> Result<Checked> {
    let object = strict_json::problem(path)?;
    let mut reader = Reader::default();
    reader.only("", &object, &KEYS);
    let budgets = reader.list("budgets", object.get("budgets"), true);
    let budgets: Vec<i64> = budgets
        .iter()
        .enumerate()
        .map(|(at, budget)| reader.whole(&format!("budgets[{at}]"), Some(budget), 0, i64::MAX))
        .collect();
    let listed = reader.list("items", object.get("items"), true);
    if listed.len() > MOST_ITEMS {
        return Err(refuse("items", format!("ada {} calon; paling banyak {MOST_ITEMS}. Bagi soalnya.", listed.len())));
    }
    let listed = listed.iter().enumerate();
    let count = object.get("budgets").is_some_and(Value::is_array).then_some(budgets.len());
    let mut items: Vec<(usize, Item)> =
        listed.filter_map(|(at, item)| Some((at, reader.item(&format!("items[{at}]"), item, count)?))).collect();
    reader.unique(&items);
    items.sort_by(|(_, one), (_, other)| one.id.cmp(&other.id));
    let items: Vec<Item> = items.into_iter().map(|(_, item)| item).collect();
    let number = items.iter().enumerate().map(|(at, item)| (item.id.clone(), at)).collect();
    let mut rows: Vec<(String, Row)> = Vec::new();
    for (at, most) in budgets.iter().enumerate() {
        let uses = items.iter().map(|item| item.costs.get(at).copied().unwrap_or(0)).enumerate().collect();
        rows.push((format!("budgets[{at}]"), Row { uses, least: 0, most: Some(*most) }));
    }
    rows.extend(reader.sets(&object, &number));
    rows.extend(reader.groups(&object, &items));
    let time = match object.get("time_limit_ms") {
        None => TIME,
        time => reader.whole("time_limit_ms", time, 1, LONGEST),
    };
    reader.0.finish()?;
    let problem = Portfolio {
        values: items.iter().map(|item| item.value).collect(),
        fixed: items.iter().map(|item| item.mandatory.then_some(true)).collect(),
        rows: rows.iter().map(|(_, row)| row.clone()).collect(),
    };
    let places: Vec<String> = rows.into_iter().map(|(place, _)| place).collect();
    problem.check().map_err(|fault| too_large(fault, &places))?;
    let time = Duration::from_millis(u64::try_from(time).unwrap_or(0));
    Ok(Checked {
        problem,
        ids: items.into_iter().map(|item| item.id).collect(),
        rows: places,
        budgets: budgets.len(),
        time,
    })
}

/// Sums that 64 bits do not hold. The rest was refused by its place before.
fn too_large(fault: Fault, places: &[String]) -> Refusal {
    match fault {
        Fault::ValuesTooLarge => refuse("items", "jumlah semua value tidak tertampung. Perkecil nilainya."),
        Fault::RowTooLarge { row } => {
            refuse(&places[row], "jumlah biaya semua calon tidak tertampung. Perkecil biayanya.")
        }
        Fault::Lengths { .. }
        | Fault::UnknownCandidate { .. }
        | Fault::NegativeValue { .. }
        | Fault::NegativeUse { .. } => {
            Refusal::new(Code::Internal, format!("Soal ini tidak dapat diselesaikan ({fault}). Laporkan berkasnya."))
        }
    }
}
