//! Tables of the room `office`: profile, signatories, rule tables, kept files, the signing key.

mod asset;
mod key;
mod profile;
mod rule;
mod signatory;

pub use asset::{Asset, asset, keep_asset};
pub use key::{SigningKey, all_public_keys, make_signing_key, signing_key};
pub use profile::{profile, save_profile};
pub use rule::{counted_marks, jp_conversions, rules, save_rule};
pub use signatory::{delete_signatory, save_signatory, signatories};
