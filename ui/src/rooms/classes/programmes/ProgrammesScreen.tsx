import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { DataList, type ListColumn } from '../../../components/DataList';
import { EmptyState } from '../../../components/EmptyState';
import { Icon } from '../../../components/icons';
import { Loaded } from '../../../components/Loaded';
import { PageHeader } from '../../../components/PageHeader';
import { StateBadge } from '../../../components/StateBadge';
import { useProgrammes, type ProgrammeRow } from '../../../data/classes';
import { useListState } from '../../../frame/listState';
import { id } from '../../../i18n/id';
import { formatNumber } from '../../../i18n/numbers';

const text = id.classes.programmes;

const columns: readonly ListColumn<ProgrammeRow>[] = [
  { id: 'name', header: text.name, width: 'minmax(0, 2fr)', cell: (row) => row.name, sort: (row) => row.name },
  { id: 'form', header: text.form, width: 'minmax(0, 1fr)', cell: (row) => row.form_name, sort: (row) => row.form_name },
  { id: 'field', header: text.field, width: 'minmax(0, 1fr)', cell: (row) => row.field, sort: (row) => row.field },
  { id: 'jp', header: text.jp, width: '72px', align: 'end', cell: (row) => formatNumber(row.jp), sort: (row) => row.jp },
  {
    id: 'classes',
    header: text.classes,
    width: '80px',
    align: 'end',
    cell: (row) => formatNumber(row.classes),
    sort: (row) => row.classes,
  },
  { id: 'active', header: text.status, width: '130px', cell: (row) => (row.active ? '' : <StateBadge>{text.inactive}</StateBadge>) },
];

const filters = [{ id: 'show', label: text.shown, options: [{ value: 'all', label: text.withInactive }] }];

const matches = (row: ProgrammeRow, words: string) =>
  words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => `${row.name} ${row.form_name} ${row.field}`.toLowerCase().includes(word));

export function ProgrammesScreen() {
  const navigate = useNavigate();
  const [state, setState] = useListState({ sort: 'name' });
  const programmes = useProgrammes(state.filters['show'] === 'all');
  const open = (to: string) => void navigate({ to: '/programmes/$id', params: { id: to } });
  const add = (
    <Button leftSection={<Icon name="plus" size={16} />} onClick={() => open('new')}>
      {text.add}
    </Button>
  );
  return (
    <>
      <PageHeader title={id.frame.rooms.programmes} primary={add} />
      <Loaded query={programmes}>
        {(rows) => (
          <DataList
            id="programmes"
            label={text.list}
            noun={text.noun}
            columns={columns}
            source={rows.filter((row) => matches(row, state.q))}
            rowId={(row) => row.id}
            rowLabel={(row) => row.name}
            state={state}
            onState={setState}
            onOpen={(row) => open(row.id)}
            searchPlaceholder={text.search}
            filters={filters}
            empty={<EmptyState icon="programme" title={text.empty} text={text.emptyText} action={add} />}
          />
        )}
      </Loaded>
    </>
  );
}
