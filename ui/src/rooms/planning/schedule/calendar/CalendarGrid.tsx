import { useEffect, useRef, useState, type DragEvent, type KeyboardEvent } from 'react';
import styles from './calendar.module.css';
import { DayCell } from './DayCell';
import { samePlace, type CalendarRow, type DayNote, type Entry, type Place } from './entries';

export interface CalendarGridProps {
  label: string;
  /** One for each day of the week, from Monday. */
  heads: readonly string[];
  /** Head of the column of names; without it the rows have none. */
  rowHead?: string;
  rows: readonly CalendarRow[];
  /** Where the calendar stands. */
  at: Place;
  onAt: (place: Place) => void;
  /** Where an arrow or another key leads; null when the key is none of the calendar's. */
  step: (from: Place, key: string) => Place | null;
  entriesOf: (place: Place) => readonly Entry[];
  noteOf: (day: string) => DayNote;
  today: string;
  /** Sessions that a cell shows before it says how many more there are. */
  most: number;
  /** A session takes as many lines as its words need; otherwise one. */
  tall?: boolean;
  /** Enter, M and L on a day. */
  onKey: (key: 'Enter' | 'M' | 'L') => void;
  onEntry: (entry: Entry, place: Place) => void;
  /** A session was dragged to another place; false when it cannot go there. */
  accepts: (entry: string, from: Place, to: Place) => boolean;
  onDrop: (entry: string, from: Place, to: Place) => void;
}

interface Dragged {
  entry: string;
  from: Place;
}

const letters: Readonly<Record<string, 'Enter' | 'M' | 'L'>> = { Enter: 'Enter', m: 'M', M: 'M', l: 'L', L: 'L' };

/** The place under an element of the calendar. */
function placeOf(target: EventTarget): Place | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-day]') : null;
  const { day, row } = cell?.dataset ?? {};
  return day !== undefined && row !== undefined ? { day, row } : null;
}

/** Weeks below each other, or rooms, speakers, classes in one week: one table whose cells are days. */
export function CalendarGrid(props: CalendarGridProps) {
  const { label, heads, rowHead, rows, at, onAt, step, entriesOf, noteOf, today, most, tall, onKey, onEntry, accepts, onDrop } = props;
  const table = useRef<HTMLTableElement>(null);
  const follow = useRef(false);
  const dragged = useRef<Dragged | null>(null);
  const [over, setOver] = useState<Place | null>(null);

  // Who comes here by a key of the menu goes on with the arrows; a field that is being typed in keeps the focus.
  useEffect(() => {
    if (document.activeElement === document.body) table.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
  }, []);

  // The focus goes along when an arrow leads to another day, also into another month.
  useEffect(() => {
    if (!follow.current) return;
    const cell = table.current?.querySelector<HTMLElement>('[aria-selected="true"]');
    if (!cell) return;
    follow.current = false;
    cell.focus();
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [at, rows]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const letter = letters[event.key];
    const next = step(at, event.key);
    if (letter) onKey(letter);
    else if (next) {
      follow.current = true;
      onAt(next);
    } else return;
    event.preventDefault();
  };

  const drag = {
    onDragStart: (event: DragEvent) => {
      const chip = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-entry]') : null;
      const from = placeOf(event.target);
      const entry = chip?.dataset['entry'];
      if (entry === undefined || !from) return;
      dragged.current = { entry, from };
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', chip?.textContent ?? '');
    },
    onDragOver: (event: DragEvent) => {
      const to = placeOf(event.target);
      const what = dragged.current;
      if (!what || !to || !accepts(what.entry, what.from, to)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'move';
      setOver((before) => (before && samePlace(before, to) ? before : to));
    },
    onDrop: (event: DragEvent) => {
      const to = placeOf(event.target);
      const what = dragged.current;
      dragged.current = null;
      setOver(null);
      if (!what || !to || !accepts(what.entry, what.from, to)) return;
      event.preventDefault();
      onDrop(what.entry, what.from, to);
    },
    onDragEnd: () => {
      dragged.current = null;
      setOver(null);
    },
  };

  return (
    <div className={styles.scroll} data-named={rowHead !== undefined || undefined} data-tall={tall || undefined}>
      <table ref={table} role="grid" aria-label={label} className={styles.grid} onKeyDown={onKeyDown} {...drag}>
        <thead>
          <tr>
            {rowHead !== undefined && (
              <th scope="col" className={styles.corner}>
                {rowHead}
              </th>
            )}
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              {rowHead !== undefined && (
                <th scope="row" title={row.name}>
                  {row.name}
                </th>
              )}
              {row.days.map((day) => {
                const place = { row: row.key, day };
                return (
                  <DayCell
                    key={day}
                    place={place}
                    name={row.name}
                    entries={entriesOf(place)}
                    note={noteOf(day)}
                    today={day === today}
                    selected={samePlace(at, place)}
                    over={over !== null && samePlace(over, place)}
                    most={most}
                    onPick={() => onAt(place)}
                    onEntry={(entry) => onEntry(entry, place)}
                  />
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
