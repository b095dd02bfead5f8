import { useMemo } from 'react';
import { parseDate } from '../../../../i18n/dates';
import { addDays, addMonths, mondayOf, weekOf, weeksOfMonth } from '../../../../i18n/days';
import { useListState } from '../../../../frame/listState';

export type View = 'month' | 'week';

/** What the rows of a week are. */
export type By = 'all' | 'room' | 'speaker' | 'class';

export interface CalendarState {
  view: View;
  /** Where the calendar stands. */
  day: string;
  by: By;
  room: string | null;
  speaker: string | null;
  unit: string | null;
  class: string | null;
}

const rowKinds: readonly By[] = ['all', 'room', 'speaker', 'class'];

/** The calendar as it stands in the address, so that going back finds it again. */
export function useCalendarState(today: string): [CalendarState, (part: Partial<CalendarState>) => void] {
  const [list, setList] = useListState();
  const { filters } = list;
  const state = useMemo<CalendarState>(
    () => ({
      view: filters['view'] === 'week' ? 'week' : 'month',
      day: parseDate(filters['day'] ?? '') ?? today,
      by: rowKinds.find((one) => one === filters['by']) ?? 'all',
      room: filters['room'] ?? null,
      speaker: filters['speaker'] ?? null,
      unit: filters['unit'] ?? null,
      class: filters['class'] ?? null,
    }),
    [filters, today],
  );
  const set = (part: Partial<CalendarState>) => {
    const next = Object.entries({ ...state, ...part }).filter(([, value]) => value !== null && value !== 'all');
    setList({ ...list, filters: Object.fromEntries(next) as Record<string, string> });
  };
  return [state, set];
}

/** The weeks that are shown, each from Monday to Sunday. */
export const weeksOf = ({ view, day }: Pick<CalendarState, 'view' | 'day'>): string[][] =>
  view === 'month' ? weeksOfMonth(day) : [weekOf(mondayOf(day))];

/** What of the schedule is asked for: all days that are shown. */
export function calendarQuery(state: CalendarState) {
  const days = weeksOf(state).flat();
  const { room, speaker, unit } = state;
  return { from: days[0] ?? state.day, to: days.at(-1) ?? state.day, class: state.class, room, speaker, unit };
}

/** The same for paper and other calendars: a month ends with its last day. */
export function paperQuery(state: CalendarState) {
  const asked = calendarQuery(state);
  if (state.view === 'week') return asked;
  const from = `${state.day.slice(0, 7)}-01`;
  return { ...asked, from, to: addDays(addMonths(from, 1), -1) };
}
