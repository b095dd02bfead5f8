//! Everything that the pairing of a class looks at, read once with few queries, and what is computed from it.

use crate::classes::{stored, title};
use domain::ids::{ClassId, EnrolmentId, MentorId};
use domain::mentoring::assignment::{self, Places, Problem, Scores, Solution};
use domain::mentoring::criteria;
use domain::mentoring::facts::{Card, MenteeFacts, MentorFacts, Span, Words};
use domain::mentoring::mentee::Mentee;
use domain::mentoring::pair::Ending;
use domain::mentoring::rules::{self, HardRule};
use domain::mentoring::settings::{Keep, MentoringSettings};
use domain::refusal::{Code, Refusal};
use std::collections::BTreeMap;
use store::Read;
use store::classes::class::Stored;
use store::mentoring::pair::StoredPair;
use store::mentoring::run::{Place, Run};
use store::mentoring::{mentee, mentor, pair, record, run};

/// Mentors and participants of a class in an order that depends on who they are and not on when they were entered:
/// by name, then NIP, then id. All indexes are places in these lists.
pub(super) struct Ground {
    pub(super) class: Stored,
    pub(super) settings: MentoringSettings,
    pub(super) span: Span,
    pub(super) words: Words,
    pub(super) mentors: Vec<MentorFacts>,
    pub(super) mentees: Vec<MenteeFacts>,
    /// Participants in the order of enrolment.
    pub(super) listed: Vec<usize>,
    /// The newest run and the one before it.
    pub(super) runs: Vec<Run>,
    /// Pairs of the class, ended ones too.
    pub(super) pairs: Vec<StoredPair>,
    /// Rules that are switched on.
    pub(super) on: Vec<HardRule>,
    mentor_at: BTreeMap<MentorId, usize>,
    mentee_at: BTreeMap<EnrolmentId, usize>,
}

/// Whom a run or the board gives to a participant, by index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Seat {
    pub(super) mentor: Option<usize>,
    pub(super) locked: bool,
}

impl Ground {
    /// Reads a class; `settings` instead of the stored ones.
    pub(super) fn read(read: &Read<'_>, id: ClassId, settings: Option<MentoringSettings>) -> store::Result<Self> {
        let class = stored(read, id)?;
        let settings = match settings {
            Some(settings) => settings,
            None => run::settings(read, id)?.unwrap_or_default(),
        };
        let programme = store::classes::programme::get(read, class.class.programme)?;
        let field = programme.map(|programme| programme.field).unwrap_or_default();
        let mut ground = Self {
            span: Span {
                starts: settings.starts.unwrap_or(class.class.starts),
                ends: settings.ends.unwrap_or(class.class.ends).max(settings.starts.unwrap_or(class.class.starts)),
            },
            class,
            on: settings.rules.on(),
            settings,
            words: Words::default(),
            mentors: Vec::new(),
            mentees: Vec::new(),
            listed: Vec::new(),
            runs: run::newest(read, id, 2)?,
            pairs: pair::of_class(read, id)?,
            mentor_at: BTreeMap::new(),
            mentee_at: BTreeMap::new(),
        };
        ground.read_mentors(read, id)?;
        ground.read_mentees(read, id, &field)?;
        Ok(ground)
    }

    fn read_mentors(&mut self, read: &Read<'_>, id: ClassId) -> store::Result<()> {
        let elsewhere = record::elsewhere(read, id)?;
        let past = record::of_mentors(read)?;
        for stored in mentor::of_class(read, id)? {
            let mut facts = MentorFacts::new(stored.id, &stored.mentor, stored.card, &mut self.words);
            facts.elsewhere = elsewhere.get(&stored.id).copied().unwrap_or(0);
            facts.past = past.get(&stored.id).copied().unwrap_or_default();
            self.mentors.push(facts);
        }
        self.mentors.sort_by_cached_key(|mentor| (order(&mentor.worker.card), mentor.id));
        self.mentor_at = self.mentors.iter().enumerate().map(|(at, mentor)| (mentor.id, at)).collect();
        Ok(())
    }

    fn read_mentees(&mut self, read: &Read<'_>, id: ClassId, programme_field: &str) -> store::Result<()> {
        let mut known = mentee::of_class(read, id)?;
        let mut together = record::together(read, id)?;
        let left_out = record::left_out(read, id)?;
        let members = store::classes::enrolment::members(read, id)?;
        let staying = members.into_iter().filter(|member| member.is_participant() && member.withdrawn.is_empty());
        let mut ids = Vec::new();
        for member in staying {
            let data = known.remove(&member.id).unwrap_or_else(|| Mentee::blank(member.id));
            let card = Card {
                person: Some(member.person),
                name: member.full_name,
                nip: member.nip,
                rank: member.rank,
                position: member.position,
                unit: member.unit,
            };
            let mut facts = MenteeFacts::new(&data, card, programme_field, &mut self.words);
            facts.past = together.remove(&member.id).unwrap_or_default();
            facts.left_out = left_out.contains(&member.id);
            ids.push(member.id);
            self.mentees.push(facts);
        }
        self.mentees.sort_by_cached_key(|mentee| (order(&mentee.worker.card), mentee.id));
        self.mentee_at = self.mentees.iter().enumerate().map(|(at, mentee)| (mentee.id, at)).collect();
        self.listed = ids.iter().filter_map(|id| self.mentee_at.get(id).copied()).collect();
        Ok(())
    }

    pub(super) fn title(&self) -> String {
        title(&self.class)
    }

    pub(super) fn mentor(&self, id: MentorId) -> Option<usize> {
        self.mentor_at.get(&id).copied()
    }

    /// A mentor, or the refusal that it is gone.
    pub(super) fn require_mentor(&self, id: MentorId) -> store::Result<usize> {
        let gone = || Refusal::new(Code::NotFound, "Mentor ini sudah tidak ada atau tidak aktif.");
        Ok(self.mentor(id).ok_or_else(gone)?)
    }

    /// A participant, or the refusal that it is gone.
    pub(super) fn mentee(&self, id: EnrolmentId) -> store::Result<usize> {
        let gone = || Refusal::new(Code::NotFound, "Orang ini sudah bukan peserta kelas.");
        Ok(self.mentee_at.get(&id).copied().ok_or_else(gone)?)
    }

    pub(super) fn mentee_name(&self, mentee: usize) -> &str {
        &self.mentees[mentee].worker.card.name
    }

    pub(super) fn mentor_name(&self, mentor: usize) -> &str {
        &self.mentors[mentor].worker.card.name
    }

    /// Rules that a pair breaks.
    pub(super) fn broken(&self, mentee: usize, mentor: usize) -> Vec<HardRule> {
        rules::broken(&self.on, &self.mentees[mentee], &self.mentors[mentor], self.span)
    }

    /// The same, each as a sentence.
    pub(super) fn broken_sentences(&self, mentee: usize, mentor: usize) -> Vec<String> {
        let broken = self.broken(mentee, mentor).into_iter();
        broken.map(|rule| rule.sentence(&self.mentees[mentee], &self.mentors[mentor], self.span)).collect()
    }

    /// The score of a pair, whether or not a rule forbids it.
    pub(super) fn score(&self, mentee: usize, mentor: usize) -> i32 {
        criteria::score(&self.settings.weights, &self.mentees[mentee], &self.mentors[mentor])
    }

    /// Why a pair is good, one sentence.
    pub(super) fn reason(&self, mentee: usize, mentor: usize) -> String {
        criteria::reason(&self.settings.weights, &self.mentees[mentee], &self.mentors[mentor], &self.words)
    }

    /// The scores of all pairs; forbidden ones have none.
    pub(super) fn scores(&self) -> Scores {
        self.scores_under(&self.on)
    }

    /// The same as if just these rules were switched on.
    pub(super) fn scores_under(&self, on: &[HardRule]) -> Scores {
        let mut scores = Scores::new(self.mentees.len(), self.mentors.len());
        for (at, mentee) in self.mentees.iter().enumerate() {
            for (to, mentor) in self.mentors.iter().enumerate() {
                if !on.iter().any(|rule| rule.broken(mentee, mentor, self.span)) {
                    scores.set(at, to, Some(criteria::score(&self.settings.weights, mentee, mentor)));
                }
            }
        }
        scores
    }

    /// The seats of a run; who came later has none, and a mentor who is gone counts as none.
    pub(super) fn seats(&self, run: Option<&Run>) -> Vec<Seat> {
        let seat = |place: &Place| {
            let mentor = place.mentor.and_then(|id| self.mentor(id));
            Seat { mentor, locked: place.locked && mentor.is_some() == place.mentor.is_some() }
        };
        let of = |mentee: &MenteeFacts| run.and_then(|run| run.places.get(&mentee.id)).map(seat).unwrap_or_default();
        self.mentees.iter().map(of).collect()
    }

    /// The seats on the board.
    pub(super) fn present(&self) -> Vec<Seat> {
        self.seats(self.runs.first())
    }

    /// The mentor of each participant's running pair.
    pub(super) fn running(&self) -> Vec<Option<usize>> {
        let mut running = vec![None; self.mentees.len()];
        for pair in self.pairs.iter().filter(|pair| pair.ended.is_none()) {
            if let Some(at) = self.mentee_at.get(&pair.enrolment) {
                running[*at] = self.mentor(pair.mentor);
            }
        }
        running
    }

    /// Whom each participant has now: in a running pair, else on the board. What a re-run tries to keep.
    pub(super) fn current(&self) -> Vec<Option<usize>> {
        self.running().into_iter().zip(self.present()).map(|(running, seat)| running.or(seat.mentor)).collect()
    }

    /// Participants without running pair whose last pair ended because the mentor left or was stopped.
    pub(super) fn orphans(&self) -> Vec<usize> {
        let mut last: BTreeMap<EnrolmentId, Option<Ending>> = BTreeMap::new();
        // In the order of their first days.
        for pair in &self.pairs {
            let ending = last.entry(pair.enrolment).or_insert(Some(Ending::Finished));
            if ending.is_some() {
                *ending = pair.ended.map(|(_, ending)| ending);
            }
        }
        let lost = |ending: &Option<Ending>| matches!(ending, Some(Ending::MentorLeft | Ending::Stopped));
        self.listed.iter().copied().filter(|at| last.get(&self.mentees[*at].id).is_some_and(lost)).collect()
    }

    /// Takes the seats of orphans away that no longer say anything: those of an approved run, and those with somebody
    /// who has left.
    pub(super) fn release(&mut self, orphans: &[usize]) {
        let active = |id: MentorId| self.mentor(id).is_some_and(|at| self.mentors[at].active);
        let Some(run) = self.runs.first() else { return };
        let gone = |place: &Place| run.approved_on.is_some() || !place.mentor.is_some_and(active);
        let ids = orphans.iter().map(|at| self.mentees[*at].id);
        let released: Vec<EnrolmentId> = ids.filter(|id| run.places.get(id).is_some_and(gone)).collect();
        if let Some(run) = self.runs.first_mut() {
            run.places.retain(|id, _| !released.contains(id));
        }
    }

    /// Places of each mentor in this class.
    pub(super) fn places(&self) -> Vec<Places> {
        self.mentors.iter().map(MentorFacts::places).collect()
    }

    /// What is to be solved with these locks. Who is locked without mentor is forbidden to everybody.
    pub(super) fn problem(&self, mut scores: Scores, seats: &[Seat], keep: Keep) -> Problem {
        let mut locked = Vec::new();
        for (mentee, seat) in seats.iter().enumerate().filter(|(_, seat)| seat.locked) {
            match seat.mentor {
                Some(mentor) => locked.push((mentee, mentor)),
                None => (0..self.mentors.len()).for_each(|mentor| scores.set(mentee, mentor, None)),
            }
        }
        let previous = self.current().into_iter().enumerate();
        Problem {
            mentors: self.places(),
            scores,
            locked,
            previous: previous.filter_map(|(mentee, mentor)| Some((mentee, mentor?))).collect(),
            keep_bonus: keep.bonus(self.settings.weights.highest()),
            aim: self.settings.aim,
        }
    }

    /// Each lock that breaks a rule or goes beyond the places of its mentor: the participant and how to say so.
    pub(super) fn impossible_locks(&self, seats: &[Seat]) -> Vec<(usize, String)> {
        let mut found = Vec::new();
        let mut taken = vec![0_u32; self.mentors.len()];
        for (mentee, seat) in seats.iter().enumerate().filter(|(_, seat)| seat.locked) {
            let Some(mentor) = seat.mentor else { continue };
            let pair = format!("{} dengan {}", self.mentee_name(mentee), self.mentor_name(mentor));
            if let Some(rule) = self.broken(mentee, mentor).first() {
                let why = rule.sentence(&self.mentees[mentee], &self.mentors[mentor], self.span);
                let message = format!(
                    "Pasangan terkunci {pair} melanggar aturan \"{}\": {why} Lepaskan kuncinya atau matikan aturan itu.",
                    rule.name()
                );
                found.push((mentee, message));
                continue;
            }
            taken[mentor] += 1;
            let most = self.mentors[mentor].places().max;
            if taken[mentor] > most {
                let message = format!(
                    "Pasangan terkunci {pair} melebihi {most} tempat yang tersisa pada mentor itu. Lepaskan kuncinya \
                     atau tambah tempat mentor."
                );
                found.push((mentee, message));
            }
        }
        found
    }

    /// The seats without the locks that have become impossible.
    pub(super) fn possible(&self, seats: &[Seat]) -> Vec<Seat> {
        let mut seats = seats.to_vec();
        for (mentee, _) in self.impossible_locks(&seats) {
            seats[mentee].locked = false;
        }
        seats
    }

    /// Refuses locks that have become impossible, all by name.
    pub(super) fn require_locks(&self, seats: &[Seat]) -> store::Result<()> {
        let found: Vec<String> = self.impossible_locks(seats).into_iter().map(|(_, message)| message).collect();
        if found.is_empty() { Ok(()) } else { Err(Refusal::new(Code::NotAllowed, found.join("\n")).into()) }
    }

    /// Participants on each mentor.
    pub(super) fn loads(&self, seats: &[Option<usize>]) -> Vec<u32> {
        let mut loads = vec![0; self.mentors.len()];
        seats.iter().flatten().for_each(|mentor| loads[*mentor] += 1);
        loads
    }

    /// Sum of the scores of pairs that no rule forbids.
    pub(super) fn total(&self, scores: &Scores, seats: &[Option<usize>]) -> i64 {
        let pair = |(mentee, mentor): (usize, &Option<usize>)| scores.get(mentee, (*mentor)?).map(i64::from);
        seats.iter().enumerate().filter_map(pair).sum()
    }
}

/// Solves; what the caller has not ruled out is a defect.
pub(super) fn solved(problem: &Problem) -> store::Result<Solution<'_>> {
    Ok(assignment::solve(problem).map_err(|fault| {
        let message = format!("Pasangan tidak dapat dihitung karena kesalahan di dalam program ({fault}).");
        Refusal::new(Code::Internal, message)
    })?)
}

/// The mentor of each mentee in a solution.
pub(super) fn mentors_of(solution: &Solution<'_>, mentees: usize) -> Vec<Option<usize>> {
    (0..mentees).map(|mentee| solution.mentor_of(mentee)).collect()
}

fn order(card: &Card) -> (String, String) {
    (card.name.to_lowercase(), card.nip.clone())
}
