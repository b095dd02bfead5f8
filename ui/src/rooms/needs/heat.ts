import type { Grade, HeatBy, HeatKey, HeatQuery, NeedQuery } from '../../data/needs';
import { id } from '../../i18n/id';

/** What the address of the map says, as texts. */
export type Filters = Record<string, string>;

/** Rows that are shown at once. */
export const pageSize = 100;

const bys: readonly HeatBy[] = ['unit', 'position', 'grade', 'person'];
export const grades = Object.keys(id.needs.gradeNames) as Grade[];

const orNull = (text: string | undefined) => (text === undefined || text === '' ? null : text);

/** The question that the address asks. */
export const heatQuery = (filters: Filters): HeatQuery => ({
  by: bys.find((by) => by === filters['by']) ?? 'unit',
  unit: orNull(filters['unit']),
  direct: filters['direct'] === 'ya',
  position: filters['position'] ?? '',
  grade: grades.find((grade) => grade === filters['grade']) ?? null,
  lacking: orNull(filters['lacking']),
  day: orNull(filters['day']),
  offset: Math.max(0, Math.trunc(Number(filters['offset'] ?? '')) || 0),
  limit: pageSize,
});

/** What opening a row changes in the address: a unit shows those below it, or its people; everything else its people. */
export function inside(key: HeatKey): Filters {
  switch (key.kind) {
    case 'unit':
      return { unit: key.unit, by: key.below ? 'unit' : 'person', direct: '' };
    case 'here':
      return { by: 'person', direct: 'ya' };
    case 'position':
      return { by: 'person', position: key.position };
    case 'grade':
      return { by: 'person', grade: key.grade ?? '' };
    case 'person':
      return {};
  }
}

/** The need list that the address asks for. */
export const needQuery = (filters: Filters): NeedQuery => ({ unit: orNull(filters['unit']), day: orNull(filters['day']) });
