//! Where pictures come from.

use domain::ids::AssetId;
use domain::refusal::{Code, Refusal};
use std::collections::BTreeMap;

/// Pictures with more pixels than this are refused: a picture is unpacked in memory.
pub const MAX_PIXELS: u64 = 40_000_000;

type Load<'a> = dyn Fn(AssetId) -> Result<Option<Vec<u8>>, Refusal> + 'a;

/// The pictures (logo, photos) that documents show, asked for by id when they are drawn.
pub struct Pictures<'a>(Box<Load<'a>>);

impl std::fmt::Debug for Pictures<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Pictures")
    }
}

impl<'a> Pictures<'a> {
    /// Pictures that a function reads, such as from the data file. It gives the bytes of a PNG or JPEG file, or none
    /// when there is no such picture.
    pub fn from_fn(load: impl Fn(AssetId) -> Result<Option<Vec<u8>>, Refusal> + 'a) -> Self {
        Self(Box::new(load))
    }

    /// Pictures already in memory.
    #[must_use]
    pub fn from_map(pictures: BTreeMap<AssetId, Vec<u8>>) -> Self {
        Self::from_fn(move |id| Ok(pictures.get(&id).cloned()))
    }

    /// No pictures at all: content that names one is refused.
    #[must_use]
    pub fn none() -> Self {
        Self::from_fn(|_| Ok(None))
    }

    /// The bytes of a picture.
    ///
    /// # Errors
    /// [`Code::NotFound`] when there is none, and what the provider refuses.
    pub fn load(&self, id: AssetId, what: &str) -> Result<Vec<u8>, Refusal> {
        (self.0)(id)?.ok_or_else(|| Refusal::new(Code::NotFound, format!("Gambar untuk {what} tidak ada lagi.")))
    }
}
