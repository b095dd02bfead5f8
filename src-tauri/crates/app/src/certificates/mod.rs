//! Certificates: who may have one, issue, files for the printer, the register, verification.

mod candidates;
mod content;
mod drawing;
mod export;
mod issue;
mod print;
mod register;
mod revoke;
mod signing;
mod verify;

pub use candidates::{Candidate, candidates, preview};
pub use content::Issued;
pub(crate) use drawing::kept_pictures;
pub use export::{ExportReport, Progress, export};
pub use issue::{IssueRefusal, IssueReport, issue};
pub use print::{printable, save_pdf};
pub use register::{
    CertificateQuery, CertificateReference, CertificateRow, CertificateView, RegisterFormat, get, list, of_person, pdf,
    pdf_name, register_bytes, save_register,
};
pub use revoke::{replace, revoke};
pub use verify::{Verification, verify, verify_file};
