import { useEffect, useRef, type KeyboardEvent } from 'react';
import { Icon } from '../../../../components/icons';
import { timeRange, titleOf } from '../../../../components/session/words';
import type { BusyRow, ConflictRow, SessionPlan } from '../../../../data/planning/schedule';
import { longDate, weekday } from '../../../../i18n/dates';
import { id } from '../../../../i18n/id';
import styles from './calendar.module.css';
import type { DayNote } from './entries';

const text = id.schedule.day;

export type SessionAct = 'open' | 'move' | 'lock';

export interface DayPanelProps {
  day: string;
  /** Of the row of the calendar: a room, a speaker, a class. */
  name: string | undefined;
  note: DayNote;
  busy: readonly BusyRow[];
  sessions: readonly SessionPlan[];
  conflictsOf: (session: string) => readonly ConflictRow[];
  /** The session that gets the focus, once; a new object asks again; null in it is the calendar. */
  focus: { session: string | null } | null;
  onAct: (session: SessionPlan, act: SessionAct) => void;
  /** Esc: back to the calendar. */
  onLeave: () => void;
}

/** Conflicts that are told of a session; its dialog tells all. */
const most = 3;

const acts: Readonly<Record<string, SessionAct>> = { m: 'move', M: 'move', l: 'lock', L: 'lock' };

function Session({ session, conflicts }: { session: SessionPlan; conflicts: readonly ConflictRow[] }) {
  const facts = [
    session.subject_name === '' ? session.topic : session.subject_name,
    session.room_name === '' ? text.noRoom : session.room_name,
    session.speakers.map((speaker) => speaker.name).join('; ') || text.noSpeaker,
  ];
  return (
    <>
      <span className={styles.sessionHead}>
        <strong>{timeRange(session)}</strong>
        <span className="muted">{[text.jp(session.jp), text.people(session.people)].join(' · ')}</span>
        {session.locked && (
          <span title={text.locked}>
            <Icon name="lock" size={14} />
            <span className="hidden">{text.locked}</span>
          </span>
        )}
      </span>
      <span>{titleOf(session)}</span>
      <span className="muted">{facts.filter((fact) => fact !== '').join(' · ')}</span>
      {session.closed && <span className="muted">{text.closed}</span>}
      {conflicts.slice(0, most).map((conflict) => (
        <span key={conflict.sentence} className={styles.clash}>
          <Icon name="warning" size={14} />
          {conflict.sentence}
        </span>
      ))}
      {conflicts.length > most && <span className={styles.clash}>{text.more(conflicts.length - most)}</span>}
    </>
  );
}

/** The sessions of one day with everything that is wrong with them; the keyboard moves and locks them here. */
export function DayPanel(props: DayPanelProps) {
  const { day, name, note, busy, sessions, conflictsOf, focus, onAct, onLeave } = props;
  const list = useRef<HTMLUListElement>(null);
  const nodes = () => [...(list.current?.querySelectorAll<HTMLButtonElement>('[data-session]') ?? [])];

  useEffect(() => {
    if (focus) nodes().find((node) => node.dataset['session'] === focus.session)?.focus();
  }, [focus]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const all = nodes();
    const at = all.findIndex((node) => node === document.activeElement);
    const session = sessions[at];
    const act = acts[event.key];
    if (event.key === 'ArrowDown') all[Math.min(at + 1, all.length - 1)]?.focus();
    else if (event.key === 'ArrowUp') all[Math.max(at - 1, 0)]?.focus();
    else if (event.key === 'Escape') onLeave();
    else if (act && session) onAct(session, act);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const date = `${weekday(day)}, ${longDate(day)}`;
  return (
    <aside className={styles.panel} aria-label={text.label(date)}>
      <h2>{date}</h2>
      {name !== undefined && <p className="muted">{name}</p>}
      {note.holiday !== undefined && <p className={styles.holiday}>{text.holiday(note.holiday)}</p>}
      {note.off === true && note.holiday === undefined && <p className="muted">{text.off}</p>}
      {sessions.length === 0 && <p className="muted">{name === undefined ? text.none : text.noneHere}</p>}
      <ul ref={list} className={styles.sessions} aria-label={text.list} onKeyDown={onKeyDown}>
        {sessions.map((session) => {
          const conflicts = conflictsOf(session.session);
          return (
            <li key={session.session}>
              <button
                type="button"
                className={styles.session}
                data-session={session.session}
                data-clash={conflicts.length > 0 || undefined}
                onClick={() => onAct(session, 'open')}
              >
                <Session session={session} conflicts={conflicts} />
              </button>
            </li>
          );
        })}
      </ul>
      {sessions.length > 0 && <p className={styles.hint}>{text.keys}</p>}
      {busy.length > 0 && (
        <section aria-label={text.busy}>
          <h2>{text.busy}</h2>
          <ul className={styles.sessions}>
            {busy.map((row) => (
              <li key={row.busy.id}>
                {row.name}: <span className="muted">{row.busy.reason}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </aside>
  );
}
