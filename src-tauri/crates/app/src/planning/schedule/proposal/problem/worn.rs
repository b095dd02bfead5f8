//! What the sessions that stay leave of the JP that a day may have.

use super::Build;
use chrono::NaiveDate;
use domain::ids::PersonId;
use std::collections::{BTreeMap, HashMap};

impl Build<'_> {
    /// Of some slots of a class, those in which neither the class nor one of its participants passes the JP of a day beside
    /// the sessions that stay. Of a day on which something stays the shortest parts are taken first, for every class
    /// alike: so whoever is in two of them does not pass it either.
    pub(super) fn light(&self, class: usize, slots: &[usize]) -> Vec<usize> {
        let worn = self.worn(class);
        let most = u32::from(self.board.rule.jp_a_day);
        let fits = |slot: &usize| {
            let part = &self.parts[*slot];
            let Some(worn) = worn.get(&part.date) else { return true };
            let same_day = self.parts.iter().enumerate().filter(|(_, other)| other.date == part.date);
            let before = same_day.filter(|(at, other)| (other.jp, *at) <= (part.jp, *slot));
            worn + before.map(|(_, other)| other.jp).sum::<u32>() <= most
        };
        slots.iter().copied().filter(fits).collect()
    }

    /// For each day the most JP that stay for the class or for one of its participants.
    fn worn(&self, class: usize) -> BTreeMap<NaiveDate, u32> {
        let mut worn = self.staying(class);
        let mut of_person: HashMap<PersonId, BTreeMap<NaiveDate, u32>> =
            self.attendees(class).iter().map(|one| (one.person, BTreeMap::new())).collect();
        for other in 0..self.classes.len() {
            let stays = self.staying(other);
            if stays.is_empty() {
                continue;
            }
            for attendee in self.attendees(other) {
                let Some(days) = of_person.get_mut(&attendee.person) else { continue };
                for (day, jp) in &stays {
                    *days.entry(*day).or_default() += jp;
                }
            }
        }
        for (day, jp) in of_person.into_values().flatten() {
            let most = worn.entry(day).or_default();
            *most = jp.max(*most);
        }
        worn
    }

    /// JP of the sessions of a class that stay, by day.
    fn staying(&self, class: usize) -> BTreeMap<NaiveDate, u32> {
        let mut days = BTreeMap::new();
        for one in &self.classes[class].fixed {
            *days.entry(one.date).or_default() += one.jp;
        }
        days
    }
}
