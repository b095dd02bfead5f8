import { Button, SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { DataList, type ListColumn, type ListFilter, type ListState } from '../../../../components/DataList';
import { holdsWords } from '../../../../components/holdsWords';
import { Icon } from '../../../../components/icons';
import { ReasonList, type Reason } from '../../../../components/ReasonList';
import { timeRange } from '../../../../components/session/words';
import { StateBadge } from '../../../../components/StateBadge';
import type { PlacedSession, ScheduleProposal } from '../../../../data/planning/schedule';
import { shortDate, weekday } from '../../../../i18n/dates';
import { id } from '../../../../i18n/id';
import styles from '../schedule.module.css';
import { ClassCosts, CostTable } from './CostTable';

const text = id.schedule.proposal;

type How = 'moved' | 'new' | 'stays';

const howOf = (row: PlacedSession): How => (row.was === null ? 'new' : row.moved ? 'moved' : 'stays');
const tones = { moved: 'info', new: 'good', stays: 'neutral' } as const;

const dayAndTime = (one: { date: string; starts: string | null; ends: string | null }) =>
  `${weekday(one.date).slice(0, 3)} ${shortDate(one.date)}, ${timeRange(one)}`;
const place = (one: { room_name: string }) => (one.room_name === '' ? id.schedule.calendar.noRoom : one.room_name);

const aboutOf = (row: PlacedSession) => (row.subject_name === '' ? row.topic : row.subject_name);

const columns: readonly ListColumn<PlacedSession>[] = [
  {
    id: 'title',
    header: text.class,
    width: 'minmax(0, 1.3fr)',
    sort: (row) => row.title,
    cell: (row) => <span title={row.title}>{row.title}</span>,
  },
  {
    id: 'subject',
    header: id.schedule.session.subject,
    width: 'minmax(0, 1fr)',
    sort: (row) => aboutOf(row),
    cell: (row) => <span title={aboutOf(row)}>{aboutOf(row)}</span>,
  },
  {
    id: 'was',
    header: text.was,
    width: 'minmax(0, 1.15fr)',
    cell: (row) => (row.was ? `${dayAndTime(row.was)} · ${place(row.was)}` : <span className="muted">{id.schedule.dash}</span>),
  },
  {
    id: 'becomes',
    header: text.becomes,
    width: 'minmax(0, 1.15fr)',
    sort: (row) => `${row.date} ${row.starts}`,
    cell: (row) => {
      const shown = `${dayAndTime(row)} · ${place(row)}`;
      return row.moved ? <strong title={shown}>{shown}</strong> : shown;
    },
  },
  {
    id: 'how',
    header: text.how,
    width: '124px',
    sort: (row) => howOf(row),
    cell: (row) => <StateBadge tone={tones[howOf(row)]}>{text.hows[howOf(row)]}</StateBadge>,
  },
];

/** Where no session stood anywhere before, there is more room for the rest. */
const columnsOfNew = columns.filter((column) => column.id !== 'was');

const filters: readonly ListFilter[] = [
  { id: 'how', label: text.how, options: (['moved', 'new', 'stays'] as const).map((value) => ({ value, label: text.hows[value] })) },
];

export interface ResultViewProps {
  proposal: ScheduleProposal;
  busy: boolean;
  /** Takes some over; locked, they stay where they are when a proposal is asked for again. */
  onLock: (placements: PlacedSession[]) => void;
}

/** What was found: what it costs and why, before and after of each session. */
export function ResultView({ proposal, busy, onLock }: ResultViewProps) {
  const [view, setView] = useState<'sessions' | 'classes'>('sessions');
  const [state, setState] = useState<ListState>({ q: '', sort: 'becomes', filters: {} });
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const keys = useMemo(
    () => new Map(proposal.placements.map((row, at) => [row, row.session ?? `new ${at}`])),
    [proposal.placements],
  );
  const keyOf = (row: PlacedSession) => keys.get(row) ?? '';
  const how = state.filters['how'];
  const shown = useMemo(
    () =>
      proposal.placements.filter(
        (row) =>
          holdsWords(state.q, row.title, row.topic, row.subject_name, row.room_name) && (how === undefined || howOf(row) === how),
      ),
    [proposal.placements, state.q, how],
  );
  const reasons: Reason[] = [
    ...proposal.violations.map((sentence): Reason => ({ tone: 'bad', text: sentence })),
    ...(proposal.violations.length === 0 ? [{ tone: 'good' as const, text: text.noViolations }] : []),
    ...proposal.notes.map((note): Reason => ({ tone: 'info', text: note })),
    ...(proposal.stopped ? [{ tone: 'info' as const, text: text.stopped }] : []),
  ];
  const lockMarked = () => {
    const isMarked = (row: PlacedSession) => marked.has(keyOf(row));
    // A class that gets new sessions is taken over as a whole: once it has some, no others are made for it.
    const whole = new Set(proposal.placements.filter((row) => row.session === null).map((row) => row.class));
    const started = new Set(proposal.placements.filter(isMarked).map((row) => row.class));
    const taken = proposal.placements.filter((row) => isMarked(row) || (whole.has(row.class) && started.has(row.class)));
    onLock(taken.map((row) => ({ ...row, locked: isMarked(row) })));
  };
  return (
    <div className={styles.result}>
      <div className={styles.block}>
        <ReasonList label={text.findings} reasons={reasons} />
      </div>
      <CostTable proposal={proposal} />
      <div className={styles.resultBar}>
        <SegmentedControl
          size="xs"
          aria-label={text.view}
          value={view}
          onChange={(next) => setView(next)}
          data={(['sessions', 'classes'] as const).map((value) => ({ value, label: text.views[value] }))}
        />
      </div>
      {view === 'classes' ? (
        <ClassCosts classes={proposal.classes} />
      ) : (
        <DataList
          id="proposal sessions"
          label={text.placements}
          noun={text.sessionNoun}
          columns={proposal.placements.some((row) => row.was) ? columns : columnsOfNew}
          source={shown}
          rowId={keyOf}
          rowLabel={(row) => `${row.title}, ${dayAndTime(row)}`}
          state={state}
          onState={setState}
          searchPlaceholder={text.searchSessions}
          filters={filters}
          marked={marked}
          onMark={setMarked}
          markedActions={
            <Button variant="default" disabled={busy} leftSection={<Icon name="lock" size={16} />} onClick={lockMarked}>
              {text.lockMarked(marked.size)}
            </Button>
          }
        />
      )}
    </div>
  );
}
