//! Approving a plan: what is printed is frozen, and every later paper of it is drawn from that.

use super::plan::{CeilingRow, GroupRow};
use super::plan_board::{Board, draft, gone};
use crate::{App, Result};
use chrono::NaiveDate;
use domain::certificates::content::{Letterhead, Signatory};
use domain::ids::PlanId;
use domain::planning::cost::{CostLine, FundTotal};
use domain::planning::plan::{PlanHead, PlanStatus, PlanWish};
use domain::refusal::{Code, Fields, Refusal};
use domain::safety::{Op, Outcome};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use store::Read;
use store::planning::plan as table;

/// A candidate as papers say it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct PaperItem {
    pub(super) name: String,
    pub(super) programme: String,
    pub(super) sub_activity: String,
    pub(super) sub_name: String,
    pub(super) month: Option<u8>,
    pub(super) participants: u16,
    pub(super) jp: u16,
    pub(super) value: i64,
    pub(super) wish: PlanWish,
    pub(super) chosen: bool,
    pub(super) costs: Vec<FundTotal>,
    pub(super) lines: Vec<CostLine>,
    /// Why it is not in the plan.
    pub(super) reasons: Vec<String>,
    pub(super) note: String,
}

impl PaperItem {
    /// What it costs in whole rupiah.
    pub(super) fn cost(&self) -> i64 {
        self.costs.iter().fold(0, |sum, fund| sum.saturating_add(fund.amount))
    }
}

/// A ceiling as papers say it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct PaperCeiling {
    pub(super) sub_activity: String,
    pub(super) sub_name: String,
    pub(super) fund: String,
    pub(super) amount: i64,
    pub(super) used: i64,
}

/// A group as papers say it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct PaperGroup {
    pub(super) name: String,
    pub(super) units: Vec<String>,
    pub(super) least: u32,
    pub(super) served: i64,
}

/// Everything that papers of a plan say; the frozen form of an approved one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Paper {
    pub(super) head: PlanHead,
    /// Why it was approved as it is, where something deserved a look.
    pub(super) approval_note: String,
    pub(super) warnings: Vec<String>,
    pub(super) letterhead: Letterhead,
    pub(super) city: String,
    pub(super) signatory: Signatory,
    pub(super) funds: Vec<String>,
    pub(super) ceilings: Vec<PaperCeiling>,
    pub(super) groups: Vec<PaperGroup>,
    pub(super) items: Vec<PaperItem>,
}

impl Paper {
    /// What a plan says: frozen where it is approved, as it stands now where it is a draft.
    pub(super) fn read(app: &App, id: PlanId) -> Result<Self> {
        let profile = crate::office::require_profile(app)?;
        let today = app.today();
        Ok(app.store.read(|read| {
            let head = table::get(read, id)?.ok_or_else(gone)?;
            if head.status != PlanStatus::Draft {
                let mut paper = frozen(read, id)?;
                paper.head.status = head.status;
                return Ok(paper);
            }
            let board = Board::read(read, id, today)?;
            let signatory = crate::classes::signatory_on(read, today)?;
            Ok(Self::of(&board, profile.letterhead(), profile.city.clone(), signatory))
        })?)
    }

    fn of(board: &Board, letterhead: Letterhead, city: String, signatory: Signatory) -> Self {
        let item = |(at, row): (usize, &store::planning::item::ItemRow)| PaperItem {
            name: row.item.name.clone(),
            programme: row.programme_name.clone(),
            sub_activity: row.item.sub_activity.clone(),
            sub_name: board.sub_name(&row.item.sub_activity),
            month: row.item.month,
            participants: row.item.participants,
            jp: row.item.jp,
            value: row.item.value,
            wish: row.item.wish,
            chosen: row.item.chosen,
            costs: board.costs(row.item.id),
            lines: board.lines.iter().filter(|line| line.item == row.item.id).map(|line| line.line.clone()).collect(),
            reasons: reasons(board, at),
            note: row.item.note.clone(),
        };
        let ceiling = |row: CeilingRow| PaperCeiling {
            sub_activity: row.ceiling.sub_activity,
            sub_name: row.sub_name,
            fund: row.ceiling.fund,
            amount: row.ceiling.amount,
            used: row.used,
        };
        let group = |row: GroupRow| PaperGroup {
            name: row.group.name,
            units: row.units,
            least: row.group.least,
            served: row.served,
        };
        Self {
            head: board.head.clone(),
            approval_note: String::new(),
            warnings: board.warnings().into_iter().map(|warning| warning.text).collect(),
            letterhead,
            city,
            signatory,
            funds: board.funds(),
            ceilings: board.ceiling_rows().into_iter().map(ceiling).collect(),
            groups: board.group_rows().into_iter().map(group).collect(),
            items: board.items.iter().enumerate().map(item).collect(),
        }
    }
}

/// Why a candidate is not in the plan.
fn reasons(board: &Board, at: usize) -> Vec<String> {
    let item = &board.items[at].item;
    if item.chosen {
        return Vec::new();
    }
    match item.wish {
        PlanWish::Forbidden => vec!["Tidak boleh masuk menurut ketetapan kantor.".to_owned()],
        PlanWish::Mandatory | PlanWish::Free => {
            let lacks = board.lacks(at);
            if lacks.is_empty() { vec!["Pilihan lain menutup kesenjangan lebih besar.".to_owned()] } else { lacks }
        }
    }
}

/// The frozen form of an approved plan.
///
/// # Errors
/// [`Code::DamagedData`] when it is not what was approved.
fn frozen(read: &Read<'_>, id: PlanId) -> store::Result<Paper> {
    let (content, sha256) = table::frozen(read, id)?;
    let damaged = || {
        let message = "Isi rencana yang disetujui tidak cocok lagi dengan sidik datanya. Jalankan Periksa Data.";
        Refusal::new(Code::DamagedData, message)
    };
    if hexadecimal(&content) != sha256 {
        return Err(damaged().into());
    }
    serde_json::from_str(&content).map_err(|_| damaged().into())
}

fn hexadecimal(content: &str) -> String {
    Sha256::digest(content.as_bytes()).iter().fold(String::new(), |mut text, byte| {
        // Writing into a text does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Approves a draft: it is frozen, and takes the place of the plan in force of its year. Where something deserves a look, a
/// note has to say why it is approved as it is.
///
/// # Errors
/// [`Code::NotAllowed`] when nothing is chosen, a cost has no ceiling, or something deserves a look and `note` is empty,
/// each named; a refused `date`; what cannot be printed; the plan is approved or gone; the office is not set up.
pub fn approve_plan(app: &App, id: PlanId, date: NaiveDate, note: &str) -> Result<Outcome<()>> {
    let profile = crate::office::require_profile(app)?;
    let mut fields = Fields::new();
    fields.believe("date", date);
    if date > app.today() {
        fields.refuse("date", "Tanggal persetujuan belum tiba.");
    }
    fields.finish()?;
    let note = note.trim().to_owned();
    Ok(app.store.write(&app.actor()?, Op::new("planning.approve_plan", "Setujui rencana"), |tx| {
        let head = draft(tx, id)?;
        let board = Board::read(tx, id, app.today())?;
        if let Some(from) = table::in_force(tx, head.year)?.and_then(|plan| plan.approved_on)
            && date < from
        {
            let message =
                format!("Rencana yang berlaku disetujui {}. Tanggal ini lebih awal.", domain::indonesian::date(from));
            return Err(Refusal::field("date", message).into());
        }
        require_sound(&board, &note)?;
        let head = PlanHead { status: PlanStatus::Approved, approved_on: Some(date), ..head };
        let signatory = crate::classes::signatory_on(tx, date)?;
        let mut paper = Paper::of(&board, profile.letterhead(), profile.city.clone(), signatory);
        paper.head = head.clone();
        paper.approval_note = note;
        super::plan_papers::require_printable(app, &paper)?;
        let content = serde_json::to_string(&paper)
            .map_err(|_| Refusal::new(Code::Internal, "Rencana tidak dapat dibekukan."))?;
        if let Some(old) = table::in_force(tx, head.year)? {
            table::save(tx, &PlanHead { status: PlanStatus::Replaced, ..old })?;
        }
        tx.describe(format!("Setujui {}", head.title()));
        table::save(tx, &head)?;
        table::freeze(tx, id, &content, &hexadecimal(&content))
    })?)
}

fn require_sound(board: &Board, note: &str) -> store::Result<()> {
    if !board.items.iter().any(|row| row.item.chosen) {
        let message = "Belum ada calon yang masuk rencana. Pilih dahulu.";
        return Err(Refusal::new(Code::NotAllowed, message).into());
    }
    let warnings = board.warnings();
    let hard: Vec<&str> = warnings.iter().filter(|warning| warning.hard).map(|warning| warning.text.as_str()).collect();
    if !hard.is_empty() {
        return Err(Refusal::new(Code::NotAllowed, hard.join(" ")).into());
    }
    if !warnings.is_empty() && note.is_empty() {
        let texts: Vec<&str> = warnings.iter().map(|warning| warning.text.as_str()).collect();
        let message = format!("Perbaiki dahulu, atau tulis alasan mengapa tetap disetujui: {}", texts.join(" "));
        return Err(Refusal::field("note", message).into());
    }
    Ok(())
}
