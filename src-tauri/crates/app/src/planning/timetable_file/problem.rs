//! The problem as a file has it, checked and numbered: slots by date and part, everything else by id.

use super::read::{Entry, Ids};
use crate::{Result, strict_json};
use domain::planning::conflict::Share;
use domain::planning::timetable::{Busy, Class, Fault, Member, Placement, Problem, Room, Slot, Unit};
use domain::refusal::{Code, Fields, Refusal};
use std::collections::HashMap;
use std::path::Path;

/// The largest size, count and weight.
const LARGEST: u32 = 1_000_000;

/// A sound problem with its ids.
pub(super) struct Checked {
    pub(super) problem: Problem,
    pub(super) slots: Vec<String>,
    pub(super) rooms: Vec<String>,
    pub(super) classes: Vec<String>,
    pub(super) units: Vec<String>,
}

/// What everything else refers to.
struct Known {
    slots: Ids,
    rooms: Ids,
    classes: Ids,
    units: Ids,
}

const KEYS: [&str; 9] = ["slots", "rooms", "classes", "clashes", "units", "members", "busy", "locked", "after"];

/// Reads the file and refuses whatever is wrong in it, everything at once.
pub(super) fn read(path: &Path) -> Result<Checked> {
    let object = strict_json::problem(path)?;
    let whole = Entry::whole(&object);
    let mut fields = Fields::new();
    whole.only(&KEYS, &mut fields);
    let slots = whole.entries("slots", true, &["id", "date", "part"], &mut fields);
    let rooms = whole.entries("rooms", true, &["id", "capacity", "closed"], &mut fields);
    let known_keys = ["id", "size", "sessions", "slots", "rooms", "weight"];
    let classes = whole.entries("classes", true, &known_keys, &mut fields);
    let units = whole.entries("units", false, &["id", "size", "most_away", "share"], &mut fields);
    let (order, times) = slots_in_order(&slots, &mut fields);
    let known = Known {
        slots: order,
        rooms: ids("rooms", &rooms, &mut fields),
        classes: ids("classes", &classes, &mut fields),
        units: ids("units", &units, &mut fields),
    };
    let mut problem = Problem { slots: times, ..Problem::default() };
    problem.rooms = in_order(&known.rooms, &rooms, &mut fields, |entry, fields| {
        let capacity = entry.number("capacity", 0..=LARGEST, None, fields);
        let closed = entry.all_known("closed", &known.slots, fields).unwrap_or_default();
        Room { capacity: capacity.unwrap_or(0), closed }
    });
    problem.classes = in_order(&known.classes, &classes, &mut fields, |entry, fields| class(entry, &known, fields));
    problem.units = in_order(&known.units, &units, &mut fields, unit);
    problem.clashes = whole.pairs("clashes", &known.classes, &mut fields);
    people(&mut problem, &whole, &known, &mut fields);
    locked(&mut problem, &whole, &known, &mut fields);
    problem.after = whole.pairs("after", &known.classes, &mut fields);
    circle(&problem, &known, &mut fields);
    if known.rooms.names.len() > Problem::ROOMS {
        fields.refuse("rooms", format!("Ruang lebih dari {}. Kurangi ruangnya.", Problem::ROOMS));
    }
    fields.finish()?;
    sessions(&problem, &classes, &known)?;
    problem.check().map_err(refused)?;
    let Known { slots, rooms, classes, units } = known;
    Ok(Checked { problem, slots: slots.names, rooms: rooms.names, classes: classes.names, units: units.names })
}

/// The ids of a list, in order.
fn ids(list: &'static str, entries: &[Entry<'_>], fields: &mut Fields) -> Ids {
    let ids: Vec<(String, Option<&str>)> =
        entries.iter().map(|entry| (entry.place.clone(), entry.id("id", fields))).collect();
    Ids::new(list, &ids, fields)
}

/// What the entries say, in the order of their ids. Only of use when nothing was refused.
fn in_order<T>(
    ids: &Ids,
    entries: &[Entry<'_>],
    fields: &mut Fields,
    read: impl Fn(&Entry<'_>, &mut Fields) -> T,
) -> Vec<T> {
    let mut found: Vec<(Option<usize>, T)> =
        entries.iter().map(|entry| (ids.number(entry.id("id", &mut Fields::new())), read(entry, fields))).collect();
    found.sort_by_key(|(number, _)| *number);
    found.into_iter().map(|(_, value)| value).collect()
}

/// Slots by date and part; a time that is there twice is refused.
fn slots_in_order(entries: &[Entry<'_>], fields: &mut Fields) -> (Ids, Vec<Slot>) {
    let checked = ids("slots", entries, fields);
    let mut first: HashMap<Slot, &str> = HashMap::new();
    let mut slots: Vec<(Slot, String)> = Vec::new();
    for entry in entries {
        let (date, part) = (entry.date("date", fields), entry.number("part", 0..=LARGEST, None, fields));
        let (Some(date), Some(part)) = (date, part) else { continue };
        let slot = Slot { date, part };
        if let Some(before) = first.insert(slot, &entry.place) {
            let place = &entry.place;
            let message = format!("{place} punya tanggal dan bagian yang sama dengan {before}. Sisakan satu.");
            fields.refuse(format!("{place}.part"), message);
        }
        if let Some(id) = entry.id("id", &mut Fields::new()) {
            slots.push((slot, id.to_owned()));
        }
    }
    slots.sort();
    // While something is refused the numbers do not matter, but every id must be known.
    let whole = slots.len() == checked.names.len() && slots.len() == entries.len();
    let times = slots.iter().map(|(slot, _)| *slot).collect();
    if whole {
        (Ids::in_order("slots", slots.into_iter().map(|(_, id)| id).collect()), times)
    } else {
        (checked, times)
    }
}

fn class(entry: &Entry<'_>, known: &Known, fields: &mut Fields) -> Class {
    let all = || (0..known.slots.names.len()).collect();
    Class {
        size: entry.number("size", 0..=LARGEST, None, fields).unwrap_or(0),
        sessions: entry.number("sessions", 0..=LARGEST, None, fields).unwrap_or(0),
        allowed: entry.all_known("slots", &known.slots, fields).unwrap_or_else(all),
        rooms: entry.all_known("rooms", &known.rooms, fields),
        weight: entry.number("weight", 0..=LARGEST, Some(1), fields).unwrap_or(0),
    }
}

fn unit(entry: &Entry<'_>, fields: &mut Fields) -> Unit {
    let size = entry.number("size", 0..=LARGEST, None, fields).unwrap_or(0);
    let share = match (entry.has("most_away"), entry.has("share")) {
        (false, true) => entry.number("share", 0..=100, None, fields).map(Share::Percent),
        (true, true) => {
            let place = entry.at("share");
            let message = format!("{place} tidak boleh ada di samping most_away. Hapus salah satunya.");
            fields.refuse(place, message);
            None
        }
        (_, false) => entry.number("most_away", 0..=LARGEST, None, fields).map(Share::People),
    };
    Unit { most_away: share.map_or(0, |share| share.most(size)) }
}

/// Members and busy units.
fn people(problem: &mut Problem, whole: &Entry<'_>, known: &Known, fields: &mut Fields) {
    let mut seen = HashMap::new();
    for entry in whole.entries("members", false, &["class", "unit", "count"], fields) {
        let (class, unit) = (entry.known("class", &known.classes, fields), entry.known("unit", &known.units, fields));
        let count = entry.number("count", 0..=LARGEST, None, fields);
        let (Some(class), Some(unit), Some(count)) = (class, unit, count) else { continue };
        once(&mut seen, (class, unit), &entry.place, "kelas dan unit", fields);
        problem.members.push(Member { class, unit, count });
    }
    let mut seen = HashMap::new();
    for entry in whole.entries("busy", false, &["unit", "slot", "weight"], fields) {
        let (unit, slot) = (entry.known("unit", &known.units, fields), entry.known("slot", &known.slots, fields));
        let weight = entry.number("weight", 0..=LARGEST, None, fields);
        let (Some(unit), Some(slot), Some(weight)) = (unit, slot, weight) else { continue };
        once(&mut seen, (unit, slot), &entry.place, "unit dan slot", fields);
        problem.busy.push(Busy { unit, slot, weight });
    }
}

fn locked(problem: &mut Problem, whole: &Entry<'_>, known: &Known, fields: &mut Fields) {
    let mut seen = HashMap::new();
    for entry in whole.entries("locked", false, &["class", "slot", "room"], fields) {
        let class = entry.known("class", &known.classes, fields);
        let (slot, room) = (entry.known("slot", &known.slots, fields), entry.known("room", &known.rooms, fields));
        let (Some(class), Some(slot), Some(room)) = (class, slot, room) else { continue };
        once(&mut seen, (class, slot), &entry.place, "kelas dan slot", fields);
        problem.locked.push(Placement { class, slot, room });
    }
}

/// Refuses what is said twice.
fn once(seen: &mut HashMap<(usize, usize), String>, key: (usize, usize), place: &str, what: &str, fields: &mut Fields) {
    if let Some(before) = seen.get(&key) {
        fields.refuse(place, format!("{place} menyebut {what} yang sama dengan {before}. Sisakan satu."));
    } else {
        seen.insert(key, place.to_owned());
    }
}

/// Names an order of classes that runs in a circle.
fn circle(problem: &Problem, known: &Known, fields: &mut Fields) {
    if let Some(circle) = problem.circle() {
        let names: Vec<String> =
            circle.iter().chain(circle.first()).map(|class| format!("\"{}\"", known.classes.names[*class])).collect();
        let message = format!("Urutan kelas melingkar: {}. Hapus salah satu urutan itu.", names.join(" sebelum "));
        fields.refuse("after", message);
    }
}

/// Refuses more sessions than slots, and more locked sessions than sessions, in lists that are sound.
fn sessions(problem: &Problem, entries: &[Entry<'_>], known: &Known) -> Result<()> {
    let mut fields = Fields::new();
    for entry in entries {
        let Some(number) = known.classes.number(entry.id("id", &mut fields)) else { continue };
        let class = &problem.classes[number];
        let locked = problem.locked.iter().filter(|one| one.class == number && !class.allowed.contains(&one.slot));
        let slots = class.allowed.len() + locked.count();
        if class.sessions as usize > slots {
            let place = entry.at("sessions");
            let message = format!("{place} meminta {} sesi, padahal hanya ada {slots} slot baginya.", class.sessions);
            fields.refuse(place, message);
        }
    }
    let mut counts = vec![0_u32; problem.classes.len()];
    for (at, one) in problem.locked.iter().enumerate() {
        counts[one.class] += 1;
        let (count, sessions) = (counts[one.class], problem.classes[one.class].sessions);
        if count > sessions {
            let id = &known.classes.names[one.class];
            let message = format!(
                "locked.{at} mengunci sesi ke-{count} kelas \"{id}\", yang hanya punya {sessions} sesi. Hapus kuncinya."
            );
            fields.refuse(format!("locked.{at}"), message);
        }
    }
    fields.finish()
}

/// What only the check of the problem can see; the rest was refused by name.
pub(super) fn refused(fault: Fault) -> Refusal {
    match fault {
        Fault::TooLarge => Refusal::field(
            "problem",
            "Bobot dan jumlah orang terlalu besar: biayanya tidak tertampung. Perkecil weight atau count.",
        ),
        Fault::TooMany => Refusal::field(
            "problem",
            "Kelas kali slot, atau unit kali slot, lebih dari 4.000.000. Bagi soalnya menjadi beberapa periode.",
        ),
        Fault::SlotOrder { .. }
        | Fault::Rooms
        | Fault::Unknown { .. }
        | Fault::Itself { .. }
        | Fault::Twice { .. }
        | Fault::TooManySessions { .. }
        | Fault::TooManyLocked { .. }
        | Fault::Circle { .. } => {
            Refusal::new(Code::Internal, format!("Soal ini tidak dapat diselesaikan ({fault}). Laporkan berkasnya."))
        }
    }
}
