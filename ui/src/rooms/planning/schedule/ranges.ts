import type { ListState } from '../../../components/DataList';
import { parseDate } from '../../../i18n/dates';
import { addDays } from '../../../i18n/days';

/** Days that are looked at unless others are typed: a quarter. */
export const quarter = 90;

/** The time whose conflicts are listed, as it stands in the address. */
export function conflictRange(state: ListState, today: string): { from: string; to: string } {
  const from = parseDate(state.filters['from'] ?? '') ?? today;
  return { from, to: parseDate(state.filters['to'] ?? '') ?? addDays(from, quarter) };
}
