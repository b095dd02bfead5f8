//! Tables `plan_item` and `plan_item_person`.

use crate::columns::{blob, id, maybe_id, word};
use crate::error::Context;
use crate::{Read, Result, Tx};
use domain::ids::{PersonId, PlanId, PlanItemId, ProgrammeId, UnitId};
use domain::planning::plan::{PlanItem, PlanWish};
use domain::refusal::{Code, Refusal};
use rusqlite::{OptionalExtension, Row, params};
use std::collections::BTreeMap;

/// A candidate as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemRow {
    /// What its form edits.
    pub item: PlanItem,
    /// The plan.
    pub plan: PlanId,
    /// The same candidate in the first version that had it.
    pub root: PlanItemId,
    /// Name of the programme.
    pub programme_name: String,
}

const SELECT: &str =
    "SELECT plan_item.id, plan_id, root_id, programme_id, programme.name, plan_item.name, sub_activity,
        month, participants, plan_item.jp, wish, locked, chosen, alternative, value, plan_item.note
     FROM plan_item JOIN programme ON programme.id = programme_id";

fn read_item(row: &Row<'_>) -> rusqlite::Result<ItemRow> {
    Ok(ItemRow {
        plan: id(row, 1)?,
        root: id(row, 2)?,
        programme_name: row.get(4)?,
        item: PlanItem {
            id: id(row, 0)?,
            programme: id(row, 3)?,
            name: row.get(5)?,
            sub_activity: row.get(6)?,
            month: row.get(7)?,
            participants: row.get(8)?,
            jp: row.get(9)?,
            wish: word(row, 10, PlanWish::from_code)?,
            locked: row.get(11)?,
            chosen: row.get(12)?,
            alternative: row.get(13)?,
            value: row.get(14)?,
            note: row.get(15)?,
        },
    })
}

/// The candidates of a plan in their order.
///
/// # Errors
/// The store's own.
pub fn of_plan(read: &Read<'_>, plan: PlanId) -> Result<Vec<ItemRow>> {
    let sql = format!("{SELECT} WHERE plan_id = ?1 ORDER BY ord, plan_item.id");
    let mut rows = read.conn().prepare_cached(&sql)?;
    let rows = rows.query_map([blob(plan)], read_item)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// A candidate; none when there is no such id.
///
/// # Errors
/// The store's own.
pub fn get(read: &Read<'_>, item: PlanItemId) -> Result<Option<ItemRow>> {
    let sql = format!("{SELECT} WHERE plan_item.id = ?1");
    Ok(read.conn().prepare_cached(&sql)?.query_row([blob(item)], read_item).optional()?)
}

/// The candidate of a plan that has this root.
///
/// # Errors
/// The store's own.
pub fn of_root(read: &Read<'_>, plan: PlanId, root: PlanItemId) -> Result<Option<ItemRow>> {
    let sql = format!("{SELECT} WHERE plan_id = ?1 AND root_id = ?2");
    Ok(read.conn().prepare_cached(&sql)?.query_row([blob(plan), blob(root)], read_item).optional()?)
}

/// Adds a candidate at the end of a plan. Root: its own where none is given.
///
/// # Errors
/// The store's own.
pub fn insert(tx: &Tx<'_>, plan: PlanId, root: Option<PlanItemId>, item: &PlanItem) -> Result<()> {
    tx.conn()
        .prepare_cached(
            "INSERT INTO plan_item (id, plan_id, root_id, ord, programme_id, name, sub_activity, month, participants, jp,
                 wish, locked, chosen, alternative, value, note)
             VALUES (?1, ?2, ?3, (SELECT ifnull(max(ord), -1) + 1 FROM plan_item WHERE plan_id = ?2), ?4, ?5, ?6, ?7,
                 ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
        )?
        .execute(params![
            blob(item.id),
            blob(plan),
            blob(root.unwrap_or(item.id)),
            blob(item.programme),
            item.name,
            item.sub_activity,
            item.month,
            item.participants,
            item.jp,
            item.wish.code(),
            item.locked,
            item.chosen,
            item.alternative,
            item.value,
            item.note,
        ])
        .context("plan_item")?;
    Ok(())
}

/// Writes a known candidate; its programme stays.
///
/// # Errors
/// The store's own.
pub fn save(tx: &Tx<'_>, item: &PlanItem) -> Result<()> {
    tx.conn()
        .prepare_cached(
            "UPDATE plan_item SET name = ?2, sub_activity = ?3, month = ?4, participants = ?5, jp = ?6, wish = ?7,
                 locked = ?8, chosen = ?9, alternative = ?10, value = ?11, note = ?12
             WHERE id = ?1",
        )?
        .execute(params![
            blob(item.id),
            item.name,
            item.sub_activity,
            item.month,
            item.participants,
            item.jp,
            item.wish.code(),
            item.locked,
            item.chosen,
            item.alternative,
            item.value,
            item.note,
        ])
        .context("plan_item")?;
    Ok(())
}

/// Removes a candidate with its people and lines. Where later versions have it too, the next of them becomes the root, and
/// what was noted on it stays with that one.
///
/// # Errors
/// [`Code::NotAllowed`] when money is noted on it or a class carries it out and no other version has it; the store's own.
pub fn delete(tx: &Tx<'_>, item: PlanItemId) -> Result<()> {
    super::cost::save(tx, super::cost::CostOwner::Item(item), &[], super::item_line::release)?;
    let mut next =
        tx.conn().prepare_cached("SELECT id FROM plan_item WHERE root_id = ?1 AND id <> ?1 ORDER BY id LIMIT 1")?;
    if let Some(next) = next.query_row([blob(item)], |row| id::<PlanItemId>(row, 0)).optional()? {
        for statement in [
            "UPDATE plan_item SET root_id = ?2 WHERE root_id = ?1 AND id <> ?1",
            "UPDATE class_plan SET item_id = ?2 WHERE item_id = ?1",
        ] {
            tx.conn().prepare_cached(statement)?.execute([blob(item), blob(next)]).context("plan_item")?;
        }
    } else if super::realisation::carried_out(tx, item)? {
        let message = "Sebuah kelas melaksanakan calon ini. Lepaskan kaitan kelas itu dahulu.";
        return Err(Refusal::new(Code::NotAllowed, message).into());
    }
    for statement in ["DELETE FROM plan_item_person WHERE item_id = ?1", "DELETE FROM plan_item WHERE id = ?1"] {
        tx.conn().prepare_cached(statement)?.execute([blob(item)]).context("plan_item")?;
    }
    Ok(())
}

/// Somebody whom a candidate would serve.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ItemPerson {
    /// The candidate.
    pub item: PlanItemId,
    /// The person.
    pub person: PersonId,
    /// The unit of the present post.
    pub unit: Option<UnitId>,
    /// What is closed for the person, in hundredths of a weighted level.
    pub value: i64,
}

/// Everybody whom the candidates of a plan would serve.
///
/// # Errors
/// The store's own.
pub fn people(read: &Read<'_>, plan: PlanId) -> Result<Vec<ItemPerson>> {
    let mut rows = read.conn().prepare_cached(
        "SELECT item_id, plan_item_person.person_id, person_now.unit_id, plan_item_person.value
         FROM plan_item_person JOIN plan_item ON plan_item.id = item_id
         LEFT JOIN person_now ON person_now.person_id = plan_item_person.person_id
         WHERE plan_id = ?1 ORDER BY item_id, plan_item_person.person_id",
    )?;
    let rows = rows.query_map([blob(plan)], |row| {
        Ok(ItemPerson { item: id(row, 0)?, person: id(row, 1)?, unit: maybe_id(row, 2)?, value: row.get(3)? })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Whom a candidate would serve, with what is closed for each.
///
/// # Errors
/// The store's own.
pub fn people_of(read: &Read<'_>, item: PlanItemId) -> Result<BTreeMap<PersonId, i64>> {
    let mut rows = read.conn().prepare_cached("SELECT person_id, value FROM plan_item_person WHERE item_id = ?1")?;
    let rows = rows.query_map([blob(item)], |row| Ok((id(row, 0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Makes the stored people of a candidate equal to these.
///
/// # Errors
/// The store's own.
pub fn save_people(tx: &Tx<'_>, item: PlanItemId, people: &BTreeMap<PersonId, i64>) -> Result<()> {
    let stored = people_of(tx, item)?;
    for person in stored.keys().filter(|person| !people.contains_key(person)) {
        tx.conn()
            .prepare_cached("DELETE FROM plan_item_person WHERE item_id = ?1 AND person_id = ?2")?
            .execute([blob(item), blob(*person)])
            .context("plan_item_person")?;
    }
    for (person, value) in people.iter().filter(|(person, value)| stored.get(person) != Some(value)) {
        tx.conn()
            .prepare_cached(
                "INSERT INTO plan_item_person (item_id, person_id, value) VALUES (?1, ?2, ?3)
                 ON CONFLICT (item_id, person_id) DO UPDATE SET value = excluded.value",
            )?
            .execute(params![blob(item), blob(*person), value])
            .context("plan_item_person")?;
    }
    Ok(())
}

/// Gives what names one person in the candidates to another, each candidate once with the larger value. The value of a
/// candidate of a draft follows where it is the sum of its people's; one that was typed, and approved plans, keep theirs.
///
/// # Errors
/// The store's own.
pub fn merge_people(tx: &Tx<'_>, to: PersonId, from: PersonId) -> Result<()> {
    let mut rows = tx.conn().prepare_cached("SELECT item_id FROM plan_item_person WHERE person_id = ?1")?;
    let items: Vec<PlanItemId> = rows.query_map([blob(from)], |row| id(row, 0))?.collect::<rusqlite::Result<_>>()?;
    for item in items {
        let mut people = people_of(tx, item)?;
        let summed = people.values().any(|value| *value > 0);
        let moved = people.remove(&from).unwrap_or(0);
        let kept = people.entry(to).or_insert(0);
        *kept = moved.max(*kept);
        save_people(tx, item, &people)?;
        if summed {
            tx.conn()
                .prepare_cached(
                    "UPDATE plan_item SET value = (SELECT sum(value) FROM plan_item_person WHERE item_id = ?1)
                     WHERE id = ?1 AND plan_id IN (SELECT id FROM plan WHERE status = 'draft')",
                )?
                .execute([blob(item)])
                .context("plan_item")?;
        }
    }
    Ok(())
}

/// Candidates of plans that carry out a programme.
///
/// # Errors
/// The store's own.
pub fn of_programme(read: &Read<'_>, programme: ProgrammeId) -> Result<u32> {
    let mut count = read.conn().prepare_cached("SELECT count(*) FROM plan_item WHERE programme_id = ?1")?;
    Ok(count.query_row([blob(programme)], |row| row.get(0))?)
}
