import { addDays, addMonths, mondayOf, weekdayNumber } from '../../../../i18n/days';
import type { Place } from './entries';

/** Days that a key of the calendar leads on, where that does not depend on what is shown. */
function along(day: string, key: string): string | null {
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1);
    case 'ArrowRight':
      return addDays(day, 1);
    case 'Home':
      return mondayOf(day);
    case 'End':
      return addDays(day, 7 - weekdayNumber(day));
    default:
      return null;
  }
}

/** In a month an arrow up or down is a week, a page is a month. */
export function monthStep(from: Place, key: string): Place | null {
  const pages: Readonly<Record<string, (day: string) => string>> = {
    ArrowUp: (day) => addDays(day, -7),
    ArrowDown: (day) => addDays(day, 7),
    PageUp: (day) => addMonths(day, -1),
    PageDown: (day) => addMonths(day, 1),
  };
  const day = along(from.day, key) ?? pages[key]?.(from.day);
  return day === undefined ? null : { row: mondayOf(day), day };
}

/** In a week an arrow up or down is a row, a page is a week. */
export function weekStep(rows: readonly string[], from: Place, key: string): Place | null {
  const at = rows.indexOf(from.row);
  const row = (index: number) => rows[Math.min(Math.max(index, 0), rows.length - 1)] ?? from.row;
  switch (key) {
    case 'ArrowUp':
      return { row: row(at - 1), day: from.day };
    case 'ArrowDown':
      return { row: row(at + 1), day: from.day };
    case 'PageUp':
      return { row: from.row, day: addDays(from.day, -7) };
    case 'PageDown':
      return { row: from.row, day: addDays(from.day, 7) };
    default: {
      const day = along(from.day, key);
      return day === null ? null : { row: from.row, day };
    }
  }
}
