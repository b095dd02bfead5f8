//! The register of certificates: what was issued, the counters of the numbers, and who may have one.

mod certificate;
mod claimant;
mod counter;
mod list;
mod outdated;

pub use certificate::{
    Certificate, by_code, by_number, by_short_code, get, in_force, insert, of_class, replacement_of, revoke, status,
};
pub use claimant::{Claimant, claimants};
pub use counter::{draw, drawn};
pub use list::{CertificateFilter, CertificateOrder, ListedCertificate, count, count_year, list};
pub use outdated::outdated;
