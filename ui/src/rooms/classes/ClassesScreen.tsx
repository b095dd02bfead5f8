import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useBackend } from '../../backend/backend';
import { DataList, type ListColumn } from '../../components/DataList';
import { EmptyState } from '../../components/EmptyState';
import { Icon } from '../../components/icons';
import { PageHeader } from '../../components/PageHeader';
import { StateBadge } from '../../components/StateBadge';
import { classListKey, classQuery, useClassYears, type ClassRow, type ClassState } from '../../data/classes';
import { useListState } from '../../frame/listState';
import { dateRange } from '../../i18n/dates';
import { id } from '../../i18n/id';
import { formatNumber } from '../../i18n/numbers';
import { stateTone } from './states';

const text = id.classes.list;
const states: readonly ClassState[] = ['planned', 'running', 'finished', 'closed'];

const columns: readonly ListColumn<ClassRow>[] = [
  { id: 'programme', header: text.programme, width: 'minmax(0, 2fr)', cell: (row) => row.programme_name },
  { id: 'name', header: text.name, width: 'minmax(0, 1fr)', cell: (row) => row.name },
  { id: 'dates', header: text.dates, width: '216px', cell: (row) => dateRange(row.starts, row.ends) },
  { id: 'place', header: text.place, width: 'minmax(0, 1fr)', cell: (row) => row.place },
  { id: 'participants', header: text.participants, width: '80px', align: 'end', cell: (row) => formatNumber(row.participants) },
  { id: 'certificates', header: text.certificates, width: '104px', align: 'end', cell: (row) => formatNumber(row.certificates) },
  {
    id: 'state',
    header: text.state,
    width: '148px',
    cell: (row) => <StateBadge tone={stateTone[row.state]}>{text.states[row.state]}</StateBadge>,
  },
];

export function ClassesScreen() {
  const backend = useBackend();
  const navigate = useNavigate();
  const [state, setState] = useListState();
  const years = useClassYears().data;
  const filters = useMemo(
    () => [
      { id: 'year', label: text.year, options: (years ?? []).map((year) => ({ value: String(year), label: String(year) })) },
      { id: 'state', label: text.state, options: states.map((value) => ({ value, label: text.states[value] })) },
    ],
    [years],
  );
  const add = (
    <Button leftSection={<Icon name="plus" size={16} />} onClick={() => void navigate({ to: '/classes/new' })}>
      {text.add}
    </Button>
  );
  const book = (
    <Button
      variant="default"
      leftSection={<Icon name="import" size={16} />}
      onClick={() => void navigate({ to: '/classes/import' })}
    >
      {text.import}
    </Button>
  );
  return (
    <>
      <PageHeader title={id.frame.rooms.classes} primary={add} actions={book} />
      <DataList
        id="classes"
        label={text.label}
        noun={text.noun}
        columns={columns}
        source={{
          queryKey: classListKey(state),
          load: (range) => backend.classes.list(classQuery(state, range)),
        }}
        rowId={(row) => row.id}
        rowLabel={(row) => `${row.programme_name} ${row.name}`}
        state={state}
        onState={setState}
        onOpen={(row) => void navigate({ to: '/classes/$id', params: { id: row.id } })}
        searchPlaceholder={text.search}
        filters={filters}
        empty={<EmptyState icon="class" title={text.empty} text={text.emptyText} action={add} link={book} />}
      />
    </>
  );
}
