//! The smallest changes that would give somebody a mentor, each tried by solving again.

use super::board::mentors_in;
use super::explain::View;
use super::ground::{Ground, solved};
use domain::mentoring::rules::HardRule;

/// Mentors for whom one more place is tried.
const TRIED: usize = 3;

/// At most three sentences, the smallest change first: one more place, one rule less, one more mentor.
pub(super) fn remedies(view: &View<'_>) -> store::Result<Vec<String>> {
    let View { ground, at, .. } = *view;
    if view.seats[at].locked {
        return Ok(vec!["Lepaskan kuncinya.".to_owned()]);
    }
    let found = [superior(ground, at), another_place(view)?, rule_off(view)?, new_mentor(ground, at)];
    Ok(found.into_iter().flatten().take(3).collect())
}

/// Where only the superior may be the mentor, it is the superior who is missing.
fn superior(ground: &Ground, at: usize) -> Option<String> {
    if !ground.on.contains(&HardRule::OnlySuperior) {
        return None;
    }
    let superior = ground.mentees[at].superior;
    let known = ground.mentors.iter().any(|mentor| superior.is_some() && mentor.worker.card.person == superior);
    match (superior, known) {
        (None, _) => Some("Isi atasan langsung peserta ini.".to_owned()),
        (Some(_), false) => Some("Daftarkan atasan langsung peserta ini sebagai mentor.".to_owned()),
        (Some(_), true) => None,
    }
}

/// The best allowed mentor with whom one more place would help. Where a place is worth more with the participant than
/// without, the participant gets it; where it is worth just as much as this pair, perhaps.
fn another_place(view: &View<'_>) -> store::Result<Option<String>> {
    let View { ground, scores, problem, at, .. } = *view;
    let allowed: Vec<(usize, i32)> =
        (0..ground.mentors.len()).filter_map(|to| Some((to, scores.get(at, to)?))).collect();
    let mut changed = problem.clone();
    allowed.iter().for_each(|(mentor, _)| changed.scores.set(at, *mentor, None));
    let (worth, without) = (view.solution.prices(), solved(&changed)?.prices());
    let mut order = allowed.clone();
    order.sort_by_key(|(mentor, score)| {
        let (worth, without) = (worth[*mentor], without[*mentor]);
        (worth == without, worth != i64::from(*score), std::cmp::Reverse(*score), *mentor)
    });
    allowed.iter().for_each(|(mentor, score)| changed.scores.set(at, *mentor, Some(*score)));
    for (mentor, _) in order.into_iter().take(TRIED) {
        changed.mentors[mentor].max += 1;
        if solved(&changed)?.mentor_of(at).is_some() {
            let (name, most) = (ground.mentor_name(mentor), ground.mentors[mentor].most);
            return Ok(Some(format!("Tambah satu tempat pada {name} (sekarang paling banyak {most}).")));
        }
        changed.mentors[mentor].max -= 1;
    }
    Ok(None)
}

/// A rule that alone keeps a mentor with free places away. That nobody is their own mentor is never given up.
fn rule_off(view: &View<'_>) -> store::Result<Option<String>> {
    let View { ground, seats, at, .. } = *view;
    let loads = ground.loads(&mentors_in(seats));
    let mut single: Vec<(i32, usize, HardRule)> = Vec::new();
    for (mentor, load) in loads.into_iter().enumerate() {
        if let [rule] = ground.broken(at, mentor).as_slice()
            && *rule != HardRule::NotSelf
            && load < ground.mentors[mentor].places().max
        {
            single.push((ground.score(at, mentor), mentor, *rule));
        }
    }
    single.sort_by_key(|(score, mentor, _)| (std::cmp::Reverse(*score), *mentor));
    let Some((_, mentor, rule)) = single.first().copied() else { return Ok(None) };
    let on: Vec<HardRule> = ground.on.iter().copied().filter(|other| *other != rule).collect();
    let without = ground.problem(ground.scores_under(&on), &ground.possible(seats), ground.settings.keep);
    let name = ground.mentor_name(mentor);
    let sentence = format!("Matikan aturan \"{}\" untuk kelas ini: {name} masih punya tempat.", rule.name());
    Ok(solved(&without)?.mentor_of(at).is_some().then_some(sentence))
}

/// A further mentor in the first field of need.
fn new_mentor(ground: &Ground, at: usize) -> Option<String> {
    if ground.on.contains(&HardRule::OnlySuperior) {
        return None;
    }
    let mentee = &ground.mentees[at];
    let field = mentee.needs.first().map(|need| format!(" di bidang {}", ground.words.text(need.field)));
    let rank = mentee.worker.rank.filter(|_| ground.on.contains(&HardRule::RankNotBelow));
    let rank = rank.map(|rank| format!(", golongan {} atau di atasnya", rank.code()));
    let unit = if ground.on.contains(&HardRule::SameUnit) { ", dari unit yang sama" } else { "" };
    Some(format!("Tambah mentor baru{}{}{unit}.", field.unwrap_or_default(), rank.unwrap_or_default()))
}
