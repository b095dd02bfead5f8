//! What a judged row changes in the register: each field from what to what. Running it again on its own result
//! changes nothing.

use super::intake::Intake;
use super::nip::Sex;
use super::{EducationEntry, NipEntry, Person, PersonKind, PostEntry, RankEntry, in_force, name};
use crate::ids::UnitId;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;

/// One changed field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct FieldChange {
    /// Name of the field as the screen shows it.
    pub label: String,
    /// What stands there now; empty for nothing.
    pub from: String,
    /// What will stand there.
    pub to: String,
}

/// What the revision needs besides the row and the person.
pub struct Ground<'a> {
    /// Today.
    pub today: NaiveDate,
    /// The unit of the row's path; none while it is not in the tree.
    pub unit: Option<UnitId>,
    /// Path of a unit, for showing.
    pub unit_path: &'a dyn Fn(UnitId) -> String,
}

/// The new person of a row.
#[must_use]
pub fn create(intake: &Intake, ground: &Ground<'_>) -> Person {
    let mut person = Person::blank(intake.kind.unwrap_or(PersonKind::Pns));
    apply(&mut person, intake, ground, &mut Ledger { lines: None, count: 0 });
    if let Some(nip) = &intake.nip {
        person.birth_date = person.birth_date.or(Some(nip.birth_date()));
        person.sex = person.sex.or(Some(nip.sex()));
    }
    person
}

/// Brings a person to what a row says and tells what changed. Empty cells change nothing.
pub fn revise(person: &mut Person, intake: &Intake, ground: &Ground<'_>) -> Vec<FieldChange> {
    let mut changes = Ledger { lines: Some(Vec::new()), count: 0 };
    apply(person, intake, ground, &mut changes);
    changes.lines.unwrap_or_default()
}

/// What changed. Without lines it only counts: of a new person everything is new, and 15,000 would write it down for
/// nobody.
struct Ledger {
    lines: Option<Vec<FieldChange>>,
    count: usize,
}

impl Ledger {
    fn truncate(&mut self, count: usize) {
        self.count = count;
        if let Some(lines) = &mut self.lines {
            lines.truncate(count);
        }
    }
}

fn apply(person: &mut Person, intake: &Intake, ground: &Ground<'_>, changes: &mut Ledger) {
    let mut text = |label: &str, stored: &mut String, said: &str| {
        if !said.is_empty() && stored != said {
            push(changes, label, stored.as_str(), said);
            said.clone_into(stored);
        }
    };
    text("Nama", &mut person.name, &intake.name);
    text("Gelar depan", &mut person.title_front, &intake.title_front);
    text("Gelar belakang", &mut person.title_back, &intake.title_back);
    text("Tempat lahir", &mut person.birth_place, &intake.birth_place);
    text("NIK", &mut person.nik, &intake.nik);
    text("Nomor HP", &mut person.phone, &intake.phone);
    text("Surel", &mut person.email, &intake.email);
    text("Alamat", &mut person.address, &intake.address);
    text("Keterangan", &mut person.note, &intake.note);
    let date = |day: Option<NaiveDate>| day.map(|day| day.format("%d/%m/%Y").to_string()).unwrap_or_default();
    if let Some(birth) = intake.birth_date.filter(|birth| person.birth_date != Some(*birth)) {
        push(changes, "Tanggal lahir", date(person.birth_date), date(Some(birth)));
        person.birth_date = Some(birth);
    }
    if let Some(sex) = intake.sex.filter(|sex| person.sex != Some(*sex)) {
        push(changes, "Jenis kelamin", person.sex.map(Sex::letter).unwrap_or_default(), sex.letter());
        person.sex = Some(sex);
    }
    if let Some(kind) = intake.kind.filter(|kind| person.kind != *kind) {
        push(changes, "Jenis pegawai", person.kind.word(), kind.word());
        person.kind = kind;
    }
    if let Some(active) = intake.active.filter(|active| person.active != *active) {
        let word = |active| if active { "Aktif" } else { "Tidak aktif" };
        push(changes, "Status", word(person.active), word(active));
        person.active = active;
    }
    revise_nip(person, intake, ground, changes);
    revise_rank(person, intake, ground, changes);
    revise_post(person, intake, ground, changes);
    revise_education(person, intake, changes);
}

fn push(changes: &mut Ledger, label: &str, from: impl Into<String>, to: impl Into<String>) {
    changes.count += 1;
    if let Some(lines) = &mut changes.lines {
        lines.push(FieldChange { label: label.to_owned(), from: from.into(), to: to.into() });
    }
}

fn revise_nip(person: &mut Person, intake: &Intake, ground: &Ground<'_>, changes: &mut Ledger) {
    let Some(nip) = &intake.nip else { return };
    if person.nips.iter().any(|entry| entry.nip == nip.digits()) {
        return;
    }
    let held = person.nip_on(ground.today).to_owned();
    // The first NIP is taken as held from the beginning, a later one from today.
    let valid_from = (!person.nips.is_empty()).then_some(ground.today);
    person.nips.retain(|entry| entry.valid_from != valid_from);
    person.nips.push(NipEntry { id: None, valid_from, nip: nip.digits().to_owned() });
    push(changes, "NIP", held, nip.digits());
}

/// From when a line that differs from the one in force holds: the date that the list gives where it is later, else
/// today.
fn begins(given: Option<NaiveDate>, held_from: Option<Option<NaiveDate>>, today: NaiveDate) -> Option<NaiveDate> {
    match held_from {
        None => given,
        Some(held) => given.filter(|given| held.is_none_or(|held| *given > held)).or(Some(today)),
    }
}

fn revise_rank(person: &mut Person, intake: &Intake, ground: &Ground<'_>, changes: &mut Ledger) {
    let Some(rank) = intake.rank else { return };
    let held = in_force(&person.ranks, ground.today).cloned();
    if let Some(held) = held.as_ref().filter(|held| held.rank == rank.code()) {
        if held.valid_from.is_none() && intake.rank_from.is_some() {
            push(changes, "TMT golongan", "", shown(intake.rank_from));
            if let Some(line) = person.ranks.iter_mut().find(|line| line.valid_from.is_none()) {
                line.valid_from = intake.rank_from;
            }
        }
        return;
    }
    let valid_from = begins(intake.rank_from, held.as_ref().map(|held| held.valid_from), ground.today);
    if person.ranks.iter().any(|line| line.valid_from == valid_from && line.rank == rank.code()) {
        return;
    }
    push(changes, "Golongan", held.map(|held| held.rank).unwrap_or_default(), rank.code());
    let id = person.ranks.iter().find(|line| line.valid_from == valid_from).and_then(|line| line.id);
    person.ranks.retain(|line| line.valid_from != valid_from);
    person.ranks.push(RankEntry { id, valid_from, rank: rank.code().to_owned() });
    person.ranks.sort_by_key(|line| line.valid_from);
}

fn shown(day: Option<NaiveDate>) -> String {
    day.map(|day| day.format("%d/%m/%Y").to_string()).unwrap_or_default()
}

fn revise_post(person: &mut Person, intake: &Intake, ground: &Ground<'_>, changes: &mut Ledger) {
    if intake.position.is_empty() && intake.unit_path.is_empty() {
        return;
    }
    let held = in_force(&person.posts, ground.today).cloned();
    let kept = |said: &String, held: Option<&String>| {
        if said.is_empty() { held.cloned().unwrap_or_default() } else { said.clone() }
    };
    let position = kept(&intake.position, held.as_ref().map(|held| &held.position));
    let position_kind = kept(&intake.position_kind, held.as_ref().map(|held| &held.position_kind));
    let eselon = kept(&intake.eselon, held.as_ref().map(|held| &held.eselon));
    let moved = !intake.unit_path.is_empty()
        && (ground.unit.is_none() || ground.unit != held.as_ref().and_then(|held| held.unit));
    let unit = if intake.unit_path.is_empty() { held.as_ref().and_then(|held| held.unit) } else { ground.unit };
    let before = changes.count;
    let mut text = |label: &str, from: Option<&String>, to: &String| {
        if from.map_or("", String::as_str) != to {
            push(changes, label, from.map_or("", String::as_str), to.as_str());
        }
    };
    text("Jabatan", held.as_ref().map(|held| &held.position), &position);
    text("Jenis jabatan", held.as_ref().map(|held| &held.position_kind), &position_kind);
    text("Eselon", held.as_ref().map(|held| &held.eselon), &eselon);
    if moved {
        let from = held.as_ref().and_then(|held| held.unit).map(ground.unit_path).unwrap_or_default();
        push(changes, "Unit kerja", from, intake.unit_path.join(" - "));
    }
    if changes.count == before {
        if held.is_some_and(|held| held.valid_from.is_none()) && intake.post_from.is_some() {
            push(changes, "TMT jabatan", "", shown(intake.post_from));
            if let Some(line) = person.posts.iter_mut().find(|line| line.valid_from.is_none()) {
                line.valid_from = intake.post_from;
            }
        }
        return;
    }
    let valid_from = begins(intake.post_from, held.as_ref().map(|held| held.valid_from), ground.today);
    let id = person.posts.iter().find(|line| line.valid_from == valid_from).and_then(|line| line.id);
    let line = PostEntry { id, valid_from, position, position_kind, eselon, unit };
    if person.posts.contains(&line) {
        // It begins later than today and is known already.
        changes.truncate(before);
        return;
    }
    person.posts.retain(|line| line.valid_from != valid_from);
    person.posts.push(line);
    person.posts.sort_by_key(|line| line.valid_from);
}

fn revise_education(person: &mut Person, intake: &Intake, changes: &mut Ledger) {
    if intake.education_level.is_empty() {
        return;
    }
    let same = |entry: &EducationEntry| {
        name::words_key(&entry.level) == name::words_key(&intake.education_level)
            && (intake.education_major.is_empty()
                || name::words_key(&entry.major) == name::words_key(&intake.education_major))
    };
    if let Some(known) = person.educations.iter_mut().find(|entry| same(entry)) {
        if let Some(year) = intake.education_year.filter(|year| known.year != Some(*year)) {
            push(changes, "Tahun lulus", known.year.map(|year| year.to_string()).unwrap_or_default(), year.to_string());
            known.year = Some(year);
        }
        return;
    }
    let entry = EducationEntry {
        id: None,
        level: intake.education_level.clone(),
        major: intake.education_major.clone(),
        school: String::new(),
        year: intake.education_year,
    };
    let to = [entry.level.as_str(), entry.major.as_str()].join(" ").trim().to_owned();
    push(changes, "Pendidikan", "", to);
    person.educations.push(entry);
}

#[cfg(test)]
mod tests {
    use super::super::nip::Nip;
    use super::super::rank::Rank;
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a real day")
    }

    fn ground(unit: Option<UnitId>) -> Ground<'static> {
        Ground { today: day(2026, 3, 1), unit, unit_path: &|_| "DINAS LAMA".to_owned() }
    }

    fn unit(number: u128) -> UnitId {
        UnitId::from(uuid::Uuid::from_u128(number))
    }

    fn row() -> Intake {
        Intake {
            nip: Nip::parse("198609262015051999", day(2026, 3, 1)).ok(),
            name: "Budi Santoso".to_owned(),
            rank: Rank::parse("III/b").ok(),
            rank_from: Some(day(2023, 4, 1)),
            position: "Analis".to_owned(),
            unit_path: vec!["DINAS KESEHATAN".to_owned()],
            post_from: Some(day(2022, 1, 3)),
            education_level: "S-1".to_owned(),
            education_year: Some(2009),
            ..Intake::default()
        }
    }

    #[test]
    fn t19_the_same_row_twice_changes_nothing() {
        let mut person = create(&row(), &ground(Some(unit(1))));
        assert_eq!((person.sex, person.birth_date), (Some(Sex::L), Some(day(1986, 9, 26))));
        let before = person.clone();
        assert_eq!(revise(&mut person, &row(), &ground(Some(unit(1)))), []);
        assert_eq!(person, before);
    }

    #[test]
    fn t19_empty_cells_do_not_erase() {
        let mut person = create(&row(), &ground(Some(unit(1))));
        person.phone = "0812".to_owned();
        let before = person.clone();
        let empty = Intake { nip: row().nip, name: row().name, ..Intake::default() };
        assert_eq!(revise(&mut person, &empty, &ground(None)), []);
        assert_eq!(person, before);
    }

    #[test]
    fn t19_a_changed_unit_alone_is_an_update_that_keeps_history() {
        let mut person = create(&row(), &ground(Some(unit(1))));
        let moved = Intake { unit_path: vec!["DINAS PENDIDIKAN".to_owned()], ..row() };
        let changes = revise(&mut person, &moved, &ground(Some(unit(2))));
        assert_eq!(changes.len(), 1);
        assert_eq!(
            (changes[0].label.as_str(), changes[0].from.as_str(), changes[0].to.as_str()),
            ("Unit kerja", "DINAS LAMA", "DINAS PENDIDIKAN")
        );
        assert_eq!(person.posts.len(), 2, "the earlier post stays in the history");
        assert_eq!(revise(&mut person, &moved, &ground(Some(unit(2)))), [], "and again changes nothing");
    }

    #[test]
    fn a_promotion_holds_from_its_date() {
        let mut person = create(&row(), &ground(Some(unit(1))));
        let promoted = Intake { rank: Rank::parse("III/c").ok(), rank_from: Some(day(2026, 2, 1)), ..row() };
        assert_eq!(revise(&mut person, &promoted, &ground(Some(unit(1)))).len(), 1);
        assert_eq!(in_force(&person.ranks, day(2026, 1, 31)).map(|line| line.rank.as_str()), Some("III/b"));
        assert_eq!(in_force(&person.ranks, day(2026, 2, 1)).map(|line| line.rank.as_str()), Some("III/c"));
    }

    #[test]
    fn a_new_nip_of_a_known_person_joins_the_history() {
        let mut person = create(&row(), &ground(Some(unit(1))));
        let renewed = Intake { nip: Nip::parse("198609262026211001", day(2026, 3, 1)).ok(), ..row() };
        assert_eq!(revise(&mut person, &renewed, &ground(Some(unit(1)))).len(), 1);
        assert_eq!(person.nips.len(), 2);
        assert_eq!(person.nip_on(day(2026, 3, 1)), "198609262026211001");
    }
}
