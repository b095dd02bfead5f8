import type { Board, BoardMentor, MoveRow, PlaceEdit } from '../../../data/mentoring/pairing';

/** A participant as a card shows it. */
export interface Chip {
  enrolment: string;
  name: string;
  detail: string;
  mentor: string | null;
  locked: boolean;
  score: number | null;
  sentence: string;
  /** Name of the mentor in the run before; empty when there was none. */
  before: string;
  changed: boolean;
  broken: readonly string[];
}

/** A mentor with the participants that the proposal gives, or those who have no mentor. */
export interface Group {
  /** Empty for those without mentor. */
  id: string;
  mentor: BoardMentor | null;
  chips: readonly Chip[];
}

export interface Groups {
  unpaired: Group;
  cards: readonly Group[];
}

/** The places of the board by mentor, in one pass. */
export function groupsOf(board: Board): Groups {
  const mentees = new Map(board.mentees.map((mentee) => [mentee.enrolment, mentee]));
  const mentors = new Map(board.mentors.map((mentor) => [mentor.id, mentor]));
  const unpaired: Chip[] = [];
  const chips = new Map<string, Chip[]>(board.mentors.map((mentor) => [mentor.id, []]));
  for (const place of board.places) {
    const mentee = mentees.get(place.enrolment);
    if (!mentee) continue;
    const before = place.before === null ? '' : (mentors.get(place.before)?.name ?? '');
    const chip: Chip = { ...mentee, ...place, before };
    const group = place.mentor === null ? unpaired : chips.get(place.mentor);
    (group ?? unpaired).push(chip);
  }
  return {
    unpaired: { id: '', mentor: null, chips: unpaired },
    cards: board.mentors.map((mentor) => ({ id: mentor.id, mentor, chips: chips.get(mentor.id) ?? [] })),
  };
}

/** All that a mentor looks after: on this board and in other classes. */
export const loadOf = (group: Group): number => group.chips.length + (group.mentor?.elsewhere ?? 0);

/** A forced pair with all that follows from it, as one change. Who has to move keeps the lock or stays without one. */
export function forcedEdits(board: Board, enrolment: string, mentor: string | null, moves: readonly MoveRow[]): PlaceEdit[] {
  const locked = new Map(board.places.map((place) => [place.enrolment, place.locked]));
  const others = moves
    .filter((move) => move.enrolment !== enrolment)
    .map((move) => ({ enrolment: move.enrolment, mentor: move.to_mentor, locked: locked.get(move.enrolment) ?? false }));
  return [{ enrolment, mentor, locked: mentor !== null }, ...others];
}
