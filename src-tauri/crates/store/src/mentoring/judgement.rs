//! Table `pair_judgement`: what both sides say halfway and at the end.

use crate::columns::{blob, word};
use crate::error::Context;
use crate::{Read, Result, Tx};
use domain::ids::PairId;
use domain::mentoring::mentee::Side;
use domain::mentoring::pair::{Judgement, JudgementStage};
use domain::score::Score;
use rusqlite::params;

/// The judgements of a pair: halfway before the end, the participant's before the mentor's.
///
/// # Errors
/// The store's own.
pub fn of_pair(read: &Read<'_>, pair: PairId) -> Result<Vec<Judgement>> {
    let mut rows =
        read.conn().prepare_cached("SELECT stage, side, date, score, note FROM pair_judgement WHERE pair_id = ?1")?;
    let rows = rows.query_map([blob(pair)], |row| {
        let score = row.get::<_, i32>(3)?;
        Ok(Judgement {
            pair,
            stage: word(row, 0, JudgementStage::from_code)?,
            side: word(row, 1, Side::from_code)?,
            date: row.get(2)?,
            score: Score::from_hundredths(score)
                .map_err(|_| rusqlite::Error::IntegralValueOutOfRange(3, score.into()))?,
            note: row.get(4)?,
        })
    })?;
    let mut found: Vec<Judgement> = rows.collect::<rusqlite::Result<_>>()?;
    found.sort_by_key(|judgement| (judgement.stage, judgement.side));
    Ok(found)
}

/// Writes a judgement; an earlier one of the same stage and side is replaced.
///
/// # Errors
/// The store's own.
pub fn save(tx: &Tx<'_>, judgement: &Judgement) -> Result<()> {
    tx.conn()
        .prepare_cached(
            "INSERT INTO pair_judgement (pair_id, stage, side, date, score, note) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (pair_id, stage, side)
             DO UPDATE SET date = excluded.date, score = excluded.score, note = excluded.note",
        )?
        .execute(params![
            blob(judgement.pair),
            judgement.stage.code(),
            judgement.side.code(),
            judgement.date,
            judgement.score.hundredths(),
            judgement.note,
        ])
        .context("pair_judgement")?;
    Ok(())
}

/// Takes a judgement away.
///
/// # Errors
/// The store's own.
pub fn delete(tx: &Tx<'_>, pair: PairId, stage: JudgementStage, side: Side) -> Result<()> {
    tx.conn()
        .prepare_cached("DELETE FROM pair_judgement WHERE pair_id = ?1 AND stage = ?2 AND side = ?3")?
        .execute(params![blob(pair), stage.code(), side.code()])
        .context("pair_judgement")?;
    Ok(())
}
