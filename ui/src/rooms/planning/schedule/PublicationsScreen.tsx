import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { DataList, type ListColumn, type ListFilter } from '../../../components/DataList';
import { EmptyState } from '../../../components/EmptyState';
import { holdsWords } from '../../../components/holdsWords';
import { Loaded } from '../../../components/Loaded';
import { useClassYears } from '../../../data/classes';
import { useStatus } from '../../../data/home';
import { scheduleStates, useSchedules, type ScheduleRow } from '../../../data/planning/schedule';
import { useListState } from '../../../frame/listState';
import { dateRange, shortDate } from '../../../i18n/dates';
import { id } from '../../../i18n/id';
import { formatNumber } from '../../../i18n/numbers';
import { ScheduleHeader } from './ScheduleHeader';
import { ScheduleBadge } from './ScheduleBadge';

const text = id.schedule.publications;

const columns: readonly ListColumn<ScheduleRow>[] = [
  { id: 'period', header: text.period, width: '225px', sort: (row) => row.starts, cell: (row) => dateRange(row.starts, row.ends) },
  { id: 'programme', header: text.programme, width: 'minmax(0, 2fr)', sort: (row) => row.programme_name, cell: (row) => row.programme_name },
  { id: 'class', header: text.class, width: 'minmax(0, 1fr)', sort: (row) => row.class_name, cell: (row) => row.class_name },
  { id: 'sessions', header: text.sessions, width: '70px', align: 'end', cell: (row) => formatNumber(row.sessions) },
  {
    id: 'jp',
    header: text.jp,
    width: '100px',
    align: 'end',
    cell: (row) => text.jpOf(row.session_jp, row.subject_jp),
  },
  {
    id: 'published',
    header: text.published,
    width: '150px',
    cell: (row) => (row.number !== null && row.published_on !== null ? text.numberOn(row.number, shortDate(row.published_on)) : ''),
  },
  { id: 'state', header: text.state, width: '190px', sort: (row) => row.state, cell: (row) => <ScheduleBadge state={row.state} changed={row.changed} /> },
];

function Publications({ today }: { today: string }) {
  const [state, setState] = useListState({ sort: 'period' });
  const navigate = useNavigate();
  const years = useClassYears().data;
  const year = /^\d{4}$/.test(state.filters['year'] ?? '') ? (state.filters['year'] ?? '') : today.slice(0, 4);
  const query = useSchedules(`${year}-01-01`, `${year}-12-31`);
  const wanted = state.filters['state'];
  const filters = useMemo<ListFilter[]>(
    () => [
      { id: 'state', label: text.filterState, options: scheduleStates.map((value) => ({ value, label: text.states[value] })) },
      { id: 'year', label: text.filterYear, options: (years ?? []).map((one) => ({ value: String(one), label: String(one) })) },
    ],
    [years],
  );
  const shown = useMemo(
    () =>
      (query.data ?? []).filter(
        (row) => holdsWords(state.q, row.programme_name, row.class_name) && (wanted === undefined || row.state === wanted),
      ),
    [query.data, state.q, wanted],
  );
  return (
    <Loaded query={query}>
      {(all) => (
        <DataList
          id="schedule publications"
          label={text.label}
          noun={text.noun}
          columns={columns}
          source={shown}
          rowId={(row) => row.class}
          rowLabel={(row) => `${row.programme_name} ${row.class_name}`}
          state={state}
          onState={setState}
          onOpen={(row) => void navigate({ to: '/schedule/publications/$id', params: { id: row.class } })}
          searchPlaceholder={text.search}
          filters={filters}
          empty={all.length === 0 && <EmptyState icon="file" title={text.empty(year)} text={text.emptyText} />}
        />
      )}
    </Loaded>
  );
}

/** Which schedules have been made known, and which have changed since. */
export function PublicationsScreen() {
  return (
    <>
      <ScheduleHeader />
      <Loaded query={useStatus()}>{({ today }) => <Publications today={today} />}</Loaded>
    </>
  );
}
