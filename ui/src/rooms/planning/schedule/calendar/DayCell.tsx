import { VisuallyHidden } from '@mantine/core';
import { Icon } from '../../../../components/icons';
import { shownTime } from '../../../../components/TimeField';
import { longDate, weekday } from '../../../../i18n/dates';
import { id } from '../../../../i18n/id';
import styles from './calendar.module.css';
import type { DayNote, Entry, Place } from './entries';

const text = id.schedule.calendar;

export interface DayCellProps {
  place: Place;
  /** Of the row: a room, a speaker, a class. */
  name: string | undefined;
  entries: readonly Entry[];
  note: DayNote;
  today: boolean;
  selected: boolean;
  /** Something is dragged over it. */
  over: boolean;
  most: number;
  onPick: () => void;
  onEntry: (entry: Entry) => void;
}

/** What is read out for a day: the date, how many sessions, what is wrong. */
function spoken({ place, name, entries, note }: DayCellProps): string {
  const clashes = entries.filter((entry) => entry.conflicts > 0).length;
  const parts = [
    name,
    `${weekday(place.day)} ${longDate(place.day)}`,
    text.sessions(entries.length),
    clashes > 0 ? text.clashing(clashes) : undefined,
    note.holiday,
    note.off === true && note.holiday === undefined ? text.off : undefined,
    note.busy === undefined ? undefined : text.busy(note.busy),
  ];
  return parts.filter((part) => part !== undefined && part !== '').join(', ');
}

function Chip({ entry, onOpen }: { entry: Entry; onOpen: () => void }) {
  const time = shownTime(entry.starts);
  return (
    <div
      className={styles.chip}
      data-entry={entry.id}
      data-clash={entry.conflicts > 0 || undefined}
      draggable={!entry.fixed}
      title={[time, entry.title, entry.programme, entry.detail].filter((part) => part !== '').join(' · ')}
      onClick={(event) => {
        event.stopPropagation();
        onOpen();
      }}
    >
      <span className={styles.chipHead}>
        {entry.conflicts > 0 && <Icon name="warning" size={12} />}
        {entry.locked && <Icon name="lock" size={12} />}
        {time !== '' && <span className={styles.time}>{time}</span>}
        <span className={styles.chipName}>{entry.title}</span>
      </span>
      <span className={styles.chipMore}>{entry.programme}</span>
      <span className={styles.chipMore}>{entry.detail}</span>
    </div>
  );
}

/** One day of the calendar. Its sessions can be dragged; the keyboard finds them beside the calendar. */
export function DayCell(props: DayCellProps) {
  const { place, entries, note, today, selected, over, most, onPick, onEntry } = props;
  // One line says how many more there are; it must not stand for a single one that it takes the place of.
  const shown = entries.length > most ? entries.slice(0, most - 1) : entries;
  const more = entries.length - shown.length;
  return (
    <td
      role="gridcell"
      aria-selected={selected}
      aria-current={today ? 'date' : undefined}
      tabIndex={selected ? 0 : -1}
      data-day={place.day}
      data-row={place.row}
      data-over={over || undefined}
      data-off={note.off === true || note.holiday !== undefined || undefined}
      data-outside={note.outside || undefined}
      onClick={onPick}
    >
      <VisuallyHidden>{spoken(props)}</VisuallyHidden>
      <div aria-hidden="true">
        <div className={styles.dayLine}>
          <span className={styles.dayNumber}>{Number(place.day.slice(8))}</span>
          {note.holiday !== undefined && (
            <span className={styles.holiday} title={note.holiday}>
              {note.holiday}
            </span>
          )}
          {note.busy !== undefined && (
            <span className={styles.busy} title={text.busy(note.busy)}>
              <Icon name="clock" size={12} />
            </span>
          )}
        </div>
        {shown.map((entry) => (
          <Chip key={entry.id} entry={entry} onOpen={() => onEntry(entry)} />
        ))}
        {more > 0 && <div className={styles.moreLine}>{text.more(more)}</div>}
      </div>
    </td>
  );
}
