//! The office's profile: one row.

use crate::columns::{maybe, maybe_id};
use crate::{Read, Result, Tx};
use domain::office::Profile;
use rusqlite::{OptionalExtension, params};

/// The profile; none before the office is set up.
///
/// # Errors
/// The store fails.
pub fn profile(read: &Read<'_>) -> Result<Option<Profile>> {
    let mut statement = read.conn().prepare_cached(
        "SELECT government, office, unit_code, address, phone, email, website, postcode, city, operator, logo_id
         FROM office_profile",
    )?;
    let found = statement
        .query_row([], |row| {
            Ok(Profile {
                government: row.get(0)?,
                office: row.get(1)?,
                unit_code: row.get(2)?,
                address: row.get(3)?,
                phone: row.get(4)?,
                email: row.get(5)?,
                website: row.get(6)?,
                postcode: row.get(7)?,
                city: row.get(8)?,
                operator: row.get(9)?,
                logo: maybe_id(row, 10)?,
            })
        })
        .optional()?;
    Ok(found)
}

/// Writes the profile.
///
/// # Errors
/// The store fails.
pub fn save_profile(tx: &Tx<'_>, profile: &Profile) -> Result<()> {
    tx.conn().execute(
        "INSERT INTO office_profile
             (id, government, office, unit_code, address, phone, email, website, postcode, city, operator, logo_id)
         VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
         ON CONFLICT (id) DO UPDATE SET
             government = excluded.government, office = excluded.office, unit_code = excluded.unit_code,
             address = excluded.address, phone = excluded.phone, email = excluded.email,
             website = excluded.website, postcode = excluded.postcode, city = excluded.city,
             operator = excluded.operator, logo_id = excluded.logo_id",
        params![
            profile.government,
            profile.office,
            profile.unit_code,
            profile.address,
            profile.phone,
            profile.email,
            profile.website,
            profile.postcode,
            profile.city,
            profile.operator,
            maybe(profile.logo),
        ],
    )?;
    Ok(())
}
