import { RefusalError } from '../../backend/backend';
import type { Mentor, Period } from '../../data/mentoring';
import { id } from '../../i18n/id';

const text = id.mentoring.mentor;

/** Where a mentor comes from. */
export type Origin = 'register' | 'outside';

/** A mentor while it is typed: numbers and days may still be missing. */
export interface MentorValues extends Omit<Mentor, 'fewest' | 'most' | 'periods'> {
  [key: string]: unknown;
  origin: Origin;
  fewest: number | null;
  most: number | null;
  periods: { id: Period['id']; starts: string | null; ends: string | null }[];
}

const nobody = { name: '', nip: '', rank: '', position: '', organisation: '' };

/** A new mentor: two to five participants, as most can bear. */
export const blankMentor: MentorValues = {
  id: null,
  origin: 'register',
  person: null,
  ...nobody,
  place: '',
  languages: '',
  fewest: 0,
  most: 5,
  penalty_until: null,
  active: true,
  note: '',
  fields: [{ id: null, field: '', level: 3, evidence: '' }],
  periods: [],
};

export function valuesOf(mentor: Mentor): MentorValues {
  return { ...mentor, origin: mentor.person === null ? 'outside' : 'register' };
}

/** What the core cannot be told, since its types know no mentor without it. */
function missing(values: MentorValues) {
  const fields: { field: string; message: string }[] = [];
  if (values.origin === 'register' && values.person === null) fields.push({ field: 'person', message: text.personMissing });
  if (values.fewest === null) fields.push({ field: 'fewest', message: text.numberMissing(text.fewest) });
  if (values.most === null) fields.push({ field: 'most', message: text.numberMissing(text.most) });
  values.periods.forEach((period, at) => {
    for (const side of ['starts', 'ends'] as const) {
      if (period[side] === null) fields.push({ field: `periods.${at}.${side}`, message: text.periods.dateMissing });
    }
  });
  return fields;
}

/**
 * The mentor to save. What was typed for somebody from outside stays behind when the person is of the register.
 *
 * @throws RefusalError that names every field without which there is no mentor.
 */
export function mentorOf(values: MentorValues): Mentor {
  const fields = missing(values);
  if (fields.length > 0) {
    throw new RefusalError({ code: 'invalid_input', message: fields[0]?.message ?? '', fields });
  }
  const { origin, fewest, most, periods, ...rest } = values;
  return {
    ...rest,
    ...(origin === 'register' ? nobody : { person: null }),
    fewest: fewest ?? 0,
    most: most ?? 0,
    periods: periods.map(({ id: line, starts, ends }) => ({ id: line, starts: starts ?? '', ends: ends ?? '' })),
  };
}
