//! Subjects in order, of a programme or of a class: two tables of one shape.

use crate::columns::id;
use crate::{Result, Tx};
use domain::classes::Subject;
use domain::ids::SubjectId;
use rusqlite::{Connection, params};
use std::collections::BTreeSet;
use uuid::Uuid;

/// One of the two tables.
pub(super) struct Table {
    select: &'static str,
    upsert: &'static str,
    delete: &'static str,
    /// Takes the subject away from what names it.
    release: Option<&'static str>,
}

/// Subjects of a programme.
pub(super) const OF_PROGRAMME: Table = Table {
    select: "SELECT id, heading, name, jp FROM programme_subject WHERE programme_id = ?1 ORDER BY ord",
    upsert: "INSERT INTO programme_subject (id, programme_id, ord, heading, name, jp) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (id) DO UPDATE SET ord = excluded.ord, heading = excluded.heading, name = excluded.name,
                                            jp = excluded.jp",
    delete: "DELETE FROM programme_subject WHERE id = ?1",
    release: None,
};

/// Subjects of a class.
pub(super) const OF_CLASS: Table = Table {
    select: "SELECT id, heading, name, jp FROM class_subject WHERE class_id = ?1 ORDER BY ord",
    upsert: "INSERT INTO class_subject (id, class_id, ord, heading, name, jp) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (id) DO UPDATE SET ord = excluded.ord, heading = excluded.heading, name = excluded.name,
                                            jp = excluded.jp",
    delete: "DELETE FROM class_subject WHERE id = ?1",
    release: Some("UPDATE session_place SET subject_id = NULL WHERE subject_id = ?1"),
};

impl Table {
    pub(super) fn list(&self, conn: &Connection, owner: Uuid) -> Result<Vec<Subject>> {
        let mut rows = conn.prepare_cached(self.select)?;
        let rows = rows.query_map([owner], |row| {
            Ok(Subject {
                id: Some(id(row, 0)?),
                heading: row.get("heading")?,
                name: row.get("name")?,
                jp: row.get("jp")?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Makes the stored subjects equal to these. An id of another owner counts as a new line.
    pub(super) fn save(&self, tx: &Tx<'_>, owner: Uuid, subjects: &[Subject]) -> Result<()> {
        let mut left: BTreeSet<SubjectId> =
            self.list(tx.conn(), owner)?.into_iter().filter_map(|subject| subject.id).collect();
        let kept: Vec<SubjectId> =
            subjects.iter().map(|subject| subject.id.filter(|id| left.remove(id)).unwrap_or_else(|| tx.id())).collect();
        for gone in left {
            if let Some(release) = self.release {
                tx.conn().prepare_cached(release)?.execute([Uuid::from(gone)])?;
            }
            tx.conn().prepare_cached(self.delete)?.execute([Uuid::from(gone)])?;
        }
        let mut upsert = tx.conn().prepare_cached(self.upsert)?;
        for (ord, (id, subject)) in (0_u32..).zip(kept.into_iter().zip(subjects)) {
            upsert.execute(params![Uuid::from(id), owner, ord, subject.heading, subject.name, subject.jp])?;
        }
        Ok(())
    }
}
