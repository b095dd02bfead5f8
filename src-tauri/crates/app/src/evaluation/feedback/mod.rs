//! Participants' judgement: rounds with random codes, anonymous sheets, what they come to.

mod people;
mod report;
mod rounds;
mod sheets;

pub use people::{SpeakerRow, SubjectRow, feedback_people, feedback_subjects};
pub(super) use report::report;
pub use report::{FeedbackBy, FeedbackReport, ItemComments, feedback_report};
pub(crate) use rounds::session_label;
pub use rounds::{
    NewRound, RoundDraft, RoundSession, RoundSpeaker, delete_round, more_codes, open_round, round_draft, rounds,
    rounds_page,
};
pub use sheets::{MayType, RoundView, codes, delete_sheet, round, save_sheet, sheet};
pub(crate) use sheets::{SheetEntry, put_sheet, room};
pub use store::evaluation::feedback::{RoundQuery, RoundRow};

use chrono::NaiveDate;
use domain::classes::attendance::Mark;
use domain::ids::{ClassId, RoundId};
use domain::refusal::{Code, Refusal};
use store::Read;
use store::evaluation::feedback::{self as table, StoredRound};

/// A round, or the refusal that it is gone.
pub(crate) fn stored_round(read: &Read<'_>, id: RoundId) -> store::Result<StoredRound> {
    let gone = || Refusal::new(Code::NotFound, "Penilaian peserta ini sudah tidak ada.");
    Ok(table::get(read, id)?.ok_or_else(gone)?)
}

/// A round as the list shows it, or the refusal that it is gone.
pub(crate) fn round_row(read: &Read<'_>, id: RoundId) -> store::Result<RoundRow> {
    let round = stored_round(read, id)?;
    let starts = crate::classes::stored(read, round.class)?.class.starts;
    let gone = || Refusal::new(Code::NotFound, "Penilaian peserta ini sudah tidak ada.");
    Ok(table::row(read, id, &counted(read, starts)?)?.ok_or_else(gone)?)
}

/// The marks that count as being there in a class that begins on a day.
fn counted(read: &Read<'_>, starts: NaiveDate) -> store::Result<Vec<Mark>> {
    store::office::counted_marks(read, starts)
}

/// As the journal names a round: what it asks and the class. It never names the speaker: the operations on sheets hold
/// no person.
pub(crate) fn round_title(read: &Read<'_>, round: &StoredRound) -> store::Result<String> {
    let class = crate::classes::stored(read, round.class)?;
    let names: Vec<&str> = round.instruments.iter().map(|instrument| instrument.name.as_str()).collect();
    Ok(format!("{}, {}", names.join(", "), crate::classes::title(&class)))
}

/// Refuses to remove a class whose participants have handed in sheets.
pub(crate) fn refuse_loss(read: &Read<'_>, class: ClassId, title: &str) -> store::Result<()> {
    let sheets = table::sheets_of_class(read, class)?;
    if sheets == 0 {
        return Ok(());
    }
    let message = format!(
        "{title} mempunyai {sheets} lembar penilaian peserta. Kelas itu harus tetap ada sebagai sumbernya, atau hapus \
         dahulu penilaian pesertanya dengan alasan."
    );
    Err(Refusal::new(Code::NotAllowed, message).into())
}
