//! Classes: programmes, the class itself, who takes part, sessions, attendance, closing, the workbook, the recap.

mod attendance;
pub mod book;
mod book_check;
mod book_out;
mod class;
mod closing;
mod copy;
mod enrolment;
mod nips;
mod programmes;
pub mod projects;
mod recap;
mod sessions;
mod timing;
mod view;

pub use attendance::{AttendanceGrid, AttendanceRow, EditRefusal, MarkEdit, attendance, set_marks};
pub(crate) use attendance::{NOT_A_PARTICIPANT, participants};
pub use book::{BookCheck, BookPerson, BookReport, book_commit, book_drop, book_read};
pub use book_out::{book_bytes, export_book};
pub(crate) use class::signatory_on;
pub use class::{delete, draft, save};
pub use closing::{CloseReport, close, reopen};
pub use copy::{ClassCopy, copy};
pub use enrolment::{EnrolReport, EnrolmentRow, enrol, enrolments, remove, set_role, withdraw};
pub use nips::{NipList, UnknownNip, check_nip_file, check_nips};
pub(crate) use programmes::stored as stored_programme;
pub use programmes::{ProgrammeRow, delete_programme, forms, programme, programmes, save_programme};
pub(crate) use recap::signature as recap_signature;
pub use recap::{RecapFormat, recap_pdf, recap_xlsx, save_recap};
pub use sessions::{propose_sessions, save_sessions, sessions};
pub use store::classes::list::ClassState;
pub(crate) use timing::{ClassDays, arrange};
pub use view::{ClassQuery, ClassRow, ClassView, get, list, of_person, open_classes, suggested_name, years};

use domain::ids::ClassId;
use domain::refusal::{Code, Refusal};
use store::Read;
use store::classes::class::Stored;

/// A class, or the refusal that it is gone.
pub(crate) fn stored(read: &Read<'_>, id: ClassId) -> store::Result<Stored> {
    Ok(store::classes::class::get(read, id)?
        .ok_or_else(|| Refusal::new(Code::NotFound, "Kelas ini sudah tidak ada."))?)
}

/// A class that may be changed: a closed one refuses.
pub(crate) fn open_class(read: &Read<'_>, id: ClassId) -> store::Result<Stored> {
    let stored = stored(read, id)?;
    if stored.closed_at.is_none() {
        return Ok(stored);
    }
    let message = format!(
        "{} sudah ditutup, sehingga datanya tetap. Untuk mengubahnya, buka kembali kelas dengan alasan.",
        title(&stored)
    );
    Err(Refusal::new(Code::NotAllowed, message).into())
}

/// As lists and the journal name a class: `Pelayanan Publik Digital Angkatan III`.
pub(crate) fn title(stored: &Stored) -> String {
    format!("{} {}", stored.programme_name, stored.class.name)
}

/// A count for the screen.
pub(crate) fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
