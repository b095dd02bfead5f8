/** A session as the calendar draws it. */
export interface Entry {
  id: string;
  date: string;
  starts: string | null;
  ends: string | null;
  /** What tells it apart where it stands: the class, or the subject in a row of a class. */
  title: string;
  /** The programme; empty in a row of a class. */
  programme: string;
  /** What it is about and where. */
  detail: string;
  conflicts: number;
  locked: boolean;
  /** Of a closed class: it stays where it is. */
  fixed: boolean;
}

/** What there is to say of a day besides its sessions. */
export interface DayNote {
  /** Name of the holiday. */
  holiday?: string;
  /** No working day of the week. */
  off?: boolean;
  /** Of another month than the one that is shown. */
  outside?: boolean;
  /** Who is busy. */
  busy?: number;
}

/** A row of the calendar: a week of a month, or a room, a speaker or a class in one week. */
export interface CalendarRow {
  key: string;
  name?: string;
  days: readonly string[];
}

/** A place in the calendar. */
export interface Place {
  row: string;
  day: string;
}

export const samePlace = (one: Place, other: Place) => one.row === other.row && one.day === other.day;

/** In the order of the day: what has no time comes first. */
export const byTime = (one: Entry, other: Entry) =>
  (one.starts ?? '').localeCompare(other.starts ?? '') || one.title.localeCompare(other.title, 'id') || one.id.localeCompare(other.id);

/** Lists of what falls on each key, in the order of the day. */
export function grouped(entries: readonly Entry[], keysOf: (entry: Entry) => readonly string[]): ReadonlyMap<string, readonly Entry[]> {
  const found = new Map<string, Entry[]>();
  for (const entry of [...entries].sort(byTime)) {
    for (const key of keysOf(entry)) {
      const list = found.get(key);
      if (list) list.push(entry);
      else found.set(key, [entry]);
    }
  }
  return found;
}

/** The key of a place in what `grouped` gives. */
export const placeKey = (row: string, day: string) => `${row} ${day}`;
