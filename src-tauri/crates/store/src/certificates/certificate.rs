//! The table `certificate`.

use crate::columns::{blob, id, maybe, maybe_id};
use crate::error::Context;
use crate::{Error, Read, Result, Tx};
use chrono::NaiveDate;
use domain::certificates::register::CertificateStatus;
use domain::ids::{CertificateId, ClassId, EnrolmentId, PersonId};
use domain::refusal::{Code, Refusal};
use rusqlite::{ErrorCode, OptionalExtension, Params, Row, named_params};

/// A row of the register. Everything but the last two fields is as it was at issue, for ever.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    /// Its id.
    pub id: CertificateId,
    /// Number, unique in the office.
    pub number: String,
    /// The place in the class that it is for.
    pub enrolment: EnrolmentId,
    /// The class.
    pub class: ClassId,
    /// The person.
    pub person: PersonId,
    /// Date of issue.
    pub issued_on: NaiveDate,
    /// The frozen content, as JSON; never read back and written again, so that its hash holds.
    pub content: String,
    /// Hash of the content.
    pub sha256: [u8; 32],
    /// Text of the QR code.
    pub code: String,
    /// The certificate that this one replaces.
    pub replaces: Option<CertificateId>,
    /// Day on which it was revoked.
    pub revoked_on: Option<NaiveDate>,
    /// Why it was revoked; empty while in force.
    pub revoked_reason: String,
}

const SELECT: &str = "SELECT id, number, enrolment_id, class_id, person_id, issued_on, content, sha256, code,
    replaces_id, revoked_on, revoked_reason FROM certificate";

fn read_row(row: &Row<'_>) -> rusqlite::Result<Certificate> {
    Ok(Certificate {
        id: id(row, 0)?,
        number: row.get(1)?,
        enrolment: id(row, 2)?,
        class: id(row, 3)?,
        person: id(row, 4)?,
        issued_on: row.get(5)?,
        content: row.get(6)?,
        sha256: row.get(7)?,
        code: row.get(8)?,
        replaces: maybe_id(row, 9)?,
        revoked_on: row.get(10)?,
        revoked_reason: row.get(11)?,
    })
}

fn one(read: &Read<'_>, condition: &str, values: impl Params) -> Result<Option<Certificate>> {
    let sql = format!("{SELECT} WHERE {condition}");
    read.conn().prepare_cached(&sql)?.query_row(values, read_row).optional().context("certificate")
}

/// Enters a certificate into the register.
///
/// # Errors
/// [`Code::Duplicate`] when the number is taken or the place in the class already has a certificate in force.
pub fn insert(tx: &Tx<'_>, certificate: &Certificate) -> Result<()> {
    let done = tx
        .conn()
        .prepare_cached(
            "INSERT INTO certificate (id, number, enrolment_id, class_id, person_id, issued_on, content, sha256, code,
                 replaces_id, revoked_on, revoked_reason)
             VALUES (:id, :number, :enrolment, :class, :person, :issued_on, :content, :sha256, :code, :replaces,
                 :revoked_on, :revoked_reason)",
        )?
        .execute(named_params! {
            ":id": blob(certificate.id),
            ":number": certificate.number,
            ":enrolment": blob(certificate.enrolment),
            ":class": blob(certificate.class),
            ":person": blob(certificate.person),
            ":issued_on": certificate.issued_on,
            ":content": certificate.content,
            ":sha256": certificate.sha256,
            ":code": certificate.code,
            ":replaces": maybe(certificate.replaces),
            ":revoked_on": certificate.revoked_on,
            ":revoked_reason": certificate.revoked_reason,
        });
    match done {
        Ok(_) => Ok(()),
        Err(error) => Err(taken(&certificate.number, error)),
    }
}

/// What a broken unique key means to the operator.
fn taken(number: &str, error: rusqlite::Error) -> Error {
    let text = error.to_string();
    let unique = error.sqlite_error_code() == Some(ErrorCode::ConstraintViolation) && text.contains("UNIQUE");
    // The number is part of the code.
    let number_taken = text.contains("certificate.number") || text.contains("certificate.code");
    let sentence = if unique && number_taken {
        format!("Nomor sertifikat {number} sudah terpakai. Periksa pola nomor, lalu terbitkan lagi.")
    } else if unique && text.contains("certificate.enrolment_id") {
        "Peserta ini sudah mempunyai sertifikat yang masih berlaku.".to_owned()
    } else if unique && text.contains("certificate.replaces_id") {
        "Sertifikat itu sudah diganti. Muat ulang register.".to_owned()
    } else {
        return Error::Sql { context: "insert certificate".to_owned(), source: error };
    };
    Refusal::new(Code::Duplicate, sentence).into()
}

/// Marks a certificate as no longer in force. True if it was in force until now.
///
/// # Errors
/// The store's own.
pub fn revoke(tx: &Tx<'_>, certificate: CertificateId, day: NaiveDate, reason: &str) -> Result<bool> {
    let changed = tx
        .conn()
        .prepare_cached(
            "UPDATE certificate SET revoked_on = :day, revoked_reason = :reason WHERE id = :id AND revoked_on IS NULL",
        )?
        .execute(named_params! { ":id": blob(certificate), ":day": day, ":reason": reason })
        .context("revoke certificate")?;
    Ok(changed == 1)
}

/// A certificate by its id.
///
/// # Errors
/// The store's own.
pub fn get(read: &Read<'_>, certificate: CertificateId) -> Result<Option<Certificate>> {
    one(read, "id = ?1", [blob(certificate)])
}

/// The certificate in force for a place in a class.
///
/// # Errors
/// The store's own.
pub fn in_force(read: &Read<'_>, enrolment: EnrolmentId) -> Result<Option<Certificate>> {
    one(read, "enrolment_id = ?1 AND revoked_on IS NULL", [blob(enrolment)])
}

/// The certificate whose QR code has this text.
///
/// # Errors
/// The store's own.
pub fn by_code(read: &Read<'_>, code: &str) -> Result<Option<Certificate>> {
    one(read, "code = ?1", [code])
}

/// The certificate with this number.
///
/// # Errors
/// The store's own.
pub fn by_number(read: &Read<'_>, number: &str) -> Result<Option<Certificate>> {
    one(read, "number = ?1", [number])
}

/// The certificate whose signature, the last 103 letters of its code, begins with these letters.
///
/// # Errors
/// The store's own.
pub fn by_short_code(read: &Read<'_>, letters: &str) -> Result<Option<Certificate>> {
    // The inner query reads the index of the codes alone, not the contents of all certificates.
    one(
        read,
        "code = (SELECT code FROM certificate WHERE substr(code, -103, 20) = ?1 ORDER BY code LIMIT 1)",
        [letters],
    )
}

/// The certificate that replaces another.
///
/// # Errors
/// The store's own.
pub fn replacement_of(read: &Read<'_>, certificate: CertificateId) -> Result<Option<Certificate>> {
    one(read, "replaces_id = ?1", [blob(certificate)])
}

/// Every certificate of a class, in the order of issue.
///
/// # Errors
/// The store's own.
pub fn of_class(read: &Read<'_>, class: ClassId) -> Result<Vec<Certificate>> {
    // The first six bytes of an id are the moment at which it was made.
    let sql = format!("{SELECT} WHERE class_id = ?1 ORDER BY substr(id, 1, 6), length(number), number");
    let mut found = read.conn().prepare_cached(&sql)?;
    let rows = found.query_map([blob(class)], read_row)?.collect::<rusqlite::Result<_>>().context("certificates")?;
    Ok(rows)
}

/// How a certificate stands.
///
/// # Errors
/// The store's own.
pub fn status(read: &Read<'_>, certificate: &Certificate) -> Result<CertificateStatus> {
    Ok(match certificate.revoked_on {
        None => CertificateStatus::Issued,
        Some(_) if replacement_of(read, certificate.id)?.is_some() => CertificateStatus::Replaced,
        Some(_) => CertificateStatus::Revoked,
    })
}
