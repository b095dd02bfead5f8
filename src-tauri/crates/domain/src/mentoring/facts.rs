//! What rules and criteria look at: the facts of a mentor and of a participant, with texts made comparable.

use super::assignment::Places;
use super::mentee::{Mentee, Need, Side};
use super::mentor::{Mentor, Period};
use crate::ids::{EnrolmentId, MentorId, PersonId};
use crate::indonesian;
use crate::people::name::tidy;
use crate::people::rank::Rank;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// A text as a number: two spellings that differ in capitals and spaces only have the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Word(usize);

/// The texts behind the [`Word`]s of one class, so that a pair is compared without touching a text.
#[derive(Debug, Clone, Default)]
pub struct Words {
    known: BTreeMap<String, Word>,
    shown: Vec<String>,
}

impl Words {
    /// The number of a text; none for an empty one.
    pub fn of(&mut self, text: &str) -> Option<Word> {
        let text = tidy(text);
        if text.is_empty() {
            return None;
        }
        let key = text.to_lowercase();
        if let Some(word) = self.known.get(&key) {
            return Some(*word);
        }
        let word = Word(self.shown.len());
        self.shown.push(text);
        self.known.insert(key, word);
        Some(word)
    }

    /// The numbers of texts that are parted by commas.
    pub fn list(&mut self, texts: &str) -> Vec<Word> {
        texts.split(',').filter_map(|text| self.of(text)).collect()
    }

    /// As it was first written.
    #[must_use]
    pub fn text(&self, word: Word) -> &str {
        self.shown.get(word.0).map_or("", String::as_str)
    }

    /// Several, parted by commas.
    #[must_use]
    pub fn texts(&self, words: &[Word]) -> String {
        words.iter().map(|word| self.text(*word)).collect::<Vec<_>>().join(", ")
    }
}

/// First and last day of something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// First day.
    pub starts: NaiveDate,
    /// Last day.
    pub ends: NaiveDate,
}

impl Span {
    /// As documents write it.
    #[must_use]
    pub fn text(&self) -> String {
        indonesian::date_range(self.starts, self.ends)
    }
}

/// Periods in order, those that touch or overlap made one.
#[must_use]
pub fn joined(periods: &[Period]) -> Vec<Span> {
    let mut spans: Vec<Span> = periods.iter().map(|one| Span { starts: one.starts, ends: one.ends }).collect();
    spans.sort_by_key(|span| (span.starts, span.ends));
    let mut joined: Vec<Span> = Vec::new();
    for span in spans {
        match joined.last_mut() {
            Some(last) if last.ends.succ_opt().is_none_or(|next| span.starts <= next) => {
                last.ends = last.ends.max(span.ends);
            }
            Some(_) | None => joined.push(span),
        }
    }
    joined
}

/// Somebody as the register, or the form of a mentor from outside, knows them today.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Card {
    /// The person of the register.
    pub person: Option<PersonId>,
    /// Name with titles.
    pub name: String,
    /// NIP in force, or empty.
    pub nip: String,
    /// Rank as written, or empty.
    pub rank: String,
    /// Position, or empty.
    pub position: String,
    /// Path of the unit, its names parted by ` - `, or the organisation.
    pub unit: String,
}

impl Card {
    /// Rank, position and unit in one line.
    #[must_use]
    pub fn detail(&self) -> String {
        let parts = [&self.rank, &self.position, &self.unit];
        parts.into_iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join(" · ")
    }
}

/// What both sides of a pair have.
#[derive(Debug, Clone)]
pub struct Worker {
    /// As the lists show them.
    pub card: Card,
    /// Rank, where it is known.
    pub rank: Option<Rank>,
    /// The unit, or the organisation.
    pub unit: Option<Word>,
    /// The topmost unit (perangkat daerah), or the organisation.
    pub office: Option<Word>,
    /// Kecamatan or town.
    pub place: Option<Word>,
    /// Languages and needs; of a mentor: languages and abilities.
    pub languages: Vec<Word>,
}

impl Worker {
    fn new(card: Card, place: &str, languages: &str, words: &mut Words) -> Self {
        let office = card.unit.split(" - ").next().unwrap_or_default().to_owned();
        Self {
            rank: Rank::parse(&card.rank).ok(),
            unit: words.of(&card.unit),
            office: words.of(&office),
            place: words.of(place),
            languages: words.list(languages),
            card,
        }
    }
}

/// A field that a mentor knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Skill {
    /// The field.
    pub field: Word,
    /// 1 to 5.
    pub level: u8,
}

/// How earlier pairs ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Past {
    /// Pairs that were finished.
    pub finished: u32,
    /// Pairs that were stopped before their time.
    pub stopped: u32,
}

/// A mentor.
#[derive(Debug, Clone)]
pub struct MentorFacts {
    /// Its id.
    pub id: MentorId,
    /// Who it is.
    pub worker: Worker,
    /// Fields of expertise.
    pub skills: Vec<Skill>,
    /// Fewest participants at one time.
    pub fewest: u32,
    /// Most participants at one time.
    pub most: u32,
    /// Running pairs outside this class.
    pub elsewhere: u32,
    /// Last day of a disciplinary penalty.
    pub penalty_until: Option<NaiveDate>,
    /// Takes part in new pairings.
    pub active: bool,
    /// When available; none means always.
    pub periods: Vec<Span>,
    /// All earlier pairs.
    pub past: Past,
}

impl MentorFacts {
    /// The facts of a mentor.
    #[must_use]
    pub fn new(id: MentorId, mentor: &Mentor, card: Card, words: &mut Words) -> Self {
        let skill = |one: &super::mentor::Expertise, words: &mut Words| {
            words.of(&one.field).map(|field| Skill { field, level: one.level })
        };
        Self {
            id,
            skills: mentor.fields.iter().filter_map(|one| skill(one, words)).collect(),
            worker: Worker::new(card, &mentor.place, &mentor.languages, words),
            fewest: mentor.fewest.into(),
            most: mentor.most.into(),
            elsewhere: 0,
            penalty_until: mentor.penalty_until,
            active: mentor.active,
            periods: joined(&mentor.periods),
            past: Past::default(),
        }
    }

    /// Places left for this class: what runs elsewhere takes from the fewest as from the most.
    #[must_use]
    pub fn places(&self) -> Places {
        Places { min: self.fewest.saturating_sub(self.elsewhere), max: self.most.saturating_sub(self.elsewhere) }
    }

    /// The highest level in a field; 0 when it is not known.
    #[must_use]
    pub fn level(&self, field: Word) -> u8 {
        self.skills.iter().filter(|skill| skill.field == field).map(|skill| skill.level).max().unwrap_or(0)
    }
}

/// A field in which a participant is to grow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Aspiration {
    /// The field.
    pub field: Word,
    /// Level that the work asks for, 1 to 5.
    pub required: u8,
    /// Level reached so far, 0 to 5.
    pub current: u8,
}

impl Aspiration {
    /// Levels that are missing.
    #[must_use]
    pub fn gap(&self) -> u8 {
        self.required.saturating_sub(self.current)
    }
}

/// Required level of the programme's field where a participant has no needs. [D] default of the office.
const PROGRAMME_LEVEL: u8 = 3;

/// A participant.
#[derive(Debug, Clone)]
pub struct MenteeFacts {
    /// The place in the class.
    pub id: EnrolmentId,
    /// Who it is.
    pub worker: Worker,
    /// Direct superior.
    pub superior: Option<PersonId>,
    /// Examiner.
    pub examiner: Option<PersonId>,
    /// Fields in which to grow.
    pub needs: Vec<Aspiration>,
    /// The needs are their own, not the programme's field.
    pub own_needs: bool,
    /// Wishes of both sides: mentor, who wishes, and how dear.
    pub wishes: Vec<(MentorId, Side, u8)>,
    /// Earlier pairs of this person, by mentor.
    pub past: Vec<(MentorId, Past)>,
    /// Stayed without mentor when a pairing was last approved.
    pub left_out: bool,
}

impl MenteeFacts {
    /// The facts of a participant. Without needs, the field of the programme is the only one, from nothing to level 3.
    #[must_use]
    pub fn new(mentee: &Mentee, card: Card, programme_field: &str, words: &mut Words) -> Self {
        let own = |need: &Need, words: &mut Words| {
            let field = words.of(&need.field)?;
            Some(Aspiration { field, required: need.required, current: need.current })
        };
        let mut needs: Vec<Aspiration> = mentee.needs.iter().filter_map(|need| own(need, words)).collect();
        let own_needs = !needs.is_empty();
        if !own_needs && let Some(field) = words.of(programme_field) {
            needs.push(Aspiration { field, required: PROGRAMME_LEVEL, current: 0 });
        }
        Self {
            id: mentee.enrolment,
            worker: Worker::new(card, &mentee.place, &mentee.languages, words),
            superior: mentee.superior,
            examiner: mentee.examiner,
            needs,
            own_needs,
            wishes: mentee.wishes.iter().map(|wish| (wish.mentor, wish.side, wish.ord)).collect(),
            past: Vec::new(),
            left_out: false,
        }
    }

    /// The wish of one side about this mentor, if there is one.
    #[must_use]
    pub fn wish(&self, mentor: MentorId, side: Side) -> Option<u8> {
        self.wishes.iter().find(|wish| wish.0 == mentor && wish.1 == side).map(|wish| wish.2)
    }

    /// Earlier pairs with this mentor.
    #[must_use]
    pub fn past_with(&self, mentor: MentorId) -> Past {
        self.past.iter().find(|past| past.0 == mentor).map(|past| past.1).unwrap_or_default()
    }
}
