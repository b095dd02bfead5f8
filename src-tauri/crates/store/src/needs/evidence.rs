//! Evidence of every source on a day: findings of inquiries, what focus groups found about everybody of a unit or a
//! position, classes that were passed, surveys of the public.

use crate::columns::{blob, id, maybe, maybe_id, word};
use crate::people::UnitTree;
use crate::{Read, Result};
use chrono::NaiveDate;
use domain::ids::{ClassId, CompetencyId, InquiryId, PersonId, UnitId};
use domain::needs::evidence::{EvidenceSet, Gathering, Mark, Origin, voice_levels};
use domain::needs::gap::valid;
use domain::needs::inquiry::InquiryKind;
use domain::needs::rule::{NeedsRule, Source};
use domain::people::name::words_key;
use rusqlite::params;
use std::collections::{BTreeMap, BTreeSet};

/// Everybody's evidence that holds on a day: not later than the day, and within the months of its source.
///
/// # Errors
/// The store fails.
pub fn all(read: &Read<'_>, rule: &NeedsRule, day: NaiveDate) -> Result<EvidenceSet> {
    gather(read, rule, day, None)
}

/// The evidence of one person that holds on a day.
///
/// # Errors
/// The store fails.
pub fn of_person(read: &Read<'_>, rule: &NeedsRule, person: PersonId, day: NaiveDate) -> Result<EvidenceSet> {
    gather(read, rule, day, Some(person))
}

/// The days on which evidence of a person began to speak, the earliest first, whatever has run out since: each day on
/// which a level may have changed.
///
/// # Errors
/// The store fails.
pub fn days_of_person(read: &Read<'_>, rule: &NeedsRule, person: PersonId, until: NaiveDate) -> Result<Vec<NaiveDate>> {
    let mut forever = rule.clone();
    for source in &mut forever.sources {
        source.months = u16::MAX;
    }
    let set = gather(read, &forever, until, Some(person))?;
    let days: BTreeSet<NaiveDate> = set.marks.iter().filter_map(|mark| Some(set.gathering(mark)?.date)).collect();
    Ok(days.into_iter().collect())
}

fn gather(read: &Read<'_>, rule: &NeedsRule, day: NaiveDate, person: Option<PersonId>) -> Result<EvidenceSet> {
    let mut gathered = Gathered { rule, day, person, gatherings: Vec::new(), marks: Vec::new() };
    let inquiries = gathered.inquiries(read)?;
    gathered.findings(read, &inquiries)?;
    let tree = UnitTree::read(read)?;
    let posts = Posts::read(read, person)?;
    gathered.group_findings(read, &inquiries, &tree, &posts)?;
    gathered.classes(read)?;
    gathered.voice(read, &tree, &posts)?;
    Ok(gathered.finish())
}

/// Evidence in the making. Of marks that one gathering has twice for a person and a competency the one with the lowest
/// precedence stays.
struct Gathered<'a> {
    rule: &'a NeedsRule,
    day: NaiveDate,
    person: Option<PersonId>,
    gatherings: Vec<Gathering>,
    marks: Vec<(Mark, u32)>,
}

impl Gathered<'_> {
    /// True while evidence of a source and a day holds.
    fn holds(&self, source: Source, date: NaiveDate) -> bool {
        valid(self.rule, source, date, self.day)
    }

    /// Notes a gathering; its place.
    fn open(&mut self, origin: Origin, source: Source, label: String, date: NaiveDate, weight: u8) -> u32 {
        self.gatherings.push(Gathering { origin, source, label, date, weight });
        u32::try_from(self.gatherings.len() - 1).unwrap_or(u32::MAX)
    }

    fn mark(&mut self, person: PersonId, competency: CompetencyId, gathering: u32, level: u16, precedence: u32) {
        self.marks.push((Mark { person, competency, gathering, level }, precedence));
    }

    /// The inquiries that hold, with the places of their gatherings.
    fn inquiries(&mut self, read: &Read<'_>) -> Result<Vec<(InquiryId, u32)>> {
        let mut rows = read.conn().prepare_cached(
            "SELECT id, kind, name, held_on, weight FROM inquiry WHERE held_on <= ?1 ORDER BY held_on, id",
        )?;
        let mut rows = rows.query([self.day])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let (inquiry, date): (InquiryId, NaiveDate) = (id(row, 0)?, row.get(3)?);
            let Some(source) = word(row, 1, InquiryKind::from_code)?.source() else { continue };
            if self.holds(source, date) {
                found.push((inquiry, self.open(Origin::Inquiry { inquiry }, source, row.get(2)?, date, row.get(4)?)));
            }
        }
        Ok(found)
    }

    fn findings(&mut self, read: &Read<'_>, inquiries: &[(InquiryId, u32)]) -> Result<()> {
        let sql = match self.person {
            None => "SELECT person_id, competency_id, level FROM finding WHERE inquiry_id = ?1 AND ?2 IS NULL",
            Some(_) => "SELECT person_id, competency_id, level FROM finding WHERE inquiry_id = ?1 AND person_id = ?2",
        };
        let mut statement = read.conn().prepare_cached(sql)?;
        for &(inquiry, gathering) in inquiries {
            let mut rows = statement.query(params![blob(inquiry), maybe(self.person)])?;
            while let Some(row) = rows.next()? {
                self.mark(id(row, 0)?, id(row, 1)?, gathering, row.get(2)?, 0);
            }
        }
        Ok(())
    }

    /// A line about a position comes before one about everybody, one of a unit further down before one further up, an
    /// earlier line before a later one; a person's own finding before all.
    fn group_findings(
        &mut self,
        read: &Read<'_>,
        inquiries: &[(InquiryId, u32)],
        tree: &UnitTree,
        posts: &Posts,
    ) -> Result<()> {
        let mut statement = read.conn().prepare_cached(
            "SELECT unit_id, position_key, competency_id, level, ord FROM group_finding
             WHERE inquiry_id = ?1 AND level IS NOT NULL ORDER BY ord",
        )?;
        for &(inquiry, gathering) in inquiries {
            let Some(date) = self.gatherings.get(gathering as usize).map(|gathering| gathering.date) else { continue };
            let mut rows = statement.query([blob(inquiry)])?;
            while let Some(row) = rows.next()? {
                let unit: Option<UnitId> = maybe_id(row, 0)?;
                let position: String = row.get(1)?;
                let (competency, level, ord): (CompetencyId, u16, u32) = (id(row, 2)?, row.get(3)?, row.get(4)?);
                let depth = unit.map_or(0, |unit| u32::try_from(tree.line(unit).len()).unwrap_or(u32::MAX).min(99));
                let general = if position.is_empty() { 200 } else { 100 } - depth;
                let precedence = general * 10_000 + ord.min(9_999);
                posts.held(tree, unit, date, |post| {
                    if position.is_empty() || words_key(&post.position) == position {
                        self.mark(post.person, competency, gathering, level, precedence);
                    }
                });
            }
        }
        Ok(())
    }

    /// Whoever passed a class has, on its last day, the level up to which the programme raises a competency.
    fn classes(&mut self, read: &Read<'_>) -> Result<()> {
        let of_one = if self.person.is_some() { "enrolment.person_id = ?2" } else { "?2 IS NULL" };
        let mut statement = read.conn().prepare_cached(&format!(
            "SELECT class.id, programme.name || ' ' || class.name, class.ends, enrolment.person_id,
                    raised.competency_id, raised.up_to
             FROM programme_competency AS raised JOIN programme ON programme.id = raised.programme_id
             JOIN class ON class.programme_id = programme.id JOIN enrolment ON enrolment.class_id = class.id
             JOIN class_result ON class_result.enrolment_id = enrolment.id
             WHERE class_result.passed = 1 AND enrolment.role = 'peserta' AND class.ends <= ?1 AND {of_one}
             ORDER BY class.id"
        ))?;
        let weight = self.rule.source(Source::Class).weight;
        let mut open: BTreeMap<ClassId, u32> = BTreeMap::new();
        let mut rows = statement.query(params![self.day, maybe(self.person)])?;
        while let Some(row) = rows.next()? {
            let (class, date): (ClassId, NaiveDate) = (id(row, 0)?, row.get(2)?);
            if !self.holds(Source::Class, date) {
                continue;
            }
            let gathering = match open.get(&class) {
                Some(gathering) => *gathering,
                None => {
                    let gathering = self.open(Origin::Class { class }, Source::Class, row.get(1)?, date, weight);
                    open.insert(class, gathering);
                    gathering
                }
            };
            self.mark(id(row, 3)?, id(row, 4)?, gathering, row.get(5)?, 0);
        }
        Ok(())
    }

    /// A survey that has ended speaks, on its last day, of everybody who then worked in its unit or below it.
    fn voice(&mut self, read: &Read<'_>, tree: &UnitTree, posts: &Posts) -> Result<()> {
        let weight = self.rule.source(Source::Voice).weight;
        for survey in crate::voice::totals::within(read, None, crate::voice::totals::EVER.0, self.day)? {
            if !self.holds(Source::Voice, survey.ends) {
                continue;
            }
            let levels = voice_levels(&self.rule.elements, &survey.totals);
            if levels.is_empty() {
                continue;
            }
            let origin = Origin::Survey { survey: survey.survey };
            let gathering = self.open(origin, Source::Voice, survey.name, survey.ends, weight);
            posts.held(tree, Some(survey.unit), survey.ends, |post| {
                for (competency, level) in &levels {
                    self.mark(post.person, *competency, gathering, *level, 0);
                }
            });
        }
        Ok(())
    }

    fn finish(mut self) -> EvidenceSet {
        self.marks.sort_unstable_by_key(|(mark, precedence)| {
            (mark.person, mark.competency, mark.gathering, *precedence, mark.level)
        });
        self.marks.dedup_by_key(|(mark, _)| (mark.person, mark.competency, mark.gathering));
        let marks = self.marks.into_iter().map(|(mark, _)| mark).collect();
        EvidenceSet { gatherings: self.gatherings, marks }
    }
}

/// A post and the days from the first up to, without, the last on which somebody had it.
struct Post {
    person: PersonId,
    from: NaiveDate,
    until: Option<NaiveDate>,
    position: String,
}

/// Who worked where and when.
struct Posts {
    by_unit: BTreeMap<Option<UnitId>, Vec<Post>>,
}

impl Posts {
    fn read(read: &Read<'_>, person: Option<PersonId>) -> Result<Self> {
        let of_one = if person.is_some() { "person_id = ?1" } else { "?1 IS NULL" };
        let mut statement = read.conn().prepare_cached(&format!(
            "SELECT person_id, valid_from, lead(valid_from) OVER (PARTITION BY person_id ORDER BY valid_from), position,
                    unit_id
             FROM person_post WHERE {of_one}"
        ))?;
        let mut by_unit: BTreeMap<Option<UnitId>, Vec<Post>> = BTreeMap::new();
        let mut rows = statement.query([maybe(person)])?;
        while let Some(row) = rows.next()? {
            let post = Post { person: id(row, 0)?, from: row.get(1)?, until: row.get(2)?, position: row.get(3)? };
            by_unit.entry(maybe_id(row, 4)?).or_default().push(post);
        }
        Ok(Self { by_unit })
    }

    /// Every post of a day in a unit and those below it, or in any.
    fn held(&self, tree: &UnitTree, unit: Option<UnitId>, day: NaiveDate, mut each: impl FnMut(&Post)) {
        let mut at = |posts: &[Post]| {
            for post in posts.iter().filter(|post| post.from <= day && post.until.is_none_or(|until| day < until)) {
                each(post);
            }
        };
        match unit {
            None => self.by_unit.values().for_each(|posts| at(posts)),
            Some(unit) => {
                for below in tree.within(unit) {
                    at(self.by_unit.get(&Some(below)).map_or(&[], Vec::as_slice));
                }
            }
        }
    }
}
