import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Loaded } from '../../../../components/Loaded';
import { PlaceDialog } from '../../../../components/session/PlaceDialog';
import { titleOf } from '../../../../components/session/words';
import { useCalendar, useMoveSession, useSaveSessionPlace, useSchedules, type CalendarView, type RoomRow, type SessionPlan } from '../../../../data/planning/schedule';
import { useCommands, type Command } from '../../../../frame/commands';
import { weekdays } from '../../../../i18n/dates';
import { mondayOf } from '../../../../i18n/days';
import { id } from '../../../../i18n/id';
import { MoveDialog } from '../MoveDialog';
import schedule from '../schedule.module.css';
import { boardOf } from './board';
import styles from './calendar.module.css';
import { CalendarBar } from './CalendarBar';
import { CalendarGrid } from './CalendarGrid';
import { DayPanel, type SessionAct } from './DayPanel';
import type { Place } from './entries';
import { monthStep, weekStep } from './steps';
import { calendarQuery, useCalendarState, type CalendarState } from './useCalendarState';

const text = id.schedule.calendar;
const group = id.frame.groups.work;

const keys: readonly Command[] = [
  { id: 'calendar.day', label: text.commands.day, group, keys: ['←', '→', '↑', '↓'] },
  { id: 'calendar.page', label: text.commands.page, group, keys: ['PageUp', 'PageDown'] },
  { id: 'calendar.open', label: text.commands.open, group, keys: ['Enter'] },
  { id: 'calendar.move', label: text.commands.move, group, keys: ['M'] },
  { id: 'calendar.lock', label: text.commands.lock, group, keys: ['L'] },
];

interface CalendarPageProps {
  today: string;
  rooms: readonly RoomRow[];
}

export function CalendarPage({ today, rooms }: CalendarPageProps) {
  const [state, setState] = useCalendarState(today);
  const query = useCalendar(calendarQuery(state));
  const year = Number(state.day.slice(0, 4));
  const classes = useSchedules(`${year - 1}-01-01`, `${year + 1}-12-31`).data ?? [];
  const speaker = query.data?.sessions.flatMap((session) => session.speakers).find((one) => one.person === state.speaker);
  useCommands(keys);
  return (
    <>
      <CalendarBar
        state={state}
        onState={setState}
        today={today}
        rooms={rooms.map(({ room }) => ({ value: room.id ?? '', label: room.name }))}
        classes={classes.map((row) => ({ value: row.class, label: titleOf(row) }))}
        speakerName={speaker?.name ?? ''}
      />
      <Loaded query={query}>
        {(view) => <CalendarWork view={view} rooms={rooms} state={state} onState={setState} today={today} />}
      </Loaded>
    </>
  );
}

interface WorkProps extends CalendarPageProps {
  view: CalendarView;
  state: CalendarState;
  onState: (part: Partial<CalendarState>) => void;
}

const heads: readonly string[] = [...weekdays.slice(1), weekdays[0]];

function CalendarWork({ view, rooms, state, onState, today }: WorkProps) {
  const board = useMemo(() => boardOf(view, rooms, state), [view, rooms, state]);
  const week = state.view === 'week';
  const rowKeys = board.rows.map((row) => row.key);
  const [row, setRow] = useState<string | null>(null);
  const [dialog, setDialog] = useState<{ session: string; act: 'open' | 'move' } | null>(null);
  const [focus, setFocus] = useState<{ session: string | null } | null>(null);
  const weekRow = row !== null && rowKeys.includes(row) ? row : (rowKeys[0] ?? '');
  const place: Place = { day: state.day, row: week ? weekRow : mondayOf(state.day) };
  const move = useMoveSession();
  const savePlace = useSaveSessionPlace();
  const work = useRef<HTMLDivElement>(null);

  const plans = useMemo(() => new Map(view.sessions.map((session) => [session.session, session])), [view]);
  const shown = board.entriesOf(place).flatMap((entry) => plans.get(entry.id) ?? []);
  const goTo = (to: Place) => {
    setRow(to.row);
    if (to.day !== state.day) onState({ day: to.day });
  };

  const act = (session: SessionPlan, what: SessionAct) => {
    if (what !== 'lock') {
      if (what === 'open' || !session.closed) setDialog({ session: session.session, act: what });
    } else if (!session.closed) {
      const { room, subject, speakers, locked } = session;
      const people = speakers.map((one) => one.person);
      savePlace.mutate({ session: session.session, place: { room, subject, speakers: people, locked: !locked } });
    }
  };
  // A key on a day is for its only session; where there are several they are chosen beside the calendar first.
  const onKey = (key: 'Enter' | 'M' | 'L') => {
    const [first, second] = shown;
    if (!first) return;
    if (key === 'Enter' || second) setFocus({ session: first.session });
    else act(first, key === 'M' ? 'move' : 'lock');
  };
  const onDrop = (entry: string, from: Place, to: Place) => {
    const session = plans.get(entry);
    if (!session) return;
    setRow(to.row);
    if (from.day !== to.day) {
      move.mutate({ session: entry, date: to.day, starts: session.starts, ends: session.ends });
    }
    if (week && state.by === 'room' && from.row !== to.row) {
      const { subject, speakers, locked } = session;
      const people = speakers.map((one) => one.person);
      const room = to.row === '' ? null : to.row;
      savePlace.mutate({ session: entry, place: { room, subject, speakers: people, locked } });
    }
  };
  // Between rows only the room can be changed by dragging; to another day everything can go that is not closed.
  const accepts = (entry: string, from: Place, to: Place) => {
    if (plans.get(entry)?.closed !== false) return false;
    if (!week) return from.day !== to.day;
    if (state.by === 'room') return from.day !== to.day ? from.row === to.row : from.row !== to.row;
    return from.row === to.row && from.day !== to.day;
  };

  const open = dialog ? plans.get(dialog.session) : undefined;
  // A session that was moved out of sight takes its dialog along.
  useEffect(() => {
    if (dialog && !open) setDialog(null);
  }, [dialog, open]);
  // A session that was moved is elsewhere: its day in the calendar keeps the focus.
  const close = () => {
    setFocus({ session: dialog?.act === 'open' ? dialog.session : null });
    setDialog(null);
  };
  const toGrid = () => work.current?.querySelector<HTMLElement>('[role="gridcell"][aria-selected="true"]')?.focus();
  useEffect(() => {
    if (focus?.session === null) toGrid();
  }, [focus]);

  return (
    <>
      <div ref={work} className={styles.work}>
        <CalendarGrid
          label={text.label}
          heads={heads}
          rowHead={board.rowHead}
          rows={board.rows}
          at={place}
          onAt={goTo}
          step={week ? (from, key) => weekStep(rowKeys, from, key) : monthStep}
          entriesOf={board.entriesOf}
          noteOf={board.noteOf}
          today={today}
          most={week ? (board.rowHead === undefined ? 24 : 8) : 3}
          tall={week}
          onKey={onKey}
          onEntry={(entry, at) => {
            goTo(at);
            const session = plans.get(entry.id);
            if (session) act(session, 'open');
          }}
          accepts={accepts}
          onDrop={onDrop}
        />
        <DayPanel
          day={state.day}
          name={board.rows.find((one) => one.key === place.row)?.name}
          note={board.noteOf(state.day)}
          busy={view.busy.filter((one) => one.busy.starts <= state.day && state.day <= one.busy.ends)}
          sessions={shown}
          conflictsOf={board.conflictsOf}
          focus={focus}
          onAct={act}
          onLeave={toGrid}
        />
      </div>
      <p className={styles.hint}>{text.keys}</p>
      {open && dialog?.act === 'move' && <MoveDialog session={open} onClose={close} />}
      {open && dialog?.act === 'open' && (
        <PlaceDialog
          session={open}
          conflicts={board.conflictsOf(open.session)}
          onClose={close}
          foot={
            <>
              {!open.closed && (
                <Button
                  variant="default"
                  size="compact-sm"
                  onClick={() => setDialog({ session: open.session, act: 'move' })}
                >
                  {id.schedule.session.move}
                </Button>
              )}
              <Link className={schedule.link} to="/classes/$id/sessions" params={{ id: open.class }}>
                {id.schedule.session.toClass}
              </Link>
            </>
          }
        />
      )}
    </>
  );
}
