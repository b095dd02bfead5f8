import { weekday, weekdays } from './dates';

/** Reckoning with plain dates. A day becomes a number, never a moment, so that no time zone can move it. */

/** Whole days since some first day, so that days can be set apart; dates stay texts everywhere else. */
export function dayNumber(iso: string): number {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  return Math.round(Date.UTC(year, month - 1, day) / 86_400_000);
}

const dayOf = (number: number) => new Date(number * 86_400_000).toISOString().slice(0, 10);

/** The day so many days later, or earlier. */
export const addDays = (iso: string, days: number): string => dayOf(dayNumber(iso) + days);

/** 1 Monday to 7 Sunday. */
export function weekdayNumber(iso: string): number {
  const at = weekdays.findIndex((name) => name === weekday(iso));
  return at === 0 ? 7 : at;
}

/** The Monday of the week. */
export const mondayOf = (iso: string): string => addDays(iso, 1 - weekdayNumber(iso));

/** The same day so many months later; the last of the month where it has fewer days. */
export function addMonths(iso: string, months: number): string {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
  const last = addDays(new Date(Date.UTC(year, month + months, 1)).toISOString().slice(0, 10), -1);
  return addDays(first, Math.min(day, Number(last.slice(8))) - 1);
}

/** The week from Monday to Sunday. */
export const weekOf = (iso: string): string[] => {
  const monday = mondayOf(iso);
  return Array.from({ length: 7 }, (_, at) => addDays(monday, at));
};

/** The weeks that hold a day of the month, each from Monday to Sunday. */
export function weeksOfMonth(iso: string): string[][] {
  const first = `${iso.slice(0, 7)}-01`;
  const next = addMonths(first, 1);
  const weeks: string[][] = [];
  for (let monday = mondayOf(first); monday < next; monday = addDays(monday, 7)) weeks.push(weekOf(monday));
  return weeks;
}
