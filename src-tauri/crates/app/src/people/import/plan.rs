//! What each judged row would do to the register, and doing it.

use super::{ImportRow, JudgedRow, LikelyDuplicate, RowRef, RowStatus, count};
use chrono::NaiveDate;
use domain::ids::{PersonId, UnitId};
use domain::people::intake::Intake;
use domain::people::revise::{Ground, create, revise};
use domain::people::{Person, PersonKind, name};
use domain::refusal::CellRefusal;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use store::people::UnitTree;
use store::{Read, Tx};

/// A row with what it would do.
pub(super) struct PlannedRow {
    pub(super) shown: ImportRow,
    person: Option<Box<Person>>,
    /// Whom the register knows by this row.
    known: Option<PersonId>,
    /// Its place among the judged rows.
    at: usize,
}

/// What a whole file would do.
pub(super) struct Plan {
    pub(super) rows: Vec<PlannedRow>,
    pub(super) new_units: Vec<String>,
    pub(super) duplicates: Vec<LikelyDuplicate>,
}

/// The register in memory, found by number and by name.
struct Register {
    people: BTreeMap<PersonId, Person>,
    by_nip: HashMap<String, PersonId>,
    by_name: HashMap<(String, Option<NaiveDate>), Vec<PersonId>>,
}

impl Register {
    fn read(read: &Read<'_>) -> store::Result<Self> {
        let people = store::people::everyone(read)?;
        let mut by_nip = HashMap::with_capacity(people.len());
        let mut by_name: HashMap<(String, Option<NaiveDate>), Vec<PersonId>> = HashMap::with_capacity(people.len());
        for (id, person) in &people {
            by_nip.extend(person.nips.iter().map(|entry| (entry.nip.clone(), *id)));
            by_name.entry((name::key(&person.name), person.birth_date)).or_default().push(*id);
        }
        Ok(Self { people, by_nip, by_name })
    }

    fn namesakes(&self, intake: &Intake) -> &[PersonId] {
        let birth = intake.birth_date.or(intake.nip.as_ref().map(|nip| nip.birth_date()));
        self.by_name.get(&(name::key(&intake.name), birth)).map_or(&[], Vec::as_slice)
    }

    /// The person of a row: by NIP; people without one by NIK, or by name and birth date among those without one.
    fn find(&self, intake: &Intake) -> Option<PersonId> {
        if let Some(nip) = &intake.nip {
            return self.by_nip.get(nip.digits()).copied();
        }
        let without_nip = |id: &&PersonId| self.people.get(id).is_some_and(|person| person.nips.is_empty());
        let by_nik = || self.people.iter().find(|(_, person)| person.nik == intake.nik).map(|(id, _)| *id);
        let by_name = || self.namesakes(intake).iter().find(without_nip).copied();
        if intake.nik.is_empty() { by_name() } else { by_nik().or_else(by_name) }
    }
}

impl Plan {
    /// Plans without writing.
    pub(super) fn make(
        read: &Read<'_>,
        judged: &[JudgedRow],
        chosen: &[RowRef],
        today: NaiveDate,
    ) -> store::Result<Self> {
        let tree = UnitTree::read(read)?;
        Self::build(&Register::read(read)?, &tree, judged, chosen, today)
    }

    /// Makes the missing units, plans against what is stored now, and writes.
    pub(super) fn write(tx: &Tx<'_>, judged: &[JudgedRow], chosen: &[RowRef]) -> store::Result<Self> {
        let mut tree = UnitTree::read(tx)?;
        let register = Register::read(tx)?;
        let mut first = Self::build(&register, &tree, judged, chosen, tx.now().today)?;
        let accepted: BTreeSet<(&str, u32)> = first
            .rows
            .iter()
            .filter(|row| row.person.is_some())
            .map(|row| (row.shown.sheet.as_str(), row.shown.row))
            .collect();
        let mut made = HashSet::new();
        for row in judged.iter().filter(|row| accepted.contains(&(row.sheet.as_str(), row.row))) {
            if made.insert(row.judged.intake.unit_path.as_slice()) {
                make_units(tx, &mut tree, &row.judged.intake.unit_path)?;
            }
        }
        let new_units = std::mem::take(&mut first.new_units);
        let mut plan = if new_units.is_empty() {
            first
        } else {
            drop(first);
            Self::build(&register, &tree, judged, chosen, tx.now().today)?
        };
        for row in &mut plan.rows {
            let Some(person) = row.person.take() else { continue };
            match person.id.and_then(|id| register.people.get(&id).map(|stored| (id, stored))) {
                Some((id, stored)) => store::people::save_over(tx, id, stored, &person)?,
                None => {
                    store::people::insert(tx, &person)?;
                }
            }
        }
        plan.new_units = new_units;
        Ok(plan)
    }

    fn build(
        register: &Register,
        tree: &UnitTree,
        judged: &[JudgedRow],
        chosen: &[RowRef],
        today: NaiveDate,
    ) -> store::Result<Self> {
        let mut plan = Self { rows: Vec::with_capacity(judged.len()), new_units: Vec::new(), duplicates: Vec::new() };
        let twice = same_nip_twice(judged);
        let mut units: HashMap<&[String], Option<UnitId>> = HashMap::new();
        let mut missing_units = BTreeSet::new();
        let mut names: HashMap<(String, NaiveDate), &JudgedRow> = HashMap::new();
        for (at, row) in judged.iter().enumerate() {
            let nip = row.judged.intake.nip.as_ref().map_or("", |nip| nip.digits());
            let double = twice.get(nip).filter(|places| places.len() > 1);
            let own = |place: &RowRef| place.sheet == row.sheet && place.row == row.row;
            let decided = double.is_some_and(|places| one_chosen(places, chosen));
            if decided && !chosen.iter().any(own) {
                continue;
            }
            let mut planned = PlannedRow { shown: shown(row), person: None, known: None, at };
            if let Some(places) = double.filter(|_| !decided) {
                planned.shown.refusals.push(refuse_double(row, places, "NIP"));
            }
            if planned.shown.refusals.is_empty() {
                let path = row.judged.intake.unit_path.as_slice();
                let unit = *units.entry(path).or_insert_with(|| tree.find(path));
                if unit.is_none() && !path.is_empty() {
                    missing_units.insert(path.join(" - "));
                }
                plan_row(register, tree, unit, today, row, &mut planned);
                plan.note_duplicates(register, row, &planned, &mut names);
            }
            plan.rows.push(planned);
        }
        plan.new_units = missing_units.into_iter().collect();
        plan.part_same_person(judged, chosen);
        Ok(plan)
    }

    /// Rows that are one person by different numbers, as after a merge: only one of them can be written. Where they
    /// would change something, the operator chooses.
    fn part_same_person(&mut self, judged: &[JudgedRow], chosen: &[RowRef]) {
        let mut of_person: BTreeMap<PersonId, Vec<usize>> = BTreeMap::new();
        for (index, row) in self.rows.iter().enumerate() {
            if let Some(known) = row.known {
                of_person.entry(known).or_default().push(index);
            }
        }
        let mut left_out = BTreeSet::new();
        for rows in of_person.into_values().filter(|rows| rows.len() > 1) {
            if rows.iter().all(|index| self.rows[*index].shown.status == RowStatus::Unchanged) {
                continue;
            }
            let place = |index: &usize| {
                let shown = &self.rows[*index].shown;
                RowRef { sheet: shown.sheet.clone(), row: shown.row }
            };
            let places: Vec<RowRef> = rows.iter().map(place).collect();
            if one_chosen(&places, chosen) {
                let others = rows.iter().zip(&places).filter(|(_, place)| !chosen.contains(place));
                left_out.extend(others.map(|(index, _)| *index));
                continue;
            }
            for index in rows {
                let row = &mut self.rows[index];
                row.shown.refusals.push(refuse_double(&judged[row.at], &places, "Orang"));
                row.shown.changes.clear();
                row.shown.status = RowStatus::Refused;
                row.person = None;
            }
        }
        if !left_out.is_empty() {
            let rows = std::mem::take(&mut self.rows).into_iter().enumerate();
            self.rows = rows.filter(|(index, _)| !left_out.contains(index)).map(|(_, row)| row).collect();
        }
    }

    fn note_duplicates<'a>(
        &mut self,
        register: &Register,
        row: &'a JudgedRow,
        planned: &PlannedRow,
        names: &mut HashMap<(String, NaiveDate), &'a JudgedRow>,
    ) {
        let intake = &row.judged.intake;
        let Some(birth) = intake.birth_date.or(intake.nip.as_ref().map(|nip| nip.birth_date())) else { return };
        let found = |other, other_nip: &str, other_name: String, other_place: String| LikelyDuplicate {
            sheet: row.sheet.clone(),
            row: row.row,
            nip: planned.shown.nip.clone(),
            name: planned.shown.name.clone(),
            birth_date: Some(birth),
            other,
            other_nip: other_nip.to_owned(),
            other_name,
            other_place,
        };
        if planned.shown.status == RowStatus::New {
            for id in register.namesakes(intake) {
                if let Some(other) = register.people.get(id) {
                    let nip = other.nips.last().map_or("", |entry| entry.nip.as_str());
                    self.duplicates.push(found(Some(*id), nip, other.full_name(), "sudah terdaftar".to_owned()));
                }
            }
        }
        if let Some(other) = names.insert((name::key(&intake.name), birth), row) {
            let nip = other.judged.intake.nip.as_ref().map_or("", |nip| nip.digits());
            self.duplicates.push(found(
                None,
                nip,
                shown_name(&other.judged.intake),
                format!("lembar {} baris {}", other.sheet, other.row),
            ));
        }
    }

    pub(super) fn count(&self, status: RowStatus) -> u32 {
        count(self.rows.iter().filter(|row| row.shown.status == status).count())
    }

    pub(super) fn refusals(&self) -> Vec<CellRefusal> {
        self.rows.iter().flat_map(|row| row.shown.refusals.iter().cloned()).collect()
    }
}

fn shown_name(intake: &Intake) -> String {
    name::full(&intake.title_front, &intake.name, &intake.title_back)
}

fn shown(row: &JudgedRow) -> ImportRow {
    let intake = &row.judged.intake;
    ImportRow {
        sheet: row.sheet.clone(),
        row: row.row,
        status: RowStatus::Refused,
        nip: intake.nip.as_ref().map(|nip| nip.digits().to_owned()).unwrap_or_default(),
        name: shown_name(intake),
        changes: Vec::new(),
        refusals: row.judged.refusals.clone(),
        warnings: row.judged.warnings.clone(),
    }
}

fn plan_row(
    register: &Register,
    tree: &UnitTree,
    unit: Option<UnitId>,
    today: NaiveDate,
    row: &JudgedRow,
    planned: &mut PlannedRow,
) {
    let intake = &row.judged.intake;
    let path = |unit| tree.path(unit);
    let ground = Ground { today, unit, unit_path: &path };
    let Some(known) = register.find(intake).and_then(|id| register.people.get(&id)) else {
        planned.shown.status = RowStatus::New;
        let mut person = create(intake, &ground);
        if person.nips.is_empty() {
            person.kind = PersonKind::NonAsn;
        }
        planned.person = Some(Box::new(person));
        return;
    };
    planned.known = known.id;
    let mut person = known.clone();
    planned.shown.changes = revise(&mut person, intake, &ground);
    if planned.shown.changes.is_empty() {
        planned.shown.status = RowStatus::Unchanged;
    } else {
        planned.shown.status = RowStatus::Changed;
        planned.person = Some(Box::new(person));
    }
}

/// The operator has chosen, and not two of them.
fn one_chosen(places: &[RowRef], chosen: &[RowRef]) -> bool {
    places.iter().filter(|place| chosen.contains(place)).count() == 1
}

/// The places of each NIP in the file.
fn same_nip_twice(judged: &[JudgedRow]) -> HashMap<&str, Vec<RowRef>> {
    let mut places: HashMap<&str, Vec<RowRef>> = HashMap::with_capacity(judged.len());
    for row in judged {
        if let Some(nip) = &row.judged.intake.nip {
            places.entry(nip.digits()).or_default().push(RowRef { sheet: row.sheet.clone(), row: row.row });
        }
    }
    places
}

/// `what` they share is a NIP, or all of them are one person.
fn refuse_double(row: &JudgedRow, places: &[RowRef], what: &str) -> CellRefusal {
    let others = places.iter().filter(|place| place.sheet != row.sheet || place.row != row.row);
    let others: Vec<String> = others.map(|place| format!("lembar {} baris {}", place.sheet, place.row)).collect();
    CellRefusal {
        sheet: row.sheet.clone(),
        cell: row.nip_cell.clone(),
        value: row.judged.intake.nip.as_ref().map(|nip| nip.digits().to_owned()).unwrap_or_default(),
        rule: format!("{what} yang sama juga ada di {}.", others.join(", ")),
        remedy: "Pilih baris yang dipakai di layar impor, atau hapus salah satu dari berkas.".to_owned(),
    }
}

fn make_units(tx: &Tx<'_>, tree: &mut UnitTree, path: &[String]) -> store::Result<()> {
    let mut parent = None;
    for unit in path {
        parent = Some(match tree.child(parent, unit) {
            Some(known) => known,
            None => {
                let made = store::people::insert_unit(tx, parent, unit)?;
                let id = made.id;
                tree.add(made);
                id
            }
        });
    }
    Ok(())
}
