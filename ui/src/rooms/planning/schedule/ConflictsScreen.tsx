import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { DataList, type ListColumn, type ListFilter } from '../../../components/DataList';
import { EmptyState } from '../../../components/EmptyState';
import { holdsWords } from '../../../components/holdsWords';
import { Icon } from '../../../components/icons';
import { Loaded } from '../../../components/Loaded';
import { StateBadge } from '../../../components/StateBadge';
import { conflictKinds, useConflicts, type ConflictRow } from '../../../data/planning/schedule';
import { useStatus } from '../../../data/home';
import { useListState } from '../../../frame/listState';
import { longDate, shortDate, weekday } from '../../../i18n/dates';
import { id } from '../../../i18n/id';
import { conflictRange } from './ranges';
import styles from './schedule.module.css';
import { GivenDate } from './GivenDate';
import { ScheduleHeader } from './ScheduleHeader';

const text = id.schedule.conflicts;

const columns: readonly ListColumn<ConflictRow>[] = [
  {
    id: 'date',
    header: text.date,
    width: '130px',
    cell: (row) => (
      <span title={`${weekday(row.date)}, ${longDate(row.date)}`}>
        {weekday(row.date).slice(0, 3)}, {shortDate(row.date)}
      </span>
    ),
  },
  { id: 'kind', header: text.kind, width: '185px', cell: (row) => <StateBadge tone="warn">{row.word}</StateBadge> },
  { id: 'what', header: text.what, width: 'minmax(0, 1fr)', cell: (row) => <span title={row.sentence}>{row.sentence}</span> },
];

const filters: readonly ListFilter[] = [
  { id: 'kind', label: text.filterKind, options: conflictKinds.map((value) => ({ value, label: text.kinds[value] })) },
];

/** Two conflicts on one day may be of one kind and sessions, and speak of two people. */
const keyOf = (row: ConflictRow) => `${row.date} ${row.kind} ${row.sentence}`;

function Conflicts({ today }: { today: string }) {
  const [state, setState] = useListState();
  const navigate = useNavigate();
  const range = conflictRange(state, today);
  const kind = conflictKinds.find((one) => one === state.filters['kind']) ?? null;
  const query = useConflicts({ ...range, kind, class: state.filters['class'] ?? null });
  const shown = useMemo(
    () => (query.data ?? []).filter((row) => holdsWords(state.q, row.sentence, row.word, ...row.sides.map((side) => side.title))),
    [query.data, state.q],
  );
  const setRange = (part: { from?: string; to?: string }) =>
    setState({ ...state, filters: { ...state.filters, ...range, ...part } });
  const open = (row: ConflictRow) => {
    const day = row.sides[0]?.date ?? row.date;
    void navigate({ to: '/schedule', search: { view: 'week', day } });
  };
  return (
    <>
      <div role="group" aria-label={text.period} className={styles.bar}>
        <GivenDate label={text.from} value={range.from} onChange={(from) => setRange({ from })} />
        <GivenDate label={text.to} value={range.to} onChange={(to) => setRange({ to })} />
        <Button
          className={styles.beside}
          variant="default"
          leftSection={<Icon name="printer" size={16} />}
          renderRoot={(props) => (
            <Link {...props} to="/schedule/conflicts/print" search={kind === null ? range : { ...range, kind }} />
          )}
        >
          {text.print}
        </Button>
      </div>
      <Loaded query={query}>
        {(all) => (
          <DataList
            id="schedule conflicts"
            label={text.label}
            noun={text.noun}
            columns={columns}
            source={shown}
            rowId={keyOf}
            rowLabel={(row) => row.sentence}
            state={{ ...state, filters: kind === null ? {} : { kind } }}
            onState={(next) => setState({ ...next, filters: { ...next.filters, ...range } })}
            onOpen={open}
            searchPlaceholder={text.search}
            filters={filters}
            empty={all.length === 0 && kind === null && <EmptyState icon="check" title={text.empty} text={text.emptyText} />}
          />
        )}
      </Loaded>
      <p className={styles.hint}>{text.hint}</p>
    </>
  );
}

/** What is wrong with the schedule of a time. Nothing of it blocks anything. */
export function ConflictsScreen() {
  return (
    <>
      <ScheduleHeader />
      <Loaded query={useStatus()}>{({ today }) => <Conflicts today={today} />}</Loaded>
    </>
  );
}
