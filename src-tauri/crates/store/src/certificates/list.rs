//! The register as a list: sorted, filtered and paged by the data file.

use crate::columns::{blob, id, word};
use crate::error::Context;
use crate::{Read, Result};
use chrono::{Datelike, NaiveDate};
use domain::certificates::content::Role;
use domain::certificates::register::CertificateStatus;
use domain::ids::{CertificateId, ClassId, PersonId};
use rusqlite::types::Value;
use rusqlite::{Row, params_from_iter};

/// How the list is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CertificateOrder {
    /// The latest issued first.
    #[default]
    Newest,
    /// In the order of issue.
    Oldest,
    /// By the name on the certificate.
    Name,
}

/// Which certificates are asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CertificateFilter {
    /// Words that number, name, NIP, programme or class must contain, each of them.
    pub text: String,
    /// Only those of a class.
    pub class: Option<ClassId>,
    /// Only those of a person.
    pub person: Option<PersonId>,
    /// Only those that stand so.
    pub status: Option<CertificateStatus>,
    /// Only those issued in a year.
    pub year: Option<i32>,
    /// How they are sorted.
    pub order: CertificateOrder,
    /// How many to leave out at the beginning.
    pub offset: u32,
    /// How many to give.
    pub limit: u32,
}

/// A line of the list. Names are those on the certificate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedCertificate {
    /// Its id.
    pub id: CertificateId,
    /// Number.
    pub number: String,
    /// 18 digits, or empty.
    pub nip: String,
    /// Name with titles.
    pub name: String,
    /// Programme.
    pub programme: String,
    /// Class.
    pub class_name: String,
    /// Part in the class.
    pub role: Role,
    /// Date of issue.
    pub issued_on: NaiveDate,
    /// How it stands.
    pub status: CertificateStatus,
    /// Text of the QR code.
    pub code: String,
    /// Why it was revoked; empty while in force.
    pub revoked_reason: String,
}

const STATUS: &str = "CASE WHEN revoked_on IS NULL THEN 'issued'
    WHEN EXISTS (SELECT 1 FROM certificate AS newer WHERE newer.replaces_id = certificate.id) THEN 'replaced'
    ELSE 'revoked' END";

const SEARCHED: &str = "number || ' ' || json_extract(content, '$.content.name') || ' '
    || json_extract(content, '$.content.nip') || ' ' || json_extract(content, '$.content.programme') || ' '
    || json_extract(content, '$.content.class_name')";

/// The condition and its values.
fn conditions(filter: &CertificateFilter) -> (String, Vec<Value>) {
    let mut terms = vec!["1".to_owned()];
    let mut values: Vec<Value> = Vec::new();
    let mut add = |term: &dyn Fn(usize) -> String, value: Value| {
        values.push(value);
        terms.push(term(values.len()));
    };
    if let Some(class) = filter.class {
        add(&|at| format!("class_id = ?{at}"), blob(class).as_bytes().to_vec().into());
    }
    if let Some(person) = filter.person {
        add(&|at| format!("person_id = ?{at}"), blob(person).as_bytes().to_vec().into());
    }
    if let Some(year) = filter.year {
        add(&|at| format!("issued_on LIKE ?{at}"), format!("{year:04}-%").into());
    }
    if let Some(status) = filter.status {
        add(&|at| format!("{STATUS} = ?{at}"), status.code().to_owned().into());
    }
    for part in filter.text.split_whitespace() {
        let part = part.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
        add(&|at| format!("{SEARCHED} LIKE ?{at} ESCAPE '\\'"), format!("%{part}%").into());
    }
    (terms.join(" AND "), values)
}

/// How many certificates a filter lets through, whatever its page.
///
/// # Errors
/// The store's own.
pub fn count(read: &Read<'_>, filter: &CertificateFilter) -> Result<u32> {
    let (condition, values) = conditions(filter);
    let sql = format!("SELECT count(*) FROM certificate WHERE {condition}");
    let total = read.conn().prepare_cached(&sql)?.query_row(params_from_iter(values), |row| row.get(0));
    total.context("count of certificates")
}

/// How many certificates were issued in the year of a day, those taken back among them.
///
/// # Errors
/// The store's own.
pub fn count_year(read: &Read<'_>, day: NaiveDate) -> Result<u32> {
    count(read, &CertificateFilter { year: Some(day.year()), ..CertificateFilter::default() })
}

/// One page of the list.
///
/// # Errors
/// The store's own.
pub fn list(read: &Read<'_>, filter: &CertificateFilter) -> Result<Vec<ListedCertificate>> {
    let (condition, mut values) = conditions(filter);
    // The first six bytes of an id are the moment at which it was made.
    let order = match filter.order {
        CertificateOrder::Newest => "substr(id, 1, 6) DESC, length(number) DESC, number DESC",
        CertificateOrder::Oldest => "substr(id, 1, 6), length(number), number",
        CertificateOrder::Name => "json_extract(content, '$.content.name') COLLATE NOCASE, number",
    };
    let at = values.len();
    values.extend([Value::from(filter.limit), Value::from(filter.offset)]);
    let sql = format!(
        "SELECT id, number, json_extract(content, '$.content.nip'), json_extract(content, '$.content.name'),
                json_extract(content, '$.content.programme'), json_extract(content, '$.content.class_name'),
                json_extract(content, '$.content.role'), issued_on, {STATUS}, code, revoked_reason
         FROM certificate WHERE {condition} ORDER BY {order} LIMIT ?{} OFFSET ?{}",
        at + 1,
        at + 2
    );
    let mut found = read.conn().prepare_cached(&sql)?;
    let rows = found.query_map(params_from_iter(values), read_row)?.collect::<rusqlite::Result<_>>();
    rows.context("list of certificates")
}

fn read_row(row: &Row<'_>) -> rusqlite::Result<ListedCertificate> {
    Ok(ListedCertificate {
        id: id(row, 0)?,
        number: row.get(1)?,
        nip: row.get(2)?,
        name: row.get(3)?,
        programme: row.get(4)?,
        class_name: row.get(5)?,
        role: word(row, 6, |code| Role::ALL.into_iter().find(|role| role.word().eq_ignore_ascii_case(code)))?,
        issued_on: row.get(7)?,
        status: word(row, 8, CertificateStatus::from_code)?,
        code: row.get(9)?,
        revoked_reason: row.get(10)?,
    })
}
