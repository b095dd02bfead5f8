//! The office: its profile, who signs, its rule tables, and what the home screen shows.

pub mod demo;
mod demo_catalogue;
mod demo_mentoring;
mod demo_needs;
mod demo_plan;
mod demo_schedule;
mod demo_sources;
mod demo_voice;
mod status;

use crate::{App, Result};
use chrono::NaiveDate;
use domain::ids::{AssetId, SignatoryId};
use domain::office::rules::{Rule, Rules, shipped};
use domain::office::{DatedSignatory, Profile};
use domain::refusal::{Code, Fields, Refusal};
use domain::safety::{Op, Outcome};
pub use status::{Counts, Status, Task, status};
use store::office::{Asset, SigningKey};

/// The profile; none before the office is set up.
///
/// # Errors
/// The store fails.
pub fn profile(app: &App) -> Result<Option<Profile>> {
    Ok(app.store.read(store::office::profile)?)
}

/// The profile of an office that has been set up.
///
/// # Errors
/// [`Code::NotInitialised`].
pub fn require_profile(app: &App) -> Result<Profile> {
    profile(app)?
        .ok_or_else(|| Refusal::new(Code::NotInitialised, "Profil kantor belum diisi. Isi profil kantor dahulu."))
}

/// Saves the profile. The first time, it sets the office up: the shipped rule tables and the key for certificates.
///
/// # Errors
/// Refused fields; the store fails.
pub fn save_profile(app: &App, profile: Profile) -> Result<Outcome<()>> {
    let profile = profile.checked()?;
    let actor = domain::safety::Actor { name: profile.operator.clone() };
    let outcome = app.store.write(&actor, Op::new("office.save_profile", "Ubah profil kantor"), |tx| {
        let first = store::office::profile(tx)?.is_none();
        store::office::save_profile(tx, &profile)?;
        if first {
            tx.describe(format!("Siapkan kantor {}", profile.office));
            for shipped in shipped()? {
                store::office::save_rule(tx, &shipped.rule, None, &shipped.source)?;
            }
        }
        if store::office::signing_key(tx)?.is_none() {
            let mut secret = [0; 32];
            tx.world().random(&mut secret);
            let public = ed25519_dalek::SigningKey::from_bytes(&secret).verifying_key().to_bytes();
            store::office::make_signing_key(tx, &SigningKey { public, secret })?;
        }
        Ok(())
    })?;
    Ok(outcome)
}

/// Largest picture that is taken in.
const LARGEST_PICTURE: usize = 4 * 1024 * 1024;

/// Takes a picture in as an asset.
///
/// # Errors
/// Not a PNG or JPEG, or too large.
pub fn picture(name: &str, bytes: Vec<u8>) -> Result<Asset> {
    let media_type = match bytes.get(..4) {
        Some([0x89, b'P', b'N', b'G']) => "image/png",
        Some([0xff, 0xd8, 0xff, _]) => "image/jpeg",
        Some(_) | None => {
            let message =
                format!("{name} bukan gambar PNG atau JPEG. Simpan gambar sebagai PNG atau JPEG, lalu pilih lagi.");
            return Err(Refusal::new(Code::UnreadableFile, message));
        }
    };
    if bytes.len() > LARGEST_PICTURE {
        let message = format!("{name} lebih besar dari 4 MB. Perkecil gambarnya, lalu pilih lagi.");
        return Err(Refusal::new(Code::InvalidInput, message));
    }
    Ok(Asset { name: name.to_owned(), media_type: media_type.to_owned(), bytes })
}

/// Sets the logo of the letterhead. Issued certificates keep theirs.
///
/// # Errors
/// Not a picture that can be used; the office is not set up.
pub fn set_logo(app: &App, name: &str, bytes: Vec<u8>) -> Result<Outcome<AssetId>> {
    let asset = picture(name, bytes)?;
    let mut profile = require_profile(app)?;
    Ok(app.store.write(&app.actor()?, Op::new("office.set_logo", "Ganti logo kantor"), |tx| {
        let logo = store::office::keep_asset(tx, &asset)?;
        profile.logo = Some(logo);
        store::office::save_profile(tx, &profile)?;
        Ok(logo)
    })?)
}

/// Takes the logo off the letterhead.
///
/// # Errors
/// The office is not set up.
pub fn clear_logo(app: &App) -> Result<Outcome<()>> {
    let profile = Profile { logo: None, ..require_profile(app)? };
    Ok(app.store.write(&app.actor()?, Op::new("office.clear_logo", "Hapus logo kantor"), |tx| {
        store::office::save_profile(tx, &profile)
    })?)
}

/// The bytes of a kept picture.
///
/// # Errors
/// [`Code::NotFound`].
pub fn picture_bytes(app: &App, id: AssetId) -> Result<Vec<u8>> {
    let found = app.store.read(|read| store::office::asset(read, id))?;
    found.map(|asset| asset.bytes).ok_or_else(|| Refusal::new(Code::NotFound, "Gambar ini tidak ada."))
}

/// Who signs, the latest first.
///
/// # Errors
/// The store fails.
pub fn signatories(app: &App) -> Result<Vec<DatedSignatory>> {
    Ok(app.store.read(store::office::signatories)?)
}

/// Saves a signatory.
///
/// # Errors
/// Refused fields.
pub fn save_signatory(app: &App, signatory: DatedSignatory) -> Result<Outcome<SignatoryId>> {
    let signatory = signatory.checked(app.today())?;
    let description = format!("Simpan penandatangan {}", signatory.signatory.name);
    Ok(app.store.write(&app.actor()?, Op::new("office.save_signatory", description), |tx| {
        store::office::save_signatory(tx, &signatory)
    })?)
}

/// Removes a signatory; classes and certificates keep their own copy.
///
/// # Errors
/// The store fails.
pub fn delete_signatory(app: &App, id: SignatoryId) -> Result<Outcome<()>> {
    Ok(app.store.write(&app.actor()?, Op::new("office.delete_signatory", "Hapus penandatangan"), |tx| {
        store::office::delete_signatory(tx, id)
    })?)
}

/// The rule tables in force today.
///
/// # Errors
/// The office is not set up.
pub fn rules(app: &App) -> Result<Rules> {
    require_profile(app)?;
    Ok(app.store.read(|read| store::office::rules(read, app.today()))?)
}

/// The rule tables as they are shipped: an office that was set up earlier may lack what came later.
///
/// # Errors
/// A shipped file is damaged, which a test rules out.
pub fn shipped_rules() -> Result<Rules> {
    Rules::gather(shipped()?.into_iter().map(|shipped| shipped.rule).collect())
}

/// Saves a rule table that holds from a day, today if none is given. A JP conversion table that reaches back settles the
/// ledgers that it touches in the same operation.
///
/// # Errors
/// Refused fields; the office is not set up.
pub fn save_rule(app: &App, rule: Rule, valid_from: Option<NaiveDate>) -> Result<Outcome<()>> {
    require_profile(app)?;
    let rule = rule.checked()?;
    let valid_from = valid_from.unwrap_or(app.today());
    let mut fields = Fields::new();
    fields.believe("valid_from", valid_from);
    fields.finish()?;
    let description = format!("Ubah {} mulai {}", rule.title(), domain::indonesian::date(valid_from));
    Ok(app.store.write(&app.actor()?, Op::new("office.save_rule", description), |tx| {
        store::office::save_rule(tx, &rule, Some(valid_from), "Ditetapkan kantor")?;
        if let Rule::JpConversion(_) = rule {
            crate::career::settle_since(tx, valid_from)?;
        }
        Ok(())
    })?)
}
