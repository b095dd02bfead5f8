//! Exact assignment of participants to mentors with places.

use serde::{Deserialize, Serialize};
use specta::Type;

/// What the pairing of a whole class aims at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Aim {
    /// As many pairs as possible, then the best total.
    #[default]
    MostThenBest,
    /// The best total, also where that leaves somebody without mentor.
    Best,
    /// As many pairs as possible, then loads as even as possible, then the best total.
    Even,
    /// As many pairs as possible, then the worst pair as good as possible, then the best total.
    BestWorst,
}
