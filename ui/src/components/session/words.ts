import { longDate, weekday } from '../../i18n/dates';
import { id } from '../../i18n/id';
import { shownTime } from '../TimeField';

/** `08.00–12.00`, or that it takes the whole day. */
export function timeRange({ starts, ends }: { starts: string | null; ends: string | null }): string {
  return starts === null || ends === null ? id.schedule.day.wholeDay : `${shownTime(starts)}–${shownTime(ends)}`;
}

/** Programme and class, as conflicts name it too. */
export const titleOf = (session: { programme_name: string; class_name: string }) =>
  `${session.programme_name} ${session.class_name}`;

/** `Senin, 2 Maret 2026, 08.00–12.00`. */
export const whenOf = (session: { date: string; starts: string | null; ends: string | null }) =>
  `${weekday(session.date)}, ${longDate(session.date)}, ${timeRange(session)}`;
