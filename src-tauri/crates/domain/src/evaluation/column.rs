//! The columns of the grid of scores.

use crate::ids::{ComponentId, PartId};
use serde::{Deserialize, Serialize};
use specta::Type;

/// Which of the two tests of a class.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Before the class.
    Pre,
    /// After it.
    Post,
}

impl Stage {
    /// Both, in order.
    pub const ALL: [Self; 2] = [Self::Pre, Self::Post];

    /// As stored.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Pre => "pre",
            Self::Post => "post",
        }
    }

    /// From the stored form.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.code() == code)
    }

    /// As headed.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Pre => "Pre-test",
            Self::Post => "Post-test",
        }
    }
}

/// A column of the grid of scores.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(tag = "kind", content = "id", rename_all = "snake_case")]
pub enum ScoreColumn {
    /// The score of a component that is scored directly.
    Component(ComponentId),
    /// What an assessor, an item or a violation of a component says.
    Part(PartId),
    /// The score of the repeated component.
    Remedial(ComponentId),
    /// The score of a test.
    Test(Stage),
}

impl ScoreColumn {
    /// A text that is the same for ever and different for each column of a class.
    #[must_use]
    pub fn key(self) -> String {
        match self {
            Self::Component(id) => id.to_string(),
            Self::Part(id) => id.to_string(),
            Self::Remedial(id) => format!("remedial-{id}"),
            Self::Test(stage) => stage.code().to_owned(),
        }
    }
}
