//! What is to be placed: the sessions of a class that may move, each cut to what one part of a day holds.

use super::Stood;
use crate::planning::schedule::calendar::session_plan;
use crate::planning::schedule::people::PersonName;
use chrono::NaiveDate;
use domain::classes::Subject;
use domain::ids::{RoomId, SessionId, SubjectId};
use store::planning::schedule::Sitting;

/// A session to be placed.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    /// The session; none for one that is new.
    pub(super) session: Option<SessionId>,
    pub(super) jp: u32,
    pub(super) topic: String,
    pub(super) subject: Option<SubjectId>,
    pub(super) subject_name: String,
    pub(super) speakers: Vec<PersonName>,
    /// The room in which it stood.
    pub(super) room: Option<RoomId>,
    pub(super) was: Option<Stood>,
}

/// True for a session that a proposal may move.
pub(super) fn may_move(one: &Sitting, keep_locked: bool, today: NaiveDate) -> bool {
    let stays = one.closed || one.marked || one.date < today || (keep_locked && one.locked);
    !stays
}

/// JP that parts of a day hold.
#[derive(Debug, Clone, Copy)]
pub(super) struct Holds {
    /// The shortest of them.
    pub(super) least: u32,
    /// The longest.
    pub(super) most: u32,
}

/// The sessions that may move, in their order; of a class without any sessions, those that its subjects need, subject by
/// subject. A session that no part of a day holds, and a subject, become several that every part holds.
pub(super) fn pieces(moving: &[Sitting], any: bool, subjects: &[Subject], holds: Holds) -> Vec<Piece> {
    let mut found = Vec::new();
    for one in moving {
        let most = if one.jp <= holds.most { holds.most } else { holds.least };
        for (at, jp) in parts(one.jp, most).into_iter().enumerate() {
            let first = at == 0;
            let plan = session_plan(one);
            found.push(Piece {
                session: first.then_some(one.session),
                jp,
                topic: plan.topic,
                subject: plan.subject,
                subject_name: plan.subject_name,
                speakers: plan.speakers,
                room: first.then_some(plan.room).flatten(),
                was: first.then_some(Stood {
                    date: plan.date,
                    starts: plan.starts,
                    ends: plan.ends,
                    room_name: plan.room_name,
                }),
            });
        }
    }
    if any {
        return found;
    }
    for subject in subjects {
        let piece = |jp| Piece {
            session: None,
            jp,
            topic: String::new(),
            subject: subject.id,
            subject_name: subject.name.clone(),
            speakers: Vec::new(),
            room: None,
            was: None,
        };
        found.extend(parts(subject.jp, holds.least).into_iter().map(piece));
    }
    found
}

/// JP in parts of at most so many: as few parts as possible, as equal as possible, larger ones first.
fn parts(jp: u32, most: u32) -> Vec<u32> {
    let count = jp.div_ceil(most.max(1));
    (0..count).map(|at| jp / count + u32::from(at < jp % count)).collect()
}

#[cfg(test)]
mod tests {
    use super::parts;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn parts_keep_the_sum_and_fit(jp in 0_u32..200, most in 1_u32..24) {
            let parts = parts(jp, most);
            prop_assert_eq!(parts.iter().sum::<u32>(), jp);
            prop_assert!(parts.iter().all(|part| (1..=most).contains(part)));
            prop_assert_eq!(u32::try_from(parts.len()).unwrap(), jp.div_ceil(most));
        }
    }
}
