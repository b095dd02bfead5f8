import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { DataList, type ListColumn } from '../../components/DataList';
import { EmptyState } from '../../components/EmptyState';
import { FollowUpBadge } from '../../components/followups/FollowUpBadge';
import { useFollowUpSource, type FollowUpRow } from '../../data/evaluation/followups';
import { useListState } from '../../frame/listState';
import { shortDate } from '../../i18n/dates';
import { id } from '../../i18n/id';
import { EvaluationHeader } from './EvaluationHeader';

const room = id.followups;
const text = room.list;
const filters = [
  { id: 'state', label: text.state, options: Object.entries(text.states).map(([value, label]) => ({ value, label })) },
];

const columns: ListColumn<FollowUpRow>[] = [
  { id: 'due', header: text.due, width: '104px', cell: (row) => shortDate(row.due) },
  { id: 'name', header: text.name, width: 'minmax(0, 1fr)', cell: (row) => row.name },
  {
    id: 'class',
    header: text.class,
    width: 'minmax(0, 3fr)',
    cell: (row) => `${row.programme_name}, ${row.class_name}`,
  },
  {
    id: 'roles',
    header: text.roles,
    width: 'minmax(0, 2fr)',
    cell: (row) => row.roles.map((role) => room.roles[role]).join(', '),
  },
  { id: 'answered', header: text.answered, width: '124px', align: 'end', cell: (row) => room.of(row.answered, row.expected) },
  {
    id: 'share',
    header: text.share,
    width: '76px',
    align: 'end',
    cell: (row) => (row.share === null ? room.dash : room.percent(String(row.share))),
  },
  { id: 'state', header: text.state, width: '124px', cell: (row) => <FollowUpBadge row={row} /> },
];

/** Every look back at a class: what is due, what waits, what is complete. */
export function FollowUpsScreen() {
  const navigate = useNavigate();
  const [state, setState] = useListState();
  const source = useFollowUpSource(state);
  return (
    <>
      <EvaluationHeader />
      <DataList
        id="followups"
        label={text.label}
        noun={text.noun}
        columns={columns}
        source={source}
        rowId={(row) => row.id}
        rowLabel={(row) => `${row.name}, ${row.programme_name} ${row.class_name}`}
        state={state}
        onState={setState}
        onOpen={(row) => void navigate({ to: '/evaluation/followups/$id', params: { id: row.id } })}
        searchPlaceholder={text.search}
        filters={filters}
        empty={
          <EmptyState
            icon="calendar"
            title={text.empty}
            text={text.emptyText}
            action={<Button onClick={() => void navigate({ to: '/classes' })}>{text.toClasses}</Button>}
          />
        }
      />
    </>
  );
}
