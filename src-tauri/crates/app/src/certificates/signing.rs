//! The office's signature under the text of the QR code.

use super::content::Issued;
use crate::Result;
use domain::certificates::code::{CodeFacts, ParsedCode, base32, whole};
use domain::people::nip;
use domain::refusal::{Code, Refusal};
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use sha2::{Digest, Sha256};
use store::Read;

/// The key with its name, ready to sign.
pub(super) struct Signing {
    key: SigningKey,
    name: String,
}

/// The name by which a code tells its key: the first letters of the hash.
fn key_name(public: &[u8; 32]) -> String {
    base32(&Sha256::digest(public)).chars().take(8).collect()
}

impl Signing {
    /// The key of the office.
    pub(super) fn read(read: &Read<'_>) -> Result<Self> {
        let pair = store::office::signing_key(read)?.ok_or_else(|| {
            Refusal::new(Code::NotInitialised, "Kunci sertifikat kantor belum ada. Simpan dahulu Kantor, Profil.")
        })?;
        Ok(Self { name: key_name(&pair.public), key: SigningKey::from_bytes(&pair.secret) })
    }

    /// The text of the QR code of a certificate.
    pub(super) fn code(&self, issued: &Issued) -> String {
        let content = &issued.content;
        let facts = CodeFacts {
            number: content.number.clone(),
            masked_nip: nip::masked(&content.nip),
            name: content.name.clone(),
            programme: content.programme.clone(),
            date: content.issue_date,
            key: self.name.clone(),
        };
        let signed = facts.signed_text();
        let signature = self.key.sign(signed.as_bytes()).to_bytes();
        whole(&signed, &signature)
    }
}

/// What a check of a signature says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Signed {
    /// By this office.
    Right,
    /// The text is not the one that was signed.
    Wrong,
    /// By a key that this office does not know.
    OtherKey,
}

/// Checks the signature with every key that this office has had.
pub(super) fn signed(read: &Read<'_>, code: &ParsedCode) -> Result<Signed> {
    let public = store::office::all_public_keys(read)?.into_iter().find(|public| key_name(public) == code.facts.key);
    let Some(public) = public else { return Ok(Signed::OtherKey) };
    let right = VerifyingKey::from_bytes(&public)
        .ok()
        .zip(Signature::from_slice(&code.signature).ok())
        .is_some_and(|(key, signature)| key.verify_strict(code.signed.as_bytes(), &signature).is_ok());
    Ok(if right { Signed::Right } else { Signed::Wrong })
}
