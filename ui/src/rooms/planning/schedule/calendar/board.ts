import { titleOf } from '../../../../components/session/words';
import type { CalendarView, ConflictRow, RoomRow, SessionPlan } from '../../../../data/planning/schedule';
import { mondayOf, weekdayNumber } from '../../../../i18n/days';
import { id } from '../../../../i18n/id';
import { grouped, placeKey, type CalendarRow, type DayNote, type Entry, type Place } from './entries';
import { weeksOf, type By, type CalendarState } from './useCalendarState';

const text = id.schedule.calendar;

/** The row of sessions without a room or a speaker; ids are never empty. */
const none = '';

/** The rows of the week in which a session stands. */
function rowsOf(session: SessionPlan, by: By): string[] {
  switch (by) {
    case 'all':
      return ['all'];
    case 'room':
      return [session.room ?? none];
    case 'speaker':
      return session.speakers.length === 0 ? [none] : session.speakers.map((speaker) => speaker.person);
    case 'class':
      return [session.class];
  }
}

/** Key and name of each row of a week, by name; a row for what has none stands last. */
function namesOf(sessions: readonly SessionPlan[], rooms: readonly RoomRow[], { by, room, speaker }: CalendarState): [string, string][] {
  const names = new Map<string, string>();
  if (by === 'room') {
    for (const row of rooms) {
      if (row.room.active && (room === null || room === row.room.id)) names.set(row.room.id ?? none, row.room.name);
    }
  }
  for (const session of sessions) {
    if (by === 'room' && session.room !== null) names.set(session.room, session.room_name);
    if (by === 'class') names.set(session.class, titleOf(session));
    if (by === 'speaker') {
      for (const one of session.speakers) if (speaker === null || speaker === one.person) names.set(one.person, one.name);
    }
  }
  const rows = [...names].sort(([, one], [, other]) => one.localeCompare(other, 'id'));
  const lacking = sessions.some((session) => rowsOf(session, by).includes(none));
  if (lacking) rows.push([none, by === 'room' ? text.noRoom : text.noSpeaker]);
  return rows;
}

/** The calendar as it is drawn. */
export interface Board {
  rows: CalendarRow[];
  /** Head of the column of names; undefined without one. */
  rowHead: string | undefined;
  entriesOf: (place: Place) => readonly Entry[];
  noteOf: (day: string) => DayNote;
  conflictsOf: (session: string) => readonly ConflictRow[];
}

const nothing: readonly never[] = [];

/** What is wrong with each session; what concerns several stands at each of them. */
function bySession(conflicts: readonly ConflictRow[]): ReadonlyMap<string, readonly ConflictRow[]> {
  const found = new Map<string, ConflictRow[]>();
  for (const conflict of conflicts) {
    for (const { session } of conflict.sides) found.set(session, [...(found.get(session) ?? []), conflict]);
  }
  return found;
}

/** What a session is called: the class comes first, because it tells sessions of one programme apart in a narrow cell. */
function wordsOf(session: SessionPlan, ofClass: boolean): Pick<Entry, 'title' | 'programme' | 'detail'> {
  const about = session.subject_name === '' ? session.topic : session.subject_name;
  const joined = (...parts: string[]) => parts.filter((part) => part !== '').join(' · ');
  if (ofClass && about !== '') return { title: about, programme: '', detail: session.room_name };
  return { title: session.class_name, programme: session.programme_name, detail: joined(about, session.room_name) };
}

/** Lays the schedule out for the way it is looked at. */
export function boardOf(view: CalendarView, rooms: readonly RoomRow[], state: CalendarState): Board {
  const weeks = weeksOf(state);
  const week = state.view === 'week';
  const named = week && state.by !== 'all';
  const conflicts = bySession(view.conflicts);
  const conflictsOf = (session: string) => conflicts.get(session) ?? nothing;
  const plans = new Map(view.sessions.map((session) => [session.session, session]));
  const entries = view.sessions.map(
    (session): Entry => ({
      id: session.session,
      date: session.date,
      starts: session.starts,
      ends: session.ends,
      ...wordsOf(session, named && state.by === 'class'),
      conflicts: conflictsOf(session.session).length,
      locked: session.locked,
      fixed: session.closed,
    }),
  );
  const found = grouped(entries, (entry) => {
    const session = plans.get(entry.id);
    if (!session) return [];
    return week
      ? rowsOf(session, state.by).map((row) => placeKey(row, entry.date))
      : [placeKey(mondayOf(entry.date), entry.date)];
  });
  const holidays = new Map(view.holidays.map((holiday) => [holiday.date, holiday.name]));
  const days = weeks[0] ?? [];
  const marked = state.unit !== null || state.speaker !== null || state.room !== null;
  return {
    rows: !week
      ? weeks.map((one) => ({ key: one[0] ?? '', days: one }))
      : named
        ? namesOf(view.sessions, rooms, state).map(([key, name]) => ({ key, name, days }))
        : [{ key: 'all', days }],
    rowHead: named ? text.rows[state.by] : undefined,
    entriesOf: ({ row, day }) => found.get(placeKey(row, day)) ?? nothing,
    noteOf: (day) => {
      // Somewhere some unit is always busy: a day is marked only for the one that is asked for.
      const busy = marked ? view.busy.filter((row) => row.busy.starts <= day && day <= row.busy.ends).length : 0;
      return {
        holiday: holidays.get(day),
        off: !view.weekdays.includes(weekdayNumber(day)),
        outside: !week && day.slice(0, 7) !== state.day.slice(0, 7),
        busy: busy === 0 ? undefined : busy,
      };
    },
    conflictsOf,
  };
}
