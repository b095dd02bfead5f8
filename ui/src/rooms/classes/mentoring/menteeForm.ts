import type { Mentee, Need, Side, Wish } from '../../../data/mentoring/pairing';

/** A wish while it is typed: the mentor may not be chosen yet. */
export interface WishLine {
  mentor: string;
  ord: number;
}

/** What the form of a participant edits. The wishes of each side are lines of their own. */
export interface MenteeValues extends Record<string, unknown> {
  superior: string | null;
  examiner: string | null;
  place: string;
  languages: string;
  note: string;
  needs: Need[];
  mentee: WishLine[];
  mentor: WishLine[];
}

/** Dearest first, "rather not" last. */
const byOrder = (a: Wish, b: Wish) => (a.ord === 0 ? 10 : a.ord) - (b.ord === 0 ? 10 : b.ord);

const linesOf = (wishes: readonly Wish[], side: Side): WishLine[] =>
  wishes
    .filter((wish) => wish.side === side)
    .sort(byOrder)
    .map(({ mentor, ord }) => ({ mentor, ord }));

export function valuesOf(data: Mentee): MenteeValues {
  const { superior, examiner, place, languages, note, needs, wishes } = data;
  return {
    superior,
    examiner,
    place,
    languages,
    note,
    needs: needs.map((need) => ({ ...need })),
    mentee: linesOf(wishes, 'mentee'),
    mentor: linesOf(wishes, 'mentor'),
  };
}

export function menteeOf(enrolment: string, values: MenteeValues): Mentee {
  const { superior, examiner, place, languages, note, needs } = values;
  const side = (name: Side): Wish[] => values[name].map((line) => ({ ...line, side: name }));
  return { enrolment, superior, examiner, place, languages, note, needs, wishes: [...side('mentee'), ...side('mentor')] };
}

/** Lines of wishes that cannot be saved, by the path of their field. */
export function wishErrors(values: MenteeValues, missing: string, twice: string): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const side of ['mentee', 'mentor'] as const) {
    const seen = new Set<string>();
    values[side].forEach((line, at) => {
      const path = `${side}.${at}.mentor`;
      if (line.mentor === '') errors[path] = missing;
      else if (seen.has(line.mentor)) errors[path] = twice;
      seen.add(line.mentor);
    });
  }
  return errors;
}

/** The first number that no line has yet, 9 at most. */
export function nextOrder(lines: readonly WishLine[]): number {
  const taken = new Set(lines.map((line) => line.ord));
  for (let order = 1; order < 9; order += 1) if (!taken.has(order)) return order;
  return 9;
}
